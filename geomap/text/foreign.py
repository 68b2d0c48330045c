"""Whose shells came over the border: forces of another country that fire into Pakistan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ActorSpan
from geomap.text.culprits import Blame, blamed, how_sure
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["fired_across"]

_FIRE = (
    r"(?:shell(?:s|ed|ing)?|fir(?:e|ed|ing)|mortars?|rockets?|rounds|artillery|missiles?|bombard\w+|lobbed|launched|"
    r"dropped|hurled|bombed|strikes?|struck|attack(?:s|ed)?|targeted|shot|opened\s+up|aggression)"
)
_BY = re.compile(
    rf"\b{_FIRE}\s+(?:(?!by\b)[\w’'-]+\s+){{0,6}}?by\s+(?:the\s+)?$"
    rf"|\b{_FIRE}\s+(?:of|from)\s+(?:the\s+)?(?:posts?\s+(?:of|held\s+by)\s+(?:the\s+)?)?$"
    r"|\b(?:(?:exchanges?|exchanged|exchanging)\s+(?:of\s+)?(?:\w+\s+)?fire|clash(?:es|ed)?|gun\s?battles?|skirmish(?:es)?|"
    r"fire-?fights?|gunfights?|traded\s+fire|shoot-?out)\s+(?:\w+\s+){0,2}?with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FIRES = re.compile(
    r"(?:,[^,.;]{1,50},)?\s+(?:(?:had|have|also|then|reportedly|allegedly|first|again|in|at|from|across|the|over|area|side|border|"
    r"positions?|posts?|river|line|fence|\w+ly)\s+){0,6}"
    r"(?:open(?:ed|s|ing)\s+(?:\w+\s+)?(?:fire|up)|resort(?:ed|s|ing)\s+to|start(?:ed|s)\s+(?:\w+\s+)?(?:firing|shelling)|"
    r"began\s+(?:firing|shelling)|(?:took\s+up|resum\w+|kept\s+up|continu\w+|unleash\w+|intensif\w+|stepped\s+up|carried\s+out|initiated)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:fire|firing|shelling|bombardment|violations)|fir(?:ed|es|ing)(?!\s+back|\s+in\s+re|\s+flares)|shell(?:ed|s|ing)|lobb(?:ed|ing)|"
    r"launch(?:ed|ing)|bomb(?:ed|ing|arded)|pound(?:ed|ing)|target(?:ed|ing)|struck|hit|shot|attack(?:ed|ing)|violated)\b"
    rf"|['’]s?\s+(?:\w+\s+)?{_FIRE}\b|\s+(?:mortar|artillery|rocket|shell)\w*\s+{_FIRE}\b",
    re.IGNORECASE,
)
_URDU = re.compile(
    r"\s+(?:کی\s+(?:جانب|طرف)\s+سے|نے|کی|کے)\s(?:(?!\s(?:کہ|جوابی)\s)[^۔؛]){0,90}?"
    r"(?:داغ|گولہ\s?باری|گول[ےہ]\s|گولوں|فائرنگ|شیلنگ|مارٹر|بمباری|ڈرون\s+حمل)"
)
_SPEAKS = re.compile(r"(?:\W+\w+){0,4}?\W+(?:said|says|claim\w*|told|denied|accus\w+)\b")
_FROM_THERE = Pattern(
    r"\b(?:fired|shells?|shelling|firing|rockets?|mortars?|shots|fire|lobbed|launched)\s+(?:[\w-]+\s+){0,3}?"
    r"from\s+(?:inside\s+|across\s+|over\s+|within\s+)?(?:the\s+)?"
    r"(?:Afghan\w*|Irani?|Indian?|(?:other\s+side\s+of\s+)?(?:the\s+)?(?:border|frontier|line\s+of\s+control|LoC|ceasefire\s+line))\b"
    r"|سرحد\s+پار\s+سے|(?:افغان|بھارتی|ایرانی)\S*\s+(?:حدود|علاقے|جانب|طرف)\s+سے",
    re.IGNORECASE,
)
_REACH = 110
_SCENES = 4
_LANDS = {"i": "Indian forces", "a": "Afghan forces", "r": "Iranian forces", "u": "US forces"}
_OF_LAND = r"(?:(?P<i{0}>Indian)|(?P<a{0}>Afghan)|(?P<r{0}>Iranian)|(?P<u{0}>American|US|U\.S\.))"
_LAND = r"(?:(?P<i{0}>India)|(?P<a{0}>Afghanistan)|(?P<r{0}>Iran)|(?P<u{0}>the\s+United\s+States))"
_LAND_URDU = (
    r"(?:(?P<i{0}>بھارتی?|انڈین|انڈیا)|(?P<a{0}>افغانستان|افغان)|(?P<r{0}>ایرانی?)|"
    r"(?P<u{0}>امریکی|امریکہ|امریکا))"
)
_KINDS = (
    r"(?:(?:army|military|forces|cross-border|mortar|artillery|unprovoked|indiscriminate|heavy|fresh|rocket|missile|air|drone|"
    r"sniper|small-arms|intense)\s+){0,3}"
)
_OWN_FIRE = Pattern(
    rf"(?<!and )\b{_OF_LAND.format(1)}\s+{_KINDS}"
    r"(?:firing|fire|shelling|shells?|gunfire|bombardment|mortars?|missiles?|(?:air)?strikes?|bullets?|aggression)\b"
    rf"|\b(?:shelling|firing|fire|shells|mortars|missiles?|bombardment|strikes?|rounds|rockets)\s+(?:\w+\s+){{0,3}}?by\s+"
    rf"(?:neighbouring\s+)?{_LAND.format(2)}\b(?!\s+(?:based|backed|sponsored)|-)"
    rf"|\b{_LAND.format(3)}\s+(?:(?:has|had|also|again|later|\w+ly)\s+){{0,2}}(?:fired|shelled|lobbed|bombed|"
    r"(?:launched|carried\s+out)\s+(?:\w+\s+){0,3}?(?:missiles?|drones?|(?:air)?strikes?|rockets?|shelling))\b"
    rf"|(?<!\w){_LAND_URDU.format(4)}\s+(?:(?:کی|کے|جانب|طرف|سے|بلا|اشتعال|اندھا|دھند|سرحد|پار|شدید|مبینہ|فورسز|فوج)\s+){{0,6}}(?:نے\s+(?:(?!کہ\s)\S+\s+){{0,8}}?)?"
    r"(?:فائرنگ|گولہ\s?باری|شیلنگ|بمباری|میزائل|ڈرون\s+حمل|مارٹر|فضائی\s+حمل)",
    re.IGNORECASE,
)
"""Fire that a country's name owns: "Indian shelling", "missiles launched by Iran"."""


