"""What the words around a count change in it: "on each side", "their own losses", "why they died".

The grammars read who was harmed; here their counts of one sentence are set right by phrases that
stand apart from the people counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_others import with_others
from geomap.text._count_record import Count
from geomap.text._count_selves import with_selves
from geomap.text._count_since import DIED_LATER, risen, was_wounded
from geomap.text._count_words import ATTACKERS
from geomap.text.patterns import EVERY, Pattern

__all__ = ["mended"]

_EACH_SIDE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:on|from|for)\s+(?:each|either)(?:\s+of\s+the)?\s+(?:two\s+)?(?:sides?|groups?|clans?|tribes?|"
    r"families|family|part(?:y|ies))\b"
    r"|\s+(?:\w+\s+){0,2}?(?:on|from)\s+(?:the\s+)?(?:one|this)\s+side\s+and\s+as\s+many\b",
    re.IGNORECASE,
)
_BOTH_LOST = re.compile(
    r"\b(?:each\s+side|each\s+(?:of\s+the\s+\w+\s+)?(?:clan|tribe|group|party)|either\s+side)\s+"
    r"(?:\w+\s+)?(?:lost|losing|buried|counted|mourned)\s*$",
    re.IGNORECASE,
)
_BOTH_EACH = re.compile(
    r"\b(?:both|the\s+two|two)\s+(?:\w+\s+)?(?:sides|clans|groups|tribes|part(?:ies|s)|families)\s+"
    r"(?:\w+\s+)?(?:lost|losing|buried|counted|mourned)\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s+each\b", re.IGNORECASE)
_DISTRIBUTED_URDU = re.compile(
    r"(?:فریقین|دونوں\s+(?:جانب|اطراف|طرف|گروہوں|قبائل|فریقوں)|دونوں)\s+(?:کے|سے|میں)\s+"
    r"(?:\S+\s+){0,2}?(\S+)\s+\1\s"
)
_WHY = re.compile(r"\b(?:why|how|whether|whose)\b", re.IGNORECASE)
_BEATEN = re.compile(
    r"(?:بٹ|ڈنڈے|لاٹھیاں|تھپڑ|پتھر|کوڑے|گھونسے|مکے)\s+مار(?!\s+(?:مار\s+)?(?:کر|کے)(?!\w)|تے)"
)
"""Blows that were all; in "ڈنڈے مار کر قتل" they are how somebody was killed."""
_OF_FORCES = Pattern(
    r"\b(?:forces|army|police|troops|military|levies|rangers|corps|ctd|scouts|regiment|battalion)\b"
    r"(?:(?:['’]s?)?\s+(?:losses|casualties|dead|toll)\s+(?:at|as|were|was|stood\s+at)\b"
    r"|[^.;]{0,60}?\b(?:own\s+(?:losses|dead|casualties|side|men|ranks)|los(?:t|ing|s\s+of))\b)",
    re.IGNORECASE,
)
_SUFFERED = Pattern(
    r"\b(?:(?P<foes>militants|terrorists|attackers|insurgents|assailants|rebels|khwarij)|"
    r"troops|soldiers|army|military|(?:security\s+)?forces|police|levies|rangers|corps|FC|guards)\s+"
    r"(?:(?:had|have|has|themselves|also|too)\s+)?(?:suffered|had|counted|mourned|sustained|incurred)\s+"
    r"(?:(?!been\b)(?:[\w-]+\s+)(?:dead|killed|martyred|fatalities)\s+and\s+)?$",
    re.IGNORECASE,
)
"""Before a side's losses without a noun: "troops suffered three dead and nine wounded"."""
_FOES_LOST = re.compile(
    rf"\b{ATTACKERS}\s+(?:(?:had|have|also|themselves)\s+)?(?:lost|losing)\s+(?:at\s+least\s+|some\s+|about\s+)?\Z",
    re.IGNORECASE,
)
"""Before the men whom attackers lost: "the militants lost eight men"."""
_OWN_REACH = 40
_FOES = rf"(?:{ATTACKERS}|bombers)\b"
_OF_FOES = Pattern(
    rf"\bof\s+the\s+(?:\w+\s+){{0,2}}?{_FOES}\s*,"
    rf"(?P<self>\s+one\s+(?:blew\s+himself|detonated|exploded)[^.;]*?)?"
    rf"|\b{_FOES}\s+(?:\w+\s+){{0,2}}?(?:tried|attempted|sought|were\s+trying)\s+to\s+"
    r"(?:breach|enter|storm|scale|break|infiltrate|cross|flee|escape)\b[^.;]*;\s*(?:all\s+)?$",
    re.IGNORECASE,
)


