"""The lead of a report told once more, with the street: one event, not two.

"A policeman was killed and another hurt in Pishin. Near the bridge men fired at a patrol; one man
was killed and one hurt": the same dead and wounded, in one district, with no day of its own. So it
is where a lead tells two events in one sentence and the paragraphs below tell each of them again.
"""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text.drafts import Draft

__all__ = ["without_retellings"]

_HARM = ("killed", "injured")
_TWO = 2


def without_retellings(drafts: list[Draft]) -> list[Draft]:
    """Join the events of a lead with those told later in an article that are the same ones."""
    told = _leads_told_again(drafts)
    if told:
        for first, second in told:
            _join(first, second)
        again = [second for _, second in told]
        return [one for one in drafts if not any(one is each for each in again)]
    if len(drafts) < _TWO or not _is_retold(drafts[0], drafts[1]):
        return drafts
    _join(drafts[0], drafts[1])
    return [drafts[0], *drafts[2:]]


def _join(first: Draft, second: Draft) -> None:
    """Add what is told of an event the second time."""
    first.scenes.extend(second.scenes)
    first.triggers.extend(second.triggers)
    first.sites.extend(second.sites)
    first.asides.extend(one for one in second.asides if one not in first.asides)


def _leads_told_again(drafts: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """Pair the events that the lead tells in one sentence with those below, if each has one."""
    leads = _of_one_sentence(drafts)
    if len(leads) < _TWO:
        return []
    rest = [one for one in drafts[len(leads) :] if one.scenes[0].sentence.paragraph]
    pairs: list[tuple[Draft, Draft]] = []
    for lead in leads:
        free = [one for one in rest if all(one is not again for _, again in pairs)]
        if not pairs:  # "hours later" may part the next one from the first told below
            free = [one for one in free if not one.scenes[0].says("new")]
        found = next((one for one in free if _tells_again(lead, one)), None)
        if found is None:
            return []
        pairs.append((lead, found))
    return pairs


def _of_one_sentence(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events that the clauses of the first sentence tell."""
    leads: list[Draft] = []
    for number, draft in enumerate(drafts):
        first = draft.scenes[0].sentence
        clause = first.number == number and first.paragraph == 0 and len(draft.scenes) == 1
        if not clause or draft.statistic or draft.multi or draft.group != "violent":
            break
        leads.append(draft)
    return leads


def _tells_again(lead: Draft, draft: Draft) -> bool:
    """Whether an event below has the district, the day and the dead of one of the lead's."""
    if draft.statistic or draft.group != lead.group:
        return False
    days = {begun for begun, _ in draft.stretches} - {begun for begun, _ in lead.stretches}
    if days and lead.days:
        return False
    mine, theirs = _figures(lead)["killed"], _figures(draft)["killed"]
    if theirs and theirs != mine:
        return False
    number = draft.scenes[0].sentence.number
    first = [site for site in draft.sites if site.resolution.mention.sentence == number]
    there = {site.place.admin2_pcode for site in first if site.place is not None} - {None}
    return bool(there) and there <= {place.admin2_pcode for place in lead.places}


def _is_near(first: Draft, second: Draft) -> bool:
    """Whether all districts of an event are told of another, too."""
    here = {place.admin2_pcode for place in first.places} - {None}
    there = {place.admin2_pcode for place in second.places} - {None}
    return bool(there) and there <= here


def _is_retold(first: Draft, second: Draft) -> bool:
    """Whether two events have the same dead and the same wounded, kind and district."""
    if first.statistic or second.statistic or second.opened_by != "another place" or second.days:
        return False
    if first.multi or first.group != second.group or first.group != "violent":
        return False
    if any(scene.says("new") or scene.part for scene in second.scenes[:1]):
        return False
    mine, theirs = _figures(first), _figures(second)
    return all(mine.values()) and mine == theirs and _is_near(first, second)


def _figures(draft: Draft) -> dict[str, frozenset[int]]:
    """Return the figures of the dead and of the wounded that an event's sentences give."""
    counts = [count for scene in draft.scenes for count in scene.counts if not count.part]
    return {
        outcome: frozenset(c.best for c in counts if c.outcome == outcome and c.best)
        for outcome in _HARM
    }
