"""Who: armed groups, forces, protesters and the unidentified, and who said it was them.

Names come from ``data/actors.csv`` and are neutral; an official label ("Fitna al-...") is found
too, but `ActorSpan.label` marks it, and no field ever repeats it. What a group's name is doing in
its sentence (it claimed, it was blamed, it denied) is decided by the cue nearest to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text.bare_names import bare_names
from geomap.text.lexicon import Folded, Lexicon
from geomap.text.patterns import Pattern

__all__ = ["ARMED_KINDS", "FORCES", "ActorSpan", "Basis", "basis_of", "find_actors"]

ARMED_KINDS = {"group", "unidentified", "criminal"}
"""Kinds of actors that attack."""
FORCES = {"security", "state"}
"""Kinds of actors that act for a state."""

_ACRONYM_LENGTH = 4


class ActorSpan(NamedTuple):
    """An actor named in a text; `kind` is group, security, state, militia, protest ...

    `side` is the side that it fights on: militants, security_forces, civilians or unknown. `label`
    says that the words are an official label, to be quoted but never used as a name.
    """

    start: int
    end: int
    name: str
    kind: str
    side: str
    label: bool


class Basis(NamedTuple):
    """How a sentence ties a group to an event: claimed, attributed, suspected or denied."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Actor:
    name: str
    kind: str
    side: str
    label: bool
    needs_case: str | None


@per_lexicons
def _lexicon() -> Lexicon[_Actor]:
    pairs = []
    for row in lexicon_rows("actors.csv"):
        for column in ("spellings", "name_ur", "labels"):
            for phrase in _spellings(row[column]):
                short = phrase.isupper() and len(phrase) <= _ACRONYM_LENGTH
                value = _Actor(
                    row["name"],
                    row["kind"],
                    row["side"],
                    column == "labels",
                    phrase if short else None,
                )
                pairs.append((phrase, value))
    return Lexicon(pairs)


_LINK = re.compile(r"(?<=[a-z])-([ie])-(?=[A-Z])")


def _spellings(cell: str) -> list[str]:
    """Return the spellings of a cell, those between "Lashkar-i-Islam" and "Lashkar-e-Islam" too."""
    written = list(filter(None, cell.split("|")))
    other = {"i": "-e-", "e": "-i-"}
    turned = (_LINK.sub(lambda link: other[link[1]], phrase) for phrase in written)
    return list(dict.fromkeys([*written, *turned]))


def find_actors(folded: Folded) -> list[ActorSpan]:
    """Find the actors named in a folded text, in text order.

    An abbreviation of up to four letters counts only in capitals.
    """
    spans = []
    for match in _lexicon().scan(folded):
        actor = match.value
        if actor.needs_case and folded.text[match.start : match.end] != actor.needs_case:
            continue
        spans.append(
            ActorSpan(match.start, match.end, actor.name, actor.kind, actor.side, actor.label),
        )
    return _with_bare_names(folded.text, spans)


def _with_bare_names(text: str, spans: list[ActorSpan]) -> list[ActorSpan]:
    """Add the groups whose names mean them only in some company: the Taliban that claim."""
    starts = [span.start for span in spans]
    more = {}
    for start, end, name in bare_names(text):
        before = bisect_right(starts, start)
        if not before or spans[before - 1].end <= start:
            more[start] = ActorSpan(start, end, name, "group", "militants", False)
    return sorted([*spans, *more.values()], key=lambda span: span.start) if more else spans


