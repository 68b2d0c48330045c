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
from geomap.text.meanwhile import begins_anew, goes_on_now, sets_apart
from geomap.text.moods import Found, is_dated, is_own_day, tone_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_bombed, is_review, is_violent
from geomap.text.sentences import Sentence

__all__ = [
    "announced_tone",
    "in_recall",
    "is_in_earnest",
    "on_stage",
    "out_of_date",
    "staged_tone",
    "under_lead",
]

_LEAD_MOODS = {"recalled", "tried", "rehearsed", "other"}


def in_recall(text: str, scenes: Sequence[Scene], published: date | None) -> list[Scene]:
    """Read what goes on with an old event, without a day of its own, as part of the memory.

    The memory lasts to the end of its paragraph; before anything is reported, until a sentence
    names a day.
    """
    answer: list[Scene] = []
    paragraph = -1
    remembered = begun = False
    newest: date | None = None
    for at, scene in enumerate(scenes):
        if scene.listed:
            answer.append(scene)
            continue
        days = [span.last for span in scene.dates if span.last is not None and is_own_day(span)]
        older = remembered and newest is not None and bool(days) and max(days) < newest
        fresh = bool(days) and (not older or _is_of_today(scene, newest))
        if scene.mood == "recalled" and not (begun and _is_of_slain(text, scene)):
            remembered, paragraph = True, scene.sentence.paragraph
        elif (
            fresh
            or (begun and scene.sentence.paragraph != paragraph)
            or (remembered and _follows_frame(text, scenes, at))
            or (remembered and not days and goes_on_now(text, scenes, at, published))
        ):
            remembered = False
        if remembered and scene.mood == "reported":
            scene = replace(scene, mood="recalled")  # noqa: PLW2901
        if scene.is_firm and days:
            newest = max([*days, newest] if newest else days)
        begun = begun or scene.is_firm
        answer.append(scene)
    return answer


def _follows_frame(text: str, scenes: Sequence[Scene], at: int) -> bool:
    """Whether a sentence tells, by words of time, what happened around a ceremony or a drill."""
    return at > 0 and begins_anew(text, scenes[at], scenes[at - 1])


_CHARGE = re.compile(r"(?:had been |was |were )?(?:wanted|involved|responsible)\b|ملوث|مطلوب")
_SLAIN = re.compile(
    r"(?:\W*\w+){0,3}?\W*\b(?:slain|killed|dead|deceased|eliminated|neutrali[sz]ed)\b|\W*(?:\S+\s+){0,2}?(?:ہلاک|مارے\s+گئے|مارے\s+جانے)\s",
    re.IGNORECASE,
)


def _is_of_slain(text: str, scene: Scene) -> bool:
    """Whether a sentence only says what the dead were accused of: "the slain men were wanted for".

    It has no day, and what comes after it goes on with the event before.
    """
    back = [cue for cue in scene.cues if cue.word == "recalled"]
    if not back or scene.dates or not all(_CHARGE.match(cue.key) for cue in back):
        return False
    return _SLAIN.match(text, scene.sentence.start, scene.sentence.end) is not None


def _is_of_today(scene: Scene, newest: date | None) -> bool:
    """Whether forces or armed people act on a day or two before the newest that is told."""
    lasts = [span.last for span in scene.dates if span.last is not None and is_own_day(span)]
    near = newest is not None and bool(lasts) and (newest - max(lasts)).days <= _NEAR_DAYS
    return (
        near and bool(scene.actors) and any(not (t.is_noun or t.definite) for t in scene.triggers)
    )


