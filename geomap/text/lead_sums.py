"""Figures of a lead that are the sums of several events told below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.figure_words import sums_between, whole_figures
from geomap.text.lead_figures import of_other_events
from geomap.text.patterns import Pattern

__all__ = ["sums_of"]

_SEVERAL = Pattern(
    r"\b(?:attacks|incidents|blasts|explosions|bombings|shootings|ambushes|raids|encounters|"
    r"districts|towns|places|locations|succession|"
    r"(?:separate|different)\s+(?:\w+\s+)?(?:areas|spots|roads|parts|villages|cities|firings|clashes))\b"
    r"|(?<!\w)(?:حملوں|حملے|واقعات|وارداتوں|وارداتیں|دھماکوں|دھماکے|کارروائیوں|کارروائیاں|جھڑپوں|"
    r"مقامات|اضلاع|علاقوں|شہروں)(?!\w)",
    re.IGNORECASE,
)
"""Words of a lead that tell of several events."""


def sums_of(text: str, drafts: Sequence[Draft]) -> list[Count]:
    """Return the figures of a lead that are the sums of several events told after it.

    Parameters
    ----------
    text
        An article.
    drafts
        Its events. "Two vans were fired at, leaving three dead" is none of them
        where one died in the first and two in the second.
    """
    lead = drafts[0].scenes[0].sentence if len(drafts) > 1 else None
    sums = [*sums_between(drafts), *of_other_events(text, drafts)]
    if lead is None:
        return sums
    named = _SEVERAL.inside(text, lead) is not None
    exact: list[Count] = []
    several = [d for d in drafts if d.group != "unrest" or d is drafts[0] or d.is_riot]
    for outcome in ("killed", "injured"):
        own, *others = [whole_figures(draft, outcome) for draft in several]
        rest = sum((each[0].best or 0) for each in others if each)
        if len(own) > 1 and own[0].start < lead.end and rest:
            told, whole = (own[1].best or 0) + rest, own[0].best or 0
            most = sum(1 for each in others if each) >= _MOST
            if told == whole:
                exact.append(own[0])
            elif named and most and told < whole and own[1].start >= lead.end:
                sums.append(own[0])
    return [*sums, *exact] if named or len(exact) > 1 else sums


_MOST = 2
"""From so many other events with dead on, a lead's toll may be more than those told add up to."""
