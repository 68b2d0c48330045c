"""One run reads every kind of file that holds reports, and understands the same report in each."""

from __future__ import annotations

import json
from html import escape

from tests.runs import call, contents, lines

__all__ = ["call"]

URDU = (
    "کوئٹہ: بدھ کے روز ضلع مستونگ میں سڑک کنارے نصب بم کے دھماکے میں دو افراد زخمی ہوئے، "
    "پولیس نے بتایا۔"
)


def report(town, number):
    return (
        f"{town.upper()}: {number} people were killed on Tuesday when a roadside bomb exploded in "
        f"{town}, police said.\n\nNo group claimed the attack, the officials said on Wednesday."
    )


def make_files(folder):
    """Write one report in each kind of file; every one is of another town and toll."""
    folder.mkdir()
    day = "2026-02-05"
    (folder / "a.txt").write_text(f"date {day} Blast\n\n{report('Quetta', 3)}", "utf-8")
    (folder / "b.md").write_text(f"---\ndate: {day}\n---\n{report('Turbat', 4)}", "utf-8")
    page = "".join(f"<p>{escape(part)}</p>" for part in report("Khuzdar", 5).split("\n\n"))
    head = f'<meta property="article:published_time" content="{day}T10:00:00Z">'
    (folder / "c.html").write_text(f"<html><head>{head}</head><body>{page}</body></html>", "utf-8")
    item = f"<description>{report('Sibi', 6)}</description><pubDate>Thu, 5 Feb 2026</pubDate>"
    feed = f'<rss version="2.0"><channel><title>t</title><item>{item}</item></channel></rss>'
    (folder / "d.rss").write_text(feed, "utf-8")
    row = {"text": report("Panjgur", 7), "published": day}
    (folder / "e.jsonl").write_text(json.dumps(row), "utf-8")
    (folder / "f.json").write_text(json.dumps([{"body": report("Zhob", 8), "date": day}]), "utf-8")
    cells = '"{}"'.format(report("Loralai", 9))
    (folder / "g.csv").write_text(f"date,article\n{day},{cells}\n", "utf-8")
    (folder / "h.tsv").write_text(
        f"date\tarticle\n{day}\t{' '.join(report('Gwadar', 10).split())}\n", "utf-8"
    )
    old = URDU.replace("ی", "ي").replace("ئ", "ئ").replace("۔", ".")
    (folder / "i.txt").write_bytes(f"date {day}\n\n{old}".encode("cp1256"))
    (folder / "j.txt").write_text(f"date {day}\n\n{URDU}", "utf-16")
    return folder


def test_a_folder_of_every_kind_of_file(call, tmp_path):
    folder, out = make_files(tmp_path / "in"), tmp_path / "out"
    said = call("run", folder, "-o", out)
    assert said.code == 0
    assert [line.split(": ")[1:3] for line in said.err.splitlines()] == [
        ["note", "i.txt"],
        ["note", "j.txt"],
    ]
    articles = {row["id"]: row for row in lines(out / "articles.jsonl")}
    assert list(articles) == [
        "a.txt", "b.md", "c.html", "d.rss#1", "e.jsonl#1", "f.json#1", "g.csv#2", "h.tsv#2",
        "i.txt", "j.txt",
    ]  # fmt: skip
    assert {row["published"] for row in articles.values()} == {"2026-02-05"}
    found = {
        row["admin2"] or row["place_name"]: (row["date_start"], row["fatalities_best"])
        for row in lines(out / "accounts.jsonl")
    }
    towns = ("Quetta", "Kech", "Khuzdar", "Sibi", "Panjgur", "Zhob", "Loralai", "Gwadar")
    assert {town: found[town] for town in towns} == {
        town: ("2026-02-03", number) for number, town in enumerate(towns, 3)
    }
    mastung = [row for row in lines(out / "accounts.jsonl") if row["admin2"] == "Mastung"]
    assert [(row["date_start"], row["injured_best"]) for row in mastung] == [("2026-02-04", 2)] * 2
    for row in lines(out / "accounts.jsonl"):
        for item in row["evidence"]:
            text = articles[item["article_id"]]["text"]
            assert text[item["start"] : item["end"]] == item["quote"]
    again = tmp_path / "again"
    assert call("run", folder, "-o", again).code == 0
    assert contents(again) == contents(out)
