"""Swap armed groups for others of the same kind."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.gold.build import MARK
from tests.swaps.marked import Marked, table_rows

GROUPS = {
    "BLA": "UBA",
    "BLF": "BRG",
    "BRG": "BNA",
    "BRA": "BLF",
    "BRAS": "BRA",
    "SRA": "BLT",
    "TTP": "IMP",
    "JuA": "TTP",
    "ISKP": "LeJ",
    "LeJ": "TJP",
    "Jaish al-Adl": "Jundallah",
}
NAMES = {  # short form: full name, Urdu name
    "UBA": ("United Baloch Army", "یونائیٹڈ بلوچ آرمی"),
    "BRG": ("Baloch Republican Guards", "بلوچ ریپبلکن گارڈز"),
    "BNA": ("Baloch Nationalist Army", "بلوچ نیشنلسٹ آرمی"),
    "BLF": ("Baloch Liberation Front", "بلوچ لبریشن فرنٹ"),
    "BRA": ("Baloch Republican Army", "بلوچ ریپبلکن آرمی"),
    "BLT": ("Baloch Liberation Tigers", "بلوچ لبریشن ٹائیگرز"),
    "IMP": ("Ittehad-ul-Mujahideen [[Pakistan:a]]", "اتحاد المجاہدین [[پاکستان:a:Pakistan]]"),
    "TTP": ("Tehreek-i-Taliban [[Pakistan:a]]", "تحریک طالبان [[پاکستان:a:Pakistan]]"),
    "LeJ": ("Lashkar-e-Jhangvi", "لشکر جھنگوی"),
    "TJP": ("Tehreek-e-Jihad [[Pakistan:a]]", "تحریک جہاد [[پاکستان:a:Pakistan]]"),
    "Jundallah": ("Jundallah", "جند اللہ"),
}
LABELS = re.compile("Fitna|Kh?a?warij|Majeed|خوارج|فتنہ|مجید بریگیڈ|[Kk]hwarij")
LEXICON = {
    "JuA": "Jamaat-ul-Ahrar",
    "LeJ": "Lashkar-e-Jhangvi",
    "TJP": "Tehreek-e-Jihad Pakistan",
    "IMP": "Ittehad-ul-Mujahideen Pakistan",
}


def spellings(group: str) -> list[str]:
    """Return what a group is called, the longest name first."""
    row = next(row for row in table_rows("actors.csv") if row["name"] == LEXICON.get(group, group))
    names = f"{row['spellings']}|{row['name_ur']}".split("|")
    return sorted(filter(None, names), key=len, reverse=True)


def pattern(group: str) -> re.Pattern[str]:
    """Return what finds a group's names in a text with marks."""
    names = []
    for name in spellings(group):
        words = [rf"(?:\[\[)?{re.escape(word)}(?::a[^\]]*\]\])?" for word in name.split()]
        names.append(" ".join(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")


PATTERNS = {group: pattern(group) for group in GROUPS}


def names_a_group(report: Marked) -> bool:
    """Whether the report names a group that has a swap."""
    return any(found.search(report.body) for found in PATTERNS.values())


def other_name(words: str, group: str) -> str:
    """Return what the other group is called where these words stood."""
    words = MARK.sub(lambda mark: mark[1], words)
    full, urdu = NAMES[group]
    if words.isupper() or words in {"JuA", "LeJ"}:
        return group
    if not words.isascii():
        return urdu
    return full


def swap_actors(report: Marked) -> Marked | None:
    """Return the report with other groups, or None where a group hides behind another word."""
    if LABELS.search(report.body) or not names_a_group(report):
        return None
    used = [group for group, found in PATTERNS.items() if found.search(report.body)]
    merged = "|".join(
        f"(?P<g{number}>{PATTERNS[group].pattern})" for number, group in enumerate(used)
    )

    def put(match: re.Match[str]) -> str:
        return other_name(match[0], GROUPS[used[int(match.lastgroup[1:])]])

    body = re.sub(merged, put, report.body)
    rows = report.incidents()
    for row in rows:
        if row[10] in GROUPS:
            if row[10] not in used:
                return None
            row[10] = LEXICON.get(GROUPS[row[10]], GROUPS[row[10]])
    head = report.with_incidents(rows)
    plain = re.compile(merged)
    head = tuple(plain.sub(put, line) if line.startswith("title: ") else line for line in head)
    head = tuple(MARK.sub(lambda mark: mark[1], line) for line in head)
    return replace(report, head=head, body=body, places=with_pakistan(report))


def with_pakistan(report: Marked) -> dict[str, dict[str, object]]:
    """Return the places with the country that stands in a group's name."""
    blank = dict.fromkeys(("admin1", "admin2", "lat", "lon"))
    return {"Pakistan": {"name": "Pakistan", "level": "country"} | blank} | report.places
