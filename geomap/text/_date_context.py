"""What stands around an atom: neighbours to join it with, words that turn, open or plan it.

"Thursday, February 5", "May 9 last year" and "the first half of 2025" are one date each; "last",
"since" and "will ... on" change what a date means; "March" and "2024" are dates only after some
words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geomap.text._date_urdu import URDU_NIGHT_BETWEEN, is_planned
from geomap.text._date_words import Atom, listed

__all__ = [
    "HEADS",
    "PAST_MIDNIGHT",
    "TURNS",
    "Context",
    "can_turn",
    "context_of",
    "is_accepted",
    "is_future",
    "join_atoms",
    "link_between",
]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FILLERS = frozenset(listed("on the of early late at about بروز کو"))
_SOFT = frozenset({(), (",",), ("(",), ("،",)})
_HEAD_FILLERS = _FILLERS | frozenset(
    listed(
        "least around mid start beginning end middle year month night nights morning evening - "
        "intervening as back"
    )
)
HEADS = frozenset({"since", "until", "till", "from", "between"})
_TO = frozenset(
    {
        ("to",), ("till",), ("until",), ("through",), ("upto",), ("up", "to"), ("-",), ("سے",),
        ("تا",), ("and", "until"), ("up", "until"), ("سے", "لے", "کر"),
    }
)  # fmt: skip
_AND = frozenset({("and",), ("&",), ("/",), ("-",), ("اور",), ("و",)})
_RANGES = frozenset({"partial", "weekday", "offset", "period", "then"})

_TURNED = frozenset({"partial", "weekday", "period", "weekend"})

_PREPOSITIONS = frozenset(
    listed(
        "in since until till from last next this early late mid during by of between through "
        "throughout after before previous around circa"
    )
)
TURNS = dict.fromkeys(listed("last past previous preceding گزشتہ گذشتہ پچھلے پچھلی"), -1)
TURNS |= dict.fromkeys(listed("next coming upcoming آئندہ اگلے اگلی"), 1)
TURNS["following"] = 0
_PERIOD_ENDS = frozenset(listed("start beginning end middle rest course close"))
_COMMON_CAPITALS = _PREPOSITIONS | frozenset(listed("on the and both for but as than on about"))
_VIOLENCE = re.compile(
    r"['\s]?s? ?(?:attacks?|incidents?|blasts?|bombings?|hijacking|killings?|assault|ambush|raids?|"
    r"explosions?|operation|massacre|violence|clashes)\b"
)
_MODIFIES = re.compile(r" [a-z]")
_YEAR_ACTS = re.compile(
    r" (?:was|saw|witnessed|remained|has|had|ended|began|brought|proved)\b|: ?\d+ (?!\w+day\b)"
)
_NIGHT_OF = re.compile(r"\bnights?(?: of| between)?(?: on)?(?: the)? $")
_CONTINUED = re.compile(
    r"\b(?:continue[ds]|last(?:ed|s)|raged|persisted|went on|prevailed|dragged on)\b"
)
_REPORTED = re.compile(
    r"[.;:!?\n\"“”]|\b(?:that|which|who|whom|whose|when|where|following|because|but|while|was|were|"
    r"had|has|said|told|occurred|happened|took|attacks?|blasts?|explosion|bombing|killings?|ambush|"
    r"shooting|incident|clash|raid|assault|firing|those|earlier|"
    r"killed|injured|wounded|martyred|arrested|abducted|found)\b"
    r"|(?<!\bbe )(?<!\bbeen )(?<!\bget )(?<!\bremain )(?<!\bstay )"
    r"\b(?!need\b|proceed\b|hundred\b|united\b)[a-z]{3,}ed\b"
)


_INTO = re.compile(
    r",? ?(?:(?:and|which|that|but|before) )?(?:had |have )?(?:(?:continued|continuing|"
    r"continues|lasted|"
    r"lasting|went on|gone on|going on|raged|stretched|stretching|dragged on|spilled over|carried "
    r"on|running|ran|extended|extending|spilling over|over) )?(?:(?:well |far )?(?:past|after|"
    r"beyond) midnight "
    r"|through(?:out)? the (?:night|day) |all night )?(?:and )?(?:in|un|up )?(?:to|til|till|"
    r"through) "
    r"(?:the )?(?:(?:early|small|wee|late|first) )?(?:hours|mornings?|dawn|afternoon|evening|night|"
    r"noon|midday|sunrise|daybreak|sunset|dusk|\d{1,2}(?:[:.]\d\d)? ?[ap]m)?(?: of| on)?(?: the)? ?"
)
_INTO_LENGTH = 75
_STILL = re.compile(
    r",? ?(?:(?:and|but|which) )?(?:was|is|were|are|has been|"
    r"had been) (?:still )?(?:under way|underway|"
    r"ongoing|continuing|going on|in progress|raging|on)(?:,? (?:till|until|as) )?(?: late|"
    r" early)? ?(?:on|by) "
)
_BEGAN = re.compile(
    r"\b(?:began|started|launched|erupted|broke out|set in|beginning|starting)\b[^.\n]{0,40}$"
)
_ENDED = re.compile(
    r",? ?(?:and |which |but )?(?:was |were |it )?(?:finally |only )?(?:ended|ending|"
    r"called off|came to an end|"
    r"over|concluded|cleared|lifted|completed|repulsed|subsided)(?: only| just)?(?: after| at|"
    r" before| around| "
    r"shortly after)?(?: dawn| dusk| noon| midnight| sunrise| sunset| daybreak)?,?(?: early|"
    r" late)?(?: on)? ?"
)
_URDU_BEGAN = re.compile(r"[^۔\n]{0,60}? (?:شروع|آغاز)(?!\w)[^۔\n]{0,40}")
_URDU_UNTIL = re.compile(r"(?: کی صبح| کی شام| کی رات| کے روز)? تک(?!\w)")
PAST_MIDNIGHT = re.compile(
    r"[^.\n]{0,60}?\b(?:continued|continuing|gone on|went on|going on|lasted|lasting|raged|"
    r"ran|ended|"
    r"dragged on|carried on|extended|until|till) (?:until |till |well |long |far )?"
    r"(?:past|after|beyond) midnight\b(?! into)"
)
"""What follows a day whose event ran on into the next."""


class Context(NamedTuple):
    """What stands before an atom: two words, and the preposition or other word that governs it."""

    near: str
    near_start: int
    second: str
    lead: str
    lead_start: int


def join_atoms(low: str, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with neighbours joined that together name one date."""
    joined: list[Atom] = []
    for atom in reversed(atoms):
        if joined and (whole := _whole(low, atom, joined[-1])):
            joined[-1] = whole
        else:
            joined.append(atom)
    joined.reverse()
    return joined


