"""Sentences read for what they report: triggers, cues, dates, counts, actors and a mood.

A `Reading` is one article read once; roles, mentions and accounts all work on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from geomap.records import Article
from geomap.text.actors import ActorSpan, find_actors
from geomap.text.counts import Count, find_counts
from geomap.text.date_layout import article_dates
from geomap.text.datelines import Dateline, find_datelines
from geomap.text.dates import DateSpan, publication_date_in
from geomap.text.events import Cue, Trigger, find_cues, find_triggers
from geomap.text.lexicon import Folded, fold_text
from geomap.text.moods import (
    Found,
    is_armed,
    is_counted,
    is_dated,
    mood_of,
    tone_of,
    topic_of,
)
from geomap.text.sentences import Sentence, sentence_at, split_sentences

__all__ = ["Reading", "Scene", "is_heading", "read_scenes"]

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
        fresh = [t for t in self.triggers if not (t.definite or t.is_weapon)]
        dated = any(is_dated(span) or _is_weekday(span) for span in self.dates)
        if is_counted(self.counts):
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

    @property
    def period(self) -> DateSpan | None:
        """The weeks or months that an article of figures covers, as its first sums name them."""
        for scene in self.scenes:
            if scene.mood == "aggregate" and _is_review(scene):
                return max(
                    (
                        span
                        for span in scene.dates
                        if span.first is not None and span.last is not None
                    ),
                    key=lambda span: (span.last or date.min) - (span.first or date.min),
                )
        return None


def read_scenes(article: Article) -> Reading:
    """Read an article's sentences once for everything that later steps need."""
    text = article.text
    folded = fold_text(text)
    sentences = split_sentences(text)
    cues = find_cues(folded)
    topic = topic_of(cues, sentences)
    triggers = find_triggers(folded)
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    marks = [sentence.marks for sentence in sentences]
    found_counts = find_counts(text, sentences=spans, marks=marks)
    counts = _in_context(text, sentences, found_counts)
    datelines = tuple(find_datelines(text))
    dates = _dates(article, datelines)
    actors = find_actors(folded)
    scenes: list[Scene] = []
    firm = False
    found_in = zip(
        sentences,
        *(_by_sentence(spans, sentences) for spans in (triggers, cues, counts, dates, actors)),
        strict=True,
    )
    for sentence, triggered, own_cues, own_counts, own_dates, own_actors in found_in:
        own_triggers = _in_company(triggered, own_actors, text, sentence)
        if not own_triggers and (any(is_dated(span) for span in own_dates) or not firm):
            own_triggers = _harm(own_counts)
        own_triggers = own_triggers or _armed_act(text, sentence, own_actors, own_dates)
        found = Found(
            text=text,
            sentence=sentence,
            published=article.published,
            triggers=own_triggers,
            cues=own_cues,
            counts=own_counts,
            dates=own_dates,
        )
        mood = _TOPIC_MOODS.get(topic, topic) or mood_of(found)
        scenes.append(
            Scene(sentence, mood, own_triggers, own_cues, own_dates, own_counts, own_actors)
        )
        firm = firm or scenes[-1].is_firm
    scenes = _in_recall(_summed(text, scenes))
    scenes = _under_lead(text, scenes, _tone(article, scenes))
    return Reading(article, folded, tuple(scenes), datelines, topic)


_ARMED_KINDS = {"group", "unidentified", "criminal"}
_STOPPAGE = re.compile(
    r"shutter|wheel-?\s?jam|traders?\b|shopkeepers|transporters|lawyers|doctors|teachers|employees|"
    r"workers|unions?\b|association|markets?\b|bazaars|shops|business|closed|peaceful|observed|"
    r"\bcall\b|demands|unpaid|salar|courts",
    re.IGNORECASE,
)
_FROM_AIR = re.compile(
    r"\b(?:drones?|air|aerial|jets?|warplanes|missiles?|aircraft|helicopters?|bomb\w*|munitions?)\b",
    re.IGNORECASE,
)


