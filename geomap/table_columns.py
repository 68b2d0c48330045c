"""Which column of a table holds what: known formats, HXL tags, and guesses that are shown.

`match_columns` recognises the exports of ACLED, UCDP GED and GTD and geomap's own table by their
columns, and tables that carry HXL hashtags; for any other table it guesses by the names of the
columns. What it found is a `Layout`, which says so in words and which the caller can correct.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.errors import SchemaError, SettingsError
from geomap.table_profiles import PROFILES, column_key, field_of

__all__ = ["Layout", "match_columns", "tag_key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is read: which column holds which field, and how that is known.

    `columns` maps fields to the table's own column names. `how` says for each field ``profile``,
    ``name`` or ``word`` (guessed), or ``given``. `notes` are decisions in words: delimiter,
    encoding, the order of day and month; `day_order` is ``dmy`` or ``mdy``.
    """

    profile: str
    title: str
    scale: str | None
    columns: Mapping[str, str]
    how: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    day_order: str = "dmy"

    def describe(self) -> str:
        """Return the reading in one line of words, with what can be changed by ``columns``.

        Columns that are called what they hold, as those of geomap's own table, go without saying.
        """
        pairs = ", ".join(
            f"{name}={column}" + ("" if self.how.get(name) in {"profile", "given"} else "?")
            for name, column in self.columns.items()
            if name != column or self.how.get(name) not in {"profile", "given"}
        )
        return "; ".join((f"read as {self.title}" + (f": {pairs}" if pairs else ""), *self.notes))


_HXL: tuple[tuple[str, str, set[str], set[str]], ...] = (
    # field, hashtag, attributes wanted, attributes not wanted; the first that fits counts
    ("lat", "#geo", {"lat"}, set()),
    ("lon", "#geo", {"lon"}, set()),
    ("precision", "#geo", {"precision"}, set()),
    ("coordinates", "#geo", {"coord"}, set()),
    ("admin1_pcode", "#adm1", {"code"}, set()),
    ("admin2_pcode", "#adm2", {"code"}, set()),
    ("admin1", "#adm1", set(), {"code"}),
    ("admin2", "#adm2", set(), {"code"}),
    ("admin3", "#adm3", set(), {"code"}),
    ("country", "#country", {"code"}, set()),
    ("country", "#country", set(), set()),
    ("place_name", "#loc", set(), {"code", "type"}),
    ("date_end", "#date", {"end"}, set()),
    ("date_start", "#date", set(), {"end", "year", "reported", "precision"}),
    ("date_precision", "#date", {"precision"}, set()),
    ("sub_event_type", "#event", {"type", "sub"}, set()),
    ("sub_event_type", "#event", {"subtype"}, set()),
    ("event_type", "#event", {"type"}, {"sub"}),
    ("incident_id", "#event", {"id"}, set()),
    ("incident_id", "#event", {"code"}, set()),
    ("incident_id", "#meta", {"id"}, set()),
    ("fatalities_low", "#affected", {"killed", "low"}, set()),
    ("fatalities_high", "#affected", {"killed", "high"}, set()),
    ("fatalities_civilians", "#affected", {"killed", "civilians"}, set()),
    ("fatalities_best", "#affected", {"killed"}, {"low", "high", "civilians", "f", "m"}),
    ("injured_best", "#affected", {"injured"}, {"f", "m"}),
    ("actor", "#group", set(), {"second", "target"}),
    ("target", "#group", {"target"}, set()),
    ("source_url", "#meta", {"url"}, set()),
    ("source_name", "#meta", {"source"}, {"url"}),
)

_GUESSES = {  # field: names as `column_key` folds them; a name of one word may stand among others
    "lat": "latitude|lat|y|ycoord|y coord|point y|geopoint latitude|latitud|عرض البلد",
    "lon": "longitude|lon|lng|long|x|xcoord|x coord|point x|geopoint longitude|طول البلد",
    "coordinates": "coordinates|lat long|lat lon|latlong|latlon|lat lng|latitude longitude|"
    "location coordinates|geopoint|coords|geo point|wkt|point|geo",
    "place_name": "place|place name|location|site|town|city|village|locality|settlement|"
    "location name|area|where|مقام|جگہ",
    "admin1": "province|admin1|adm1|admin1 name|adm1 name|adm1 en|state|province territory|"
    "admin 1|صوبہ",
    "admin2": "district|admin2|adm2|admin2 name|adm2 name|adm2 en|zila|admin 2|ضلع",
    "admin3": "tehsil|admin3|adm3|taluka|taluqa|sub district|subdistrict|تحصیل",
    "admin1_pcode": "admin1 pcode|adm1 pcode|admin1pcode|province code|province pcode",
    "admin2_pcode": "admin2 pcode|adm2 pcode|admin2pcode|district code|district pcode|pcode|p code",
    "country": "country|country name|nation|ملک",
    "date_start": "date|event date|date start|start date|occurred|occurrence date|dated|when|"
    "datetime|timestamp|date occurrence|event day|تاریخ",
    "date_end": "date end|end date",
    "year": "year|سال",
    "month": "month|مہینہ",
    "day": "day|دن",
    "fatalities_best": "deaths|killed|fatalities|dead|died|death toll|death|kills|deaths best|"
    "fatalities best|casualties killed|ہلاک|ہلاکتیں|جاں بحق",
    "fatalities_low": "deaths low|fatalities low|killed min|deaths min|min killed",
    "fatalities_high": "deaths high|fatalities high|killed max|deaths max|max killed",
    "injured_best": "injured|wounded|injuries|injured best|casualties injured|زخمی",
    "incident_id": "id|event id|serial|sr|s no|sno|ref|ref no|uid|incident id",
    "event_type": "event type|type|attack type|type attack|type event|category|nature|event|"
    "event category|قسم",
    "actor": "actor|perpetrator|perpetrators|group|responsible|claimed by|responsibility|"
    "perpetrator group",
    "target": "target|victim type|target type",
    "source_name": "source|source name|newspaper|reference|publisher|outlet|ذریعہ",
    "source_url": "url|link|source url|weblink|web link",
    "source_title": "title|headline",
    "precision": "precision|geo precision|location precision|accuracy|location accuracy",
}
_KEYED = {name: tuple(names.split("|")) for name, names in _GUESSES.items()}
_NO_WORDS = frozenset({"incident_id", "year", "month", "day", "precision", "coordinates"})
_LOOSE_WORDS = frozenset({"x", "y", "long", "point", "geo", "area", "where", "when", "type", "code",
                          "event", "state", "nature", "title", "group", "link"})  # fmt: skip
