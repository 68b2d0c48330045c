"""Roles of place names in Urdu sentences: venues, and places named for another reason.

Urdu puts what governs a name behind it: "کوئٹہ منتقل کیا گیا", "تربت سے کراچی جانے والی", so these
rules read what follows the name, or the list of names that it stands in.
"""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern

__all__ = [
    "elsewhere_urdu",
    "is_blocked_urdu",
    "is_continued_urdu",
    "is_near_urdu",
    "is_post_urdu",
    "is_round_up_urdu",
    "is_search_urdu",
    "is_site_urdu",
    "is_taken_from_urdu",
    "venue_of_urdu",
]

_CARE = (
    r"(?:ہسپتال|اسپتال|ہاسپٹل|ٹراما|برن|طبی مرکز|صحت مرکز|میڈیکل|سی ?ایم ?ایچ|ڈی ?ایچ ?کیو|"
    r"مردہ خان)"
)
_MOVED = (
    r"(?:منتقل|روانہ|ریفر|بھیج|بھجوا|پہنچا|لے\s+جا|لے\s+گئ|لایا|لائی|لائے|لائیں|داخل(?![ہی])|زیر\s+علاج|"
    r"دم\s+توڑ|چل\s+بس|سپرد\s+خاک|تدفین|طبی\s+امداد|علاج)"
)
_TAKEN_AFTER = re.compile(
    rf"(?:\s+(?:اور|جبکہ)\s+(?:\S+\s+){{0,2}}?(?:کو|وہاں\s+سے)\s+(?:(?!نے|پر)[^\s۔،]+\s+){{1,5}}?{_MOVED})"
    rf"|(?:\s+(?:کے|کی)\s+(?:\S+\s+){{0,4}}?{_CARE}\S*)?(?:\s+(?:میں|بھی|کو))?"
    rf"(?:\s+(?!سے|نے|کے|پر)[^\s۔،]+){{0,2}}?\s+{_MOVED}",
)
_CARE_AFTER = re.compile(rf"\s+(?:کے|کی|میں)\s+(?:(?!دھماک|حمل)\S+\s+){{0,3}}?{_CARE}")
_CARE_HIT = re.compile(
    rf"[^۔]{{0,60}}?{_CARE}\S*\s+(?:پر|میں|کے\s+\S+)\s+(?:\S+\s+){{0,3}}?(?:حمل|دھماک|فائرنگ)"
)
_PATIENTS = Pattern(
    r"زخمی|لاش|نعش|میت|جسد|مریض|شہدا|شہید|جاں\s?بحق|ہلاک|طبی|علاج|ہسپتال|اسپتال|مسافر|جنہیں|"
    r"تابوت|جاں\s?بر|دم\s+توڑ",
)
_MEETING = (
    r"(?:اجلاس|پریس\s+کانفرنس|نیوز\s+کانفرنس|کانفرنس|تقریب|سیمینار|جرگہ|جرگے|ملاقات|خطاب|گفتگو|"
    r"بریفنگ|نماز\s+جنازہ|ورکشاپ|مذاکرات(?!\s+کے\s+(?:بعد|نتیجے|ذریعے))|تدفین|کھلی\s+کچہری|جلسہ\s+تقسیم|کنونشن|میڈیا\s+(?:سے|کو)|صحافیوں\s+(?:سے|کو)|میڈیا\s+نمائند|"
    r"اعلیٰ\s+سطح)"
)
_EVENT = r"(?:دھماک|حمل|فائرنگ|جھڑپ|قتل|اغوا|آپریشن|کارروائی)"
_NOT_TOLD = r"(?:کہا|بتایا|کہ|غور|جائزہ|مذمت|بیان|خطاب|گفتگو|اظہار)"
_MEETING_HIT = (
    rf"(?:پر\s|کے\s+(?:قریب|باہر|نزدیک)\s|(?:میں|کے\s+(?:دوران|بعد|موقع\s+پر)|سے\s+واپس\S*)\s+"
    rf"(?:(?!{_NOT_TOLD}\s)[^\s۔،]+\s+){{0,6}}?(?:دھماک|حمل[ہےوا]|فائرنگ|گولی|بم\s|پتھراؤ|جھڑپ|تصادم|خودکش)"
    r"(?!\S*\s+(?:(?:میں|سے)\s+)?(?:کی|کے|کا|پر|کو|سے|میں)\s+(?:مذمت|تحقیق|تفتیش|رپورٹ|غور|جائز|خلاف|روک|تدارک|افسوس|اظہار|"
    r"تفصیل|حوالے|متاثر|ذمہ|شہدا|شہید|زخمی|ملوث|پیدا|نمٹنے)))"
)
"""Behind a meeting that was attacked, and so where it happened: "کے دوران فائرنگ سے"."""
_MET_AFTER = re.compile(
    rf"\s+میں\s+(?:(?!{_EVENT}|کہ\s|جبکہ|اور\s+\S+\s+میں)[^\s۔،]+\s+){{0,9}}?{_MEETING}(?!\S*\s+{_MEETING_HIT})",
)
_MET_BEFORE = Pattern(rf"{_MEETING}\S*\s+(?:(?!{_EVENT})\S+\s+){{0,3}}$")
_WAS_HELD = re.compile(
    r"\s+(?:(?:کی|کے)\s+پولیس\s+لائن\S*\s+|(?!سے|نے|کے|کی)\S+\s+)?میں\s+(?:\S+\s+){0,3}?(?:ہوا|ہوئی|ہوئے|منعقد|طلب|جاری|ادا|کیا|کی\s+گئی|بلای)"
)

