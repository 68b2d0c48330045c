"""Events of which it is in dispute who did them: "both sides blamed each other"."""

from __future__ import annotations

import re

from geomap.text.culprits import Blame
from geomap.text.drafts import Draft
from geomap.text.feuds import is_feud
from geomap.text.patterns import Pattern

__all__ = ["in_dispute"]

_SIDES = r"(?:both|the\s+two|the\s+rival)\s+(?:sides?|groups?|parties|camps|factions)"
_DISPUTED = Pattern(
    r"\b(?:origins?|causes?|authors?|source|responsibility)\s+(?:of|for|behind)\s+(?:the|this|that)\s+"
    r"(?:[\w-]+\s+){1,4}?(?:is|are|was|were|remains?|remained)\s+(?:\w+\s+)?"
    r"(?:disputed|contested|in\s+dispute|a\s+matter\s+of\s+dispute)\b"
    rf"|\b{_SIDES}\s+(?:\w+\s+){{0,2}}?(?:blam|accus)\w+\s+(?:each\s+other|one\s+another|the\s+other)\b"
    r"|\b(?:traded|exchanged)\s+(?:blame|accusations)\b|\beach\s+(?:side\s+)?(?:blam|accus)\w+\s+the\s+other\b"
    r"|(?:فریقین|دونوں\s+فریقوں|دونوں\s+گروپوں)\s+نے\s+(?:اس\s+کا\s+)?(?:الزام\s+)?ایک\s+دوسرے\s+پر",
    re.IGNORECASE,
)
_REACH = 5
"""Sentences of an event that are looked at."""


def in_dispute(text: str, draft: Draft, kind: str, named: Blame | None) -> Blame | None:
    """Return the blame of nobody where both sides blame each other, and no group has claimed it.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    kind
        The account's kind.
    named
        The blame of a group that the text names, if it does.
    """
    if kind != "incident" or (named is not None and named.basis == "claimed"):
        return None
    near = draft.scenes[:_REACH]
    disputed = any(_DISPUTED.inside(text, scene.sentence) is not None for scene in near)
    return Blame(rule="actor:in dispute") if disputed and not is_feud(text, draft) else None
