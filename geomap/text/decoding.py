"""From bytes to text: which encoding a file is in, told by fixed rules, and what to say of it.

In this order: a byte order mark; UTF-16 without one; UTF-8, if every byte fits; what the file
itself declares (a page's ``charset``, an XML declaration); UTF-8 with a few damaged bytes, which
become U+FFFD; Windows-1256 where bytes above 127 form words, as those of Urdu and Arabic do; else
Windows-1252. Binary files are refused. Whatever is not UTF-8 carries a note.
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geomap.errors import DataError

__all__ = ["Decoded", "Encoding", "decode", "encoding_of", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file is read: Python's codec, what it does with bad bytes, and what to say of it."""

    codec: str
    errors: str = "strict"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what to say of its encoding; "" when it is UTF-8."""

    text: str
    note: str = ""


_UTF8 = Encoding("utf-8-sig")
_DAMAGED = Encoding(
    "utf-8-sig",
    "replace",
    "some bytes are not UTF-8 and are shown as \ufffd; save the file as UTF-8 again",
)
_MEGABYTE = 1 << 20
_HEAD = 1 << 16
_BLOCK = 1 << 18


def read_bytes(path: Path, *, max_mb: int) -> bytes:
    """Return what a file holds.

    Raises
    ------
    DataError
        If the file is larger than `max_mb` megabytes or cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(max_mb * _MEGABYTE + 1)
            size = path.stat().st_size
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror or type(error).__name__}") from error
    if len(data) > max_mb * _MEGABYTE:
        raise DataError(
            f"the file has {size / _MEGABYTE:,.1f} MB, more than the {max_mb:,} MB of the setting "
            "max_file_mb; split it, or raise the setting"
        )
    return data


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """Decode a whole file; its line ends stay as they are.

    Parameters
    ----------
    data
        The bytes of the file.
    declared
        The encoding that the file says it is in, if it says so.

    Raises
    ------
    DataError
        If the file is empty or binary.

    Examples
    --------
    >>> decode("کوئٹہ".encode("utf-16")).text
    'کوئٹہ'
    >>> decode("Café".encode("cp1252")).note
    'read as Windows-1252, as it is not UTF-8; if words look wrong, save it as UTF-8'
    """
    encoding = encoding_of(io.BytesIO(data), declared=declared)
    text = data.decode(encoding.codec, encoding.errors)
    if not text.strip():
        raise DataError("the file is empty")
    return Decoded(text, encoding.note)


def encoding_of(file: BinaryIO, *, declared: str = "") -> Encoding:
    """Find the encoding of an open file, reading it to its end in pieces.

    Raises
    ------
    DataError
        If the file is empty or binary.
    """
    head = file.read(_HEAD)
    if not head.strip():
        if not head or not any(block.strip() for block in iter(lambda: file.read(_BLOCK), b"")):
            raise DataError("the file is empty")
        raise DataError(
            "the file begins with 64 kB of white space; save the report as text (UTF-8)"
        )
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _told(codec)
    _refuse_binary(head)
    if codec := _utf16_without_mark(head):
        return _told(codec)
    if b"\0" in head:
        raise DataError(_BINARY.format("a binary"))
    sample = _first_not_utf8(file, head)
    if sample is None:
        return _UTF8
    if len(_CONTROL.findall(head)) > len(head) / 100:
        raise DataError(_BINARY.format("a binary"))
    return _legacy(head + sample, _known_codec(declared))


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LABELS = {
    "cp1252": "Windows-1252",
    "cp1256": "Windows-1256 (Urdu, Arabic)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def _told(codec: str) -> Encoding:
    """Return an encoding other than UTF-8 with the note that says so."""
    label = _LABELS.get(codec, codec.upper())
    note = f"read as {label}, as it is not UTF-8; if words look wrong, save it as UTF-8"
    return Encoding(codec, "replace", note)


_BINARY = "it is {} file; save the report as text (UTF-8)"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF",
    b"PK\x03\x04": "a ZIP, DOCX or XLSX",
    b"\x1f\x8b": "a gzip",
    b"\xd0\xcf\x11\xe0": "a DOC or XLS",
    b"\x89PNG": "a binary",
    b"\xff\xd8\xff": "a binary",
    b"GIF8": "a binary",
    b"Rar!": "a binary",
    b"7z\xbc\xaf": "a binary",
    b"PAR1": "a binary",
    b"SQLite format 3": "a binary",
}


def _refuse_binary(head: bytes) -> None:
    for signature, kind in _SIGNATURES.items():
        if head.startswith(signature):
            raise DataError(_BINARY.format(kind))


_UTF16_SAMPLE = 4096
_UTF16_HIGH = frozenset((0x00, 0x06, 0x20))  # Latin, Arabic, punctuation
_ENGLISH_OR_URDU = re.compile("[A-Za-z0-9\\s\u0600-\u06ff]")


def _utf16_without_mark(head: bytes) -> str:
    """Return the codec of UTF-16 without a byte order mark, or "".

    Of each pair of bytes one is nearly always that of Latin or Arabic letters, the other hardly
    ever; the text must hold letters.
    """
    sample = head[: min(_UTF16_SAMPLE, len(head) - len(head) % 2)]
    shares = [
        sum(byte in _UTF16_HIGH for byte in sample[at::2]) / max(1, len(sample) // 2)
        for at in (0, 1)
    ]
    low, high = min(shares), max(shares)
    if len(sample) < 4 or high < 0.95 or low > 0.5:
        return ""
    codec = "utf-16-be" if shares[0] > shares[1] else "utf-16-le"
    text = sample.decode(codec, "replace")
    plain = len(_ENGLISH_OR_URDU.findall(text))
    return codec if plain > len(text) / 2 and "\0" not in text else ""


def _first_not_utf8(file: BinaryIO, head: bytes) -> bytes | None:
    """Return the block of the file in which UTF-8 ends, or None where it never does."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    block = head
    try:
        while block:
            decoder.decode(block)
            last, block = block, file.read(_BLOCK)
        block = last
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return block if block is not head else head + file.read(_BLOCK)
    return None


_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_ARABIC_WORD = re.compile(
    rb"[\x81\x8a\x8d-\x90\x98\x9a\x9d\x9f\xaa\xc0-\xd6\xd8-\xdf\xe1\xe3-\xe6\xec\xed\xf0-\xf3\xff]{2,}"
)


def _legacy(sample: bytes, declared: str) -> Encoding:
    """Tell damaged UTF-8, a declared encoding, Windows-1256 and Windows-1252 apart."""
    rest = _SEQUENCE.sub(b"", sample)
    sequences = len(_SEQUENCE.findall(sample))
    if sequences >= 4 * len(_HIGH.findall(rest)):
        return _DAMAGED
    if declared and declared != "utf-8":
        return _told(declared)
    high = len(_HIGH.findall(sample))
    in_words = sum(map(len, _ARABIC_WORD.findall(sample)))
    return _told("cp1256" if in_words >= max(4, high / 2) else "cp1252")


_KNOWN = re.compile(
    r"(?:utf-8|utf-16(?:-[lb]e)?|cp125\d|iso8859-\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5|"
    r"shift_jis|euc[_-](?:jp|kr))"
)
_BROADER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-6": "cp1256"}


def _known_codec(declared: str) -> str:
    """Return Python's name of a declared encoding of text, or "" for all else."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    name = _BROADER.get(name, name)
    return name if _KNOWN.fullmatch(name) else ""
