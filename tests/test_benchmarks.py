"""The benchmarks' own logic: every script runs, and a bound that was not measured is not held."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_ratios_that_were_asked_and_not_measured_are_not_held(monkeypatch):
    pytest.importorskip("playwright")
    monkeypatch.syspath_prepend(BENCHMARKS)
    broken = importlib.import_module("map").broken
    ours = {"geomap with prose 100000": {"file_mb": 1.0, "open_cpu_s": 1.0}}
    peer = {"FastMarkerCluster 100000": {"file_mb": 2.0, "open_cpu_s": 5.0}}
    assert broken(ours | peer, [100_000]) == []
    assert broken({}, [1_000]) == []
    for some in (ours, peer, {}):
        (line,) = broken(some, [100_000])
        assert "were not measured" in line
