"""What the words around a figure say of it: whom it counts, who is in hospital, what is a sum.

The counts of a sentence are read alone; here they are set against the figures beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["in_care", "lent_figures", "sums_between", "whole_figures", "with_shared_sides"]

_AND_HURT = re.compile(r",?\s+(?:and|while)(?:\s+(?:wound|injur)(?:ed|ing))?\s+\Z", re.IGNORECASE)
_ARMED = frozenset({"security_forces", "militants"})
_IN_CARE = Pattern(
    r"\b(?:still|presently|currently|at\s+present|remain\w*)\b[^.;]{0,80}?"
    r"\b(?:treat\w+|admitted|hospitali[sz]ed|undergoing|wards?|intensive)\b"
    r"|\b(?:admitted|treated|treatment)\b[^.;,]{0,40}?\b(?:at\s+present|presently|currently)\b"
    r"|(?:تاحال|اب\s+بھی|اب\s+تک|بدستور|اس\s+وقت)[^۔]{0,60}?زیر\s?علاج",
    re.IGNORECASE,
)


def in_care(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells how many of the hurt are in hospital still."""
    return _IN_CARE.inside(text, sentence) is not None


def with_shared_sides(text: str, counts: Sequence[Count]) -> list[Count]:
    """Let "10" of "killed six attackers and wounded 10" be of those named before it.

    Parameters
    ----------
    text
        An article.
    counts
        The counts of one of its sentences.
    """
    answer = list(counts[:1])
    for count in counts[1:]:
        last = answer[-1]
        alone = count.outcome == "injured" and not count.who and count.side == "unknown"
        told = last.outcome == "killed" and last.who and last.side in _ARMED
        shares = alone and told and _AND_HURT.search(text, last.end, count.number_start)
        rules = (*count.rules, "shared")
        answer.append(replace(count, side=last.side, rules=rules) if shares else count)
    return answer


def sums_between(drafts: Sequence[Draft]) -> list[Count]:
    """Return the totals of a sentence told among events: "in all ten were killed today".

    Parameters
    ----------
    drafts
        The events of an article.
    """
    sums: list[Count] = []
    for draft in drafts:
        told = {outcome: whole_figures(draft, outcome) for outcome in ("killed", "injured")}
        for outcome, own in told.items():
            total = next((c for c in own if "toll" in c.rules or (c.total and not c.update)), None)
            mine = [count.best or 0 for count in own if count is not total][:1]
            others = [whole_figures(each, outcome) for each in drafts if each is not draft]
            parts = mine + [each[0].best or 0 for each in others if each]
            if total is not None and len(parts) >= _SEVERAL and total.best == sum(parts):
                ends = next(scene.sentence for scene in draft.scenes if total in scene.counts)
                every = (c for each in told.values() for c in each if c.total or c is total)
                sums += [count for count in every if ends.start <= count.start < ends.end]
    return sums


_SEVERAL = 2


def lent_figures(drafts: Sequence[Draft], draft: Draft) -> list[Count]:
    """Return the figures of an attack that only a sentence on a protest gives.

    "Traders shut their shops a day after gunmen shot at a bus, killing three": where the attack is
    told of later on, the dead are its own.
    """
    attacks = [one for one in drafts if one.group == "violent" and not one.statistic]
    protests = [one for one in drafts if one.group == "unrest"]
    if len(attacks) != 1 or attacks[0] is not draft or not protests:
        return []
    for scene in (one.scenes[0] for one in (draft, *protests)):
        struck = any(trigger.family in _STRUCK for trigger in scene.triggers)
        if struck and any(count.best for count in scene.counts):
            return list(scene.counts)
    return []


_STRUCK = frozenset({"explosion", "armed", "killing"})


def whole_figures(draft: Draft, outcome: str) -> list[Count]:
    """Return the figures of an event that are no parts and no sums of others."""
    every = (count for scene in draft.scenes for count in scene.counts)
    return [
        count
        for count in every
        if count.outcome == outcome and count.best and not (count.part or count.aggregate)
    ]
