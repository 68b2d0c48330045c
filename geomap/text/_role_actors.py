"""Place words that are part of an organisation, a force, a firm, a team, an office or a post.

"Balochistan Liberation Army", "the Hub deputy commissioner", "University of Turbat", "DHQ Tank",
"ڈپٹی کمشنر کیچ". A common noun makes none: a hospital in Quetta or a Karachi hospital is a place.
"""

from __future__ import annotations

import re

from geomap.text._role_urdu import is_post_urdu
from geomap.text.expressions import guarded
from geomap.text.patterns import Pattern

__all__ = ["is_actor", "is_actor_urdu"]

_HEADS = (
    "frontier corps|army|front|guard|guards|scouts|militia|rifles|regiment|corps|constabulary|"
    "rangers|force|forces|"
    "navy|levies|police|air force|coast guard|coast guards|republican|liberation|revolutionary|"
    "nationalist|taliban|chapter|branch|wing|faction|government|govt|assembly|cabinet|parliament|"
    "senate|administration|authority|authorities|commission|committee|board|department|directorate|"
    "secretariat|ministry|tribunal|municipal|metropolitan corporation|corporation|"
    "development authority|port authority|high court|supreme court|session court|sessions court|"
    "anti-terrorism court|district court|accountability court|bar association|bar council|chamber|"
    "constitution|home department|home minister|home secretary|health department|health minister|"
    "health authority|education department|education minister|disaster management|"
    "disaster authority|finance department|finance minister|information department|"
    "information minister|forest department|irrigation department|mines department|"
    "excise department|customs department|local government|labour department|"
    "agriculture department|culture department|tourism department|wildlife department|"
    "food department|livestock department|fisheries department|energy department|"
    "works department|sports department|prisons department|archaeology department|campus|"
    "transport department|transport authority|red crescent|"
    "action committee|national party|awami party|peoples party|people's party|muslim league|"
    "yakjehti|student organisation|students organisation|student organization|"
    "students organization|awami|commissioner|commissioners|deputy commissioner|"
    "deputy commissioners|assistant commissioner|additional commissioner|additional deputy|"
    "divisional commissioner|superintendent|chief minister|chief secretary|chief justice|governor|"
    "minister|mayor|nazim|corps commander|district police|district administration|district health|"
    "district education|district council|dc|ac|dpo|rpo|ssp|dig|cm|ig|igp|adc|dho|university|"
    "college|colleges|cadet college|foundation|trust|federation|association|union|alliance|company|"
    "companies|firm|bank|mill|mills|cement|textile|textiles|railway|railways|airlines|electric|"
    "gas company|gas plant|jail|prison|central jail|central prison|district jail|"
    "training centre|training center|training school|training college|training academy|academy|"
    "civil hospital|district hospital|teaching hospital|"
    "gladiators|kings|zalmi|qalandars|sultans|united|xi|club|cricket|football|"
    "hockey|volleyball|polo club|polo team|times|literature festival|expo|bench|embassy|consulate|"
    "ambassador|envoy|foreign minister|foreign ministry|foreign office|"
    "tribe|tribes|tribesmen|sub-tribe|sub-tribes|clan|clans|clansmen"
)
_UNLESS = {
    "police": frozenset(
        {"station", "stations", "post", "posts", "picket", "pickets", "check", "lines", "camp",
         "van", "patrol", "vehicle", "outpost", "barracks", "mobile", "barrier", "checkpost"},
    ),
    "union": frozenset({"council", "councils"}),
    "firm": frozenset(
        {"stance", "stand", "commitment", "support", "resolve", "response", "action", "belief"},
    ),
    "railway": frozenset(
        {"station", "line", "track", "bridge", "crossing", "colony", "police", "phatak"},
    ),
    "levies": frozenset({"post", "station", "check", "checkpost", "thana", "line", "lines"}),
    "football": frozenset({"ground", "stadium", "match"}),
    "cricket": frozenset({"ground", "stadium", "match"}),
}  # fmt: skip
"""Words after a head that make a spot of it: a police station is no force."""


def _first_words(phrases: str) -> dict[str, frozenset[str]]:
    """Return the second words that may follow each first word; "" where none is needed."""
    found: dict[str, set[str]] = {}
    for phrase in phrases.split("|"):
        first, _, second = phrase.partition(" ")
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