_HOME_BEFORE = Pattern(
    r"(?:تعلق|آبائی\s+\S+|ڈومیسائل|رہائش)\s+(?:(?:کے|کا|کی|بالترتیب|صوبہ|صوبے|ضلع|تحصیل|علاقے|گاؤں|شہر|"
    r"بلوچستان|پنجاب|سندھ|خیبر|پختونخوا|افغانستان)\s+)*$",
)
_HOME_AFTER = re.compile(
    r"(?:\s+شہر)?(?:\s+(?:کے|کا|کی)\s+(?:\S+\s+){0,1}?(?:رہائشی(?!\s+(?:علاق|کالون|مکان|عمارت))|رہنے\s+وال|باسی|"
    r"باشند|مکین|شہری(?:وں)?\s+(?:نے|کا|سے)|سکنہ|متوطن|عوام)"
    r"|\s+سے\s+(?:ہے|تھا|تھے|بتایا\s+جا|بتایا\s+گیا|تعلق|رابطہ|وابستہ))",
)
_AMONG_VICTIMS = Pattern(
    r"(?:مرنے|مارے\s+جانے|ہونے|مقتول|مغوی|متاثر|زخمیوں|شہدا|شہداء|ہلاک\s+شدگان|"
    r"جاں\s?بحق\s+افراد)\S*\s+(?:والوں\s+)?"
    r"میں\s+(?:(?!میں|کے|پر|سے)[^\s۔،]+\s+){0,2}$",
)
_KIN_AFTER = re.compile(
    r"(?:\s+شہر)?\s+(?:کے|کا|کی)\s+(?:\S+\s+){0,4}?(?:خاندان|گھرانے|"
    r"افراد|مزدور|شہری|طالب|طلب|نوجوان|بھائی|"
    r"کارکن|تاجر|خاتون|خواتین)"
)
"""Who is "among the dead" of a place comes from it."""
_JUNCTION_AFTER = re.compile(
    r"\s+(?:اور\s+\S+(?:\s+\S+)?\s+)?(?:کے|کی)\s+(?:سنگم|سرحد|سرحدوں|حدود)\s+پر\s+واقع\s+"
)
"""Behind towns between which the place of the event lies."""
_MEN_AFTER = re.compile(
    r"\s+(?:کے|کا|کی)\s+(?:[^\s۔،]+\s+){0,2}?(?:مزدور|محنت\s?کش|حجام|ڈرائیور|مسافر|شہری|نوجوان|طالب\s+علم|تاجر|انجینئر|مستری|مکینک|کان\s?کن)\S*\s+(?:کو|کی|پر|سمیت)\s"
)
_SITED_BEFORE = Pattern(r"\sمیں\s+(?:[^\s۔،]+\s+){0,3}$")
"""Behind the place of an event men of another one: "نوشکی میں ساہیوال کے دو مزدوروں کو"."""
_HEARD_TO_AFTER = re.compile(r"\s+(?:شہر\s+)?تک\s+(?:\S+\s+){0,2}?(?:سن|محسوس|گونج)")
"""How far a blast was heard says nothing of where it was."""
_RESIDENT_BEFORE = re.compile(r"(?:سکنہ|ساکن|رہائشی|متوطن)\s+$")
_ROUTE_AFTER = re.compile(
    r"\s+(?:اور\s+(?:\S+\s+){1,3}?)?کے\s+درمیان\s+(?:\S+\s+){0,2}?(?:ٹرینوں|ٹرین|ریل|ریلوے|ٹریفک|آمد\s?و\s?رفت|آمدورفت|بجلی|گیس)"
    r"[^۔]{0,60}?(?:معطل|متاثر|منقطع|بند\s)|"
    r"\s+(?:(?:شہر|بازار)\s+سے\s+(?:گھر|واپس|گاؤں)|(?:کی|کے)\s+(?:طرف|جانب|سمت|راستے)|جانے\s+وال|جا\s*رہ|جاتے|آنے\s+وال[یے]\s+(?!فائرنگ|حمل|گول|راکٹ|شہر)|روانہ\s+ہو|پہنچ\s+(?:گئ|چک|کر)|"
    r"فرار|سے\s+(?:[^\s۔]+\s+){0,5}?(?:جانے\s+وال|جا\s*رہ|آنے\s+وال|آ\s*رہ|آتے|جاتے|لے\s+کر|لائ(?!ن)|فرار|"
    r"روانہ|ویڈیو\s+لنک|آئے|آیا|پہنچ|منتقل|واپس|لوٹ|گزر|کی\s+طرف|کی\s+جانب)|تک\s+(?:سڑک|شاہراہ|ٹریفک)|"
    r"(?:کو|کے\s+لیے)\s+(?:\S+\s+){0,3}?(?:ملانے|جوڑنے)|(?:سے\s+(?:[^\s۔،]+\s+){1,6}?)?کے\s+لیے\s+(?:[^\s۔،]+\s+){0,5}?روانہ|سے\s+(?:\S+\s+){0,3}?(?:ملانے|ملاتی|جوڑ))",
)
_FORCES_SENT = re.compile(
    r"\s+سے\s+(?:[^\s۔]+\s+){0,4}?(?:نفری|کمک|ٹیم|ہیلی\s?کاپٹر|دستے|ماہرین|فائر\s+بریگیڈ)"
)
_SUPPLY_AFTER = re.compile(
    r"(?:[^۔]{0,60}?سمیت[^۔]{0,40}?(?:فراہمی|معطل|منقطع))|\s+کو\s+(?:\S+\s+){0,3}?(?:فراہمی|سپلائی|پانی|بجلی|گیس)|"
    r"\s+کی\s+(?:سرپرستی|حمایت|جانب\s+سے|سرزمین|آزادی|حکمت|تاریخ|عوام|ترقی|صورت\s?حال)",
)
_SPEAKER_AFTER = re.compile(
    r"\s+(?:میں|کے|کی)\s+(?:(?:موجود|تعینات|ایک|مقامی|سینئر|اعلیٰ|پولیس|لیویز|سرکاری|سکیورٹی|سیکیورٹی|کسٹمز|"
    r"محکمہ|داخلہ|صحت|کے|کی|ضلعی)\s+){0,5}"
    r"(?:(?:افسر(?:ان)?|عہدیدار(?:وں)?|حکام|اہلکار|ترجمان|ذرائع|عینی\s+شاہد(?:ین)?|سفارت\s?کار)\s+"
    r"(?:نے|کا\s+کہنا|کے\s+مطابق|کہتے)"
    r"|(?:ڈاکٹر(?:وں|ز)?|رہائشی(?:وں)?|دکاندار(?:وں)?|تاجر(?:وں)?|رہنما(?:ؤں)?|شہری(?:وں)?|لوگوں|مکین(?:وں)?|صحافی(?:وں)?)\s+"
    r"(?:نے\s+(?:(?!احتجاج|دھرن|مظاہر|ریلی|ہڑتال|نعر)[^\s۔،]+\s+){0,6}?(?:کہا|بتایا|تصدیق|تردید|الزام|دعوی|مطابق|افسوس|تشویش|مذمت|مطالبہ)"
    r"|کا\s+کہنا|کے\s+مطابق|کہتے|کو\s+(?:[^\s۔،]+\s+){0,5}?بتایا))",
)
_SAID_AFTER = re.compile(
    r"\s+سے\s+جاری|\s+سے\s+(?:موصول|ملنے\s+وال|آمدہ|آنے\s+والی)\S*\s+(?:\S+\s+){0,2}?(?:اطلاع|خبر|رپورٹ|تفصیل)|\s+میں\s+(?:بھی\s+)?(?:کہا|بتایا|گفتگو\s+کرتے|بات\s+کرتے|جاری\s+بیان|جاری\s+ایک)"
)
_AGENT_AFTER = re.compile(r"\s+نے(?!\S)")
_CALLED_AFTER = re.compile(
    r"(?:(?!\s(?:نکالی|نکالا|نکالے|کیا|کی|کیے|کئے|دیا|دی|رہی|رہا|گئی|گیا)(?:\s+(?:اور|جبکہ|تاہم|جس)\s|،))[^۔]){0,70}?"
    r"(?:ہڑتال|احتجاج|دھرن|مارچ|ریلی|جلس|آپریشن|مظاہر|بند\s+رکھن)\S*\s+(?:\S+\s+){0,2}?(?:کا|کی|کے)\s+"
    r"(?:اعلان|کال|دھمکی|انتباہ|تجویز|منظوری|فیصل|حکم|اپیل|مطالب)",
)
_FUTURE_AFTER = re.compile(
    r"[^۔،؛]{0,80}?(?:جائے|جائیں|کریں|ہوں|رہیں|رہے|ہو|کرے|دیں|دے)\s?(?:گا|گی|گے)(?!\S)",
)
_THAT = re.compile(r"\sکہ\s|\sجس\s|\sجہاں\s")
_ALARM_AFTER = re.compile(
    r"[^۔]{0,70}?(?:سکیورٹی|سیکیورٹی|ہائی\s+الرٹ|دفعہ\s+144|ناکہ\s+بندی|گشت)\s+(?:\S+\s+){0,3}?(?:سخت|بڑھا|نافذ|جاری)"
)
_OLDER = Pattern(
    r"(?:گزشتہ|گذشتہ|پچھلے)\s+(?:ماہ|مہینے|سال|برس|ہفتے)\s+(?:بھی\s+)?(?:\S+\s+){0,5}$|ماضی\s+میں\s+(?:\S+\s+){0,5}$"
)
_NTH_AFTER = re.compile(
    r"[^۔]{0,70}?\sیہ\s+(?:\S+\s+){1,3}?(?:حملہ|واقعہ|دھماک[اہ]|کارروائی|واردات)\s+(?:ہے|تھا)"
)
_CAUSE_AFTER = re.compile(
    r"\s+(?:کی|کے)\s+(?:\S+\s+){0,4}?کے\s+خلاف"
    r"|\s+(?:میں|سے)\s+(?:(?!میں\s|نے\s)[^\s۔،]+\s+){0,8}?(?:قتل|ہلاکت|ہلاکتوں|حملے|دھماکے|اغوا|شہادت|گمشدگی|گرفتاری|گرفتاریوں|"
    r"فائرنگ|واقعے|لاپتہ\s+کرنے)\s+کے\s+خلاف\s+(?:(?!نے\s)[^\s۔،]+\s+){1,6}?میں\s"
)
_TAKEN_FROM_AFTER = re.compile(
    r"\s+سے\s+(?:[^\s۔]+\s+){0,9}?(?:اغوا|اغواء|لاپتہ\s+(?:کر|ہو)|گرفتار|برآمد|اٹھا|حراست|بازیاب|ملی|ملیں|مل\s+گئ|یرغمال|"
    r"قبضے|پکڑ)",
)
_MISSING_PEOPLE = re.compile(
    r"\s+سے\s+(?:جبری\s+)?(?:لاپتہ|گمشدہ)\s+(?:\S+\s+){0,3}?(?:افراد|طلب|نوجوان|شہری)"
    r"|\s+سے\s+(?:\S+\s+){0,2}?(?:لاپتہ|گمشدہ|اغوا)\s+(?:\S+\s+){0,6}?(?:کے|کی)\s+(?:لواحقین|اہل\s?خانہ|اہلخانہ|ورثا\S?|والد\S*|بازیابی|رشتہ\s?دار\S*|خاندان\S*)"
)
_NEAR = re.compile(
    r"\s+(?:(?:شہر|(?:ریلوے\s+)?اسٹیشن)\s+)?سے\s+(?:\S+\s+){1,2}?(?:کلو\s?میٹر|میل)\s+(?:دور|کے\s+فاصلے)|"
    r"\s+(?:شہر\s+)?(?:کے|سے)\s+(?:قریب|نزدیک|نواح|مضافات|قریبی|گرد)"
)
_SITE_AFTER = re.compile(
    r"\s*(?:(?:ہی|بھر)\s+)?(?:میں|کے|کی|کا|سے|پر|کو|تک|شہر|بازار|ڈویژن|ضلع|اور|،|:|\()",
)


