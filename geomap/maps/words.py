"""The words of maps and charts for print, in the language of their reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["Words", "is_urdu", "words_of"]


_MARKS = {"en": (", ", "."), "ur": ("، ", "۔")}  # comma and full stop
_ENDS = (".", "۔", "?", "؟", "!", "…")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language; `lang` is the language."""

    lang: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its values filled in; numbers get thousands separators."""
        shown = {
            name: f"{value:,}" if isinstance(value, int) else self._apart(str(value))
            for name, value in values.items()
        }
        return self.texts[key].format(**shown)

    def _apart(self, value: str) -> str:
        """Keep a Latin name or a date in its own order within a text that runs from the right."""
        return f"\u2066{value}\u2069" if self.lang == "ur" and not is_urdu(value) else value

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts of a sentence with the language's comma between them."""
        return _MARKS[self.lang][0].join(parts)

    def sentences(self, *parts: str) -> str:
        """Return parts as sentences of the language; those without a word are left out.

        Examples
        --------
        >>> words_of("en").sentences("Two incidents", "", "Until May.")
        'Two incidents. Until May.'
        """
        stop = _MARKS[self.lang][1]
        return " ".join(part if part.endswith(_ENDS) else part + stop for part in parts if part)

    def get(self, key: str, otherwise: str) -> str:
        """Return a text without values, or another one where there is none."""
        return self.texts.get(key, otherwise)


@cache
def words_of(lang: str) -> Words:
    """Return the words of figures in a language."""
    name = f"figures.{lang}.json"
    text = (resources.files("geomap.maps") / "words" / name).read_text(encoding="utf-8")
    return Words(lang, json.loads(text))


def is_urdu(text: str) -> bool:
    """Say whether a text has letters of the Arabic script."""
    return any("\u0600" <= char <= "\u06ff" for char in text)
