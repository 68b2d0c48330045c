"""Bodies that a hospital counts: more of them than an earlier toll raise it.

"At least eight people were killed. A hospital spokesman said later that 10 bodies had been brought
in": ten died. Fewer are the share of that hospital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.figure_clauses import scene_of
from geomap.text.losses import losses_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["raised_by_hospital"]

_BODIES = re.compile(r"\b(?:bod(?:ies|y)|corpses?|dead)\b|لاش|میت|نعش", re.IGNORECASE)
_HOSPITAL = Pattern(
    r"\b(?:hospitals?|medical\s+(?:complex|centre|center|college)|morgue|mortuary|clinic|infirmary|doctors?|surgeon|LRH|CMH|DHQ|THQ|BMC|"
    r"HMC|JPMC|PIMS|Lady\s+Reading|rescue\w*|ambulances?|Edhi|Chhipa|debris|rubble)\b|ہسپتال|اسپتال|مردہ\s?خان|ڈاکٹر|کمپلیکس",
    re.IGNORECASE,
)
_SAYS_URDU = re.compile(
    r"(?:ہسپتال|اسپتال|کمپلیکس)\s+(?:کی\s+|کے\s+)?(?:انتظامیہ|ذرائع|حکام|ترجمان|عملے|ڈاکٹر)|ڈاکٹروں"
)
_RECEIVED = re.compile(
    r"\b(?:received|receiving|brought|taken|shifted|moved|arrived|carried|rushed|admitted|have|has|had|confirmed|lying|counted|"
    r"recovered|retrieved|pulled)\b"
    r"|لائ[ےی]|منتقل|پہنچ|موصول|موجود"
)
_OTHER = frozenset(
    {
        "was_hurt",
        "succumbed",
        "ordinal",
        "pronoun",
        "earlier",
        "sign",
        "implied",
        "also",
        "singular",
    }
)
_NEAR = 30


def raised_by_hospital(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let the dead whom a hospital counts stand where they are more than those told before.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    """
    answer = _raised_since(text, scenes, counts)
    most = 0
    for at, count in enumerate(counts):
        higher = 0 < most < (count.best or 0)
        most = max(most, (count.best or 0) if count.outcome == "killed" else 0)
        if higher and _is_of_hospital(text, scenes, count, counts[at - 1]):
            before = losses_of([c for c in answer[:at] if c.speaker != "claimant"], "killed")
            if before.best and before.best < (count.best or 0):
                rules = tuple(rule for rule in count.rules if rule != "stated")
                answer[at] = replace(count, update=True, rules=rules)
    return answer


def _raised_since(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let a higher toll that officials gave later stand above the bodies that were brought in."""
    dead = [c for c in counts if c.outcome == "killed" and c.is_whole and "earlier" not in c.rules]
    if not dead or not _is_of_hospital(text, scenes, dead[0], dead[0]):
        return list(counts)
    if any(c.update or c.increment or not _OTHER.isdisjoint(c.rules) for c in dead):
        return list(counts)
    last = dead[-1]
    higher = (last.best or 0) > (dead[0].best or 0) and last.speaker == "official"
    alike = last.side in {"unknown", dead[0].side}
    return [replace(c, update=True) if c is last and higher and alike else c for c in counts]


def _is_of_hospital(text: str, scenes: Sequence[Scene], count: Count, before: Count) -> bool:
    """Whether a hospital counted the dead or their bodies."""
    revised = count.update and "stated" not in count.rules
    if count.outcome != "killed" or not count.is_whole or count.increment or revised:
        return False
    if not _OTHER.isdisjoint(count.rules) or count.speaker in {"claimant", "residents"}:
        return False
    if count.speaker == "hospital":
        return True
    sentence = scene_of(scenes, count).sentence
    start = max(sentence.start, before.end) if before.end <= count.number_start else sentence.start
    if _SAYS_URDU.search(text, start, count.number_start):
        return True
    if _HOSPITAL.inside(text, sentence) is None:
        return False
    near = max(sentence.start, count.number_start - _NEAR), count.number_end + _NEAR
    bodies = _BODIES.search(text, *near)
    return bodies is not None and _RECEIVED.search(text, sentence.start, sentence.end) is not None
