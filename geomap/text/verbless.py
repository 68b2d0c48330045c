"""Clauses that leave their verb to the one before: "five were killed in Tank, four in Bannu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import value_of
from geomap.text.actors import ActorSpan
from geomap.text.breaks import ELLIPTIC
from geomap.text.counts import Count
from geomap.text.events import Trigger
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = ["with_verb"]

_HARM = frozenset({"killed", "injured", "abducted", "arrested"})
_STOP = re.compile(r"[.!?۔؟\n]")


def _number(clause: re.Match[str]) -> int:
    """Return the figure that such a clause begins with."""
    word = clause["number"].lower()
    return 1 if word.startswith("a") else value_of(word)


def _parted(text: str, sentence: Sentence, counts: Sequence[Count]) -> Sequence[Count]:
    """Return for a sum that is told with its parts, cut before the second, that of the first.

    "Five militants were killed, three in Tank | and two in Bannu". Those killed in one place
    before others in the next are no sum, though all died "in separate incidents".
    """
    gap = _AND.match(text, sentence.end)
    if gap is not None and ELLIPTIC.match(text, gap.end()):
        counts = [replace(one, aggregate=False) if one.aggregate else one for one in counts]
    whole = next((one for one in counts if one.outcome in _HARM and one.best), None)
    first = _PART.search(text, whole.end, sentence.end) if whole is not None else None
    if whole is None or first is None:
        return counts
    stop = _STOP.search(text, sentence.end)
    end = min(stop.start() if stop else len(text), sentence.end + _PARTS)
    parts = [_number(one) for one in _PART.finditer(text, first.start(), end)]
    if len(parts) == 1 or sum(parts) != whole.best:
        return counts
    return [replace(whole, best=parts[0], low=parts[0], high=parts[0])]


_PART = re.compile(rf"(?:[,:]|\band)\s+{ELLIPTIC.pattern}")
_AND = re.compile(r",?\s+(?:(?:and|while)\s+)?")
_PARTS = 200
"""Characters behind the first of the parts in which the others stand."""


def with_verb(
    text: str,
    sentence: Sentence,
    found: tuple[Sequence[Trigger], Sequence[Count], Sequence[ActorSpan]],
    scenes: list[Scene],
) -> tuple[Sequence[Trigger], Sequence[Count]]:
    """Give a clause without a verb the act and the outcome of the clause before it.

    The forces that are named behind it act in the clause before it, too: "five militants were
    killed in Tank and four in Bannu, the army said".

    Parameters
    ----------
    text
        The text.
    sentence
        The clause.
    found
        The words in it that report events, its figures, and who is named in it.
    scenes
        The sentences before, read; the last of them may be changed.
    """
    triggers, counts, actors = found
    counts = _parted(text, sentence, counts)
    clause = ELLIPTIC.match(text, sentence.start, sentence.end)
    if clause is None or not scenes or any(not count.part for count in counts):
        return triggers, counts
    before = scenes[-1]
    told = [one for one in before.counts if one.outcome in _HARM and one.best and not one.part]
    acts = [one for one in before.triggers if not one.definite]
    acts = [one for one in acts if not one.is_noun] or acts
    if not (told and acts) or _STOP.search(text, before.sentence.end - 1, sentence.start):
        return triggers, counts
    forces = [one for one in actors if one.kind == "security"]
    scenes[-1] = replace(before, actors=(*before.actors, *forces))
    best = _number(clause)
    start, end = clause.span("number")
    count = replace(
        told[0], best=best, low=best, high=best, start=start, end=end, number_start=start,
        number_end=end, increment=False, update=False,
    )  # fmt: skip
    act = replace(acts[0], start=start, end=end)
    return [act, *triggers], [count, *counts]
