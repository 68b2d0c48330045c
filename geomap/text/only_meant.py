"""Acts that a sentence names as a charge or a plan beside arrests: "wanted for kidnappings"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.events import Trigger

__all__ = ["without_plans"]

_CHARGED = re.compile(
    r"\b(?:wanted|sought|implicated|nominated|booked)\s+(?:(?:by\s+\w+|over|for|in|of|with)\s+)"
    r"(?:(?!\b(?:was|were|had|have|has|when|after|who|killed|shot)\b)[\w-]+,?\s+){0,6}\Z"
    r"|\b(?:foil|thwart|avert|prevent|frustrat)(?:ed|ing)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:(?:plan|plot|attempt|bid|conspiracy)s?\s+(?:to|of|for)\s+)?(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?\Z"
    r"|\b(?:plan(?:s|ned|ning)?|plot(?:s|ted|ting)?|conspir(?:ed|ing)|prepar(?:ed|ing))\s+(?:to\s+|of\s+|for\s+)?(?:(?:carry|carrying)\s+out\s+)?(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?\Z",
    re.IGNORECASE,
)
_REACH = 90
_MEANT = {"armed", "explosion", "abduction", "property"}
_TAKEN = {"arrest", "capture", "killing", "clash"}


def without_plans(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out what those who were taken or shot stood accused of, or had planned.

    "The CTD arrested four men, foiling an attack on a mosque", "shot dead two robbers wanted for
    kidnappings": the attack never came, the kidnappings were others.

    Parameters
    ----------
    text
        The article's text.
    triggers
        Those of one sentence.
    """
    triggers = [one for one in triggers if not _is_promised(text, one)]
    if not any(one.family in _TAKEN for one in triggers):
        return triggers
    triggers = [one for one in triggers if not _is_loot(text, one)]
    return [one for one in triggers if one.family not in _MEANT or not _is_only_meant(text, one)]


_LOOTED = re.compile(
    r"\b(?:(?:its|their|our)\s+(?:fighters|men|sarmachars?|guerrillas|mujahideen|units?)|raiders|attackers|gunm[ae]n|assailants)\b"
    r"(?:(?!\b(?:police|troops|forces|soldiers\s+(?:had\s+)?(?:seized|recovered))\b)[^.;:]){0,120}?\b(?:seized|seizing|captured|capturing|took|taking|made\s+off\s+with)\s+"
    r"(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)


_CACHE = re.compile(r"\b(?:cache|haul|stash)", re.IGNORECASE)


def _is_loot(text: str, trigger: Trigger) -> bool:
    """Whether weapons were what attackers took, no find of forces."""
    if trigger.family != "disrupted":
        return False
    start = max(0, trigger.start - 2 * _REACH)
    cache = _CACHE.search(text, trigger.start, trigger.end)
    return _LOOTED.search(text[start : cache.start() if cache else trigger.start]) is not None


_PROMISED = re.compile(
    r"\b(?:promis|assur|pledg|vow|agree|undert)\w*\s+(?:\w+\s+){0,3}?to\s+(?:look\s+into|inquire\s+into|investigate|probe|address|curb|stop|end|halt|check|prevent)\s+"
    r"(?:[\w’'-]+\s+){0,8}\Z",
    re.IGNORECASE,
)
"""What officials will look into: "promised to look into the burning of lorries"."""


def _is_promised(text: str, trigger: Trigger) -> bool:
    """Whether a noun, or a gerund, is what somebody promises to look into or to stop."""
    if not (trigger.is_noun or text.endswith("ing", trigger.start, trigger.end)):
        return False
    before = re.split(r"[.;:]\s", text[max(0, trigger.start - _REACH) : trigger.start])[-1]
    return _PROMISED.search(before) is not None


def _is_only_meant(text: str, trigger: Trigger) -> bool:
    """Whether words of a charge or a plan stand right before an act."""
    start = max(0, trigger.start - _REACH)
    before = re.split(r"[.;:]\s", text[start : trigger.start])[-1]
    return _CHARGED.search(before) is not None
