"""Dead who are told without a verb or a noun of their own, behind others.

"One died on the way to hospital, another at night"; "a man lost his wife, two sons and a brother
when a shell hit his house"; "three of the wounded died, two of them on the way and one at night".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence
from geomap.text.smoothed import HURT_ONE

__all__ = ["with_told_after"]

_DIED = (
    r"(?:died|succumbed|expired|perished|passed\s+away|was\s+killed|were\s+killed|"
    r"breathed\s+(?:his|her|their)\s+last|lost\s+(?:his|her|their)\s+li(?:fe|ves))"
)
_THEN = (
    r"(?=\s+(?:(?:late\s+)?at\s+(?:night|dawn|noon|midnight|home|the\s+(?:hospital|scene))|overnight|on\s+(?:the\s+(?:way|operating)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|"
    r"in\s+(?:the\s+(?:evening|morning|night|afternoon|hospital|ambulance)|hospital|surgery|intensive)|during\s+(?:treatment|surgery|the\s+night|an?\s+operation)|"
    r"(?:an?|two|three|some|several|few)\s+(?:hours?|days?|minutes)\s+later|hours\s+later|later\b|(?:the\s+)?(?:next|following)\s+(?:day|morning)|before\s+reaching|while\s+being|under\s+treatment|after\s+(?:surgery|midnight|an?\s+operation)))"
)
_NEXT = Pattern(
    rf"\b{_DIED}\b[^.;,:]{{0,70}}?(?:,|\s+and|,\s+and|\s+while|,\s+while)\s+(?P<number>another|(?:a\s+|the\s+)?(?:second|third|fourth|other)|(?i:{NUMBER}))(?:\s+(?:one|man|woman|others?|more|of\s+them))?{_THEN}"
    r"(?![^.;]{0,30}?\s(?:in|at|near|outside)\s+(?:the\s+)?[A-Z])(?![^.;]{0,60}?\b(?:was|were|is|are)\s+(?:being\s+)?(?:injured|wounded|hurt|treated|admitted|discharged|in\s+a?\s*critical))"
)
"""One who died at another time or place than those before."""
_BY_NOW = Pattern(
    r"\W*(?:By\s+(?:now|then|(?:late\s+)?(?:the\s+)?(?:evening|night|afternoon|morning)|nightfall|midnight|noon|dawn|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\w+)?)|So\s+far|Until\s+now|Altogether|In\s+all),?\s+"
    rf"(?:at\s+least\s+|some\s+|a\s+total\s+of\s+)?(?P<number>(?i:{NUMBER}))(?:\s+(?:of\s+them|people|persons|men|victims|others))?\s+(?:had|have|were|are)\s+(?:(?:been|already)\s+)?(?:died|killed|dead|perished|martyred|succumbed)\b"
)
"""A toll of all who died up to some hour: "by now seven had died"."""
_TAKEN_AWAY = Pattern(
    r"\b(?:one|another)(?:\s+of\s+(?:them|whom|the\s+\w+))?(?:,\s[^,;.]{3,60},)?\s+(?:was|had\s+been)\s+(?:later\s+)?"
    r"(?:airlifted|flown|shifted|taken|moved|referred|rushed|transferred|sent)\b[^.;]{0,60}?,?\s+(?:where|but|and)\s+(?:he|she)\s+(?:later\s+)?(?:died|succumbed|expired|passed\s+away|could\s+not\s+survive)\b",
    re.IGNORECASE,
)
"""One of the hurt who died elsewhere: "one was flown to Multan, where he died"."""
_KIN = (
    r"(?:wi(?:fe|ves)|husband|sons?|daughters?|brothers?|sisters?|father|mother|parents|child(?:ren)?|nephews?|nieces?|cousins?|uncles?|aunts?|"
    r"grand(?:son|daughter|father|mother|child)s?|grandchildren|in-laws?|relatives|family\s+members|members\s+of\s+(?:his|her|their)\s+family)"
)
_LOST = Pattern(
    rf"(?<!\bwho\s)\b(?<!had\s)(?<!has\s)(?<!have\s)lost\s+(?P<them>(?:(?i:{NUMBER})|his|her|their|both|an?)\s+(?:[a-z-]+\s+){{0,3}}?{_KIN}\b(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:(?i:{NUMBER})|his|her|their|an?)\s+)?(?:[a-z-]+\s+){{0,2}}?{_KIN}\b){{0,4}})"
    r"(?=[^.;]{0,60}?\b(?:when|as|after|in|to)\b[^.;]{0,60}?\b(?:shells?|bombs?|blasts?|attack\w*|strikes?|mortars?|explosions?|firing|mines?|landmines?|gunmen|rockets?|drones?|shelling|"
    r"bullets?|grenades?|bombing|fire)\b)"
)
_OTHER_FATE = re.compile(
    r"(?:,|\s+and|\s+while)\s+[^,;]{0,50}?\b(?:was|were)\s+(?:\w+\s+)?(?:injured|wounded|hurt)\b"
)


def with_told_after(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Add the dead who are told in short behind others, and part those told twice.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    answer: list[Count] = []
    at = most = 0
    ordered = sorted(counts, key=_place)
    for sentence in sentences:
        first = at
        while at < len(ordered) and ordered[at].number_start < sentence.end:
            at += 1
        own = _settled(text, sentence, ordered[first:at], most)
        most = max([most, *(c.best or 0 for c in own if c.outcome == "killed")])
        answer += own
    return _as_parts(sorted([*answer, *ordered[at:]], key=_place))


def _place(count: Count) -> tuple[int, int]:
    return count.number_start, count.start


def _settled(text: str, sentence: Sentence, own: list[Count], most: int) -> list[Count]:
    """Return the figures of a sentence with those told in short; `most` died as told before."""
    now = _BY_NOW.match(text, sentence.start, sentence.end)
    if now is not None:
        own = _by_now(own, now.start("number"), most)
    for pattern in (HURT_ONE, _TAKEN_AWAY):
        hurt = pattern.inside(text, sentence)
        if hurt is not None:
            own = [_of_hurt(one, hurt) for one in own]
    both = _BOTH_URDU.inside(text, sentence)
    if both is not None:
        own = _both_urdu(own, both)
    after = _NEXT.inside(text, sentence)
    lost = _LOST.inside(text, sentence)
    own = _at_two_times(own, after) if after is not None else own
    found = _next(own, after) if after is not None else []
    found += _lost(text, own, lost) if lost is not None else []
    return [*own, *found]


def _by_now(counts: list[Count], number: int, most: int) -> list[Count]:
    """Let "by now seven had died" stand for the lower tolls before it."""
    return [
        replace(c, update=True, increment=False)
        if c.number_start == number and c.outcome == "killed" and (c.best or 0) > most
        else c
        for c in counts
    ]


def _of_hurt(count: Count, hurt: re.Match[str]) -> Count:
    """Return the death of "a second injured person" as one more of the hurt."""
    if count.outcome != "killed" or not hurt.start() <= count.number_start < hurt.end():
        return count
    rules = tuple(rule for rule in count.rules if rule != "pronoun")
    return replace(count, increment=True, rules=(*rules, "was_hurt"))


def _next(own: Sequence[Count], after: re.Match[str]) -> list[Count]:
    """Return "another at night" as one more, of the wounded if the one before was."""
    at = after.start("number")
    first = [c for c in own if c.outcome == "killed" and c.best and c.number_start < at]
    if not first or any(c.start <= at < max(c.end, c.number_end) and c not in first for c in own):
        return []
    last = first[-1]
    if last.part or last.denied or last.aggregate:
        return []
    word = after["number"].lower()
    number = _value(word)
    if _splits(last, after):
        return []
    rules = tuple(rule for rule in ("was_hurt",) if rule in last.rules)
    more = figure_of("killed", number, after.span("number"), side=last.side, increment=True)
    return [replace(more, rules=(*rules, "ellipsis"), speaker=last.speaker)]


def _splits(last: Count, after: re.Match[str]) -> re.Match[str] | None:
    """Return the second of "two on the way and one in hospital" where three of them died."""
    rest = _REST.match(after.string, after.end())
    if rest is None or _value(after["number"]) + _value(rest["number"]) != last.best:
        return None
    return rest


def _at_two_times(own: list[Count], after: re.Match[str]) -> list[Count]:
    """Leave out the figures of those who died at two times, of whom a whole was told."""
    at = after.start("number")
    dead = [c for c in own if c.outcome == "killed" and c.best and c.number_start < at]
    rest = _splits(dead[-1], after) if dead else None
    if rest is None:
        return own
    within = range(at, rest.end("number"))
    return [c for c in own if "ellipsis" not in c.rules or c.number_start not in within]


_ONE = frozenset({"another", "second", "third", "fourth", "other"})
_REST = re.compile(
    rf"[^.;]{{0,60}}?,?\s+and\s+(?P<number>another|(?:a\s+|the\s+)?(?:second|third|fourth|other)|(?i:{NUMBER}))\b"
)


def _value(word: str) -> int:
    """Return the number that stands for more dead: one for "another"."""
    return 1 if word.lower().split()[-1] in _ONE else value_of(word.lower())


_WORDS_URDU = "|".join(word for word, number in CARDINALS_UR.items() if 0 < number <= 10)
_PASSED_URDU = (
    r"(?:چل\s+بس|دم\s+توڑ|جان\s+کی\s+بازی|جاں\s?بحق|جان\s?بحق|انتقال\s+کر|شہید\s+ہو|ہلاک\s+ہو)"
)
_BOTH_URDU = Pattern(
    rf"(?<!\S)(?:(?:ان|اِن|اُن|جن|زخمیوں)\s+میں\s+سے\s+(?P<first>\d|{_WORDS_URDU})|(?P<hurt>\d|{_WORDS_URDU})\s+زخمی)\s+(?:[^\s۔،]+\s+){{1,5}}?(?:{_PASSED_URDU}\s*[^\s۔،]*)?\s*(?:،\s*(?:اور\s+|جبکہ\s+)?|(?:اور|جبکہ)\s+)"
    rf"(?P<second>\d|{_WORDS_URDU}|دوسرا|دوسرے|دوسری)\s+(?:زخمی\s+)?(?:(?!زخمی|اور\s)[^\s۔،]+\s+){{1,5}}?{_PASSED_URDU}"
)
"""Those of the wounded who died at two times or places."""


def _both_urdu(counts: list[Count], both: re.Match[str]) -> list[Count]:
    """Count both of "one died on the way and the other at night"."""
    dead = [
        c
        for c in counts
        if c.outcome == "killed"
        and c.best
        and not c.part
        and both.start() <= c.number_start < both.end()
    ]
    number = _value_ur(both["first"] or both["hurt"]) + _value_ur(both["second"])
    if len(dead) != 1 or (dead[0].best or 0) >= number:
        return counts
    whole = replace(dead[0], low=number, best=number, high=number)
    return [whole if c is dead[0] else c for c in counts]


def _value_ur(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS_UR.get(word, 1)


def _lost(text: str, own: Sequence[Count], lost: re.Match[str]) -> list[Count]:
    """Return the kin whom somebody lost as dead."""
    if any(c.outcome == "killed" and c.best for c in own):
        return []
    start, them = lost.start("them"), lost["them"]
    other = _OTHER_FATE.search(text, start, text.find(".", lost.end()) + 1 or len(text))
    if other is not None and other.start() < lost.end():
        them = text[start : other.start()]
    parts = [_people(part) for part in _JOINT.split(them)]
    if 0 in parts:
        return []
    dead = figure_of("killed", sum(parts), (start, start + len(them)), rules=("lost_kin",))
    return [replace(dead, side="civilians")]


_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_COUNTED = re.compile(rf"(?:(?:his|her|their)\s+)?(?P<number>{NUMBER}|both)\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:sons|daughters|brothers|sisters|children|nephews|nieces|cousins|uncles|aunts|relatives|members|parents|wives|grand\w+s|grandchildren)\b"
)


def _people(part: str) -> int:
    """Return how many kin a part of a row names, 0 where it does not say."""
    counted = _COUNTED.match(part)
    if counted:
        return 2 if counted["number"].lower() == "both" else value_of(counted["number"])
    if "parents" in part:
        return 2
    return 0 if _SEVERAL.search(part) else 1


def _as_parts(counts: list[Count]) -> list[Count]:
    """Take "two on the way and one in hospital" for parts of the three who died."""
    answer = list(counts)
    for at, whole in enumerate(counts):
        if whole.outcome != "killed" or (whole.best or 0) < _THREE or whole.part:
            continue
        behind = counts[at + 1 : at + 1 + _MOST]
        parts: list[Count] = []
        for one in behind:
            if "ellipsis" not in one.rules or one.outcome != "killed" or one.part:
                break
            parts.append(one)
        if len(parts) > 1 and sum(one.best or 0 for one in parts) == whole.best:
            ids = {id(one) for one in parts}
            answer = [replace(c, part=True, increment=False) if id(c) in ids else c for c in answer]
    return answer


_THREE, _MOST = 2, 4
