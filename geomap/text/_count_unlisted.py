"""People whose noun no list has: who is killed is somebody, whatever he is called.

"A beekeeper was shot dead", "gunmen killed a palaeontologist": only people are told to be killed
in these forms, animals aside, whose nouns the lists have.
"""

from __future__ import annotations

from collections.abc import Mapping

from geomap.text._count_auxiliaries import is_adverb
from geomap.text._count_groups import Group, of_one
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import AUXILIARIES, STOPS, VERBS, word_set

__all__ = ["unlisted_person"]

_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 5
_LINKS = frozenset({"of", "for", "from", "at", "with"})
_AFTER_LINK = 5
_ONE = frozenset({"was", "is"})
_ENDINGS = ("ed", "ing", "ly", "s", "ion", "ment", "ness", "ity", "ence", "ance", "ism", "age")
_NO_PERSON = word_set("blast bomb man-made toll total number row one bid plan plot vehicle")
_AFTER_OBJECT = frozenset(
    {",", ".", "and", "in", "at", "near", "on", "as", "when", "outside", "by"}
)


def unlisted_person(words: Words, triggers: Mapping[int, Trigger], index: int) -> Group | None:
    """Read "a beekeeper" at an article as one if he is killed or hurt.

    Parameters
    ----------
    words
        The sentence.
    triggers
        The words for outcomes in it, by their first word.
    index
        The word that may be an article.
    """
    last = _end(words, triggers, index) if words.at(index) in _ARTICLES else 0
    if not last:
        return None
    one, span = of_one(index, index + 1), (index + 1, last)
    return Group(index, last, one, span, "person", "unknown", implied=True)


def _end(words: Words, triggers: Mapping[int, Trigger], index: int) -> int:
    """Return the end of the phrase at an article whose noun is killed or hurt, else 0."""
    last = index + 1
    while last - index <= _LONGEST and _is_plain(words, triggers, last):
        last += 1
    noun = words.at(last - 1)
    if last == index + 1 or noun.endswith(_ENDINGS) or noun in _NO_PERSON:
        return 0
    done = triggers.get(index - 1)
    if done is not None and done.form == "verb" and _is_object(words, done, last):
        return last
    at = last
    if words.at(at) in _LINKS:
        at += 1
        while at - last <= _AFTER_LINK and words.at(at).isalpha() and words.at(at) not in _ONE:
            at += 1
    if words.at(at) in _ONE:
        return last if _is_harmed(words, triggers, at + 1) else 0
    if words.at(at) != "and":  # "a beekeeper and his son were"
        return 0
    after = words.words[at + 1 : at + _AFTER_LINK]
    were = at + 2 + after.index("were") if "were" in after else 0
    return last if were and _is_harmed(words, triggers, were) else 0


def _is_plain(words: Words, triggers: Mapping[int, Trigger], at: int) -> bool:
    """Whether a word may be of such a phrase: in small letters, no verb and no function word."""
    word = words.at(at)
    if not word.replace("-", "").isalpha() or words.capital(at) or at in triggers:
        return False
    return word not in STOPS and word not in AUXILIARIES and word not in VERBS


def _is_harmed(words: Words, triggers: Mapping[int, Trigger], at: int) -> bool:
    while is_adverb(words.at(at)) and at not in triggers:
        at += 1
    done = triggers.get(at)
    return done is not None and done.form == "verb" and done.outcome in {"killed", "injured"}


def _is_object(words: Words, done: Trigger, last: int) -> bool:
    active = words.at(done.first - 1) not in AUXILIARIES
    return active and done.outcome == "killed" and words.at(last) in _AFTER_OBJECT
