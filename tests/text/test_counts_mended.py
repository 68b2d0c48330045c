"""Counts that phrases apart from the people change, and people counted as a whole."""

from __future__ import annotations

import pytest

from geomap.text._count_people import ORDINALS
from geomap.text.counts import find_counts

CASES = [
    ("Four fell on each side.", []),
    ("Four were killed on each side.", [("killed", 8, "unknown")]),
    ("Nine men were wounded on both sides.", [("injured", 9, "unknown")]),
    ("Five of the band lay dead by noon.", [("killed", 5, "militants")]),
    ("Two of the garrison were killed.", [("killed", 2, "security_forces")]),
    ("Six of one household perished.", [("killed", 6, "civilians")]),
    (
        "The army lost three men and killed ten militants.",
        [("killed", 3, "security_forces"), ("killed", 10, "militants")],
    ),
    (
        "The forces put their own losses at two dead and nine hurt.",
        [("killed", 2, "security_forces"), ("injured", 9, "security_forces")],
    ),
    ("Nobody has explained how they were killed.", []),
    ("A watchman was axed to death.", [("killed", 1, "civilians")]),
    ("The murder of four road builders went unnoticed.", [("killed", 4, "civilians")]),
    ("Two aunts and a cousin were cut by splinters.", [("injured", 3, "civilians")]),
    ("One KIA, four WIA.", [("killed", 1, "unknown"), ("injured", 4, "unknown")]),
    ("Two soldiers KIA in Mir Ali.", [("killed", 2, "security_forces")]),
    ("Two workers were cut down by bullets.", [("killed", 2, "civilians")]),
    ("Three policemen were felled by a sniper.", [("killed", 3, "security_forces")]),
    (
        "One was killed at the gate, and seven in hospital are out of danger.",
        [("killed", 1, "unknown"), ("injured", 7, "unknown")],
    ),
    ("فریقین کے دو دو افراد مارے گئے۔", [("killed", 4, "unknown")]),
    (
        "دونوں طرف سے ایک ایک شخص ہلاک اور تین زخمی ہوئے۔",
        [("killed", 2, "unknown"), ("injured", 3, "unknown")],
    ),
    ("حملے میں اسے بندوق کے بٹ مارے گئے۔", []),
    ("ایک شخص کو ڈنڈے مار کر قتل کر دیا گیا۔", [("killed", 1, "unknown")]),
    ("دو افراد کو پتھر مار مار کر ہلاک کیا گیا۔", [("killed", 2, "unknown")]),
    ("دو افراد کو ڈنڈے مار کر زخمی کر دیا۔", [("injured", 2, "unknown")]),
    ("حاجی اکبر خان اور ان کے تین محافظ جاں بحق ہو گئے۔", [("killed", 4, "security_forces")]),
    ("دو کلرکوں کو زخمی کر دیا گیا۔", [("injured", 2, "civilians")]),
]


@pytest.mark.parametrize(("text", "counts"), CASES)
def test_counts(text, counts):
    assert [(c.outcome, c.best, c.side) for c in find_counts(text) if not c.part] == counts


def test_one_who_died_of_wounds_is_no_longer_hurt():
    (count,) = find_counts("دھماکے کا ایک اور زخمی اتوار کی رات چل بسا۔")
    assert (count.outcome, count.best, "weak" in count.rules) == ("killed", 1, True)


def test_a_death_spoken_of_is_a_hint():
    (count,) = find_counts("تاجروں نے پولیس اہلکار کی شہادت پر افسوس کیا۔")
    assert "weak" in count.rules


@pytest.mark.parametrize(
    "ordinal", ["2nd", "11th", "12th", "21st", "22nd", "23rd", "31st", "111th"]
)
def test_ordinals_follow_one_rule(ordinal):
    assert (ordinal in ORDINALS) == (ordinal != "111th")
    assert not {"2th", "11st", "12nd", "13rd", "21th"} & set(ORDINALS)
