"""Claims over several sentences: where a group, or its spokesman, goes on speaking."""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern
from geomap.text.scenes import Reading, Scene

__all__ = ["claiming", "tells_own_loss"]

_CLAIMS = Pattern(
    r"\bclaim\w*|\bresponsibilit\w+|\bstatement\b|\bspokes\w+|\bowned\b|ذمہ داری|دعوی|بیان|ترجمان",
    re.IGNORECASE,
)
_GOES_ON = Pattern(
    r"^\W*(?:it|he|they|the\s+(?:group|statement|outfit|organi[sz]ation|spokes\w+|faction|message|"
    r"insurgents|militants))\s+(?:\w+\s+){0,2}?(?:said|says|claim\w*|add\w*|spoke|put|stated|alleged|"
    r"maintained|named|told)\b"
    r"|^\W*according\s+to\s+(?:him|it|the\s+(?:group|statement|spokesman|outfit|organi[sz]ation))\b"
    r"|,\s*(?:he|it|the\s+(?:group|statement|spokesman))\s+(?:said|claimed|added)"
    r"|\b(?:the|its)\s+(?:spokes\w+|statement)\b|\b(?:he|it)\s+(?:further\s+|also\s+)?(?:said|claimed|added)\b"
    r"|ترجمان|تنظیم|گروپ|بیان میں",
    re.IGNORECASE,
)
_OWN_LOSS = Pattern(
    r"\b(?:(?:one|two|three|four|five|six|seven|\d{1,2}|an?)\s+of\s+(?:its|their|our|the\s+group['’]s)\s+(?:own\b|fighters|men|comrades|members|sarmachars)|"
    r"(?:lost|loss\s+of)\s+(?:\w+\s+){1,3}?(?:of\s+its|fighters|comrades|sarmachars)|(?:its|their|our)\s+own\s+(?:losses|dead|men|fighters))\b",
    re.IGNORECASE,
)
"""What a group says that it lost."""
_SPEAKS = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,?\s+(?:(?:has|had|also|itself|later|which)\s+){0,2}(?:said|says|confirmed|confirms|admitted|admits|"
    r"acknowledged|maintained|insisted|put|puts|spoke|speaks|claims|claimed)\b"
)


def tells_own_loss(text: str, scene: Scene) -> bool:
    """Whether a sentence of a claim tells of those whom the group itself lost."""
    return _OWN_LOSS.inside(text, scene.sentence) is not None


def _group_speaks(text: str, scene: Scene) -> bool:
    """Whether a group is the one who says what a sentence tells: "the TTP confirmed that"."""
    groups = (actor for actor in scene.actors if actor.kind == "group")
    return any(_SPEAKS.match(text, group.end) for group in groups)


_IN_OFFICE = frozenset({"official", "hospital", "residents", "company"})


def claiming(reading: Reading) -> set[int]:
    """Return the numbers of the sentences in which a group, or its spokesman, goes on speaking.

    Where the article itself is a group's statement, what nobody else says is the group's, too.
    """
    text = reading.article.text
    spoken: set[int] = set()
    speaking = lead = False
    for scene in reading.scenes:
        words = text[scene.sentence.start : scene.sentence.end]
        told = {count.speaker for count in scene.counts if "spokesman" not in count.rules}
        if told & _IN_OFFICE:
            speaking = False
        elif scene.names_group and (
            _CLAIMS.search(words, marks=scene.sentence.marks) or _group_speaks(text, scene)
        ):
            speaking = True
            counted = any(count.best for count in scene.counts)
            lead = lead or (scene.sentence.number == 0 and not counted)
        elif (speaking or lead) and (
            _GOES_ON.search(words, marks=scene.sentence.marks)
            or _OWN_LOSS.search(words, marks=scene.sentence.marks)
        ):
            speaking = True
            spoken.add(scene.sentence.number)
        elif speaking and lead:
            spoken.add(scene.sentence.number)
        else:
            speaking = False
    return spoken