_HEAD_WORDS = _first_words(_HEADS)
_WORDS_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s+(?:range|region|circle|zone)\b)?(?:\s+|-)([A-Za-z'’-]{1,40})(?:\s+([A-Za-z'’-]{1,40}))?"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def _has_head(text: str, end: int) -> bool:
    """Whether a word for a body, a force, a firm or a post follows: "Hub deputy commissioner"."""
    words = _WORDS_AFTER.match(text, end)
    if words is None:
        return False
    first, second = (_POSSESSIVE.sub("", (word or "").lower()) for word in words.groups())
    seconds = _HEAD_WORDS.get(first)
    if seconds is None:
        return False
    if "" in seconds:
        return second not in _UNLESS.get(first, ())
    return second in seconds


_PERSONNEL = re.compile(
    r"\s+(?:police|levies|security|fc|forces|frontier|army|troops)\b", re.IGNORECASE
)
_BARE_IN = re.compile(r"\b(?:in|at|near|across)\s+$", re.IGNORECASE)

_NEXT_CAPITAL = re.compile(r"[ \t]+(?P<word>[A-Z][\w'’&-]*)")
_AFTER_CAPITAL = re.compile(r"(?:[ \t]+[A-Z&][\w'’&-]*){0,4}(?:[ \t]+[a-z(0-9]|\s*[.,;:!?\"”’)]|$)")
_NO_PART = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct",
    "Nov", "Dec", "District", "Districts", "Division", "Province", "Tehsil", "Taluka", "Agency",
    "City", "Town", "Bazaar", "Bazar", "Road", "Chowk", "Highway", "Motorway", "Expressway",
    "Valley", "Area", "Areas", "Pass", "River", "Port", "Airport", "Railway", "Station", "Stadium",
    "Cantt", "Cantonment", "Tribal", "Sector", "Village", "Dam", "Lake", "Fort", "Border",
    "Crossing", "Bridge", "Street", "Colony", "Market", "Bypass", "Coalfield", "Coal", "Hills",
    "Mountains", "Mountain", "Range", "Plain", "Plains", "Desert", "Canal", "Coast", "Island",
    "Beach", "Harbour", "Harbor", "Subdivision", "Sub", "Toll", "Interchange", "Tunnel", "Square",
    "Gate", "Mor", "Garden", "Park", "Ground", "Hospital", "East", "West", "North", "South",
    "Upper", "Lower", "Central", "Region", "Line", "Lines", "Point", "Link", "International",
    "Fish", "Export", "Industrial", "Economic", "Free", "Two", "Three", "Four", "Five", "Six",
    "Seven", "Eight", "Nine", "Ten", "On", "In", "At", "From", "Says", "Kill", "Kills", "Killed",
    "Injured", "Dead", "Blast", "Attack", "Officials", "Police", "Levies", "Nala", "Nullah",
    "Nulla", "Khwar", "Algad", "Kach", "Plaza", "Zero", "Satellite", "Security", "FC", "CTD",
    "Frontier", "Militants", "Gunmen", "Armed", "No", "No.", "Number", "Block", "Phase", "Ward",
})  # fmt: skip
_TITLE_CASE = re.compile(r"(?:\b[A-Z][\w'’-]+\s+){2}(?:In|At|Near|From|Of|On)\s+$")

_OFFICE = (
    r"governor|(?:(?:deputy|assistant|additional|divisional)\s+)*commissioners?|"
    r"(?:deputy\s+|additional\s+)?(?:prosecutor|advocate|accountant)\s+general|police\s+chief|inspector[\s-]general|(?:deputy\s+)?inspector[\s-]general(?:\s+of\s+police)?|"
    r"chief\s+secretary|home\s+secretary|president|"
    r"ministers?|mayor|dig|district\s+police\s+officer|regional\s+police\s+officer|dpo|"
    r"rpo|ssp|sp|dc|ac|superintendent(?:\s+of\s+police)?|senator|(?:high|supreme)\s+court|"
    r"university|government|emirate|islamic\s+republic|institute|bank|ambassador|consul\s+general|"
    r"embassy|consulate|nazim|sho|station\s+house\s+officer|(?:judge\s+of\s+the\s+)?anti-terrorism\s+court|"
    r"(?:home|health|education|information|counter[\s-]terrorism)\s+department|armed\s+forces|security\s+forces|army|police|levies|administration|"
    r"chambers?\s+of\s+commerce(?:\s+and\s+industry)?|bar\s+associations?|bar\s+councils?|assembly|tigers|"
    r"constitution|parliament|(?:education|health|district|police|levies|town|municipal)\s+officer|"
    r"deputy\s+commissioner's\s+office|diocese|archdiocese|diocesan|"
    r"press\s+clubs?|unions?|associations?|federation|councils?|committees?|tehsildar|(?:rights|election|law)\s+commission|muslim\s+league|board\s+of\s+revenue|engineering\s+council|"
    r"ctd|pdma|counter[\s-]terrorism\s+(?:department|wing)|(?:emergency|rescue|ambulance)\s+service|"
    r"disaster\s+management\s+authority"
)
_OFFICE_BEFORE = guarded(
    rf"\b(?:{_OFFICE}|spokes(?:man|person|woman)|speaker)\s+(?:of|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|for)\s+(?:the\s+)?$")
