"""Protests that go on for days: which day it is, that they go on, and when they began."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.drafts import Draft
from geomap.text.earlier import latest_attack
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.unrest import INTERVENTION

__all__ = [
    "NTH_DAY",
    "begins_protest",
    "days_ended",
    "ends_protest",
    "event_of",
    "is_protest_going_on",
]

NTH_DAY = Pattern(
    r"\b(?:for|on|into|enter\w*|completed)\s+(?:(?:an?|the|its|their)\s+)?"
    r"(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d\d?(?=st|nd|rd|th))"
    r"(?:st|nd|rd|th)?\s+(?:(?:consecutive|successive|straight|running|full)\s+)?day\b(?!\s+of\b)"
    r"|(?P<urdu>دوسرے|تیسرے|چوتھے|پانچویں|چھٹے|ساتویں|آٹھویں|نویں|دسویں)\s+(?:روز|دن)\s+(?:بھی|میں\s+داخل)",
    re.IGNORECASE,
)
"""Which day it is of what goes on: "for a second day", "entered its third day"."""

_ENDED = Pattern(
    r"\b(?:called\s+off|ended|wound\s+up|lifted|concluded|withdrew|suspended|gave\s+up)\s+(?:an?|the|their|its|his|her)\s+"
    r"(?P<n>two|three|four|[2-4])[\s-]days?(?:[\s-]long)?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:sit-in|protest|strike|blockade|shutdown|demonstration|fast|camp|boycott)\b"
    r"|\b(?P<long>two|three|four|[2-4])[\s-]days?(?:[\s-]long)?\s+(?:[\w-]+\s+){0,2}?(?:sit-in|protest|strike|blockade|shutdown|camp)\b"
    r"[^.;]{0,80}?\b(?:ended|was\s+(?:called\s+off|lifted|wound\s+up))\b"
    r"|(?P<urdu>دو|تین|چار)\s+روزہ\s+(?:\S+\s+){0,2}?(?:دھرنا|احتجاج|ہڑتال|احتجاجی\s+کیمپ)\s+(?:\S+\s+){0,3}?ختم",
    re.IGNORECASE,
)
_NOT_BEGUN = Pattern(
    r"\b(?:before|that|which|had|was|were|been)\s+(?:[\w-]+\s+){0,3}?(?:to\s+(?:begin|start|be\s+held)|due|planned|scheduled|"
    r"announced\s+for|called\s+for)\b",
    re.IGNORECASE,
)
"""What is called off has not begun: "hours before it was to begin"."""
_LENGTHS = {"two": 2, "three": 3, "four": 4, "دو": 2, "تین": 3, "چار": 4}


def days_ended(text: str, scene: Scene) -> int:
    """Return how many days a protest had lasted that is ended: "called off a three-day sit-in"."""
    found = _ENDED.inside(text, scene.sentence)
    if found is None or _NOT_BEGUN.inside(text, scene.sentence) is not None:
        return 0
    words = (found["n"] or found["long"] or found["urdu"]).lower()
    return _LENGTHS.get(words) or int(words)


_LASTS = Pattern(
    r"\b(?:continued|continues|went\s+on|goes\s+on|persisted|dragged\s+on|remained\s+in\s+(?:place|force)|"
    r"was\s+(?:still\s+)?(?:continuing|going\s+on|under\s+way))\b",
    re.IGNORECASE,
)


def is_protest_going_on(text: str, scene: Scene) -> bool:
    """Whether "the sit-in entered its fifth day", so that it is news although it is known."""
    if not any(trigger.family == "protest" for trigger in scene.triggers):
        return False
    return any(one.inside(text, scene.sentence) is not None for one in (NTH_DAY, _LASTS))


_IT_BEGAN = Pattern(
    r"(?:\A|(?<=[.!?:\n] )|(?<=\n))(?:it|the(?:ir)?\s+(?:[\w-]+\s+){0,2}?(?:protest|sit-in|strike|"
    r"blockade|camp|march|shutdown|demonstration|agitation|boycott|hunger\s+strike|movement))\s+(?:had\s+|was\s+|has\s+|been\s+){0,3}"
    r"(?:begun|began|started|launched|commenced|set\s+up|initiated|called)\b"
    r"|(?:احتجاج|دھرن[اے]|ہڑتال|لانگ\s+مارچ)\s+(?:\S+\s+){0,4}?(?:شروع|آغاز)(?!\w)",
    re.IGNORECASE,
)
"""How the beginning of a protest is told, that was told of before."""


_SAT_SINCE = Pattern(
    r"\b(?:had|have|has)\s+been\s+(?:\w+ly\s+)?(?:sitting|camping|camped|protesting|blocking|staging|encamped|on\s+(?:a\s+|the\s+)?(?:strike|road|highway))\b"
    r"[^.;]{0,80}?\bsince\b"
    r"|(?<!\w)سے\s+(?:\S+\s+){0,6}?(?:بیٹھے|بیٹھی|سراپا\s+احتجاج|دھرنا\s+دی\S+|احتجاج\s+کر)\s+(?:\S+\s+){0,2}?(?:تھے|تھیں|ہیں|ہوئے)(?!\w)",
    re.IGNORECASE,
)
"""Since when those protest whose protest was told before: "had been sitting there since"."""
_ENDS = Pattern(
    r"\b(?:sit-?ins?|protests?|strike|blockade|camp|dharna|shutdown|hunger\s+strike)\b[^.;]{0,90}?"
    r"\b(?:ended|concluded|(?:was|were)\s+(?:called\s+off|lifted|ended|wound\s+up))\b"
    r"|\b(?:ended|called\s+off|lifted|wound\s+up|concluded)\s+(?:their|a|the|its|his|her)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:sit-?in|protest|strike|blockade|camp|dharna|shutdown)\b",
    re.IGNORECASE,
)


def ends_protest(text: str, scene: Scene) -> bool:
    """Whether a sentence tells that a protest, not told before, has ended: then it was held."""
    return _ENDS.inside(text, scene.sentence) is not None and not _NOT_BEGUN.inside(
        text, scene.sentence
    )


def begins_protest(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence only says when the protest told before began."""
    if current.group != "unrest" or any(trigger.family != "protest" for trigger in scene.triggers):
        return False
    if scene.dates and _SAT_SINCE.inside(text, scene.sentence) is not None:
        return True
    return bool(scene.dates) and _IT_BEGAN.inside(text, scene.sentence) is not None


