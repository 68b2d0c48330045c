"""Tolls in Urdu: "the number of dead rose to 14", "the wounded are 23"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_victims_ur import Victims
from geomap.text._count_words import word_set

__all__ = ["Tolls"]

_RISES = word_set("بڑھ پہنچ ہوگئی ہو پہنچی پہنچنے جاپہنچی اضافہ")
_ARE = word_set("ہیں ہوئیں")
_TOLL_REACH = 7
_CROWDS = frozenset(
    {"آوروں", "مظاہرین", "مسافروں", "شرکا", "شدت", "عسکریت", "گردوں", "خاندانوں", "مہاجرین"}
)
_HARM = (
    "ہلاک",
    "جاں",
    "جان",
    "مرنے",
    "شہید",
    "شہدا",
    "اموات",
    "مقتول",
    "لاش",
    "میت",
    "زخمی",
    "مارے",
)


_COUNTED_AS = {
    **dict.fromkeys(_HARM, "killed"),
    **dict.fromkeys(("زخمی", "مجروح", "علاج"), "injured"),
    **dict.fromkeys(("اغوا", "مغوی", "یرغمال"), "abducted"),
    **dict.fromkeys(("لاپت", "گمشدہ", "گم"), "missing"),
    **dict.fromkeys(("گرفتار", "حراست", "زیرحراست"), "arrested"),
    **dict.fromkeys(("بازیاب", "متاثر", "محصور", "مفرور", "نامزد", "مطلوب"), ""),
}
"""What the words before "the number of" count, by how they begin; "" if no outcome."""


_DOERS = frozenset({"کار", "کاروں"})
_CASES = ("مقدم", "واقع")
"""Words behind a word of state that make it no people: "abductors", "cases of abduction"."""


def _is_harm(word: str) -> bool:
    return word.startswith(_HARM)


def _counted_as(before: Sequence[str]) -> str:
    """Return the outcome of those whom a toll counts: the nearest word of state decides."""
    counting = len(before) - 1 - before[::-1].index("تعداد")
    close = before[max(0, counting - 2) : counting]
    if any(word in _DOERS or word.startswith(_CASES) for word in close):
        return ""
    for word in reversed(before[:counting]):
        for begins, outcome in _COUNTED_AS.items():
            if word.startswith(begins):
                return outcome
    if any(word.startswith("زخمی") for word in before):
        return "injured"
    return "killed"


class Tolls(Victims):
    """Reads the tolls of one sentence, of the people in it that no other word tells of."""

    def add_tolls(self) -> None:
        """Read "the number of dead rose to 14"."""
        words = self.words.words
        for group in self.groups:
            before = words[max(group.first - _TOLL_REACH, 0) : group.first]
            if group.used or group.kind not in {"none", "person"} or "تعداد" not in before:
                continue
            if self.words.at(group.last) == "نہیں":
                continue  # "the number is five, not six"
            if group.bare or (_CROWDS & set(before) and not any(_is_harm(word) for word in before)):
                continue
            outcome = _counted_as(before)
            if not outcome or (
                self._toll_side(group) == "militants" and not any(map(_is_harm, before))
            ):
                continue
            after = words[group.last : group.last + 4]
            fact = Fact(outcome, [group], group.first, group.last)
            fact.first = group.first - len(before)
            fact.update = not _RISES.isdisjoint([*before, *after])
            if group.kind == "none":
                group.side = self._toll_side(group)
            fact.rules.append("toll")
            group.used = True
            self.read.append(fact)

    def add_counts(self) -> None:
        """Read "the deaths have reached seven", where the number stands after its noun."""
        for trigger in self.triggers.values():
            place = self.by_first.get(trigger.last)
            if trigger.form not in {"number", "verb"} or place is None or self.groups[place].used:
                continue
            group = self.groups[place]
            behind = _ARE if trigger.form == "verb" else _RISES | _ARE
            if group.kind == "none" and self.words.at(group.last) in behind:
                fact = Fact(trigger.outcome, [group], trigger.first, group.last)
                fact.update = trigger.form == "number"
                fact.rules.append("toll")
                group.used = True
                self.read.append(fact)

    def _toll_side(self, group: Group) -> str:
        """Return the side of those whom "the number of soldiers killed" counts."""
        for earlier in reversed(self.groups):
            if earlier.last < group.first and group.first - earlier.last <= _TOLL_REACH:
                counted = self.words.words[earlier.last : earlier.last + 2] == ["کی", "تعداد"]
                return earlier.side if counted and earlier.kind in {"many", "person"} else "unknown"
        return "unknown"
