"""Places that an English sentence names without meaning that the event was there.

Homes and origins, where somebody was going, where somebody spoke, what a place borders on, what is
planned there, older events of the same kind, and places as a cause ("the liberation of ...").
"""

from __future__ import annotations

import re

from geomap.text._role_entered import is_entered
from geomap.text._role_governor import LOCATIVE, TOWARDS, Governor
from geomap.text._role_homes import is_home, is_home_town, is_person, tells_own_day
from geomap.text._role_taken import is_own_effect
from geomap.text.patterns import Pattern

__all__ = ["elsewhere", "is_motive", "is_where_spoken"]

_PEOPLE_OF = frozenset({
    "residents", "resident", "natives", "native", "inhabitants", "inhabitant", "citizens",
    "citizen", "people", "public", "elders", "elder", "traders", "students", "student", "sons",
    "son", "daughters", "labourers", "workers", "youth", "youths", "men", "women", "families",
    "family", "tribesmen", "tribes", "villagers", "soil", "liberation", "rights", "independence",
    "security", "resources", "situation", "settlement", "looting", "development", "prosperity",
    "future", "name", "map", "history", "ambassador", "government", "rest", "side", "language",
    "politics", "hub", "out", "because", "favour", "north-east", "border", "boundary", "frontier",
    "borders", "neighbours", "control", "exploitation", "plunder", "freedom", "occupation",
    "defence", "integrity", "sovereignty", "stability", "peace", "enemies", "enemy", "cause",
    "fishermen", "farmers", "domicile", "hospitality", "poor", "leader", "leaders", "chief",
    "member", "members", "pride", "star", "direction", "guards", "troops", "soldiers",
})  # fmt: skip
_CAUSES = Pattern(
    r"\b(?:demand(?:ed|ing|s)?|call(?:ed|ing|s)?\s+for|sought|seeking|assur\w+|ensur\w+|linked|linking|connected|tied)\b"
    r"[^.;]{0,70}?\b(?:safety|protection|security|peace|justice|release|recovery|rights|war|conflict|crisis|killings|fighting)"
    r"(?:\s+(?:of|for|to)\s+(?:[\w-]+\s*){1,3})?$",
    re.IGNORECASE,
)
"""What is asked for, or what others are blamed for: "demanding protection for miners in"."""
_WILL_ACT = Pattern(
    r"\b(?:would|will)\s+(?:also\s+|not\s+)?(?:be\s+)?(?:carried|continued?|launched|intensified|expanded|stepped\s+up|"
    r"extended|repeated)\b[^.;]{0,60}$",
)
_SPEAKERS = (
    r"officials?|officers?|police(?:\s+(?:officers?|officials?|sources))?|residents?|elders?|"
    r"spokes\w+|doctors?|administration|activists?|lawyers?|traders?|leaders?|sources?|"
    r"shopkeepers?|witnesses|eyewitnesses|villagers|owners?|tribesmen|authorities|diplomats?|"
    r"analysts?|correspondents?|journalists?|workers|union|relatives?|manager|inhabitants|locals|"
    r"commander|minister|department|person|people|man|woman|head|director|secretary|drivers?|"
    r"families|fishermen|farmers|students|commissioner|superintendent|militants?|medics?|ministry|embassy|mission|army|military|"
    r"surgeon|administrator|customs|employees?|supporters?|members?|parents|organi[sz]ers|volunteers"
)
_ACTED = (
    r"had|have|has|was|were|killed|murdered|shot|attacked|abducted|kidnapped|injured|wounded|fired|martyred|gunned|"
    r"ambushed|targeted|hit|struck|killing|injuring|wounding|opened|arrested|stormed|freed|beheaded"
)
"""Words of an event: who comes behind them is no speaker ("said gunmen killed two drivers in")."""
_SAID_AFTER = re.compile(
    r"(?:['’]s\s+(?:[a-z][\w-]*\s+){0,2}[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})?(?:\s+(?:area|town|city|district|province))?(?:,?\s+(?:also\s+|later\s+|further\s+)?"
    r"(?:said|told|says?|confirm(?:s|ed)|adds|added|den(?:y|ies|ied)|reports|reported|puts?|claims|claimed|insists|insisted|announces|tells|believe|blamed|accused|suspect(?:ed)?|"
    r"complained|fear|feared|alleged|described|recalled|warned|demanded|announced|spoke)\b"
    r"|\s*,\s+(?:who|which|speaking|talking)\b[^.]{0,70}?\b(?:said|told|confirmed|says|acknowledged|added)\b"
    r"|\s+who\b[^.]{0,70}?\b(?:said|told|confirmed|says|touch)\b"
    r"|\s+(?:have|has|had)\s+(?:long\s+|already\s+|often\s+)?(?:called|said|told|complained|denied|announced|demanded|rejected|planned|urged|vowed)\b)",
)
_SAID_BEFORE = Pattern(
    r"\b(?:said|says|told|added|confirmed|according\s+to|quoted|announced|declared|stated|issued|"
    r"released|statement|based)\b"
    rf"(?:\s+(?:(?!(?:{_ACTED})\s)[\w'’-]+\s+){{0,4}}(?:{_SPEAKERS}))?$",
    re.IGNORECASE,
)
_REPORTERS = Pattern(
    r"\b(?:statement|message|letter|communique|email|e-mail|call|phone|telephone|sent|emailed|issued|released|owned|"
    r"claimed)\b[^.;]{0,50}\b(?:reporters|journalists|media|newsmen|press|outlets|newspapers?|agencies|offices|"
    r"received|circulated)$",
    re.IGNORECASE,
)

