"""The dead whom forces call militants: who else tells of their bodies does not say who shot them.

"Six bodies were brought to the hospital. The army called them terrorists who had been killed in a
gunfight": the forces say that they killed them, whatever relatives say.
"""

from __future__ import annotations

import re

from geomap.text.actors import FORCES
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["is_branding", "tells_of_bodies"]

_BRANDED = Pattern(
    r"\b(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|term(?:ed|s|ing)|brand(?:ed|s|ing)|label(?:led|s|ling)|declar(?:ed|es|ing)|identif(?:ied|ies|ying))\s+"
    r"(?:them|him|all\s+(?:of\s+them|\w+)|both|the\s+(?:dead|deceased|slain|victims|(?:two|three|four|five|six|seven|eight|nine|ten|young|dead|slain)\s+(?!attackers?|bombers?|assailants?|gunm[ae]n)\w+))\s+"
    r"(?:as\s+|to\s+be\s+)?[\"“‘']?(?:(?:members?|fighters?|men|activists|commanders?)\s+(?:of|from)\s+|"
    r"(?!\b(?:by|of|against|opponents?|enem(?:y|ies)|victims?|policem[ae]n|soldiers|killed)\b)[\w’'-]+[,\s]\s*){0,7}?[\"“‘']?(?:militants?|terrorists?|insurgents?|proxies|khwarij|khawarij|kharijis?|Fitna|separatists?)\b"
    r"|(?:انہیں|انھیں|اُنہیں|(?:مرنے|ہلاک\s+ہونے|مارے\s+جانے)\s+والوں\s+کو)\s+(?:(?!نہیں)\S+\s+){0,4}?(?:دہشت\s?گرد|شدت\s?پسند|عسکریت\s?پسند|خوارج)\S*\s+"
    r"(?:\S+\s+){0,2}?(?:قرار|بتایا|کہا)",
    re.IGNORECASE,
)
_FOUGHT = Pattern(
    r"\b(?:sent\s+to\s+hell|neutrali[sz]ed|eliminated|killed|shot|gun\s?fight|gun\s?battle|fire\s?fight|encounter|exchange\s+of\s+(?:fire|gunfire)|"
    r"shoot-?out|operation|raid|clash)\b|مقابل[ےہ]|کارروائی|آپریشن|جھڑپ|مارے\s+گئ|ہلاک",
    re.IGNORECASE,
)


def is_branding(text: str, scene: Scene) -> bool:
    """Whether forces call the dead militants, and say that they died in a fight."""
    if not any(actor.kind in FORCES for actor in scene.actors):
        return False
    branded = _BRANDED.inside(text, scene.sentence)
    return branded is not None and _FOUGHT.inside(text, scene.sentence) is not None


def tells_of_bodies(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells how those died whose bodies were found."""
    if current.group == "violent" and is_branding(text, scene) and not scene.says("new"):
        told = {0, 1, *(count.best for one in current.scenes for count in one.counts)}
        return all(count.best in told for count in scene.counts)
    found = any(trigger.family == "body" for trigger in current.scenes[0].triggers)
    killed = any(trigger.family in {"killing", "armed"} for trigger in scene.triggers)
    fresh = any(count.best and count.side != "unknown" for count in scene.counts)
    return found and killed and not fresh and not scene.says("new")
