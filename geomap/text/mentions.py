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
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from operator import or_

from geomap.places.gazetteer import Gazetteer
from geomap.places.user_places import full_gazetteer
from geomap.records import Article, Mention
from geomap.text.actors import ActorSpan
from geomap.text.datelines import CAPITALS
from geomap.text.located import locating_scenes
from geomap.text.nested import say_within
from geomap.text.reading import read_scenes
from geomap.text.roles import Role, Spot, Stands, is_team, role_of
from geomap.text.scenes import Reading, Scene
from geomap.text.stays import Stay, companies, stays_of
from geomap.text.toponyms import NameSpan, find_names, is_arabic, needs_cue
from geomap.text.written import as_written

__all__ = ["find_mentions", "mentions_in"]


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
    marks = reduce(or_, (scene.sentence.marks for scene in reading.scenes), 0)
    found = find_names(reading.folded, gazetteer, title=reading.article.title or "", marks=marks)
    names = _with_others(found, also)
    stays = stays_of(reading, names)
    locating, first = locating_scenes(reading, stays)
    sport = _is_sport(reading)
    mentions: list[Mention] = []
    for group in companies(reading, stays):
        index = group[0].scene
        stands = Stands(
            index in locating,
            group[0].relation.kind in {"near", "offset", "between"},
            () if sport else _venues(reading.scenes[index]),
            index > first and reading.scenes[index].mood == "none",
        )
        role = _group_role(reading, group, stands, sport=sport)
        mentions += [_mention(reading, stay, role) for stay in group]
    mentions = say_within(reading.article.text, _with_reporters(reading, mentions))
    return as_written(_without_reference_points(mentions, gazetteer), reading.plain)


def _with_others(names: list[NameSpan], also: Sequence[NameSpan]) -> list[NameSpan]:
    """Return names with those of `also` that overlap none of them."""
    free = [
        name
        for name in also
        if all(name.end <= one.start or name.start >= one.end for one in names)
    ]
    return sorted([*names, *free], key=lambda name: name.start) if free else names


_VENUES: dict[str, tuple[str, ...]] = {"rehearsed": (), "recalled": ("met",)}


def _venues(scene: Scene) -> tuple[str, ...]:
    return _VENUES.get(scene.mood, ("met", "taken"))


_FEW = 2


def _is_sport(reading: Reading) -> bool:
    """Whether an article is a report on sport, where names of towns stand for teams."""
    if reading.topic == "sport":
        return True
    cues = [cue for scene in reading.scenes for cue in scene.cues if cue.word == "sport"]
    idle = [scene for scene in reading.scenes[:_FEW] if scene.mood == "other"]
    return len(cues) >= _FEW and any(scene.says("sport") for scene in idle)


def _group_role(reading: Reading, group: Sequence[Stay], stands: Stands, *, sport: bool) -> Role:
    """Return the role that the names of a list share."""
    first, last = group[0], group[-1]
    if first.kind == "dateline":
        return Role("dateline", "role:dateline")
    if first.kind == "actor":
        return Role("actor", "role:part of an organisation or post")
    text, scene = reading.article.text, reading.scenes[first.scene]
    start = first.name.start
    actor = _actor_at(scene, start)
    if actor is not None and actor.kind == "group" and start < actor.end:
        return Role("actor", "role:part of a group's name")
    lead = first.relation.start if stands.near and first.relation.start is not None else start
    spot = Spot(start, last.end, min(lead, start), is_arabic(text[start]))
    role = role_of(text, spot, scene, stands)
    idle = scene.mood in {"none", "other"}
    sport = sport or (idle and scene.says("sport"))
    if sport and role.word == "background" and is_team(text, start, first.end):
        return Role("actor", "role:a team")
    return role


def _actor_at(scene: Scene, offset: int) -> ActorSpan | None:
    """Return the last actor that starts at an offset or before it; none overlaps another."""
    if not scene.actors:
        return None
    before = bisect_right(scene.actors, offset, key=lambda actor: actor.start)
    return scene.actors[before - 1] if before else None


