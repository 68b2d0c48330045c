"""The lines under a static map: what it counts, how good its lines are, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geomap.maps.figures import Words
from geomap.places.boundaries import BoundarySet, load_boundaries

__all__ = ["about_lines", "account_for", "listed", "span"]


def listed(words: Words, parts: Iterable[tuple[str, int]], **values: str) -> list[str]:
    """Return the parts of a whole that are not empty, in words."""
    return [words(key, n=number, **values) for key, number in parts if number]


def account_for(
    words: Words, total: int, parts: Iterable[tuple[str, int]], *, operations: int, **values: str
) -> str:
    """Return the sentence that accounts for every incident."""
    told = f"{words('of_all', n=total)} {words.joined(listed(words, parts, **values))}"
    return words.sentences(told, words("not_shown", n=operations) if operations else "")


def about_lines(words: Words, units: BoundarySet, data_until: date | None) -> list[str]:
    """Return the boundary note and the attribution."""
    note = words("indicative")
    if units.approximate:
        share = units.accuracy.get("area_agreement")
        about = words("approximate_plain") if share is None else words(
            "approximate", share=f"{share:.0%}"
        )  # fmt: skip
        note = f"{about} {note}"
    sources = dict.fromkeys([units.attribution, load_boundaries(level="admin1").attribution])
    lines = words("attribution", lines=f"{'; '.join(sources)}")
    if data_until is not None:
        lines += f" {words('until', day=data_until.isoformat())}"
    return [note, lines]


def span(words: Words, days: tuple[str, str] | None) -> str:
    """Return the first and last day in words."""
    if days is None:
        return ""
    return days[0] if days[0] == days[1] else words("period", start=days[0], end=days[1])