def event_of(
    text: str, scene: Scene, drafts: Sequence[Draft], current: Draft | None
) -> Draft | None:
    """Return the event of which a sentence without a trigger tells more.

    The figures and the group that claims are those of the attack, not of the protest after it.

    Parameters
    ----------
    text
        The article.
    scene
        The sentence.
    drafts
        All events so far.
    current
        The event told last.
    """
    if current is None:
        return None
    if current.group == "unrest" and scene.names_group and scene.bases(text):
        return latest_attack(drafts, current)
    harmed = any(c.outcome in {"killed", "injured"} and c.best for c in scene.counts)
    if not harmed or not (_is_peaceful(current) or _is_of_wards(scene, current)):
        return current
    told = (draft for draft in drafts if not draft.statistic and draft is not current)
    earlier = [draft for draft in told if not _is_peaceful(draft)]
    return earlier[-1] if earlier else current


def _is_of_wards(scene: Scene, current: Draft) -> bool:
    """Whether a hospital tells of the wounded of an attack after a riot that hurt nobody."""
    if current.group != "unrest" or not scene.counts:
        return False
    if any(c.outcome != "injured" or c.speaker != "hospital" for c in scene.counts):
        return False
    own = (count for one in current.scenes for count in one.counts)
    return not any(count.outcome == "injured" and count.best for count in own)


def _is_peaceful(draft: Draft) -> bool:
    """Whether an event is a protest without a clash and without victims."""
    families = {trigger.family for trigger in draft.triggers}
    broken_up = any(trigger.sub_event_type == INTERVENTION for trigger in draft.triggers)
    every = (count for scene in draft.scenes for count in scene.counts)
    counted = any(count.best and "number" not in count.rules for count in every)
    return bool(families) and families <= {"protest"} and not (counted or broken_up)
