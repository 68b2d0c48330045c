"""Values as people write them, and as spreadsheets rewrite them."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.correction_values import CellError, field_text, parse_field
from geomap.records import Account

DAY = date(2026, 3, 4)


def account(**fields):
    return Account(account_id="x", article_id="a", kind="incident", event_type="Battles", **fields)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-03-04", (DAY, DAY, "day")),
        ("2026-03-04 (day)", (DAY, DAY, "day")),
        ("4 March 2026", (DAY, DAY, "day")),
        ("March 4, 2026", (DAY, DAY, "day")),
        ("04-Mar-26", (DAY, DAY, "day")),
        ("2026/3/4", (DAY, DAY, "day")),
        ("۲۰۲۶-۰۳-۰۴", (DAY, DAY, "day")),
        ("25/03/2026", (date(2026, 3, 25), date(2026, 3, 25), "day")),
        ("03/25/2026", (date(2026, 3, 25), date(2026, 3, 25), "day")),
        ("03.03.2026", (date(2026, 3, 3), date(2026, 3, 3), "day")),
        ("2026-03", (date(2026, 3, 1), date(2026, 3, 31), "month")),
        ("Feb 2024", (date(2024, 2, 1), date(2024, 2, 29), "month")),
        ("2026-03-01 (month)", (date(2026, 3, 1), date(2026, 3, 31), "month")),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31), "year")),
        ("2026-03-01 to 2026-03-04", (date(2026, 3, 1), DAY, "range")),
        ("2026-03-01/2026-03-04", (date(2026, 3, 1), DAY, "range")),
        ("2026-03-01 to 2026-03-07 (week)", (date(2026, 3, 1), date(2026, 3, 7), "week")),
        ("unknown", (None, None, "unknown")),
    ],
)
def test_dates(text, wanted):
    found = parse_field("date", text)
    assert (found["date_start"], found["date_end"], found["date_precision"]) == wanted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-30", "is no date; allowed are 2026-03-04"),
        ("last Monday", "is no date"),
        ("4 Foo 2026", "is no date"),
        ("04/03/2026", "which is the day"),
        ("2026-03-04 to 2026-03-01", "ends before it begins"),
        ("1 to 2 to 3", "is no date"),
    ],
)
def test_what_is_no_date_says_what_is(text, message):
    with pytest.raises(CellError, match=message):
        parse_field("date", text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("4", (4, 4, 4)),
        ("1,200", (1200, 1200, 1200)),
        ("4.0", (4, 4, 4)),
        ("۴", (4, 4, 4)),
        ("0", (0, 0, 0)),
        ("none", (None, None, None)),
        ("4 (3 to 6)", (3, 4, 6)),
        ("unknown (3 to ?)", (3, None, None)),
        ("3 to 6", (3, None, 6)),
    ],
)
def test_figures(text, wanted):
    assert tuple(parse_field("injured", text).values()) == wanted


@pytest.mark.parametrize("text", ["4 (6 to 7)", "3 (4 to 2)", "four", "-1", "4 (x to 6)", "1e5"])
def test_figures_that_cannot_be(text):
    with pytest.raises(CellError, match=r"must rise|is no figure"):
        parse_field("fatalities", text)


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        ("event_type", "battles", {"event_type": "Battles"}),
        ("event_type", "Riots: mob violence",
         {"event_type": "Riots", "sub_event_type": "Mob violence"}),
        ("sub_event_type", "Grenade",
         {"event_type": "Explosions/Remote violence", "sub_event_type": "Grenade"}),
        ("kind", "multi site", {"kind": "multi_site"}),
        ("actor", "Baloch Liberation Army", {"actor": "BLA"}),
        ("actor", "some  tribesmen", {"actor": "some tribesmen"}),
        ("actor", "none", {"actor": None}),
        ("actor_basis", "Claimed", {"actor_basis": "claimed"}),
        ("n_sites", "12", {"n_sites": 12}),
        ("target", "police", {"target": "police"}),
        ("date_end", "2026-03", {"date_end": date(2026, 3, 31)}),
    ],
)  # fmt: skip
def test_other_fields(field, text, wanted):
    assert parse_field(field, text) == wanted


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("event_type", "Batle"),
        ("event_type", "Battles: Grenade"),
        ("kind", "accident"),
        ("actor_basis", "sure"),
        ("n_sites", "0"),
        ("fatalities_low", "many"),
    ],
)
def test_a_word_that_is_not_allowed_lists_those_that_are(field, text):
    with pytest.raises(CellError, match="allowed are"):
        parse_field(field, text)


@pytest.mark.parametrize(
    "fields",
    [
        {"date_start": DAY, "date_end": DAY, "date_precision": "day"},
        {"date_start": date(2026, 3, 1), "date_end": date(2026, 3, 31), "date_precision": "month"},
        {"date_start": date(2026, 1, 1), "date_end": date(2026, 12, 31), "date_precision": "year"},
        {"date_start": date(2026, 3, 1), "date_end": DAY, "date_precision": "range"},
        {"fatalities_low": 1, "fatalities_best": 1, "fatalities_high": 1},
        {"fatalities_low": 1, "fatalities_best": 3, "fatalities_high": 9},
        {"fatalities_low": 3},
        {"injured_best": 0},
        {"sub_event_type": "Armed clash"},
        {},
    ],
)
def test_what_geomap_writes_is_read_back(fields):
    """Confirming an answer must not change it."""
    whole = account(**fields)
    for field in ("date", "fatalities", "injured", "event_type", "kind"):
        text = field_text(whole, field)
        values = parse_field(field, text)
        for name, value in values.items():
            if not name.endswith(("_low", "_high")) or text.endswith(")"):
                assert value == getattr(whole, name), (field, text)
