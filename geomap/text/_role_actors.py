"""Place words that are part of an organisation, a force, a firm, a team, an office or a post.

"Balochistan Liberation Army", "the Hub deputy commissioner", "University of Turbat", "DHQ Tank",
"ڈپٹی کمشنر کیچ". A common noun makes none: a hospital in Quetta or a Karachi hospital is a place.
"""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern

__all__ = ["is_actor", "is_actor_urdu"]

_FORCES = (
    "army|front|guards?|scouts|militia|rifles|regiment|corps|constabulary|rangers|forces?|navy|"
    "levies|police(?!\\s+(?:stations?|posts?|pickets?|check|lines|camps?|training|vans?|patrols?|"
    "vehicles?|outposts?|barracks|mobiles?|barriers?|office\\b))|air\\s+force|coast\\s+guards?|"
    "republican|liberation|revolutionary|nationalist|taliban|chapter|branch|wing|faction"
)
_BODIES = (
    "government|govt|assembly|cabinet|parliament|senate|administration|authority|authorities|"
    "commission|committee|board|department|directorate|secretariat|ministry|tribunal|municipal|"
    "metropolitan\\s+corporation|corporation|development\\s+authority|port\\s+authority|"
    "(?:high|supreme|session|sessions|anti-terrorism|district|accountability)\\s+courts?|"
    "bar\\s+(?:association|council)|chamber(?:\\s+of\\s+commerce)?|constitution|"
    "(?:home|health|education|disaster|finance|information|forest|irrigation|mines|excise|customs|"
    "local|labour|agriculture|transport)\\s+(?:and\\s+\\w+\\s+)?(?:department|authority|management|"
    "minister|secretary|ministry)|disaster\\s+management|red\\s+crescent|"
    "action\\s+committee|(?:national|awami|peoples?|people's|muslim)\\s+(?:party|league)|"
    "yakjehti|students?\\s+organi[sz]ation|awami|jirga\\s+committee|police\\s+range"
)
_POSTS = (
    "(?:(?:deputy|assistant|additional|divisional)\\s+)*commissioners?|"
    "(?:police|levies|army|navy)\\s+(?:chief|spokes\\w+|officers?|officials?|sources|control)|"
    "superintendent|chief\\s+(?:minister|secretary|justice)|governor|minister|mayor|nazim|"
    "corps\\s+commander|district\\s+(?:police|administration|health|education|council)|"
    "district\\s+headquarters\\s+administration|DC|AC|DPO|RPO|SSP|DIG|CM|IGP?|ADC|DHO"
)
_FIRMS = (
    "university|colleges?|cadet\\s+college|foundation|trust|federation|association|union(?!\\s+"
    "council)|alliance|company|companies|firm(?!\s+(?:stance|stand|commitment|support|resolve|response|action|grip|belief|policy|position|hand|warning))|bank|mills?|cement|textiles?|railways?(?!\\s+(?:station|"
    "line|track|bridge|crossing|colony|police\\s+station))|airlines|electric|gas\\s+(?:field|"
    "company|plant)|jail|prison|(?:central|district|sub)\\s+(?:jail|prison)|training\\s+"
    "(?:cent(?:re|er)|school|college|academy)|academy|civil\\s+hospital|press\\s+club(?=\\s+"
    "(?:president|secretary|and|said|condemned|announced|demanded))|"
    "gladiators|kings|zalmi|qalandars|sultans|united|xi|club|cricket|football\\s+club|"
    "(?:cricket|football|hockey|volleyball|polo)\\s+(?:team|side|club|association)|times|"
    "literature\\s+festival|expo|bench"
)
_HEAD_AFTER = re.compile(
    rf"(?:['’]s?)?(?:\s+|-)(?:{_FORCES}|{_BODIES}|{_POSTS}|{_FIRMS})\b", re.IGNORECASE
)
_PERSONNEL = re.compile(
    r"\s+(?:police|levies|security|fc|forces|frontier|army|troops)\b", re.IGNORECASE
)
_BARE_IN = re.compile(r"\b(?:in|at|near|across)\s+$", re.IGNORECASE)

