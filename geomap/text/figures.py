"""The figures of an event: which counts of its sentences are its own, and whose word they are.

A figure may be an earlier one that another replaces, the toll of an older attack that a protest is
about, or the claim of a group that speaks over several sentences (`geomap.text.claimants`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geomap.text.at_hospital import raised_by_hospital
from geomap.text.bombers import with_bomber
from geomap.text.both_sides import of_both_sides
from geomap.text.claimants import tells_own_loss
from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.earlier_figures import is_earlier, of_the_day, told_anew
from geomap.text.figure_words import in_care, of_foes_before, with_shared_sides
from geomap.text.last_to_die import numbered_among_dead
from geomap.text.live_logs import in_log, log_scenes
from geomap.text.outcomes import near_shells
from geomap.text.patterns import Pattern
from geomap.text.reckoned import reckoned
from geomap.text.rival_tolls import without_rival
from geomap.text.scenes import Reading, Scene
from geomap.text.several_wards import of_several_wards
from geomap.text.toll_series import in_series
from geomap.text.turned_on import of_those_who_came, with_foe_found
from geomap.text.wards import died_since

__all__ = ["figures_of"]


def figures_of(
    reading: Reading,
    draft: Draft,
    kind: str,
    claims: AbstractSet[int],
    sums: Sequence[Count] = (),
) -> list[Count]:
    """Return the counts that are an event's own.

    Parameters
    ----------
    reading
        The article.
    draft
        The event.
    kind
        Kind of its account: a statistic and an operation keep their aggregates.
    claims
        The sentences in which a group speaks, as `geomap.text.claimants.claiming` gives them.
    sums
        The figures that are those of several events, as `sums_of` gives them.

    Returns
    -------
    list of Count
        In text order. Those that a later figure replaces have the rule ``earlier``.
    """
    text = reading.article.text
    counts: list[Count] = []
    unrest, forced = _is_unrest(text, draft), draft.is_riot
    above = log_scenes(reading, draft) if kind == "incident" else []
    for scene in (*above, *draft.scenes):
        claimed = scene.sentence.number in claims
        if unrest and not forced:
            forced = _FORCE.inside(text, scene.sentence) is not None
        if not scene.counts or _is_of_accident(reading, scene) or _is_of_old(reading, draft, scene):
            continue
        own = scene.counts if not unrest else _of_unrest(text, draft, scene, forced=forced)
        own = [count for count in of_foes_before(text, scene, own) if not _is_in(count, sums)]
        own = _beside_soldiers(text, draft, scene, with_shared_sides(text, own))
        own = of_those_who_came(text, scene, own)
        counts += _seen(text, scene, own, claimed=claimed)
    listed = any(scene.listed for scene in draft.scenes)
    counts = _own_sums([_whole(count, kind, listed=listed) for count in counts], kind)
    counts = numbered_among_dead(with_foe_found(text, without_rival(text, draft, counts)))
    around = [*above, *_around(reading, draft)]
    counts = in_series(text, around, counts)
    counts = of_both_sides(text, around, counts, draft.places)
    counts = of_several_wards(text, around, in_log(text, around, counts))
    counts = raised_by_hospital(text, around, reckoned(text, around, counts))
    return with_bomber(text, around, counts) if kind == "incident" else counts


_BEHIND = 2


def _around(reading: Reading, draft: Draft) -> list[Scene]:
    """Return an event's sentences and those among or right behind them that tell nothing anew."""
    own = {scene.sentence.number: scene for scene in draft.scenes}
    answer: list[Scene] = []
    for number, scene in sorted(own.items()):
        answer.append(scene)
        for other in reading.scenes[number + 1 : number + 1 + _BEHIND]:
            if other.sentence.number in own or other.triggers or other.counts:
                break
            answer.append(other)
    return answer


def _beside_soldiers(text: str, draft: Draft, scene: Scene, counts: list[Count]) -> list[Count]:
    """Add the civilians whom a shell of an exchange hit to the soldiers whom its lead counts."""
    if all(one.side != "civilians" for one in counts) or not near_shells(text, scene):
        return counts
    lead = [one for one in draft.scenes[0].counts if one.best and not one.part]
    forces = any(one.side == "security_forces" for one in lead)
    if scene is draft.scenes[0] or not forces or any(not _is_soldier(one) for one in lead):
        return counts
    return [replace(one, increment=one.side == "civilians") for one in counts]


def _is_soldier(count: Count) -> bool:
    return count.side == "security_forces" or count.who.lower() in {"others", ""}


def _is_in(count: Count, sums: Sequence[Count]) -> bool:
    """Whether a figure is one of these, or a part of one."""
    return any(
        count is one or (count.part and one.start <= count.start and count.end <= one.end)
        for one in sums
    )


