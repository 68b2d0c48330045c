"""Which of the events told before a sentence speaks of: by its place, or as what came before."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from geomap.text._date_ranks import names_event
from geomap.text.accusers import forces_named
from geomap.text.claims import claims_what_was_told, is_of_another
from geomap.text.deeds import deeds_of
from geomap.text.drafts import GROUPS, Draft, Site, group_named
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, dated_names
from geomap.text.things_hit import told_by_thing

__all__ = [
    "event_at",
    "event_claimed",
    "event_referred",
    "events_claimed",
    "fight_beside",
    "group_of",
    "latest_attack",
    "only_claims",
    "only_compares",
]


def event_at(here: Sequence[Site], drafts: Sequence[Draft], current: Draft | None) -> Draft | None:
    """Return the earlier event whose place a sentence names, where the current one is elsewhere."""
    names = {site.place.name for site in here if site.place is not None}
    if not names or current is None or _is_at(current, names):
        return None
    return next((d for d in reversed(drafts) if not d.statistic and _is_at(d, names)), None)


def fight_beside(scene: Scene, drafts: Sequence[Draft], current: Draft | None) -> Draft | None:
    """Return the fight that a sentence goes on with after arrests told in one breath with it.

    "... killed four in a raid in Quetta and arrested two in Pishin. As the party surrounded the
    compound, the men inside opened fire."
    """
    if current is None or current.group != "quiet" or len(drafts) < _PAIR:
        return None
    if not any(t.family in {"arrest", "capture"} for t in current.triggers):
        return None
    fight = drafts[-_PAIR]
    one, other = fight.scenes[0].sentence, current.scenes[0].sentence
    if current is not drafts[-1] or fight.statistic or group_of(scene) != "violent":
        return None
    beside = other.number - one.number == 1 and one.paragraph == other.paragraph
    return fight if beside and fight.group == "violent" else None


_PAIR = 2


def group_of(scene: Scene) -> str:
    """Return what kind of event a sentence tells of: violent, unrest or quiet."""
    fresh = {GROUPS[trigger.family] for trigger in scene.triggers if not trigger.definite}
    return group_named(fresh or {GROUPS[family] for family in scene.families})


def _is_at(draft: Draft, names: AbstractSet[str]) -> bool:
    return any(place.name in names for place in draft.places)


def event_referred(text: str, scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """Find the earlier draft whose place a sentence names when it refers back to it."""
    if not any(trigger.definite for trigger in scene.triggers):
        return None
    words = text[scene.sentence.start : scene.sentence.end]
    for draft in reversed(drafts):
        if draft.statistic:
            continue
        for site in draft.sites:
            if _is_named(site.resolution.mention.toponym, words):
                return draft
    return None


def _is_named(toponym: str, words: str) -> bool:
    """Whether a place is named in words: not Pakistan in "Pakistani"."""
    at = words.find(toponym)
    end = at + len(toponym)
    return at >= 0 and not words[end : end + 1].isalpha()


def latest_attack(drafts: Sequence[Draft], current: Draft | None) -> Draft | None:
    """Return the event that a claim is of: the last attack, where a protest was told after it.

    So it is where the search or the arrests that followed an attack were told after it.
    """
    if current is None or not (current.group == "unrest" or _is_search(current)):
        return current
    attacks = (one for one in reversed(drafts) if one.group == "violent" and not _is_search(one))
    return next((one for one in attacks if not one.statistic), current)


_SEARCHES = {"operation", "arrest", "capture", "disrupted"}


def _is_search(draft: Draft) -> bool:
    """Whether forces searched or arrested, and nobody is told to have died."""
    families = draft.scenes[0].families
    killed = any(c.outcome == "killed" and c.best for scene in draft.scenes for c in scene.counts)
    return bool(families) and families <= _SEARCHES and not killed


def events_claimed(
    text: str, scene: Scene, told: Sequence[Draft], current: Draft | None
) -> tuple[Sequence[Draft], bool]:
    """Return the earlier events that a claim names, and whether it names the current one.

    It names them by their places, else by whom or what was hit: "the BLA claimed the Panjgur and
    Wadh attacks", "the TTP claimed the killing of Malik Inayat", whom the sentences of one event
    name and those of no other.
    """
    words, at = "", scene.sentence.start
    for actor in scene.actors:
        if actor.kind != "unidentified":  # a group is named after a province
            words += text[at : actor.start] + " "
            at = max(at, actor.end)
    words += text[at : scene.sentence.end]
    own = current.names if current else ()
    first = current.scenes[0].sentence if current else scene.sentence
    here = {name for name in own if name in words and name in text[first.start : first.end]}
    named = [
        draft
        for draft in told
        if draft is not current and any(n in words for n in draft.names if n not in here)
    ]
    victim = _told_by_name(text, words if not named else _AND.split(words)[-1], told)
    if victim is not None and victim is not current and victim not in named:
        named.append(victim)
    if not (named or here or victim):
        found = _told_by_order(scene, words, told) or tuple(deeds_of(words, told))
        found = found or told_by_thing(text, words, told)
        return [one for one in found if one is not current], current in found
    if victim is not None:
        parts = (part for part in _AND.split(words) if not _WHOM.search(part))
        beside = [one for part in parts for one in deeds_of(part, told)]
        named += [one for one in beside if one is not current and one not in named]
    return named, bool(here) or (victim is not None and victim is current)


_AND = re.compile(r"\band\b")
_ORDER = re.compile(
    r"\bfor\s+(?:only\s+)?the\s+(?P<for>first|second|third|former|latter|last)\b(?!\s+time)"
    r"|\b(?:claim\w*|accept\w*|own\w*|admit\w*|behind|attributed|blamed|took|taken)\s+(?:[\w-]+\s+){0,3}?(?:only\s+)?the\s+"
    r"(?P<claimed>first|second|third|former|latter|last)\b(?!\s+(?:time|week|month|year|few|two|three|\d))"
    r"|\bthe\s+(?P<named>first|second|third|former|latter|last)\s+(?:one\s+)?(?:of\s+(?:them|these|the\s+two)\s+)?"
    r"(?:(?:attack|blast|bombing|killing|ambush|raid|assault|incident|explosion|shooting)\s+)?(?:was|has\s+been)\s+(?:later\s+)?(?:claimed|owned)\b"
    r"|(?<!\w)(?P<urdu>پہلے|دوسرے|تیسرے|اول\s+الذکر|مؤخر\s+الذکر|موخر\s+الذکر|آخری)\s+(?:(?:حملے|دھماکے|واقعے|واقعہ|کارروائی|قتل|فائرنگ)\s+)?"
    r"(?:کی\s+(?:ذمہ|(?:\S+\s+){0,5}?نے\s+(?:قبول|لی))|کا\s+(?:ذمہ|دعو)|(?:میں|کے\s+پیچھے)\s)",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 0, "former": 0, "second": 1, "third": 2, "latter": -1, "last": -1, "پہلے": 0, "اول": 0,
    "دوسرے": 1, "تیسرے": 2, "مؤخر": -1, "موخر": -1, "آخری": -1,
}  # fmt: skip


def _told_by_order(scene: Scene, words: str, told: Sequence[Draft]) -> Sequence[Draft]:
    """Return the event that a claim counts off: the first of those that its paragraph tells."""
    found = _ORDER.search(words)
    if found is None:
        return ()
    place = scene.sentence.paragraph
    beside = [one for one in told if one.scenes[0].sentence.paragraph == place] or list(told)
    word = next(filter(None, found.groups())).split()[0].lower()
    at = _ORDINALS[word] % max(len(beside), 1)
    return beside[at : at + 1] if _ORDINALS[word] < len(beside) else ()


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!['’]s)")
_WHOM = re.compile(
    r"\b(?:(?:of|on|at|against|targeting)\s+(?:the|an?)|(?:blown\s+up|blew\s+up|attacked|ambushed|derailed|bombed|"
    r"struck|targeted|killed|hit|burnt|torched|destroyed|freed|released|abducted|shot|captured)\s+the)\s+([a-z]{4,})\b"
)
_NO_NAMES = frozenset({*calendar.day_name, *calendar.month_name, "Pakistan", "Balochistan"})


def _told_by_name(text: str, words: str, told: Sequence[Draft]) -> Draft | None:
    """Return the one event of which alone a name, or whom a claim says was hit, was told."""
    for name in (*_NAME.findall(words), *_WHOM.findall(words)):
        holders = [draft for draft in told if name not in _NO_NAMES and _holds(text, draft, name)]
        if len(holders) == 1:
            return holders[0]
    return None


def _holds(text: str, draft: Draft, word: str) -> bool:
    """Whether an event's sentences hold a name, or those that tell what happened a thing."""
    told = [s for s in draft.scenes if s.triggers or not word.islower()]
    return any(word in text[s.sentence.start : s.sentence.end] for s in told)


