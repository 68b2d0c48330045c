"""Days in direct speech: in "we are on strike today" the day is that of speaking.

A report names the day of an event itself; people it quotes say "today" of that day. Counted from
the publication, their "today" would be another day, and the strike another strike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.dates import DateSpan
from geomap.text.found import is_own_day

__all__ = ["without_spoken"]

_TODAY = re.compile(r"today|tonight|this\s+(?:morning|afternoon|evening)|آج", re.IGNORECASE)
_LONGEST_QUOTE = 600


def without_spoken(text: str, spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Leave out "today" in direct speech where the report has named a day before it.

    Parameters
    ----------
    text
        The article's text.
    spans
        Its dates in text order.
    """
    answer: list[DateSpan] = []
    named = False
    for span in spans:
        spoken = _TODAY.match(text, span.start) is not None
        if not (spoken and named and _is_quoted(text, span.start)):
            answer.append(span)
        named = named or (not spoken and span.precision == "day" and is_own_day(span))
    return answer


def _is_quoted(text: str, start: int) -> bool:
    """Whether an offset lies between quotation marks of its paragraph."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_QUOTE)
    before = text[begin:start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
