"""How sure an account is: a score for each field, and what they come to.

The score of a field is the share of accounts for which the rule that gave it was right, as measured
on the project's own labelled reports and rounded down where few were seen. The overall figure is a
scorecard: points for what was read and how, whose sum is a chance by the logistic function. They
were fitted by logistic regression to the accounts of some 1,500 labelled reports by authors who did
not know the rules; the level (`_BASE`) was set by 108 accounts of reports that nobody who mends
rules had read, and lowered by 171 and by 225 more. docs/reading.md has the table that shows what it
is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from geomap.places.names import fold_name
from geomap.records import Precision
from geomap.text.blame import Blame
from geomap.text.counts import find_counts
from geomap.text.drafts import Draft
from geomap.text.event_types import EventType
from geomap.text.losses import Losses
from geomap.text.when import UNDATED, When
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
    "date:of publication": 0.6,
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
_BASE = 2.0
_POINTS = {
    "place: province or coarser": -2.4,
    "toll: none told of a deadly event": -1.05,
    "date: none": -3.5,
    "date: not one day": -0.95,
    "date: of publication": -0.7,
    "place: by a looser rule": -0.9,
    "place: along a line": -0.7,
    "actor:attributed": -0.6,
    "actor:none named": -0.5,
    "toll: revised": -0.45,
    "type:armed attack, target not named": -0.45,
    "words: armed": -0.4,
    "toll: several figures": -0.35,
    "opened: in the midst of a report": -0.35,
    "place: three or more named": -0.4,
    "actor:claimed": -0.35,  # with a claim come figures of two sides
    "sentences: three or more": -0.3,
    "date: several days told": -0.3,
    "words: nouns only": -0.3,
    "toll: none told": -0.2,
    "actor:nobody named": -0.2,
    "headline: tells neither place nor toll": -0.15,
    "toll: figures": 0.45,
    "headline: tells the toll": 0.6,
    "toll: nobody died": 0.85,
    "opened: dated line": 1.3,
}
"""What each finding adds to the sum; what is not listed adds nothing."""
_PER_LENGTH, _SHORT, _LONG = -0.35, 300, 600
"""Points for each `_LONG` characters of a report beyond `_SHORT`, at most twice."""
_REVISED = 0.92
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


def confidence_of(
    draft: Draft, fields: Fields, title: str | None, *, length: int
) -> dict[str, float]:
    """Return how sure each field of an account is, 0..1, and `overall`.

    Parameters
    ----------
    draft
        The event's sentences, and the rule that started it.
    fields
        What was read of it.
    title
        The article's headline, or None.
    length
        Characters of the article's text.

    Returns
    -------
    dict of str to float
        ``event_type``, ``date``, ``place``, ``fatalities`` and ``actor``; ``overall`` is the chance
        that type, date, district and fatalities are all right.
    """
    scores = {
        "event_type": _TYPES.get(fields.event.rule, _KNOWN),
        "date": _date(fields.when),
        "place": _place(fields.where),
        "fatalities": _toll(draft, fields.dead),
        "actor": fields.blame.score,
    }
    found = [
        *_of_place(draft, fields.where),
        *_of_toll(draft, fields.dead),
        *_of_event(draft, fields),
    ]
    if title:
        found.append(_of_headline(fields, title))
    points = _BASE + sum(_POINTS.get(one, 0.0) for one in found)
    points += _PER_LENGTH * min(max(length - _SHORT, 0) / _LONG, 2)
    scores["overall"] = round(1 / (1 + exp(-points)), 3)
    return scores


def _of_place(draft: Draft, where: Where) -> Iterator[str]:
    """Yield what the scorecard asks of a place."""
    if len({place.name for place in draft.places}) >= _SEVERAL_PLACES:
        yield "place: three or more named"
    level = where.place.precision if where.place is not None else Precision.UNKNOWN
    if level in _WIDE:
        yield "place: province or coarser"
    if level is Precision.LINE:
        yield "place: along a line"
    if where.place is not None and where.rule != "place:finest site":
        yield "place: by a looser rule"


_SEVERAL_PLACES = 3
_WIDE = {Precision.DIVISION, Precision.PROVINCE, Precision.COUNTRY, Precision.UNKNOWN}


def _of_toll(draft: Draft, dead: Losses) -> Iterator[str]:
    """Yield what the scorecard asks of the dead."""
    counts = [count for scene in draft.scenes for count in scene.counts]
    if dead.best is None:
        deadly = any(trigger.family in _DEADLY for trigger in draft.triggers)
        yield "toll: none told of a deadly event" if deadly else "toll: none told"
    elif dead.best == 0:
        yield "toll: nobody died"
    else:
        yield "toll: figures"
        if sum(count.outcome == "killed" for count in counts) > 1:
            yield "toll: several figures"
    if any(count.update or count.increment for count in counts):
        yield "toll: revised"


def _of_event(draft: Draft, fields: Fields) -> Iterator[str]:
    """Yield what the scorecard asks of type, day, actor and the sentences told."""
    yield fields.event.rule
    yield fields.blame.rule
    if fields.when.first is None:
        yield "date: none"
    elif fields.when.precision != "day":
        yield "date: not one day"
    elif fields.when.rule == UNDATED:
        yield "date: of publication"
    if len({span.first for scene in draft.scenes for span in scene.dates if span.first}) > 1:
        yield "date: several days told"
    if all(trigger.is_noun for trigger in draft.triggers):
        yield "words: nouns only"
    if any(trigger.family == "armed" for trigger in draft.triggers):
        yield "words: armed"
    if len(draft.scenes) >= _TOLD_LONG:
        yield "sentences: three or more"
    if draft.opened_by == "dated line":
        yield "opened: dated line"
    elif draft.opened_by != "first":
        yield "opened: in the midst of a report"


_TOLD_LONG = 3


def _of_headline(fields: Fields, title: str) -> str:
    """Say whether the headline tells the same toll, the same place, or neither."""
    told = {count.best for count in find_counts(title) if count.best}
    if told & {fields.dead.best, fields.hurt.best}:
        return "headline: tells the toll"
    place = fields.where.place
    names = [fields.words] if place is None else [fields.words, place.name, place.admin2 or ""]
    headline = fold_name(title)
    named = any(name and fold_name(name) in headline for name in names)
    return "" if named else "headline: tells neither place nor toll"


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
