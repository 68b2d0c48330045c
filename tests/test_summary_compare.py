from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from geomap.errors import SchemaError, SettingsError
from geomap.summary_compare import compare_periods
from tests.test_summary import QUETTA, dated, table

FIRST, SECOND = ("2024-01-01", "2024-01-31"), (date(2024, 2, 1), date(2024, 3, 2))


def of_quetta(*rows, before=FIRST, after=SECOND):
    frame = compare_periods(table(*rows), before, after)
    return frame.set_index("pcode").loc[QUETTA], frame.attrs


def test_counts_of_two_periods():
    row, told = of_quetta(
        dated("2024-01-05"), dated("2024-02-05", dead=3), dated("2024-02-06", kind="operation"),
        dated("2024-03-02", dead=None), dated("2024-03-03"), dated(None),
        dated("2024-01-05", kind="statistic", dead=900),
    )  # fmt: skip
    assert (row["incidents_before"], row["incidents_after"]) == (1, 2)
    assert (row["incidents_change"], row["incidents_change_pct"]) == (1, 100)
    assert (row["fatalities_before"], row["fatalities_after"], row["fatalities_change"]) == (
        1,
        3,
        2,
    )
    assert (row["operations_before"], row["operations_after"]) == (0, 1)
    assert told == {
        "before": "2024-01-01 to 2024-01-31",
        "after": "2024-02-01 to 2024-03-02",
        "outside": 1,
        "undated": 1,
    }


def test_percent_compares_incidents_per_day():
    row, _ = of_quetta(
        *[dated("2024-01-05")] * 10, *[dated("2024-02-05")] * 10,
        after=("2024-02-01", "2024-02-10"),
    )  # fmt: skip
    assert row["incidents_change"] == 0
    assert row["incidents_change_pct"] == 210
    assert row["change"] == "more"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [(4, 5, "too few to say"), (10, 10, "no clear change"), (15, 10, "no clear change"),
     (20, 5, "fewer"), (5, 20, "more"), (0, 10, "more")],
)  # fmt: skip
def test_the_word_for_a_change(before, after, word):
    row, _ = of_quetta(*[dated("2024-01-05")] * before, *[dated("2024-02-05")] * after)
    assert row["change"] == word


def test_a_month_counts_where_it_is_whole():
    month = dated("2024-01-01", "month")
    row, told = of_quetta(month)
    assert (row["incidents_before"], told["undated"]) == (1, 0)
    row, told = of_quetta(month, before=("2024-01-01", "2024-01-30"))
    assert (row["incidents_before"], told["undated"]) == (0, 1)
    row, told = of_quetta(dated("2024-01-01", "year"))
    assert (row["incidents_before"], told["undated"]) == (0, 1)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (("2024-02-01", "2024-01-01"), SECOND, "before ends on 2024-01-01, before it begins"),
        (FIRST, ("2024-01-31", "2024-02-02"), "overlap: their days must be apart"),
        (("2024", "2025"), SECOND, "before is .*; give its first and last day"),
        (FIRST, "2024", "after is '2024'"),
    ],
)
def test_periods_that_cannot_be_compared(before, after, message):
    with pytest.raises(SettingsError, match=message):
        compare_periods(table(dated("2024-01-05")), before, after)


def test_a_table_that_cannot_be_compared():
    with pytest.raises(SchemaError, match="lacks date_start"):
        compare_periods(pd.DataFrame({"kind": ["incident"]}), FIRST, SECOND)
    with pytest.raises(SchemaError, match="lacks kind"):
        compare_periods(pd.DataFrame({"date_start": ["2024-01-01"]}), FIRST, SECOND)
    assert compare_periods(table(dated(None)).iloc[:0], FIRST, SECOND)["incidents_after"].sum() == 0
