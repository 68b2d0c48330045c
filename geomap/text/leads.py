"""How an article's headline and lead bear on the sentences below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geomap.records import Article
from geomap.text.actors import ARMED_KINDS
from geomap.text.dates import DateSpan
from geomap.text.events import find_cues, find_triggers
from geomap.text.lately import acts_lately
from geomap.text.lexicon import fold_text
from geomap.text.moods import Found, is_armed, is_dated, is_own_day, tone_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_review
from geomap.text.sentences import Sentence

__all__ = [
    "announced_tone",
    "explained_tone",
    "in_recall",
    "on_stage",
    "out_of_date",
    "staged_tone",
    "under_lead",
]

_LEAD_MOODS = {"recalled", "tried", "rehearsed", "other"}


def in_recall(scenes: Sequence[Scene]) -> list[Scene]:
    """Read what goes on with an old event, without a day of its own, as part of the memory.

    The memory lasts to the end of its paragraph; before anything is reported, until a sentence
    names a day.
    """
    answer: list[Scene] = []
    paragraph = -1
    remembered = begun = False
    newest: date | None = None
    for scene in scenes:
        days = [span.last for span in scene.dates if span.last is not None and is_own_day(span)]
        fresh = bool(days) and not (remembered and newest is not None and max(days) < newest)
        if scene.mood == "recalled":
            remembered, paragraph = True, scene.sentence.paragraph
        elif fresh or (begun and scene.sentence.paragraph != paragraph):
            remembered = False
        if remembered and scene.mood == "reported":
            scene = replace(scene, mood="recalled")  # noqa: PLW2901
        if scene.is_firm and days:
            newest = max([*days, newest] if newest else days)
        begun = begun or scene.is_firm
        answer.append(scene)
    return answer


def out_of_date(scenes: Sequence[Scene]) -> list[Scene]:
    """Read an event of "last month" in an article on something of today as a memory.

    The article's first sentence has a day of its own and reports no event.
    """
    lead = scenes[0] if scenes else None
    if lead is None or lead.mood not in {"none", "comment", "planned"} or lead.counts:
        return list(scenes)
    if lead.triggers and lead.mood == "none":
        return list(scenes)
    if not any(is_own_day(span) for span in lead.dates):
        return list(scenes)
    return [
        replace(scene, mood="recalled")
        if scene.mood == "reported" and scene.dates and all(_is_coarse(s) for s in scene.dates)
        else scene
        for scene in scenes
    ]


def _is_coarse(span: DateSpan) -> bool:
    """Whether a date is a month or a year."""
    return span.first is not None and span.precision in {"month", "year"}


def under_lead(article: Article, scenes: Sequence[Scene], tone: str) -> list[Scene]:
    """Read an article on an old, tried, rehearsed or accidental event as being about that.

    Its later sentences report something new only where they name a day of their own (under an
    accident: and a weapon, a fight or somebody armed), and what goes on with such a sentence; so do
    those of a review whose first figures stand for months. `tone` is what its headline or opening
    announces.
    """
    text = article.text
    lead = next((scene for scene in scenes if scene.mood != "none"), None)
    if lead is None:
        return list(scenes)
    mood = lead.mood if lead.mood in _LEAD_MOODS else "recalled" if is_review(lead) else ""
    if not mood and lead.mood == "aggregate" and not _is_violent(text, lead):
        mood = "other" if lead.says("accident") or lead.says("weather") else ""
    fresh = any(is_own_day(span) for span in lead.dates)
    violent = _is_violent(text, lead) and (fresh or tone == "other")
    mood = mood or ("" if violent else tone)
    if not mood:
        return list(scenes)
    answer: list[Scene] = []
    told = -1  # the paragraph in which something new is told
    for scene in scenes:
        if scene.mood != "reported":
            told = -1 if scene.mood != "none" else told
        elif _stands_alone(article, scene, mood, fresh=fresh):
            told = scene.sentence.paragraph
        elif told != scene.sentence.paragraph:
            scene = replace(scene, mood=mood)  # noqa: PLW2901
        answer.append(scene)
    return answer


def _stands_alone(article: Article, scene: Scene, mood: str, *, fresh: bool) -> bool:
    """Whether a sentence below such a lead reports an event of its own.

    `fresh`: the lead has a day.
    """
    text = article.text
    if fresh and mood == "other" and _is_by_armed(text, scene):
        return True
    own_day = any(is_own_day(span) for span in scene.dates) or _is_item(text, scene)
    own_day = own_day or any(is_dated(span) and _opens_line(text, span) for span in scene.dates)
    if mood != "other":
        return own_day or acts_lately(text, scene, article.published)
    return own_day and _is_violent(text, scene)


_ITEM = re.compile(r"\s*(?:[-*•–—▪●]+\s|[*_#(\[]*(?:\d{1,2}|[a-z])[.)])")


_LINE_LEAD = 4


def _opens_line(text: str, span: DateSpan) -> bool:
    """Whether a date opens its line, as in a timeline."""
    return span.start - (text.rfind("\n", 0, span.start) + 1) <= _LINE_LEAD


def _is_item(text: str, scene: Scene) -> bool:
    """Whether a sentence opens a bullet or a numbered item and names somebody armed."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    opens = _ITEM.match(text, line_start)
    return (
        opens is not None
        and scene.sentence.start <= opens.end() + 1
        and any(actor.kind in ARMED_KINDS for actor in scene.actors)
    )


