"""Tell which admin unit a feature of a boundary file is.

In this order: the code, the name as written, another name of the unit, a spelling that differs
only in romanisation, and last a similar name, which wants the same province and nothing else
nearly as similar. What remains is listed with the reason, and the nearest name as a suggestion; it
is never guessed. A former agency or frontier region counts as the district that it joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from geomap.places.names import fold_name, loose_key
from geomap.places.units import Unit, find_units, load_units, names_of, unit

__all__ = ["FUZZY_FLOOR", "FeatureNames", "UnitMatch", "match_unit"]

FUZZY_FLOOR = 85.0
"""Similarity (0-100, rapidfuzz ratio of the folded names) below which names are not the same."""

FUZZY_MARGIN = 8.0  # how much less similar every other unit of the province must be
SUGGESTION_FLOOR = 70.0

_ISO_3166_2 = {
    "PK-BA": "PK2", "PK-GB": "PK3", "PK-IS": "PK4", "PK-JK": "PK1", "PK-KP": "PK5",
    "PK-PB": "PK6", "PK-SD": "PK7", "PK-TA": "PK5-fata",
}  # fmt: skip
_LEVEL_WORD = re.compile(
    r"\b(?:district|distt?|agency|tribal district|province|division|territory|zila)\b\.?",
)
_PARTS = re.compile(r"[()/]+")
_SIDES = frozenset(
    ("upper", "lower", "north", "south", "east", "west", "central", "new", "old", "northern",
     "southern", "fr"),
)  # fmt: skip
_DISPUTED = re.compile(
    r"\bdisputed\b|^(?:jammu|ladakh|siachen|aksai chin|junagadh|leh|kargil)\b"
    r"|\bjammu (?:&|and) kash|^kashmir$|occupied|\b(?:iok|iojk|iiojk)\b|\bindian?\b|under dispute",
)
_PAKISTAN = frozenset({"", "pakistan", "pak", "pk", "islamic republic of pakistan"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureNames:
    """What a feature says of itself; text that it lacks is empty.

    `province` and `district` are the names of what it lies in, `code` its own code.
    """

    name: str
    code: str = ""
    province: str = ""
    province_code: str = ""
    district: str = ""
    district_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMatch:
    """Which unit a feature is.

    `how` is one of ``code``, ``exact``, ``alias``, ``spelling``, ``fuzzy``, ``unmatched`` and
    ``left_out`` (no unit of Pakistan); `pcode` is None for the last two. `merged` is the p-code of
    the former unit, where the feature is one that has since joined `pcode`. `reason` says in words
    what is to be known of the match; it is empty for a match by code or by name.
    """

    pcode: str | None
    how: str
    score: float = 100.0
    merged: str | None = None
    reason: str = ""


def match_unit(feature: FeatureNames, *, level: str) -> UnitMatch:
    """Return the unit that a feature is.

    Parameters
    ----------
    feature
        Names and codes as the file has them.
    level
        ``"admin1"`` or ``"admin2"``.

    Examples
    --------
    >>> match_unit(FeatureNames(name="KACHHI(BOLAN)", province="BALOCHISTAN"), level="admin2").pcode
    'PK209'
    >>> match_unit(FeatureNames(name="Jammu & Kashmir"), level="admin2").how
    'left_out'
    """
    if fold_name(feature.country) not in _PAKISTAN:
        return _left_out(f"its country is {feature.country}")
    coded = _by_code(feature, level)
    if coded is not None:
        return coded
    for label in (feature.name, feature.province, feature.district):
        if _DISPUTED.search(fold_name(label)) and not _exact(label, "admin1"):
            return _left_out(f"labelled {label!r}")
    if not fold_name(feature.name):
        return UnitMatch(pcode=None, how="unmatched", score=0, reason="it has no name and no code")
    province = _province_of(feature)
    if level == "admin2" and province == "PK5-fata":
        province = "PK5"
    return _by_name(feature.name, level, province) or _by_likeness(feature.name, level, province)


def _left_out(reason: str) -> UnitMatch:
    return UnitMatch(pcode=None, how="left_out", score=0, reason=f"no unit of Pakistan: {reason}")


def _by_code(feature: FeatureNames, level: str) -> UnitMatch | None:
    """Match by code; a code whose name is another unit's is no match and said to be none."""
    code = feature.code.strip()
    found = unit(_ISO_3166_2.get(code.upper(), code)) if code else None
    if found is None or found.level not in _levels(level):
        return None
    others = _exact(feature.name, level)
    if others and found not in others and _heir(found, level) not in map(_pcode, others):
        reason = f"its code {code} is {found.name}, its name {others[0].name} ({others[0].pcode})"
        return UnitMatch(pcode=None, how="unmatched", score=0, reason=reason)
    return _matched(found, level, "code")


