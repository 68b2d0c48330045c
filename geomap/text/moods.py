"""How a sentence is meant: the mood that decides whether its triggers report an event.

============  ====================================================================================
mood          the sentence
============  ====================================================================================
reported      reports an event that happened
aggregate     counts events or victims over a period or an area
recalled      recalls an earlier event, or one that is commemorated
tried         is about a trial or a sentence
planned       tells of a plan, a threat, a warning
rehearsed     is about an exercise
other         is about sport, an election, the weather or an accident
comment       condemns, condoles, denies, promises, describes security measures, or tells of what
              is nothing: a mistake, a film, a speech, money for the dead, an illness
none          has no trigger
============  ====================================================================================

The rules stand in `mood_of`, in the order in which they are tried; the first that holds decides.
"""

from __future__ import annotations

import re

from geomap.text.afterwards import is_long_after
from geomap.text.aggregates import is_aggregate, is_fresh, is_one_of_old
from geomap.text.at_court import COURT_HIT, JUDGE_HARMED, is_at_court
from geomap.text.by_chance import is_by_chance
from geomap.text.bygone import is_bygone, is_case_of_old
from geomap.text.civil import is_burn_off, is_civil
from geomap.text.crime import is_crime, tells_of_robbers
from geomap.text.denials import is_abroad, is_denied
from geomap.text.found import Found, Said, is_counted, is_dated, is_own_day, said_of
from geomap.text.handiwork import is_handiwork
from geomap.text.lately import acts_lately
from geomap.text.meanwhile import sets_apart
from geomap.text.metaphors import is_figurative
from geomap.text.mishaps import (
    VIOLENT,
    is_armed,
    is_illness,
    is_mishap,
    is_nothing,
    is_wreck,
)
from geomap.text.natural import died_by_himself, is_sum_of_chance, names_failing_heart
from geomap.text.patterns import Pattern
from geomap.text.plans import is_planned, is_prevented
from geomap.text.presupposed import is_of_one_attack, is_taken_as_known
from geomap.text.quarrels import is_private_quarrel
from geomap.text.weapon_trials import is_weapon_trial

__all__ = [
    "Found",
    "is_armed",
    "is_counted",
    "is_dated",
    "is_own_day",
    "mood_of",
    "tone_of",
]


_VAGUE = Pattern(
    r"\b(?:recall(?:ed|s|ing)\s+(?:that|how|the)|remember(?:ed|s|ing)?\s+(?:that|how|the|when)|"
    r"(?<!\bat\s)once\s+(?:\w+ed|blew|shot|struck)|"
    r"(?:halted|suspended|closed|shut|stopped|disrupted)\s+(?:\w+\s+)?(?:when|after|following|since)|"
    r"of\s+late|lately|recently|in\s+recent\s+(?:days|weeks|months|years)|over\s+the\s+years|"
    r"frequently|often|repeatedly|time\s+and\s+again|routinely|regularly)\b",
    re.IGNORECASE,
)
_AGO = Pattern(
    r"\b(?:years?|months)\s+(?:ago|earlier|before)\b|\b(?:years|decades?)\s+on\b"
    r"|\bover\s+(?:the\s+)?(?:\w+\s+){0,2}(?:years|decades|months)\b"
    r"|(?:برس|سال|ماہ)\s+(?:قبل|پہلے)|ماضی\s+میں"
    r"|(?:گزشتہ|پچھلے)\s+\S+\s+(?:برس|سال|سالوں|برسوں)(?!\w)",
    re.IGNORECASE,
)
_EARLIER_ONES = Pattern(
    r"\b(?:past|previous|earlier|prior|similar|other\s+such|several\s+such|many\s+such|numerous|"
    r"countless|repeated)\s+(?:\w+\s+){0,2}?"
    r"(?:attacks?|bombings?|blasts?|killings?|incidents?|assaults?|raids?|ambush(?:es)?|abductions?|encounters?|clashes|"
    r"drives?|campaigns?)\b"
    r"|\b(?:it|this|that)\s+(?:was|is|marks|marked)\s+the\s+(?:second|third|fourth|fifth|sixth|seventh|latest)\b"
    r"|\bthe\s+last\s+(?:such|time)\b|\bnot\s+the\s+first\b|\b(?:used|known)\s+to\s+\w+"
    r"|ماضی میں|پہلے بھی|اس سے قبل",
    re.IGNORECASE,
)
_LONG_PAST = 75
"""Days before the publication from which an event is recalled, not reported."""


