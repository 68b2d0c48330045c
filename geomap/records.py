"""The records that travel through geomap, and the columns of the incident table.

Everything before the join is one of these frozen dataclasses; after it there is one GeoDataFrame
with the columns of `INCIDENT_COLUMNS`. Coordinates are degrees, EPSG:4326; dates are ISO 8601
calendar dates; a figure that a text does not give is None, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

__all__ = [
    "ACCOUNT_COLUMNS",
    "COUNTED_KINDS",
    "EVENT_TYPES",
    "INCIDENT_COLUMNS",
    "KINDS",
    "ROLES",
    "SUB_EVENT_TYPES",
    "Account",
    "Article",
    "Evidence",
    "Incident",
    "Mention",
    "Place",
    "Precision",
    "Relation",
    "Resolution",
]

ROLES = ("incident_site", "dateline", "actor", "venue", "background")

KINDS = ("incident", "multi_site", "operation", "statistic")

COUNTED_KINDS = ("incident", "multi_site")
"""Kinds that a table counts as incidents; operations stand in columns of their own."""

EVENT_TYPES = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
)
"""ACLED's six event types (ACLED Codebook, 2023 and later)."""

SUB_EVENT_TYPES = {
    "Battles": (
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
    ),
    "Explosions/Remote violence": (
        "Air/drone strike", "Chemical weapon", "Grenade", "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack", "Suicide bomb",
    ),
    "Violence against civilians": (
        "Abduction/forced disappearance", "Attack", "Sexual violence",
    ),
    "Protests": (
        "Excessive force against protesters", "Peaceful protest", "Protest with intervention",
    ),
    "Riots": ("Mob violence", "Violent demonstration"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
"""ACLED's sub-event types by event type (ACLED Codebook, 2023 and later)."""


class Precision(Enum):
    """How exactly a place is known, finest first; the value is the word in every file."""

    SITE = "site"
    SETTLEMENT = "settlement"
    NEAR = "near"
    LINE = "line"
    TEHSIL = "tehsil"
    DISTRICT = "district"
    DIVISION = "division"
    PROVINCE = "province"
    COUNTRY = "country"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # each is one object, which tables find sooner than its name

    @property
    def rank(self) -> int:
        """Position from the finest (0, SITE) to the coarsest (9, UNKNOWN)."""
        return _RANKS[self._value_]

    @property
    def is_point(self) -> bool:
        """Whether a point on a map is honest: only SITE, SETTLEMENT and NEAR."""
        return self.rank <= _RANKS["near"]


_RANKS = {level.value: rank for rank, level in enumerate(Precision)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One input text, its characters unchanged.

    `published_source` is ``header``, ``metadata``, ``dateline`` or ``none``. `language` is ``en``,
    ``ur``, ``mixed`` or None.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_source: str = "none"
    source: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a place named in the text stands to the place that is meant.

    `kind` is ``in``, ``near``, ``offset`` (a distance, with or without a bearing), ``between`` or
    ``along``. `bearing` is degrees clockwise from north; `distance_m` is metres; `start` and `end`
    bound the words that say it.
    """

    kind: str = "in"
    distance_m: float | None = None
    bearing: float | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One occurrence of a toponym; `start` and `end` are offsets into the article's text.

    `toponym` is ``text[start:end]``, with the level word where that follows directly. `name_key`
    is the folded name without the level word. `sentence` and `paragraph` are ordinals from 0.
    `scope` is the publisher's country or province where known.
    """

    article_id: str
    start: int
    end: int
    sentence: int
    paragraph: int
    toponym: str
    name_key: str
    level_word: str | None = None
    scope: str | None = None
    relation: Relation = Relation()
    role: str = "background"
    score: float = 1.0
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place and how precisely it is known.

    For an area `lon` and `lat` are its label point, never a pin. `uncertainty_m` is the radius, in
    metres, within which the place lies. `country` is ISO 3166 alpha-2. None means not known or
    not applicable. `districts` holds the admin2 p-codes that a line crosses.
    """

    name: str
    precision: Precision
    lon: float | None = None
    lat: float | None = None
    uncertainty_m: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_pcode: str | None = None
    admin2: str | None = None
    admin2_pcode: str | None = None
    source: str = ""
    source_id: str = ""
    districts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The place that a mention means, or None, with what else it might have meant and why."""

    mention: Mention
    place: Place | None
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words behind one field: ``quote == article.text[start:end]``."""

    field: str
    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What accounts and incidents both say of an event."""

    kind: str
    event_type: str
    sub_event_type: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str = "unknown"
    place: Place | None = None
    n_sites: int | None = None
    fatalities_low: int | None = None
    fatalities_best: int | None = None
    fatalities_high: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    fatalities_civilians: int | None = None
    fatalities_security_forces: int | None = None
    fatalities_militants: int | None = None
    fatalities_unknown: int | None = None
    actor: str | None = None
    actor_basis: str = "unknown"
    attributed_by: str | None = None
    target: str | None = None
    related_account_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(_Facts):
    """What one article says about one event.

    `fatalities_best` counts all dead, attackers included; the figures by side stand beside it.
    `confidence` maps field names, and ``overall``, to 0..1. `related_account_ids` names accounts
    of the same article that this one belongs with and is not added to.
    """

    account_id: str
    article_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(_Facts):
    """One event, merged from its accounts; `sources` are the articles, earliest first."""

    incident_id: str
    former_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    account_ids: tuple[str, ...] = ()
    sources: tuple[Article, ...] = ()


_FACT_COLUMNS = (
    "kind", "event_type", "sub_event_type",
    "date_start", "date_end", "date_precision",
    "place_name", "precision", "lon", "lat", "uncertainty_m",
    "country", "admin1", "admin1_pcode", "admin2", "admin2_pcode", "n_sites",
    "fatalities_low", "fatalities_best", "fatalities_high",
    "injured_low", "injured_best", "injured_high",
    "fatalities_civilians", "fatalities_security_forces",
    "fatalities_militants", "fatalities_unknown",
    "actor", "actor_basis", "attributed_by", "target",
    "related_account_ids", "confidence", "evidence", "notes",
)  # fmt: skip

ACCOUNT_COLUMNS = (
    "account_id", "article_id", *_FACT_COLUMNS,
)  # fmt: skip
"""Columns of ``accounts.jsonl``, in order."""

INCIDENT_COLUMNS = (
    "incident_id", "former_ids", "article_ids", "account_ids", "sources", *_FACT_COLUMNS,
)  # fmt: skip
"""Columns of the incident table, in order; the GeoDataFrame adds ``geometry``."""
