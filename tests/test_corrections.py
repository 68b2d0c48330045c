"""From a run to a filled review.csv and back: what a person decides wins, all else stays."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geomap
from geomap.anchors import account_anchor
from geomap.correction_files import CorrectionRow
from geomap.correction_rows import check_rows
from geomap.correction_values import ACCOUNT_FIELDS
from geomap.corrections import Corrections, read_corrections
from geomap.errors import MissingDataError, SchemaError, SettingsError
from geomap.records import Account, Article, Evidence
from geomap.review import REVIEW_COLUMNS
from tests.conftest import ROOT
from tests.maps.unpacked import page_table
from tests.runs import call, contents, lines, program

__all__ = ["call"]

pytestmark = pytest.mark.usefixtures("blank_prints")

BLAST = (
    "date 2026-03-04 Two killed in Mach blast\n\nMACH: Two policemen were killed and five others "
    "wounded when a roadside bomb exploded in Mach on Tuesday, police said.\n"
)
SAME = (
    "date 2026-03-05 Toll rises\n\nQUETTA: The toll of the roadside bomb that exploded in Mach "
    "on Tuesday rose to three policemen killed, officials said on Thursday.\n"
)
UNDATED = "Gunmen shot dead a labourer in Turbat on Monday, police said."
TWO = (
    "date 2026-03-08 Attacks\n\nGunmen killed four labourers in Panjgur on Saturday, police said.\n"
    "\nIn another incident, unidentified men shot dead a teacher in Khuzdar on Saturday.\n"
)
URDU = (
    "کوئٹہ: بدھ کے روز ضلع مستونگ میں سڑک کنارے نصب بم کے دھماکے میں "
    "دو افراد زخمی ہوئے، پولیس نے بتایا۔"
)
COLUMNS = ("what", "article_id", "quote", "field", "decision", "correct_value")


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    rows = [
        {"id": "undated", "text": UNDATED},
        {"id": "0012", "text": URDU, "published": "2026-03-05"},
        {"id": "unknown-1", "text": "Police found a bomb in the Qzarabad area of Kech district on "
         "Monday. The bomb exploded in Qzarabad, killing two men.", "published": "2026-03-10"},
        {"id": "unknown-2", "text": "A man was shot dead in the Qzarabad area of Kech district on "
         "Friday, police said.", "published": "2026-03-15"},
    ]  # fmt: skip
    (folder / "wire.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for name, text in (("blast", BLAST), ("same", SAME), ("two", TWO)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def first(reports, tmp_path_factory):
    """Return the folder of a run without corrections."""
    return geomap.run(reports, tmp_path_factory.mktemp("first")).out


@pytest.fixture
def fixed(reports, tmp_path):
    """Return a function that writes rows, runs with them, and returns the folder and the report."""

    def run(*rows, columns=COLUMNS, name="mine.csv"):
        file = tmp_path / name
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows([columns, *rows])
        result = geomap.run(reports, tmp_path / "out", corrections=file)
        return result.out, result.corrections

    return run


def table(folder):
    text = (folder / "review.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def accounts(folder, article_id):
    return [row for row in lines(folder / "accounts.jsonl") if row["article_id"] == article_id]


def incidents(folder):
    return {row["incident_id"]: row for row in lines(folder / "incidents.jsonl")}


def problems(report):
    return [str(problem) for problem in report.problems]


def question(row):
    return row["what"], row["article_id"], row["quote"], row["field"], row["key"]


def filled(folder, answers):
    """Return the rows of a review with answers by (article_id, field, what)."""
    rows = table(folder)
    used = set()
    for row in rows:
        key = (row["article_id"], row["field"], row["what"])
        if key in answers:
            row["decision"], row["correct_value"] = answers[key]
            used.add(key)
    assert used == set(answers)
    return rows


def save(rows, path, *, mark=",", ends="\n", encoding="utf-8"):
    file = io.StringIO()
    writer = csv.DictWriter(file, REVIEW_COLUMNS, delimiter=mark, lineterminator=ends)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(file.getvalue().encode(encoding, "replace"))
    return path


ANSWERS = {
    ("undated", "date", "account field"): ("change", "2 March 2026"),
    ("undated", "kind", "account"): ("ok", ""),
    ("*", "place", "unresolved name"): ("", "Hoshab, Kech"),
}


def test_a_filled_review_changes_what_it_says_and_nothing_else(reports, first, tmp_path):
    rows = filled(first, ANSWERS)
    file = save(rows, tmp_path / "review.csv")
    result = geomap.run(reports, tmp_path / "out", corrections=file)
    assert (result.corrections.applied, result.corrections.confirmed) == (2, 1)
    assert result.corrections.problems == ()
    before, after = lines(first / "accounts.jsonl"), lines(result.out / "accounts.jsonl")
    moved = {new["article_id"] for old, new in zip(before, after, strict=True) if old != new}
    assert moved == {"undated", "unknown-1", "unknown-2"}
    (fixed,) = accounts(result.out, "undated")
    assert (fixed["date_start"], fixed["date_precision"]) == ("2026-03-02", "day")
    assert fixed["confidence"]["date"] == fixed["confidence"]["kind"] == 1.0
    assert {*fixed["notes"]} >= {"corrected: date", "confirmed: kind"}
    assert fixed["evidence"] == accounts(first, "undated")[0]["evidence"]
    for row in lines(result.out / "mentions.jsonl"):
        if row["toponym"].startswith("Qzarabad"):
            assert row["place"]["name"] == "Hoshab"
            assert (row["score"], row["rules"][-1]) == (1.0, "corrected: place")
    assert accounts(result.out, "unknown-2")[0]["place_name"] == "Hoshab"
    assert [row["incident_id"] for row in lines(result.out / "incidents.jsonl")]


def test_decided_rows_are_not_listed_again(reports, first, tmp_path):
    rows = filled(first, ANSWERS)
    file = save(rows, tmp_path / "review.csv")
    out = geomap.run(reports, tmp_path / "out", corrections=file).out
    decided = {question(row) for row in rows if row["decision"] or row["correct_value"]}
    left = {question(row) for row in rows} - decided
    assert {question(row) for row in table(out)} <= left


@pytest.mark.parametrize("source", ["reports", "seeds/"])
def test_confirming_everything_empties_the_review_and_keeps_the_answers(reports, tmp_path, source):
    source = reports if source == "reports" else source
    plain = geomap.run(source, tmp_path / "a").out
    rows = table(plain)
    assert len(rows) >= 4
    for row in rows:
        row["decision"] = "ok"
    file = save(rows, tmp_path / "review.csv", mark=";", ends="\r\n", encoding="utf-8-sig")
    result = geomap.run(source, tmp_path / "b", corrections=file)
    assert (result.corrections.applied, result.corrections.confirmed) == (0, len(rows))
    assert table(result.out) == []
    assert facts(plain) == facts(result.out)


def facts(folder):
    """Return what a run found, without how sure it is of it."""
    doubt = {"notes", "confidence", "score", "reason", "rules"}
    return [
        {name: value for name, value in row.items() if name not in doubt}
        for file in ("mentions.jsonl", "accounts.jsonl", "incidents.jsonl")
        for row in lines(folder / file)
    ]


def test_corrections_give_the_same_bytes_in_another_process(reports, first, tmp_path):
    file = save(filled(first, ANSWERS), tmp_path / "review.csv")
    for seed in ("1", "2"):
        said = program("run", reports, "-o", tmp_path / seed, "--corrections", file,
                       PYTHONHASHSEED=seed)  # fmt: skip
        assert said.code == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert str(tmp_path).encode() not in (tmp_path / "1" / "run.json").read_bytes()


@pytest.mark.parametrize(
    ("mark", "ends", "encoding"),
    [(";", "\r\n", "utf-8-sig"), ("\t", "\r\n", "utf-16"), (",", "\r\n", "cp1252")],
)
def test_what_a_spreadsheet_saved_gives_the_same_run(
    reports, first, tmp_path, mark, ends, encoding
):
    rows = filled(first, ANSWERS)
    plain = geomap.run(reports, tmp_path / "a", corrections=save(rows, tmp_path / "r.csv")).out
    file = save(rows, tmp_path / "r2.csv", mark=mark, ends=ends, encoding=encoding)
    other = geomap.run(reports, tmp_path / "b", corrections=file).out
    for name in contents(plain):
        if name != "run.json":
            assert (plain / name).read_bytes() == (other / name).read_bytes(), name


def test_an_id_and_words_that_a_spreadsheet_spoiled_are_found_by_the_key(reports, tmp_path):
    """The id 0012 comes back as 12, and Windows-1252 has no Urdu."""
    whole = geomap.run(reports, tmp_path / "a").out
    (account,) = accounts(whole, "0012")
    article = Article(id="0012", text=URDU)
    evidence = tuple(Evidence(**item) for item in account["evidence"])
    record = Account(account_id="x", article_id="0012", kind="incident", event_type="Battles",
                     evidence=evidence)  # fmt: skip
    key = account_anchor(article, record, "place", [record]).key
    rows = [("what", "article_id", "quote", "field", "correct_value", "key"),
            ("account", "12", "????? ????", "place", "Khuzdar", key)]  # fmt: skip
    file = tmp_path / "f.csv"
    file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    result = geomap.run(reports, tmp_path / "b", corrections=file)
    assert result.corrections.applied == 1
    assert accounts(result.out, "0012")[0]["place_name"] == "Khuzdar"


def test_several_fields_of_one_account(fixed, first):
    words = "Two policemen were killed"
    out, report = fixed(
        ("account", "blast.txt", words, "fatalities", "change", "3 (2 to 4)"),
        ("account", "blast.txt", words, "event_type", "", "Battles: Armed clash"),
        ("account", "blast.txt", words, "place", "", "near Mach"),
        ("account", "blast.txt", words, "actor", "", "Balochistan Liberation Army"),
        ("account", "blast.txt", words, "actor_basis", "", "claimed"),
        ("account", "blast.txt", words, "date_end", "", "2026-03-04"),
    )
    assert (report.applied, report.problems) == (6, ())
    (row,) = accounts(out, "blast.txt")
    assert (row["fatalities_low"], row["fatalities_best"], row["fatalities_high"]) == (2, 3, 4)
    assert (row["fatalities_security_forces"], row["fatalities_unknown"]) == (2, 1)
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert (row["precision"], row["uncertainty_m"]) == ("near", 10_000.0)
    assert (row["actor"], row["actor_basis"]) == ("BLA", "claimed")
    assert (row["date_start"], row["date_end"]) == ("2026-03-03", "2026-03-04")
    assert row["date_precision"] == "range"
    for field in ("fatalities", "event_type", "place", "actor", "actor_basis", "date_end"):
        assert f"corrected: {field}" in row["notes"]
    assert row["confidence"]["overall"] == 1.0
    assert row["evidence"] == accounts(first, "blast.txt")[0]["evidence"]
    (incident,) = [one for one in incidents(out).values() if "blast.txt" in one["article_ids"]]
    assert "corrected: place" in incident["notes"]


def test_a_dropped_account_is_gone_from_every_file(fixed, first):
    assert len(accounts(first, "two.txt")) == 2
    out, report = fixed(("account", "two.txt", "shot dead a teacher", "", "drop", ""))
    assert (report.applied, report.problems) == (1, ())
    (left,) = accounts(out, "two.txt")
    assert left == accounts(first, "two.txt")[0]
    gone = accounts(first, "two.txt")[1]["account_id"]
    for name in ("accounts.jsonl", "incidents.jsonl", "incidents.csv"):
        assert gone.encode() in (first / name).read_bytes()
        assert gone.encode() not in (out / name).read_bytes()
    drawn = [page_table((one / "map.html").read_text(encoding="ascii")) for one in (first, out)]
    assert [gone in one.ids for one in drawn] == [True, False]


def test_a_kind_is_changed_and_leaves_the_totals(fixed, first):
    words = "Gunmen killed four labourers"
    out, _ = fixed(("account", "two.txt", words, "kind", "", "statistic"))
    assert len(incidents(out)) == len(incidents(first)) - 1
    assert accounts(out, "two.txt")[0]["account_id"] == accounts(first, "two.txt")[0]["account_id"]


def test_roles_and_what_is_no_place(fixed, first):
    out, report = fixed(
        ("toponym", "two.txt", "Khuzdar", "role", "", "background"),
        ("toponym", "", "Panjgur", "", "drop", ""),
    )
    assert (report.applied, report.problems) == (2, ())
    mentions = {row["toponym"]: row for row in lines(out / "mentions.jsonl")}
    assert "Panjgur" not in mentions
    assert mentions["Khuzdar"]["role"] == "background"
    assert "corrected: role" in mentions["Khuzdar"]["rules"]
    assert [row["place_name"] for row in accounts(out, "two.txt")] != [
        row["place_name"] for row in accounts(first, "two.txt")
    ]


def test_one_article_s_word_goes_before_the_word_for_all(fixed):
    out, report = fixed(
        ("toponym", "unknown-2", "Qzarabad", "place", "", "Turbat"),
        ("toponym", "*", "Qzarabad", "place", "", "Hoshab, Kech"),
    )
    assert report.applied == 2
    assert accounts(out, "unknown-2")[0]["place_name"] == "Turbat"
    assert accounts(out, "unknown-1")[-1]["place_name"] == "Hoshab"


def test_accounts_of_two_articles_are_put_together_and_parted(fixed, first):
    columns = ("what", "decision", "article_id", "quote", "other_article_id", "other_quote")
    merged = [one for one in incidents(first).values() if len(one["article_ids"]) == 2]
    assert [one["article_ids"] for one in merged] == [["blast.txt", "same.txt"]]
    words = ("blast.txt", "Two policemen were killed", "same.txt", "rose to three policemen")
    out, report = fixed(("pair", "apart", *words), columns=columns)
    assert (report.applied, report.problems) == (1, ())
    assert len(incidents(out)) == len(incidents(first)) + 1
    other = ("two.txt", "shot dead a teacher", "undated", "shot dead a labourer")
    out, report = fixed(("pair", "merge", *words), ("pair", "merge", *other), columns=columns)
    assert (report.applied, report.confirmed) == (1, 1)
    assert len(incidents(out)) == len(incidents(first)) - 1
    assert ["two.txt", "undated"] in [one["article_ids"] for one in incidents(out).values()]


def test_close_pairs_are_asked_and_no_longer_when_decided(reports, first, tmp_path, monkeypatch):
    monkeypatch.setattr("geomap.close_pairs.MARGIN", 3.0)
    asked = geomap.run(reports, tmp_path / "a").out
    rows = [row for row in table(asked) if row["what"] == "pair"]
    assert [row["answer"] for row in rows] == ["merge"]
    assert rows[0]["other_article_id"] == "same.txt"
    rows[0]["decision"] = "apart"
    file = save(rows, tmp_path / "review.csv")
    result = geomap.run(reports, tmp_path / "b", corrections=file)
    assert (result.corrections.applied, result.corrections.problems) == (1, ())
    assert [row for row in table(result.out) if row["what"] == "pair"] == []
    assert len(incidents(result.out)) == len(incidents(first)) + 1


def test_after_an_article_was_edited_its_corrections_still_hold(first, tmp_path):
    row = filled(first, {("undated", "date", "account field"): ("", "2026-03-02")})
    file = save(row, tmp_path / "review.csv")
    source = tmp_path / "wire.jsonl"
    edited = f"KARACHI: This was corrected later.\n\n{UNDATED} It was quiet on Tuesday."
    source.write_text(json.dumps({"id": "undated", "text": edited}), encoding="utf-8")
    result = geomap.run(source, tmp_path / "out", corrections=file)
    assert accounts(result.out, "undated")[0]["date_start"] == "2026-03-02"
    source.write_text(json.dumps({"id": "undated", "text": UNDATED.replace("shot", "shoot")}))
    result = geomap.run(source, tmp_path / "out", corrections=file)
    assert result.corrections.applied == 0
    number = 2 + [one["field"] for one in row].index("date")
    assert problems(result.corrections) == [
        f"review.csv, row {number}: not applied: the words do not stand in the article",
    ]


WRONG = [
    (("thing", "a", "x", "", "", "y"), "what: 'thing' is no kind of row; allowed are toponym"),
    (("account", "*", "x", "kind", "drop", ""), "article_id: an account stands in one article"),
    (("account", "a", "x", "colour", "", "red"), "field: 'colour' is no field of an account"),
    (("toponym", "a", "x", "actor", "", "BLA"), "field: 'actor' is no field of a toponym"),
    (("toponym", "a", "", "place", "", "Mach"), "quote: it is empty"),
    (("toponym", "a", "x", "place", "maybe", ""), "decision: 'maybe' is no decision"),
    (("toponym", "a", "x", "place", "change", ""), "correct_value: it is empty, but"),
    (("toponym", "a", "x", "place", "ok", "Mach"), "decision: ok confirms the answer"),
    (("toponym", "a", "x", "role", "", "hero"), "correct_value: 'hero' is no role; allowed"),
    (("toponym", "a", "x", "place", "", "Qzqz"), "correct_value: no place 'Qzqz' is known"),
    (("account", "a", "x", "date", "", "soon"), "correct_value: 'soon' is no date; allowed"),
    (("account", "a", "x", "event_type", "", "Batle"), "correct_value: 'Batle' is no event type"),
    (("account", "a", "x", "injured", "", "4 (5 to 6)"), "correct_value: '4 (5 to 6)': low, best"),
    (("pair", "a", "x", "", "drop", ""), "decision: 'drop' is no decision on a pair; allowed"),
    (("pair", "a", "x", "", "merge", ""), "other_article_id: it is empty"),
]


def test_a_row_that_is_wrong_is_one_line_and_the_rest_is_applied(fixed):
    rows = [row for row, _ in WRONG]
    _, report = fixed(*rows, ("toponym", "two.txt", "Khuzdar", "role", "", "background"))
    assert report.applied == 1
    found = problems(report)
    for number, (problem, (_, message)) in enumerate(zip(found, WRONG, strict=True), 2):
        assert problem.startswith(f"mine.csv, row {number}, {message}")
        assert "\n" not in problem


DEAD = "Two policemen were killed"
REFUSED = [
    (("toponym", "two.txt", "Gwadar", "place", "", "Mach"), "no toponym 'Gwadar' in the article"),
    (("toponym", "*", "Gwadar", "place", "", "Mach"), "no toponym 'Gwadar' in these reports"),
    (("account", "two.txt", "on Saturday", "kind", "drop", ""), "no account rests on these"),
    (("account", "two.txt", "eleven", "kind", "drop", ""), "the words do not stand in"),
    (("account", "blast.txt", DEAD, "fatalities_low", "", "8"),
     "fatalities: low 8, best 2, high 2: low, best and high must rise"),
    (("account", "same.txt", "rose to three", "fatalities_civilians", "", "8"),
     "the sides add up to 11, more than fatalities_best 3"),
    (("account", "blast.txt", DEAD, "date_start", "", "2026-04-01"),
     "date_end 2026-03-03 is before date_start 2026-04-01"),
    (("account", "blast.txt", DEAD, "precision", "", "division"),
     "precision 'division' does not follow from Mach"),
]  # fmt: skip


def test_a_row_that_cannot_be_applied_says_why(fixed, first):
    out, report = fixed(*(row for row, _ in REFUSED))
    found = problems(report)
    for number, (problem, (_, message)) in enumerate(zip(found, REFUSED, strict=True), 2):
        assert problem.startswith(f"mine.csv, row {number}: not applied: {message}")
    record = json.loads((out / "run.json").read_bytes())["corrections"]
    assert [row["row"] for row in record["not_applied"]] == list(range(2, 2 + len(REFUSED)))
    assert (record["applied"], record["files"][0]["name"]) == (0, "mine.csv")
    assert lines(out / "accounts.jsonl") == lines(first / "accounts.jsonl")


def test_rows_of_other_articles_are_counted_apart(fixed):
    _, report = fixed(("account", "gone.txt", "x", "kind", "drop", ""))
    assert report.problems == ()
    assert [problem.row for problem in report.absent] == [2]


def test_of_two_rows_on_one_thing_the_later_counts(fixed):
    words = "Two policemen were killed"
    out, report = fixed(
        ("account", "blast.txt", words, "injured", "", "7"),
        ("account", "blast.txt", words, "injured", "", "9"),
    )
    assert accounts(out, "blast.txt")[0]["injured_best"] == 9
    assert problems(report) == ["mine.csv, row 2: a later row decides the same; that one counts"]


def test_an_answer_that_has_changed_since_is_not_confirmed_blindly(fixed):
    columns = (*COLUMNS, "answer")
    row = ("account", "blast.txt", "Two policemen were killed", "place", "ok", "")
    _, report = fixed((*row, "Somewhere that nobody knows"), columns=columns)
    assert "was confirmed, but the answer is 'Mach, Kachhi, Balochistan" in problems(report)[0]
    out, report = fixed((*row, "Quetta, Quetta"), columns=columns)
    assert (report.applied, accounts(out, "blast.txt")[0]["place_name"]) == (1, "Quetta")


def test_the_command_says_what_it_could_not_apply(call, reports, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("what,article_id,quote,field,correct_value\n"
                    "account,two.txt,nothing,date,soon\n"
                    "toponym,gone,Mach,place,Quetta\n", encoding="utf-8")  # fmt: skip
    said = call("run", reports, "-o", tmp_path / "out", "--corrections", file, "-q")
    assert said.code == 0
    assert "geomap: correction: mine.csv, row 2, correct_value: 'soon' is no date" in said.err
    assert "geomap: 1 correction not applied: about articles that are not among" in said.err


def test_what_is_refused_before_the_work_begins(reports, tmp_path):
    with pytest.raises(MissingDataError, match="there is no such corrections file"):
        geomap.run(reports, tmp_path, corrections=tmp_path / "none.csv")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"other\.csv: no row with the columns"):
        geomap.run(reports, tmp_path, corrections=tmp_path / "other.csv")
    with pytest.raises(SettingsError, match="corrections is 5; it must be the path"):
        geomap.run(reports, tmp_path, corrections=5)
    with pytest.raises(SettingsError, match="unknown setting 'correction'"):
        geomap.run(reports, tmp_path, correction="x.csv")


def test_a_review_without_a_decision_corrects_nothing(first, reports, tmp_path):
    assert read_corrections([first / "review.csv"]).rows == ()
    result = geomap.run(reports, tmp_path, corrections=first / "review.csv")
    for name, content in contents(first).items():
        if name != "run.json":
            assert (tmp_path / name).read_bytes() == content, name
    assert result.corrections.files[0][0] == "review.csv"


CELLS = st.dictionaries(
    st.sampled_from(REVIEW_COLUMNS),
    st.sampled_from(["toponym", "account", "pair", "ok", "change", "place", "date", "fatalities",
                     "*", "a", "2 of 3", "Mach", "kind", "drop", "merge", "apart"])
    | st.text(max_size=30),
)  # fmt: skip


@given(st.lists(CELLS, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_cells_are_a_correction_or_a_problem(rows):
    given_rows = [CorrectionRow("f.csv", at, cells) for at, cells in enumerate(rows, 2)]
    kept, wrong = check_rows(given_rows)
    assert len(kept) + len(wrong) == len(rows)
    assert all("\n" not in str(problem) for problem in wrong)
    decided = Corrections(rows=tuple(kept)).of(Article(id="a", text=UNDATED))
    assert decided.mentions([]) == decided.resolutions([]) == decided.accounts([], []) == []


def test_the_example_in_the_docs_works(tmp_path):
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    file = tmp_path / "mine.csv"
    file.write_text(example, encoding="utf-8")
    result = geomap.run("seeds/", tmp_path / "out", corrections=file)
    assert problems(result.corrections) == []
    assert result.corrections.absent == ()
    assert result.corrections.applied + result.corrections.confirmed == example.count("\n") - 1
    places = {row["toponym"]: row["place"] for row in lines(result.out / "mentions.jsonl")}
    assert places["Jinnah Road"]["admin2"] == "Quetta"
    assert "National Stadium" not in places


def test_the_docs_name_every_field_and_every_kind_of_row():
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    kinds = {"toponym", "unresolved name", "account field", "account", "pair"}
    words = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.DOTALL))
    named = {word for part in words for word in part.split(": ")}
    assert kinds <= named
    bare = {name for name in ACCOUNT_FIELDS if not name.startswith(("fatalities_", "injured_"))}
    assert bare <= named
