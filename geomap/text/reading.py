"""An article read once: its sentences with triggers, cues, dates, counts, actors and a mood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from geomap.records import Article
from geomap.text._date_ranks import names_event
from geomap.text.actors import ARMED_KINDS, ActorSpan, basis_of, find_actors
from geomap.text.acts import armed_act, harm_of
from geomap.text.clauses import split_clauses
from geomap.text.company import in_company
from geomap.text.counts import Count, find_counts
from geomap.text.date_layout import article_dates
from geomap.text.datelines import Dateline, find_datelines
from geomap.text.dates import DateSpan, publication_date_in
from geomap.text.events import Trigger, find_cues, find_triggers
from geomap.text.leads import (
    announced_tone,
    explained_tone,
    in_recall,
    on_stage,
    out_of_date,
    staged_tone,
    under_lead,
)
from geomap.text.lexicon import fold_text
from geomap.text.moods import Found, is_armed, is_dated, is_own_day, mood_of
from geomap.text.parts import in_parts
from geomap.text.patterns import Pattern
from geomap.text.plain import plain_text
from geomap.text.references import with_references
from geomap.text.scenes import Reading, Scene
from geomap.text.sentences import Sentence, sentence_at, split_sentences
from geomap.text.sums import rounded_up, summed
from geomap.text.topics import topic_of
from geomap.text.unrest import in_protest
from geomap.text.wordings import with_wordings

__all__ = ["read_scenes"]


def read_scenes(article: Article) -> Reading:
    """Read an article's sentences once for everything that later steps need."""
    plain = plain_text(article.text)
    text = plain.text
    article = article if plain.is_written else replace(article, text=text)
    folded = fold_text(text)
    sentences = split_sentences(text)
    cues = find_cues(folded)
    topic = topic_of(text, cues, sentences)
    triggers = with_wordings(text, sentences, find_triggers(folded))
    counts = _counts(text, sentences)
    datelines = tuple(find_datelines(text))
    dates = _dates(article, datelines)
    actors = find_actors(folded)
    sentences = split_clauses(text, sentences, triggers)
    scenes: list[Scene] = []
    firm = False
    found_in = zip(
        sentences,
        *(_by_sentence(spans, sentences) for spans in (triggers, cues, counts, dates, actors)),
        strict=True,
    )
    for sentence, own_triggers, own_cues, own_counts, own_dates, own_actors in found_in:
        found = Found(
            text=text,
            sentence=sentence,
            published=article.published,
            triggers=own_triggers,
            cues=own_cues,
            counts=own_counts,
            dates=own_dates,
        )
        meant, is_old = _triggers_meant(found, own_actors, firm=firm)
        found.triggers = meant
        topic = "" if _is_attack(found, own_actors) else topic
        mood = _mood(found, topic, is_old=is_old)
        scenes.append(Scene(sentence, mood, meant, own_cues, own_dates, own_counts, own_actors))
        firm = firm or scenes[-1].is_firm
    scenes = rounded_up(text, summed(text, with_references(text, scenes)))
    scenes = in_parts(text, in_recall(out_of_date(scenes)))
    scenes = _under_headline(article, text, scenes)
    return Reading(article, folded, tuple(scenes), datelines, topic, plain)