def _is_violent(text: str, scene: Scene) -> bool:
    """Whether a sentence names a weapon, a fight, or somebody armed who acts."""
    if scene.mood not in {"reported", "aggregate"}:
        return False
    armed = any(actor.kind in ARMED_KINDS for actor in scene.actors)
    return any(
        is_armed(text, trigger)
        or (armed and trigger.family in {"armed", "killing", "property", "explosion"})
        for trigger in scene.triggers
    )


def _is_by_armed(text: str, scene: Scene) -> bool:
    """Whether somebody armed kills, abducts or fires: "Militants had taken players off a van"."""
    acts = any(not trigger.is_noun for trigger in scene.triggers)
    return acts and _is_violent(text, scene) and any(a.kind in ARMED_KINDS for a in scene.actors)


_CAUSED = Pattern(
    r"\b(?:blam\w+|attribut\w+|due\s+to|caused?\s+by|because\s+of|result\s+of|owing\s+to|triggered\s+by|"
    r"occurred\s+when|set\s+off\s+by)\b[^.;]{0,60}?\b(?:methane|firedamp|gas|short[\s-]circuit\w*|spark|"
    r"naked\s+(?:lamp|flame)|leak\w*|cylinders?|boilers?|heaters?|stoves?|compressor|generator|negligence|"
    r"over-?speeding|fog|brakes?|tyre|chemicals?|fuel\s+tank)\b|گیس\s+(?:لیکج|لیکیج|بھر)|شارٹ\s+سرکٹ",
    re.IGNORECASE,
)
_BURST = Pattern(
    r"\b(?:methane|firedamp|(?<!tear )gas)\s+(?:had\s+|has\s+)?"
    r"(?:accumulated|leaked|ignited|built\s+up|filled)"
    r"|\b(?:cylinders?|boilers?|compressors?|heaters?|geysers?|transformers?)\s+(?:had\s+)?(?:burst|exploded|blew|blown)"
    r"|\bno\s+trace\s+of\s+(?:an?\s+)?explosives?\b|\bnothing\s+to\s+suggest\s+(?:sabotage|terrorism|foul)"
    r"|\black\s+of\s+ventilation\b|سلنڈر\s+پھٹ|گیس\s+جمع|تخریب\s*کاری\s+نہیں|حادثہ\s+(?:ہے|تھا)",
    re.IGNORECASE,
)
_EXPLAINED_WITHIN = 8
_STAGED = Pattern(
    r"\b(?:the|this)\s+(?!electoral|census|polling|whole|entire)(?:[\w-]+\s+){0,2}?(?:exercise|drill|rehearsal|simulation)\s+"
    r"(?:(?:was|were|is)\s+(?:arranged|held|conducted|organi[sz]ed|carried\s+out|meant|designed|part|staged|to)"
    r"|aimed|involved|tested)\b"
    r"|\b(?:(?:it|this)\s+was\s+(?:all\s+|only\s+|just\s+|merely\s+)?|(?:they|all|these)\s+were\s+(?:all|only|just|merely)\s+)"
    r"(?:part\s+of\s+)?(?:an?\s+)?(?!training\b)(?:[\w-]+\s+)?(?:exercise|drill|rehearsal|simulation)"
    r"(?=\s*[.;,:]|\s+(?:in\s+which|by|of|for|to|held|conducted|arranged|organi[sz]ed)\b)"
    r"|\baccording\s+to\s+the\s+(?:script|scenario)\b|\bmock\s+(?:drill|exercise)\b"
    r"|(?:فرضی|موک)\s+(?:مشق|ڈرل)",
    re.IGNORECASE,
)
"""What the sentences before told was "the exercise", not one that somebody held some day."""
_FICTION = Pattern(
    r"\b(?:novel|narrator|stage\s+play|(?:new|Pashto|Urdu|Balochi|one-act)\s+play|the\s+play|short\s+stor(?:y|ies)|documentary|"
    r"feature\s+film|the\s+film|premiere|audience|actress|playwright|tickets|second\s+act|novelist|full\s+house|"
    r"memoirs?|chapters?|the\s+author|the\s+book|reviewer|museum|on\s+(?:show|display)|the\s+gallery|the\s+exhibition)\b"
    r"|ناول|ڈرامے|ناظرین",
    re.IGNORECASE,
)
_FICTION_WORDS = 2
_OPENING = 4


