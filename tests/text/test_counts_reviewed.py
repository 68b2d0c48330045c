"""Figures that a reader would not see: no number is made of what is near one."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts

CASES = [
    # A number told by another is a number.
    ("Five people were killed and ² times as many were hurt.", {"killed": [5]}),
    # Who lived somewhere, or was found alive so far, is no remainder of a whole.
    ("Nine people were aboard; two lived at Mach and both were injured.", {"injured": [2]}),
    ("Two of the nine passengers had lived abroad.", {}),
    ("Six of the ten kidnapped men were found alive.", {}),
    ("Gunmen abducted ten men. Two were found alive in a ravine.", {"abducted": [10]}),
    ("Only two of the nine passengers survived.", {"killed": [7]}),
    # English words that Urdu borrows are read in Urdu company alone.
    (
        "Five terrorists killed three soldiers in Bannu on Monday، آئی ایس پی آر نے کہا۔",
        {"killed": [3]},
    ),
    ("A terrorist killed two soldiers in Bannu، پولیس نے کہا۔", {"killed": [2]}),
    ("ایک شخص ہلاک police said one person injured.", {"killed": [1], "injured": [1]}),
    # Parents who speak, twins of somebody.
    ("His parents said he was killed in Turbat on Monday.", {"killed": [1]}),
    ("His parents were killed in Turbat on Monday.", {"killed": [2]}),
    ("A boy and his twin sister were killed.", {"killed": [2]}),
    ("Twin brothers were killed.", {"killed": [2]}),
    # A figure behind a place or a day is no age.
    ("In Panjgur, 12, including three women, were injured.", {"injured": [12, 3]}),
    ("In Bannu on Monday, 14, including two women, were injured.", {"injured": [14, 2]}),
    ("Gul Khan, 40, and Sher Ali, 12, were killed.", {"killed": [2]}),
    # Urdu: lives saved, deaths of which no wound is told, cases and abductors.
    ("ریسکیو نے تین قیمتی جانیں بچا لیں۔", {}),
    ("دھماکے نے تین قیمتی جانیں لے لیں۔", {"killed": [3]}),
    ("مشکل میں تین دوست کام آئے۔", {}),
    ("کسی کی جان کو خطرہ نہیں ہے۔", {}),
    ("کوئی جان بوجھ کر حملہ نہیں کرتا۔", {}),
    ("دھماکے میں کسی کی جان نہیں گئی۔", {"killed": [0]}),
    ("ان کے والد کا انتقال ہو گیا۔", {}),
    ("وہ ہسپتال میں انتقال کر گئے۔", {"killed": [1]}),
    ("اغوا کے مقدمات کی تعداد 40 ہو گئی۔", {}),
    ("اغوا کاروں کی تعداد چار ہے۔", {}),
    ("اغوا ہونے والوں کی تعداد چار ہے۔", {"abducted": [4]}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_no_number_is_made_of_what_is_near_one(text, expected):
    found: dict[str, list[int]] = {}
    for count in find_counts(text):
        if count.best is not None:
            found.setdefault(count.outcome, []).append(count.best)
    assert found == expected