def mood_of(found: Found) -> str:
    """Say how the triggers of a sentence are meant; the first rule that holds decides."""
    said = said_of(found)
    if is_aggregate(found, said):
        return "other" if is_sum_of_chance(found) or tells_of_robbers(found) else "aggregate"
    if not found.triggers:
        return "none"
    fresh = is_fresh(found.dates)
    counted = is_counted(found.counts) and not is_prevented(found)
    if _points_back(found, fresh=fresh) or _is_last_weeks(found):
        return "recalled"
    framed = said["exercise"] or said["trial"] or said["commemoration"]
    lately = framed and not found.matches(_SHAM) and acts_lately(found.text, found, found.published)
    if framed and (lately or sets_apart(found.text, found)):
        return "other" if is_mishap(found, said) or is_by_chance(found) else "reported"
    if said["exercise"] or is_weapon_trial(found):
        return "rehearsed"
    if _is_of_a_case(found, said, fresh=fresh) or is_case_of_old(found):
        return "tried"
    if (
        is_civil(found)
        or is_crime(found)
        or is_private_quarrel(found)
        or is_mishap(found, said)
        or is_by_chance(found)
        or is_handiwork(found)
        or is_illness(found)
        or died_by_himself(found)
        or is_figurative(found)
        or (said["sport"] and not counted and not _is_no_game(found))
    ):
        return "other"
    if (said["commemoration"] and not (fresh and (_acts_now(found) or _is_burial(found)))) or (
        said["recalled"] and not fresh and not _is_of_a_man(found)
    ):
        return "recalled"
    if not counted and (is_planned(found) or _is_old_news(found)):
        return "planned" if is_planned(found) else "recalled"
    return "comment" if _is_comment(found, said, counted=counted) else "reported"


_SHAM = Pattern(
    r"\b(?:mock|dummy|cardboard|mannequins?|paper\s+targets|blanks?|simulat\w+|pretend\w*|hypothetical|imaginary)\b|فرضی|موک|بن\s+کر|مشق\s+(?:کی|کے\s+دوران|ہوئی)",
    re.IGNORECASE,
)
"""What makes an attack on a day of this week part of a drill."""


_CHARGED_WITH = Pattern(
    r"\b(?:trial|hearing|case)\s+of\s+[^.;]{3,60}?\b(?:accused\s+of|charged\s+with)\b",
    re.IGNORECASE,
)


def _is_of_a_case(found: Found, said: Said, *, fresh: bool) -> bool:
    """Whether a sentence is of a trial, and not of a court's people who were attacked."""
    if not said["trial"] or (fresh and (found.matches(COURT_HIT) or is_at_court(found))):
        return False
    if said["trial"] < _TRIAL_CUES and found.matches(JUDGE_HARMED):
        return False
    charged = found.matches(_CHARGED_WITH)
    return said["trial"] >= _TRIAL_CUES or charged or not fresh or _has_old(found)


_BOMB = re.compile(
    r"(?:bomb|IED|grenade|landmine|suicide|explosive|himself|herself|themselves|بم|دستی|بارود|خودکش)",
    re.IGNORECASE,
)
"""Begins words for weapons that no match has; it may have rockets and a shoot-out."""


_FIRED = re.compile(r"opened\s+fire\b|فائرنگ\s+کر", re.IGNORECASE)
_SHOOTERS = Pattern(
    r"\b(?:gunm[ae]n|attackers?|assailants?|militants?|motorcycl\w+|armed\s+(?:men|persons)|men\s+(?:on|in|riding))\b|مسلح|نامعلوم",
    re.IGNORECASE,
)


def _is_no_game(found: Found) -> bool:
    """Whether a place of sport, or a player, is hit by a bomb or by shots, or players abducted."""
    if any(trigger.family == "abduction" and not trigger.is_noun for trigger in found.triggers):
        return True
    if any(_FIRED.match(found.text, one.start) for one in found.triggers):
        return found.matches(_SHOOTERS)
    text, bursts = found.text, [one for one in found.triggers if one.family == "explosion"]
    return any(
        _BOMB.match(word) for t in bursts for word in text[max(0, t.start - 3) : t.end].split()
    )


_AFTER_IT = Pattern(
    r"\b(?:after|following|since|over|in\s+the\s+wake\s+of|because\s+of)\s+(?:the\s+)?last\s+(?:week|month)['’]s\b"
)


