"""Toponym recognition: the place names of a text, with roles and relations.

One Aho-Corasick pass over the folded text finds every name that the gazetteer knows, Latin and
Urdu. A Latin name must be capitalised; an ambiguous one (Hub, Tank, Mach) needs a cue: a
preposition, a level word, a parent, a list of places. Patterns add what no gazetteer lists: roads
named after two towns ("the Quetta-Karachi highway"), squares and bazaars, and names after a
locative frame ("in the ... area of Kech district").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geomap.places.gazetteer import Gazetteer
from geomap.places.user_places import full_gazetteer
from geomap.records import Article, Mention, Relation
from geomap.text.dates import DateSpan
from geomap.text.patterns import Pattern
from geomap.text.plain import Plain
from geomap.text.reading import read_scenes
from geomap.text.relations import relation_of
from geomap.text.roles import Role, Spot, Stands, is_part_of_actor, is_team, role_of
from geomap.text.scenes import Reading, Scene, is_heading
from geomap.text.toponyms import LEVEL_WORDS, NameSpan, find_names, is_arabic, needs_cue

__all__ = ["as_read", "find_mentions", "mentions_in"]


def find_mentions(articles: Article | Iterable[Article]) -> list[Mention]:
    """Find the place names of one or several articles.

    Parameters
    ----------
    articles
        Articles, as `read_articles` gives them.

    Returns
    -------
    list of Mention
        In the order of the articles and of their text; spans of one article do not overlap.

    Examples
    --------
    >>> from geomap.records import Article
    >>> article = Article(id="a", text="A bomb went off in Turbat, Kech district, on Monday.")
    >>> [(mention.toponym, mention.role) for mention in find_mentions(article)]
    [('Turbat', 'incident_site'), ('Kech district', 'incident_site')]
    """
    every = [articles] if isinstance(articles, Article) else articles
    return [mention for article in every for mention in mentions_in(read_scenes(article))]


def mentions_in(reading: Reading, *, also: Sequence[NameSpan] = ()) -> list[Mention]:
    """Find the place names of an article that has been read.

    Parameters
    ----------
    reading
        The article, read.
    also
        Further names, in text order, that count where the rules found none; their offsets are
        those of ``reading.article.text``.
    """
    gazetteer = full_gazetteer()
    found = find_names(reading.folded, gazetteer, title=reading.article.title or "")
    names = _with_others(found, also)
    starts = [scene.sentence.start for scene in reading.scenes]
    names = [name for name in names if bisect_right(starts, name.start)]
    stays = [_stay(reading, names, position, starts) for position in range(len(names))]
    locating, first = _locating(reading, stays)
    mentions: list[Mention] = []
    for group in _lists(reading, stays):
        index = group[0].scene
        stands = Stands(
            index in locating,
            group[0].relation.kind in {"near", "offset", "between"},
            () if reading.topic == "sport" else _venues(reading.scenes[index]),
            index > first and reading.scenes[index].mood == "none",
        )
        role = _group_role(reading, group, stands)
        mentions += [_mention(reading, stay, role) for stay in group]
    return _as_written(_without_reference_points(mentions, gazetteer), reading.plain)


def _as_written(mentions: list[Mention], plain: Plain) -> list[Mention]:
    """Lead mentions from the text as read back to the text as written."""
    if plain.is_written:
        return mentions
    return [_moved(mention, plain.back, plain.written) for mention in mentions]


def as_read(mention: Mention, plain: Plain) -> Mention:
    """Lead a mention from the text as written to the text as read."""
    return mention if plain.is_written else _moved(mention, plain.forward, plain.text)


def _moved(mention: Mention, move: Callable[[int, int], tuple[int, int]], text: str) -> Mention:
    start, end = move(mention.start, mention.end)
    relation = mention.relation
    if relation.start is not None and relation.end is not None:
        first, last = move(relation.start, relation.end)
        relation = replace(relation, start=first, end=last)
    return replace(mention, start=start, end=end, toponym=text[start:end], relation=relation)


def _with_others(names: list[NameSpan], also: Sequence[NameSpan]) -> list[NameSpan]:
    """Return names with those of `also` that overlap none of them."""
    free = [
        name
        for name in also
        if all(name.end <= one.start or name.start >= one.end for one in names)
    ]
    return sorted([*names, *free], key=lambda name: name.start) if free else names


@dataclass(frozen=True, slots=True)
class _Stay:
    """A name with its span, its level, its relation, its sentence, and whether it is an actor."""

    name: NameSpan
    end: int
    level: str | None
    relation: Relation
    scene: int
    kind: str


def _stay(
    reading: Reading, names: Sequence[NameSpan], position: int, starts: Sequence[int]
) -> _Stay:
    text, name = reading.article.text, names[position]
    index = bisect_right(starts, name.start) - 1
    sentence = reading.scenes[index].sentence
    following = names[position + 1].start if position + 1 < len(names) else None
    end, level = _level_of(text, name)
    relation = relation_of(text, name.start, end, sentence, following=following)
    next_name = -1 if following is None else following
    kind = "place"
    if any(line.start <= name.start < line.end for line in reading.datelines):
        kind = "dateline"
    elif is_part_of_actor(text, name.start, end, sentence, next_name=next_name):
        kind = "actor"
    return _Stay(name, end, level, relation, index, kind)


_AREA_WORD = (
    r"(?:\s+(?:area|areas|valley|town|city|bazaar|tehsil|sub-tehsil|sector|region|side|شہر|بازار))"
)
_LIST_GAP = re.compile(
    rf"{_AREA_WORD}?\s*"
    r"(?:,\s+and\b|,\s+or\b|,|،|/|\band\b|\bor\b|,?\s+as\s+well\s+as\b|اور(?:\s+پھر)?|نیز|یا|کے\s+علاوہ)"
    r"\s*(?:the\s+)?(?:(?:areas?|parts|towns?|in|at|from|to|of|near)\s+)?(?:of\s+)?(?:the\s+)?"
    r"(?:ضلع\s+|تحصیل\s+)?",
)
_REPEATED = re.compile(r"\b(in|at|from|to|of|near)\s+(?:the\s+)?$")
_PART_GAP = re.compile(
    rf"{_AREA_WORD}?(?:\s*,)?\s+(?:(?:an?|the)\s+(?:\w+\s+){{0,2}}|\w+\s+)?"
    r"(?:in|of|within)\s+(?:the\s+)?(?:\w+\s+)?(?:[A-Z]\w+['’]s\s+)?",
)
_PART_GAP_URDU = re.compile(
    r"(?:\s+ہی)?\s+(?:کے|کی)\s+(?:\S+\s+){0,2}?"
    r"(?:ضلع|ضلعے|تحصیل|علاقے|علاقہ|شہر|قصبے|گاؤں|مقام|صوبے|ڈویژن|وادی|محلے)\s+",
)


def _lists(reading: Reading, stays: Sequence[_Stay]) -> Iterator[list[_Stay]]:
    """Group names that share a role: lists, and places with the areas that they lie in."""
    group: list[_Stay] = []
    for stay in stays:
        if group and _belongs(reading.article.text, group[-1], stay):
            group.append(stay)
            continue
        if group:
            yield group
        group = [stay]
    if group:
        yield group


def _belongs(text: str, last: _Stay, stay: _Stay) -> bool:
    """Whether a name goes on with the list, or names the area, of the name before it."""
    if not last.kind == stay.kind == "place" or last.scene != stay.scene:
        return False
    urdu = is_arabic(text[stay.name.start])
    if urdu != is_arabic(text[last.name.start]):
        return False
    gap = last.end, stay.name.start
    if _LIST_GAP.fullmatch(text, *gap):
        again = _REPEATED.search(text[gap[0] : gap[1]])
        before = text[max(0, last.name.start - 24) : last.name.start]
        return again is None or re.search(rf"\b{again[1]}\s+(?:\w+\s+)?$", before) is not None
    if urdu:
        return _PART_GAP_URDU.fullmatch(text, *gap) is not None
    return _PART_GAP.fullmatch(text, *gap) is not None and _lies_in(last.name, stay.name)


_AREAS = frozenset({"district", "division", "province", "country"})


def _lies_in(one: NameSpan, area: NameSpan) -> bool:
    """Whether the first name may be a place within the second."""
    if not one.entries or not area.entries:
        return bool(area.entries)
    for entry in one.entries:
        for other in area.entries:
            if other.level == "country":
                same = entry.country == other.country
            elif other.level == "province":
                same = entry.admin1 == other.admin1 and entry.country == other.country
            else:
                codes = {other.admin2_pcode, *other.districts} - {""}
                same = bool(codes & {entry.admin2_pcode, *entry.districts})
            if same and entry is not other:
                return True
    return False


_VENUES: dict[str, tuple[str, ...]] = {"rehearsed": (), "recalled": ("met",)}


def _venues(scene: Scene) -> tuple[str, ...]:
    return _VENUES.get(scene.mood, ("met", "taken"))


def _group_role(reading: Reading, group: Sequence[_Stay], stands: Stands) -> Role:
    """Return the role that the names of a list share."""
    first, last = group[0], group[-1]
    if first.kind == "dateline":
        return Role("dateline", "role:dateline")
    if first.kind == "actor":
        return Role("actor", "role:part of an organisation or post")
    text, scene = reading.article.text, reading.scenes[first.scene]
    start = first.name.start
    lead = first.relation.start if stands.near and first.relation.start is not None else start
    spot = Spot(start, last.end, min(lead, start), is_arabic(text[start]))
    role = role_of(text, spot, scene, stands)
    idle = scene.mood in {"none", "other"}
    sport = reading.topic == "sport" or (idle and scene.says("sport"))
    if sport and role.word == "background" and is_team(text, start, first.end):
        return Role("actor", "role:a team")
    return role


def _locating(reading: Reading, stays: Sequence[_Stay]) -> tuple[set[int], int]:
    """Return the sentences whose places may be where an event was, and the first of them.

    Those that report one by themselves; those that go on with one reported before; and headings
    over one that does. Arrests after an event and older events of the same kind are not meant.
    """
    text, scenes = reading.article.text, reading.scenes
    found: set[int] = set()
    days: list[date] = []
    last_firm = max((index for index, scene in enumerate(scenes) if scene.is_firm), default=-1)
    for index, scene in enumerate(scenes):
        if is_heading(text, scene):
            if _heads_events(reading, stays, index, last_firm):
                found.add(index)
        elif scene.is_firm or (found and _goes_on(scene)):
            if (found and _is_follow_up(scene)) or (days and _is_older(scene, days)):
                continue
            days += [span.first for span in scene.dates if span.first and _is_day(span)]
            found.add(index)
        elif index < last_firm and _opens_round_up(text, scene):
            found.add(index)
    return found, min(found, default=len(scenes))


def _is_day(span: DateSpan) -> bool:
    return span.precision in {"day", "range", "week"} and "future" not in span.rules


_LONG_AGO = 10


def _is_older(scene: Scene, days: Sequence[date]) -> bool:
    """Whether every date of a sentence lies well before the days of the events so far."""
    spans = [span for span in scene.dates if span.last is not None and "future" not in span.rules]
    if not spans:
        return False
    newest = max(span.last for span in spans if span.last is not None)
    coarse = any(span.precision in {"month", "year"} for span in spans)
    gap = (min(days) - newest).days
    return gap > _LONG_AGO or (coarse and gap > 0)


def _is_follow_up(scene: Scene) -> bool:
    """Whether a sentence only tells of arrests, with or without a raid."""
    families = {trigger.family for trigger in scene.triggers}
    harmed = any(count.outcome != "arrested" and count.best for count in scene.counts)
    return "arrest" in families and families <= {"arrest", "operation"} and not harmed


_ROUND_UP = Pattern(
    r"\b(?:events?|incidents?|violence|attacks|round-?up|timeline|review|update|situation|chronology|"
    r"brief|briefs|report|security|diary|log|monitor|note)\b|واقعات|خلاصہ|جائزہ|رپورٹ",
    re.IGNORECASE,
)
_HEADING_WORDS = re.compile(
    r"[\W\d_]+|\b(?:and|district|division|province|region|tehsil|the|of|area)\b|ضلع|ڈویژن|صوبہ|اور",
    re.IGNORECASE,
)


def _heads_events(reading: Reading, stays: Sequence[_Stay], index: int, last_firm: int) -> bool:
    """Whether a heading stands over reported events: the next sentence's, or a whole round-up's."""
    text, scenes = reading.article.text, reading.scenes
    scene = scenes[index]
    below = next((one for one in scenes[index + 1 :] if not is_heading(text, one)), None)
    if below is None or index > last_firm:
        return False
    names = [stay for stay in stays if stay.scene == index]
    if not names:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    if below.is_firm:
        rest = text[start : names[0].name.start] + " " + text[names[-1].end : end]
        if scene.triggers or not _HEADING_WORDS.sub("", rest):
            return True
    return index == 0 and scene.mood == "none" and _ROUND_UP.search(text, start, end) is not None


_ROUND_UP_DAYS = 14


_MANY_EVENTS = Pattern(
    r"\b(?:incidents|attacks|events|acts)\b|واقعات|\b[Aa]ll\s+(?:places|incidents|locations|events)\s+are",
)
_ALL_PLACES = Pattern(
    r"\b(?:[Aa]ll|[Tt]he)\s+(?:places|incidents|locations|events)(?:\s+\w+)?\s+are\s+in\b"
)


def _opens_round_up(text: str, scene: Scene) -> bool:
    """Whether a sentence sums up the days of a round-up, and so names the area of what follows."""
    where = scene.sentence.start, scene.sentence.end
    if _ALL_PLACES.search(text, *where):
        return True
    spans = [span for span in scene.dates if span.first is not None and span.last is not None]
    return bool(
        (scene.mood == "aggregate" or (scene.mood == "none" and _MANY_EVENTS.search(text, *where)))
        and bool(spans)
        and all(
            (span.last - span.first).days <= _ROUND_UP_DAYS
            for span in spans
            if span.first is not None and span.last is not None
        )
    )


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence may go on with an event: it refers to one, or counts its victims."""
    harmed = any(count.best and count.outcome in {"killed", "injured"} for count in scene.counts)
    return scene.mood == "reported" or (scene.mood == "none" and harmed)


