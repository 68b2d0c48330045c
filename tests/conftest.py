"""Fixtures for every test: no network, the reference folder, and what CI requires."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser import browser, visit

__all__ = ["browser", "visit"]

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch, request):
    """Close the network: only addresses on this machine can be reached."""
    if request.node.get_closest_marker("network"):
        return
    connect = socket.socket.connect

    def guarded(self, address):
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and host not in LOOPBACK:
            raise OSError(f"tests are offline: {host} must not be asked")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path_factory):
    """Keep the developer's own boundary sets and places out of the tests, and one test's out of
    the next: the folder is not there when a test begins."""
    folder = tmp_path_factory.getbasetemp() / "own-data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    yield
    if folder.exists():
        shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch):
    """Run from the top of the checkout, so that examples find ``seeds/``."""
    monkeypatch.chdir(ROOT)


class _BlankFigure:
    """Stands for a map for print: every file of it is empty."""

    def save(self, path):
        path.write_bytes(b"")


@pytest.fixture(scope="module")
def blank_prints():
    """Leave the map for print and the report blank in runs of which a test reads other files.

    They are most of what a run over a few reports costs; tests of the pipeline, the command and
    the wheel write them.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geomap.output_files.draw_symbols", lambda *_, **__: _BlankFigure())
        patch.setattr(
            "geomap.output_files.write_report", lambda _, path, **__: path.write_bytes(b"")
        )
        yield


@pytest.fixture(scope="session")
def reference_dir():
    """Return the folder of reference files, or skip; CI requires it."""
    folder = os.environ.get("INCIDENT_REFERENCE_DIR", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    message = "set INCIDENT_REFERENCE_DIR to the folder that holds seeds/, evaluation/, boundaries/"
    if os.environ.get("REQUIRE_REFERENCE") == "1":
        pytest.fail(message)
    pytest.skip(message)
