"""What was taken for a bomb, an attack or a body: "it turned out to be a sack of wool"."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_mistaken"]

_MISTAKEN = Pattern(
    r"\b(?:mistaken|mistook)\b[^.;]{0,40}?\bfor\s+(?:an?|the)\s|\btaken\s+for\s+(?:an?|the)\s"
    r"|\b(?:turned\s+out\s+to\s+be|proved(?:\s+to\s+be)?|was\s+(?:only|just|merely|nothing\s+but))\s+"
    r"(?:an?\s+)?(?:[\w-]+\s+)?(?:hoax|prank|kite|fire-?cracker|toy|tyre|dummy|cracker|balloon|false\s+alarm|transformer|"
    r"(?:sack|roll|bag|bundle|box|heap)s?\s+of\s+(?!explo|ammun|weapon|bomb|grenade))"
    r"|\b(?:say|says|said|insist|insists|explained|clarified)\s+(?:later\s+)?(?:that\s+)?(?:it|this|that|the\s+\w+)\s+(?:was|had\s+been|came\s+from)\s+"
    r"(?:only\s+|just\s+|merely\s+)?(?:an?\s+)?(?:[\w-]+\s+)?(?:weddings?|celebration|fire-?works?|fire-?crackers?|celebratory|aerial\s+firing|"
    r"transformer|tyre|gas\s+cylinder|cylinder|sonic\s+boom)\b"
    r"|\b(?:thinking|thought|believing|fearing|as\s+if)\s+(?:that\s+)?something\s+(?:had\s+)?(?:exploded|blown\s+up|gone\s+off)\b"
    r"|\bfalse\s+alarm\b|\bhoax\s+(?:call|threat|caller|message)|\bwas\s+(?:an?\s+)?hoax\b",
    re.IGNORECASE,
)
"""What was thought to be a weapon or an attack and was none."""
_BODY = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)


def is_mistaken(found: Found) -> bool:
    """Whether what was reported was none: "mistaken for a bomb", not "for luggage; it exploded".

    A mistake in which somebody was killed or hurt is something, unless all that is counted is the
    body that was none.
    """
    mistaken = _MISTAKEN.inside(found.text, found.sentence)
    if mistaken is None:
        return False
    harmed = [c for c in found.counts if c.best and c.outcome in {"killed", "injured"}]
    if any(
        c.start >= mistaken.start() or not _BODY.search(found.text, c.start, c.end) for c in harmed
    ):
        return False
    return not any(
        t.family == "explosion" and not t.is_noun and t.start >= mistaken.end()
        for t in found.triggers
    )
