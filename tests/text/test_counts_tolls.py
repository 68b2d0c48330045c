"""Tolls that rise, running totals, and people added up.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
The governor gave the number of dead insurgents as 33. => killed 33 militants +update @official
The ministry listed the dead as 12. => killed 12 unknown +update @official
The commissioner counted 12 dead. => killed 12 unknown @official
He puts the wounded at 16. => injured 16 unknown +update
It put the dead at eight and the wounded at 20.
  => killed 8 unknown +update; injured 20 unknown +update
The number of wounded: 26. => injured 26 unknown
The number of wounded is 17. => injured 17 unknown
The number of the dead now stands at 11. => killed 11 unknown +update
The toll now stands at 11. => killed 11 unknown +update
The toll has reached 11. => killed 11 unknown +update
The toll is now 11. => killed 11 unknown +update
The toll jumped to 21. => killed 21 unknown +update
The toll has crossed 30. => killed 30 unknown +update
The death toll has risen from five to seven. => killed 7 unknown +update
The death toll from the blast has risen to seven from five. => killed 7 unknown +update
The death toll increased to seven with the death of a policeman.
  => killed 7 unknown +update; killed 1 security_forces
The death of a policeman has taken the toll to seven.
  => killed 1 security_forces; killed 7 unknown +update
Two of the injured died, raising the death toll to seven.
  => killed 2 unknown +increment; killed 7 unknown +update
Another injured man died, bringing the number of deaths to eight.
  => killed 1 unknown +increment; killed 8 unknown +total +update
With his death the toll has reached nine. => killed 9 unknown +update
With the recovery of two more bodies, the toll has climbed to nine.
  => killed 2 unknown +increment; killed 9 unknown +update
Five more people died of their wounds, bringing the dead to eight.
  => killed 5 unknown +increment; killed 8 unknown +total +update
The death toll of 26 is the highest of the year. => killed 26 unknown
The blast, with a death toll of 26, was the worst of the year. => killed 26 unknown
Officials confirmed a toll of four. => killed 4 unknown @official
Officials revised the toll downwards to nine. => killed 9 unknown +update
The toll was lowered from 12 to nine. => killed 9 unknown +update
Seven bodies were brought to the hospital. => killed 7 unknown
Seven bodies and 21 injured were brought to the hospital. => killed 7 unknown; injured 21 unknown
The hospital received seven bodies and 21 injured.
  => killed 7 unknown @hospital; injured 21 unknown @hospital
The hospital received 12 wounded. => injured 12 unknown @hospital
The hospital said that it had received four bodies. => killed 4 unknown @hospital
We have received nine bodies, a doctor said. => killed 9 unknown @hospital
Doctors said that four had been admitted. => injured 4 unknown @hospital
A doctor said that nine people had been admitted with wounds. => injured 9 unknown @hospital
Twenty-nine persons are still being treated there. => injured 29 unknown
Thirty people are under treatment. => injured 30 unknown
Fourteen people remain in hospital. => injured 14 unknown
Eleven wounded villagers remain in hospital. => injured 11 civilians
The hospital treated six people, one of whom was flown to Lahore.
  => injured 6 unknown @hospital; injured 1 unknown +part @hospital
Police said two men were hurt, while the hospital spoke of three.
  => injured 2 unknown @official; injured 3 unknown @hospital
The message spoke of seven dead. => killed 7 unknown
Officials spoke of four dead and nine injured.
  => killed 4 unknown @official; injured 9 unknown @official
The other is recovering. => injured 1 unknown
The other is in critical condition. => injured 1 unknown
One of the three wounded died overnight; the others are recovering. => killed 1 unknown +increment
The toll reached ten when one of the four wounded died overnight.
  => killed 10 unknown +update; killed 1 unknown +increment
The eighth victim, a rickshaw driver, breathed his last before dawn. => killed 8 unknown +update
The number of martyred personnel rose to five. => killed 5 security_forces +update
The number of injured has also risen to 40. => injured 40 unknown +update
The number of those killed rose to 12. => killed 12 unknown +update
The number of persons killed in the firing has risen to three. => killed 3 unknown +update
The figure of the dead rose to 12. => killed 12 unknown +update
The casualty figure rose to 12. => killed 12 unknown +update
The total number of insurgents killed in four days has reached 28.
  => killed 28 militants +total +update
The number of khwarij killed so far in the operation has reached 23. => killed 23 militants +update
A total of 23 khwarij have been killed so far. => killed 23 militants +total
This took the number of militants killed in the operation to 35. => killed 35 militants +update
The operation's toll has risen to 35. => killed 35 unknown +update
So far 35 militants have been eliminated in the operation. => killed 35 militants
The count of the dead rose to 12. => killed 12 unknown +update
Police had earlier put the toll at four. => killed 4 unknown +update @official
Police had put the number of the wounded at 18. => injured 18 unknown +update @official
Officials had at first spoken of two dead. => killed 2 unknown @official
The mayor, who had earlier spoken of two deaths, put the number of the wounded at 19.
  => killed 2 unknown; injured 19 unknown +update
Initial reports said five people had died. => killed 5 unknown
Earlier reports had spoken of five deaths. => killed 5 unknown
The earlier toll was five. => killed 5 unknown
The bar association gave a toll of eight dead. => killed 8 unknown @residents
The group claimed that 20 soldiers had died. => killed 20 security_forces @claimant
The outfit claimed to have killed seven soldiers and lost two men.
  => killed 7 security_forces @claimant; killed 2 unknown @claimant
The BLF said on Sunday that its men had stormed a fort and claimed to have killed 18 soldiers.
  => killed 18 security_forces @claimant
The insurgents put the toll at 30. => killed 30 unknown +update @claimant
The BLA claims to have killed 17. => killed 17 unknown @claimant
The spokesman claimed that four soldiers were killed. => killed 4 security_forces @claimant
A military spokesman claimed that four militants were killed. => killed 4 militants @official
The group's spokesman said that nine soldiers were killed. => killed 9 security_forces @claimant
Its spokesman said that nine soldiers were killed. => killed 9 security_forces @official
Police confirmed that one sentry was killed and four injured.
  => killed 1 security_forces @official; injured 4 unknown @official
At least 31 people have now died. => killed 31/31/- unknown
Nine deaths have been confirmed. => killed 9 unknown
The deputy commissioner confirmed nine deaths. => killed 9 unknown @official
Officials confirmed the death of nine people. => killed 9 unknown @official
There were nine dead and 20 wounded. => killed 9 unknown; injured 20 unknown
Nine persons are dead and 20 wounded. => killed 9 unknown; injured 20 unknown
Nine dead. => killed 9 unknown
Nine are dead. => killed 9 unknown
Nine people lay dead. => killed 9 unknown
03 dead, 09 injured. => killed 3 unknown; injured 9 unknown
Constables (02) got injured. => injured 2 security_forces
02 constables shaheed, 05 injured. => killed 2 security_forces; injured 5 unknown
Killed: 2; injured: 5. => killed 2 unknown; injured 5 unknown
Dead: 2 => killed 2 unknown
Casualties: 2 killed, 5 injured. => killed 2 unknown; injured 5 unknown
Casualties: two dead and five wounded. => killed 2 unknown; injured 5 unknown
Fatalities stood at nine. => killed 9 unknown +update
The fatalities rose to nine. => killed 9 unknown +update
The bomber killed four soldiers and himself.
  => killed 5 unknown; killed 4 security_forces +part; killed 1 militants +part
The attacker set off his vest in a queue, killing three porters and a nurse besides himself.
  => killed 5 unknown; killed 4 civilians +part; killed 1 militants +part
The blast killed six people apart from the bomber.
  => killed 7 unknown; killed 6 unknown +part; killed 1 militants +part
The blast killed six people in addition to the bomber.
  => killed 7 unknown; killed 6 unknown +part; killed 1 militants +part
Eight persons, including the bomber, were killed. => killed 8 unknown; killed 1 militants +part
Two policemen were martyred while three attackers were also killed.
  => killed 2 security_forces; killed 3 militants
Three of the attackers were killed in retaliatory fire. => killed 3 militants
In retaliation, two attackers were killed. => killed 2 militants
Nine militants, too, were killed. => killed 9 militants
Two soldiers and five militants lost their lives.
  => killed 7 unknown; killed 2 security_forces +part; killed 5 militants +part
Two soldiers, a Levies man and three civilians lost their lives.
  => killed 6 unknown; killed 3 security_forces +part; killed 3 civilians +part
The dead include two soldiers and a Levies man. => killed 3 security_forces +part
The dead were two soldiers and a Levies man. => killed 3 security_forces +part
Among the dead were a woman and two children. => killed 3 civilians +part
Among those killed was a ten-year-old boy. => killed 1 civilians +part
Six of the dead hailed from Multan. => killed 6 unknown +part
One of the dead was a woman. => killed 1 civilians +part
Two of the dead were identified as brothers. => killed 2 civilians +part
Of the injured, three are in critical condition. => injured 3 unknown
Eleven people, seven of them policemen, were killed.
  => killed 11 unknown; killed 7 security_forces +part
Eleven people — seven policemen and four civilians — were killed.
  => killed 11 unknown; killed 7 security_forces +part; killed 4 civilians +part
Eleven people (seven policemen and four civilians) were killed.
  => killed 11 unknown; killed 7 security_forces +part; killed 4 civilians +part
At least eleven people, mostly children, were killed. => killed 11/11/- unknown
Eleven people were killed, most of them children. => killed 11 unknown
Four members of a family were killed, among them two children.
  => killed 4 civilians; killed 2 civilians +part
A couple and their three children were killed. => killed 5 civilians
A man, his wife and their two daughters died when a shell hit their house. => killed 4 civilians
A father and his two sons were shot dead. => killed 3 civilians
Two brothers and their cousin were killed. => killed 3 civilians
A tribal elder, his son and three guards were killed. => killed 5 civilians
A sub-inspector and three constables were martyred. => killed 4 security_forces
An inspector, a head constable and two constables were martyred. => killed 4 security_forces
A captain and four soldiers embraced martyrdom. => killed 5 security_forces
Major X, along with three soldiers, embraced martyrdom. => killed 4 security_forces
A lieutenant colonel and two jawans were martyred. => killed 3 security_forces
Three persons, two of them brothers, were gunned down. => killed 3 unknown; killed 2 civilians +part
Three persons including two brothers were gunned down. => killed 3 unknown; killed 2 civilians +part
Two people died on the spot and a third at the hospital.
  => killed 2 unknown; killed 3 unknown +update
Two people died on the spot and another died in hospital.
  => killed 2 unknown; killed 1 unknown +increment
Two people died on the spot while three succumbed at the hospital.
  => killed 2 unknown; killed 3 unknown +increment
Two died on the spot and two others on the way to hospital.
  => killed 2 unknown; killed 2 unknown +increment
One of them died on the spot and the other at the hospital.
  => killed 1 unknown; killed 1 unknown +increment
A soldier was killed, as were two militants. => killed 1 security_forces; killed 2 militants
Two soldiers were killed and as many injured. => killed 2 security_forces; injured 2 unknown
Two soldiers were killed, three injured and one is missing.
  => killed 2 security_forces; injured 3 unknown; missing 1 unknown
Three soldiers were killed and seven, including an officer, were injured.
  => killed 3 security_forces; injured 7 unknown; injured 1 security_forces +part
Five killed, eight hurt in feud. => killed 5 unknown; injured 8 unknown
Four men were killed and seven injured when two families clashed over a well.
  => killed 4 unknown; injured 7 unknown
The group lost four men. => killed 4 unknown
The militants lost four of their men. => killed 4 militants
The army lost two soldiers. => killed 2 security_forces
The clash left five militants and two soldiers dead.
  => killed 7 unknown; killed 5 militants +part; killed 2 security_forces +part
The ISPR said 41 militants were killed in two operations.
  => killed 41 militants +aggregate @official
A dozen militants were killed, while two soldiers embraced martyrdom.
  => killed 12 militants; killed 2 security_forces
Up to a dozen militants were killed. => killed -/12/12 militants
More than a dozen militants were killed. => killed 12/12/- militants
Nearly two dozen people were injured. => injured -/24/24 unknown
Over two dozen people were injured. => injured 24/24/- unknown
At least 24 people were injured, 11 of them seriously.
  => injured 24/24/- unknown; injured 11 unknown +part
Several people, among them a child, were injured.
  => injured 3/-/- unknown; injured 1 civilians +part
Some people were injured. => nothing
A number of people were injured. => injured 3/-/- unknown
Many people were injured. => injured 3/-/- unknown
Scores were injured. => injured 40/-/- unknown
A score of people were injured. => injured 20 unknown
Between eight and ten people were injured. => injured 8/8/10 unknown
Eight to ten people were injured. => injured 8/8/10 unknown
Three or four people were injured. => injured 3/3/4 unknown
Around 20 people were injured. => injured -/20/- unknown
Casualties were feared. => nothing
Heavy casualties were feared. => nothing
Heavy casualties were inflicted on the militants. => nothing
Several militants were believed to have been killed. => killed 3/-/- militants
Eight people were feared dead. => killed 8 unknown
A militant was killed and his accomplice fled. => killed 1 militants
Two militants were killed while three managed to escape. => killed 2 militants
Both were killed. => killed 2 unknown
All four were killed. => killed 4 unknown
All four died on the spot. => killed 4 unknown
Both died on the spot. => killed 2 unknown
The four died on the spot. => killed 4 unknown
Both men were shot dead. => killed 2 unknown
Their bodies were thrown into a dry stream. => killed 2/-/- unknown +part
Three were led away; their bodies were found in the morning.
  => abducted 3 unknown; killed 2/-/- unknown +part
Four labourers were abducted and their bodies found a day later.
  => abducted 4 civilians; killed 2/-/- unknown +part
The bodies of the four abducted labourers were found. => killed 4 civilians
The bodies of all four abducted men were found on Sunday. => killed 4 unknown
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_tolls_and_sums(sentence, expected):
    assert codes(find_counts(sentence)) == expected
