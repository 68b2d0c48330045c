"""Sentences that hold the sum of what others tell one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_context import ONE_OF
from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.attack_counts import counts_attacks, weeks_in
from geomap.text.moods import is_counted, is_own_day
from geomap.text.operations import ONE_ATTACK
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_heading

__all__ = ["adds_injured", "rounded_up", "summed"]

_OF_THESE = re.compile(
    r"[\W_]*(?:(?:they|these|those|the\s+(?:attacks|incidents|dead|toll|victims|violence))\b|"
    r"(?:of|among|in)\s+(?:these|them|those|all)\b|ان\s+(?:میں|واقعات|حملوں)\b)",
    re.IGNORECASE,
)


def summed(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read a sentence that goes on with a sum ("They left 242 people dead") as part of it."""
    answer: list[Scene] = []
    for scene in scenes:
        before = _last_told(text, answer)
        goes_on = (
            before is not None and before.mood == "aggregate" and _is_more(text, scene, before)
        )
        answer.append(replace(scene, mood="aggregate") if goes_on else scene)
    return answer


def _last_told(text: str, scenes: Sequence[Scene]) -> Scene | None:
    """Return the last sentence, past parts that tell nothing and what says who the dead were."""
    for scene in reversed(scenes[-_PARTS_CUT:]):
        told = scene.mood != "none" or scene.counts or scene.triggers
        if told and not (scene.mood != "aggregate" and _breaks_down(text, scene)):
            return scene
    return scenes[-1] if scenes else None


_PARTS_CUT = 5


def _is_more(text: str, scene: Scene, before: Scene) -> bool:
    """Whether a sentence goes on with the sum before it."""
    if scene.mood not in {"none", "reported", "recalled"} or not is_counted(scene.counts):
        return False
    if _is_of_week(text, scene, before) or _is_of_other_side(text, scene, before):
        return True
    if any(is_own_day(span) for span in scene.dates):
        return False
    if scene.mood == "recalled":
        return _adds_toll(text, scene, before)
    if scene.mood == "none" and adds_injured(scene, [before]):
        return True
    said = _OF_THESE.match(text, scene.sentence.start) is not None
    return said or _adds_toll(text, scene, before)


_NAMES_PLACE = re.compile(
    r"\b(?:in|at|near|outside|across)\s+(?:the\s+)?[A-Z]"
    r"|(?<=[a-z,] )[A-Z][a-z]+\s+(?:was|were|had|saw)\b"
)


def _breaks_down(text: str, scene: Scene) -> bool:
    """Whether a sentence only says who those were that have been counted."""
    return _OF_DEAD.match(text, scene.sentence.start) is not None


_OF_DEAD = re.compile(
    r"[\W_]*(?:of|among)\s+(?:(?:these|them|those|all)\b|the\s+(?:\d+\s+)?(?:dead|deceased|slain|victims|killed|fatalities)\b)"
    r"|[\W_]*(?:ان|ہلاک\s+ہونے\s+والوں|مرنے\s+والوں)\s+میں(?!\w)",
    re.IGNORECASE,
)


def _is_of_week(text: str, scene: Scene, before: Scene) -> bool:
    """Whether a sentence beside a sum gives the toll of a week, of no place and no event."""
    weeks = weeks_in(scene.dates)
    if not weeks or len(weeks) < len(scene.dates) or not scene.families <= {"killing"}:
        return False
    if scene.sentence.paragraph != before.sentence.paragraph or _dead_of(scene) == 0:
        return False
    return _NAMES_PLACE.search(text, scene.sentence.start, scene.sentence.end) is None


_SIDES = frozenset({"militants", "security_forces", "civilians"})
_LONG = 6


def _is_of_other_side(text: str, scene: Scene, before: Scene) -> bool:
    """Whether a sentence gives the dead of one side behind those of another, in weeks or longer.

    "In 400 raids this year 90 militants were killed. Some 12 soldiers lost their lives."
    """
    if scene.dates or scene.sentence.paragraph != before.sentence.paragraph:
        return False
    long = any(s.first and s.last and (s.last - s.first).days > _LONG for s in before.dates)
    if not long or not scene.families <= {"killing"}:
        return False
    here, there = ({c.side for c in one.counts if c.outcome == "killed"} for one in (scene, before))
    apart = bool(here and there) and here | there <= _SIDES and not here & there
    return apart and _NAMES_PLACE.search(text, scene.sentence.start, scene.sentence.end) is None


def _adds_toll(text: str, scene: Scene, before: Scene) -> bool:
    """Whether a sentence only gives the toll of the attacks counted in the sentence before.

    "The body registered 22 incidents. Nine civilians lost their lives and 31 were injured."
    """
    if scene.dates or scene.sentence.paragraph != before.sentence.paragraph:
        return False
    if not scene.families <= {"killing", "abduction"} or _dead_of(before) or not _dead_of(scene):
        return False
    if not counts_attacks(text, before.sentence) or scene.actors != _none_armed(scene):
        return False
    return _NAMES_PLACE.search(text, scene.sentence.start, scene.sentence.end) is None


