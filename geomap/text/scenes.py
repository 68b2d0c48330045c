"""Sentences read for what they report: triggers, cues, dates, counts, and how they are meant.

A `Reading` is one article read once; roles, mentions and accounts all work on it. Each of its
scenes is a sentence with a mood:

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
comment       condemns, condoles, promises or describes security measures
none          has no trigger
============  ====================================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from geomap.records import Article
from geomap.text.actors import ActorSpan, find_actors
from geomap.text.counts import Count, find_counts
from geomap.text.datelines import Dateline, find_datelines
from geomap.text.dates import DateSpan, find_dates, publication_date_in
from geomap.text.events import Cue, Trigger, find_cues, find_triggers
from geomap.text.lexicon import Folded, fold_text
from geomap.text.sentences import Sentence, split_sentences

__all__ = ["Reading", "Scene", "is_dated", "is_heading", "read_scenes"]

_HEADING_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what was found in it; spans are offsets into the article's text."""

    sentence: Sentence
    mood: str
    triggers: tuple[Trigger, ...]
    cues: tuple[Cue, ...]
    dates: tuple[DateSpan, ...]
    counts: tuple[Count, ...]
    actors: tuple[ActorSpan, ...]

    @property
    def is_firm(self) -> bool:
        """Whether it reports an event by itself: with an act, a figure or a day of its own."""
        if self.mood != "reported":
            return False
        fresh = [trigger for trigger in self.triggers if not trigger.definite]
        dated = any(is_dated(span) for span in self.dates)
        if _is_counted(self.counts):
            return bool(fresh) or dated
        return bool(fresh) and (dated or any(not trigger.is_noun for trigger in fresh))

    def says(self, word: str) -> bool:
        """Whether a cue of this word stands in the sentence."""
        return any(cue.word == word for cue in self.cues)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its scenes in order; `topic` is a word for articles without incidents."""

    article: Article
    folded: Folded
    scenes: tuple[Scene, ...]
    datelines: tuple[Dateline, ...]
    topic: str


_SHORT_RANGE = 14


def is_dated(span: DateSpan) -> bool:
    """Whether a date is exact enough to be that of one event: days, not months."""
    if span.first is None or span.last is None or "future" in span.rules or span.since:
        return False
    return (span.last - span.first).days <= _SHORT_RANGE


def read_scenes(article: Article) -> Reading:
    """Read an article's sentences once for everything that later steps need."""
    text = article.text
    folded = fold_text(text)
    sentences = split_sentences(text)
    cues = find_cues(folded)
    topic = _topic(cues, sentences)
    triggers = find_triggers(folded)
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    counts = find_counts(text, sentences=spans)
    datelines = tuple(find_datelines(text))
    dates = _dates(article, datelines)
    actors = find_actors(folded)
    scenes: list[Scene] = []
    for sentence in sentences:
        own_triggers = tuple(_within(triggers, sentence))
        own_cues = tuple(_within(cues, sentence))
        own_counts = tuple(_within(counts, sentence))
        own_dates = tuple(_within(dates, sentence))
        if not own_triggers and (
            any(is_dated(span) for span in own_dates) or not any(s.is_firm for s in scenes)
        ):
            own_triggers = _harm(own_counts)
        mood = _TOPIC_MOODS.get(topic, topic) or _mood(
            text, sentence, own_triggers, own_cues, own_counts, own_dates
        )
        scenes.append(
            Scene(
                sentence,
                mood,
                own_triggers,
                own_cues,
                own_dates,
                own_counts,
                tuple(_within(actors, sentence)),
            ),
        )
    return Reading(article, folded, tuple(_under_lead(scenes)), datelines, topic)


_LEAD_MOODS = {"recalled", "tried", "rehearsed", "other"}
_REVIEW_DAYS = 60


