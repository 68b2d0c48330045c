"""Forms of Urdu verbs: which end a phrase that reports an event, and how they vary.

A list of phrases gives one form ("جلا دیا"); reports write it in either gender and number and with
or without a space ("جلا دیے", "جلادی").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.places.names import fold_name

__all__ = ["is_subject", "is_told", "is_urdu_verb", "verb_forms"]

_GROUPS = (
    ("دیا", "دی", "دیے", "دئیے", "دیں"),
    ("لیا", "لی", "لیے", "لئے", "لیں"),
    ("گیا", "گئی", "گئے", "گئیں"),
    ("ہوا", "ہوئی", "ہوئے", "ہوئیں"),
    ("کیا", "کیے", "کئے"),
    ("نکالا", "نکالی", "نکالے", "نکالیں"),
    ("بنایا", "بنائی", "بنائے", "بنائیں"),
    ("رہا", "رہی", "رہے", "رہیں"),
    ("ملا", "ملی", "ملے", "ملیں"),
    ("ڈالا", "ڈالی", "ڈالے", "ڈالیں"),
)
_FORMS = {form: group for group in _GROUPS for form in group}
_CASES = {
    "حملہ": ("حملے", "حملوں", "حملے میں", "حملوں میں"),
    "دھماکہ": ("دھماکے", "دھماکوں"),
    "مظاہرہ": ("مظاہرے", "مظاہروں"),
}
"""How nouns at the end of a phrase are written before a postposition ("بم حملے میں")."""
_JOINED = frozenset((*_GROUPS[0], *_GROUPS[1], *_GROUPS[2]))
"""Verbs that are also written as one word with the stem before them."""
_MORE = (
    "اڑا",
    "آئے",
    "آئیں",
    "بول",
    "پھینک",
    "برسا",
    "پھٹا",
    "پھٹے",
    "ڈال",
    "داغے",
    "گرے",
    "برآمد",
)
_ANY = "|".join(sorted({fold_name(form) for form in (*_FORMS, *_MORE)}))
_ENDS = re.compile(rf"(?:^|\s)(?:(?!بندی)\w{{1,5}}(?:دیا|دی|دیے|لیا|گیا)|{_ANY})$")
_STEMS = re.compile(r"(?:^|\s)(?:کر|بنا|لگا|جلا|مار|چھین|اڑا|ہو|پھٹ|کاٹ|لوٹ|اٹھا)$")


def is_urdu_verb(key: str) -> bool:
    """Whether a folded phrase ends with a verb that says it was done."""
    return not key.isascii() and _ENDS.search(key) is not None


def verb_forms(phrase: str) -> Iterator[str]:
    """Yield a phrase and, where it ends with a verb of the table, its other forms.

    Parameters
    ----------
    phrase
        A phrase as it stands in a list, in either language.
    """
    yield phrase
    lead, _, last = phrase.rpartition(" ")
    for case in _CASES.get(last, ()) if lead else ():
        yield f"{lead} {case}"
    if not lead or last not in _FORMS:
        return
    joins = last in _JOINED and _STEMS.search(lead) is not None
    for form in _FORMS[last]:
        yield f"{lead} {form}"
        if joins:
            yield lead + form


_POSTPOSED = re.compile(
    r"(?<!\w)(?:پر|میں|کو|قریب|باہر|درمیان|کی|کا)\s+(?:(?:مسلح|زوردار|زور دار|شدید|خودکش|بم)\s+)?$"
)
_COMMA = re.compile(r"\s*[،۔؛]")
_PERFECT = (
    r"(?:(?:کر|ہو|کھول|بول|چلا|مار|برسا|دے|لے|بنا|بن|اڑا|پھینک|چھیڑ)?(?:دیا|دی|دیے|دئیے|دیں|گیا|گئی|گئے|گئیں)|"
    r"ہوا|ہوئی|ہوئے|ہوئیں|کیا|کی(?=\s*(?:[۔،؛]|اور\s|جس|جب|جہاں|جو\s|ہے|تھی|گئی|$))|کیں|کیے|کئے|"
    r"کھولا|کھولی|بولا|برسائی|برسائیں|برسائے|چلائی|چلائیں|پھوٹی|پھوٹ\s+پڑ\S+|چھڑی|"
    r"پیش\s+آ(?:یا|ئی|ئے)|بنی|بنے|بنا|رہا|رہی|رہیں)"
)
_NO_ARGUMENT = (
    r"(?!(?:کے|کی|کا|کو|میں|سے|پر|نے|تک|کہ|جس|جو|نہیں|نہ|ناکام|مذمت|اعلان|دعویٰ?|خدشہ|دھمکی|خلاف|"
    r"والے|والی|والا|اور|آور|آوروں)\s)"
)
"""What stands between a noun and the verb whose subject or object it is holds none of these."""
_ARGUMENT = re.compile(
    rf"\s+(?:{_NO_ARGUMENT}[^\s۔؛،]+\s+){{0,5}}?{_PERFECT}(?!\w)"
    r"(?!\s+(?:ہو|گا|گی|گے|جائے|جائیں|ہے\s+کہ)(?!\w))"
)
_OBLIQUE = re.compile(r"\s(?:کے|کی|کا|کو|میں|سے|پر|نے)$")
_DONE = re.compile(
    r"\s+(?:سے|میں)\s+(?:[^\s۔؛]+\s+){1,8}?(?:زخمی|جاں\s*بحق|ہلاک|شہید|تباہ)"
    r"(?:\s+ہو(?:ا|ئے|ئی|\s*گیا|\s*گئے|\s*گئی|\s*گئیں)(?!\w|\s+تھ)|\s*[،۔])"
    r"|\s+سے\s+(?:[^\s۔؛]+\s+){1,8}?(?:الٹ|پٹڑی\s+سے\s+اتر|گر\s+(?:گئ\S+|گیا|پڑ\S+)|منہدم|زمین\s*بوس|جل\s+(?:گئ\S+|گیا|کر)|ٹوٹ\s+(?:گئ\S+|گیا)|نقصان\s+پہنچا)(?!\w)"
    r"|\s+(?:[^\s۔؛،]+\s+){1,6}?(?:میں|پر|قریب)\s+(?:(?:اس\s+وقت|بھی)\s+)?"
    r"(?:ہوا|ہوئی|ہوئے|کی\s+گئی|کیا\s+گیا|پیش\s+آ(?:یا|ئی|ئے))(?!\w)"
)


def is_told(text: str, start: int, end: int) -> bool:
    """Whether the words around an Urdu noun say that it happened.

    By a verb ("دھماکہ ہوا"), by whom it hurt ("فائرنگ سے دو افراد زخمی ہوئے"), or as headlines do,
    which have none ("خطیب پر فائرنگ، دو زخمی").
    """
    if text[start].isascii():
        return False
    if _DONE.match(text, end) is not None:
        return True
    if _OBLIQUE.search(text, start, end) is None and _ARGUMENT.match(text, end) is not None:
        return True
    if _COMMA.match(text, end) is None:
        return False
    return _POSTPOSED.search(text, max(0, start - 30), start) is not None


_OPENS = re.compile(r"(?:^|[۔\n؟!])\s*$")
_TOOK_PLACE = re.compile(
    r"\s+(?:[^\s۔؛،]+\s+){1,6}?(?:ہوا|ہوئی|ہوئے|کیا\s+گیا|کی\s+گئی|پیش\s+آ(?:یا|ئی|ئے))(?!\w)"
)
_PLACED = re.compile(r"\s(?:قریب|نزدیک|مقام|علاقے|بازار|چوک|ضلع|تحصیل)\s")


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with an Urdu noun and says when it was: "حملہ جمعرات کو ہوا".

    Urdu has no article; the bare subject is the event that was told before.
    """
    if text[start].isascii() or _OPENS.search(text, max(0, start - 3), start) is None:
        return False
    told = _TOOK_PLACE.match(text, end)
    return told is not None and _PLACED.search(told[0]) is None
