"""People taken into custody: militants who are arrested, and people whom forces make disappear.

An arrest after an attack is no event of its own, and that of thieves is none at all. That of
militants is a strategic development even where nothing else happened. Those whom forces detain and
of whom nothing is heard again, or whose families alone speak of it, have been abducted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["gives_himself_up", "in_custody", "operatives_taken", "taken_in", "taker_of"]

_MILITANTS = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|khwarij|khawarij|kharijis?|facilitators?|abettors?|bomb[\s-]?makers?|explosives?\s+experts?|"
    r"(?:alleged|suspected|accused|believed)\s+(?:to\s+have\s+been\s+|to\s+be\s+|of\s+)?(?:plotting|planning)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:attacks?|bomb\w*|blasts?|explosions?|strikes?|assaults?|sabotage|ambush)|"
    r"(?:suicide|would-be)\s+(?:bombers?|attackers?)|separatists?)\b"
    r"|\b(?:with|wearing|carrying|possess\w+)\s+(?:[\w-]+\s+){0,2}?suicide\s+(?:vests?|jackets?|belts?)\b"
    r"|\b(?:members?|commanders?|operatives?|activists?|fighters?|men|man|leaders?|ringleaders?|workers?|persons?|"
    r"people|suspects?|recruits?|handlers?|financiers?)\s+(?:of|from|belonging\s+to|associated\s+with|affiliated\s+with|"
    r"linked\s+to|linked\s+with)\s+(?:an?\s+|the\s+|two\s+)?"
    r"(?:banned|outlawed|proscribed|defunct|militant|terrorist|separatist|sectarian)\b"
    r"|\b(?:arrested|held|caught|nabbed|apprehended|detained|captured)\s+(?:[\w-]+\s+){0,3}?(?:with|carrying|transporting)\s+"
    r"(?:[\w-]+\s+){0,5}?(?:explosives?|detonators?|grenades?|IEDs?|bombs?|rockets?)\b"
    r"|دہشت\s?گرد|شدت\s+پسند|عسکریت\s+پسند|خوارج|کالعدم|سہولت\s+کار|خودکش\s+بمبار",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"(?:\b(?:members?|commanders?|operatives?|activists?|fighters?|men|man|leaders?|ringleaders?|persons?|people|"
    r"suspects?|recruits?|militants?|handlers?|financiers?|workers?|organisers?|organizers?|makers?|experts?|couriers?|planners?)\s+(?:suspected\s+)?"
    r"(?:of|for|from|belonging\s+to|associated\s+with|affiliated\s+with|linked\s+to|linked\s+with|in)|"
    r"\b(?:suspected|alleged|wanted|key|senior|local|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+))"
    r"\s+(?:the\s+)?(?:(?:banned|outlawed|proscribed|defunct)\s+)?(?:militant\s+group\s+)?$",
    re.IGNORECASE,
)
_GROUPS_MEN_URDU = re.compile(
    r"\s+(?:کے|کا|سے\s+(?:تعلق\s+رکھنے\s+وال[ےا]|وابستہ|منسلک))\s+(?:\S+\s+){0,3}?"
    r"(?:رکن|ارکان|کارند|کمانڈر|ساتھی|جنگجو|افراد|ملزم|شخص)"
)
_RELATIVE = re.compile(
    r"\b(?:who|whom|which|that)\s+(?:(?:was|were|had|has|have|been|the|police|CTD|forces)\s+){0,4}$"
    r"|\b(?:charged|jailed|imprisoned|already|previously|earlier)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OUT_OF_SIGHT = re.compile(
    r"\b(?:undisclosed|unknown|unspecified|undetermined|secret|undeclared)\s+(?:location|place|destination|spot|"
    r"facility|site|cell)s?\b"
    r"|\bwhereabouts\b|\bincommunicado\b|\bforcibly\s+disappeared\b|\benforced\s+disappearances?\b"
    r"|\b(?:(?:have|has|had)\s+(?:been|gone|remained)|(?:is|are|was|were|remains?)\s+(?:still\s+)?)\s*missing\s+(?:ever\s+)?since\b"
    r"|\b(?:not|never)\s+(?:been\s+)?(?:seen|heard\s+(?:of|from)|produced|returned)\b"
    r"|\bwithout\s+(?:an?\s+|any\s+)?(?:arrest\s+)?warrants?\b"
    r"|نامعلوم\s+مقام|لاپتہ|جبری|کوئی\s+(?:اتا\s+پتا|پتہ|خبر)\s+نہیں",
    re.IGNORECASE,
)
_KIN_SAY = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|kin|mothers?|fathers?|brothers?|sisters?|wi(?:fe|ves)|"
    r"rights\s+(?:groups?|organi[sz]ations?|body|bodies|activists?|campaigners?)|BYC|Baloch\s+Yakjehti\s+Committee|"
    r"VBMP|Voice\s+for\s+Baloch\s+Missing\s+Persons|Paank)\b"
    r"[^.;,]{0,40}?\b(?:said|says?|told|allege[sd]?|alleging|claim(?:ed|s)?|reported|according|maintain(?:ed|s)?)\b"
    r"|\baccording\s+to\s+(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:family|families|relatives)\b"
    r"|(?:اہل\s?خانہ|لواحقین|رشتہ\s?داروں|خاندان|ورثا)\s+(?:کے\s+مطابق|کا\s+کہنا|نے\s+(?:بتایا|کہا|الزام))",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"\b(?:thie(?:f|ves)|robbers?|dacoits?|burglars?|killers?|murderers?|culprits?|suspects?|protesters?|demonstrators?|"
    r"smugglers?|gamblers?|peddlers?|drivers?\s+who)\b|\b(?:arrested|held|detained)\s+(?:[\w-]+\s+){0,4}(?:for|over)\s"
    r"|\bin\s+connection\s+with\b|ڈاکو|چور|قاتل|ملزم",
    re.IGNORECASE,
)
"""Arrests for an act that is named: nobody has vanished."""
_CRIME = re.compile(
    r"\b(?:robber(?:y|ies)|theft|burglar\w*|gambl\w+|drugs?|narcotics|liquor|hashish|heroin)\b",
    re.IGNORECASE,
)
"""What ordinary crime leads police to search a quarter."""
_FOUND_ON = re.compile(
    r"recover\w*|seiz\w+|possession|confiscat\w*|found\s+(?:on|with|in)|(?:found|on)\s+(?:him|them)\b|"
    r"(?:arrested|held|caught|nabbed|apprehended)\s+(?:[^.;,]{2,60}?\s)?(?:with|carrying)\s|laden|cache|برآمد|قبضے",
    re.IGNORECASE,
)
_SWEPT = re.compile(
    r"\b(?:comb(?:ed|ing)|cordon(?:ed|ing)?|house-to-house|door-to-door|search-and-\w+|search\s+operation|"
    r"combing\s+operation|sweep)\b[^.]{0,140}?\b(?:persons|people|men|suspects|youths|individuals|villagers|residents)\b"
    r"|\b(?:persons|people|men|suspects|youths|individuals|villagers|residents)\b[^.;]{0,140}?\b(?:house-to-house|door-to-door|"
    r"cordon|comb(?:ed|ing)|search\s+operation)\b",
    re.IGNORECASE,
)
"""A quarter or village is searched and many are led away."""
_YIELDS = re.compile(
    r"surrender|(?:gave|gives?|giving|turned|turning)\s+(?:him|her|them)sel(?:f|ves)", re.IGNORECASE
)
_OF_CRIME = re.compile(
    r"\b(?:drivers?|conductor|husband|wife|father|brothers?|sons?|uncle|nephew|accused|suspects?|killers?|culprits?|"
    r"murderers?|landlord|teacher|owners?|contractor|guard|man|woman|boy|he|she)\b(?:,[^,.;]{1,60},)?\s+"
    r"(?:(?:had|has|later|then|who|also|and)\s+|\w+ly\s+){0,3}$",
    re.IGNORECASE,
)
_YIELD_REACH = 90


def gives_himself_up(
    text: str, trigger: Trigger, actors: Sequence[ActorSpan], sentence: Sentence
) -> bool:
    """Whether a driver or a killer surrenders to the police, not somebody of an armed group."""
    if trigger.family != "change" or _YIELDS.match(text, trigger.start) is None:
        return False
    if any(one.kind in ARMED_KINDS for one in actors):
        return False
    if _MILITANTS.search(text, sentence.start, sentence.end):
        return False
    start = max(sentence.start, trigger.start - _YIELD_REACH)
    return _OF_CRIME.search(text, start, trigger.start) is not None


_VIOLENCE = {"clash", "armed", "killing", "explosion", "abduction", "riot", "protest"}


def in_custody(
    triggers: Sequence[Trigger], actors: Sequence[ActorSpan], text: str, sentence: Sentence
) -> tuple[Trigger, ...]:
    """Read the arrests of a sentence: of militants, of people made to disappear, or of others.

    Called only where a trigger tells of an arrest. The family of a verb becomes ``capture`` where
    militants are arrested, and then the raid and the weapons found with them are no event beside
    it; it becomes ``abduction`` where people vanish.
    """
    triggers = [_announced(text, t) if t.family == "arrest" else t for t in triggers]
    verbs = [t for t in triggers if t.family == "arrest" and _is_verb(text, t)]
    verbs = [
        t for t in verbs if not _RELATIVE.search(text, max(sentence.start, t.start - 40), t.start)
    ]
    if not verbs:
        return tuple(triggers)
    words = text[sentence.start : sentence.end]
    forces = any(actor.kind in FORCES for actor in actors)
    if _are_militants(words, actors, text):
        return _captured(triggers, verbs, text, sentence)
    crime = _CRIME.search(words) is not None
    forces = forces or any(one.family == "operation" for one in triggers)
    if forces and not crime and _SWEPT.search(words):
        return _captured(triggers, verbs, text, sentence)
    if crime or _CHARGED.search(words):
        return tuple(triggers)
    if _OUT_OF_SIGHT.search(words) or (forces and _KIN_SAY.search(words)):
        starts = {verb.start for verb in verbs}
        return tuple(_taken(one) if one.start in starts else one for one in triggers)
    return tuple(triggers)


_TO_POLICE = re.compile(
    r"[^.;:]{0,40}?\bto\s+(?:an?\s+|the\s+|different\s+|various\s+|several\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:police\s+stations?|thanas?|lock-?ups?|jails?|prisons?|police\s+custody)\b",
    re.IGNORECASE,
)
_PICKED_UP = re.compile(r"picked\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\b(?:suspects?|accused|militants?|terrorists?|facilitators?|culprits?|protesters?|demonstrators?|marchers)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"\b(?:bod(?:y|ies)|wounded|injured|passengers|rifles?|weapons?|arms|ammunition|guns?|kalashnikovs?|pistols?|phones?|cash|money|motorcycles?|"
    r"vehicles?|cars?|keys|bags?|purses?|wallets?|sets?|equipment|belongings|documents)\s+(?:that\s+were\s+)?$",
    re.IGNORECASE,
)


def taken_in(triggers: Sequence[Trigger], text: str) -> tuple[Trigger, ...]:
    """Read what looks like an abduction and is none: an arrest, or rifles that were snatched.

    Called only where a trigger tells of an abduction. "Sixty of them were taken away to police
    stations", "two suspects were picked up".
    """
    answer = []
    for one in triggers:
        if one.family == "abduction" and not one.is_noun:
            lead = text[max(0, one.start - 60) : one.start]
            if _OBJECTS.search(lead):
                continue
            picked = _PICKED_UP.search(text, one.start, one.end) and _WANTED.search(lead)
            if picked or _TO_POLICE.match(text, one.end):
                answer.append(
                    replace(
                        one,
                        family="arrest",
                        event_type="Strategic developments",
                        sub_event_type="Arrests",
                    )
                )
                continue
        answer.append(one)
    return tuple(answer)


_TAKEN_IN = Pattern(
    r"\b(?:picked\s+up|pick\s+up|rounded\s+up|swooped\s+on|whisked\s+away|hauled\s+in)\s+(?:(?!and\b)[\w-]+\s+){0,4}?"
    r"(?:militants?|terrorists?|operatives?|facilitators?|insurgents?|(?:members?|fighters?|commanders?|recruiters?)\s+of)\b"
    r"|\b(?:militants?|terrorists?|operatives?|facilitators?|insurgents?)\b[^.;]{0,60}?\b(?:was|were|been)\s+"
    r"(?:picked\s+up|rounded\s+up|hauled\s+in)\b"
    r"|\b(?:picked\s+up|rounded\s+up|hauled\s+in|taken\s+(?:in|away))\s+for\s+(?:questioning|interrogation)\b"
    r"(?![^.;]{0,120}?\b(?:not\s+been\s+(?:seen|heard)|not\s+(?:yet\s+)?returned|whereabouts|missing|disappear\w*))",
    re.IGNORECASE,
)


_SEARCHES = re.compile(
    r"\b(?:in|during)\s+(?:[\w-]+\s+){0,3}?(?:searches|raids?|swoops?|search\s+operations?|crackdown)\b",
    re.IGNORECASE,
)


def operatives_taken(
    text: str, sentence: Sentence, actors: Sequence[ActorSpan]
) -> tuple[Trigger, ...]:
    """Take it as an arrest where forces, or a search, picked up men of an armed group."""
    found = _TAKEN_IN.inside(text, sentence)
    if found is None:
        return ()
    forces = any(actor.kind in FORCES for actor in actors)
    if not (forces or _SEARCHES.search(text, sentence.start, sentence.end)):
        return ()
    kind = "Strategic developments", "Arrests"
    return (Trigger(*found.span(), "capture", *kind, definite=False, is_noun=False),)


_ANNOUNCED = re.compile(
    r"\b(?:announc\w+|claim\w*|confirm\w*|report\w*|made|led\s+to)\s+(?:the\s+)?$", re.IGNORECASE
)


def _announced(text: str, arrest: Trigger) -> Trigger:
    """Return an arrest as an act where it is announced: "announced the arrest", "arresting two"."""
    told = _ANNOUNCED.search(text, max(0, arrest.start - 30), arrest.start)
    if not arrest.is_noun or not (told or _ARRESTING.match(text, arrest.start)):
        return arrest
    return replace(arrest, is_noun=False, definite=False)


_ARRESTING = re.compile(
    r"(?:arrest|detain|apprehend|nabb|captur)ing\s+(?:an?|at\s+least|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+|\w+teen)\s",
    re.IGNORECASE,
)
_VERB_INSIDE_URDU = re.compile(r"\s(?:لیا|لیے|لئے|گیا|گئے|گئی)$")
_VERB_URDU = re.compile(r"\s*(?:کر|کیا|کیے|کئے|کی\s|ہو|لے|لیا|لی\s)")


def _is_verb(text: str, arrest: Trigger) -> bool:
    """Whether words tell of an arrest; in Urdu what follows them makes a verb of them."""
    if text[arrest.start].isascii():
        return not (arrest.is_noun or arrest.definite)
    if _VERB_URDU.match(text, arrest.end) is not None:
        return True
    return _VERB_INSIDE_URDU.search(text[arrest.start : arrest.end]) is not None


def _are_militants(words: str, actors: Sequence[ActorSpan], text: str) -> bool:
    """Whether a sentence speaks of militants, or of the members of a group."""
    if _MILITANTS.search(words):
        return True
    return any(
        actor.kind == "group"
        and (
            _OF_GROUP.search(text, max(0, actor.start - 60), actor.start)
            or _GROUPS_MEN_URDU.match(text, actor.end)
        )
        for actor in actors
    )


def _captured(
    triggers: Sequence[Trigger], verbs: Sequence[Trigger], text: str, sentence: Sentence
) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in which militants are arrested."""
    armed = bool(_FOUND_ON.search(text, sentence.start, sentence.end))
    kept = [
        t
        for t in triggers
        if not (armed and t.family == "explosion" and t.is_noun)
        and not (t.family == "abduction" and _MOVED.search(text, t.start, t.end))
        and not (t.is_noun and _PLOTTED.search(text, max(0, t.start - _PLOT_REACH), t.start))
        and not (t.is_noun and _THEIR_DEED_URDU.match(text, t.end))
    ]
    if any(t.family in _VIOLENCE and not t.definite for t in kept):
        return tuple(triggers)
    starts = {verb.start for verb in verbs}
    return tuple(
        replace(one, family="capture", is_noun=False) if one.start in starts else one
        for one in kept
        if one.family != "operation"
    )


