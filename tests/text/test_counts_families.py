"""Whole families of sentences: inverted ones, names with people, sole victims, speakers."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
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
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_families_are_counted(sentence, expected):
    whole = [count for count in find_counts(sentence) if not count.part]
    assert [code.split(" @")[0] for code in codes(whole)] == expected
