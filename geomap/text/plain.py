"""The text as a reader sees it, with offsets back to the text as it was written.

Soft hyphens, zero-width and direction marks, vowel signs and tatweel are taken out; every kind of
space becomes a space, full-width and styled letters become plain ones, ligatures and presentation
forms come apart, and the Arabic forms of a letter become the Urdu one. A zero-width non-joiner
between two Arabic letters parts words, as a space does. Whatever reads for meaning reads this text;
whatever is given out carries offsets into the one that was written.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass

__all__ = ["Plain", "plain_text"]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as read, the text as written, and for each character of the first its place there.

    `offsets` ends with the length of the text as written; None: every character stands where it
    stood.
    """

    text: str
    written: str
    offsets: array[int] | None

    @property
    def is_written(self) -> bool:
        """Whether both texts are the same."""
        return self.text is self.written

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text as read stands in the text as written.

        Invisible characters at its end do not belong to it.

        Examples
        --------
        >>> plain = plain_text("in Que\u00adtta\u200f.")
        >>> plain.text, plain.back(3, 9)
        ('in Quetta.', (3, 10))
        """
        if self.offsets is None:
            return start, end
        first, last = self.offsets[start], self.offsets[end]
        if last <= first:
            last = first + (end > start)  # the stretch ends inside a ligature
        while last - first > 1 and unicodedata.category(self.written[last - 1]) == "Cf":
            last -= 1
        return first, last

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text as written stands in the text as read."""
        if self.offsets is None:
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


def plain_text(text: str) -> Plain:
    """Return a text as a reader sees it."""
    if text.isascii() or not _ODD.search(text):
        return Plain(text, text, None)
    same_length = text.translate(_ONE_FOR_ONE)
    if not _OTHER_LENGTH.search(same_length):
        return Plain(text if same_length == text else same_length, text, None)
    pieces: list[str] = []
    offsets = array("I")
    done = 0
    for found in _OTHER_LENGTH.finditer(same_length):
        start, end = found.span()
        pieces.append(same_length[done:start])
        offsets.extend(range(done, start))
        instead = _instead(found)
        pieces.append(instead)
        offsets.extend([start] * len(instead))
        done = end
    pieces.append(same_length[done:])
    offsets.extend(range(done, len(text) + 1))
    return Plain("".join(pieces), text, offsets)


def _instead(found: re.Match[str]) -> str:
    """Return what a reader sees of a group of characters."""
    kind = found.lastgroup
    if kind == "drop":
        return ""
    if kind == "gap":
        return " "
    if kind == "marked":
        return _MARKED.get(found[0]) or unicodedata.normalize("NFC", found[0])
    return unicodedata.normalize("NFKC", found[0]).translate(_ONE_FOR_ONE)


_LETTERS = dict(zip("يىكةه", "ییکۃہ", strict=True))
_MARKED = {"ی\u0654": "ئ", "ہ\u0654": "ۂ", "ے\u0654": "ۓ"}
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_WIDE = "\uff01-\uff5e\U0001d400-\U0001d7ff"  # full-width and mathematical letters
_HYPHENS = "\u2010\u2011"
_DROPPED = (
    "\u00ad\u034f\u061c\u0640\u064b-\u0655\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_LIGATURES = "\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfc\ufe80-\ufefc"
_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3"

_ODD = re.compile(f"[{''.join(_LETTERS)}{_SPACES}{_WIDE}{_HYPHENS}{_DROPPED}{_LIGATURES}{_DIGITS}]")
_OTHER_LENGTH = re.compile(
    "(?P<marked>[اویہے][\u0653-\u0655])"
    f"|(?P<gap>(?<=[{_ARABIC}])[\u200b\u200d-\u200f]*\u200c[\u200b-\u200f]*(?=[{_ARABIC}]))"
    f"|(?P<drop>[{_DROPPED}]+)"
    f"|(?P<ligature>[{_LIGATURES}])"
)


def _table() -> dict[int, str]:
    """Return the characters that one other character stands for."""
    table = {ord(old): new for old, new in _LETTERS.items()}
    for first, last in _STANDS_FOR_ONE:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            table[code] = str(int(plain)) if plain.isdecimal() else plain
    return table | dict.fromkeys(map(ord, _HYPHENS), "-")


_STANDS_FOR_ONE = (
    (0xA0, 0xA0), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
    (0x660, 0x669), (0x6F0, 0x6F9), (0xFF01, 0xFF5E), (0x1D400, 0x1D7FF),
)  # fmt: skip
"""The characters of `_SPACES`, `_DIGITS` and `_WIDE`."""

_ONE_FOR_ONE = _table()