def _by_name(name: str, level: str, province: str | None) -> UnitMatch | None:
    """Match by a name of the unit or a spelling of it; several units in question are no match."""
    for how, found in _candidates(name, level):
        inside = [one for one in found if _agrees(one, province)]
        heirs = {_heir(one, level): one for one in reversed(inside)}
        if len(heirs) == 1:
            return _matched(inside[0], level, how)
        if heirs:
            codes = ", ".join(sorted(filter(None, heirs)))
            return UnitMatch(
                pcode=None,
                how="unmatched",
                score=0,
                reason=f"several units bear the name: {codes}",
            )
        if found and province is not None:
            reason = f"the file puts it in {_title(province)}, {found[0].name} is in "
            return UnitMatch(
                pcode=None,
                how="unmatched",
                score=0,
                reason=reason + _title(found[0].province or ""),
            )
    return None


def _candidates(name: str, level: str) -> Iterable[tuple[str, list[Unit]]]:
    """Yield the units under each reading of a name, the surest reading first."""
    readings = _readings(name)
    for reading in readings:
        named = _exact(reading, level)
        own = [one for one in named if fold_name(one.name) == fold_name(reading)]
        yield "exact", own
        yield "alias", [one for one in named if one not in own]
    keys = [loose_key(reading) for reading in readings]
    for key in keys:
        yield "spelling", list(_by_loose_key(level).get(key, ()))


def _readings(name: str) -> list[str]:
    """Return a name, the name without its level word, and the names around brackets."""
    folded = fold_name(name)
    plain = [folded, *(_LEVEL_WORD.sub(" ", one) for one in [folded, *_PARTS.split(folded)])]
    spaced = [fold_name(re.sub(r"[.,&]", " ", one)) for one in plain]
    return [one for one in dict.fromkeys([*map(str.strip, plain), *spaced]) if one]


def _by_likeness(name: str, level: str, province: str | None) -> UnitMatch:
    """Match by similarity inside the province, or suggest the most similar name."""
    readings = _readings(name)
    scored = sorted(
        (
            (max(_likeness(reading, key) for reading in readings), key, one)
            for key, one in _keys(level)
            if _agrees(one, province)
        ),
        key=lambda item: (-item[0], item[1]),
    )
    if not scored:
        return UnitMatch(pcode=None, how="unmatched", score=0, reason="no unit has such a name")
    best, _, found = scored[0]
    heir = _heir(found, level)
    rival = next((score for score, _, one in scored if _heir(one, level) != heir), 0.0)
    likeness = f"{found.name} ({heir}), {best:.0f} of 100 alike"
    if province is not None and best >= FUZZY_FLOOR and best - rival >= FUZZY_MARGIN:
        return _matched(found, level, "fuzzy", score=best, reason=f"taken for {likeness}")
    near = f"; the nearest is {likeness}" if best >= SUGGESTION_FLOOR else ""
    return UnitMatch(
        pcode=None, how="unmatched", score=best, reason=f"no unit has such a name{near}"
    )


def _likeness(one: str, other: str) -> float:
    if _SIDES & set(one.split()) != _SIDES & set(other.split()):
        return 0.0
    return fuzz.ratio(one, other)


def _matched(
    found: Unit, level: str, how: str, *, score: float = 100.0, reason: str = ""
) -> UnitMatch:
    heir = _heir(found, level)
    merged = found.pcode if heir != found.pcode else None
    return UnitMatch(pcode=heir, how=how, score=round(score, 1), merged=merged, reason=reason)


def _heir(one: Unit, level: str) -> str:
    """Return the p-code that a unit counts under: an agency's is that of the district it joined."""
    outside = one.level != level or one.pcode == "PK5-fata"
    return one.merged_into[0] if outside and one.merged_into else one.pcode


def _province_of(feature: FeatureNames) -> str | None:
    """Return the p-code of the feature's province, as far as the file says it."""
    code = feature.province_code.strip()
    found = unit(_ISO_3166_2.get(code.upper(), code)) if code else None
    if found is not None and found.level == "admin1":
        return found.pcode
    for reading in _readings(feature.province):
        named = find_units(reading, level="admin1")
        if named:
            return named[0].pcode
    return None


def _agrees(one: Unit, province: str | None) -> bool:
    if province is None or one.province is None:
        return True
    return ("PK5" if one.province == "PK5-fata" else one.province) == province


def _levels(level: str) -> tuple[str, ...]:
    return ("admin2", "agency") if level == "admin2" else (level,)


def _exact(name: str, level: str) -> list[Unit]:
    return [one for one in find_units(name) if one.level in _levels(level)]


def _pcode(one: Unit) -> str:
    return one.pcode


def _title(pcode: str) -> str:
    found = unit(pcode)
    return pcode if found is None else found.name


@cache
def _keys(level: str) -> tuple[tuple[str, Unit], ...]:
    return tuple(
        (key, one)
        for one in load_units()
        if one.level in _levels(level)
        for key in dict.fromkeys(map(fold_name, names_of(one)))
    )


@cache
def _by_loose_key(level: str) -> MappingProxyType[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    for name, one in _keys(level):
        units = found.setdefault(loose_key(name), [])
        if one not in units:
            units.append(one)
    return MappingProxyType({key: tuple(units) for key, units in found.items()})
