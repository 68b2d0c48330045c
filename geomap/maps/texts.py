"""Text of unknown origin, made fit for a document: one line, no controls, no links but to the web.

What is cleaned here is still plain text: each format escapes it in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

from geomap.tables import csv_safe

__all__ = ["cell_text", "clean_text", "cut", "web_link"]

_DROPPED = frozenset({"Cc", "Cs", "Zl", "Zp", "Co"})
_OVERRIDES = re.compile("[\u202a-\u202e]")  # marks that turn the text around them
_ISOLATES = re.compile("[\u2066-\u2069]")  # marks that keep the text between them apart
_LONGEST_LINK = 2_000


def clean_text(value: object, *, isolates: bool = False) -> str:
    r"""Return a text on one line, without what XML forbids and what turns the text around it.

    The marks by which `geomap.maps.words.Words` keeps a name apart are left only with `isolates`.

    Examples
    --------
    >>> clean_text("Quetta\x07\u2028 \u202eCantt\ud800")
    'Quetta Cantt'
    """
    text = str(value)
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _OVERRIDES.sub("", text if isolates else _ISOLATES.sub("", text))
    kept = ("" if _is_illegal(char) else _spaced(char) for char in text)
    return " ".join("".join(kept).split())


def _is_illegal(char: str) -> bool:
    code = ord(char)
    return 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _spaced(char: str) -> str:
    return " " if unicodedata.category(char) in _DROPPED else char


def cut(text: str, most: int) -> str:
    """Return a text of at most `most` characters, with an ellipsis where something was cut.

    Examples
    --------
    >>> cut("Quetta", 6), cut("Quetta Cantt", 8)
    ('Quetta', 'Quetta…')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def cell_text(value: object) -> str:
    """Return text for a cell of a table: clean, and no formula when it is pasted into a sheet.

    Examples
    --------
    >>> cell_text("=1+1"), cell_text("Kech")
    ("'=1+1", 'Kech')
    """
    return str(csv_safe(clean_text(value)))


def web_link(value: object) -> str | None:
    """Return an address of the web in printable ASCII, or None: no other scheme is linked.

    Examples
    --------
    >>> web_link("https://news.example/a b"), web_link("javascript:alert(1)")
    ('https://news.example/a%20b', None)
    """
    text = str(value or "").strip()
    if not text or len(text) > _LONGEST_LINK or any(_is_illegal(char) for char in text):
        return None
    try:
        parts = urlsplit(text)
        named = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not named or parts.username is not None:
        return None
    return quote(text, safe=":/?#[]@!$&'()*+,;=%~-._")
