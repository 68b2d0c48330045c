"""The day on which those who met set out, told around a sentence that has only a day of speaking.

"The navy said on Monday that a boat was fired on. The patrol had hailed it at 3am on Saturday."
"""

from __future__ import annotations

import re

from geomap.text._date_ranks import AFTERMATH, ASIDE
from geomap.text.actors import ARMED_KINDS, FORCES
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, ranked_dates
from geomap.text.scenes import Reading, Scene
from geomap.text.what_happened import asks_what_happened

__all__ = ["just_before", "scene_before", "set_out"]

_SCENES = 3
"""Scenes within which those who set out are told of, and days by which a spoken day may lag."""
_ACTED = FORCES | ARMED_KINDS
_HAD = re.compile(
    r"\b(?:patrol|convoy|boat|vehicle|van|bus|coach|truck|train|team|party|victims?|attackers?|assailants|"
    r"passengers|men|troops|crew|labourers|workers)\s+had\s+(?!no\b|not\b|said\b|told\b|warned\b)"
    r"|\b(?:movement|presence|group|infiltration|attempt|attackers|men|they)\b[^.;]{0,60}?\b(?:was|were)\s+"
    r"(?:picked\s+up|detected|spotted|observed|noticed|intercepted|foiled|made|sighted|seen|engaged|surrounded)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b|\b(?:dawn|midnight|sunrise|sunset|dusk|noon|night|"
    r"evening|morning|hours|afternoon)\b",
    re.IGNORECASE,
)


def set_out(text: str, draft: Draft, spoken: DateSpan) -> DateSpan | None:
    """Return the day on which, by a sentence soon after, those who fought set out or met.

    "ISPR said on Friday" may stand above "a patrol intercepted armed men on the night of ...".

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    spoken
        Its day, which is that of speaking.
    """
    if spoken.first is None:
        return None
    for scene in draft.scenes[1:_SCENES]:
        acted = any(actor.kind in _ACTED for actor in scene.actors) or _had_begun(text, scene)
        if scene.triggers or not acted:
            continue
        for rank, span in ranked_dates(text, scene):
            near = span.first is not None and 0 <= (spoken.first - span.first).days < _SCENES
            if rank < ASIDE and span.precision == "day" and near:
                return span
    return None


def _had_begun(text: str, scene: Scene) -> bool:
    """Whether a sentence says what those attacked had been about, with the time of day."""
    bounds = scene.sentence.start, scene.sentence.end
    return _HAD.search(text, *bounds) is not None and _CLOCK.search(text, *bounds) is not None


_NEAR_BEFORE = 2
_OLD_DAYS = 60


def just_before(text: str, draft: Draft, reading: Reading) -> DateSpan | None:
    """Return the date of a sentence just before that reports nothing ("Last week it was worse").

    For a protest a date that lies months back is that of something else.
    """
    first, published = draft.scenes[0].sentence.number, reading.article.published
    for scene in reversed(reading.scenes[max(0, first - _NEAR_BEFORE) : first]):
        if scene.mood != "none":
            return None
        for rank, span in ranked_dates(text, scene):
            long = published and span.last and (published - span.last).days > _OLD_DAYS
            old = long and draft.group == "unrest"
            if rank < AFTERMATH and not (span.since or old):
                return span
    return None


_STEPS = 160
"""Characters behind a day within which those who acted come on."""
_CAME = re.compile(
    r"\b(?:walked|came|drove|entered|arrived|stormed|boarded|landed|crept|approached|rode|ran|burst|climbed|"
    r"pulled\s+up|stopped|appeared|gathered|waited|knocked|barged|slipped|ambushed|surrounded)\b",
    re.IGNORECASE,
)
_LAG = 3
"""Days by which a day of speaking may lag behind the scene that was told before it."""


def scene_before(text: str, draft: Draft, spoken: DateSpan, reading: Reading) -> DateSpan | None:
    """Return the day of the scene that is set just before those who acted are told of.

    "Around eight on Tuesday four men walked up to a house. All four were killed, officials said in
    a count on Wednesday."

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    spoken
        Its day, which is that of speaking.
    reading
        The article, read.
    """
    before = just_before(text, draft, reading)
    if before is not None and _CAME.search(text, before.start, before.end + _STEPS) is None:
        asked = reading.scenes[draft.scenes[0].sentence.number - 1].sentence
        return before if asks_what_happened(text, asked) else None
    if before is None or before.first is None or spoken.first is None or before.precision != "day":
        return None
    return before if 0 < (spoken.first - before.first).days <= _LAG else None
