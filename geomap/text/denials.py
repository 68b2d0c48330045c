"""What is denied, goes round as a rumour, or is condemned abroad: nothing that happened here."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.lately import is_lately
from geomap.text.patterns import Pattern, any_mark

__all__ = ["is_abroad", "is_denied"]

_DENIAL = Pattern(
    r"\b(?:den(?:ied|ies|y|ying)|rejected|dismissed|rubbished|refuted|scotched)\s+"
    r"(?:that|having|any|the\s+(?:claim|allegation|report)|"
    r"(?:[\w-]+\s+){0,3}?(?:reports?|rumou?rs?|claims?|impression))\b"
    r"|\b(?:rumou?rs?|(?:social\s+media\s+)?reports?|posts)\b[^.;]{0,120}?\b(?:laid\s+to\s+rest|baseless|false|"
    r"untrue|unfounded|dismissed|denied|rejected|incorrect|fake)\b"
    r"|\bno\s+truth\s+in\b|جھوٹی\s+خبر"
    r"|(?:خبر|خبریں|خبروں|افواہ|افواہیں|افواہوں|اطلاع|اطلاعات|ویڈیو|پوسٹ|پوسٹیں|دعویٰ|دعوے|تاثر)(?!\w)[^۔]{0,110}?"
    r"(?:بے\s?بنیاد|من\s?گھڑت|جھوٹ|غلط\s+(?:ہے|ہیں|قرار|ثابت|نکل)|جعلی\s+(?:ہے|ہیں|قرار|نکل)|مسترد|تردید|صداقت\s+نہیں|حقیقت\s+نہیں|درست\s+نہیں|فیک)",
    re.IGNORECASE,
)
_BASELESS = Pattern(
    r"\b(?:rejected|dismissed|denied|refuted|rubbished)\b[^.;]{0,30}?"
    r"\b(?:baseless|fake|false|fabricated|unfounded|untrue|concocted)\b[^.;]{0,30}?"
    r"\b(?:reports?|rumou?rs?|news|claims?|posts?|videos?)\b"
    r"|\b(?:reports?|rumou?rs?|news|posts?|videos?)\b[^.;]{0,40}?\b(?:are|is|was|were)\s+"
    r"(?:baseless|fake|false|fabricated|unfounded|untrue)\b"
    r"|(?:خبر|خبروں|افواہ|افواہوں|اطلاع|اطلاعات)\s+(?:\S+\s+){0,4}?"
    r"(?:تردید|مسترد|بے\s?بنیاد|من\s?گھڑت)",
    re.IGNORECASE,
)
"""Outright denials: what is said to have happened, behind these words, has not."""
_FABLE = (
    r"(?:(?:[\w-]+\s+){0,2}?)(?:fairy[\s-]tales?|fiction|fabrications?|(?:pack\s+of\s+)?lies|lie|propaganda|nonsense|fantasy|"
    r"figment|concoction|inventions?|tall\s+(?:story|tale)|myths?|fake\s+news|bogus|baseless|hoax)"
)
_NAMED_A_FABLE = Pattern(
    r"\b(?:rejected|dismissed|denied|described|branded|called|termed|rubbished|laughed\s+off|brushed\s+aside)\s+"
    rf"(?:(?:it\s+)?as\s+)?[“\"'‘]?(?:(?:an?|the|mere|pure|sheer)\s+){{0,2}}{_FABLE}[”\"'’]?,?\s+(?:\w+\s+)?"
    r"(?:what|that|claims?|reports?|assertions?|statements?|posts?|the|an?)\b",
    re.IGNORECASE,
)
"""What follows is called a fable."""
_CLAIM_REJECTED = Pattern(
    r"\b(?:claims?|assertions?|allegations?|statements?)\b[^.;]{0,40}?\bthat\b(?P<told>[^.;]{0,150}?)[\s,]"
    r"(?:was|were|is|are|has\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(?:dismissed|rejected|denied|rubbished|refuted|contradicted|branded|termed)\b",
    re.IGNORECASE,
)
_REPORT_DENIED = Pattern(
    r"\b(?:rejected|dismissed|denied|denies|refuted|rubbished|scotched|contradicted)\s+(?:(?:all|any|the|some)\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:reports?|rumou?rs?|news|posts?|videos?)\s+"
    r"(?:(?:on|in|by|from|of|over|being|going|doing|circulat\w+|spread\w*|shared|aired|carried)\s+"
    r"(?:[\w-]+\s+){1,5}?)?(?:that|of|about|regarding|saying|claiming|according\s+to\s+which)\b"
    r"|\b(?:termed|called|declared|described\s+as|branded|pronounced)\s+(?:an?\s+|as\s+)?"
    r"(?:fabricated|fake|false|baseless|untrue|bogus|doctored|a\s+hoax)\s+(?:an?\s+|the\s+|all\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:reports?|rumou?rs?|news|posts?|videos?|clips?|messages?)\b",
    re.IGNORECASE,
)
"""Reports that somebody denies, whatever they say: "rejected reports on social media that"."""
_UNHEEDED = Pattern(
    r"\b(?:not|never|don['’]t|avoid|against|without|stop|refrain\s+from|beware\s+of|disregard|ignore|wary\s+of|cautious\s+of)\s+"
    r"(?:to\s+)?(?:(?:pay(?:ing)?|give|giving|lend(?:ing)?)\s+(?:any\s+|an?\s+)?(?:heed|attention|ear|credence|weight)\s+to\s+|"
    r"(?:believ|heed|spread|shar|circulat|forward|repeat)(?:e|ing)?\s+|(?:be\s+misled|be\s+swayed)\s+by\s+|(?:fall(?:ing)?\s+for|listen(?:ing)?\s+to|"
    r"act(?:ing)?\s+on|panic(?:king)?\s+over)\s+)"
    r"(?:(?:all|any|the|such|some|wild|false|fake|baseless|unverified|unconfirmed|online)\s+){0,3}"
    r"(?:rumou?rs?|gossip|hearsay|(?:fake|false)\s+(?:news|reports?|posts?|messages?|videos?))\s+(?:[\w-]+\s+){0,5}?"
    r"(?:that|of|about|claiming|according\s+to\s+which)\b",
    re.IGNORECASE,
)
"""What people are asked not to believe: "urged people not to heed rumours that"."""
_UNHEEDED_URDU = Pattern(
    r"(?:افواہ|افواہیں|افواہوں)\s+(?:\S+\s+){0,4}?(?:کان\s+نہ|توجہ\s+نہ|دھیان\s+نہ|یقین\s+نہ|نہ\s+پھیلا|اجتناب|گریز)"
)
_TWO_STATES = Pattern(
    r"\b(?:both|the\s+two)\s+(?:countries|neighbours|nations|states)\b[^.;]{0,150}?"
    r"\bhad\s+(?:been\s+)?(?:killed|shot|martyred)\b",
    re.IGNORECASE,
)
"""What ministers of two states remind each other of, unless it happened on a day of now."""
_BUT = re.compile(
    r"\b(?:but|however|though|although|only|saying\s+(?:it|they|he|she|that)|instead)\b|\band\s+(?:said|confirmed|added)\b",
    re.IGNORECASE,
)
_RUMOUR = Pattern(
    r"\b(?:rumou?rs?|speculation|(?:(?:voice|text|whatsapp|fake|false|viral|social\s+media)\s+)?(?:messages?|posts?))\s+"
    r"(?:had\s+|have\s+|has\s+|was\s+|were\s+)?(?:also\s+|quickly\s+|widely\s+)?"
    r"(?:gone|went|going|spread|spreading|circulat\w+|reached|swept|rife|doing|shared|making)\b"
    r"(?:\s+(?!(?-i:by\s+(?:the\s+)?(?:banned\s+|outlawed\s+)?[A-Z]{3,}))[\w'’-]+){0,7}?[\s,:]+(?:that|claiming|saying|alleging|suggesting|about)\b",
    re.IGNORECASE,
)
"""What goes round is not said to have happened, unless somebody confirms it."""
_HEARSAY = Pattern(
    r"\brumou?rs?\s+(?:that|of|about)\b|\brumou?rs?\b[^.;]{0,90}?\b(?:told|heard|spoke|speaking|talk\w*)\s+(?:of|about)\b"
    r"|\b(?:social\s+media|whatsapp|facebook|tiktok|users|parents|townspeople|residents|people|messages)\b[^.;]{0,40}?\b(?:was|were|began)\s+(?:already\s+)?(?:speaking|talking|writing)\s+(?:of|about)\b(?!\s+the\s+[\w-]+\s+(?:that|which|in\s+which)\b)",
    re.IGNORECASE,
)
"""What people told each other."""
_CONFIRMED = re.compile(
    r"\b(?:confirm\w+|verified|proved\s+(?:true|right)|true|indeed|in\s+fact|but|however|though|although)\b",
    re.IGNORECASE,
)
_ALL_THE_SAME = re.compile(
    r"\b(?:but|however|though|although|while)\b|\band\s+(?:said|confirmed|added|insisted)\b"
    r"|\bput\s+the\s+(?:death\s+)?toll\b|\bonly\b|مگر|لیکن|تاہم|کرتے\s+ہوئے\s+(?:کہا|بتایا)"
)
_ABROAD = Pattern(
    r"\b(?:Pakistan|Islamabad|(?:[Tt]he\s+)?Foreign\s+(?:Office|Ministry))\s+"
    r"(?:(?:has|had|also|\w+ly|on\s+\w+day)\s+){0,3}(?:condemn|denounc)(?:ed|s)\b"
    r"|(?:دفتر\s+خارجہ|(?:^|[:۔]\s*)پاکستان\s+نے)[^۔]{0,120}?مذمت"
)
"""A state condemns what happens in another."""
_OF_OURS = Pattern(
    r"\b(?:its|Pakistani)\s+(?:[\w-]+\s+)?(?:citizens?|nationals?|soldiers?|troops|territory|soil|posts?|forces|people|"
    r"workers|labourers|villages?|airspace)\b"
    r"|\b(?:cross-border|infiltrat\w+|Fitna\w*|Khwarij|Khawarij)\b|پاکستانی|بلوچستان|خیبر|سندھ|پنجاب|گلگت|کشمیر|کوئٹہ|پشاور|کراچی|لاہور"
    r"|\b(?:Balochistan|Khyber\s+Pakhtunkhwa|Sindh|Punjab|Gilgit-Baltistan|Azad\s+Kashmir|Quetta|Peshawar|Karachi|Lahore)\b"
)
"""What it condemns at home."""


def is_abroad(found: Found) -> bool:
    """Whether the state condemns what happened in another, to people who are not its own."""
    return found.matches(_ABROAD) and not found.matches(_OF_OURS)


def is_denied(found: Found, *, counted: bool) -> bool:
    """Whether all that a sentence tells stands behind a denial or a rumour, figures and all.

    Without a figure (`counted`) any denial will do.
    """
    if not found.may_match(_MAY_BE_DENIED):
        return False
    if not counted and found.matches(_DENIAL):
        return True
    if _is_supposed(found) or _is_denied_report(found) or _is_between_states(found):
        return True
    rumour = _RUMOUR.inside(found.text, found.sentence)
    if rumour and not _CONFIRMED.search(found.text, found.sentence.start, found.sentence.end):
        return all(_is_rumoured(found.text, rumour, one.start) for one in found.triggers)
    hearsay = _HEARSAY.inside(found.text, found.sentence)
    sure = hearsay and _CONFIRMED.search(found.text, found.sentence.start, found.sentence.end)
    if (
        hearsay
        and not sure
        and all(_is_hearsay(found.text, hearsay, one.start) for one in found.triggers)
    ):
        return True
    claim = _CLAIM_REJECTED.inside(found.text, found.sentence)
    if claim and all(claim.start("told") <= t.start < claim.end("told") for t in found.triggers):
        return _ALL_THE_SAME.search(found.text, claim.end(), found.sentence.end) is None
    denial = _NAMED_A_FABLE.inside(found.text, found.sentence)
    denial = denial or _BASELESS.inside(found.text, found.sentence)
    if denial is None or any(trigger.start < denial.start() for trigger in found.triggers):
        return False
    return _ALL_THE_SAME.search(found.text, denial.end(), found.sentence.end) is None


def _is_denied_report(found: Found) -> bool:
    """Whether all that is told is what reports say that somebody denies, nothing owned up.

    So is what people are asked not to believe.
    """
    rumour = _UNHEEDED_URDU.inside(found.text, found.sentence)
    if rumour is not None and all(one.start < rumour.start() for one in found.triggers):
        return True
    denied = _REPORT_DENIED.inside(found.text, found.sentence)
    denied = denied or _UNHEEDED.inside(found.text, found.sentence)
    if denied is None or any(trigger.start < denied.end() for trigger in found.triggers):
        return False
    return _BUT.search(found.text, denied.end(), found.sentence.end) is None


def _is_between_states(found: Found) -> bool:
    """Whether two states speak of what each has suffered, and no day of now follows."""
    told = _TWO_STATES.inside(found.text, found.sentence)
    return told is not None and not any(
        span.start > told.end() and is_lately(span, found.published) for span in found.dates
    )


_SUPPOSED = Pattern(
    r"\b(?:thought|assumed|imagined|fancied|mistook|took\s+it\s+(?:for|to\s+be))\b"
    r"|\b(?:passengers|residents|people|onlookers|villagers|neighbours|parents|guests|students|townspeople|shopkeepers|worshippers|spectators|many|some|women)\s+"
    r"(?:had\s+|were\s+|\w+ly\s+)?(?:believ|fear)(?:ed|ing)\b"
    r"|\b(?:telephoned|phoned|rang|dialled|called|calls?\s+(?:came|were\s+made)|calling|messages)\b[^.;]{0,60}?\bto\s+report\b",
    re.IGNORECASE,
)
"""What people only thought."""


def _is_supposed(found: Found) -> bool:
    """Whether all that a sentence tells is what people thought, and nobody is harmed."""
    if any(c.best and c.outcome in {"killed", "injured"} for c in found.counts):
        return False
    thought = _SUPPOSED.inside(found.text, found.sentence)
    return thought is not None and all(
        _is_rumoured(found.text, thought, one.start) for one in found.triggers
    )


_MAY_BE_DENIED = any_mark(
    (
        _DENIAL,
        _SUPPOSED,
        _REPORT_DENIED,
        _UNHEEDED,
        _UNHEEDED_URDU,
        _TWO_STATES,
        _RUMOUR,
        _HEARSAY,
        _CLAIM_REJECTED,
        _NAMED_A_FABLE,
        _BASELESS,
    )
)


_OUT_OF_RUMOUR = re.compile(r"[,;]|\b(?:when|after|as|while|until|before)\b", re.IGNORECASE)


def _is_rumoured(text: str, rumour: re.Match[str], at: int) -> bool:
    """Whether a word is part of what goes round, not what happened meanwhile or because of it."""
    if at < rumour.end():
        return False
    return _OUT_OF_RUMOUR.search(text, rumour.end(), at) is None


def _is_hearsay(text: str, hearsay: re.Match[str], at: int) -> bool:
    """Whether a word is part of what people told each other."""
    if at < hearsay.start() or _CAME_OF_IT.search(text, hearsay.end(), at):
        return False
    return _OUT_OF_RUMOUR.search(text, hearsay.end(), at) is None


_CAME_OF_IT = re.compile(
    r"\b(?:drew|brought|sparked|triggered|led\s+to|set\s+off|caused|provoked|ended\s+in|got|made|enraged|incited)\b",
    re.IGNORECASE,
)
"""What a rumour did: the rest happened."""