def _under_lead(scenes: Sequence[Scene]) -> list[Scene]:
    """Read an article on an old, tried, rehearsed or accidental event as being about that.

    Its later sentences report something new only where they name a day of their own; so do those
    of a review whose first figures stand for months.
    """
    lead = next((scene for scene in scenes if scene.mood != "none"), None)
    if lead is None:
        return list(scenes)
    mood = lead.mood if lead.mood in _LEAD_MOODS else "recalled" if _is_review(lead) else ""
    if not mood:
        return list(scenes)
    return [
        replace(scene, mood=mood)
        if scene.mood == "reported" and not any(_is_own_day(span) for span in scene.dates)
        else scene
        for scene in scenes
    ]


def _is_review(lead: Scene) -> bool:
    return lead.mood == "aggregate" and any(
        (span.last - span.first).days >= _REVIEW_DAYS
        for span in lead.dates
        if span.first is not None and span.last is not None
    )


def _is_own_day(span: DateSpan) -> bool:
    """Whether a date names a day by itself, not by pointing at one named before."""
    return is_dated(span) and not any(rule.startswith("anchored") for rule in span.rules)


def _harm(counts: Sequence[Count]) -> tuple[Trigger, ...]:
    """Take deaths and abductions as what is reported where no other word says what happened."""
    families = {"killed": "killing", "abducted": "abduction"}
    for count in counts:
        plain = not (count.aggregate or count.increment or count.update or count.part)
        if plain and count.best and count.outcome in families and "accident" not in count.rules:
            family = families[count.outcome]
            kind = "by_target" if family == "killing" else "Violence against civilians"
            sub = None if family == "killing" else "Abduction/forced disappearance"
            words = count.number_start, max(count.number_end, count.number_start + 1)
            return (Trigger(*words, family, kind, sub, definite=False, is_noun=False),)
    return ()


def _dates(article: Article, datelines: Sequence[Dateline]) -> list[DateSpan]:
    """Return the dates of the text without those of its header line and datelines."""
    text, published = article.text, article.published
    header = publication_date_in(text)
    spans = [
        span
        for span in find_dates(text, published=published)
        if (header is None or span.start >= header.end)
        and not any(line.start <= span.start < line.end for line in datelines)
    ]
    known = {span.start for span in spans}
    spans += [span for span in _listed_weekdays(text, published) if span.start not in known]
    return _anchored(sorted(spans, key=_start))


_LISTED = re.compile(
    r"^[ \t*•–-]*(?P<day>Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?[*_]*\s*[-–—:,]",
    re.MULTILINE,
)
_WEEKDAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip


def _listed_weekdays(text: str, published: date | None) -> Iterator[DateSpan]:
    """Read the short weekdays that open the lines of a list ("Mon - ...")."""
    for match in _LISTED.finditer(text):
        word = _WEEKDAYS[match["day"].lower()[:3]]
        for span in find_dates(f"on {word}", published=published)[:1]:
            yield replace(span, start=match.start("day"), end=match.end("day"))


