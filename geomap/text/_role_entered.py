"""Places into which armed men went to act, or into which somebody fired: "poured into a town"."""

from __future__ import annotations

import re

from geomap.text._count_words import ATTACKERS

__all__ = ["is_entered"]

_FORAY = re.compile(
    r"\b(?:foray|raid|incursion|operation|thrust|advance|push|sweep|expedition)s?$", re.IGNORECASE
)
_CAME_INTO = re.compile(
    rf"\b(?:{ATTACKERS}|armed\s+men)\b(?:\s+[\w'’-]+){{0,5}}?"
    r"\s+(?:came|poured|rode|drove|moved|swept|walked|marched|streamed|descended|barged|swarmed|rolled)(?:\s+\w+ly)?$",
    re.IGNORECASE,
)
"""Armed men whom a verb brings into a town, where they then act."""
_FOUGHT_IN = re.compile(
    r"\b(?:fought|forced|battled|blasted|shot)\s+(?:their|its|his)\s+way$", re.IGNORECASE
)
_AFTER_ACTS = re.compile(r"[^.;]{0,45}?\bafter\s+\w+ing\b")
_FIRED_INTO = re.compile(
    r"\b(?:fired|lobbed|hurled|shot|launched|rained|dropped|landed|fell|crashed)\b(?:\s+[\w-]+){0,7}$"
)


def is_entered(text: str, end: int, lead: str) -> bool:
    """Whether the words before "into" say that what is told happened in the place behind it.

    Parameters
    ----------
    text
        The article's text.
    end
        The end of the name.
    lead
        The words before "into".
    """
    if _AFTER_ACTS.match(text, end) is not None:
        return False
    return any(foray.search(lead) for foray in (_FORAY, _FIRED_INTO, _FOUGHT_IN, _CAME_INTO))