_COURT_BEFORE = Pattern(r"عدالت\s+$")
_AT_COURT_AFTER = re.compile(r"(?:\s+کی\s+(?:[^\s۔،]+\s+){0,4}?عدالت)?\s+میں\s+پیش\s")
_HALTED_BEFORE = Pattern(r"(?:ایکسپریس|ٹرین|ٹرینوں|گاڑیوں|میل)\s+(?:\S+\s+)?کو\s+$")
_HALTED_AFTER = re.compile(r"\s+(?:\S+\s+){0,2}?(?:میں|پر)\s+(?:ہی\s+)?روک")


def venue_of_urdu(text: str, start: int, end: int, sentence_start: int, sentence_end: int) -> str:
    """Say whether people "met" at a place, or were "taken" there; '' for neither."""
    after = text[end : min(len(text), end + 140, sentence_end)]
    if _TAKEN_AFTER.match(after):
        patients = _PATIENTS.search(text, max(sentence_start, start - 200), sentence_end)
        return "taken" if patients else ""
    if _CARE_AFTER.match(after):
        return "" if _CARE_HIT.match(after) else "taken"
    if _MET_AFTER.match(after):
        return "met"
    before = text[max(sentence_start, start - 60) : start]
    court = _AT_COURT_AFTER.match(after)
    if court and (court[0].lstrip().startswith("کی") or _COURT_BEFORE.search(before)):
        return "met"
    return "met" if _WAS_HELD.match(after) and _MET_BEFORE.search(before) else ""


