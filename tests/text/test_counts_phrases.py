"""Victims told in a phrase, by the police, by agencies and by press releases.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
The fighting killed 13: nine militants and four soldiers.
  => killed 13 unknown; killed 9 militants +part; killed 4 security_forces +part
A cashier received a bullet in the elbow. => injured 1 civilians
Two gardeners received splinters in their backs. => injured 2 civilians
A girl of six received tiny splinters in the knee. => injured 1 civilians
A juice seller was grazed by stray bullets and given first aid. => injured 1 civilians
A ten-year-old girl was struck by shrapnel in the neck. => injured 1 civilians
The driver took a bullet in the shoulder. => injured 1 civilians
The driver sustained burns on his hands. => injured 1 civilians
A soldier lost a leg in the blast. => injured 1 security_forces
A farmer lost his left foot when he stepped on a mine. => injured 1 civilians
The guard is in critical condition. => injured 1 civilians
Another is critical. => injured 1 unknown
One of the injured is in critical condition. => injured 1 unknown +part
He is fighting for his life at a hospital in Quetta. => injured 1 unknown
A havildar who had gone to buy bread was cornered and shot dead. => killed 1 security_forces
A sepoy who was cycling back after his leave was stopped and shot dead by strangers.
  => killed 1 security_forces
Two guards escorting a survey team were shot dead near Nushki. => killed 2 civilians
A tribal elder, who was returning from a jirga, was gunned down near his house.
  => killed 1 civilians
The blast occurred in a market, leaving a man dead. => killed 1 unknown
The attack left a truck driver with injuries. => injured 1 civilians
The firing left three labourers with bullet wounds. => injured 3 civilians
The explosion left two men with serious burns. => injured 2 unknown
The raid led to the death of four. => killed 4 unknown
The shelling resulted in the death of a woman and injuries to six.
  => killed 1 civilians; injured 6 unknown
The blast caused injuries to four people. => injured 4 unknown
The mishap resulted in injuries to two boys. => injured 2 civilians
The faction put three prisoners to death. => killed 3 unknown @claimant
Two traders sustained bullet wounds. => injured 2 civilians
A cleric sustained multiple bullet wounds in the chest. => injured 1 civilians
A passer-by sustained a gunshot wound. => injured 1 civilians
The constable succumbed to his wounds at the hospital. => killed 1 security_forces
The constable later succumbed. => killed 1 security_forces
One of them later died. => killed 1 unknown
One of them died on the road. => killed 1 unknown
One more body was found in the rubble. => killed 1 unknown +increment
Another body was pulled out of the rubble on Sunday. => killed 1 unknown +increment
Two more bodies were recovered, the rescuers said. => killed 2 unknown +increment @official
The sixth victim breathed her last on Thursday. => killed 6 unknown +update
A fifth victim of the grenade, a cobbler, died at dawn. => killed 5 unknown +update
A fourth policeman has died of his wounds. => killed 4 security_forces +update
The seventh person to die was a schoolboy. => killed 7 unknown +update
A third soldier succumbed to his injuries in hospital. => killed 3 security_forces +update
The student grappled with the bomber and fell a martyr. => killed 1 civilians
Three soldiers fell martyrs. => killed 3 security_forces
The two survivors were driven off and admitted with several gunshot wounds. => injured 2 unknown
A man was admitted to the hospital with gunshot wounds. => injured 1 unknown
Four people were brought to the hospital with burn injuries. => injured 4 unknown
Seven people were brought dead to the hospital. => killed 7 unknown
Eleven injured were brought to the civil hospital, of whom two were dead on arrival.
  => injured 11 unknown; killed 2 unknown
A wounded labourer was flown to Karachi. => injured 1 civilians
The body of a shepherd bearing bullet marks was found in a ravine. => killed 1 civilians
A bullet-riddled body was found near the bypass. => killed 1 unknown
A decapitated body was found in Mir Ali. => killed 1 unknown
The mutilated bodies of two brothers were found near Turbat. => killed 2 civilians
The headless body of an abducted Levies man was dumped on the road. => killed 1 security_forces
The corpse of a young man was recovered from a well. => killed 1 unknown
Armed men took the life of a schoolteacher in Panjgur. => killed 1 civilians
A mine took the lives of two shepherds. => killed 2 civilians
The attack cost the lives of four policemen. => killed 4 security_forces
A rocket killed a mother and her two daughters. => killed 3 civilians
The militants executed, on Friday, a tailor whom they took for an informer. => killed 1 civilians
They executed a tailor whom they took for an informer. => killed 1 civilians
The attackers slit the throat of a driver. => killed 1 civilians
The gunmen riddled a barber with bullets. => killed 1 civilians
A barber was riddled with bullets. => killed 1 civilians
A grocer was sprayed with bullets outside his house. => killed 1 civilians
Gunmen sprayed a rickshaw with bullets, killing its driver and a passenger. => killed 2 civilians
The two hostages were found dead on Monday. => killed 2 unknown
A coal miner was found hanged from a tree. => killed 1 civilians
A policeman was killed on the spot, while his colleague was left injured.
  => killed 1 security_forces; injured 1 unknown
A policeman was killed and his colleague injured. => killed 1 security_forces; injured 1 unknown
Only the bomber died. => killed 1 militants
Only the bomber was killed. => killed 1 militants
The bomber alone was killed. => killed 1 militants
The attacker was killed when his device went off prematurely. => killed 1 militants
Two militants were killed when the bomb they were planting exploded prematurely.
  => killed 2 militants
An FC man was hit in the shoulder. => injured 1 security_forces
The officer was hit in the leg by a sniper's bullet. => injured 1 security_forces
A sniper's bullet hit a trooper in the neck; he died within minutes. => killed 1 security_forces
Two people lost limbs. => injured 2 unknown
A student lost an eye. => injured 1 civilians
The vehicle's driver was burnt to death. => killed 1 civilians
Three passengers were burnt alive. => killed 3 civilians
Two people were charred to death. => killed 2 unknown
Two policemen received head injuries in stone-throwing. => injured 2 security_forces
Ten policemen got hurt in the stone pelting. => injured 10 security_forces
Six protesters were wounded by rubber bullets. => injured 6 civilians
A protester fell to a police bullet. => killed 1 civilians
One protester died and nine were injured when police opened fire.
  => killed 1 civilians; injured 9 unknown
Resultantly HC Gul and Constable Noor got injured. => injured 2 security_forces
Resultantly one constable embraced shahadat while two got injured.
  => killed 1 security_forces; injured 2 unknown
02 police officials shaheed, 03 injured. => killed 2 security_forces; injured 3 unknown
01 FC personnel martyred and 04 sustained injuries. => killed 1 security_forces; injured 4 unknown
03 x FC troops were martyred and 05 x injured. => killed 3 security_forces; injured 5 unknown
3x terrorists killed, 2x SMGs recovered. => killed 3 militants
Casualties: 01 shaheed, 03 injured. => killed 1 unknown; injured 3 unknown
Injured: 04 (including 01 child). => injured 4 unknown; injured 1 civilians +part
Deceased: 02, Injured: 05. => killed 2 unknown; injured 5 unknown
Total casualties: 3 killed, 7 injured. => killed 3 unknown; injured 7 unknown
Own tps: nil cas. Militants: 4 killed. => injured 0 unknown; killed 0 unknown; killed 4 unknown
No cas reported. => injured 0 unknown; killed 0 unknown
Nil casualty reported. => injured 0 unknown; killed 0 unknown
Nil loss. => injured 0 unknown; killed 0 unknown
One person namely Gul Khan r/o Panjgur was shot dead. => killed 1 unknown
One person namely Abdul Karim, aged 34, was killed. => killed 1 unknown
Dead body of one unidentified male was recovered from Hub river. => killed 1 unknown
Dead body of unknown person found near Mach. => killed 1 unknown
An unknown dead body was found. => killed 1 unknown
Two dead bodies of local tribesmen were shifted to RHC. => killed 2 unknown
Four injured persons were shifted to Civil Hospital Quetta. => injured 4 unknown
Injured were shifted to THQ hospital. => nothing
Three children and their mother sustained multiple injuries. => injured 4 civilians
Levies Sepoy received bullet in left leg. => injured 1 security_forces
Sepoy Ahmed sustained bullet injury in shoulder. => injured 1 security_forces
Cop martyred, two hurt in Bannu gun attack => killed 1 security_forces; injured 2 unknown
Levies man gunned down in Mastung => killed 1 security_forces
Woman, son killed over honour in Jaffarabad => killed 2 civilians
Man guns down brother in Sibi => killed 1 civilians
Couple shot dead in Nasirabad => killed 2 civilians
Two brothers among three killed in Khuzdar firing => killed 3 unknown
Three of a family killed in Harnai landmine blast => killed 3 civilians
Five, including three children, hurt in Tirah blast => injured 5 unknown; injured 3 civilians +part
One dead, three hurt in Quetta grenade attack => killed 1 unknown; injured 3 unknown
Seven hurt as bus hit by blast in Bolan => injured 7 unknown
12 terrorists sent to hell in North Waziristan IBOs: ISPR => killed 12 militants
Captain, five soldiers martyred in Kurram clash => killed 6 security_forces
FC soldier martyred, three injured in Kech IED blast => killed 1 security_forces; injured 3 unknown
Major, soldier martyred in Awaran operation => killed 2 security_forces
JUI-F leader gunned down in Quetta => killed 1 civilians
Tribal elder escapes bid on life in Wana => injured 0 civilians
MPA unhurt in gun attack on convoy => injured 0 civilians
Former minister's convoy attacked; four guards hurt => injured 4 civilians
No loss of life in railway track blast => killed 0 unknown
“Six bodies and 14 wounded have been brought to the hospital,” Dr Khan told Reuters.
  => killed 6 unknown @hospital; injured 14 unknown @hospital
The blast wounded a dozen, three of them critically. => injured 12 unknown; injured 3 unknown +part
Eight people, most of them vegetable sellers, were wounded. => injured 8 unknown
Of the 17 wounded, five were in critical condition, said the medical superintendent.
  => injured 17 unknown @hospital; injured 5 unknown @hospital
The assailants shot the driver dead and abducted two engineers.
  => killed 1 civilians; abducted 2 civilians
The gunmen first shot dead the guard, then set the machinery on fire. => killed 1 civilians
They shot and killed three men and wounded another. => killed 3 unknown; injured 1 unknown
They lined up the passengers and shot nine of them dead. => killed 9 unknown
They lined up nine passengers and shot them dead. => killed 9 civilians
They separated 11 men from the rest and killed them. => killed 11 unknown
They took four men off the bus and killed them a short distance away. => killed 4 unknown
Seven passengers were taken off the bus, lined up and shot. => killed 7 unknown
Six barbers were shot dead as they slept in a rented house. => killed 6 civilians
Three men were shot dead execution-style. => killed 3 unknown
The body of a man who had been abducted a week ago was found on Monday. => killed 1 unknown
Three bullet-riddled bodies were found dumped in Kech on Sunday. => killed 3 unknown
The bodies bore marks of torture. => nothing
A 12-year-old boy and his sister were among the dead. => killed 2 civilians +part
Also among the dead was a lieutenant. => killed 1 security_forces +part
All three attackers were also killed. => killed 3 militants
The three attackers were killed as well. => killed 3 militants
Three militants also died. => killed 3 militants
One attacker was killed while his accomplices managed to flee. => killed 1 militants
A police officer and a passer-by lost their lives, and seven others got injured.
  => killed 2 unknown; killed 1 security_forces +part; killed 1 civilians +part; injured 7 unknown
The incident left one person dead and another critically injured.
  => killed 1 unknown; injured 1 unknown
The incident left a policeman martyred and two others injured.
  => killed 1 security_forces; injured 2 unknown
One of the injured, a constable, later succumbed to his wounds.
  => injured 1 security_forces +part; killed 1 security_forces +increment
Doctors pronounced two of them dead on arrival. => killed 2 unknown
Two of them were pronounced dead on arrival. => killed 2 unknown
He was pronounced dead at the hospital. => killed 1 unknown
The victim died instantly. => killed 1 unknown
The three died instantly. => killed 3 unknown
The officer died in the line of duty. => killed 1 security_forces
The wounded included four women. => injured 4 civilians +part
Four women were among the wounded. => injured 4 civilians +part
Among the injured were two traffic constables. => injured 2 security_forces +part
The condition of three of the injured is said to be serious. => injured 3 unknown +part
Three of those hurt were in serious condition. => injured 3 unknown +part
Five of the 20 wounded were flown to Karachi. => injured 5 unknown +part
Four of the hostages were killed during the rescue operation. => killed 4 unknown
Security forces killed all the 33 hijackers and rescued the passengers. => killed 33 militants
Twenty-one hostages were killed by the militants before the operation began. => killed 21 unknown
Troops killed 15 militants during an overnight raid, losing one soldier.
  => killed 15 militants; killed 1 security_forces
The military lost two soldiers in the exchange. => killed 2 security_forces
The raid cost the lives of two soldiers. => killed 2 security_forces
In the ensuing gunfight, two soldiers and six insurgents died.
  => killed 8 unknown; killed 2 security_forces +part; killed 6 militants +part
Four insurgents and a soldier were killed in the gunfight.
  => killed 5 unknown; killed 4 militants +part; killed 1 security_forces +part
The gunfight left four insurgents and a soldier dead.
  => killed 5 unknown; killed 4 militants +part; killed 1 security_forces +part
The toll, initially put at five, has climbed to nine.
  => killed 5 unknown +update; killed 9 unknown +update
The death toll, which stood at five on Friday, rose to nine after four of the injured died.
  => killed 5 unknown +update; killed 9 unknown +update; killed 4 unknown +increment
Nine people are now known to have died. => killed 9 unknown
The number of fatalities has gone up from seven to nine. => killed 9 unknown +update
The number of those injured in the blast has been revised to 35 from 28.
  => injured 35 unknown +update
Officials lowered the death toll to seven from nine, saying two bodies had been counted twice.
  => killed 7 unknown +update; killed 2 unknown
Another body was found on Sunday, taking the tally to 12.
  => killed 1 unknown +increment; killed 12 unknown +update
With two more deaths, the toll now stands at 12.
  => killed 2 unknown +increment; killed 12 unknown +update
Two more deaths were reported on Sunday. => killed 2 unknown +increment
ISPR: own troops engaged the khwarij, and resultantly four khwarij were sent to hell.
  => killed 4 militants
Own troops surrounded the hideout and six khwarij including ringleader were sent to hell.
  => killed 6 militants; killed 1 militants +part
Resultantly, seven Indian sponsored khwarij were killed, while three got injured.
  => killed 7 militants; injured 3 unknown
Five valiant sons of the soil embraced shahadat. => killed 5 security_forces
Three soldiers including a major laid down their lives in the line of duty.
  => killed 3 security_forces; killed 1 security_forces +part
Two soldiers sacrificed their lives while fighting bravely. => killed 2 security_forces
Six terrorists were neutralized in an IBO in Kech. => killed 6 militants
Thirteen terrorists belonging to Indian proxy were neutralised. => killed 13 militants
Four soldiers were martyred and one injured soldier is under treatment.
  => killed 4 security_forces; injured 1 security_forces
Security forces killed 30 khwarij who were trying to infiltrate through the border.
  => killed 30 militants
In total 71 khwarij have been killed in the operation over three days. => killed 71 militants +total
Our Sarmachars killed nine personnel of the occupying army and injured several others.
  => killed 9 security_forces; injured 3/-/- unknown
Our fighters eliminated seven enemy personnel on the spot. => killed 7 security_forces
The enemy suffered the loss of eight personnel. => killed 8 security_forces
As a result of the attack, six enemy personnel were killed and more than four others injured.
  => killed 6 security_forces; injured 4/4/- unknown
One of our comrades was martyred in the clash. => killed 1 unknown
Two Sarmachars, Sangat A and Sangat B, attained martyrdom. => killed 2 militants
The organisation lost two of its fighters. => killed 2 militants
Five civilians were reportedly killed and nine injured in an airstrike, according to local sources.
  => killed 5 civilians @residents; injured 9 unknown @residents
As per initial reports, three children were killed and two women sustained injuries.
  => killed 3 civilians; injured 2 civilians
Partners report that 14 civilians were killed and 22 injured.
  => killed 14 civilians; injured 22 unknown
HRCP recorded 12 killings in the district. => killed 12 unknown
The incident resulted in one fatality and four injuries. => killed 1 unknown; injured 4 unknown
There were two fatalities and four injuries. => killed 2 unknown; injured 4 unknown
The blast resulted in three deaths and 12 injuries. => killed 3 unknown; injured 12 unknown
The attack resulted in the deaths of two Levies men and injuries to a civilian.
  => killed 2 security_forces; injured 1 civilians
Police reported three deaths. => killed 3 unknown @official
Three deaths and nine injuries were reported. => killed 3 unknown; injured 9 unknown
The attack caused multiple casualties. => nothing
Casualty figures: 3 dead, 9 wounded. => killed 3 unknown; injured 9 unknown
Fatalities: 3 | Injuries: 9 => killed 3 unknown; injured 9 unknown
Dead - 3, injured - 9. => killed 3 unknown; injured 9 unknown
Update: death toll now 5. => killed 5 unknown +update
UPDATE: Toll rises to 7 as two more die. => killed 7 unknown +update; killed 2 unknown +increment
Toll at 7 as two more die. => killed 7 unknown; killed 2 unknown +increment
7 dead now. => killed 7 unknown
Seven now dead, 20 hurt. => killed 7 unknown; injured 20 unknown
BREAKING: 3 killed, 11 injured in blast at Quetta's Joint Road.
  => killed 3 unknown; injured 11 unknown
At least 3 dead, 11 hurt: police. => killed 3/3/- unknown; injured 11 unknown
The hospital confirms one dead and six wounded.
  => killed 1 unknown @hospital; injured 6 unknown @hospital
The victim received six bullets. => injured 1 unknown
The victim was hit by three bullets. => injured 1 unknown
The shopkeeper was shot and injured when he resisted. => injured 1 civilians
The shopkeeper was shot and killed. => killed 1 civilians
The trader was shot dead and his brother was hurt. => killed 1 civilians; injured 1 civilians
The driver was shot in the leg. => injured 1 civilians
The attackers shot a guard in the leg and fled. => injured 1 civilians
A boy was trampled and hurt. => injured 1 civilians
Two policemen were beaten up by protesters and received injuries. => injured 2 security_forces
Fourteen policemen and nine protesters received injuries in the clashes.
  => injured 23 unknown; injured 14 security_forces +part; injured 9 civilians +part
A bystander collapsed and died. => killed 1 civilians
A soldier committed suicide. => nothing
A woman died of shock. => killed 1 civilians
Six people fainted because of tear gas. => nothing
A protester was critically wounded by a tear gas canister. => injured 1 civilians
Clashes left a dozen policemen and as many protesters injured.
  => injured 24 unknown; injured 12 security_forces +part; injured 12 civilians +part
No harm came to the passengers. => injured 0 unknown; killed 0 unknown
The blast claimed a fifth life. => killed 5 unknown +update
The blast has now claimed nine lives. => killed 9 unknown
The bombing has so far cost nine people their lives. => killed 9 unknown
Three men did not survive. => killed 3 unknown
Two of the wounded did not survive the night. => killed 2 unknown +increment
A third soldier did not survive. => killed 3 security_forces +update
He never regained consciousness and died on Sunday. => killed 1 unknown
Two brothers were mown down at their doorstep. => killed 2 civilians
Three labourers were done to death in their sleep. => killed 3 civilians
Six travellers met their death when a mine blew up their van. => killed 6 civilians
Four guards met their end in the ambush. => killed 4 civilians
The attackers finished off two wounded soldiers. => killed 2 security_forces
Two shepherds fell victim to a landmine. => killed 2 civilians
Eight people perished. => killed 8 unknown
Three people were found dead in a car. => killed 3 unknown
The firing proved fatal for two passers-by. => killed 2 civilians
A stray shell took the lives of a couple. => killed 2 civilians
Not a single person was hurt. => injured 0 unknown; killed 0 unknown
Not one of the passengers was hurt. => injured 0 civilians
No injuries, let alone deaths, were reported. => injured 0 unknown
There was damage but no one died. => killed 0 unknown
The guards came away without a scratch. => injured 0 unknown
Both guards escaped with bruises. => injured 2 civilians
Nine were taken to hospital with cuts. => injured 9 unknown
A girl was grazed by a splinter. => injured 1 civilians
Seven people had to be hospitalised. => injured 7 unknown
Four are said to be critical. => injured 4 unknown
One of the wounded has lost an eye. => injured 1 unknown +part
Fire engulfed a bus; nine people received burns. => injured 9 unknown
The dead numbered seven. => killed 7 unknown
The wounded numbered 21. => injured 21 unknown
The dead number 12 so far. => killed 12 unknown
The casualties, seven dead and 19 hurt, were all civilians. => killed 7 unknown; injured 19 unknown
Losses: four dead, nine wounded. => killed 4 unknown; injured 9 unknown
The clash ended with nine militants dead and four soldiers wounded.
  => killed 9 militants; injured 4 security_forces
By nightfall, 15 bodies lay in the morgue. => killed 15 unknown
The morgue received nine bodies. => killed 9 unknown @hospital
Hospital records list nine dead. => killed 9 unknown
Six men were led off the bus and executed by the road. => killed 6 unknown
The captors beheaded two of their hostages. => killed 2 unknown
A man was set on fire and died. => killed 1 unknown
Three policemen were burnt alive in their van. => killed 3 security_forces
Two more are feared drowned. => killed 2 unknown +increment
A guard who had been shot in the chest died under the knife. => killed 1 civilians
The bomber was the only fatality. => killed 1 militants
A goat was the only casualty. => nothing
Both the attackers were shot dead before they could enter. => killed 2 militants
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_phrases_tell_of_victims(sentence, expected):
    assert codes(find_counts(sentence)) == expected


SIDES_NOT_FOUND = """
A shell landed on a hut and wiped out a family of six. => killed 6 civilians
A family of five was wiped out. => killed 5 civilians
Four soldiers and nine militants were among the dead.
  => killed 4 security_forces +part; killed 9 militants +part
A militant detonated his vest, killing nobody but himself. => killed 1 militants
The only person hurt was a watchman. => injured 1 civilians
"""


@pytest.mark.xfail(strict=True, reason="the figures are right, whose they are is not found")
@pytest.mark.parametrize(("sentence", "expected"), cases(SIDES_NOT_FOUND))
def test_sides_that_a_reader_would_see(sentence, expected):
    assert codes(find_counts(sentence)) == expected
