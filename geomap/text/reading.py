"""An article read once: its sentences with triggers, cues, dates, counts, actors and a mood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from geomap.records import Article
from geomap.text.actors import ARMED_KINDS, ActorSpan, basis_of, find_actors
from geomap.text.acts import armed_act, harm_of
from geomap.text.attack_counts import is_sum_of_day, is_sum_of_months
from geomap.text.backdrops import without_backdrop
from geomap.text.brawls import with_brawls
from geomap.text.causes import explained_tone
from geomap.text.chronicles import chronicle, stands_in
from geomap.text.clauses import split_clauses
from geomap.text.company import in_company
from geomap.text.crowds import crowd_of, without_errands
from geomap.text.custody import operatives_taken
from geomap.text.custody_deaths import with_custody_death
from geomap.text.date_layout import article_dates
from geomap.text.datelines import Dateline, find_datelines
from geomap.text.dates import DateSpan, publication_date_in
from geomap.text.echoes import echoed
from geomap.text.elsewhere import ELSEWHERE
from geomap.text.events import Trigger, find_cues, find_triggers
from geomap.text.hindsight import in_hindsight
from geomap.text.in_passing import without_asides
from geomap.text.leads import (
    announced_tone,
    in_recall,
    is_in_earnest,
    on_stage,
    out_of_date,
    staged_tone,
    under_lead,
)
from geomap.text.lexicon import fold_text
from geomap.text.likened import without_likened
from geomap.text.long_ago import is_of_old, without_absence, without_old
from geomap.text.meanwhile import begins_anew, sets_apart
from geomap.text.moods import Found, is_armed, is_dated, is_own_day, mood_of
from geomap.text.only_meant import without_plans
from geomap.text.opinions import in_opinion, is_opinion
from geomap.text.parts import in_parts
from geomap.text.period_tails import apart_from_periods, without_rank
from geomap.text.plain import plain_text
from geomap.text.plans import without_unfired
from geomap.text.precedents import without_precedent
from geomap.text.raised import with_raised_tolls
from geomap.text.references import with_references
from geomap.text.remembered import remembers_one
from geomap.text.reviews import in_review
from geomap.text.robberies import without_robbery
from geomap.text.rows import by_shared_forces
from geomap.text.scenes import Reading, Scene, is_bombed
from geomap.text.sentences import Sentence, split_sentences
from geomap.text.side_words import as_checks, without_side_words
from geomap.text.spoken_days import without_spoken
from geomap.text.sums import rounded_up, summed
from geomap.text.tallies import settled_counts
from geomap.text.topics import topic_of
from geomap.text.twin_blasts import toll_of_one
from geomap.text.unmeant import without_unmeant
from geomap.text.unrest import in_protest
from geomap.text.verbless import with_verb
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
    triggers, actors = with_wordings(text, sentences, find_triggers(folded)), find_actors(folded)
    counts = settled_counts(text, sentences := apart_from_periods(text, sentences, triggers))
    datelines = tuple(find_datelines(text))
    dates = _dates(article, datelines)
    sentences = split_clauses(text, sentences, triggers, counts)
    items = chronicle(text, article.title, dates, article.published)
    scenes: list[Scene] = []
    firm = False
    found_in = zip(
        sentences,
        stands_in(items, sentences, article.published),
        *(_by_sentence(spans, sentences) for spans in (triggers, cues, counts, dates, actors)),
        strict=True,
    )
    for sentence, stand, acts, own_cues, figures, all_dates, own_actors in found_in:
        own_triggers, own_counts = with_verb(text, sentence, (acts, figures, own_actors), scenes)
        found = Found(
            text=text,
            sentence=sentence,
            published=stand.day,
            triggers=own_triggers,
            cues=own_cues,
            counts=own_counts,
            dates=tuple(without_absence(text, own_triggers, all_dates)),
        )
        meant, is_old = _triggers_meant(_of_now(found), own_actors, firm=firm)
        found.triggers = meant
        topic = "" if topic and _breaks_topic(found, own_actors, scenes, topic) else topic
        mood = _mood(found, topic, stand.listed, is_old=is_old)
        found_here = own_cues, tuple(found.dates), tuple(toll_of_one(found)), own_actors
        scenes.append(Scene(sentence, mood, meant, *found_here, None, stand.listed, stand.day))
        firm = firm or scenes[-1].is_firm
    return Reading(article, folded, tuple(_in_context(article, scenes)), datelines, topic, plain)


def _in_context(article: Article, scenes: Sequence[Scene]) -> list[Scene]:
    """Read the scenes as those around them and the headline say that they are meant."""
    text = article.text
    scenes = echoed(text, with_raised_tolls(text, with_references(text, scenes)))
    scenes = rounded_up(text, summed(text, scenes))
    scenes = without_unmeant(text, out_of_date(scenes))
    scenes = without_asides(article, in_hindsight(text, scenes, article.published))
    scenes = without_likened(article, in_recall(text, scenes, article.published))
    scenes = by_shared_forces(text, in_parts(text, scenes))
    return in_review(text, _under_headline(article, text, scenes))


def _under_headline(article: Article, text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read the scenes as the headline, the lead or a later explanation says they are meant."""
    staged = staged_tone(text, scenes)
    if staged:
        return on_stage(article, scenes, staged)
    tone = announced_tone(article, scenes) or explained_tone(text, scenes)
    scenes = without_robbery(text, under_lead(article, scenes, tone))
    return in_opinion(article, scenes) if is_opinion(article, scenes) else scenes


