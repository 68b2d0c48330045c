"""Words that stand in the way of a figure's grammar, read as if they were not there.

"Naik Jan, resident of Swabi, and Sepoy Gul, resident of Attock, embraced martyrdom" are two men,
"two of them, both girls, died" are two of the hurt, and "as a result of which a trader and his son
died" tells what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text._count_number_words import NUMBER
from geomap.text.apposed import apposed_rows
from geomap.text.apposed_ur import apposed_rows_ur
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["HURT_ONE", "smoothed"]

_HOME = Pattern(
    r",?\s+(?:an?\s+|the\s+)?(?:resident|native|inhabitant)\s+of\s+(?:district\s+|village\s+|the\s+|tehsil\s+)*(?-i:[A-Z])[\w'’-]*(?:\s+(?-i:[A-Z])[\w'’-]*){0,3}(?:\s+(?:district|city|town|area))?"
    r"(?=\s*(?:,|;|\)|and\b|embrac|having\b))"
    r"|\s+\(\s*(?:age[ds]?:?\s*)?\d{2}(?:\s+years?)?\s*[;,]\s*(?:an?\s+)?(?:resident|native)\s+of\s+[^()]{2,60}\)",
    re.IGNORECASE,
    needed=(frozenset({"resident of", "native of", "inhabitant of"}),),
)
"""Where a man who is named came from."""
_FALL = re.compile(r"\b(?:Naik|Sepoy|Havildar|Subedar|Captain|Major|Lieutenant|Constable|Sepoys)\b")
_OF_THEM = Pattern(
    r"\bof\s+(?:them|whom|the\s+(?:injured|wounded))(?P<aside>,\s+(?:both|all|an?|one|each|including)\s[^,.;]{3,50},)(?=\s+(?:(?:later|also|has|had|have|reportedly|then)\s+)?(?:died|succumbed|expired|passed|breathed|lost\s+(?:his|her|their)))",
    re.IGNORECASE,
    needed=(frozenset({"of them,", "of whom,", "injured,", "wounded,"}),),
)
"""Who they were, of the hurt who died."""
HURT_ONE = Pattern(
    r"(?P<one>\b(?:another|(?:a|the)\s+(?:second|third|fourth|fifth))\s+(?:critically\s+|seriously\s+|badly\s+)?(?:injured|wounded)(?:\s+(?:person|man|woman|boy|girl|child|victim|one))?)"
    r"(?=\s+(?:(?:later|also|has|had|then)\s+){0,2}(?:died|succumbed|expired|passed|breathed|lost\s+(?:his|her)))",
    re.IGNORECASE,
)
"""The next of the hurt who died: "a second injured person succumbed"."""
_BADLY = Pattern(
    rf"\b(?:{NUMBER})(?P<aside>,\s+(?:{NUMBER}|some|several|many|most)\s+of\s+(?:them|whom)\s+(?:critically|seriously|badly|severely|women|children|policemen|minors)(?:\s+(?:so|injured|wounded|hurt))?,)"
    r"(?=\s+(?:were|was|have\s+been|had\s+been|are)\s+(?:\w+ly\s+)?(?:injured|wounded|hurt|killed|martyred)\b)",
    re.IGNORECASE,
    needed=(frozenset({"of them", "of whom"}),),
)
"""How badly some were hurt, told before the verb."""
_DEATH_OF_HURT = Pattern(
    rf"\bdeaths?\s+of\s+(?:another\s+)?(?:{NUMBER})(?:\s+more|\s+other)?(?P<aside>\s+(?:injured|wounded))(?=\s*[,.;]|\s+(?:people|persons|men|in|on|at)\b)",
    re.IGNORECASE,
    needed=(frozenset({"death"}),),
)
"""Those whose death a toll holds: "with the death of two more wounded"."""
_TAKEN = Pattern(
    rf"\b(?:an?|the|one|some|several|{NUMBER})\s+(?:[\w'’-]+\s+){{0,4}}?(?!was\b|were\b|been\b)[\w'’-]+"
    r"(?P<aside>,?\s+(?:who\s+(?:was|were|had\s+been)\s+)?(?:arrested|detained|picked\s+up|apprehended|nabbed|taken\s+into\s+custody|rounded\s+up|captured)\b"
    r"(?:(?!\band\s+(?:an?|the|two|three|his|her|was|were)\b)[^.;]){0,80}?)"
    r"(?=\s+(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:later\s+|allegedly\s+|reportedly\s+)?(?:shot|killed|gunned|murdered|martyred|tortured\s+to|beaten\s+to|found\s+dead)|died|dies|succumbed|expired|passed\s+away)\b)"
    r"|(?P<also>\s+(?:was|were)\s+(?:arrested|detained|picked\s+up|taken\s+into\s+custody)\b[^.;,]{0,60}?\s+(?:and|but)(?:\s+later|\s+then)?)"
    r"(?=\s+(?:died|succumbed|expired|passed\s+away|(?:was|were)\s+(?:later\s+)?(?:shot\s+dead|killed|murdered|tortured\s+to|found\s+dead))\b)"
    r"|(?P<ur>\s+گرفتار\s+(?:کیا\s+گیا|کیے\s+گئے|کئے\s+گئے|ہونے\s+والا|ہونے\s+والے|شدہ)(?=\s+[^\s۔،]+\s[^۔]{0,90}?(?:حراست|مقابلے|فائرنگ|تحویل)\s[^۔]{0,40}?(?:ہلاک|جاں\s?بحق|جان\s?بحق|دم\s+توڑ|مارا|مارے)))",
    re.IGNORECASE,
)
"""That those who died had been arrested: "a cook arrested on Saturday died in custody"."""
_IN_CUSTODY_URDU = Pattern(
    r"(?P<aside>(?:(?:پولیس|سی\s?ٹی\s?ڈی|ایف\s?سی|لیویز|رینجرز|فورسز)\s+(?:کی\s+|کے\s+)?)?(?:زیرِ?\s*)?(?:حراست|تحویل)\s+(?:میں|کے\s+دوران))(?=\s+(?:(?!گرفتار)[^\s۔،]+\s+){0,5}?(?:ہلاک|جاں\s?بحق|جان\s?بحق|دم\s+توڑ|مارا\s+گیا|مارے\s+گئے|شہید|قتل|انتقال|چل\s+بس)(?!\S*[\u0620-\u06ff]))"
)
"""Where somebody died: "پولیس حراست میں ہلاک"."""
_RESULT = Pattern(
    r"\b(?:as\s+a\s+result\s+of\s+which|as\s+a\s+consequence\s+of\s+which|in\s+consequence\s+of\s+which)\b,?",
    re.IGNORECASE,
    needed=(frozenset({"of which"}),),
)
_ASIDES = (
    (_TAKEN, ""),
    (_IN_CUSTODY_URDU, ""),
    (HURT_ONE, "one of them"),
    (_OF_THEM, ""),
    (_BADLY, ""),
    (_DEATH_OF_HURT, ""),
)
"""Patterns whose one named group is left out, and what is read in its place."""


def smoothed(text: str, sentences: Sequence[Sentence]) -> str:
    """Return a text, as long as before, without the words that part people from their fate.

    Parameters
    ----------
    text
        A text.
    sentences
        Its sentences.
    """
    spans: list[tuple[int, int, str]] = []
    for sentence in sentences:
        if _RESULT.inside(text, sentence) is not None:
            spans += [
                (*found.span(), "and")
                for found in _RESULT.pattern.finditer(text, sentence.start, sentence.end)
            ]
        spans += [(*row, "") for row in apposed_rows(text, sentence)]
        spans += [(*row, "") for row in apposed_rows_ur(text, sentence)]
        for pattern, word in _ASIDES:
            found = pattern.inside(text, sentence)
            if found is not None:
                spans.append((*found.span(found.lastgroup or 0), word))
        home = _HOME.inside(text, sentence)
        if home is not None and _FALL.search(text, sentence.start, home.start()):
            spans += [
                (*found.span(), "")
                for found in _HOME.pattern.finditer(text, sentence.start, sentence.end)
            ]
    if not spans:
        return text
    pieces: list[str] = []
    last = 0
    for start, end, word in sorted(spans):
        if start >= last:
            pieces += (text[last:start], word.ljust(end - start))
            last = end
    return "".join([*pieces, text[last:]])
