"""What holds for any text at all: no crash, offsets that quote, articles that do not mix."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import geomap
from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.counts import find_counts
from geomap.text.mentions import find_mentions
from geomap.text.merge import merge_accounts
from geomap.text.patterns import Pattern, marks_of
from geomap.text.sentences import split_sentences

WORDS = (
    "Quetta Turbat Mach Hub Kech district province Balochistan KP D.I. Khan N-25 highway near in "
    "at between and of the 12 km south killed injured wounded bomb blast attack gunmen soldiers "
    "four dozens 1,200 at least including police on Monday January 31 2026 since last week "
    "yesterday claimed BLA TTP responsibility no casualties operation protest hospital said . , : "
    "- ( ) ' “ ” کوئٹہ میں کے ضلع کیچ دھماکے جاں بحق زخمی فائرنگ سے حملے پیر کو پولیس ۱۴ گزشتہ "
    "ہفتے ۔ ، \\n \\n\\n • \u200f \u202e \u0301 \u00ad \u200d İ ſ ﷺ 👩‍👩‍👧 ǅ ② 𝟛"
)
WORD = st.sampled_from([word.replace("\\n", "\n") for word in WORDS.split()])
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
LETTERS = st.sampled_from("a9 .-,:(\n'\"۔ک\u0301\u200f\u202eÀ(【٪")
LONG = st.builds(lambda letter, times: letter * times, LETTERS, st.integers(200, 3_000))
NESTED = st.builds(lambda deep: "(" * deep + "Quetta" + ")" * deep, st.integers(1, 400))
DIGITS = st.builds(lambda times: "killed " + "9" * times + " people", st.integers(1, 4_000))
SENTENCES = st.lists(WORD, max_size=60).map(" ".join)
TEXTS = st.lists(ANY | SENTENCES | LONG | NESTED | DIGITS, min_size=1, max_size=3).map(" ".join)


def read(article):
    mentions = find_mentions(article)
    resolutions = resolve(mentions)
    return mentions, resolutions, extract_accounts(article, resolutions)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(TEXTS, st.sampled_from([None, date(2026, 2, 5), date(2024, 2, 29), date(1, 1, 1)]))
@example("", None)
@example("At least " + "9" * 5_000 + " soldiers were killed in Quetta on Monday.", date(2026, 2, 5))
@example(
    "Quetta\u202e: ten people were killed in \u2066Turbat\u2069 on \u0666 May.", date(2026, 5, 9)
)
@example("\u0301" * 900 + "کوئٹہ میں دھماکہ", date(9999, 12, 31))
def test_any_text_is_read_and_quoted(text, published):
    article = Article(id="any", text=text, published=published)
    mentions, resolutions, accounts = read(article)
    assert [item.mention for item in resolutions] == mentions
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert mention.toponym == text[mention.start : mention.end]
        last = mention.end
    for account in accounts:
        assert account.evidence
        for item in account.evidence:
            assert item.article_id == "any"
            assert item.quote == text[item.start : item.end]


@cache
def seeds():
    """Return the seed articles and each one's accounts."""
    articles = tuple(geomap.read_articles("seeds/"))
    return articles, {article.id: read(article)[2] for article in articles}


ELSEWHERE = Article(
    id="elsewhere",
    text="KARACHI: Two traders were shot dead by robbers in the Korangi area on November 3, 2019.",
    published=date(2019, 11, 4),
)


def test_an_unrelated_article_changes_no_other_account():
    articles, known = seeds()
    together = (*articles[:5], ELSEWHERE, *articles[5:])
    accounts = extract_accounts(together, resolve(find_mentions(together)))
    others = [account for account in accounts if account.article_id != "elsewhere"]
    assert others == [account for article in articles for account in known[article.id]]
    assert len(accounts) > len(others)
    alone = merge_accounts(others, articles=articles)
    merged = merge_accounts(accounts, articles=together)
    ours = {account.account_id for account in others}
    assert [one for one in merged if ours.intersection(one.account_ids)] == alone


@settings(max_examples=25, derandomize=True, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(rng):
    articles, known = seeds()
    shuffled = rng.sample(articles, len(articles))
    accounts = [account for article in shuffled for account in known[article.id]]
    rng.shuffle(accounts)
    expected = merge_accounts(
        [account for article in articles for account in known[article.id]], articles=articles
    )
    assert merge_accounts(accounts, articles=shuffled) == expected


EXPRESSIONS = [
    r"\b(?:near|close\s+to)\s+(?:the\s+)?$",
    r"\b(?:shot|gunned)\b|\bkill(?:ed|ing)?\b",
    r"(?:taken\s+)?to\s+(?:the\s+)?(?:hospital|clinic)s?",
    r"(?i:ATTACK)\w*|حمل(?:ہ|ے)",
    r"\w+ed\b",
    r"(?:bomb)?",
    r"\b(?:he|was|shot|killed|attacks)\b|حملے",
    r"(?<!\w)(?:kill|shot|hosp)\w*",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@settings(max_examples=40, derandomize=True, deadline=None)
@given(text=SENTENCES | ANY)
@example(text="He was KILLED; ſhot near the hoſpital. Clinİc attacKs حملے")
def test_a_pattern_finds_the_same_with_and_without_its_words(expression, text):
    flags = 2  # re.IGNORECASE
    pattern = Pattern(expression, flags)
    for sentence in split_sentences(text):
        plain = re.compile(expression, flags).search(text, sentence.start, sentence.end)
        start, end = sentence.start, sentence.end
        (mark,) = marks_of(text[start:end], [end - start])
        for found in (
            pattern.inside(text, sentence),
            pattern.search(text, start, end),
            pattern.search(text, start, end, marks=mark),
        ):
            assert (found and found.span()) == (plain and plain.span())


@pytest.mark.parametrize(
    "text", ["حملے میں نو زخمی بم", "Nine goats were killed and another injured."]
)
def test_every_count_has_a_side_of_people(text):
    sides = {count.side for count in find_counts(text)}
    assert sides <= {"civilians", "security_forces", "militants", "unknown"}
