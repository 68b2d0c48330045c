"""What an article has told so far: its accounts up to an event, and its places by sentence.

Both are asked for with every event; an article may tell of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from geomap.records import Account, Precision, Resolution

__all__ = ["Named", "Told"]


class Told:
    """The accounts of an article in text order, and the latest that others take days from."""

    def __init__(self) -> None:
        self.accounts: list[Account] = []
        self.dated: Account | None = None
        self.attack: Account | None = None

    @property
    def last(self) -> Account | None:
        """The latest account."""
        return self.accounts[-1] if self.accounts else None

    def add(self, account: Account) -> None:
        """Add the next account; `dated` is the latest with days, `attack` the latest such event."""
        self.accounts.append(account)
        if account.date_start is None or account.kind == "statistic":
            return
        self.dated = account
        if account.kind != "operation":
            self.attack = account


class Named:
    """The resolved mentions of an article.

    Parameters
    ----------
    resolutions
        The mentions, in text order.
    """

    def __init__(self, resolutions: Sequence[Resolution]) -> None:
        self._every = resolutions
        self._by_sentence: dict[int, list[int]] = {}
        for number, resolution in enumerate(resolutions):
            self._by_sentence.setdefault(resolution.mention.sentence, []).append(number)

    def inside(self, sentences: Iterable[int]) -> list[Resolution]:
        """Return the mentions of some sentences."""
        by_sentence = self._by_sentence
        found = sorted(number for one in set(sentences) for number in by_sentence.get(one, ()))
        return [self._every[number] for number in found]

    @property
    def places(self) -> list[Resolution]:
        """The mentions whose place is known, those inside the names of organisations left out."""
        return [one for one in self._every if one.place is not None and one.mention.role != "actor"]

    @property
    def datelines(self) -> list[Resolution]:
        """The places that the report was filed from."""
        return [item for item in self._every if item.mention.role == "dateline"]

    @cached_property
    def only_datelines(self) -> bool:
        """Whether the article names no place but those that it was filed from."""
        return all(item.mention.role in {"dateline", "actor"} for item in self._every)

    @cached_property
    def areas(self) -> list[Resolution]:
        """The areas where events may have been: districts and coarser, provinces if only named.

        A district that is only named counts in the first sentences, which say where a story is set.
        """
        return [
            item
            for item in self._every
            if item.place is not None
            and (
                (
                    item.mention.role == "incident_site"
                    and item.place.precision.rank >= Precision.DISTRICT.rank
                )
                or (
                    item.mention.role == "background"
                    and item.place.country == "PK"
                    and not self._is_far(item)
                    and item.place.precision.rank >= self._least_rank(item)
                )
            )
        ]

    @staticmethod
    def _is_far(item: Resolution) -> bool:
        """Whether a province is only where somebody came from or went."""
        province = item.place is not None and item.place.precision is Precision.PROVINCE
        return province and not _ELSEWHERE.isdisjoint(item.mention.rules)

    def _least_rank(self, item: Resolution) -> int:
        """Return the finest rank at which an area that is only named may be that of an event."""
        lead = item.mention.sentence < _LEAD
        return Precision.DISTRICT.rank if lead else Precision.PROVINCE.rank


_ELSEWHERE = {"role:home or origin", "role:motion or supply"}
_LEAD = 2
