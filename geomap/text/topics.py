"""What an article is about, where it reports no incident at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.events import Cue
from geomap.text.sentences import Sentence

__all__ = ["topic_of"]

_TOPIC_CUES = 3
_LEAD_SENTENCES = 3
_SCORE = re.compile(
    r"\d(?<![\d/-]\d)\d{0,2}\s?[-–]\s?\d{1,3}(?![\d/-]|\s*(?:\w+\s+)?(?:year|km|metre|mile|day))"
)


def topic_of(text: str, cues: Sequence[Cue], sentences: Sequence[Sentence]) -> str:
    """Name the topic of an article that reports no incident at all, or return ''."""
    words = [cue.word for cue in cues]
    sport = [cue.key for cue in cues if cue.word == "sport"]
    if sport and _SCORE.search(text):
        sport += ["score", "result"]
    if len(set(sport)) >= _TOPIC_CUES or len(sport) > _TOPIC_CUES:
        return "sport"
    lead_end = sentences[min(_LEAD_SENTENCES, len(sentences)) - 1].end if sentences else 0
    lead = {cue.word for cue in cues if cue.start < lead_end}
    if "exercise" in lead and words.count("exercise") > 1:
        return "rehearsed"
    if words.count("politics") > _TOPIC_CUES and "politics" in lead:
        return "other"
    return ""
