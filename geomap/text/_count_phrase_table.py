"""The phrases that tell of an outcome, each a pattern over the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PHRASES", "Phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that a phrase can begin with, what follows them, and what it says.

    `span`: whether ``all`` its words carry the outcome, or only the ``last`` ("a bullet hit").
    """

    starts: str
    follows: str
    outcome: str
    form: str
    span: str = "all"
    known: bool = False
    rule: str = ""


_WORD = (
    r"(?:(?!(?:no|any|not|nor|neither|without|when|while|after|that|which|who|by|in|from|to|with|"
    r"of) )[a-z\d][\w'-]* )"
)
_WORDS = rf"{_WORD}{{0,5}}?"
_HURT = (
    r"(?:injur(?:y|ies)|wounds?|burns?|splinters?|shrapnel|pellets?|bullets?|fractures?|bruises|"
    r"cuts|lacerations|concussions?)"
    r"(?: (?:injur(?:y|ies)|wounds?))?\b"
)
_MISSILE = (
    r"(?:bullets?|shrapnel|splinters?|pellets?|gunfire|gunshots?|rounds?|fragments?|shots?|stones?|"
    r"shells?)\b"
)
_SHOOTERS = r"(?:snipers?|gunm[ae]n|assassins?|marksm[ae]n)\b"
_LIMB = (
    r"(?:legs?|foot|feet|arms?|hands?|shoulders?|thighs?|knees?|hip|ankle|elbow|wrist|fingers?|"
    r"toes?|limbs?)\b"
)
_TRUNK = r"(?:head|chest|neck|face|back|stomach|abdomen|belly|jaw|torso|groin|ribs|eyes?)\b"
_THEIR = r"(?:(?:a|an|one|both|two|the|his|her|their|its|left|right|upper|lower) ){0,3}"
_SORTS = (
    r"(?:(?:an?|his|her|their|one|two|three|several|multiple|many|serious|severe|minor|slight|grave|"
    r"light|deep|bad|critical|fatal|bullet|gunshot|splinter|shrapnel|pellet|burn|head|facial|"
    r"chest|leg|multiple|compound|second-degree|third-degree) ){0,4}?"
)
_NUMBER = (
    r"(?:(?:at least|about|some|over|nearly|more than|around|up to|as many as) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty[\w-]*|thirty[\w-]*|"
    r"forty[\w-]*|fifty[\w-]*|sixty|dozens|scores|several|many)"
)
_MEN = (
    r"(?:men|man|soldiers?|fighters?|personnel|members?|militants?|policem[ae]n|jawans?|comrades?|"
    r"cadres?|troops|officers?|associates?|commanders?|sarmachars?|guards?)\b"
)
_CLINIC = (
    r"(?:hospitals?|dhq|thq|bhu|cmh|infirmary|clinic|trauma cent(?:re|er)|"
    r"medical (?:complex|cent(?:re|er)))\b"
)
_ALIVE = r"(?:(?!(?:dead|died|body|bodies|corpses?) )[a-z\d(][\w'-]* |[,()] )"
_MOVED = "shifted taken moved rushed brought airlifted flown evacuated referred ferried carried"
_LOST = "lost lose loses losing"