_ON_A_POST = re.compile(
    r"raid(?:s|ed)?\s+(?:by\s+(?:\w+\s+){1,2})?(?:on\s+|at\s+)?(?:an?\s+|the\s+|two\s+|three\s+|several\s+)?"
    r"(?:[\w-]+\s+){0,3}?"
    r"(?:post|posts|checkposts?|checkpoints?|stations?|camp|pickets?|convoy|base|fort|thana|lines|"
    r"barracks|headquarters|outposts?|cantonment)\b",
    re.IGNORECASE,
)


def _in_company(
    triggers: Sequence[Trigger], actors: Sequence[ActorSpan], text: str, sentence: Sentence
) -> tuple[Trigger, ...]:
    """Tell by its company what a blocked road or a strike is.

    A road is blocked by a protest or by armed men; a strike is one of traders or one from the air,
    and tells of nothing where the sentence does not say which. A raid on a post is an attack.
    """
    words = text[sentence.start : sentence.end]
    armed = any(actor.kind in _ARMED_KINDS for actor in actors)
    answer = []
    for trigger in triggers:
        family = trigger.family
        if family == "operation" and _ON_A_POST.match(text, trigger.start):
            trigger = replace(  # noqa: PLW2901
                trigger, family="armed", event_type="by_target", sub_event_type=None
            )
            family = "armed"
        if family == "blockade":
            family = "armed" if armed else "protest"
        elif family == "strike" and not (_FROM_AIR.search(words)):
            stopped = _STOPPAGE.search(words)
            family = "protest" if stopped else "strike" if trigger.definite else "none"
        if family == "strike":
            kind = "Explosions/Remote violence", "Air/drone strike"
            trigger = replace(  # noqa: PLW2901
                trigger, family="explosion", event_type=kind[0], sub_event_type=kind[1]
            )
        elif family == "armed" and trigger.family == "blockade":
            trigger = replace(  # noqa: PLW2901
                trigger, family="armed", event_type="by_target", sub_event_type=None
            )
        elif family not in {"none", trigger.family}:
            trigger = replace(trigger, family=family)  # noqa: PLW2901
        if family != "none":
            answer.append(trigger)
    return tuple(answer)


def _is_weekday(span: DateSpan) -> bool:
    """Whether a date is a weekday that only a missing publication date leaves open."""
    return span.kind == "weekday" and span.first is None and "future" not in span.rules


_LEAD_MOODS = {"recalled", "tried", "rehearsed", "other"}
_REVIEW_DAYS = 25


_OF_THESE = re.compile(
    r"[\W_]*(?:(?:they|these|those|the\s+(?:attacks|incidents|dead|toll|victims|violence))\b|"
    r"(?:of|among|in)\s+(?:these|them|those|all)\b|ان\s+(?:میں|واقعات|حملوں)\b)",
    re.IGNORECASE,
)


