"""Claims by several groups in one sentence, each of an event of its own.

"The BLF claimed the Turbat attack while the BLA owned the one in Kolpur": each clause names one
group and what it claims. The verb may stand in one clause only ("... کی بی ایل ایف نے جبکہ ... کی
بی ایل اے نے قبول کی").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.text.actors import ActorSpan, basis_of
from geomap.text.drafts import Draft
from geomap.text.earlier import events_claimed
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["tied_apart"]

_CLAIM = Pattern(
    r"\bclaim\w*|\bresponsib\w+|\bown(?:ed|s)\b|\bblam\w+|\bbehind\b|ذمہ\s?دار|دعو|الزام|ملوث",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*(?:[,;،؛]\s*)?(?<!\w)(?:while|whereas|but|and|with|جبکہ|جب\s+کہ|تاہم|لیکن|مگر|اور)(?!\w)\s*|\s*[;؛]\s*",
    re.IGNORECASE,
)
_SEVERAL, _LAST = 2, 20
"""From how many events on claims may differ, and how many of the last they may be of."""


def _claims_apart(text: str, scene: Scene) -> list[tuple[Scene, ActorSpan | None]]:
    """Return the clauses of a sentence in which groups claim different things, or none.

    Each is a sentence of its own, with the group where it claims, else with None.

    Parameters
    ----------
    text
        The article's text.
    scene
        The sentence.
    """
    groups = [actor for actor in scene.actors if actor.kind == "group"]
    if len({group.name for group in groups}) < _SEVERAL:
        return []
    if _CLAIM.inside(text, scene.sentence) is None:
        return []
    clauses = _clauses(text, scene, groups)
    if len(clauses) < _SEVERAL:
        return []
    words = [_word_of(text, clause) for clause in clauses]
    told = next(filter(None, (*words, _word_of(text, scene))), "")
    if not told or {"none", "denied"} & {told, *words}:
        return []
    shared: list[tuple[Scene, ActorSpan | None]] = []
    for clause, word in zip(clauses, words, strict=True):
        group = next(actor for actor in clause.actors if actor.kind == "group")
        told = word or told
        shared.append((clause, group if told == "claimed" else None))
    return shared


def _clauses(text: str, scene: Scene, groups: Sequence[ActorSpan]) -> list[Scene]:
    """Cut a sentence between groups that differ; none where no joining word parts two.

    Groups that claim as one stay together: "the BLF and the BLA".
    """
    cuts = [scene.sentence.start]
    for one, other in pairwise(groups):
        if one.name == other.name:
            continue
        joined = list(_CLAUSE.finditer(text, one.end, other.start))
        if not joined:
            return []
        if not _are_one(text, one, other, joined[-1]):
            cuts.append(joined[-1].end())
    cuts.append(scene.sentence.end)
    return [_part(scene, start, end) for start, end in pairwise(cuts) if start < end]


_NAME_ONLY = re.compile(
    r"[\s,،]*(?:the|banned|outlawed|proscribed|کالعدم|both|\([^)]*\)|[\s,،])*", re.IGNORECASE
)


_TOGETHER = {"and", "with", "اور"}


def _are_one(text: str, one: ActorSpan, other: ActorSpan, joined: re.Match[str]) -> bool:
    """Whether two groups are joined as one subject: "the BLF and the BLA", not "while"."""
    if joined[0].strip(" ,;،؛\n").lower() not in _TOGETHER:
        return False
    before = _NAME_ONLY.fullmatch(text, one.end, joined.start())
    return before is not None and _NAME_ONLY.fullmatch(text, joined.end(), other.start) is not None


def _part(scene: Scene, start: int, end: int) -> Scene:
    """Return what of a sentence stands between two places."""
    return replace(
        scene,
        sentence=replace(scene.sentence, start=start, end=end),
        triggers=tuple(one for one in scene.triggers if start <= one.start < end),
        cues=tuple(one for one in scene.cues if start <= one.start < end),
        dates=tuple(one for one in scene.dates if start <= one.start < end),
        counts=tuple(one for one in scene.counts if start <= one.start < end),
        actors=tuple(one for one in scene.actors if start <= one.start < end),
    )


def _word_of(text: str, clause: Scene) -> str:
    """Return how a clause ties its group to an event: claimed, attributed, suspected or not."""
    cues = basis_of(text, clause.sentence.start, clause.sentence.end)
    return next((cue.word for cue in cues), "")


def tied_apart(text: str, scene: Scene, drafts: Sequence[Draft], current: Draft | None) -> bool:
    """Tie each group to the event that its clause names; whether a sentence holds such claims.

    Parameters
    ----------
    text
        The article's text.
    scene
        The sentence.
    drafts
        The events told before.
    current
        The event told last.
    """
    clauses = _claims_apart(text, scene) if len(drafts) >= _SEVERAL else []
    if not clauses:
        return False
    told = [one for one in drafts[-_LAST:] if not one.statistic and one.group != "unrest"]
    shares: list[tuple[Draft, Scene, ActorSpan | None]] = []
    for clause, group in clauses:
        named, is_current = events_claimed(text, clause, told, current)
        meant = [*named, *([current] if is_current and current is not None else [])]
        if not meant or any(one is draft for one in meant for draft, _, _ in shares):
            return False
        shares += [(one, clause, group) for one in meant]
    for draft, clause, group in shares:
        if group is not None:
            draft.claimant = group
        else:
            draft.asides.append(clause)
    return True
