"""The dead and wounded of both sides of a border, each told by its own officials.

"Four people were wounded on the Pakistani side; an Afghan official said two of his men were hurt":
none of them is told twice, so that they add up. What was fired from a side hurt nobody on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from geomap.records import Place
from geomap.text.counts import Count
from geomap.text.drafts import Draft, Site
from geomap.text.figure_clauses import clause_of, scene_of
from geomap.text.patterns import Pattern, any_mark
from geomap.text.scenes import Scene

__all__ = ["is_beside_exchange", "is_over_there", "of_both_sides"]

_HOME = "pakistan"
_STATES = {
    _HOME: re.compile(r"\bPakistan(?:i|['’]s)?\b|\bIslamabad\b|\bISPR\b|پاکستان"),
    "afghan": re.compile(r"\bAfghan(?:istan|s)?\b|\bTaliban\b|\bKabul\b|\bKandahar\b|افغان|طالبان"),
    "india": re.compile(r"\bIndian?\b|\bNew\s+Delhi\b|بھارت"),
    "iran": re.compile(r"\bIran(?:ian)?\b|\bTehran\b|ایران"),
}
_ABROAD = "other"
_LINE = r"(?:border|frontier|boundary|crossing|fence|line|Durand\s+Line|Line\s+of\s+Control|LoC)"
_SIDE = Pattern(
    r"\bon\s+(?:the\s+)?(?P<whose>Pakistani|Afghan|Indian|Iranian|Taliban)\s+side\b"
    rf"|\bon\s+the\s+(?:other|opposite|far)\s+side(?:\s+of\s+the\s+(?P<line>{_LINE})\b|\s*(?=[,.;:]))"
    rf"|(?P<over>\b(?:across|over|beyond)\s+the\s+(?P<crossed>{_LINE}))\b"
    r"|(?P<ur>پاکستانی|افغان|بھارتی|ایرانی)\s+(?:جانب|طرف)(?!\s+(?:سے|کی|کے)\s)"
    r"|سرحد\s+(?:کی\s+دوسری\s+(?:جانب|طرف)|کے\s+(?:اس\s+|دوسری\s+)?پار)(?!\s+سے\s)",
    re.IGNORECASE,
)
_BEHIND_TOLL = re.compile(
    r"\b(?:killed|dead|died|wounded|injured|hurt|casualties|people|men|soldiers|civilians|villagers)\s+\Z",
    re.IGNORECASE,
)
_HIS_MEN = Pattern(
    r"\b(?P<whose>Pakistani|Afghan|Taliban|Indian|Iranian)\s+(?:[\w-]+\s+){0,4}?(?:officials?|authorities|spokes\w+|governor|commander|police|"
    r"officer|minister|ministry|side|government|military|army)\b[^.;]{0,60}?\b(?:of\s+)?(?:his|its|their)\s+(?:own\s+)?"
    r"(?:men|soldiers|guards|fighters|troops|personnel|people|villagers|side|border\s+guards)\b",
    re.IGNORECASE,
)
_IN_RETURN = Pattern(
    r"\b(?:return(?:ed|ing)\s+(?:the\s+)?fire|fired?\s+back|hit\s+back|retaliat\w+|respond(?:ed|ing)|(?:in\s+)?response|repl(?:ied|ying)|repuls\w+|counter\w*)\b",
    re.IGNORECASE,
)
_THEIR_MEN = re.compile(
    r"\b(?P<whose>Pakistani|Afghan|Indian|Iranian)\s+(?:(?:Taliban|border|army|security|frontier)\s+){0,2}(?:soldiers?|troops|guards?|policem[ae]n|"
    r"personnel|rangers|troopers|fighters)\b"
)
"""Whose men fell to those who fired back: "retaliated, killing seven Afghan soldiers"."""
_MARKS = any_mark((_SIDE, _HIS_MEN, _IN_RETURN))
_NAMES = {
    "pakistani": _HOME,
    "afghan": "afghan",
    "taliban": "afghan",
    "indian": "india",
    "iranian": "iran",
    "پاکستانی": _HOME,
    "افغان": "afghan",
    "بھارتی": "india",
    "ایرانی": "iran",
}
_OTHER_ACT = Pattern(
    r"\b(?:drones?|quadcopters?|air\s?strikes?|suicide|bomb(?:s|er|ers|ing|ings|ed)?|blasts?|explosions?|landmines?|gunm[ae]n|"
    r"ambush\w*|kidnapp\w*|abduct\w*|protest\w*)\b|ڈرون|دھماک|خودکش|بارودی|نامعلوم|اغوا|احتجاج",
    re.IGNORECASE,
)
"""Acts that are no part of an exchange of fire over a border."""
_AGAIN = Pattern(
    r"\b(?:retaliat\w+|respon\w+|the\s+(?:exchange|clash|fighting|shelling|firing|infiltrat\w+|attackers|militants|drone)|during|"
    r"both\s+sides|either\s+side|in\s+the\s+process)\b|جوابی|اس\s+دوران|فریقین",
    re.IGNORECASE,
)
"""What goes on with a fight told before."""
_OPENING = 60
_MOST = 12


def of_both_sides(
    text: str, scenes: Sequence[Scene], counts: Sequence[Count], places: Collection[Place]
) -> list[Count]:
    """Let the casualties of one side of a border be added to those of the other.

    What no words put on a side is told of the side where the place lies, if there
    is one. A figure is not added to an equal one, unless words put each of the two on a side.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    places
        Its places.
    """
    if not any(scene.sentence.marks & _MARKS for scene in scenes if scene.counts):
        return list(counts)
    if not _states_in(text, scenes) - {_HOME}:
        return list(counts)
    home, beyond = (_HOME, _ABROAD) if _at_home(places) else (_ABROAD, _HOME)
    home, beyond = (home, beyond) if places else ("", _ABROAD)
    told: dict[str, set[tuple[str, int]]] = {}
    answer = []
    for count in counts:
        if count.best and count.is_whole:
            at = scene_of(scenes, count)
            side = _side(text, at, count) or _side_of_fallen(text, scenes, at, count)
            side = beyond if side == _ABROAD else side
            side = "" if side and _is_of_another_act(text, scenes, count) else side
            before = told.setdefault(count.outcome, set())
            adds = (
                side
                and before
                and not count.update
                and _is_of_others(side, count.best, before, home)
            )
            before.add((side, count.best))
            if adds:
                answer.append(replace(count, rules=(*count.rules, "other_side")))
                continue
        answer.append(count)
    return answer


def _is_of_another_act(text: str, scenes: Sequence[Scene], count: Count) -> bool:
    """Whether a bomb or a drone, of which the event's lead tells nothing, hurt them."""
    scene = scene_of(scenes, count)
    if scene is scenes[0] or _OTHER_ACT.inside(text, scenes[0].sentence):
        return False
    start, end = clause_of(text, scene.sentence, count)
    return _OTHER_ACT.search(text, start, end, marks=scene.sentence.marks) is not None


