"""Types of event in other tables as ACLED's types, which geomap uses.

What a table's own word does not tell stays unknown; no type is made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.records import EVENT_TYPES

__all__ = ["EventType", "gtd_type", "named_type", "ucdp_type"]

_BATTLES, _BLASTS, _CIVILIANS, _PROTESTS, _RIOTS, _OTHER = EVENT_TYPES


@dataclass(frozen=True, slots=True)
class EventType:
    """One of `EVENT_TYPES`, with ACLED's sub-type where it is known; None where nothing is."""

    name: str | None = None
    sub: str | None = None


_NAMES = {name.lower(): name for name in EVENT_TYPES}
_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), EventType(name, sub))
    for pattern, name, sub in (
        (r"suicide|خودکش", _BLASTS, "Suicide bomb"),
        (r"drone|air ?strike|air raid|ڈرون", _BLASTS, "Air/drone strike"),
        (r"grenade|دستی بم", _BLASTS, "Grenade"),
        (r"shell|mortar|rocket|missile|artillery|راکٹ", _BLASTS,
         "Shelling/artillery/missile attack"),
        (r"\bied\b|mine\b|remote|bomb|blast|explosi|vbied|دھماک", _BLASTS,
         "Remote explosive/landmine/IED"),
        (r"kidnap|abduct|hostage|disappear|hijack|اغوا", _CIVILIANS,
         "Abduction/forced disappearance"),
        (r"target(ed)? ?kill|assassinat|murder|violence against civilians|lynch|ٹارگٹ", _CIVILIANS,
         "Attack"),
        (r"clash|battle|ambush|encounter|gun ?fight|fire ?fight|militant attack|جھڑپ",
         _BATTLES, "Armed clash"),
        (r"riot|mob", _RIOTS, None),
        (r"protest|demonstrat|sit-?in|rally|احتجاج", _PROTESTS, None),
        (r"strategic|arrest|looting|arson|sabotage|recover", _OTHER, None),
    )
)  # fmt: skip


def named_type(text: str | None, *, sub: str | None = None) -> EventType:
    """Return the type that a word stands for: ACLED's own, now or before 2019, or a plain word.

    Examples
    --------
    >>> named_type("IED blast").name, named_type("Battle-No change of territory").name
    ('Explosions/Remote violence', 'Battles')
    >>> named_type("traffic accident")
    EventType(name=None, sub=None)
    """
    if text is None:
        return EventType(None, sub)
    known = _NAMES.get(text.lower())
    if known is not None:
        return EventType(known, sub)
    if text.lower() == "riots/protests":  # ACLED before 2019
        is_riot = bool(sub and re.search("riot|mob|violen", sub, re.IGNORECASE))
        return EventType(_RIOTS if is_riot else _PROTESTS, sub)
    found = next((kind for pattern, kind in _WORDS if pattern.search(text)), EventType())
    return EventType(found.name, sub or found.sub)


def ucdp_type(code: str | None) -> EventType:
    """Return the type of a UCDP ``type_of_violence``.

    Examples
    --------
    >>> ucdp_type("3")
    EventType(name='Violence against civilians', sub=None)
    """
    names = {"1": _BATTLES, "2": _BATTLES, "3": _CIVILIANS}
    return EventType(names.get(code or ""))


def gtd_type(attack: str | None, *, target: str | None, suicide: bool) -> EventType:
    """Return the type of a GTD attack; armed assault on forces of the state is a battle.

    Parameters
    ----------
    attack
        ``attacktype1_txt``.
    target
        ``targtype1_txt``, None where the table has none.
    suicide
        Whether GTD calls it a suicide attack.

    Examples
    --------
    >>> gtd_type("Armed Assault", target="Police", suicide=False).name
    'Battles'
    """
    attack = (attack or "").lower()
    forces = any(word in (target or "").lower() for word in ("police", "military", "terrorists"))
    fight = EventType(_BATTLES, "Armed clash") if forces else EventType(_CIVILIANS, "Attack")
    if "bombing" in attack:
        sub = "Suicide bomb" if suicide else "Remote explosive/landmine/IED"
        return EventType(_BLASTS, sub)
    if "hostage" in attack or "hijacking" in attack:
        return EventType(_CIVILIANS, "Abduction/forced disappearance")
    if "facility" in attack:
        return EventType(_OTHER, "Looting/property destruction")
    if "assault" in attack or "assassination" in attack:
        return fight
    return EventType()
