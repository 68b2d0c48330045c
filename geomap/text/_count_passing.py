"""Figures in clauses that name nobody anew: "and seven by the evening", "his driver's body, too".

Also "a herder lost two sons when a bomb exploded", "a third, who was hit in the leg, survived" and
"two others, missing at first, were found dead".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import word_set

__all__ = ["PASSING_WORDS", "read_passing"]

PASSING_WORDS = word_set(
    "lost body bodies missing by survived lived escaped third fourth second another blew blown "
    "family"
)
"""A sentence without any of these words is not read."""

_DIED = (
    r"(?:died|dead|been\s+killed|killed|succumbed|"
    r"perished|lost\s+their\s+lives|been\s+pronounced\s+dead)"
)
_HOUR = (
    r"(?:noon|midday|midnight|nightfall|dusk|dawn|sunset|(?:the\s+)?(?:next\s+|following\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)|"
    r"\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)|the\s+end\s+of\s+the\s+day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\w+)?|"
    r"the\s+time\s+[^,.;]{3,50})"
)
_BY_HOUR = re.compile(
    rf"\b{NUMBER}\s+(?:[\w-]+\s+){{0,3}}?(?:(?:had|were|was|have|are)\s+){{0,2}}(?:already\s+)?{_DIED}\s+by\s+{_HOUR},?\s+(?:and|then|but)\s+(?P<last>{NUMBER})\s+by\s+{_HOUR}"
    rf"|\bby\s+{_HOUR},?\s+{NUMBER}\s+(?:[\w-]+\s+){{0,3}}?(?:(?:had|were|was|have|are)\s+){{0,2}}{_DIED},?\s+(?:and|then|but)\s+by\s+{_HOUR},?\s+(?P<then>{NUMBER})\b",
    re.IGNORECASE,
)
_KIN = (
    r"(?:sons?|daughters?|brothers?|sisters?|cousins?|nephews?|nieces?|father|mother|wife|husband|uncle|children|"
    r"grandsons?|parents|relatives)"
)
_ATTENDANT = (
    r"(?:driver|guard|gunman|bodyguard|friend|companion|"
    r"colleague|assistant|cleaner|helper|passenger|conductor|watchman|son|brother|cousin|nephew|wife|father|daughter|sister|uncle)"
)
_HIS_BODY = re.compile(
    rf"\b(?:his|her|their|the\s+(?:[\w-]+\s+)?[\w-]+['’]s?)\s+(?:[\w-]+\s+)?{_ATTENDANT}['’]s\s+(?:[\w-]+\s+){{0,2}}?body\s+"
    r"(?:(?:was|lay|had\s+been|has\s+been)\s+)(?:[\w-]+\s+){0,2}?(?:found|recovered|discovered|lying|pulled|retrieved|dumped)\b",
    re.IGNORECASE,
)
_FOUND_LATER = re.compile(
    rf"\b(?P<number>{NUMBER}|another)\s+(?:others?|more|men|people|of\s+them|[\w-]+)\s*,\s+(?:[\w-]+\s+){{0,4}}?missing(?:\s+[\w-]+){{0,4}}?,\s+"
    r"(?:was|were|have\s+been|had\s+been|has\s+been)\s+(?:later\s+)?(?:found\s+(?:dead|killed)|confirmed\s+dead|pulled\s+(?:out\s+)?dead)\b",
    re.IGNORECASE,
)
_LOST_KIN = re.compile(
    r"(?<!who\s)(?<!had\s)(?<!has\s)"
    rf"\blost\s+(?:(?P<number>{NUMBER})(?:\s+of\s+(?:his|her|their))?|his|her|an?|their)\s+(?:[\w-]+\s+)?(?P<kin>{_KIN})\s+"
    r"(?:when|as|in\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:blast|attack|explosion|bombing|shooting|firing|ambush)|to\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:blast|bomb|mine|landmine|shell|bullets?|drone))\b",
    re.IGNORECASE,
)
_ONE_SURVIVED = re.compile(
    r"\b(?:an?\s+(?:second|third|fourth|fifth|sixth)|another|one\s+more)(?:\s+(?:man|person|one|labourer|worker|victim|passenger|woman|boy|girl|policeman|soldier|[\w-]+))?\s*,\s+"
    r"(?:(?:who|though)\s+)?(?:was\s+|had\s+been\s+|is\s+)?(?:\w+ly\s+)?(?:hit|shot|wounded|struck|injured|stabbed|hurt)\b[^.;]{0,50}?,\s+(?:has\s+)?(?:survived|lived|escaped|is\s+in\s+hospital|was\s+(?:taken|rushed|shifted|admitted|moved))\b",
    re.IGNORECASE,
)

_OUR_MEN = re.compile(
    rf"\b(?:we|they|police|the\s+(?:police|force|army|Levies|corps))(?:\s+(?:have|had|has|also)|['’]ve)*\s+lost\s+(?P<number>{NUMBER})\s+(?:of\s+(?:our|their|its|my)\s+(?:own\s+)?)?(?:brave\s+)?"
    r"(?:men|boys|colleagues|soldiers|jawans|personnel|comrades|policemen|officers|constables)\b",
    re.IGNORECASE,
)
_BLEW = re.compile(
    rf"\b(?P<number>{NUMBER})(?:\s+(?:of\s+(?:them|the\s+\w+)|[\w-]+))?\s+(?:was|were|had\s+been)\s+(?:shot(?:\s+dead)?|killed|gunned\s+down)\b[^.;]{{0,60}}?\b(?:and|while|but)\s+"
    r"(?P<rest>the\s+(?:other\s+(?P<two>two)|other|third|fourth|second|last|remaining\s+one)|another)\s+(?:[\w-]+\s+)?(?:blew|had\s+blown)\s+(?:himself|themselves)\s+up\b",
    re.IGNORECASE,
)
_OF_FAMILY = re.compile(
    rf"\b(?P<verb>injuring|wounding|killing|injured|wounded|killed)\s+(?:another\s+)?(?P<number>{NUMBER})\s+(?:others?\s+)?of\s+(?:the|an?|his|her|their|one|the\s+same)\s+(?:[\w-]+\s+)?family\b",
    re.IGNORECASE,
)
_IN_SERVICE = re.compile(
    r"\b(?:police|army|military|security|Levies|corps|FC|rangers|soldiers|policemen|jawans|officer|constables)\b",
    re.IGNORECASE,
)


def read_passing(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read the last of two tolls by the hour, a driver's body, lost sons and who survived.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: an outcome that has one is mostly not read again.
    """
    firm = {c.outcome for c in told if c.best and not c.part}
    hour = _BY_HOUR.search(text, *span)
    if hour is not None:
        name = "last" if hour["last"] else "then"
        toll = figure_of("killed", value_of(hour[name]), hour.span(name), rules=("by_hour",))
        yield replace(toll, update=True)
    family = _OF_FAMILY.search(text, *span)
    if family is not None:
        outcome = "killed" if family["verb"].lower().startswith("kill") else "injured"
        if outcome not in firm:
            at = family.span()
            yield figure_of(outcome, value_of(family["number"]), at, side="civilians")
    lived = _ONE_SURVIVED.search(text, *span) if "injured" not in firm else None
    if lived is not None:
        yield figure_of("injured", 1, lived.span())
    if "killed" not in firm:
        yield from _victims(text, span)
        yield from _fighters(text, span)


