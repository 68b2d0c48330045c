from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from pathlib import Path

import geopandas as gpd
import pytest

import geomap
from geomap import output_files, pipeline, review
from geomap.errors import DataError, MissingDataError, RenderError, SettingsError
from geomap.pipeline import run
from geomap.records import INCIDENT_COLUMNS
from geomap.settings import Settings
from tests.conftest import ROOT
from tests.runs import contents, lines, make_reports, program

FILES = {
    "accounts.jsonl",
    "articles.jsonl",
    "districts.csv",
    "incidents.csv",
    "incidents.geojson",
    "incidents.jsonl",
    "incidents.parquet",
    "map.html",
    "map.png",
    "embed.html",
    "map.svg",
    "report.html",
    "mentions.jsonl",
    "provinces.csv",
    "review.csv",
    "run.json",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return make_reports(tmp_path_factory.mktemp("in") / "reports")


@pytest.fixture(scope="module")
def done(reports, tmp_path_factory):
    return run(reports, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def out(done):
    return done.out


@pytest.fixture(scope="module")
def record(out):
    return json.loads((out / "run.json").read_bytes())


@pytest.fixture
def old(reports, tmp_path):
    """Return a folder that holds the outputs of an earlier run."""
    for name in FILES:
        (tmp_path / name).write_text("old", encoding="utf-8")
    return tmp_path


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_writes_these_files_and_no_others(done, out):
    assert set(contents(out)) == FILES == set(done.files)
    assert [path.name for path in out.iterdir() if path.is_dir()] == []


def test_the_result_counts_what_the_files_hold(done, out, record):
    assert done.articles == len(lines(out / "articles.jsonl")) == 6
    assert done.accounts == len(lines(out / "accounts.jsonl"))
    assert done.incidents == len(lines(out / "incidents.jsonl")) >= 4
    assert done.undated == ("undated",)
    assert done.dropped == ()
    assert record["counts"]["articles"] == 6
    assert record["counts"]["mentions"] == len(lines(out / "mentions.jsonl"))
    assert sum(record["counts"]["accounts"].values()) == done.accounts
    assert record["counts"]["accounts"]["statistic"] == 1


def test_the_record_tells_what_the_run_rests_on(reports, record):
    assert record["geomap"] == geomap.__version__
    assert record["data_until"] == "2026-03-07"
    assert record["settings"] == {
        "boundaries": None,
        "corrections": [],
        "lexicons": None,
        "ner": None,
        "quotes": True,
        "title": None,
        "max_file_mb": 50,
    }
    assert "corrections" not in record
    assert (record["columns"], record["remarks"]) == ({}, [])
    names = ["more/kabul.md", "province.txt", "quetta.txt", "wire.jsonl"]
    assert [item["name"] for item in record["inputs"]] == names
    for item in record["inputs"]:
        assert item["sha256"] == hashlib.sha256((reports / item["name"]).read_bytes()).hexdigest()
    assert record["no_publication_date"] == ["undated"]
    assert record["boundaries"]["admin2"]["approximate"] is True
    assert record["boundaries"]["admin1"]["name"] == "embedded-admin1"


def test_two_folders_with_files_of_one_name_are_both_recorded(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        text = f"date 2026-03-04 Blast\n\nA bomb exploded in Quetta, killing two men, {name} said."
        (tmp_path / name / "same.txt").write_text(text, encoding="utf-8")
    run([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    inputs = json.loads((tmp_path / "out" / "run.json").read_bytes())["inputs"]
    assert [item["name"] for item in inputs] == ["same.txt", "same.txt"]
    assert len({item["sha256"] for item in inputs}) == 2


def test_the_same_run_gives_the_same_bytes_in_another_process_and_folder(reports, out, tmp_path):
    for seed in ("1", "2"):
        said = program("run", reports.name, "-o", tmp_path / seed, cwd=reports.parent,
                       PYTHONHASHSEED=seed, TZ="Pacific/Kiritimati")  # fmt: skip
        assert said.code == 0
        assert contents(tmp_path / seed) == contents(out)


def test_the_order_of_the_sources_changes_no_incident(reports, out, tmp_path):
    run(sorted(path for path in reports.rglob("*.*"))[::-1], tmp_path)
    first, second = lines(out / "incidents.jsonl"), lines(tmp_path / "incidents.jsonl")
    assert [item["place_name"] for item in first] == [item["place_name"] for item in second]


def test_no_output_holds_a_path_or_a_later_date(reports, out, record):
    for name, content in contents(out).items():
        for folder in (reports, out, ROOT, Path.home()):
            assert f"{folder}{os.sep}".encode() not in content, name
        days = re.findall(rb"\b20\d\d-\d\d-\d\d\b", content)
        assert max(days, default=b"").decode() <= record["data_until"], name


def test_every_quote_stands_at_its_place_in_the_article(out):
    texts = {row["id"]: row["text"] for row in lines(out / "articles.jsonl")}
    features = json.loads((out / "incidents.geojson").read_bytes())["features"]
    frame = gpd.read_parquet(out / "incidents.parquet")
    groups = {
        "accounts.jsonl": [row["evidence"] for row in lines(out / "accounts.jsonl")],
        "incidents.jsonl": [row["evidence"] for row in lines(out / "incidents.jsonl")],
        "incidents.geojson": [item["properties"]["evidence"] for item in features],
        "incidents.csv": [json.loads(row["evidence"]) for row in table(out / "incidents.csv")],
        "incidents.parquet": [json.loads(text) for text in frame["evidence"]],
    }
    for name, rows in groups.items():
        evidence = [item for row in rows for item in row]
        assert len(evidence) >= 8, name
        for item in evidence:
            text = texts[item["article_id"]][item["start"] : item["end"]]
            assert item["quote"] == text, name
            assert 0 < len(text) <= 200
    for row in lines(out / "mentions.jsonl"):
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["toponym"]
    for row in table(out / "review.csv"):
        if row["quote"]:
            assert row["quote"] == texts[row["article_id"]][int(row["start"]) : int(row["end"])]


def test_all_incident_files_hold_the_same_incidents(out):
    ids = [row["incident_id"] for row in lines(out / "incidents.jsonl")]
    features = json.loads((out / "incidents.geojson").read_bytes())["features"]
    assert [item["id"] for item in features] == ids
    assert [row["incident_id"] for row in table(out / "incidents.csv")] == ids
    frame = gpd.read_parquet(out / "incidents.parquet")
    assert frame["incident_id"].tolist() == ids
    assert tuple(frame.columns) == (*INCIDENT_COLUMNS, "geometry")
    assert frame.crs.to_epsg() == 4326


@pytest.mark.parametrize("name", ["districts.csv", "provinces.csv"])
def test_the_rows_of_a_table_add_up_to_the_incidents(out, name):
    rows = table(out / name)
    kinds = [row["kind"] for row in lines(out / "incidents.jsonl")]
    assert sum(int(row["incidents"]) for row in rows) == sum(kind != "operation" for kind in kinds)
    assert [row["pcode"] for row in rows[-3:]] == ["coarser", "abroad", "unlocated"]
    by_name = {row["name"]: int(row["incidents"]) for row in rows}
    assert by_name["abroad"] == 1
    if name == "districts.csv":
        assert by_name["Quetta"] == by_name["Mastung"] == by_name["coarser"] == 1
    else:
        assert by_name["Balochistan"] >= 3


def test_an_incident_known_to_a_province_has_no_point(out):
    rows = {row["precision"]: row for row in lines(out / "incidents.jsonl")}
    assert rows["province"]["lon"] is None
    assert rows["settlement"]["lon"] is not None
    features = json.loads((out / "incidents.geojson").read_bytes())["features"]
    for item in features:
        assert (item["geometry"] is None) == (item["properties"]["lon"] is None)


def test_without_quotes_no_file_but_the_articles_holds_one(reports, out, tmp_path):
    run(reports, tmp_path, settings=Settings(quotes=False))
    evidence = [item for row in lines(out / "accounts.jsonl") for item in row["evidence"]]
    toponyms = {row["toponym"] for row in lines(out / "mentions.jsonl")}
    quotes = {item["quote"] for item in evidence} - toponyms
    assert len(quotes) >= 4
    for name, content in contents(tmp_path).items():
        if name != "articles.jsonl":
            text = content.decode("utf-8", "replace")
            for quote in quotes:
                assert quote not in text, name
                assert json.dumps(quote)[1:-1] not in text, name
            assert '"quote":' not in text


def test_the_review_has_quotes_only_where_they_are_wanted(reports, tmp_path, monkeypatch):
    monkeypatch.setattr(review, "LOW_CONFIDENCE", 2.0)  # every account is to be checked
    quoted = {}
    for wanted in (True, False):
        run(reports, tmp_path, settings=Settings(quotes=wanted))
        rows = [row for row in table(tmp_path / "review.csv") if row["account_id"]]
        assert len(rows) >= 4
        assert {row["context"] or row["other_quote"] for row in rows} == {""}
        quoted[wanted] = [row["quote"] for row in rows if row["quote"]]
    assert quoted[True]
    assert quoted[False] == []


def test_the_map_has_the_title_and_the_last_date(reports, out, tmp_path):
    settings = Settings(title="Invented <title>")
    run(reports, tmp_path, settings=settings)
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "Invented &lt;title&gt;" in page
    assert "2026-03-07" in (out / "map.html").read_text(encoding="utf-8")


def test_an_article_that_breaks_a_step_is_dropped_and_the_rest_goes_on(
    reports, tmp_path, monkeypatch
):
    read, seen = pipeline.accounts_in, []

    def broken(reading, resolutions):
        if reading.article.id == "quetta.txt":
            raise KeyError(object())
        return read(reading, resolutions)

    monkeypatch.setattr(pipeline, "accounts_in", broken)
    result = run(reports, tmp_path, progress=lambda *step: seen.append(step))
    assert [(item.where, item.reason) for item in result.dropped] == [
        ("quetta.txt", "could not be understood (KeyError in broken); please report it"),
    ]
    assert "quetta.txt" not in {row["id"] for row in lines(tmp_path / "articles.jsonl")}
    assert "quetta.txt" not in {row["article_id"] for row in lines(tmp_path / "mentions.jsonl")}
    assert result.articles == 5
    record = json.loads((tmp_path / "run.json").read_bytes())
    assert record["dropped"][0]["where"] == "quetta.txt"
    assert record["counts"]["dropped"] == 1
    assert seen == [("reading reports", number, 6) for number in range(1, 7)]


@pytest.mark.parametrize(
    ("raised", "seen"),
    [
        (OSError(28, "No space left on device"), DataError),
        (OSError("short"), DataError),
        (RenderError("no map"), RenderError),
        (RuntimeError("a fault"), RuntimeError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_run_that_fails_leaves_the_old_files(reports, old, monkeypatch, raised, seen):
    def fail(*_):
        raise raised

    monkeypatch.setattr(output_files, "write_parquet", fail)
    before = contents(old)
    with pytest.raises(seen):
        run(reports, old)
    assert contents(old) == before
    assert [path.name for path in old.iterdir() if path.is_dir()] == []


def test_a_run_replaces_the_old_files_and_leaves_others_alone(reports, old, out):
    (old / "mine.txt").write_text("keep", encoding="utf-8")
    run(reports, old)
    after = contents(old)
    assert after.pop("mine.txt") == b"keep"
    assert after == contents(out)


def test_a_folder_in_the_place_of_a_file_is_found_before_anything_moves(reports, old):
    (old / "run.json").unlink()
    (old / "run.json").mkdir()
    before = contents(old)
    with pytest.raises(DataError, match=r"run\.json is a folder"):
        run(reports, old)
    assert contents(old) == before


def test_reports_without_an_incident_still_give_every_file(tmp_path):
    source = tmp_path / "calm.txt"
    source.write_text("date 2026-03-04 Rain expected\n\nRain is expected in Quetta.\n", "utf-8")
    result = run(source, tmp_path / "out")
    assert result.incidents == 0
    assert set(contents(tmp_path / "out")) == FILES
    assert len(gpd.read_parquet(tmp_path / "out" / "incidents.parquet")) == 0
    assert {row["incidents"] for row in table(tmp_path / "out" / "districts.csv")} == {"0"}


def test_hostile_text_passes_through_every_file(tmp_path):
    text = (
        "QUETTA: Two men were killed in a blast in Quetta on Monday, \u2028 a \ud800 police said."
    )
    row = {
        "id": "=1+1\ud800\n",
        "text": text,
        "title": "\ud800\u2028</script>",
        "published": "2026-03-04",
    }
    (tmp_path / "wire.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    result = run(tmp_path / "wire.jsonl", tmp_path / "out")
    assert (result.articles, result.incidents) == (1, 1)
    (article,) = lines(tmp_path / "out" / "articles.jsonl")
    assert (article["id"], article["text"]) == (row["id"], text)
    (incident,) = lines(tmp_path / "out" / "incidents.jsonl")
    assert incident["sources"][0]["title"] == row["title"]
    for item in incident["evidence"]:
        assert item["quote"] == text[item["start"] : item["end"]]
    (cells,) = table(tmp_path / "out" / "incidents.csv")
    assert json.loads(cells["article_ids"]) == [row["id"]]


def test_what_a_run_refuses(reports, tmp_path):
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(SettingsError, match="no sources given"):
        run([], tmp_path)
    with pytest.raises(MissingDataError, match="there is no such file or folder"):
        run(tmp_path / "none", tmp_path)
    with pytest.raises(SettingsError, match="lies in the source folder"):
        run(reports, reports / "out")
    with pytest.raises(SettingsError, match="no boundary set 'mine'"):
        run(reports, tmp_path, settings=Settings(boundaries="mine"))
    with pytest.raises(SettingsError, match="a set of level admin1"):
        run(reports, tmp_path, settings=Settings(boundaries="embedded-admin1"))
    with pytest.raises(DataError, match="file is a file; name a folder"):
        run(reports, file)
    with pytest.raises(DataError, match="cannot write there"):
        run(reports, file / "below")
    assert contents(tmp_path) == {"file": b"x"}
