"""Column sets of incident tables: which column holds what, and what its codes stand for.

A *field* is something that the incident table wants to know (``date_start``, ``lat``,
``fatalities_best`` ...); a *profile* says in which column of a known format each field stands.
Precision codes are kept here too, both ways. `geomap.table_columns` finds a table's profile.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geomap.errors import SettingsError
from geomap.records import INCIDENT_COLUMNS, Precision

__all__ = [
    "ACLED_COLUMNS",
    "CODES",
    "FIELDS",
    "PROFILES",
    "UCDP_COLUMNS",
    "Profile",
    "code_of",
    "column_key",
    "field_of",
    "precision_of",
]

CODES: Mapping[str, Mapping[Precision, int | None]] = MappingProxyType(
    {
        scale: dict(zip(Precision, codes, strict=True))
        for scale, codes in {
            "ucdp": (1, 1, 2, 5, 3, 3, 4, 4, 6, None),
            "acled": (1, 1, 2, 2, 2, 2, 3, 3, None, None),
            "gtd": (1, 1, 1, 3, 2, 3, 4, 4, 5, 5),
        }.items()
    },
)
"""Codes of each precision: UCDP ``where_prec``, ACLED ``geo_precision``, GTD ``specificity``."""

_READ_BACK = {
    scale: {str(code): level for level, code in codes.items() if code is not None}
    for scale, codes in CODES.items()  # later levels are coarser, so the coarsest stays
}
_READ_BACK["ucdp"]["7"] = Precision.UNKNOWN  # international waters or airspace

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
"""Columns of an ACLED export since March 2023 (ACLED Codebook)."""

UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
"""Columns of UCDP GED since version 22.1 (UCDP GED Codebook)."""

_HELPERS = (
    "coordinates", "year", "month", "day", "time_code", "vicinity", "admin3", "deaths_a",
    "deaths_b", "violence_type", "claimed", "doubtful", "suicide", "target_type", "source_name",
    "source_title", "source_url", "source_date", "source_lon", "source_lat",
)  # fmt: skip

FIELDS = (*INCIDENT_COLUMNS, *_HELPERS)
"""Everything that a column can be read as."""

_ALIASES = {
    "id": "incident_id", "date": "date_start", "start": "date_start", "end": "date_end",
    "place": "place_name", "location": "place_name", "latitude": "lat", "longitude": "lon",
    "province": "admin1", "district": "admin2", "tehsil": "admin3", "pcode": "admin2_pcode",
    "deaths": "fatalities_best", "fatalities": "fatalities_best", "killed": "fatalities_best",
    "injured": "injured_best", "type": "event_type", "url": "source_url", "title": "source_title",
    "source": "source_name",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A known column set.

    `columns` gives for each field the names its column may have, best first; names are compared
    as `column_key` folds them. `signature` are columns that only this format has. `scale` names the
    precision codes in `CODES`; None where precision is given in words.
    """

    name: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    signature: frozenset[str] = frozenset()
    scale: str | None = None


def _profile(name: str, title: str, pairs: str, *, signature: str, scale: str | None) -> Profile:
    columns: dict[str, tuple[str, ...]] = {}
    for pair in pairs.split():
        target, _, names = pair.partition("=")
        columns[target] = tuple(column_key(one) for one in names.split("|"))
    return Profile(
        name=name,
        title=title,
        columns=columns,
        signature=frozenset(column_key(one) for one in signature.split()),
        scale=scale,
    )


def column_key(header: str) -> str:
    """Return a column name without case, marks, units and filler words.

    Examples
    --------
    >>> column_key("No. of Persons_Killed"), column_key("Latitude (DD)")
    ('killed', 'latitude')
    """
    text = unicodedata.normalize("NFKC", str(header)).casefold()
    words = _SPLIT.sub(" ", text).split()
    kept = [word for word in words if word not in _FILLERS]
    return " ".join(kept or words)


_SPLIT = re.compile(r"[^\w#+]+|_+")
_FILLERS = frozenset(
    (
        "dd", "deg", "degree", "degrees", "decimal", "wgs84", "gps", "the", "of", "no", "num",
        "number", "total", "n", "e", "reported", "persons", "people", "incident", "s",
    ),
)  # fmt: skip

