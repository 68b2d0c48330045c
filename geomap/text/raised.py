"""Tolls of an attack that have risen, told beside the protest against it.

"Shops were shut on Monday in protest against Sunday's bombing, while the toll rose to eight": the
eight died in the bombing, which is an event of its own beside the protest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.text.acts import harm_of
from geomap.text.earlier_figures import raises_toll
from geomap.text.events import Trigger
from geomap.text.found import is_own_day
from geomap.text.scenes import Scene, dated_names

__all__ = ["with_raised_tolls"]

_ATTACKS = frozenset({"explosion", "armed", "clash"})
_UNREST = frozenset({"protest", "riot"})
_REACH = 4
"""Sentences behind a protest against an attack in which its toll may be told."""
_TOLD = frozenset({"reported", "none", "aggregate"})


def with_raised_tolls(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Let a toll that rises behind a protest tell of the attack that the protest was against.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its sentences.
    """
    answer = list(scenes)
    against: Trigger | None = None
    since = 0
    for at, scene in enumerate(scenes):
        if named := _attack_named(text, scene):
            against, since = named, at
        elif against is not None and at - since <= _REACH and _is_its_toll(scene):
            answer[at] = _told_of(scene, against)
            against = None
        elif any(not one.definite and one.family not in _UNREST for one in scene.triggers):
            against = None
    return answer


def _attack_named(text: str, scene: Scene) -> Trigger | None:
    """Return the attack, named with its day, that a sentence says a protest is against."""
    if not scene.families & _UNREST or scene.mood != "reported":
        return None
    families = {family for family, _ in dated_names(text, [scene])}
    if any(not one.definite and one.family not in _UNREST | families for one in scene.triggers):
        return None
    attacks = [one for one in scene.triggers if one.family in _ATTACKS & families]
    return attacks[0] if attacks else None


def _is_its_toll(scene: Scene) -> bool:
    """Whether a sentence gives a toll anew, and names no day or act of its own."""
    acts = {one.family for one in scene.triggers if not one.definite}
    days = any(is_own_day(span) for span in scene.dates)
    return scene.mood in _TOLD and acts <= {"killing"} and raises_toll(scene) and not days


def _told_of(scene: Scene, attack: Trigger) -> Scene:
    """Return a sentence as one that tells of an attack."""
    tolls = [replace(one, update=False) for one in scene.counts if one.update]
    words = scene.triggers or harm_of(tolls)
    kind = attack.family, attack.event_type, attack.sub_event_type
    told = tuple(
        replace(one, family=kind[0], event_type=kind[1], sub_event_type=kind[2], definite=False)
        for one in words
    )
    return replace(scene, mood="reported", triggers=told)