def _is_home_urdu(before: str, after: str) -> bool:
    """Whether the words around a name say that people live there or come from there."""
    if _HOME_BEFORE.search(before) or _HOME_AFTER.match(after) or _RESIDENT_BEFORE.search(before):
        return True
    if _MEN_AFTER.match(after) and _SITED_BEFORE.search(before):
        return True
    return bool(_AMONG_VICTIMS.search(before) and _KIN_AFTER.match(after))


def elsewhere_urdu(text: str, start: int, end: int, sentence_start: int, sentence_end: int) -> str:
    """Name the reason why a place is not where the event was, or return ''."""
    after = text[end : min(len(text), end + 120, sentence_end)]
    before = text[max(sentence_start, start - 60) : start]
    if _is_home_urdu(before, after):
        return "home or origin"
    if _HEARD_TO_AFTER.match(after):
        return "heard from afar"
    if _ROUTE_AFTER.match(after) or _SUPPLY_AFTER.match(after) or _FORCES_SENT.match(after):
        return "motion or supply"
    if _HALTED_AFTER.match(after) and _HALTED_BEFORE.search(before):
        return "motion or supply"
    if _AGENT_AFTER.match(after) or _SPEAKER_AFTER.match(after) or _SAID_AFTER.match(after):
        return "place of a speaker"
    if _CALLED_AFTER.match(after) or _is_future(after):
        return "planned"
    if _ALARM_AFTER.match(after) or _MISSING_PEOPLE.match(after):
        return "not the event"
    if _CAUSE_AFTER.match(after) or _JUNCTION_AFTER.match(after):
        return "reason of the event" if _CAUSE_AFTER.match(after) else "border or comparison"
    return "an older event" if _OLDER.search(before) or _NTH_AFTER.match(after) else ""


