"""Names that need their company to be a group's: "the Taliban" who are blamed, "IS" that claims.

Without another word the Taliban may be Afghanistan's, and IS a verb in capitals; who claims or
denies an attack, is blamed for it or falls under suspicion is the group that fights in Pakistan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["bare_names"]

_ADVERBS = r"(?:(?:have|has|had|also|later|quickly|soon|initially|immediately|on\s+\w+day)\s+){0,2}"
_NOT_OF_KABUL = (
    r"(?!\s+(?:government|regime|administration|authorities|forces|soldiers|officials|police|rule|rulers|leadership|"
    r"takeover|interim|foreign|in\s+(?:Kabul|Afghanistan)|of\s+Afghanistan|era)\b)"
)
_CLAIM = (
    r"(?:claim(?:ed|s|ing)?|accept(?:ed|s|ing)?|took|taken|taking|own(?:ed|s)?|den(?:y|ied|ies)|reject(?:ed|s)|disown(?:ed|s))\s+"
    r"(?:\w+\s+){0,2}?(?:responsibility|credit|up\b|involvement|being|having|any|both|all|it\b|them\b|"
    r"the\s+(?:\w+\s+){0,2}?(?:attacks?|blasts?|bombings?|killings?|ambush|raid|assault|shooting|murder))"
    r"|(?:said|says)\s+(?:that\s+)?(?:it|they|its\s+\w+|their\s+\w+)\s+"
    r"(?:was|were|had|have|has|did|carried|attacked|killed|targeted|shot)"
)
_CLAIMING = re.compile(rf"\b(?P<name>Taliban)(?=\s+{_ADVERBS}(?:{_CLAIM}))")
_HARM = (
    r"(?:killed|shot|gunned\s+down|attacked|abducted|kidnapped|beheaded|ambushed|planted|carried\s+out|claimed|seized|executed|"
    r"murdered|bombed|blown\s+up|destroyed|torched|fired|launched|staged|taken\s+(?:away|hostage))"
)
_BLAMED = re.compile(
    r"\b(?:suspicions?\s+(?:(?:has|have|immediately|quickly|soon|inevitably|naturally)\s+){0,2}"
    r"(?:fell|fallen|falls|rests?|rested|turned|centred|focused|points?|pointed)\s+(?:\w+\s+)?(?:on|upon|to|at)"
    r"|suspect(?:s|ed|ing)?(?:\s+that)?|(?:investigators|officials|police|officers|detectives)\s+(?:believed?|think|thought|presumed?)(?:\s+that)?|(?:are|were|is|be)\s+looking\s+at"
    r"|blam(?:ed|es?|ing)(?:\s+(?:it|this|them|the\s+\w+|[\w-]+))?(?:\s+on)?|accus(?:ed|es?|ing)"
    r"|(?:point(?:s|ed|ing)?\s+(?:(?:a|the)\s+finger\s+)?(?:at|to|towards?))"
    rf"|{_HARM}\s+(?:\w+\s+)?by|attribut(?:ed|es)\s+(?:\w+\s+){{0,3}}?to"
    r"|(?:hand|hands|work|handiwork|doing|hallmarks?|factions?|wing|branch|cell|fighters|militants|splinter\s+group)\s+(?:of|from)"
    r"|held\s+responsible\s+(?:by|were)|responsible\s+were)\s+(?:the\s+|a\s+|some\s+|local\s+|suspected\s+|alleged\s+){0,3}"
    r"(?P<name>Taliban)\b(?!\s+(?:\w+\s+)?(?:of|for)\s+(?:\w+ly\s+)?(?:shelter|harbour|host|giv|fail|allow|protect|back|support|not)\w*)"
    + _NOT_OF_KABUL,
    re.IGNORECASE,
)
_ACTING = re.compile(
    rf"(?<!Afghan\s)\b(?P<name>Taliban)\s+{_ADVERBS}"
    r"(?:attacked|stormed|ambushed|kidnapped|abducted|beheaded|executed|"
    r"torched|blew\s+up|dynamited|shot\s+(?:dead|and)|gunned\s+down|fired\s+(?:at|on|rockets)|opened\s+fire|raided|overran|"
    r"set\s+(?:fire|ablaze)|slit|hanged|bombed|destroyed|burn(?:ed|t))\b"
)
_URDU = re.compile(
    r"(?<!افغان\s)(?<!\w)(?P<name>طالبان)(?!\w)"
    r"(?!\s+(?:حکومت|حکام|انتظامیہ|فورسز|رجیم|اہلکار|کی\s+(?:عبوری\s+)?حکومت))"
    r"(?=[^۔]{0,90}?(?:ذمہ\s?داری|دعو[یٰ]|ملوث|کا\s+ہاتھ|شبہ|الزام|لاتعلقی|تردید))"
)
_IS = re.compile(
    rf"(?<![A-Z] )\b(?P<name>IS)(?=(?:\s+group|\s+militant\s+group)?\s+{_ADVERBS}(?:{_CLAIM}))"
    r"|\b(?:[Cc]laimed|[Bb]lamed\s+on|responsibility|[Ss]uspect(?:s|ed)?|loyal\s+to|affiliate\s+of|branch\s+of|allegiance\s+to)\s+(?:by\s+|of\s+)?(?:the\s+)?"
    r"(?P<by>IS)\b(?!\s+[A-Z]{2})"
)
_KABUL = re.compile(r"\b(?:Afghan\b(?!\s+(?:border|frontier|refugees))|Kabul|Kandahar)")
_REACH = 60


def bare_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the group of the names that only their company tells.

    Parameters
    ----------
    text
        The article's text.
    """
    if "Taliban" in text:
        for pattern in (_CLAIMING, _BLAMED):
            for found in pattern.finditer(text):
                yield found.start("name"), found.end("name"), "TTP"
        for found in _ACTING.finditer(text):
            if not _KABUL.search(text, max(0, found.start() - _REACH), found.end() + _REACH):
                yield found.start("name"), found.end("name"), "TTP"
    if "طالبان" in text:
        for found in _URDU.finditer(text):
            yield found.start("name"), found.end("name"), "TTP"
    if "IS" in text:
        for found in _IS.finditer(text):
            name = "name" if found["name"] else "by"
            yield found.start(name), found.end(name), "ISKP"