_GROUP_WORDS = ("taliban", "islamic state", "lashkar", "jamaat", "jaish", "ansar", "fitna", "daesh",
                "is-", "isis", "qaeda", "tehreek", "tehrik")  # fmt: skip
_NAMES_GROUP = Pattern("|".join(map(re.escape, _GROUP_WORDS)), re.IGNORECASE)
_GROUP_BEFORE = re.compile(
    r"(?:\bte[h]?re?e?k-?[iue]?l?-?taliban|\btaliban|\bislamic\s+state(?:['’]s)?(?:\s+(?:in|of))?"
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
    r"University|Police\s+Officer|Press\s+Club|High\s+Court|Bar\s+Association|Cadet\s+College|Degree\s+College|"
    r"(?:Association|Union|Federation|Council|Committee|Authority|Department|Party|Movement|Alliance|"
    r"Society|Foundation|Academy|Organi[sz]ation|Front|Jail|Prison)|"
    r"Chamber|(?:(?:[Dd]eputy|[Aa]ssistant|[Aa]dditional\s+[Dd]eputy)\s+)?[Cc]ommissioner|Central\s+Jail|"
    r"District\s+Jail|Inspector\s+General(?:\s+of)?(?:\s+Police)?|Police|Levies\s+Force|"
    r"Chief\s+Minister|Governor|Chief\s+Secretary|Home\s+Secretary|Board|POLICE|LEVIES|"
    r"Home\s+Department|Government|Inter\s+Services|Sector\s+Commander|Brigade|Wing)"
    r"(?:\s+(?:Operations?|Investigations?|City|Saddar|Traffic|Headquarters|Security|Range|Region))?\s+$",
)


_OFFICE_COMMA = Pattern(
    r"\b(?:[Ii]nspector\s+[Gg]eneral(?:\s+of\s+(?:[Pp]olice|[Pp]risons))?|[Cc]ommissioner|Frontier\s+Corps|"
    r"Governor|[Ss]uperintendent(?:\s+of\s+[Pp]olice)?|[Pp]olice\s+[Oo]fficer|[Jj]udge|[Mm]agistrate|"
    r"[Tt]ehsildar|[Cc]ourt|Bar\s+Association),\s+$"
)
_HOUSE_AFTER = re.compile(
    r"\s+(?:[Pp]ress\s+[Cc]lub|High\s+Court|Assembly|Secretariat|Civil\s+Secretariat)\b"
)
_AT_DOOR = re.compile(r"\b(?:outside|before|in\s+front\s+of|opposite)\s+(?:the\s+)?$")
"""Before a house at which people gather: it says in which town they did."""
_SHORT_BEFORE = re.compile(
    r"\b(?:Department|Corps|Authority|Party|Police|Movement|Front|Committee|Organi[sz]ation|Service|Force)\s+"
    r"\([A-Z]{2,6}\)\s+$"
)
"""A body with its letters: "the Counter Terrorism Department (CTD) Punjab"."""
_STATION_AFTER = re.compile(
    r"\s+(?:[Cc]ity\s+)?(?:[Pp]olice|[Ll]evies)\s+(?:[Ss]tation|[Tt]hana)\b"
)
_OF_STATION = Pattern(
    r"\b(?:posted|deputed|serving|stationed|attached|registered|lodged|assigned)\s+(?:at|to|in|with)\s+(?:the\s+)?$"
    r"|\b(?:van|vehicle|mobile|patrol|team|party|officials?|officers?|constables?|personnel|policem[ae]n|SHO|inspector|"
    r"case|FIR|staff|contingent)\s+(?:of|from|by)\s+(?:the\s+)?$"
)
"""Words that make a station a body of men: "a van of the Lahri police station"."""
_CLOSED = re.compile(r"\s*[,(]|['’]s\b")
"""Behind the place of an office that a comma parts from it: "the Commissioner, Sibi, said"."""


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
    if _HOUSE_AFTER.match(text, end) and _AT_DOOR.search(before):
        return False
    if _has_head(text, end):
        personnel = _PERSONNEL.match(text, end)
        return not (personnel and _BARE_IN.search(before))
    if _is_headed(before):
        return True
    if before.endswith(") ") and _SHORT_BEFORE.search(before):
        return True
    if _STATION_AFTER.match(text, end) and _OF_STATION.search(before):
        return True
    if before.endswith(", ") and _OFFICE_COMMA.search(before):
        return _CLOSED.match(text, end) is not None
    return _begins_a_name(text, end, before, next_name)


