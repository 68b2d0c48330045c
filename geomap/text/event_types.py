"""The ACLED event type of one event, from the words that report it and what was hit.

Event types are those of the ACLED Codebook: gunfire at soldiers or police is a battle, at civilians
it is violence against civilians.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geomap.text.events import Trigger

__all__ = ["EventType", "classify"]


@dataclass(frozen=True, slots=True)
class EventType:
    """ACLED's event type and sub-event type, and the rule that chose them."""

    event_type: str
    sub_event_type: str | None
    rule: str


_LEADING: tuple[tuple[set[str], set[str], str], ...] = (
    ({"accord"}, set(), "accord"),
    ({"disrupted"}, {"clash"}, "disrupted"),
    ({"riot", "protest"}, {"operation"}, "riot"),
    ({"riot", "clash"}, {"operation"}, "riot"),
    ({"riot", "armed"}, {"operation", "explosion"}, "riot"),
    ({"riot", "killing"}, {"operation", "explosion", "armed", "abduction", "body"}, "riot"),
    ({"protest", "property"}, {"operation", "explosion", "armed"}, "riot"),
    ({"protest", "clash"}, {"operation", "explosion"}, "riot"),
    ({"explosion"}, {"operation"}, "explosion"),
    ({"clash"}, set(), "clash"),
    ({"disrupted"}, set(), "disrupted"),
    ({"operation"}, set(), "operation"),
    ({"abduction"}, set(), "abduction"),
    ({"body"}, set(), "body"),
    ({"armed"}, set(), "armed"),
    ({"killing"}, set(), "killing"),
    ({"riot"}, set(), "riot"),
    ({"protest"}, set(), "protest"),
    ({"capture"}, set(), "capture"),
    ({"property"}, set(), "property"),
    ({"arrest"}, set(), "arrest"),
    ({"change"}, set(), "change"),
)
"""The family that names the event: the first whose first set is there and whose second is not."""


def classify(
    triggers: Iterable[Trigger],
    cues: Iterable[str],
    *,
    victim_sides: Iterable[str] = (),
    security_is_actor: bool = False,
) -> EventType | None:
    """Choose the ACLED event type of one event from its triggers and what was hit.

    Parameters
    ----------
    triggers
        The triggers that report the event.
    cues
        Words of the cues around them (``target_security``, ``off_duty`` ...).
    victim_sides
        Sides of the dead and wounded.
    security_is_actor
        Whether forces acted, as in a raid.

    Returns
    -------
    EventType or None
        None when no trigger reports an event.
    """
    by_family: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        by_family.setdefault(trigger.family, []).append(trigger)
    families = by_family.keys()
    leading = next(
        (name for needs, without, name in _LEADING if needs <= families and not without & families),
        None,
    )
    if leading is None:
        return None
    cues, sides = set(cues), set(victim_sides)
    if leading == "disrupted" and _died_at_it(by_family, sides):
        return EventType(
            "Explosions/Remote violence", "Remote explosive/landmine/IED", "type:died defusing"
        )
    leading = _corrected(leading, by_family, sides)
    if leading == "operation" and sides == {"civilians"} and not security_is_actor:
        leading = "armed"  # a house raided by men whom nobody knows
    if leading in {"armed", "killing"}:
        return _by_target(by_family, cues, sides, security_is_actor=security_is_actor)
    if leading not in by_family:
        return EventType("Riots", "Violent demonstration", "type:clash in a protest")
    return _first(by_family, leading)


def _corrected(leading: str, by_family: dict[str, list[Trigger]], sides: set[str]) -> str:
    """Return the family that names an event, as its victims and its other words correct it."""
    if leading == "disrupted" and "militants" in sides:
        return "armed"
    if leading == "disrupted" and sides and _is_told_by_verb(by_family, "explosion"):
        return "explosion"  # one bomb went off, the second was defused
    if leading == "disrupted" and sides and "operation" in by_family:
        return "operation"  # a raid that cost lives, and what was found in it
    if leading == "disrupted" and sides and _is_told_by_verb(by_family, "killing"):
        return "armed"  # what police picked up where people were killed
    if leading == "operation":
        return _of_operation(by_family, sides)
    if leading == "body":
        return _of_bodies(by_family, sides)
    if leading == "abduction" and _is_of_a_fight(by_family, sides):
        return "armed"  # a post attacked, and men of it led away
    if leading != "explosion":
        return leading
    if _are_weapons(by_family) and sides != {"civilians"}:
        return "armed"
    return "change" if _are_given_up(by_family, sides) else leading


def _of_operation(by_family: dict[str, list[Trigger]], sides: set[str]) -> str:
    """Return the family that names an operation: people taken away, arrests, or itself."""
    if _is_of_taking(by_family, sides):
        return "abduction"
    return "arrest" if _is_of_arrests(by_family, sides) else "operation"


def _is_of_taking(by_family: dict[str, list[Trigger]], sides: set[str]) -> bool:
    """Whether a raid only took people away: "in a raid a shopkeeper was picked up"."""
    taken = any(not one.is_noun for one in by_family.get("abduction", ()))
    quiet = by_family.keys() <= {"operation", "abduction"}
    return taken and quiet and not sides & {"militants", "suspects", "security_forces"}


