"""Figures told with those that they replace, or without saying once more what they count.

"The number of the killed was put at three instead of two", "the final figure was seven", "by noon
an official had counted five".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["as_update", "with_bare_tolls", "without_replaced"]

_REPLACED = Pattern(
    rf"\b{NUMBER}(?:\s+(?!instead|rather|or|and|of)[\w-]+){{0,2}}?"
    rf"(?P<old>,?\s+(?:and\s+)?(?:instead\s+of|rather\s+than)\s+(?:the\s+)?{NUMBER}\b"
    r"(?:\s+(?:(?:as|that)\s+)?(?:(?:had\s+been|was|were)\s+)?(?:(?:first|earlier|initially|previously)\s+)?"
    r"(?:reported|stated|announced|given)(?:\s+(?:earlier|before|at\s+first))?)?,?"
    rf"|,\s+(?:and\s+)?not\s+{NUMBER}(?:\s+as\s+[^,.;]{{3,30}})?,(?=\s+[\w-]+))",
    re.IGNORECASE,
    needed=(frozenset({"instead of", "rather than", ", not ", "and not "}),),
)
"""A figure and the earlier one that it replaces."""


def without_replaced(text: str, sentences: Sequence[Sentence]) -> tuple[str, list[int]]:
    """Blank the figures that others replace: "three instead of two" is three.

    Parameters
    ----------
    text
        A text.
    sentences
        Its sentences.

    Returns
    -------
    tuple of str and list of int
        The text, as long as before, and where the blanks begin.
    """
    found = (_REPLACED.inside(text, sentence) for sentence in sentences)
    spans = [one.span("old") for one in found if one is not None]
    if not spans:
        return text, []
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += (text[last:start], " " * (end - start))
        last = end
    return "".join([*pieces, text[last:]]), [start for start, _ in spans]


def as_update(count: Count, blanks: Sequence[int]) -> Count:
    """Return a figure as one that replaces another, where one was blanked right behind it."""
    at = bisect_left(blanks, count.number_end)
    near = at < len(blanks) and blanks[at] - count.number_end <= _NEAR
    return replace(count, update=True) if near and count.best else count


_NEAR = 24
_FINAL = Pattern(
    r"\b(?:final|latest|last|official|revised|corrected|correct|confirmed|updated|true|real|actual)\s+"
    r"(?:(?:death|body|casualty)\s+)?(?:toll|figure|count|number|tally|total)\b(?:\s*,[^.;]{3,90}?,)?\s+"
    rf"(?:was|is|stands\s+at|stood\s+at|came\s+to|comes\s+to)\s+(?P<number>{NUMBER})(?=\s*[,.;)–—]|\s+(?:and|with|dead)\b)"
    rf"|,\s+(?:so|which|and\s+so|and\s+that|that)\s+(?:it|the\s+(?:number|toll|count))?\s*(?:is|makes?(?:\s+(?:it|them|that))?|are|comes\s+to)\s+"
    rf"(?:now\s+)?(?P<sum>{NUMBER})(?:\s+in\s+all|\s+so\s+far|\s+dead)?(?=\s*[,.;”\"])",
    re.IGNORECASE,
)
_BARE = Pattern(
    r"\b(?:counted|reported|confirmed|announced|listed|spoke\s+of|spoken\s+of|speaking\s+of|speaks\s+of|told\s+of|"
    r"made\s+it|put\s+it\s+at|raised\s+(?:it|that|this)\s+to|corrected\s+(?:it|that|this)\s+to)\s+"
    rf"(?:at\s+least\s+)?(?P<number>{NUMBER})(?=\s*[.;]|\s*,\s+(?:and|but|then|while)\b|\s+(?:by|in)\s+the\s+(?:evening|morning|afternoon|night)\b|\s+by\s+(?:noon|midday|midnight|dawn|evening|nightfall|dusk|then)\b)",
    re.IGNORECASE,
)
"""A number alone that goes on with a toll: "by noon an official had counted five"."""
_THERE_ARE = Pattern(
    rf"\b(?:there\s+(?:are|were|have\s+been)|it\s+(?:is|was|should\s+(?:be|have\s+been|read))|the\s+(?:right|correct)\s+(?:figure|number)\s+(?:is|was))\s+(?:only\s+|in\s+fact\s+)?"
    rf"(?P<number>{NUMBER})(?=\s*[.;,]|\s+(?:and|not)\b)(?:,\s+(?:both|all|each|one|two)\s[^,.;]{{3,40}},)?(?:,?\s+and\s+(?P<hurt>{NUMBER})\s+(?:were\s+|are\s+)?(?:injured|wounded|hurt)\b)?",
    re.IGNORECASE,
)
_WAS_WRONG = Pattern(
    r"\b(?:correction|corrected|an\s+earlier\s+(?:version|post|report|alert|update|item|entry)|wrongly|incorrectly|mistake|in\s+error)\b",
    re.IGNORECASE,
)


def _righted(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Read what a correction says instead: "there are two, both guards, and three hurt"."""
    for at, sentence in enumerate(sentences[1:], 1):
        right = _THERE_ARE.inside(text, sentence)
        before = sentences[at - 1]
        wrong = right is not None and (
            _WAS_WRONG.inside(text, before) or _WAS_WRONG.inside(text, sentence)
        )
        if right is None or not wrong:
            continue
        first = bisect_left([c.start for c in counts], before.start)
        old = [c for c in counts[first:] if c.start < right.start() and _may_go_on(c)]
        if not old:
            continue
        inside = [c for c in counts if right.start() <= c.number_start < right.end()]
        kept = [c for c in counts if not any(c is one for one in inside)]
        side = next((c.side for c in inside if c.side != "unknown"), "unknown")
        toll = figure_of(
            old[-1].outcome,
            value_of(right["number"]),
            right.span("number"),
            side=side,
            rules=("toll", "bare"),
        )
        found = [replace(toll, update=True)]
        if right["hurt"]:
            hurt = figure_of("injured", value_of(right["hurt"]), right.span("hurt"))
            found.append(replace(hurt, update=True))
        counts = sorted([*kept, *found], key=lambda count: count.start)
    return counts