_ENOUGH = (
    {"lat", "lon"}, {"coordinates"}, {"place_name"}, {"admin1"}, {"admin2"}, {"admin3"},
    {"admin1_pcode"}, {"admin2_pcode"},
)  # fmt: skip


def tag_key(cell: object) -> tuple[str, frozenset[str]] | None:
    """Return an HXL hashtag and its attributes; None if the cell is none.

    Examples
    --------
    >>> tag_key(" #affected +killed+f")[0]
    '#affected'
    """
    text = "".join(str(cell).lower().split())
    if not _TAG.fullmatch(text):
        return None
    tag, *attributes = text.split("+")
    return tag, frozenset(attributes)


_TAG = re.compile(r"#[a-z][\w]*(\+[a-z]\w*)*")


def match_columns(
    header: Sequence[str],
    *,
    tags: Sequence[str] | None = None,
    given: Mapping[str, str | None] | None = None,
    source: str = "the table",
) -> Layout:
    """Say which column of a table holds which field.

    Parameters
    ----------
    header
        The table's column names.
    tags
        The row of HXL hashtags below the header; None where there is none.
    given
        Fields and the columns that hold them, before any guess; a column of None or ``""``
        leaves the field out.
    source
        What the table is called in an error.

    Returns
    -------
    Layout
        For a known format its profile; for a tagged table ``hxl``; else ``guess``.

    Raises
    ------
    SettingsError
        If `given` names a field or column that does not exist.
    SchemaError
        If nothing in the table says where.
    """
    chosen = _given(header, given or {})
    keys = {column_key(name): name for name in reversed(header)}
    profile = next((one for one in PROFILES.values() if one.signature <= keys.keys()), None)
    if profile is not None:
        name, title, scale, how = profile.name, profile.title, profile.scale, "profile"
        found = {
            target: next(keys[one] for one in names if one in keys)
            for target, names in profile.columns.items()
            if any(one in keys for one in names)
        }
        hows = dict.fromkeys(found, how)
    elif tags is not None:
        name, title, scale = "hxl", "a table with HXL tags", None
        found = _tagged(header, tags)
        hows = dict.fromkeys(found, "profile")
    else:
        name, title, scale = "guess", "a table of its own", None
        names = [one for one in header if not one.startswith("geometry.")]
        found, hows = _guessed(names, taken={one for one in chosen.values() if one})
    for target, column in chosen.items():
        found.pop(target, None)
        hows.pop(target, None)
        if column:
            found[target], hows[target] = column, "given"
    if set(header) >= _POINTS and "lat" not in chosen:
        found["lon"], found["lat"] = sorted(_POINTS, reverse=True)
        hows["lon"] = hows["lat"] = "profile"
    if not any(wanted <= found.keys() for wanted in _ENOUGH):
        raise SchemaError(
            f"{source}: no column says where: there are {', '.join(map(str, header))}; name them, "
            'for example columns={"place": ..., "lat": ..., "lon": ...} or --columns place=...',
        )
    return Layout(profile=name, title=title, scale=scale, columns=found, how=hows)


_POINTS = {"geometry.lon", "geometry.lat"}  # what a source makes of points


def _given(header: Sequence[str], given: Mapping[str, str | None]) -> dict[str, str | None]:
    chosen: dict[str, str | None] = {}
    for name, column in given.items():
        target = field_of(name)
        if column and column not in header:
            close = difflib.get_close_matches(column, header, n=2, cutoff=0.5)
            near, known = " or ".join(close), ", ".join(map(str, header))
            hint = f"did you mean {near}?" if close else f"there are {known}"
            raise SettingsError(f"columns: {name}={column}: the table has no such column; {hint}")
        chosen[target] = column or None
    return chosen


def _tagged(header: Sequence[str], tags: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    parsed = [(column, tag_key(cell)) for column, cell in zip(header, tags, strict=False)]
    for target, tag, wanted, unwanted in _HXL:
        for column, key in parsed:
            fits = key is not None and key[0] == tag and wanted <= key[1] and not unwanted & key[1]
            if fits and target not in found and column not in found.values():
                found[target] = column
    return found


def _guessed(header: Sequence[str], *, taken: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Guess by the whole name first, then by one telling word in it."""
    found: dict[str, str] = {}
    how: dict[str, str] = {}
    keys = {column: column_key(column) for column in header if column not in taken}
    for target, names in _KEYED.items():
        for name in names:
            column = next((one for one, key in keys.items() if key == name), None)
            if column is not None:
                found[target], how[target] = column, "name"
                del keys[column]
                break
    for target, names in _KEYED.items():
        words = {one for one in names if " " not in one} - _LOOSE_WORDS
        if target in found or target in _NO_WORDS:
            continue
        column = next((one for one, key in keys.items() if words & set(key.split())), None)
        if column is not None:
            found[target], how[target] = column, "word"
            del keys[column]
    return found, how
