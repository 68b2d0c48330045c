"""Sentences that count nobody, or say that nobody was hurt.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
No casualties were reported. => injured 0 unknown; killed 0 unknown
There was no loss of life. => killed 0 unknown
Nobody was hurt. => injured 0 unknown; killed 0 unknown
The passengers escaped unhurt. => injured 0 unknown
20 goats were killed. => nothing
Militants threatened to kill three officials. => nothing
More than a dozen shops were gutted but no one was injured. => injured 0 unknown
No one was killed or injured in the attack. => injured 0 unknown; killed 0 unknown
No soldier was hurt. => injured 0 security_forces
One of the attackers fled. => nothing
Police said five hostages were recovered unhurt. => nothing
There was no word on losses. => nothing
Hundreds of accounts of users were hacked. => nothing
Ten workers were put down as absent. => nothing
Three patients were taken out of the hospital. => nothing
Two protesters were cut down to size by the minister. => nothing
Ten men are no more members of the party. => nothing
A showroom sold two KIA, three Toyota. => nothing
Four men in a KIA, police said, left the city. => nothing
Three trees were felled by gunmen. => nothing
The casualties were not known. => nothing
The group gave no figures. => nothing
There was no claim of responsibility. => nothing
No untoward incident was reported. => nothing
Some 400 children were vaccinated in the drive. => nothing
Pakistan lost three wickets for 40 runs and the late goal killed off the match. => nothing
The militants were plotting to kill 12 officers. => nothing
The drone could kill three people. => nothing
The minister remained unhurt. => injured 0 civilians
No casualties or damage was reported. => injured 0 unknown; killed 0 unknown
The blast did not cause any casualties. => injured 0 unknown; killed 0 unknown
There were no immediate reports of casualties. => injured 0 unknown; killed 0 unknown
No loss of life or injury was reported. => injured 0 unknown; killed 0 unknown
No further casualties were reported. => nothing
The victims were identified as residents of Rahim Yar Khan. => nothing
The deceased was a father of five. => killed 1 civilians +part
The official said no one was killed in the attack. => killed 0 unknown @official
Fortunately, no one was hurt in the explosion. => injured 0 unknown; killed 0 unknown
The attack caused no loss of life. => killed 0 unknown
There were no reports of any loss of life. => killed 0 unknown
Nobody was killed but three vehicles were damaged. => killed 0 unknown
Twenty-one students fainted. => nothing
Army chief vows to eliminate terrorists. => nothing
Six militants surrendered. => nothing
The militants freed five hostages. => nothing
Two kidnapped engineers were recovered. => nothing
The blast damaged three vehicles and shattered windows, but no casualty was reported.
  => injured 0 unknown; killed 0 unknown
The gas pipeline was blown up; no one was hurt. => injured 0 unknown; killed 0 unknown
Railway traffic was suspended after a blast on the track, but there was no loss of life.
  => killed 0 unknown
Levies said the kidnapped doctor was released after ten days. => nothing
The tribal jirga secured the release of seven abducted workers. => nothing
The militants suffered heavy losses. => nothing
It was feared that the death toll could rise. => nothing
Rs10 million compensation was announced for the families of those martyred. => nothing
The forces seized 12 Kalashnikovs and 3,000 rounds. => nothing
Fire was opened from 10 different sides. => nothing
The protest entered its 12th day. => nothing
No casualties as rocket hits school in Bajaur => injured 0 unknown; killed 0 unknown
Nobody claimed responsibility. => nothing
Pakistan won by seven wickets after killing off the chase. => nothing
Five buffaloes were killed and three donkeys injured in the blast. => nothing
The bomb disposal squad neutralised two bombs. => nothing
Security forces neutralised an IED weighing 10kg. => nothing
Police arrested two vehicles' owners. => nothing
The number of attacks rose to 432 this year. => nothing
The price rose to 300 rupees. => nothing
The temperature dropped to 5 degrees in Quetta. => nothing
Up to 20 people may have been killed. => nothing
If two men were killed, the family would protest. => nothing
The plan to kill five judges was foiled. => nothing
A drill was held in which mock attackers were arrested. => nothing
The mission aims at eliminating polio. => nothing
He said polio had been eliminated from two districts. => nothing
Officials have eliminated 12 posts. => nothing
Two wards were sealed. => nothing
Dead and injured were taken to hospital. => nothing
The kidnapped tehsildar was set free. => nothing
No policeman was killed in the attack, the DPO said. => killed 0 security_forces @official
None of the passengers was injured. => injured 0 unknown
The train driver and passengers remained safe. => injured 0 civilians
Luckily all passengers were safe. => injured 0 unknown
There was no immediate word on casualties. => nothing
Casualties are feared. => nothing
Casualties were reported. => nothing
There were several casualties. => nothing
The group claimed to have inflicted heavy casualties. => nothing
No deaths or injuries were reported. => injured 0 unknown; killed 0 unknown
The attack did not result in any injuries. => injured 0 unknown
The explosion did not injure anyone. => injured 0 unknown
It went off without injuring anyone. => injured 0 unknown
No one lost their life. => killed 0 unknown
Police deny anyone was killed. => nothing
Their lives matter to 500 people. => nothing
Life of 20 million people affected. => nothing
The scheme will improve the lives of 500 miners. => nothing
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_nothing_is_invented(sentence, expected):
    assert codes(find_counts(sentence)) == expected
