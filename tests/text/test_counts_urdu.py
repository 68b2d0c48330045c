"""Counts in Urdu sentences.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
تین لیویز اہلکار جاں بحق اور پانچ زخمی ہوگئے => killed 3 security_forces; injured 5 unknown
گیارہ دہشت گرد ہلاک => killed 11 militants
تین جوان شہید => killed 3 security_forces
ایک اہلکار زخمی => injured 1 security_forces
کوئی جانی نقصان نہیں ہوا => killed 0 unknown
گروپ کا دعویٰ ہے کہ نو اہلکار ہلاک ہوئے۔ => killed 9 security_forces @claimant
کم از کم نو افراد جاں بحق ہوگئے۔ => killed 9/9/- unknown
دس سے زائد افراد زخمی ہوئے۔ => injured 10/10/- unknown
مسلح افراد نے ایک دکاندار کو گولی مار کر قتل کردیا => killed 1 civilians
مسلح افراد نے ڈرائیور کو گولی مار کر قتل کر دیا => killed 1 civilians
نامعلوم افراد پانچ مزدوروں کو اغوا کر کے لے گئے => abducted 5 civilians
پولیس نے بارہ ملزمان کو گرفتار کرلیا => arrested 12 suspects
دھماکے میں تین بچوں سمیت نو افراد جاں بحق اور ۲۰ زخمی ہوگئے
  => killed 3 civilians +part; killed 9 unknown; injured 20 unknown
پولیس کے مطابق فائرنگ سے دو افراد موقع پر ہی ہلاک ہوگئے => killed 2 unknown @official
11 افراد جن میں تین پولیس اہلکار شامل ہیں ہلاک ہوئے
  => killed 11 unknown; killed 3 security_forces +part
ہلاکتوں کی تعداد 14 ہوگئی => killed 14 unknown +update
زخمیوں میں سے دو دم توڑ گئے => killed 2 unknown +increment
ایک زخمی ہسپتال میں دم توڑ گیا => killed 1 unknown +increment
تین افراد کی لاشیں برآمد => killed 3 unknown
ایک شخص کی گولیوں سے چھلنی لاش ملی => killed 1 unknown
ڈرائیور اور کلینر جاں بحق => killed 2 civilians
حملے میں کوئی اہلکار زخمی نہیں ہوا => injured 0 security_forces
بیس بکریاں ہلاک ہوگئیں => nothing
قتل کرنے کی دھمکی => nothing
بی ایل اے نے سترہ فوجی ہلاک کرنے کا دعویٰ کیا => killed 17 security_forces @claimant
رواں سال 300 افراد ہلاک ہوئے => killed 300 unknown +aggregate
بم دھماکے میں ایک پولیس اہلکار شہید جبکہ تین راہگیر زخمی ہوئے
  => killed 1 security_forces; injured 3 civilians
ٹریفک حادثے میں پانچ افراد جاں بحق => killed 5 unknown
سکیورٹی فورسز نے آٹھ خوارج کو جہنم واصل کردیا => killed 8 militants
دو چینی شہری ہلاک اور ایک زخمی => killed 2 civilians; injured 1 unknown
چار افراد کو حراست میں لے لیا گیا => arrested 4 unknown
کوئٹہ: مستونگ میں بم دھماکے سے کم از کم تین سکیورٹی اہلکار ہلاک اور پانچ زخمی ہو گئے ہیں۔
  => killed 3/3/- security_forces; injured 5 unknown
دھماکے میں دو اہلکار ہلاک جبکہ چھ افراد زخمی ہوئے جن میں دو بچے بھی شامل ہیں۔
  => killed 2 security_forces; injured 6 unknown; injured 2 civilians +part
فائرنگ کے نتیجے میں قبائلی رہنما اور ان کا بیٹا جاں بحق ہو گئے۔ => killed 2 civilians
نامعلوم مسلح افراد کی فائرنگ سے پولیس کانسٹیبل جاں بحق ہو گیا۔ => killed 1 security_forces
ضلع کیچ کے علاقے تمپ میں نامعلوم افراد نے فائرنگ کر کے ایک شخص کو قتل کر دیا۔ => killed 1 unknown
سکیورٹی فورسز کی کارروائی میں پانچ دہشت گرد مارے گئے۔ => killed 5 militants
آئی ایس پی آر کے مطابق آپریشن کے دوران ۱۲ خوارج ہلاک ہوئے۔ => killed 12 militants @official
فائرنگ کے تبادلے میں لانس نائیک سمیت چار جوان شہید ہوگئے۔
  => killed 1 security_forces +part; killed 4 security_forces
کالعدم تنظیم نے حملے کی ذمہ داری قبول کرتے ہوئے ۱۵ اہلکاروں کو ہلاک کرنے کا دعویٰ کیا ہے۔
  => killed 15 security_forces @claimant
مسلح افراد نے مسافر بس سے نو مسافروں کو اتار کر قتل کر دیا۔ => killed 9 civilians
زخمیوں کو ہسپتال منتقل کر دیا گیا۔ => nothing
دھماکے میں ہلاکتوں کی تعداد بڑھ کر 26 ہو گئی ہے جبکہ 60 سے زائد زخمی ہیں۔
  => killed 26 unknown +update; injured 60/60/- unknown
فائرنگ سے کوئی جانی نقصان نہیں ہوا۔ => killed 0 unknown
حملے میں کسی جانی نقصان کی اطلاع نہیں ملی۔ => killed 0 unknown
دھماکے سے گاڑی کو نقصان پہنچا تاہم اہلکار محفوظ رہے۔ => injured 0 unknown
چھ مزدور اغوا => abducted 6 civilians
لاپتہ افراد کے لواحقین نے احتجاج کیا۔ => nothing
پولیس نے تین مشتبہ افراد کو گرفتار کر لیا۔ => arrested 3 suspects
پہلے پانچ افراد کے ہلاک ہونے کی اطلاع تھی۔ => killed 5 unknown
دو بھائیوں کو گولیاں مار کر قتل کر دیا گیا۔ => killed 2 civilians
دو افراد کی گولیوں سے چھلنی لاشیں برآمد ہوئی ہیں۔ => killed 2 unknown
ہسپتال ذرائع کے مطابق ہسپتال میں 14 لاشیں اور 30 زخمی لائے گئے۔
  => killed 14 unknown @hospital; injured 30 unknown @hospital
خودکش حملے میں 5 بچوں سمیت 8 افراد جاں بحق، 40 زخمی
  => killed 5 civilians +part; killed 8 unknown; injured 40 unknown
خضدار: اسکول بس پر حملہ، تین طالبات جاں بحق، درجنوں زخمی
  => killed 3 civilians; injured 24/-/- unknown
پنجگور، فائرنگ سے دو پولیس اہلکار شہید => killed 2 security_forces
متعدد افراد زخمی ہوئے۔ => injured 3/-/- unknown
سال 2024 میں 1600 افراد ہلاک ہوئے۔ => killed 1600 unknown +aggregate
گزشتہ ہفتے اسی علاقے میں تین مزدور قتل ہوئے تھے۔ => killed 3 civilians
ملزم نے اپنی بیوی کو قتل کر دیا۔ => killed 1 civilians
دہشت گردوں نے ۱۰ افراد کو یرغمال بنا لیا۔ => abducted 10 unknown
لیویز کا کہنا ہے کہ ایک راہ گیر بھی زخمی ہوا۔ => injured 1 civilians @official
آٹھ اور دس سالہ دو بچے جاں بحق ہوگئے۔ => killed 2 civilians
ایف سی کے دو اہلکار زخمی ہوئے، جن میں سے ایک بعد ازاں دم توڑ گیا۔
  => injured 2 security_forces; killed 1 unknown +increment
صدر نے شہید ہونے والے تین جوانوں کو خراج عقیدت پیش کیا۔ => killed 3 security_forces
جاں بحق ہونے والوں میں دو خواتین اور ایک بچہ شامل ہیں۔
  => killed 2 civilians +part; killed 1 civilians +part
زخمیوں میں تین پولیس اہلکار شامل ہیں۔ => injured 3 security_forces +part
وزیراعلیٰ نے نو افراد کی ہلاکت پر افسوس کا اظہار کیا۔ => killed 9 unknown
انگریزی میں 5 killed and 10 injured in attack => killed 5 unknown; injured 10 unknown
سیکیورٹی فورسز نے بھارتی حمایت یافتہ 11 خوارج کو ہلاک کر دیا => killed 11 militants
ڈاکوؤں کی فائرنگ سے نوجوان قتل => killed 1 civilians
ٹرین پر حملے میں 21 مسافر اور 4 ایف سی اہلکار شہید ہوئے
  => killed 25 unknown; killed 21 civilians +part; killed 4 security_forces +part
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_urdu_counts(sentence, expected):
    assert codes(find_counts(sentence)) == expected
