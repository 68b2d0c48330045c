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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from geomap.places.gazetteer import Gazetteer
from geomap.places.user_places import full_gazetteer
from geomap.records import Article, Mention
from geomap.text.plain import Plain
from geomap.text.reading import read_scenes
from geomap.text.relations import relation_of
from geomap.text.roles import Role, Stands, is_team, role_of
from geomap.text.scenes import Reading, Scene, is_heading
from geomap.text.toponyms import LEVEL_WORDS, NameSpan, find_names, needs_cue

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
    names = _with_others(find_names(reading.folded, gazetteer), also)
    starts = [scene.sentence.start for scene in reading.scenes]
    locating = _locating(reading)
    mentions = []
    for position, name in enumerate(names):
        index = bisect_right(starts, name.start) - 1
        if index < 0:
            continue
        following = names[position + 1] if position + 1 < len(names) else None
        scene = reading.scenes[index]
        mentions.append(
            _mention(reading, scene, name, following, locates=index in locating),
        )
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


def _locating(reading: Reading) -> set[int]:
    """Return the sentences whose places may be where an event was.

    Those that report one by themselves; those that go on with one reported before; and headings
    over one that does.
    """
    text, scenes = reading.article.text, reading.scenes
    found: set[int] = set()
    begun = False
    last_firm = max((index for index, scene in enumerate(scenes) if scene.is_firm), default=-1)
    for index, scene in enumerate(scenes):
        if is_heading(text, scene):
            below = (later for later in scenes[index + 1 :] if not is_heading(text, later))
            following = next(below, None)
            if scene.triggers and following is not None and following.is_firm:
                found.add(index)
        elif scene.is_firm or (begun and _goes_on(scene)):
            begun = True
            found.add(index)
        elif index < last_firm and _opens_round_up(scene):
            found.add(index)
    return found


_ROUND_UP_DAYS = 14


def _opens_round_up(scene: Scene) -> bool:
    """Whether a sentence sums up the days of a round-up, and so names the area of what follows."""
    spans = [span for span in scene.dates if span.first is not None and span.last is not None]
    return (
        scene.mood == "aggregate"
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


def _mention(
    reading: Reading, scene: Scene, name: NameSpan, following: NameSpan | None, *, locates: bool
) -> Mention:
    text = reading.article.text
    end, level = _level_of(text, name)
    dateline = any(line.start <= name.start < line.end for line in reading.datelines)
    relation = relation_of(
        text,
        name.start,
        end,
        scene.sentence,
        following=following.start if following else None,
    )
    stands = Stands(locates, relation.kind in {"near", "offset"})
    role = role_of(text, name.start, end, scene, dateline=dateline, stands=stands)
    if reading.topic == "sport" and role.word == "background" and is_team(text, name.start):
        role = Role("actor", "role:a team")
    return Mention(
        article_id=reading.article.id,
        start=name.start,
        end=end,
        sentence=scene.sentence.number,
        paragraph=scene.sentence.paragraph,
        toponym=text[name.start : end],
        name_key=name.key,
        level_word=level,
        relation=relation,
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
        return name.end, "division"
    if _TOWN_AFTER.match(text, name.end):
        return name.end, "settlement"
    plural = _LEVEL_PLURAL.match(text, name.end)
    if plural:
        return name.end, LEVEL_WORDS[plural.group(1).lower()]
    last = name.key.rpartition(" ")[2]
    return name.end, LEVEL_WORDS.get(last)