_NEAR_DAYS = 2


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
        if scene.mood == "reported"
        and scene.dates
        and not scene.listed
        and all(_is_coarse(s) for s in scene.dates)
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
    if not mood and lead.mood == "aggregate" and not is_violent(text, lead):
        mood = "other" if lead.says("accident") or lead.says("weather") else ""
    fresh = any(is_own_day(span) for span in lead.dates)
    violent = is_violent(text, lead) and (fresh or tone == "other")
    mood = mood or ("" if violent else tone)
    if not mood:
        return list(scenes)
    answer: list[Scene] = []
    told = -1  # the paragraph in which something new is told
    end = _until_earnest(text, scenes)
    for at, scene in enumerate(scenes[:end]):
        if scene.mood != "reported":
            told = -1 if scene.mood != "none" else told
        elif _stands_alone(article, scenes, at, mood, fresh=fresh):
            told = scene.sentence.paragraph
        elif told != scene.sentence.paragraph:
            scene = replace(scene, mood=mood)  # noqa: PLW2901
        answer.append(scene)
    return [*answer, *scenes[end:]]


_EARNEST = Pattern(
    r"\ba\s+real\s+(?:one|bomb|device|grenade|shell|attack)\s+(?:went|exploded|burst|came|struck|blew|hit|tore|followed|killed|landed)\b"
    r"|\b(?:it|this|that)\s+was\s+none(?=\s*[:;,.—–-])|\b(?:was|were)\s+not\s+an?\s+(?:drill|exercise|rehearsal)\b"
    r"|\bin\s+earnest\b|\bfor\s+real\b|\bthe\s+real\s+thing\b|\bno\s+(?:drill|exercise|rehearsal|game|film)\b"
    r"|\breal\s+(?:attack|assault|bomb|blast|explosion)\s+(?:came|took\s+place|happened|began|occurred|followed|struck|went\s+off)\b"
    r"|\bthis\s+time\s+it\s+was\s+(?:real|no)\b",
    re.IGNORECASE,
)
"""From here on what is told is meant."""


def is_in_earnest(found: Found) -> bool:
    """Whether a sentence says that what it or the next ones tell was no drill."""
    return found.matches(_EARNEST)


def _until_earnest(text: str, scenes: Sequence[Scene]) -> int:
    """Return how many sentences stand before one that says that what follows was no game."""
    ends = (n for n, s in enumerate(scenes) if n and _EARNEST.inside(text, s.sentence))
    return next(ends, len(scenes))


def _stands_alone(
    article: Article, scenes: Sequence[Scene], at: int, mood: str, *, fresh: bool
) -> bool:
    """Whether a sentence below such a lead reports an event of its own.

    `fresh`: the lead has a day.
    """
    text, scene = article.text, scenes[at]
    if scene.listed:
        return True
    acts = _told_acts(scene)
    bombed = not scene.dates and is_bombed(text, scene)
    if _follows_frame(text, scenes, at):
        return True
    if mood == "other" and (bombed or "riot" in acts or (fresh and _is_by_armed(text, scene))):
        return True
    days = _days_of(scenes, at) if acts else scene.dates
    own_day = any(is_own_day(span) for span in days) or _is_item(text, scene)
    own_day = own_day or any(is_dated(span) and _opens_line(text, span) for span in scene.dates)
    own_day = own_day or goes_on_now(text, scenes, at, article.published)
    if mood == "other" and _SEARCHED.inside(text, scene.sentence) and not scene.counts:
        return False
    if mood != "other":
        return own_day or acts_lately(text, scene, article.published)
    return own_day and (bool(acts) or is_violent(text, scene))


_SEARCHED = Pattern(
    r"\b(?:raid(?:s|ed|ing)?|search\w*)\b[^.;]{0,60}?\b(?:relatives|in-laws|family|friends|kin|his\s+house|her\s+house|their\s+houses|"
    r"to\s+(?:arrest|trace|catch|find)|for\s+(?:the|his|her|their)\s+arrest|without\s+success|in\s+vain)\b|گرفتاری\s+کے\s+لی[ےئ]\S*\s+(?:\S+\s+){0,4}?چھاپ",
    re.IGNORECASE,
)
"""Where police look for a murderer."""
_QUIET_ACTS = {"protest", "riot", "disrupted", "abduction", "capture"}


def _told_acts(scene: Scene) -> set[str]:
    """Return the families of verbs that tell a protest, a find or an abduction."""
    return _QUIET_ACTS & {t.family for t in scene.triggers if not (t.is_noun or t.definite)}