def _is_last_weeks(found: Found) -> bool:
    """Whether a sentence gives an event of last week as the reason of something else."""
    return all(trigger.definite for trigger in found.triggers) and found.matches(_AFTER_IT)


_OF_A_MAN = re.compile(r"wanted\b")
_ASIDE = re.compile(r",\s+who(?:se)?\s+(?:[\w-]+\s+){0,2}\Z")


def _is_of_a_man(found: Found) -> bool:
    """Whether all that looks back is said of one man: "killed a man wanted for", ", who had"."""
    back = [cue for cue in found.cues if cue.word == "recalled"]
    acts = [
        t
        for t in found.triggers
        if t.family in VIOLENT | {"killing"}
        and not t.is_noun
        and not found.text[max(0, t.start - 4) : t.start].lower().endswith("the ")
    ]
    return bool(acts) and all(
        _OF_A_MAN.match(cue.key) or _ASIDE.search(found.text, acts[0].end, cue.start)
        for cue in back
    )


_TONES = {
    "weather": "other",
    "accident": "other",
    "sport": "other",
    "politics": "other",
    "exercise": "rehearsed",
    "commemoration": "recalled",
}


_ATTACKER = Pattern(
    r"\b(?:bombers?|gunm[ae]n|militants?|terrorists?|attackers?|assailants?|snipers?)\b"
    r"|خودکش|حملہ\s+آور|دہشت\s?گرد",
    re.IGNORECASE,
)
"""Who makes of a headline on a stadium or a rally one on an attack there."""


def tone_of(found: Found) -> str:
    """Say what a headline or an opening without triggers announces: a mood, or ''.

    A headline on rain, a crash, a match or an anniversary says how the report below it is meant,
    unless it names a weapon or a fight.
    """
    if any(is_armed(found.text, trigger) for trigger in found.triggers):
        return ""
    if found.matches(_AGO):
        return "recalled"
    said = {cue.word for cue in found.cues}
    if found.matches(_ATTACKER):
        said -= {"sport", "politics"}
    tone = next((mood for word, mood in _TONES.items() if word in said), "")
    tone = "tried" if sum(cue.word == "trial" for cue in found.cues) >= _TRIAL_CUES else tone
    by_chance = is_wreck(found) or is_burn_off(found) or names_failing_heart(found)
    return tone or ("other" if by_chance else "")


def _points_back(found: Found, *, fresh: bool) -> bool:
    """Whether words or dates say that an event of the past is meant; `fresh`: a day is near."""
    if not fresh and (found.matches(_VAGUE) or found.matches(_EARLIER_ONES)):
        return True
    dated = bool(found.dates)
    return (
        is_bygone(found)
        or found.matches(_AGO)
        or (dated and (_looks_back(found) or is_one_of_old(found)))
    )


_TRIAL_CUES = 2
_HAD = Pattern(r"\bhad\s+(?:also\s+|earlier\s+|already\s+)?(?:been\s+)?\w+(?:ed|en|t|un)\b")
_OLD_DAYS, _STALE_DAYS = 60, 20


def _has_old(found: Found) -> bool:
    """Whether a sentence names a day, month or year that ended long before the publication."""
    lasts = [span.last for span in found.dates if span.last is not None and not span.since]
    return found.published is not None and any(
        (found.published - last).days > _OLD_DAYS for last in lasts
    )


def _looks_back(found: Found) -> bool:
    """Whether a sentence names only days long past, or a month or year in the past perfect."""
    known = [span for span in found.dates if span.first is not None]
    lasts = [span.last for span in known if span.last is not None]
    if found.published is not None and lasts and (found.published - max(lasts)).days > _LONG_PAST:
        return True
    coarse = any(span.precision in {"month", "year"} for span in known)
    exact = any(span.precision == "day" and span.kind in {"absolute", "weekday"} for span in known)
    return coarse and not exact and found.matches(_HAD)


def _is_old_news(found: Found) -> bool:
    """Whether nouns alone name an event of a month or year that ended weeks ago."""
    known = [span for span in found.dates if span.first is not None and span.last is not None]
    if not known or found.published is None or any(not t.is_noun for t in found.triggers):
        return False
    return all(
        span.precision in {"month", "year"}
        and span.last is not None
        and (found.published - span.last).days > _STALE_DAYS
        for span in known
    )


_OUR_WORDS = Pattern(
    r"[“\"‘'](?:(?!\b(?:fighters|sarmachars|mujahideen|militants|comrades)\b)[^”\"]){0,160}?"
    r"\b(?:our|we|us)\b(?![^”\"]{0,80}\b(?:claim|responsib|accept))",
    re.IGNORECASE,
)
"""Quoted words of people who speak of what was done to them: "they attacked our rally"."""