_NEXT_CAPITAL = re.compile(r"(?:['’]s?)?[ \t]+(?P<word>[A-Z][\w'’&-]*)")
_AFTER_CAPITAL = re.compile(r"(?:[ \t]+[A-Z&][\w'’&-]*){0,4}(?:[ \t]+[a-z(0-9]|\s*[.,;:!?\"”’)]|$)")
_NO_PART = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "District",
        "Districts",
        "Division",
        "Province",
        "Tehsil",
        "Taluka",
        "Agency",
        "City",
        "Town",
        "Bazaar",
        "Bazar",
        "Road",
        "Chowk",
        "Highway",
        "Motorway",
        "Expressway",
        "Valley",
        "Area",
        "Areas",
        "Pass",
        "River",
        "Port",
        "Airport",
        "Railway",
        "Station",
        "Stadium",
        "Cantt",
        "Cantonment",
        "Tribal",
        "Sector",
        "Village",
        "Dam",
        "Lake",
        "Fort",
        "Border",
        "Crossing",
        "Bridge",
        "Street",
        "Colony",
        "Market",
        "Bypass",
        "Coalfield",
        "Coal",
        "Hills",
        "Mountains",
        "Mountain",
        "Range",
        "Plain",
        "Plains",
        "Desert",
        "Canal",
        "Coast",
        "Island",
        "Beach",
        "Harbour",
        "Harbor",
        "Subdivision",
        "Sub",
        "Toll",
        "Interchange",
        "Tunnel",
        "Square",
        "Gate",
        "Mor",
        "Garden",
        "Park",
        "Ground",
        "Hospital",
        "East",
        "West",
        "North",
        "South",
        "Upper",
        "Lower",
        "Central",
        "Region",
        "Line",
        "Lines",
        "Point",
        "Link",
        "International",
        "Fish",
        "Export",
        "Industrial",
        "Economic",
        "Free",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "On",
        "In",
        "At",
        "From",
        "Says",
        "Kill",
        "Kills",
        "Killed",
        "Injured",
        "Dead",
        "Blast",
        "Attack",
        "Officials",
        "Police",
        "Levies",
        "Security",
        "FC",
        "CTD",
        "Frontier",
        "Militants",
        "Gunmen",
        "Armed",
    ],
)
_TITLE_CASE = re.compile(r"(?:\b[A-Z][\w'’-]+\s+){2}(?:In|At|Near|From|Of|On)\s+$")

_OFFICE = (
    r"chief\s+minister|governor|(?:(?:deputy|assistant|additional|divisional)\s+)*commissioners?|"
    r"police\s+chief|inspector[\s-]general|(?:deputy\s+)?inspector[\s-]general(?:\s+of\s+police)?|"
    r"chief\s+secretary|home\s+(?:minister|secretary)|\w+\s+minister|president|prime\s+minister|"
    r"minister|ministers?|mayor|dig|district\s+police\s+officer|regional\s+police\s+officer|dpo|"
    r"rpo|ssp|sp|dc|ac|superintendent(?:\s+of\s+police)?|senator|(?:high|supreme)\s+court|"
    r"university|government|emirate|islamic\s+republic|institute|bank|ambassador|consul\s+general|"
    r"embassy|consulate|armed\s+forces|security\s+forces|army|police|levies|administration|"
    r"chamber\s+of\s+commerce(?:\s+and\s+industry)?|bar\s+association|assembly|tigers|"
    r"constitution|parliament|deputy\s+commissioner's\s+office|diocese|archdiocese|diocesan|"
    r"press\s+club|union\s+of\s+journalists|muslim\s+league|board\s+of\s+revenue|engineering\s+council"
)
_OFFICE_BEFORE = Pattern(
    rf"(?:\b(?:{_OFFICE}|spokes(?:man|person|woman)|speaker)\s+(?:of|for)"
    r"|\bte[h]?re?e?k-?[iue]?l?-?taliban|\btaliban|\bislamic\s+state(?:['’]s)?(?:\s+(?:in|of))?"
    r"|\b(?:jamaat|lashkar|jaish|ansar|fitna(?:t)?|tehree?k)[\s-](?:[iue]l?|al|ul)[\s-]?"
    r"|\bISIS?[\s-]|\bdaesh[\s-](?:in\s+)?|\bal[\s-]qaeda\s+in)[\s-]*(?:the\s+)?$",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:PS|DHQ|THQ|CMH|RPO|DPO|DIG|SSP|SP|ASP|DSP|SDPO|SHO|DC|AC|ADC|CTD|ATC|IGP?|CM|HQ|FC|BDU|"
    r"BDS|DHO|MS|PDMA|SBCA|KMC|GOC|"
    r"(?:Civil|Teaching|Headquarters|General|Military|Memorial|Children'?s?|Trauma)\s+"
    r"(?:Hospital|Centre|Center)|[A-Z][a-z]+\s+Hospital|Medical\s+(?:Complex|College|Centre|Center)|"
    r"Trauma\s+Cent(?:re|er)|Frontier\s+Corps(?:\s+(?:of|KP|North|South))?|"
    r"University|Press\s+Club|High\s+Court|Bar\s+Association|Cadet\s+College|Degree\s+College|"
    r"Chamber|(?:Deputy|Assistant|Additional\s+Deputy)\s+Commissioner|Commissioner|Central\s+Jail|"
    r"District\s+Jail|Inspector\s+General(?:\s+of)?(?:\s+Police)?|Police|Levies\s+Force|"
    r"Chief\s+Minister|Governor|Chief\s+Secretary|Home\s+Secretary|Board|POLICE|LEVIES|"
    r"Home\s+Department|Government|Inter\s+Services|Sector\s+Commander|Brigade|Wing)\s+$",
)


