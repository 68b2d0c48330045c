"""The words of reports in a language: their own, and those of maps and figures."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from geomap.maps.figures import Words, words_of
from geomap.maps.naming import load_naming

__all__ = ["event_word", "report_words"]


@cache
def report_words(lang: str) -> Words:
    """Return the words of a language.

    Those of figures have ``figure.`` before their keys, those of the interactive map ``map.``.

    Raises
    ------
    SettingsError
        If the language is none of `geomap.maps.naming.LANGUAGES`.
    """
    naming = load_naming(lang)
    own = resources.files("geomap.publish") / "words" / f"report.{lang}.json"
    texts: dict[str, str] = json.loads(own.read_text(encoding="utf-8"))
    texts |= {f"figure.{key}": text for key, text in words_of(lang).texts.items()}
    texts |= {f"map.{key}": text for key, text in naming.strings.items()}
    return Words(lang, texts)


def event_word(words: Words, event_type: str | None) -> str:
    """Return an event type in the language; another one than ACLED's as it is written."""
    if event_type is None:
        return words("map.event.none")
    return words.get(f"map.event.{event_type}", event_type)
