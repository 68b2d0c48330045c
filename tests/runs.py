"""Running geomap in tests: a small folder of invented reports, and the command itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from geomap import cli

QUETTA = """date 2026-03-04 Two wounded in Quetta blast

QUETTA: Two people were wounded when a roadside bomb exploded in Quetta on Tuesday, police said.
"""
PROVINCE = """date 2026-03-06 Three soldiers killed in Balochistan

ISLAMABAD: Three soldiers were killed when gunmen attacked a convoy in Balochistan on Thursday,
officials said. No group claimed the attack.
"""
ABROAD = """date 2026-03-07 Five killed in Kabul bombing

KABUL: Five people were killed in a suicide bombing in Kabul on Friday, officials said.
"""
URDU = (
    "کوئٹہ: بدھ کے روز ضلع مستونگ میں سڑک کنارے نصب بم کے دھماکے میں "
    "دو افراد زخمی ہوئے، پولیس نے بتایا۔"
)
STATISTIC = (
    "QUETTA: At least 216 people were killed in attacks across Balochistan in 2025, a study said."
)


def make_reports(folder):
    """Write a small folder of reports: text, Markdown below, JSON lines; one has no date."""
    (folder / "more").mkdir(parents=True)
    (folder / "quetta.txt").write_text(QUETTA, encoding="utf-8")
    (folder / "province.txt").write_text(PROVINCE, encoding="utf-8")
    (folder / "more" / "kabul.md").write_text(ABROAD, encoding="utf-8")
    rows = [
        {"id": "urdu-1", "text": URDU, "published": "2026-03-05", "title": "=دھماکہ"},
        {"id": "study", "text": STATISTIC, "published": "2026-01-10"},
        {"id": "undated", "text": "TURBAT: Gunmen shot dead a labourer in Turbat on Monday."},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "wire.jsonl").write_text(lines, encoding="utf-8")
    return folder


@dataclass
class Said:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def problem(self):
        """The only line on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@pytest.fixture
def call(monkeypatch, capsys):
    """Return a function that runs the command in this process."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["geomap", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return Said(ended.value.code, printed.out, printed.err)

    return run


def program(*arguments, cwd=None, **environment):
    """Run ``python -m geomap`` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "geomap", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def lines(path):
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder):
    """Return the bytes of every file below a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
