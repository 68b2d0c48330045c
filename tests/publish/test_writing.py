"""What cannot be written is said before the work begins, and leaves what was there before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geomap.errors import RenderError
from geomap.maps.charts import CHARTS
from geomap.maps.incident_map import draw_map
from geomap.publish import pdf
from geomap.publish.atlas import write_atlas
from geomap.publish.embed import write_embed
from geomap.publish.report import write_report
from geomap.whole_file import whole_files
from tests.maps.print_data import frame, incident
from tests.runs import call, contents

__all__ = ["call"]

TABLE = frame(incident("Quetta"))


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        ("write-report", ["-o", "no/x.html"], "no/x.html: cannot write there: no is no folder"),
        ("write-report", ["-o", "x.odt"], "x.odt: a report is written as one of"),
        ("write-report", ["-o", "x.pdf"], "x.pdf: a PDF is printed by Chromium"),
        ("write-atlas", ["-o", "no/x.html"], "no/x.html: cannot write there: no is no folder"),
        ("write-atlas", ["-o", "x.docx"], "x.docx: an atlas is written as .html, .pdf, or"),
        ("write-atlas", ["-o", "x.pdf"], "x.pdf: a PDF is printed by Chromium"),
        ("write-atlas", ["-o", "file/x"], "file/x: cannot write there"),
        ("write-atlas", ["--within", "PK99"], "within is 'PK99'; it must be a province"),
        ("write-embed", ["-o", "x.png"], "x.png: a map to embed is a page"),
        ("write-embed", ["-o", "file/x.html"], "file is a file; name a folder"),
        ("write-embed", ["--height", "100"], "height is 100; a frame has 260 to 4000 pixels"),
        ("write-embed", ["--url", "a b"], "url is 'a b'"),
    ],
)
def test_it_is_said_before_anything_is_read(call, tmp_path, monkeypatch, command, arguments, words):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pdf, "BROWSERS", ("no-such-browser",))
    Path("file").touch()
    said = call(command, "there-are-no-reports", *arguments)
    assert said.code == 1
    assert said.problem.startswith(f"geomap: {words}")


@pytest.mark.parametrize("name", ["r.html", "r.md", "r.docx", "a.html", "m.html"])
def test_a_disk_that_is_full_leaves_the_old_file(tmp_path, monkeypatch, name):
    def full(self, content, **_):
        with self.open("wb") as file:
            file.write(b"half")
        raise OSError(28, "No space left on device")

    (tmp_path / name).write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "write_text", full)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RenderError, match=r"written.*: No space left on device"):
        write(tmp_path / name)
    assert contents(tmp_path) == {name: b"old"}


def write(path):
    """Write what a file's name begins with: a report, an atlas, or a map."""
    if path.name.startswith("r"):
        write_report(TABLE, path, interactive=False)
    elif path.name.startswith("a"):
        write_atlas(TABLE, path, within="PK4")
    else:
        draw_map(TABLE).save(path)


def test_several_files_are_all_written_or_none(tmp_path):
    old = {"index.html": b"old", "PK401.html/x": b"", "r.md": b"old", "r_files/map.png/x": b"",
           "embed.html": b"old", "embed.svg/x": b""}  # fmt: skip
    for name, content in old.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RenderError, match=r"PK401\.html is a folder"):
        write_atlas(TABLE, tmp_path, within="PK4")
    with pytest.raises(RenderError, match=r"r_files/map\.png is a folder"):
        write_report(TABLE, tmp_path / "r.md")
    with pytest.raises(RenderError, match=r"embed\.svg is a folder"):
        write_embed(TABLE, tmp_path)
    assert contents(tmp_path) == old


def test_what_an_earlier_set_left_goes_and_nothing_else(tmp_path):
    for name in ("PK226.html", "PK2-hub.html", "PK226.txt", "notes.html", "r_files/hotspots.png",
                 "r_files/own.png"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    write_atlas(TABLE, tmp_path, within="PK4")
    write_report(TABLE, tmp_path / "r.md")
    charts = [f"r_files/chart-{chart}.png" for chart in CHARTS]
    assert sorted(contents(tmp_path)) == sorted(
        ["index.html", "PK401.html", "PK226.txt", "notes.html", "r.md", "r_files/own.png",
         "r_files/map.png", *charts]
    )  # fmt: skip


def test_stopping_leaves_the_old_files(tmp_path):
    (tmp_path / "a").write_bytes(b"old")

    def stopped():
        with whole_files(tmp_path) as made:
            (made / "a").write_bytes(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert contents(tmp_path) == {"a": b"old"}


@pytest.mark.skipif(os.name == "nt", reason="the browser played here is a shell script")
def test_a_pdf_numbers_its_tags_by_itself(tmp_path, monkeypatch):
    browser = tmp_path / "browser"
    browser.write_text(
        "#!/bin/sh\n"
        'for word in "$@"; do case "$word" in --print-to-pdf=*) file="${word#*=}";; esac; done\n'
        'printf "%%PDF /ID (node000000%s) /ID (node000011%s) (node000000%s)"'
        ' "$FIRST" "$FIRST" "$FIRST" > "$file"\n'
    )
    browser.chmod(0o755)
    monkeypatch.setattr(pdf, "BROWSERS", (str(browser),))
    contents = []
    for first in ("71", "72"):
        monkeypatch.setenv("FIRST", first)
        pdf.print_pdf("<p>", tmp_path / "x.pdf", until=None)
        contents.append((tmp_path / "x.pdf").read_bytes())
    assert (
        contents[0] == contents[1] == b"%PDF /ID (node00000001) /ID (node00000002) (node00000001)"
    )
