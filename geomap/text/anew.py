"""How a sentence sets in: with a place of its own below a break, or with whom it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from geomap.text.apart import other_place
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site
from geomap.text.found import is_own_day
from geomap.text.nights import is_night
from geomap.text.operations import MOPPING_UP
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "ends_a_protest",
    "gives_details",
    "in_the_area",
    "is_filed_apart",
    "is_lynching",
    "is_mopping_up",
    "is_of_next_night",
    "opens_elsewhere",
    "opens_item",
    "protests_after",
    "says_new",
    "tells_of_him",
]

_AT_PLACE = re.compile(
    r"\W*(?:In|At|Near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,5}?,\s"
)
_OF_HIM = re.compile(
    r"\W*(?:He|She|They|Both|All\s+of\s+them|The\s+(?:injured|wounded|victims?))\s+(?:(?:later|too|also|both|all)\s+)?"
    r"(?:died|succumbed|expired|perished|breathed)\b"
)
_ANOTHER = Pattern(r"\b(?:also|another|second)\b", re.IGNORECASE)
_SPOKE = Pattern(r"\b(?:said|told|according\s+to|added|stated|briefed|addressing)\b", re.IGNORECASE)
_FILED = re.compile(r"^[A-Z][A-Z’'. -]{2,30}:\s", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-*•–—▪●]+\s|[*_#(\[]*(?:\d{1,2}|[a-zA-Z])\)?[.)]\s)")
_ENDS = re.compile(
    r"\W*(?:It|They|The\s+(?:[\w-]+\s+)?(?:sit-in|protest|rally|demonstration|march|strike|crowd|protesters|demonstrators|"
    r"participants|blockade|procession|gathering|shutdown))\s+(?:\w+\s+)?"
    r"(?:ended|dispersed|concluded|culminated|(?:was|were)\s+called\s+off|passed\s+off|broke\s+up|went\s+home|finished)\b"
)


def opens_elsewhere(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence opens a paragraph with a place: "In the Landhi area, ..."."""
    if scene.sentence.paragraph == current.scenes[-1].sentence.paragraph:
        return False
    return _AT_PLACE.match(text, scene.sentence.start, scene.sentence.end) is not None


def tells_of_him(text: str, scene: Scene) -> bool:
    """Whether a sentence goes on with those who were hit: "He died the same night"."""
    return _OF_HIM.match(text, scene.sentence.start, scene.sentence.end) is not None


def says_new(text: str, scene: Scene) -> bool:
    """Whether a sentence says that another event follows: "in a separate attack", "elsewhere".

    "Besides the two who died, five were hurt" does not; "besides, a bomb went off" does.
    """
    cues = [cue for cue in scene.cues if cue.word == "new"]
    if not any(cue.key != "besides" or text[cue.end : cue.end + 1] == "," for cue in cues):
        return False
    return not (_tells_of_last(scene) or tells_of_him(text, scene) or _gives_reason(text, scene))


def _tells_of_last(scene: Scene) -> bool:
    """Whether a sentence opens with the last to die: "A fifth, a boy of ten, died"."""
    return any(
        count.start - scene.sentence.start <= _OPENS and not _LAST.isdisjoint(count.rules)
        for count in scene.counts
    )


_LAST = frozenset({"nth", "nth_and_next"})
_OPENS = 3


_AFTER_HAD = re.compile(r"\bafter\s+[^.;,]{3,60}?\bhad\s+(?:\w+ly\s+)?$")
_REASON_REACH = 80


def _gives_reason(text: str, scene: Scene) -> bool:
    """Whether all that is told anew stands in a clause on why: "after militants had shot at it"."""
    fresh = [trigger for trigger in scene.triggers if not trigger.definite]
    start = scene.sentence.start
    return (
        bool(fresh)
        and not any(count.best for count in scene.counts)
        and all(
            _AFTER_HAD.search(text[max(start, t.start - _REASON_REACH) : t.start]) for t in fresh
        )
    )


_IN_THE_AREA = Pattern(
    r"\b(?:elsewhere|(?:another|separate|different|second)\s+(?:\w+\s+)?(?:incident|attack|blast|event|part))\b[^.;,]{0,20}?\b(?:in|of)\s+the\s+"
    r"(?:same\s+)?(?:district|province|city|town|tehsil|valley|division|provincial\s+capital)\b"
    r"|\b(?:in|of)\s+the\s+same\s+(?:district|tehsil|valley|division|city|town)\b"
    r"|(?:ضلع|ضلعے|شہر|صوبے|تحصیل)\s+(?:ہی\s+)?(?:میں|کے)\s+(?:\S+\s+){0,2}?(?:ایک\s+اور|دوسر[ےای])\s+(?:واقع|علاق|حمل|مقام|جگہ)",
    re.IGNORECASE,
)


def in_the_area(text: str, scene: Scene) -> bool:
    """Whether an act is told "elsewhere in the district", which needs no name."""
    acts = any(not (trigger.definite or trigger.is_noun) for trigger in scene.triggers)
    return acts and _IN_THE_AREA.inside(text, scene.sentence) is not None


def ends_a_protest(text: str, scene: Scene) -> bool:
    """Whether a sentence only says how a protest told before ended: "It ended peacefully"."""
    return _ENDS.match(text, scene.sentence.start, scene.sentence.end) is not None


def is_mopping_up(text: str, scene: Scene, current: Draft | None) -> bool:
    """Whether an operation is the search after the attack just told: no place, no victims."""
    harmed = any(c.best and c.outcome in {"killed", "injured"} for c in scene.counts)
    if current is None or current.group != "violent" or harmed:
        return False
    return MOPPING_UP.inside(text, scene.sentence) is not None


