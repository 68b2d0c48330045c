"""What kind of event guns, rockets, fires and mixed victims make together."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

_BATTLE, _BLAST = "Battles", "Explosions/Remote violence"
_ATTACK, _STRATEGIC = "Violence against civilians", "Strategic developments"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تربت: مند میں پیر کو مسلح افراد نے ایف سی کی چوکی پر راکٹ داغے اور فائرنگ کی۔",
            _BATTLE,
        ),
        ("تربت: مند میں پیر کو ایف سی کی چوکی پر راکٹ داغے گئے۔", _BLAST),
        ("Three rockets were fired at an army camp in Mand, Kech, on Monday.", _BLAST),
        (
            "دکی میں پیر کو مسلح افراد نے دو ٹرک روک کر ڈرائیوروں کو قتل کیا اور گاڑیاں جلا ڈالیں۔",
            _ATTACK,
        ),
        ("دکی میں پیر کو مسلح افراد نے تین ٹرکوں کو آگ لگا دی اور گاڑیاں جلا ڈالیں۔", _STRATEGIC),
        (
            "Gunmen fired on a bus near Chilas on Monday. Six people, two sepoys among them, died.",
            _ATTACK,
        ),
        ("Gunmen opened fire on a van near Tank on Monday. Two policemen were killed.", _BATTLE),
    ],
)
def test_the_kind_of_an_attack(text, expected):
    article = Article(id="a", text=text, published=date(2026, 3, 4), published_source="metadata")
    accounts = extract_accounts(article, resolve(find_mentions(article)))
    assert [account.event_type for account in accounts] == [expected]
