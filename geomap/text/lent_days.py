"""The days that a sentence takes from those just before it, which report nothing themselves."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text.dates import DateSpan
from geomap.text.drafts import own_dates
from geomap.text.found import is_own_day
from geomap.text.rows import row_of
from geomap.text.scenes import Scene

__all__ = ["is_under_day", "item_days", "lent_days"]

_LENT = 2
_OPENS_WITH = 3
"""Characters before the day that heads a paragraph: "On "."""


def is_under_day(text: str, scenes: Sequence[Scene], scene: Scene) -> bool:
    """Whether the sentence before begins with a day, and its paragraph: "Friday night."."""
    if scene.sentence.number == 0:
        return False
    before = scenes[scene.sentence.number - 1]
    if before.mood != "none" or before.sentence.paragraph != scene.sentence.paragraph:
        return False
    first = before.sentence.start
    opens = not text[text.rfind("\n", 0, first) + 1 : first].strip()
    return opens and any(
        span.start - first <= _OPENS_WITH and span.precision == "day" for span in before.dates
    )


def item_days(text: str, scenes: Sequence[Scene], scene: Scene) -> list[DateSpan]:
    """Return the day of the item of a chronicle that a sentence stands in, where it has none."""
    if any(is_own_day(span) for span in scene.dates):
        return []
    number = scene.sentence.number
    while number and scenes[number].listed == "goes on":
        number -= 1
    own = own_dates(text, scenes[number])
    above = scenes[max(0, number - 1)]
    return own or ([] if above.listed else own_dates(text, above))


def lent_days(text: str, scenes: Sequence[Scene], scene: Scene) -> list[DateSpan]:
    """Return the days that sentences just before name, which report nothing themselves."""
    lent: list[DateSpan] = []
    number = scene.sentence.number
    for before in reversed(scenes[max(0, number - _LENT) : number]):
        if before.mood != "none":
            break
        lent += [one for one in own_dates(text, before) if one.precision not in _WIDE]
    return lent or _day_of_row(text, scenes, scene)


def _day_of_row(text: str, scenes: Sequence[Scene], scene: Scene) -> list[DateSpan]:
    """Return the day that ends a row: "four were killed in Tank and two in Bannu on Sunday"."""
    if any(is_own_day(span) for span in scene.dates):
        return []
    days = (own_dates(text, each) for each in reversed(row_of(text, scenes, scene)))
    return next((own for own in days if own), [])


_WIDE = frozenset({"month", "year"})
"""What is no day of the news: "the first attempt, in 2014"."""
