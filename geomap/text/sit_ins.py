"""Protests that go on for days: which day it is, that they go on, and when they began."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["NTH_DAY", "begins_protest", "days_ended", "is_protest_going_on"]

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
    r"|(?P<urdu>دو|تین|چار)\s+روزہ\s+(?:\S+\s+){0,2}?(?:دھرنا|احتجاج|ہڑتال|احتجاجی\s+کیمپ)\s+(?:\S+\s+){0,3}?ختم",
    re.IGNORECASE,
)
_LENGTHS = {"two": 2, "three": 3, "four": 4, "دو": 2, "تین": 3, "چار": 4}


def days_ended(text: str, scene: Scene) -> int:
    """Return how many days a protest had lasted that is ended: "called off a three-day sit-in"."""
    found = _ENDED.inside(text, scene.sentence)
    if found is None:
        return 0
    words = (found["n"] or found["urdu"]).lower()
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


def begins_protest(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence only says when the protest told before began."""
    if current.group != "unrest" or any(trigger.family != "protest" for trigger in scene.triggers):
        return False
    return bool(scene.dates) and _IT_BEGAN.inside(text, scene.sentence) is not None