_TAKEN = frozenset({"abduction", "arrest", "capture"})
_DEAD = frozenset({"body", "killing"})


def _tells_who_took(text: str, scene: Scene, event: Draft) -> bool:
    """Whether people say by whom the dead had been taken, some time before they were found."""
    if not (scene.dates and scene.families <= _TAKEN and event.scenes[0].families <= _DEAD):
        return False
    return forces_named(text, scene) is not None


def only_claims(text: str, scene: Scene, drafts: Sequence[Draft], current: Draft | None) -> bool:
    """Whether a group says, on a day of its own, that it did what was told before."""
    event = latest_attack(drafts, current)
    if event is None or event.group != "violent":
        return False
    if _tells_who_took(text, scene, event):
        return True
    known = all(trigger.definite or _is_of_figure(text, trigger) for trigger in scene.triggers)
    known = known or _opens_with_claim(text, scene)
    if not known or not _is_of_day(text, scene, event):
        return False
    return claims_what_was_told(text, scene)


def only_compares(text: str, scene: Scene) -> bool:
    """Whether a claim says how grave an attack was: "the worst in the country since March"."""
    return not any(count.best for count in scene.counts) and claims_what_was_told(text, scene)


_SPOKE = Pattern(
    r"\b(?:said|says|claim\w*|statement|spokes\w+|message|accepted|own(?:ed|s)|admitted|took\s+responsibility)\b|دعوی|ترجمان|بیان|ذمہ\s?داری",
    re.IGNORECASE,
)


