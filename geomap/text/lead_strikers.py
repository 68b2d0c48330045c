"""Strikes told one by one after a lead that says whose they were.

"US drones fired missiles in two strikes on Sunday. In the first, a house was hit ...": whoever
struck by the lead struck in each, where nobody else is named and the weapons are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.culprits import Blame, blamed, how_sure
from geomap.text.drafts import Draft
from geomap.text.foreign import fired_across
from geomap.text.scenes import Scene
from geomap.text.strikes import striker_of

__all__ = ["struck_as_led"]

_FROM_AFAR = {"Air/drone strike", "Shelling/artillery/missile attack"}
_FROM_THE_AIR = {"US forces", "NATO forces"}
"""Forces whose missiles come from aircraft, never from guns."""
_GUNS = re.compile(r"mortar|shell|artillery|rocket|مارٹر|گول[ہے]|راکٹ", re.IGNORECASE)
_LEAD = 3


def struck_as_led(text: str, lead: Sequence[Scene], draft: Draft, blame: Blame) -> Blame:
    """Return the blame of a strike as the lead of its article tells it, else as it was.

    Parameters
    ----------
    text
        The article's text.
    lead
        The sentences of the article.
    draft
        The strike's sentences.
    blame
        Whom they themselves name.
    """
    if blame.basis != "unknown" or draft.statistic:
        return blame
    strikes = [t for t in draft.scenes[0].triggers if t.sub_event_type in _FROM_AFAR]
    if not strikes or _others_act(draft):
        return blame
    led = next(filter(None, (_striker(text, scene) for scene in lead[:_LEAD])), None)
    if led is None:
        return blame
    guns = any(_GUNS.search(text, strike.start, strike.end) for strike in strikes)
    if guns == (led.actor in _FROM_THE_AIR):
        return blame
    return replace(led, score=0.7, rule="actor:struck as in the lead")


def _others_act(draft: Draft) -> bool:
    """Whether armed people stand before what a sentence tells, as those who did it."""
    scene = draft.scenes[0]
    first = min(trigger.start for trigger in scene.triggers)
    return any(
        actor.kind in {"unidentified", "group"} and actor.end <= first for actor in scene.actors
    )


def _striker(text: str, scene: Scene) -> Blame | None:
    """Return the forces of another country that a sentence says fired, or struck from the air."""
    if not any(trigger.sub_event_type in _FROM_AFAR for trigger in scene.triggers):
        return None
    army = striker_of(text, scene)
    if army is not None and army.kind == "state":
        return blamed(army, how_sure(text, army.start), "actor:forces struck from the air")
    return fired_across(text, [scene])
