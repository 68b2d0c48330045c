"""A labelled report as its source file has it, and the words around a swap."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.gold.build import MARK, read_places

ROOT = Path(__file__).resolve().parent.parent
SETS = ("gold", "reading", "varied", "urdu", "styles")
URDU = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class Marked:
    """One report: the head's lines, the text with its marks, and what each key of a mark is."""

    name: str
    head: tuple[str, ...]
    body: str
    places: dict[str, dict[str, Any]]

    @property
    def marks(self) -> list[tuple[str, str, str]]:
        """The words, role letter and key of each mark."""
        found = (mark.groups() for mark in MARK.finditer(self.body))
        return [(words, role, key or words) for words, role, key in found]

    @property
    def plain(self) -> str:
        """The text without marks."""
        return MARK.sub(lambda mark: mark[1], self.body)

    @property
    def published(self) -> str:
        """The day of publication."""
        return next(line for line in self.head if line.startswith("published: "))[11:]

    @property
    def random(self) -> Random:
        """Choices that the report's name alone decides."""
        return Random(self.name)  # noqa: S311 (no secret)

    def incidents(self) -> list[list[str]]:
        """Return the cells of each incident."""
        lines = (line[10:] for line in self.head if line.startswith("incident: "))
        return [[cell.strip() for cell in line.split("|")] for line in lines]

    def with_incidents(self, rows: list[list[str]]) -> tuple[str, ...]:
        """Return the head with other incidents."""
        new = iter(rows)
        return tuple(
            "incident: " + " | ".join(next(new)) if line.startswith("incident: ") else line
            for line in self.head
        )

    def write(self, path: Path) -> None:
        """Write the report as a source file."""
        path.write_text("\n".join(self.head) + "\n---\n" + self.body, encoding="utf-8")


def read_marked() -> list[Marked]:
    """Return the reports of all labelled sets."""
    reports = []
    for folder in (ROOT / name for name in SETS):
        places = read_places(folder)
        for path in sorted((folder / "source").glob("*.txt")):
            head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
            lines = tuple(head.splitlines())
            name = next(line for line in lines if line.startswith("id: "))[4:]
            reports.append(Marked(name, lines, body, places))
    return reports


def table_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of geomap's tables."""
    path = ROOT.parent / "geomap" / "data" / name
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
