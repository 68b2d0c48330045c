"""People whom one sentence counts in two places: after an aside, after "along with", in Urdu."""

from __future__ import annotations

import pytest

from geomap.text.sentences import split_sentences
from geomap.text.tallies import settled_counts

CASES = """
Five policemen, including an inspector, and three protesters were injured. => 8
Four constables, including two women, and nine rioters were hurt. => 13
Three soldiers, including a captain, and five militants were killed. => 8
Nine people, including two policemen, and a child were injured. => 9
Nine persons, including two policemen, three women, and four children were hurt. => 9
Naik Imdad Gul (age 31 years), a son of the soil, embraced Shahadat along with Sepoy Wali. => 2
Havildar Imdad Gul embraced martyrdom along with Sepoy Wali Khan and Sepoy Noor Din. => 3
Havildar Imdad Gul embraced martyrdom in the gunfight in Tirah. => 1
پتھراؤ سے تین پولیس اہلکار اور پولیس کی شیلنگ سے چھ مظاہرین زخمی ہوگئے۔ => 9
لاٹھی چارج سے چار طلبہ اور پتھراؤ سے ایک اہلکار زخمی ہوا۔ => 5
فائرنگ سے تین راہگیر زخمی ہو گئے۔ => 3
حب میں فائرنگ سے دو افراد اور قلات میں دھماکے سے تین افراد زخمی ہوئے۔ => 3
"""
TOGETHER = [line.split(" => ") for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("text", "number"), TOGETHER)
def test_those_counted_apart_are_added_up(text, number):
    counts = settled_counts(text, split_sentences(text))
    assert next(one.best for one in counts if not one.part) == int(number)