def _under_headline(article: Article, text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read the scenes as the headline, the lead or a later explanation says they are meant."""
    staged = staged_tone(text, scenes)
    if staged:
        return on_stage(article, scenes, staged)
    tone = announced_tone(article, scenes) or explained_tone(text, scenes)
    return under_lead(article, scenes, tone)


def _mood(found: Found, topic: str, *, is_old: bool) -> str:
    """Return how a sentence is meant; `is_old`: all that it tells is long past."""
    mood = _TOPIC_MOODS.get(topic, topic) or mood_of(found)
    return "recalled" if is_old and mood in {"reported", "none"} else mood


def _triggers_meant(
    found: Found, actors: Sequence[ActorSpan], *, firm: bool
) -> tuple[tuple[Trigger, ...], bool]:
    """Return the triggers that a sentence means, and whether all it tells is long past.

    Without any trigger, harm or an armed act is one. `firm` says that a sentence before has
    reported an event: then harm without a day of its own belongs to that one, and so does a claim.
    """
    text, sentence, dates = found.text, found.sentence, found.dates
    fresh = _without_old(text, found.triggers, dates, found.published)
    is_old = len(fresh) < len(found.triggers) and all(one.definite for one in fresh)
    triggers = in_company(fresh, actors, text, sentence) if fresh else ()
    if triggers:
        triggers = in_protest(triggers, actors, text)
    is_claim = firm and any(one.kind == "group" for one in actors)
    is_claim = is_claim and bool(basis_of(text, sentence.start, sentence.end))
    is_told = bool(triggers) or is_old or is_claim
    apart = not firm or any(is_dated(span) for span in dates)
    if not is_told and (apart or _OPENS_WITH_PLACE.match(text, sentence.start)):
        triggers = harm_of([one for one in found.counts if not _is_of_old(text, one.start)])
    if not is_old:
        triggers = triggers or armed_act(text, sentence, actors, dates)
    return tuple(triggers), is_old


_OPENS_WITH_PLACE = re.compile(
    r"\W*(?:In|At|Near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?[A-Z]|\W*[\u0620-\u06ff]+(?:\s+[\u0620-\u06ff]+)?\s+میں\s"
)
_OLD_DAYS = 60
_OLD_REACH = 40
_JOINED = re.compile(r"[,;.،؛۔]|\band\b|\sاور\s")


def _without_old(
    text: str,
    triggers: Sequence[Trigger],
    dates: Sequence[DateSpan],
    published: date | None,
) -> Sequence[Trigger]:
    """Leave out triggers of long ago: "blown up in 2024", "the May 9, 2019 attack", "which had"."""
    if triggers:
        triggers = [trigger for trigger in triggers if not _is_before(text, trigger)]
        triggers = [
            replace(one, definite=True) if not one.definite and _is_known(text, one) else one
            for one in triggers
        ]
    old = [
        span
        for span in dates
        if published is not None
        and span.last is not None
        and not span.since
        and (published - span.last).days > _OLD_DAYS
    ]
    if not old or len(old) == len(dates):
        return triggers
    return [
        trigger
        for trigger in triggers
        if not any(
            (
                0 <= span.start - trigger.end <= _OLD_REACH
                and _JOINED.search(text, trigger.end, span.start) is None
            )
            or (trigger.is_noun and names_event(text, span.end, trigger.start))
            for span in old
        )
    ]


_ACCUSED = re.compile(
    r"\b(?:charges?|accused|suspected|suspicion|guilty|accusations?|allegations?)\s+of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WHICH_HAD = Pattern(
    r"\b(?:feud|enmity|dispute|violence|insurgency|wave|spate|series|conflict|clashes|attacks|group|outfit|"
    r"network|gang)\b[^.;]{0,70}?,?\s+(?:which|that)\s+(?:had|has|have)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\b(?:which|that|who)\s+(?:\w+\s+)?$")
_SPONSORED = Pattern(
    r"\b(?:sponsor\w*|harbou?r\w*|support\w*|fund\w*|shelter\w*|nurtur\w*|behind)\b[^.;]{0,40}?"
    r"\b(?:groups?|outfits?|organi[sz]ations|elements|proxies|networks?|terrorists|militants)\s+"
    r"(?:which|that|who)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What a group is wont to do, said of those who stand behind it."""


_WHEREABOUTS = "whereabouts"
_THEIRS = re.compile(r"\b(?:their|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _is_known(text: str, trigger: Trigger) -> bool:
    """Whether words only speak of what was told: a charge, or "their whereabouts are not known"."""
    if text.startswith(_WHEREABOUTS, trigger.start):
        return _THEIRS.search(text, max(0, trigger.start - 20), trigger.start) is not None
    return _is_charge(text, trigger)


def _is_charge(text: str, trigger: Trigger) -> bool:
    """Whether words only say what somebody stands accused of: "on the charge of killing"."""
    lead = text[max(0, trigger.start - 45) : trigger.start]
    return " of " in lead and _ACCUSED.search(lead) is not None


def _is_before(text: str, trigger: Trigger) -> bool:
    """Whether a verb tells what a feud or a group did before: "a feud which had claimed lives"."""
    if trigger.is_noun:
        return False
    return _is_of_old(text, trigger.start)


_YEARS_AFTER = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|ten|\d+|several|many)\s+(?:years?|months?|decades?)\s+"
    r"(?:after|since)\s+[^,;.]*$",
    re.IGNORECASE,
)


def _is_of_old(text: str, start: int) -> bool:
    """Whether words before say that something was long ago: "a year after men had seized"."""
    lead = text[max(0, start - 120) : start]
    if " ha" in lead and _WHICH_HAD.search(lead) is not None:
        return True
    if _WHO_DID.search(lead) is not None and _SPONSORED.search(lead) is not None:
        return True
    return ("after" in lead or "since" in lead) and _YEARS_AFTER.search(lead) is not None


_NAMES_OUTCOME = Pattern(
    r"kill|dead|death|die|fatal|toll|injur|wound|hurt|lives|casualt|martyr|ہلاک|جاں|زخمی|شہید|اموات",
    re.IGNORECASE,
)
_IN_OFFICE = Pattern(
    r"\bTaliban\s+(?:administration|officials?|government|authorities|ministry|police|governor)\b",
    re.IGNORECASE,
)


