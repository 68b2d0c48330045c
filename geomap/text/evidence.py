"""The words behind an account: a quote for each of its fields, with offsets into the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from geomap.records import Evidence
from geomap.text.confidence import Fields
from geomap.text.quotes import MAX_QUOTE, clause, shortened
from geomap.text.scenes import Reading
from geomap.text.sentences import Sentence

__all__ = ["Quoter"]


class Quoter:
    """Quotes the clauses of one article that carry the facts of its accounts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.text = reading.article.text

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences start."""
        return [scene.sentence.start for scene in self.reading.scenes]

    def evidence(self, main: tuple[int, int], found: Fields) -> Iterator[Evidence]:
        """Yield the quotes of an account: its trigger, day, place, figures and actor.

        `main` is the span of the trigger.
        """
        span, where, blame = found.when.span, found.where, found.blame
        yield self.quote("event_type", *main)
        if span is not None:
            yield self.quote("date", span.start, span.end)
        if where.start is not None and where.end is not None:
            yield self.quote("place", where.start, where.end)
        for field, toll in (("fatalities", found.dead), ("injured", found.hurt)):
            for count in toll.counts[:3]:
                yield self.quote(field, count.start, count.end)
        if blame.start is not None and blame.end is not None:
            yield self.quote("actor", blame.start, blame.end)

    def quote(self, field: str, start: int, end: int) -> Evidence:
        """Quote the clause around a span, at most `MAX_QUOTE` characters."""
        first, last = clause(self.text, start, end, self._sentence(start))
        plain = self.reading.plain
        bounds = plain.back(first, last)
        if bounds[1] - bounds[0] > MAX_QUOTE:  # invisible characters count in what is written
            bounds = shortened(*bounds, plain.back(start, end))
        return Evidence(
            field=field,
            article_id=self.article.id,
            start=bounds[0],
            end=bounds[1],
            quote=plain.written[slice(*bounds)],
        )

    def _sentence(self, offset: int) -> Sentence:
        scenes = self.reading.scenes
        at = bisect_right(self.starts, offset) - 1
        inside = at >= 0 and offset < scenes[at].sentence.end
        return scenes[at if inside else -1].sentence