def _mood(found: Found, topic: str, listed: str, *, is_old: bool) -> str:
    """Return how a sentence is meant; `is_old`: all that it tells is long past."""
    if found.sentence.of_time:
        return "aggregate" if _is_toll(found) else "comment"
    mood = ("" if listed else _TOPIC_MOODS.get(topic, topic)) or mood_of(found)
    if listed and found.triggers and mood in _TOLD_IN_ITEMS[listed]:
        summed = (mood == "aggregate" and is_sum_of_months(found)) or is_sum_of_day(found)
        return "aggregate" if summed else "reported"
    if not listed and mood in {"aggregate", "reported"} and remembers_one(found):
        return "recalled"
    return "recalled" if is_old and mood in {"reported", "none"} else mood


def _is_toll(found: Found) -> bool:
    """Whether several were killed or hurt: "the first policeman killed this year" is no sum."""
    harmed = [one for one in found.counts if one.outcome in {"killed", "injured"}]
    return any((one.best or 0) > 1 for one in harmed)


def _of_now(found: Found) -> Found:
    """Leave out a backdrop, an older event to compare with, and a bomb that did not go off."""
    return without_backdrop(without_precedent(without_rank(without_unfired(found))))


def _triggers_meant(
    found: Found, actors: Sequence[ActorSpan], *, firm: bool
) -> tuple[tuple[Trigger, ...], bool]:
    """Return the triggers that a sentence means, and whether all it tells is long past.

    Without any trigger, harm or an armed act is one. `firm` says that a sentence before has
    reported an event: then harm without a day of its own belongs to that one, and so does a claim.
    """
    text, sentence, dates = found.text, found.sentence, found.dates
    fresh = without_old(text, found.triggers, dates, found.published) if found.triggers else ()
    is_old = len(fresh) < len(found.triggers) and all(one.definite for one in fresh)
    fresh = without_plans(text, fresh)
    triggers = in_company(fresh, actors, text, sentence) if fresh else ()
    triggers = with_custody_death(text, sentence, triggers)
    triggers = triggers or operatives_taken(text, sentence, actors)
    crowd = None if is_old else crowd_of(text, sentence, actors)
    if triggers or crowd:
        triggers = tuple(with_brawls(text, sentence, triggers, actors))
        triggers = without_errands(text, sentence, in_protest(triggers, actors, text, crowd))
        triggers = without_side_words(text, sentence, triggers, firm=firm)
    is_claim = firm and any(one.kind == "group" for one in actors)
    is_claim = is_claim and bool(basis_of(text, sentence.start, sentence.end))
    is_told = bool(triggers) or is_old or is_claim
    if not is_told and found.counts and _is_apart(found, firm=firm):
        triggers = harm_of([one for one in found.counts if not is_of_old(text, one.start)])
    nouns = triggers and all(one.is_noun for one in triggers)
    row = nouns and any(ELSEWHERE in count.rules for count in found.counts)
    if row or (triggers and all(one.family == "property" for one in triggers)):
        dead = harm_of([one for one in found.counts if one.outcome == "killed"])
        triggers = tuple(sorted([*triggers, *dead], key=attrgetter("start")))
    if not is_old:
        triggers = triggers or armed_act(text, sentence, actors, dates)
    return as_checks(text, sentence, triggers), is_old