_NO_CLAIM = (
    r"\b(?:no|neither)\s+(?:\w+\s+){0,3}?(?:group|outfit|organi[sz]ation|one|party)\b"
    r"(?:(?!\bbut\b|\bthough\b)[^.;]){0,60}?"
    r"\b(?:claim\w*|responsibility|owned|behind|accepted|admitted)"
    r"|\b(?:nobody|none|no-one)\b[^.;]{0,40}?\b(?:claim\w*|responsib\w+|owned|behind)"
    r"|\b(?:nobody|none|no(?:-|\s+)one|no\s+(?:\w+\s+)?(?:group|outfit|organi[sz]ation))\s+(?:has|had|have)\s+(?:\w+\s+)?"
    r"(?:said|admitted|acknowledged|announced|come\s+forward)\b"
    r"|\b(?:unclear|unknown|not\s+(?:yet\s+)?(?:clear|known))\s+(?:if|whether)\b[^.;]{0,80}?\b(?:responsible|behind|involved|carried|claim\w*)\b"
    r"|\b(?:not|un)[\s-]?(?:(?:immediately|yet|at\s+once|so\s+far)\s+)?(?:clear|known|certain)\s+(?:who|which\s+(?:group|outfit|organi[sz]ation))\b"
    r"|\b(?:has|have|had|did)\s+(?:not|never)\s+(?:yet\s+|so\s+far\s+|itself\s+)?(?:claim(?:ed)?|accept(?:ed)?)\b"
    r"|\bno\s+(?:immediate\s+)?claim\b|\bunclaimed\b|\bnot\s+(?:been\s+)?claimed\b"
    r"|\b(?:is|are|was|were|been|both|remain\w*|stay\w*|kept|keep\w*|fell)\s+(?:both\s+|all\s+|\w+ly\s+)?(?:silent|mum|quiet\b(?!ly))"
    r"|\b(?:has|have|had)\s+(?:(?:not|yet\s+to|so\s+far\s+not|made|issued|given)\s+(?:so\s+far\s+)?){1,2}"
    r"(?:comment\w*|spoken|speak|react\w*|respond\w*|said\s+anything|no\s+(?:statement|claim|comment))\b"
    r"|\bneither\s+(?:[\w'’-]+\s+){1,8}?nor\s+(?:[\w'’-]+,?\s+){1,16}?(?:has|have|had)\s+(?:so\s+far\s+|yet\s+)?"
    r"(?:commented|spoken|claimed|said|reacted|issued|taken|owned|accepted|admitted|acknowledged|come\s+forward)\b"
    r"|\b(?:is|was|were|came|had\s+been)\s+no\s+(?:\w+\s+)?(?:word|statement|comment|message|reaction|response)\b"
    r"|\b(?:did|does|do)(?:\s+not|n['’]t)\s+(?:(?:immediately|yet|at\s+once|itself)\s+)?(?:comment|respond|react|reply|issue|speak)\b"
    r"|\b(?:made|offered|gave|issued)\s+no\s+(?:immediate\s+|public\s+)?(?:comment|statement|claim)\b|\bdeclined\s+to\s+comment\b|\bcould\s+not\s+(?:immediately\s+)?be\s+(?:reached|contacted)\b"
    r"|کوئی (?:[^\s۔]+ ){0,2}?(?:بیان|ردعمل|رد عمل|تبصرہ|موقف)(?!\w)[^۔]{0,25}?(?:نہیں|نہ )"
    r"|\b(?:would|will)\s+(?:issue|release|give|comment|make\s+(?:a|its))\b|\bno\s+evidence\b|\bnothing\s+to\s+(?:suggest|show|connect|link|prove)\b"
    r"|کسی [^۔]{0,70}?(?:اپنے نام نہیں|نہیں (?:لی|اٹھائی)|قبول نہ )"
    r"|(?<!\w)نہ (?:تو )?(?:\S+ ){0,2}?ذمہ داری"
    r"|ذمہ داری (?:کسی|تاحال کسی|فوری طور پر کسی)[^۔]{0,60}?قبول نہیں"
    r"|کسی (?:بھی )?(?:گروپ|گروہ|تنظیم|نے)[^۔]{0,60}?قبول نہیں"
)
_ITS_MEN_URDU = (
    r"(?<!\w)(?:اس|ان|اُس|اُن|تنظیم|گروپ|ہمار[ےیا]|اپن[ےی])\s+(?:(?:کے|کی|کا)\s+)?(?:[^\s۔،]+\s+)?"
    r"(?:سرمچار|جنگجو|ساتھی|مجاہد|ارکان|رکن|فدائی|کارکن|لوگ|یونٹ|دست|آدمی|افراد)[^\s۔،]*(?:\s+(?:میں\s+سے\s+)?(?:کسی|کوئی))?(?:\s+(?:کا|کی))?"
)
_ITS_MEN = (
    r"(?:its|their|our|his|the\s+(?:group|outfit|organi[sz]ation|front)['’]s)\s+(?:own\s+)?[\"“‘']?(?:[\w’-]+\s+)?(?:fighters?|m[ae]n|members?|sarmachars?|"
    r"guerr?illas|units?|squads?|cadres?|militants|mujahideen|comrades|bombers?|people|commanders?|organi[sz]ation|group|outfit|wing)[\"”’']?"
)
_WAS_NOT = (
    r"(?:(?:had|has|have|did|do|does|was|were|is|are)(?:\s+(?:not|never|neither|in\s+no\s+way)|n['’]t)|"
    r"(?:had|took|have)\s+no|never)"
)
_DEED = (
    r"(?:carr(?:y|ied)|attack|kill|plant|order|do\b|done|target|bomb|str[iu]ck?e?|stage|harm|sho(?:o?t)|fire|open|lay\b|laid|conduct|launch|perpetrat|"
    r"commit|abduct|kidnap|taken?\s+part|play|part\b|hand\b|role\b|involve|behind|responsib|linked|connected|anywhere|present|active|in\s+the\s+area|hold|held|touch|murder|blow|blew|blown)\w*"
)
_DENIED = (
    rf"\b{_ITS_MEN}\s+{_WAS_NOT}\s+(?:(?!\b(?:suffer|los[et]|hurt)\w*)[\w-]+\s+){{0,2}}?{_DEED}"
    rf"|\b(?:was|were|is|are)(?:\s+not|n['’]t)\s+(?:[\w-]+\s+){{0,3}}?(?:by\s+|of\s+)?{_ITS_MEN}\b"
    rf"|\b(?:none|neither|not\s+one|not\s+a\s+single\s+one|nobody|no\s+one)\s+(?:of|from|in|among)\s+{_ITS_MEN}\s+(?!(?:was|were|had\s+been)\s+(?:hurt|killed|harmed|injured|wounded|lost|captured|arrested))"
    r"|\bno\s+(?:fighter|man|member|unit|militant|cadre)s?\s+(?:of|from)\s+(?:its|their|ours?|the\s+(?:group|outfit|organi[sz]ation))\b"
    rf"|\b(?:we|it|they)\s+{_WAS_NOT}\s+(?:(?!(?:clear|known|certain|sure|immediately|yet|possible|able)\b)[\w-]+\s+){{0,2}}?{_DEED}"
    r"|\b(?:was|were|is|are)(?:\s+not|n['’]t)\s+(?:ours\b|us\b|(?:its|our|their)\s+(?:work|doing|handiwork|deed|act|operation)\b)"
    r"|\b(?:deny|denied|denies|denying|rejected|disowned|disclaimed)\b[^.;]{0,60}?"
    r"\b(?:involvement|responsib\w+|hand|role|link\w*|behind|claim|connection)"
    r"|\bdenied\s+(?:any|it|having|being|that\s+(?:it|its|his|their|the\s+group))\b"
    r"|\b(?:rejected|rejects|rejecting|denied|denies|denying|dismissed|refuted|rebutted|brushed\s+aside|waved\s+away|shrugged\s+off)\s+"
    r"(?:(?:all|any|both|the|these|those|such|police|official)\s+){0,2}(?:\w+\s+)?(?:suspicions?|accusations?|allegations?|charges?|blame|insinuations?)\b"
    r"|\b(?:distanc(?:ed|es|ing)|dissociat(?:ed|es|ing)|disassociat(?:ed|es|ing))\s+(?:itself|themselves|himself)\b"
    r"|\b(?:nothing|anything)\s+to\s+do\s+with\b|\bwash(?:ed|es|ing)\s+(?:its|their)\s+hands\b"
    r"|\b(?:was|were|is|are|had)\s+not\s+(?:been\s+)?(?:holding|keeping|involved|behind|responsible|carried\s+out\s+by|the\s+work\s+of)\b"
    r"|\b(?:had|has|have|did|does|do|would)\s+(?:not|never)\s+(?:carr\w+|attack\w*|kill\w*|plant\w*|order\w*|done|do|target\w*|bomb\w*|strike|struck|stage\w*|"
    r"claim\w*|harm\w*|shot|shoot)\b|\b(?:stood|stands|standing)\s+by\s+(?:the|its|their)\s+(?:cease-?fire|truce)"
    r"|\bneither\s+(?:carried|planned|ordered|did)\b|\bcondemn(?:ed|s|ing)?\s+the\s+(?:attack|blast|bombing|killing|murder)"
    r"|\b(?:its|his|their)\s+(?:men|fighters)\s+(?:were|had)\s+(?:not|nowhere)\b"
    r"|\b(?:had|has|have)\s+(?:had\s+)?(?:no|nothing)\s+(?:quarrel|enmity|grudge|dispute|reason|cause|against)\b"
    r"|\bdisowned\s+the\b|\bno\s+(?:hand|role|part)\s+in\b"
    r"|(?:حملہ|قتل|دھماکہ|دھماکا|کارروائی|یہ)\s(?:\S+\s){0,4}?نہیں\s(?:کیا|کی\b)"
    rf"|{_ITS_MEN_URDU}\s+نے\s+(?:(?!کہ\s|نقصان|جانی)[^\s۔،]+\s+){{0,7}}?نہیں\s+(?:کی|مار|بنا|چلا|اڑا|پھینک|داغ|لگا|اٹھا|لی)\S*"
    rf"|{_ITS_MEN_URDU}\s+(?:[^\s۔،]+\s+){{0,5}}?(?:شامل|ملوث|شریک|موجود|ہاتھ|کردار|تعلق|کام|کارروائی)\s+(?:بھی\s+)?نہیں"
    r"|(?<!\w)(?:ہم|ہمارا|ہمارے|ہماری|تنظیم|گروپ)\s+(?:(?:نے|کا|اس|ان|کسی|بھی|یہ|کوئی|میں|سے|میں|حملے|واقعے|دھماکے|حملہ|دھماکہ|قتل|ہلاکت|ہلاکتوں)\s+){1,7}"
    r"(?:(?:ملوث|شامل|ہاتھ|کردار|تعلق|کام)\s+)?نہیں\s"
    r"|ذمہ\s?داری\s+(?:قبول|لینے|تسلیم)\s*(?:کرنے\s+)?سے\s+(?:صاف\s+)?انکار"
    r"|تردید کی|سے انکار ک|تردید کر|لاتعلقی|لا تعلقی|کوئی تعلق نہیں|ہاتھ نہیں|سے بریت"
)
_TOLD = (
    r"\b(?:sa(?:id|ys)|told|writ(?:ten|es)|wrote|tell|confirm(?:ed|s)|acknowledg(?:ed|es)|admit(?:ted|s)|announce[ds]|"
    r"declare[ds]|assert(?:ed|s)|maintain(?:ed|s)|stat(?:ed|es))"
)
_CLAIMED = (
    r"\b(?:claim(?:ed|s|ing)?|claimed\s+responsibility|accept(?:ed|s|ing)|took|takes|taken|taking|"
    r"assum(?:ed|es)|acknowledg(?:ed|es)|own(?:ed|s)|(?:telephoned|phoned|called|rang|contacted)\s+[^.;]{1,60}?\sto\s+(?:accept|own))\s+(?:the\s+|it\s+had\s+|to\s+have\s+|responsibility|killing|its\s+|both|\w+ing\b|that\b|an?\s)"
    r"|\b(?:confirm|admit|acknowledg|own|accept)(?:t?ed|s|es)\s+(?:the\s+)?(?:his|its|their|group|outfit|organi[sz]ation)(?:['’]s)?\s+(?:group|outfit|organi[sz]ation|men|fighters|faction)?(?:['’]s?)?\s*"
    r"(?:involvement|role|hand)\b"
    r"|\b(?:issued|made|released|put\s+out)\s+(?:(?:rival|competing|separate|conflicting|joint)\s+){1,2}claims?\b"
    r"|\badding\s+(?:that\s+)?(?:its|their)\s+(?:[\w-]+\s+){0,2}?(?:fighters|men|snipers|sarmachars?|guerr?illas|units?|squads?|bombers?|mujahideen)\s+(?:had|have|hit|shot|killed|attacked)\b"
    r"|\bown(?:ed|s|ing)\s+up\b|\b(?:took|taken|takes|claim\w*)\s+(?:the\s+)?credit\b|\bboasted\s+of\b"
    r"|\badmit(?:ted|s|ting)\s+(?:(?:on|late|early|later|at|last)\s+(?:\w+\s+){1,2}?)?(?:to\s+|having\s+|carrying|that\s+|it\s+|its\s+|responsib)"
    r"|\b(?:his|its|their|the)\s+(?:group|outfit|organi[sz]ation|faction|fighters|men)\s+(?:was|were|is)\s+(?:behind|responsible)\b"
    r"|(?<!police\s)(?<!army\s)(?<!FC\s)(?<!military\s)(?<!government\s)\bspokes(?:man|person|woman)\s+"
    r"(?:[\w’'-]+\s+){0,4}?said\s+(?:that\s+)?"
    r"(?:the\s+|its\s+|their\s+)?[\"“‘']?(?:fighters|sarmachars?|guerr?illas|mujahideen|freedom\s+fighters)\b"
    r"|\bsa(?:id|ys)\s+(?:that\s+)?(?:the|this|it|both)\s+(?:[\w-]+\s+){0,2}?(?:was|were|is)\s+(?:carried\s+out\s+)?"
    r"(?:in\s+|an?\s+|meant\s+(?:as\s+|in\s+)?)?(?:revenge|retaliation|response|reply|reprisal|vengeance)\b|\bAmaq\b"
    r"|\bour\s+(?:\w+\s+)?(?:fighters|men|mujahideen|comrades|sarmachars|guerr?illas|bomber)[\"”’']?\s+(?:have\s+|had\s+)?(?:carried|did|done|attacked|killed|"
    r"targeted|struck|shot|planted|blew|hit|ambushed|set|laid|fixed|placed|fired|destroyed|derailed|burnt)\b"
    r"|,\s+(?:it|its\s+[\w-]+|(?:an?\s+|the\s+group['’]s\s+|their\s+)(?:spokes(?:man|person|woman)|statement))\s+(?:sa(?:id|ys)|announced|claimed|told\s+[^.;,]{1,30})"
    r"(?:\s+(?:on|in|by|to)\s+[^.;,]{1,40})?,\s+(?:(?:also|then|itself|now)\s+)?(?:had|has|was\s+behind|were\s+behind|carried|attacked|targeted|killed|shot|meant|wanted|hit|struck|ambushed|blew|planted)\b"
    r"(?!\s+(?:not|no|nothing|never|neither)\b)"
    r"|\bclaim(?:ed|s|ing)?\s+it\b(?!\s+had)|\bclaims\s+(?:[\w-]+\s+){0,2}?(?:attacks?|blasts?|bombings?|killings?|ambush|raid|assault|responsibility|strikes?)\b"
    r"|\bclaims\s+(?:to\s+have\s+)?(?:[\w-]+\s+){0,2}?(?:killed|dead|wounded|casualties)\b"
    r"|\bclaimed\s+(?:by|\w+)|\b(?<!never\s)(?<!not\s)(?:told(?=\s[^.;,\"“]{1,60}?\bthat\s)|sa(?:id|ys?|ying)|assert(?:ed|s)|maintain(?:ed|s)|declare[ds]|announce[ds])\s+(?:(?:(?:late|early)\s+)?on\s+[A-Z]\w+(?:\s+(?:night|evening|morning|afternoon))?\s+)?(?:[^.;,\"“]{0,90}?\bthat\s+|"
    r"in\s+an?\s+(?:[\w-]+\s+){0,3}?(?:message|statement|e-?mail|post|call|video|audio)\s+(?:to\s+(?:\w+\s+){1,3}?)?|by\s+(?:phone|telephone|e-?mail)\s+)?"
    r"(?:it|they|(?:(?:one|two|some|several|a\s+(?:member|unit|squad))\s+of\s+)?its\s+[\"“‘']?(?:[\w-]+\s+){0,2}?[\w-]+[\"”’']?|(?:the|his|their|our)\s+(?:group|outfit|organi[sz]ation|faction|alliance|coalition|front)(?:['’]s\s+\w+)?)\s+"
    r"(?:(?:is|are)\s+(?:behind|responsible)\b|(?:was|were)(?!\s+(?:respecting|honou?ring|observing|committed|bound|looking|investigating|ready|willing|in\s+talks|"
    r"neither|sad\w*|shocked|opposed|against|abiding|still|also\s+against|surprised)\b)|had(?!\s+(?:had\s+)?no\b)|have|has|carried|did|attacked|targeted|killed|shot|planted|detonated|struck|"
    r"ambushed|blew|bombed|derailed|raided|stormed|torched|burnt|executed|abducted|assassinated|destroyed|hit|set|seized|captured|fired|sent|[\"“‘]?(?:eliminated|liquidated|slew|finished|neutrali[sz]ed|punished|overran))\b(?!\s+(?:not|no|nothing|never)\b)"
    rf"|{_TOLD}\s+(?:(?!\b(?:not|no|none|never|neither|nor)\b)[^.;]){{0,90}}?"
    r"(?:\b(?:by|with|(?:work|doing|action|deed)\s+of)\s+(?:one\s+of\s+)?(?:its|their|our|his)\s+(?:own\s+)?[\"“‘']?(?:[\w’-]+\s+){0,2}?"
    r"(?:men|fighters|compan(?:y|ies)|battalions?|sarmachars?|guerr?illas|units?|squads?|wing|cadres|commandos?|mujahideen|bombers?|brigade|cell)\b"
    r"|\b(?:it|they)\s+(?:is|are|was|were)\s+(?:still\s+)?(?:holding|keeping)\b|\b(?:it|they)\s+(?:still\s+)?(?:holds?|held)\s+"
    r"(?:him|her|them|the)\b|\bin\s+(?:its|their)\s+(?:custody|captivity|hands)\b|\b(?:its|their)\s+(?:doing|handiwork|work)\b)"
    r"|\bwe\s+(?:have\s+)?(?:did|done|carried|attacked|killed|struck|targeted|blew|are\s+behind)\b|\bclaiming\s+(?:it|them|this)\b"
    r"|\b(?:has|have|had)\s+(?:also\s+|since\s+)?owned\b|\baccording\s+to\s+(?:its|a|the\s+group['’]s)\s+(?:\w+\s+)?spokes(?:man|person|woman)\b"
    r"(?<!police spokesman)(?<!army spokesman)(?<!military spokesman)(?!\s+(?:for|of)\b)"
    r"|\b(?:issued|released|shared|posted|circulated|published|put\s+out|uploaded|aired)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?"
    r"(?:video|footage|clip|pictures?|photographs?|photos?|images?)\s+(?:of|showing)\b"
    r"|\b(?:sent|issued|released|shared|posted|published)\s+(?:his|her|their|the\s+\w+['’]s)\s+(?:\w+\s+)?(?:pictures?|photographs?|photos?|portraits?|video)\b"
    r"|\bresponsibility\s+(?:for\s+[^.;]{0,120}?\s+)?(?:(?:was|were|has\s+been)\s+)?(?:claimed|taken|accepted|assumed)\s+by\b"
    r"|\b(?:sa(?:id|ys)|wrote|writes|boasted|proclaimed|declared|announced)\s+(?:that\s+)?(?:(?!\b(?:army|police|forces|troops|state|government)\b)"
    r"[^.;,]){0,70}?\bhad\s+(?:now\s+|finally\s+|\w+ly\s+)?(?:punished|avenged|executed|taught\s+[^.;]{1,40}?\ba\s+lesson|taken\s+revenge)\b"
    r"|\b(?<!no\s)claims?\s+(?:of\s+responsibility\s+)?(?:for\s+[^.;,]{1,40}?\s+)?(?:has\s+|had\s+)?(?:c[ao]me|arrived|was\s+(?:received|made|sent|issued|phoned\s+in))\b"
    r"|\bby\s+(?:its|their)\s+own\s+(?:word|account|admission)\b"
    r"|\bsaid\s+(?:it\s+)?(?:was\s+)?responsible|\bclaim\s+of\s+responsibility|\bin\s+a\s+claim\b"
    r"|\b(?:note|leaflet|letter|pamphlet|handbill|paper|message)s?\b[^.;]{0,40}?\bsigned\s+by\b"
    r"|(?:حملہ|حملے|دھماکہ|دھماکا|کارروائی|کارروائیاں|قتل|قبضہ|ناکہ بندی|یہ) "
    r"(?:اس|ان|اُس) (?:کے|کی) (?:\S+ )?"
    r"(?:سرمچاروں|جنگجوؤں|مجاہدین|ساتھیوں|فدائین|یونٹ) نے (?:کی|انجام|سر)"
    r"|ذمہ داری (?:قبول (?!نہیں|کرنے سے)|لی|لیتے|لے لی|کا (?:دعو|اعلان))"
    r"|ذمہ داری (?:(?! نہیں)[^۔]){0,70}?(?:قبول (?:کر\w*|کی)|(?:نے| میں| پر| سے) لی)(?!\w)"
    r"|(?:حملہ|حملے|دھماکہ|دھماکا|دھماکے|واقعہ|قتل|کارروائی)\s(?:\S+\s){1,5}?نے\s(?:بھی\s)?قبول\s(?:کر\sل|ک)"
    r"|(?:حملے|دھماکے|کارروائی|واقعے|قتل)\sکی\s(?:\S+\s)?(?:ویڈیو|تصاویر|فوٹیج)\s(?:\S+\s){0,2}?(?:جاری|شائع|نشر)"
    r"|(?:تنظیم|گروپ|اپنی|اپنا)\sک?[یا]?\s?(?:کارروائی|کام|کارنامہ)\s(?:قرار|بتایا|کہا)"
    r"|(?:تنظیم|گروپ)(?: کے (?:مرکزی )?ترجمان)? (?:کا|کی جانب سے) (?:یہ )?دعوی"
    r"|دعویٰ کیا|دعوی کیا|(?:لینے|کرنے|مارنے|بنانے) کا اعتراف"
    r"|اپنے (?:ساتھیوں|جنگجوؤں|سرمچاروں|مجاہدین|ارکان|فدائین) (?:کا|کی) (?:کام|کارروائی|کارنامہ)"
    r"|ترجمان[^۔]{0,60}?(?:کہ|مطابق) [^۔]{0,20}?(?:سرمچار|تنظیم کے|ان کے ساتھی|ان کے جنگجو)"
)
_SUSPECTED = (
    r"\b(?:suspect\w*|suspicions?\s+(?:has\s+|have\s+)?(?:f[ae]ll(?:s|en)?|rest(?:s|ed)|point(?:s|ed)|turn(?:s|ed))|"
    r"(?:is|are|was|were)\s+(?:said|alleged|reported|rumoured|presumed)\s+to\s+have|could\s+be\s+behind|may\s+(?:be|have\s+been)\s+behind|may\s+have\s+carried|"
    r"might\s+be|believed\s+to|thought\s+to\s+be|possibl[ey]|probabl[ey]|presumably|likely|apparently|involvement\s+of|"
    r"hallmarks?\s+of|(?:all\s+the|every)\s+(?:marks?|signs?)\s+of|lean(?:s|ed|ing)\s+towards?|likeliest|(?:prime|main|chief|key)\s+suspects?|"
    r"(?:look(?:s|ed)|seem(?:s|ed)|appear(?:s|ed))\s+(?:like|to\s+be|to\s+have\s+been)\s+(?:the\s+)?(?:work|handiwork|doing)\s+of|(?:is|are|was|were)\s+being\s+mentioned|needle\s+of\s+suspicion|fingerprints\s+of|similar\s+to\s+(?:those|attacks)\s+"
    r"(?:\w+\s+){0,2}?by|in\s+the\s+style\s+of|looking\s+into|point(?:s|ed|ing)?\s+(?:(?:a|an|the)\s+(?:\w+\s+)?finger\s+)?(?:at|to)|"
    r"(?:investigators?|officials?|police|officers?|they|CTD|army|military|department|detectives?|squad|agency|agencies|government|minister)\s+(?:now\s+|also\s+)?(?:think|believe|presume)s?)\b"
    r"|\b(?:is|are|was|were)\s+(?:(?:most|very)\s+)?(?:likely|presumably|probably|possibly|apparently|perhaps|maybe)\s+(?:responsible|behind|to\s+blame)\b"
    r"|شبہ|مشتبہ|کا خیال ہے|غالباً|غالبا |ممکنہ طور پر|کا ہاتھ (?:ہو|دیکھ|بتا|سمجھ|قرار)"
)
_ATTRIBUTED = (
    r"\b(?:blam\w+|accus\w+|attribut\w+|(?:carried\s+out|planted|laid|staged|masterminded|orchestrated)\s+by|"
    r"(?:case|FIR|complaint)\s+(?:was\s+|has\s+been\s+|had\s+been\s+)?(?:(?:registered|lodged|filed)\s+)?against|"
    r"(?:hand|work|handiwork)\s+of|belong\w*\s+to|associated\s+with|"
    r"linked\s+to|affiliated\s+with|held\s+\w*\s*responsible|members?\s+of|fighters?\s+of|"
    r"militants?\s+of|commanders?\s+of"
    r"|(?<!who )(?:is|are|was|were|had\s+been)\s+(?:\w+ly\s+)?(?:to\s+blame|"
    r"behind\s+(?:it|this|them|both|the)|responsible(?!\s+for\s+(?:security|protect\w+|provid\w+|guard\w+|clear\w+|patrol\w+|maintain\w+|escort\w+|mann\w+|the\s+(?:security|safety|protection)))))\b|الزام|تعلق"
)
_BASIS = Pattern(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("none", _NO_CLAIM),
            ("denied", _DENIED),
            ("suspected", _SUSPECTED),
            ("claimed", _CLAIMED),
            ("attributed", _ATTRIBUTED),
        )
    ),
    re.IGNORECASE,
)


def basis_of(text: str, start: int, end: int) -> list[Basis]:
    """Find the cues of claim, blame, suspicion and denial in ``text[start:end]``.

    Returns
    -------
    list of Basis
        In text order; `word` is ``claimed``, ``attributed``, ``suspected``, ``denied``, or ``none``
        where the text says that nobody claimed it.
    """
    return [
        Basis(_word_of(text, cue), cue.start(), cue.end())
        for cue in _BASIS.finditer(text, start, end)
    ]


_DENIAL = Pattern(_DENIED, re.IGNORECASE)
_DENIAL_REACH = 90


def _word_of(text: str, cue: re.Match[str]) -> str:
    """Return how a cue ties a group; words of a claim in which a denial begins are none."""
    word = str(cue.lastgroup)
    if word != "claimed":
        return word
    denied = _DENIAL.search(text, cue.start(), cue.end() + _DENIAL_REACH)
    return "denied" if denied is not None and denied.start() < cue.end() else word