_THINGS = re.compile(
    r"\b(?:shots?|houses?|vehicles?|blasts?|explosions?|attackers|trucks?|cars?|shops?|villages?|rupees|days|hours|arrest\w*|detain\w*|"
    r"suspects?|assailants?|bombers?|gunmen|raiders|militants|terrorists|schools?|survivors?|buildings?|union|captives|hostages|damaged)\b|\?",
    re.IGNORECASE,
)
"""What else may be counted, or asked for."""
_LOWERED = re.compile(r"\b(?:revis\w+|correct\w+|lower\w*|down|not|only)\b", re.IGNORECASE)
_NO_OFFICE = re.compile(
    r"\b(?:residents?|villagers?|locals?|elders?|relatives|families|neighbours|witnesses|claim\w*|group)\b",
    re.IGNORECASE,
)
"""Whose figure takes the place of no official's."""
_CASUALTIES = frozenset({"killed", "injured"})


def with_bare_tolls(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Add the tolls that do not say once more what they count.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    starts = [count.start for count in counts]
    found: list[Count] = []
    for at, sentence in enumerate(sentences):
        final = _FINAL.inside(text, sentence)
        told = final or _BARE.inside(text, sentence)
        if told is None:
            continue
        first = bisect_left(starts, sentences[max(0, at - _BACK)].start)
        near = counts[first : bisect_left(starts, sentence.end)]
        own = [c for c in near if c.start >= sentence.start and c.best]
        before = [c for c in near if c.start < told.start() and _may_go_on(c)]
        if not before and _MAY_HAVE.search(text, sentence.start, told.start()):
            toll = figure_of("killed", value_of(told["number"] or told["sum"]), told.span("number"))
            found.append(replace(toll, update=True))
            continue
        if not before or any(_is_of(c, told) for c in own):
            continue
        name = "sum" if final is not None and final["sum"] else "number"
        if final is None and own:
            continue
        asked = at > 0 and text[sentences[at - 1].end - 1] == "?"
        if asked or _THINGS.search(text, sentence.start, sentence.end):
            continue
        if final is None and _NO_OFFICE.search(text, sentence.start, told.start("number")):
            continue
        toll = figure_of(
            _outcome(before, final=final is not None),
            value_of(told[name]),
            told.span(name),
            rules=("toll", "bare"),
        )
        most = max((c.best or 0 for c in before if c.outcome == toll.outcome), default=0)
        lower = final is None and (toll.best or 0) < most
        if lower and not _LOWERED.search(text, sentence.start, sentence.end):
            continue
        found.append(replace(toll, update=True))
    counts = sorted([*counts, *found], key=lambda count: count.start) if found else counts
    return _righted(text, sentences, counts)


_MAY_HAVE = re.compile(
    r"\b(?:may|might|could|(?:was|were)\s+(?:said|feared|believed|rumoured)\s+to)\s+have\s+(?:been\s+(?:killed|martyred)|died)\b",
    re.IGNORECASE,
)
_BACK = 2
"""Sentences before one in which the toll that it goes on with is told."""


def _outcome(before: Sequence[Count], *, final: bool) -> str:
    """Return what a bare figure counts: the dead where they are told last, or beside the hurt."""
    last = before[-1]
    beside = last.start - _BESIDE
    dead = any(c.outcome == "killed" and (final or c.start >= beside) for c in before)
    return "killed" if dead else last.outcome


_BESIDE = 80


def _may_go_on(count: Count) -> bool:
    return count.outcome in _CASUALTIES and bool(count.best) and not count.part


def _is_of(count: Count, told: re.Match[str]) -> bool:
    """Whether a figure stands on the number of a toll."""
    at = told.start("number") if told["number"] else told.end()
    return count.number_start <= at < max(count.number_end, count.end)