_SEARCH_AFTER = re.compile(
    r"\s+(?:میں|کے\s+\S+\s+میں|اور)\s+(?:\S+\s+){0,5}?(?:سرچ\s+آپریشن|تلاش|ناکہ\s+بندی|چھاپ|گشت)\S*\s+"
    r"(?:\S+\s+){0,2}?(?:جاری|شروع|کی\s+جا|بڑھا|مار)",
)


def is_search_urdu(text: str, end: int) -> bool:
    """Whether a place is only searched after an event: "خاران میں سرچ آپریشن جاری ہے"."""
    return _SEARCH_AFTER.match(text, end) is not None


def _is_future(after: str) -> bool:
    """Whether the clause that holds a name tells of what will be done."""
    found = _FUTURE_AFTER.match(after)
    return found is not None and _THAT.search(found[0]) is None


def is_taken_from_urdu(text: str, end: int) -> bool:
    """Whether somebody was abducted, arrested or found there: "تربت سے اغوا"."""
    return (
        _TAKEN_FROM_AFTER.match(text, end) is not None and _MISSING_PEOPLE.match(text, end) is None
    )


def is_near_urdu(text: str, end: int) -> bool:
    """Whether the words after a name say near it."""
    return _NEAR.match(text, end) is not None


def is_site_urdu(text: str, end: int) -> bool:
    """Whether the words after a name say in, at or from it, or that police were hit there."""
    return _SITE_AFTER.match(text, end) is not None or is_post_urdu(text, end)