def mended(
    text: str, start: int, end: int, counts: Sequence[Count], *, marks: int = EVERY
) -> list[Count]:
    """Return the counts of a sentence as the phrases around them leave them.

    Parameters
    ----------
    text
        The text.
    start, end
        Its sentence.
    counts
        The counts read in it.
    marks
        The marks of the sentence (`geomap.text.patterns`).
    """
    answer = [_sided(text, start, _doubled(text, start, end, c), marks) for c in counts]
    answer = with_others(text, (start, end), answer)
    answer = [_brought_dead(text, end, c) for c in answer]
    answer = [c for c in answer if not _is_no_count(text, c)]
    answer = [c for c in answer if not _is_corrected(text, c, answer)]
    answer = [risen(text, c) for c in answer]
    answer = _with_attacker(text, (start, end), answer, marks)
    answer = with_selves(text, (start, end), answer, marks)
    if not text[start:end].isascii():
        answer = [_dead_of_wounds(text, end, c, answer) for c in answer]
        answer = [was_wounded(text, start, c) for c in answer]
        answer = [_with_companion(text, start, _known_before(text, c)) for c in answer]
    return answer


def _is_no_count(text: str, count: Count) -> bool:
    """Whether nobody is said to know of the harmed, or somebody was only beaten."""
    if count.best == 0:
        after = text[count.number_start : count.end]
        return _WHY.search(after) is not None or (
            "toll" in count.rules and _WHY.search(text, count.start, count.end) is not None
        )
    if _OFFICIAL.search(text, count.start, count.end) or _OWN_DEAD.match(
        text, count.start, count.end
    ):
        return True
    if "martyred" in count.rules and _NAMED_AFTER.match(text, count.end):
        return True
    if count.outcome == "injured" and _BURNT.search(text, count.start, count.end):
        return _THINGS.match(text, count.end) is not None
    return _BEATEN.search(text, count.start, count.end) is not None


_NAMED_AFTER = re.compile(
    r"\s*(?:Shaheed\s+)?(?:Police|Lines|Post|Check-?post|Camp|Base|Colony|Road|Chowk|Park|Stadium|Hospital|School|College|Bridge|"
    r"Hall|Ground|Complex|Fort|Airport|University|Barracks)\b"
)
"""What is called after somebody who fell: "the Saad Shaheed Police Lines"."""


_OFFICIAL = re.compile(
    r"\b(?:judicial|parliamentary|governing|regulatory|representative|supervisory|investigative|independent|elected|"
    r"international|rights|watchdog|monitoring|statutory|civic|local|legislative|oversight|probe|inquiry|apex|"
    r"administrative|student|professional|traders['’]?|lawyers['’]?|journalists['’]?)\s+bod(?:y|ies)\Z",
    re.IGNORECASE,
)
"""Bodies of people who sit together: "an independent judicial body"."""
_OWN_DEAD = re.compile(r"(?:their|its)\s+own\s+dead\Z", re.IGNORECASE)
"""Nobody by itself: with a figure `geomap.text._count_own` reads it."""
_BURNT = re.compile(r"\bburn(?:t|ed)\Z", re.IGNORECASE)
_THINGS = re.compile(r"\s+(?:them|it|the|an?|two|three|four|five|down)\b", re.IGNORECASE)
"""Behind "burnt" where men who poured petrol burnt things."""


_GIVEN = re.compile(
    r"\b(?P<first>first\s+|initially\s+|originally\s+|earlier\s+)?(?:given|put|reported|stated|estimated|announced|counted|said\s+to\s+be)\s+"
    r"(?:(?P<then>first|initially|originally|earlier)\s+)?(?:as|at|to\s+be)\s+$",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\s+(?:at\s+first|initially|originally|earlier|in\s+the\s+beginning)\b", re.IGNORECASE
)


def _is_corrected(text: str, count: Count, counts: Sequence[Count]) -> bool:
    """Whether a figure was given "at first", and the sentence has another one after it."""
    given = _GIVEN.search(text[max(0, count.number_start - 40) : count.number_start])
    if given is None:
        return False
    later = [
        one
        for one in counts
        if one.outcome == count.outcome and one.number_start > count.number_start
    ]
    if not later or (count.outcome == "killed" and any(one.update for one in later)):
        return False
    return bool(given["first"] or given["then"]) or any(
        _AT_FIRST.match(text, end) for end in _ends_of_number(text, count)
    )


