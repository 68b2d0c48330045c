"""Sentences that set the scene of what is told next: "What happened in X that night is unclear"."""

from __future__ import annotations

from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["asks_what_happened"]

_ASKED = Pattern(
    r"\b(?:[Ww]hat|[Hh]ow\s+it|[Ww]hatever|[Hh]ow\s+(?:he|she|they|the\s+\w+))\s+(?:exactly\s+|really\s+|then\s+)?"
    r"(?:happened|occurred|took\s+place|unfolded|died)\b[^.;?!]{0,140}?\b(?:is|are|was|remains?|remained)\s+"
    r"(?:still\s+|hotly\s+|bitterly\s+|not\s+|as\s+yet\s+|yet\s+){0,2}"
    r"(?:disputed|contested|unclear|unknown|known|a\s+matter\s+of|in\s+dispute|established|certain|clear|agreed)\b"
    r"|\b(?:[Aa]ccounts|[Vv]ersions)\s+(?:differ|diverge|vary|conflict|clash)\b[^.;?!]{0,40}?\bwhat\s+(?:happened|took\s+place)\b"
    r"|\b(?:[Tt]here\s+are|[Tt]wo|[Cc]onflicting|[Cc]ontradictory)\s+(?:\w+\s+){0,2}?(?:accounts|versions|stories)\s+of\s+what\s+"
    r"(?:happened|took\s+place)\b"
)


def asks_what_happened(text: str, sentence: Sentence) -> bool:
    """Whether a sentence names what is then told by its day and place alone.

    "What happened in Kolwa on the night of June 3 is disputed. Villagers say that a drone ..."
    """
    return _ASKED.inside(text, sentence) is not None
