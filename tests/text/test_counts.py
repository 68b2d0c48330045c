"""Counts in English sentences.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
At least seven persons died and 24 more were injured when a bomb exploded in Kech.
  => killed 7/7/- unknown; injured 24 unknown
A shepherd was killed. => killed 1 civilians
Two cooks and one policeman lost their lives.
  => killed 3 unknown; killed 2 civilians +part; killed 1 security_forces +part
A man, his wife and two sons were killed when a mortar shell hit their house. => killed 4 civilians
The suicide bomber blew up his car, killing four soldiers and himself.
  => killed 5 unknown; killed 4 security_forces +part; killed 1 militants +part
Security forces killed eight infiltrators. => killed 8 militants
The blast left at least 13 people dead and two dozen wounded.
  => killed 13/13/- unknown; injured 24 unknown
The death toll rose to 14. => killed 14 unknown +update
Six people lost their lives. => killed 6 unknown
Three jawans embraced martyrdom. => killed 3 security_forces
Two of the wounded succumbed to their injuries in hospital. => killed 2 unknown +increment
The bodies of three men were found near Mand. => killed 3 unknown
The explosion claimed the lives of five labourers. => killed 5 civilians
Four terrorists were sent to hell. => killed 4 militants
9 killed, 30 wounded in Mastung blast => killed 9 unknown; injured 30 unknown
Gunmen shot dead four mine workers and wounded two. => killed 4 civilians; injured 2 unknown
Four killed, including a child, and six hurt
  => killed 4 unknown; killed 1 civilians +part; injured 6 unknown
A bomb went off, wounding two personnel. => injured 2 security_forces
Militants took away three coal miners. => abducted 3 civilians
Armed men abducted five employees of a company. => abducted 5 civilians
Five employees of the construction company were abducted. => abducted 5 civilians
Police arrested 12 suspects. => arrested 12 suspects
Two soldiers went missing. => missing 2 security_forces
11 people, including three policemen, were killed.
  => killed 11 unknown; killed 3 security_forces +part
Two of the dead were guards. => killed 2 civilians +part
Twelve people were injured, three of them critically.
  => injured 12 unknown; injured 3 unknown +part
Officials later put the number at six. => killed 6 unknown +update @official
The toll was revised to 12. => killed 12 unknown +update
Three more died in hospital, taking the toll to 17.
  => killed 3 unknown +increment; killed 17 unknown +update
The BLA claimed to have killed 17 soldiers. => killed 17 security_forces @claimant
Police denied that ten policemen were killed. => killed 10 security_forces +denied @official
The group has killed over 700 people since January in 432 attacks.
  => killed 700/700/- unknown +aggregate
A 35-year-old man was killed in 2018. => killed 1 unknown
Between six and eight insurgents were killed in the operation, the ISPR said.
  => killed 6/6/8 militants @official
Six to eight gunmen stormed the post and killed two Levies personnel. => killed 2 security_forces
Dozens of people were injured in the blast. => injured 24/-/- unknown
Several policemen were wounded. => injured 3/-/- security_forces
Up to five militants were killed, officials said. => killed -/5/5 militants @official
Nearly 40 people were hurt when a bus overturned near Hub. => injured -/40/40 unknown
The gunmen shot dead a tribal elder and his nephew. => killed 2 civilians
Tribal elder and his nephew shot dead in Khuzdar => killed 2 civilians
Policeman martyred in Quetta firing => killed 1 security_forces
Two FC soldiers martyred, five injured in Turbat attack
  => killed 2 security_forces; injured 5 unknown
Nine passengers offloaded, shot dead in Zhob => killed 9 civilians
Gunmen kill nine passengers in Zhob => killed 9 civilians
Unidentified armed men gunned down two brothers in Panjgur on Monday night. => killed 2 civilians
The militants beheaded a man after accusing him of spying. => killed 1 unknown
Armed men abducted and later killed three labourers. => abducted 3 civilians; killed 3 civilians
Three men were abducted and killed. => abducted 3 unknown; killed 3 unknown
Some 20 people were killed or injured in the explosion.
  => injured -/-/20 unknown; killed -/-/20 unknown
A roadside bomb killed Captain Ahmed and two soldiers. => killed 3 security_forces
Haji Gul and his two guards were killed on the spot. => killed 3 civilians
A policeman guarding three polio workers was killed. => killed 1 security_forces
Two policemen deployed for the security of polio workers were killed. => killed 2 security_forces
Gunmen attacked a policeman and three people were killed. => killed 3 unknown
Two soldiers of the Frontier Corps and a passer-by were killed.
  => killed 3 unknown; killed 2 security_forces +part; killed 1 civilians +part
In an attack on a checkpost in Kech, two soldiers were killed while the attackers fled.
  => killed 2 security_forces
Among the dead were two women and a child. => killed 3 civilians +part
The dead included three children. => killed 3 civilians +part
The injured include three policemen and a woman. => injured 4 unknown +part
12 were injured, two of whom later died. => injured 12 unknown; killed 2 unknown +increment
A man injured in the blast died on Monday. => killed 1 unknown +increment
An injured policeman succumbed to his wounds at the hospital.
  => killed 1 security_forces +increment
One of the deadliest attacks killed 26 people. => killed 26 unknown
He suffered a broken arm. => injured 1 unknown
A child was treated for burns. => injured 1 civilians
Three boys drowned in a dam near Quetta. => killed 3 civilians
Five people died of heat in Sibi. => killed 5 unknown
A boy of twelve was killed. => killed 1 civilians
At 10 pm, two men were shot dead. => killed 2 unknown
Police put the number of dead at 11 and of the injured at 40.
  => killed 11 unknown +update @official; injured 40 unknown +update @official
The death toll from the Mastung blast has gone up to nine. => killed 9 unknown +update
The number of injured rose to 30. => injured 30 unknown +update
Officials said the toll climbed from 11 to 14 overnight. => killed 14 unknown +update @official
The total number of people killed in the attack has risen to 26. => killed 26 unknown +total +update
This brings the number of killed policemen to 20. => killed 20 security_forces +total +update
In all, 58 people were killed in five attacks this month. => killed 58 unknown +total +aggregate
In all, 131 terrorists were killed in the operation. => killed 131 militants +total
According to doctors, 15 injured were brought to the hospital. => injured 15 unknown @hospital
Hospital officials said three of the injured were in critical condition.
  => injured 3 unknown +part @hospital
Residents said two children died in the shelling. => killed 2 civilians @residents
The company said four of its employees had been kidnapped. => abducted 4 civilians @company
The group said it killed 12 soldiers and destroyed two vehicles.
  => killed 12 security_forces @claimant
The army rejected claims that 40 soldiers were killed.
  => killed 40 security_forces +denied @claimant
Militants took three coal miners hostage. => abducted 3 civilians
Three coal miners were taken away at gunpoint. => abducted 3 civilians
CTD officials rounded up 12 suspects during the raid. => arrested 12 suspects
A suspect was taken into custody. => arrested 1 suspects
Two facilitators were arrested and weapons recovered. => arrested 2 militants
He was accused of killing nine people. => killed 9 unknown
The court sentenced two men for killing a policeman. => killed 1 security_forces
Ten bodies were recovered from the rubble. => killed 10 unknown
The bullet-riddled body of a man was found near Mand. => killed 1 unknown
Bullet-riddled bodies of four persons, including two brothers, were found.
  => killed 4 unknown; killed 2 civilians +part
The explosion claimed 12 lives. => killed 12 unknown
Five lives were lost in the blast. => killed 5 unknown
At least two dozen people, most of them women and children, were injured.
  => injured 24/24/- unknown
Twin blasts kill 12, injure 50 in Quetta => killed 12 unknown; injured 50 unknown
A family of five was killed when a shell hit their house. => killed 5 unknown
Seven members of a family were killed. => killed 7 civilians
Four members of the bomb disposal squad were injured. => injured 4 security_forces
The suicide bomber killed himself and six others.
  => killed 7 unknown; killed 1 militants +part; killed 6 unknown +part
Security forces eliminated four terrorists, including ringleader, in an IBO.
  => killed 4 militants; killed 1 militants +part
Two terrorists were neutralised and three apprehended. => killed 2 militants; arrested 3 unknown
Eight khwarij were sent to hell by the security forces. => killed 8 militants
The driver escaped unhurt but his guard was killed. => injured 0 civilians; killed 1 civilians
The firing left a policeman dead and another injured.
  => killed 1 security_forces; injured 1 security_forces
A policeman was killed and another was wounded.
  => killed 1 security_forces; injured 1 security_forces
One person was killed and the other was injured. => killed 1 unknown; injured 1 unknown
Three policemen, two Levies men and a civilian were killed.
  => killed 6 unknown; killed 5 security_forces +part; killed 1 civilians +part
Killed were two policemen and a driver.
  => killed 3 unknown; killed 2 security_forces +part; killed 1 civilians +part
Two people were killed and 12 others, including a child, were wounded.
  => killed 2 unknown; injured 12 unknown; injured 1 civilians +part
Those killed include a woman and two children. => killed 3 civilians +part
Two of those killed were policemen. => killed 2 security_forces +part
Scores of people were wounded. => injured 40/-/- unknown
Hundreds of people attended the funeral of nine people killed in the attack. => killed 9 unknown
A dozen vehicles were set on fire and half a dozen labourers were kidnapped.
  => abducted 6 civilians
1,117 people were killed in 432 attacks during 2024. => killed 1117 unknown +aggregate
As many as 18 personnel were martyred. => killed 18 security_forces
Police killed two alleged robbers in an encounter. => killed 2 suspects
A private security guard was killed and two police guards were injured.
  => killed 1 civilians; injured 2 security_forces
A retired army officer was shot dead. => killed 1 civilians
A militant commander was killed along with two associates.
  => killed 3 unknown; killed 1 militants +part; killed 2 unknown +part
Five Chinese engineers and their driver were killed. => killed 6 civilians
Killed: 5, injured: 12 => killed 5 unknown; injured 12 unknown
Three killed two injured in clash => killed 3 unknown; injured 2 unknown
The bomber detonated his vest, leaving 26 dead and 62 injured.
  => killed 26 unknown; injured 62 unknown
Two dead, six injured in Pishin roadside blast => killed 2 unknown; injured 6 unknown
At least five people were feared dead. => killed 5/5/- unknown
The killing of nine people sparked protests. => killed 9 unknown
The deaths of three children shocked the town. => killed 3 civilians
Six fishermen are still missing. => missing 6 civilians
“At least four people have died and 16 were wounded,” said a police official.
  => killed 4/4/- unknown @official; injured 16 unknown @official
The attack left three FC personnel martyred and several injured.
  => killed 3 security_forces; injured 3/-/- unknown
Two policemen and as many passers-by were injured.
  => injured 4 unknown; injured 2 security_forces +part; injured 2 civilians +part
Police said the bomber's accomplice was arrested. => arrested 1 militants @official
Gunmen riding a motorcycle opened fire on a vehicle, killing its driver and injuring two others.
  => killed 1 civilians; injured 2 unknown
Three attackers were also killed in retaliatory fire. => killed 3 militants
Security forces repulsed the attack, killing all five attackers. => killed 5 militants
All six terrorists were killed. => killed 6 militants
The four attackers were killed. => killed 4 militants
Both attackers were killed on the spot. => killed 2 militants
One labourer was killed while three sustained bullet injuries.
  => killed 1 civilians; injured 3 unknown
A tribal elder, Mir X, was killed and his son received bullet injuries.
  => killed 1 civilians; injured 1 civilians
Levies officials said that a man and a woman were killed in the name of honour.
  => killed 2 civilians @official
The death toll stood at 31, with 120 injured. => killed 31 unknown +update; injured 120 unknown
At least 31 people had been killed and over 100 wounded.
  => killed 31/31/- unknown; injured 100/100/- unknown
Two more injured died in Quetta's Civil Hospital, raising the death toll to 33.
  => killed 2 unknown +increment; killed 33 unknown +update
The blast killed at least 26 people, including 14 soldiers, and wounded 62 others.
  => killed 26/26/- unknown; killed 14 security_forces +part; injured 62 unknown
As many as 59 people, including 23 security personnel, lost their lives in the attacks.
  => killed 59 unknown; killed 23 security_forces +part
The operation ended with all 33 terrorists killed and 21 passengers martyred.
  => killed 33 militants; killed 21 civilians
The militants stopped the bus, checked identity cards and killed 23 people. => killed 23 unknown
23 people were offloaded from trucks and buses and shot dead after their identities were checked.
  => killed 23 unknown
Constable Ahmed was martyred and Head Constable Gul injured.
  => killed 1 security_forces; injured 1 security_forces
The firing resulted in the death of a driver and injuries to three passengers.
  => killed 1 civilians; injured 3 civilians
The explosion caused injuries to two persons. => injured 2 unknown
At least 12 people suffered injuries. => injured 12/12/- unknown
Three persons sustained bullet wounds. => injured 3 unknown
Two children were among the dead. => killed 2 civilians +part
Three women were among the injured. => injured 3 civilians +part
The convoy escaped the attack but a soldier was injured. => injured 1 security_forces
Militants claimed killing of 10 soldiers. => killed 10 security_forces @claimant
The spokesman for the banned outfit claimed that 22 soldiers had been killed and 14 wounded.
  => killed 22 security_forces @claimant; injured 14 unknown @claimant
ISPR said that 18 soldiers embraced martyrdom. => killed 18 security_forces @official
In two separate operations in North Waziristan, security forces killed 11 khwarij.
  => killed 11 militants +aggregate
Since January, 1,600 people have been killed across the country. => killed 1600 unknown +aggregate
PICSS data showed that 245 people were killed in 105 attacks in June.
  => killed 245 unknown +aggregate
Last year, at least 31 people were killed when a suicide bomber struck the railway station.
  => killed 31/31/- unknown
A similar attack in March killed three policemen. => killed 3 security_forces
Eight soldiers were martyred in the same area two years ago. => killed 8 security_forces
Police baton-charged protesters, injuring six. => injured 6 unknown
The protesters said police arrested 20 of their colleagues. => arrested 20 unknown
At least 150 protesters were detained. => arrested 150/150/- civilians
The forces killed the mastermind of the attack. => killed 1 militants
Three suspected militants were killed and two soldiers were wounded in the gun battle.
  => killed 3 militants; injured 2 security_forces
A judge, two lawyers and a passerby were wounded. => injured 4 civilians
Man killed, wife injured in Hub firing => killed 1 unknown; injured 1 civilians
11 killed as gunmen attack coal mine in Duki => killed 11 unknown
Gunmen kill 20 miners at Duki coal mine, wound seven => killed 20 civilians; injured 7 unknown
Suicide attack kills 14, including 4 cops => killed 14 unknown; killed 4 security_forces +part
14 killed, over 30 injured in suicide attack on political rally
  => killed 14 unknown; injured 30/30/- unknown
Death toll in Quetta blast rises to 15 => killed 15 unknown +update
Two die in landmine blast => killed 2 unknown
Explosion in Chaman leaves two dead, 10 injured => killed 2 unknown; injured 10 unknown
ISPR said three militants, including a high-value target, were killed in an IBO in Tank district.
  => killed 3 militants @official
He said that five bodies had been brought to the hospital along with 22 injured.
  => killed 5 unknown; injured 22 unknown
Armed men took away four drivers and set eight trucks on fire. => abducted 4 civilians
Three labourers kidnapped last week were found dead. => abducted 3 civilians; killed 3 civilians
At least 14 of the passengers and three soldiers died when militants ambushed two buses.
  => killed 17/17/- unknown; killed 14/14/- civilians +part; killed 3 security_forces +part
Thousands attended the funeral prayers of the 11 coal miners killed in Mach. => killed 11 civilians
Four security men and a woman lost their lives, while 15 others received injuries.
  => killed 5 unknown; killed 4 security_forces +part; killed 1 civilians +part; injured 15 unknown
Eleven militants had been killed so far in the operation, while one soldier was martyred.
  => killed 11 militants; killed 1 security_forces
The toll may rise as several injured were in critical condition. => injured 3/-/- unknown
The death toll rose to 21 after three more victims died.
  => killed 21 unknown +update; killed 3 unknown +increment
Initially, police had said that five people were killed but later revised the figure to seven.
  => killed 5 unknown @official; killed 7 unknown +update @official
Hospital sources put the death toll at 26, while the government said 24 people had died.
  => killed 26 unknown +update @hospital; killed 24 unknown @official
The minister said 180 terrorists had been killed in the last 24 hours.
  => killed 180 militants +aggregate @official
The military dismissed the BLA's claim of killing 84 soldiers.
  => killed 84 security_forces +denied @claimant
The claim that 84 personnel were killed was denied by the ISPR.
  => killed 84 security_forces +denied @claimant
Police killed one of the abductors and arrested two. => killed 1 militants; arrested 2 unknown
Two people were injured in firing during a wedding ceremony. => injured 2 unknown
A bus carrying 45 pilgrims overturned, killing six and injuring 28.
  => killed 6 unknown; injured 28 unknown
At least 11 coal miners died after a mine collapsed in Sanjdi. => killed 11/11/- civilians
A seven-year-old girl was killed and her mother injured when a stray bullet hit them.
  => killed 1 civilians; injured 1 civilians
Six attackers wearing suicide vests were killed. => killed 6 militants
Police shot dead three suspected militants and arrested two wounded.
  => killed 3 militants; injured 2 unknown
In the ensuing gun battle all the six attackers were killed. => killed 6 militants
Four of the five attackers were killed. => killed 4 militants
One of the bombers detonated his vest while two were shot dead by guards. => killed 2 unknown
In 2014, 150 people, mostly children, were killed in an attack on a school. => killed 150 unknown
More than 70,000 people have been killed in the war on terror. => killed 70000/70000/- unknown
A senior counterterrorism officer and his driver were martyred.
  => killed 2 unknown; killed 1 security_forces +part; killed 1 civilians +part
DSP among four policemen martyred in Lakki Marwat => killed 4 security_forces
Three including policeman injured in Peshawar blast
  => injured 3 unknown; injured 1 security_forces +part
Six, including two children, killed in Tirah mortar attack
  => killed 6 unknown; killed 2 civilians +part
Captain among five soldiers martyred in Kurram => killed 5 security_forces
Twelve Khwarij killed, four captured in Bannu => killed 12 militants; arrested 4 unknown
FC convoy targeted in Noshki, five martyred, 12 wounded => killed 5 unknown; injured 12 unknown
Gunmen abduct six labourers in Bolan => abducted 6 civilians
Militants abduct assistant commissioner in Ziarat => abducted 1 civilians
Assistant commissioner, son abducted in Ziarat => abducted 2 civilians
Five held over Quetta blast => arrested 5 unknown
CTD arrests three in Lahore => arrested 3 unknown
Five of those injured were discharged. => injured 5 unknown +part
The police chief said eight people, five of them policemen, were killed.
  => killed 8 unknown @official; killed 5 security_forces +part @official
The group claimed responsibility for the killing of three policemen.
  => killed 3 security_forces @claimant
The attack comes days after 12 soldiers were killed in the area. => killed 12 security_forces
Two FC men were injured while defusing a bomb. => injured 2 security_forces
Security forces opened fire on a crowd, killing three and injuring seven, activists said.
  => killed 3 unknown @residents; injured 7 unknown @residents
Seven protestors were injured and 12 detained. => injured 7 civilians; arrested 12 unknown
Police used tear gas; at least eight protesters and two police officers were hurt.
  => injured 10/10/- unknown; injured 8/8/- civilians +part; injured 2 security_forces +part
A man wanted for killing 12 people was arrested. => killed 12 unknown
Ten years after 150 children were killed, families still wait. => killed 150 civilians
The son of a tribal elder was abducted. => abducted 1 civilians
Son of former minister kidnapped in Kuchlak => abducted 1 civilians
A brother of the victim was also injured. => injured 1 civilians
One labourer died on the spot while the other succumbed to injuries at the hospital.
  => killed 1 civilians; killed 1 unknown +increment
His guard was martyred and he was wounded. => killed 1 civilians; injured 1 unknown
The mayor survived but four of his guards were killed. => killed 4 civilians
The attack on the convoy of a candidate left three dead. => killed 3 unknown
The explosion killed one person and wounded at least a dozen.
  => killed 1 unknown; injured 12/12/- unknown
About a hundred people were arrested. => arrested -/100/- unknown
Over two dozen were wounded. => injured 24/24/- unknown
Half a dozen others were hurt. => injured 6 unknown
The wounded included nine policemen. => injured 9 security_forces +part
The blast left eight people, including two policemen, dead and 20 others wounded.
  => killed 8 unknown; killed 2 security_forces +part; injured 20 unknown
Seven personnel – five soldiers and two policemen – were martyred. => killed 7 security_forces
Five soldiers and two policemen were martyred and seven militants killed in clashes.
  => killed 7 security_forces; killed 7 militants
Seven people (five soldiers and two policemen) were killed. => killed 7 security_forces
“We received 12 bodies and 40 injured,” a doctor at the Civil Hospital said.
  => killed 12 unknown @hospital; injured 40 unknown @hospital
Doctors at Civil Hospital said they had received 12 bodies. => killed 12 unknown @hospital
Dr X, the medical superintendent, told reporters that 10 bodies and 35 injured had been brought.
  => killed 10 unknown @hospital; injured 35 unknown @hospital
Police official X said 10 had died; hospital officials put the toll at 12.
  => killed 10 unknown @official; killed 12 unknown +update @hospital
The provincial government spokesman told AFP that 145 militants had been killed in 40 hours.
  => killed 145 militants @official
So far 145 terrorists have been killed. => killed 145 militants
ISPR said 41 terrorists were killed on Thursday and Friday. => killed 41 militants @official
Fifteen soldiers embraced shahadat. => killed 15 security_forces
Three Levies personnel and a tehsildar were taken hostage.
  => abducted 4 unknown; abducted 3 security_forces +part; abducted 1 civilians +part
The militants released 12 women and children but took 20 men with them. => abducted 20 unknown
Three security guards of a bank were shot and injured. => injured 3 civilians
A landmine explosion injured a shepherd and killed six of his goats. => injured 1 civilians
Two killed, one injured over land dispute. => killed 2 unknown; injured 1 unknown
At least 7 killed, many wounded => killed 7/7/- unknown; injured 3/-/- unknown
On January 3, 11 miners were killed in Mach. => killed 11 civilians
In 2021, 11 Hazara coal miners were killed in Mach. => killed 11 civilians
At 8:30am 12 people were injured. => injured 12 unknown
Two Frontier Corps (FC) personnel were martyred in the attack. => killed 2 security_forces
Gunmen opened fire at a trader, killing him on the spot. => killed 1 unknown
Gunmen opened fire at three traders, killing them on the spot. => killed 3 civilians
Three of a family killed in Turbat => killed 3 civilians
One more body was recovered on Tuesday. => killed 1 unknown +increment
The bomber and two soldiers were killed.
  => killed 3 unknown; killed 1 militants +part; killed 2 security_forces +part
Three Baloch youths were picked up from Turbat. => abducted 3 unknown
Relatives said four men had gone missing from Kech. => missing 4 unknown @residents
Both were killed. => killed 2 unknown
Dozens of militants attacked and at least 12 of them were killed. => killed 12/12/- unknown
The number of those killed reached nine. => killed 9 unknown +update
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_english_counts(sentence, expected):
    assert codes(find_counts(sentence)) == expected
