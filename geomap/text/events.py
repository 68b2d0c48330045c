"""What happened: event triggers, and the cues around them that say how they are meant.

A trigger is a word or phrase that reports an event (``data/triggers.csv``); a cue says how it is
meant: as sport, as a plan, as an exercise, as an anniversary, on trial, recalled, and so on, or
what was hit (``data/event_cues.csv``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text._street_names import names_street
from geomap.text._urdu_verbs import is_subject, is_told, is_urdu_verb, verb_forms
from geomap.text.lexicon import Folded, Lexicon, Match
from geomap.text.patterns import Pattern

__all__ = ["Cue", "Trigger", "cue_words", "find_cues", "find_triggers", "is_carried"]


@dataclass(slots=True, unsafe_hash=True)
class Trigger:
    """Words that report an event; `event_type` is ``by_target`` where the victim decides it.

    `definite` says that the words refer back ("the attack", "Friday's bombing"); `is_noun` that
    they only name a kind of event, which without a day or a figure reports none; `is_impact` that
    they tell where something landed ("struck", "hit a"), which a shell does as well as a man;
    `is_weapon` that they only name a weapon ("missiles"), which a parade shows as well.
    """

    start: int
    end: int
    family: str
    event_type: str
    sub_event_type: str | None
    definite: bool
    is_noun: bool
    is_impact: bool = False
    is_weapon: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Cue:
    """Words that say how an event is meant, or what was hit; `key` is their folded form."""

    start: int
    end: int
    word: str
    key: str


@dataclass(frozen=True, slots=True)
class _Kind:
    family: str
    event_type: str
    sub_event_type: str | None


@per_lexicons
def _triggers() -> Lexicon[_Kind]:
    pairs = []
    for row in lexicon_rows("triggers.csv"):
        kind = _Kind(row["class"], row["event_type"], row["sub_event_type"] or None)
        for column in ("phrases", "phrases_ur"):
            pairs += [(form, kind) for one in row[column].split("|") for form in verb_forms(one)]
    return Lexicon(pairs)


@per_lexicons
def _cues() -> Lexicon[str]:
    pairs = []
    for row in lexicon_rows("event_cues.csv"):
        for column in ("phrases", "phrases_ur"):
            pairs += [(phrase, row["cue"]) for phrase in row[column].split("|")]
    return Lexicon(pairs)


_VERB = re.compile(
    r"^(?:road|highway|bazaars|markets|businesses|strikes?) (?:was|were|remained)\b"
    r"|^(?!armed |targeted kill|pitched |coordinated |suicide )"
    r"(?:\w+ed|goes|go|explodes|detonates|blows?|abducts?|kidnaps?|burns?|torch|torches|"
    r"exchange fire|exchanges|fought|done to|sent to|eliminate|shoots?|guns|beheads|lynch|"
    r"fires?|attacks? a|march against|hold|stage|demonstrate|block|kept|lay|put|defuses|blew|"
    r"blown|went|set|came|come|shot|took|taken|struck|hit|overran|laid|kills|riddled|open|opening|"
    r"held|sat|make off|makes off|responded by|retaliated by|threw|hurled|picked|whisked|made off|"
    r"was shot|were shot|did not|fatally|"
    r"militants struck|snatching|torching|looting|setting|burning|burnt|"
    r"beat back|beaten back|drove back|driven back|held off|"
    r"bodies (?:were|recovered|found)|body (?:was|found|recovered)|found dead)\b",
)
"""Folded triggers that are verbs: they report an event by themselves and never refer back."""

_BACK = re.compile(
    r"(?:\b(?:the|this|these|those|both|such|said|latest|earlier)\s+(?:(?!an?\s)[\w-]+\s+){0,2}|\bthat\s+"
    r"|(?:day|night|morning|evening|week|month|year)['’]s\s+(?:[\w-]+\s+){0,2}"
    r"|\b(?:اس|ان)\s+)$",
    re.IGNORECASE,
)
"""Begins in the last three words before a noun."""
_IN_TALKS = re.compile(r"\b(?:on|of|for|over|about|unconditional|demand\w*|the|their)\s+$")
"""Before a surrender that is talked of."""
_IMPACT = re.compile(r"(?:hit|struck|rocked|ripped|tore|landed|targeted)\b")
_WEAPONS = {
    "fighter jets", "missile", "missiles", "rocket", "rockets", "artillery", "mortar", "mortars",
    "explosives", "explosive material", "quadcopter", "quadcopters", "artillery shell",
}  # fmt: skip
_NOUN_AFTER = {
    "force",
    "forces",
    "squad",
    "disposal",
    "maker",
    "makers",
    "expert",
    "experts",
    "proof",
    "rate",
    "threats",
    "jackets",
    "آور",
    "آوروں",
}
_CARRIED_OUT = re.compile(
    r"[\w\s-]{0,30}?\b(?:was|were|is|are)\s+(?:also\s+|being\s+)?"
    r"(?:conducted|carried\s+out|launched|undertaken|executed|under\s*way)\b",
    re.IGNORECASE,
)
_WIELDED = Pattern(
    r"\b(?:toss\w*|hurl\w*|lobb\w*|threw|throw\w*|flung|fir(?:ed|ing)|launch\w*|dropp\w*|plant\w*|"
    r"detonat\w*|mount\w*|carr(?:ied|y|ying)\s+out|set\s+off|setting\s+off|conduct\w*|triggered|"
    r"came\s+under|suffered|sustained|hit\s+by|struck\s+by)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"\s+(?:lobbed|hurled|tossed|thrown|flung)\s+(?:at|into|onto|inside|over|from|by)\b"
    r"|(?:\s+[\w'’-]+){0,3}?\s+(?:took\s+place|occurred|happened|erupted|ensued|broke\s+out|followed|"
    r"(?:was|were|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:tossed|hurled|lobbed|thrown|fired|planted|"
    r"carried\s+out|launched|mounted|detonated|triggered|heard|reported))\b",
    re.IGNORECASE,
)
_HEADLINE_URDU = re.compile(r"\s*[،:]")
"""What follows a noun that stands for a sentence, as in a headline: "دھماکہ، دو زخمی"."""
_INTERVENTION = "Protest with intervention"
_ACTIVE = {"explosion", "armed", "clash", "riot", "abduction", "operation", "killing"}
_TURNED_UP = re.compile(
    r"\s+(?:that|which)\s+(?:was\s+|were\s+|had\s+been\s+)?(?:turned\s+up|found|recovered|discovered|"
    r"dumped|washed\s+up|lay)\b|(?:,?\s+[\w'’-]+){1,14}?,?\s+(?:is|are|was|were)\s+(?:found|recovered|discovered|dumped)\b"
)
_ENDED = re.compile(
    r"\b(?:call(?:ed|s)?\s+off|end(?:ed|s)?|lift(?:ed|s)?|w(?:ou|i)nds?\s+up|suspend(?:ed|s)?|postponed)\s+"
    r"(?:the|their)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\s+(?:camp\s+)?(?:(?:with|by|in|at)\s+which\s+|that\s+|which\s+)?"
    r"(?:they|it|he|she|residents|protesters)\s+(?:had|have|has)\s+(?:been\s+)?\w+|\s+(?:begun|started|staged)\b"
)
"""Behind a sit-in told only as it ends: "the sit-in with which they had closed the road"."""
_NEXT_WORD = re.compile(r"[\s-]*([\w']+)")
_NOT_A_SHOT = Pattern(
    r"\b(?:no|not(?!\s+(?:only|just|merely|simply)\b)(?!\s+(?:\w+\s+){0,2}?(?:identified|known|named|clear)\s)|without|never)"
    r"\s+(?:\w+\s+){0,4}$"
    r"|\bfree\s+of\s+$|\blike\s+(?:(?:an?|the)\s+)?$|\bend\s+to\s+(?:\w+\s+)?$|بغیر\s+(?:کسی\s+)?$|(?<!\w)نہ\s+(?:کوئی\s+|کسی\s+)?$",
    re.IGNORECASE,
)


_BE = re.compile(r"\b(?:was|were|be|been|being|is|are|get|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_ROBBED = re.compile(
    r"[^.;]{0,30}?\b(?:gunpoint|by|robbed|looted|dacoits|robbers|armed)\b", re.IGNORECASE
)
_SHOWN = re.compile(
    r"\s+(?:(?:an?|the|his|her|their|two|some)\s+)?(?:[\w-]+\s+)?(?:placards?|banners?|signs?|pictures?|"
    r"photographs?|photos?|portraits?|posters?|hands?|flags?|cop(?:y|ies)|papers?)\b",
    re.IGNORECASE,
)


def _is_held_up(text: str, match: Match[_Kind], before: str) -> bool:
    """Whether trains or cases are only late, or a picture is shown: nobody is robbed."""
    if match.key != "held up":
        return False
    if _SHOWN.match(text, match.end):
        return True
    return _BE.search(before) is not None and _ROBBED.match(text, match.end) is None


_NOBODY_TAKEN = re.compile(
    r"\b(?:steps?|measures?|decisions?|samples?|photos?|photographs?|pictures?|videos?|footage|images?|exams?|tests?|notice|"
    r"actions?|oath|stands?|positions?|bribes?|wounded|injured|ill|patients?)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Before "taken by" where no one is led away: "samples were taken by"."""
