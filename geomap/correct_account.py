"""An account with the values that a person gave it: fields that belong together stay so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import Any

from geomap.correction_places import at_precision, place_text
from geomap.correction_rows import Correction
from geomap.correction_values import (
    CellError,
    base_field,
    field_text,
)
from geomap.records import SUB_EVENT_TYPES, Account, Place
from geomap.text.losses import SIDES

__all__ = ["answer_text", "corrected_account"]

Result = tuple[str, str]
"""Status and reason, as an `Outcome` has them."""

_SIDES = tuple(f"fatalities_{side}" for side in SIDES)
_PARTS = ("event_type", "date", "place", "fatalities")
"""Fields whose confidence makes up that of the account."""


def answer_text(account: Account, field: str) -> str:
    """Return what an account says in a field, as a cell that can be confirmed."""
    if field == "place":
        return place_text(account.place)
    if field == "precision":
        return account.place.precision.value if account.place else ""
    return field_text(account, field)


def corrected_account(
    account: Account, corrections: Sequence[Correction]
) -> tuple[Account, list[Result]]:
    """Return an account with the values of corrections, and what became of each of these.

    Evidence stays. A value that is changed is noted as ``corrected: field``, one that was so as
    ``confirmed: field``; its confidence is 1. Corrections that contradict each other, or what the
    account says else, are not applied.
    """
    wanted = [_values_of(account, item) for item in corrections]
    results: list[Result] = [("not applied", reason) for _, reason in wanted]
    new = account
    for group in _GROUPS:
        rows = [at for at, (values, _) in enumerate(wanted) if values and group(values)]
        if not rows:
            continue
        values: dict[str, Any] = {}
        for at in rows:
            values |= wanted[at][0] or {}
        try:
            new = replace(new, **_consistent(new, values))
        except CellError as error:
            for at in rows:
                results[at] = ("not applied", str(error))
            continue
        for at in rows:
            results[at] = ("applied", "")
    return _marked(account, new, corrections, results)


def _values_of(account: Account, item: Correction) -> tuple[dict[str, Any] | None, str]:
    """Return the fields that a correction sets, or why it sets none."""
    if item.action == "confirm":
        now = answer_text(account, item.field)
        if item.text is None or now == item.text:
            return _as_it_is(account, item.field), ""
        if item.values is None:
            words = f"{item.text!r} was confirmed, but the answer is {now!r} now; decide anew"
            return None, words
    return item.values, ""


def _as_it_is(account: Account, field: str) -> dict[str, Any]:
    if field in {"fatalities", "injured"}:
        names: tuple[str, ...] = tuple(f"{field}_{end}" for end in ("low", "best", "high"))
    elif field == "date":
        names = ("date_start", "date_end", "date_precision")
    elif field == "precision":
        names = ("place",)
    else:
        names = (field,)
    return {name: getattr(account, name) for name in names}


def _is_place(values: dict[str, Any]) -> bool:
    return bool({"place", "precision"} & values.keys())


def _is_date(values: dict[str, Any]) -> bool:
    return bool({"date_start", "date_end"} & values.keys())


def _is_dead(values: dict[str, Any]) -> bool:
    return any(name.startswith("fatalities") for name in values)


def _is_hurt(values: dict[str, Any]) -> bool:
    return any(name.startswith("injured") for name in values)


def _is_other(values: dict[str, Any]) -> bool:
    return not (_is_place(values) or _is_date(values) or _is_dead(values) or _is_hurt(values))


_GROUPS = (_is_place, _is_date, _is_dead, _is_hurt, _is_other)
"""Fields that are checked together."""


def _consistent(account: Account, values: dict[str, Any]) -> dict[str, Any]:
    """Return values with those that follow from them; a CellError where they cannot be."""
    if _is_place(values):
        return {"place": _place(account, values)}
    if _is_date(values):
        return _dates(account, values)
    if _is_dead(values):
        return _sides(account, values, _rising(account, values, "fatalities"))
    if _is_hurt(values):
        return _rising(account, values, "injured")
    return values | _following(account, values)


def _place(account: Account, values: dict[str, Any]) -> Place | None:
    place: Place | None = values.get("place", account.place)
    if "precision" in values:
        place = at_precision(place, values["precision"])
    if place is not None and not place.precision.is_point:
        place = replace(place, lon=None, lat=None, uncertainty_m=None)
    return place


def _dates(account: Account, values: dict[str, Any]) -> dict[str, Any]:
    first = values.get("date_start", account.date_start)
    last = values.get("date_end", account.date_end)
    if "date_precision" in values and values.keys() >= {"date_start", "date_end"}:
        precision = values["date_precision"]
    elif first is None or last is None:
        first = last = first or last
        precision = "day" if first else "unknown"
    else:
        precision = "day" if first == last else "range"
    if first is not None and last is not None and last < first:
        raise CellError(f"date_end {last} is before date_start {first}")
    return {"date_start": first, "date_end": last, "date_precision": precision}


def _rising(account: Account, values: dict[str, Any], name: str) -> dict[str, Any]:
    """Return low, best and high; those that a person did not give make room for the others."""
    low, best, high = names = (f"{name}_low", f"{name}_best", f"{name}_high")
    figures = {one: values.get(one, getattr(account, one)) for one in names}
    if best in values and values[best] is not None:
        for one, pick in ((low, min), (high, max)):
            if one not in values and figures[one] is not None:
                figures[one] = pick(figures[one], values[best])
    known = [figures[one] for one in names if figures[one] is not None]
    if known != sorted(known):
        shown = ", ".join(f"{one.rpartition('_')[2]} {figures[one]}" for one in names)
        raise CellError(f"{name}: {shown}: low, best and high must rise")
    return figures


def _sides(account: Account, values: dict[str, Any], figures: dict[str, Any]) -> dict[str, Any]:
    """Return the dead with their sides, which never add up to more than all."""
    best = figures["fatalities_best"]
    sides = {name: values.get(name, getattr(account, name)) for name in _SIDES}
    if best == account.fatalities_best and not values.keys() & {*_SIDES}:
        return figures | sides
    named = sum(sides[name] or 0 for name in _SIDES[:-1])
    given = [name for name in _SIDES if name in values]
    if named > (best or 0) and given:
        raise CellError(f"the sides add up to {named}, more than fatalities_best {best}")
    if best == 0:
        return figures | dict.fromkeys(_SIDES, 0)
    if best is None or named > best:
        sides = dict.fromkeys(_SIDES)
        named = 0
    rest = None if best is None else best - named
    if values.get("fatalities_unknown") not in {None, rest}:
        raise CellError(f"the sides and fatalities_unknown do not add up to {best}")
    return figures | sides | {"fatalities_unknown": rest or None}


def _following(account: Account, values: dict[str, Any]) -> dict[str, Any]:
    """Return fields that a changed type, kind or actor takes with it."""
    found: dict[str, Any] = {}
    kind = values.get("event_type", account.event_type)
    sub = values.get("sub_event_type", account.sub_event_type)
    if sub is not None and sub not in SUB_EVENT_TYPES.get(kind, ()):
        found["sub_event_type"] = None
    if values.get("kind", "multi_site") != "multi_site" and "n_sites" not in values:
        found["n_sites"] = None
    if "actor" in values and values["actor"] != account.actor:
        actor = values["actor"]
        if actor is None:
            found |= {"actor_basis": "unknown", "attributed_by": None}
        elif account.attributed_by is not None and account.attributed_by == account.actor:
            found["attributed_by"] = actor  # who claims it for themselves
    return {name: value for name, value in found.items() if name not in values}


def _marked(
    old: Account, new: Account, corrections: Sequence[Correction], results: list[Result]
) -> tuple[Account, list[Result]]:
    """Note what a person decided, and how sure the fields are now."""
    confidence, notes = dict(new.confidence), list(new.notes)
    for at, item in enumerate(corrections):
        if results[at][0] != "applied":
            continue
        is_same = answer_text(old, item.field) == answer_text(new, item.field)
        word = "confirmed" if is_same else "corrected"
        results[at] = ("confirmed" if is_same else "applied", "")
        notes.append(f"{word}: {item.field}")
        base = base_field(item.field)
        before = confidence.get(base, 0.0)
        confidence[base] = 1.0
        if "overall" in confidence:  # whoever answers for a field knows that there is an event
            known = prod(confidence[part] for part in _PARTS if part in confidence)
            risen = confidence["overall"] / before if base in _PARTS and before else 0.0
            confidence["overall"] = round(min(1.0, max(known, risen, confidence["overall"])), 3)
    marked = replace(new, confidence=confidence, notes=tuple(dict.fromkeys(notes)))
    return marked, results
