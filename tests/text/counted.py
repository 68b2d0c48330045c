"""Counts written short, for the tables of the count tests."""

from __future__ import annotations

FLAGS = ("part", "total", "update", "increment", "denied", "aggregate")


def cases(table):
    """Read "sentence => counts" lines; a long sentence has its counts on the next line."""
    found = []
    sentence = ""
    for line in table.strip().splitlines():
        before, arrow, after = line.partition("=> ")
        sentence = before.strip() or sentence
        if arrow:
            found.append((sentence, [] if after == "nothing" else after.split("; ")))
            sentence = ""
    return found


def code(count):
    """Write a count as "killed 9/9/- civilians +part @official"."""
    figures = (count.low, count.best, count.high)
    figure = "/".join("-" if value is None else str(value) for value in figures)
    if len(set(figures)) == 1:
        figure = str(count.best)
    flags = "".join(f" +{flag}" for flag in FLAGS if getattr(count, flag))
    said = f" @{count.speaker}" if count.speaker != "unstated" else ""
    return f"{count.outcome} {figure} {count.side}{flags}{said}"


def codes(counts):
    """Write counts short, in text order."""
    return [code(count) for count in counts]