_COUNCIL = re.compile(r"\b(?:union|village|neighbourhood)\s+council\s+$|\bUC\s+$", re.IGNORECASE)
"""The name of a part of a tehsil, and of no body of men."""


def _is_headed(before: str) -> bool:
    """Whether an office, a group or an institution stands right before the name."""
    if _OF.search(before, max(0, len(before) - 9)):
        return _OFFICE_BEFORE.search(before) is not None
    if _NAMES_GROUP.may_match(before) and _GROUP_BEFORE.search(before):
        return True
    if _COUNCIL.search(before):
        return False
    last = before.rstrip().rpartition(" ")[2]
    titled = last[:1].isupper() or last == "commissioner"
    return titled and _TITLE_BEFORE.search(before) is not None


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
    r"انسپکٹر جنرل(?: آف)?(?: پولیس)?|بلدیہ|"
    r"ڈی ?آئی ?جی|آئی ?جی(?: پولیس)?|ڈی ?ایس ?پی|ایس ?ایچ ?او|ڈی ?ایچ ?او|سی ?ٹی ?ڈی|"
    r"وزیر ?اعلیٰ|وزیر ?اعلی|وزیر داخلہ|وزیر صحت|گورنر|چیف سیکر?یٹری|سیکر?یٹری داخلہ|میئر|"
    r"ضلعی انتظامیہ|انتظامیہ|حکومت|ہائی ?کورٹ|اسمبلی|یونیورسٹی(?: آف)?|"
    r"(?:مسلح )?افواج|جامعہ|کالج|سول ہسپتال|سول اسپتال|"
    r"ٹیچنگ ہسپتال|ڈی ?ایچ ?کیو(?: ہسپتال)?|سی ?ایم ?ایچ|میڈیکل کمپلیکس|پریس کلب|بار ایسوسی ایشن|"
    r"سینٹرل جیل|سنٹرل جیل|ڈسٹرکٹ جیل|انجمن تاجران|چیمبر آف کامرس|تھانہ|فرنٹیئر کور|ایف ?سی|"
    r"آل|بورڈ|بینک|"
    r"محکمہ (?:صحت|داخلہ|تعلیم|خزانہ|اطلاعات|انسداد دہشت ?گردی)|"
    r"صدر|مملکت|امارت اسلامی|کور کمانڈر|سیکٹر کمانڈر|"
    r"تحریک ?(?:ِ )?طالبان|لشکر|طالبان|دولت اسلامیہ|داعش|جیش|جماعت"
)
_URDU_BEFORE = re.compile(rf"(?:^|[\s(\"'“])(?:{_URDU_POST})\s+$")
_URDU_HEADS = (
    r"(?:ریجن|رینج|ڈسٹرکٹ)\s+پولیس|لبریشن|ریپبلکن|ری پبلکن|نیشنلسٹ|"
    r"پولیس(?!\s+(?:تھان|چوکی|لائن|اسٹیشن|سٹیشن|پوسٹ|وین|موبائل))|"
    r"حکومت|اسمبلی|ہائی ?کورٹ|سپریم کورٹ|بینچ|یونیورسٹی|لیویز(?!\s+(?:تھان|چوکی|لائن|پوسٹ))|رائفلز|"
    r"اسکاؤٹس|سکاؤٹس|رینجرز|ملیشیا|کانسٹیبلری|کور|آرمی|فوج|ایئر ?فورس|"
    r"فضائیہ|بحریہ|ریلویز|ریلوے(?!\s+(?:اسٹیشن|سٹیشن|ٹریک|"
    r"لائن|پھاٹک|پل|کالونی|پٹڑی|پٹری))|ایئرلائن|نیشنل پارٹی|عوامی پارٹی|"
    r"مسلم لیگ|پیپلز پارٹی|یکجہتی|"
    r"(?:ٹیچرز|ڈاکٹرز|لائرز|وکلا|تاجر|مائنز|لیبر|ورکرز|اساتذہ) "
    r"(?:ایسوسی ?ایشن|یونین|فیڈریشن|اتحاد|الائنس|کونسل)|"
    r"کابینہ|بار|پریس کلب|چیمبر|پورٹ اتھارٹی|ڈویلپمنٹ|اتھارٹی|الیکٹرک|سدرن گیس|نادرن گیس|گیس کمپنی|"
    r"گیس فیلڈ|گیس پلانٹ|کمپنی|کارپوریشن|بورڈ|یونین(?! کونسل)|ایسوسی ?ایشن|فیڈریشن|فاؤنڈیشن|ٹرسٹ|"
    r"اتحاد|الائنس|کمیٹی|کونسل|بینک|سیمنٹ|ملز|منرلز|میڈیکل|کیڈٹ کالج|کالج|سینٹرل جیل|سنٹرل جیل|جیل|"
    r"ٹیچنگ (?:ہسپتال|اسپتال)|"
    r"یونائیٹڈ|شاہین|گلیڈی ?ایٹرز|کنگز|زلمی|قلندرز|سلطانز|وارئرز|ٹائیگرز|الیون|"
    r"ایف ?سی(?!\s+(?:کیمپ|"
    r"چوکی|قلع|ہیڈ))|کرکٹ|فٹ ?بال|کلب|انتظامیہ|ضلعی انتظامیہ|ٹرک اونرز|ٹرانسپورٹ|گڈز|ہوٹل|"
    r"ریسٹورنٹ|ایکسپریس|میل|بار کونسل|جرنلسٹس|ٹائمز|چیپٹر|ونگ|شاخ|سول سوسائٹی|ڈسٹرکٹ کونسل|"
    r"میٹروپولیٹن|میونسپل|حکام(?=\s+(?:نے|کا|کے)\s)"
)
_URDU_AFTER = re.compile(
    rf"\s+(?:(?:{_URDU_HEADS})(?![\u0620-\u06ff])"
    r"|(?:ڈویژن\s+)?(?:کے|کی)\s+(?:صوبائی\s+|نگران\s+|ضلعی\s+)?"
    r"(?:محکمہ|محکمے|وزیر|گورنر|کمشنر|ڈپٹی کمشنر|اسسٹنٹ کمشنر|حکومت|کابینہ|اسمبلی|انتظامیہ|"
    r"پولیس سربراہ|ڈی پی او|ایس ایس پی|چیف سیکرٹری|چیف سیکریٹری|ہائی کورٹ|انسپکٹر جنرل))",
)


