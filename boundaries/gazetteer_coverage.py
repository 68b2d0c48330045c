"""Count what the gazetteer holds, for the tables of ``docs/gazetteer.md``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from gazetteer_rows import PROVINCES, ROOT, Row

__all__ = ["coverage_table", "district_table", "write_coverage"]

PAGE = ROOT / "docs" / "gazetteer.md"
START, END = "<!-- coverage: written by the build -->", "<!-- end of coverage -->"
LEVELS = ("settlement", "site", "tehsil", "line", "district", "division", "province", "country")
BY_DISTRICT = ("PK2", "PK5")
NO_DISTRICT = "in no single district"


def write_coverage(rows: list[Row]) -> None:
    """Put the tables in their place on the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    if not after:
        raise SystemExit(f"{PAGE.name} has lost the marks between which the tables stand")
    parts = [START, "", *coverage_table(rows)]
    for pcode in BY_DISTRICT:
        parts += ["", f"### Districts of {PROVINCES[pcode]}", "", *district_table(rows, pcode)]
    text = before + "\n".join([*parts, "", END]) + after
    PAGE.write_text(text, encoding="utf-8", newline="\n")


def coverage_table(rows: Iterable[Row]) -> list[str]:
    """Return the lines of a Markdown table: rows for each province and level."""
    lines = _head("province or country", *(f"{level}s" for level in _plain(LEVELS)))
    for name, group in _grouped(rows, _area).items():
        counts = (sum(row.level == level for row in group) for level in LEVELS)
        lines.append(_line(name, *(str(count or "") for count in counts), *_shares(group)))
    return lines


def district_table(rows: Iterable[Row], province: str) -> list[str]:
    """Return the lines of a Markdown table: the places of a province for each district."""
    rows = list(rows)
    names = {row.source_id: row.name for row in rows if row.id == f"unit:{row.source_id}"}
    places = [
        row for row in rows if row.admin1_pcode == province and not row.id.startswith("unit:")
    ]
    lines = _head("district", "places")
    by_district = _grouped(places, lambda row: names.get(row.admin2_pcode, NO_DISTRICT))
    for name, group in by_district.items():
        lines.append(_line(name, str(len(group)), *_shares(group)))
    return lines


def _area(row: Row) -> str:
    if row.country != "PK":
        return "~ abroad" if row.level != "country" else "~ countries"
    return row.admin1 or "~ several provinces of Pakistan"


def _grouped(rows: Iterable[Row], name_of: Callable[[Row], str]) -> dict[str, list[Row]]:
    """Return the rows by name in alphabetical order; names that begin with a tilde last."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[name_of(row)].append(row)
    ordered = sorted(found, key=lambda name: (name == NO_DISTRICT, name))
    return {name.removeprefix("~ "): found[name] for name in ordered}


def _plain(levels: Iterable[str]) -> list[str]:
    return [level.replace("country", "countrie") for level in levels]


def _shares(group: list[Row]) -> tuple[str, str]:
    with_point = sum(row.lon is not None for row in group)
    with_urdu = sum(bool(row.name_ur) for row in group)
    return f"{with_point / len(group):.0%}", f"{with_urdu / len(group):.0%}"


def _head(*titles: str) -> list[str]:
    columns = (*titles, "with coordinates", "with Urdu name")
    return [_line(*columns), _line("---", *("---:" for _ in columns[1:]))]


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
