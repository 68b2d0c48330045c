"""From named fields to an Article: what every reader of files hands over, checked in one place.

The fields are ``text``, ``id``, ``title``, ``published``, ``source``, ``url`` and ``language``. A
table or an object may call them by other usual names ("body", "headline", "outlet"); what is
guessed wrong is told with `columns`. No field holds a person's name: bylines are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geomap.errors import SettingsError
from geomap.records import Article
from geomap.text.publication import Publication, publication_of

__all__ = [
    "FIELDS",
    "MAX_CHARACTERS",
    "Columns",
    "Dropped",
    "Item",
    "ReadOptions",
    "Remark",
    "checked_columns",
    "incident_table_reason",
    "language_of",
    "make_article",
    "match_fields",
]

MAX_CHARACTERS = 1_000_000
"""The longest article that is read; a longer one is nearly always several in one file."""

FIELDS = ("text", "id", "title", "published", "source", "url", "language")

Columns = Mapping[str, str | None]
"""Field -> the column that holds it; None: no column does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something that was not read: where (file, and line or article id) and why, in one line."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know of what was read: where, what, and of which field ("" for none).

    `article_id` is the article that it is about, None where it is about a whole file.
    """

    where: str
    note: str
    field: str = ""
    article_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the readers of files are told: the columns by field, and the largest file in MB.

    `ids_only` asks for the ids and texts alone, which is faster; nothing is said of dates.
    """

    columns: Columns
    max_mb: int
    ids_only: bool = False


Item = Article | Dropped | Remark
"""What a reader yields; remarks on an article come right after it."""


def make_article(
    row: Mapping[str, object],
    options: ReadOptions,
    *,
    where: str,
    fallback_id: str,
    order: str = "",
) -> Iterator[Item]:
    """Make an Article of its fields; yield it with what is to say of it, or a `Dropped`.

    Parameters
    ----------
    row
        Values by the names of `FIELDS`; only ``text`` must be there.
    options
        What the reader was told.
    where
        What a message calls the place that the row stands in.
    fallback_id
        The id of an article whose row gives none.
    order
        How dates in figures are read, see `publication.day_order`.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        yield Dropped(where=where, reason=_NO_TEXT)
        return
    if len(text) > MAX_CHARACTERS:
        reason = (
            f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; "
            "split it into single reports"
        )
        yield Dropped(where=where, reason=reason)
        return
    if options.ids_only:
        yield Article(id=_id(row, fallback_id), text=text)
        return
    published = publication_of(text, row.get("published"), url=_string(row.get("url")), order=order)
    article = _article(row, text, published, fallback_id)
    yield article
    if published.problem:
        yield Remark(where=where, note=published.problem, field="published", article_id=article.id)


_NO_TEXT = "no text: the field `text` must be a string that is not empty"


def _article(
    row: Mapping[str, object], text: str, published: Publication, fallback_id: str
) -> Article:
    source = row.get("source")
    if isinstance(source, dict):
        source = source.get("name")
    return Article(
        id=_id(row, fallback_id),
        text=text,
        title=_string(row.get("title")),
        published=published.day,
        published_source=published.source,
        source=_string(source),
        url=_string(row.get("url")),
        language=_language_word(row.get("language")) or language_of(text),
    )


def _id(row: Mapping[str, object], fallback_id: str) -> str:
    given = row.get("id")
    return fallback_id if _string(given) is None else str(given)


def _string(value: object) -> str | None:
    """Return a value as text, None where it is empty or no single value."""
    if value is None or isinstance(value, (dict, list)):
        return None
    return str(value).strip() or None


_LANGUAGES = {"english": "en", "eng": "en", "urdu": "ur", "urd": "ur"}


def _language_word(value: object) -> str | None:
    """Return "en" for "en-GB" and "English", "ur" for "ur_PK" and "Urdu"; other words as given."""
    given = _string(value)
    if given is None:
        return None
    word = re.split("[-_]", given.lower())[0]
    word = _LANGUAGES.get(word, word)
    return word if word in {"en", "ur", "mixed"} else given


_ARABIC = re.compile("[\u0620-\u06ff]+")
_LATIN = re.compile("[A-Za-z]+")
_SAMPLE = 20_000


def language_of(text: str) -> str:
    """Tell English, Urdu and mixed text apart by the share of each script.

    Examples
    --------
    >>> language_of("Two men were killed."), language_of("دو افراد"), language_of("Quetta کوئٹہ")
    ('en', 'ur', 'mixed')
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "en"
    arabic, latin = (sum(map(len, script.findall(sample))) for script in (_ARABIC, _LATIN))
    share = arabic / max(1, arabic + latin)
    return "ur" if share > 0.8 else "mixed" if share > 0.1 else "en"


