"""The many ways to say that nobody was hurt, and sentences that count nobody.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
No harm done. => injured 0 unknown; killed 0 unknown
No loss. => injured 0 unknown; killed 0 unknown
No losses. => injured 0 unknown; killed 0 unknown
No loss to life or property. => killed 0 unknown
There was no loss of life or limb. => killed 0 unknown
No human loss occurred. => killed 0 unknown
No one came to harm. => injured 0 unknown; killed 0 unknown
Nobody was hurt. => injured 0 unknown; killed 0 unknown
Nobody got hurt. => injured 0 unknown; killed 0 unknown
No one was killed or injured. => injured 0 unknown; killed 0 unknown
Nobody was killed or wounded in the attack. => injured 0 unknown; killed 0 unknown
No one was killed. => killed 0 unknown
No one was injured. => injured 0 unknown
None of the passengers was hurt. => injured 0 unknown; killed 0 unknown
None of the guards was harmed. => injured 0 unknown; killed 0 unknown
No passenger was hurt. => injured 0 civilians
No policeman was injured in the firing. => injured 0 security_forces
It caused neither damage nor casualties. => injured 0 unknown; killed 0 unknown
There were neither deaths nor injuries. => injured 0 unknown; killed 0 unknown
There was neither loss of life nor damage to property. => killed 0 unknown
The blast caused no casualties. => injured 0 unknown; killed 0 unknown
The blast caused no injuries. => injured 0 unknown
The blast caused no loss of life. => killed 0 unknown
The device exploded without causing any casualty. => injured 0 unknown; killed 0 unknown
The bomb went off without causing any damage or injury. => injured 0 unknown
The grenade exploded without hurting anyone. => injured 0 unknown
The rocket landed in an open field without causing harm. => injured 0 unknown; killed 0 unknown
The rocket did no harm. => injured 0 unknown; killed 0 unknown
The mortar did not cause any harm. => injured 0 unknown; killed 0 unknown
No casualty was reported. => injured 0 unknown; killed 0 unknown
No casualties were reported on either side. => injured 0 unknown; killed 0 unknown
No casualties or damage was reported. => injured 0 unknown; killed 0 unknown
There were no reports of casualties. => injured 0 unknown; killed 0 unknown
There was no report of any loss of life. => killed 0 unknown
Fortunately, no one was hurt. => injured 0 unknown; killed 0 unknown
Luckily, all the passengers remained safe. => injured 0 unknown
All passengers remained safe. => injured 0 unknown
All the crew members were safe. => injured 0 unknown
All the personnel escaped unhurt. => injured 0 security_forces
The driver escaped unhurt. => injured 0 civilians
The driver and his guard escaped unhurt. => injured 0 civilians
The minister and his guards remained unhurt. => injured 0 civilians
The convoy escaped unharmed. => injured 0 unknown
The MPA miraculously survived the attack. => injured 0 civilians
The elder narrowly escaped the attempt on his life. => injured 0 civilians
The officer had a narrow escape. => injured 0 security_forces
The drivers were let go unharmed. => injured 0 unknown
The workers were not harmed. => injured 0 unknown
The labourers were made to get off and were not harmed. => injured 0 unknown
The crew was not harmed. => injured 0 civilians
The guards were disarmed and let go unharmed. => injured 0 unknown
The passengers were left unharmed. => injured 0 unknown
Everyone on board was safe. => injured 0 unknown
Everybody escaped unhurt. => injured 0 unknown
Officials said there had been no casualties. => injured 0 unknown; killed 0 unknown
Police denied any casualties. => injured 0 unknown; killed 0 unknown
Police ruled out any loss of life. => killed 0 unknown
Casualties were not reported. => injured 0 unknown; killed 0 unknown
Casualties were avoided because the market was closed. => injured 0 unknown; killed 0 unknown
The attack did not result in any casualties. => injured 0 unknown; killed 0 unknown
The attack resulted in no casualties. => injured 0 unknown; killed 0 unknown
The blast did not claim any life. => killed 0 unknown
No lives were lost. => killed 0 unknown
No life was lost. => killed 0 unknown
The device was defused without loss. => injured 0 unknown; killed 0 unknown
Nobody on the defenders' side was hurt. => injured 0 unknown; killed 0 unknown
Security forces suffered no casualties. => injured 0 unknown; killed 0 unknown
Security forces suffered no loss in the operation. => injured 0 unknown; killed 0 unknown
There were no losses among the troops. => injured 0 unknown; killed 0 unknown
No further casualties were reported. => nothing
There was no immediate information about casualties. => nothing
There was no immediate word on casualties. => nothing
Casualty figures were not known. => nothing
No one has claimed responsibility for the killing. => nothing
No arrests were made. => nothing
No death or injury was reported. => injured 0 unknown; killed 0 unknown
No deaths or injuries were reported. => injured 0 unknown; killed 0 unknown
No injuries or deaths have been reported so far. => injured 0 unknown; killed 0 unknown
There was zero casualty. => injured 0 unknown; killed 0 unknown
Zero casualties were reported. => injured 0 unknown; killed 0 unknown
Two guards were on duty but neither was hurt. => injured 0 unknown
The two guards were tied up but not harmed. => injured 0 unknown
The watchmen were unhurt. => injured 0 unknown
Nobody dies. => killed 0 unknown
Nobody killed. => killed 0 unknown
No one hurt. => injured 0 unknown; killed 0 unknown
No casualties. => injured 0 unknown; killed 0 unknown
Casualties: none. => injured 0 unknown; killed 0 unknown
Casualties: nil. => injured 0 unknown; killed 0 unknown
Killed: nil. Injured: nil. => killed 0 unknown; injured 0 unknown
A man of 35 was killed. => killed 1 unknown
Gul Khan, 42, was killed. => killed 1 unknown
A 19-year-old was killed. => killed 1 unknown
The 51-year-old was done to death. => killed 1 unknown
An officer of grade 18 was killed. => killed 1 security_forces
BPS-17 officers were present. => nothing
The attackers used 12.7mm guns and 107mm rockets. => nothing
The blast was heard 10 kilometres away. => nothing
A 10kg bomb was defused. => nothing
Militants torched 12 trucks and two cars. => nothing
Masked men burnt nine lorries laden with chromite. => nothing
Gunmen burnt two excavators and injured a driver. => injured 1 civilians
Seven vehicles were damaged. => nothing
Twenty goats and a camel were killed. => nothing
A shell killed 14 sheep. => nothing
The mine killed three camels and a mule. => nothing
Two goats were killed and a shepherd was hurt. => injured 1 civilians
Five donkeys died. => nothing
Five people were abducted. => abducted 5 unknown
Fifteen suspects were arrested. => arrested 15 suspects
Twelve people are missing. => missing 12 unknown
Some 3,000 people attended the funeral. => nothing
Around 500 families were displaced. => nothing
Hundreds of passengers were stranded. => nothing
Some 90 stranded pilgrims had been put on buses. => nothing
Traders observed a strike against the killing of three colleagues. => killed 3 unknown
People marched to protest the killing of four labourers. => killed 4 civilians
The families of the 14 victims staged a sit-in. => nothing
It was the fifth attack in a month. => nothing
In 2021 gunmen had killed 11 miners in the same area. => killed 11 civilians
In a similar attack last year, 14 people were killed. => killed 14 unknown
Last month, nine people were killed in an attack in the same district. => killed 9 unknown
Two months ago three policemen were killed at the same post. => killed 3 security_forces
A week earlier, four soldiers had been killed in Mand. => killed 4 security_forces
The union counted 61 deaths of miners in nine months. => killed 61 unknown +aggregate @company
At least 120 people have died in such attacks over the past two years.
  => killed 120/120/- unknown +aggregate
More than 400 people have been killed in the district in six months.
  => killed 400/400/- unknown +aggregate
The year saw 1,200 deaths in 500 attacks. => killed 1200 unknown +aggregate
Three people died in a road accident. => killed 3 unknown
Four labourers died when a coal mine caved in. => killed 4 civilians
Two people were electrocuted. => killed 2 unknown
A boy drowned in a canal. => killed 1 civilians
A van fell into a ravine, killing six. => killed 6 unknown
Police killed a wanted robber. => killed 1 militants
Three robbers were killed in an encounter. => killed 3 suspects
The accused had killed two men in 2019. => killed 2 unknown
A man wanted in the killing of three people was arrested. => killed 3 unknown
He is accused of killing four policemen. => killed 4 security_forces
He was sentenced to death. => nothing
The death penalty was upheld. => nothing
The court awarded the death sentence to two men. => nothing
The blast killed the power supply to four towns. => nothing
Compensation of Rs2 million will be paid for each of the dead and Rs500,000 for each of the injured.
  => nothing
The cabinet will pay Rs900,000 to the heirs of each victim. => nothing
The chief minister visited the injured. => nothing
The injured were shifted to Quetta. => nothing
The dead were buried. => nothing
The families of the dead protested. => nothing
Two tunnels and three hideouts were destroyed. => nothing
Three militants were arrested in injured condition. => arrested 3 militants; injured 3 militants
Two militants were arrested, one of them injured. => arrested 2 militants; injured 1 unknown
Two injured militants were captured. => arrested 2 militants; injured 2 militants
Kalashnikovs and five grenades were seized. => nothing
The match was won by five wickets, with two players injured. => nothing
The strike entered its fourth day. => nothing
Five days of mourning were announced. => nothing
Police registered a case against 12 unknown persons. => nothing
A case was registered under sections 302 and 324. => nothing
The force has lost 88 men since January. => killed 88 unknown +aggregate
About 15 gunmen attacked the post. => nothing
Eight attackers came on four motorcycles. => nothing
The attackers, numbering about 40, held the town for hours. => nothing
Twelve hostages were freed. => nothing
Two hostages were freed unharmed. => nothing
Three bombs were defused. => nothing
Three hundred troops took part in the operation. => nothing
A man of seventy was with them. => nothing
A drill in which five "terrorists" were killed was held. => nothing
Five polling stations were attacked. => nothing
The bomb killed no one but destroyed a wall. => killed 0 unknown
The army destroyed three hideouts and killed no one. => killed 0 unknown
A team of 12 doctors treated the injured. => nothing
The first 12 hours are critical. => nothing
The next two days are critical. => nothing
The situation is critical. => nothing
Three buses were hit by bullets. => nothing
A wall was hit by shrapnel. => nothing
A rocket hit a house, killing nobody. => killed 0 unknown
A transformer was hit by a bullet. => nothing
Two pylons were hit. => nothing
The post came under attack by 20 militants, all of whom escaped. => nothing
The funeral prayers of three soldiers were offered. => nothing
The funeral of the five victims was held in Kalat. => nothing
Relatives of the nine dead blocked the road. => killed 9 unknown
Five dead bodies are in the mortuary. => killed 5 unknown
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_nobody_is_counted(sentence, expected):
    assert codes(find_counts(sentence)) == expected
