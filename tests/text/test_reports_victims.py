"""The dead and the hurt of short reports by who they were: companions, clans, names, relatives.

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
TURBAT: A commander of the militants, along with four accomplices, was killed in a raid in Mand on
Monday.
=> 5 dead, None hurt
TURBAT: A schoolteacher along with his two brothers was shot dead in Mand on Monday.
=> 3 dead, None hurt
TURBAT: A driver, as well as two passengers, was killed by a roadside bomb in Mand on Monday.
=> 3 dead, None hurt
TURBAT: A driver and two passengers, besides a policeman, were killed by a roadside bomb in Mand on
Monday.
=> 4 dead, None hurt
TURBAT: A tribal elder with two of his guards was killed in Mand on Monday.
=> 3 dead, None hurt
TURBAT: The militants' ringleader was killed together with three of his men in a raid in Mand on
Monday.
=> 4 dead, None hurt
TURBAT: A man was killed with his wife and three children in Mand on Monday.
=> 5 dead, None hurt
TURBAT: A militant was killed with his own pistol in Mand on Monday.
=> 1 dead, None hurt
JACOBABAD: Two Bugtis and a Jakhrani were killed in a clash between the tribes near Jacobabad on
Monday.
=> 3 dead, None hurt
JACOBABAD: Three Mahars died and four of the Jatois and one Magsi were wounded in a clash near
Jacobabad on Monday.
=> 3 dead, 5 hurt
ZIARAT: A clash in Ziarat on Monday left dead two members of the Kakar tribe and one of the Tareen
tribe.
=> 3 dead, None hurt
ZIARAT: Two Bugti hamlets were burnt and a shepherd was killed by gunmen in Ziarat on Monday.
=> 1 dead, None hurt
BANNU: Five people were killed and twice as many were hurt in a blast in Bannu on Monday.
=> 5 dead, 10 hurt
BANNU: A blast in Bannu on Monday killed six people and left double that number wounded.
=> 6 dead, 12 hurt
BANNU: A blast in Bannu on Monday killed six people and left half as many wounded.
=> 6 dead, 3 hurt
BANNU: Four policemen embraced martyrdom and an equal number sustained injuries in an ambush in
Bannu on Monday.
=> 4 dead, 4 hurt
BANNU: Five people were killed and more than twice as many were hurt in a blast in Bannu on Monday.
=> 5 dead, None hurt
BANNU: A clerk was shot dead in Bannu on Monday; also felled was his cousin.
=> 2 dead, None hurt
BANNU: Twin brothers were killed when a mortar shell hit their house in Bannu on Monday.
=> 2 dead, None hurt
BANNU: A shell killed three siblings and hurt their parents in Bannu on Monday.
=> 3 dead, 2 hurt
BANNU: Security forces killed seven militants in Bannu on Monday, losing a captain and two soldiers.
=> 10 dead, None hurt
SWAT: A bomb killed a boy in Matta on Monday. The injured were put at four.
=> 1 dead, 4 hurt
SWAT: The dead in Monday's bomb blast in Matta were put at seven, the injured at eleven.
=> 7 dead, 11 hurt
QUETTA: Twelve people were hurt in a blast in Kuchlak on Monday. One of them did not survive the
night.
=> 1 dead, 11 hurt
QUETTA: Gunmen wounded three men in Kuchlak on Monday. One later died.
=> 1 dead, 2 hurt
QUETTA: Gunmen wounded a trader and his guard in Kuchlak on Monday. The guard died in hospital.
=> 1 dead, 1 hurt
QUETTA: A constable was killed and his guard wounded in Kuchlak on Monday. The constable died on the
way to hospital.
=> 1 dead, 1 hurt
QUETTA: Six people were hurt in a blast in Kuchlak on Monday. A boy among the injured died at night.
=> 1 dead, 5 hurt
QUETTA: Six people suffered burns in a blast in Kuchlak on Monday. Doctors could not save two of
them.
=> 2 dead, 4 hurt
QUETTA: Of the six people wounded in Monday's blast in Kuchlak, one has since died.
=> 1 dead, 5 hurt
QUETTA: A blast in Kuchlak on Monday killed two people on the spot and wounded nine, one of whom
died later.
=> 3 dead, 8 hurt
QUETTA: A blast in Kuchlak on Monday killed two people and wounded nine. A third victim died in
hospital.
=> 3 dead, 8 hurt
QUETTA: Two people died on the spot in a blast in Kuchlak on Monday and another on the way to
hospital.
=> 3 dead, None hurt
QUETTA: Nine people suffered wounds of varying degrees in a blast in Kuchlak on Monday, which also
took two lives.
=> 2 dead, 9 hurt
QUETTA: A blast in Kuchlak on Monday killed one and hurt four. Doctors said the hospital had
received one dead and six injured.
=> 1 dead, 6 hurt
BANNU: Nine people were aboard the van that hit a mine in Bannu on Monday. Two survived.
=> 7 dead, None hurt
BANNU: Only two of the nine passengers of a van survived when it hit a mine in Bannu on Monday.
=> 7 dead, None hurt
BANNU: A van with nine people aboard was hit by a mine in Bannu on Monday, and only two came out
alive.
=> 7 dead, None hurt
BANNU: A van carrying nine labourers was hit by a mine in Bannu on Monday. The lone survivor is in
hospital.
=> 8 dead, 1 hurt
BANNU: A bomb hit a van carrying ten people in Bannu on Monday. Four died and the rest were injured.
=> 4 dead, 6 hurt
BANNU: A bomb hit a van carrying ten people in Bannu on Monday. Four were hurt. The rest escaped
unhurt.
=> None dead, 4 hurt
BANNU: Two survived the attack on a van in Bannu on Monday; five were killed.
=> 5 dead, 0 hurt
BANNU: Of the nine wounded in Monday's blast in Bannu, seven survived.
=> None dead, 9 hurt
BANNU: All three policemen survived when gunmen attacked their post in Bannu on Monday.
=> None dead, None hurt
BANNU: An elder, a resident of Mandan who had refused to pay, and his driver were shot dead in Bannu
on Monday.
=> 2 dead, None hurt
BANNU: A wanted commander with a price on his head and one of his accomplices were killed in a raid
in Bannu on Monday.
=> 2 dead, None hurt
BANNU: Four engineers were taken away by gunmen in Bannu on Monday. A fifth, who resisted, was shot
in the leg.
=> None dead, 1 hurt
BANNU: Gunmen opened fire in Bannu on Monday. Ahmed Khan, a shopkeeper, Gul Nawaz, a customer, and
Rahim Shah, a labourer, died on the spot.
=> 3 dead, None hurt
BANNU: Imran Khan, 40, a tailor, and Waqar Ali, 25, a baker, were killed in Bannu on Monday.
=> 2 dead, None hurt
BANNU: Gunmen in Bannu on Monday shot dead Imran Khan (40), Waqar Ali (25) and Tariq Shah (17).
=> 3 dead, None hurt
BANNU: Gunmen killed Imran Khan, a tailor, and injured Waqar Ali, a baker, in Bannu on Monday.
=> 1 dead, 1 hurt
BANNU: Gunmen opened fire in Bannu on Monday. Killed were Akbar Ali, 40, his son Naseer Ahmed, 12,
and a passer-by.
=> 3 dead, None hurt
BANNU: In Bannu on Monday, a shopkeeper was killed by gunmen.
=> 1 dead, None hurt
BANNU: A policeman was killed in a blast in Bannu on Monday. Injured too were two students.
=> 1 dead, 2 hurt
BANNU: A policeman was killed in a blast in Bannu on Monday. Left wounded were two students.
=> 1 dead, 2 hurt
BANNU: Gunmen attacked a van in Bannu on Monday. Those who died were a tailor and a baker.
=> 2 dead, None hurt
BANNU: A blast in Bannu on Monday wounded 14. Three have died since.
=> 3 dead, 11 hurt
BANNU: A mine blast in Bannu on Monday killed a shepherd outright; his companion lost a foot.
=> 1 dead, 1 hurt
BANNU: A mine blast in Bannu on Monday cost a shepherd his leg.
=> None dead, 1 hurt
BANNU: A dozen worshippers, three of whom have since died, were hit in a grenade attack in Bannu on
Monday.
=> 3 dead, None hurt
"""


_CASE = re.compile(r"(.+?)\n=> (\w+) dead, (\w+) hurt\n", re.DOTALL)
REPORTS = [(m[1].replace("\n", " "), m[2], m[3]) for m in _CASE.finditer(CASES[1:])]


@pytest.mark.parametrize(("text", "dead", "hurt"), REPORTS)
def test_who_was_harmed(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 11), published_source="metadata")
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    assert (str(account.fatalities_best), str(account.injured_best)) == (dead, hurt)
