"""The record of one figure: how many people, what became of them, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from geomap.text._count_numbers import Quantity

__all__ = ["Count", "Told", "as_more", "figure_of"]


@dataclass(slots=True, unsafe_hash=True, kw_only=True)
class Count:
    """A number of people and what became of them.

    Attributes
    ----------
    start, end
        The clause that carries the fact: ``text[start:end]``, at most 200 characters.
    outcome
        ``killed``, ``injured``, ``abducted``, ``arrested`` or ``missing``.
    low, best, high
        The figure; None where a bound is not known. "Several" has a low bound only.
    side
        Side of the victims: ``civilians``, ``security_forces``, ``militants``, ``suspects`` (of a
        crime; an account counts them as unknown) or ``unknown``.
    who
        The victim noun as it stands ("policemen"), "" if there is none.
    number_start, number_end
        The number, or the noun where the number is implied ("a shepherd was killed").
    part
        Part of a total named beside it ("11 people, including three policemen").
    total
        Said to be a sum ("a total of", "in all", "brings the number to").
    update
        Revises an earlier figure ("rose to 14", "put the number at six").
    increment
        An addition to an earlier figure: "three more died", "two of the wounded succumbed" (they
        move from injured to killed).
    speaker
        Who gives the figure: ``official``, ``claimant``, ``hospital``, ``residents``, ``company``
        or ``unstated``, from the reporting words of the same sentence.
    denied
        The sentence denies it.
    aggregate
        Tied to a number of attacks (rule ``incidents``), to a long period (rule ``period``), or,
        if it is 20 or more, to a year (rule ``year``).
    rules
        Names of the rules that fired: ``accident``, ``accused``, ``pronoun``, ``suicide`` and
        ``name`` are reasons for a caller to drop a count; ``weak``, ``moved``, ``care`` and
        ``condition`` (people taken to a hospital, "is critical") to prefer any other.
    """

    start: int
    end: int
    outcome: str
    low: int | None
    best: int | None
    high: int | None
    side: str
    who: str
    number_start: int
    number_end: int
    part: bool = False
    total: bool = False
    update: bool = False
    increment: bool = False
    speaker: str = "unstated"
    denied: bool = False
    aggregate: bool = False
    rules: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is a number of people of its own: no part, no denial, no sum of others."""
        return bool(self.best) and not (self.part or self.denied or self.aggregate)


def as_more(count: Count, number: int) -> Count:
    """Return "a third" who died as so many more than were told before."""
    rules = tuple(rule for rule in count.rules if rule != "ordinal")
    one = replace(count, low=number, best=number, high=number, rules=rules)
    return replace(one, update=False, increment=True)


def figure_of(
    outcome: str,
    number: int,
    span: tuple[int, int],
    *,
    side: str = "unknown",
    increment: bool = False,
    rules: tuple[str, ...] = (),
) -> Count:
    """Return the count of one exact figure that a phrase of its own tells.

    Parameters
    ----------
    outcome
        What became of them.
    number
        How many.
    span
        Where the phrase stands.
    side, increment, rules
        As in `Count`.
    """
    start, end = span
    return Count(
        start=start,
        end=end,
        outcome=outcome,
        low=number,
        best=number,
        high=number,
        side=side,
        who="",
        number_start=start,
        number_end=end,
        increment=increment,
        rules=rules,
    )


class Told(NamedTuple):
    """What was told last: its outcome, and the number that "as many" of the next sentence is."""

    outcome: str
    number: Quantity | None = None

    @classmethod
    def of(cls, count: Count | None, near: int) -> Told:
        """Return what a count tells; no number of one that stands before the sentence at `near`."""
        if count is None:
            return cls("killed")
        number = Quantity(0, 0, count.low, count.best, count.high)
        return cls(count.outcome, number if count.best and count.start >= near else None)