def gives_details(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether the sentence after a lead says how it was: who spoke of it, no toll, a finer place.

    "Three suspects were killed in Jampur. Speaking to reporters, an officer said that a team had
    raided a house near Dajal on Wednesday night."
    """
    lead = current.scenes[0]
    known = {trigger.family for trigger in lead.triggers} | {"operation", "clash", "armed"}
    if any(trigger.family not in known for trigger in scene.triggers):
        return False
    if len(current.scenes) > 1 or current.days or any(c.best for c in scene.counts):
        return False
    another = _ANOTHER.inside(text, scene.sentence) is not None
    if scene.sentence.number - lead.sentence.number != 1 or scene.says("new") or another:
        return False
    if not any(count.best for count in lead.counts) or _SPOKE.inside(text, scene.sentence) is None:
        return False
    districts = {place.admin2_pcode for place in current.places} - {None}
    places = [site.place for site in here if site.place is not None]
    return bool(places) and all(place.admin2_pcode in districts for place in places)


def is_filed_apart(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a paragraph below the first has a dateline of its own and tells of another place."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    opens = _FILED.match(text, line_start) if line_start else None
    if opens is None or not line_start <= scene.sentence.start <= opens.end():
        return False
    if _FILED.search(text, 0, line_start) is None or not other_place(here, current):
        return False
    acts = any(not (trigger.definite or trigger.is_noun) for trigger in scene.triggers)
    return acts or any(trigger.family == "body" for trigger in scene.triggers)


_AFTER_IT = re.compile(
    r"\W*(?:(?:An?|Two|Three|Some|A\s+few)\s+(?:hours?|minutes|while)\s+(?:later|after)|Hours\s+(?:later|after)|Shortly|Soon|Later|"
    r"Afterwards?|Following\s+the|After\s+the|(?:Later\s+)?[Ii]n\s+the\s+(?:evening|afternoon|night|morning))\b"
)
_ON_THE_ROAD = re.compile(
    r"\b(?:blocked|blockaded|closed|staged|held|held\s+a|took\s+to|marched|came\s+out|burn(?:ed|t)\s+tyres|placed|demonstrated|"
    r"protested|rallied)\b",
    re.IGNORECASE,
)


_THEY = re.compile(r"[^A-Za-z]*(?:they|he|she)\b", re.IGNORECASE)
"""Who did it may be the attackers: "later they placed stones on the road and fled"."""


_OVER_IT = Pattern(
    r"\b(?:against|over|to\s+protest|protesting|condemning)\s+(?:the|this|his|her|their)\s+(?:\w+\s+)?(?:killings?|murders?|deaths?|incident|attack)\b"
    r"|\b(?:with|placed|placing|kept|keeping|carrying|put)\s+(?:the|his|her|their|both|all)\s+(?:\w+\s+)?(?:bod(?:y|ies)|coffins?)\b"
    r"|(?:واقعے|واقعہ|قتل|ہلاکت|ہلاکتوں|حملے|فائرنگ)\s+(?:کے\s+)?خلاف|(?:لاش|لاشیں|نعش|نعشیں|میت|میتیں|جنازے)\s+(?:(?:\S+\s+){0,4}?رکھ|(?:کے\s+)?(?:ہمراہ|ساتھ)\s)",
    re.IGNORECASE,
)
"""What people protest about who do so after a killing."""
_UPON_IT = re.compile(
    r"\W*(?:(?:after|following|upon)\s+which\b|جس\s+(?:کے\s+(?:بعد|خلاف)|پر)\s)", re.IGNORECASE
)


def protests_after(text: str, scene: Scene) -> bool:
    """Whether people protested soon after an attack: "an hour later supporters blocked the road".

    Neither a day nor a place need be told; those who only call for a strike have not begun it.
    """
    acts = [t for t in scene.triggers if t.family == "protest" and not (t.is_noun or t.definite)]
    start = scene.sentence.start
    if acts and (_UPON_IT.match(text, start) or _OVER_IT.inside(text, scene.sentence)):
        return True
    after = _AFTER_IT.match(text, start)
    if after is None or _THEY.match(text, after.end()) is not None:
        return False
    return any(_ON_THE_ROAD.search(text, t.start, t.end) for t in acts)


def is_lynching(scene: Scene) -> bool:
    """Whether a crowd killed somebody: "a mob lynched two suspects"."""
    rioted = any(t.family == "riot" and not (t.definite or t.is_noun) for t in scene.triggers)
    return rioted and any(c.outcome == "killed" and c.best and not c.part for c in scene.counts)


def opens_item(text: str, scene: Scene) -> bool:
    """Whether the sentence opens a bullet or a numbered item of a list."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    opens = _ITEM.match(text, line_start)
    return opens is not None and line_start <= scene.sentence.start <= opens.end()


_ONE_NIGHT = timedelta(days=1)
_FOUGHT = frozenset({"operation", "killing", "clash", "armed"})


def is_of_next_night(scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence tells of men killed on the night after the one that was told.

    "On the night of 3/4 May twelve were killed ... On the night of 4/5 May five more were killed."

    Parameters
    ----------
    scene
        The sentence.
    days
        Its own days.
    current
        The event told last.
    """
    nights = [one.first for one in days if one.first and is_night(one) and is_own_day(one)]
    if not nights or not _killed_in(scene) or not _killed_in(current.scenes[0]):
        return False
    before = [one for one, last in current.stretches if one and last and last - one == _ONE_NIGHT]
    return bool(before) and min(nights) > max(before)


def _killed_in(scene: Scene) -> bool:
    """Whether a sentence tells of a fight, and how many died in it."""
    fights = any(t.family in _FOUGHT and not t.definite for t in scene.triggers)
    killed = [one for one in scene.counts if one.outcome == "killed" and one.best]
    return fights and any("toll" not in one.rules and not one.aggregate for one in killed)
