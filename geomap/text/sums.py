"""Sentences that hold the sum of what others tell one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.actors import ARMED_KINDS
from geomap.text.moods import is_counted, is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_heading

__all__ = ["rounded_up", "summed"]

_OF_THESE = re.compile(
    r"[\W_]*(?:(?:they|these|those|the\s+(?:attacks|incidents|dead|toll|victims|violence))\b|"
    r"(?:of|among|in)\s+(?:these|them|those|all)\b|ان\s+(?:میں|واقعات|حملوں)\b)",
    re.IGNORECASE,
)


def summed(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read a sentence that goes on with a sum ("They left 242 people dead") as part of it."""
    answer: list[Scene] = []
    for scene in scenes:
        goes_on = (
            bool(answer)
            and answer[-1].mood == "aggregate"
            and scene.mood in {"none", "reported"}
            and is_counted(scene.counts)
            and not any(is_own_day(span) for span in scene.dates)
            and _OF_THESE.match(text, scene.sentence.start) is not None
        )
        answer.append(replace(scene, mood="aggregate") if goes_on else scene)
    return answer


_ROUND_UP = Pattern(
    r"\b(?:two|three|four|five|six|seven|several|multiple|separate|different|various|[2-9])\s+"
    r"(?:[\w-]+\s+){0,3}?(?:attacks|incidents|blasts|explosions|bombings|operations|encounters|clashes|"
    r"engagements|raids|shootings|killings|abductions|IBOs)\b"
    r"|(?:دو|تین|چار|پانچ|چھ|متعدد|مختلف|الگ\s+الگ)\s+(?:\S+\s+){0,2}?"
    r"(?:حملوں|حملے|واقعات|دھماکوں|دھماکے|کارروائیوں|کارروائیاں|آپریشنز|جھڑپوں|جھڑپیں)",
    re.IGNORECASE,
)
_SPATE = Pattern(
    r"\b(?:string|series|spate|wave|spree|flurry|number)\s+of\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attacks|incidents|blasts|explosions|bombings|raids|shootings|killings|ambushes|assaults)\b"
    r"(?P<wide>\s+(?:across|throughout|around|all\s+over|in\s+(?:different|various|several)\s+\w+\s+of)\s+"
    r"(?:the\s+country\b|Pakistan\b))?",
    re.IGNORECASE,
)
"""Attacks that may be one action of one group, unless each is told with a day or as an item."""
_NAME = r"(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}"
_AT_PLACES = Pattern(
    r"\b(?:attacks|incidents|blasts|explosions|bombings|operations|encounters|clashes|raids|shootings|killings|violence|firing)"
    rf"\s+(?:on\s+(?:[a-z-]+\s+){{1,3}})?(?:in|at|near|across)\s+(?P<places>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})"
)
"""Attacks at places that are told one by one: "attacks in Sukkur, Khairpur and Ghotki"."""
_TOGETHER = Pattern(r"\b(?:co-?ordinated|simultaneous\w*|synchroni[sz]ed)\b", re.IGNORECASE)
_PART_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?([A-Z][\w-]+)"
    r"|([\u0620-\u06ff]+)\s+(?:میں|کے\s+(?:علاقے|قریب))"
)
_ITEM_PLACE = re.compile(r"\W*([A-Z][\w-]+)(?:\s+[A-Z][\w-]+)?:")
_RANKED = re.compile(
    r"\W*(?:in\s+)?the\s+(?:first|second|third|fourth|other)\b|(?:پہل|دوسر|تیسر)[اےی](?!\w)",
    re.IGNORECASE,
)
_GRAVEST = re.compile(
    r"\W*(?:In\s+)?the\s+(?:deadliest|worst|bloodiest|biggest|largest|latest|most\s+serious)\s+(?:of\s+(?:them|these|the\s+\w+)\s+|"
    r"(?:attack|one|blast|bombing|incident)\s+)?(?:came|was|took\s+place|happened|occurred|hit|struck|killed)\b",
    re.IGNORECASE,
)
"""How the gravest of several attacks is told: "the deadliest came in Quetta"."""
_PARTS_WITHIN = 8
_PARTS = 2


def rounded_up(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read a first sentence on several attacks as their sum where each is told after it.

    "Separate attacks left three dead in Bannu and Tank. In Bannu ... In Tank ..."
    """
    told = (n for n, s in enumerate(scenes) if s.mood == "reported" and not is_heading(text, s))
    first = next(told, None)
    if first is None:
        return list(scenes)
    spread = _places_named(text, scenes[first])
    counted = bool(spread) or _ROUND_UP.inside(text, scenes[first].sentence) is not None
    spate = _SPATE.inside(text, scenes[first].sentence)
    counted = counted or (spate is not None and spate["wide"] is not None)
    if not counted and spate is None:
        return list(scenes)
    lead = tuple(replace(one, is_noun=False, definite=False) for one in scenes[first].triggers)
    answer = list(scenes)
    places: list[str] = []
    for at, scene in enumerate(scenes[first + 1 : first + _PARTS_WITHIN], first + 1):
        acted = scene.counts or any(actor.kind in ARMED_KINDS for actor in scene.actors)
        if scene.mood == "none" and acted and _RANKED.match(text, scene.sentence.start):
            answer[at] = replace(scene, mood="reported", triggers=lead)
        if scene.mood == "recalled" and counted and _GRAVEST.match(text, scene.sentence.start):
            answer[at] = replace(scene, mood="reported")
        if answer[at].mood != "reported" or not _tells_part(answer[at]):
            continue
        item = _ITEM_PLACE.match(text, scene.sentence.start, scene.sentence.end)
        if not (counted or item or any(is_own_day(span) for span in scene.dates)):
            continue
        named = item or _PART_PLACE.search(text, scene.sentence.start, scene.sentence.end)
        if named is not None:
            places.append(named[1] or named[2])
    if len(set(places)) < _PARTS or (spread and len(spread & set(places)) < _PARTS):
        return list(scenes)
    answer[first] = replace(answer[first], mood="aggregate")
    return answer


def _places_named(text: str, lead: Scene) -> set[str]:
    """Return the first words of the names of the places at which a lead says that attacks were."""
    named = _AT_PLACES.inside(text, lead.sentence)
    if named is None or _TOGETHER.inside(text, lead.sentence) is not None:
        return set()
    return {name.split()[0] for name in _BETWEEN.split(named["places"])}


_BETWEEN = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")


def _tells_part(scene: Scene) -> bool:
    """Whether a sentence tells an event: with an act or a figure."""
    acts = any(not (one.definite or one.is_noun) for one in scene.triggers)
    return bool(scene.triggers) and (acts or is_counted(scene.counts))
