"""What adds up over sentences: sides, lists of two sides, totals, foes told by a number alone."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.counts import find_counts
from geomap.text.losses import losses_of
from geomap.text.mentions import find_mentions

DEAD = [
    # A list of two sides, and the other side.
    ("Two sepoys and a cook were killed. Three attackers were shot dead.", 6),
    ("Five people were killed. Three attackers were among the dead.", 5),
    ("A sepoy and a nurse were killed. A sepoy died at the gate.", 2),
    ("Four sepoys died. Two more succumbed at night. Six militants were killed.", 12),
    # Foes told by a number alone.
    ("Two sepoys died. Of the three raiders, one blew himself up and two were shot dead.", 5),
    ("Four sepoys were killed. Gunmen tried to storm the gate; three were killed.", 7),
    ("Gunmen opened fire on a van; three were killed.", 3),
    ("Two sepoys died. Four attackers were killed and a fifth body was found.", 7),
    ("Two died on the spot and a third in hospital.", 3),
    ("Nine raiders were killed. He put the army's losses at two killed.", 11),
    # One more, told with "too" and "also".
    ("The imam died at once; his pupil lay for an hour before he too died.", 2),
    ("The number of pupils killed has climbed to eight. The driver was also killed.", 9),
    ("The toll has climbed to eight. The driver was also killed.", 8),
    # Totals.
    ("The last gunman was shot dead. In all, six sepoys and five raiders were killed.", 11),
    # The attacker's body.
    ("Seven worshippers died; the bomber's severed head was found on a roof.", 8),
    ("Seven worshippers died; the bomber's mother was questioned.", 7),
    ("Seven worshippers died; he said one attacker's body had been seen.", 7),
    # Whose death is denied, who came away.
    ("Residents said two boys were killed. The commissioner said nobody was killed.", 0),
    ("Residents said two boys were killed. The commissioner said a boy was killed.", 2),
    ("The raid caused no injuries.", 0),
    ("The army suffered no injuries.", None),
    ("Troops drove them off without suffering a casualty. Two raiders were killed.", 2),
    ("As it was a holiday, nobody was inside.", None),
    ("Officials had not released any casualty figures.", None),
    ("Seven members of a family were travelling to Zhob. Only two survived.", 5),
    ("Of the six men in the jeep, only the driver lived.", 5),
    # Those told of in a clause.
    ("The bodies of two of the five clerks kidnapped in May were found.", 2),
    ("A bomb killed a member of the peace committee and his nephew in Khar.", 2),
    ("A shell killed a sepoy whom it was to relieve as well as a driver.", 2),
    ("Troops surrounded a house and killed three, two foreigners among them.", 3),
    ("His sons, Bilal and Junaid, were killed.", 2),
    ("His sons, who study in Quetta, were killed.", None),
]
HURT = [
    ("Two guards took bullets in the legs; the scholar had minor cuts.", 3),
    ("Two guards were hurt while a guard was sent home.", 2),
    ("Five of the seven people hurt were sent home.", 7),
    ("Two officers were left dead along with the bomber and 11 people hurt.", 11),
    ("All installations were safe.", None),
]


@pytest.mark.parametrize(("text", "dead"), DEAD)
def test_the_dead_add_up(text, dead):
    assert losses_of(find_counts(text), "killed").best == dead


@pytest.mark.parametrize(("text", "hurt"), HURT)
def test_the_hurt_add_up(text, hurt):
    assert losses_of(find_counts(text), "injured").best == hurt


SUMS = [
    (
        (
            "HUB: Two attacks on shops in Hub and Uthal left three dead on Monday. A clerk "
            "was shot dead in Hub. In another attack in Uthal, gunmen killed two tailors."
        ),
        [1, 2],
    ),
    (
        (
            "HUB: Troops and raiders traded fire at a shop in Hub on Monday, leaving three dead. A "
            "clerk was shot dead there. In another attack in Uthal, gunmen killed two tailors."
        ),
        [3, 2],
    ),
    (
        (
            "HUB: Gunmen fired at a shop in Hub on Monday, killing three men. In another attack in "
            "Uthal, gunmen killed two tailors."
        ),
        [3, 2],
    ),
]


@pytest.mark.parametrize(("text", "dead"), SUMS)
def test_a_sum_of_two_events_is_not_the_first(text, dead):
    article = Article(id="a", text=text, published=date(2026, 3, 4), published_source="metadata")
    found = extract_accounts(article, resolve(find_mentions(article)))
    assert [account.fatalities_best for account in found] == dead