def staged_tone(text: str, scenes: Sequence[Scene]) -> str:
    """Return "rehearsed" or "other" where the first sentences tell of a drill, a book or a play.

    Not "other" where the first of them tells of somebody killed or hurt on a day of its own: that
    happened, whatever was played there.
    """
    opening = scenes[:_OPENING]
    if not any(scene.triggers for scene in opening):
        return ""
    if any(_STAGED.inside(text, scene.sentence) for scene in opening):
        return "rehearsed"
    if any(_is_dated_harm(text, scene) for scene in opening):
        return ""
    words = {
        word.lower()
        for scene in opening
        if scene.sentence.marks & _FICTION.mark
        for word in _FICTION.pattern.findall(text, scene.sentence.start, scene.sentence.end)
    }
    return "other" if len(words) >= _FICTION_WORDS else ""


def _is_dated_harm(text: str, scene: Scene) -> bool:
    """Whether a sentence reports somebody killed or hurt, and a day of its own."""
    harmed = any(count.best and count.outcome in {"killed", "injured"} for count in scene.counts)
    days = [span for span in scene.dates if is_own_day(span)]
    return scene.mood == "reported" and harmed and any(not _is_some_day(text, d) for d in days)


_SOME_DAY = re.compile(r"\b(?:an?|one|some)\s+$", re.IGNORECASE)
_ONE_DAY = re.compile(r"(?:on\s+)?(?:an?|one|some)\s", re.IGNORECASE)


def _is_some_day(text: str, span: DateSpan) -> bool:
    """Whether a day is one of a story: "on a Wednesday"."""
    lead = text[max(0, span.start - 6) : span.start]
    return _SOME_DAY.search(lead) is not None or _ONE_DAY.match(text, span.start) is not None


def on_stage(article: Article, scenes: Sequence[Scene], mood: str) -> list[Scene]:
    """Give the mood of a drill or play to all but later attacks with a day of their own."""
    return [
        replace(scene, mood=mood)
        if scene.mood == "reported"
        and (at < _OPENING or not _stands_alone(article, scene, "other", fresh=False))
        else scene
        for at, scene in enumerate(scenes)
    ]


def explained_tone(text: str, scenes: Sequence[Scene]) -> str:
    """Return "other" where a later sentence explains the first event by gas, a spark or a burst.

    Not where an event names a weapon, or somebody armed who acts.
    """
    first = next((at for at, scene in enumerate(scenes) if scene.mood == "reported"), None)
    if first is None or _is_violent(text, scenes[first]) or not scenes[first].triggers:
        return ""
    later = scenes[first + 1 : first + _EXPLAINED_WITHIN]
    if any(_is_violent(text, scene) and not _is_search(text, scene) for scene in later):
        return ""
    explained = any(
        _BURST.inside(text, scene.sentence)
        or (scene.mood in {"none", "comment", "other"} and _CAUSED.inside(text, scene.sentence))
        for scene in later
    )
    return "other" if explained else ""


def _is_search(text: str, scene: Scene) -> bool:
    """Whether police who cordoned off a spot found there what had burst."""
    armed = {one.family for one in scene.triggers if is_armed(text, one)}
    return armed == {"operation"} and _BURST.inside(text, scene.sentence) is not None


def announced_tone(article: Article, scenes: Sequence[Scene]) -> str:
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
