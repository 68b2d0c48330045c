"""Events that one sentence counts and the next ones tell one by one.

"Two bombs went off in Hub. The first wounded three; the second killed a porter": what comes under
an ordinal is an event of its own, of the kind that was counted. And where forces are said to have
killed militants in several operations, the dead of each part are militants and forces acted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.text.actors import ARMED_KINDS
from geomap.text.counts import Count
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Part, Scene

__all__ = ["in_parts"]

_KINDS = (
    r"bomb(?:ing)?s?|blasts?|explosions?|devices?|IEDs?|grenades?|mines?|landmines?|rockets?|drones?|attacks?|"
    r"engagements?|encounters?|operations?|raids?|incidents?|shootings?|clash(?:es)?|ambush(?:es)?|strikes?|killings?|"
    r"assaults?|actions?|abductions?|kidnappings?|murders?|episodes?|cases?|skirmish(?:es)?|shoot-?outs?|firefights?|"
    r"gunfights?|protests?|rallies|rally|sit-ins?"
)
_THINGS = (
    r"vans?|bus(?:es)?|coach(?:es)?|vehicles?|convoys?|posts?|check-?posts?|pipelines?|"
    r"pylons?|towers?|trains?"
)
_SEVERAL = Pattern(
    r"(?<!first )(?<!last )(?<!these )\b(?:two|twin|three|four|five|six|seven|both|[2-7]|"
    r"several|multiple|pair\s+of|couple\s+of|series\s+of|string\s+of|"
    r"spate\s+of|successive|back-to-back)\s+(?:(?!(?:and|in|of)\b)[\w-]+\s+){0,3}?"
    r"(?:bomb(?:ing)?s|blasts|explosions|devices|IEDs|grenades|mines|landmines|rockets|drones|attacks|engagements|encounters|"
    r"operations|raids|incidents|shootings|clashes|ambushes|strikes|killings|assaults|actions|abductions|murders|"
    r"skirmishes|shoot-?outs|firefights|gunfights|IBOs|"
    r"districts|(?P<things>vans|buses|coaches|vehicles|convoys|posts|check-?posts|pipelines|pylons|towers|trains))\b"
    r"|(?:دو|تین|چار|پانچ|چھ|سات|متعدد|یکے\s+بعد\s+دیگرے)\s+(?:\S+\s+){0,3}?"
    r"(?:اضلاع|مقامات\s+پر|حمل[ےوہ]|واقعات|دھماک|کارروائی|آپریشن|جھڑپ|مقابل|بم)",
    re.IGNORECASE,
)
_BY_FORCES = Pattern(
    r"\b(?:engagements|encounters|operations|raids|clashes|actions|IBOs|skirmishes)\b|کارروائی|آپریشن|جھڑپ|مقابل",
    re.IGNORECASE,
)
_ORDINAL = Pattern(
    r"\bthe\s+(?:(?P<first>first|former)|second|third|fourth|fifth|other|latter)(?!\s+(?:time|such|in\s+(?:an?|as|two|three|the\s+(?:past|last))\b))"
    r"(?:(?=\s*[,;:.])|\s+(?:small\s+|bigger\s+|powerful\s+)?(?:one|(?P<thing>"
    + _THINGS
    + r")|"
    + _KINDS
    + r")\b|"
    r"(?=\s+(?:was|were|had|took|went|hit|struck|tore|ripped|exploded|blew|came|left|killed|wounded|hurt|injured|claimed|"
    r"targeted|occurred|happened|at|in|on|near|outside|inside|under|planted|hidden|fixed|attached|by|about|around|an\s+hour|"
    r"minutes|hours|later|followed|damaged|destroyed|caused|fell|landed|detonated|saw)\b))"
    r"|(?P<first_ur>پہل[ےای])\s+(?:\S+\s+)?(?:حمل[ےہ]|واقع[ےہ]|دھماک|کارروائی|آپریشن|جھڑپ|مقابل|بم)"
    r"|(?:دوسر|تیسر|چوتھ)[ےای]\s+(?:\S+\s+)?(?:حمل[ےہ]|واقع[ےہ]|دھماک|کارروائی|آپریشن|جھڑپ|مقابل|بم)",
    re.IGNORECASE,
)
_SAME_ATTACK = re.compile(
    r"\bsame\s+(?:spot|place|site|location)\b|\b(?:when|as|after|once)\s+(?:the\s+)?(?:rescue\w*|people|residents|police|"
    r"a\s+crowd|crowds?|onlookers|bystanders|locals|others|ambulances?|security)\b|اسی\s+(?:جگہ|مقام)",
    re.IGNORECASE,
)
_SECOND = Pattern(r"\b(?:a|the|another)\s+second\b|\banother\b|دوسر[ےای]", re.IGNORECASE)
_REACH = 8
_ORDER = ("explosion", "clash", "operation", "abduction", "armed", "killing", "property", "protest")
_WEAK = {"killing", "armed"}


def in_parts(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Mark the sentences that tell one of several events counted before.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its scenes, in order.

    Returns
    -------
    list of Scene
        The same scenes; a part is marked as such and has a trigger of the kind that was counted.
    """
    answer = list(scenes)
    lead = -1
    things = False
    told: list[int] = []
    for number, scene in enumerate(scenes):
        if lead >= 0 and number - lead <= _REACH:
            part = _part_of(text, answer[lead], scene, of_things=things)
            if part is not None:
                answer[number] = part
                told.append(number)
                continue
            if _hits_helpers(text, scene):
                _settle(answer, lead, told)
                lead, told = -1, []
        if not scene.triggers or scene.mood not in _LEADS:
            continue
        several = _SEVERAL.inside(text, scene.sentence)
        if several is not None:
            _settle(answer, lead, told)
            lead, told, things = number, [], several["things"] is not None
    _settle(answer, lead, told)
    return answer