def _gap(low: str, first: Atom, second: Atom) -> tuple[str, ...] | None:
    """Return what stands between two atoms but for small words; None if it is much."""
    if second.start - first.end > 24:
        return None
    between = low[first.end : second.start]
    if between.count("\n") > 1:
        return None
    return tuple(token for token in _TOKEN.findall(between) if token not in _FILLERS)


def _whole(low: str, first: Atom, second: Atom) -> Atom | None:
    """Join two neighbouring atoms that together name one date."""
    gap = _gap(low, first, second)
    if first.what == "overnight" and first.of is None:
        return _overnight_on(first, second, gap)
    if first.what == "ended" and first.of is None:
        return _ended_on(first, second) if gap == () else None
    if gap == ("کی",) and second.is_bare_day and first.what == "period" and first.unit == "month":
        second.start, second.of = first.start, first
        return second
    if gap not in _SOFT:
        return None
    if second.what == "partial" and second.day:
        if first.what == "weekday" and second.weekday is None:
            second.start, second.plan, second.weekday = first.start, first.plan, first.weekday
            second.rules.append("weekday_date")
            return second
        if gap == () and _counts_from(low, first):
            return _counted_from(first, second)
    if second.what == "weekday" and first.what == "partial" and first.day:
        bracketed = gap == ("(",) or (gap == () and second.urdu)
        return _longer(first, second) if bracketed and not first.last_day else None
    if gap == ("(",):
        return None
    return _within_period(low, first, second, gap or ())


def _overnight_on(first: Atom, second: Atom, gap: tuple[str, ...] | None) -> Atom | None:
    """Join "overnight" with "on Tuesday" (that day) or "into Tuesday" (both days)."""
    if second.what not in {"weekday", "partial"} or gap not in {(), ("into",), ("from",)}:
        return None
    if gap != ("into",):
        second.start = first.start
        return second
    first.of, second.cue = second, ""
    return _longer(first, second)