_SPREAD = Pattern(
    r"\b(?:spread|extended|moved|marched|barged|stormed|broke|forced\s+their\s+way|infiltrated|"
    r"rally|procession|entered|walked|rode|swept|fired|lobbed|hurled|pushed|infiltrate|cross|sneak|intrude)(?:\s+\w+){0,3}$",
    re.IGNORECASE,
)
_PLANNED = Pattern(
    r"\b(?:announced?|announces|called\s+for|calls?\s+for|called|planned|plans?|planning|warn(?:ed|s)?"
    r"|threatened|vow(?:ed|s)|proposed|given?\s+a\s+call\s+for|gave\s+a\s+call\s+for)\s+"
    r"(?:of\s+|to\s+\w+\s+)?(?:(?:a|an|the|similar|another|fresh|new|full|complete|province-wide|"
    r"country-wide|countrywide|wheel-jam|shutter-down|long|protest|mass|three-day|two-day|"
    r"one-day|indefinite|peaceful|and)\s+){0,4}"
    r"(?:sit-ins?|strikes?|rall(?:y|ies)|protests?|march(?:es)?|demonstrations?|shutdowns?|hartal|"
    r"dharnas?|operations?|attacks?|blockades?|camps?|meetings?|gathering)"
    r"(?:\s+(?:on|at|against|targeting)\s+(?!the\s+night)(?:[\w'’-]+\s+){0,5}?[\w'’-]+(?<!\bin)(?<!\bday))?"
    r"(?:\s+(?:at|in)\s+[A-Z][\w-]+(?:\s+for\s+\w+)?\s+and(?:\s+\w+){0,3})?$",
    re.IGNORECASE,
)
_PLANNED_AFTER = re.compile(
    r"\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+)?(?:planned|expected|likely|due|"
    r"scheduled|being\s+planned)|will\s+(?:be|start|begin|take|get|remain|stay)|would\s+(?:be|get|"
    r"start|begin|have)|may\s+be|to\s+be\s+held)\b",
)
_DENIED = Pattern(
    r"\b(?:dismissed|denied|rejected|rubbished|refuted|contradicted)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:reports?|rumou?rs|news|that\s+there|the\s+impression)\b[^.;]{0,80}$"
    r"|\bno\s+truth\b[^.;]{0,80}$|\bfalse\s+(?:reports?|alarm)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OLD_AFTER = re.compile(
    r"\s+(?:last\s+year|in\s+(?:\w+\s+)?(?:19|20)\d\d|(?:some\s+)?(?:two|three|four|five|six|ten|\d+|several)\s+"
    r"years\s+(?:ago|back|earlier))\b(?!\s*(?:,|and|\.|$))"
)
_ORDINAL = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|latest|"
    r"\d+(?:nd|rd|th))"
)
_SERVICES = (
    r"(?:services?|operations?|work|traffic|trains?|suppl(?:y|ies)|production|flights?|internet|classes|"
    r"mining|trade|links?|construction|activit(?:y|ies))\b"
)
_OLDER = Pattern(
    r"\b[Tt]he\s+last\s+(?:time|such)\b.*$"
    r"|\bof\s+th(?:is|at)\s+(?:sort|kind)(?:\s+[\w-]+){0,2}$"
    rf"|\b(?:was|is|were|marks?|marked)\s+the\s+{_ORDINAL}\s+(?:[\w-]+\s+){{0,4}}[\w-]+$"
    r"|\b(?:similar(?!\s+(?:protests?|rall(?:y|ies)|sit-ins?|demonstrations?|strikes?|camps?|marches|processions?)\b)|comparable|(?:a|the|any)\s+previous|(?:an|the|two|several|some|in)\s+earlier|(?<!\bgoing\s)(?<!\bdrove\s)(?<!\bdriving\s)(?<!\bmoving\s)(?<!\bwalking\s)(?<!\bwalked\s)(?<!\briding\s)(?<!\brode\s)past|last\s+year['’]s|last\s+month['’]s|older|"
    r"another\s+such(?!\s+(?:[\w-]+\s+){1,2}(?:took|occurred|happened|hit|struck|was|killed|left)\b)|"
    rf"(?:restored|halting|halted|suspended|suspending)(?=\s+(?:[\w-]+\s+){{0,3}}?{_SERVICES})|rest\s+of|"
    r"responsible\s+for|accused\s+of(?=\s+(?:\w+\s+){0,3}(?:attack|kill|bomb|murder|abduct|plant|involve)\w*)|involved\s+in|wanted\s+(?:in|for)|blamed\s+for|matched\s+those)"
    r"(?:\s+(?!in\b|near\b|at\b)[\w'’-]+){0,4}$",
    re.IGNORECASE,
)
_MOTIVE = Pattern(
    r"\b(?:after|following|follows?|followed|since|in\s+response\s+to|in\s+retaliation\s+for|revenge\s+for|over|"
    r"against|to\s+protest|in\s+protest\s+(?:against|at)|because\s+of|avenge)\s+"
    r"(?:the\s+|an?\s+|last\s+\w+['’]s\s+)?(?:[\w-]+\s+){0,3}?(?:abduction|kidnapping|killing|attack|"
    r"bombing|blast|ambush|death|murder|blocking|blockade|assassination|disappearance|closure|"
    r"shooting|massacre)s?\s+(?:of\s+|on\s+|in\s+|near\s+|at\s+|by\s+)?(?:[\w'’-]+\s+){0,9}$",
    re.IGNORECASE,
)
_BORDER = Pattern(
    r"\b(?:borders?|bordering|boundary|frontier|adjoins|adjoining|abuts)(?:\s+(?:with|on|of|the|"
    r"between))*$",
    re.IGNORECASE,
)
_SIDE_AFTER = re.compile(
    r"\s+side\b|-bound\b|-origin\b|-to-[A-Z]"
    r"|\s+(?:passenger\s+|goods\s+|freight\s+|mail\s+|night\s+)?(?:train|coach|bus|flight)\b"
    r"(?!\s+(?:station|terminal|stand|stop|depot|adda|track|line))"
)
_ROUTE_BEFORE = re.compile(r"[\w'’]-to-$")
_WALKED = re.compile(r"\b(?:walked|crossed|moved|came|went)(?:\s+\w+){0,2}$", re.IGNORECASE)
_FROM_HAVEN = Pattern(
    r"\bfrom\s+across\s+the\s+(?:[\w-]+\s+)?(?:border|frontier)\s+(?:in|inside)$|"
    r"\bfrom\s+(?:[\w-]+\s+){0,2}(?:sanctuar(?:y|ies)|havens?|hideouts|bases|soil|hide-outs)\s+(?:in|inside|across)$",
    re.IGNORECASE,
)
_IN_CUSTODY = Pattern(
    r"\b(?:taken|moved|shifted|transferred|sent|driven)\s+(?:away\s+)?to\s+(?:[\w-]+\s+){0,3}?"
    r"(?:stations?|jails?|prisons?|lock-?ups?|court|courts|barracks|location|place|cells?)$",
    re.IGNORECASE,
)
_BACK_FROM = Pattern(
    r"\b(?:return(?:ing|ed)|coming|came|back)\s+(?:home\s+|back\s+)?from\s+"
    r"(?:(?!when\b|in\b|near\b|who\b|was\b|were\b)[a-z][\w'’-]*\s+){0,4}[a-z][\w'’-]*$",
)
_WOULD = re.compile(
    r"\b(?:would|will|shall)\s+(?:not\s+|also\s+|no\s+longer\s+|never\s+)?(?!have\b|be\b)[a-z]+$"
)
_CUT = Pattern(
    r"\b(?:suspend|disrupt|cut|halt|interrupt|stopp|affect|disconnect)\w*\s+(?:(?!of\b)[\w-]+\s+){0,3}?"
    r"(?:suppl(?:y|ies)|transmission|production|electricity)\s+[^.;]{0,30}?\b(?:from|to|for)\b[^.;]{0,80}$"
    r"|\b(?:depriv|leav|left|plung)\w*\b[^.;]{0,60}?\b(?:without\s+(?:\w+\s+)?(?:gas|power|electricity|water)|"
    r"of\s+(?:gas|power|electricity|water)|darkness)"
    r"(?:(?!\b(?:after|when|as|following)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
"""What a blown line no longer carries, and where: "suspending supply to the plant at Sui"."""
_DARKENED_AFTER = re.compile(
    r"(?:,?\s+(?:and|as\s+well\s+as)\s+(?:(?!\b(?:was|were|in|at|near)\b)[\w-]+\s*){1,7})?\s+"
    r"(?:(?:was|were|has|have|had|been)\s+){0,2}(?:plunged\s+into\s+(?:\w+\s+)?(?:darkness|blackout)|"
    r"(?:left|went|remained|go(?:es)?)\s+without\s+(?:\w+\s+)?(?:gas|power|electricity|water)|"
    r"lost\s+(?:gas|power|electricity)|(?:deprived|cut\s+off)\s+(?:of|from)\s+(?:\w+\s+)?(?:gas|power|electricity|water))\b"
)
"""Behind a town that a blown line no longer serves: "Sibi and six towns lost power"."""
_CARRIES = Pattern(
    r"\b(?:carr(?:y|ies|ied|ying)|suppl(?:y|ies|ied|ying)|feed(?:s|ing)?|fed|bring(?:s|ing)?|tak(?:es|ing)|"
    r"deliver(?:s|ed|ing)?|transport(?:s|ed|ing)?)\s+(?:natural\s+)?(?:gas|power|water|oil|crude|electricity|coal|fuel|"
    r"diesel|petrol)\s+(?:from\s+[^.;,]{0,40}\s)?to"
    r"(?:\s+(?!(?:was|were|is|are|has|had|have|blown|hit|near|in|at|exploded|caught|which|that)\b)[\w'’-]+){0,4}$",
    re.IGNORECASE,
)
"""Where a line leads that was cut on its way: "a pipe carrying gas to the plant at Sui"."""
_FIRED_FROM = Pattern(
    r"\b(?:fire|fired|firing|shelled|shelling|shells|rockets|mortars|launched|weapons|artillery)\b[^.;]{0,40}?"
    r"\bfrom\s+(?:[\w-]+\s+){0,2}(?:positions?|posts?|sites?|bases|territory|soil)\s+in$",
    re.IGNORECASE,
)
"""Where those who fired stood: "opened fire from positions in Paktia"."""
_BOUND_FOR = Pattern(
    r"\b(?:supplies|supply|fuel|oil|food|goods|cargo|equipment|aid|ammunition|relief)\b[^.;,]{0,40}?\b(?:for|to)\s+"
    r"[^.;,]{0,40}?\b(?:troops|forces|soldiers|people|refugees|residents|pilgrims|army|military)$",
    re.IGNORECASE,
)
"""Whom lorries that were hit supplied: "carrying fuel for foreign troops in Kunar"."""
_CLOSE_BY = frozenset({"near", "outside"})
"""Words before the place where the lorries were hit themselves: "for foreign troops near Kalat"."""
_ACTIVE = Pattern(
    r"\b(?:of|among)\s+(?:the\s+|several\s+|many\s+)?(?:[\w-]+\s+){0,3}?(?:groups?|outfits?|factions?|organi[sz]ations?|"
    r"movements?|insurgents?|insurgency)(?:\s+(?:operating|active|fighting|based))?$"
    r"|\b(?:groups?|outfits?|factions?|organi[sz]ations?)\s+(?:(?:that|which)\s+(?:is|are)\s+)?"
    r"(?:operating|active|fighting|based)$",
    re.IGNORECASE,
)
"""Where a group is at home: "the largest of the rebel groups in Sindh"."""
_FOR_ATTACK = Pattern(r"\b(?:responsibility|claim|credit)$", re.IGNORECASE)
_OVER_THE_LINE = re.compile(r"\s+(?:into|onto)\s+(?:the\s+)?(?:\w+\s+of\s+)?[A-Z]")
"""Behind a line that was fired across: where the shells came down."""
_SECURITY = Pattern(
    r"\b(?:security\s+(?:was|were|has|had|is|remained|measures|arrangements|checks)|alert|curfew|"
    r"patrolling|surveillance|vigilance|section\s+144)\b"
    r"(?:\s+(?!for\b)[\w-]+){0,6}$",
    re.IGNORECASE,
)
_GATHERED = Pattern(r"\b(?:gathered|assembled|set\s+(?:out|off)|started|began\s+(?:their|the))$")


_PROTESTED_AFTER = re.compile(
    r"\s+(?:also\s+|had\s+)?(?:observed|held|staged|blocked|took\s+(?:out|to)|marched|rallied|shut|"
    r"protested|went\s+on|boycotted|gathered|demonstrated|burnt|torched|attacked|pelted|besieged)\b",
)
_SAT_DOWN_AFTER = re.compile(
    r"(?:\s+(?:town|city|chowk|square|bazaar))?\s+(?:and|where\s+they)\s+(?:then\s+)?"
    r"(?:staged|held|began|blocked|sat|demonstrated|protested|refused\s+to\s+bury)\b",
    re.IGNORECASE,
)
"""Behind where people went who protested there: "took the bodies to Surab and staged a sit-in"."""
_SPEAKER_AFTER = re.compile(
    rf",\s+(?:(?:an?|the|one|some|many)\s+)?(?:[\w-]+\s+){{0,3}}?(?:{_SPEAKERS})\s+(?:said|told|says|"
    r"reported|recalled|described|complained)\b",
)


def is_motive(before: str, marks: int, act: int) -> bool:
    """Whether words give another event as the reason: "after the abduction of ... from ...".

    It is the event itself where no `act` is told before it ("schools were closed after an attack").
    """
    motive = _MOTIVE.search(before[-130:], marks=marks)
    if motive is None or is_own_effect(before):
        return False
    return act < max(0, len(before) - 130) + motive.start()


def elsewhere(text: str, end: int, governor: Governor, *, firm: bool, marks: int) -> str:
    """Name the reason why a place is not where the event was, or return ''.

    Parameters
    ----------
    text
        The article's text.
    end
        The end of the name, or of the list of names that it stands in.
    governor
        The preposition before it.
    firm
        Whether the sentence reports an event by itself.
    marks
        The marks of the sentence.
    """
    lead = governor.lead[-130:]
    if _is_passed_over(text, end, governor, lead):
        return "motion"
    if governor.word == "for" and _FOR_ATTACK.search(lead, marks=marks):
        return ""
    if governor.word in LOCATIVE:
        bound = governor.word not in _CLOSE_BY and _BOUND_FOR.search(lead, marks=marks)
        reason = "beyond the event" if bound else _locative(text, end, lead, marks)
        return reason or _in_passing(text, end, governor.word, lead, firm=firm, marks=marks)
    if governor.word == "from":
        return "motion"
    if governor.word in TOWARDS:
        inward = governor.word in {"to", "into", "onto"}
        goes_in = inward and _SPREAD.search(lead, marks=marks) is not None
        if governor.word == "to" and _WALKED.search(lead):
            return "motion"
        goes_in = goes_in or (governor.word == "into" and is_entered(text, end, lead))
        return "" if goes_in or _SAT_DOWN_AFTER.match(text, end) else "motion"
    if governor.word == "of":
        if is_person(governor) or is_home_town(lead):
            return "home or origin"
        acted = firm and _PROTESTED_AFTER.match(text, end)
        if _CUT.search(lead, marks=marks):
            return "beyond the event"
        return "people or cause" if governor.noun in _PEOPLE_OF and not acted else ""
    bordering = governor.word in {"with", "that", "than", "like", "by"}
    return "border or comparison" if bordering or _BORDER.search(lead, marks=marks) else ""


def _is_passed_over(text: str, end: int, governor: Governor, lead: str) -> bool:
    """Whether a name is that of a side, a train or a route, or of a line that was fired across."""
    if governor.noun == "way" or _DARKENED_AFTER.match(text, end):
        return True
    if governor.word == "across" and _OVER_THE_LINE.match(text, end):
        return True
    return _SIDE_AFTER.match(text, end) is not None or _ROUTE_BEFORE.search(lead) is not None


_HELD_UP = Pattern(
    r"\b(?:delay(?:ed|ing)|halt(?:ed|ing)|stopp(?:ed|ing)|held\s+up|strand(?:ed|ing)|detain(?:ed|ing))\b[^.;]{0,60}?"
    r"\b(?:Express|Mail|trains?|coaches|services?|passengers|traffic)(?:\s+(?:\w+\s+)?(?:was|were)\s+\w+)?$",
)
"""Where a train waits that a blown track delayed."""
_REASONS = (
    (_CAUSES, "people or cause"),
    (_HELD_UP, "motion"),
    (_WILL_ACT, "planned"),
    (_BACK_FROM, "motion"),
    (_CUT, "beyond the event"),
    (_CARRIES, "beyond the event"),
    (_ACTIVE, "beyond the event"),
    (_IN_CUSTODY, "motion"),
    (_OLDER, "an older event"),
)
"""What the words before "in" say, in the order in which it is looked for."""


def _locative(text: str, end: int, lead: str, marks: int) -> str:
    """Name what a sentence says of a place other than that the event was there, or return ''."""
    if _PLANNED.search(lead, marks=marks) or _PLANNED_AFTER.match(text, end) or _WOULD.search(lead):
        return "planned"
    if _OLD_AFTER.match(text, end):
        return "an older event"
    if _DENIED.search(lead, marks=marks):
        return "denied"
    says = text.startswith(":", end) or _SAID_AFTER.match(text, end)
    spoken = says and _is_speaker(lead)
    if spoken or _SAID_BEFORE.search(lead, marks=marks) or _REPORTERS.search(lead, marks=marks):
        return "place of a speaker"
    if is_home(lead, marks):
        return "home or origin"
    if _FIRED_FROM.search(f"{lead} in", marks=marks):
        return "beyond the event"
    if _FROM_HAVEN.search(f"{lead} in", marks=marks):
        return "motion"
    why = next((why for words, why in _REASONS if words.search(lead, marks=marks)), "")
    return "" if why == "an older event" and tells_own_day(lead) else why


def _in_passing(text: str, end: int, word: str, lead: str, *, firm: bool, marks: int) -> str:
    """Name a looser reason: what a place borders on, or that the sentence reports no event."""
    if word in {"between", "on", "along"} and _BORDER.search(lead, marks=marks):
        return "border or comparison"
    if firm:
        return ""
    if _SPEAKER_AFTER.match(text, end) and len(lead.split()) <= _FEW_WORDS:
        return "place of a speaker"
    if _SECURITY.search(lead, marks=marks) or _GATHERED.search(lead, marks=marks):
        return "not the event"
    return ""


_OF_FIELD = re.compile(
    r"\s+of\s+(?:the\s+)?(?:railways?|police|health|operations|investigations?|education|prisons|mines|the\s+force)$"
)
_FEW_WORDS = 4
"""Words before "in X" where X is the place of the speaker: "Elsewhere in X, an officer said"."""
_STANDING = frozenset({"based", "present", "stationed", "posted"})
_ONE_SPEAKER = re.compile(_SPEAKERS, re.IGNORECASE)


def _is_speaker(lead: str) -> bool:
    """Whether words end with somebody who may speak: "a police officer based"."""
    words = _OF_FIELD.sub("", lead).split()[-2:]
    if words and words[-1] in _STANDING:
        words.pop()
    return bool(words) and _ONE_SPEAKER.fullmatch(words[-1]) is not None


def is_where_spoken(text: str, start: int, end: int) -> bool:
    """Whether words end with somebody "in" a place, who says what is told before him.

    `start` and `end` are those of the words, from the name before them, and of the place's name:
    "shot dead in Jandola, an official in Tank said".
    """
    found = _BEHIND_COMMA.match(text, start, end)
    if found is None or not _SAID_AFTER.match(text, end):
        return False
    return _is_speaker(found["who"])


_BEHIND_COMMA = re.compile(r"[^,]{0,40},\s+(?P<who>[^,]{2,60}?)\s+(?:in|at|of)\s+(?:the\s+)?[A-Z]")
