"""Robberies that a report tells as such only below its lead: the loot, the gang that fled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["without_robbery"]

_PLACES = (
    r"(?:bank|cash\s+van|jewell?er\w*|jewell?ery\s+shop|petrol\s+pump|filling\s+station|"
    r"money[\s-]changer|currency\s+exchange)"
)
_LOOTED = Pattern(
    rf"\b(?:held\s+up|holding\s+up)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{_PLACES}"
    rf"|\b(?:looted|robbed|looting|robbing)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{_PLACES}"
    r"|(?:نقدی|روپے|زیورات|موبائل(?:\s+فون)?|سونا|رقم)\s+(?:لے|لوٹ|چھین)\s+کر\s+(?:\S+\s+)?فرار"
    r"|\b(?:muggers|robbers)\s+(?:then\s+)?(?:fled|escaped|decamped|sped\s+off)\s+with\s+(?:the\s+)?(?:cash|Rs)",
    re.IGNORECASE,
)
"""What says that robbery was the aim: a bank or a cash van, and not a telephone taken along."""
_SNATCHED = Pattern(
    r"\b(?:snatched|snatching|looted|robbed\s+of)\s+(?:[\w-]+\s+){0,3}?(?:cash|phones?|mobiles?|valuables|purses?|jewell?ery|wallets?)\b",
    re.IGNORECASE,
)
"""What they took who are called robbers, too."""
_ROBBERS = Pattern(
    r"\b(?:robbers?|robbery|dacoits?|dacoity|muggers?|mugging|snatchers?|burglars?|street\s+crim\w+)\b|ڈکیتی|ڈاکو|راہزن|رہزن",
    re.IGNORECASE,
)
_OTHER_AIMS = Pattern(
    r"\b(?:militants?|Taliban|(?:army|military|police|security|paramilitary|FC|Rangers)\s+uniforms?|miners?|Hazaras?|Shias?|journalists?|terrorists?|insurgents?|separatists?|banned|outlawed|sectarian|claim(?:ed|s|ing)?\s+(?:the\s+)?(?:responsib\w*|attack)|"
    r"set\s+(?:\w+\s+){0,3}?(?:ablaze|on\s+fire)|torched|burn(?:ed|t)|blocked|checkposts?|check-?posts?|check-?points?|levies|frontier\s+corps|"
    r"soldiers?|troops|passengers|policem[ae]n|constables?|labourers?|weapons\s+(?:looted|snatched))\b"
    r"|\b(?:police|FC|levies)\s+(?:post|station|van|mobile|picket|party|team)\b|کالعدم|دہشت\s?گرد|اہلکار|مسافر",
    re.IGNORECASE,
)
"""What makes it more than a robbery: forces that are hit, passengers, fire, groups."""
_DISMISSED = Pattern(
    r"\b(?:no|not|nothing|dismiss\w*|ruled?\s+out|ruling\s+out|rejected|denied|without)\b[^.;]{0,40}?\b(?:terror\w*|militan\w*)"
    r"|دہشت\s?گردی\s+(?:\S+\s+){0,9}?(?:نہیں|خارج|مسترد)",
    re.IGNORECASE,
)
_NO_ROBBERY = Pattern(
    r"\b(?:no|not|nor|never|nothing|neither)\b[^.;]{0,40}?\b(?:robbery|robbers|robbed|taken|stolen|looted|snatched|motive\s+of)\b"
    r"|\b(?:ruled?|ruling)\s+out\b[^.;]{0,30}?\b(?:robbery|dacoity)|\buntouched\b",
    re.IGNORECASE,
)
_HELD = Pattern(r"\b(?:hostages?|held\s+up|at\s+gunpoint)\b|یرغمال", re.IGNORECASE)
"""Staff whom robbers hold while they empty the till."""
_FAMILIES = {"killing", "armed", "property"}
_WITHIN = 5
_MOST = 2
"""Dead whom a robbery may cost; more are the work of others."""


def without_robbery(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Return the scenes with what opens a report set aside where it tells of a robbery.

    That is all up to another event ("in another incident") or a paragraph with a day of its own.
    Not where forces or passengers are hit, a group is named, many died, or nothing was taken.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its sentences.
    """
    first = next((at for at, scene in enumerate(scenes) if scene.mood == "reported"), None)
    if first is None or not scenes[first].families <= _FAMILIES:
        return list(scenes)
    last = first + 1
    while last < len(scenes) and not any(cue.word == "new" for cue in scenes[last].cues):
        if (
            scenes[last].sentence.paragraph != scenes[first].sentence.paragraph
            and scenes[last].dates
        ):
            break
        last += 1
    told = scenes[first : min(last, first + _WITHIN)]
    led = [scene for scene in scenes[:first] if scene.mood == "other"]
    led = [scene for scene in led if scene.triggers and _ROBBERS.inside(text, scene.sentence)]
    robbed = bool(led) or any(_LOOTED.inside(text, scene.sentence) for scene in told)
    robbed = robbed or all(
        any(words.inside(text, scene.sentence) for scene in told) for words in (_SNATCHED, _ROBBERS)
    )
    harmed = any(count.best for scene in (*led, *told) for count in scene.counts)
    if not (robbed and harmed) or any(_is_more(text, scene) for scene in scenes[:last]):
        return list(scenes)
    aside = [replace(s, mood="other") if s.mood == "reported" else s for s in scenes[:last]]
    return [*aside, *scenes[last:]]


def _is_more(text: str, scene: Scene) -> bool:
    """Whether a sentence speaks of more than robbers, or of no robbery."""
    if any(actor.kind in {"group", "state"} for actor in scene.actors):
        return True
    told = scene.mood in {"reported", "none"}
    if told and any((one.best or 0) > _MOST for one in scene.counts if one.outcome == "killed"):
        return True
    if scene.mood == "reported" and not scene.families <= _FAMILIES:
        return not (
            scene.families <= _FAMILIES | {"abduction"} and _HELD.inside(text, scene.sentence)
        )
    if _NO_ROBBERY.inside(text, scene.sentence) is not None:
        return True
    more = _OTHER_AIMS.inside(text, scene.sentence)
    return more is not None and _DISMISSED.inside(text, scene.sentence) is None