def _summed(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read a sentence that goes on with a sum ("They left 242 people dead") as part of it."""
    answer: list[Scene] = []
    for scene in scenes:
        goes_on = (
            bool(answer)
            and answer[-1].mood == "aggregate"
            and scene.mood in {"none", "reported"}
            and is_counted(scene.counts)
            and not any(_is_own_day(span) for span in scene.dates)
            and _OF_THESE.match(text, scene.sentence.start) is not None
        )
        answer.append(replace(scene, mood="aggregate") if goes_on else scene)
    return answer


def _in_recall(scenes: Sequence[Scene]) -> list[Scene]:
    """Read what goes on with an old event, without a day of its own, as part of the memory.

    The memory lasts to the end of its paragraph; before anything is reported, until a sentence
    names a day.
    """
    answer: list[Scene] = []
    paragraph = -1
    remembered = begun = False
    for scene in scenes:
        fresh = any(_is_own_day(span) for span in scene.dates)
        if scene.mood == "recalled":
            remembered, paragraph = True, scene.sentence.paragraph
        elif fresh or (begun and scene.sentence.paragraph != paragraph):
            remembered = False
        if remembered and scene.mood == "reported":
            scene = replace(scene, mood="recalled")  # noqa: PLW2901
        begun = begun or scene.is_firm
        answer.append(scene)
    return answer


def _under_lead(text: str, scenes: Sequence[Scene], tone: str) -> list[Scene]:
    """Read an article on an old, tried, rehearsed or accidental event as being about that.

    Its later sentences report something new only where they name a day of their own (under an
    accident: and a weapon, a fight or somebody armed); so do those of a review whose first figures
    stand for months. `tone` is what its headline or opening announces.
    """
    lead = next((scene for scene in scenes if scene.mood != "none"), None)
    if lead is None:
        return list(scenes)
    mood = lead.mood if lead.mood in _LEAD_MOODS else "recalled" if _is_review(lead) else ""
    fresh = any(_is_own_day(span) for span in lead.dates)
    violent = _is_violent(text, lead) and (fresh or tone == "other")
    mood = mood or ("" if violent else tone)
    if not mood:
        return list(scenes)
    return [
        replace(scene, mood=mood)
        if scene.mood == "reported" and not _stands_alone(text, scene, mood)
        else scene
        for scene in scenes
    ]


def _stands_alone(text: str, scene: Scene, mood: str) -> bool:
    """Whether a sentence below such a lead reports an event of its own."""
    own_day = any(_is_own_day(span) for span in scene.dates) or _is_item(text, scene)
    return own_day and (mood != "other" or _is_violent(text, scene))


_ITEM = re.compile(r"\s*(?:[-*•–—▪●]+\s|[*_#(\[]*(?:\d{1,2}|[a-z])[.)])")


def _is_item(text: str, scene: Scene) -> bool:
    """Whether a sentence opens a bullet or a numbered item and names somebody armed."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    opens = _ITEM.match(text, line_start)
    return (
        opens is not None
        and scene.sentence.start <= opens.end() + 1
        and any(actor.kind in _ARMED_KINDS for actor in scene.actors)
    )


def _is_violent(text: str, scene: Scene) -> bool:
    """Whether a sentence names a weapon, a fight, or somebody armed who acts."""
    if scene.mood not in {"reported", "aggregate"}:
        return False
    armed = any(actor.kind in _ARMED_KINDS for actor in scene.actors)
    return any(
        is_armed(text, trigger) or (armed and trigger.family in {"armed", "killing", "property"})
        for trigger in scene.triggers
    )


def _tone(article: Article, scenes: Sequence[Scene]) -> str:
    """Return what the headline, or a first sentence without triggers, announces."""
    title = article.title or ""
    if title:
        folded = fold_text(title)
        tone = tone_of(
            Found(
                text=title,
                sentence=Sentence(0, len(title), 0, 0),
                published=article.published,
                triggers=find_triggers(folded),
                cues=find_cues(folded),
                counts=(),
                dates=(),
            )
        )
        if tone:
            return tone
    first = scenes[0] if scenes else None
    if first is None or first.mood != "none":
        return ""
    return tone_of(
        Found(
            text=article.text,
            sentence=first.sentence,
            published=article.published,
            triggers=(),
            cues=first.cues,
            counts=(),
            dates=first.dates,
        )
    )


def _is_review(lead: Scene) -> bool:
    return lead.mood == "aggregate" and any(
        (span.last - span.first).days >= _REVIEW_DAYS
        for span in lead.dates
        if span.first is not None and span.last is not None
    )


def _is_own_day(span: DateSpan) -> bool:
    """Whether a date names a day by itself, not by pointing at one named before."""
    return is_dated(span) and not any(rule.startswith("anchored") for rule in span.rules)


_NAMES_OUTCOME = re.compile(
    r"kill|dead|death|die|fatal|toll|injur|wound|hurt|lives|casualt|martyr|ہلاک|جاں|زخمی|شہید|اموات",
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    r"\bTaliban\s+(?:administration|officials?|government|authorities|ministry|police|governor)\b",
    re.IGNORECASE,
)


def _in_context(text: str, sentences: Sequence[Sentence], counts: Sequence[Count]) -> list[Count]:
    """Finish counts with what their own sentence leaves open.

    "gave the number as 21" is of the outcome counted before it, and the Taliban in office speak as
    officials, not as a group that claims.
    """
    answer: list[Count] = []
    for count in counts:
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


_NO_ACT = re.compile(
    r"\b(?:said|says|told|denied|condemn\w*|warn\w*|threat\w*|vow\w*|arrest\w*|detain\w*|"
    r"surrender\w*|accus\w*|blam\w*|suspect\w*|claim\w*|responsib\w*|planned|plan\w*|will|would|may|might|"
    r"could|no|against|search\w*|hunt\w*|pursu\w*|chas\w*|escap\w*|fled|flee|killed|identif\w*|court|"
    r"trial|jail|prison|released|freed|funeral|buried|talks|negotiat\w*|offer\w*)\b",
    re.IGNORECASE,
)
_BURNING = re.compile(r"\b(?:petrol|ash|ashes|ablaze|alight|flames|fire)\b", re.IGNORECASE)
_TAKING = re.compile(
    r"\b(?:remov\w+|kept|took|taken|led|carried|dragged|pulled|bundled|drove|marched)\b"
    r"[^.;]{0,60}?\b(?:brothers?|men|man|boys?|workers?|labourers?|passengers?|drivers?|persons?|"
    r"people|sons?|students?|teachers?|engineers?|officials?|employees|pilgrims|them|him|beds?)\b",
    re.IGNORECASE,
)


def _armed_act(
    text: str, sentence: Sentence, actors: Sequence[ActorSpan], dates: Sequence[DateSpan]
) -> tuple[Trigger, ...]:
    """Take armed people who did something on a day of its own as an event, whatever the verb.

    "Around thirty armed men held the highway on Thursday night": no list of verbs is complete. Not
    where they speak, are hunted, tried or feared.
    """
    actor = next((a for a in actors if a.kind in _ARMED_KINDS), None)
    if actor is None or not any(_is_own_day(span) for span in dates):
        return ()
    if _NO_ACT.search(text, sentence.start, sentence.end):
        return ()
    family, kind, sub = "armed", "by_target", None
    if _TAKING.search(text, actor.end, sentence.end):
        family, kind = "abduction", "Violence against civilians"
        sub = "Abduction/forced disappearance"
    elif _BURNING.search(text, actor.end, sentence.end):
        family, kind, sub = "property", "Strategic developments", "Looting/property destruction"
    return (Trigger(actor.start, actor.end, family, kind, sub, definite=False, is_noun=False),)


def _dates(article: Article, datelines: Sequence[Dateline]) -> list[DateSpan]:
    """Return the dates of the text without those of its header line and datelines."""
    text, published = article.text, article.published
    header = publication_date_in(text)
    return [
        span
        for span in article_dates(article.title, text, published)
        if (header is None or span.start >= header.end)
        and not any(line.start < span.start < line.end for line in datelines)
        and not (span.start < _FIRST_LINES and _is_filed(text, span))
    ]


_FIRST_LINES = 400
_FILED_BEFORE = re.compile(r"(?:^|\n)[ \t*_]*[^\n,،:.]{2,40}?[,،(]\s*\Z")
_FILED_AFTER = re.compile(r"\s*\)?\s*(?::|—|–|۔۔|-(?=\s))")


def _is_filed(text: str, span: DateSpan) -> bool:
    """Whether a date is the day of filing in a dateline ("کوئٹہ، 5 مارچ:") and no item of a list."""
    if not _FILED_AFTER.match(text, span.end):
        return False
    before = text[max(0, span.start - 60) : span.start]
    return _FILED_BEFORE.search(before) is not None


_TOPIC_MOODS = {"sport": "other"}


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


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _by_sentence(
    spans: Sequence[SpanT], sentences: Sequence[Sentence]
) -> Iterator[tuple[SpanT, ...]]:
    """Yield for each sentence the spans that start inside it; `spans` are in text order."""
    at, number = 0, len(spans)
    for sentence in sentences:
        while at < number and spans[at].start < sentence.start:
            at += 1
        first = at
        while at < number and spans[at].start < sentence.end:
            at += 1
        yield tuple(spans[first:at])


def _start(span: _Spanned) -> int:
    return span.start
