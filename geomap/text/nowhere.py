"""Whether an event of which no sentence tells the place is one all the same."""

from __future__ import annotations

from geomap.text.blame import Blame
from geomap.text.drafts import Draft
from geomap.text.filed import tells_act
from geomap.text.losses import Losses
from geomap.text.moods import is_own_day
from geomap.text.sit_ins import ends_protest
from geomap.text.when import UNDATED, When

__all__ = ["is_act", "is_empty"]

_PLAIN = {"abduction", "explosion", "killing", "disrupted", "property"}
_PLANS = frozenset({"operation", "change", "accord", "arrest"})
"""What a newsroom may only speak of."""
_BY_FILING = {UNDATED, "date:time of day only"}
"""Rules by which an event has the day on which it was reported, or the night before."""


def is_empty(kind: str, dead: Losses, hurt: Losses, blame: Blame) -> bool:
    """Whether of an event without a place no toll is told either, and nobody claims it."""
    told = not {dead.best, hurt.best, dead.low, hurt.low} <= {None}
    return kind != "statistic" and not told and blame.basis != "claimed"


def is_act(text: str, draft: Draft, when: When, *, filed: bool, placed: bool) -> bool:
    """Whether the first sentence of an event has a verb, and it or its neighbours a day.

    `filed`: it opens a report from the town where nothing else is said to have happened; then the
    day of the report will do. `placed`: more than its province is known.
    """
    first = draft.scenes[0]
    done = filed and tells_act(text, first)
    if done and when.rule in _BY_FILING:
        return True
    acts = any(not (one.is_noun or one.definite) for one in first.triggers)
    acts = acts if placed else done and not first.families <= _PLANS
    acts = acts or (draft.group == "unrest" and ends_protest(text, first))
    told = not _PLAIN.isdisjoint(one.family for one in first.triggers)
    dated = any(is_own_day(span) for scene in draft.scenes[:2] for span in scene.dates)
    before = (told or draft.group == "unrest") and when.rule == "date:of the sentence before"
    return acts and (dated or before)
