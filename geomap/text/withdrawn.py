"""Ties of a group to an event that are taken back in one breath, or are only a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ActorSpan, Basis
from geomap.text.group_words import is_hoax
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["is_guess", "is_withdrawn"]

_CUE_REACH = 160
_AT_FIRST = Pattern(r"\b(?:at\s+first|initially|first|originally|earlier)\b", re.IGNORECASE)


_NO_EVIDENCE = re.compile(
    r"(?<!offered\s)(?<!gave\s)(?<!cited\s)(?<!given\s)(?<!had\s)(?<!has\s)\bno\s+(?:\w+\s+)?(?:evidence|proof)\b(?!\s+(?:yet|so\s+far|as\s+yet|till|until)\b)",
    re.IGNORECASE,
)


def is_withdrawn(
    text: str, scene: Scene, group: ActorSpan, cue: Basis | None, cues: Sequence[Basis]
) -> bool:
    """Whether a suspicion is taken back in the same breath: "at first suspected the TTP, but".

    So it is where there is "no evidence" for it, and where the group's claim is called a hoax.
    """
    if is_hoax(text, scene.sentence, group.start):
        return True
    if cue is None or cue.word != "suspected":
        return False
    if _NO_EVIDENCE.search(text, cue.end, scene.sentence.end):
        return True
    denied = [each.start for each in cues if each.word == "denied" and each.start > cue.end]
    return bool(denied) and _AT_FIRST.search(text, scene.sentence.start, denied[0]) is not None


def is_guess(text: str, cue: Basis, cues: Sequence[Basis]) -> bool:
    """Whether words of doubt stand right before a tie: "believed to belong to"."""
    return any(
        c.word == "suspected"
        and (
            0 <= cue.start - c.end <= _DOUBT_REACH
            or (_BELIEVES.search(text, c.start, c.end) and c.end <= cue.start <= c.end + _CUE_REACH)
        )
        for c in cues
    )


_DOUBT_REACH = 12
_BELIEVES = re.compile(r"\b(?:think|believe|presume)s?\Z", re.IGNORECASE)