_OWN = Profile(
    name="geomap",
    title="geomap's own table",
    columns={name: (column_key(name),) for name in (*INCIDENT_COLUMNS, "source_lon", "source_lat")},
    signature=frozenset(
        map(column_key, ("incident_id", "kind", "date_precision", "precision", "admin2_pcode")),
    ),
)
_ACLED = _profile(
    "acled",
    "an ACLED export",
    "incident_id=event_id_cnty|data_id date_start=event_date year=year time_code=time_precision "
    "event_type=event_type sub_event_type=sub_event_type actor=actor1 target=actor2 "
    "country=country|iso3 admin1=admin1 admin2=admin2 admin3=admin3 place_name=location "
    "lat=latitude lon=longitude precision=geo_precision source_name=source "
    "fatalities_best=fatalities",
    signature="event_date event_type geo_precision actor1",
    scale="acled",
)
_UCDP = _profile(
    "ucdp",
    "UCDP GED",
    "incident_id=id|relid year=year violence_type=type_of_violence actor=side_a target=side_b "
    "source_name=source_office|source_article source_title=source_headline "
    "source_date=source_date precision=where_prec place_name=where_coordinates admin1=adm_1 "
    "admin2=adm_2 lat=latitude lon=longitude country=country time_code=date_prec "
    "date_start=date_start date_end=date_end deaths_a=deaths_a deaths_b=deaths_b "
    "fatalities_civilians=deaths_civilians fatalities_unknown=deaths_unknown "
    "fatalities_best=best|best_est fatalities_high=high|high_est fatalities_low=low|low_est",
    signature="where_prec type_of_violence deaths_civilians",
    scale="ucdp",
)
_GTD = _profile(
    "gtd",
    "GTD",
    "incident_id=eventid year=iyear month=imonth day=iday country=country_txt "
    "admin1=provstate place_name=city lat=latitude lon=longitude precision=specificity "
    "vicinity=vicinity event_type=attacktype1_txt suicide=suicide target_type=targtype1_txt "
    "target=targsubtype1_txt|targtype1_txt actor=gname claimed=claimed doubtful=guncertain1 "
    "fatalities_best=nkill fatalities_militants=nkillter injured_best=nwound source_name=scite1",
    signature="eventid iyear imonth iday",
    scale="gtd",
)
PROFILES: Mapping[str, Profile] = MappingProxyType(
    {profile.name: profile for profile in (_OWN, _ACLED, _UCDP, _GTD)},
)
"""The formats that are recognised by their columns."""


def precision_of(scale: str, code: object) -> Precision | None:
    """Return the coarsest level that a precision code stands for; None for no known code.

    Parameters
    ----------
    scale
        ``"acled"``, ``"ucdp"`` or ``"gtd"``.
    code
        A whole number, as a number or as text.

    Examples
    --------
    >>> precision_of("acled", 2), precision_of("gtd", "1.0")
    (<Precision.DISTRICT: 'district'>, <Precision.NEAR: 'near'>)
    """
    return _READ_BACK[scale].get(str(code).strip().removesuffix(".0"))


def code_of(scale: str, precision: Precision) -> int | None:
    """Return the code of a precision; None where the format has none.

    Examples
    --------
    >>> code_of("ucdp", Precision.LINE), code_of("acled", Precision.COUNTRY)
    (5, None)
    """
    return CODES[scale][precision]


def field_of(name: str) -> str:
    """Return the field that a word of the ``columns`` argument means.

    Raises
    ------
    SettingsError
        If there is no such field.
    """
    wanted = name.strip().lower()
    found = _ALIASES.get(wanted, wanted)
    if found not in FIELDS:
        known = [*_ALIASES, *FIELDS]
        close = difflib.get_close_matches(wanted, known, n=3)
        hint = f"did you mean {' or '.join(close)}?" if close else "such as place, date, lat, lon"
        raise SettingsError(f"columns: there is no field {name!r}; {hint}")
    return found
