"""Places as text that a person can write in a spreadsheet, both ways.

`place_text` names a place with its parents and, in brackets, its id in the gazetteer; `parse_place`
reads that, or any name that `geomap geocode` knows. A person's word must tell one place: a name
that is known only by similarity, or that may mean places in several districts, is refused with the
names that it might be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from geomap.correction_values import CellError, is_nothing, one_of
from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.lookup import Geocoded, Lookup
from geomap.places.names import fold_name
from geomap.places.relation import relate
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision, Relation

__all__ = ["at_precision", "parse_place", "place_choices", "place_text", "similar_places"]

_ID = re.compile(r"\s*\[([a-z]+:[^\[\]]+)\]\s*$")
_AREAS = {
    Precision.TEHSIL: "tehsil",
    Precision.DISTRICT: "district",
    Precision.DIVISION: "division",
    Precision.PROVINCE: "province",
}
_TEHSIL = re.compile(r"^[^,]+\b(?:tehsil|taluka)\b", re.IGNORECASE)
_SURE = 0.5
"""Score of `Lookup` below which only a parent, or the parent of several places, was found."""

_CHOICES = 5


def place_text(place: Place | None) -> str:
    """Return a place as text: its name, its parents, its id; empty for None.

    Examples
    --------
    >>> place_text(parse_place("Pasni, Gwadar"))
    'Pasni, Gwadar, Balochistan [gn:1168312]'
    """
    if place is None:
        return ""
    word = _AREAS.get(place.precision, "")
    has_word = not word or place.name.lower().endswith(word)
    name = place.name if has_word else f"{place.name} {word}"
    if place.precision is Precision.NEAR:
        name = f"near {name}"
    above = [place.admin2, place.admin1] if place.country in {"PK", None} else [place.admin1]
    known = [one for one in above if one and one != place.name]
    if place.country not in {"PK", None} and place.precision is not Precision.COUNTRY:
        known.append(_country(place.country))
    entry = _entry_of(place)
    return ", ".join([name, *known]) + (f" [{entry.id}]" if entry else "")


def place_choices(places: Iterable[Place], *, other_than: Place | None = None) -> str:
    """Return the places that a name may mean as one cell, best first, without the one chosen."""
    chosen = place_text(other_than)
    texts = dict.fromkeys(place_text(place) for place in places)
    return " | ".join([text for text in texts if text != chosen][:_CHOICES])


def similar_places(toponym: str) -> str:
    """Return places with a name like an unknown one, as one cell; empty where none is known."""
    gazetteer = full_gazetteer()
    found = gazetteer.search(toponym)
    return place_choices(gazetteer.place_of(match.entry) for match in found)


def parse_place(text: str) -> Place | None:
    """Return the place that a person names; None where the text says that none is known.

    Raises
    ------
    CellError
        If no place, or more than one, is meant.
    """
    if is_nothing(text):
        return None
    gazetteer = full_gazetteer()
    entry = _entry_by_id(text, gazetteer)
    name = _ID.sub("", text).strip()
    place = _looked_up(name) if entry is None else gazetteer.place_of(entry)
    if _TEHSIL.search(name) and place.precision is Precision.SETTLEMENT:
        return replace(place, precision=Precision.TEHSIL)
    if entry is not None and name.lower().startswith("near "):
        return relate(place, Relation(kind="near"))
    return place


def _entry_by_id(text: str, gazetteer: Gazetteer) -> Entry | None:
    code = _ID.search(text)
    wanted = code[1] if code else text.strip()
    return gazetteer.by_id(wanted) or gazetteer.by_id(f"unit:{wanted.upper()}")


def _looked_up(text: str) -> Place:
    found = _lookup(full_gazetteer()).one(text)
    if found.place is None or (found.score < _SURE and not found.candidates):
        raise CellError(f"no place {text!r} is known{_advice(text)}")
    is_guess = found.score < _SURE or " is similar to " in found.reason
    if is_guess or _may_be_elsewhere(found):
        raise CellError(_unsure(text, found))
    return found.place


def _may_be_elsewhere(found: Geocoded) -> bool:
    """Whether a name that is no sure one has another bearer in another district."""
    districts = {(one.admin1_pcode, one.admin2_pcode) for one in found.candidates}
    return "; ambiguous: " in found.reason and len(districts) > 1


def _unsure(text: str, found: Geocoded) -> str:
    return f"{text!r} may be {place_choices(found.candidates)}; write one of these"


def _advice(text: str) -> str:
    near = similar_places(text.partition(",")[0])
    if near:
        return f"; similar are {near}"
    return "; `geomap gazetteer search` finds names, `geomap gazetteer add` adds places"


@lru_cache(maxsize=1)
def _lookup(gazetteer: Gazetteer) -> Lookup:
    return Lookup(gazetteer, within=None, online=None)


def _entry_of(place: Place) -> Entry | None:
    """Return the gazetteer's row of a place, also where an account has taken its point away."""
    entries = [
        entry
        for entry in full_gazetteer().lookup(fold_name(place.name))
        if (entry.source, entry.source_id) == (place.source, place.source_id)
        and entry.admin2_pcode == (place.admin2_pcode or "")
    ]
    same = [entry for entry in entries if entry.level == place.precision.value]
    return next(iter(same or entries), None)


def _country(code: str) -> str:
    entry = full_gazetteer().by_id(f"country:{code}")
    return entry.name if entry else code


def at_precision(place: Place | None, text: str) -> Place:
    """Return a place as known at another precision: the unit around it, or a wider circle.

    Raises
    ------
    CellError
        If the precision is no word of geomap, or the place cannot be known so.
    """
    words = tuple(level.value for level in Precision if level is not Precision.UNKNOWN)
    level = Precision(one_of(text, words, "precision"))
    if place is None:
        raise CellError(f"precision {text!r}: there is no place; correct the place")
    if level is place.precision:
        return place
    if level in {Precision.DISTRICT, Precision.PROVINCE, Precision.COUNTRY}:
        code = {
            Precision.DISTRICT: place.admin2_pcode and f"unit:{place.admin2_pcode}",
            Precision.PROVINCE: place.admin1_pcode and f"unit:{place.admin1_pcode}",
            Precision.COUNTRY: place.country and f"country:{place.country}",
        }[level]
        gazetteer = full_gazetteer()
        entry = gazetteer.by_id(code) if code else None
        if entry is not None and level.rank > place.precision.rank:
            return gazetteer.place_of(entry)
    if level is Precision.NEAR and place.precision.rank < level.rank:
        return relate(place, Relation(kind="near"))
    if level is Precision.LINE and place.precision.rank < level.rank:
        return replace(place, precision=level, lon=None, lat=None, uncertainty_m=None)
    if {level, place.precision} <= {Precision.SITE, Precision.SETTLEMENT, Precision.TEHSIL}:
        is_area = level is Precision.TEHSIL
        if is_area or place.lon is not None:
            return replace(place, precision=level)
    raise CellError(
        f"precision {text!r} does not follow from {place_text(place)}; correct the place instead",
    )