def is_actor(text: str, start: int, end: int, *, sentence_start: int, next_name: int) -> bool:
    """Whether an English place name is part of the name of an organisation or a post.

    Parameters
    ----------
    text
        The article's text.
    start, end
        The name.
    sentence_start
        Where its sentence starts.
    next_name
        Where the next place name starts, or -1: "Quetta, Kalat" makes no institution.
    """
    before = text[max(sentence_start, start - 60) : start]
    if _HEAD_AFTER.match(text, end):
        personnel = _PERSONNEL.match(text, end)
        return not (personnel and _BARE_IN.search(before))
    if _OFFICE_BEFORE.search(before) or _TITLE_BEFORE.search(before):
        return True
    return _begins_a_name(text, end, before, next_name)


def _begins_a_name(text: str, end: int, before: str, next_name: int) -> bool:
    """Whether capitals go on after the place: "Hub Valley Cement", "the Quetta Darbar Hotel"."""
    capital = _NEXT_CAPITAL.match(text, end)
    if capital is None or capital.start("word") == next_name:
        return False
    word = capital["word"]
    if word == "Valley":
        later = _NEXT_CAPITAL.match(text, capital.end())
        return later is not None and later["word"] not in _NO_PART
    if word in _NO_PART or word.isupper() or _TITLE_CASE.search(before):
        return False
    return _AFTER_CAPITAL.match(text, capital.end()) is not None


