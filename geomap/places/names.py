"""Fold and compare place names, in Latin and Urdu script.

Two spellings are the same name when they fold to the same key. Folding has two steps, and both
are the same for a name alone and for a whole article, so that a key found in a folded article
marks a stretch of the article whose own folding is that key:

1. each character maps to none, one or several characters, whatever stands around it: case,
   diacritics, presentation forms, zero-width and direction marks and tatweel go; Arabic and Urdu
   forms of one letter become one letter (yeh, kaf, heh, alef; hamza goes); digits become ASCII;
   hyphens, slashes and underscores become spaces;
2. white space collapses to one space (to one line feed where a blank line parts two paragraphs, so
   that no name runs from one paragraph into the next), the dots of initials go ("D.I. Khan" is
   "di khan"), and so do apostrophes inside a Latin word, save the possessive ("Quetta's" keeps it).

Loose keys go further and are for searching only, never for recognition: they level what
romanisations of one name differ in.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache

__all__ = ["fold_name", "fold_with_offsets", "loose_key", "source_span", "spelling_variants"]

_DELETED, _EXPANDED = "\ue000", "\ue001"

_LETTERS = {
    # Urdu: one letter for the forms that keyboards and fonts mix
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ك": "ک", "ڪ": "ک", "ګ": "گ",
    "ه": "ہ", "ھ": "ہ", "ة": "ہ", "ۃ": "ہ", "ە": "ہ", "ٱ": "ا", "ء": "", "ـ": "",
    "ټ": "ٹ", "ٽ": "ٹ", "ډ": "ڈ", "ڊ": "ڈ", "ړ": "ڑ", "ڙ": "ڑ", "ڼ": "ن",
    # Latin letters without a decomposition
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
    # marks of transliteration go, apostrophes become one
    "ʿ": "", "ʾ": "", "ʻ": "", "ʽ": "", "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'",
    "´": "'", "′": "'",
    # what parts words
    "/": " ", "\\": " ", "_": " ", "⁄": " ", "−": " ", "—": "—", "―": "—", "⸺": "—",
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\n": "\n",
    "…": "…",
}  # fmt: skip

_HANGUL = range(0xAC00, 0xD7A4)

_SPECIAL = re.compile(f"[{_DELETED}{_EXPANDED}]")

# Each alternative starts with a literal, which lets the engine skip to it.
_LINE, _SPACES = r"\n[ \n]*", r" [ \n]+"
_STOP_OR_MARK = r"\.(?<=\b[a-z]\.)(?!\.)|'(?<=[a-z]')(?=[a-z])(?!s\b)"
_CONTEXT = re.compile(f"{_LINE}|{_SPACES}|{_STOP_OR_MARK}")
_CONTEXT_OF_ONE_SPACE = re.compile(f"{_LINE}|{_STOP_OR_MARK}")
"""The same for a text in which no space stands before white space: then no space is looked at."""
_WORD_FOLLOWS = re.compile(r"[a-z]{2}")


def fold_name(text: str) -> str:
    """Return the key under which every spelling of a name that differs only in form meets.

    Parameters
    ----------
    text
        A name in Latin or Urdu script.

    Returns
    -------
    str
        The folded name without surrounding white space; empty when nothing is left.

    Examples
    --------
    >>> fold_name("D.I. Khan"), fold_name("Aab-e-Gum"), fold_name("  PASNĪ ")
    ('di khan', 'aab e gum', 'pasni')
    >>> fold_name("كوئٹه") == fold_name("کوئٹہ")
    True
    """
    if text.isascii() and "  " not in text and text.replace(" ", "").isalpha():
        return text.lower().strip()  # the usual case, and several times faster
    plain = text.translate(_FOLD)
    return _CONTEXT.sub(_in_context, plain).strip()


def fold_with_offsets(text: str) -> tuple[str, array[int]]:
    """Fold an article and say where each folded character stands in it.

    Parameters
    ----------
    text
        Any text; it is not stripped.

    Returns
    -------
    tuple of (str, array)
        The folded text, and for each of its characters the offset of its source character in
        `text`, followed by ``len(text)``. Offsets never decrease. `source_span` turns a stretch of
        the folded text into one of `text`.

    Examples
    --------
    >>> folded, offsets = fold_with_offsets("in  D.I. Khan")
    >>> folded, list(offsets)
    ('in di khan', [0, 1, 2, 4, 6, 8, 9, 10, 11, 12, 13])
    """
    plain = text.translate(_PLACEHOLDERS)
    offsets = _identity(len(text))
    if _DELETED in plain or _EXPANDED in plain:
        plain, offsets = _expand(text, plain, offsets)
    return _collapse(plain, offsets)


def source_span(text: str, offsets: array[int], start: int, end: int) -> tuple[int, int]:
    """Return where a stretch of the folded text stands in the article.

    Parameters
    ----------
    text
        The article's text.
    offsets
        What `fold_with_offsets` returned for it.
    start, end
        A non-empty stretch of the folded text, end excluded.

    Returns
    -------
    tuple of (int, int)
        Offsets into `text`, end excluded. Marks on the last letter and the dot of a last initial
        belong to the name; zero-width and direction marks after it do not.

    Examples
    --------
    >>> text = "from D.I. Khan's north"
    >>> folded, offsets = fold_with_offsets(text)
    >>> at = folded.index("di khan")
    >>> first, last = source_span(text, offsets, at, at + len("di khan"))
    >>> text[first:last]
    'D.I. Khan'
    """
    first, last = offsets[start], offsets[end]
    if last == first:  # the stretch ends inside an expanded character
        last += 1
    while (
        last - first > 1
        and not text[last - 1].isalnum()
        and unicodedata.category(text[last - 1]) == "Cf"
    ):
        last -= 1
    return first, last


def loose_key(text: str) -> str:
    """Return a key that also levels what romanisations of one name differ in.

    q and k, w and v, aspirates, long and doubled letters, o and u, e and i, a final h, the words
    for fort (Qila, Killa), a joined or parted ``-abad``, the linking ``-e-``, and spaces. Names in
    Urdu script lose their spaces and nothing else. Two places may share a loose key: use it to
    search, with an exact key tried first.

    Examples
    --------
    >>> loose_key("Killa Saifullah") == loose_key("Qilla Saif Ullah")
    True
    >>> loose_key("Noshki") == loose_key("Nushki")
    True
    >>> loose_key("Khuzdar") == loose_key("Gwadar")
    False
    """
    return _loose(fold_name(text))


def spelling_variants(key: str) -> tuple[str, ...]:
    """Return spellings that mean the same name for certain and are safe to look for in text.

    Parameters
    ----------
    key
        A folded name.

    Returns
    -------
    tuple of str
        Further folded names, without `key`: words for fort, ``kot``, ``-abad``, ``-pur``,
        ``-garh`` and ``-khel`` joined or parted, the words of an Urdu name written together, its
        خیل and زئی written apart, and the two spellings of station, hospital, airport and the like.

    Examples
    --------
    >>> spelling_variants("qila saifullah")
    ('kila saifullah', 'killa saifullah', 'qilla saifullah')
    >>> spelling_variants("nasirabad")
    ('nasir abad',)
    """
    if key.isascii() and " " not in key and "abad" not in key and "khel" not in key:
        return ()
    if not key.isascii():
        return _urdu_variants(key) if _URDU.search(key) else ()
    if not _VARIES.search(key):
        return ()
    found = {key, _PARTED.sub(r"\1\2", key), _JOINED.sub(r"\1 \2", key)}
    for words in _WORD_GROUPS:
        pattern = _group_pattern(words)
        found |= {pattern.sub(word, one) for one in sorted(found) for word in words}
    return tuple(sorted(found - {key}))


def _urdu_variants(key: str) -> tuple[str, ...]:
    """Return an Urdu name with its words together, with خیل and زئی apart, and with other words."""
    found = {key, _URDU_SUFFIX.sub(r"\1 \2", key)}
    if _URDU_WORDS.search(key):
        for words, pattern in zip(_URDU_GROUPS, _URDU_PATTERNS, strict=True):
            found |= {pattern.sub(word, one) for one in sorted(found) for word in words}
    found |= {one.replace(" ", "") for one in found}
    return tuple(sorted(found - {key}))


_URDU_SUFFIX = re.compile(r"\b(\w{3,})(خیل|زیی)\b")
_URDU_GROUPS = (
    ("اسٹیشن", "سٹیشن"),
    ("اسپتال", "ہسپتال"),
    ("اسٹیڈیم", "سٹیڈیم"),
    ("اسکوایر", "سکوایر"),
    ("سینٹر", "سنٹر"),
    ("سینٹرل", "سنٹرل"),
    ("ایرپورٹ", "اییرپورٹ", "اییر پورٹ", "ایر پورٹ"),
    ("ایربیس", "اییربیس", "اییر بیس", "ایر بیس"),
    ("اڈا", "اڈہ"),
    ("ٹاون", "ٹایون"),
)
"""Words that newspapers spell in several ways, folded."""
_URDU_PATTERNS = tuple(re.compile(rf"\b(?:{'|'.join(words)})\b") for words in _URDU_GROUPS)
_URDU_WORDS = re.compile("|".join(pattern.pattern for pattern in _URDU_PATTERNS))

_WORD_GROUPS = (("killa", "qilla", "qila", "kila"), ("kot", "kote"))

_VARIES = re.compile(r"\b(?:[kq]ill?a|kote?) |[a-z]{3} ?(?:abad|khel)\b|[a-z]{3} (?:pur|garh)\b")
_PARTED = re.compile(r"\b([a-z]{3,}) (abad|pur|garh|khel)\b")
_JOINED = re.compile(r"\b([a-z]{4,})(abad|khel)\b")
_URDU = re.compile("[\u0620-\u06ff]")


@lru_cache(maxsize=16)
def _group_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b(?= )")


_LOOSE_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"\b(?:qila|qilla|kila|killa|qala|kala)\b", "kila"),
        (r"\b(?:dera|derah|deira)\b", "dera"),
        (r"(?<= )(?:e|i)(?= )", ""),  # the linking -e- and -i-
        (r"^al (?=.)", ""),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"tch|chh", "ch"),
        (r"(?<=[kgdtbpjzrlmn])h", ""),  # aspirates
        (r"[aeo](?:w|v|u)(?![aeiouy])", "u"),
        (r"w", "v"),
        (r"(?<=[aeiou])h\b", ""),
        (r"z\b", "s"),
        (r"iy(?=[aeou])", "i"),
        (r"(?:a[iy]|e[aiy]|ie|ee|[ey])(?![aou])", "i"),
        (r"o[ou]?|u+", "u"),
        (r"e", "i"),
        (r"[ .'-]+", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def _loose(key: str) -> str:
    if not key.isascii():
        return key.replace(" ", "")
    for pattern, to in _LOOSE_STEPS:
        key = pattern.sub(to, key)
    return key


class _Fold(dict[int, str]):
    """Code point -> folded characters, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


