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
"""


_CASE = re.compile(r"(.+?)\n=> (\w+) dead, (\w+) hurt\n", re.DOTALL)
REPORTS = [(m[1].replace("\n", " "), m[2], m[3]) for m in _CASE.finditer(CASES[1:])]


@pytest.mark.parametrize(("text", "dead", "hurt"), REPORTS)
def test_who_was_harmed(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 11), published_source="metadata")
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    assert (str(account.fatalities_best), str(account.injured_best)) == (dead, hurt)
