"""The phrases that tell of deaths, each a pattern over the words of a sentence."""

from __future__ import annotations

from geomap.text._count_phrase_parts import (
    LOST,
    MEN,
    MISSILE,
    NUMBER,
    SHOOTERS,
    WORD,
    Phrase,
)

__all__ = ["DEATHS"]

_KILLERS = "|".join(
    rf"(?<=\b{word} ended)"
    for word in (
        "gunmen",
        "gunman",
        "assailants",
        "attackers",
        "bullet",
        "bullets",
        "shot",
        "shots",
    )
)
"""Who or what ends a life; nobody who ends their own."""
DEATHS = (
    Phrase("shot", rf"(?= {NUMBER} of them\b)", "killed", "gerund"),
    Phrase(
        "took taking takes",
        rf"(?= {NUMBER} (?:[\w'-]+ ){{1,4}}?with (?:him|her|himself)\b)",
        "killed",
        "gerund",
        known=True,
        rule="with_him",
    ),
    Phrase(
        "taken pulled dragged forced hauled offloaded lined led marched removed",
        r" (?:[\w'-]+ ){0,8}?and (?:then |\w+ly )?shot(?= (?:[.;,:]|one by|in cold|execution)|$)",
        "killed",
        "verb",
        known=True,
    ),
    Phrase("fatally mortally", r"(?= (?:[.,;]|and|but|while)|$)", "killed", "state"),
    Phrase("put puts putting", r"(?= (?:[\w'-]+ ){1,6}?to death\b)", "killed", "gerund"),
    Phrase(
        "riddled sprayed peppered",
        r"(?= (?:[\w'-]+ ){1,6}?with bullets)",
        "killed",
        "gerund",
        known=True,
        rule="weak",
    ),
    Phrase(
        "riddled sprayed peppered",
        r" with (?:\w+ )?bullets",
        "killed",
        "verb",
        known=True,
        rule="weak",
    ),
    Phrase("slit slitting cut cutting", r" the throats? of\b", "killed", "of"),
    Phrase("had", r" (?:his|her|their) throats? (?:slit|cut)\b", "killed", "subject"),
    Phrase(
        "fell fallen falls fall falling",
        r" (?:an? )?martyrs?\b| (?:too|as well)(?= (?:[.,;]|and)|$)"
        r"| to (?:(?!the ground)\w+ ){0,3}?(?:bullets?|gunfire|fire|guns)\b"
        r"| (?:in|during) (?:the |an? |their )?(?:[\w-]+ ){0,2}?(?:line of duty|action|ambush|"
        r"attack|assault|blast|clash|battle|encounter|fight|gunfight|firefight|fighting|raid|fire|firing|"
        r"shooting|exchange|engagement|skirmish|burst|volley|operation)\b"
        r"|(?<=who fell)(?= (?:when|as)\b)| (?:on|at) the spot\b"
        r"| (?:there and then|where (?:he|she|they) stood)\b"
        rf"|(?: (?:in|during|over) (?:the |those )?(?:{NUMBER} )?(?:hours|days|nights))?"
        r"(?= and \w+ (?:more |others? )?(?:was|were) (?:wounded|injured|hurt)\b)",
        "killed",
        "subject",
    ),
    Phrase(
        "fell fallen",
        r" on (?:one|our|their|the (?:other|[\w'-]+)) side\b"
        r"|(?= (?:[.;]|but|fighting|, (?:but|while|whereas|with|(?:it|he|she|they|officials|police|"
        r"the \w+) (?:said|claimed|added)))|$)",
        "killed",
        "subject",
        known=True,
    ),
    Phrase(
        "slumped keeled fell dropped",
        r" (?:(?:over|down|back|at|on|in|to|the|his|her|a|ground|floor|road|street|wheel|seat|"
        r"steering|saddle) ){0,5}?(?:, )?dead\b",
        "killed",
        "subject",
    ),
    Phrase("ended", rf"(?:{_KILLERS}) (?:his|her) life\b", "killed", "own"),
    Phrase(
        "was is became",
        r" (?:the|an?) (?:\w+ )?victim of (?:an? |the )?(?:\w+ ){0,2}?"
        r"(?:target(?:ed)? killing|honou?r killing|murder|assassination)\b(?! in (?:19|20)\d\d)",
        "killed",
        "subject",
    ),
    Phrase("deadly fatal", rf" for(?= {NUMBER} )", "killed", "of", known=True),
    Phrase(
        "met meet suffered shared",
        r" (?:with )?(?:the|a) (?:same|similar|like) fate\b",
        "killed",
        "subject",
        known=True,
        rule="same",
    ),
    Phrase("lay lying lie found", r" dead\b", "killed", "subject"),
    Phrase(
        LOST,
        r" (?:his|her|their|the|a) (?:\w+ )?(?:battle|fight|struggle) "
        r"(?:(?:for|with) (?:(?:his|her|their) )?(?:life|lives|survival|death)"
        r"|(?:against|with|to) (?:(?:his|her|their|the) )?(?:wounds|injuries|burns|death))\b",
        "killed",
        "subject",
    ),
    Phrase("did didn't", r" (?:not )?survive\b(?: the \w+)?", "killed", "subject"),
    Phrase("could couldn't", r" (?:not )?be saved\b", "killed", "subject"),
    Phrase("save", r"(?<=not save)|(?<=n't save)", "killed", "gerund", known=True),
    Phrase("felled", r"(?<=also felled)(?= (?:was|were)\b)", "killed", "verb", known=True),
    Phrase(
        "left leaves leaving",
        rf" (?:dead|lifeless)(?= {NUMBER} )",
        "killed",
        "gerund",
    ),
    Phrase(
        "left leaves leaving",
        rf" (?:injured|wounded|hurt)(?= {NUMBER} )",
        "injured",
        "gerund",
    ),
    Phrase(
        "cut felled",
        rf"(?:(?<=cut) down|(?<=felled)) by {WORD}{{0,3}}?(?:{MISSILE}|{SHOOTERS})",
        "killed",
        "verb",
        known=True,
    ),
    Phrase(
        "cut",
        r" down(?= (?:[.,;]|and|as|when|before|while)|$)",
        "killed",
        "passive",
        known=True,
    ),
    Phrase("death", r"(?<=\bone death)\b|(?<=single death)\b", "killed", "number"),
    Phrase("kia", r"(?= .*\bwia\b)", "killed", "verb"),
    Phrase(
        "soldiers jawans troops policemen personnel militants",
        r" kia(?= (?:[.,;)]|and|in|at|near|during|after)|$)",
        "killed",
        "verb",
        "last",
    ),
    Phrase("wia", r"(?= (?:[.,;)]|and|in|at|near|during|after)|$)", "injured", "verb"),
    Phrase("only sole", r" (?:fatality|one to die|one killed|one dead)\b", "killed", "subject"),
    Phrase(
        "cost costing costs",
        rf"(?= {NUMBER} (?:[\w'-]+ ){{0,3}}?(?:his|her|their) li(?:fe|ves)\b)",
        "killed",
        "gerund",
    ),
    Phrase(
        LOST,
        rf"(?= {NUMBER} (?:of (?:its|their|his) )?{WORD}{{0,2}}?{MEN})",
        "killed",
        "gerund",
        known=True,
        rule="lost_men",
    ),
)
