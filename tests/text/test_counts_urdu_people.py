"""Counts in Urdu sentences: occupations and kin, borrowed English, tolls, the other man."""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases

CASES = """
ایک فریق کے تین اور دوسرے کا ایک شخص مارا گیا۔ => killed 4
ایک گروہ کے دو افراد اور دوسرے گروہ کے تین افراد ہلاک ہوئے۔ => killed 5
کارروائی میں بی ایل ایف کے چار ارکان ہلاک، ایک جوان شہید ہوا۔ => killed 4; killed 1
تین دہشت گرد ٹھکانے لگائے گئے۔ => killed 3
جوابی فائرنگ میں دو حملہ آور ڈھیر ہو گئے۔ => killed 2
دو دہشت گرد اپنے انجام کو پہنچ گئے۔ => killed 2
گولہ گرنے سے ماں اور دو بیٹیاں جان سے گئیں۔ => killed 3
باپ بیٹا گولیوں کا نشانہ بن گئے۔ => killed 2
ایک چوکیدار کے چہرے پر زخم آئے۔ => injured 1
لانس نائیک عرفان بھی شہید ہو گئے۔ => killed 1
دھماکے میں نہ کوئی مرا نہ زخمی ہوا۔ => killed 0; injured 0
فائرنگ سے ایک گیٹ کیپر چل بسا۔ => killed 1
دو کارندے رینجرز سے مقابلے میں مارے گئے۔ => killed 2
آٹھ خوارج انجام کو پہنچے۔ => killed 8
فورسز نے پانچ خوارج کو بے اثر کیا۔ => killed 5
فورسز نے چار دہشت گرد ہلاک کر کے حملے کی کوشش ناکام بنا دی۔ => killed 4
پولیس کے مطابق دو افراد کو ہلاک کرنے کی کوشش ناکام بنا دی گئی۔ =>
دھماکے سے ایک ہوٹل ملازم کو چوٹ لگی۔ => injured 1
دھماکے میں سات قیمتی جانیں ضائع ہو گئیں۔ => killed 7
دھماکہ ہوا تاہم کسی کی جان نہیں گئی۔ => killed 0
پولیس نے کسی ہلاکت کی تردید کی۔ => killed 0
ایک حملہ آور بھی ہلاک ہوا جس کی شناخت نہیں ہو سکی۔ => killed 1
اغوا کان کنوں کی تعداد چار ہو گئی۔ => abducted 4
لاپتہ افراد کی تعداد چھ ہو گئی۔ => missing 6
شہید اہلکاروں کی تعداد بڑھ کر گیارہ ہو گئی۔ => killed 11
زیر علاج افراد کی تعداد بیس ہے۔ => injured 20
ایک اہلکار موقع پر دم توڑ گیا، دوسرا ہسپتال لے جاتے ہوئے راستے میں چل بسا۔ => killed 1; killed 1
گاڑی پر فائرنگ، تین سوار ہلاک، چوتھا شدید زخمی۔ => killed 3; injured 1
ایک زخمی، جو وین کا ڈرائیور تھا، رات گئے دم توڑ گیا۔ => killed 1
ملک کو گولی ماری گئی تھی، بعد میں ان کا انتقال ہو گیا۔ => killed 1
میاں بیوی اور ان کی کمسن بیٹی ماری گئیں۔ => killed 3
سابق ناظم جاں بحق ہو گئے۔ => killed 1
حملے میں two personnel شہید اور four زخمی ہوئے۔ => killed 2; injured 4
تین دہشت گرد killed اور ایک arrested ہوا۔ => killed 3; arrested 1
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_people_and_figures(sentence, expected):
    found = [f"{c.outcome} {c.best}" for c in find_counts(sentence) if not c.part]
    assert found == expected