def _none_armed(scene: Scene) -> tuple[ActorSpan, ...]:
    """Return the actors of a sentence that attack nobody."""
    return tuple(actor for actor in scene.actors if actor.kind not in ARMED_KINDS)


def adds_injured(scene: Scene, told: Sequence[Scene]) -> bool:
    """Whether a sentence counts the injured of a sum that has the dead only."""
    if scene.dates or any(c.outcome == "killed" and c.best for c in scene.counts):
        return False
    hurt = any(count.outcome == "injured" and count.best for count in scene.counts)
    return hurt and not any(c.outcome == "injured" and c.best for one in told for c in one.counts)


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

    "Separate attacks left three dead in Bannu and Tank. In Bannu ... In Tank ..." Whatever its
    words, its figure is a sum where those of the sentences after it, each with a place, add up to
    it.
    """
    told = (n for n, s in enumerate(scenes) if s.mood == "reported" and not is_heading(text, s))
    first = next(told, None)
    if first is None or scenes[first].listed:
        return list(scenes)
    known = any(scene.mood == "aggregate" for scene in scenes[:first])  # the sum was told
    summed_up = not known and _adds_up(text, scenes[first], scenes[first + 1 :])
    spread = _places_named(text, scenes[first])
    spate = _SPATE.inside(text, scenes[first].sentence)
    each = _tells_each(text, scenes, first)
    counted = summed_up or each or bool(spread) or _is_of_many(text, scenes[first], spate)
    if not counted and spate is None:
        return list(scenes)
    answer = list(scenes)
    places: list[str] = []
    within = first + (_EACH_WITHIN if each else _PARTS_WITHIN)
    within = len(scenes) if summed_up else within
    for at, scene in enumerate(scenes[first + 1 : within], first + 1):
        answer[at] = _raised(text, scene, scenes[first], counted=counted)
        parted = _tells_part(answer[at]) or (summed_up and bool(scene.triggers))
        if answer[at].mood != "reported" or not parted:
            continue
        item = _ITEM_PLACE.match(text, scene.sentence.start, scene.sentence.end)
        if not (counted or item or any(is_own_day(span) for span in scene.dates)):
            continue
        named = _part_place(text, scene)
        if named:
            answer[at] = _as_news(answer[at]) if summed_up and named not in places else answer[at]
            places.append(named)
    if len(set(places)) < _PARTS or (spread and len(spread & set(places)) < _PARTS):
        return list(scenes)
    answer[first] = replace(answer[first], mood="aggregate")
    return answer


def _is_of_many(text: str, lead: Scene, spate: re.Match[str] | None) -> bool:
    """Whether a lead counts attacks, or has a spate of them all over the country."""
    wide = spate is not None and spate["wide"] is not None
    if _is_one(text, lead):
        return False
    return wide or _ROUND_UP.inside(text, lead.sentence) is not None


def _is_one(text: str, lead: Scene) -> bool:
    """Whether a lead tells one attack as the first or the worst of several."""
    return ONE_OF.search(text, lead.sentence.start, lead.sentence.end) is not None


def _raised(text: str, scene: Scene, lead: Scene, *, counted: bool) -> Scene:
    """Return a sentence that tells one of several attacks as a report of it."""
    acted = scene.counts or any(actor.kind in ARMED_KINDS for actor in scene.actors)
    if scene.mood == "none" and acted and _RANKED.match(text, scene.sentence.start):
        told = tuple(replace(one, is_noun=False, definite=False) for one in lead.triggers)
        return replace(scene, mood="reported", triggers=told)
    if scene.mood == "recalled" and counted and _GRAVEST.match(text, scene.sentence.start):
        return replace(scene, mood="reported")
    return scene


_PLURAL = Pattern(r"\b(?:killings|shootings|incidents|attacks|violence|murders)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\W*(?:(?:in\s+(?:another|a\s+separate)\s+\w+,\s+|meanwhile,\s+|separately,\s+|moreover,\s+)?"
    r"(?:an?|another|one|two|three|four|five|the\s+body\s+of|the\s+bodies\s+of)|in\s+[A-Z])",
    re.IGNORECASE,
)
_EACH, _EACH_WITHIN = 3, 16


def _tells_each(text: str, scenes: Sequence[Scene], first: int) -> bool:
    """Whether a lead on killings is followed by one victim after another, each with a place.

    "Targeted killings went on in Karachi and five people died. A man was shot dead near ... Two
    brothers were ...".
    """
    if not _dead_of(scenes[first]) or _PLURAL.inside(text, scenes[first].sentence) is None:
        return False
    places = set()
    for scene in scenes[first + 1 : first + _EACH_WITHIN]:
        named = _PART_PLACE.search(text, scene.sentence.start, scene.sentence.end)
        opens = _SOMEBODY.match(text, scene.sentence.start, scene.sentence.end)
        harmed = any(c.outcome in {"killed", "injured"} and c.best for c in scene.counts)
        if scene.mood == "reported" and named and opens and harmed and _tells_part(scene):
            places.add(named[1] or named[2])
    return len(places) >= _EACH


def _dead_of(scene: Scene) -> int:
    """Return how many a sentence says were killed in all."""
    dead = [c.best for c in scene.counts if c.outcome == "killed" and c.best and not c.part]
    return max(dead, default=0)


def _places_named(text: str, lead: Scene) -> set[str]:
    """Return the first words of the names of the places at which a lead says that attacks were."""
    named = _AT_PLACES.inside(text, lead.sentence)
    if named is None or _TOGETHER.inside(text, lead.sentence) is not None:
        return set()
    return {name.removeprefix("the ").split()[0] for name in _BETWEEN.split(named["places"])}


_BETWEEN = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")


def _as_news(scene: Scene) -> Scene:
    """Read "the explosion in Nushki", of which only the sum was told, as news."""
    if not all(one.definite for one in scene.triggers):
        return scene
    told = tuple(replace(one, is_noun=False, definite=False) for one in scene.triggers)
    return replace(scene, triggers=told)


def _part_place(text: str, scene: Scene) -> str:
    """Return the first name that a sentence puts something in, '' where there is none."""
    item = _ITEM_PLACE.match(text, scene.sentence.start, scene.sentence.end)
    named = item or _PART_PLACE.search(text, scene.sentence.start, scene.sentence.end)
    return (named[1] or named[2]) if named is not None else ""


def _adds_up(text: str, lead: Scene, others: Sequence[Scene]) -> bool:
    """Whether the dead, or the injured, of a lead are those of later sentences taken together."""
    totals = {outcome: _harmed(lead, outcome) for outcome in ("killed", "injured")}
    if max(totals.values()) <= _PARTS or ONE_ATTACK.inside(text, lead.sentence):
        return False
    if not _may_be_of_many(text, lead) or _is_one(text, lead):
        return False
    parts = _parts(text, others)
    return any(
        _is_sum(parts, outcome, total) for outcome, total in totals.items() if total > _PARTS
    )


_MANY = Pattern(
    r"\b(?:attacks|incidents|blasts|explosions|bombings|operations|encounters|clashes|engagements|raids|shootings|killings|"
    r"ambushes|strikes|assaults|violence|unrest|districts|areas|parts|places|towns|cities|localities|provinces|"
    r"drones|gunships|jets|militants\s+target\w*)\b"
    r"|واقعات|حملوں|حملے|دھماکوں|دھماکے|کارروائیوں|کارروائیاں|علاقوں|اضلاع|شہروں|تشدد",
    re.IGNORECASE,
)
_WIDE = frozenset({"Balochistan", "Sindh", "Punjab", "Khyber", "KP", "Pakistan", "Karachi", "Fata"})


def _may_be_of_many(text: str, lead: Scene) -> bool:
    """Whether a sentence may sum up events: it names several, several places, or a wide one."""
    start, end = lead.sentence.start, lead.sentence.end
    places = {one[1] or one[2] for one in _PART_PLACE.finditer(text, start, end)}
    return len(places) != 1 or places <= _WIDE or _MANY.inside(text, lead.sentence) is not None


def _parts(text: str, scenes: Sequence[Scene]) -> list[tuple[str, Scene]]:
    """Return the sentences that tell something, each with its place.

    A sentence without a place goes on with the one before it in its paragraph.
    """
    answer: list[tuple[str, Scene]] = []
    place, paragraph = "", -1
    for scene in scenes:
        if scene.mood not in {"reported", "none"} or not (scene.counts or scene.triggers):
            continue
        named = _part_place(text, scene)
        place = named or (place if scene.sentence.paragraph == paragraph else "")
        paragraph = scene.sentence.paragraph
        if place:
            answer.append((place, scene))
    return answer


def _is_sum(parts: Sequence[tuple[str, Scene]], outcome: str, total: int) -> bool:
    """Whether a figure is the sum of those told in other places after it, each less than it."""
    figures: dict[str, int] = {}
    told: set[str] = set()
    for place, scene in parts:
        harmed = _harmed(scene, outcome)
        if harmed:
            figures[place] = max(harmed, figures.get(place, 0))
        if scene.mood == "reported" and _tells_part(scene):
            told.add(place)
    return len(told & figures.keys()) >= _PARTS and sum(figures.values()) == total


def _harmed(scene: Scene, outcome: str) -> int:
    """Return how many people of an outcome a sentence tells, parts of a figure left out."""
    counts = (c for c in scene.counts if c.outcome == outcome and not (c.part or c.update))
    return sum(count.best or 0 for count in counts)


def _tells_part(scene: Scene) -> bool:
    """Whether a sentence tells an event: with an act or a figure."""
    acts = any(not (one.definite or one.is_noun) for one in scene.triggers)
    return bool(scene.triggers) and (acts or is_counted(scene.counts))
