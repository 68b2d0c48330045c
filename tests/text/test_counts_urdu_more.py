"""More Urdu: nobody hurt, ordinals, ages, pairs, adverbials, lists and tolls.

A case is a sentence, ``=>`` and its counts: outcome, figure (one number, or low/best/high), side,
flags and who said so.
"""

from __future__ import annotations

import pytest

from geomap.text.counts import find_counts
from tests.text.counted import cases, codes

CASES = """
کوئی جانی نقصان نہیں ہوا، نہ ہی کوئی راہگیر زخمی ہوا۔ => killed 0 unknown; injured 0 civilians
کوئی جانی نقصان نہیں ہوا۔ => killed 0 unknown
کسی قسم کا جانی نقصان نہیں ہوا۔ => killed 0 unknown
کسی جانی نقصان کی اطلاع نہیں ملی۔ => killed 0 unknown
جانی نقصان کی کوئی اطلاع نہیں۔ => killed 0 unknown
تاہم کوئی شخص زخمی نہیں ہوا۔ => injured 0 unknown
نہ کوئی ہلاک ہوا نہ زخمی۔ => killed 0 unknown; injured 0 unknown
کسی شخص کو نقصان نہیں پہنچا۔ => injured 0 unknown; killed 0 unknown
کسی کو نقصان نہیں پہنچا۔ => injured 0 unknown; killed 0 unknown
کوئی نقصان نہیں ہوا۔ => injured 0 unknown; killed 0 unknown
خوش قسمتی سے تمام مسافر محفوظ رہے۔ => injured 0 unknown
خوش قسمتی سے سب لوگ محفوظ رہے۔ => injured 0 unknown
ڈرائیور معجزانہ طور پر بچ گیا۔ => injured 0 unknown
ڈرائیور محفوظ رہا۔ => injured 0 unknown
تمام اہلکار محفوظ رہے۔ => injured 0 unknown
دونوں محافظ بال بال بچ گئے۔ => injured 0 unknown
ڈرائیوروں کو بغیر نقصان پہنچائے چھوڑ دیا گیا۔ => injured 0 unknown; killed 0 unknown
واقعے میں کوئی ہلاک یا زخمی نہیں ہوا۔ => killed 0 unknown; injured 0 unknown
دھماکے سے کوئی ہلاکت نہیں ہوئی۔ => killed 0 unknown
کسی ہلاکت کی اطلاع نہیں۔ => killed 0 unknown
حملے میں کسی جانی نقصان کی تصدیق نہیں ہو سکی۔ => killed 0 unknown
بلا جانی نقصان بم ناکارہ بنا دیا گیا۔ => killed 0 unknown
کوئی جانی یا مالی نقصان نہیں ہوا۔ => killed 0 unknown
فائرنگ سے ایک حجام موقع پر دم توڑ گیا۔ => killed 1 civilians
درزی موقعے ہی پر دم توڑ گیا۔ => killed 1 civilians
زخمی حجام ہسپتال میں دم توڑ گیا۔ => killed 1 civilians +increment
زخمیوں میں سے ایک نے ہسپتال میں دم توڑ دیا۔ => killed 1 unknown +increment
زخمیوں میں سے دو ہسپتال میں چل بسے۔ => killed 2 unknown +increment
ایک اور زخمی چل بسا۔ => killed 1 unknown +increment
ایک اور اہلکار چل بسا۔ => killed 1 security_forces +increment
چھٹے سپاہی نے کراچی کے فوجی ہسپتال میں دم توڑا۔ => killed 6 security_forces +update
چھٹا زخمی بھی دم توڑ گیا۔ => killed 6 unknown +update
تیسرا مزدور بھی چل بسا۔ => killed 3 civilians +update
قوم کے چار سپوتوں نے جام شہادت نوش کیا۔ => killed 4 security_forces
دو جوانوں نے جام شہادت نوش کیا۔ => killed 2 security_forces
ایک کیپٹن اور دو سپاہی شہید ہو گئے۔ => killed 3 security_forces
کیپٹن سمیت تین جوان شہید ہوئے۔ => killed 1 security_forces +part; killed 3 security_forces
ایک خاتون سمیت چار افراد جاں بحق ہوئے۔ => killed 1 civilians +part; killed 4 unknown
دو بچوں سمیت پانچ افراد جاں بحق اور سات زخمی ہو گئے۔
  => killed 2 civilians +part; killed 5 unknown; injured 7 unknown
تین بہنیں جاں بحق اور ان کی دادی زخمی ہو گئیں۔ => killed 3 civilians; injured 1 civilians
ایک شخص جاں بحق اور اس کا بھائی زخمی ہو گیا۔ => killed 1 unknown; injured 1 civilians
باپ بیٹا جاں بحق ہو گئے۔ => killed 2 civilians
میاں بیوی جاں بحق ہو گئے۔ => killed 2 civilians
دو بھائی قتل کر دیے گئے۔ => killed 2 civilians
دکاندار کو گولی مار کر قتل کر دیا گیا۔ => killed 1 civilians
نامعلوم افراد نے دکاندار کو قتل کر دیا۔ => killed 1 civilians
نامعلوم مسلح افراد نے فائرنگ کر کے ایک شخص کو قتل کر دیا۔ => killed 1 unknown
مسلح افراد کی فائرنگ سے پولیس اہلکار شہید ہو گیا۔ => killed 1 security_forces
پولیس اہلکار گولی لگنے سے زخمی ہو گیا۔ => injured 1 security_forces
ایک راہگیر گولی لگنے سے زخمی ہوا۔ => injured 1 civilians
تین اہلکاروں کو گولیاں لگیں۔ => injured 3 security_forces
ایک بچہ جھلس کر جاں بحق ہو گیا۔ => killed 1 civilians
چار افراد جھلس گئے۔ => injured 4 unknown
دو مزدور جھلس کر زخمی ہو گئے۔ => injured 2 civilians
دھماکے میں کم از کم بارہ افراد ہلاک اور تیس سے زائد زخمی ہوئے۔
  => killed 12/12/- unknown; injured 30/30/- unknown
ایک درجن سے زائد افراد زخمی ہوئے۔ => injured 12/12/- unknown
دو درجن افراد زخمی ہوئے۔ => injured 24 unknown
درجنوں افراد زخمی ہوئے۔ => injured 24/-/- unknown
متعدد افراد زخمی ہوئے۔ => injured 3/-/- unknown
ڈیڑھ درجن افراد زخمی ہوئے۔ => injured 18 unknown
نصف درجن افراد زخمی ہوئے۔ => injured 6 unknown
ایک سو بیس افراد زخمی ہوئے۔ => injured 120 unknown
دو سو سے زائد افراد زخمی ہوئے۔ => injured 200/200/- unknown
۱۲ افراد جاں بحق، ۳۰ زخمی => killed 12 unknown; injured 30 unknown
12 افراد ہلاک 30 زخمی => killed 12 unknown; injured 30 unknown
مرنے والوں کی تعداد 14 ہو گئی۔ => killed 14 unknown +update
مرنے والوں کی تعداد چودہ تک پہنچ گئی ہے۔ => killed 14 unknown +update
جاں بحق ہونے والوں کی تعداد بڑھ کر نو ہو گئی۔ => killed 9 unknown +update
شہدا کی تعداد پانچ ہو گئی۔ => killed 5 unknown +update
جھڑپ میں شہید ہونے والے سپاہیوں کی تعداد آٹھ ہو گئی۔ => killed 8 security_forces +update
زخمیوں کی تعداد 21 ہے۔ => injured 21 unknown
زخمیوں کی تعداد 21 بتائی گئی ہے۔ => injured 21 unknown
ہسپتال انتظامیہ نے زخمیوں کی تعداد نو بتائی۔ => injured 9 unknown @hospital
دھماکے میں ہلاکتوں کی تعداد سات ہو گئی۔ => killed 7 unknown +update
ہلاکتیں سات ہو گئیں۔ => killed 7 unknown +update
اس طرح ہلاکتوں کی تعداد نو ہو گئی۔ => killed 9 unknown +update
پولیس کے مطابق نو شدت پسند مارے گئے۔ => killed 9 militants @official
جوابی کارروائی میں نو شدت پسند بھی مارے گئے۔ => killed 9 militants
جوانوں نے گیارہ خوارج کو جہنم واصل کر دیا۔ => killed 11 militants
سکیورٹی فورسز کی کارروائی میں پانچ دہشت گرد ہلاک ہو گئے۔ => killed 5 militants
جھڑپ میں تین دہشت گرد اور دو اہلکار مارے گئے۔
  => killed 5 unknown; killed 3 militants +part; killed 2 security_forces +part
ہلاک ہونے والوں میں تین پولیس اہلکار اور ایک راہگیر شامل ہیں۔
  => killed 3 security_forces +part; killed 1 civilians +part
ہلاک شدگان میں دو خواتین شامل ہیں۔ => killed 2 civilians +part
مرنے والوں میں دو بچے بھی شامل ہیں۔ => killed 2 civilians +part
زخمیوں میں تین خواتین اور ایک بچہ شامل ہے۔ => injured 3 civilians +part; injured 1 civilians +part
ان میں وہ تین حملہ آور بھی شامل ہیں جو جمعرات کو پہاڑوں میں مارے گئے۔ => killed 3 militants
پانچ افراد کی لاشیں برآمد ہوئیں۔ => killed 5 unknown
دو افراد کی گولیوں سے چھلنی لاشیں ملی ہیں۔ => killed 2 unknown
ایک نامعلوم شخص کی لاش ملی ہے۔ => killed 1 unknown
مغوی کی لاش برآمد ہوئی۔ => killed 1 civilians
مغوی مزدور کی لاش ملی۔ => killed 1 civilians
لاش ہسپتال منتقل کر دی گئی۔ => killed 1 unknown
سات لاشیں ہسپتال لائی گئیں۔ => killed 7 unknown
سات لاشیں اور بیس زخمی ہسپتال لائے گئے۔ => killed 7 unknown; injured 20 unknown
ہسپتال میں بیس زخمی لائے گئے۔ => injured 20 unknown
مقتول کا تعلق لودھراں سے تھا۔ => killed 1 unknown +part
مقتولین کا تعلق پنجاب سے تھا۔ => nothing
دو زخمیوں کی حالت تشویشناک ہے۔ => injured 2 unknown
ایک زخمی کی حالت تشویشناک ہے۔ => injured 1 unknown
بی ایل اے نے دعویٰ کیا کہ بیس اہلکار مارے گئے۔ => killed 20 security_forces @claimant
تنظیم کے ترجمان نے دعویٰ کیا کہ پانچ اہلکار ہلاک ہوئے۔ => killed 5 security_forces @claimant
ترجمان نے کہا کہ پانچ اہلکار مارے گئے۔ => killed 5 security_forces @official
گزشتہ سال اسی علاقے میں گیارہ کان کن قتل کیے گئے تھے۔ => killed 11 civilians +aggregate
یاد رہے کہ دو ماہ قبل بھی تین اہلکار شہید ہوئے تھے۔ => killed 3 security_forces
رواں سال اب تک چالیس افراد ہلاک ہو چکے ہیں۔ => killed 40 unknown +aggregate
ٹریفک حادثے میں تین افراد جاں بحق ہوئے۔ => killed 3 unknown
بارہ بکریاں ہلاک ہو گئیں۔ => nothing
تین اونٹ مارے گئے۔ => nothing
پانچ گاڑیاں جل گئیں۔ => nothing
نو ٹینکروں کو آگ لگا دی گئی۔ => nothing
پندرہ مشتبہ افراد گرفتار کر لیے گئے۔ => arrested 15 suspects
تین مزدور اغوا کر لیے گئے۔ => abducted 3 civilians
چھ سالہ بچہ جاں بحق ہو گیا۔ => killed 1 civilians
35 سالہ استاد کو قتل کر دیا گیا۔ => killed 1 civilians
حملہ آور خود بھی مارا گیا۔ => killed 1 militants
خودکش حملہ آور سمیت چھ افراد ہلاک ہوئے۔ => killed 1 militants +part; killed 6 unknown
خودکش حملے میں حملہ آور کے علاوہ چار اہلکار شہید ہوئے۔
  => killed 5 unknown; killed 1 militants +part; killed 4 security_forces +part
فائرنگ کے تبادلے میں دونوں حملہ آور مارے گئے۔ => killed 2 militants
دونوں بھائی موقع پر جاں بحق ہو گئے۔ => killed 2 civilians
چاروں افراد موقع پر ہی دم توڑ گئے۔ => killed 4 unknown
تین مختلف واقعات میں چھ افراد ہلاک ہو گئے۔ => killed 6 unknown +aggregate
مختلف علاقوں میں فائرنگ کے واقعات میں سات افراد جاں بحق ہوئے۔ => killed 7 unknown +aggregate
چوکی پر حملے میں چھ سپاہی شہید جبکہ نو زخمی ہوئے۔ => killed 6 security_forces; injured 9 unknown
حملے میں پانچ اہلکار جان کی بازی ہار گئے۔ => killed 5 security_forces
بارودی سرنگ کے دھماکے میں ایک شخص کی ٹانگ ضائع ہو گئی۔ => injured 1 unknown
بارودی سرنگ پھٹنے سے ایک چرواہا معذور ہو گیا۔ => injured 1 civilians
دستی بم حملے میں دو خواتین زخمی ہوئیں۔ => injured 2 civilians
ایک خاتون اور اس کی بیٹی جاں بحق ہو گئیں۔ => killed 2 civilians
ایک ہی خاندان کے چار افراد قتل ہوئے۔ => killed 4 unknown
فائرنگ سے قبائلی رہنما اپنے دو محافظوں سمیت جاں بحق ہو گیا۔
  => killed 3 unknown; killed 1 civilians +part; killed 2 security_forces +part
ایک حوالدار شہید اور آٹھ زخمی ہوئے۔ => killed 1 security_forces; injured 8 unknown
ایس ایچ او شہید، دو اہلکار زخمی => killed 1 security_forces; injured 2 security_forces
کوئٹہ کے علاقے سریاب میں نامعلوم افراد کی فائرنگ سے پولیس کانسٹیبل شہید اور ایک راہگیر زخمی ہو گیا۔
  => killed 1 security_forces; injured 1 civilians
پنجگور: نامعلوم مسلح افراد کی فائرنگ، دو مزدور جاں بحق => killed 2 civilians
تربت میں دستی بم حملہ، تین بچے زخمی => injured 3 civilians
مستونگ: لیویز چیک پوسٹ پر حملہ، دو اہلکار شہید، ایک زخمی
  => killed 2 security_forces; injured 1 unknown
خضدار میں بم دھماکا، پانچ افراد جاں بحق، 20 زخمی => killed 5 unknown; injured 20 unknown
بنوں میں سکیورٹی فورسز کا آپریشن، سات دہشت گرد ہلاک => killed 7 militants
شمالی وزیرستان میں جھڑپ، کیپٹن سمیت پانچ جوان شہید
  => killed 1 security_forces +part; killed 5 security_forces
آئی ایس پی آر کے مطابق فائرنگ کے تبادلے میں میجر سمیت دو اہلکار شہید ہوئے۔
  => killed 1 security_forces +part @official; killed 2 security_forces @official
آپریشن کے دوران وطن کے دو بہادر بیٹوں نے جامِ شہادت نوش کیا۔ => killed 2 security_forces
فورسز کی مؤثر کارروائی میں چار خوارج واصلِ جہنم ہوئے۔ => killed 4 militants
فورسز نے دس دہشت گردوں کو ہلاک کر دیا۔ => killed 10 militants
سات خوارجی جہنم واصل کر دیے گئے۔ => killed 7 militants
دو خوارج کو زخمی حالت میں گرفتار کر لیا گیا۔ => injured 2 militants
دھماکے کے نتیجے میں ایک بچہ اور ایک خاتون جاں بحق جبکہ چھ افراد زخمی ہو گئے۔
  => killed 2 civilians; injured 6 unknown
جاں بحق ہونے والوں میں دو خواتین بھی شامل ہیں۔ => killed 2 civilians +part
زخمیوں میں سے تین کی حالت تشویشناک بتائی جاتی ہے۔ => nothing
زخمیوں میں چار کی حالت نازک ہے۔ => nothing
ڈاکٹروں کے مطابق تین زخمیوں کی حالت تشویشناک ہے۔ => injured 3 unknown @hospital
سول ہسپتال کے ترجمان کے مطابق ہسپتال میں 12 زخمی اور چار لاشیں لائی گئیں۔
  => injured 12 unknown @hospital; killed 4 unknown @hospital
ہسپتال ذرائع نے بتایا کہ زخمیوں کی تعداد 15 ہے۔ => injured 15 unknown @hospital
ریسکیو 1122 کے مطابق آٹھ زخمیوں کو ہسپتال منتقل کیا گیا۔ => injured 8 unknown @official
زخمیوں کو ہسپتال منتقل کر دیا گیا۔ => nothing
لاشوں کو ہسپتال منتقل کر دیا گیا۔ => nothing
تین لاشیں ورثا کے حوالے کر دی گئیں۔ => killed 3 unknown
مزید تین زخمی دم توڑ گئے جس سے ہلاکتوں کی تعداد تیرہ ہو گئی۔
  => killed 3 unknown +increment; killed 13 unknown +update
ایک اور زخمی کے دم توڑنے سے ہلاکتوں کی تعداد سات ہو گئی۔
  => killed 1 unknown +increment; killed 7 unknown +update
دھماکے میں زخمی ہونے والا ایک اور شخص دم توڑ گیا۔ => killed 1 unknown +increment
زخمی ہونے والے دو اہلکار دوران علاج دم توڑ گئے۔ => killed 2 security_forces +increment
ہسپتال میں زیر علاج ایک اور اہلکار شہید ہو گیا۔ => killed 1 security_forces +increment
اس سے قبل پولیس نے ہلاکتوں کی تعداد پانچ بتائی تھی۔ => killed 5 unknown @official
ابتدائی اطلاعات میں تین افراد کی ہلاکت بتائی گئی تھی۔ => killed 3 unknown
واقعے میں جاں بحق افراد کی تعداد چھ ہو چکی ہے۔ => killed 6 unknown +update
اب تک بارہ لاشیں نکالی جا چکی ہیں۔ => killed 12 unknown
نامعلوم افراد نے فائرنگ کر کے قبائلی رہنما کو ان کے بیٹے سمیت قتل کر دیا۔ => killed 2 civilians
نامعلوم افراد نے گھر میں گھس کر میاں بیوی کو قتل کر دیا۔ => killed 2 civilians
مسلح افراد نے بس سے نو مسافروں کو اتار کر گولیاں مار دیں۔ => killed 9 civilians
مسلح افراد نے شناخت کے بعد سات مسافروں کو گولی مار دی۔ => killed 7 civilians
مسافروں کو قطار میں کھڑا کر کے گولیاں ماری گئیں۔ => nothing
سات مزدوروں کو فائرنگ کر کے موت کے گھاٹ اتار دیا گیا۔ => killed 7 civilians
تین افراد کو اغوا کے بعد قتل کر دیا گیا۔ => abducted 3 unknown; killed 3 unknown
مغوی اہلکار کی لاش برآمد ہوئی۔ => killed 1 security_forces
لاپتہ نوجوان کی گولیوں سے چھلنی لاش ملی۔ => killed 1 civilians
تین لاپتہ مزدوروں کی نعشیں ملیں۔ => killed 3 civilians
بس پر حملے میں دس مسافر جاں بحق اور اٹھارہ زخمی ہوئے۔ => killed 10 civilians; injured 18 unknown
حملے میں کسی کے زخمی ہونے کی اطلاع نہیں ملی۔ => injured 0 unknown
حملے میں کسی جانی نقصان کی اطلاع موصول نہیں ہوئی۔ => killed 0 unknown
دھماکے میں کوئی شخص متاثر نہیں ہوا۔ => nothing
خوش قسمتی سے کوئی جانی نقصان نہیں ہوا، تاہم عمارت کو جزوی نقصان پہنچا۔ => killed 0 unknown
راکٹ کھلے میدان میں گرا جس سے کوئی نقصان نہیں ہوا۔ => injured 0 unknown; killed 0 unknown
گولہ گرنے سے مکان کو نقصان پہنچا مگر مکین محفوظ رہے۔ => injured 0 unknown
ٹرین کے تمام مسافر محفوظ ہیں۔ => injured 0 unknown
ڈی پی او حملے میں بال بال بچ گئے۔ => injured 0 unknown
قافلے میں شامل تمام افراد محفوظ رہے۔ => injured 0 unknown
پولیو ٹیم محفوظ رہی تاہم ایک پولیس اہلکار شہید ہو گیا۔
  => injured 0 unknown; killed 1 security_forces
حملہ آور فرار ہونے میں کامیاب ہو گئے۔ => nothing
جوابی فائرنگ سے ایک ڈاکو مارا گیا جبکہ تین بھاگ نکلے۔ => killed 1 militants
جوابی کارروائی میں تین حملہ آور بھی ہلاک ہوئے۔ => killed 3 militants
تنظیم نے 14 اہلکاروں کو ہلاک کرنے کا دعویٰ کیا ہے۔ => killed 14 security_forces @claimant
بی ایل ایف نے بیان میں دعویٰ کیا کہ حملے میں آٹھ اہلکار ہلاک اور متعدد زخمی ہوئے۔
  => killed 8 security_forces @claimant; injured 3/-/- unknown @claimant
حکام نے چار اہلکاروں کی شہادت کی تصدیق کی ہے۔ => killed 4 security_forces @official
ڈپٹی کمشنر نے بتایا کہ دھماکے میں دو افراد جان سے گئے۔ => killed 2 unknown @official
پولیس نے پانچ افراد کی ہلاکت کی تصدیق کر دی۔ => killed 5 unknown @official
وزیراعلیٰ نے حملے میں چار اہلکاروں کی شہادت پر افسوس کا اظہار کیا۔ => killed 4 security_forces
شہید اہلکاروں کی نماز جنازہ ادا کر دی گئی۔ => nothing
تین شہدا کی نماز جنازہ کوئٹہ میں ادا کی گئی۔ => nothing
تاجروں نے چار مزدوروں کے قتل کے خلاف ہڑتال کی۔ => killed 4 civilians
دھماکے میں ایک ہی خاندان کے پانچ افراد جاں بحق ہوئے، جن میں تین بچے شامل ہیں۔
  => killed 5 unknown; killed 3 civilians +part
گھر پر گولہ گرنے سے ماں اور دو بچے جاں بحق ہو گئے۔ => killed 3 civilians
چھت گرنے سے تین بچے جاں بحق ہو گئے۔ => killed 3 civilians
کان میں گیس بھر جانے سے چار کان کن جاں بحق ہو گئے۔ => killed 4 civilians
گاڑی کھائی میں گرنے سے سات افراد جاں بحق ہوئے۔ => killed 7 unknown
رواں برس صوبے میں 300 سے زائد افراد ہلاک ہوئے۔ => killed 300/300/- unknown +aggregate
گزشتہ ماہ اسی علاقے میں تین اہلکار شہید ہوئے تھے۔ => killed 3 security_forces
2024 میں 500 سے زائد حملوں میں 600 افراد ہلاک ہوئے۔ => killed 600 unknown +aggregate
پندرہ سو افراد نے جلسے میں شرکت کی۔ => nothing
تین ہزار افراد بے گھر ہو گئے۔ => nothing
چالیس مسلح افراد نے قصبے پر قبضہ کر لیا۔ => nothing
بیس سے پچیس مسلح افراد نے چوکی پر حملہ کیا۔ => nothing
مظاہرین کے پتھراؤ سے گیارہ پولیس اہلکار زخمی ہو گئے۔ => injured 11 security_forces
لاٹھی چارج سے متعدد مظاہرین زخمی ہوئے۔ => injured 3/-/- civilians
پولیس کی فائرنگ سے دو مظاہرین جاں بحق اور پانچ زخمی ہو گئے۔ => killed 2 civilians; injured 5 unknown
ایک اونٹ اور بیس بکریاں ہلاک ہو گئیں جبکہ چرواہا زخمی ہوا۔ => injured 1 civilians
بارودی سرنگ کے دھماکے میں چرواہے کی دونوں ٹانگیں ضائع ہو گئیں۔ => nothing
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(CASES))
def test_urdu_counts(sentence, expected):
    assert codes(find_counts(sentence)) == expected
