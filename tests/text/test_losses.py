"""What the sentences of one event add up to: the dead and the hurt, and the range of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geomap.text.counts import find_counts
from geomap.text.losses import losses_of

CASES = [
    # The first figure leads; parts of it, and the same people told again, are not added.
    ("Eight people were killed in the blast. Three of the dead were children.", 8, None),
    ("A bomb killed six soldiers. Two soldiers died on the spot, an officer said.", 6, None),
    ("Two traders were shot dead. The two were brothers. The deceased was 40.", 2, None),
    ("The grenade wounded 12 people. Five of the injured are critical.", None, 12),
    ("Several people were wounded. One of them is in critical condition.", None, None),
    # Two sides.
    ("Four policemen were martyred. Nine attackers were killed in return fire.", 13, None),
    ("The number of soldiers killed has risen to seven. Five militants were killed.", 12, None),
    ("Two guards died. The number of militants killed rose to 11.", 13, None),
    ("The mine killed three soldiers and two porters. One attacker was killed.", 6, None),
    ("The bomber killed two policemen and himself. Nine people were hurt.", 3, 9),
    ("Security forces suffered no casualties. Eight militants were killed.", 8, 0),
    # Revisions.
    ("Four people died in the blast. The toll rose to six on Monday.", 6, None),
    ("The toll has climbed to nine after two of the wounded died.", 9, None),
    ("Five were killed. The sixth victim died in hospital on Friday.", 6, None),
    ("Three were killed. Another of the wounded died on Sunday.", 4, None),
    ("Three people were killed. Two more bodies were found on Sunday.", 5, None),
    ("Two men died on the spot while three succumbed at the hospital.", 5, None),
    ("A guard was hit in the leg by a bullet. He died in hospital.", 1, None),
    # A figure that somebody gives is no revision.
    ("Ten miners were killed. The union put the number of the dead at 12.", 10, None),
    ("Ten miners were killed. The union now puts the number of the dead at 12.", 12, None),
    # Whose word counts.
    ("Officials said two soldiers were killed. The group claimed to have killed 30.", 2, None),
    ("The group claimed to have killed 30 soldiers.", 30, None),
    ("Police said nine people were hurt. A doctor said 12 had been admitted.", None, 12),
    ("A doctor said 12 were wounded. Police put the number of the wounded at nine.", None, 12),
    ("Police said 40 people were hurt. A doctor said three were treated there.", None, 40),
    ("Twelve people were wounded. Four people were rushed to the hospital.", None, 12),
    ("Gunmen fired at a van. Four people were rushed to the hospital.", None, 4),
    # Nobody hurt.
    ("No casualties were reported.", 0, 0),
    ("There was no loss of life. Two guards were wounded.", 0, 2),
    ("The minister escaped unhurt.", 0, 0),
    ("The minister escaped unhurt. Three of his guards were injured.", None, 3),
    ("All the passengers remained safe. The driver was killed.", 1, 0),
    ("The convoy was fired upon.", None, None),
    # Hints.
    ("A tailor was sprayed with bullets in his shop. The deceased was from Sahiwal.", 1, None),
    ("Gunmen sprayed a grocer with bullets. The deceased was 52.", 1, None),
    ("Gunmen took four shepherds away. Their bodies were found the next day.", 4, None),
    ("He is accused of killing five men. Two policemen were shot dead.", 2, None),
    # Urdu.
    ("حملے میں چار اہلکار شہید ہوئے۔ جوابی فائرنگ میں سات حملہ آور مارے گئے۔", 11, None),
    ("دھماکے میں تین افراد ہلاک ہوئے۔ چوتھا زخمی بھی چل بسا۔", 4, None),
    ("دھماکے میں نو افراد زخمی ہوئے۔ ڈاکٹروں کے مطابق دو زخمیوں کی حالت نازک ہے۔", None, 9),
    ("ڈرائیور محفوظ رہا۔", 0, 0),
    ("دستی بم پھٹ نہ سکا۔ کسی کو نقصان نہیں پہنچا۔", 0, 0),
]


@pytest.mark.parametrize(("text", "dead", "hurt"), CASES)
def test_an_event_adds_up(text, dead, hurt):
    counts = find_counts(text)
    assert losses_of(counts, "killed").best == dead
    assert losses_of(counts, "injured").best == hurt


def test_the_range_holds_what_others_say():
    counts = find_counts(
        "Officials said two soldiers were killed. Residents said five people died. "
        "The group claimed to have killed 30."
    )
    losses = losses_of(counts, "killed")
    assert (losses.low, losses.best, losses.high) == (2, 2, 30)


def test_a_side_is_known_where_the_text_says_it():
    losses = losses_of(
        find_counts("Four policemen were martyred. Nine attackers were killed."), "killed"
    )
    assert losses.by_side == {"security_forces": 4, "militants": 9}


def test_a_vague_figure_has_a_low_bound_alone():
    losses = losses_of(find_counts("Several people were wounded."), "injured")
    assert (losses.low, losses.best, losses.high) == (3, None, None)


def test_of_a_toll_of_which_only_a_vague_hint_is_known_the_bound_is_kept():
    (count,) = find_counts("Two men were killed.")
    told = losses_of([replace(count, rules=("weak",), low=2, best=None)], "killed")
    assert (told.low, told.best) == (2, None)


@pytest.mark.parametrize(
    ("end", "dead"),
    [("later killed two", [2]), ("killed later one", [1]), ("later, two dead", [2])],
)
def test_a_text_may_end_with_those_counted(end, dead):
    counts = find_counts(f"Four were injured. {end}")
    assert [count.best for count in counts if count.outcome == "injured"] == [4]
    assert [count.best for count in counts if count.outcome == "killed"] == dead
