"""Captives who were shot: "seven passengers were marched off a bus and shot beside the road"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import word_set

__all__ = ["CAPTIVE_WORDS", "read_captives"]

CAPTIVE_WORDS = word_set("shot executed death lynched alive hanged beheaded strangled")
"""A sentence without any of these words is not read."""

_NUMBER = rf"(?P<number>{NUMBER}|an?)"
_TAKEN = (
    r"(?:marched|taken|led|dragged|pulled|ordered|forced|offloaded|hauled|called|made|separated|"
    r"singled|picked|lined|tied|blindfolded|seized|bundled|chased|cornered|caught|stripped|intercepted|"
    r"overpowered|stopped|held|snatched|paraded|tortured|accused|set\s+upon)"
)
_TAKE = (
    r"(?:marched|took|led|dragged|pulled|ordered|forced|offloaded|hauled|called|made|separated|"
    r"singled\s+out|picked\s+out|lined\s+up|tied|blindfolded|seized)"
)
_SHOT = (
    r"\b(?:and|then|before)\s+(?:(?:were|was)\s+)?(?:then\s+|also\s+|later\s+)?(?:shot|executed|shooting|executing)\b"
    r"(?!\s+(?:at\b(?!\s+(?:close|point|short|near))|(?:\w+\s+)?and\s+(?:\w+ly\s+)?(?:wounded|injured|hurt)|"
    r"(?:up|twice|thrice|down|several\s+times)\b|(?:\w+\s+)?in\s+(?:the|his|her|their|both)\s+(?!heads?\b|temples?\b)\w+))"
)
_SLAIN = (
    r"(?:,|\band|\bthen|\bbefore)\s+(?:(?:were|was|being)\s+)?(?:then\s+|also\s+|later\s+|allegedly\s+)?"
    r"(?:(?:beaten|stabbed|hacked|stoned|clubbed|battered|bludgeoned|tortured|burnt|burned|kicked)\s+to\s+death|lynched|"
    r"(?:burnt|burned)\s+alive|hanged|beheaded|strangled|executed)\b"
)
"""How those end who were dragged out or chased, where "killed" is not the word."""
_PASSIVE = re.compile(
    rf"\b{_NUMBER}\s+(?:of\s+the\s+)?(?:[\w'’-]+\s+){{0,2}}?(?:[\w'’-]+,\s[^,;.]{{3,50}},\s+)?(?:(?:[\w'’-]+\s+){{0,3}}?who\s+[^.;,]{{5,60}}?\s)?(?:(?!and\b)[\w'’-]+\s+){{0,4}}?(?<=\s)(?:were|was|had\s+been)\s+(?:\w+ly\s+|first\s+)?{_TAKEN}\b"
    rf"[^.;]{{0,160}}?(?:{_SHOT}|{_SLAIN})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"\b{_TAKE}\s+(?:(?:out|aside|off|away|down)\s+)?(?:of\s+)?{_NUMBER}\s+(?:of\s+the\s+)?(?:(?!and\b)[\w'’-]+\s+){{0,4}}?"
    rf"(?=[^.;]{{0,160}}?{_SHOT})",
    re.IGNORECASE,
)
_AT_CLOSE = re.compile(
    rf"\b{_NUMBER}\s+(?:of\s+the\s+)?(?:(?!and\b)[\w'’-]+\s+){{1,5}}?(?:asleep|sleeping|resting|seated|sitting|blindfolded|bound|tied)\b[^.;]{{0,70}}?"
    r"\b(?:were|was|had\s+been)\s+shot\s+(?:(?:with|by|using)\s+(?:an?\s+)?(?:silenced|suppressed|silencer)|through\s+the\s+head|in\s+the\s+(?:head|temple|back\s+of\s+the\s+head)|"
    r"(?:at|from)\s+(?:close|point[\s-]blank)\s+range|one\s+(?:by\s+one|after\s+(?:the\s+)?(?:other|another))|in\s+their\s+(?:sleep|beds))",
    re.IGNORECASE,
)
"""People who could not flee and were shot from near."""
_ALIVE = re.compile(
    r"\b(?:surviv(?:ed|es|ing)|left\s+for\s+dead|wounded|injured|escaped|warning)\b", re.IGNORECASE
)


def read_captives(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read those who were taken aside and shot, where no word says that they died.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: where somebody died or was hurt, nobody is added.
    """
    if any(count.outcome in {"killed", "injured"} and count.best for count in told):
        return
    found = _PASSIVE.search(text, *span) or _ACTIVE.search(text, *span)
    found = found or _AT_CLOSE.search(text, *span)
    if found is None or _ALIVE.search(text, *span) is not None:
        return
    word = found["number"].lower()
    number = 1 if word in {"a", "an"} else value_of(word)
    yield figure_of("killed", number, found.span(), rules=("captives",))
