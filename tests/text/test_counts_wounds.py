"""Wounds told by the body, deaths told by a picture, and figures told by the sentence before."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

WOUNDS = """
A naib tehsildar got away with a bruised elbow. => injured 1 civilians
The mason lived with a shattered knee. => injured 1 civilians
Two loaders were brought out with fractured ribs. => injured 2 civilians
Three sepoys suffered a graze. => injured 3 security_forces
A cook was sent to Multan with a pellet lodged near his spine. => injured 1 civilians
Two shepherds took pellets in the back. => injured 2 civilians
Four drivers with burns were flown to Karachi. => injured 4 civilians
A gunman with a bullet in his thigh fled. => injured 1 militants
The clerk was left with a gash on his forehead. => injured 1 civilians
A tailor remains in a coma. => injured 1 civilians
Seven remain hospitalised. => injured 7 unknown
Her jaw was shattered in the scuffle. => injured 1 unknown
His left leg had been amputated. => injured 1 unknown
Four sepoys became ghazis in the raid. => injured 4 security_forces
Two robbers were held in an injured state. => arrested 2 suspects; injured 2 suspects
A sixth was pulled out with broken ribs. => injured 1 unknown
The gunmen peppered a cart with bullets. => nothing
The bodies of two men with bullet wounds were found. => killed 2 unknown
A body with a broken arm was found. => killed 1 unknown
The army dealt with wounds of the past. => nothing
"""

DEATHS = """
Three sepoys fell, but the fort held. => killed 3 security_forces
Two of the raiders had fallen. => killed 2 militants
A labourer fell from a roof. => nothing
A child fell, breaking a toy. => nothing
Two of its men had fallen, the group said. => killed 2 unknown
He ended his life by jumping off a bridge. => nothing
Two cyclists fell and were bruised. => injured 2 civilians
He keeled over in his seat, dead. => killed 1 unknown
The roof collapsed, leaving two dead. => killed 2 unknown
Gunmen ended her life at her doorstep. => killed 1 unknown
A lecturer was the victim of a targeted killing. => killed 1 civilians
The ambush proved deadly for three sepoys and a guide. => killed 4 unknown
Two clerks choked to death in the smoke. => killed 2 civilians
The insurgents executed Hamal, a barber. => killed 1 unknown
They attacked Monday, a guard said. => nothing
The only life lost was that of a donkey's owner. => killed 1 unknown
Havildar Amjad Ali (age: 36 years) and Lance Naik Sher Dil (age 30) embraced shahadat.
  => killed 2 security_forces
Amjad Ali (age 36) and Sher Dil (aged 30, resident of Kohat) were martyred.
  => killed 2 unknown
Six sepoys were martyred. As many were injured.
  => killed 6 security_forces; injured 6 unknown
Six sepoys were martyred. Twice as many militants were killed.
  => killed 6 security_forces; killed 12 militants
Six sepoys were martyred. Traffic was stopped. As many were injured.
  => killed 6 security_forces; injured 3/-/- unknown
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(WOUNDS + DEATHS))
def test_wounds_and_deaths_are_counted(sentence, expected):
    whole = [count for count in find_counts(sentence) if not count.part]
    assert [code.split(" @")[0].split(" +")[0] for code in codes(whole)] == expected
