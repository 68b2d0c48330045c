"""Events told in other words than a list of verbs would hold, and texts that tell of none.

The files in `worded/` hold short reports of our own, published on 2026-03-10, each with what an
analyst would write down: type (first letter), day, dead and wounded ("-": the text gives none,
"?": not asked).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.test_no_incidents import accounts_of

WORDED = Path(__file__).parent / "worded"


def read_worded(path):
    """Yield the reports of a file: text, and the events that it tells."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("# ")]
        events = [tuple(line[2:].split()) for line in lines if line.startswith("= ")]
        text = "\n".join(line for line in lines if not line.startswith("= "))
        if text:
            yield text, [] if events == [("none",)] else events


EVERY = [item for path in sorted(WORDED.glob("*.txt")) for item in read_worded(path)]


def said(text, events):
    """Return the counted accounts in the form of the labels, unasked figures as "?"."""
    found = [one for one in accounts_of(text) if one.kind != "statistic"]
    rows = [
        [
            one.event_type[0],
            str(one.date_start),
            *("-" if n is None else str(n) for n in (one.fatalities_best, one.injured_best)),
        ]
        for one in found
    ]
    for row, event in zip(rows, events, strict=False):
        for place, asked in enumerate(event):
            if asked == "?":
                row[place] = "?"
    return [tuple(row) for row in rows]


@pytest.mark.parametrize(("text", "events"), EVERY, ids=[text[:50] for text, _ in EVERY])
def test_worded(text, events):
    assert said(text, events) == events
