"""Figures that hang on the grammar of a sentence: appositions, relative clauses, names, tolls."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from geomap.text.losses import losses_of
from tests.text.counted import cases, codes

ENGLISH = """
Six people, one a welder, received wounds. => injured 6 unknown; injured 1 civilians +part
Prayers were said for three sepoys who were martyred at Gomal. => killed 3 security_forces
Her kin met the heirs of two masons who died in the blast. => killed 2 civilians
The body of a clerk who had been abducted was found. => killed 1 civilians
Prayers were said for two constables who fell when their jeep hit a mine.
  => killed 2 security_forces
Two dacoits fell on the spot. => killed 2 militants
Four raiders fell in return fire. => killed 4 militants
Two shells fell in a field during the operation. => nothing
A sentry who was posted to protect a survey team was martyred. => killed 1 security_forces
A guard hired to watch a mill was killed. => killed 1 civilians
Gunmen shot dead Zubair, son of Allah Dad. => killed 1 unknown
Two men on a motorbike shoot and wound a weaver in Hub. => injured 1 civilians
Five sepoys bear bullet wounds. => injured 5 security_forces
Four were dragged out injured. => injured 4 unknown
Two hawkers were discharged after first aid. => injured 2 civilians
Two raiders lie dead in the ravine. => killed 2 militants
A van plunged into a ravine, killing nine. => killed 9 unknown
A mortar shell fell into a yard and killed two girls. => killed 2 civilians
A child fell into a well and two men died. => killed 2 unknown
Nine were killed and at least ten wounded when the bus was sprayed with bullets.
  => killed 9 unknown; injured 10 unknown
A doctor put the number of injured at 14. => injured 14 unknown +update @hospital
A porter of the stall burnt on March 19 died on Friday. => killed 1 civilians +increment
In March 19 people died. => killed 19 unknown
Two cyclists were among 14 people hurt by the second of two blasts. => injured 14 unknown
Two members of the gang were killed. => killed 2 militants
Two more have died, taking the number of lives lost to seven.
  => killed 2 unknown +increment; killed 7 unknown +update
The fourth, Gul Hasan, lost the battle for his life. => killed 4 unknown +update
A fifth, driver Noor Ali, succumbed in Quetta. => killed 5 unknown +update
A third, Wali Jan, is in a coma. => injured 1 unknown
Two sentries, Naik Arif Gul and Sepoy Jan Ali, were martyred. => killed 2 security_forces
A mine killed an elder, Malik Gul, and two guards. => killed 3 civilians
Gunmen shot dead a clerk, Abdul Karim, and his brother. => killed 2 civilians
A shell took the life of a cook and of two girls. => killed 3 civilians
Five raiders are dead, and so is a sepoy. => killed 5 militants; killed 1 security_forces
Three of them, the man at the wheel included, did not survive. => killed 3 unknown
Police said Subedar Lal Khan was killed. => killed 1 security_forces @official
Constable shot and killed in Lakki. => killed 1 security_forces
Clansmen shot at each other and four men fell, with six hurt.
  => killed 4 unknown; injured 6 unknown
The crowd beat up two clerks. => injured 2 civilians
A weaver wounded in Friday's killings died on Sunday. => killed 1 civilians +increment
"""

URDU = """
مرنے والوں کی تعداد سات ہے، آٹھ نہیں۔ => killed 7 unknown
چرواہا گل محمد جاں بحق اور اس کے دو بیٹے زخمی ہوگئے۔
  => killed 1 civilians; injured 2 civilians
حوالدار نثار احمد اور سپاہی گل زمان نے جام شہادت نوش کیا۔ => killed 2 security_forces
صوبیدار شیر خان نے جام شہادت نوش کیا۔ => killed 1 security_forces
خودکش بمبار خود بھی ہلاک ہوا۔ => killed 1 militants
شہید ہونے والے سب انسپکٹر کی نماز جنازہ ادا کی گئی۔ => killed 1 security_forces
حملے میں زخمی ہونے والے تین مزدوروں میں سے ایک چل بسا۔
  => injured 3 civilians; killed 1 civilians
"""


def bare(counts):
    """Write counts without "at least" and "some"."""
    return [
        code.replace("10/10/-", "10").replace("14/14/-", "14")
        for code in codes([count for count in counts if count.best is not None])
    ]


@pytest.mark.parametrize(("sentence", "expected"), cases(ENGLISH) + cases(URDU))
def test_the_grammar_of_a_figure(sentence, expected):
    assert bare(find_counts(sentence)) == expected


LOSSES = [
    (
        (
            "Three policemen were martyred on Sunday. The fourth, Sepoy Rahim, succumbed later. "
            "Two militants were killed, too."
        ),
        "killed",
        6,
    ),
    (
        (
            "Five militants and a soldier were killed. Two terrorists died on the first day. "
            "Three more were neutralised later. Naik Aslam, a resident of Hangu, was martyred."
        ),
        "killed",
        6,
    ),
    (
        "Two raiders were shot dead and another detonated his jacket, killing only himself.",
        "killed",
        3,
    ),
    (
        (
            "Four sepoys were martyred and nine hurt. The fourth, Sepoy Rahim, succumbed on way "
            "to hospital."
        ),
        "injured",
        9,
    ),
    (
        "A cobbler was hurt in the blast and died in hospital. Two porters remain under treatment.",
        "injured",
        2,
    ),
    ("حملے میں پانچ افراد زخمی ہوئے۔ زخمیوں میں سے ایک ہسپتال میں چل بسا۔", "injured", 4),
]


@pytest.mark.parametrize(("text", "outcome", "number"), LOSSES)
def test_deaths_told_one_after_another(text, outcome, number):
    assert losses_of(find_counts(text), outcome).best == number