def fired_across(text: str, scenes: Sequence[Scene]) -> Blame | None:
    """Return the forces of another country that fired, as the first sentences say.

    They are named as those who fired ("shells lobbed by Indian soldiers", "Afghan border guards
    opened fire"); or where shots came from abroad, the forces of one country alone are named
    beside.
    """
    told = [(s, a) for s in scenes[:_SCENES] for a in s.actors if a.kind == "state"]
    for scene, actor in told:
        if _fired(text, scene, actor):
            return blamed(actor, how_sure(text, actor.start), "actor:fired across the border")
    owned = next(filter(None, (_owned_fire(text, scene) for scene in scenes[:2])), None)
    if owned is not None or not told:
        return owned
    first = scenes[0].sentence
    if len({actor.name for _, actor in told}) == 1 and _FROM_THERE.inside(text, first):
        return blamed(told[0][1], "attributed", "actor:fired across the border")
    return None


def _owned_fire(text: str, scene: Scene) -> Blame | None:
    """Return the forces of the country whose fire a sentence tells of, where it tells an act."""
    found = _OWN_FIRE.inside(text, scene.sentence) if scene.triggers else None
    if found is None or not _owns_the_fire(text, scene, found.start(), found.end()):
        return None
    land = next(name for name, words in found.groupdict().items() if words)
    return Blame(
        actor=_LANDS[land[0]],
        basis=how_sure(text, found.start()),
        start=found.start(),
        end=found.end(),
        score=0.75,
        rule="actor:fired across the border",
    )


_NOT_THAT_FIRE = re.compile(
    r"\b(?:against|revenge\s+for|reveng\w+|retaliat\w+\s+for|reaction\s+to|avenge\w*|hours\s+after|days\s+after|after|used|with|using|fir(?:ed|ing)\s+(?:an?\s+)?|"
    r"in|from|into|of)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""Before fire that an event answers, or a land that it came from: no word on who acted."""


def _owns_the_fire(text: str, scene: Scene, start: int, end: int) -> bool:
    """Whether the fire of a country is what a sentence tells, and nobody else acts in it."""
    if _NOT_THAT_FIRE.search(text, max(scene.sentence.start, start - 40), start) is not None:
        landed = text[start:end].lower()
        return (
            landed.startswith(("indian", "afghan", "iranian"))
            and _IN_FIRE.search(text, max(scene.sentence.start, start - 20), start) is not None
        )
    armed = any(one.kind in {"group", "unidentified"} for one in scene.actors)
    return not (armed and any(one.start < start for one in scene.actors))


_IN_FIRE = re.compile(
    r"\b(?:killed|injured|wounded|hurt|hit|died)\s+(?:\w+\s+)?(?:in|from)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)


def _fired(text: str, scene: Scene, actor: ActorSpan) -> bool:
    """Whether forces are those who fire: the subject, behind "by", or the owners of the fire."""
    start, end = scene.sentence.start, scene.sentence.end
    if _BY.search(text[max(start, actor.start - _REACH) : actor.start]):
        return True
    if _URDU.match(text, actor.end, end):
        return True
    return _FIRES.match(text, actor.end, end) is not None and not _SPEAKS.match(
        text, actor.end, end
    )
