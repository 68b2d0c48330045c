"""Fights between tribes, clans or families."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern

__all__ = ["is_feud"]

_FEUD = Pattern(
    r"\b(?:tribal|family|blood|old|personal|land|water|ancestral|long-standing|longstanding)\s+"
    r"(?:\w+\s+)?(?:feud|enmity|dispute|rivalry|clash(?:es)?|vendetta|quarrel)\b"
    r"|\b(?:two|rival|both|warring|opposing|feuding|neighbou?ring)\s+(?:\w+\s+){0,2}?(?:tribes|clans|families|groups|"
    r"sub-?(?:tribes|clans|sections)|septs|factions|branches\s+of\s+(?:the|an?)|sections\s+of\s+(?:the|an?)|parties)\b"
    r"|\b(?:tribes?men|clans?men|villagers|people|men|inhabitants)\s+(?:of|from)\s+(?:the\s+)?(?:two|three|both|rival|warring|neighbou?ring)\s+(?:\w+\s+)?"
    r"(?:villages|hamlets|valleys|settlements)\b"
    r"|(?-i:\b[A-Z][\w-]+\s+and\s+(?:the\s+)?[A-Z][\w-]+)\s+(?:tribes?men|clans?men|tribes|clans|sub-?tribes)\b"
    r"|\bbetween\s+(?:the\s+)?(?:\w+\s+){1,3}?and\s+(?:the\s+)?(?:\w+\s+){1,2}?"
    r"(?:tribes?men|tribes|clans|sub-?tribes|clansmen|families)\b"
    r"|\b(?:tribes?|clans?|tribesmen|clansmen)\b[^.;]{0,90}?\b(?:fir(?:ed|e|ing)|shot|shell(?:ed|ing)|fought|attack(?:ed|ing))\b[^.;]{0,30}?"
    r"\b(?:each|one\s+an)\s?other\b"
    r"|(?:قبائل|قبیلوں|قبیلے|قبائلیوں)\s[^۔]{0,40}?ایک\s+دوسرے\s+(?:پر|کے)|قبائلی\s+(?:تصادم|تنازع|دشمنی|جھگڑ|جھڑپ)|[^\s،]+\s+اور\s+(?:[^\s،]+\s+){1,2}?(?:برادری|برادریوں|قبیلے|قبیلوں|قبائل|قبائلیوں|خاندانوں)\s+(?:کے\s+(?:[^\s،]+\s+){1,3}?)?(?:میں|کے\s+درمیان|کے\s+مابین|میں\s+تصادم)\s|دو\s+(?:ذیلی\s+)?(?:قبائل|قبیلوں|شاخوں|گروہوں|گروپوں|خاندانوں|برادریوں|فریقوں)"
    r"|(?:زمین|پرانی\s+دشمنی|دیرینہ\s+دشمنی|اراضی|پانی)\s+(?:کے\s+)?(?:تنازع|تنازعے|دشمنی)",
    re.IGNORECASE,
)


_MEN_OF_TRIBE = Pattern(
    r"\b(?i:men|gunm[ae]n|tribesmen|members|fighters|youths)\s+(?:of|from|belonging\s+to)\s+(?:an?\s+|the\s+)?"
    r"(?:rival\s+|opposing\s+|other\s+|neighbouring\s+)?(?:[A-Z][\w-]+\s+)?(?:sub-?)?(?:tribe|clan|section)\b"
    r"(?:(?!\b(?:was|were|been|being|died|who)\b)[^.;]){0,60}?\b(?:ambushed|attacked|shelled|fir(?:ed|ing)|opened\s+fire|shot|killed|"
    r"stormed|raided|torched|set|burn(?:ed|t)|abducted|besieged)\b"
    r"|\b(?:attack|ambush|raid|assault|firing|shooting|fire|killed|shot)(?:ed)?\s+(?:dead\s+)?by\s+(?:armed\s+)?(?:men|gunmen|tribesmen|members|people)\s+"
    r"(?:of|from|belonging\s+to)\s+(?:an?\s+|the\s+)?(?:rival\s+|opposing\s+)?(?:[A-Z][\w-]+\s+)?(?:sub-?)?(?:tribe|clan)\b"
    r"|(?:مخالف|حریف)\s+(?:قبیل[ےہ]|برادری|فریق|قبائلی\s+گروہ)\s"
    r"|\b(?:rival|opposing)\s+(?:tribe|clan)(?:['’]s)?\s+(?:men\s+|gunmen\s+|fighters\s+)?(?:ambushed|attacked|shelled|fired|opened|shot|stormed)\b"
)
"""Men of a tribe as those who act: "gunmen of the Rind clan ambushed a jeep"."""


_UNSURE = re.compile(
    r"\b(?:could|can|may|might)(?:\s+not|not)?\s+(?:\w+\s+)?(?:be|have)\b|\bcannot\b|\bwhether\b|\bpossib|\brul(?:e|ed|ing)\s+out\b|\blooking\s+into\b|"
    r"\b(?:no|not|without|nor)\s+(?:\w+\s+){0,3}?(?:feud|enmity|dispute|rivalry|vendetta|quarrel)\b"
    r"|نہیں|ممکن|یا\s",
    re.IGNORECASE,
)
"""What makes of an enmity behind a killing no more than one thing that police look into."""
_PEACE = re.compile(
    r"\b(?:truce|cease-?fire|peace|agreement|settled)\b|جنگ بندی|صلح", re.IGNORECASE
)


def is_feud(text: str, draft: Draft) -> bool:
    """Whether an event is a fight between tribes, clans or families."""
    fought = any(trigger.family == "clash" for trigger in draft.triggers)
    if _MEN_OF_TRIBE.inside(text, draft.scenes[0].sentence):
        return True
    return any(
        _FEUD.inside(text, scene.sentence) is not None
        and (fought or not _PEACE.search(text, scene.sentence.start, scene.sentence.end))
        and (fought or not (at and _UNSURE.search(text, scene.sentence.start, scene.sentence.end)))
        for at, scene in enumerate(draft.scenes[:2])
    )
