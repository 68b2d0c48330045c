"""The phrases that tell of an outcome, each a pattern over the words of a sentence."""

from __future__ import annotations

from geomap.text._count_phrase_deaths import DEATHS
from geomap.text._count_phrase_parts import (
    ALIVE,
    CLINIC,
    HURT,
    LIMB,
    LOST,
    MISSILE,
    MOVED,
    NUMBER,
    SORTS,
    THEIR,
    TRUNK,
    WORD,
    WORDS,
    WOUND,
    Phrase,
)

__all__ = ["PHRASES"]

PHRASES = (
    # Injuries that somebody gets.
    Phrase(
        "bore sustained sustaining sustains sustain suffered suffering suffers suffer incurred "
        "received receiving receives receive",
        rf" {WORDS}(?:{WOUND}|broken|fractured|amputated)",
        "injured",
        "subject",
    ),
    Phrase(
        "took taking got caught stopped",
        rf" (?:an?|one|two|three|several|multiple) {WORD}{{0,2}}?"
        r"(?:bullets?|splinters?|pellets?|rounds?)\b"
        r"| (?:shrapnel|splinters|pellets|bullets) in\b",
        "injured",
        "subject",
    ),
    Phrase("got getting", rf" {SORTS}(?:injur(?:y|ies)|wounds?)\b", "injured", "subject"),
    Phrase(LOST, rf" {THEIR}(?:{LIMB}|eyes?\b|eyesight|hearing)", "injured", "subject"),
    Phrase(
        "hit struck grazed pierced wounded injured cut burnt burned",
        rf" (?:by|with) {WORDS}(?:{MISSILE}|glass\b)"
        rf"| (?:in|on|through) {THEIR}(?:{LIMB}|{TRUNK})",
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
        "came come got get getting walked limped lived",
        rf" (?:away |off |out |through )?with {WORDS}{WOUND}",
        "injured",
        "subject",
        known=True,
    ),
    Phrase(
        "remain remains remained",
        r" (?:(?:in (?:an? )?)?(?:critical|unconscious|serious|comatose|coma)\b"
        r"|(?:admitted(?! to (?:\w+ )?(?:school|college|university|course))|hospitali[sz]ed"
        r"|bedridden|under observation)\b)",
        "injured",
        "subject",
        known=True,
        rule="condition",
    ),
    Phrase(
        "condition",
        rf" of(?= (?:the )?{NUMBER} (?:(?!of )[\w'-]+ ){{0,6}}?(?:is|was|are|were|remains?) "
        r"(?:\w+ ){0,4}?(?:critical|serious|precarious|grave|stable|delicate))",
        "injured",
        "of",
        rule="condition",
    ),
    Phrase("shot", rf" (?:in|through) {THEIR}{LIMB}", "injured", "verb", known=True),
    Phrase(
        "shot",
        r"(?: too)?(?= ; (?:one|both|all|they|two|the) .*(?:hit|hospital|critical|surviv|treat|"
        r"wound|intensive))",
        "injured",
        "passive",
        known=True,
    ),
    Phrase("wound", rf"(?<=and wound)(?= {NUMBER} )", "injured", "gerund", known=True),
    Phrase(
        "bear bears bearing have has had carry carries",
        r" (?:(?:gunshot|bullet|splinter|shrapnel|pellet|burn) )(?:wounds?|injur(?:y|ies)|marks)\b",
        "injured",
        "subject",
        known=True,
    ),
    Phrase(
        "shot hit hitting striking wounding",
        rf"(?= (?:[\w'-]+ ){{1,4}}?(?:in|through) {THEIR}{LIMB})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "bullet bullets shrapnel splinter splinters pellet pellets gunfire shot shots stone stones "
        "fragments",
        rf" (?:hit|struck|grazed|pierced|cut)\b(?: the (?:{LIMB}|{TRUNK}) of)?",
        "injured",
        "gerund",
        "last",
        known=True,
    ),
    Phrase(
        "left leaving leaves",
        rf"(?= (?:[\w'-]+ ){{1,8}}?(?:with|nursing|carrying|bearing) {WORDS}{WOUND})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "left leaving leaves",
        rf"(?= (?:[\w'-]+ ){{1,8}}?without {THEIR}(?:{LIMB}|eyes?\b|eyesight))",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "got came escaped",
        r" (?:away |off )?with (?:only |just |nothing worse than |no more than )?(?:an? )?"
        r"(?:fright|shock|scare)\b",
        "injured",
        "spared",
    ),
    Phrase(
        "left",
        rf" (?:(?:at|on|by|in|behind) (?:the )?(?:\w+ )?)?(?:with|nursing) {WORDS}{WOUND}",
        "injured",
        "verb",
        known=True,
    ),
    Phrase(
        f"{MOVED} admitted hospitalised hospitalized escaped survived pulled dug rescued lifted "
        "emerged crawled sent discharged",
        rf" {ALIVE}{{0,9}}?with {WORDS}{WOUND}",
        "injured",
        "subject",
    ),
    Phrase(
        "has have had",
        rf" {SORTS}{WOUND}"
        rf"| (?:(?:his|her|their|an?|one|both) )?{SORTS}(?:{LIMB}|bones?\b) "
        r"(?:amputated|broken|fractured|crushed|severed|blown off|torn off)\b",
        "injured",
        "subject",
        known=True,
        rule="has",
    ),
    Phrase(
        "nursing nursed nurses",
        rf" {SORTS}{WOUND}",
        "injured",
        "subject",
        known=True,
    ),
    Phrase(
        "with",
        rf" {SORTS}(?!(?:bullets|pellets|splinters|shrapnel)\b(?! (?:in|lodged|wounds?|injur)))"
        rf"{WOUND}",
        "injured",
        "state",
        known=True,
        rule="has",
    ),
    Phrase(
        "took taking takes receive received",
        rf"(?: in)?(?= {NUMBER} (?:(?:people|persons|patients|others|men) )?"
        rf"(?:with {SORTS}{HURT}|(?:injured|wounded)\b))",
        "injured",
        "gerund",
        rule="care",
    ),
    Phrase(
        "pulled dug dragged rescued found brought taken carried evacuated airlifted shifted "
        "removed recovered retrieved lifted",
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
        "captured arrested caught nabbed apprehended detained seized held",
        r" (?:(?:badly|seriously|critically|slightly|severely) )?(?:injured|wounded)"
        r"(?= (?:[.,;:)]|and|but|while|in|by|after|from|at)|$)",
        "injured",
        "verb",
        known=True,
    ),
    Phrase(
        "injury injuries wound wounds burns bruises cuts graze fracture fractures broken fractured",
        rf" (?:{WORD}{{0,3}})?(?:sustained|suffered|received|borne|incurred) by\b",
        "injured",
        "of",
        known=True,
    ),
    Phrase(
        "cost costing costs",
        rf"(?= {NUMBER} (?:[\w'-]+ ){{0,3}}?(?:his|her|their|an?|both) "
        rf"(?:{LIMB}|eyes?\b|eyesight))",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "his her",
        rf" (?:(?:left|right) )?(?:{LIMB}|{TRUNK}) (?:was|were|had been|got) (?:\w+ly )?"
        r"(?:broken|fractured|amputated|crushed|shattered|severed|blown off|torn off)\b",
        "injured",
        "own",
        rule="condition",
    ),
    # The state that the wounded are in.
    Phrase(
        "in",
        r" (?:an? )?(?:\w+ly )?(?:injured|wounded) (?:condition|state)\b",
        "injured",
        "subject",
        rule="state",
    ),
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
        r"(?: ill)?(?= (?:[.,;:)]|(?:and|but|while|at|in|with|after|since)\b)|$)",
        "injured",
        "passive",
        known=True,
        rule="condition",
    ),
    Phrase(
        "fighting battling struggling not",
        r"(?<=ing) for (?:(?:his|her|their|dear) )?li(?:fe|ves)\b"
        r"| (?:expected|likely) to (?:live|survive|make it|pull through)\b",
        "injured",
        "subject",
        rule="condition",
    ),
    Phrase(
        "in on under undergoing receiving needing out",
        r"(?<=\bin) (?:the |an? (?:deep )?)?(?:intensive care|icu|critical care|coma)\b"
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
        "discharged",
        r" (?:\w+ )?(?:after|with|following) (?:\w+ ){0,2}?"
        r"(?:first aid|treatment|stitches|surgery)\b",
        "injured",
        "passive",
        known=True,
        rule="care",
    ),
    Phrase(
        "admitted hospitalised hospitalized",
        r"(?! to (?:the )?(?:bail|school|college|university|jail|prison|party|court))",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase(
        "treated",
        rf" (?:(?:at|in|by|there|on|here) (?:(?!for )[\w'-]+ ){{0,5}}?)?for {WORDS}{WOUND}",
        "injured",
        "passive",
    ),
    Phrase(
        "treated",
        r"(?= (?:[.,;:)]|and|at|in|for|by|there|on|here)|$)",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase("treated treating treats", rf"(?= {NUMBER} )", "injured", "gerund", rule="care"),
    Phrase("in", r" hospital\b", "injured", "passive", rule="care"),
    Phrase("on", r" the (?:hospital )?wards?\b", "injured", "passive", rule="care"),
    Phrase(
        "remain remains remained still",
        r" (?:in hospital|on the wards?|under (?:medical )?(?:treatment|observation|care)|"
        r"in (?:the )?intensive care)\b",
        "injured",
        "subject",
        rule="care",
    ),
    Phrase(
        MOVED,
        rf" (?:[a-z]+ly |later |first |then |by \w+ ){{0,2}}?(?:to|in) {ALIVE}{{0,5}}?{CLINIC}",
        "injured",
        "passive",
        known=True,
        rule="moved",
    ),
    Phrase(
        MOVED,
        rf"(?= {NUMBER} (?:[\w'-]+ ){{0,4}}?(?:to|in) {ALIVE}{{0,5}}?{CLINIC})",
        "injured",
        "gerund",
        known=True,
        rule="moved",
    ),
    Phrase(
        "put puts putting sent sending landed left leaving",
        rf"(?= {NUMBER} (?:[\w'-]+ ){{0,3}}?(?:in|to) (?:the |an? )?"
        rf"(?:{CLINIC}|icu\b|intensive care))",
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
        rf" (?:off|away) {THEIR}(?:{LIMB}|{TRUNK}) of",
        "injured",
        "of",
        known=True,
    ),
    *DEATHS,
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
        r" (?:the|an?) (?:[\w-]+ ){0,3}?(?:attack|blast|explosion|bid|ambush|assault)"
        r" (?:unhurt|unharmed|unscathed|safely)\b",
        "injured",
        "spared",
    ),
    Phrase(
        "escaped survived escapes survives escape survive",
        r" (?:(?:the|an?) )?(?:\w+ )?(?:attempt|attack|bid|blast|ambush|assault)\b",
        "injured",
        "spared",
        known=True,
    ),
)
