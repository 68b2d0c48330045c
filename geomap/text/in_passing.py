"""What a report on something else tells in passing: how a patient was hurt, what a man saw.

"Surgeons have fitted a shepherd with a leg. The mine had killed his brother": the news is the leg.
Where neither headline nor lead reports an event and the lead says what somebody did instead, the
next sentences remember it in the past perfect, in a relative clause, in direct speech or of "him".
It is no news unless a day of the last ones stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geomap.records import Article
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger, find_triggers
from geomap.text.found import is_own_day
from geomap.text.lexicon import fold_text
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["without_asides"]

_OTHER_NEWS = Pattern(
    r"\b(?:surgeons?|doctors?|physicians?|physiotherapists?)\b[^.;]{0,90}?\b(?:saved|fitted|implanted|transplanted|rebuilt|reattached|operated|removed|restored|replaced)\b"
    r"|\b(?:fitted|provided|equipped)\s+with\s+(?:an?\s+)?(?:artificial|prosthetic|bionic|new)\b"
    r"|\b(?:artificial|prosthetic)\s+(?:limbs?|legs?|arms?|hands?|feet)\b"
    r"|\b(?:died|passed\s+away|breathed\s+(?:his|her)\s+last|expired)\b[^.;]{0,90}?"
    r"\b(?:illness|stroke|cancer|heart|cardiac|kidney|liver|old\s+age|in\s+(?:his|her)\s+sleep|natural|aged\s+\d|at\s+the\s+age\s+of|at\s+\d\d\b)"
    r"|\b(?:ceremony|exhibition|seminar|convocation|festival|memoir|documentary|book\s+launch|mushaira|sports\s+gala|"
    r"concert|workshop|vigil|plaque|monument|memorial|scholarships?|medals?|cheques?|compensation|pensions?)\b"
    r"|\bbod(?:y|ies)\s+of\b[^.;]{0,140}?\b(?:arrived|flown\s+home|brought\s+home|repatriated|reached)\b|\b(?:implanted|transplant\w*|donation|donated|celebrated)\b"
    r"|\b(?:planted|unveiled|inaugurated|launched\s+at|awarded|conferred|pinned|decorated|honoured|felicitated|"
    r"distributed|graduated|enrolled|admitted\s+to\s+(?:[\w-]+\s+)?bail|granted\s+(?:[\w-]+\s+)?bail|acquitted|retired|returned\s+to\s+(?:duty|work|school|class\w*|the\s+\w+)|"
    r"remembers|recalls|rejoined|re-?opened|came\s+home|come\s+home|reunited|married|wed|sang|performed|recited|painted|published|screened)\b"
    r"|\b(?:took\s+up|debated|discussed|took\s+notice\s+of|adopted|passed|walked\s+out|adjourned|was\s+told|heard|hears)\b[^.;]{0,70}?"
    r"\b(?:law\s+and\s+order|resolution|motion|bill|petitions?|plea|case|adjournment|budget|situation|debate)\b"
    r"|\b(?:national|provincial)\s+assembly\b|\bsenat(?:e|ors?)\b|\bparliament\b|\blegislat(?:ors?|ure)\b"
    r"|\b(?:laid\s+down|surrendered|gave\s+up)\s+(?:their|his)\s+(?:arms|weapons)\b|\bdera[dicals]+i[sz]ation\b"
    r"|\bgave\s+(?:the\s+)?(?:police|government|authorities|ministry|officials)\s+(?:[\w-]+\s+){1,3}to\s+(?:trace|find|produce|recover|file|submit|explain)\b"
    r"|(?:علالت|طبعی\s+موت|حرکت\s+قلب|کینسر|فالج)\b|(?:تقریب|نمائش|سیمینار|مشاعر[ہے]|ورکشاپ|کنووکیشن)(?!\w)"
    r"|(?:مصنوعی|نئے?)\s+(?:اعضا|ٹانگ|بازو|ہاتھ)|(?:تعمیر\s+کیے|تعمیر\s+کی)\s+جائیں|اسمبلی|سینیٹ|قومی\s+اسمبلی|رونمائی|وطن\s+واپس|وطن\s+روانہ"
    r"|\b(?:went|go|going|sent|gone)\s+(?:back\s+)?home\b|\brepatriat\w+",
    re.IGNORECASE,
)
"""What somebody did who is no attacker: the news of the report."""
_LATELY = timedelta(days=10)
Forms = Sequence[re.Pattern[str]]
_HARM = {"killed", "injured"}
_REACH = 110
_CLAUSE = r"(?:(?![.;:]|,\s+(?:but|and)\s)[\s\S])"
_HAD = re.compile(rf"(?:\bhad|['’]d)\s+(?:{_CLAUSE}){{0,60}}$", re.IGNORECASE)
_WHO = re.compile(
    rf"\b(?:who|whom|whose|which|where|that|in\s+which|during\s+which|since)\s+(?:{_CLAUSE}){{0,90}}$",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:I|we|he|she|his|her|my|our|me|him)\s+(?:[\w’'-]+\s+){0,10}$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:men|women|people|persons|children|boys?|girls?|students?|pupils|labourers?|workers|soldiers?|polic\w+|"
    r"lawyers?|passengers|miners?|worshippers|mourners|victims|those|one|constables?|guards?|teachers?|civilians|man|woman)\s+$",
    re.IGNORECASE,
)
"""Before a participle: "four men wounded in the firing were given"."""
_KNOWN = re.compile(
    r"\b(?:the|this|that|those|these|their|his|her|whose|of|in|by|survived|after|since|remembered)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:hours|minutes|moments)\s+(?:later|after|before|earlier)|\bsoon\s+after|\bshortly\s+after|\bmeanwhile|\bon\s+(?:his|her|their)\s+way\s+(?:back|home)|"
    r"\b(?:later|earlier)\s+(?:in\s+the|that|on)\b|\bafter\s+the\s+(?:ceremony|function|event|meeting|session|hearing)|\belsewhere\b|\bseparately\b"
    r"|\banother\s+(?:incident|attack|blast)|دریں\s+اثنا|ادھر|دوسری\s+جانب|کچھ\s+دیر\s+بعد|واپسی\s+پر",
    re.IGNORECASE,
)
"""What parts a new event from the other news."""
_PAST_URDU = re.compile(r"(?:تھا|تھے|تھی|تھیں)(?:[\s۔.!\"”’]|،|\sجس|\sاور|\sجبکہ|\sکہ)")
_OWN_URDU = re.compile(r"\b(?:ان|اس|میر[ےای]|ہمار[ےای])\s+(?:کی|کے|کا|\S+)|بتایا\s+کہ|کہا\s+کہ")


def without_asides(article: Article, scenes: Sequence[Scene]) -> list[Scene]:
    """Read as recalled what a report on other news tells in passing.

    Up to the first sentence that reports an event in plain words or with a day of its own.

    Parameters
    ----------
    article
        The article.
    scenes
        Its sentences.
    """
    lead = scenes[0] if scenes else None
    text = article.text
    if lead is None or any(scene.listed for scene in scenes[:2]) or _is_told(article.title or ""):
        return list(scenes)
    is_headed = _is_of_else(article.title or "")
    if not _is_other_news(text, lead, article.published, is_headed=is_headed):
        return list(scenes)
    named = is_headed or _OTHER_NEWS.inside(text, lead.sentence) is not None
    forms = (_HAD, _WHO, _HE) if named else (_WHO, _HE)
    answer: list[Scene] = []
    for at, scene in enumerate(scenes):
        if scene.mood == "reported" and (at or not scene.families.isdisjoint(_SEEN)):
            if not _is_in_passing(text, scene, article.published, forms, leads=not at):
                return [*answer, *scenes[at:]]
            scene = replace(scene, mood="recalled")  # noqa: PLW2901
        answer.append(scene)
    return answer


def _is_told(title: str) -> bool:
    """Whether a headline tells an attack by a verb: "Gunmen kill two"."""
    told = find_triggers(fold_text(title)) if title else ()
    return any(not (one.is_noun or one.definite) and one.family in _ACTS for one in told)


_OF_VIOLENCE = re.compile(
    r"\b(?:kill|dead|die[ds]?\b|death|bod(?:y|ies)|corpse|wound|injur|hurt|victim|casualt|attack|assault|blast|bomb|explo|fir(?:e|ed|ing)\b|shots?\b|shoot|gun|rocket|"
    r"shell|mortar|grenade|mines?\b|landmine|ied\b|drone|raid|militan|terror|insurgen|separatis|rebel|taliban|ttp|bla\b|blf|iskp|troops|soldier|forces|army|police|cops?\b|levies|fc\b|rangers|"
    r"constab|guards?\b|officer|abduct|kidnap|hostage|captive|missing|clash|fight|battle|protest|strike|sit-?in|march|rall|riot|mob|torch|burn|ablaze|blaze|destroy|derail|target|murder|sla[iy]|"
    r"ambush|siege|claim|toll|operation|arrest|held|seize|curfew|truce|violence|unrest|encounter|lynch|stab|behead|sniper|suicide|martyr|perish|toll|storm|hit|struck|tragedy|carnage|bloodshed|"
    r"highway|train|track|pipeline|convoy|checkpost|check-?point|post\b|border|jirga|tribe|tribal|roundup|round-up|briefs?\b|news|update|situation|timeline|week|month|incident)\w*"
    r"|ہلاک|جاں\s+بحق|شہید|شہادت|زخمی|لاش|حمل|دھماک|فائرنگ|دہشت|مسلح|فورسز|پولیس|فوج|اغوا|لاپتہ|احتجاج|ہڑتال|دھرن|جھڑپ|قتل|راکٹ|بم|ڈرون|گرفتار|کارروائی|آپریشن|نذر\s?آتش|جلا|خودکش|اہلکار|"
    r"یرغمال|مظاہر|ریلی|لیویز|ایف\s?سی|ڈاکو|واقع|تصادم|گولی|سرحد|ٹرین|شاہراہ|جرگ|قبائل",
    re.IGNORECASE,
)
"""Words of a headline that may announce an attack."""


def _is_of_else(title: str) -> bool:
    """Whether a headline has no word that may announce an attack."""
    return bool(title.strip()) and _OF_VIOLENCE.search(title) is None


def _is_counted(scene: Scene) -> bool:
    return any(one.best and one.outcome in {"killed", "injured"} for one in scene.counts)


def _is_old(span: DateSpan, published: date | None) -> bool:
    """Whether a date ended months before the publication."""
    return published is not None and span.last is not None and published - span.last > _MONTHS


_MONTHS = timedelta(days=75)
_ANOTHER_CLAUSE = re.compile(
    r"[;:]|\b(?:said|says|told|recalled|added|was|were|has|have|arrived|reached|returned)\b|,\s+(?:who|which|where|and|but)\s|،|\bنے\s"
)
_ACTS = {"abduction", "armed", "clash", "explosion", "killing", "riot", "operation", "property"}
_SEEN = _ACTS | {"body"}


def _is_other_news(text: str, lead: Scene, published: date | None, *, is_headed: bool) -> bool:
    """Whether a headline (`is_headed`) or a lead is on something else than an event."""
    named = _OTHER_NEWS.inside(text, lead.sentence) is not None or is_headed
    short = len(text[lead.sentence.start : lead.sentence.end].split()) < _SAYS_SOMETHING
    if not named and (short or _is_harmed(text, lead)):
        return False
    if lead.mood != "reported":
        return lead.mood != "aggregate"
    if _is_counted(lead) and not any(_is_old(span, published) for span in lead.dates):
        return False
    seen = not lead.families.isdisjoint(_SEEN)
    return not seen or _is_in_passing(text, lead, published, (_HAD, _WHO, _HE), leads=True)


_SAYS_SOMETHING = 6
"""Words from which on a lead has news of its own: not "Here is the news."."""
_HARMED = Pattern(
    r"\b(?:kill|dead|die[ds]?|dying|death|bod(?:y|ies)|corpses?|wound|injur|hurt|hospital|victim|casualt|attack|assault|blast|bomb|explo|fir(?:ed|ing)|"
    r"shots?\b|shooting|gun|rocket|shell|mortar|grenade|mine\b|mines\b|drone|raid|militan|terror|insurgen|rebel|separatis|Taliban|troops|soldiers|forces\b|army|police|levies|rangers|"
    r"constab|panic|fear|tension|tense|curfew|clash|fight|battle|missing|abduct|kidnap|captiv|hostage|closed|shut|block|halt|stop|suspend|cancel|cut\s+off|protest|strike|"
    r"sit-?in|march|rall(?:y|ies)|mourn|funeral|buried|grief|condemn|claim|responsib|violence|incident|tragedy|massacre|ambush|spokes|burn|fire\b|torch|destroy|damag|"
    r"cordon|search|operation|border|ransom|released|freed|arrest|detain|custody|seized|recover|trains?\b|traffic|highway|convoy|bus\b|truck|silence|night)\w*"
    r"|ہلاک|جاں\s+بحق|شہید|زخمی|لاش|حمل|دھماک|فائرنگ|دہشت|مسلح|فورسز|پولیس|فوج|اغوا|لاپتہ|احتجاج|ہڑتال|دھرن|بند|جنازہ|تدفین|کشیدگی|خوف|گرفتار|کارروائی|آپریشن|ہسپتال|اسپتال|سرحد|ٹرین|شاہراہ",
    re.IGNORECASE,
)
"""Words of leads that may set the scene of an attack."""


def _is_harmed(text: str, lead: Scene) -> bool:
    """Whether a lead may be that of an attack: words for harm, fear or a stop, or any figure."""
    return bool(lead.counts or lead.triggers) or _HARMED.inside(text, lead.sentence) is not None


def _is_in_passing(
    text: str, scene: Scene, published: date | None, forms: Forms, *, leads: bool
) -> bool:
    """Whether all that a sentence tells stands in words that look back, and no day of now does.

    The day of a lead is that of its news, where it stands before what it tells.
    """
    if not scene.triggers or not scene.families <= _SEEN:
        return False
    if _NOW.search(text, scene.sentence.start, scene.sentence.end) is not None:
        return False
    for span in scene.dates:
        if _is_late(span, published) and _is_its_day(text, scene, span, leads=leads):
            return False
    return all(_looks_back(text, scene, one, forms) for one in scene.triggers)


def _is_its_day(text: str, scene: Scene, span: DateSpan, *, leads: bool) -> bool:
    """Whether a date may be that of what is told, not of direct speech or another clause."""
    first, last = scene.triggers[0], scene.triggers[-1]
    if _is_quoted(text, scene.sentence.start, span.start):
        return False
    if span.end <= first.start:
        return not leads
    return _ANOTHER_CLAUSE.search(text, last.end, span.start) is None


def _is_late(span: DateSpan, published: date | None) -> bool:
    """Whether a date names a day or a week of the last ones."""
    if not is_own_day(span):
        return False
    return published is None or span.last is None or span.last >= published - _LATELY


def _looks_back(text: str, scene: Scene, trigger: Trigger, forms: Forms) -> bool:
    """Whether a word for an attack stands in a form that looks back."""
    start = scene.sentence.start
    lead = text[max(start, trigger.start - _REACH) : trigger.end]
    if not text[trigger.start : trigger.end].isascii():
        past = _PAST_URDU.search(text, trigger.end, min(scene.sentence.end + 1, len(text)))
        return past is not None or _OWN_URDU.search(text, start, trigger.end) is not None
    before = lead[: trigger.start - max(start, trigger.start - _REACH)]
    if lead.lower().startswith("the ", len(before)):
        return True
    if trigger.is_noun or trigger.definite:
        return any(one.search(before) for one in (_KNOWN, _HAD, _WHO))
    if any(form.search(before) for form in forms):
        return True
    return _PEOPLE.search(before) is not None or _is_quoted(text, start, trigger.start)


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether an offset of a sentence stands in direct speech."""
    before = text[start:at]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
