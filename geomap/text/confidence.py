"""How sure an account is: a score for each field, and their product.

Every score is the share of accounts for which the rule that gave the field was right, as measured
on the project's own labelled reports and rounded down where few were seen; docs/reading.md has the
table that shows what the overall figure is worth.
"""

from __future__ import annotations

from geomap.records import Precision
from geomap.text.blame import Blame
from geomap.text.drafts import Draft
from geomap.text.events import EventType
from geomap.text.losses import Losses
from geomap.text.when import When
from geomap.text.where import Where

__all__ = ["confidence_of"]

_TYPES = {
    "type:armed attack, target not named": 0.75,
    "type:target civilians": 0.9,
    "type:statistic without a trigger": 0.6,
    "type:operation": 0.94,
    "type:killing": 0.9,
}
_DATES = {
    "date:of the lead": 0.75,
    "date:from the account before": 0.8,
    "date:none": 0.3,
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
_OPENED = {"first", "dated line", "said to be another", "a clash within an operation"}
_DEADLY = {"explosion", "armed", "clash", "killing", "operation", "body"}


def confidence_of(
    draft: Draft, event: EventType, when: When, where: Where, *, dead: Losses, blame: Blame
) -> dict[str, float]:
    """Return how sure each field of an account is, 0..1, and `overall`.

    Parameters
    ----------
    draft
        The event's sentences, and the rule that started it.
    event, when, where, dead, blame
        What was read of it, each with its rule.

    Returns
    -------
    dict of str to float
        ``event_type``, ``date``, ``place``, ``fatalities`` and ``actor``; ``overall`` is the
        product of the first four and of how sure it is that the event is one of its own.
    """
    scores = {
        "event_type": _TYPES.get(event.rule, _KNOWN),
        "date": _date(when),
        "place": _place(where),
        "fatalities": _toll(draft, dead),
        "actor": blame.score,
    }
    overall = _SURE if draft.opened_by in _OPENED else 0.88
    for field in ("event_type", "date", "place", "fatalities"):
        overall *= scores[field]
    if blame.rule == "actor:nobody named":
        overall *= 0.93  # an account that names nobody is one that was read thinly
    scores["overall"] = round(overall, 3)
    return scores


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
    figures = {count.best for count in dead.counts}
    return 0.96 if len(figures) <= 1 else 0.9
