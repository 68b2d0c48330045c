"""An optional second opinion: what a spaCy pipeline takes for people, organisations and places.

Rules stay the base; with a pipeline that is installed,

- a name that it takes for a person or an organisation, and that no strong rule takes for a place,
  gets the role ``actor`` and half its score;
- a name that it takes for a place gains score; one that the gazetteer knows and that the rules left
  out for want of a cue becomes a mention.

Strong are a level word that follows, a dateline, a distance or nearness, and a preposition of place
right before the name. Each effect is named in the mention's `rules`: ``ner: person``,
``ner: organisation``, ``ner: place``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from geomap.errors import MissingDependencyError, SettingsError
from geomap.places.names import fold_name
from geomap.places.user_places import full_gazetteer
from geomap.records import Mention, Resolution
from geomap.text.toponyms import NameSpan

__all__ = ["Pipeline", "Tag", "load_pipeline", "named_places", "weighed", "with_opinion"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of a text that a pipeline named; `kind` is person, organisation or place."""

    start: int
    end: int
    kind: str


_KINDS = {
    **dict.fromkeys(("PERSON", "PER"), "person"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "organisation"),
    **dict.fromkeys(("GPE", "LOC", "LOCATION", "FAC", "PLACE"), "place"),
}
"""What the labels of spaCy's pipelines stand for."""

_UNNEEDED = frozenset(
    {"parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter"},
)
_RULERS = frozenset({"entity_ruler", "span_ruler"})
_PIECE = 20_000  # characters that are given to a pipeline at once


class Pipeline:
    """A spaCy pipeline as geomap uses it.

    Parameters
    ----------
    nlp
        A ``spacy.language.Language``.

    Attributes
    ----------
    name, version
        The pipeline's own, for the record of a run.
    failures
        How many texts it could not read; they have no tags.
    """

    def __init__(self, nlp: Any) -> None:
        meta = nlp.meta
        self.name = f"{meta.get('lang', '')}_{meta.get('name', '')}"
        self.version = str(meta.get("version", ""))
        self.failures = 0
        self._nlp = nlp
        factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
        idle = [name for name in nlp.pipe_names if name in _UNNEEDED]
        self._idle = [] if factories & _RULERS else idle  # a ruler may ask for lemmas

    def tags(self, text: str) -> list[Tag]:
        """Return what the pipeline names in a text, in text order."""
        found = []
        try:
            with self._nlp.select_pipes(disable=self._idle):
                for start, piece in _pieces(text):
                    for one in self._nlp(piece).ents:
                        kind = _KINDS.get(one.label_.upper())
                        if kind is not None:
                            found.append(Tag(start + one.start_char, start + one.end_char, kind))
        except Exception:  # noqa: BLE001 - whatever a pipeline does, the rules still read the text
            self.failures += 1
            return []
        return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text between paragraphs, or between words, into pieces that fit a pipeline."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            cut = max(text.rfind(mark, start, end) for mark in ("\n", " "))
            end = cut + 1 if cut > start else end
        yield start, text[start:end]
        start = end


def load_pipeline(name: str) -> Pipeline:
    """Load an installed spaCy pipeline.

    Parameters
    ----------
    name
        The name of its package, or the path of its folder.

    Raises
    ------
    MissingDependencyError
        If spaCy is not installed.
    SettingsError
        If there is no such pipeline, or it names nothing.
    """
    try:
        spacy: Any = import_module("spacy")  # an extra
    except ImportError as error:
        raise MissingDependencyError(
            f"ner {name!r} needs spaCy: pip install 'geomap-pk[ner]'",
        ) from error
    try:
        nlp = spacy.load(name)
    except Exception as error:
        reason = " ".join(str(error).split())[:_REASON]
        raise SettingsError(
            f"ner: spaCy has no pipeline {name!r} that can be loaded ({reason}); give the name of "
            "one that is installed (`python -m spacy info` lists them) or the path of its folder",
        ) from error
    assigned = {slot for one in nlp.pipe_names for slot in nlp.get_pipe_meta(one).assigns}
    factories = {nlp.get_pipe_meta(one).factory for one in nlp.pipe_names}
    if "doc.ents" not in assigned and "span_ruler" not in factories:
        parts = ", ".join(nlp.pipe_names) or "nothing"
        raise SettingsError(f"ner: the pipeline {name!r} names no entities; it has {parts}")
    return Pipeline(nlp)


_REASON = 160


def named_places(text: str, tags: Iterable[Tag]) -> list[NameSpan]:
    """Return the places among tags that the gazetteer knows by exactly these words."""
    gazetteer = full_gazetteer()
    found = []
    for tag in tags:
        if tag.kind == "place":
            key = fold_name(text[tag.start : tag.end])
            entries = gazetteer.lookup(key)
            if entries:
                found.append(NameSpan(tag.start, tag.end, key, entries, _RULES["place"]))
    return found


_RULES = {kind: f"ner: {kind}" for kind in ("person", "organisation", "place")}
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|towards?|outside|inside|around|across|between|via|into|through)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|area|district|tehsil|province)\s+of\s+)?$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(r"\s*(?:میں|سے|کے\s+(?:علاقے|قریب|نواح)|شہر)")
_PARTED = re.compile(r"['’]s\b|\s*[,،;:(]")
_REACH = 40


def with_opinion(text: str, mentions: Sequence[Mention], tags: Sequence[Tag]) -> list[Mention]:
    """Return mentions as the rules and the tags see them together.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Its mentions, by the rules.
    tags
        What a pipeline named in it, in text order.
    """
    return [_opinion(text, mention, _tag_on(mention, tags)) for mention in mentions]


def _tag_on(mention: Mention, tags: Sequence[Tag]) -> Tag | None:
    """Return the tag that covers the beginning of a mention; the longest, if there are several."""
    covering = [tag for tag in tags if tag.start <= mention.start < tag.end]
    return max(covering, key=lambda tag: tag.end - tag.start, default=None)


def _opinion(text: str, mention: Mention, tag: Tag | None) -> Mention:
    if tag is None:
        return mention
    rule = _RULES[tag.kind]
    if tag.kind == "place":
        rules = mention.rules if rule in mention.rules else (*mention.rules, rule)
        return replace(mention, score=min(1.0, mention.score + _GAIN), rules=rules)
    if _is_strong(text, mention, tag):
        return mention
    rules = (*mention.rules, rule)
    return replace(mention, role="actor", score=mention.score / 2, rules=rules)


_GAIN = 0.2


def _is_strong(text: str, mention: Mention, tag: Tag) -> bool:
    """Whether the rules are sure that a name is a place here, and not part of a longer name."""
    if mention.level_word or mention.role == "dateline" or mention.relation.kind != "in":
        return True
    if _PLACE_AFTER.match(text, mention.end):
        return True
    if tag.end > mention.end and not _PARTED.match(text, mention.end):
        return False
    before = text[max(0, mention.start - _REACH) : mention.start]
    return _PLACE_BEFORE.search(before) is not None


def weighed(resolutions: Iterable[Resolution]) -> list[Resolution]:
    """Return resolutions whose score follows what a pipeline said of their mention."""
    return [_weighed(item) for item in resolutions]


def _weighed(item: Resolution) -> Resolution:
    rules = item.mention.rules
    if _RULES["place"] in rules and item.place is not None:
        return replace(item, score=round(min(1.0, item.score + _GAIN), 3))
    if _RULES["person"] in rules or _RULES["organisation"] in rules:
        return replace(item, score=round(item.score / 2, 3))
    return item