_POST_HIT = re.compile(
    r"\s+(?:پولیس|لیویز|ایف\s?سی)(?:\s+(?:کی|کے))?\s+(?:گشتی|گاڑی|گاڑیوں|موبائل|وین|ٹیم|پارٹی|قافل\S*|"
    r"ہیڈ\s?کوارٹر|کیمپ|بس|ناکے)(?:\s+\S+){0,2}?\s+پر\s(?:(?!\S+\s+میں\s)\S+\s+){0,9}?(?:حمل|فائرنگ|دھماک|بم|راکٹ|گولی|گولیاں)"
)
_ROUND_UP = re.compile(
    r"\s+(?:ڈویژن\s+)?کے\s+(?:مختلف|کئی|متعدد|دو|تین|چار|پانچ|چھ)\s+(?:علاقوں|اضلاع|شہروں|مقامات)(?!\w)"
)


def is_post_urdu(text: str, end: int) -> bool:
    """Whether a name is that of police who were hit there: "لورالائی پولیس کی گشتی ٹیم پر حملہ"."""
    return _POST_HIT.match(text, end) is not None


def is_round_up_urdu(text: str, end: int) -> bool:
    """Whether the words after a name say that events were all over it."""
    return _ROUND_UP.match(text, end) is not None


_LIES_AFTER = re.compile(r"\s+(?:میں|کی\s+حدود\s+میں|کے\s+قریب)\s+(?:واقع|آتا|آتے|پڑتا)")
_PLACES_BEFORE = Pattern(
    r"(?:علاقہ|علاقے|علاقوں|مقام|مقامات|جائے\s+وقوعہ|گاؤں|جگہ)\s+(?:بھی\s+)?(?:\S+\s+){0,3}$"
)
_ACT_BEFORE = re.compile(
    r"^\W*(?:(?:\S+\s+){1,3}?(?:کے\s+مطابق|نے\s+(?:بتایا|کہا)\s+(?:ہے\s+)?کہ)،?\s+)?(?:یہ\s+|اس\s+|مذکورہ\s+|احتجاجی\s+|لانگ\s+)?"
    r"(?:مارچ|ریلی|جلوس|دھرنا|واقعہ|واردات|حملہ|دھماکا|دھماکہ|جھڑپ|مقابلہ|کارروائی|چھاپہ|آپریشن)\s+(?:\S+\s+){0,3}$"
)
_ACT_AFTER = re.compile(
    r"(?:\s+کے\s+(?:نواحی\s+|سرحدی\s+)?(?:علاقے|گاؤں|مقام|کچے)(?:\s+(?!میں)\S+){0,3}?)?"
    r"\s+(?:سے|میں|پر|کے\s+(?:قریب|مقام\s+پر))\s+(?:\S+\s+){0,3}?(?:شروع|ختم|اختتام|پیش\s+آ|ہوا|ہوئی|گزر|کی\s+گئ|کیا\s+گیا|مارا\s+گیا)"
)
_BLOCKED_AFTER = re.compile(
    r"\s+(?:پر\s+)?(?:ٹریفک\s+)?(?:\S+\s+){0,4}?(?:بند|معطل|بلاک)\s+(?:رہ|کر|ہو)"
)
_ROAD_NAME = re.compile(r"(?:روڈ|شاہراہ|ہائی\s?وے|ٹریک|موٹروے)(?:\s|$)|^شاہراہ|^این\s")


