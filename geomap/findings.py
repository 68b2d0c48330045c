"""What a run has read from its sources: articles, places, accounts, and what it left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geomap.article_corrections import Outcome
from geomap.lexicons import UserLexicons
from geomap.records import Account, Article, Resolution
from geomap.text.articles import Dropped, Remark
from geomap.text.ner import Pipeline

__all__ = ["Findings"]


@dataclass(slots=True, kw_only=True)
class Findings:
    """All that was read, in the order of the sources; it grows as a run reads.

    `inputs` are the name and the sha256 of each input file, `columns` is what the caller said of
    columns, `outcomes` is what became of each row of a person's corrections.
    """

    articles: list[Article] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    inputs: list[dict[str, str]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    tagger: Pipeline | None = None
    columns: dict[str, str | None] = field(default_factory=dict)
    lexicons: UserLexicons = field(default_factory=UserLexicons)

    @property
    def undated(self) -> tuple[str, ...]:
        """The ids of articles without a publication date."""
        return tuple(article.id for article in self.articles if article.published is None)

    @property
    def until(self) -> date | None:
        """The latest publication date: the only date that an output may carry."""
        return max((item.published for item in self.articles if item.published), default=None)
