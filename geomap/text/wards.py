"""What hospitals tell beside a toll: the share that one of them received, deaths counted before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.loss_parts import told_again
from geomap.text.sentences import Sentence

__all__ = ["died_since", "of_one_ward", "who_did_not_live", "within_toll"]

_GRAVELY = re.compile(
    r"\bcondition\b[^.]{0,70}?\b(?:critical|serious|precarious|grave|dangerous|unstable|worsened|deteriorated|worsening)\b[^.]*\.\s+\Z",
    re.IGNORECASE,
)
_BESIDE = 200
"""Characters within which one hospital tells of its dead and of its wounded."""


def of_one_ward(hurt: Sequence[Count], every: Sequence[Count]) -> list[Count]:
    """Leave out the wounded of one hospital that has fewer dead than there are in all.

    "Sixteen were killed and 25 hurt ... The hospital in Alpuri has nine bodies and 14 wounded": the
    others were taken elsewhere.

    Parameters
    ----------
    hurt
        The figures of the wounded.
    every
        All figures of the event.
    """
    dead = [c for c in every if c.outcome == "killed" and c.best and not (c.part or c.aggregate)]
    most = max((c.best or 0 for c in dead if c.speaker not in _SIDES), default=0)
    share = [
        count
        for count in hurt
        if count.speaker == "hospital"
        and any(
            one.speaker == "hospital"
            and abs(one.start - count.start) <= _BESIDE
            and 0 < (one.best or 0) < most
            for one in dead
        )
    ]
    others = [count for count in hurt if count not in share]
    fewer = others and all((c.best or 0) <= (others[0].best or 0) for c in share)
    return others if fewer else list(hurt)


_SIDES = frozenset({"claimant", "residents"})


def died_since(text: str, sentence: Sentence, count: Count) -> bool:
    """Whether somebody may have died of wounds since others were counted.

    "By the evening a girl had succumbed", or "he expired" after a sentence on his condition.
    """
    if count.outcome != "killed" or count.best not in _FEW or count.update or count.part:
        return False
    if "pronoun" in count.rules:
        if re.search(r"\bkilled\b", text[count.start : count.end]):
            return False  # "he was killed over a feud" is of the one who was told first
        start = max(0, sentence.start - _BESIDE)
        return _GRAVELY.search(text, start, sentence.start) is not None
    return "succumbed" in count.rules and _SINCE.match(text, sentence.start) is not None


_FEW = frozenset({1, 2, 3})
_SINCE = re.compile(
    r"\W*(?:By\s+(?:late\s+|early\s+)?(?:the\s+)?(?:evening|night|midnight|noon|afternoon|morning|dawn)|Later|Late\s+(?:at|in|on)|"
    r"In\s+the\s+(?:evening|night|afternoon)|At\s+(?:night|midnight)|Overnight|Hours\s+later|The\s+(?:next|following)\s+(?:day|morning)|"
    r"(?:A|Two|Three|Some)\s+(?:days?|hours?)\s+later)\b"
)


def who_did_not_live(every: Sequence[Count]) -> list[Count]:
    """Count "he expired", told of one of several wounded after his condition, as one more dead.

    Parameters
    ----------
    every
        All figures of an event.
    """
    answer = list(every)
    for at, count in enumerate(answer):
        if count.outcome != "killed" or "gravely" not in count.rules:
            continue
        before = [one for one in answer[:at] if one.start < count.start and not one.part]
        several = any(c.outcome == "injured" and (c.best or 0) > 1 for c in before)
        if several and any(c.outcome == "killed" and c.best for c in before):
            rules = tuple(rule for rule in count.rules if rule != "pronoun")
            answer[at] = replace(count, rules=(*rules, "was_hurt"))
    return answer


def within_toll(hurt: Count, every: Sequence[Count]) -> set[int]:
    """Return which deaths of wounded people (their ids) a toll told beside the wounded holds.

    "Seven were killed and 19 wounded ... Four bodies were brought in, three of the wounded died":
    those three are no more among the 19.

    Parameters
    ----------
    hurt
        The figure of the wounded.
    every
        All figures of the event.
    """
    dead = [c for c in every if c.outcome == "killed" and c.best and not c.aggregate]
    whole = [c for c in dead if not c.part]
    lead = next((c for c in whole if c.start - hurt.start <= _BESIDE), None)
    if lead is None or lead.increment:
        return set()
    if any(c.update and (c.best or 0) > (lead.best or 0) for c in whole):
        return set()
    if lead.update and abs(lead.start - hurt.start) <= _BESIDE:
        return {id(c) for c in dead if c.start > lead.start}  # a risen toll holds them
    return told_again(lead, whole, [c for c in dead if c.part])
