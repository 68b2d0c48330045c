"""Which sentences of an article may say where an event was.

Those that report one by themselves, those that go on with one reported before, and headings over
them. Arrests after an event, and older events of the same kind, are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from geomap.text.dates import DateSpan
from geomap.text.patterns import Pattern
from geomap.text.scenes import Reading, Scene, is_heading
from geomap.text.stays import Stay
from geomap.text.what_happened import asks_what_happened

__all__ = ["locating_scenes"]


def locating_scenes(reading: Reading, stays: Sequence[Stay]) -> tuple[set[int], int]:
    """Return the sentences whose places may be where an event was, and the first of them.

    Those that report one by themselves; those that go on with one reported before; and headings
    over one that does. Arrests after an event and older events of the same kind are not meant.
    """
    text, scenes = reading.article.text, reading.scenes
    found: set[int] = set()
    days: list[date] = []
    firm = [scene.is_firm for scene in scenes]
    last_firm = max((index for index, one in enumerate(firm) if one), default=-1)
    headings = [is_heading(text, scene) for scene in scenes]
    for index in {stay.scene for stay in stays}:
        headings[index] = headings[index] or _is_bare_name(text, stays, scenes[index], index)
    below = _next_plain(headings)
    latest, attacked = -1, False
    for index, scene in enumerate(scenes):
        if headings[index]:
            under = below[index]
            if under is None or index > last_firm:
                continue
            if _heads_events(reading, stays, index, firm=firm[under]):
                found.add(index)
        elif firm[index] or (found and _goes_on(scene)) or _leads(scene, index):
            after = attacked and scene.is_follow_up
            dated = scene.is_capture or any(_is_day(span) for span in scene.dates)
            after = after and not ((dated and scene.says("new")) or _is_later_raid(scene, days))
            recalls = after or _recalls(text, scene) or (bool(days) and _is_older(scene, days))
            if found and recalls and not scene.listed:
                continue
            if not scene.listed:
                days += [span.first for span in scene.dates if span.first and _is_day(span)]
            attacked = attacked or not (scene.is_capture or scene.is_follow_up)
            found.add(index)
            latest = index
        elif (index < last_firm and _announces(text, scene)) or (
            0 <= latest < index <= latest + _REACH and _shows_the_spot(text, scene)
        ):
            found.add(index)
    return found, min(found, default=len(scenes))


def _is_later_raid(scene: Scene, days: Sequence[date]) -> bool:
    """Whether militants were arrested on a day after the first of the events told before."""
    own = [span.first for span in scene.dates if span.first and _is_day(span)]
    return scene.is_capture and bool(days and own) and min(own) > min(days)


_REACH = 2
"""Sentences after one that reports an event in which its spot may still be named."""

_ON_THE_SPOT = Pattern(
    r"\b(?:(?:it|this|the\s+(?:attack|blast|clash|incident|shooting|shootout|explosion|raid|ambush|fight|"
    r"encounter|exchange|killing|robbery|abduction))\s+(?:happened|occurred|unfolded|took\s+place|came)|"
    r"intercepted|ambushed|waylaid|waved\s+down|flagged\s+down|pulled\s+off|picked\s+up|encircled|"
    r"surrounded|cornered|spotted|challenged|came\s+down\s+from|swooped|"
    r"(?:was|were|had\s+been)\s+(?:hit|struck|blown|damaged|destroyed|seized|taken\s+(?:from|off|away)|"
    r"planted|buried|concealed|hidden|placed|rigged|attacked|targeted))\b"
    r"|\b(?:they|he|she|(?:the|all)\s+(?:\w+\s+)?(?:men|victims|workers|labourers|masons|miners|drivers|family|group|brothers|dead|"
    r"slain|two|three|four|five|six|seven))(?:,\s[^,;.]{3,60},)?\s+(?:had\s+been|were|was)\s+(?:\w+ly\s+|also\s+|all\s+|both\s+)?"
    r"(?:working|building|digging|repairing|sleeping|grazing|hired\s+to|employed|picking|loading|drilling|harvesting|"
    r"collecting|cutting|laying|camping|staying|fishing|hunting|engaged\s+in|playing|waiting|sitting|resting)\b"
    r"|\bbod(?:y|ies)\b"
    r"|\b(?:the|this)\s+(?:exact\s+|precise\s+)?(?:spot|scene|site|place|location|section|stretch|point)\s+(?:of\s+(?:the\s+)?\w+\s+)?"
    r"(?:is|was|lies|lay|falls|fell)\b(?!\s+(?:cordoned|sealed|cleared|visited|searched|secured|being))"
    r"|بم\s+(?:لگا|رکھ)\S*\s+(?:گیا|گئ)|\sپھٹ(?:ا|ی|نے)(?!\w)|پیش\s+آ(?:یا|ئی|ئے)|رونما\s+ہو|گھات\s+لگا|نصب\s+(?:کیا|کی|تھا)|ناکہ\s+لگا|روک\s+کر|اتار\s+کر",
    re.IGNORECASE,
)
"""What was done on the spot, in sentences that neither name the event nor count victims."""


def _shows_the_spot(text: str, scene: Scene) -> bool:
    """Whether a sentence right after a report tells what was done, and so may name the spot."""
    return scene.mood == "none" and _ON_THE_SPOT.inside(text, scene.sentence) is not None


def _next_plain(headings: Sequence[bool]) -> list[int | None]:
    """Return for each sentence the first one below it that is no heading, or None."""
    answer: list[int | None] = [None] * len(headings)
    for index in range(len(headings) - 2, -1, -1):
        answer[index] = answer[index + 1] if headings[index + 1] else index + 1
    return answer


_LEAD = 2


def _leads(scene: Scene, index: int) -> bool:
    """Whether a sentence at the start reports an event, though it is not firm.

    It names neither day nor figure, or is a claim of "the storming of a post in ... on Friday".
    """
    if index >= _LEAD or scene.mood != "reported":
        return False
    fresh = any(not trigger.definite for trigger in scene.triggers)
    return fresh or any(_is_day(span) for span in scene.dates)


_RECALLS = Pattern(
    r"[\W_]*(?:(?:Earlier|Late)\s+(?:this|last)\s+(?:month|year)|Last\s+(?:month|year)|"
    r"In\s+(?:recent|past|previous)\s+(?:weeks|months|years)|In\s+(?:a\s+)?similar|Previously|"
    r"A\s+(?:month|year|few\s+(?:weeks|months|years))\s+(?:ago|earlier)|In\s+the\s+past|"
    r"(?:Two|Three|Several|Some)\s+(?:weeks|months|years)\s+(?:ago|earlier))\b",
)


def _recalls(text: str, scene: Scene) -> bool:
    """Whether a sentence opens by pointing at an earlier time."""
    if not scene.sentence.marks & _RECALLS.mark:
        return False
    return _RECALLS.pattern.match(text, scene.sentence.start) is not None


def _is_day(span: DateSpan) -> bool:
    return span.precision in {"day", "range", "week"} and "future" not in span.rules


_LONG_AGO = 10


def _is_older(scene: Scene, days: Sequence[date]) -> bool:
    """Whether every date of a sentence lies well before the days of the events so far."""
    spans = [span for span in scene.dates if span.last is not None and "future" not in span.rules]
    if not spans:
        return False
    newest = max(span.last for span in spans if span.last is not None)
    coarse = any(span.precision in {"month", "year"} for span in spans)
    gap = (min(days) - newest).days
    return gap > _LONG_AGO or (coarse and gap > 0)


_ROUND_UP = re.compile(
    r"\b(?:events?|incidents?|violence|attacks|round-?up|timeline|review|update|situation|chronology|"
    r"brief|briefs|report|security|diary|log|monitor|note)\b|واقعات|خلاصہ|جائزہ|رپورٹ",
    re.IGNORECASE,
)
_HEADING_WORDS = re.compile(
    r"[\W\d_]+|\b(?:and|district|division|province|region|tehsil|the|of|area|first|next|then|finally|now|to|in)\b|ضلع|ڈویژن|صوبہ|اور",
    re.IGNORECASE,
)


def _heads_events(reading: Reading, stays: Sequence[Stay], index: int, *, firm: bool) -> bool:
    """Whether a heading stands over reported events: the next sentence's, or a whole round-up's.

    `firm`: whether the next sentence that is no heading reports one by itself.
    """
    text, scene = reading.article.text, reading.scenes[index]
    first = bisect_left(stays, index, key=_scene_of)
    names = stays[first : bisect_right(stays, index, lo=first, key=_scene_of)]
    if not names:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    if firm:
        rest = text[start : names[0].name.start] + " " + text[names[-1].end : end]
        if scene.triggers or not _HEADING_WORDS.sub("", rest):
            return True
    return index == 0 and scene.mood == "none" and _ROUND_UP.search(text, start, end) is not None


_BARE_LENGTH = 40


def _is_bare_name(text: str, stays: Sequence[Stay], scene: Scene, index: int) -> bool:
    """Whether a sentence is but the name of the place of what follows: "Balochistan."."""
    start, end = scene.sentence.start, scene.sentence.end
    if end - start > _BARE_LENGTH:
        return False
    first = bisect_left(stays, index, key=_scene_of)
    names = stays[first : bisect_right(stays, index, lo=first, key=_scene_of)]
    rest = text[start : names[0].name.start] + " " + text[names[-1].end : end]
    return not _HEADING_WORDS.sub("", rest)


def _scene_of(stay: Stay) -> int:
    return stay.scene


_ROUND_UP_DAYS = 14


_MANY_EVENTS = Pattern(
    r"\b(?:incidents|attacks|events|acts)\b|واقعات|\b[Aa]ll\s+(?:places|incidents|locations|events)\s+are",
)
_SEVERAL = Pattern(
    r"\b(?:in|for|claimed|claims|of|carried\s+out|conducted)\s+(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"\d+)\s+(?:[\w-]+\s+){0,2}?(?:operations|attacks|incidents|actions|raids|ambushes|blasts)\b"
    r"(?:\s+(?:carried\s+out|conducted))?\s+in\b",
)
"""Attacks counted in the lead of a claim or a round-up that then tells them one by one."""
_ALL_PLACES = Pattern(
    r"\b(?:[Aa]ll|[Tt]he)\s+(?:places|incidents|locations|events)(?:\s+\w+)?\s+are\s+in\b"
)


def _opens_round_up(text: str, scene: Scene) -> bool:
    """Whether a sentence sums up the days of a round-up, and so names the area of what follows."""
    if _ALL_PLACES.inside(text, scene.sentence):
        return True
    spans = [span for span in scene.dates if span.first is not None and span.last is not None]
    if not spans:
        return _SEVERAL.inside(text, scene.sentence) is not None
    many = scene.mood == "none" and _MANY_EVENTS.inside(text, scene.sentence)
    return bool(
        (scene.mood == "aggregate" or many)
        and all(
            (span.last - span.first).days <= _ROUND_UP_DAYS
            for span in spans
            if span.first is not None and span.last is not None
        )
    )


def _announces(text: str, scene: Scene) -> bool:
    """Whether a sentence names the area of what is told below: of a round-up or of one event."""
    return _opens_round_up(text, scene) or asks_what_happened(text, scene.sentence)


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence may go on with an event: it refers to one, or counts its victims."""
    if scene.mood != "none":
        return scene.mood == "reported"
    return any(count.best and count.outcome in {"killed", "injured"} for count in scene.counts)