def _is_apart(found: Found, *, firm: bool) -> bool:
    """Whether a sentence may tell an event of its own: with a day or a place, or as the first."""
    if firm and _OF_THEM.match(found.text, found.sentence.start, found.sentence.end):
        return False
    if not firm or any(is_dated(span) for span in found.dates):
        return True
    if any(ELSEWHERE in count.rules for count in found.counts):
        return True
    return _OPENS_WITH_PLACE.match(found.text, found.sentence.start) is not None


_OF_THEM = re.compile(
    r"\W*(?:(?:Later,?\s+|However,\s+)?(?:one|two|three|four|another|both|a\s+(?:second|third|fourth))|(?:Later,?\s+)?the\s+(?:other|second|third))\s+"
    r"of\s+(?:them|these|those\s+(?:injured|wounded|hurt|hit)|the\s+(?:\w+\s+)?(?:injured|wounded|victims|casualties))"
    r"(?:,\s+[^.;]{3,90}?,|\s+who\s+[^,.;]{3,60})?\s+(?:(?:has|have|had|later|also|then|since|\w+ly)\s+){0,2}"
    r"(?:died|dies|expired|perished|passed\s+away|did\s+not\s+(?:survive|live))\b"
    r"|\W*(?:another|(?:a|the)\s+(?:second|third|fourth))\s+(?:\w+ly\s+)?(?:injured|wounded)\s+(?:\w+\s+){1,3}?(?:died|expired|succumbed|passed\s+away)\b"
    r"|\W*the\s+(?:other|second)(?:\s+(?:man|woman|one|victim|worker|boy|girl))?\s+(?:(?:also|later|then|has|had|too)\s+){0,2}(?:died|expired|succumbed|passed\s+away)\b"
    r"|\W*ان\s+میں\s+سے\s+(?:ایک|دو|تین)\s+(?:(?!فائرنگ|حمل|دھماک)[^۔]){0,80}?(?:چل\s+بس|دم\s+توڑ|انتقال|جان\s+کی\s+بازی)",
    re.IGNORECASE,
)
"""Of those whose wounds were told before: "one of them died on Saturday"."""
_TOLD_IN_ITEMS = {"opens": {"aggregate", "recalled"}, "goes on": {"aggregate"}}
"""Moods that sentences of a chronicle do not have: "three months earlier, on January 9, ..."."""
_OPENS_WITH_PLACE = re.compile(
    r"\W*(?:In|At|Near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?[A-Z]|\W*[\u0620-\u06ff]+(?:\s+[\u0620-\u06ff]+)?\s+میں\s"
)


def _dates(article: Article, datelines: Sequence[Dateline]) -> list[DateSpan]:
    """Return the dates of the text without those of its header line and datelines."""
    spans = _read_dates(article, article.published)
    filed = _filed(article.text, spans, datelines)
    days = {span.first for span in filed}
    if len(days) >= _LIST:
        return spans
    day = days.pop() if days else None
    if day is not None and _is_late(day, article.published):  # its "Friday" is that of the dateline
        spans = _read_dates(article, day)
        filed = _filed(article.text, spans, datelines)
    return [span for span in spans if span not in filed]