class _Placeholders(dict[int, str]):
    """As `_Fold`, but one character each: placeholders stand for none and for several."""

    def __missing__(self, code: int) -> str:
        folded = _FOLD[code]
        one = folded if len(folded) == 1 else _EXPANDED if folded else _DELETED
        self[code] = one
        return one


_FOLD, _PLACEHOLDERS = _Fold(), _Placeholders()


def _fold_character(character: str) -> str:
    """Fold one character, whatever stands around it."""
    if character in _LETTERS:
        return _LETTERS[character]
    if ord(character) in _HANGUL:
        return character
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    folded = "".join(map(_fold_part, unicodedata.normalize("NFKD", decomposed)))
    if folded.isspace() and not unicodedata.category(character).startswith(("Z", "C", "P")):
        return ""  # a mark that decomposes into a space and itself
    return folded


def _fold_part(character: str) -> str:
    """Fold one character of a decomposition."""
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category in {"Zs", "Zl", "Zp", "Cc", "Pd", "Co", "Cs"}:
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character


_CACHED_LENGTH = 1 << 16


def _identity(length: int) -> array[int]:
    """Return the offsets 0..length; slices of one cached array where that is long enough."""
    if length < _CACHED_LENGTH:
        return _counting()[: length + 1]
    return array("I", range(length + 1))


