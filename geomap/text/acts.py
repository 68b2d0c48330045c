"""What reports an event where no trigger stands: harm, or armed people who did something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.counts import Count
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.moods import is_dated
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["armed_act", "harm_of"]

_NO_REPORT = frozenset({"accident", "weak"})


def harm_of(counts: Sequence[Count]) -> tuple[Trigger, ...]:
    """Take deaths and abductions as what is reported where no other word says what happened."""
    families = {"killed": "killing", "abducted": "abduction"}
    for count in counts:
        plain = not (count.aggregate or count.increment or count.update or count.part)
        if count.outcome == "abducted" and count.side == "suspects":
            continue  # they were arrested
        if plain and count.best and count.outcome in families and not _NO_REPORT & set(count.rules):
            family = families[count.outcome]
            kind = "by_target" if family == "killing" else "Violence against civilians"
            sub = None if family == "killing" else "Abduction/forced disappearance"
            words = count.number_start, max(count.number_end, count.number_start + 1)
            return (Trigger(*words, family, kind, sub, definite=False, is_noun=False),)
    return ()


_NO_ACT = re.compile(
    r"\b(?:said|says|told|issu\w*|releas\w*|put(?:s|ting)?\s+out|statement|post(?:ed|s)|publish\w*|announc\w*|shared|upload\w*|denied|condemn\w*|warn\w*|threat\w*|vow\w*|arrest\w*|detain\w*|"
    r"surrender\w*|accus\w*|blam\w*|suspect\w*|claim\w*|responsib\w*|planned|plan\w*|will|would|(?-i:may)|might|"
    r"could|no|against|search\w*|hunt\w*|pursu\w*|chas\w*|escap\w*|fled|flee|killed|identif\w*|court|"
    r"trial|jail|prison|pictures|footage|videos?|photographs?|photos|images|released|freed|funeral|buried|burial|attend\w*|mourn\w*|talks|negotiat\w*|offer\w*|silent|active|based|led)\b"
    r"|ذمہ\s+داری|بیان|ترجمان|کہا|بتایا|دعوی|الزام|گرفتار|تردید|مذمت|دھمکی|افسوس",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r",\s+(?:[\w'’-]+\s+){0,3}?(?:police|officials?|levies|sources|residents?|witnesses|eyewitnesses|relatives|"
    r"administration|spokes\w+|officers?|commissioner|minister|elders?|villagers)\b[^,;]{0,40}?\b(?:said|told|confirmed)\b",
    re.IGNORECASE,
)
"""Who says so, at the end of a sentence."""
_BURNING = re.compile(r"\b(?:petrol|ash|ashes|ablaze|alight|flames|fire)\b", re.IGNORECASE)
_ROBBING = Pattern(
    r"\b(?:left|made\s+off|makes?\s+off|went\s+away|walked\s+off|drove\s+off)\s+with\b"
    r"|\b(?:took|taken|seized|carried\s+(?:off|away)|relieved)\b[^.;]{0,40}?"
    r"\b(?:rifles?|weapons?|kalashnikovs?|wireless|guns|ammunition|vehicles?|cash)\b",
    re.IGNORECASE,
)
_TAKING = Pattern(
    r"\b(?:remov\w+|seiz\w+|kept|took|taken|led|carried|dragged|pulled|bundled|drove|marched)\b"
    r"[^.;]{0,60}?\b(?:brothers?|men|man|boys?|workers?|labourers?|passengers?|drivers?|persons?|"
    r"people|sons?|students?|teachers?|engineers?|officials?|employees|pilgrims|traders?|shopkeepers?|doctors?|fathers?|owners?|contractors?|farmers?|landlords?|elders?|lawyers?|judges?|"
    r"guards?|policemen|personnel|them|him|beds?)\b(?!['’]s)",
    re.IGNORECASE,
)


_MISSING = Pattern(
    r"(?<!car )(?<!bus )(?<!van )(?<!truck )(?<!vehicle )(?<!boat )"
    r"\b(?:missing|disappeared|vanished)\b[^.;]{0,30}?\b(?:after|since|when)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\bto\s+[a-z]+\s+(?:with\s+)?(?:(?:the|their|those|these)\s+)?\Z")
"""Before those whom others set out to find, meet or persuade: an infinitive has them as object."""
_WHOM = re.compile(r"\bwhom\s+(?:(?:the|some|two|three|four|unknown|armed)\s+)?\Z")
_TOOK = re.compile(
    r"\s+(?:had\s+|have\s+)?(?:removed|taken|took|seized|snatched|led\s+away|carried\s+off|dragged)\b"
)


_WHO_FLED = re.compile(
    r",?\s+who\s+(?:(?:then|later|had|have|easily|all)\s+)?(?:fled|flee|escaped|escape|got\s+away|sped|made\s+(?:good\s+)?their\s+escape)\b",
    re.IGNORECASE,
)
"""Behind those who acted: what they did then."""
_OWNED = re.compile(
    r"[^.;,]{0,60}?\s(?:took|takes|taking|claimed|claims)\s+(?:the\s+|full\s+)?(?:credit|ownership)\b",
    re.IGNORECASE,
)
"""Behind a group that only says it was its deed: "took credit on its channel on Saturday"."""


def armed_act(
    text: str, sentence: Sentence, actors: Sequence[ActorSpan], dates: Sequence[DateSpan]
) -> tuple[Trigger, ...]:
    """Take armed people who did something on a day of its own as an event, whatever the verb.

    "Around thirty armed men held the highway on Thursday night": no list of verbs is complete. Not
    where they speak, are hunted, tried or feared.
    """
    actor = next((a for a in actors if a.kind in ARMED_KINDS), None)
    if actor is None or not any(is_dated(span) for span in dates):
        return ()
    if any(span.precision in {"month", "year"} for span in dates):
        return ()
    ends = _CREDIT.search(text, actor.end, sentence.end) or _WHO_FLED.match(text, actor.end)
    if _NO_ACT.search(text, sentence.start, ends.start() if ends else sentence.end):
        return ()
    owned = _OWNED.match(text, actor.end) is not None
    if owned or _OBJECT.search(text, sentence.start, actor.start):
        return ()
    family, kind, sub = "armed", "by_target", None
    whom = _WHOM.search(text, sentence.start, actor.start) and _TOOK.match(text, actor.end)
    whom = whom or _MISSING.inside(text, sentence)
    if whom or _TAKING.search(text, actor.end, sentence.end):
        family, kind = "abduction", "Violence against civilians"
        sub = "Abduction/forced disappearance"
    elif _BURNING.search(text, actor.end, sentence.end) or _ROBBING.search(
        text, sentence.start, sentence.end
    ):
        family, kind, sub = "property", "Strategic developments", "Looting/property destruction"
    return (Trigger(actor.start, actor.end, family, kind, sub, definite=False, is_noun=False),)
