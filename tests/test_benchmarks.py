"""The benchmarks' own logic: every script runs, and a bound that was not measured is not held."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


def test_one_that_fails_does_not_stop_the_others(tmp_path):
    shutil.copy(BENCHMARKS / "run.py", tmp_path)
    for name, code in (("a", 1), ("b", 0), ("c", 3)):
        (tmp_path / f"{name}.py").write_text(f"raise SystemExit({code})", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, tmp_path / "run.py"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == ["== a.py", "== b.py", "== c.py", "failed: a.py, c.py"]
