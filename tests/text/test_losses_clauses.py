"""Tolls told in subordinate clauses, asides, ellipses and by what did not happen.

A case is a text, ``=>``, its dead and its hurt; ``-`` is a figure that the text does not give.
"""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.counts import find_counts
from geomap.text.mentions import find_mentions
from tests.text.test_losses_phrases import cases, figure

CASES = """
Two guards died before all four raiders were themselves killed. => 6 -
The commander of the patrol was himself wounded. => - 1
They killed a headman before all three intruders, one of whom wore a vest, were dead. => 4 -
A girl gathering mushrooms trod on a mine and died. => 1 -
Two men painting a wall were shot dead. => 2 -
A wedding gathering was hit and three guests were killed. => 3 -
Not one of our men was so much as scratched. => 0 0
In that raid no one was so much as grazed. => 0 0
Loss on the police side is reported to be nil. => 0 0
None of the nine people in the van came to any harm. => 0 0
The siege passed without bloodshed. => 0 0
Not a single casualty was reported. => 0 0
The family got away with a fright. => 0 0
The men sent six intruders belonging to an outfit based abroad to hell. => 6 -
The blast killed a driver and left his helper without an arm. => 1 1
Two soldiers fell in the three days and four were wounded. => 2 4
Four men fell on one side and three on the other. => 7 -
Prices fell in the two days before the sale. => - -
Seven persons, two of them women, were treated for cuts. => - 7
The raid ended with the death of the last of the six attackers. => 6 -
The last of the three hostages was released. => - -
The captives were killed one after the other. => - -
Those killed were Naveed Gul, his wife and their two sons. => 4 -
The dead were buried in Sibi. => - -
A guard shot dead one robber and injured another while a third ran off. => 1 1
Four reported killed in hotel raid. => 4 -
Six people were injured. One of the six, a cobbler, did not survive the night. => 1 5
Three were killed and six hurt. One of the six, a cobbler, did not survive. => 4 5
He died before he could be taken to hospital. => 1 -
A cart full of reapers hit a mine, three of whom, cousins, died on the spot. => 3 -
A lorry with eight loaders, two of whom were shot dead, was robbed. => 2 -
Six soldiers, two of whom had been wounded, were flown out. => - 2
Ten people were killed, three of whom were shot in the head. => 10 -
Nine people were hurt, two of them critically. => - 9
Two coaches derailed and seven passengers were hurt after an explosion on the track. => - 7
A coach overturned on a bend and seven passengers were hurt. => - -
پروفیسر سلیم جان موقع پر دم توڑ گئے۔ => 1 -
ساٹھ سالہ حاجی نور خان فائرنگ سے جاں بحق ہو گئے۔ => 1 -
مفتی سلیم گولی لگنے سے زخمی ہو گئے۔ => - 1
ماسٹر سلیم جان زخموں کی تاب نہ لاتے ہوئے چل بسے۔ => 1 -
مولانا سلیم کے بھائی نے کہا کہ تین حملہ آور ہلاک ہو گئے۔ => 3 -
مولانا سلیم نے ہلاکتوں کی مذمت کی۔ => - -
ایک سپاہی شہید اور حاجی نور خان زخمی ہو گئے۔ => 1 1
ایک خاتون جاں بحق ہوئی جبکہ دو بچوں کو نشتر ہسپتال لے جایا گیا۔ => 1 2
دو راہگیر زخمی ہوئے، دونوں کو ہسپتال منتقل کیا گیا۔ => - 2
چار لاشوں کو ہسپتال منتقل کر دیا گیا۔ => 4 -
تین مزدوروں کو تشویشناک حالت میں ملتان بھیجا گیا۔ => - 3
دو چرواہے بینائی سے محروم ہو گئے۔ => - 2
"""


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(CASES))
def test_the_words_add_up(text, dead, hurt):
    counts = find_counts(text)
    assert (figure(counts, "killed"), figure(counts, "injured")) == (dead, hurt)


EVENTS = """
Gunmen ambushed trucks at Bagan in Kurram on Friday, killing six people including a guard, while
two of the attackers fell in retaliatory fire, officials said. => 8 -
Raiders killed six people at a camp in Bagan, Kurram, on Friday, two of them guards. => 6 -
Forces killed eleven militants in the hills of Kohlu on Friday. Two soldiers fell in the fight. The
BLA owned to the loss of three of its men. => 13 -
A suicide bomber blew himself up among worshippers in Hangu on Friday. Ten of them were killed,
30 injured. => 11 30
A bomber blew himself up at a hospital gate in Bannu on Sunday, killing, besides himself, two
guards and a nurse. => 4 -
A convoy was bombed at Nawagai in Bajaur on Saturday. A cleric died, as did a pupil of his. => 2 -
"""


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(EVENTS))
def test_an_event_counts_its_own(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    found = [account.fatalities_best, account.injured_best]
    assert ["-" if each is None else str(each) for each in found] == [dead, hurt]


def test_a_headline_that_sums_up_a_list_hides_no_bomber():
    article = Article(
        id="a",
        title="Suicide bomber kills four at Hangu checkpoint",
        text=(
            "HANGU: Three policemen and a fruit seller were killed when a suicide bomber walked up "
            "to a checkpoint in Hangu and blew himself up on Friday."
        ),
        published=date(2026, 3, 10),
        published_source="metadata",
    )
    accounts = extract_accounts(article, resolve(find_mentions(article)))
    assert [account.fatalities_best for account in accounts] == [5]
