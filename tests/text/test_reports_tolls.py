"""The dead and the hurt of short reports whose tolls take some working out.

A case is a report, ``=>``, the dead and the hurt of its one event; None is a figure that the report
does not give.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

CASES = """
QUETTA: Seven of the nine passengers of a van died when it hit a landmine near Sui on Monday; the
other two are in hospital.
=> 7 dead, 2 hurt
KALAT: All but one of the eight passengers of a van were shot dead near Kalat on Monday.
=> 7 dead, None hurt
BANNU: Three of the five attackers were shot dead when they tried to enter a police post in Bannu
on Monday; the remaining two fled.
=> 3 dead, None hurt
TANK: Gunmen killed a policeman and an equal number of bystanders in Tank on Monday.
=> 2 dead, None hurt
HANGU: A roadside bomb killed a father and his two sons near Hangu on Tuesday. The mother is in
hospital.
=> 3 dead, 1 hurt
KECH: Militants shot dead half a dozen labourers in Buleda on Sunday.
=> 6 dead, None hurt
SWABI: The number of those killed in Monday's blast in Swabi was revised down from eight to six.
=> 6 dead, None hurt
SWABI: Police had said eight people were killed in Monday's blast in Swabi, but the hospital put
the count at six.
=> 6 dead, None hurt
LAKKI MARWAT: A suicide bomber rammed his car into a checkpost in Lakki Marwat on Saturday,
killing six policemen. The attacker also died.
=> 7 dead, None hurt
PANJGUR: The BLF said it had killed nine soldiers in an attack in Panjgur on Sunday. The ISPR said
that two soldiers were martyred and four attackers killed.
=> 6 dead, None hurt
MIR ALI: Three soldiers embraced martyrdom while fighting gallantly in Mir Ali on Sunday. Seven
khwarij were sent to hell.
=> 10 dead, None hurt
MIRANSHAH: A young officer, Captain Ahmed, and two of his men embraced martyrdom in Miranshah on
Sunday.
=> 3 dead, None hurt
MIRANSHAH: Lieutenant Colonel Junaid and Major Tayyab embraced shahadat along with nine jawans in
Orakzai on Sunday.
=> 11 dead, None hurt
ZHOB: Security forces killed 33 khwarij who were trying to cross the border in Zhob on Thursday.
No soldier was hurt.
=> 33 dead, 0 hurt
ZHOB: Fourteen more khwarij were killed in Sambaza, bringing the total of the two-day operation to
47.
=> 47 dead, None hurt
KARACHI: A doctor was shot dead and his gunman wounded in Karachi on Monday. One of the assailants
was also killed in retaliatory fire.
=> 2 dead, 1 hurt
KARACHI: Two robbers were killed and a policeman injured in an encounter in Karachi on Monday.
=> 2 dead, 1 hurt
SUKKUR: Two groups of the Mahar clan clashed in Sukkur on Monday. Three persons from one side and
two from the other died.
=> 5 dead, None hurt
SHIKARPUR: Both sides lost two men each when clans clashed near Shikarpur on Monday.
=> 4 dead, None hurt
SHIKARPUR: Two men were killed from each group in a clash over land near Shikarpur on Monday.
=> 4 dead, None hurt
KOHAT: Firing between two families left a man dead on either side in Kohat on Monday; a woman was
hurt.
=> 2 dead, 1 hurt
KURRAM: Sectarian clashes in Kurram on Monday left 11 people dead, eight from one side and three
from the other.
=> 11 dead, None hurt
KURRAM: Rival tribesmen exchanged fire in Kurram on Monday, in which six were killed and 13 others
wounded.
=> 6 dead, 13 hurt
KURRAM: A convoy of passenger vehicles was ambushed in Kurram on Thursday. At least 40 people,
among them six women, lost their lives.
=> 40 dead, None hurt
QUETTA: A hand grenade lobbed at a shop in Quetta on Monday injured the shopkeeper and three
customers.
=> None dead, 4 hurt
QUETTA: A grenade went off outside a school in Quetta on Monday. The watchman received minor
injuries.
=> None dead, 1 hurt
QUETTA: A time device exploded in Quetta on Monday; the area had been vacated, so nobody came to
harm.
=> 0 dead, 0 hurt
GWADAR: Gunmen opened fire on a house in Gwadar on Monday but the inmates stayed safe.
=> None dead, None hurt
GWADAR: Rockets were fired at a camp in Gwadar on Monday. All landed in the open and caused no
harm.
=> 0 dead, 0 hurt
MASTUNG: Four labourers abducted on Saturday were found shot dead in Mastung on Monday.
=> 4 dead, None hurt
MASTUNG: The bodies of four labourers who were abducted a week ago were found in Mastung on
Monday.
=> 4 dead, None hurt
MASTUNG: Gunmen abducted six labourers in Mastung on Saturday. Three were freed; the bodies of the
other three were found on Monday.
=> 3 dead, None hurt
WANA: A tribal elder was killed and four others, including his two sons, were wounded by a
roadside bomb in Wana on Monday.
=> 1 dead, 4 hurt
WANA: A remote-controlled bomb hit the vehicle of a peace committee in Wana on Monday; its chief
and three volunteers lost their lives.
=> 4 dead, None hurt
WANA: A peace committee office was bombed in Wana on Monday. Seven died and sixteen were injured,
including committee head Saif.
=> 7 dead, 16 hurt
BAJAUR: An assistant commissioner, a tehsildar and three policemen were martyred in a bombing in
Bajaur on Wednesday. Eleven others were wounded.
=> 5 dead, 11 hurt
BAJAUR: A cleric was killed in Bajaur on Monday. Two of his companions were injured, one of them
critically.
=> 1 dead, 2 hurt
SIBI: A bomb planted on the track hit a train near Sibi on Monday. The driver and 12 passengers
were hurt.
=> None dead, 13 hurt
SIBI: Gunmen ambushed a police van near Sibi on Monday; a head constable died fighting, and his
four colleagues were wounded.
=> 1 dead, 4 hurt
LORALAI: Two polio workers, one of them a woman, and their police escort were shot dead in Loralai
on Monday.
=> 3 dead, None hurt
PISHIN: The Pishin blast victims' number rose to 16 on Thursday as three more people succumbed to
their wounds.
=> 16 dead, None hurt
PISHIN: With the death of another labourer, the number of dead in Monday's Pishin blast has risen
to seven.
=> 7 dead, None hurt
PISHIN: One more victim of Monday's bombing in Pishin died on Thursday, raising the toll to seven.
=> 7 dead, None hurt
AWARAN: Two bikers fired at a shop in Awaran on Monday, killing Muhammad Karim and wounding his
nephew.
=> 1 dead, 1 hurt
AWARAN: Muhammad Karim, a barber, and his assistant Rahim were killed in Awaran on Monday.
=> 2 dead, None hurt
AWARAN: Unidentified men shot and killed Wali Jan in Awaran on Monday.
=> 1 dead, None hurt
AWARAN: A man named Wali Jan lost his life in firing in Awaran on Monday.
=> 1 dead, None hurt
KHYBER: Militants killed two of three brothers and injured the third in Bara on Monday.
=> 2 dead, 1 hurt
KHYBER: Of the three brothers fired at in Bara on Monday, two died and the third was injured.
=> 2 dead, 1 hurt
KHYBER: Two of the three men fired upon in Bara on Monday died on the spot. The third is under
treatment.
=> 2 dead, 1 hurt
KHYBER: A mortar shell hit a house in Tirah on Monday. A woman and her three children died; her
husband and mother-in-law were hurt.
=> 4 dead, 2 hurt
KHYBER: A drone dropped explosives on a house in Tirah on Monday, as a result of which a couple
and their infant died.
=> 3 dead, None hurt
DIR: Four policemen sustained burns when their van was torched in Dir on Monday.
=> None dead, 4 hurt
MARDAN: A police team was fired at in Mardan on Monday. ASI Jamal was martyred on the spot,
whereas constable Wahid received wounds.
=> 1 dead, 1 hurt
MARDAN: Constable Wahid embraced martyrdom when gunmen attacked a post in Mardan on Monday.
Constables Amir and Jan Alam were injured.
=> 1 dead, 2 hurt
MARDAN: Three policemen - Amir, Wahid and Jan Alam - were wounded by a grenade in Mardan on
Monday.
=> None dead, 3 hurt
NOSHKI: Gunmen stopped a bus near Noshki on Friday, took nine passengers off and shot them. Their
bodies were found under a bridge.
=> 9 dead, None hurt
NOSHKI: Nine passengers were offloaded from a bus near Noshki on Friday and executed one by one.
=> 9 dead, None hurt
BARKHAN: Seven passengers were lined up and shot after being taken off a bus in Barkhan on
Tuesday.
=> 7 dead, None hurt
BOLAN: 21 passengers and four FC men were martyred in the train hijacking in Bolan on Tuesday,
while all 33 terrorists were killed.
=> 58 dead, None hurt
DUKI: Twenty miners were shot dead and seven injured when gunmen stormed coal mines in Duki on
Friday.
=> 20 dead, 7 hurt
DUKI: Gunmen lined up coal miners in Duki on Friday and opened fire, killing 20 and wounding seven
more.
=> 20 dead, 7 hurt
QUETTA: Five gunmen who stormed a court building in Quetta on Monday are all dead. A lawyer and
two clerks were killed before the siege ended.
=> 8 dead, None hurt
TURBAT: Six labourers asleep in a room in Turbat on Monday never woke up: gunmen shot them all.
=> 6 dead, None hurt
TURBAT: Gunmen broke into the quarters of labourers in Turbat on Monday and shot all six dead.
=> 6 dead, None hurt
KECH: A van with five passengers on board hit a mine near Hoshab on Tuesday. There were no
survivors.
=> 5 dead, None hurt
KECH: A van with five passengers on board hit a mine near Hoshab on Tuesday. All of them died.
=> 5 dead, None hurt
KECH: A jeep carrying three Levies men hit a mine near Hoshab on Tuesday. All three were killed on
the spot.
=> 3 dead, None hurt
KECH: A jeep carrying three Levies men hit a mine near Hoshab on Tuesday; two died and the third
is fighting for his life.
=> 2 dead, 1 hurt
BANNU: Five policemen were on duty at a post in Bannu on Monday when a rocket hit it. Two of them
were martyred and the remaining three wounded.
=> 2 dead, 3 hurt
BANNU: Five policemen were on duty at a post in Bannu on Monday when a rocket hit it. None of them
survived.
=> 5 dead, None hurt
TANK: Seven security men are no longer alive after a car bomb at a post in Tank on Monday.
=> 7 dead, None hurt
TANK: A car bomb at a post in Tank on Monday cost the lives of seven security men. Nineteen were
wounded, according to the hospital's medical superintendent, but the police put the number at 16.
=> 7 dead, 19 hurt
SWAT: An explosion at a police station in Swat on Monday left 17 people dead, 14 of them
policemen. More than 50 sustained injuries.
=> 17 dead, 50 hurt
QUETTA: At least 26 people, among them 16 soldiers, were killed and 62 hurt when a suicide bomber
struck the railway station in Quetta on Saturday.
=> 26 dead, 62 hurt
MUSAKHEL: Gunmen blocked a highway in Musakhel on Sunday night, checked the identity cards of
travellers and shot 23 of them.
=> 23 dead, None hurt
MUSAKHEL: Twenty-three travellers were pulled out of buses and trucks in Musakhel on Sunday night
and killed in cold blood.
=> 23 dead, None hurt
BAJAUR: A suicide bomber struck a party convention in Khar on Sunday. The health secretary said 44
people had died and over 100 had been injured, adding that the toll could rise.
=> 44 dead, 100 hurt
DUKI: Miners said 20 of their fellows had been lined up and shot in Duki on Friday. Seven more
were hit but lived.
=> 20 dead, 7 hurt
KHUZDAR: Three schoolchildren and two adults lost their lives when a school bus was bombed in
Khuzdar on Wednesday. Thirty-nine other children were injured, eight of them critically.
=> 5 dead, 39 hurt
KHUZDAR: A school bus was bombed in Khuzdar on Wednesday. The dead are three girls, the driver and
his helper.
=> 5 dead, None hurt
HARNAI: A remote-controlled bomb tore through a truck with 17 miners in Harnai on Friday. Eleven
of the miners were dead by the time help came, and the other six were injured.
=> 11 dead, 6 hurt
HARNAI: Nine miners were killed and eight others hurt when a truck hit a bomb in Harnai on Friday.
Two of the eight died later in Quetta.
=> 11 dead, 6 hurt
KALAT: Eighteen soldiers laid down their lives and 12 terrorists were killed when a road blockade
was cleared in Kalat on Saturday. Eleven more terrorists were hunted down later in the day.
=> 41 dead, None hurt
BARKHAN: Seven men bound for Punjab were taken off a bus in Barkhan on Tuesday, and later their
bullet-riddled bodies were found.
=> 7 dead, None hurt
KARACHI: Two foreign engineers were killed and ten people, including a foreigner, were injured
when a bomber rammed their convoy in Karachi on Sunday. The bomber's remains were found.
=> 2 dead, 10 hurt
DAGGAR: Rescuers recovered a fourth body on Tuesday from the rubble of a seminary that was bombed
in Buner a day earlier.
=> 4 dead, None hurt
ZHOB: Four attackers and three soldiers died and five others were wounded as a post came under
fire in Zhob on Wednesday.
=> 7 dead, 5 hurt
LASBELA: A woman was fatally shot and her husband left paralysed in firing on a rickshaw in Uthal
on Monday.
=> 1 dead, 1 hurt
LORALAI: A trader was shot dead in Loralai on Monday. His son, who tried to save him, was also
killed.
=> 2 dead, None hurt
LORALAI: A trader was shot dead in Loralai on Monday. His nephew, who was with him, got a bullet
in the thigh.
=> 1 dead, 1 hurt
LORALAI: A trader and his nephew came under fire in Loralai on Monday. The former died; the latter
is in hospital.
=> 1 dead, 1 hurt
CHAGAI: A truck driver was killed and his vehicle set ablaze near Dalbandin on Monday. The cleaner
jumped to safety.
=> 1 dead, None hurt
NASIRABAD: A remote-controlled bomb went off near a police van in Dera Murad Jamali on Monday. A
passing cyclist bore the brunt and died; two constables were slightly hurt.
=> 1 dead, 2 hurt
JACOBABAD: A clash near Thul on Monday left three dead - two Jakhranis and a Brohi - and seven
with gunshot wounds.
=> 3 dead, 7 hurt
DERA ISMAIL KHAN: Three customs officials, among them an inspector, met their death in an ambush
near Daraban on Thursday. A five-year-old girl hit by a stray bullet also lost her life.
=> 4 dead, None hurt
DERA ISMAIL KHAN: Twenty-three soldiers were martyred when six terrorists rammed a truck into a
post in Daraban on Tuesday. All six terrorists were killed.
=> 29 dead, None hurt
DERA ISMAIL KHAN: All six terrorists who rammed a truck into a post in Daraban on Tuesday
perished, the ISPR said. Twenty-three soldiers embraced martyrdom.
=> 29 dead, None hurt
CHITRAL: Four soldiers and twelve militants died in fighting on the border in Chitral on
Wednesday. Many militants were hurt.
=> 16 dead, None hurt
PESHAWAR: A policeman was shot dead on his way home in Peshawar on Monday, the third such killing
in a week.
=> 1 dead, None hurt
PESHAWAR: Unidentified men shot a Sikh hakeem dead in Peshawar on Monday.
=> 1 dead, None hurt
PESHAWAR: Two constables deployed for polio duty were targeted in Peshawar on Monday. One was
martyred, the other injured.
=> 1 dead, 1 hurt
PESHAWAR: A hand grenade was thrown at the house of a trader in Peshawar on Monday. The blast left
no one hurt.
=> 0 dead, 0 hurt
PESHAWAR: The blast at a mosque in Peshawar on Monday killed 59. The toll jumped to 83 on Tuesday
as more bodies were pulled from the debris.
=> 83 dead, None hurt
PESHAWAR: Three days on, the count of dead in the mosque bombing in Peshawar was put at 84, down
from the 101 given out earlier.
=> 84 dead, None hurt
MARDAN: Police foiled an attack on a post in Mardan on Monday, killing three terrorists. One
constable received a minor injury.
=> 3 dead, 1 hurt
MARDAN: A land dispute at a village council in Mardan turned bloody on Monday: four members of one
party and one of the other lie dead.
=> 5 dead, None hurt
KHYBER: Eight members of a jirga were held on the way to Tirah on Monday; one was killed while
resisting.
=> 1 dead, None hurt
KOHLU: Security forces retaliated and gunned down four attackers in Kohlu on Monday; two soldiers
who were critically hurt did not make it.
=> 6 dead, None hurt
KOHLU: A landmine maimed a boy of ten in Kohlu on Monday.
=> None dead, 1 hurt
KOHLU: A landmine in Kohlu on Monday took off both legs of a shepherd.
=> None dead, 1 hurt
MASTUNG: A bomb on a cycle exploded near a school in Mastung on Friday, killing five schoolgirls,
a policeman and a child. At least 22 persons, mostly students, were injured.
=> 7 dead, 22 hurt
MASTUNG: A DSP was among 53 people killed when a bomber blew himself up in a procession in Mastung
on Friday.
=> 53 dead, None hurt
MASTUNG: Fifty-three people, a DSP among them, were killed in a procession in Mastung on Friday.
=> 53 dead, None hurt
MASTUNG: Five of the injured in Friday's bombing in Mastung breathed their last overnight, taking
the death toll to 58.
=> 58 dead, None hurt
KARACHI: Five militants attacked a police office in Karachi on Friday. Four people, two policemen,
a Rangers man and a sweeper, were martyred. All five attackers died.
=> 9 dead, None hurt
KARACHI: Four men were injured when two groups traded fire in Lyari on Monday. A woman caught in
the crossfire died.
=> 1 dead, 4 hurt
SUKKUR: Dacoits fired at a police party near Ghotki on Sunday, martyring an SHO, two DSPs and two
constables.
=> 5 dead, None hurt
MIRPUR: Three protesters and a policeman were killed and more than 100 people were injured in
clashes in Muzaffarabad on Monday.
=> 4 dead, 100 hurt
GILGIT: Nine passengers were killed and 26 injured when gunmen opened fire on a bus in Chilas on
Saturday. Two soldiers were among the dead.
=> 9 dead, 26 hurt
WANA: A blast ripped through the office of a peace committee in Wana on Monday, killing seven and
leaving 16 hurt, four of whom later died.
=> 11 dead, 12 hurt
WANA: Maulana Noor, a former MNA, survived a bombing in Wana on Monday with injuries; three of his
followers were also hurt.
=> None dead, 4 hurt
WANA: A former MNA was among four people wounded by a bomb in Wana on Monday.
=> None dead, 4 hurt
MIRANSHAH: Militants blew up a girls' school in Shewa on Monday. It was vacant, and no one was
harmed.
=> 0 dead, 0 hurt
MIRANSHAH: Locals said two children playing with a mortar shell were blown to pieces in Shewa on
Monday, and a third is in a critical condition.
=> 2 dead, 1 hurt
MIRANSHAH: A quadcopter strike killed a woman and maimed her two children in Shewa on Monday.
=> 1 dead, 2 hurt
KALAT: Four labourers were treated and sent home after a blast in Kalat on Monday.
=> None dead, 4 hurt
KALAT: Four labourers are in hospital after a blast in Kalat on Monday.
=> None dead, 4 hurt
KALAT: Four labourers are recovering in hospital after a blast in Kalat on Monday.
=> None dead, 4 hurt
KALAT: Four labourers were hit by splinters in a blast in Kalat on Monday.
=> None dead, 4 hurt
KALAT: A blast in Kalat on Monday sent four labourers to hospital.
=> None dead, 4 hurt
KALAT: A blast in Kalat on Monday killed a labourer; four more are under treatment.
=> 1 dead, 4 hurt
KALAT: A blast in Kalat on Monday killed a labourer. Four of his co-workers are in a critical
state.
=> 1 dead, 4 hurt
KALAT: A blast in Kalat on Monday killed a labourer and maimed four.
=> 1 dead, 4 hurt
KALAT: A blast in Kalat on Monday killed a labourer. The number of wounded is four, the police
said.
=> 1 dead, 4 hurt
KALAT: Four labourers died and nine got injured in a blast in Kalat on Monday; among the injured
are two children.
=> 4 dead, 9 hurt
KALAT: Nine people were injured, one seriously, in a blast in Kalat on Monday.
=> None dead, 9 hurt
KALAT: Nine people sustained wounds of varying severity in a blast in Kalat on Monday.
=> None dead, 9 hurt
KALAT: As many as nine people bore injuries in a blast in Kalat on Monday.
=> None dead, 9 hurt
KALAT: Nine people were admitted to hospital following a blast in Kalat on Monday.
=> None dead, 9 hurt
KALAT: At least nine people were reported hurt in a blast in Kalat on Monday.
=> None dead, 9 hurt
KALAT: Eleven casualties - four dead and seven wounded - resulted from a blast in Kalat on Monday.
=> 4 dead, 7 hurt
KALAT: There were 11 casualties in a blast in Kalat on Monday: four dead and seven wounded.
=> 4 dead, 7 hurt
KALAT: A blast in Kalat on Monday left four people dead and seven nursing wounds.
=> 4 dead, 7 hurt
KALAT: A blast in Kalat on Monday snuffed out four lives.
=> 4 dead, None hurt
KALAT: Four lives were lost in a blast in Kalat on Monday.
=> 4 dead, None hurt
KALAT: Four lives have now been lost to a blast in Kalat on Monday.
=> 4 dead, None hurt
KALAT: The lives of four labourers were lost in a blast in Kalat on Monday.
=> 4 dead, None hurt
KALAT: The only casualty of a blast in Kalat on Monday was a donkey.
=> None dead, None hurt
KALAT: The only casualty of a blast in Kalat on Monday was a watchman, who died.
=> 1 dead, None hurt
KALAT: No one besides the bomber lost his life in a blast in Kalat on Monday.
=> 1 dead, None hurt
KALAT: Four terrorists and their commander were neutralised in Kalat on Monday.
=> 5 dead, None hurt
KALAT: A commander and his four fighters were eliminated in Kalat on Monday.
=> 5 dead, None hurt
KALAT: Troops killed five terrorists, including a commander, in Kalat on Monday; a captain and two
soldiers lost their lives.
=> 8 dead, None hurt
KALAT: Troops killed five terrorists in Kalat on Monday but lost two men.
=> 7 dead, None hurt
KALAT: Troops killed five terrorists in Kalat on Monday, losing two men.
=> 7 dead, None hurt
KALAT: Police lost three men when a post in Kalat was attacked on Monday.
=> 3 dead, None hurt
KALAT: Gunmen killed a Levies man, Abdul Karim, and injured two others in Kalat on Monday.
=> 1 dead, 2 hurt
KALAT: Gunmen shot Levies man Abdul Karim dead in Kalat on Monday.
=> 1 dead, None hurt
KALAT: Gunmen murdered a trader and made off with his car in Kalat on Monday.
=> 1 dead, None hurt
KALAT: A trader resisting abductors was shot and killed in Kalat on Monday.
=> 1 dead, None hurt
KALAT: A trader was sprayed with bullets and died in Kalat on Monday.
=> 1 dead, None hurt
KALAT: A trader succumbed to bullet wounds in Kalat on Monday.
=> 1 dead, None hurt
KALAT: A trader fell to the bullets of gunmen in Kalat on Monday.
=> 1 dead, None hurt
KALAT: A trader, his driver and a passer-by died when gunmen opened fire in Kalat on Monday.
=> 3 dead, None hurt
KALAT: Gunmen opened fire on a car in Kalat on Monday, as a result of which a trader and his
driver died.
=> 2 dead, None hurt
KALAT: Gunmen opened fire on a car in Kalat on Monday, resulting in the deaths of a trader and his
driver.
=> 2 dead, None hurt
KALAT: Gunmen opened fire on a car in Kalat on Monday. A woman in the back seat was hit and died.
=> 1 dead, None hurt
KALAT: Gunmen opened fire on a car in Kalat on Monday. A passing motorcyclist was also hit.
=> None dead, 1 hurt
KALAT: Gunmen opened fire on a car in Kalat on Monday; the trader in it was killed, his wife
escaped.
=> 1 dead, None hurt
"""

_CASE = re.compile(r"(.+?)\n=> (\w+) dead, (\w+) hurt\n", re.DOTALL)


def cases(table):
    """Read the reports of a table, each with its two figures."""
    return [
        (match[1].replace("\n", " "), match[2], match[3]) for match in _CASE.finditer(table[1:])
    ]


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(CASES))
def test_a_toll_is_worked_out(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 4), published_source="metadata")
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    assert (str(account.fatalities_best), str(account.injured_best)) == (dead, hurt)