def _without_reference_points(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Make "50 km south of X" background where the sentence names a nearer place."""
    if not any(mention.relation.kind == "offset" for mention in mentions):
        return list(mentions)
    nearer = {
        mention.sentence
        for mention in mentions
        if mention.role == "incident_site"
        and mention.relation.kind in {"in", "near"}
        and mention.level_word not in {"district", "division", "province"}
        and _names_a_spot(mention, gazetteer)
    }
    return [
        replace(mention, role="background", rules=(*mention.rules, "role:reference point"))
        if mention.role == "incident_site"
        and mention.relation.kind == "offset"
        and mention.sentence in nearer
        else mention
        for mention in mentions
    ]


def _names_a_spot(mention: Mention, gazetteer: Gazetteer) -> bool:
    entries = gazetteer.lookup(mention.name_key)
    return not entries or any(entry.level in {"site", "settlement"} for entry in entries)


_LEVEL_AFTER = re.compile(
    r"\s+(sub-tehsil|tehsil|taluka|sub-division|subdivision|district|division|province|agency)\b",
    re.IGNORECASE,
)
_LEVEL_PLURAL = re.compile(
    r"(?:(?:,|\s+and)\s+[A-Z][\w' -]{2,24}?){0,6}\s+(district|tehsil|division|province)s\b",
)
_TOWN_AFTER = re.compile(r"\s+(?:town|city|bazaar|bazar)\b|\s+شہر")
_LEVEL_BEFORE = re.compile(r"(ضلع|تحصیل|صوبہ|صوبے)\s+$")
_LEVEL_AFTER_URDU = re.compile(r"\s+(ڈویژن|ضلع|تحصیل)(?!\w)")


def _mention(reading: Reading, stay: _Stay, role: Role) -> Mention:
    text, name = reading.article.text, stay.name
    sentence = reading.scenes[stay.scene].sentence
    return Mention(
        article_id=reading.article.id,
        start=name.start,
        end=stay.end,
        sentence=sentence.number,
        paragraph=sentence.paragraph,
        toponym=text[name.start : stay.end],
        name_key=name.key,
        level_word=stay.level,
        relation=stay.relation,
        role=role.word,
        score=1.0 if name.entries and not needs_cue(name) else 0.7,
        rules=(name.rule, role.rule),
    )


def _level_of(text: str, name: NameSpan) -> tuple[int, str | None]:
    """Return where the span ends (after a level word that follows directly) and the level."""
    after = _LEVEL_AFTER.match(text, name.end)
    if after:
        return after.end(), LEVEL_WORDS[after.group(1).lower()]
    before = _LEVEL_BEFORE.search(text, max(0, name.start - 10), name.start)
    if before:
        return name.end, LEVEL_WORDS[before.group(1)]
    after = _LEVEL_AFTER_URDU.match(text, name.end)
    if after and after.group(1) == "ڈویژن":
        return after.end(), "division"
    if _TOWN_AFTER.match(text, name.end):
        return name.end, "settlement"
    plural = _LEVEL_PLURAL.match(text, name.end)
    if plural:
        return name.end, LEVEL_WORDS[plural.group(1).lower()]
    last = name.key.rpartition(" ")[2]
    return name.end, LEVEL_WORDS.get(last)