def _is_of_others(side: str, number: int, before: set[tuple[str, int]], home: str) -> bool:
    """Whether the people of a side are none of those told before: (side, number) of each figure."""
    return len(before) <= _MOST and not any(
        _are_same(side, other or home or side) or (not other and known == number)
        for other, known in before
    )


def _are_same(side: str, other: str) -> bool:
    abroad = _HOME not in {side, other}
    return side == other or (abroad and _ABROAD in {side, other})


def is_over_there(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence tells what a clash of two states did on the other side of their border.

    "On the Afghan side two guards were hurt". Another border, another act or a place elsewhere in
    Pakistan make it an event of its own.
    """
    found = _SIDE.inside(text, scene.sentence)
    if found is None:
        return False
    late = found.start() - scene.sentence.start > _OPENING
    if late and not _BEHIND_TOLL.search(text, scene.sentence.start, found.start()):
        return False
    if found["over"] and not _tells_where(text, found, scene.sentence.start):
        return False
    if all(trigger.family != "clash" for trigger in current.triggers):
        return False
    states = _states_in(text, current.scenes) | ({_HOME} if _at_home(current.places) else set())
    crossed = _state_of(found)
    if len(states) < 2 or crossed not in {*states, _ABROAD}:
        return False
    if not _states_in(text, [scene]) <= states or _OTHER_ACT.inside(text, scene.sentence):
        return False
    named = bool(found["whose"] or found["ur"]) and crossed != _HOME
    return named or not _is_elsewhere(here, current)


def is_beside_exchange(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells of gunmen, a bomb or a drone beside a fight of two states.

    "Troops and Afghan forces traded fire in Kurram, while gunmen killed a teacher in Sadda": whose
    drone it was is not told, and nothing refers back to the fight.
    """
    if _OTHER_ACT.inside(text, scene.sentence) is None or _AGAIN.inside(text, scene.sentence):
        return False
    lead = current.scenes[0]
    fought = any(one.family in {"clash", "armed", "operation"} for one in lead.triggers)
    if not fought or _OTHER_ACT.inside(text, lead.sentence):
        return False
    beyond = _states_in(text, current.scenes) - {_HOME}
    own = any(not (one.is_noun or one.definite) for one in scene.triggers)
    harmed = any(one.best and one.outcome in {"killed", "injured"} for one in scene.counts)
    return bool(beyond) and own and harmed and not _states_in(text, [scene]) - {_HOME}


def _is_elsewhere(here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence has a place in Pakistan that is in no district of the event."""
    codes = {place.admin2_pcode for place in current.places} - {None}
    districts = {site.place.admin2_pcode for site in here if site.place is not None} - {None}
    return bool(codes) and not districts <= codes


def _at_home(places: Collection[Place]) -> bool:
    """Whether one of an event's places is in Pakistan."""
    return any(place.country == "PK" for place in places)


def _states_in(text: str, scenes: Sequence[Scene]) -> set[str]:
    """Return the states that sentences name."""
    spans = [(scene.sentence.start, scene.sentence.end) for scene in scenes]
    return {
        name
        for name, pattern in _STATES.items()
        if any(pattern.search(text, start, end) for start, end in spans)
    }


def _tells_where(text: str, found: re.Match[str], start: int) -> bool:
    """Whether "across the border" opens a clause or stands behind a toll: not "fired across"."""
    before = text[max(start, found.start() - _OPENING) : found.start()]
    return not before.strip(" \"'“”‘’") or _BEHIND_TOLL.search(before) is not None


def _state_of(found: re.Match[str]) -> str:
    """Return the state on whose side somebody was, or with which a line is shared."""
    line = (found["line"] or found["crossed"] or "").lower()
    if line in {"line of control", "loc"}:
        return "india"
    if line.startswith("durand"):
        return "afghan"
    return _NAMES.get((found["whose"] or found["ur"] or "").lower(), _ABROAD)


def _side(text: str, scene: Scene, count: Count) -> str:
    """Return on whose side those of a figure were, "" where its clause does not say."""
    start, end = clause_of(text, scene.sentence, count)
    found = _SIDE.search(text, start, end, marks=scene.sentence.marks)
    if found is not None and (not found["over"] or _tells_where(text, found, start)):
        return _state_of(found)
    his = _HIS_MEN.search(text, start, end, marks=scene.sentence.marks)
    return _NAMES[his["whose"].lower()] if his is not None else ""


def _side_of_fallen(text: str, scenes: Sequence[Scene], scene: Scene, count: Count) -> str:
    """Return the side of soldiers who fell to those at whom their country's men had fired.

    The toll of a clash, told before, has them in it.
    """
    if _IN_RETURN.inside(text, scene.sentence) is None:
        return ""
    theirs = _THEIR_MEN.search(text, count.start, count.end)
    before = [one for one in scenes if one.sentence.end <= scene.sentence.start]
    if theirs is None or any("clash" in one.families for one in before):
        return ""
    side = _NAMES[theirs["whose"].lower()]
    return side if side in _states_in(text, before) else ""
