"""Sentences that open a review of weeks, months or a year, and what of it tells a mere toll."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.aggregates import tells_one_event
from geomap.text.attack_counts import counts_attacks, violence_took, weeks_in
from geomap.text.found import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_review, names_long_time, period_opening

__all__ = ["is_share", "lead_of_review", "tells_mere_toll"]

_OPENING = 5
"""Sentences of an article among which the lead of a review stands."""
_REPORT = Pattern(
    r"\b(?:annual|yearly|year-end|end-of-year|half-yearly|bi-?annual|six-monthly|quarterly|monthly|weekly)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:report|review|assessment|bulletin|digest|survey|statistics|data|figures|round-?up)\b"
    r"|(?:سالانہ|ہفتہ\s?وار|ششماہی|سہ\s?ماہی|ماہانہ)\s+(?:\S+\s+){0,3}?(?:رپورٹ|جائز)|(?:سہ\s?ماہی|ششماہی)\s+میں",
    re.IGNORECASE,
)
_HARM = (
    r"(?:violence|violent|terror\w*|militan\w*|insurgen\w*|fatalit\w+|deaths|casualt\w+|attacks|killings|incidents|bombings|"
    r"lawlessness|lives)"
)
_TREND = Pattern(
    rf"\b(?:per\s?cent|percent|pc)\b|%|\b(?:rise|drop|fall|surge|decline|increase|decrease|spike|jump|uptick|reduction)\s+in\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{_HARM}|\b(?:deadliest|bloodiest|most\s+violent|peaceful)\s+(?:year|month|quarter)\b"
    rf"|\b{_HARM}\b[^.;]{{0,60}}?\b(?:shot\s+up|rose|risen|fell|jumped|soared|dropped|declined|climbed|increased|decreased|doubled|"
    r"tripled|spiked|surged|went\s+(?:up|down))\b"
    r"|\b(?:remained|proved|turned\s+out|was|been)\s+(?:to\s+be\s+)?(?:the\s+|an?\s+)?(?:another\s+|most\s+)?"
    r"(?:bloody|deadly|violent|bloodiest|deadliest|turbulent)\b|فیصد|خونریز|خونی",
    re.IGNORECASE,
)
_COMPILED = Pattern(
    r"\b(?:data|figures|statistics|compilation|tally|tallies|records|bulletin|monitor\w*|think[\s-]?tank)\b|اعداد\s?و\s?شمار",
    re.IGNORECASE,
)
_LONG_TIME = Pattern(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months?|quarter|decades?|weeks?)\b|سال|برس|ماہ(?!\w)|مہین",
    re.IGNORECASE,
)
_VIOLENT = Pattern(
    rf"\b{_HARM}|\bblood\w+|\bdeadl\w+|دہشت\s?گردی|حملوں|تشدد|خونریز|خونی", re.IGNORECASE
)


def lead_of_review(text: str, scenes: Sequence[Scene]) -> int | None:
    """Return the number of the sentence with which a review opens, or None.

    That is the first to tell anything, where it sums up a long time; or one of the first that names
    an annual report or how much violence rose in a year, with no event of a day told before it.
    """
    first = next((n for n, scene in enumerate(scenes) if scene.mood != "none"), None)
    if first is not None and _leads(text, scenes, first):
        return first
    for n, scene in enumerate(scenes[:_OPENING]):
        if _announces(text, scene) or (n and is_review(scene) and _has_toll(scene)):
            return n
        if _tells_event(text, scene):
            return None
    return None


def _leads(text: str, scenes: Sequence[Scene], lead: int) -> bool:
    """Whether a sentence is the lead of a review, which may open with its month alone.

    "July was the deadliest month. Militants carried out 54 attacks ..."
    """
    if is_review(scenes[lead]) or _is_of_week(text, scenes[lead]):
        return True
    if not lead or period_opening(text, scenes[0]) is None:
        return False
    scene = scenes[lead]
    if any(is_own_day(span) for span in scene.dates):
        return False
    return scene.mood == "aggregate" or violence_took(text, scene.sentence)


def _is_of_week(text: str, lead: Scene) -> bool:
    """Whether a sentence counts the attacks of a week, as the lead of a weekly review does."""
    return lead.mood == "aggregate" and (
        bool(weeks_in(lead.dates))
        and (counts_attacks(text, lead.sentence) or _announces(text, lead))
    )


def _announces(text: str, scene: Scene) -> bool:
    """Whether a sentence names a report on the violence of a long time, or how much it rose."""
    if scene.mood not in {"none", "reported", "aggregate", "recalled"}:
        return False
    if tells_one_event(text, scene.sentence):
        return False
    if _REPORT.inside(text, scene.sentence):
        return _has_toll(scene) or _VIOLENT.inside(text, scene.sentence) is not None
    if not _VIOLENT.inside(text, scene.sentence):
        return False
    if names_long_time(scene) and _TREND.inside(text, scene.sentence):
        return True
    if scene.mood == "reported" or not _LONG_TIME.inside(text, scene.sentence):
        return False
    if scene.mood == "aggregate" and counts_attacks(text, scene.sentence):
        return True
    return any(one.inside(text, scene.sentence) for one in (_TREND, _COMPILED))


def _tells_event(text: str, scene: Scene) -> bool:
    """Whether a sentence tells an event of its own: harm that it does not sum up."""
    return scene.mood == "reported" and (_has_toll(scene) or tells_one_event(text, scene.sentence))


def _has_toll(scene: Scene) -> bool:
    return any(one.best and one.outcome in {"killed", "injured"} for one in scene.counts)


_RECORDED = Pattern(
    r"\b(?:one|a\s+single|only\s+one)\s+(?:\w+\s+)?(?:attack|incident|blast|bombing|ambush)\b[^.;]{0,80}?\b(?:was|were)\s+"
    r"(?:reported|recorded|registered|documented|counted|logged)\s+(?:in|from)\b"
    r"|\b(?:saw|witnessed|recorded|reported|had|registered)\s+(?:only\s+|just\s+)?(?:one|a\s+single)\s+"
    r"(?:\w+\s+)?(?:attack|incident|blast|bombing|ambush)\b",
    re.IGNORECASE,
)
"""One attack as the figure of an area: "one attack, with a death, was recorded in Sindh"."""
_RANKED = Pattern(
    r"\b(?:topp\w+|tops|headed|heads)\s+the\s+(?:list|table|ranking)|\b(?:hardest|worst)[\s-](?:hit|affected)\b"
    r"|\b(?:bore|bearing|bears)\s+the\s+brunt|\b(?:most|least|badly)\s+(?:affected|violent|hit)\b"
    r"|\b(?:suffered|lost|affected)\s+(?:the\s+)?(?:most|worst)\b|\b(?:came|comes|ranked|stood|followed|placed)\s+(?:a\s+\w+\s+)?"
    r"(?:first|second|third|fourth|next|last)\b|\bfollowed\s+by\s+(?:[A-Z]|the\b)|\b(?:highest|largest|lowest)\s+number\b"
    r"|\bleads?\s+with\b|سب\s+سے\s+زیادہ",
    re.IGNORECASE,
)
"""What ranks an area among others: "Kech, where 52 were killed, topped the list"."""
_UNLIKE_SUM = Pattern(
    r"\b(?:when|after|before|while|later|then|identified|deceased|shifted|hospital|body|bodies|funeral|spot|scene|condition|"
    r"gunmen|motorcycl\w+|fired|identity|police\s+said)\b|\s(?:لاش|ہسپتال|موقع|نامعلوم)",
    re.IGNORECASE,
)


def tells_mere_toll(text: str, scene: Scene) -> bool:
    """Whether a sentence of a review tells how many died in an area, and no more.

    "Nine people were killed in Sukkur", "Kech topped the list with 52 deaths".
    """
    if _RECORDED.inside(text, scene.sentence):
        return not any(is_own_day(span) for span in scene.dates)
    if any(is_own_day(span) for span in scene.dates):
        return False
    if _RANKED.inside(text, scene.sentence):
        return True
    if not scene.families <= {"killing", "arrest"} or _UNLIKE_SUM.inside(text, scene.sentence):
        return False
    return not (_DEED.inside(text, scene.sentence) or tells_one_event(text, scene.sentence))


_DEED = Pattern(
    r"\b(?:militants|terrorists|insurgents|attackers|assailants|police|forces|troops|soldiers|men|he|they)\s+(?:had\s+)?"
    r"(?:\w+ly\s+)?(?:killed|shot|gunned|murdered|martyred|arrested)\b|\s(?:نے)\s",
    re.IGNORECASE,
)
"""A deed and who did it, which in a review may be one of its events."""
_SHARE = Pattern(
    r"\b(?:account\w*\s+for|made\s+up|constitut\w+|caused|comprised|responsible\s+for)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:\d+(?:\.\d+)?|[\w-]+)\s*(?:per\s?cent|percent|pc\b|%)"
    r"|\d\s?(?:فیصد)",
    re.IGNORECASE,
)


def is_share(text: str, scene: Scene) -> bool:
    """Whether a sentence says what share of a toll something had: "bombs caused 31 per cent"."""
    return _SHARE.inside(text, scene.sentence) is not None