def _is_late(day: date, published: date | None) -> bool:
    """Whether a report was put online some days after the one that its dateline names."""
    return published is not None and 0 < (published - day).days <= _LATE_DAYS


def _read_dates(article: Article, day: date | None) -> list[DateSpan]:
    """Return the dates of a text that was written on a day, without those of its header line."""
    text = article.text
    header = publication_date_in(text)
    return [
        span
        for span in without_spoken(text, article_dates(article.title, text, day))
        if header is None or span.start >= header.end
    ]


def _filed(text: str, spans: Sequence[DateSpan], datelines: Sequence[Dateline]) -> list[DateSpan]:
    """Return the dates that say when a report was filed."""
    return [
        span
        for span in spans
        if any(line.start < span.start < line.end for line in datelines)
        or (span.start < _FIRST_LINES and _is_filed(text, span))
    ]


_LATE_DAYS = 31
"""How long after its dateline a report may be put online."""


_FIRST_LINES = 400
_LIST = 2
"""From so many days on, what stand before the colons are the items of a list, no datelines."""
_FILED_BEFORE = re.compile(r"(?:^|\n)[ \t*_]*[^\n,،:.]{2,40}?[,،(]\s*(?:[A-Z][a-z]+,\s*)?\Z")
_FILED_AFTER = re.compile(r"\s*\)?\s*(?::|—|–|۔۔|-(?=\s))")


def _is_filed(text: str, span: DateSpan) -> bool:
    """Whether a date is the day of filing in a dateline ("کوئٹہ، 5 مارچ:"), no item of a list."""
    if not _FILED_AFTER.match(text, span.end):
        return False
    before = text[max(0, span.start - 60) : span.start]
    return _FILED_BEFORE.search(before) is not None


_TOPIC_MOODS = {"sport": "other"}


def _breaks_topic(
    found: Found, actors: Sequence[ActorSpan], told: Sequence[Scene], topic: str
) -> bool:
    """Whether somebody is bombed or abducted: the topic is the scene only.

    That has a day of its own, or none is named but armed men took somebody or a bomb harmed him; or
    words of time part an attack from the drill or ceremony told before it. Where the topic is an
    election, people hurt in a riot or killed on a day break it, too.
    """
    if sets_apart(found.text, found):
        return True
    if told and (begins_anew(found.text, found, told[-1]) or is_in_earnest(found)):
        return True
    armed = any(actor.kind in ARMED_KINDS for actor in actors)
    taken = any(t.family == "abduction" and armed and not t.is_noun for t in found.triggers)
    if not any(is_own_day(span) for span in found.dates):
        fired = armed and any(_is_fired(found.text, one) for one in found.triggers)
        return not found.dates and (taken or fired or is_bombed(found.text, found))
    harmed = any(count.best and count.outcome in {"killed", "injured"} for count in found.counts)
    blasts = [t for t in found.triggers if t.family == "explosion" and is_armed(found.text, t)]
    fought = topic == "other" and harmed and any(_is_fight(one) for one in found.triggers)
    return taken or fought or (bool(blasts) and (armed or harmed))


def _is_fired(text: str, trigger: Trigger) -> bool:
    """Whether a verb says that somebody opened fire."""
    told = not (trigger.is_noun or trigger.definite)
    return told and trigger.family == "armed" and is_armed(text, trigger)


def _is_fight(trigger: Trigger) -> bool:
    return trigger.family in {"riot", "clash", "armed", "killing"} and not (
        trigger.is_noun or trigger.definite
    )


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _by_sentence(spans: Sequence[SpanT], sentences: Sequence[Sentence]) -> list[tuple[SpanT, ...]]:
    """Return for each sentence the spans that start inside it; `spans` are in text order."""
    own: dict[int, list[SpanT]] = {}
    at, number = 0, len(sentences)
    for span in spans:
        start = span.start
        while at < number and sentences[at].end <= start:
            at += 1
        if at < number and (at in own or sentences[at].start <= start):
            own.setdefault(at, []).append(span)
    return [tuple(own.get(at, ())) for at in range(number)]
