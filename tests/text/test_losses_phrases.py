"""What a sentence or two add up to: the dead and the hurt, told in the many words of newspapers.

A case is a text, ``=>``, its dead and its hurt; ``-`` is a figure that the text does not give.
"""

from __future__ import annotations

import re

import pytest

from geomap.text.counts import find_counts
from geomap.text.losses import losses_of

CASES = """
Eleven raiders who slipped into a depot at night were shot dead. => 11 -
Two constables who were sitting at a stall after duty were martyred. => 2 -
Six men who had come down to a stream before sunset were gunned down. => 6 -
The head of a school, his cook and their two guards were killed. => 4 -
The owner of a petrol pump, his son and a helper were injured. => - 3
The chief of a clan, his brother and three guards lost their lives. => 5 -
A former chief justice was gunned down outside a mosque. => 1 -
Constables Naveed, Rafiq and Sajid embraced martyrdom. => 3 -
ASI Yousaf and constables Naveed and Rafiq laid down their lives. => 3 -
Naveed Gul, Rafiq Shah and Sajid Ali were shot dead. => 3 -
Brothers Naveed and Rafiq were killed. => 2 -
The dead were identified as Naveed, Rafiq and Sajid. => 3 -
The injured were named as Naveed and Rafiq. => - 2
Killed in the line of duty on Sunday: Havildar Naveed and sepoys Rafiq and Sajid. => 3 -
A mayor and Constable Naveed, his bodyguard, died. => 2 -
Seven on board - five guests and two guides - died. => 7 -
Nine people, six guards and three drivers, were wounded. => - 9
Five people, two women and three children, were killed. => 5 -
Three labourers, two drivers and a cleaner were killed. => 6 -
Four labourers were martyred, two of them brothers, and six got hurt. => 4 6
Six people were killed, four of them guards and two drivers, and 20 were injured. => 6 20
Two polio workers, one of them a girl, and their guard were killed. => 3 -
Doctors pronounced him dead on arrival. => 1 -
Four people, excluding the bomber, were killed. => 5 -
Four people, including the bomber, were killed. => 4 -
Nobody died besides the attacker. => 1 -
Apart from the suicide bomber, three guards lost their lives. => 4 -
In addition to the attacker, two people were killed. => 3 -
Five people were martyred. Four attackers were killed by troops. => 9 -
Three guards were martyred. Two gunmen met the same fate. => 5 -
Two attackers had fallen to return fire. => 2 -
The shelling led to the shahadat of six. => 6 -
The cook has several fractures. => - 1
One of the guards had a broken arm. => - 1
The grenade left a clerk and two peons nursing wounds. => - 3
It left two people dead and four others with burns. => 2 4
The infirmary took in nine with injuries. => - 9
A toddler was pulled out with burns. => - 1
All six guests were hurt. Later two of the men expired in hospital. => 2 4
Nine people were injured. Two of the wounded died at night. => 2 7
Three men were killed and nine wounded. A fourth died at night of his wounds. => 4 8
A clerk who was wounded in Monday's attack died in Quetta. => 1 -
All but two of the nine passengers were killed. => 7 -
Two guards and an equal number of clerks were hurt. => - 4
Both sides lost three men each. => 6 -
Three men from one side and four from the other were killed. => 7 -
Six were wounded, two of them fatally. => 2 4
A brace of policemen was gunned down outside a bank in Peshawar. => 2 -
A quartet of labourers was shot dead in Turbat. => 4 -
Two brothers and their cousin were sprayed with bullets in Wadh; none survived. => 3 -
The blast robbed three families of their breadwinners; three vendors died. => 3 -
A bomb blast claimed as many as nine lives in Quetta. => 9 -
Death came to four pilgrims when a bomb hit their van. => 4 -
The firing proved fatal for a shepherd and his son. => 2 -
A landmine claimed the life of a shepherd. => 1 -
Five labourers did not live to tell the tale. => 5 -
The gun battle left two constables lifeless and a third in hospital. => 2 1
The attack orphaned three children, killing both their parents. => 2 -
A man and his wife were found murdered in their house. => 2 -
The bodies of three men with gunshot wounds were found in Kech. => 3 -
Two bullet-riddled bodies were recovered in Panjgur. => 2 -
Police recovered the bodies of a couple in Sibi. => 2 -
A volley of bullets ended the life of a schoolteacher. => 1 -
The gunmen spared the driver but shot the two guards dead. => 2 -
The senator was killed along with two guards and a driver. => 4 -
The SHO, his gunman and a driver were martyred. => 3 -
The DSP perished together with his driver. => 2 -
Three soldiers gave their lives and two more were hurt. => 3 2
The soldier succumbed on the way to hospital while four comrades are being treated. => 1 4
A polio worker was hit by bullets and died on the spot; her companion was critically hurt. => 1 1
A woman health worker and the constable guarding her were shot dead. => 2 -
The bomber killed himself and two policemen. => 3 -
Besides the bomber, two policemen lost their lives. => 3 -
The attacker and four worshippers died. => 5 -
Only the bomber died. => 1 -
Only the attacker himself was killed. => 1 -
Nobody except the bomber was killed. => 1 -
There were no casualties other than the attacker. => 1 0
The device went off prematurely, killing the two men planting it. => 2 -
A militant was blown up by his own bomb. => 1 -
The bomb exploded while being planted, killing the planter. => 1 -
Four terrorists were sent to hell and three hurt. => 4 3
Security forces dispatched five khwarij to hell. => 5 -
Forces eliminated eight and apprehended two militants. => 8 -
Troops took out six insurgents. => 6 -
The army said its men had accounted for seven fighters. => 7 -
Nine khwarij were taken down by troops. => 9 -
Six terrorists met their end. => 6 -
Ten militants were neutralised, four in Tank and six in Kulachi. => 10 -
Ten militants were neutralised: four in Tank and six in Kulachi. => 10 -
Three died on the spot and the fourth on the way to hospital. => 4 -
Three died instantly, a fourth later. => 4 -
Two were killed instantly and two more died in hospital. => 4 -
Of the nine injured, three later died. => 3 6
Of the wounded, one expired at night. => 1 -
Nine people were injured, two of whom later died. => 2 7
Seven were wounded, two of them fatally. => 2 5
Four people were shot, two of them fatally. => 2 2
A doctor said he had received six bodies and 14 injured. => 6 14
The hospital received six bodies and 14 injured persons. => 6 14
The hospital's register shows six dead and 14 wounded. => 6 14
Six bodies and 14 injured were brought to the hospital. => 6 14
Six bodies were brought to the DHQ along with 14 wounded. => 6 14
Rescue 1122 shifted four bodies and nine injured to the hospital. => 4 9
The casualties were put at five dead and 11 wounded. => 5 11
Casualties: five dead, 11 wounded. => 5 11
Dead: 5. Injured: 11. => 5 11
Killed: three; injured: eight. => 3 8
At least five dead, 11 injured in Quetta blast => 5 11
Five martyred, 11 injured as blast hits Quetta => 5 11
Eight, including three children, die in Bannu blast => 8 -
Blast kills five, injures 11 in Quetta => 5 11
Policeman, two passers-by killed in Karachi attack => 3 -
Couple, daughter shot dead in Sukkur => 3 -
Cleric, two sons killed in Swabi => 3 -
Levies man martyred, another hurt in Mastung => 1 1
Two cops martyred, as many injured in Tank => 2 2
Gunmen kill three, wound five in Kurram => 3 5
Six laid to rest after Kech attack that killed six => 6 -
The toll was nine by midnight. => 9 -
The toll stood at nine by midnight, four of them children. => 9 -
By nightfall the count of the dead had reached nine. => 9 -
The death count went up from seven to nine. => 9 -
The number of martyrs has risen to nine. => 9 -
The number of the injured is 20. => - 20
The figure for the wounded is 20. => - 20
The wounded number 20. => - 20
The wounded, numbering 20, were shifted to CMH. => - 20
Twenty others are in hospital. => - 20
Twenty others are nursing injuries. => - 20
Twenty others needed treatment. => - 20
Twenty others were treated for cuts. => - 20
Twenty others escaped with minor injuries. => - 20
Twenty others came away with bruises. => - 20
A child was hit by a stray bullet. => - 1
A stray bullet hit a child in the shoulder. => - 1
A stray bullet killed a child. => 1 -
Splinters hit three labourers. => - 3
Splinters pierced the arms of two students. => - 2
Glass splinters cut two clerks. => - 2
A bullet grazed the driver's head. => - 1
The driver took two bullets but survived. => - 1
The driver lost a foot. => - 1
The boy lost both legs. => - 1
Three constables were rushed to hospital with bullet wounds. => - 3
A Levies man is battling for life. => - 1
Two are said to be critical. => - 2
One victim remains critical. => - 1
The condition of two is serious. => - 2
The condition of two of the injured was said to be serious. => - 2
"""

_CASE = re.compile(r"(\S.+?)\s+=> (\S+) (\S+)\n", re.DOTALL)


def cases(table):
    """Read the texts of a table, each with its two figures."""
    return [(" ".join(match[1].split()), match[2], match[3]) for match in _CASE.finditer(table)]


def figure(counts, outcome):
    """Return the best figure as the table writes it."""
    best = losses_of(counts, outcome).best
    return "-" if best is None else str(best)


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(CASES))
def test_the_words_add_up(text, dead, hurt):
    counts = find_counts(text)
    assert (figure(counts, "killed"), figure(counts, "injured")) == (dead, hurt)