def _ended_on(first: Atom, second: Atom) -> Atom | None:
    """Join "the week that ended" with "on Sunday"."""
    if second.what not in {"weekday", "partial", "offset"} or (
        second.what == "partial" and not second.day
    ):
        return None
    first.of, second.cue = second, ""
    return _longer(first, second)


def _longer(first: Atom, second: Atom) -> Atom:
    first.end, first.modal_after = second.end, second.modal_after
    return first


def _within_period(low: str, first: Atom, second: Atom, gap: tuple[str, ...]) -> Atom | None:
    """Join "January" or "Monday" or "first half of" with the period that holds it."""
    if first.what == "part" and gap == () and first.of is None:
        if second.what == "period" or (second.what == "partial" and not second.day):
            first.of, first.cue, second.cue = second, "", ""
            return _longer(first, second)
        return None
    if gap == () and second.what in {"partial", "weekday"} and _counts_from(low, first):
        return _counted_from(first, second)
    for inner, outer in ((first, second), (second, first)):
        if outer.what != "period" or outer.cue or (inner is second and gap):
            continue
        of_year = (
            inner.what == "partial" and inner.month and not inner.year and outer.unit == "year"
        )
        of_week = inner.what == "weekday" and outer.unit == "week"
        if inner.is_bare_day and outer.unit == "month" and inner is first:
            inner.of, inner.cue = outer, ""
            return _longer(inner, outer)
        if (of_year or of_week) and (inner is first or of_week or inner.urdu):
            inner.of, inner.cue = outer, ""
            inner.start, inner.end = first.start, second.end
            inner.rules.extend(outer.rules)
            return inner
    return None


def _counts_from(low: str, atom: Atom) -> bool:
    if atom.what not in {"offset", "anchored"} or atom.urdu or atom.of:
        return False
    return low.endswith(("before", "after", "prior", "later"), atom.start, atom.end)


def _counted_from(first: Atom, second: Atom) -> Atom:
    """Join "two days before" with "Thursday"."""
    first.what, first.of, first.rules = "offset", second, ["counted", *second.rules]
    second.cue = ""
    return _longer(first, second)


def context_of(low: str, atom: Atom) -> Context:
    """Read the words before an atom, at most 36 characters back."""
    start = atom.start
    begin = max(0, start - 36)
    tokens = _TOKEN.findall(low, begin, start)
    if begin and tokens:
        del tokens[0]
    if not tokens:
        return Context("", start, "", "", start)
    near = tokens[-1]
    near_start = low.rfind(near, begin, start)
    second = tokens[-2] if len(tokens) > 1 else ""
    for lead in reversed(tokens[:-1] if near in TURNS else tokens):
        if lead not in _HEAD_FILLERS:
            return Context(near, near_start, second, lead, low.rfind(lead, begin, start))
    return Context(near, near_start, second, "", start)


def link_between(low: str, first: Atom, second: Atom, context: Context) -> str:
    """Return how two atoms hang together: "range", "and" or ""."""
    if first.what not in _RANGES or second.what not in _RANGES:
        return ""
    if first.what == second.what != "period" and _runs_on(low, first, second):
        return "range"
    gap = _gap(low, first, second)
    if gap is None:
        return ""
    if gap in _TO and (gap != ("-",) or first.what == second.what):
        return "range"
    if gap == (",",) and first.what == second.what == "partial":
        return "and" if first.day is None and second.day is None else ""
    if gap not in _AND:
        return ""
    night = _NIGHT_OF.search(low, max(0, first.start - 24), first.start)
    if context.lead == "between" or night or URDU_NIGHT_BETWEEN.match(low, second.end):
        return "range"
    return "and"


def _runs_on(low: str, first: Atom, second: Atom) -> bool:
    """Whether what began on one day went on into the other ("and continued until")."""
    gap = first.end, second.start
    if gap[1] - gap[0] > _INTO_LENGTH:
        return False
    if first.urdu:
        until = second.urdu and _URDU_UNTIL.match(low, second.end)
        return bool(until and _URDU_BEGAN.fullmatch(low, *gap))
    if _INTO.fullmatch(low, *gap) or _STILL.fullmatch(low, *gap):
        return True
    begin = max(0, first.start - 60)
    return bool(_ENDED.fullmatch(low, *gap) and _BEGAN.search(low, begin, first.start))


