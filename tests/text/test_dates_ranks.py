"""What a date is the date of: the event, an aside, its aftermath, what was said of it."""

from __future__ import annotations

import pytest

from geomap.text._date_ranks import AFTERMATH, ASIDE, EVENT, SPOKEN, names_event, rank_of

CASES = [
    (EVENT, "A van was hit in Sibi on [Monday], police said."),
    (EVENT, "Police said that gunmen had hit a van on [Monday]."),
    (EVENT, "They condemned [Monday]'s attack."),
    (EVENT, "The group claimed the [March 9] ambush."),
    (EVENT, "Two men died in a blast on [Monday]."),
    (EVENT, "On [Monday], gunmen who had told drivers to stop opened fire."),
    (EVENT, "[Two days earlier], a doctor says, they had been hit."),
    (SPOKEN, "Two were hurt, a spokesman said on [Monday]."),
    (SPOKEN, "The group has said in a statement issued to the media on [Monday] that it did it."),
    (SPOKEN, "A handout released on [Monday] gave no figures."),
    (SPOKEN, "He told reporters in Quetta on [Monday] that it was over."),
    (SPOKEN, "In an e-mail to newspapers on [Monday] the group owned it."),
    (SPOKEN, "On [Monday], the ministry said that two vans were hit."),
    (SPOKEN, "Police on [Monday] said that it was over."),
    (SPOKEN, "On [Monday evening], the group claimed responsibility."),
    (AFTERMATH, "One of the wounded died at a hospital on [Monday]."),
    (AFTERMATH, "A guard succumbed to his injuries on [Monday]."),
    (AFTERMATH, "The toll from the blast in Sibi rose to five on [Monday]."),
    (AFTERMATH, "The road was reopened for traffic on [Monday]."),
    (AFTERMATH, "The minister visited the town on [Monday]."),
    (AFTERMATH, "They were laid to rest in Swat on [Monday]."),
    (ASIDE, "Men who were taken from Duki on [Monday] were found on Friday."),
    (EVENT, "Men who were taken from Duki on Monday were found on [Friday]."),
    (EVENT, "[پیر] کو گاڑی پر فائرنگ ہوئی"),
    (EVENT, "[پیر] کے روز ہونے والے حملے میں دو افراد زخمی ہوئے"),
    (EVENT, "[پیر] کو ٹریک کو نقصان پہنچایا گیا"),
    (SPOKEN, "پولیس نے [پیر] کو بتایا کہ دو افراد زخمی ہوئے"),
    (SPOKEN, "[پیر] کو ذرائع ابلاغ کو بھیجے گئے بیان میں تنظیم نے کہا"),
    (SPOKEN, "وزیر نے [پیر] کو پریس کانفرنس میں اعداد دیے"),
    (AFTERMATH, "ایک زخمی [پیر] کو ہسپتال میں دم توڑ گیا"),
    (ASIDE, "[پیر] کو لاپتہ ہونے والے دو نوجوان مل گئے"),
]


@pytest.mark.parametrize(("rank", "marked"), CASES)
def test_rank(rank, marked):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert rank_of(text, (0, len(text)), (start, end)) == rank


@pytest.mark.parametrize(
    ("words", "rest", "noun", "expected"),
    [
        ("Monday", "'s blast", "blast", True),
        ("Monday night", "’s suicide attack", "attack", True),
        ("March 9", " bombing", "bombing", True),
        ("Monday", " in a blast", "blast", False),
        ("Monday", " was calm before the blast", "blast", False),
        ("پیر", " کے روز ہونے والے حملے", "حملے", True),
        ("پیر", " کو بتایا کہ حملے", "حملے", False),
    ],
)
def test_a_date_names_the_event_that_follows_it(words, rest, noun, expected):
    text = words + rest
    assert names_event(text, len(words), text.index(noun)) is expected