def _of_bodies(by_family: dict[str, list[Trigger]], sides: set[str]) -> str:
    """Return the family that names an event of which bodies were found."""
    if "armed" in by_family and "security_forces" in sides:
        return "armed"  # found where they had been attacked
    if "killing" in by_family and "militants" in sides:
        return "killing"  # those whom forces killed, and the bodies that they found later
    return "body"


def _is_of_a_fight(by_family: dict[str, list[Trigger]], sides: set[str]) -> bool:
    """Whether forces fought: with losses on both sides, or men of theirs killed."""
    if {"security_forces", "militants"} <= sides:
        return True
    return "killing" in by_family and sides == {"security_forces"}


def _is_of_arrests(by_family: dict[str, list[Trigger]], sides: set[str]) -> bool:
    """Whether a raid ended in arrests and no more: nobody was shot, nobody shot."""
    return not sides and by_family.keys() <= {"operation", "arrest"} and "arrest" in by_family


def _is_told_by_verb(by_family: dict[str, list[Trigger]], family: str) -> bool:
    return any(not trigger.is_noun for trigger in by_family.get(family, ()))


def _died_at_it(by_family: dict[str, list[Trigger]], victim_sides: Iterable[str]) -> bool:
    """Whether a bomb killed those who tried to make it safe: no verb says that they did."""
    told = _is_told_by_verb(by_family, "disrupted")
    alone = by_family.keys() <= {"disrupted", "killing", "explosion"}
    return alone and not told and bool({"security_forces", "civilians"} & set(victim_sides))


def _are_given_up(by_family: dict[str, list[Trigger]], victim_sides: Iterable[str]) -> bool:
    """Whether mines and launchers are only what those who surrender hand over."""
    told = _is_told_by_verb(by_family, "explosion")
    return _is_told_by_verb(by_family, "change") and not (told or set(victim_sides))


def _are_weapons(by_family: dict[str, list[Trigger]]) -> bool:
    """Whether rockets and grenades are only the weapons of an armed attack told by a verb.

    So are those that are fired in the same breath as guns, whose verb is not that of the rockets.
    """
    weapons = {"Shelling/artillery/missile attack", "Grenade"}
    light = all(t.sub_event_type in weapons for t in by_family["explosion"])
    armed = [t for t in by_family.get("armed", ()) if not (t.is_impact or t.definite)]
    if not all(t.is_noun for t in by_family["explosion"]):
        shots = [(t.start - 1, t.end + 1) for t in by_family["explosion"]]
        armed = [t for t in armed if all(t.end < first or last < t.start for first, last in shots)]
        return light and bool(armed)
    return light and any(not t.is_noun for t in armed)


def _first(by_family: dict[str, list[Trigger]], family: str) -> EventType:
    """Take the most telling sub-event type of a family, the file's order deciding."""
    triggers = by_family[family]
    order = _SUB_ORDER
    best = min(triggers, key=lambda trigger: order.get(trigger.sub_event_type or "", 9))
    return EventType(best.event_type, best.sub_event_type, f"type:{family}")


_SUB_ORDER = {
    name: rank
    for rank, name in enumerate(
        (
            "Excessive force against protesters",
            "Protest with intervention",
            "Mob violence",
            "Suicide bomb",
            "Air/drone strike",
            "Grenade",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
        ),
    )
}


def _is_strategic(trigger: Trigger) -> bool:
    """Whether armed people only held a road, as words beside it say."""
    return trigger.event_type == "Strategic developments"


def _by_target(
    by_family: dict[str, list[Trigger]],
    said: set[str],
    sides: set[str],
    *,
    security_is_actor: bool,
) -> EventType:
    held = by_family.get("armed", [])
    if (
        held
        and not (sides or by_family.keys() & {"killing", "property"})
        and all(_is_strategic(t) for t in held)
    ):
        return EventType(held[0].event_type, held[0].sub_event_type, "type:a road held")
    attack = EventType("Violence against civilians", "Attack", "type:target civilians")
    battle = EventType("Battles", "Armed clash", "type:target security forces")
    if "off_duty" in said and not ("militants" in sides and "target_security" in said):
        return attack
    killing = "killing" in by_family
    if security_is_actor and sides == {"civilians"} and "clash" not in by_family:
        return attack
    if "militants" in sides or security_is_actor:
        return EventType("Battles", "Armed clash", "type:forces against militants")
    if "security_forces" in sides:
        return battle
    if "civilians" in sides and "target_security" not in said:
        return attack
    died = killing and any(not one.is_noun for one in by_family["killing"])
    burnt = "target_property" in said and not died
    if "property" in by_family and (burnt or not (sides or killing)):
        return _first(by_family, "property")
    if "target_security" in said:
        return battle
    if "target_civilian" in said or killing:
        return attack
    return EventType("Battles", "Armed clash", "type:armed attack, target not named")
