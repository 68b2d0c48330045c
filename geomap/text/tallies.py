"""The figures of a text, with what their own words leave open settled by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.text._count_number_words import CARDINALS
from geomap.text.all_but import with_all_but
from geomap.text.casualties import with_casualties
from geomap.text.corrected import as_update, with_bare_tolls, without_replaced
from geomap.text.counts import Count, find_counts
from geomap.text.elsewhere import with_elsewhere
from geomap.text.gapped import with_gapped
from geomap.text.gone_ur import with_gone
from geomap.text.patterns import EVERY, Pattern
from geomap.text.sentences import Sentence, sentence_at
from geomap.text.shared_out import with_shares
from geomap.text.smoothed import smoothed
from geomap.text.told_after import with_told_after
from geomap.text.ward_totals import without_dead

__all__ = ["settled_counts"]

_NAMES_OUTCOME = Pattern(
    r"kill|dead|death|die|fatal|toll|injur|wound|hurt|lives|casualt|martyr|ہلاک|جاں|زخمی|شہید|اموات",
    re.IGNORECASE,
)
_IN_OFFICE = Pattern(
    r"\bTaliban\s+(?:administration|officials?|government|authorities|ministry|police|governor)\b",
    re.IGNORECASE,
)
_ARMED_SIDES = {"militants", "security_forces"}


def settled_counts(text: str, sentences: Sequence[Sentence]) -> list[Count]:
    """Find the figures of a text and settle what their own words leave open.

    "gave the number as 21" is of the outcome counted before it, the Taliban in office speak as
    officials, not as a group that claims, and a man's own guards are civilians.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.

    Returns
    -------
    list of Count
        In text order.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    marks = [sentence.marks for sentence in sentences]
    answer: list[Count] = []
    plain, blanks = without_replaced(text, sentences)
    for count in find_counts(smoothed(plain, sentences), sentences=spans, marks=marks):
        settled = _settled(
            text, as_update(count, blanks), sentences, answer[-1].outcome if answer else None
        )
        if settled is not None:
            answer.append(settled)
    answer = _without_running(text, sentences, answer)
    answer = without_dead(text, sentences, with_bare_tolls(text, sentences, answer))
    answer = with_all_but(text, sentences, with_casualties(text, sentences, answer))
    answer = with_gone(text, sentences, answer)
    answer = with_gapped(text, sentences, _with_likewise(text, sentences, answer))
    answer = with_elsewhere(text, sentences, with_told_after(text, sentences, answer))
    return with_shares(text, sentences, answer)


_RUNNING = re.compile(
    r"\b(?:bring|tak|rais|push)(?:ing|es|s)\s+(?:the|their|its)\s+(?:\w+\s+){0,2}?(?:total|number|count|toll|tally)"
    r"\s+(?:\w+\s+){0,8}?to\s+[\w,]+(?:\s+\w+)?$",
    re.IGNORECASE,
)
_NEXT_PHASE = Pattern(
    r"\bfollow[\s-]?up\b|\b(?:another|second|subsequent|separate|third|fresh)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:operation|engagement|encounter|action|raid|phase|clash|intercept\w*)\b",
    re.IGNORECASE,
)


_RUNNING_REACH = 120
_FIGURE = re.compile(rf"\b(?:{'|'.join(CARDINALS)}|\d{{1,3}})\b", re.IGNORECASE)


