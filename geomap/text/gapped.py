"""People whom one sentence counts in two places: after a closed aside, after "and", "along with".

"Five policemen, including an inspector, and two rioters were hurt" are seven, not five of whom two
rioted; a soldier "embraced martyrdom along with Sepoy Anwar" did not fall alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_tokens import nouns
from geomap.text.counts import Count, find_counts
from geomap.text.patterns import EVERY, Pattern
from geomap.text.sentences import Sentence

__all__ = ["with_gapped"]


def with_gapped(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Add up the people of one outcome whom a sentence counts apart.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    starts = [one.start for one in counts]
    for sentence in sentences:
        if bisect_left(starts, sentence.start) == bisect_left(starts, sentence.end):
            continue
        rules = [rule for pattern, rule in _RULES if pattern.inside(text, sentence)]
        if not rules:
            continue
        own = [one for one in counts if sentence.start <= one.start < sentence.end]
        rest = [one for one in counts if one not in own]
        for rule in rules:
            own = rule(text, sentence, own)
        counts = sorted([*rest, *own], key=lambda one: one.start)
        starts = [one.start for one in counts]
    return counts


# --- "five policemen, including an inspector, and two rioters" ---

_ASIDE = Pattern(r",\s+(?:including|among\s+them)\s[^;.]{3,80}?,\s+and\s", re.IGNORECASE)
_CLOSED = re.compile(r",\s+(?:including|among\s+them)\s[^;]{3,80},\s+and\s+\Z", re.IGNORECASE)
_SIDES = frozenset({"security_forces", "militants"})


def _past_aside(text: str, _: Sentence, counts: list[Count]) -> list[Count]:
    """Add those told after a closed aside to a whole of which they cannot be a part."""
    for whole in counts:
        if not whole.best or whole.part or whole.side not in _SIDES:
            continue
        for other in counts:
            if not _is_besides(whole, other):
                continue
            if _CLOSED.fullmatch(text, whole.number_end + _noun(text, whole), other.number_start):
                return _joined(counts, whole, other)
    return counts


def _noun(text: str, count: Count) -> int:
    """Return how far behind a number its noun ends."""
    found = text.find(count.who, count.number_end, count.number_end + _NEAR) if count.who else -1
    return found + len(count.who) - count.number_end if found >= 0 else 0


_NEAR = 40


def _is_besides(whole: Count, other: Count) -> bool:
    """Whether those of another side, taken for a part, are told behind a whole."""
    if other.outcome != whole.outcome or not other.part or not other.best:
        return False
    return other.number_start > whole.number_end and other.side != whole.side


def _joined(counts: Sequence[Count], first: Count, second: Count) -> list[Count]:
    """Return the counts with the sum of two of them, which become its parts."""
    low = _added(first.low, second.low)
    high = _added(first.high, second.high)
    start, end = min(first.start, second.start), max(first.end, second.end)
    whole = replace(
        first,
        start=start,
        end=end,
        low=low,
        best=(first.best or 0) + (second.best or 0),
        high=high,
        side=first.side if first.side == second.side else "unknown",
        number_end=max(first.number_end, second.number_end),
        rules=(*first.rules, "list"),
    )
    parts = [
        replace(one, part=True, rules=tuple(rule for rule in one.rules if rule != "part"))
        for one in (first, second)
    ]
    rest = [one for one in counts if one is not first and one is not second]
    return [whole, *parts, *rest]


def _added(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


# --- "embraced martyrdom along with Sepoy Anwar" ---

_RANK = (
    r"(?:Sepoy|(?:Lance\s+)?(?:Naik|Havildar)|(?:Naib\s+)?Subedar(?:\s+Major)?|Captain|Major|"
    r"(?:Second\s+)?Lieutenant|Colonel|Havildar|Constable|Inspector|Soldier|Signalman|Lance\s+Corporal|Trooper)"
)
_ALONG = Pattern(rf"\b(?:along|together)\s+with\s+{_RANK}\s+[A-Z]")
_FALLEN = re.compile(
    r"(?:martyrdom|[Ss]hah?adat|martyred|killed|dead|sacrifice|soil|duty|life|lives)\b[^.;]{0,40}\Z"
)
_RANKED = re.compile(rf"\b{_RANK}\s+(?=[A-Z])")
_WITH_HIM = Pattern(
    r"\b(?:shot\s+dead|killed|murdered|gunned\s+down|martyred|died|hacked\s+to\s+death|lost\s+(?:his|her)\s+life|assassinated)\b[^.;,]{3,70}?,?\s+(?:along|together)\s+with\s+"
    r"(?P<them>(?:his|her|an?|the|two|three|four|five|six)\s+[^.;,]{3,80})",
    re.IGNORECASE,
    needed=(frozenset({"along with", "together with"}),),
)
_UNTIL = re.compile(
    r"\s+(?:when|while|as|after|before|who|by|in|near|on|at|outside|from|during|that|was|were)\s",
    re.IGNORECASE,
)


def _with_them(text: str, sentence: Sentence, counts: list[Count]) -> list[Count]:
    """Count those along with whom a man was killed, named after the place and the day."""
    found = _WITH_HIM.inside(text, sentence)
    dead = [one for one in counts if one.outcome == "killed" and one.best and not one.part]
    if found is None or len(dead) != 1 or dead[0].best != 1 or "list" in dead[0].rules:
        return counts
    if dead[0].number_start >= found.start("them"):
        return counts
    them = _UNTIL.split(found["them"])[0]
    words = f"{them} were killed."
    read = find_counts(words, sentences=[(0, len(words))], marks=[EVERY])
    more = next(
        (one for one in read if one.outcome == "killed" and one.best and not one.part), None
    )
    if more is None:
        return counts
    at, end = found.start("them"), found.start("them") + len(them)
    other = replace(more, start=at, end=end, number_start=at, number_end=end)
    return _joined(counts, dead[0], other)


_HURT = re.compile(r"\b(?:injur|wound|hurt|while|but|who)\w*\b")


def _with_fellows(text: str, sentence: Sentence, counts: list[Count]) -> list[Count]:
    """Count those along with whom a soldier fell."""
    found = _ALONG.inside(text, sentence)
    dead = [one for one in counts if one.outcome == "killed" and one.best and not one.part]
    before = [one for one in dead if found and one.number_start < found.start()]
    if found is None or len(dead) != 1 or not before or "list" in before[0].rules:
        return counts
    one = before[0]
    if one.best != 1 or not _FALLEN.search(text, sentence.start, found.start()):
        return counts
    end = sentence.end
    if hurt := _HURT.search(text, found.end(), end):
        end = hurt.start()
    number = 1 + sum(1 for _ in _RANKED.finditer(text, found.start(), end))
    whole = replace(one, low=number, best=number, high=number, rules=(*one.rules, "list"))
    return [whole if each is one else each for each in counts]


# --- "two officers by stones and five marchers by batons were hurt", in Urdu ---

_BY = r"(?:سے|میں|کے\s+دوران)"
_CAUSE = (
    r"(?:پتھراؤ|پتھراو|شیلنگ|فائرنگ|چارج|کارروائی|گولی|گولیوں|تشدد|گیس|"
    r"استعمال|تصادم|بھگدڑ|دھماکے|حملے|گولہ\s?باری)"
)
_APART = Pattern(rf"\sاور\s+(?:[^\s۔،]+\s+){{1,6}}?{_BY}\s")
_APART_BEFORE = re.compile(
    rf"\sاور\s+(?:(?!(?:اور|میں|سے|کو|پر|نے)\s)[^\s۔،]+\s+){{0,4}}?{_CAUSE}\s+{_BY}\s+\Z"
)
_BY_BEFORE = re.compile(rf"{_BY}\s+\Z")
_VERBS = {"injured": "زخمی ہوگئے"}
"""Not "killed": those who died of two causes mostly died in two attacks."""


def _by_causes(text: str, sentence: Sentence, counts: list[Count]) -> list[Count]:
    """Add those before "and" whom another cause harmed, where one verb stands for both."""
    for one in counts:
        verb = _VERBS.get(one.outcome)
        if verb is None or not one.best or one.part:
            continue
        gap = _APART_BEFORE.search(text, sentence.start, one.number_start)
        if gap is None or any(gap.start() > other.start >= sentence.start for other in counts):
            continue
        words = f"{text[sentence.start : gap.start()]} {verb}۔"
        for first in find_counts(words, sentences=[(0, len(words))], marks=[EVERY]):
            if first.outcome != one.outcome or not first.best or first.part:
                continue
            at = sentence.start
            other = replace(
                first,
                start=first.start + at,
                end=gap.start(),
                number_start=first.number_start + at,
                number_end=first.number_end + at,
            )
            if _BY_BEFORE.search(text, sentence.start, other.number_start):
                return _joined(counts, other, one)
    return counts


# --- "thrashed the manager and three guards, who were taken to hospital" ---

_WITH_ONE = Pattern(
    r"\b(?:thrash|beat|assault|manhandl|tortur|attack|stab|injur|wound|hurt)\w*\s+(?:up\s+)?(?:the|an?|its|their|his)\s+(?:[\w'’-]+\s+){1,4}?and\s+",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:thrash|beat|assault|manhandl|tortur|attack|stab|injur|wound|hurt)\w*\s+(?:up\s+)?(?:the|an?|its|their|his)\s+"
    r"(?P<one>(?:(?!and\b)[\w'’-]+\s+){1,4})and\s+\Z",
    re.IGNORECASE,
)
_NEAR_VERB = 70


_OWN_VERB = re.compile(r"[^,;]*?\s(?:was|were)\s[^,;]*")
"""A figure with a verb of its own: "and six supporters were injured"."""


def _with_one_before(text: str, sentence: Sentence, counts: list[Count]) -> list[Count]:
    """Count "the manager" of "thrashed the manager and three guards, who were hurt"."""
    for count in counts:
        if count.outcome != "injured" or not count.best or count.part or "list" in count.rules:
            continue
        if _OWN_VERB.fullmatch(text, count.number_start, count.end):
            continue
        start = max(sentence.start, count.number_start - _NEAR_VERB)
        found = _ONE_BEFORE.search(text, start, count.number_start)
        noun = nouns("en").get(found["one"].split()[-1].lower()) if found else None
        if found is None or noun is None or noun.side in {"thing", "animal"} or not noun.singular:
            continue
        whole = replace(
            count,
            low=_added(count.low, 1),
            best=count.best + 1,
            high=_added(count.high, 1),
            rules=(*count.rules, "list"),
        )
        return [whole if each is count else each for each in counts]
    return counts


# --- "three policemen, Sub-Inspector Khan and Constables Jan and Gul, were hurt" ---

_NAMED_ROW = Pattern(
    rf"\b{NUMBER}\s+(?:of\s+(?:our|the|its|his|their)\s+)?(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+,\s+(?-i:[A-Z])[\w'’-]+\s+(?-i:[A-Z])[^.;]{{3,160}}?\band\s+",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"(?P<number>{NUMBER})\s+(?:of\s+(?:our|the|its|his|their)\s+)?(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+,\s+(?P<names>(?-i:[A-Z])[^.;]+)",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(rf"\b{NUMBER}\b", re.IGNORECASE)


def _named_once(text: str, _: Sentence, counts: list[Count]) -> list[Count]:
    """Count people whose names follow their number once."""
    for count in counts:
        if "list" not in count.rules or count.part or not count.best:
            continue
        row = _ROW.match(text, count.number_start, max(count.number_end, count.end))
        if row is None or _A_NUMBER.search(row["names"]):
            continue
        number = value_of(row["number"])
        if 2 * number == count.best:
            rules = tuple(rule for rule in count.rules if rule != "list")
            once = replace(count, low=number, best=number, high=number, rules=rules)
            return [once if each is count else each for each in counts]
    return counts


# --- "that makes 14 dead with the bomber" ---

_MAKES = Pattern(
    rf"\b(?:makes|making|brings?|bringing|is|are)\s+(?:it\s+|the\s+\w+\s+(?:to\s+)?)?{NUMBER}\s+(?:dead|deaths|killed)?,?\s*(?:with|counting)\s+the\s+"
    r"(?:suicide\s+)?(?:bomber|attacker|gunman)\b",
    re.IGNORECASE,
)


def _with_the_bomber(_text: str, _: Sentence, counts: list[Count]) -> list[Count]:
    """Count the bomber within a sum that is told to hold him."""
    for count in counts:
        held = "list" in count.rules and count.outcome == "killed" and not count.part
        if held and (count.best or 0) > 1:
            best = (count.best or 0) - 1
            whole = replace(count, low=best, best=best, high=best, update=True)
            return [whole if each is count else each for each in counts]
    return counts


# --- "the bodies of three men and seven wounded were brought" ---

_BODIES_AND = Pattern(
    rf"\b(?:bodies|corpses|remains)\s+of\s+(?:[\w'’-]+\s+){{1,4}}?and\s+(?:{NUMBER}|an?)\s+(?:[\w-]+\s+)?(?:injured|wounded)\b",
    re.IGNORECASE,
    needed=(frozenset({"bodies", "corpses", "remains"}),),
)


def _without_bodies(_text: str, _: Sentence, counts: list[Count]) -> list[Count]:
    """Leave out of the hurt those whose bodies were brought with them."""
    dead = {c.number_start for c in counts if c.outcome == "killed" and c.best and not c.part}
    for count in counts:
        if count.outcome != "injured" or "list" not in count.rules or count.part:
            continue
        inside = [c for c in counts if c.part and c.outcome == "injured" and c.number_start in dead]
        left = (count.best or 0) - sum(c.best or 0 for c in inside)
        if inside and left > 0:
            rules = tuple(rule for rule in count.rules if rule != "list")
            whole = replace(count, low=left, best=left, high=left, side="unknown", rules=rules)
            return [
                whole if c is count else c
                for c in counts
                if c is count or not (c.part and c.outcome == "injured")
            ]
    return counts


_RULES = (
    (_BODIES_AND, _without_bodies),
    (_MAKES, _with_the_bomber),
    (_NAMED_ROW, _named_once),
    (_ASIDE, _past_aside),
    (_ALONG, _with_fellows),
    (_WITH_HIM, _with_them),
    (_APART, _by_causes),
    (_WITH_ONE, _with_one_before),
)