PHRASES = (
    # Injuries that somebody gets.
    Phrase(
        "bore sustained sustaining sustains sustain suffered suffering suffers suffer incurred "
        "received receiving receives receive",
        rf" {_WORDS}(?:{_HURT}|broken|fractured|amputated)",
        "injured",
        "subject",
    ),
    Phrase(
        "took taking got caught stopped",
        rf" (?:an?|one|two|three|several|multiple) {_WORD}{{0,2}}?"
        r"(?:bullets?|splinters?|pellets?|rounds?)\b| (?:shrapnel|splinters|pellets) in\b",
        "injured",
        "subject",
    ),
    Phrase(_LOST, rf" {_THEIR}(?:{_LIMB}|eyes?\b|eyesight|hearing)", "injured", "subject"),
    Phrase(
        "hit struck grazed pierced wounded injured cut burnt burned",
        rf" (?:by|with) {_WORDS}(?:{_MISSILE}|glass\b)"
        rf"| (?:in|on|through) {_THEIR}(?:{_LIMB}|{_TRUNK})",
        "injured",
        "verb",
        known=True,
    ),
    Phrase(
        "hit",
        r"(?= (?:[.,;]|and|but|while|as|when)|$)",
        "injured",
        "passive",
        known=True,
    ),
    Phrase(
        "needed need needs required require sought",
        r" (?:\w+ ){0,3}?(?:treatment|stitches|surgery|medical (?:attention|care|aid|help)|"
        r"first aid)\b",
        "injured",
        "subject",
        known=True,
        rule="care",
    ),
    Phrase(
        "came come", rf" (?:away|off|out) with {_WORDS}{_HURT}", "injured", "subject", known=True
    ),
    Phrase(
        "remain remains remained",
        r" (?:in (?:an? )?)?(?:critical|unconscious|serious|comatose)\b",
        "injured",
        "subject",
        known=True,
        rule="condition",
    ),
    Phrase(
        "condition",
        rf" of(?= (?:the )?{_NUMBER} (?:(?!of )[\w'-]+ ){{0,6}}?(?:is|was|are|were|remains?) "
        r"(?:\w+ ){0,4}?(?:critical|serious|precarious|grave|stable|delicate))",
        "injured",
        "of",
        rule="condition",
    ),
    Phrase("shot", rf" (?:in|through) {_THEIR}{_LIMB}", "injured", "verb", known=True),
    Phrase(
        "shot hit hitting striking wounding",
        rf"(?= (?:[\w'-]+ ){{1,4}}?(?:in|through) {_THEIR}{_LIMB})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "bullet bullets shrapnel splinter splinters pellet pellets gunfire shot shots stone stones "
        "fragments",
        rf" (?:hit|struck|grazed|pierced|cut)\b(?: the (?:{_LIMB}|{_TRUNK}) of)?",
        "injured",
        "gerund",
        "last",
        known=True,
    ),
    Phrase(
        "left leaving leaves",
        rf"(?= (?:[\w'-]+ ){{1,8}}?(?:with|nursing|carrying|bearing) {_WORDS}{_HURT})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        f"{_MOVED} admitted hospitalised hospitalized escaped survived pulled dug rescued lifted "
        "emerged crawled",
        rf" {_ALIVE}{{0,9}}?with {_WORDS}{_HURT}",
        "injured",
        "subject",
    ),
    Phrase(
        "has have had",
        rf" {_SORTS}(?:{_HURT}|broken (?:{_LIMB}|{_TRUNK}|bones?\b))"
        rf"| (?:his|her|their|an?|one|both) {_SORTS}{_LIMB} "
        r"(?:amputated|broken|fractured|crushed|severed|blown off|torn off)\b",
        "injured",
        "subject",
        known=True,
        rule="has",
    ),
    Phrase(
        "nursing nursed nurses",
        rf" {_SORTS}{_HURT}",
        "injured",
        "subject",
        known=True,
    ),
    Phrase(
        "took taking takes receive received",
        rf"(?: in)?(?= {_NUMBER} (?:(?:people|persons|patients|others|men) )?"
        rf"(?:with {_SORTS}{_HURT}|(?:injured|wounded)\b))",
        "injured",
        "gerund",
        rule="care",
    ),
    Phrase(
        "pulled dug rescued found brought taken carried evacuated airlifted shifted removed "
        "recovered retrieved lifted",
        r" (?:(?:out|away|up|down|off|alive|but|while|"
        r"(?:of|from|under) (?:the |an? )?[\w-]+) ){0,4}?"
        r"(?:(?:badly|seriously|critically|slightly|severely) )?"
        r"(?:injured|wounded|hurt|in (?:an? )?(?:\w+ )?(?:injured|wounded) (?:condition|state))"
        r"(?= (?:[.,;:)]|and|but|from|by|in|at|after|on|while|with)|$)",
        "injured",
        "verb",
        known=True,
    ),
    Phrase(
        "injury injuries wound wounds burns bruises cuts fracture fractures broken fractured",
        rf" (?:{_WORD}{{0,3}})?(?:sustained|suffered|received|borne|incurred) by\b",
        "injured",
        "of",
        known=True,
    ),
    # The state that the wounded are in.
    Phrase(
        "in under",
        r" (?:an? |his |her |their )?(?:\w+ ){0,2}?(?:critical|serious|precarious|grave|stable|"
        r"unstable|injured|wounded|delicate|life-threatening) (?:condition|state)\b",
        "injured",
        "subject",
        rule="condition",
    ),
    Phrase(
        "critical unconscious stable recovering critically",
        r"(?: ill)?(?= (?:[.,;:)]|and|but|while|at|in|with|after|since)|$)",
        "injured",
        "passive",
        known=True,
        rule="condition",
    ),
    Phrase(
        "fighting battling struggling",
        r" for (?:(?:his|her|their|dear) )?li(?:fe|ves)\b",
        "injured",
        "subject",
        rule="condition",
    ),
    Phrase(
        "in on under undergoing receiving needing out",
        r"(?<=\bin) (?:the )?(?:intensive care|icu|critical care)\b"
        r"|(?<=\bon) (?:a )?(?:ventilators?|life support)\b"
        r"|(?<=under) (?:medical )?treatment\b"
        r"|(?<=oing|ving) (?:medical )?(?:treatment|surgery)\b"
        r"|(?<=\bout) of danger\b",
        "injured",
        "subject",
        rule="condition",
    ),
    # Care: what hospitals say of the people whom they took in.
    Phrase(
        "admitted hospitalised hospitalized",
        r"(?! to (?:the )?(?:bail|school|college|university|jail|prison|party|court))",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase(
        "treated",
        r"(?= (?:[.,;:)]|and|at|in|for|by|there|on|here)|$)",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase("treated treating treats", rf"(?= {_NUMBER} )", "injured", "gerund", rule="care"),
    Phrase("in", r" hospital\b", "injured", "passive", rule="care"),
    Phrase("remain remains remained still", r" in hospital\b", "injured", "subject", rule="care"),
    Phrase(
        _MOVED,
        rf" (?:[a-z]+ly |later |first |then |by \w+ ){{0,2}}?(?:to|in) {_ALIVE}{{0,5}}?{_CLINIC}",
        "injured",
        "passive",
        known=True,
        rule="moved",
    ),
    Phrase(
        _MOVED,
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{0,4}}?(?:to|in) {_ALIVE}{{0,5}}?{_CLINIC})",
        "injured",
        "gerund",
        known=True,
        rule="moved",
    ),
    Phrase(
        "put puts putting sent sending landed left leaving",
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{0,3}}?(?:in|to) (?:the |an? )?"
        rf"(?:{_CLINIC}|icu\b|intensive care))",
        "injured",
        "gerund",
        rule="care",
    ),
    Phrase("ended wound landed", r" up in (?:the |an? )?hospitals?\b", "injured", "subject"),
    Phrase(
        "left",
        r" (?:paraly[sz]ed|unconscious|bleeding|crippled|disabled|maimed|blinded|bloodied)\b",
        "injured",
        "state",
        known=True,
    ),
    Phrase(
        "took takes tore blew",
        rf" (?:off|away) {_THEIR}(?:{_LIMB}|{_TRUNK}) of",
        "injured",
        "of",
        known=True,
    ),
    # Deaths.
    Phrase("shot", rf"(?= {_NUMBER} of them\b)", "killed", "gerund"),
    Phrase(
        "took taking takes",
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{1,4}}?with (?:him|her|himself)\b)",
        "killed",
        "gerund",
        known=True,
        rule="with_him",
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
        r" (?:an? )?martyrs?\b| to (?:(?!the ground)\w+ ){0,3}?(?:bullets?|gunfire|fire|guns)\b"
        r"| in (?:the |an? )?(?:\w+ )?(?:line of duty|action|ambush|attack|assault|blast|clash|"
        r"battle|encounter|gunfight|firefight|fighting|raid)\b",
        "killed",
        "subject",
    ),
    Phrase(
        "met meet suffered shared",
        r" (?:with )?(?:the|a) (?:same|similar|like) fate\b",
        "killed",
        "subject",
        known=True,
        rule="same",
    ),
    Phrase("lay lying lie found", r" dead\b", "killed", "subject"),
    Phrase("did didn't", r" (?:not )?survive\b(?: the \w+)?", "killed", "subject"),
    Phrase("could couldn't", r" (?:not )?be saved\b", "killed", "subject"),
    Phrase(
        "cut felled",
        rf"(?:(?<=cut) down|(?<=felled)) by {_WORD}{{0,3}}?(?:{_MISSILE}|{_SHOOTERS})",
        "killed",
        "verb",
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
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{0,3}}?(?:his|her|their) li(?:fe|ves)\b)",
        "killed",
        "gerund",
    ),
    Phrase(
        _LOST,
        rf"(?= {_NUMBER} (?:of (?:its|their|his) )?{_WORD}{{0,2}}?{_MEN})",
        "killed",
        "gerund",
        known=True,
        rule="lost_men",
    ),
    # Nobody hurt.
    Phrase(
        "narrowly miraculously luckily", r" (?:escaped|survived)\b", "injured", "spared", known=True
    ),
    Phrase(
        "had",
        r" an? (?:\w+ )?(?:narrow|miraculous|lucky) escape\b",
        "injured",
        "spared",
        known=True,
    ),
    Phrase(
        "escaped survived escapes survives escape survive",
        r" (?:(?:the|an?) )?(?:\w+ )?(?:attempt|attack|bid|blast|ambush|assault)\b",
        "injured",
        "spared",
        known=True,
    ),
)