_ARMED_SIDES = {"militants", "security_forces"}
_GUARD = re.compile(
    r"\b(?:his|her|their|whose|personal|private|the\s+\w+['’]s)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:gunm[ae]n|guards?|bodyguards?|armed\s+men|shooters?)\b"
    r"|(?:ان\s+ک[ےای]|اس\s+ک[ےای]|اپنے|ذاتی|نجی)\s+(?:\S+\s+){0,2}?(?:محافظ|گن\s?مین|گارڈ|باڈی\s?گارڈ)",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:superintendent|D?SP|SSP|SHO|DPO|inspector|constables?|major|captain|colonel|lieutenant|brigadier|officers?|police\w*|"
    r"commandant|commander|commissioner|judge|magistrate|minister|Levies|soldiers?)\b|پولیس|ایس\s?پی|ایس\s?ایچ\s?او|انسپکٹر|میجر|کیپٹن|کرنل|افسر|لیویز",
    re.IGNORECASE,
)
_GUARD_REACH, _OFFICER_REACH = 30, 60


def _is_guard(text: str, count: Count) -> bool:
    """Whether those counted guarded a man who is no official: "his gunman", "their two guards"."""
    guard = _GUARD.search(text, max(0, count.start - _GUARD_REACH), count.end + 1)
    if guard is None:
        return False
    before = text[max(0, guard.start() - _OFFICER_REACH) : guard.start()]
    behind = text[guard.end() : guard.end() + _GUARD_REACH]
    around = re.split(r"[.!?۔]\s", before)[-1] + " " + re.split(r"[.!?۔]\s", behind)[0]
    return _OFFICER.search(around) is None


def _counts(text: str, sentences: Sequence[Sentence]) -> list[Count]:
    """Return the figures of a text with what their own sentence leaves open.

    "gave the number as 21" is of the outcome counted before it, and the Taliban in office speak as
    officials, not as a group that claims.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    marks = [sentence.marks for sentence in sentences]
    answer: list[Count] = []
    for count in find_counts(text, sentences=spans, marks=marks):
        if count.side in _ARMED_SIDES and _is_guard(text, count):
            count = replace(count, side="civilians")  # noqa: PLW2901
        if "toll" not in count.rules and count.speaker != "claimant":
            answer.append(count)
            continue
        sentence = sentence_at(sentences, count.start)
        if sentence is None:
            continue
        words = text[sentence.start : sentence.end]
        if "toll" in count.rules and not _NAMES_OUTCOME.search(words) and answer:
            count = replace(count, outcome=answer[-1].outcome)  # noqa: PLW2901
        if count.speaker == "claimant" and _IN_OFFICE.search(words):
            count = replace(count, speaker="official")  # noqa: PLW2901
        answer.append(count)
    return answer


def _dates(article: Article, datelines: Sequence[Dateline]) -> list[DateSpan]:
    """Return the dates of the text without those of its header line and datelines."""
    text, published = article.text, article.published
    header = publication_date_in(text)
    spans = [
        span
        for span in article_dates(article.title, text, published)
        if header is None or span.start >= header.end
    ]
    filed = [
        span
        for span in spans
        if any(line.start < span.start < line.end for line in datelines)
        or (span.start < _FIRST_LINES and _is_filed(text, span))
    ]
    if len({span.first for span in filed}) >= _LIST:
        return spans
    return [span for span in spans if span not in filed]


_FIRST_LINES = 400
_LIST = 2
"""From so many days on, what stand before the colons are the items of a list, no datelines."""
_FILED_BEFORE = re.compile(r"(?:^|\n)[ \t*_]*[^\n,،:.]{2,40}?[,،(]\s*\Z")
_FILED_AFTER = re.compile(r"\s*\)?\s*(?::|—|–|۔۔|-(?=\s))")


def _is_filed(text: str, span: DateSpan) -> bool:
    """Whether a date is the day of filing in a dateline ("کوئٹہ، 5 مارچ:"), no item of a list."""
    if not _FILED_AFTER.match(text, span.end):
        return False
    before = text[max(0, span.start - 60) : span.start]
    return _FILED_BEFORE.search(before) is not None


_TOPIC_MOODS = {"sport": "other"}


def _is_attack(found: Found, actors: Sequence[ActorSpan]) -> bool:
    """Whether somebody is bombed or abducted on a day of its own: the topic is the scene only."""
    if not any(is_own_day(span) for span in found.dates):
        return False
    armed = any(actor.kind in ARMED_KINDS for actor in actors)
    harmed = any(count.best and count.outcome in {"killed", "injured"} for count in found.counts)
    return any(
        (trigger.family == "abduction" and armed and not trigger.is_noun)
        or (trigger.family == "explosion" and (armed or harmed) and is_armed(found.text, trigger))
        for trigger in found.triggers
    )


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _by_sentence(
    spans: Sequence[SpanT], sentences: Sequence[Sentence]
) -> Iterator[tuple[SpanT, ...]]:
    """Yield for each sentence the spans that start inside it; `spans` are in text order."""
    at, number = 0, len(spans)
    starts = [span.start for span in spans]
    for sentence in sentences:
        if at == number or starts[at] >= sentence.end:
            yield ()
            continue
        while at < number and starts[at] < sentence.start:
            at += 1
        first = at
        while at < number and starts[at] < sentence.end:
            at += 1
        yield tuple(spans[first:at])
