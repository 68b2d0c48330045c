"""Reports of a war that is none: of prices, of words, of locusts that come "like bombers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.records import Article
from geomap.text.actors import ARMED_KINDS
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["without_likened"]

_WAR_OF = Pattern(
    r"\b(?:price|trade|tariff|fare|ratings?|bidding|poster|banner|salary|discount|advertising|turnover)[\s-]wars?\b"
    r"|\bwars?\s+of\s+(?:words|prices|posters|statements|tariffs)\b|لفظی\s+(?:جنگ|گولہ)|قیمتوں\s+کی\s+جنگ",
    re.IGNORECASE,
)
_PESTS = Pattern(
    r"\b(?:locusts?|armyworms?|whitefly|rats|rodents|mosquito(?:es)?|bees|stray\s+dogs|monkeys|wild\s+boars?|crows)\b|ٹڈی|چوہوں|مچھروں",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"\b(?:like|as|as\s+if\s+by|resembl\w+)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE
)
_REACH = 30


def without_likened(article: Article, scenes: Sequence[Scene]) -> list[Scene]:
    """Set aside the words of war in a report whose headline or lead is on prices, words or pests.

    Not where somebody armed acts who is not only likened to, or people are harmed.

    Parameters
    ----------
    article
        The article.
    scenes
        Its sentences.
    """
    text = article.text
    scenes = [_as_it_is(text, scene) for scene in scenes]
    lead = scenes[0] if scenes else None
    if lead is None:
        return []
    title = article.title or ""
    war = _WAR_OF.inside(text, lead.sentence) or _WAR_OF.pattern.search(title)
    pests = _PESTS.inside(text, lead.sentence) if lead.mood in {"none", "other"} else None
    if not (war or pests):
        return list(scenes)
    return [
        replace(s, mood="other") if s.mood == "reported" and _is_likened(text, s) else s
        for s in scenes
    ]


_CALLED = Pattern(
    r"\b(?:called|calling|termed|terming|described|describing|dubbed|labelled|branded|declared|regarded|considered|denounced|"
    r"condemned|viewed)\b[^.;]{0,70}?\b(?:as\s+)?(?:an?|nothing\s+(?:short\s+of|but)\s+an?)\s+"
    r"(?:[\w-]+\s+){0,2}?(?P<what>attack|assault|strike|blow|onslaught|war|raid|massacre)\s+(?:on|upon|against)\b",
    re.IGNORECASE,
)


_NTH_URDU = Pattern(
    r"(?<!\S)یہ\s+(?:\S+\s+){0,4}?(?:پہلا|دوسرا|تیسرا|چوتھا|پانچواں|چھٹا|ساتواں|آٹھواں|\d+واں)\s+(?:\S+\s+)?"
    r"(?:حملہ|واقعہ|دھماکہ|دھماکا)\s+(?:ہے|تھا)(?!\w)"
)
"""How an attack told before is ranked: "this is the fourth attack this year"."""


def _as_it_is(text: str, scene: Scene) -> Scene:
    """Take "an attack" out of "they called the murder an attack on the legal fraternity"."""
    if scene.mood == "reported" and not scene.counts and _NTH_URDU.inside(text, scene.sentence):
        return replace(scene, mood="comment")
    found = _CALLED.inside(text, scene.sentence) if len(scene.triggers) > 1 else None
    if found is None:
        return scene
    first, last = found.span("what")
    kept = tuple(t for t in scene.triggers if not first <= t.start < last)
    return replace(scene, triggers=kept) if kept else scene


def _is_likened(text: str, scene: Scene) -> bool:
    """Whether nobody armed acts in a sentence but in a likeness, and nobody is harmed."""
    armed = [one for one in scene.actors if one.kind in ARMED_KINDS]
    if not all(_LIKE.search(text[max(0, one.start - _REACH) : one.start]) for one in armed):
        return False
    harmed = any(c.best and c.outcome in {"killed", "injured"} for c in scene.counts)
    return bool(armed) or not harmed