def _is_quoted(found: Found) -> bool:
    """Whether a sentence holds such words, and no march was told before them.

    A march behind a banner that reads "We are dying" is told outside of them.
    """
    quoted = _OUR_WORDS.inside(found.text, found.sentence)
    return quoted is not None and not any(
        t.family == "protest" and not t.is_noun and t.end <= quoted.start() for t in found.triggers
    )


_SPEECH = Pattern(
    r"\b(?:told|addressing|addressed|speaking\s+(?:at|to|in)|spoke\s+(?:at|to|in))\s+(?:an?|the)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:rally|gathering|public\s+meeting|convention|assembly|house|senate|seminar|"
    r"congregation|procession)\b",
    re.IGNORECASE,
)
"""Where politicians speak of what was done, without a figure."""
_ASKED = Pattern(
    r"\b(?:ask(?:ed|s|ing)?|wonder(?:ed|s|ing)?|question(?:ed|s|ing)?|demand(?:ed|s|ing)?\s+to\s+know|"
    r"explain(?:ed|s)?)\s+(?:[\w-]+\s+){0,2}?(?:why|how)\b",
    re.IGNORECASE,
)


def _is_in_question(found: Found) -> bool:
    """Whether all that is told stands behind a question: "asked why mines were attacked"."""
    asked = _ASKED.inside(found.text, found.sentence)
    if asked is None or any(is_own_day(span) for span in found.dates):
        return False
    return all(trigger.start > asked.start() for trigger in found.triggers)


_ACTED_BEFORE = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?:was|were|came)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


def _acts_now(found: Found) -> bool:
    """Whether mourners are themselves attacked: a main verb, somebody harmed."""
    if not is_counted(found.counts):
        return False
    for trigger in found.triggers:
        if trigger.is_noun or trigger.family not in VIOLENT | {"killing", "riot"}:
            continue
        if _IN_WHICH.search(found.text, found.sentence.start, trigger.start):
            continue
        lead = found.text[max(found.sentence.start, trigger.start - 30) : trigger.start]
        words = found.text[trigger.start : trigger.end].lower()
        alone = words.startswith(("was ", "were ", "came under"))
        if _ACTED_BEFORE.search(lead) or (alone and not _RELATIVE.search(lead)):
            return True
    return False


_RELATIVE = re.compile(r"\b(?:who|which|that)\s+$", re.IGNORECASE)
_IN_WHICH = re.compile(r"\b(?:in|during|at)\s+which\b")
_BURIED = Pattern(r"\b(?:funeral|burial|buried|laid\s+to\s+rest)\b", re.IGNORECASE)
_OF_OLD = re.compile(r"anniversary|martyr|memor|commemorat|remember|years|برسی")


def _is_burial(found: Found) -> bool:
    """Whether those who are buried died in an attack that a verb tells, and no anniversary is."""
    told = any(t.family in VIOLENT | {"killing"} and not t.is_noun for t in found.triggers)
    old = any(_OF_OLD.search(cue.key) for cue in found.cues if cue.word == "commemoration")
    return told and not old and found.matches(_BURIED)


def _is_comment(found: Found, said: Said, *, counted: bool) -> bool:
    """Whether a sentence condemns, denies, lists security measures, or tells of nothing real."""
    if is_nothing(found) or is_taken_as_known(found) or is_long_after(found):
        return True
    if not counted and _is_quoted(found) and not any(is_own_day(s) for s in found.dates):
        return True
    if not any(count.best for count in found.counts) and found.matches(_SPEECH):
        return True
    if not counted and found.matches(_ASKED) and _is_in_question(found):
        return True
    families = {trigger.family for trigger in found.triggers}
    acts = any(not trigger.is_noun for trigger in found.triggers)
    if is_denied(found, counted=counted):
        return True
    if said["meeting"] and not (acts or counted):
        return True
    if said["condemn"] and is_abroad(found):
        return True
    told = is_of_one_attack(found) or any(is_own_day(span) for span in found.dates)
    if said["condemn"] and not acts and not (counted and told):
        return True
    if not said["security_plan"] or counted or families & {"explosion", "clash"}:
        return False
    return not any(
        t.family in VIOLENT | {"killing"} and not (t.is_noun or t.definite) for t in found.triggers
    )