_NAMES = {
    "text": "text body content article fulltext articletext articlebody story storytext "
            "contenttext maintext متن خبر",
    "id": "id articleid storyid docid documentid guid uuid",
    "title": "title headline heading articletitle عنوان سرخی",
    "published": "published date publicationdate publishdate publisheddate publishedat pubdate "
                 "datepublished publishedon articledate dateofpublication تاریخ",
    "source": "source outlet publisher sourcename newspaper publication site website domain ماخذ",
    "url": "url link weburl articleurl permalink uri",
    "language": "language lang languagecode زبان",
}  # fmt: skip
_FIELD_NAMES = {field: names.split() for field, names in _NAMES.items()}
_NOT_IN_NAMES = re.compile(r"[\W_]+")


def match_fields(names: Iterable[str], columns: Columns | None = None) -> dict[str, str]:
    """Say which column or key holds which field.

    Parameters
    ----------
    names
        The columns of a table or the keys of an object. Case, spaces and underscores of a usual
        name do not matter; among several usual names the first of our list is taken.
    columns
        Field -> column, for what is guessed wrong; None in place of a column leaves the field out.

    Returns
    -------
    dict
        Field -> column, for the fields that are there.

    Examples
    --------
    >>> match_fields(["ID", "Headline", "Body", "Publication date"])
    {'text': 'Body', 'id': 'ID', 'title': 'Headline', 'published': 'Publication date'}
    """
    exact = list(names)
    by_key: dict[str, str] = {}
    for name in exact:
        by_key.setdefault(_NOT_IN_NAMES.sub("", name.lower()), name)
    told = columns or {}
    taken = {name for name in told.values() if name is not None}
    found: dict[str, str] = {}
    for field, usual in _FIELD_NAMES.items():
        if field in told:
            wanted = told[field]
            if wanted is not None and wanted in exact:
                found[field] = wanted
            continue
        column = next((by_key[key] for key in usual if key in by_key), None)
        if column is not None and column not in taken:
            found[field] = column
    return found


_INCIDENT_NAMES = frozenset({
    "eventdate", "eventtype", "subeventtype", "fatalities", "fatalitiesbest", "bestestimate",
    "geoprecision", "whereprec", "wherecoordinates", "incidentid", "eventid", "eventidcnty",
    "nkill", "datestart", "killed", "dead", "district", "adm1", "admin1", "placename",
    "geometry",
})  # fmt: skip
_COORDINATES = ({"lat", "latitude", "y"}, {"lon", "long", "lng", "longitude", "x"})


def incident_table_reason(names: Iterable[str]) -> str:
    """Say that a table without a text column is one of incidents, if its columns say so; or ""."""
    keys = {_NOT_IN_NAMES.sub("", name.lower()) for name in names}
    if all(keys & some for some in _COORDINATES) or keys & _INCIDENT_NAMES:
        return INCIDENT_TABLE
    return ""


INCIDENT_TABLE = (
    "a table of incidents, not of reports: geomap draw-map and geomap read-incidents read it; "
    "if it holds reports, name their column with --columns text=COLUMN"
)


def checked_columns(columns: Columns | None) -> Columns:
    """Return `columns` if every field in it is one of `FIELDS`.

    Raises
    ------
    SettingsError
        If a field is unknown.
    """
    for field in columns or {}:
        if field not in FIELDS:
            raise SettingsError(
                f"columns: {field!r} is no field of an article; known are {', '.join(FIELDS)}"
            )
    return columns or {}
