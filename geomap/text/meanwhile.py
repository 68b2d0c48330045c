"""What happened while or after people marked, rehearsed or heard something: an event of today.

"The anniversary was observed on Sunday. Hours later a policeman was shot dead": the words of time
part what they open from the ceremony, the drill or the hearing told before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from geomap.text.counts import Count
from geomap.text.events import Cue
from geomap.text.found import is_own_day
from geomap.text.lately import DatedActs, is_lately
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["begins_anew", "goes_on_now", "sets_apart"]

_UNIT = r"(?:hours?|days?|minutes)"
_FEW = (
    r"(?:(?:only|just|barely|some|about|nearly|a|an|few|several|couple\s+of|\d+|"
    r"one|two|three|four|five|six|ten|twelve)\s+){0,3}"
)
_TIME = (
    r"(?:day|night|evening|afternoon|morning|noon|midday|midnight|dusk|dawn|nightfall|sunset|"
    r"hour|time)"
)
_LATER = (
    rf"{_FEW}{_UNIT}\s+(?:later|afterwards|earlier|before)\b"
    rf"|(?:later|earlier)\s+(?:in\s+the\s+{_TIME}|(?:that|the\s+same)\s+{_TIME}|on\s+[A-Z]\w+day)\b"
    rf"|(?:(?:on|in|at|around)\s+)?(?:about\s+)?the\s+(?:very\s+)?same\s+{_TIME}\b|that\s+(?:very\s+)?(?:same\s+)?{_TIME}\b"
    rf"|{_FEW}{_UNIT}\s+after\s+(?:the|this)\s+(?:ceremony|function|event|prayers?|match|hearing|drill|exercise|session|parade|rally|visit)\b"
    rf"|{_FEW}{_UNIT}\s+after\s+the\s+(?:ceremony|function|event|prayers?|match|hearing|drill|exercise|session|parade)\b"
    r"|meanwhile|in\s+the\s+meantime|afterwards|soon\s+after(?:wards)?|"
    r"shortly\s+after(?:wards)?|later(?=,)"
)
_ENDED = (
    r"(?:it|this|that|they|he|she|(?:the|this|that)\s+[\w'’ -]{3,40}?)\s+"
    r"(?:was\s+over|(?:had\s+)?(?:been\s+)?(?:ended|finished|concluded|dispersed|left|gone))"
)
_CLOCK = rf"(?:in\s+the|at|by|after|before)\s+{_TIME}\b"
_THEN = rf"(?:{_LATER}|{_CLOCK}|{_FEW}{_UNIT}\s+after\s+{_ENDED}\b|(?:as|when|after)\s+{_ENDED}\b)"
_OPENS = re.compile(rf"[\"“(]?(?:(?P<clock>{_CLOCK})|{_THEN})", re.IGNORECASE)
_GOES_ON = Pattern(rf"(?:[,;:—–]\s+(?:and\s+|but\s+)?|\band\s+){_THEN}", re.IGNORECASE)
"""Words of time that open a clause: "hours later", "on the same day", "after it ended"."""
_AROUND = re.compile(
    rf"[\"“(]?(?:{_FEW}{_UNIT}\s+(?:after|before)|(?:even\s+)?(?:while|as)|"
    r"on\s+the\s+(?:very\s+)?day\s+(?:that|when|on\s+which))\s+"
    r"(?:(?!\b(?:began|begun|started|opened)\b)[^;:.]){8,140}?,\s",
    re.IGNORECASE,
)
"""A clause of time before the main one: "a day after a drill at the port, "."""
_AT_END = Pattern(
    rf"\s{_FEW}{_UNIT}\s+(?:after|before)\s|\s(?:on|before)\s+the\s+(?:very\s+)?(?:eve|morning|day)\s+(?:of|before|after)\s",
    re.IGNORECASE,
)
"""The same behind it: "was shot dead, hours after he had taken part in a drill"."""
_IS_TOLD = re.compile(
    r"\b(?:said|says|told|heard|recalled|added|that|who|which|whom|where|had|have|has|would|will|vowed|remember\w*)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:for|of|to|by|with)\s+(?:the|those|all|its|their|his|her)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a participle that only names people: "a bell rang for the children killed"."""
