"""Where, inside one sentence, a clause may end and one that tells another event may begin."""

from __future__ import annotations

import re

__all__ = ["BREAK", "ELLIPTIC"]

_NUMBER = (
    r"an?(?:\s+(?:second|third|fourth|fifth))?|another|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|\d+"
)
_DOERS = (
    r"unknown|unidentified|armed|masked|suspected|gunm[ae]n|militants|terrorists|insurgents|assailants|attackers|"
    r"robbers|dacoits|bandits|kidnappers|(?:the\s+)?security|(?:the\s+)?(?:forces|troops|soldiers|police(?:men)?|army|CTD|levies|rangers)"
)
"""Who may act in a clause of its own."""
_DONE = (
    r"attacked|torched|ambushed|stormed|raided|assaulted|targeted|hurled|lobbed|threw|exploded|detonated|blew|killed|shot|gunned|"
    r"murdered|slaughtered|martyred|abducted|kidnapped|opened|fired|burnt|burned|set|injured|wounded|hurt|hit|struck|ripped|tore|"
    r"destroyed|damaged|derailed|died|went\s+off|left|claimed|clashed|foiled|seized"
)
_ACT = rf"(?:was|were|(?:have|has|had)\s+been|{_DONE})\b"
_SLAIN = (
    r"(?:killed|eliminated|neutrali[sz]ed|shot\s+dead|gunned\s+down|"
    r"slain|died|sent\s+to\s+hell|wounded|injured)"
)
_AT_NAME = r"(?:in|at|near)\s+(?:the\s+)?(?:[a-z’']+\s+){0,4}?[A-Z]"
_NO_CLAUSE = (
    r"(?!(?:\w+ing|on|in\s+custody|at\s+work|trying|another|one|two|three|four|five|six|\d+|several|the\s+(?:injured|wounded|other|driver|rest|bodies|"
    r"dead|attackers|assailants|militants|forces|police))\b)"
)
_OBJECT = r"(?!\s+(?:him|her|them|it)\b)"
_URDU_COMMON = (
    r"(?:واقع|حمل[ےہو]|دھماک|فائرنگ|جھڑپ|بازار|"
    r"ہسپتال|اسپتال|گھر|کارروائ|تبادل|نتیج|آپریشن|جواب|پولیس|گاڑی|مقابل|(?:اس|ان|جس|جن|علاقے|بعد|ہی)\s)"
)
"""Words that name no place: "اور جوابی کارروائی میں"."""
_URDU_AT = r"(?:میں|کے\s+(?:علاقے|علاقوں|قریب|نواحی|نواح|مقام|نزدیک|ضلع)|کی\s+تحصیل)\s"

BREAK = re.compile(
    r"(?=[;,\s،؛جا])(?:;\s+(?:and\s+|while\s+)?"
    rf"|,?\s+(?:while|whereas)\s+{_NO_CLAUSE}"
    rf"|,?\s+(?:while|whereas)\s+(?=(?:{_NUMBER})\s+(?:[\w-]+\s+){{0,4}}?(?:was|were)\s+(?:{_SLAIN}|shot|found|abducted|kidnapped)\b[^.;]{{0,60}}?\b{_AT_NAME})"
    rf"|,?\s+(?:and|while|whereas)\s+(?:that\s+)?(?=(?:{_NUMBER}|{_DOERS})\s+(?:[\w'’-]+\s+){{0,7}}?{_ACT})"
    r"|,?\s+and,?\s+(?:that\s+)?(?=(?:in|at|near|outside)\s+(?:the\s+)?[A-Z])"
    r"|,\s+and\s+(?=(?:an?|another|two|three|four|unknown|unidentified|armed|gunmen|militants)\s)"
    rf"|,\s+(?=(?:{_NUMBER}|{_DOERS})\s+(?:[\w'’-]+\s+){{0,8}}?{_ACT})"
    r"|,\s+with\s+(?=(?:another|(?:an?|the)\s+(?:second|third|separate|similar|other))\s)"
    rf"|,?\s+(?:(?:and|while)\s+)?(?=(?:{_NUMBER})\s+(?:more\s+|others?\s+)?(?:(?:were|was)\s+)?(?:{_SLAIN}\s+)?(?:in|at|near)\s+[A-Z])"
    rf"|,\s+(?:and\s+)?(?=(?:blew|torched|attacked|ambushed|stormed|abducted|kidnapped|hurled|lobbed|burnt|burned|shot\s+dead|gunned\s+down|"
    rf"opened\s+fire|fired\s+(?:at|on)|set\s+(?:fire|ablaze)|destroyed)\b{_OBJECT})"
    rf"|\s+and\s+(?=(?:blew\s+up|torched|attacked|ambushed|stormed|raided|abducted|kidnapped|hurled|lobbed|shot\s+dead|gunned\s+down|"
    rf"opened\s+fire|set\s+(?:fire|ablaze))\b{_OBJECT})"
    r"|,?\s+and\s+(?:later\s+|also\s+)?(?=(?:arrested|detained|nabbed|apprehended|rounded\s+up)\b"
    r"(?:(?!\b(?:from|after|with|who)\b)[^.;,]){0,60}?\s(?:in|at|near)\s+[A-Z])"
    r"|[\s،]*(?:جبکہ|ادھر)\s+|؛\s*"
    rf"|(?:[\s،]+اور|،)\s+(?=(?:ضلع\s+|تحصیل\s+)?(?:(?!{_URDU_COMMON})[\u0620-\u06ff]+\s+){{1,3}}?{_URDU_AT}))"
)
"""Between two clauses; whether each tells an act at a place is for the caller to see."""
ELLIPTIC = re.compile(
    rf"(?P<number>{_NUMBER})\s+(?:more\s+|others?\s+)?(?:in|at|near)\s+(?=[A-Z])"
    r"(?!(?:[A-Z][\w.’'-]*\s+){1,4}[Hh]ospital)"
)
"""A clause that leaves its verb to the one before: "five were killed in Tank, four in Bannu"."""
