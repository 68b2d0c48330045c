"""Columns, editorials and letters: what they touch on is no news of theirs, unless it has a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from geomap.records import Article
from geomap.text.found import is_own_day
from geomap.text.scenes import Scene

__all__ = ["in_opinion", "is_opinion"]

_LABEL = re.compile(
    r"\W{0,3}(?:(?:[A-Z]+\s)?REVIEW|(?:Book|Film|Theatre|TV)\s+review|Review|Letters?|LETTERS?|SIR|Sir|OBITUARY|Obituary|PROFILE|Profile|ESSAY|Essay|"
    r"NOTEBOOK|Notebook|DIARY|Diary|FEATURE|Feature|مراسل[ہے]|(?:فلم|کتاب)\s+(?:ریویو|پر\s+تبصرہ)|تبصرہ|یادداشتیں|"
    r"OPINION|EDITORIAL|COLUMN|COMMENT(?:ARY)?|VIEWPOINT|VIEW|OP-ED|LETTERS?\s+TO\s+THE\s+EDITOR|"
    r"Opinion|Editorial|Column|Commentary|Viewpoint|Op-[Ee]d|Letters?\s+to\s+the\s+[Ee]ditor|اداریہ|کالم|نقطۂ?\s+نظر)"
    r"\s*(?:[:—–|-]|\n|\Z)"
)
_DATELINE = re.compile(
    r"\s*[:—–|-]?\s*(?!(?:Balochistan|Pakistan|Sindh|Punjab|Khyber|Kashmir|KP|Afghanistan|India|Iran|The|Why|How|What|On|In|A)\b)"
    r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}\s*:\s+(?=[\"“‘']?[A-Z0-9])"
)
"""The town of a piece of news, behind a word that may be the name of its page."""
_SIGNED = re.compile(
    r"\n\s*\n\W*(?:The\s+(?:writer|author|columnist)\s+(?:is|teaches|works|lives|heads|can\s+be|tweets)\b"
    r"|[Tt]he\s+views?\s+expressed)|\n\s*\n\W*(?:مضمون\s+نگار|کالم\s+نگار|مصنف)\s"
)
"""A last paragraph of its own that says who wrote a column."""
_END = 300
"""Characters at the end of a column in which it says who wrote it."""
_LATELY = timedelta(days=10)


def is_opinion(article: Article, scenes: Sequence[Scene]) -> bool:
    """Whether an article is labelled as a column, an editorial or a letter, or signed as one.

    A signed one that opens with an event and its toll is a report.
    """
    if _LABEL.match(article.title or ""):
        return True
    label = _LABEL.match(article.text)
    if label is not None:
        return _DATELINE.match(article.text, label.end()) is None
    if scenes and scenes[0].is_firm and any(count.best for count in scenes[0].counts):
        return False
    return _SIGNED.search(article.text, max(0, len(article.text) - _END)) is not None


def in_opinion(article: Article, scenes: Sequence[Scene]) -> list[Scene]:
    """Leave to a column only what it tells with a day of the last ten.

    "The bullet that killed a barber did not become a just one" reports no killing.
    """
    return [
        replace(scene, mood="comment")
        if scene.mood == "reported" and not _is_of_late(article, scene)
        else scene
        for scene in scenes
    ]


def _is_of_late(article: Article, scene: Scene) -> bool:
    """Whether a sentence names a day not long before the publication."""
    published = article.published
    return published is None or any(
        is_own_day(span) and span.last is not None and published - span.last <= _LATELY
        for span in scene.dates
    )