_ANY_DEED = re.compile(
    r"\W*(?:attack|assault|strike|operation|action|raid|incident)|حمل|کارروائ|واقع", re.IGNORECASE
)
"""What every event may be called: "the attack"."""


def event_claimed(
    text: str, scene: Scene, here: Sequence[Site], drafts: Sequence[Draft], current: Draft | None
) -> Draft | None:
    """Return the earlier event that a group says it did, where the one told last is another.

    "Militants stormed a post ... Troops were fired at on the way ... The BLA said that its men had
    taken the post": by the day of its name, the thing that
    was hit, or the kind of attack that it names.

    Parameters
    ----------
    text
        The article.
    scene
        A sentence without a place, in which a group speaks.
    here
        The places that it names.
    drafts
        All events so far.
    current
        The event told last.
    """
    told = [one for one in drafts if one.group == "violent" and not one.statistic]
    if here or len(told) < _PAIR or current is not told[-1] or not scene.names_group:
        return None
    if is_of_another(text, scene) or _SPOKE.inside(text, scene.sentence) is None:
        return None
    if dated := _of_named_day(text, scene, told):
        return dated
    words = text[scene.sentence.start : scene.sentence.end]
    by_thing = told_by_thing(text, words, told)
    if by_thing:
        return by_thing[0]
    nouns = [t for t in scene.triggers if t.definite and t.is_noun]
    named = {t.family for t in nouns if not _ANY_DEED.match(text, t.start)} - {"killing"}
    if not named or named & current.scenes[0].families:
        return None
    fits = [one for one in told if named & one.scenes[0].families]
    return fits[0] if len(fits) == 1 else None


def _of_named_day(text: str, scene: Scene, told: Sequence[Draft]) -> Draft | None:
    """Return the one event of the day in "the May 15 attack"."""
    named = {span.first for _, span in dated_names(text, [scene]) if span.precision == "day"}
    fits = [one for one in told if named & {span.first for span in one.days}]
    return fits[0] if len(fits) == 1 else None


_CLAIMED_URDU = re.compile(
    r"\s*(?:(?:دوسری\s+(?:جانب|طرف)|ادھر|دریں\s+اثنا|بعد\s+ازاں|تاہم)،?\s+(?:(?!میں\b)[^\s۔،]+\s+){2,12}?"
    r"(?:(?:بیان|پیغام|ویڈیو|اعلامیے|ای\s?میل)\s+میں\s+)?)?"
    r"(?:(?:اس|ان|مذکورہ)\s+)?(?:حملے|حملوں|دھماکے|دھماکوں|واقعے|کارروائی|فائرنگ)\s+کی\s+ذمہ\s?داری\s"
)


def _opens_with_claim(text: str, scene: Scene) -> bool:
    """Whether a sentence in Urdu opens with the attack that a group claims, told before."""
    return _CLAIMED_URDU.match(text, scene.sentence.start, scene.sentence.end) is not None


_PUT = re.compile(r"\bput(?:s|ting)?\s+(?:[\w-]+\s+){1,4}$", re.IGNORECASE)
_AT = re.compile(r"\s+at\b", re.IGNORECASE)


def _is_of_figure(text: str, trigger: Trigger) -> bool:
    """Whether a word only says of whom a figure is: "put the guards killed at six"."""
    before = _PUT.search(text, max(0, trigger.start - 50), trigger.start)
    return before is not None and _AT.match(text, trigger.end) is not None


def _is_of_day(text: str, scene: Scene, event: Draft) -> bool:
    """Whether the day by which a sentence names an attack ("Monday's attack") is an event's."""
    named = {
        span.first
        for span in scene.dates
        if any(names_event(text, span.end, trigger.start) for trigger in scene.triggers)
    }
    days = {first for first, _ in event.stretches}
    return not named or not days or bool(named & days)