def _anchored(spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Count "the next day" and "the same evening" from the day named before them."""
    answer: list[DateSpan] = []
    base: date | None = None
    for span in spans:
        anchored = span.first is None and span.days is not None
        if anchored and base is not None and any(r.startswith("anchored") for r in span.rules):
            day = base + timedelta(days=span.days or 0)
            span = replace(span, first=day, last=day, precision="day")  # noqa: PLW2901
        answer.append(span)
        if span.first is not None and span.precision in {"day", "range"} and not span.since:
            base = span.last if span.last is not None else span.first
    return answer


_TOPIC_MOODS = {"sport": "other"}


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _within(spans: Sequence[SpanT], sentence: Sentence) -> Sequence[SpanT]:
    """Return the spans that start inside a sentence; `spans` are in text order."""
    first = bisect_left(spans, sentence.start, key=_start)
    last = bisect_left(spans, sentence.end, lo=first, key=_start)
    return spans[first:last]


def _start(span: _Spanned) -> int:
    return span.start


_TOPIC_CUES = 3
_LEAD_SENTENCES = 3


def _topic(cues: Sequence[Cue], sentences: Sequence[Sentence]) -> str:
    """Name the topic of an article that reports no incident at all, or return ''."""
    tally = Counter(cue.word for cue in cues)
    if tally["sport"] >= _TOPIC_CUES:
        return "sport"
    lead_end = sentences[min(_LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    lead = {cue.word for cue in cues if cue.start < lead_end}
    if "exercise" in lead and tally["exercise"] >= 2:
        return "rehearsed"
    if tally["politics"] >= _TOPIC_CUES + 1 and "politics" in lead:
        return "other"
    return ""


_HARD = {"explosion", "clash", "abduction", "body", "riot", "disrupted", "operation"}
_VIOLENT = {"explosion", "clash", "armed", "abduction", "operation"}
_MILD_BLAST = {
    "blast", "blasts", "explosion", "explosions", "exploded", "explodes", "blasting", "goes off",
    "دھماکہ", "دھماکے", "دھماکا", "پھٹنے", "پھٹ گیا",
}  # fmt: skip
_PLANNED_WINDOW = 70
_WILL = re.compile(
    r"\b(?:will|would|(?:could|might|may)(?!\s+(?:be|have\s+been)\s+behind)|shall|plans?\s+to|threaten\w*|if|called?\s+for|"
    r"announced\s+(?:a|to))\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SEPARATE = re.compile(
    r"\bin\s+(?:\w+\s+)?separate\s+(?:\w+\s+)?(?:incidents|attacks|engagements|operations)\b"
    r"|مختلف واقعات میں",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:attacks|incidents|blasts|operations|cases)\b|واقعات|حملوں", re.IGNORECASE
)
_TALLY = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d+|dozens\s+of|hundreds\s+of|scores\s+of|number\s+of)\s+"
    r"(?:\w+\s+){0,2}?(?:attacks|incidents|bombings|blasts|operations|clashes|ambushes|cases)\b"
    r"|\b(?:violence|attacks|incidents|fatalities|bombings)\s+(?:\w+\s+){0,4}?"
    r"(?:climb\w*|rose|risen|increas\w+|dropp\w+|declin\w+|doubl\w+|surg\w+|fell|spiked)\b"
    r"|\battacks\s+(?:\w+\s+){0,8}?numbered\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:of\s+late|lately|recently|in\s+recent\s+(?:days|weeks|months|years)|over\s+the\s+years|"
    r"frequently|often|repeatedly|time\s+and\s+again|routinely|regularly)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:years?|months)\s+(?:ago|earlier|before)\b", re.IGNORECASE)
_FAR_DAYS = 21


def _mood(
    text: str,
    sentence: Sentence,
    triggers: Sequence[Trigger],
    cues: Sequence[Cue],
    counts: Sequence[Count],
    dates: Sequence[DateSpan],
) -> str:
    """Say how the triggers of a sentence are meant; the first rule that holds decides."""
    said = Counter(cue.word for cue in cues)
    if _is_aggregate(text, sentence, said, dates, counts):
        return "aggregate"
    if not triggers:
        return "none"
    fresh = _fresh(dates)
    vague = not fresh and _VAGUE.search(text, sentence.start, sentence.end)
    if (
        vague
        or _looks_back(text, sentence, dates)
        or _AGO.search(text, sentence.start, sentence.end)
    ):
        return "recalled"
    if said["exercise"]:
        return "rehearsed"
    if said["trial"] >= 2 or (said["trial"] and not fresh):
        return "tried"
    counted = _is_counted(counts)
    if _is_mishap(said, text, triggers) or (said["sport"] and not counted):
        return "other"
    if said["commemoration"] or (said["recalled"] and not fresh):
        return "recalled"
    if not counted and _all_planned(text, sentence, triggers, cues):
        return "planned"
    return "comment" if _is_comment(said, triggers, counted=counted) else "reported"


_HAD = re.compile(r"\bhad\s+(?:also\s+|earlier\s+|already\s+)?(?:been\s+)?\w+(?:ed|en|t|un)\b")


def _looks_back(text: str, sentence: Sentence, dates: Sequence[DateSpan]) -> bool:
    """Whether a sentence in the past perfect names only a month or year."""
    known = [span for span in dates if span.first is not None]
    coarse = any(span.precision in {"month", "year"} for span in known) and not any(
        span.precision == "day" and span.kind == "absolute" for span in known
    )
    return coarse and _HAD.search(text, sentence.start, sentence.end) is not None


def is_heading(text: str, scene: Scene) -> bool:
    """Whether a sentence is a heading: short, a line of its own, without an end mark."""
    sentence = scene.sentence
    line_start = text.rfind("\n", 0, sentence.start) + 1
    line_end = text.find("\n", sentence.end)
    line_end = len(text) if line_end < 0 else line_end
    if text[line_start : sentence.start].strip() or text[sentence.end : line_end].strip():
        return False
    words = text[sentence.start : sentence.end].rstrip("\"'”’»)")
    return len(words) <= _HEADING_LENGTH and not scene.dates and words[-1:] not in ".!?۔؟…"


def _is_comment(said: Counter[str], triggers: Sequence[Trigger], *, counted: bool) -> bool:
    """Whether a sentence condemns, condoles or lists security measures and reports nothing."""
    families = {trigger.family for trigger in triggers}
    acts = any(not trigger.is_noun for trigger in triggers)
    if said["condemn"] and not acts and not (counted and families & _HARD):
        return True
    return bool(said["security_plan"]) and not counted and not families & {"explosion", "clash"}


def _is_counted(counts: Sequence[Count]) -> bool:
    """Whether a sentence gives a figure other than none."""
    return any(count.best or count.low for count in counts)


def _is_aggregate(
    text: str,
    sentence: Sentence,
    said: Counter[str],
    dates: Sequence[DateSpan],
    counts: Sequence[Count],
) -> bool:
    """Whether figures stand for a long period: data, a review, a sum since some month."""
    if any(count.aggregate for count in counts):
        return True
    if _SEPARATE.search(text, sentence.start, sentence.end):
        return True
    if any(span.since for span in dates) and not counts:
        return True
    if _WEEKLY.search(text, sentence.start, sentence.end) and any(
        span.precision == "week" for span in dates
    ):
        return True
    if not _fresh(dates) and _TALLY.search(text, sentence.start, sentence.end):
        return True
    if not said["aggregate"]:
        return False
    harm = any(count.outcome in {"killed", "injured"} for count in counts)
    return harm and any(
        span.first and span.last and (span.last - span.first).days >= _FAR_DAYS for span in dates
    )


def _is_mishap(said: Counter[str], text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether accident or weather words explain every trigger of the sentence."""
    if not (said["accident"] or said["weather"]):
        return False
    return not any(
        trigger.family in _VIOLENT and text[trigger.start : trigger.end].lower() not in _MILD_BLAST
        for trigger in triggers
    )


def _all_planned(
    text: str, sentence: Sentence, triggers: Sequence[Trigger], cues: Sequence[Cue]
) -> bool:
    """Whether every trigger stands shortly after words of planning, threat or possibility."""
    plans = [cue for cue in cues if cue.word == "planned"]
    for trigger in triggers:
        before = text[max(sentence.start, trigger.start - _PLANNED_WINDOW) : trigger.start]
        near_plan = any(0 <= trigger.start - cue.end <= _PLANNED_WINDOW for cue in plans)
        if not near_plan and _WILL.search(before) is None:
            return False
    return True


def _fresh(dates: Sequence[DateSpan]) -> bool:
    """Whether the sentence names a day or week near the publication."""
    return any(
        date.precision in {"day", "week"} or date.kind in {"weekday", "relative"}
        for date in dates
        if date.first is not None and "future" not in date.rules
    )