def is_blocked_urdu(text: str, start: int, end: int) -> bool:
    """Whether a road is one that was blocked: "کوئٹہ کراچی شاہراہ بند کر دی"."""
    return bool(_ROAD_NAME.search(text[start:end]) and _BLOCKED_AFTER.match(text, end))


_BODIES_BEFORE = re.compile(r"(?:لاش|لاشیں|نعش|نعشیں|میت|میتیں)\s[^،۔]{0,60}$")
_BODIES_AFTER = re.compile(
    r"(?:\s+کے\s+علاقے\s+\S+)?\s+(?:میں|سے|کے\s+قریب)\s[^،۔]{0,40}?(?:ملی|ملیں|برآمد|پائی)(?!\w)"
)


def is_continued_urdu(text: str, start: int, end: int, sentence_start: int) -> bool:
    """Whether a sentence without an event word tells where the event before it was."""
    before = text[max(sentence_start, start - 60) : start]
    if _LIES_AFTER.match(text, end) and _PLACES_BEFORE.search(before):
        return True
    if is_blocked_urdu(text, start, end):
        return True
    whole = text[sentence_start:start]
    if _BODIES_BEFORE.search(whole) and _BODIES_AFTER.match(text, end):
        return True
    return _ACT_AFTER.match(text, end) is not None and _ACT_BEFORE.match(whole) is not None