_CARE = re.compile(r"ہسپتال|اسپتال|میڈیکل")
_BROUGHT = re.compile(r"\s+(?:میں\s+)?(?:منتقل|پہنچا|لای|لائ|داخل|ریفر)")
"""What is told of the wounded who are brought to a hospital: it is where they were taken."""
_AT_ITS_DOOR = re.compile(r"\s+کے\s+(?:(?:مرکزی|مین|صدر)\s+)?(?:سامنے|باہر|گیٹ|دروازے|احاطے)(?!\w)")
"""Where people gather: a club, a court, a university is a place there."""
_IN_ITS_LIMITS = re.compile(r"\s+(?:کی\s+(?:حدود|حد)|کے\s+(?:علاقے|قریب|نزدیک|باہر|حدود))(?!\w)")
"""After the name of a police station: its beat, or the station as what was hit."""


def is_actor_urdu(text: str, start: int, end: int, *, sentence_start: int) -> bool:
    """Whether an Urdu place name is part of the name of an organisation or a post."""
    if is_post_urdu(text, end):
        return False
    body = _URDU_AFTER.match(text, end)
    if body is not None:
        return _AT_ITS_DOOR.match(text, body.end()) is None
    before = text[max(sentence_start, start - 32) : start]
    post = _URDU_BEFORE.search(before)
    if post is not None and _CARE.search(post[0]) and _BROUGHT.match(text, end):
        return False
    return post is not None and not ("تھان" in post[0] and _IN_ITS_LIMITS.match(text, end))