_WEAPON = re.compile(
    r"(?:hand[\s-]|rifle\s)?(?:rocket|grenade|mortar|missile|bomb|explosive|launcher|rpg)",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"\b(?:armed|equipped)\s+with\s+(?:[\w-]+,?\s+){0,4}$", re.IGNORECASE)
_CARRIED_REACH = 60


def is_carried(text: str, start: int) -> bool:
    """Whether attackers only have a weapon with them: "bandits armed with rocket launchers"."""
    if _WEAPON.match(text, start) is None:
        return False
    return _CARRIED.search(text[max(0, start - _CARRIED_REACH) : start]) is not None


_NO_BLAST_BEFORE = re.compile(
    r"\b(?:experts?|specialists?|skilled|trained)\s+in\s+(?:(?:making|handling|laying)\s+)?$"
    r"|\b(?:tyres?|tires?)\s+(?:(?:were|was|had|been)\s+)*$|ٹائر(?:وں)?\s+(?:(?!میں|پر|بم)\S+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before what only sounds like a blast: "an expert in bombs", "the tyres burst"."""


_BURNT_IN = re.compile(
    r"burn(?:t|ed)\s+(?:in|by|during)\s+(?:[\w'’-]+\s+){0,4}?(?:bombing|blast|attack|explosion|ambush|raid)\b",
    re.IGNORECASE,
)
"""Somebody who was burnt in a blast: no fire was set."""


_NO_RIOT = re.compile(
    r"\b(?:neither|nor|without|never|nobody|not|no)\s+(?:(?!only\b|one\b)[\w-]+\s+){0,2}$|(?<!\w)نہ\s+(?:تو\s+)?$",
    re.IGNORECASE,
)
_NOT_SO_URDU = re.compile(r"(?!(?:\S+\s+){0,4}?پر\s)(?:\S+\s+){1,3}?نہیں(?!\w)")


def _is_no_act(text: str, start: int, family: str, before: str) -> bool:
    """Whether no bomb went off, no fire was set, no stone thrown: tyres burst, a man was burnt."""
    if family == "riot":
        return _NO_RIOT.search(before) is not None or _NOT_SO_URDU.match(text, start) is not None
    if family == "property":
        return _BURNT_IN.match(text, start) is not None
    carried = family == "explosion" and is_carried(text, start)
    return carried or (family == "explosion" and _NO_BLAST_BEFORE.search(before) is not None)


def find_triggers(folded: Folded) -> list[Trigger]:
    """Find the event triggers of a folded text, in text order.

    Left out are words that only look like one: "bomb disposal squad", "without a shot".
    """
    text = folded.text
    found = []
    for match in _triggers().scan(folded):
        if match.value.family == "figurative":
            continue
        following = _NEXT_WORD.match(text, match.end)
        if following and following.group(1).lower() in _NOUN_AFTER:
            continue
        before = text[max(0, match.start - 40) : match.start]
        kind = match.value
        if _NOT_A_SHOT.search(before) or _is_held_up(text, match, before):
            continue
        if match.key.startswith("taken by") and _NOBODY_TAKEN.search(before):
            continue
        if _is_no_act(text, match.start, kind.family, before):
            continue
        noun, back = _is_noun(match.key), False
        if noun:
            last_three = before.rsplit(None, 3)
            first = len(last_three[0]) if len(last_three) > 3 else 0
            back = _BACK.search(before, first) is not None
            back = back or is_subject(text, match.start, match.end)
            back = back or (match.key == "surrender" and _IN_TALKS.search(before) is not None)
            noun = not _happens(text, match, before, back=back)
            back = back and noun and not (kind.family == "body" and _OF_ONE.match(text, match.end))
        found.append(
            Trigger(
                match.start,
                match.end,
                kind.family,
                kind.event_type,
                kind.sub_event_type,
                noun and back,
                noun,
                _IMPACT.match(match.key) is not None,
                noun and match.key in _WEAPONS,
            ),
        )
    return found


_OF_ONE = re.compile(r"(?<=\bof)\s+(?:an?|another)\s", re.IGNORECASE)
"""The body "of a trader" is nobody's who was told of."""


@cache
def _is_noun(key: str) -> bool:
    """Whether a folded trigger only names a kind of event."""
    return _VERB.search(key) is None and not is_urdu_verb(key)


def _happens(text: str, match: Match[_Kind], before: str, *, back: bool) -> bool:
    """Whether the words around a noun say that it happened: "hurled a grenade"."""
    family = match.value.family
    if family == "operation" and _CARRIED_OUT.match(text, match.end):
        return True
    if family == "body" and _TURNED_UP.match(text, match.end):
        return True
    if family == "protest" and _ENDED.search(before) and _BEGUN.match(text, match.end):
        return True
    broken_up = match.value.sub_event_type == _INTERVENTION
    if back or not (family in _ACTIVE or broken_up):
        return False
    if not match.key.isascii() and _HEADLINE_URDU.match(text, match.end):
        return family in {"explosion", "armed"}
    return bool(
        is_told(text, match.start, match.end)
        or _WIELDED.search(before)
        or _TOOK_PLACE.match(text, match.end)
    )


_NAMING_CUES = {"sport", "commemoration"}
"""Cues whose words also name streets: "Hockey Chowk", "Yadgar Chowk"."""


_SAID_IN_PASSING = {
    "meeting": re.compile(r"\b(?:told|informed)\s+(?:an?|the)\s+(?:press|news)\s+$"),
    "target_civilian": re.compile(r"\b(?:guard|escort|protect|accompany)ing\s+(?:[\w-]+\s+){0,3}$"),
    "target_security": re.compile(
        r"\b(?:(?:limits|jurisdiction|precincts?|remit|beat)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}"
        r"|(?:set|put|setting|putting)\s+up\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2})$"
        r"|(?<!\w)(?:حب|hub)\s+$"
    ),
}
"""Before "conference" where somebody is told what happened elsewhere; before those guarded; before
a police station whose beat is meant, a picket that armed men put up, and the town Hub Chowki.
"""
_MAY_PASS = {*_SAID_IN_PASSING, "accident"}
_PASSING_REACH = 40
_NO_FALL = re.compile(
    r"(?:\s+into)?\s+(?:\w+\s+)?(?:darkness|blackouts?|grief|mourning|chaos|gloom|cris[ie]s|fear|panic|anarchy|sorrow)\b"
)
"""Behind "plunged" where nothing fell: a city without power, a family in mourning."""


def _is_in_passing(text: str, match: Match[str]) -> bool:
    """Whether a cue is not what was hit: "told a press conference", "within the limits of"."""
    if match.value == "accident":
        is_plunge = match.key.startswith("plunged")
        return is_plunge and _NO_FALL.match(text, match.start + len("plunged")) is not None
    before = text[max(0, match.start - _PASSING_REACH) : match.start]
    return _SAID_IN_PASSING[match.value].search(before) is not None


def cue_words() -> frozenset[str]:
    """Return the words that cues may have."""
    return frozenset(_cues().phrases.values())


def find_cues(folded: Folded) -> list[Cue]:
    """Find the cues of a folded text, in text order."""
    return [
        Cue(match.start, match.end, match.value, match.key)
        for match in _cues().scan(folded)
        if not (match.value in _NAMING_CUES and names_street(folded.text, match.end))
        and not (match.value in _MAY_PASS and _is_in_passing(folded.text, match))
    ]
