"""Words that stand in the way of a figure's grammar, read as if they were not there.

"Naik Jan, resident of Swabi, and Sepoy Gul, resident of Attock, embraced martyrdom" are two men,
"two of them, both girls, died" are two of the hurt, and "as a result of which a trader and his son
died" tells what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["smoothed"]

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
_RESULT = Pattern(
    r"\b(?:as\s+a\s+result\s+of\s+which|as\s+a\s+consequence\s+of\s+which|in\s+consequence\s+of\s+which)\b,?",
    re.IGNORECASE,
    needed=(frozenset({"of which"}),),
)


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
        them = _OF_THEM.inside(text, sentence)
        if them is not None:
            spans.append((*them.span("aside"), ""))
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