_OLD = re.compile(
    r"\b(?:in|of|since)\s+(?:the\s+year\s+)?(?:19|20)\d\d\b|\byears?\s+(?:ago|earlier|before)\b|\blast\s+year\b"
    r"|\bin\s+the\s+(?:story|plot|film|play|novel|script|scenario)\b",
    re.IGNORECASE,
)
_NARRATED = re.compile(
    r"\b(?:when|in\s+which|where|after|that)\s+(?:(?!\b(?:killed|targeted)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_FRAMES = {"commemoration", "exercise", "trial"}
_ACTS = {"abduction", "armed", "clash", "explosion", "killing", "riot"}
_HARM = {"killed", "injured"}
_VICTIMS = {"civilians", "security_forces"}


class Telling(DatedActs, Protocol):
    """A sentence with the verbs, dates, cues and figures found in it."""

    @property
    def sentence(self) -> Sentence: ...
    @property
    def cues(self) -> Sequence[Cue]: ...
    @property
    def counts(self) -> Sequence[Count]: ...


def _is_frame(text: str, told: Telling) -> bool:
    """Whether a sentence sets a scene of today: a ceremony, a drill, a hearing with its day.

    Not where it also tells the old attack itself ("the day when gunmen stormed the academy"), with
    which the next one may go on.
    """
    if not any(is_own_day(span) for span in told.dates):
        return False
    cues = {cue.word for cue in told.cues}
    if "commemoration" not in cues:
        return bool(cues & _FRAMES)
    start = told.sentence.start
    return not any(
        not (t.is_noun or t.definite)
        and t.family in _ACTS
        and _NARRATED.search(text, start, t.start) is not None
        for t in told.triggers
    )


def begins_anew(text: str, told: Telling, frame: Telling) -> bool:
    """Whether a sentence opens with words of time and then tells an attack: "hours later ...".

    `frame` is the sentence before. After a drill a mere hour of the day is one of the drill, unless
    others than its attackers are harmed.
    """
    opens = _OPENS.match(text, told.sentence.start, told.sentence.end)
    clock = opens is not None and opens["clock"] is not None
    opens = opens or _AROUND.match(text, told.sentence.start, told.sentence.end)
    if opens is None or not (_is_frame(text, frame) and _acts_after(text, told, opens.end())):
        return False
    drilled = any(cue.word == "exercise" for cue in frame.cues)
    return not (clock and drilled) or any(
        c.best and c.outcome in _HARM and c.side in _VICTIMS for c in told.counts
    )


def sets_apart(text: str, told: Telling) -> bool:
    """Whether a sentence names a drill or a ceremony only to say when something else happened."""
    frames = [cue for cue in told.cues if cue.word in _FRAMES]
    if not frames:
        return False
    last, end = frames[-1].end, told.sentence.end
    start = told.sentence.start
    if _broke_in(text, told, _CUT_SHORT) and _OLD.search(text, start, end) is None:
        return True
    around = _AROUND.match(text, told.sentence.start, end)
    if around is not None and last <= around.end():
        return _acts_after(text, told, around.end())
    opens = _GOES_ON.inside(text, told.sentence)
    if opens is not None and last <= opens.start():
        return _acts_after(text, told, opens.end())
    behind = _AT_END.inside(text, told.sentence)
    if behind is None or frames[0].start < behind.end():
        return False
    return _acts(text, told, told.sentence.start, behind.start())


def _acts_after(text: str, told: Telling, start: int) -> bool:
    """Whether somebody attacks behind an offset and no drill, ceremony or year is named there."""
    end = told.sentence.end
    if _OLD.search(text, start, end) or any(
        cue.word in _FRAMES and cue.start >= start for cue in told.cues
    ):
        return False
    return _acts(text, told, start, end)


def _acts(text: str, told: Telling, start: int, end: int) -> bool:
    """Whether a clause tells an attack in the past tense."""
    harmed = any(c.best and c.outcome in _HARM and start <= c.start < end for c in told.counts)
    acts = [
        t
        for t in told.triggers
        if start <= t.start < end
        and t.family in _ACTS
        and not t.definite
        and (harmed or not t.is_noun)
        and not _OF_PEOPLE.search(text, start, t.start)
    ]
    return bool(acts) and _IS_TOLD.search(text, start, acts[0].start) is None


_HOWEVER = Pattern(r"\b(?:however|meanwhile|but|elsewhere|even\s+as)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:speech|speak\w*|address\w*|recit\w+|stage|dais|prayers?|praying|fateha|quran|candles?|"
    r"lamps?|guests|poets?|tributes?|wreaths?|graves?|hymns?|qawwals?)\b[^.;]{0,160}?"
    r"\bwhen\s[^.;]{0,60}$",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(
    r"\b(?:cut\s+short|interrupted|broken\s+off|disrupted|suspended|abandoned|adjourned|halted|(?:came|brought)\s+to\s+(?:an?|its)\s+"
    r"(?:\w+\s+)?(?:stop|end|halt|close))\b[^.;]{0,60}?\bwhen\s[^.;]{0,60}$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\b(?:he|she|who)\s+(?:had|was)\b", re.IGNORECASE)


def goes_on_now(text: str, scenes: Sequence[Telling], at: int, published: date | None) -> bool:
    """Whether a sentence goes on with a day of now: "that morning, however", "when it went off".

    The last day that was named before it is one of the last ten before the publication.
    """
    scene = scenes[at]
    if scene.dates:
        told = _HOWEVER.inside(text, scene.sentence) is not None
        told = told and any(is_lately(span, published) for span in scene.dates)
    else:
        told = _broke_in(text, scene, _WHEN) or _broke_in(text, scene, _CUT_SHORT)
    if not told:
        return False
    dated = next((one for one in reversed(scenes[:at]) if one.dates), None)
    if dated is not None and not scene.dates and _broke_in(text, scene, _CUT_SHORT):
        days = (one for one in reversed(scenes[:at]) if any(is_own_day(s) for s in one.dates))
        dated = next(days, dated)
    return dated is not None and any(
        is_own_day(span) and is_lately(span, published) for span in dated.dates
    )


def _broke_in(text: str, told: Telling, words: re.Pattern[str]) -> bool:
    """Whether an attack broke in on a ceremony: "a poet was reciting when a bomb went off".

    What one man did when it befell him may be the old event itself.
    """
    start = told.sentence.start
    acts = [t.start for t in told.triggers if not (t.is_noun or t.definite)]
    return any(
        words.search(text, start, act) and not _OF_ONE.search(text, start, act) for act in acts
    )
