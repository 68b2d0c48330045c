"""Mentions between the text as written, which they are given in, and the text as read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from geomap.records import Mention
from geomap.text.plain import Plain

__all__ = ["as_read", "as_written"]


def as_written(mentions: list[Mention], plain: Plain) -> list[Mention]:
    """Lead mentions from the text as read back to the text as written."""
    if plain.is_written:
        return mentions
    return [_moved(mention, plain.back, plain.written) for mention in mentions]


def as_read(mention: Mention, plain: Plain) -> Mention:
    """Lead a mention from the text as written to the text as read."""
    return mention if plain.is_written else _moved(mention, plain.forward, plain.text)


def _moved(mention: Mention, move: Callable[[int, int], tuple[int, int]], text: str) -> Mention:
    start, end = move(mention.start, mention.end)
    relation = mention.relation
    if relation.start is not None and relation.end is not None:
        first, last = move(relation.start, relation.end)
        relation = replace(relation, start=first, end=last)
    return replace(mention, start=start, end=end, toponym=text[start:end], relation=relation)
