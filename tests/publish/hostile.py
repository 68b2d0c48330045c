"""A table with hostile text in every field that a report shows."""

from __future__ import annotations

from tests.maps.print_data import frame, incident

WORDS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    '=HYPERLINK("http://evil.example","x")',
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1)) <b>**x**",
    "a\x00b\x07c\u2028d\u2029e\ud800f\ufffeg\u202eh",
    "| pipe | `code` $x$ www.evil.example http://evil.example",
)
LINKS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://user:secret@evil.example/",
    "//evil.example/x",
    'https://news.example/a"onclick="alert(1)',
    "\thttps://news.example/two words",
)


def hostile_incidents():
    """Return an incident for each hostile text, the text in every field."""
    return frame(*(_row(number, text) for number, text in enumerate(WORDS)))


def _row(number, text):
    source = {
        "article_id": f"{text}{number}", "title": text, "source": text,
        "url": LINKS[number % len(LINKS)], "published": "2026-02-05",
    }  # fmt: skip
    cell = text.replace("\ud800", "")  # columns of texts hold no lone surrogates
    return incident(
        "Quetta", place_name=cell, event_type=cell, actor=cell, actor_basis=cell,
        date_precision="day", incident_id=cell + str(number), admin1=cell, admin2=cell,
        sources=[source],
        evidence=[{"field": text, "article_id": text, "quote": text}],
    )  # fmt: skip
