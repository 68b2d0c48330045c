"""Names that the text puts inside the place beside them: "the Nasarabad area of Turbat".

The resolver, which sees no text, learns it from a rule that the inner name carries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.records import Mention

__all__ = ["say_within"]

_KINDS = (
    r"(?:area|areas|locality|neighbourhood|neighborhood|suburb|quarter|mohalla|sector|village|town|"
    r"bazaar|bazar|market|valley|tehsil|sub-tehsil|union\s+council|hills|mountains|colony)"
)
_WITHIN_NEXT = re.compile(
    rf"(?:\s+[a-z]+)?\s+{_KINDS}\s+(?:of|in)\s+(?:the\s+)?(?:district\s+|city\s+of\s+|town\s+of\s+)?"
)
_IN_AREA = re.compile(
    r"\s+(?:in|of)\s+(?:the\s+)?(?:(?:\w+ern|upper|lower|central|restive|remote|mountainous|tribal|border|district)\s+)?"
)
_AREA_AFTER = re.compile(
    r"\s+(?:valley|area|agency|subdivision|sub-division|region|district|tehsil)\b"
)
"""Behind a name that holds the one before it: "in Bagh in the Tirah valley"."""
_POSSESSED = re.compile(r"['’]s?\s+(?:[a-z][\w-]*\s+){0,2}")
_KIND_AFTER = re.compile(rf"(?:\s+[a-z]+)?\s+{_KINDS}\b(?!\s+of\b)")
_HERE = re.compile(r"\s+here\b")
_WITHIN_URDU = re.compile(
    r"\s+(?:شہر\s+)?(?:کے|کی)\s+(?:\S+\s+)?(?:علاقے|علاقہ|محلے|محلہ|گاؤں|تحصیل|وادی|نواحی\s+علاقے)\s+"
)


def say_within(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mark the names that lie in the name behind them, or in the one before them.

    Parameters
    ----------
    text
        The article's text, in which the mentions' offsets count.
    mentions
        Its mentions, in text order.

    Returns
    -------
    list of Mention
        The same; `rules` of an inner name end with ``name:within the next``,
        ``name:within the one before`` or, as in "at the Batti crossing here",
        ``name:within the dateline``.
    """
    answer = list(mentions)
    for at, mention in enumerate(mentions):
        if mention.role == "incident_site" and _HERE.match(text, mention.end):
            answer[at] = _marked(mention, "name:within the dateline")
    for at, (first, second) in enumerate(pairwise(mentions)):
        if first.sentence != second.sentence:
            continue
        if _WITHIN_NEXT.fullmatch(text, first.end, second.start) or _is_in_area(
            text, first, second
        ):
            answer[at] = _marked(answer[at], "name:within the next")
        elif _is_within_first(text, first, second):
            answer[at + 1] = _marked(second, "name:within the one before")
    return answer


def _is_in_area(text: str, first: Mention, second: Mention) -> bool:
    """Whether a name is said to be in an area: "in Bagh in the Tirah valley"."""
    if first.role != second.role or first.level_word in {"district", "division", "province"}:
        return False
    area = second.level_word in {"district", "tehsil"} or _AREA_AFTER.match(text, second.end)
    return bool(area) and _IN_AREA.fullmatch(text, first.end, second.start) is not None


def _is_within_first(text: str, first: Mention, second: Mention) -> bool:
    """Whether the second name is an area of the first: "Turbat's Nasarabad area"."""
    if _WITHIN_URDU.fullmatch(text, first.end, second.start):
        return True
    owned = _POSSESSED.fullmatch(text, first.end, second.start)
    return owned is not None and _KIND_AFTER.match(text, second.end) is not None


def _marked(mention: Mention, rule: str) -> Mention:
    return replace(mention, rules=(*mention.rules, rule))
