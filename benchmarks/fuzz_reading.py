"""Read texts that nobody wrote: mutated seeds for a while, and long runs of one unit.

The mutations splice, shuffle, delete, repeat and insert words of the seeds and lexicons. Each
text must be read without an error, its mentions and quotes must stand where they say, and it must
not take much longer than a report of its length does. The long texts repeat one unit up to 10, 20,
40 and 80 kB; where the time grows much faster than the text, the unit is named.

Run it as ``python benchmarks/fuzz_reading.py [--minutes N] [--seed N]``; it exits with 1 on a
finding, and prints the text that shows it.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import geomap
from geomap.paths import data_file
from geomap.places.resolve import resolve
from geomap.records import Account, Article, Mention
from geomap.text.accounts import accounts_in
from geomap.text.mentions import mentions_in
from geomap.text.reading import read_scenes

SLOW_US = 60.0  # CPU microseconds a character, beyond a fixed share for short texts
FIXED_S = 0.15
GROWTH = 3.0  # times longer for twice the text
LEXICONS = ("triggers.csv", "event_cues.csv", "outcomes.csv", "victims.csv", "actors.csv")
ODD = (
    "\u200f", "\u202e", "\u0301", "\xad", "\n\n", "\n", "“", "’", "…", "﷽", "İ", "ﬁ", "²", "½",
    "\x00", "\ufeff", "\u2028", "(", ")", "[[", "<b>", "&amp;", "{}", "%s", "=1+1",
    "1,000,000", "٣",
)  # fmt: skip
UNITS = (
    "a", "A", "9", " ", ".", ",", "-", "(", "'", "\n", "\u0301", "\u200f", "ک", "ک ", "۔", "A ",
    "A. ", "Aa ", "a-", "a'", "1,", "1-", "1 ", "and ", "the ", "A, ", "A and ", "in the ",
    "of the ", "\n- ", "Quetta ", "Quetta, ", "Quetta-", "near Quetta ",
    "12 km south of Quetta ", "killed ", "injured, ", "two men and ", "at least ",
    "including ", "on Monday ", "Monday, ", "January 31, 2026 ", "since ", "from January to ",
    "between ", "no group ", "claimed ", "said that ", "was ", "had been ", "who ",
    "taken to the hospital in ", "told reporters in ", "injured in Quetta. ", "Quetta: ",
    "QUETTA ", "operation ", "attack on ", "after the attack ", "کوئٹہ میں ", "جاں بحق ",
    "کے علاقے ", "دو افراد ", "گزشتہ ہفتے ", "سے ", "اور ", "Two were killed in Quetta. ",
    "Five died in Mach on Monday.\n", "Quetta\n", "Heading\n\n", "\u2022 Mach: two killed\n",
    "Monday - Two killed\n", "\t", "\xa0", "word ",
    "Two soldiers and three militants were killed in Mach.\n",
    "The first blast hurt two in Hub and the second killed a porter and ",
    "The hospital received five wounded and one of them died and ",
    "Residents of Mand said that soldiers shot a man and ",
)  # fmt: skip


def read(article: Article) -> tuple[list[Mention], list[Account]]:
    """Read an article as a run does."""
    reading = read_scenes(article)
    mentions = mentions_in(reading)
    return mentions, accounts_in(reading, resolve(mentions))


def check(text: str, published: date | None) -> str:
    """Read a text and say what is wrong, or return ''."""
    started = time.process_time()
    try:
        mentions, accounts = read(Article(id="fuzz", text=text, published=published))
    except Exception as error:  # noqa: BLE001 # whatever it is
        return f"{type(error).__name__}: {error}"
    taken = time.process_time() - started
    if any(one.toponym != text[one.start : one.end] for one in mentions):
        return "a mention does not stand where it says"
    quotes = [item for account in accounts for item in account.evidence]
    if any(item.quote != text[item.start : item.end] for item in quotes):
        return "a quote does not stand where it says"
    if taken > FIXED_S + len(text) * SLOW_US / 1e6:
        return f"{taken:.2f} s for {len(text):,} characters"
    return ""


def lexicon_words() -> list[str]:
    """Return the phrases of the lexicons, and odd characters."""
    words: list[str] = list(ODD)
    for name in LEXICONS:
        with data_file(name).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                cells = (cell for cell in row.values() if cell)
                words += [phrase for cell in cells for phrase in cell.split("|")]
    return sorted(set(words))


def mutations(rng: random.Random) -> Iterator[tuple[str, date | None]]:
    """Yield mutated texts without end."""
    seeds = geomap.read_articles(Path(__file__).resolve().parent.parent / "seeds")
    texts = [article.text for article in seeds]
    extra = lexicon_words()
    steps: tuple[Callable[[list[str]], list[str]], ...] = (
        lambda words: words[: rng.randrange(len(words) + 1)] + rng.choice(texts).split(" "),
        lambda words: rng.sample(words, len(words)),
        lambda words: [word for word in words if rng.random() > 0.2],
        lambda words: [word for word in words for _ in range(rng.choice((1, 1, 1, 1, 2, 9)))],
        lambda words: [part for word in words for part in (word, rng.choice(extra))],
        lambda words: [word if rng.random() > 0.05 else rng.choice(extra) for word in words],
        lambda words: list("".join(words))[:400],
    )
    while True:
        words = rng.choice(texts).split(" ")
        for _ in range(rng.randrange(1, 4)):
            words = rng.choice(steps)(words)[:1500]
        days = rng.randrange(-40_000, 20_000)
        yield " ".join(words), rng.choice((None, date(2026, 2, 5) + timedelta(days=days)))


def fuzz(minutes: float, seed: int) -> int:
    """Read mutated texts for so many minutes and return the number of findings."""
    rng = random.Random(seed)  # noqa: S311 # texts for a fuzz
    end = time.monotonic() + 60 * minutes
    done = found = 0
    for text, published in mutations(rng):
        if time.monotonic() > end:
            break
        wrong = check(text, published)
        done += 1
        if wrong:
            found += 1
            print(f"{wrong}\n  published {published}, text {text!r}", flush=True)
    print(f"{done:,} mutated texts, {found} findings")
    return found


def growth(unit: str, largest: int) -> list[float]:
    """Return the CPU seconds for the unit repeated to an eighth, a quarter, half and all."""
    times = []
    for size in (largest // 8, largest // 4, largest // 2, largest):
        article = Article(id="long", text=(unit * (size // len(unit) + 1))[:size])
        started = time.process_time()
        read(article)
        times.append(time.process_time() - started)
        if times[-1] > 30:
            break
    return times


def lengths(largest: int) -> int:
    """Time long runs of every unit and return how many grow faster than the text."""
    found = 0
    read(Article(id="first", text="A bomb went off in Quetta."))  # loads the lexicons
    for unit in UNITS:
        times = growth(unit, largest)
        steep = times[-1] > FIXED_S and times[-1] / max(times[-2], 0.01) > GROWTH
        slow = times[-1] > FIXED_S + largest * SLOW_US / 1e6 or len(times) < 4
        if steep or slow:
            found += 1
            shown = ", ".join(f"{taken:.2f}" for taken in times)
            print(f"{unit!r} repeated: {shown} s", flush=True)
    print(f"{len(UNITS)} long texts of up to {largest // 1000} kB, {found} findings")
    return found


def main() -> int:
    """Fuzz, time, print and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--largest", type=int, default=80_000, help="length of the longest text")
    given = parser.parse_args()
    findings = lengths(given.largest) + fuzz(given.minutes, given.seed)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
