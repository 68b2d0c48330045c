"""What people say of forces or of a death squad in a clause of its own, behind what happened.

"Residents said the drone belonged to the army", "his family said he had been picked up by the
FC": whose the weapon was, by whom the dead had been taken. Gunmen of a "death squad" are named by
those who say that they did it, and not where they are the victims.
"""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.tellers import FORCES, FORCES_URDU, TELLERS, TELLERS_URDU

__all__ = ["forces_named", "squad_named"]

_SAY = (
    r"\b(?:sa(?:id|ys?|ying)|told|claim(?:ed|s)?|alleg(?:ed?|es)|insist(?:ed|"
    r"s)?|maintain(?:ed|s)?|believed?|according\s+to)\b"
)
_TELLERS = (
    rf"\b(?:{TELLERS}|"
    r"Committee|Movement|Missing\s+Persons|rights\s+(?:group|body|organi[sz]ation)s?)\b"
)
_THING = (
    r"(?:drones?|quadcopters?|shells?|mortars?|missiles?|rockets?|jets?|helicopters?|"
    r"gunships?|aircraft|vehicles?|munitions?|bullets?|abductors|kidnappers)"
)
_TAKEN = (
    r"(?:detained|picked\s+up|taken(?:\s+away|\s+into\s+custody|\s+from\s+(?:his|her|their)\s+homes?)?|arrested|abducted|seized|held|"
    r"whisked\s+away|disappeared|tortured|killed|shot(?:\s+dead)?|murdered|executed)"
)
_MEN = r"(?:(?:personnel|officials?|men|police|officers?|agents|troops|soldiers)\s+)?"
_TOOK = (
    r"(?:had\s+|have\s+)?(?:tak(?:en|e)|took|picked|abducted|detained|whisked|seized|arrested|"
    r"disappeared|held)\s+(?:him|her|them|both|away|up|the\s+(?:\w+\s+)?(?:m[ae]n|youths?|students?|boys?|brothers?|victims?|deceased|two|three))\b"
)
_FORCES_URDU = rf"(?:{FORCES_URDU}|اہلکاروں)"
_KIN_URDU = rf"(?:{TELLERS_URDU}|کمیٹی|تنظیموں?)"
_NAMED = Pattern(
    rf"{_TELLERS}[^.;]{{0,70}}?{_SAY}[^.;]{{0,40}}?\b{_THING}\s+(?:had\s+)?(?:belong(?:ed|s)?\s+to|(?:was|were|been|is|are|came)\s+"
    rf"(?:\w+\s+)?(?:by|from|of)|(?:was|were)\s+the\s+property\s+of)\s+{FORCES}"
    rf"|(?:{_TELLERS}[^.;]{{0,70}}?{_SAY}|{_SAY}[^.;]{{0,20}}?{_TELLERS})[^.;]{{0,50}}?\b(?:had\s+been|was|were|have\s+been)\s+"
    rf"(?:\w+\s+)?{_TAKEN}\s+(?:[\w’'-]+\s+){{0,6}}?by\s+(?:(?:men|personnel|officials|members|officers|agents)\s+(?:of|from)\s+)?{FORCES}"
    rf"|{_TELLERS}[^.;]{{0,70}}?{_SAY}\s+(?:that\s+)?(?:(?:men|personnel|officials|members|agents)\s+(?:of|from)\s+)?{FORCES}\s*{_MEN}{_TOOK}"
    rf"|\b{FORCES}\s*{_MEN}{_TOOK}\s[^.;]{{0,80}}?,\s+(?:[\w’'-]+\s+){{0,4}}?{_TELLERS}\s+(?:\w+\s+){{0,2}}?{_SAY}"
    rf"|\b(?:he|she|they|both|(?:the|two|three)\s+\w+)\s+(?:had\s+been|was|were|have\s+been)\s+(?:\w+\s+)?{_TAKEN}\s+(?:[\w’'-]+\s+){{0,6}}?"
    rf"by\s+(?:(?:men|personnel|officials|members|officers|agents)\s+(?:of|from)\s+)?{FORCES}[^.;]{{0,60}}?,\s+(?:[\w’'-]+\s+){{0,4}}?{_TELLERS}\s+(?:\w+\s+){{0,2}}?{_SAY}"
    rf"|[\"“‘]It\s+(?:was|is)\s+{FORCES}(?:['’]s?)?\s+(?:own\s+)?{_THING}\b"
    rf"|(?:{_KIN_URDU}[^۔]{{0,60}}?(?:کہنا|کہا|بتایا|مطابق|الزام|موقف|دعو\S+))[^۔]{{0,90}}?{_FORCES_URDU}\s+(?:(?:کے|کی)\s+\S+\s+)?نے\s[^۔]{{0,50}}?"
    r"(?:حراست\s+میں\s+ل|تحویل\s+میں\s+ل|اٹھا|لے\s+گ|گرفتار\s+ک|اغوا|لاپتہ|غائب)",
    re.IGNORECASE,
)
_FREED = re.compile(
    r"رہا\s+(?:کر|ہو)|\b(?:released|freed|bailed|acquitted|let\s+go|previously|once|years?\s+ago|in\s+(?:19|20)\d\d|last\s+year)\b",
    re.IGNORECASE,
)
_AFTER = 60


def forces_named(text: str, scene: Scene) -> re.Match[str] | None:
    """Find the words in which somebody says whose a weapon was, or who had taken the dead."""
    found = _NAMED.inside(text, scene.sentence)
    if found is None:
        return None
    end = min(found.end() + _AFTER, scene.sentence.end)
    return None if _FREED.search(text, found.start(), end) else found


_SQUAD = Pattern(
    r"\bby\s+(?:(?:armed\s+)?(?:members?|men|gunmen|agents|operatives)\s+of\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}?death\s+squads?\b"
    r"|(?<!killed\s)\b(?:members?|men|gunmen|agents|operatives)\s+of\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?death\s+squads?\s+"
    r"(?:had\s+|have\s+)?(?:\w+ly\s+)?(?:killed|shot|abducted|murdered|opened|fired|attacked|stormed|entered|carried|were\s+behind|took|gunned)\b"
    r"|\bdeath\s+squads?,?\s+(?:had\s+|have\s+)?(?:killed|shot|abducted|murdered|(?:was|were|is|are)\s+(?:behind|responsible|involved))\b"
    r"|ڈیتھ\s+ا?سکوا?ڈ\s+(?:(?:کے|سے\s+(?:وابستہ|تعلق\s+رکھنے\s+والے))\s+(?:\S+\s+)?(?:کارندوں|ارکان|اہلکاروں|لوگوں|افراد|مسلح\s+افراد|کارندے)\s+)?"
    r"(?:نے\s|ملوث|(?:ہی\s+)?(?:کو\s+)?(?:\S+\s+){0,3}?ذمہ\s?دار|کا\s+(?:ہاتھ|کام)|پر\s+(?:\S+\s+){0,3}?الزام|کے\s+ہاتھوں)",
    re.IGNORECASE,
)


def squad_named(text: str, scene: Scene) -> re.Match[str] | None:
    """Find the words that say that men of a death squad did it."""
    return _SQUAD.inside(text, scene.sentence)
