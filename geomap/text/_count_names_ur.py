"""Victims whom Urdu names without a noun: "Maulana Abdul Haq died on the spot"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_groups import Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_people_ur import is_noun, titles
from geomap.text._count_words import word_set

__all__ = ["named_ur"]

_AGED = "سالہ"
_CLAUSE = word_set("جبکہ کہ تاہم لیکن مگر اور جب ؛ ; ۔ : ، ,")
_OWNED = word_set("کے کا کی میں سمیت سے تک پر نے")
"""Marks after a name whose bearer is not the one who died, but who did it or whose kin did."""
_BY = word_set(
    "فائرنگ حملے دھماکے گولی گولیاں قاتلانہ دستی بم بارودی سرنگ تشدد نامعلوم مسلح مبینہ اندھی راکٹ"
)
"""First words of what killed somebody."""
_ADVERB = word_set("موقع موقعے موقعہ شدید معمولی بھی ہی کو خود بعد بری")
_ENDS = word_set("سے میں پر کر دوران بعد ہوئے باعث ساتھ طرح")
_STOPS = _OWNED | _ADVERB | _BY
_LONGEST_NAME, _REACH = 4, 14


def named_ur(words: Sequence[str], bound: int, end: int) -> Group | None:
    """Return the one man of rank, or of an age, whose name is the subject of an outcome word.

    Parameters
    ----------
    words
        The folded words of a sentence.
    bound
        Where the outcome word before ended.
    end
        The outcome word.
    """
    first = max(bound, end - _REACH)
    opened = [at for at in range(first, end) if words[at] in _CLAUSE]
    start = opened[-1] + 1 if opened else first
    if opened and words[opened[-1]] == "اور" and opened[-1] > bound:
        return None  # of two, only the other has a noun
    marks = [at for at in range(start, end) if words[at] == _AGED or words[at] in titles()]
    if not marks:
        return None
    last = _name_end(words, marks[-1] + 1, end)
    rest = words[last:end]
    plain = not rest or rest[-1] in _ENDS | _ADVERB
    if last == marks[-1] + 1 or not plain or (rest and rest[0] in _OWNED):
        return None
    one = Quantity(last - 1, last, 1, 1, 1)
    at = marks[0]
    return Group(at, last, one, (last, last), "person", "civilians", implied=True)


def _name_end(words: Sequence[str], at: int, end: int) -> int:
    """Return where a name that begins at a word ends."""
    last = at
    while last < min(end, at + _LONGEST_NAME):
        word = words[last]
        if word in _STOPS or not word.isalpha() or is_noun(word) or word.endswith("وں"):
            break
        last += 1
    return last