_URDU_POST = (
    r"(?:ایڈیشنل |اسسٹنٹ |ڈپٹی )*کمشنر|ایس ?ایس ?پی|ایس ?پی|اے ?ایس ?پی|ڈی ?پی ?او|آر ?پی ?او|"
    r"ڈی ?آئی ?جی|آئی ?جی(?: پولیس)?|ڈی ?ایس ?پی|ایس ?ایچ ?او|ڈی ?ایچ ?او|سی ?ٹی ?ڈی|"
    r"وزیر ?اعلیٰ|وزیر ?اعلی|وزیر داخلہ|وزیر صحت|گورنر|چیف سیکر?یٹری|سیکر?یٹری داخلہ|میئر|"
    r"ضلعی انتظامیہ|انتظامیہ|حکومت|ہائی ?کورٹ|اسمبلی|یونیورسٹی|جامعہ|کالج|سول ہسپتال|سول اسپتال|"
    r"ٹیچنگ ہسپتال|ڈی ?ایچ ?کیو(?: ہسپتال)?|سی ?ایم ?ایچ|میڈیکل کمپلیکس|پریس کلب|بار ایسوسی ایشن|"
    r"سینٹرل جیل|سنٹرل جیل|ڈسٹرکٹ جیل|انجمن تاجران|چیمبر آف کامرس|تھانہ|فرنٹیئر کور|ایف ?سی|"
    r"آل|بورڈ|بینک|محکمہ صحت|محکمہ داخلہ|صدر|مملکت|امارت اسلامی|کور کمانڈر|سیکٹر کمانڈر|"
    r"تحریک ?(?:ِ )?طالبان|لشکر|طالبان|دولت اسلامیہ|داعش|جیش|جماعت"
)
_URDU_BEFORE = re.compile(rf"(?:^|[\s(\"'“])(?:{_URDU_POST})\s+$")
_URDU_HEADS = (
    r"لبریشن|ریپبلکن|ری پبلکن|نیشنلسٹ|پولیس(?!\s+(?:تھان|چوکی|لائن|اسٹیشن|سٹیشن|پوسٹ|وین|موبائل))|"
    r"حکومت|اسمبلی|ہائی ?کورٹ|سپریم کورٹ|بینچ|یونیورسٹی|لیویز(?!\s+(?:تھان|چوکی|لائن|پوسٹ))|رائفلز|"
    r"اسکاؤٹس|سکاؤٹس|رینجرز|ملیشیا|کانسٹیبلری|کور|آرمی|فوج|ریلویز|ریلوے(?!\s+(?:اسٹیشن|سٹیشن|ٹریک|"
    r"لائن|پھاٹک|پل|کالونی|پٹڑی|پٹری))|ایئرلائن|نیشنل پارٹی|عوامی پارٹی|"
    r"مسلم لیگ|پیپلز پارٹی|یکجہتی|"
    r"کابینہ|بار|پریس کلب|چیمبر|پورٹ اتھارٹی|ڈویلپمنٹ|اتھارٹی|الیکٹرک|سدرن گیس|نادرن گیس|گیس کمپنی|"
    r"گیس فیلڈ|گیس پلانٹ|کمپنی|کارپوریشن|بورڈ|یونین(?! کونسل)|ایسوسی ?ایشن|فیڈریشن|فاؤنڈیشن|ٹرسٹ|"
    r"اتحاد|الائنس|کمیٹی|کونسل|بینک|سیمنٹ|ملز|منرلز|میڈیکل|کیڈٹ کالج|کالج|سینٹرل جیل|سنٹرل جیل|جیل|"
    r"یونائیٹڈ|شاہین|گلیڈی ?ایٹرز|کنگز|زلمی|قلندرز|سلطانز|وارئرز|ٹائیگرز|الیون|"
    r"ایف ?سی(?!\s+(?:کیمپ|"
    r"چوکی|قلع|ہیڈ))|کرکٹ|فٹ ?بال|کلب|انتظامیہ|ضلعی انتظامیہ|ٹرک اونرز|ٹرانسپورٹ|گڈز|ہوٹل|"
    r"ریسٹورنٹ|ایکسپریس|میل|بار کونسل|جرنلسٹس|ٹائمز|چیپٹر|ونگ|شاخ|سول سوسائٹی|ڈسٹرکٹ کونسل|"
    r"میٹروپولیٹن|میونسپل"
)
_URDU_AFTER = re.compile(
    rf"\s+(?:(?:{_URDU_HEADS})(?![\u0620-\u06ff])"
    r"|(?:ڈویژن\s+)?(?:کے|کی)\s+(?:صوبائی\s+|نگران\s+|ضلعی\s+)?"
    r"(?:محکمہ|محکمے|وزیر|گورنر|کمشنر|ڈپٹی کمشنر|اسسٹنٹ کمشنر|حکومت|کابینہ|اسمبلی|انتظامیہ|"
    r"پولیس سربراہ|ڈی پی او|ایس ایس پی|چیف سیکرٹری|چیف سیکریٹری|ہائی کورٹ|انسپکٹر جنرل))",
)


def is_actor_urdu(text: str, start: int, end: int, *, sentence_start: int) -> bool:
    """Whether an Urdu place name is part of the name of an organisation or a post."""
    if _URDU_AFTER.match(text, end):
        return True
    before = text[max(sentence_start, start - 32) : start]
    return _URDU_BEFORE.search(before) is not None