_REPORTERS = re.compile(
    r"\b(?P<who>[Pp]olice|[Ll]evies|[Aa]uthorities|[Oo]fficials|[Ss]ecurity\s+(?:officials|forces))\s+in\s+"
    r"(?:[A-Z][\w-]+['’]s\s+(?:[\w-]+\s+)?)?$"
)
_SEATS = CAPITALS | {"Rawalpindi", "Kabul"}
"""Where those have their offices who report from all over a province or country."""
_THAT = re.compile(
    r"(?:['’]s\s+(?:[a-z-]+\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:\s+district)?)?\s+"
    r"(?:said|say|reported|confirmed)\s+(?:on\s+\w+\s+)?(?:that\s+)?"
)


def _with_reporters(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Make the place of police who report an event its site where they name no other.

    "Police in Sherani district said that two bodies had been found on Sunday."
    """
    text = reading.article.text
    sited = {mention.sentence for mention in mentions if mention.role == "incident_site"}
    firm = {scene.sentence.number for scene in reading.scenes if scene.is_firm}
    return [
        replace(mention, role="incident_site", rules=(*mention.rules, "role:police there report"))
        if "role:place of a speaker" in mention.rules
        and mention.sentence in firm - sited
        and _report_their_own(text, mention, sited)
        and _THAT.match(text, mention.end)
        else mention
        for mention in mentions
    ]


def _report_their_own(text: str, mention: Mention, sited: AbstractSet[int]) -> bool:
    """Whether police of a place report, or officials of one that is no capital.

    Those of a capital report what was elsewhere, where other sentences (`sited`) name a site;
    officials of a town that was not named go on with what the sentence before told of another.
    """
    who = _REPORTERS.search(text, max(0, mention.start - 60), mention.start)
    if who is None:
        return False
    if who["who"].casefold() in {"police", "levies"} or not sited:
        return True
    return text[mention.start : mention.end] not in _SEATS and mention.sentence - 1 not in sited


def _without_reference_points(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Make "50 km south of X" background where the sentence names a nearer place."""
    if not any(mention.relation.kind == "offset" for mention in mentions):
        return list(mentions)
    near = {
        mention.sentence
        for mention in mentions
        if mention.relation.kind == "offset" and (mention.relation.distance_m or 0.0) < _FAR
    }
    nearer = {
        mention.sentence
        for mention in mentions
        if mention.role == "incident_site"
        and mention.relation.kind in {"in", "near"}
        and mention.level_word not in {"tehsil", "district", "division", "province"}
        and _names_a_spot(mention, gazetteer, area=mention.sentence not in near)
    }
    nearer |= _apart_from_district(mentions, gazetteer)
    around = {
        mention.sentence + step
        for mention in mentions
        if mention.role == "incident_site" and mention.relation.kind in {"in", "near"}
        for step in (-1, 1)
    }
    return [
        replace(mention, role="background", rules=(*mention.rules, "role:reference point"))
        if mention.role == "incident_site"
        and mention.relation.kind == "offset"
        and (
            mention.sentence in nearer
            or (mention.sentence in around and (mention.relation.distance_m or 0.0) > _VERY_FAR)
        )
        else mention
        for mention in mentions
    ]


def _apart_from_district(mentions: Sequence[Mention], gazetteer: Gazetteer) -> set[int]:
    """Return sentences that name a district, and a distance from a place outside it."""
    found = set()
    for first, second in pairwise(mentions):
        if not (first.sentence == second.sentence and second.relation.kind == "offset"):
            continue
        if first.role != "incident_site" or first.level_word != "district":
            continue
        inside = {entry.admin2_pcode for entry in gazetteer.lookup(second.name_key)}
        if not any(e.admin2_pcode in inside for e in gazetteer.lookup(first.name_key)):
            found.add(first.sentence)
    return found


_FAR = 40_000.0
"""Metres: where a place is this far away, an area of a tehsil's size says more than it does."""


_VERY_FAR = 100_000.0
"""Metres: beyond this a town only helps to find the place named in the sentence before or after."""


def _names_a_spot(mention: Mention, gazetteer: Gazetteer, *, area: bool) -> bool:
    entries = gazetteer.lookup(mention.name_key)
    fine = {"site", "settlement", "tehsil"} if area else {"site", "settlement"}
    return not entries or any(e.level in fine and e.feature != "pass" for e in entries)


def _mention(reading: Reading, stay: Stay, role: Role) -> Mention:
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
