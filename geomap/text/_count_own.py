"""Dead told by whose they are: "two of their own were left dead", "puts its losses at six".

Also those counted only around the word for their outcome: "all on board, five in number, were
killed", and the dead of two sides that were buried: "one side buried three men, the other two".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.text._count_number_words import CARDINALS, NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import word_set

__all__ = ["OWN_WORDS", "read_own"]

OWN_WORDS = word_set(
    "own comrades accomplices losses buried mourned number occupants aboard board funeral funerals "
    "among critically seriously badly severely sides tribes clans families factions"
)
"""A sentence without any of these words is not read."""

_FORCES = re.compile(
    r"\b(?:army|military|forces?|police|levies|corps|troops|guards?|rangers|navy)\b", re.IGNORECASE
)
_REACH = 40
_SUBJECT = re.compile(rf"{_FORCES.pattern}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
"""Who lost somebody, right before the verb."""
_LEFT_DEAD = re.compile(
    rf"\b(?P<left>{NUMBER})\s+of\s+(?:their|its)\s+(?:own(?:\s+\w+)?|comrades|accomplices|companions|men)\s+"
    r"(?:were|lay|had\s+been)\s+(?:left\s+)?(?:dead|killed|slain)\b"
    rf"|\b(?:left|leaving)\s+(?:behind\s+)?(?P<behind>{NUMBER})\s+of\s+(?:their|its)\s+(?:own|comrades|accomplices|companions|men)\s+dead\b"
    rf"|\b(?:lost|losing)\s+(?P<lost>{NUMBER})\s+of\s+(?:their|its)\s+(?:own|comrades|accomplices|companions)\b"
    rf"|\bleft\s+behind\s+(?:the\s+)?(?:dead\s+)?bodies\s+of\s+(?P<bodies>{NUMBER})\s+(?:comrades|accomplices|companions|fighters)\b",
    re.IGNORECASE,
)
_GIVES_LOSSES = re.compile(
    r"\b(?:puts?|gives?|gave|counts?|counted|listed|lists)\s+(?:its|their)\s+(?:own\s+)?(?:losses|dead|fatalities)\s+"
    rf"(?:at|as)\s+(?P<number>{NUMBER})(?=\s*[.,;:)]|\s+(?:men|dead|soldiers|and)\b|\s*\Z)",
    re.IGNORECASE,
)
_IN_NUMBER = re.compile(
    r"\b(?:all|everybody|everyone|those|the\s+(?:people|men|passengers|occupants))\s+(?:on\s+board|aboard|inside|in\s+it|within)\s*,\s*"
    rf"(?P<number>{NUMBER})\s+(?:in\s+number|people|men|persons|of\s+them|in\s+all)\s*,\s*"
    r"(?:(?:were|was|had|been|have|are)\s+){1,3}?(?:killed|eliminated|dead|burnt\s+to\s+death|martyred|neutrali[sz]ed)\b"
    rf"|\ball\s+(?:of\s+)?(?:its|the)\s+(?P<crew>{NUMBER})\s+(?:occupants|passengers|people\s+(?:aboard|on\s+board))\s+"
    r"(?:(?:were|was|had|been|have|are)\s+){1,3}?(?:killed|eliminated|dead|martyred|neutrali[sz]ed)\b",
    re.IGNORECASE,
)
_FUNERALS = re.compile(
    rf"\bfunerals?(?:\s+prayers?)?\s+(?:of|for)\s+(?:the\s+|all\s+)?(?P<number>{NUMBER})\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:people|persons|members|men|women|children|victims|policemen|soldiers|personnel|labourers|workers|miners|brothers|"
    r"passengers|martyrs|traders|villagers)\b(?=[^.;]{0,160}?\b(?:a\s+day|days|hours|killed|died|perished|martyred|lost\s+their)\b)",
    re.IGNORECASE,
)
"""Those who are buried a day after an attack that the same sentence tells."""
_AMONG = re.compile(
    rf"\b(?P<some>an?|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})\s+"
    r"(?:(?!number|group|couple|handful|pair)(?:[\w'’-]+\s+){1,4}?among\s+(?:them|the\s+(?:injured|wounded|hurt|victims))|"
    r"of\s+the\s+(?:critically|seriously|badly|severely)\s+(?:injured|wounded|hurt))(?:\s+(?:men|people|persons))?\s+"
    r"(?:(?:later|also|had|has|reportedly)\s+){0,2}"
    r"(?:died|passed\s+away|succumbed|expired|breathed\s+(?:his|her)\s+last)\b"
    r"(?!\s+(?:on\s+the\s+spot|instantly|immediately|at\s+the\s+scene|there\s+and\s+then))",
    re.IGNORECASE,
)
"""One of the wounded who died: "a girl among the injured died on Sunday"."""
_TWO_SIDES = re.compile(
    r"\b(?:one|the\s+one|the\s+first)\s+(?:side|clan|tribe|family|group|party)\s+(?:has\s+|had\s+)?(?:buried|mourned|lost)\s+"
    rf"(?P<one>{NUMBER})(?:\s+of\s+(?:its|their))?(?:\s+(?:men|people|members|dead))?\s*(?:,|and|;|while)\s*(?:and\s+)?"
    rf"(?:the\s+other|the\s+second)(?:\s+(?:side|clan|tribe|family|group|party))?(?:\s+(?:has\s+|had\s+)?(?:buried|mourned|lost))?\s+"
    rf"(?P<other>{NUMBER})(?=\s*[.,;)]|\s*\Z|\s+(?:men|people|of\s+(?:its|their))\b)"
    r"|\b(?:two|both|rival|warring|feuding)\s+(?:sides|tribes|clans|families|factions)\s+(?:(?:in|of|from)\s+(?-i:[A-Z])[\w-]+\s+)?(?:(?:have|had|has)\s+)?"
    rf"(?:(?:already|together|so\s+far|between\s+them)\s+)?lost\s+(?:at\s+least\s+)?(?P<all>{NUMBER})\s+(?:people|persons|lives|members)\b"
    r"(?P<years>(?=\s+(?:in|over|within|during)\s+(?:the\s+)?(?:last\s+|past\s+)?[\w-]+\s+(?:years?|months?|decades?)))?",
    re.IGNORECASE,
)


def read_own(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read the dead of a side that are told as its own, of both sides, or of all on board.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: where somebody died, only the attackers' own are added.
    """
    left = _LEFT_DEAD.search(text, *span)
    if left is not None and not _is_of_forces(text, span[0], left):
        number = value_of(next(filter(None, left.groups())))
        if not any(_is_told(count, left, number) for count in told):
            yield figure_of("killed", number, left.span(), side="militants", rules=("own",))
        return
    if any(count.outcome == "killed" and count.best for count in told):
        return
    among = _AMONG.search(text, *span)
    if among is not None:
        number = CARDINALS.get(among["some"].lower(), 1)
        yield figure_of("killed", number, among.span(), increment=True, rules=("was_hurt",))
        return
    gives = _GIVES_LOSSES.search(text, *span)
    if gives is not None and _FORCES.search(text, span[0], gives.start()):
        yield figure_of(
            "killed",
            value_of(gives["number"]),
            gives.span(),
            side="security_forces",
            rules=("toll",),
        )
        return
    whole = _IN_NUMBER.search(text, *span)
    if whole is not None:
        number = value_of(whole["number"] or whole["crew"])
        yield figure_of("killed", number, whole.span(), rules=("everyone",))
        return
    buried = _FUNERALS.search(text, *span)
    if buried is not None:
        yield figure_of("killed", value_of(buried["number"]), buried.span(), rules=("moved",))
        return
    both = _TWO_SIDES.search(text, *span)
    if both is not None:
        number = sum(value_of(figure) for figure in both.groups() if figure)
        figure = figure_of("killed", number, both.span())
        of_years = both["years"] is not None
        yield replace(figure, aggregate=True, rules=("period",)) if of_years else figure


def _is_of_forces(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the losses before are those of soldiers: "the troops lost two of their own"."""
    return _SUBJECT.search(text[max(start, match.start() - _REACH) : match.start()]) is not None


def _is_told(count: Count, match: re.Match[str], number: int) -> bool:
    """Whether a count stands on the same words."""
    over = count.start < match.end() and match.start() < count.end
    return count.outcome == "killed" and over and count.best == number
