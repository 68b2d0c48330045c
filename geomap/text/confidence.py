"""How sure an account is: a score for each field, and what they come to.

Every score is the share of accounts for which the rule that gave the field was right, as measured
on the project's own labelled reports and rounded down where few were seen. The overall figure asks,
too, by which rule the event began, how its actor was found, and whether the headline tells the
same; docs/reading.md has the table that shows what it is worth.
"""

from __future__ import annotations

from dataclasses import dataclass

from geomap.places.names import fold_name
from geomap.records import Precision
from geomap.text.blame import Blame
from geomap.text.counts import find_counts
from geomap.text.drafts import Draft
from geomap.text.event_types import EventType
from geomap.text.losses import Losses
from geomap.text.when import When
from geomap.text.where import Where

__all__ = ["Fields", "confidence_of"]

_TYPES = {
    "type:armed attack, target not named": 0.75,
    "type:target civilians": 0.9,
    "type:statistic without a trigger": 0.6,
    "type:operation": 0.94,
}
_DATES = {
    "date:of the lead": 0.75,
    "date:from the account before": 0.8,
}
_PRECISIONS = {
    Precision.SITE: 0.93,
    Precision.TEHSIL: 0.9,
    Precision.LINE: 0.92,
    Precision.PROVINCE: 0.88,
    Precision.COUNTRY: 0.85,
    Precision.UNKNOWN: 0.5,
}
_SURE, _KNOWN = 0.98, 0.97
_OPENED = {
    "first": 0.97,
    "dated line": 0.99,
    "said to be another": 0.93,
    "a clash within an operation": 0.95,
}
_OPENED_ELSE = 0.9
_BLAMED = {
    "actor:nobody named": 0.9,  # an account that names nobody is one that was read thinly
    "actor:attributed": 0.9,
    "actor:claimed": 0.93,  # with a claim come figures of two sides
    "actor:forces acted": 0.94,
    "actor:protest": 0.95,
}
_UNSECONDED, _TOLL_SECONDED = 0.95, 1.03
_REVISED = 0.92
_SCALE = 1.096
"""Sets .80 where nine in ten of the accounts above it were right."""
_DEADLY = {"explosion", "armed", "clash", "killing", "operation", "body"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What was read of one event, each with its rule; `words` are those that name the place."""

    event: EventType
    when: When
    where: Where
    words: str
    dead: Losses
    hurt: Losses
    blame: Blame


def confidence_of(draft: Draft, fields: Fields, title: str | None) -> dict[str, float]:
    """Return how sure each field of an account is, 0..1, and `overall`.

    Parameters
    ----------
    draft
        The event's sentences, and the rule that started it.
    fields
        What was read of it.
    title
        The article's headline, or None.

    Returns
    -------
    dict of str to float
        ``event_type``, ``date``, ``place``, ``fatalities`` and ``actor``; ``overall`` comes from
        the first four, and from how sure it is that the event is one of its own, told in full.
    """
    scores = {
        "event_type": _TYPES.get(fields.event.rule, _KNOWN),
        "date": _date(fields.when),
        "place": _place(fields.where),
        "fatalities": _toll(draft, fields.dead),
        "actor": fields.blame.score,
    }
    overall = _SCALE * _OPENED.get(draft.opened_by, _OPENED_ELSE)
    for field in ("event_type", "date", "place", "fatalities"):
        overall *= scores[field]
    overall *= _BLAMED.get(fields.blame.rule, 1.0) * _seconded(fields, title or "")
    scores["overall"] = round(min(overall, 0.99), 3)
    return scores


def _seconded(fields: Fields, title: str) -> float:
    """Return a factor for what the headline says: the same toll, the same place, or neither."""
    told = {count.best for count in find_counts(title) if count.best} if title else set()
    if told & {fields.dead.best, fields.hurt.best}:
        return _TOLL_SECONDED
    place = fields.where.place
    names = [fields.words] if place is None else [fields.words, place.name, place.admin2 or ""]
    headline = fold_name(title)
    named = any(name and fold_name(name) in headline for name in names)
    return 1.0 if named else _UNSECONDED


def _date(when: When) -> float:
    if when.first is None:
        return 0.3
    score = _DATES.get(when.rule, _SURE)
    return score if when.precision == "day" else min(score, 0.92)


def _place(where: Where) -> float:
    """Scale the score of the rule that chose the place by what its precision is worth."""
    if where.place is None:
        return 0.3
    return round(min(where.score / 0.95, 1.0) * _PRECISIONS.get(where.place.precision, _KNOWN), 3)


def _toll(draft: Draft, dead: Losses) -> float:
    """Score a toll: figures that agree most, silence of a deadly event least."""
    if dead.best is None:
        deadly = any(trigger.family in _DEADLY for trigger in draft.triggers)
        return 0.85 if deadly else _KNOWN
    score = 0.96 if len({count.best for count in dead.counts}) <= 1 else 0.9
    revised = any(
        count.update or count.increment for scene in draft.scenes for count in scene.counts
    )
    return round(score * _REVISED, 3) if revised else score
