"""The size of the house: a file holds one noun, a function does one thing."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "geomap"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
ARCHITECTURE = PACKAGE.parent / "docs" / "architecture.md"
COMMANDS = "cli"  # a command's parameters are its options

LINES = 400
BODY = 40
PARAMETERS = 6

WIDER = {"draw_map"}  # the options of one public call, each by its name


def functions(module):
    """Yield every function of a module: its name, lines of body and number of parameters."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            length = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            own = [one.arg for one in every if one.arg not in {"self", "cls"}]
            yield node.name, length, len(own)


@pytest.mark.parametrize("module", MODULES)
def test_a_file_is_one_noun(module):
    lines = len((PACKAGE / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LINES, f"{module} has {lines} lines: the noun was two"


@pytest.mark.parametrize("module", MODULES)
def test_a_function_does_one_thing(module):
    for name, body, parameters in functions(module):
        assert body <= BODY, f"{name} has {body} lines: give a part of it a name"
        if not module.startswith(COMMANDS) and name not in WIDER:
            assert parameters <= PARAMETERS, f"{name} takes {parameters}: pass a record"


def named_modules():
    """Yield the modules that the table of the architecture page names, with their folders."""
    for row in ARCHITECTURE.read_text(encoding="utf-8").splitlines():
        folder = ""
        for name in re.findall(r"`([a-z_/]+\.py)`", row if row.startswith("|") else ""):
            folder = name.rpartition("/")[0] or folder
            yield name if "/" in name or not folder else f"{folder}/{name}"


def test_the_architecture_page_names_every_module_once():
    named = Counter(named_modules())
    public = {name for name in MODULES if not Path(name).name.startswith("_")}
    assert public - named.keys() == set(), "name them in docs/architecture.md"
    assert named.keys() - public == set(), "they are no more: docs/architecture.md"
    assert [name for name, count in named.items() if count > 1] == []
