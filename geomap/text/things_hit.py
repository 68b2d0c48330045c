"""What was hit: the thing by which a claim names one of the events told before it.

"For the pipeline a claim came from one group; the tower was claimed by another."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.drafts import Draft

__all__ = ["told_by_thing"]

_THINGS = tuple(
    (
        re.compile(rf"\b(?:the|this|that)\s+(?:\w+\s+)?(?:{words})\b|(?:{urdu})", re.IGNORECASE),
        re.compile(rf"\b(?:{words})\b|(?:{urdu})", re.IGNORECASE),
    )
    for words, urdu in (
        (r"pipe-?lines?", r"پائپ\s?لائن"),
        (r"towers?|pylons?", r"ٹاور|کھمب"),
        (r"trains?|(?:railway\s+)?tracks?|railway\s+line", r"ٹرین|پٹڑی|پٹری"),
        (r"bridges?|culverts?", r"پل(?!\w)"),
        (r"convoys?", r"قافل"),
        (
            r"checkposts?|check-posts?|posts?(?!\s+(?:such|that|a|an|the|its|it|on|videos?)\b)|pickets?|camps?|(?:police|levies)\s+(?:station|post)",
            r"چوکی|تھان",
        ),
        (r"bank", r"بینک"),
        (r"tankers?", r"ٹینکر"),
    )
)
"""Words for a thing as a claim names it, and as the report told it."""


def told_by_thing(text: str, words: str, told: Sequence[Draft]) -> Sequence[Draft]:
    """Return the one event that hit the thing which a claim names, or none.

    Parameters
    ----------
    text
        The article's text.
    words
        The words of the claim.
    told
        The events told before it.
    """
    for named, hit in _THINGS:
        if named.search(words) is None:
            continue
        fits = [one for one in told if _is_told(text, one, hit)]
        if len(fits) == 1 and len(told) > 1:
            return fits
    return ()


def _is_told(text: str, draft: Draft, hit: re.Pattern[str]) -> bool:
    """Whether the first sentence of an event tells of a thing."""
    first = draft.scenes[0].sentence
    return hit.search(text, first.start, first.end) is not None
