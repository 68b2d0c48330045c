"""Reports told as they come in, each paragraph with its hour: the figures of the last hour stand.

The newest often stands first, above the one that tells what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.figure_clauses import scene_of
from geomap.text.scenes import Reading, Scene

__all__ = ["in_log", "log_scenes"]

_LABEL = re.compile(
    r"\W*(?P<later>(?:UPDATE|Update|LATEST)\b[^\n]{0,24}?)?(?:[A-Z][a-z]+day,?\s+)?"
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>am|pm|AM|PM|a\.m\.|p\.m\.)?(?:\s+(?:PKT|PST|hrs))?\s*(?:[-–—:|]|$|(?<=:\d\d\s)(?=[A-Z\u0620-\u06ff]))"
)
_DAY, _HALF, _HOUR = 1440, 720, 60
_FEW = 3
"""From so many paragraphs with an hour on, they are a log."""
_HARM = ("killed", "injured")
_HINTS = frozenset({"care", "weak", "moved", "condition"})


def log_scenes(reading: Reading, draft: Draft) -> list[Scene]:
    """Return the sentences of a log that stand above the one in which its event is told.

    Parameters
    ----------
    reading
        The article.
    draft
        The event.
    """
    above: list[Scene] = []
    for scene in reversed(reading.scenes[: draft.scenes[0].sentence.number]):
        if scene.triggers and scene.mood == "reported":
            return []
        above.append(scene)
    if not above or len(_hours(reading.article.text, reading.scenes)) < _FEW:
        return []
    return [scene for scene in reversed(above) if scene.mood in {"none", "reported"}]


def in_log(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let the figures of the last hour of a log stand.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    """
    hours = _hours(text, scenes)
    if len(hours) < _FEW:
        return list(counts)
    answer = list(counts)
    for outcome in _HARM:
        told = {
            id(c): hours[paragraph]
            for c in counts
            if c.outcome == outcome
            and _is_of_all(c)
            and (paragraph := scene_of(scenes, c).sentence.paragraph) in hours
        }
        if len(set(told.values())) > 1:
            last = max(told.values())
            answer = [_as_of(c, told.get(id(c)), last) for c in answer]
    return answer


def _as_of(count: Count, hour: int | None, last: int) -> Count:
    """Return a figure as one of the last hour, or of an earlier one."""
    if hour is None:
        return count
    if hour < last:
        return replace(count, update=False, rules=(*count.rules, "earlier"))
    rules = tuple(rule for rule in count.rules if rule not in _HINTS)
    return replace(count, update=True, increment=False, rules=rules)


def _is_of_all(count: Count) -> bool:
    return count.is_whole and count.side == "unknown" and count.speaker != "claimant"


def _hours(text: str, scenes: Iterable[Scene]) -> dict[int, int]:
    """Return the minute of the day at which each paragraph of a log was told."""
    answer: dict[int, int] = {}
    seen: set[int] = set()
    for scene in scenes:
        sentence = scene.sentence
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        label = _LABEL.match(text, sentence.start, sentence.end)
        if label is None or not (label["half"] or label["minute"]):
            continue
        hour = int(label["hour"])
        late = (label["half"] or "").lower().startswith("p") and hour < _HALF // _HOUR
        minutes = _HOUR * hour + int(label["minute"] or 0) + (_HALF if late else 0)
        answer[sentence.paragraph] = minutes + (_DAY if label["later"] else 0)
    return answer