def _ends_of_number(text: str, count: Count) -> tuple[int, ...]:
    """Return where the number of a count may end: behind its word, or the count itself."""
    word = re.compile(r"[\w-]+").match(text, count.number_start)
    return (word.end(), count.end) if word else (count.end,)


_DEAD = re.compile(r"[^.;,]{0,50}?\b(?:already\s+|when\s+)?dead\b(?!\s+bod)", re.IGNORECASE)


def _brought_dead(text: str, end: int, count: Count) -> Count:
    """Take "was brought to the hospital dead" for a death, of one who is mostly known."""
    if "moved" not in count.rules or not _DEAD.match(text, count.end, end):
        return count
    return replace(count, outcome="killed", rules=(*count.rules, "weak"))


def _doubled(text: str, start: int, end: int, count: Count) -> Count:
    """Double "three were killed on each side"."""
    if not count.best or count.part:
        return count
    lost = _BOTH_EACH.search(text, start, count.number_start)
    each = (
        (lost and _EACH.match(text, count.end, end))
        or _EACH_SIDE.match(text, count.end, end)
        or _EACH_SIDE.match(text, count.number_end, end)
        or _BOTH_LOST.search(text, start, count.number_start)
    )
    if not (each or _is_distributed(text, start, end, count)):
        return count
    low, high = (None if n is None else 2 * n for n in (count.low, count.high))
    return replace(count, low=low, best=2 * count.best, high=high, rules=(*count.rules, "each"))


def _is_distributed(text: str, start: int, end: int, count: Count) -> bool:
    """Whether an Urdu number stands twice: so many of each side ("فریقین کے تین تین افراد")."""
    if "فریقین" not in text[start:end] and "دونوں" not in text[start:end]:
        return False
    found = _DISTRIBUTED_URDU.search(text, start, min(end, count.end + 1))
    return found is not None and found.start(1) <= count.number_start < found.end()


def _sided(text: str, start: int, count: Count, marks: int) -> Count:
    """Give the losses that forces tell of themselves to the forces."""
    if count.side != "unknown" or not count.best:
        return count
    last = count.number_start
    foes = _OF_FOES.search(text, start, last, marks=marks) if not count.who else None
    if foes is not None:
        return _of_foes(count, foes)
    if "lost_men" in count.rules and _FOES_LOST.search(text, start, last):
        rules = tuple(rule for rule in count.rules if rule != "lost_men")
        return replace(count, side="militants", rules=rules)
    suffered = None if count.who else _SUFFERED.search(text, start, last, marks=marks)
    if suffered is not None:
        side = "militants" if suffered["foes"] else "security_forces"
        return replace(count, side=side)
    found = _OF_FORCES.search(text, start, count.end, marks=marks)
    reach = _OWN_REACH if found is not None and "own" in found[0].lower() else 1
    if found is None or not 0 <= count.number_start - found.end() <= reach:
        return count
    rules = tuple(rule for rule in count.rules if rule != "lost_men")
    return replace(count, side="security_forces", rules=rules)


def _of_foes(count: Count, foes: re.Match[str]) -> Count:
    """Give "two" of "of the three assailants, one blew himself up and two were shot" to them."""
    if not foes["self"] or count.outcome != "killed":
        return replace(count, side="militants")
    low, high = (None if n is None else n + 1 for n in (count.low, count.high))
    return replace(count, low=low, best=(count.best or 0) + 1, high=high, side="militants")


def _dead_of_wounds(text: str, end: int, count: Count, every: Sequence[Count]) -> Count:
    """Read "ایک زخمی ... چل بسا" as a death; a hint only, as a toll mostly follows."""
    if count.outcome != "injured" or count.best is None or not text[count.start : count.end]:
        return count
    later = any(c is not count and c.number_start > count.number_start for c in every)
    reach = (
        min(c.number_start for c in every if c.number_start > count.number_start) if later else end
    )
    found = DIED_LATER.search(text, count.number_end, reach)
    if found is None or "،" in text[count.end : found.start()]:
        return count
    return replace(count, outcome="killed", part=False, rules=(*count.rules, "weak"))


_NOUN_OF_DEATH = re.compile(r"(?:شہادت|موت|ہلاکت|میت|نماز\s+جنازہ)$")
_HIS = re.compile(r"(?:ان|اس|اُن|اُس)\s+(?:کے|کا|کی)\s")
_JOINED = re.compile(r"(\S+)(?:\s+اور|\s+سمیت|،)\s*$")
_NO_NAME = re.compile(
    r"زخمی|ہلاک|شہید|قتل|اغوا|گرفتار|لاپتہ|بحق|گئے|گیا|گئی|ہوئے|ہوا|ہے|تھے|دیا|دی|کیا|لیا|کہ$"
)


