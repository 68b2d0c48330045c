"""Read 20,000 articles, all different: articles a second on one core, memory, and next to spaCy.

An article is read as a run reads it: sentences, mentions, places, accounts. The articles are made
up (`made_up.articles`), of 1,450 characters on average, one in eight in Urdu; making them is not
timed.
Each size is measured in a process of its own that loads geomap's reading modules and nothing else;
times are CPU times, memory is the highest resident size of that process.

spaCy reads the first articles in a process of its own, in turn with geomap, so that both meet the
same machine. Its small English model is taken where it is installed; else a pipeline of the same
parts with untrained weights, which takes the same time and finds nothing, and says so.

Run it as ``python benchmarks/reading.py [--articles N]``; it exits with 1 below the floor.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from made_up.articles import make_articles

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import accounts_in, extract_accounts
from geomap.text.mentions import find_mentions, mentions_in
from geomap.text.reading import read_scenes

FLOOR = 300  # articles a second
CEILING_MB = 200
HEAVY = ("geopandas", "pandas", "folium", "matplotlib", "shapely")
COMPARED = 300  # articles that spaCy reads, too


def read(article: Article) -> int:
    """Read an article as a run does, once, and return how many accounts it gives."""
    reading = read_scenes(article)
    return len(accounts_in(reading, resolve(mentions_in(reading))))


def read_in_steps(article: Article) -> int:
    """Read an article with the three public functions; two of them read its sentences."""
    return len(extract_accounts(article, resolve(find_mentions(article))))


def measure(number: int) -> dict[str, Any]:
    """Read so many articles in this process and return what it took."""
    for article in make_articles(20, seed=1):
        read(article)  # loads the lexicons
    taken, characters, accounts = 0.0, 0, 0
    for article in make_articles(number):
        characters += len(article.text)
        started = time.process_time()
        accounts += read(article)
        taken += time.process_time() - started
    return {
        "articles": number,
        "seconds": taken,
        "characters": characters / number,
        "accounts": accounts,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "heavy": [name for name in HEAVY if name in sys.modules],
    }


def measure_in_process(number: int) -> dict[str, Any]:
    """Measure in a fresh process."""
    command = [sys.executable, __file__, "--measure", str(number)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def spacy_pipeline() -> tuple[Callable[[str], object], str] | None:
    """Return spaCy's small English pipeline and what it is; None where spaCy is not installed."""
    try:
        import spacy  # noqa: PLC0415 # optional
    except ImportError:
        return None
    try:
        return spacy.load("en_core_web_sm"), f"spaCy {spacy.__version__} en_core_web_sm"
    except OSError:
        return _untrained(spacy), (
            f"spaCy {spacy.__version__}, the parts of its small English model, untrained"
        )


def _untrained(spacy: Any) -> Callable[[str], object]:
    """Return the small model's parts: a shared tok2vec, tagger, parser, lemmatizer, ner."""
    from spacy.training import Example  # noqa: PLC0415 # optional

    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    for name, label in (("tagger", "NN"), ("parser", "dep")):
        nlp.add_pipe(name, config={"model": {"tok2vec": listener}}).add_label(label)
    nlp.add_pipe("ner").add_label("GPE")
    doc = nlp.make_doc("Gunmen attacked Quetta today")
    labels = {
        "tags": ["NN", "VB", "NNP", "RB"],
        "heads": [1, 1, 1, 1],
        "deps": ["nsubj", "ROOT", "dobj", "advmod"],
        "entities": [(16, 22, "GPE")],
    }
    nlp.initialize(lambda: [Example.from_dict(doc, labels)])
    pipeline: Callable[[str], object] = nlp
    return pipeline


def compare(number: int) -> dict[str, Any] | None:
    """Read articles with geomap and spaCy in turn and return the seconds of both."""
    found = spacy_pipeline()
    if found is None:
        return None
    pipeline, name = found
    articles = list(make_articles(number))
    ours, in_steps, theirs = 0.0, 0.0, 0.0
    for article in articles[:10]:
        read(article), pipeline(article.text)
    for article in articles:
        times = [time.process_time()]
        for work in (read, read_in_steps, lambda one: pipeline(one.text)):
            work(article)
            times.append(time.process_time())
        ours += times[1] - times[0]
        in_steps += times[2] - times[1]
        theirs += times[3] - times[2]
    return {"name": name, "ours": ours, "in_steps": in_steps, "theirs": theirs}


def compare_in_process(number: int) -> dict[str, Any] | None:
    """Compare in a fresh process that may use one core."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")
    command = [sys.executable, __file__, "--compare", str(number)]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | dict.fromkeys(names, "1"),
    )
    result: dict[str, Any] | None = json.loads(done.stdout)
    return result


def report(results: Sequence[dict[str, Any]], beside: dict[str, Any] | None) -> bool:
    """Print the results and return whether they are good enough."""
    for one in results:
        rate = one["articles"] / one["seconds"]
        print(
            f"{one['articles']:>6,} articles of {one['characters']:,.0f} characters: "
            f"{rate:5.0f} a second, {one['megabytes']:4.0f} MB, {one['accounts']:,} accounts",
        )
    last = results[-1]
    each = [one["seconds"] / one["articles"] for one in results]
    print(f"time for an article, largest number to smallest: {each[-1] / each[0]:.2f}")
    if last["heavy"]:
        print(f"loaded beside: {', '.join(last['heavy'])}")
    if beside is None:
        print("spaCy is not installed: nothing to compare with")
    else:
        print(f"{beside['name']}: {beside['theirs'] / beside['ours']:.1f} times as long as geomap")
        share = beside["in_steps"] / beside["ours"]
        print(f"the public functions one after the other: {share:.2f} times as long as a run")
    fast = last["articles"] / last["seconds"] >= FLOOR
    return fast and last["megabytes"] <= CEILING_MB and not last["heavy"]


def main() -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--compare", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return 0
    if given.compare:
        print(json.dumps(compare(given.compare)))
        return 0
    sizes = [given.articles // 4, given.articles // 2, given.articles]
    results = [measure_in_process(max(1, size)) for size in sizes]
    enough = report(results, compare_in_process(COMPARED))
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