_PLOTTED = re.compile(
    r"\b(?:plot(?:ting|ted)?|plan(?:ning|ned|s)?|prepar(?:ing|ed)|conspir\w+)\s+(?:to\s+\w+\s+|for\s+)?"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_THEIR_DEED_URDU = re.compile(
    r"\s+(?:کے|کا|کی|میں)\s+(?:(?:مبینہ|مرکزی|مطلوب|اہم|ایک|دو|تین|چار|مشتبہ|نامزد|\d+)\s+){0,3}"
    r"(?:سہولت\s?کار|ملزم|ماسٹر\s?مائنڈ|منصوبہ\s?ساز|ملوث|مطلوب)"
)
"""Behind the attack in which those who were arrested had a hand."""
_PLOT_REACH = 50
_MOVED = re.compile(r"undisclosed|unknown|unspecified|نامعلوم\s+مقام", re.IGNORECASE)
"""Where those who were arrested are questioned."""


def _taken(arrest: Trigger) -> Trigger:
    return replace(
        arrest,
        family="abduction",
        is_noun=False,
        event_type="Violence against civilians",
        sub_event_type="Abduction/forced disappearance",
    )


_TAKEN_BY = re.compile(
    r"[^.;]{0,110}?\b(?:by|in\s+the\s+custody\s+of)\s+(?:the\s+|some\s+|alleged\s+)?"
    r"(?:(?:armed|uniformed|plainclothes|plain-clothes|personnel|men|officials|vehicles|members|local|state|Pakistani|"
    r"of|from|the|teams?|suspected)\s+)*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"[\w\s,'’-]{0,30}?\b(?:said|told|says?|confirmed|registered|reported|launched|began|started|search\w*|"
    r"rescued|recovered|reached|rushed|stated|quoted|found|discovered|received|traced|freed|located)\b",
    re.IGNORECASE,
)
_SPEAKS_URDU = re.compile(
    r"\s+(?:(?:نے|کے|کا|کی)\s+)?(?:بتایا|کہا|مطابق|کہنا|ذرائع|حکام|ترجمان|مقدمہ)"
)
_SUFFERS = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+|also\s+)?$")
"""Before a verb that forces suffer: "a constable who was kidnapped"."""
_LEAD = 24
_REACH = 90
_FEW = 30


_IS_TAKEN = re.compile(
    r"(?:\s+(?:m[ae]n|officials?|officers?|constables?|soldiers?|sepoys?|personnel|employees?|recruits?|drivers?|guards?|force))?"
    r"\s+(?:who\s+(?:was|were|had\s+been)\s+)?(?:abducted|kidnapped|seized|taken|picked\s+up|whisked\s+away)"
    r"(?=\s+(?:from|on|in|by|near|last|a\s+\w+\s+ago|two|three|four|five|six|several|earlier)\b)"
)
"""A man of the forces who was taken himself: "a Levies man abducted from Mastung"."""


_IN_GUISE = re.compile(
    r"\b(?:(?:in|wearing|donning)\s+(?:the\s+)?(?:fake\s+)?(?:uniforms?\s+of\s+(?:the\s+)?)?|(?:dressed|posing|masquerading|disguised|passing)\s+(?:\w+\s+)?"
    r"(?:as|in)\s+(?:the\s+)?(?:uniforms?\s+of\s+(?:the\s+)?)?|impersonating\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_CLOTHES = re.compile(
    r"['’]?s?\s+(?:uniforms?|fatigues|clothes|clothing|dress|garb|men|officers|officials|personnel)\b",
    re.IGNORECASE,
)
_PLACE_OF = re.compile(
    r"\s+(?:stations?|posts?|pickets?|check-?posts?|lines|headquarters|chowki|thana)\b"
)


def _is_guise(text: str, forces: ActorSpan) -> bool:
    """Whether forces are only a uniform that others wear, or the name of their post."""
    if _PLACE_OF.match(text, forces.end):
        return True
    guise = _IN_GUISE.search(text, max(0, forces.start - 50), forces.start)
    if guise is None:
        return False
    of_them = guise[0].rstrip().lower().endswith(("of", "of the", "as", "as the", "impersonating"))
    return of_them or _CLOTHES.match(text, forces.end) is not None


def taker_of(
    text: str, triggers: Sequence[Trigger], actors: Sequence[ActorSpan]
) -> ActorSpan | None:
    """Return the forces that took people away: the subject of an abduction, or behind "by"."""
    acts = [t for t in triggers if t.family == "abduction" and not t.is_noun]
    forces = [a for a in actors if a.kind in FORCES and not _is_guise(text, a)]
    if not (acts and forces) or any(actor.kind in ARMED_KINDS for actor in actors):
        return None
    for act in acts[:_FEW]:
        for actor in forces[:_FEW]:
            if actor.start >= act.start and _TAKEN_BY.fullmatch(text, act.start, actor.start):
                return actor
            speaks = _SPEAKS.match(text, actor.end, act.start) or _SPEAKS_URDU.match(
                text, actor.end
            )
            suffers = _SUFFERS.search(text, max(actor.end, act.start - _LEAD), act.start)
            suffers = suffers or _IS_TAKEN.match(text, actor.end)
            if 0 <= act.start - actor.end <= _REACH and not (speaks or suffers):
                return actor
    return None