@lru_cache(maxsize=1)
def _counting() -> array[int]:
    return array("I", range(_CACHED_LENGTH))


def _expand(text: str, plain: str, offsets: array[int]) -> tuple[str, array[int]]:
    """Take the placeholders out: none or several characters in their stead."""
    pieces: list[str] = []
    where = array("I")
    last = 0
    for match in _SPECIAL.finditer(plain):
        at = match.start()
        pieces.append(plain[last:at])
        where += offsets[last:at]
        if plain[at] == _EXPANDED:
            folded = _FOLD[ord(text[at])]
            pieces.append(folded)
            where.extend([at] * len(folded))
        last = at + 1
    pieces.append(plain[last:])
    where += offsets[last:]
    return "".join(pieces), where


def _collapse(plain: str, offsets: array[int]) -> tuple[str, array[int]]:
    """Apply the rules that look at what stands around a character."""
    pieces: list[str] = []
    where = array("I")
    last = 0
    wide = "  " in plain or " \n" in plain
    for match in (_CONTEXT if wide else _CONTEXT_OF_ONE_SPACE).finditer(plain):
        start, stop = match.span()
        to = _in_context(match)
        keep = start + len(to)
        pieces.append(plain[last:start])
        pieces.append(to)
        where += offsets[last:keep]
        last = stop
    if not last:
        return plain, offsets
    pieces.append(plain[last:])
    where += offsets[last:]
    return "".join(pieces), where


def _in_context(match: re.Match[str]) -> str:
    """Return what stands for a run of white space, a dot of initials or an apostrophe."""
    found = match[0]
    if found == ".":
        return " " if _WORD_FOLLOWS.match(match.string, match.end()) else ""
    if found == "'":
        return ""
    return "\n" if found.count("\n") > 1 else " "
