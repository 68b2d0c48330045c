"""Where those had been held or seen last whose bodies were found elsewhere.

"A student who was taken from a hostel in Quetta was found dead in Kardgap": he was in Kardgap.
"""

from __future__ import annotations

import re

from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern

__all__ = ["without_last_seen"]

_SEEN_LAST = Pattern(
    r"\b(?:who|whom|which)\s+(?:[\w-]+\s+){0,3}?(?:taken|abducted|kidnapped|picked\s+up|lifted|seized|missing|"
    r"disappeared|vanished|snatched|whisked|detained|last\s+seen)\b"
    r"(?:(?!\b(?:was|were|has\s+been|have\s+been)\s+(?:[a-z]+\s+)?(?:found|recovered|discovered))[^;.]){0,140}$"
    r"|\b(?:abducted|kidnapped|picked\s+up|snatched|detained|disappeared)\s+(?:[\w-]+\s+){0,6}?(?:in|from|near|at|outside)\s+"
    r"(?:[a-z]+\s+){0,4}$",
)
_FOUND = re.compile(
    r"[^;.]{0,160}?\b(?:was|were|has\s+been|have\s+been)\s+(?:[a-z]+\s+)?(?:found|recovered|discovered|dumped|thrown)\b"
    r"(?!\s+(?:\w+\s+)?(?:safe|alive|unharmed|unhurt|healthy))"
)
_SEEN_LAST_URDU = re.compile(
    r"(?:\s+(?!لاش|نعش)[^\s۔،]+){0,9}?\s+(?:اغوا|لاپتہ|گرفتار|حراست\s+میں\s+لیے|اٹھائے)\s+(?:ہونے|کیے|کئے|کیا|جانے|گئے|شدہ)"
    r"(?:\s+[^\s۔،]+){0,7}?\s+(?:لاش|لاشیں|نعش|نعشیں)\s"
)


_BACK = 200


def without_last_seen(text: str, draft: Draft, sites: list[Site]) -> list[Site]:
    """Leave out where somebody was taken who is found elsewhere, if it says where that was.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    sites
        Its sites.
    """
    sentence = draft.scenes[0].sentence
    found = [
        site
        for site in sites
        if site.resolution.mention.sentence != sentence.number
        or not _is_last_seen(text, site, sentence.start)
    ]
    return found if any(site.place is not None for site in found) else sites


def _is_last_seen(text: str, site: Site, begin: int) -> bool:
    """Whether somebody was taken at a site before he was found, as the sentence goes on to say."""
    mention = site.resolution.mention
    if _SEEN_LAST_URDU.match(text, mention.end) is not None:
        return True
    taken = _SEEN_LAST.search(text[max(begin, mention.start - _BACK) : mention.start]) is not None
    return taken and _FOUND.match(text, mention.end) is not None