_MOURN = re.compile(r"mourn", re.IGNORECASE)
_ON_MOURNERS = re.compile(
    r"\b(?:fire[ds]?|firing|shots?|shooting|attack\w*|targett?ed|targeting|bomb\w*|blast|explosion|hit|struck|ripped|among|amid)"
    r"\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)


def _are_attacked(text: str, start: int) -> bool:
    """Whether mourners are whom an attack hit."""
    before = text[max(0, start - 60) : start]
    return _MOURN.match(text, start) is not None and _ON_MOURNERS.search(before) is not None


_CAME_AFTER = Pattern(
    r"\b(?:the|this|a)\s+(?:[\w-]+\s+){0,2}?(?:protests?|sit-in|strike|rally|march|shutdown|demonstrations?|blockade)\s+"
    r"(?:followed|comes?\s+after|came\s+after|was\s+(?:held|called|staged|observed)\s+after|stems?\s+from|stemmed\s+from|"
    r"was\s+(?:prompted|triggered|sparked)\s+by)\b",
    re.IGNORECASE,
)
"""A protest told before, which leads over to the attack that it is about."""


def _is_unrest(text: str, draft: Draft) -> bool:
    """Whether an event is a protest or a riot, or has protesters in it."""
    first = draft.scenes[0]
    if draft.group == "violent" and _CAME_AFTER.inside(text, first.sentence) is not None:
        return False
    if draft.group == "unrest" or any(
        actor.kind == "protest"
        and not (draft.group == "violent" and _are_attacked(text, actor.start))
        and not any(count.start <= actor.start < count.end for count in first.counts)
        for actor in first.actors
    ):
        return True
    fresh = [trigger for trigger in first.triggers if not trigger.definite] or first.triggers
    return any(trigger.family in {"protest", "riot"} for trigger in fresh[:1])


def _of_unrest(text: str, draft: Draft, scene: Scene, *, forced: bool) -> list[Count]:
    """Return the counts of a sentence without those of what is protested.

    `forced`: whether force was used by the time that the sentence tells of.
    """
    mine = [c for c in scene.counts if not c.best or (forced and _is_of_unrest(text, scene, c))]
    return mine if _is_own_scene(draft, scene) else []


_DAYS = Pattern(
    r"(?<!\btime )\b(?:in|over|within|during)\s+(?:the\s+)?(?:last\s+|past\s+)?"
    r"(?:\d+|two|three|four|five|six|seven|ten)\s+(?:days|weeks|months|years)\b",
    re.IGNORECASE,
)


def _own_sums(counts: list[Count], kind: str) -> list[Count]:
    """Leave out of one incident what its lead counts over several, where it has its own figure."""
    if kind != "incident":
        return counts
    own = any(count.best and not _is_sum(count) for count in counts)
    return [count for count in counts if not own or not _is_sum(count)]


def _is_sum(count: Count) -> bool:
    """Whether a figure is of several events, or of days."""
    return "days" in count.rules or ("incidents" in count.rules and count.aggregate)


def _seen(text: str, scene: Scene, counts: Sequence[Count], *, claimed: bool) -> Iterator[Count]:
    """Mark the earlier figures of a sentence, and claims."""
    first = any(count.outcome == "injured" for count in counts)
    first = first and of_the_day(text, scene.sentence)
    anew = told_anew(text, scene.sentence)
    cared = in_care(text, scene.sentence)
    days = any(count.total and count.update for count in counts)
    days = days and _DAYS.inside(text, scene.sentence) is not None
    people = next((c for c in counts if _are_people(c)), None)
    own = claimed and tells_own_loss(text, scene)
    for count in counts:
        rules = count.rules
        if people is not None and _are_foes(count, people):
            rules = (*rules, "foes_apart")
        if anew or is_earlier(text, scene, count):
            rules = (*rules, "earlier")
        if first and count.outcome == "injured":
            rules = (*rules, "at_first")
        if cared and count.outcome == "injured":
            rules = (*rules, "in_care")
        if died_since(text, scene.sentence, count):
            rules = (*rules, "gravely")
        if days and count.total and count.update:
            rules = (*rules, "days")
        unnamed = count.speaker == "unstated" or "spokesman" in rules
        speaker = "claimant" if claimed and unnamed else count.speaker
        side = count.side
        if claimed and count.outcome == "killed" and own:
            side, rules = "militants", (*(r for r in rules if r != "lost_men"), "foes_apart")
        update = count.update or _NOT_AS_MANY.match(text, count.number_end) is not None
        changed = rules is not count.rules or (speaker, update) != (count.speaker, count.update)
        if not changed:
            yield count
            continue
        yield replace(count, rules=rules, speaker=speaker, update=update, side=side)


_PEOPLE = frozenset({"people", "persons", "individuals", "افراد", "لوگ"})


def _are_people(count: Count) -> bool:
    """Whether a figure is of the dead without their side: "killing five people"."""
    dead = count.outcome == "killed" and bool(count.best) and not (count.part or count.aggregate)
    return dead and not (count.total or count.update) and count.who.lower() in _PEOPLE


def _are_foes(count: Count, people: Count) -> bool:
    """Whether a figure of a sentence is of attackers who died besides "five people"."""
    after = count.outcome == "killed" and count.start >= people.end and bool(count.best)
    return after and count.side == "militants" and not (count.part or count.update)


_NOT_AS_MANY = re.compile(
    r"(?:\s+\w+){0,2},\s+(?:and\s+)?not\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\b"
    r"|(?:\s+\S+)?\s*[،,]\s*(?:\d+|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس)\s+نہیں",
    re.IGNORECASE,
)
"""After a figure that corrects an earlier one: "five men, not six, were killed"."""


def _whole(count: Count, kind: str, *, listed: bool) -> Count:
    """Let a statistic, an operation and a wave of attacks keep the sums that are theirs.

    So does an item of a chronicle: "At least 40 were killed in twin bombings".
    """
    if not count.aggregate:
        return count
    own = kind in {"statistic", "operation"} or (listed and "incidents" in count.rules)
    own = own or (kind == "multi_site" and "incidents" in count.rules)
    return replace(count, aggregate=False) if own else count


def _is_of_accident(reading: Reading, scene: Scene) -> bool:
    """Whether a sentence goes on with an accident: "A coach overturned. Three people died."."""
    number = scene.sentence.number
    violent = {trigger.family for trigger in scene.triggers} - {"killing"}
    if not number or (violent and scene.mood == "reported"):
        return False
    before = reading.scenes[number - 1]
    near = scene.sentence.paragraph == before.sentence.paragraph
    told = near and before.says("accident") and not before.triggers
    return told and _NO_ACCIDENT.inside(reading.article.text, before.sentence) is None


_FAR_DAYS = 10


def _is_of_old(reading: Reading, draft: Draft, scene: Scene) -> bool:
    """Whether "nobody was hurt" tells of what the sentence before remembers ("last month ...")."""
    number = scene.sentence.number
    if not number or scene.triggers or scene.dates or any(count.best for count in scene.counts):
        return False
    before = reading.scenes[number - 1]
    firsts = [first for first, _ in draft.stretches if first is not None]
    spans = [span for span in before.dates if span.last is not None]
    if not firsts or not spans or before.sentence.paragraph != scene.sentence.paragraph:
        return False
    return all(
        span.precision in {"month", "year"}
        or (span.last is not None and (min(firsts) - span.last).days > _FAR_DAYS)
        for span in spans
    )


_NO_ACCIDENT = Pattern(
    r"\b(?:rul\w+\s+out|not?\s+(?:an?\s+)?accident|never|denied)\b", re.IGNORECASE
)


# --- the toll of a protest ---

_FORCE = Pattern(
    r"\b(?:opened\s+fire|fired|firing|live\s+rounds|clash\w*|baton\w*|tear\W?gas\w*|water\s+cannons?|shelling|pelted|"
    r"stones?|stampede|scuffle\w*|crackdown|trampled|ran\s+over|violen\w+|riot\w*|ransack\w*|torched|"
    r"grenades?|hand-grenade|suicide\s+(?:bomb\w*|attack\w*)|injured\s+during|bullets?)\b|فائرنگ|شیلنگ|آنسو\s+گیس|واٹر\s+کینن|لاٹھی|پتھراؤ|جھڑپ|تصادم",
    re.IGNORECASE,
)
_MOTIVE = Pattern(
    r"\bcondemn\w*\b[^.;]{0,80}?\bin\s+which\b|"
    r"\b(?:over|against|after|following|for|at|about|(?:to\s+)?(?:condemn|mourn|protest|remember)(?:ing)?)"
    r"\s+(?:the\s+|a\s+|an\s+|last\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:funerals?|killings?|deaths?|murders?|abductions?|martyrdom|attacks?|bombings?|blasts?|explosion|"
    r"shootings?|assassination|victims|martyrs|massacre)\b"
    r"|\b(?:relatives|families|family|heirs|bodies|coffins|funerals?|graves|colleagues)\s+of\b"
    r"|کے\s+(?:قتل|ہلاکت|شہادت|اغوا)\s+کے\s+خلاف|کی\s+(?:ہلاکت|شہادت|ہلاکتوں)\s+کے\s+خلاف|"
    r"(?:حملے|دھماکے)\s+کے\s+خلاف",
    re.IGNORECASE,
)


_NEAR_VERB = 30
_MOTIVE_REACH = 1500
"""Characters, those of the longest sentence that anybody writes, in which a motive is told."""


def _is_own_scene(draft: Draft, scene: Scene) -> bool:
    """Whether a sentence of a protest tells of the protest, not of the attack that it is about."""
    families = {trigger.family for trigger in scene.triggers}
    struck = scene is not draft.scenes[0] and families & {"explosion", "armed", "abduction"}
    return not struck or bool(families & {"riot", "protest"})


def _is_of_unrest(text: str, scene: Scene, count: Count) -> bool:
    """Whether a figure is a protest's own toll, not of those whom it is about."""
    sentence = scene.sentence
    if any(t.family == "riot" and 0 <= count.start - t.start <= _NEAR_VERB for t in scene.triggers):
        return True  # "after the blasts, a crowd lynched two men"
    end = min(sentence.end, max(count.end, count.number_end))
    start = max(sentence.start, end - _MOTIVE_REACH)
    return _MOTIVE.search(text, start, end, marks=sentence.marks) is None
