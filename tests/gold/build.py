"""Make the articles and their labels from the marked reports in a folder's ``source/``.

A source file has a head (``key: value`` lines), a line ``---`` and the report. In the report a
place name is marked ``[[words:role:key]]``: role is one letter (i incident_site, d dateline,
a actor, v venue, b background), key a line of ``places.csv`` (left out when it is the words
themselves). Offsets are computed here, so they cannot be wrong. ``python tests/gold/build.py``
makes this folder's labels and the seeds; with ``tests/reading`` behind it, that folder's labels.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parent
SEEDS = GOLD.parent.parent / "seeds"
ROLES = {
    "i": "incident_site",
    "d": "dateline",
    "a": "actor",
    "v": "venue",
    "b": "background",
}
MARK = re.compile(r"\[\[([^:\]]+):([idavb])(?::([^\]]+))?\]\]")
INCIDENT = (
    "kind", "event_type", "dates", "date_precision", "place_name", "precision", "admin1", "admin2",
    "fatalities", "injured", "actor", "actor_basis",
)  # fmt: skip


def read_places(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the folder's places by key, with null for an empty cell."""
    with (folder / "places.csv").open(encoding="utf-8", newline="") as table:
        rows = {row.pop("key"): row for row in csv.DictReader(table)}
    for row in rows.values():
        for column, value in row.items():
            number = column in {"lat", "lon"} and value
            row[column] = float(value) if number else value or None
    return rows


def strip_marks(marked: str, places: dict[str, dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Return the plain text and its mentions."""
    parts: list[str] = []
    mentions, position, length = [], 0, 0
    for mark in MARK.finditer(marked):
        words, role, key = mark.groups()
        before = marked[position : mark.start()]
        start = length + len(before)
        parts += [before, words]
        position, length = mark.end(), start + len(words)
        span = {"start": start, "end": length, "toponym": words, "role": ROLES[role]}
        mentions.append(span | places[key or words])
    parts.append(marked[position:])
    return "".join(parts), mentions


def read_incident(line: str) -> dict[str, Any]:
    """Return one incident from its cells, parted by bars; ``-`` is null."""
    cells = [None if cell.strip() == "-" else cell.strip() for cell in line.split("|")]
    row: dict[str, Any] = dict(zip(INCIDENT, cells, strict=True))
    start, _, end = row.pop("dates").partition("..")
    for figure in ("fatalities", "injured"):
        row[figure] = None if row[figure] is None else int(row[figure])
    return {"kind": row.pop("kind"), "date_start": start, "date_end": end or start} | row


def read_source(
    path: Path, places: dict[str, dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the article and the labels of one source file."""
    head, _, marked = path.read_text(encoding="utf-8").partition("\n---\n")
    fields = [line.partition(": ")[::2] for line in head.splitlines()]
    meta = dict(fields)
    in_file = meta["id"].endswith((".txt", ".md"))
    text, mentions = strip_marks(marked if in_file else marked.strip(), places)
    article = {"id": meta["id"], "title": meta.get("title"), "text": text}
    article |= {key: meta[key] for key in ("published", "source")}
    article |= {"url": None, "language": meta["language"]}
    labels = {
        "id": meta["id"],
        "mentions": mentions,
        "incidents": [read_incident(value) for key, value in fields if key == "incident"],
        "same_as": meta["same_as"].split(", ") if "same_as" in meta else [],
        "note": meta["note"],
    }
    return article, labels


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write one JSON object a line."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_seeds(articles: list[dict[str, Any]]) -> None:
    """Write the articles to ``seeds/``: those without a title as files, the others as records."""
    files = [article for article in articles if article["title"] is None]
    for article in files:
        path = SEEDS / article["id"]
        path.write_text(article["text"], encoding="utf-8", newline="\n")
    write_lines(SEEDS / "reports.jsonl", [one for one in articles if one not in files])


def main(folder: Path = GOLD) -> None:
    """Write the folder's two files, oldest report first; the seeds too if it is this folder."""
    places = read_places(folder)
    pairs = [read_source(path, places) for path in (folder / "source").glob("*.txt")]
    pairs.sort(key=lambda pair: (pair[0]["published"], pair[0]["id"]))
    articles = [article for article, _ in pairs]
    if folder == GOLD:
        write_seeds(articles)
    write_lines(folder / "articles.jsonl", articles)
    write_lines(folder / "gold.jsonl", [labels for _, labels in pairs])


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else GOLD)
