"""What is left of a whole: "two of the nine aboard survived", "four died and the rest were hurt".

The figure is worked out, so it is a hint only: any figure that is told stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern

__all__ = ["may_tell_of_rest", "read_remainders"]

_WHO = (
    r"(?:people|persons|passengers|men|women|children|workers|labourers|miners|occupants|soldiers|"
    r"policemen|personnel|pilgrims|travellers|members|coal\s+miners|villagers|civilians|others)"
)
_ABOARD = r"(?:on\s+board|aboard|inside|travelling|traveling|riding|seated)\b"
_OF_THE_HURT = r"(?!\s+(?:\w+\s+)?(?:injured|wounded|hurt|dead|killed|deceased|martyred|abducted))"
_WHOLE = re.compile(
    rf"\bof\s+(?:the|its|their|all)\s+(?P<of>{NUMBER})\b{_OF_THE_HURT}"
    rf"|\b(?P<aboard>{NUMBER})\s+(?:(?!of\s+(?:the|its|their|all)\s+{NUMBER}\b)[\w-]+\s+){{0,6}}?{_ABOARD}"
    rf"|\b(?:carrying|carried|transporting)\s+(?P<carried>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?{_WHO}\b",
    re.IGNORECASE,
)
_SURVIVED = Pattern(
    rf"\b(?P<number>{NUMBER})(?:\s+of\s+(?:them|(?:the|its|their|all)\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)"
    rf"|\s+{_WHO})?(?:\s+(?:of|in|on)\s+(?:the|an?)\s+[\w-]+)?\s+(?:(?:\w+ly|had|have)\s+)?survived\b"
    rf"|\bonly\s+(?P<few>{NUMBER})\s+(?:survivors|(?:came|got|crawled)\s+out\s+alive)\b|\bthe\s+(?:only|sole|lone)\s+survivor\b"
    rf"|\bonly\s+(?P<alive>{NUMBER})\s+(?:of\s+(?:them|the\s+\w+)\s+)?(?:reached|made\s+it|arrived|were\s+(?:pulled|brought|taken))\s+"
    r"[^.;]{0,50}?\balive\b"
    r"|\bonly\s+the\s+[\w-]+\s+(?:survived|lived)\b",
    re.IGNORECASE,
)
"""Who came out alive, said as a part of a whole; those found or freed may not be the last."""
_HELD = re.compile(
    r"\b(?:abduct\w*|kidnap\w*|captiv\w*|hostages?|trapped|missing|rescued|freed)\b", re.IGNORECASE
)
_REST = Pattern(
    r"\b(?:(?P<all>the\s+)(?:rest|others|remaining(?:\s+(?!\w+ly\b)\w+)?)|rest|others|remaining(?:\s+(?!\w+ly\b)\w+)?)"
    r"(?:\s+of\s+(?:them|the\s+\w+))?\s+(?:"
    r"(?:(?:were|was|are|have\s+been|had\s+been|got)\s+|(?(all)|(?!)))(?:\w+ly\s+)?"
    r"(?:(?P<hurt>injured|wounded|hurt)|(?P<dead>killed|martyred|shot\s+dead))"
    r"|(?:escaped|survived|got\s+away|came\s+out|got\s+out)\s+with\s+(?P<scars>(?:[\w-]+\s+){0,2}?(?:injuries|wounds|burns))"
    r"|(?:sustained|suffered|received)\s+(?:\w+\s+){0,2}?(?P<wounds>injur\w+|wounds|burns)"
    r"|(?P<died>died|perished))\b",
    re.IGNORECASE,
)

_SHOT = Pattern(
    rf"(?:\b(?P<were>{NUMBER})\s+(?:[\w-]+\s+){{0,3}}?(?:was|were|had\s+been)\s+shot\b|\bshot\s+(?P<them>{NUMBER})\s+{_WHO}\b)"
    r"(?!\s+(?:dead|to\s+death|and\s+killed))[^.]{0,90}?[\s,;]"
    rf"(?P<died>{NUMBER})(?:\s+of\s+(?:them|whom))?(?:\s+(?:had|have|later|then))?\s+(?:died|fatally|mortally|succumbed|perished)\b",
    re.IGNORECASE,
)
"""People who were shot, of whom some died: "four men were shot, three fatally"."""
_WERE_SHOT = re.compile(
    rf"\b(?P<were>{NUMBER})\s+(?:[\w-]+\s+){{0,3}}?(?:were|had\s+been)\s+(?:shot|hit|struck\s+by\s+bullets|shot\s+at\s+close\s+range)\b"
    r"(?!\s+(?:at\b|dead|to\s+death|and\s+killed))",
    re.IGNORECASE,
)
_ONE_DIED = Pattern(
    rf"\W*(?P<died>{NUMBER})(?:\s+of\s+(?:them|the\s+\w+))?\s+(?:(?:has|have|had|later|then|since)\s+)?(?:\w+ly\s+)?"
    r"(?:died|succumbed|expired|perished)\b(?!\s+(?:and|while)\s+(?:the|another|one))",
    re.IGNORECASE,
)
"""Of people who were shot, told in the sentence before: "one died on the way to hospital"."""
_NEXT_DIED = re.compile(r"\b(?:other|second|third|both|too|also|rest)\b", re.IGNORECASE)
_NEXT = 120


def may_tell_of_rest(marks: int) -> bool:
    """Whether a sentence with these marks may hold survivors, or a rest."""
    return marks & (_SURVIVED.mark | _REST.mark | _SHOT.mark | _ONE_DIED.mark) != 0


def read_remainders(
    text: str, span: tuple[int, int], earlier: Sequence[tuple[int, int]], told: Sequence[Count]
) -> list[Count]:
    """Read who did not survive, and what became of the rest.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    earlier
        The sentences before it, the nearest last.
    told
        The counts of the sentence: an outcome that has one is not read again.
    """
    start, end = span
    known = [c for c in told if c.best and not c.part and not _are_others(c)]
    survived = _SURVIVED.search(text, start, end)
    told_from = min([start, *(first for first, _ in earlier[-1:])])
    held = survived is not None and _HELD.search(text, told_from, end) is not None
    if survived is not None and not held and all(c.outcome != "killed" for c in known):
        few = survived["number"] or survived["few"] or survived["alive"] or "one"
        left = _left("killed", survived, _whole(text, survived, earlier, start), value_of(few))
        if left:
            return left
    shot = _SHOT.search(text, start, end)
    if shot is not None and all(count.outcome != "injured" for count in known):
        return _left(
            "injured", shot, value_of(shot["were"] or shot["them"]), value_of(shot["died"])
        )
    one = _ONE_DIED.match(text, start, end)
    if one is not None and earlier and _is_last_dead(one, known):
        were = _WERE_SHOT.search(text, *earlier[-1])
        if were is not None and not _NEXT_DIED.search(text, end, end + _NEXT):
            left = _left("injured", one, value_of(were["were"]), value_of(one["died"]))
            return [replace(count, rules=(*count.rules, "of_shot")) for count in left]
    rest = _REST.search(text, start, end)
    if rest is None:
        return []
    outcome = "injured" if rest["hurt"] or rest["wounds"] or rest["scars"] else "killed"
    others = [count for count in known if count.number_start < rest.start()]
    if not others or any(count.outcome == outcome for count in known):
        return []
    gone = sum(count.best or 0 for count in others)
    return _left(outcome, rest, _whole(text, rest, earlier, start), gone)


def _are_others(count: Count) -> bool:
    """Whether a figure only reads "the others" as one."""
    return count.who.lower() == "others" and "implied" in count.rules


def _is_last_dead(one: re.Match[str], known: Sequence[Count]) -> bool:
    """Whether a sentence tells of nobody hurt, and of no death besides those it begins with."""
    return not any(
        count.outcome == "injured" or (count.outcome == "killed" and count.start >= one.end())
        for count in known
    )


def _whole(
    text: str, match: re.Match[str], earlier: Sequence[tuple[int, int]], start: int
) -> int | None:
    """Return how many there were, told in the sentence or in the one before it."""
    for first, last in ((start, match.end()), *earlier[-1:]):
        found = _WHOLE.search(text, first, last)
        if found is not None:
            return value_of(found["of"] or found["aboard"] or found["carried"])
    return None


def _left(outcome: str, match: re.Match[str], whole: int | None, gone: int) -> list[Count]:
    number = (whole or 0) - gone
    if number <= 0:
        return []
    return [figure_of(outcome, number, match.span(), rules=("remainder", "weak"))]
