"""The work on an article grows with its length, however many events it tells; lines are counted."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text._role_actors import _WORDS_AFTER
from geomap.text.accounts import accounts_in
from geomap.text.earlier_figures import is_earlier
from geomap.text.mentions import mentions_in
from geomap.text.reading import read_scenes

PUBLISHED = date(2026, 2, 5)


def lines_run(work):
    """Return how many lines of Python a call runs; each round of a comprehension is one."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def work_on(text, published):
    reading = read_scenes(Article(id="long", text=text, published=published))
    resolutions = resolve(mentions_in(reading))
    return lines_run(lambda: accounts_in(reading, resolutions))


@pytest.mark.parametrize("published", [None, PUBLISHED])
@pytest.mark.parametrize(
    "unit",
    [
        "- Two men were killed in Mach.\n",  # an event for each line, without a day
        "Monday - Two killed\n",
        "Five died in Mach on Monday.\n",
        "Two soldiers and three militants were killed in Mach.\n",  # lists of two sides
        "Gunmen shot dead two men in Mach.\n",  # one event told again and again
        "Protesters pelted police with stones in Mach, injuring two.\n",
    ],
)
def test_twice_as_many_events_take_twice_the_work(unit, published):
    work_on(unit, published)  # loads what is loaded once
    once, twice = (work_on(unit * number, published) for number in (250, 500))
    assert twice < 2.4 * once


def test_a_name_in_a_long_chain_of_words_is_read_no_further_than_a_word():
    found = _WORDS_AFTER.match("-Quetta" * 1000, 0)
    assert found is not None
    assert found.end() < 100


def test_a_sentence_twice_as_long_takes_twice_the_work():
    unit = "Residents of Mand said that soldiers shot a man and "

    def work(number):
        article = Article(id="long", text=unit * number, published=PUBLISHED)

        def read():
            reading = read_scenes(article)
            accounts_in(reading, resolve(mentions_in(reading)))

        return lines_run(read)

    work(2)  # loads what is loaded once
    once, twice = (work(number) for number in (150, 300))
    assert twice < 2.1 * once


@pytest.mark.parametrize(("words", "earlier"), [(3, True), (150, False)])
def test_words_far_before_a_figure_do_not_make_it_an_earlier_one(words, earlier):
    text = f"Police had at first put {'it so ' * words} two men were killed in Mach."
    scene = read_scenes(Article(id="far", text=text, published=PUBLISHED)).scenes[0]
    assert is_earlier(text, scene, scene.counts[-1]) is earlier