def _hits_helpers(text: str, scene: Scene) -> bool:
    """Whether a sentence tells that the second of two blasts hit those who came to the first."""
    second = _SECOND.inside(text, scene.sentence)
    blast = any(trigger.family == "explosion" for trigger in scene.triggers)
    start, end = scene.sentence.start, scene.sentence.end
    return second is not None and blast and _SAME_ATTACK.search(text, start, end) is not None


_TWO = 2
_LEADS = {"reported", "aggregate"}


def _settle(scenes: list[Scene], lead: int, told: Iterable[int]) -> None:
    """Leave the sum of a lead to its parts where they give figures of their own."""
    parts = [scenes[number] for number in told]
    ordinals = {scene.part.ordinal for scene in parts if scene.part is not None} - {0}
    if not ordinals or scenes[lead].mood != "reported":
        return
    scenes[lead] = replace(scenes[lead], part=Part())
    if len(ordinals) < _TWO:
        return
    if all(
        any(_is_harm(c) for c in scene.counts)
        for scene in parts
        if scene.part and scene.part.ordinal
    ):
        kept = tuple(count for count in scenes[lead].counts if not _is_harm(count))
        scenes[lead] = replace(scenes[lead], counts=kept)


def _is_harm(count: Count) -> bool:
    return count.outcome in {"killed", "injured"}


def _part_of(text: str, lead: Scene, scene: Scene, *, of_things: bool) -> Scene | None:
    """Return a sentence as one of the events that a lead counts, or None where it is none."""
    ordinal = _ORDINAL.inside(text, scene.sentence)
    forces = _is_of_forces(text, lead, scene)
    if ordinal is None or not _tells(text, ordinal, scene, of_things=of_things):
        return _by_forces(scene) if forces else _harmed_so(text, lead, scene)
    first = bool(ordinal["first"] or ordinal["first_ur"])
    triggers = _with_kind(scene, lead, ordinal.span())
    if not triggers:
        return None
    told = replace(scene, triggers=triggers, mood="reported", part=Part(1 if first else 2, forces))
    return _by_forces(told) if forces else told


_BARE_HARM = re.compile(r"(?:killed|died|dead|injured|wounded)\b|[\w\s]*\bdeath\b", re.IGNORECASE)


def _harmed_so(text: str, lead: Scene, scene: Scene) -> Scene | None:
    """Return a sentence that only tells of harm as what the explosions did that a lead counts.

    "Two landmine blasts were reported. On Monday a shepherd was killed in Sambaza."
    """
    kind = _kind_of(lead)
    if kind is None or kind.family != "explosion" or scene.mood != "reported":
        return None
    if not scene.triggers or any(a.kind in ARMED_KINDS for a in scene.actors):
        return None
    if any(t.family != "killing" or not _BARE_HARM.match(text, t.start) for t in scene.triggers):
        return None
    first = scene.triggers[0]
    told = replace(kind, start=first.start, end=first.end, definite=False, is_noun=False)
    return replace(scene, triggers=(told, *scene.triggers))


_TELLING = {"reported", "none", "recalled"}


