"""Readers of English dates that count from another day, and of words that plan.

"Yesterday", "last week", "two days ago", "the past three months", "the first half of", "a ten-day",
"will". `RELATIVE` is the table of the words that can begin them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geomap.text import _date_words as words
from geomap.text._date_words import Atom, Reader, number_of, with_half_day

__all__ = ["RELATIVE"]


def _read_deictic(text: str, low: str, start: int) -> Atom | None:
    end = start + 5
    while end < len(low) and low[end].isalpha():
        end += 1
    word = low[start:end]
    if word == "overnight":
        return Atom(start, end, "overnight", rules=["overnight"])
    if text[start] == "T" and words.TITLE_BEFORE.search(low, max(0, start - 14), start):
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return with_half_day(low, Atom(start, end, "offset", amount=shift, rules=[word]))


def _read_count(text: str, low: str, start: int) -> Atom | None:
    del text
    found = words.COUNT.match(low, start)
    if found is None or found["tail"] == "old" or low[start - 1 : start] == "-":
        return None
    if low.startswith(("-old", " old", " of age"), found.end()):
        return None
    amount, unit, tail = number_of(found["n"]), found["u"], found["tail"]
    if unit == "hour":
        if amount is None or amount % 24:
            return None
        amount, unit = amount // 24, "day"
    if unit in {"weekend", "quarter"} or amount == 0:
        return None
    atom = Atom(start, found.end(), "duration", amount=amount, unit=unit, rules=["duration"])
    if tail in {None, "long"}:
        if unit in words.DAYS_IN and amount and (ended := words.ENDED.match(low, atom.end)):
            atom.what, atom.rules, atom.end = "ended", ["ended"], ended.end()
            return atom
        counts = tail or (found["sep"] == "-" and unit != "year" and low[atom.end - 1] != "s")
        if not counts and not words.DURATION_HEAD.search(low, max(0, start - 24), start):
            return None
        atom.amount = None if amount is None else amount * words.DAYS_IN[unit]
        return atom
    if tail == "after" and _HOW_LONG.search(low, max(0, start - 8), start):
        return None
    return _counted(low, atom, tail)


#: "closed for a day after the attack", "the third in a week after a raid": how long,
#: and no day.
_HOW_LONG = re.compile(r"\b(?:for|in|within)\s+\Z")


def _read_one(text: str, low: str, start: int) -> Atom | None:
    """Read a count that begins with "a", if the next letter can begin what it counts."""
    after = start + 1 + (low[start + 1 : start + 2] == "n")
    return _read_count(text, low, start) if low[after + 1 : after + 2] in _COUNTED_LETTERS else None


def _counted(low: str, atom: Atom, tail: str) -> Atom:
    """Turn a count with "ago", "before", "later" behind it into an offset."""
    sign = 1 if tail.startswith(("later", "after", "thereafter")) else -1
    alone = tail in {"ago", "earlier", "back"} or bool(words.CLAUSE_GOES_ON.match(low, atom.end))
    if atom.amount is None:
        atom.what, atom.rules = "vague", ["vague"]
    elif sign > 0 or not alone:
        atom.what, atom.rules = "anchored", ["anchored"]
        atom.amount *= sign * words.DAYS_IN[atom.unit]
    else:
        atom.what, atom.rules = "offset", ["ago" if tail in {"ago", "back"} else "earlier"]
        atom.amount = -atom.amount
    return atom


def _read_relative(text: str, low: str, start: int) -> Atom | None:
    del text
    found = words.RELATIVE.match(low, start)
    if found is None:
        return None
    end, det = found.end(), _DETERMINERS[found["det"]]
    atom = Atom(start, end, "period", unit=found["u"] or "day", shift=det, rules=[found["det"]])
    atom.start = _with_the(low, start)
    if found["det"] in {"same", "that"}:
        return _same(low, atom, found)
    if found["det"] == "recent":
        atom.what, atom.rules = "vague", ["vague"]
        return atom if found["n"] is None and found["u"] else None
    if found["half"] and found["det"] == "past":
        return None
    if found["n"]:
        return _several(atom, found)
    if atom.unit in {"hour", "night", "day"}:
        return _one_day(atom, found)
    return _period(low, atom, found)


def _period(low: str, atom: Atom, found: re.Match[str]) -> Atom | None:
    """Read "last week", "the past month", "recent weeks", "the weekend"."""
    det = found["det"]
    if found["s"]:
        atom.what, atom.rules = "vague", ["vague"] if atom.shift < 0 else ["vague", "future"]
    elif det == "following":
        atom.what, atom.rules = "vague", ["anchored"]
    elif atom.unit == "weekend":
        atom.what = "weekend"
    elif det == "past" or (det == "last" and atom.start < found.start()):
        if det == "last" and low.startswith(" of", atom.end):
            return None
        atom.what, atom.amount, atom.rules = "rolling", 1, ["rolling"]
    return atom


def _same(low: str, atom: Atom, found: re.Match[str]) -> Atom | None:
    """Read "the same evening", "that day", "that year"."""
    if found["n"] or found["s"]:
        return None
    if found["det"] == "that" and words.LOWER_NOUN.match(low, atom.end):
        return None
    if atom.unit == "year":
        atom.rules = ["anchored"]
        return atom
    if atom.unit not in {"day", "night"}:
        return None
    atom.what, atom.amount, atom.rules = "anchored", 0, ["anchored_same"]
    return atom


def _several(atom: Atom, found: re.Match[str]) -> Atom | None:
    """Read "the past three months", "last 24 hours", "the next few days"."""
    if atom.shift == 0 or atom.unit in {"quarter", "weekend"}:
        return None
    atom.amount = number_of(found["n"])
    if atom.unit == "hour":
        hours, atom.unit = atom.amount or 0, "day"
        if hours < 12:
            return None
        atom.amount = -(-hours // 24)
    atom.what, atom.rules = ("rolling", ["rolling"]) if atom.shift < 0 else ("ahead", ["future"])
    return atom


def _one_day(atom: Atom, found: re.Match[str]) -> Atom | None:
    """Read "last night", "this morning", "the previous day", "the next day"."""
    det = found["det"]
    whole_day = found["u"] == "day"
    if atom.unit == "hour" or found["s"] or (whole_day and det in {"last", "this", "current"}):
        if found["s"] and whole_day and det not in {"this", "current"}:
            atom.what, atom.rules = "vague", ["vague"] if atom.shift < 0 else ["vague", "future"]
            return atom
        return None
    if atom.shift > 0:
        atom.what, atom.amount, atom.rules = "anchored", 1, ["anchored"]
    elif det == "past" and whole_day:
        atom.what, atom.amount, atom.rules = "rolling", 1, ["rolling"]
    else:
        rule = "today" if atom.shift == 0 else "previous_day" if whole_day else "previous_night"
        atom.what, atom.amount, atom.rules = "offset", atom.shift, [rule]
    atom.unit = "day"
    return atom


def _with_the(low: str, start: int) -> int:
    """Return where a phrase starts together with a "the" before it."""
    begin = start - 4
    if low[max(0, begin) : start] == "the " and not low[max(0, begin - 1) : begin].isalnum():
        return begin
    return start


def _read_the_period(text: str, low: str, start: int) -> Atom | None:
    """Read "the weekend", and "the year" where a part of it was named before."""
    del text
    begin = _with_the(low, start)
    if begin == start:
        return None
    end = start + 1
    while end < len(low) and low[end].isalpha():
        end += 1
    word = low[start:end]
    if ended := words.ENDED.match(low, end):
        return Atom(begin, ended.end(), "ended", amount=1, unit=word, rules=["ended"])
    if word == "weekend":
        return Atom(begin, end, "weekend", rules=["weekend"])
    if word == "week" and words.IN_THE_WEEK.search(low, max(0, begin - 8), begin):
        return Atom(begin, end, "rolling", amount=1, unit="week", rules=["rolling"])
    return Atom(begin, end, "period", unit=word, cue="of", rules=["this"])


def _read_outgoing(text: str, low: str, start: int) -> Atom | None:
    """Read "the outgoing year", "the just-ended month"."""
    del text
    found = words.OUTGOING.match(low, start)
    if found is None:
        return None
    begin = _with_the(low, start)
    return Atom(begin, found.end(), "ended", amount=1, unit=found["u"], rules=["ended"])


def _read_beside(text: str, low: str, start: int) -> Atom | None:
    """Read "the day before", "day before yesterday", "the night after"."""
    del text
    found = words.BESIDE.match(low, start)
    begin = _with_the(low, start)
    if found is None or (begin == start and not found["deictic"]):
        return None
    if found["deictic"] is None and low.endswith(("in ", "into "), 0, begin):
        return None  # "it ended in the evening after talks", "late in the night after talks"
    return _before_or_after(low, found)


def _before_or_after(low: str, found: re.Match[str]) -> Atom:
    """Read "the day before", "the day after", "day before yesterday"."""
    sign = 1 if found["side"] == "after" else -1
    atom = Atom(found.start(), found.end(), "offset", amount=sign, rules=["earlier"])
    atom.start = _with_the(low, atom.start)
    if found["deictic"]:
        atom.amount, atom.rules = 2 * sign, [found["deictic"]]
    elif sign > 0 or not words.CLAUSE_GOES_ON.match(low, atom.end):
        atom.what, atom.rules = "anchored", ["anchored"]
    return atom


def _read_part(text: str, low: str, start: int) -> Atom | None:
    """Read "the first half of", "last week of", "first ten months"."""
    del text
    found = words.PART.match(low, start)
    if found is None:
        return None
    begin = _with_the(low, start)
    if found["nq"]:
        return _quarter(low, found, begin)
    if found["n2"]:
        amount = number_of(found["n2"])
        if amount is None or amount > 11:
            return None
        return Atom(
            begin, found.end(), "part", amount=1, unit="month", shift=amount, rules=["part"]
        )
    size = number_of(found["n"]) if found["n"] else 1
    if size is None:
        return None
    unit = found["piece"] or found["u"]
    ordinal = words.ORDINALS[found["ordinal"]]
    return Atom(
        begin, found.end(), "part", amount=ordinal, unit=unit, shift=size, cue="of", rules=["part"]
    )


def _quarter(low: str, found: re.Match[str], begin: int) -> Atom | None:
    """Read "in the first quarter" without its year: the latest that is over."""
    if not words.IN_A_PERIOD.search(low, max(0, begin - 14), begin):
        return None
    ordinal = words.ORDINALS[found["nq"]] % 5
    return Atom(begin, found.end(), "part", amount=ordinal, unit="quarter", rules=["part"])


def _read_long(text: str, low: str, start: int) -> Atom | None:
    """Read "week-long" and "weeks ago"."""
    del text
    if found := words.UNCOUNTED.match(low, start):
        return Atom(start, found.end(), "vague", rules=["vague"])
    found = words.LONG.match(low, start)
    if found is None:
        return None
    unit = found[0].split("s")[0].split("-")[0].removesuffix("long")
    days = words.DAYS_IN[unit] if not found[0].startswith(unit + "s") else None
    return Atom(start, found.end(), "duration", amount=days, rules=["duration"])


def _read_plan(text: str, low: str, start: int) -> Atom | None:
    del text
    found = words.PLAN.match(low, start)
    if found is None:
        return None
    return Atom(start, found.end(), "plan", unit=str(found.lastgroup))


def _read_to_be(text: str, low: str, start: int) -> Atom | None:
    del text
    return (
        Atom(start, start + 5, "plan", unit="verb") if low.startswith(" be ", start + 2) else None
    )


def _read_later(text: str, low: str, start: int) -> Atom | None:
    """Read "later in the day", "earlier that evening"."""
    del text
    found = words.LATER.match(low, start)
    if found is None:
        return None
    return Atom(start, found.end(), "anchored", amount=0, rules=["anchored_same"])


def _read_then(text: str, low: str, start: int) -> Atom | None:
    del text, low
    return Atom(start, start + 4, "then", cue="word", rules=["then"])


_COUNTED_LETTERS = frozenset("hdnwfmyqcs ")
_DETERMINERS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "recent": -1, "this": 0, "current": 0,
    "ongoing": 0, "same": 0, "that": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip


def _table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, list[Reader]] = {}

    def add(beginnings: Iterable[str], reader: Reader) -> None:
        for word in beginnings:
            table.setdefault(word, []).append(reader)

    add(words.ORDINALS, _read_part)
    add(_DETERMINERS, _read_relative)
    add(["day", "night", "evening", "morning"], _read_beside)
    add([*words.ONES[1:], *words.TENS, *words.VAGUE_NUMBERS], _read_count)
    add(["a", "an"], _read_one)
    add(["0"], _read_count)
    add(["yesterday", "today", "tonight", "tomorrow", "overnight"], _read_deictic)
    add(words.LONG_WORDS, _read_long)
    add(["weekend", "year", "month", "week"], _read_the_period)
    add(["outgoing", "just", "recently", "concluded"], _read_outgoing)
    add(["later", "earlier"], _read_later)
    add(["then"], _read_then)
    add(words.PLAN_WORDS, _read_plan)
    add(["to"], _read_to_be)
    return {word: tuple(readers) for word, readers in table.items()}


RELATIVE: dict[str, tuple[Reader, ...]] = _table()
"""Lower-case words that may begin a relative date, and the readers to try there, in order."""