def _days_of(scenes: Sequence[Scene], at: int) -> Sequence[DateSpan]:
    """Return the dates of a sentence, or those of the one before that only sets its scene."""
    scene, before = scenes[at], scenes[at - 1] if at else None
    if scene.dates or before is None or before.mood != "none" or at < _SETTING:
        return scene.dates
    same = before.sentence.paragraph == scene.sentence.paragraph
    return before.dates if same else ()


_SETTING = 2
"""The first sentence sets the scene of the whole report."""


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


def _is_by_armed(text: str, scene: Scene) -> bool:
    """Whether somebody armed kills, abducts or fires: "Militants had taken players off a van"."""
    acts = any(not trigger.is_noun for trigger in scene.triggers)
    return acts and is_violent(text, scene) and any(a.kind in ARMED_KINDS for a in scene.actors)


_STAGED = Pattern(
    r"\b(?:the|this)\s+(?!electoral|census|polling|whole|entire)(?:[\w-]+\s+){0,2}?(?:exercise|drill|rehearsal|simulation)(?:,\s[^.;]{3,150}?,)?\s+"
    r"(?:(?:was|were|is)\s+(?:arranged|held|conducted|organi[sz]ed|carried\s+out|meant|designed|part|staged|to)"
    r"|aimed|involved|tested|assumed|supposed|simulated|imagined|envisaged)\b"
    r"|\b(?:(?:it|this)\s+was\s+(?:all\s+|only\s+|just\s+|merely\s+)?|(?:they|all|these)\s+were\s+(?:all|only|just|merely)\s+)"
    r"(?:part\s+of\s+)?(?:an?\s+)?(?!training\b)(?:[\w-]+\s+)?(?:exercise|drill|rehearsal|simulation)"
    r"(?=\s*[.;,:]|\s+(?:in\s+which|by|of|for|to|held|conducted|arranged|organi[sz]ed)\b)"
    r"|\baccording\s+to\s+the\s+(?:script|scenario)\b|\bmock\s+(?:drill|exercise)\b"
    r"|(?:فرضی|موک)\s+(?:مشق|ڈرل)",
    re.IGNORECASE,
)
"""What the sentences before told was "the exercise", not one that somebody held some day."""
_FICTION = Pattern(
    r"\b(?:(?:film|movie)\s+(?:set|unit|crew)|blanks|(?:a|the)\s+hero|villains?|stunts?|novel|narrator|stage\s+play|(?:new|Pashto|Urdu|Balochi|one-act)\s+play|the\s+play|short\s+stor(?:y|ies)|documentary|"
    r"feature\s+film|film\s+in\s+which|cinemas|(?:this|the|our)\s+critic|reviewer|box\s+office|censors?|the\s+film|premiere|audience|actress|playwright|tickets|second\s+act|novelist|full\s+house|"
    r"memoirs?|chapters?|the\s+author|the\s+book|reviewer|museum|on\s+(?:show|display)|the\s+cast|standing\s+ovation|signed\s+copies|"
    r"(?:first|third|last|final|opening)\s+(?:act|scene|chapter|episode|reel)|autobiography|biography|anthology|"
    r"(?:new|launched)\s+(?:history|collection)|the\s+screening|the\s+director|the\s+curtain|the\s+gallery|the\s+exhibition)\b"
    r"|ناول|ڈرامے|ناظرین|رونمائی|افسانے|مصنف|شاعر|اسٹیج",
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
    end = _until_real(article.text, scenes)
    return [
        replace(scene, mood=mood)
        if scene.mood == "reported"
        and at < end
        and (at < _OPENING or not _stands_alone(article, scenes, at, "other", fresh=False))
        else scene
        for at, scene in enumerate(scenes)
    ]


def _until_real(text: str, scenes: Sequence[Scene]) -> int:
    """Return how many sentences stand before one that tells what was no part of the drill."""
    ends = (
        n
        for n, scene in enumerate(scenes)
        if sets_apart(text, scene) or _follows_frame(text, scenes, n)
    )
    return min(_until_earnest(text, scenes), next(ends, len(scenes)))


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
