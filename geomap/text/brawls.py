"""Fights without firearms between students, party workers or traders: riots, no battles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["with_brawls"]

_CROWD = (
    r"(?:students?|supporters|(?:party\s+)?workers|activists|lawyers|traders|vendors|shopkeepers|residents|protesters|demonstrators|teachers|doctors|fans|spectators|employees|"
    r"prisoners|inmates|cadres|villagers|youths|hawkers|transporters|drivers|voters|polling\s+agents)"
)
_POLICE = r"(?:police(?:men|\s+(?:officers|officials|personnel))?|law\s+enforcers|rangers|levies)"
_FIGHT = r"(?:(?:have|had|also|again)\s+){0,2}(?:clash(?:ed|es)?|f[oi]ught|scuffled?|brawled?)"
_BRAWL = Pattern(
    rf"\b(?:groups?|factions?|wings?|bands?)\s+of\s+(?:[\w-]+\s+)?{_CROWD}\b"
    rf"|\b(?:rival|two|between)\s+(?:[\w-]+\s+){{0,3}}?{_CROWD}\b|\b{_CROWD}\s+of\s+(?:two|rival|different|both|the\s+two)\b"
    rf"|\b{_CROWD}\s+(?:and|with)\s+(?:the\s+)?{_POLICE}\s+{_FIGHT}\b"
    rf"|\b{_POLICE}\s+and\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{_CROWD}\s+(?:of\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){{1,3}})?{_FIGHT}\b"
    rf"|\b{_CROWD}\s+of\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){{1,4}}(?:and|with)\s+(?:the\s+)?{_POLICE}\s+{_FIGHT}\b"
    rf"|\b{_CROWD}\s+of\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){{1,4}}{_FIGHT}\s+with\s+(?:the\s+)?{_POLICE}\b"
    rf"|\b{_POLICE}\s+{_FIGHT}\s+with\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{_CROWD}\b"
    rf"|\b{_CROWD}\s+of\s+(?:an?|the)\s+(?:[\w-]+\s+){{1,4}}?and\s+(?:(?:those|workers|activists|supporters|members)\s+of\s+)?"
    r"(?:an?|the|another|its)\s+(?:rival|opposing|other|opponent)\b"
    rf"|\b{_CROWD}\s+(?:clash|scuffle|brawl)\s+with\b"
    rf"|\bbetween\s+(?:the\s+)?{_CROWD}\b|\b{_CROWD}\s+(?:and\s+{_CROWD}\s+)?(?:clashed|fought|came\s+to\s+blows|scuffled|brawled)\b"
    r"|طلبہ\s+(?:تنظیموں|گروپوں|گروہوں)|(?:کارکنوں|طلبہ|وکلا|تاجروں)\s+(?:میں|کے\s+درمیان)\s+تصادم",
    re.IGNORECASE,
)
_FROM_FISTS = re.compile(
    r"\b(?:blows|stones|bricks|sticks|clubs|batons|chairs|fists|punches|flagpoles|abuse|slogans|scuffle|brawl)\b[^.;]{0,40}?"
    r"\b(?:then|and|before|later|to)\s+(?:\w+\s+){0,3}?(?:shots?|gunfire|bullets|pistols?|fire|firing|shooting)\b",
    re.IGNORECASE,
)
"""A quarrel with fists that ended in shots: "traded stones and then bullets"."""
_GUNS = re.compile(
    r"\b(?:guns?|gunfire|gunshots?|fir(?:e|ed|ing)\b(?!\s+(?:tear|rubber))|shot|shots|shooting|bullets?|pistols?|rifles?|kalashnikovs?|"
    r"armed|weapons|mortars?|grenades?|militants?|tribes?|tribal|tribesmen|clans?)\b|فائرنگ|گولی|اسلح|قبائل",
    re.IGNORECASE,
)


def with_brawls(
    text: str, sentence: Sentence, triggers: Sequence[Trigger], actors: Sequence[ActorSpan]
) -> Sequence[Trigger]:
    """Read a clash of crowds without a gun as a riot: "students clashed with sticks".

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    triggers
        Its triggers.
    actors
        Its actors.
    """
    if not any(one.family == "clash" for one in triggers):
        return triggers
    if _BRAWL.inside(text, sentence) is None or any(one.kind in ARMED_KINDS for one in actors):
        return triggers
    guns = _GUNS.search(text, sentence.start, sentence.end) is not None
    if guns and _FROM_FISTS.search(text, sentence.start, sentence.end) is None:
        return triggers
    return [
        replace(one, family="riot", event_type="Riots", sub_event_type="Violent demonstration")
        if one.family == "clash"
        else one
        for one in triggers
    ]