def _known_before(text: str, count: Count) -> Count:
    """Take "پولیس اہلکار کی شہادت پر" for a hint: it speaks of one whose death is known."""
    one = count.outcome == "killed" and count.best == 1 and not count.part
    if not one or not _NOUN_OF_DEATH.search(text, count.start, count.end):
        return count
    return replace(count, rules=(*count.rules, "weak"))


def _with_companion(text: str, start: int, count: Count) -> Count:
    """Count the man himself in "ملک اجمل خان، ان کا بیٹا اور ڈرائیور جاں بحق"."""
    if not count.best or count.part or not _HIS.match(text, count.start, count.end):
        return count
    before = _JOINED.search(text, max(start, count.start - 40), count.start)
    if before is None or _NO_NAME.search(before[1]):
        return count
    low, high = (None if n is None else n + 1 for n in (count.low, count.high))
    return replace(count, low=low, best=count.best + 1, high=high, rules=(*count.rules, "list"))


_WITH_HIS_BODY = Pattern(
    r"\bthe\s+(?:suicide\s+)?(?P<who>bomber|attacker|assailant)['’]s\s+(?:severed\s+|mutilated\s+|burnt\s+)?"
    r"(?:head|limbs?|legs?|torso|body(?:\s+parts)?|remains)\s+(?:was|were|lay|had|has|have)\b",
    re.IGNORECASE,
)
_ONE_TOO = (
    r"(?:the|an?|one)\s+(?:[\w-]+\s+)?(?:guard|watchman|policeman|constable|soldier|driver|volunteer|gatekeeper|"
    r"doorkeeper|sentry|caretaker|passer-by)"
)
"""Another one whom a figure leaves out beside the attacker: "besides the guard and the bomber"."""
_BESIDE_HIM = Pattern(
    r"\b(?:not\s+(?:counting|including)|excluding|besides?|(?:apart|aside)\s+from|other\s+than|"
    r"in\s+addition\s+to|except(?:ing)?(?:\s+for)?|barring)\s+"
    rf"(?P<too>{_ONE_TOO}\s+and\s+)?"
    r"(?:(?:the|a|its|their|lone|female|woman|suspected|alleged|suicide|would-be)\s+){1,3}"
    r"(?P<who>bomber|attacker|assailant|gunman|terrorist|militant)\b(?:\s+(?:him|her)self)?",
    re.IGNORECASE,
)


def _with_attacker(
    text: str, span: tuple[int, int], counts: list[Count], marks: int
) -> list[Count]:
    """Count the attacker of "eight people, not counting the bomber, were killed"."""
    dead = next((c for c in counts if c.outcome == "killed" and not c.part), None)
    if dead is None or dead.best is None:
        return counts
    found = _BESIDE_HIM.search(text, *span, marks=marks)
    found = found or _WITH_HIS_BODY.search(text, *span, marks=marks)
    if found is None or dead.number_start <= found.start("who") < dead.number_end:
        return counts
    counts = _without_listed(counts, found)
    too = found.re is _BESIDE_HIM.pattern and bool(found["too"])
    if not dead.best or dead.update or dead.total:
        low, high = (None if n is None else n + 1 + too for n in (dead.low, dead.high))
        side = dead.side if dead.best else "militants"
        whole = replace(dead, low=low, best=dead.best + 1 + too, high=high, side=side)
        whole = replace(whole, rules=(*(rule for rule in dead.rules if rule != "none"), "beside"))
        return [whole if count is dead else count for count in counts]
    place = max(found.span("who"), (dead.number_start, dead.number_end))
    one = replace(
        dead,
        low=1,
        best=1,
        high=1,
        side="militants",
        who=found["who"],
        number_start=place[0],
        number_end=place[1],
        increment=True,
        rules=("beside",),
    )
    return [*counts, replace(one, low=2, best=2, high=2, side="unknown", who="") if too else one]


def _without_listed(counts: list[Count], found: re.Match[str]) -> list[Count]:
    """Return counts without lists that begin with the attacker and go on after him.

    In "besides the guard and the attacker himself, and 41 were hurt" he is none of the hurt.
    """
    listed = [c for c in counts if c.outcome == "injured" and c.number_start < found.end()]
    listed = [c for c in listed if found.start() <= c.start and found.end() < c.end]
    if not listed:
        return counts
    return [
        replace(c, part=False)
        if c.part and c.outcome == "injured" and c.end == listed[0].end
        else c
        for c in counts
        if c not in listed
    ]