def can_turn(atom: Atom) -> bool:
    """Whether "last" or "next" before an atom says which one it is."""
    return atom.of is None and (
        atom.what == "weekday" or (atom.month is not None and not atom.year)
    )


_OF_MANY_DAYS = re.compile(r" (?:sermons|bazaars?|holidays?|markets|fairs|classes|schools)\b")
"""What a weekday names that comes every week: "three Friday sermons", "the Friday bazaar"."""


_FEAST = re.compile(
    r" (?:celebrations?|festivities|parade|rallies|flags?|preparations?|functions?|sales?)\b"
    r"| کی (?:تقریبات|تقریب|تیاریوں|خوشی|مناسبت|پریڈ)(?! (?:کے دوران|پر |میں ))"
    r"| کے (?:جشن|سلسلے|حوالے|جھنڈ)"
)
"""What a day of the year only gives its name to: "a stall for the August 14 celebrations"."""


def _names_feast(low: str, atom: Atom, near: str) -> bool:
    """Whether a day and month are the name of a feast, and no word says that it was then."""
    if atom.what != "partial" or not (atom.day and atom.month) or atom.year:
        return False
    return near not in {"on", "during", "at"} and _FEAST.match(low, atom.end) is not None


def is_accepted(text: str, low: str, atom: Atom, context: Context, *, linked: bool) -> bool:
    """Whether an atom that may be no date is one here."""
    near = context.near
    if atom.what == "weekday" and _OF_MANY_DAYS.match(low, atom.end):
        return False
    if _names_feast(low, atom, near):
        return False
    if atom.cue == "of":
        return near == "of" and context.second in _PERIOD_ENDS
    if atom.cue == "date":
        return False
    if atom.what == "then":
        return context.lead in HEADS
    if linked:
        return True
    if atom.cue:
        return _has_cue(low, atom, context)
    if atom.month is None or atom.day is not None or atom.urdu or not near.isalpha():
        return True
    return near in _COMMON_CAPITALS or text[context.near_start].islower()


def _has_cue(low: str, atom: Atom, context: Context) -> bool:
    """Whether a year or an ambiguous month stands where a date would."""
    near = context.near
    if atom.cue == "pair":
        return False
    if near in _PREPOSITIONS or context.lead in HEADS:
        return True
    if atom.cue == "noun":
        return bool(_VIOLENCE.match(low, atom.end))
    if (atom.month is None and near in {"year", "-"}) or _is_subject(low, atom, near):
        return True
    return near in {"the", "a"} and bool(_MODIFIES.match(low, atom.end))


def _is_subject(low: str, atom: Atom, near: str) -> bool:
    """Read "2025 was the deadliest year" at the start of a clause."""
    return not near.isalnum() and bool(_YEAR_ACTS.match(low, atom.end))


def is_future(low: str, atom: Atom, context: Context) -> bool:
    """Whether the words around a weekday, day or month plan it."""
    ahead = atom.shift > 0 and atom.what in _TURNED
    if ahead or "tomorrow" in atom.rules or atom.what == "ahead" or context.lead == "deadline":
        return True
    if atom.what not in {"partial", "weekday"} or atom.year or atom.of:
        return "future" in atom.rules
    if atom.shift < 0 or low.startswith("'s", atom.end):
        return False
    if atom.urdu:
        return is_planned(low, atom)
    if context.lead in {"until", "till"}:
        start = context.lead_start
        return not _CONTINUED.search(low, max(0, start - 40), start)
    return _plan_before(low, atom, context) or _plan_after(low, atom, context)


def _plan_before(low: str, atom: Atom, context: Context) -> bool:
    if atom.plan is None:
        return False
    _, end, kind = atom.plan
    if atom.start - end > 120 or (kind == "for" and context.near != "for"):
        return False
    return not _REPORTED.search(low, end, atom.start)


def _plan_after(low: str, atom: Atom, context: Context) -> bool:
    """Read "On Thursday, the assembly will meet" and "this Thursday will"."""
    if atom.modal_after is None or atom.modal_after - atom.end > 60:
        return False
    if context.near != "this" and context.lead.isalnum():
        return False
    return not _REPORTED.search(low, atom.end, atom.modal_after)
