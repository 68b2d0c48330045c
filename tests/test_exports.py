from __future__ import annotations

import importlib
import inspect
import subprocess
import sys

import pytest

import geomap
from tests.test_layers import MODULES


def test_the_public_names_are_sorted_and_load():
    assert geomap.__all__ == sorted(geomap.__all__)
    for name in geomap.__all__:
        assert getattr(geomap, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geomap.nothing  # noqa: B018


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("__")])
def test_every_module_lists_what_it_defines_for_others(name):
    module = importlib.import_module(f"geomap.{name}")
    if name.rpartition(".")[2].startswith("_"):
        return
    assert module.__doc__, "a module says what it is for"
    for public in module.__all__:
        value = getattr(module, public)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), f"{public} has no docstring"


def test_starting_the_program_does_not_load_geopandas():
    code = "import sys, geomap.cli; sys.exit('geopandas' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_reading_reports_does_not_load_geopandas():
    code = (
        "import sys; from geomap.text import merge, accounts, articles; "
        "sys.exit('geopandas' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
