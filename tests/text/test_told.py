"""Short reports in many styles, with what a careful reader writes down of each event.

The cases stand in ``told/*.txt``: a heading, the report, and a line ``=> key=value; ...`` for every
event in text order, or ``=> none``. A key that a line does not name is not checked; ``-`` is no
value. ``dead`` and ``hurt`` are the best figures, ``low`` and ``high`` the bounds of the dead,
``hurt_low`` and ``hurt_high`` those of the wounded; ``civilians``, ``forces``, ``militants`` and
``unknown`` are the dead by side. ``role NAME=ROLE`` asks for the role of one of the mentions of a
name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from geomap.places.resolve import resolve
from geomap.records import COUNTED_KINDS, Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

FOLDER = Path(__file__).parent / "told"
TYPES = {
    "battle": "Battles",
    "blast": "Explosions/Remote violence",
    "civilians": "Violence against civilians",
    "protest": "Protests",
    "riot": "Riots",
    "strategic": "Strategic developments",
}


@dataclass
class Case:
    name: str
    published: str = "2026-03-10"
    lines: list[str] = field(default_factory=list)
    events: list[dict[str, str]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)


def cases(path):
    """Return the cases of a file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            found.append(Case(line[3:]))
        elif line.startswith("published: "):
            found[-1].published = line.removeprefix("published: ")
        elif line.startswith("role "):
            name, _, role = line[5:].rpartition("=")
            found[-1].roles[name] = role
        elif line.startswith("=> "):
            if line != "=> none":
                pairs = (item.split("=", 1) for item in re.split(r";\s*", line[3:]))
                found[-1].events.append(dict(pairs))
        else:
            found[-1].lines.append(line)
    return found


EVERY = [
    pytest.param(case, id=f"{path.stem}: {case.name}")
    for path in sorted(FOLDER.glob("*.txt"))
    for case in cases(path)
]


def facts(account):
    place = account.place
    return {
        "type": account.event_type,
        "day": account.date_start,
        "end": account.date_end,
        "place": place and place.name,
        "level": place and place.precision.value,
        "district": place and place.admin2,
        "province": place and place.admin1,
        "dead": account.fatalities_best,
        "low": account.fatalities_low,
        "high": account.fatalities_high,
        "civilians": account.fatalities_civilians,
        "forces": account.fatalities_security_forces,
        "militants": account.fatalities_militants,
        "unknown": account.fatalities_unknown,
        "hurt": account.injured_best,
        "hurt_low": account.injured_low,
        "hurt_high": account.injured_high,
        "actor": account.actor,
        "basis": account.actor_basis,
        "kind": account.kind,
    }


@pytest.mark.parametrize("case", EVERY)
def test_what_a_report_tells(case):
    text = "\n".join(case.lines).strip() + "\n"
    article = Article(
        id="a", text=text, published=date.fromisoformat(case.published),
        published_source="metadata",
    )  # fmt: skip
    mentions = list(find_mentions(article))
    accounts = extract_accounts(article, resolve(mentions))
    if not case.events:
        accounts = [one for one in accounts if one.kind in COUNTED_KINDS or one.kind == "operation"]
    assert len(accounts) == len(case.events)
    for account, wanted in zip(accounts, case.events, strict=True):
        told = {key: "-" if value is None else str(value) for key, value in facts(account).items()}
        expected = {key: TYPES.get(value, value) for key, value in wanted.items()}
        assert {key: told[key] for key in wanted} == expected
    for name, role in case.roles.items():
        assert role in {one.role for one in mentions if one.toponym == name}