def _without_running(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Leave out what a second operation brings the total of all to: "taking the total to 15".

    Not where the figures of the sentence add up to it.
    """
    answer: list[Count] = []
    for count in counts:
        before = answer[-1] if answer else None
        if before is None or count.outcome != before.outcome or not before.best:
            answer.append(count)
            continue
        start = max(before.end, count.end - _RUNNING_REACH)
        running = (count.best or 0) > before.best and _RUNNING.search(text, start, count.end)
        sentence = sentence_at(sentences, count.start) if running else None
        if (
            not running
            or sentence is None
            or sentence.start > before.start
            or not _NEXT_PHASE.inside(text, sentence)
            or _adds_up(text, [c for c in answer if c.start >= sentence.start], count, running)
        ):
            answer.append(count)
    return answer


def _adds_up(text: str, told: Sequence[Count], total: Count, running: re.Match[str]) -> bool:
    """Whether those counted and one bare figure give the total: "two ... and four in another"."""
    missing = (total.best or 0) - sum(c.best or 0 for c in told if c.outcome == total.outcome)
    bare = _FIGURE.findall(text, told[-1].end, running.start())
    return missing == 0 or missing in {
        int(word) if word.isdecimal() else CARDINALS[word.lower()] for word in bare
    }


_LIKEWISE = Pattern(
    r"\s*[\"“]?So\s+(?P<verb>was|were|did|had\s+been|has|have)\s+(?P<who>[^.;:!?]{3,120})",
    needed=(frozenset({"so "}),),
)
"""A sentence that leaves what happened to the one before: "So was a boy"."""
_RELATIVE = re.compile(r",?\s+(?:who|which|when|while|as|after|whose)\b|,")
_BEFELL = {"killed", "injured", "abducted", "arrested"}
_ONE = re.compile(
    r"(?:an?|the|his|her|its|their|one)\s+(?:[\w-]+\s+){0,3}?(?!\w+s\b)[\w-]+\Z", re.IGNORECASE
)


def _with_likewise(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Add those to whom happened what the sentence before says: "So were two porters"."""
    found: list[Count] = []
    for before, sentence in pairwise(sentences):
        if sentence.marks & _LIKEWISE.mark != _LIKEWISE.mark:
            continue
        likewise = _LIKEWISE.match(text, sentence.start, sentence.end)
        if likewise is None:
            continue
        last = [c for c in counts if before.start <= c.start < before.end and c.best]
        own = any(sentence.start <= c.start < sentence.end for c in counts)
        if last and not own and last[-1].outcome in _BEFELL:
            found += _alike(likewise, last[-1].outcome)
    return sorted([*counts, *found], key=lambda count: count.start) if found else counts


def _alike(likewise: re.Match[str], outcome: str) -> list[Count]:
    """Read "two porters" as "two porters were injured", with the offsets of the text."""
    who = _RELATIVE.split(likewise["who"])[0].rstrip()
    shift, end = likewise.start("who"), likewise.start("who") + len(who)
    words = f"{who} {'was' if _ONE.match(who) else 'were'} {outcome}."
    return [
        replace(
            count,
            start=count.start + shift,
            end=min(count.end + shift, end),
            number_start=count.number_start + shift,
            number_end=min(count.number_end + shift, end),
            increment=True,
            rules=(*count.rules, "ellipsis"),
        )
        for count in find_counts(words, sentences=[(0, len(words))], marks=[EVERY])
        if count.outcome == outcome
    ]


def _counts_nobody(text: str, count: Count) -> bool:
    """Whether a figure is denied, or is read of words that count nobody."""
    if count.best and _DENIED_ANY.search(text, count.start, count.end):
        return True
    if count.best == 1 and "implied" in count.rules and count.who.lower() == "others":
        return True  # "the others escaped with injuries"
    ellipsis = "ellipsis" in count.rules
    return ellipsis and _WHO_SAYS.match(text, count.end) is not None  # "died, the doctor said"


def _settled(
    text: str, count: Count, sentences: Sequence[Sentence], outcome_before: str | None
) -> Count | None:
    """Return a figure with its side, outcome and speaker settled; None if it is in no sentence."""
    if (
        count.increment
        and "accident" in count.rules
        and _STAMPEDE.search(text, count.start, count.end + 40)
    ):
        count = replace(count, rules=tuple(rule for rule in count.rules if rule != "accident"))
    if count.best == 1 and count.outcome == "killed" and _THE_OTHER.match(text, count.start):
        count = replace(count, increment=True)
    if count.side in _ARMED_SIDES and not _FOES.search(count.who) and _is_guard(text, count):
        count = replace(count, side="civilians")
    if _counts_nobody(text, count):
        return None
    is_toll, is_claimed = "toll" in count.rules, count.speaker == "claimant"
    if not is_toll and not is_claimed:
        return count
    sentence = sentence_at(sentences, count.start)
    if sentence is None:
        return None
    words = text[sentence.start : sentence.end]
    if is_toll and outcome_before and not _NAMES_OUTCOME.search(words):
        count = replace(count, outcome=outcome_before)
    if is_claimed and _IN_OFFICE.search(words):
        count = replace(count, speaker="official")
    return count


_DENIED_ANY = re.compile(
    r"\b(?:denied|denies|denying|rejected|ruled\s+out)\s+(?:\w+\s+)?that\s+(?:any|a\s+single|anyone|anybody|even\s+one)\b",
    re.IGNORECASE,
)
_WHO_SAYS = re.compile(
    r"(?:\s+(?:at|of|in|on|from)\s[^.;,]{0,50})?,?\s+(?:told|said|added|explained)\b", re.IGNORECASE
)
_STAMPEDE = re.compile(r"\bstampede\b", re.IGNORECASE)
"""What more people came to harm in after an attack."""
_THE_OTHER = re.compile(
    r"(?-i:The)\s+(?:other|second)(?:\s+(?:man|woman|one|victim|worker|boy|girl))?\s+(?:(?:also|later|then|has|had|too)\s+){0,2}"
    r"(?:died|succumbed|expired|passed\s+away)\b",
    re.IGNORECASE,
)
_GUARD = re.compile(
    r"\b(?:his|her|their|whose|personal|private|the\s+\w+['’]s)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:gunm[ae]n|guards?|bodyguards?|armed\s+men|shooters?)\b"
    r"|(?:ان\s+ک[ےای]|اس\s+ک[ےای]|اپنے|ذاتی|نجی)\s+(?:\S+\s+){0,3}?(?:محافظ|گن\s?مین|گارڈ|باڈی\s?گارڈ)",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:superintendent|D?SP|SSP|SHO|DPO|inspector|constables?|major|captain|colonel|lieutenant|brigadier|officers?|police\w*|"
    r"commandant|commander|commissioner|judge|magistrate|minister|Levies|soldiers?)\b|پولیس|ایس\s?پی|ایس\s?ایچ\s?او|انسپکٹر|میجر|کیپٹن|کرنل|افسر|لیویز",
    re.IGNORECASE,
)
_FOES = re.compile(
    r"attacker|assailant|militant|terrorist|killers|robber|dacoit|bandit|raider|حملہ\s?آور|دہشت|ڈاکو|مسلح",
    re.IGNORECASE,
)
_GUARD_REACH, _OFFICER_REACH = 30, 60


def _is_guard(text: str, count: Count) -> bool:
    """Whether those counted guarded a man who is no official: "his gunman", "their two guards"."""
    guard = _GUARD.search(text, max(0, count.start - _GUARD_REACH), count.end + 1)
    if guard is None:
        return False
    before = text[max(0, guard.start() - _OFFICER_REACH) : guard.start()]
    behind = text[guard.end() : guard.end() + _GUARD_REACH]
    around = re.split(r"[.!?۔]\s", before)[-1] + " " + re.split(r"[.!?۔]\s", behind)[0]
    return _OFFICER.search(around) is None
