"""A review.csv is read back whatever program it went through."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from geomap.correction_files import read_rows
from geomap.errors import MissingDataError, SchemaError
from geomap.tables import write_csv

COLUMNS = ["what", "article_id", "quote", "field", "decision", "correct_value"]
ROWS = [
    ["toponym", "=1+1", "کوئٹہ", "place", "", "Quetta, Quetta"],
    ["account", "a;b,c", 'He said "run",\nthen fell', "kind", "drop", ""],
    ["toponym", "a", "-Mach", "place", "", ""],
    ["toponym", "a", "@Mach", "place", "ok", ""],
]


def text(mark=",", ends="\n", quoting=csv.QUOTE_MINIMAL):
    file = io.StringIO()
    frame = pd.DataFrame(ROWS, columns=COLUMNS)
    guarded = frame.map(lambda cell: "'" + cell if cell[:1] in "=-@" and cell else cell)
    writer = csv.writer(file, delimiter=mark, lineterminator=ends, quoting=quoting)
    writer.writerows([COLUMNS, *guarded.to_numpy().tolist()])
    return file.getvalue()


def cells(rows):
    return [[row.cell(name) for name in COLUMNS] for row in rows]


FILLED = [ROWS[0], ROWS[1], ROWS[3]]


@pytest.mark.parametrize(
    "content",
    [
        text().encode("utf-8"),
        text().encode("utf-8-sig"),
        text(ends="\r\n").encode("utf-8-sig"),
        text(mark=";", ends="\r\n").encode("utf-8-sig"),
        text(mark="\t").encode("utf-16"),
        text(mark="|", quoting=csv.QUOTE_ALL).encode("utf-8"),
        ("sep=;\r\n" + text(mark=";", ends="\r\n")).encode("utf-8"),
        text().replace("correct_value", " Correct Value ").encode("utf-8"),
    ],
    ids=["plain", "marked", "windows", "semicolons", "utf-16", "bars", "sep", "header"],
)
def test_what_a_spreadsheet_saves_is_read_the_same(tmp_path, content):
    file = tmp_path / "review.csv"
    file.write_bytes(content)
    assert cells(read_rows(file)) == FILLED


def test_our_own_guard_against_formulas_is_taken_off(tmp_path):
    file = tmp_path / "review.csv"
    write_csv(pd.DataFrame(ROWS, columns=COLUMNS), file, marked=True)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfwhat,")
    assert cells(read_rows(file)) == FILLED
    assert [row.number for row in read_rows(file)] == [2, 3, 5]


def test_files_behind_each_other_may_differ_in_marks_and_columns(tmp_path):
    other = "quote;what;decision\r\nTurbat;toponym;drop\r\n"
    file = tmp_path / "all.csv"
    file.write_bytes(text().encode("utf-8-sig") + other.encode("utf-8-sig") + text().encode())
    rows = read_rows(file)
    assert cells(rows)[:3] == cells(rows)[4:] == FILLED
    assert (rows[3].cell("quote"), rows[3].cell("decision"), rows[3].number) == (
        "Turbat",
        "drop",
        7,
    )


def test_a_workbook_is_read_too(tmp_path):
    pytest.importorskip("openpyxl")
    file = tmp_path / "review.xlsx"
    pd.DataFrame(ROWS, columns=COLUMNS).map(lambda cell: cell.removeprefix("=1+")).to_excel(
        file, index=False
    )
    found = cells(read_rows(file))
    assert found == [["toponym", "1", *ROWS[0][2:]], *FILLED[1:]]


def test_windows_1252_loses_urdu_but_no_row(tmp_path):
    file = tmp_path / "review.csv"
    file.write_bytes(text().replace("Quetta, Quetta", "café").encode("cp1252", "replace"))
    rows = read_rows(file)
    assert rows[0].cell("quote") == "?????"
    assert rows[0].cell("correct_value") == "café"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no row with the columns what, quote, decision and correct_value"),
        (b"name,lon\nQuetta,67\n", "no row with the columns"),
        (b"\0\1\xff\xfe\0binary", "it is a binary file"),
        (b'what,quote,decision\ntoponym,"open,ok\n' + b"x" * 140_000, "not CSV"),
    ],
)
def test_what_is_no_corrections_file_is_one_clear_error(tmp_path, content, message):
    file = tmp_path / "mine.csv"
    file.write_bytes(content)
    with pytest.raises(SchemaError, match=message) as error:
        read_rows(file)
    assert str(error.value).startswith("mine.csv")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MissingDataError, match="there is no such corrections file"):
        read_rows(tmp_path / "none.csv")
