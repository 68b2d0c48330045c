"""Ways to report an event that no list of phrases holds: verbs with something between their parts.

"Shot an advocate dead", "put the post to the torch", "shells came down on a village".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["Form", "find_forms"]


@dataclass(frozen=True, slots=True)
class Form:
    """A verb form found in a text: its span, its family and ACLED's types."""

    start: int
    end: int
    family: str
    event_type: str
    sub_event_type: str | None


_KINDS = {
    "killing": ("by_target", None),
    "armed": ("by_target", None),
    "property": ("Strategic developments", "Looting/property destruction"),
    "change": ("Strategic developments", "Change to group/activity"),
    "explosion": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "shelling": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "abduction": ("Violence against civilians", "Abduction/forced disappearance"),
    "disrupted": ("Strategic developments", "Disrupted weapons use"),
}
_POST = (
    r"(?:posts?|checkposts?|checkpoints?|camps?|convoys?|stations?|patrols?|forts?|pickets?|bases?|"
    r"outposts?|barracks|garrison|headquarters|vans?|vehicles?|pickups?|bus(?:es)?|trains?)"
)
_FORMS: tuple[tuple[str, Pattern], ...] = (
    (
        "killing",
        Pattern(
            r"\b(?:shot|gunned|shooting|gunning|hacked|stabbed|beat|beaten|burnt|axed|clubbed|"
            r"bludgeoned|battered|tortured)\s+(?:(?!and\b|was\b|were\b|but\b|when\b)[\w'’,-]+\s+){0,8}?"
            r"(?:dead|down|to\s+death)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "armed",
        Pattern(
            rf"\b{_POST}\b(?:\s+[\w'’,-]+){{0,13}}?\s+(?:was|were)\s+(?:also\s+)?(?:hit|raked|shot\s+up|"
            r"set\s+upon)\b(?!\s+by\s+(?:an?\s+|the\s+)?(?:flood|truck|car|bus|train|lorry|trailer|storm|"
            r"landslide|strike|shortage))",
            re.IGNORECASE,
        ),
    ),
    (
        "raked",
        Pattern(
            rf"\braked\s+(?:an?|the|two|three|four|their|his|several|\d+)\s+(?:[\w-]+\s+){{0,4}}?"
            rf"{_POST}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "property",
        Pattern(
            r"\b(?:put|putting)\s+(?:[\w'’-]+\s+){1,5}?to\s+the\s+torch\b",
            re.IGNORECASE,
        ),
    ),
    (
        "abduction",
        Pattern(
            r"\b(?:took|taken|dragged|removed|seized)\s+(?:away\s+)?(?:an?|the|his|her|two|three|four|five|"
            r"six|seven|several|\d+)\s+(?:[\w-]+\s+){0,2}?(?:brothers?|men|man|boys?|sons?|students?|workers?|labourers?|"
            r"teachers?|youths?|persons?|people)\s+(?:away\b|from\s+(?:their|his|her|a|the)\s+(?:\w+\s+)?(?:homes?|house|"
            r"shop|bus|van|coach|hostel|camp|vehicle)\b|at\s+gunpoint\b|with\s+them\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "change",
        Pattern(
            r"\b(?:handed|hand|handing|gave|gives?|giving|turned|turning)\s+(?:in|over|up)\s+"
            r"(?:their|his|its)\s+(?:guns?|arms|weapons?|rifles?|kalashnikovs?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "explosion",
        Pattern(
            r"\b(?:main|pipeline|track|bridge|pylons?|towers?|line|culvert|rails?|wall|gate)\b"
            r"(?:\s+[\w'’,-]+){0,8}?\s+(?:was|were)\s+(?:partially\s+|partly\s+|also\s+)?(?:blown|dynamited|"
            r"destroyed\s+with\s+explosives|felled\s+by\s+explosives|brought\s+down\s+(?:by|with)\s+explosives)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "shelling",
        Pattern(
            r"\b(?:shells|rockets|missiles|mortars|mortar\s+(?:shells|rounds|bombs)|rounds|bombs)\s+"
            r"(?:(?:fired|launched|dropped|lobbed)\s+(?:[\w'’-]+\s+){1,6}?)?(?:came\s+down|rained|slammed|crashed|"
            r"flattened|levelled|landed|struck|hit|fell|killed|tore|ploughed)\b",
            re.IGNORECASE,
        ),
    ),
)
_FAMILY = {"shelling": "explosion", "raked": "armed"}


def find_forms(text: str, sentences: Sequence[Sentence]) -> Iterator[Form]:
    """Yield the verb forms of sentences."""
    for name, pattern in _FORMS:
        kind = _KINDS["armed" if name == "raked" else name]
        for sentence in sentences:
            if sentence.marks & pattern.mark:
                found = pattern.pattern.search(text, sentence.start, sentence.end)
                if found is not None:
                    yield Form(found.start(), found.end(), _FAMILY.get(name, name), *kind)
