"""Words in Urdu in which a group tells of its own deed: "کہا کہ چوکی کو اس کے سرمچاروں نے".

Also claims in a group's name that are none: a caller whom it disowns, a forged leaflet.
"""

from __future__ import annotations

import re

from geomap.text.sentences import Sentence

__all__ = ["is_hoax", "tells_its_deed"]

_HOAX = re.compile(
    r"\b(?:disown(?:ed|s)|den(?:ied|ies)|reject(?:ed|s)|disclaim(?:ed|s)|dismiss(?:ed|es)|called)\s+(?:the|this|that)\s+"
    r"(?:caller|claim|message|statement|leaflet|letter|call)\b|\b(?:was|is|be|been)\s+(?:an?\s+)?(?:hoax|fake|forged|forgery|fabricat\w+|bogus)\b"
    r"|\bfake\s+(?:claim|statement|message|account|leaflet)\b|جعلی\s+(?:بیان|پیغام|دعو)",
    re.IGNORECASE,
)


def is_hoax(text: str, sentence: Sentence, start: int) -> bool:
    """Whether a claim in a group's name is disowned by it, or held to be false, behind its name."""
    return _HOAX.search(text, start, sentence.end) is not None


_SPEAKS = (
    r"\s+(?:(?:کے|کی)\s+(?:مرکزی\s+)?ترجمان\s+(?:[^\s۔]+\s+){0,4}?)?(?:نے|کا|کے|کی\s+جانب\s+سے)\s+[^۔]{0,80}?"
    r"(?:کہا|کہنا|کہتے|بتایا|اعلان|اعتراف|تسلیم|دعو\S+|لکھا|بیان|مطابق)"
)
_ITS = r"(?<!\w)(?:اس|ان|اُس|اُن|اپن[ےی]|ہمار[ےی]|تنظیم|گروپ)"
_MEN = (
    r"(?:سرمچار|جنگجو|ارکان|رکن|ساتھی|مجاہد|فدائ|تنظیم|اتحاد|گروپ|یونٹ|"
    r"دست|کارکن|لوگ|آدمی|کمانڈو|ا?سکواڈ|بمبار|اسنائپر|حملہ\s?آور)"
)
_DEED = re.compile(
    rf"{_SPEAKS}[^۔]{{0,140}}?(?:{_ITS}\s+(?:(?:کے|کی)\s+)?(?:[^\s۔]+\s+){{0,2}}?{_MEN}[^\s۔،]*\s+(?:نے|کا\s+کام|کی\s+کارروائی)"
    r"|(?<!\w)(?:اس|انہوں|انھوں|ہم|تنظیم)\s+(?:ہی\s+)?نے\s)"
)
_NOT = re.compile(
    r"(?<!\w)(?:نہیں|نہ|تردید|لاتعلقی|مذمت|الزام|فوج\s+نے|فورسز\s+نے|پولیس\s+نے)(?!\w)"
)
_BLOW = re.compile(
    r"کی(?:ا|ے)?\s*(?:ہے|ہیں|تھا|تھی)?\s*$|حمل|نشانہ|دھماک|کارروائ|اڑا|تباہ|ہلاک|قتل|قبض|مار|داغ|پھینک|جلا|آگ|چھین|اغوا|غیر\s+مسلح|گھات|نصب"
)


def tells_its_deed(text: str, sentence: Sentence, end: int) -> bool:
    """Whether a group, whose name ends at a place, says in Urdu that its men did it.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    end
        The offset behind the group's name.
    """
    found = _DEED.match(text, end, sentence.end)
    if found is None:
        return False
    rest = text[found.end() : sentence.end].rstrip(" ۔\n")
    told = text[end : sentence.end]
    return _NOT.search(told) is None and _BLOW.search(told if not rest else rest + " ") is not None