def _victims(text: str, span: tuple[int, int]) -> Iterator[Count]:
    """Read a driver's body, those who were missing at first, and sons lost."""
    body = _HIS_BODY.search(text, *span)
    if body is not None:
        rules = ("also", "implied")
        yield figure_of("killed", 1, body.span(), side="civilians", rules=rules)
    found = _FOUND_LATER.search(text, *span)
    if found is not None:
        word = found["number"].lower()
        number = 1 if word == "another" else value_of(word)
        yield figure_of("killed", number, found.span(), increment=True)
    kin = _LOST_KIN.search(text, *span)
    if kin is not None:
        number = value_of(kin["number"]) if kin["number"] else 1
        if number > 1 or not kin["kin"].endswith("s"):
            yield figure_of("killed", number, kin.span(), side="civilians")


def _fighters(text: str, span: tuple[int, int]) -> Iterator[Count]:
    """Read "we lost three men", and attackers of whom the last blew himself up."""
    ours = _OUR_MEN.search(text, *span)
    if ours is not None:
        side = "security_forces" if _IN_SERVICE.search(text, *span) else "unknown"
        yield figure_of("killed", value_of(ours["number"]), ours.span(), side=side)
    blew = _BLEW.search(text, *span)
    if blew is not None:
        number = value_of(blew["number"]) + (2 if blew["two"] else 1)
        yield figure_of("killed", number, blew.span(), side="militants", rules=("foes_apart",))
