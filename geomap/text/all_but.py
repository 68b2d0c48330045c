"""Those who are left of a whole: "all but one of the five gunmen were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text._count_everyone import counted_before
from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import ATTACKERS
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["with_all_but"]

_DEAD = (
    r"(?P<dead>killed|martyred|dead|died|"
    r"perished|gunned\s+down|shot\s+dead|eliminated|murdered|executed|slain)"
)
_HURT = r"(?P<hurt>injured|wounded|hurt)"
_ALL_BUT = Pattern(
    rf"\ball\s+(?:but|except(?:\s+for)?|save)\s+(?P<left>{NUMBER})(?:\s+of\s+(?:them|whom|(?:the|its|his|their)\s+(?P<all>{NUMBER})?\s*(?P<who>(?:[\w-]+\s+)?[\w-]+)))?\s+"
    rf"(?:(?:were|was|are|had|have|been|also|later|then)\s+){{0,3}}(?:{_DEAD}|{_HURT})\b",
    re.IGNORECASE,
    needed=(frozenset({"all but", "all except", "all save"}),),
)
_FOES = re.compile(rf"\b{ATTACKERS}\b", re.IGNORECASE)
_AND_OTHERS = Pattern(
    rf"\b(?:{NUMBER})\s+of\s+the\s+(?P<all>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?{ATTACKERS}\b[^.;]{{0,90}}?\b(?:blew|detonated|exploded|triggered)\b[^.;]{{0,70}}?"
    rf"(?:,|\band|\bwhile)\s+the\s+(?:others?|rest|remaining|other\s+{NUMBER}|remaining\s+{NUMBER})\s+(?:were|was)\s+(?:also\s+)?{_DEAD}\b",
    re.IGNORECASE,
    needed=(frozenset({"other", "rest", "remaining"}),),
)
"""Attackers of whom some blew themselves up and all others fell."""
_BACK = 2


def with_all_but(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Count a whole without the few who are left of it.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    for at, sentence in enumerate(sentences):
        every = _AND_OTHERS.inside(text, sentence)
        if every is not None:
            counts = _with_every(counts, every)
        found = _ALL_BUT.inside(text, sentence)
        if found is None:
            continue
        whole, side = _whole(text, sentence, sentences[max(0, at - _BACK) : at], found)
        number = whole - value_of(found["left"])
        counts = [c for c in counts if not found.start() <= c.number_start < found.end()]
        if number > 0:
            outcome = "killed" if found["dead"] else "injured"
            count = figure_of(outcome, number, found.span(), side=side, rules=("everyone",))
            counts = sorted([*counts, count], key=lambda one: one.start)
    return counts


def _with_every(counts: list[Count], every: re.Match[str]) -> list[Count]:
    """Return the figures with all attackers dead in place of those of some of them."""
    kept = [c for c in counts if not every.start() <= c.number_start < every.end()]
    dead = figure_of(
        "killed", value_of(every["all"]), every.span(), side="militants", rules=("everyone",)
    )
    return sorted([*kept, dead], key=lambda one: one.start)


def _whole(
    text: str, sentence: Sentence, earlier: Sequence[Sentence], found: re.Match[str]
) -> tuple[int, str]:
    """Return how many there were, and whose side they are."""
    side = "militants" if found["who"] and _FOES.search(found["who"]) else "unknown"
    if found["all"]:
        return value_of(found["all"]), side
    foes_told = _foes_before(text, sentence, earlier, found) if side == "militants" else 0
    if foes_told:
        return foes_told, side
    spans = [(one.start, one.end) for one in earlier]
    group = counted_before(text, (sentence.start, found.start()), spans)
    if group is None:
        return 0, side
    named = text[min(start for start, _ in spans) if spans else sentence.start : found.start()]
    foes = group.side == "militants" or (group.side == "unknown" and _FOES.search(named))
    return group.quantity.best or 0, "militants" if foes else _known(group.side)


_FOES_COUNTED = Pattern(
    rf"\b(?P<number>{NUMBER})\s+(?:(?!of\b|and\b|in\b)[\w-]+\s+){{0,3}}?{ATTACKERS}\b",
    re.IGNORECASE,
)


def _foes_before(
    text: str, sentence: Sentence, earlier: Sequence[Sentence], found: re.Match[str]
) -> int:
    """Return how many attackers were told last, behind whatever other figure: "by five gunmen"."""
    for one in (sentence, *reversed(earlier)):
        end = min(one.end, found.start())
        told = list(_FOES_COUNTED.finditer(text, one.start, end))
        if told:
            return value_of(told[-1]["number"])
    return 0


def _known(side: str) -> str:
    return side if side in {"civilians", "security_forces"} else "unknown"