def _tells(text: str, ordinal: re.Match[str], scene: Scene, *, of_things: bool) -> bool:
    """Whether a sentence tells what happened in one of several events.

    It does not where it has neither a day nor a figure nor a verb, nor where the second of two
    blasts hit those who came to the first.
    """
    if _is_quoted(text, ordinal.start()) or _is_dud(text, ordinal, scene):
        return False
    if scene.mood not in _TELLING or of_things != (ordinal["thing"] is not None):
        return False
    acts = any(not (t.is_noun or t.definite) for t in scene.triggers)
    opens = ordinal.start() - scene.sentence.start < _OPENING
    told = acts or _HAPPENED.match(text, ordinal.end(), scene.sentence.end) is not None
    if not (scene.dates or any(_is_harm(count) for count in scene.counts) or (told and opens)):
        return False
    return _SAME_ATTACK.search(text, ordinal.end(), scene.sentence.end) is None


_DUD = Pattern(
    r"\b(?:defused?|defusing|made\s+safe|disposed\s+of|unexploded|dud|(?:did\s+not|didn['’]t|failed\s+to|could\s+not|never)\s+"
    r"(?:explode|go\s+off|went\s+off|detonate))\b|ناکارہ|پھٹ\s+نہ|نہ\s+پھٹ|نہیں\s+پھٹ",
    re.IGNORECASE,
)


def _is_dud(text: str, ordinal: re.Match[str], scene: Scene) -> bool:
    """Whether the other one did not go off: no attack of its own ("police defused the other")."""
    if ordinal["first"] or ordinal["first_ur"] or any(_is_harm(c) for c in scene.counts[1:]):
        return False
    return _DUD.inside(text, scene.sentence) is not None


def _is_quoted(text: str, at: int) -> bool:
    """Whether a word stands in a quotation that began before it in its paragraph."""
    line = max(text.rfind("\n", 0, at) + 1, at - _QUOTE_REACH)
    if text.rfind("“", line, at) > text.rfind("”", line, at):
        return True
    return text.count('"', line, at) % 2 == 1


_QUOTE_REACH = 1500
_OPENING = 25
_HAPPENED = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s+(?:took\s+place|occurred|happened|was\s+(?:carried|reported|conducted)|broke\s+out|ensued)\b"
    r"|[^۔]{0,90}?\s(?:ہو[ائے]|ہوئی|کی\s+گئی|کیا\s+گیا|پیش\s+آ\S+)"
)


def _with_kind(scene: Scene, lead: Scene, words: tuple[int, int]) -> tuple[Trigger, ...]:
    """Return the triggers of a part: its own, and one of the kind that was counted."""
    named = next((t for t in scene.triggers if words[0] <= t.start and t.end <= words[1]), None)
    own = [t for t in scene.triggers if t is not named and not (t.definite or t.is_noun)]
    kind = named or _kind_of(lead)
    if kind is None or (named is None and any(t.family not in _WEAK for t in own)):
        return scene.triggers if own else ()
    told = replace(kind, start=words[0], end=words[1], definite=False, is_noun=False)
    return tuple(sorted([*own, told], key=lambda trigger: trigger.start))


def _kind_of(lead: Scene) -> Trigger | None:
    """Return the trigger that names what a lead counts."""
    ranked = [t for t in lead.triggers if t.family in _ORDER]
    return min(ranked, key=lambda trigger: _ORDER.index(trigger.family), default=None)


def _is_of_forces(text: str, lead: Scene, scene: Scene) -> bool:
    """Whether a lead tells how many militants forces killed, and a sentence how many of them."""
    killed = [count for count in lead.counts if count.outcome == "killed" and count.best]
    operated = any(trigger.family == "operation" for trigger in lead.triggers) and any(
        actor.kind == "security" for actor in lead.actors
    )
    if any(count.side != "militants" for count in killed) or not (killed or operated):
        return False
    if _BY_FORCES.inside(text, lead.sentence) is None or any(
        a.kind in _OTHERS for a in lead.actors
    ):
        return False
    dead = [count for count in scene.counts if count.outcome == "killed" and count.best]
    attacked = any(t.family in _ATTACKS and not t.is_noun for t in scene.triggers)
    return bool(dead) and not attacked and all(c.side in _FOUGHT for c in dead)


_OTHERS = {"criminal", "militia"}
_ATTACKS = {"explosion", "abduction", "property", "armed"}
_FOUGHT = {"militants", "unknown", "suspects", "security_forces"}


def _by_forces(scene: Scene) -> Scene:
    """Return a part of what forces did: its dead are militants."""
    counts = tuple(
        replace(c, side="militants")
        if c.outcome == "killed" and c.best and c.side == "unknown"
        else c
        for c in scene.counts
    )
    ordinal = scene.part.ordinal if scene.part is not None else 0
    return replace(scene, counts=counts, part=Part(ordinal, by_forces=True))
