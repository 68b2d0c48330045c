"""Whole families of sentences: inverted ones, names with people, sole victims, speakers."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from geomap.text.losses import losses_of
from tests.text.counted import cases, codes

CASES = """
A rocket killed two nurses and three passersby. => killed 5 civilians
Three sisters-in-law were killed by a mortar shell. => killed 3 civilians
Gunmen killed a naat-khwan and his disciple. => killed 2 civilians
A pesh-imam and two congregants were shot dead. => killed 3 civilians
Four motorbikers and a jogger were wounded. => injured 5 civilians
A rival shot dead a sarpanch, a lambardar and a stockman. => killed 3 civilians
The blast injured five, three police officers told reporters. => injured 5 unknown
A grenade wounded four, two hospital officials confirmed. => injured 4 unknown
The hospital confirmed six labourers had been killed. => killed 6 civilians
The levies reported two shepherds were shot dead. => killed 2 civilians
Killed in Friday's raid on a brick kiln were a mason and two loaders. => killed 3 civilians
Wounded in the shelling of a hamlet near Ladha were four women. => injured 4 civilians
Injured during the clash were six policemen and a child. => injured 7 unknown
A district peace committee head was shot dead. => killed 1 civilians
The party's district head was wounded. => injured 1 civilians
The bomber was the only one killed. => killed 1 militants
The only person to die was a muleteer. => killed 1 unknown
The driver was the sole fatality. => killed 1 civilians
The only two people killed were brothers. => killed 2 unknown
He was not the only person killed. => nothing
The count excludes the bomber. => killed 1 militants +increment
Rescuers said the toll does not include the attacker. => killed 1 militants +increment
The hospital registered one death and six injuries. => killed 1 unknown; injured 6 unknown
A death threat was found. => nothing
Three tenants were pulled out injured. => injured 3 civilians
Two weavers were dug out of the rubble alive but badly wounded. => injured 2 civilians
There was a fracture sustained by a cook. => injured 1 civilians
A gunshot wound was suffered by a clerk. => injured 1 civilians
HUB: Killed in the raid were two cooks and a guard. => killed 3 civilians
A teacher, who had just retired, and two pupils were killed. => killed 3 civilians
His wife, who was on the pillion, and two children were hurt. => injured 3 civilians
Nine guests, among them four girls, were injured. => injured 9 civilians
Two porters, both of them Afghans, and a clerk lost their lives. => killed 3 civilians
The dead include the owner of the hut, his son and a guest. => nothing
The shell killed the driver of the jeep, a vet and two herders. => killed 4 civilians
Gunmen killed a tailor in Hub and two men fled the town. => killed 1 civilians
Three men from Bara and two from Jamrud were wounded. => injured 5 unknown
Two women of one clan and four from a rival tribe were killed. => killed 6 civilians
His assistant, hit in the leg, was flown to Karachi. => injured 1 civilians
The surviving two, along with a guard, were killed. => killed 3 civilians
Three of the seven people wounded in the raid are critical. => injured 7 unknown
Four of the 11 miners killed at the pit were brothers. => killed 11 civilians
One of the two guards wounded in the raid died on Monday. => killed 1 civilians +increment
Two farmers died at the spot and a third in hospital.
  => killed 2 civilians; killed 3 unknown +update
Neither side suffered any dead or wounded. => injured 0 unknown; killed 0 unknown
Neither guards nor visitors were hurt. => injured 0 unknown; killed 0 unknown
The rocket had not caused any loss of life. => killed 0 unknown
Six shoppers were lacerated by flying glass. => injured 6 civilians
A surveyor got shrapnel in his arm. => injured 1 civilians
A stray round came in, hitting a florist in the arm. => injured 1 civilians
"""

LOSSES = """
Four guards were martyred. Two guards died at once while two others succumbed later. => 4
At least 15 were feared dead. The officer said 12 bodies had been recovered. => 12
Nine men were killed. Three more died later. => 12
None of the soldiers was killed. Two militants were killed in the return fire. => 2
"""


@pytest.mark.parametrize(("text", "expected"), cases(LOSSES))
def test_parts_and_fears_are_not_added(text, expected):
    assert [str(losses_of(find_counts(text), "killed").best)] == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_families_are_counted(sentence, expected):
    whole = [count for count in find_counts(sentence) if not count.part]
    assert [code.split(" @")[0] for code in codes(whole)] == expected
