"""Sums of the dead and the wounded together, which the text parts afterwards.

"The mine caused 11 casualties. Four of them are dead": seven are hurt. "Fourteen people were killed
or wounded. Five of them died": nine are hurt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["with_casualties"]

_PEOPLE = (
    r"(?:people|persons|men|women|children|soldiers|policemen|police|personnel|officers|labourers|workers|miners|"
    r"passengers|villagers|civilians|worshippers|students|pilgrims|shoppers|others|members|guards|troops|officials)"
)
_EITHER = (
    r"(?:killed|dead|martyred)\s+(?:or|and/or)\s+(?:wounded|injured|hurt|maimed)|"
    r"(?:wounded|injured|hurt)\s+or\s+(?:killed|dead)"
)
_WHOLE = Pattern(
    rf"\b(?P<all>{NUMBER})\s+casualties\b(?!\s+(?:on|among)\s+(?:the\s+)?(?:enemy|militants))"
    rf"|\b(?P<some>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\s+(?:(?:were|was|had\s+been|have\s+been|are|either|reportedly)\s+){{0,3}}(?:{_EITHER})\b"
    rf"|\b(?:killed|killing)\s+(?:or|and/or)\s+(?:wounding|wounded|injuring|injured|maiming|maimed)\s+(?:at\s+least\s+|some\s+|about\s+)?(?P<them>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\b"
    rf"|\b(?P<left>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?{_PEOPLE},?\s+(?:dead\s+or\s+(?:wounded|injured|dying|maimed)|(?:were|was)\s+(?:hit|struck)\s+by\s+(?:bullets|shrapnel|splinters|the\s+blast))\b",
    re.IGNORECASE,
    needed=(frozenset({"casualties", " or ", "/or ", " hit by ", "struck by"}),),
)
_HURT_BEHIND = Pattern(
    r"\b(?:dead|killed|martyred)\b[^.;,]{0,40}?(?:,\s+(?:including|among\s+them)\s[^,;.]{3,50},)?\s+and\s+(?:at\s+least\s+|over\s+|about\s+|some\s+)?"
    rf"(?P<hurt>{NUMBER})\s+(?:others?|more|{_PEOPLE})(?:,\s+[^,;.]{{3,50}},)?\s+(?:were\s+|was\s+)?(?:\w+ly\s+)?(?:injured|wounded|hurt)\b",
    re.IGNORECASE,
    needed=(frozenset({"injured", "wounded", "hurt"}),),
)
_GONE_VERB = (
    r"(?:(?:are|were|have|had|has|is|was|later|since|already|subsequently|being|now|reported|said|confirmed|to|be|been|as|feared)\s+){0,5}?"
    r"(?:dead|died|killed|fatal(?:ly|ities)?|succumbed|martyred|deceased|expired|perished|passed\s+away|lost\s+their\s+lives|deaths?)\b"
)
_PART = Pattern(
    rf"\b(?P<of>{NUMBER})\s+(?:of\s+(?:them|whom|these|those|the\s+(?:\w+\s+)?(?:casualties|victims|people|persons|men))\b|of\s+the\s+{NUMBER}\b)\s*(?:{_PEOPLE}\s+)?{_GONE_VERB}"
    rf"|\b(?:including|of\s+which|among\s+them|with|and)\s+(?P<in>{NUMBER})\s+(?:of\s+them\s+)?(?:dead|deaths|fatal(?:ities)?|killed|fatally)\b"
    rf"|\b(?P<were>{NUMBER})\s+(?:people\s+|persons\s+|men\s+)?(?:have\s+|had\s+)?(?:(?:died|were\s+killed|are\s+dead|were\s+dead)\b)",
    re.IGNORECASE,
    needed=(
        frozenset(
            {
                "dead",
                "die",
                "death",
                "kill",
                "fatal",
                "succumb",
                "martyr",
                "deceased",
                "expired",
                "perish",
                "passed",
                "lives",
            }
        ),
    ),
)
_AHEAD = 2
"""Sentences behind a sum in which it is parted."""


def with_casualties(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Read the dead and the hurt of a sum that counts both, and the hurt told behind the dead.

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
        behind = _HURT_BEHIND.inside(text, sentence)
        if behind is not None:
            counts = _with_hurt(counts, sentence, behind)
        whole = _WHOLE.inside(text, sentence)
        if whole is None:
            continue
        name = next(key for key in ("all", "some", "them", "left") if whole[key])
        number = value_of(whole[name])
        part = _part_behind(text, sentences[at : at + 1 + _AHEAD], whole, number)
        if part is not None:
            counts = _parted(counts, whole.span(name), whole.end(), number, part)
    return counts


def _with_hurt(counts: list[Count], sentence: Sentence, found: re.Match[str]) -> list[Count]:
    """Read the hurt whose verb ends a clause: "seven dead, including a girl, and 11 hurt"."""
    at = found.start("hurt")
    inside = sentence.start, sentence.end
    if any(c.outcome == "injured" and c.best and inside[0] <= c.start < inside[1] for c in counts):
        return counts
    kept = [c for c in counts if not (at <= c.number_start < found.end() and c.part)]
    hurt = figure_of("injured", value_of(found["hurt"]), (at, found.end()))
    return sorted([*kept, hurt], key=lambda count: count.start)


def _part_behind(
    text: str, sentences: Sequence[Sentence], whole: re.Match[str], number: int
) -> re.Match[str] | None:
    """Return what says how many of a sum are dead, in its sentence or soon after."""
    for sentence in sentences:
        start = max(sentence.start, whole.end())
        if _WHOLE.search(text, start, sentence.end, marks=sentence.marks):
            return None
        part = _PART.search(text, start, sentence.end, marks=sentence.marks)
        if part is not None:
            fewer = value_of(part["of"] or part["in"] or part["were"]) < number
            told = part["of"] or part["in"] or whole["all"]
            return part if fewer and told else None
    return None


def _parted(
    counts: list[Count],
    span: tuple[int, int],
    end: int,
    number: int,
    part: re.Match[str],
) -> list[Count]:
    """Return the figures with a sum's dead and hurt in place of those read of its words."""
    gone = value_of(part["of"] or part["in"] or part["were"])
    name = "of" if part["of"] else "in" if part["in"] else "were"
    at = part.start(name)
    mine = [c for c in counts if span[0] <= c.number_start < max(end, span[1])]
    dead = [c for c in counts if c.outcome == "killed" and c.best == gone and _covers(c, at)]
    other = [
        c
        for c in counts
        if not any(c is one for one in mine)
        and not (at <= c.number_start < part.end() and c.outcome != "killed")
    ]
    hurt = replace(figure_of("injured", number - gone, span, rules=("casualties",)), end=end)
    side = next((c.side for c in mine if c.side != "unknown"), "unknown")
    found = [replace(hurt, side=side)]
    if dead:
        plain = [_plain(c) for c in dead]
        other = [c for c in other if not any(c is one for one in dead)]
        found += plain
    else:
        found.append(figure_of("killed", gone, part.span(), rules=("casualties",)))
    return sorted([*other, *found], key=lambda count: (count.start, count.outcome))


_OF_HURT = frozenset({"was_hurt", "part", "succumbed"})


def _covers(count: Count, at: int) -> bool:
    return count.number_start <= at < max(count.number_end, count.end)


def _plain(count: Count) -> Count:
    """Return the dead as those of no other figure."""
    rules = tuple(rule for rule in count.rules if rule not in _OF_HURT)
    return replace(count, part=False, increment=False, rules=rules)
