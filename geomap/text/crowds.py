"""What people who bear no arms do together: they protest, or they riot, whatever the verb.

"Lady health workers assembled at the square over unpaid stipends", "Opponents of the canals set a
house ablaze": no list of verbs is complete, but who does it and what they want tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["Crowd", "crowd_of", "is_of_crowd", "without_errands"]


class Crowd(NamedTuple):
    """A crowd that a sentence speaks of first, and what the sentence tells of it.

    `start` and `end` are those of its words; `act` is what it does, a protest or a riot.
    """

    start: int
    end: int
    act: Trigger


_MEMBERS = (
    r"members\s+of\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){1,2}?"
    r"(?:community|tribe|union|association|clan|family|party|bar|committee)"
)


class _Heads(NamedTuple):
    """Where the words for unarmed people stand: anywhere, and right before what they do."""

    subject: Pattern
    before: re.Pattern[str]


@per_lexicons
def _heads() -> _Heads:
    """Return the expressions for unarmed people (the set ``#unarmed`` of ``wordings.csv``)."""
    rows = lexicon_rows("wordings.csv")
    words = "/".join(row["wordings"] for row in rows if row["class"] == "#unarmed")
    people = "(?:" + "|".join([*map(re.escape, words.split("/")), _MEMBERS]) + ")"
    return _Heads(
        Pattern(rf"\b{people}\b(?!['’])", re.IGNORECASE),
        re.compile(
            rf"(?:^|[,;:]\s+|\b(?:when|as|while)\s+)(?:[\w'’-]+\s+){{0,4}}?{people}(?!\s+and\b)"
            r"(?:\s+[\w'’-]+){0,6}\s+\Z",
            re.IGNORECASE,
        ),
    )


_NO_SUBJECT = re.compile(
    r"\b(?:on|by|at|to|against|for|with|from|into|upon|among|between|that|when|which|who|where|as|and|or|after|of|in|near|"
    r"killed|injured|wounded|attacked|shot|told|hit|targeted|abducted|arrested|detained|kidnapped|"
    r"carrying|taking|ferrying|transporting|including|killing|injuring|wounding|leaving|helping|urging|asking)\s+"
    r"(?:(?!\b(?:hundreds|thousands|dozens|scores|crowds?|group|groups|number)\s+of\b)[\w'’,-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_REACH = 110
"""Characters from the start of a sentence within which its first subject stands."""
_GAP = (
    r"(?:\s(?!(?:was|were|being|fear\w*|said|told|says|threat\w*|warn\w*|vow\w*|plan\w*|will|would|decid\w*|announc\w*|"
    r"agree\w*|may|might|could|want\w*|urged?|asked)\b)[\w'’,%-]+){0,14}?\s"
)
_COFFIN = r"(?:[\w'’-]+\s+){0,3}?(?:coffins?|bod(?:y|ies))"
_GATHERED = re.compile(
    rf"{_GAP}(?P<act>(?P<firm>(?:held|waved|raised|carried|lifted|holding|waving|carrying)\s+(?:up\s+)?placards"
    r"|(?:refused\s+to|declined\s+to|would\s+not|wouldn['’]t|vowed\s+not\s+to)\s+(?:bury|disperse|lift|vacate)\b"
    rf"|(?:sat|squatted|camped|slept)\s+with\s+{_COFFIN}|(?:carried|placed|kept|put|laid|set\s+down)\s+{_COFFIN})"
    r"|(?:assembled|gathered|rallied|converged|turned\s+out|came\s+out|sat|squatted|camped|stood|marched|walked|filed|trekked|"
    r"paraded|picketed|surrounded|besieged|locked|padlocked|closed|shut|blocked|boycotted|stopped\s+work))\b",
    re.IGNORECASE,
)
_OVER = (
    r"\b(?:over|about)\s+(?:[\w'’-]+\s+){0,4}?(?:non-?payment|unpaid|salar(?:y|ies)|wages|dues|stipends?|pensions?|outages?|"
    r"load-?shedding|shortages?|prices?|bills?|tariffs?|tax(?:es)?|transfers?|dismissals?|sackings?|delays?|lack|absence|"
    r"closures?|bans?|killings?|murders?|deaths?|arrests?|disappearances?|abductions?|abuse|harassment|rape|demolitions?|"
    r"evictions?|privati[sz]ation|polic(?:y|ies)|decisions?|verdicts?|rigging|results|insecurity|violence|attacks?|raids?|"
    r"inflation|water|electricity|gas|remarks?|desecration|blasphemy)\b"
    r"|\bagainst\s+(?!(?:the\s+walls?|all|each|measles|polio|dengue)\b)"
)
"""What people are angry at."""
_ASKS = (
    r"demand\w*|protest\w*|calling\s+for|press(?:ed|ing)?\s+for|placards?|refus\w+|"
    r"unpaid|outages|load-?shedding"
)
"""What they do and say who want something, and what they lack."""
_WANTS = re.compile(
    rf"{_OVER}|\b(?:{_ASKS}|in\s+(?:support|solidarity|favour)\s+(?:of|with)|slogans|coffins?)\b",
    re.IGNORECASE,
)
_RIOTED = re.compile(
    rf"{_GAP}(?P<act>(?:hurled|threw|lobbed|rained|flung)\s+(?:[\w-]+\s+){{0,2}}?(?:bricks|stones|rocks|bottles|chairs)"
    r"|(?:forced|fought|pushed)\s+(?:their|its)\s+way\s+into|broke\s+(?:into\s+(?:the|an?)|down\s+(?:the|an?))|barged\s+into|"
    r"ransacked|vandali[sz]ed|torched|burnt\s+down|beat\s+up|manhandled|roughed\s+up|"
    r"(?:wrecked|stormed|smashed|overturned)\s+(?:the|an?|two|three|several|police|vehicles|cars|windows|shops)\b"
    r"(?!\s+(?:[\w-]+\s+)?(?:records?|pitch|field))"
    r"|(?:set|put)\s+(?:[\w'’-]+\s+){1,8}?(?:ablaze|alight|afire|on\s+fire|to\s+the\s+torch)(?!\s+by\s+accident))\b",
    re.IGNORECASE,
)


_IN_NEED = Pattern(
    r"\bburning\s+(?:house|home|building|flat|shop|plaza|factory|coach|bus|van|car|vehicle|train|truck|wagon)s?\b"
    r"|\b(?:rescu\w+|saved?|saving|trapped|stubble|straw|garbage|rubbish|litter|residue|bushes|weeds|shrubs)\b",
    re.IGNORECASE,
)
"""What people break and burn without anger: the door of a house on fire, the stubble of a field."""
_GATHERED_FOR = re.compile(
    r"\b(?:queue[ds]?|queues|queu(?:e)?ing)\b"
    r"|\bto\s+(?:receive|collect|draw|welcome|greet|celebrate|pray|offer|settle|resolve|mediate|carry|rescue|save|help|see|watch|"
    r"buy|hear|attend|bury|escape|fetch|cast|vote|donate)\b"
    r"|\b(?:coffins?|bod(?:y|ies))\b[^.;]{0,60}?\b(?:to|at|in)\s+(?:the|their|his|her|an?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:graveyards?|cemeter(?:y|ies)|ambulances?|hospitals?|morgues?|mortuary|villages?|homes?|houses?|graves?|funeral)\b"
    r"|\bbehind\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:[\w'’-]+\s+){0,3}?(?:coffins?|bod(?:y|ies)|biers?)\b"
    r"|\b(?:valves?|taps?|sluices?)\b",
    re.IGNORECASE,
)
"""What people gather for without a grievance: a queue, a welcome, a prayer, a burial."""


def crowd_of(text: str, sentence: Sentence, actors: Sequence[ActorSpan]) -> Crowd | None:
    """Find the unarmed crowd that a sentence is about and what it does.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    actors
        Its actors; where those who bear arms stand before the act, it is theirs.

    Returns
    -------
    Crowd or None
        None where the sentence speaks of no crowd first, or tells nothing that a crowd does.
    """
    people = _heads().subject.inside(text, sentence)
    if people is None or people.start() > sentence.start + _REACH:
        return None
    if _is_no_subject(text, sentence.start, people.start()):
        return None
    act = _act(text, people, sentence)
    if act is None or any(a.kind in ARMED_KINDS and a.start < act.start for a in actors):
        return None
    return Crowd(*people.span(), act)


def _is_no_subject(text: str, start: int, people: int) -> bool:
    """Whether a word among the four before a crowd says that others act: "fired at a crowd"."""
    last_four = text[start:people].rsplit(None, _WORDS_BEFORE)
    first = start + len(last_four[0]) if len(last_four) > _WORDS_BEFORE else start
    return _NO_SUBJECT.search(text, first, people) is not None


_WORDS_BEFORE = 4
_HEAD_REACH = 80


def is_of_crowd(
    text: str, sentence: Sentence, actors: Sequence[ActorSpan], trigger: Trigger
) -> bool:
    """Whether unarmed people are those who act: "after gunmen killed him, residents blocked it"."""
    if _heads().subject.match(text, trigger.start, trigger.end):
        return not any(
            a.kind in ARMED_KINDS and trigger.start <= a.start < trigger.end for a in actors
        )
    start = max(sentence.start, trigger.start - _HEAD_REACH)
    head = _heads().before.search(text[start : trigger.start])
    return head is not None and not any(
        a.kind in ARMED_KINDS and start + head.start() < a.start < trigger.start for a in actors
    )


_ERRAND = Pattern(
    r"\b(?:carrying|bearing|bringing|shouldering|bore|carried|brought|escorting|accompanying)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:sick|ailing|injured|wounded|pregnant|patients?|woman\s+in\s+labou?r|stretchers?|cots?|charpoys?|belongings|luggage|"
    r"provisions|firewood|sheet|chadar|trophy)\b"
    r"|\bto\s+(?:welcome|greet|celebrate|receive|pray|carry|rescue|save|free|evacuate|see\s+off|bid\s+farewell)\b"
    r"|\b(?:welcom(?:ed|ing)|celebrat(?:ed|ing)|in\s+celebration)\b|\bpulled\s+out\b"
    r"|\b(?:pilgrims|devotees|scouts|cadets|contingents?|troops|soldiers|recruits|bands?)\s+(?:[\w'’-]+\s+){0,4}?(?:marched|walked|paraded)\b"
    r"|\b(?:marched|march)\s+past\b|\b(?:bridegroom|wedding|baraat)\b"
    r"|\bin\s+(?:support|favour|honou?r)\s+of\s+(?:their|his|her|the)\s+(?:[\w'’-]+\s+){0,2}?(?:candidates?|nominees?|teams?|players?|winners?|guests?|bridegroom)\b",
    re.IGNORECASE,
)
"""Why people go together who want nothing of anybody: a sick man, a guest, a feast, a parade."""
_GRIEVED = re.compile(
    rf"{_OVER}|\b(?:{_ASKS}|effig(?:y|ies)|"
    r"angry|angrily|enraged|furious|irate|incensed|anti-\w+|solidarity|torched|pelted|ransack\w*)\b"
    r"|\bfor\s+(?:the\s+)?(?:release|recovery|arrest|restoration|provision|payment|rights)\b",
    re.IGNORECASE,
)
_WALKS = re.compile(
    r"\b(?:march|walk|parade|filed?|trek|rall|procession|gather|assembl|slogan|chant)",
    re.IGNORECASE,
)
_SAVING = re.compile(
    r"\b(?:to\s+(?:rescue|save|free|evacuate|get|pull|help|reach)|pulled\s+out|trapped)\b",
    re.IGNORECASE,
)
_FORCED_OPEN = re.compile(
    r"(?:broke|smashed|shattered|breaking|smashing)\b.*(?:window|door|glass|pane)|burning\Z",
    re.IGNORECASE | re.DOTALL,
)


def without_errands(
    text: str, sentence: Sentence, triggers: Sequence[Trigger]
) -> tuple[Trigger, ...]:
    """Leave out the march of people who carry a sick woman, greet a team or save passengers."""
    if not any(one.family in {"protest", "riot"} for one in triggers):
        return tuple(triggers)
    if _ERRAND.inside(text, sentence) is None or _GRIEVED.search(
        text, sentence.start, sentence.end
    ):
        return tuple(triggers)
    saving = _SAVING.search(text, sentence.start, sentence.end) is not None
    return tuple(one for one in triggers if not _is_errand(text, one, saving=saving))


def _is_errand(text: str, trigger: Trigger, *, saving: bool) -> bool:
    """Whether a march is an errand, or windows are broken to get people out (`saving`)."""
    if trigger.family == "riot":
        return saving and _FORCED_OPEN.match(text, trigger.start, trigger.end) is not None
    return (
        trigger.family == "protest" and _WALKS.search(text, trigger.start, trigger.end) is not None
    )


def _act(text: str, people: re.Match[str], sentence: Sentence) -> Trigger | None:
    """Return what a crowd does: a riot, or a gathering for which a grievance is told."""
    riot = _RIOTED.match(text, people.end(), sentence.end)
    act = riot or _GATHERED.match(text, people.end(), sentence.end)
    if act is None:
        return None
    wants = _WANTS.search(text, people.start(), sentence.end)
    if wants is None and _IN_NEED.inside(text, sentence):
        return None
    if riot is not None:
        return _trigger(riot, ("riot", "Riots", "Violent demonstration"))
    if _GATHERED_FOR.search(text, act.start("act"), sentence.end):
        return None
    if not act["firm"] and wants is None:
        return None
    return _trigger(act, ("protest", "Protests", "Peaceful protest"))


def _trigger(found: re.Match[str], kind: tuple[str, str, str]) -> Trigger:
    """Return what a crowd does as a trigger."""
    return Trigger(*found.span("act"), *kind, definite=False, is_noun=False)
