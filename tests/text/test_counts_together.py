"""People told with a name, by whose men they are, and attackers of whom some blew themselves up."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts

CASES = [
    # A name and his own, with or without their names.
    ("Wali Jan and his sons Ijaz and Riaz died on the spot.", "killed 3"),
    ("Wali Jan and his two daughters were hurt.", "injured 3"),
    ("Wali Jan, his wife and their son were shot dead.", "killed 3"),
    ("He, his cousin, a constable and a passer-by were killed.", "killed 4"),
    ("Later, his wife and their son were shot dead.", "killed 2"),
    ("Constables Ijaz and Riaz were martyred.", "killed 2"),
    # Words behind the one whom they tell of.
    ("The SHO concerned and two others were injured.", "injured 3"),
    ("The DSP concerned and a constable were wounded.", "injured 2"),
    ("Residents are concerned and two others were injured.", "injured 2"),
    # His age and home in brackets.
    ("Sepoy Asad (22, a resident of Okara) embraced martyrdom.", "killed 1"),
    ("Captain Asad gave the ultimate sacrifice alongside one of his men.", "killed 2"),
    ("Four khwarij were “sent to hell”.", "killed 4"),
    ("A bomb kills nine people and hurts 21 at a market.", "killed 9; injured 21"),
    ("One was killed and another seriously wounded.", "killed 1; injured 1"),
    # Hurt, not killed.
    ("They beat the reporter and left him with a broken wrist.", "injured 1"),
    ("Doctors pronounced him dead.", "killed 1"),
    ("Two sons ran up and were shot; one is in intensive care.", "injured 2; injured 1"),
    ("Two trucks caught fire and three men were hurt.", "injured 3"),
    ("Two of the guards who had been critically injured died.", "killed 2"),
    # Those who blew themselves up, and the others.
    ("One of them blew himself up while the other two were shot dead.", "killed 3"),
    ("Two attackers were shot dead and the third blew himself up.", "killed 3"),
    ("One bomber detonated his vest and his two accomplices were gunned down.", "killed 3"),
    ("Two attackers blew themselves up and the third was gunned down.", "killed 3"),
    ("A bomber blew himself up, and two guards were shot dead.", "killed 2"),
    ("Six raiders came. All the raiders were killed and two guards died.", "killed 6; killed 2"),
    ("Six raiders came. All the guards were killed.", ""),
    # Who does not speak, and sums of a week.
    ("گولی ان کے بازو میں لگی۔", "injured 1"),
    ("گولیاں ایک راہگیر کی ٹانگ میں لگیں۔", "injured 1"),
    ("گولی دیوار میں لگی۔", ""),
    ("لانس نائیک اکرم (عمر 31 سال، رہائشی ضلع اوکاڑہ) بہادری سے لڑتے ہوئے شہید ہوگئے۔", "killed 1"),
]


@pytest.mark.parametrize(("text", "counts"), CASES)
def test_counts(text, counts):
    found = [f"{c.outcome} {c.best}" for c in find_counts(text) if not c.part]
    assert "; ".join(found) == counts


SIDES = [
    ("Major Asad and two of his men were martyred.", "security_forces"),
    ("One official of the Levies was martyred.", "security_forces"),
    ("An official of the water board was killed.", "civilians"),
    ("One attacker blew himself up and the other two were shot dead.", "militants"),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_sides(text, side):
    assert find_counts(text)[0].side == side


RULES = [
    ("Troops chased the raiders and killed five of them.", "of_foes", True),
    ("One of them, in a suicide vest, was shot dead.", "of_foes", True),
    ("Policemen were attacked by raiders and four of them were killed.", "of_foes", False),
    ("Farmers came back and four of them were killed.", "of_foes", False),
    ("The constable martyred in the attack was buried.", "named", True),
    ("The constable was martyred in the attack.", "named", False),
    ("Troops killed 12 militants during the week.", "period", True),
    ("Troops killed 12 militants during the raid.", "period", False),
]


@pytest.mark.parametrize(("text", "rule", "has"), RULES)
def test_rules(text, rule, has):
    assert (rule in find_counts(text)[0].rules) == has


def test_those_of_whom_something_is_said_do_not_speak():
    (count,) = find_counts("Two militants said to be Afghans were killed on Monday.")
    assert count.speaker == "unstated"
    (count,) = find_counts("The militants said that two men were killed on Monday.")
    assert count.speaker == "claimant"
