"""Groups that speak of what others did: "the BLF said the two had been killed by the army".

A group that lays a deed on the forces has not done it; and where nobody else says who did, those
whom it accuses are named for it.
"""

from __future__ import annotations

import re

from geomap.text.actors import ActorSpan
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = ["group_accuses", "lays_on_others"]

_FORCES = (
    r"(?:the\s+|an?\s+)?(?:(?:Pakistani?|security|state|military|intelligence|paramilitary|law[\s-]enforcement|occupying|occupation|government|"
    r"provincial|federal|army-backed|state-backed|government-backed|local|enemy)(?:['’]s)?\s+){0,3}"
    r"(?:forces|army|military|troops|soldiers|Frontier\s+Corps|FC|CTD|counter-?\s?terrorism\s+(?:department|police)|police|Rangers|ISI|"
    r"agency|agencies|intelligence|services|officials|personnel|government|state|authorities|regime|death\s+squads?)\b"
)
_AIRBORNE = (
    r"(?:['’]s?)?\s+(?:\w+\s+)?"
    r"(?:drones?(?:\s+(?:strikes?|attacks?))?|air\s?strikes?|jets?|helicopters?|gunships?|shells?|shelling|mortars?|bullets|fire|informers?|men|agents)"
)
_DID = (
    r"(?:killed|shot(?:\s+dead)?|gunned\s+down|murdered|executed|martyred|assassinated|abducted|kidnapped|picked\s+up|taken\s+away|took|disappeared|"
    r"tortured|bombed|shelled|struck|hit|fired|opened\s+fire|attacked|carried\s+out|staged|set\s+off|planted|thrown|dumped|beheaded|burnt)"
)
_SAYS = (
    r"(?:(?:has|had|have|also|later|itself|however|in\s+turn)\s+){0,2}"
    r"(?:sa(?:id|ys)|saying|claim(?:ed|s)?|alleg(?:ed|es)|charg(?:ed|es)|insist(?:ed|s)|maintain(?:ed|s)|assert(?:ed|s)|told\s+[^.;,]{1,40}?)"
    r"(?:\s+(?:on|late\s+on|early\s+on)\s+[A-Z]\w+|\s+in\s+an?\s+(?:[\w-]+\s+){0,2}?(?:statement|message|post|e-?mail|video|reply))?"
)
_BEHIND = (
    r"(?:(?:was|were|is|are|had\s+been)\s+"
    r"(?:behind|responsible|to\s+blame|involved)|did\s+(?:it|this))"
)
_NAME = (
    r"\s*(?:\([^)]{1,20}\)\s*)?,?\s*"
    r"(?:(?:which|who|spokes\w+|leaders?|commanders?|statement|itself)\s+){0,2}"
)
_CLAUSE = (
    r"(?:(?!\b(?:not|never|no|its\s+(?:men|fighters)|after|when|while|but|which)\b)[^.;]){0,90}?"
)
_LAID = re.compile(
    rf"{_NAME}{_SAYS}\s+(?:that\s+)?{_CLAUSE}\b(?:(?:was|were|been|being)\s+(?:\w+\s+)?{_DID}|operated|flown|fired|launched|dropped|sent|backed)\s+(?:[\w’'-]+\s+){{0,5}}?(?:by|at\s+the\s+hands\s+of)\s+"
    rf"(?:(?:men|members|personnel|agents|gunmen)\s+(?:of|from)\s+)?{_FORCES}"
    rf"|{_NAME}{_SAYS}\s+(?:that\s+)?(?:it\s+was\s+)?{_FORCES}(?:{_AIRBORNE})?\s+(?:(?:had|have|has|who|that|itself|themselves|deliberately|\w+ly)\s+){{0,3}}"
    rf"(?:{_DID}\b|{_BEHIND})"
    rf"|{_NAME}{_SAYS}\s+(?:that\s+)?{_CLAUSE}\b{_DID}\s+(?:in|by|during)\s+{_FORCES}(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?"
    r"(?:strikes?|air\s?strikes?|raids?|shelling|firing|fire|bombardment|custody)\b"
    rf"|{_NAME}{_SAYS}\s+(?:that\s+)?{_CLAUSE}\b(?:work|handiwork|doing|act|crime|conspiracy)\s+of\s+{_FORCES}"
    rf"|{_NAME}(?:(?:has|had|have|also|later|in\s+turn|instead)\s+){{0,2}}(?:accus(?:ed|es)|blam(?:ed|es)|h[eo]ld)\s+{_FORCES}"
    rf"|{_NAME}{_SAYS},?\s+(?:and\s+|instead\s+)?(?:accusing|blaming)\s+{_FORCES}"
    rf"|{_NAME}[^.;]{{0,40}}?\b(?:laid|put|placed|pinned)\s+(?:the\s+)?(?:blame|responsibility)\s+[^.;]{{0,40}}?\b(?:on|at\s+the\s+door\s+of|with)\s+{_FORCES}",
    re.IGNORECASE,
)
_LAID_BEFORE = re.compile(
    rf"\b(?:{_FORCES}(?:{_AIRBORNE})?\s+(?:(?:had|have|has|deliberately|\w+ly)\s+){{0,3}}(?:{_DID}\b|{_BEHIND})[^.;]{{0,80}}?"
    rf"|(?:was|were|been|being)\s+(?:\w+\s+)?{_DID}\s+(?:[\w’'-]+\s+){{0,5}}?(?:by|at\s+the\s+hands\s+of)\s+{_FORCES}[^.;,]{{0,60}}?"
    rf"|(?:work|handiwork|doing|act|crime)\s+of\s+{_FORCES}[^.;,]{{0,40}}?),[\"”’']?\s+(?:an?\s+|the\s+)?(?:(?:spokes\w+|statement|commander|leader)\s+(?:of|for|from|by)\s+(?:the\s+)?)?(?:(?:banned|outlawed|proscribed)\s+)?\Z",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:['’]s\s+)?(?:spokes\w+\s+)?(?:(?:has|had)\s+)?(?:said|says|claimed|alleged|charged|insisted|told)\b"
)
_LAID_REACH = 220
_FORCES_URDU = (
    r"(?<!\w)(?:(?:پاکستانی|سیکیورٹی|سکیورٹی|ریاستی|خفیہ|قابض|قانون\s+نافذ\s+کرنے\s+والے)\s+){0,2}"
    r"(?:فورسز|فوج|ایف\s?سی|فرنٹیئر\s+کور|سی\s?ٹی\s?ڈی|پولیس|اداروں|ایجنسیوں|ایجنسیاں|حکومت|ریاست|اہلکاروں|ڈیتھ\s+ا?سکوا?ڈ)"
)
_LAID_URDU = re.compile(
    r"\s+(?:(?:کے|کی)\s+(?:مرکزی\s+)?ترجمان\s+(?:[^\s۔]+\s+){0,4}?)?(?:نے|کا|کے|کی\s+جانب\s+سے)\s+"
    rf"(?:[^۔]{{0,80}}?(?:کہا|کہنا|کہتے|بتایا|الزام|دعو\S+|موقف|مطابق)[^۔]{{0,90}}?{_FORCES_URDU}\s+(?:(?:کے|کی)\s+\S+\s+)?"
    r"(?:نے\s+(?:(?!نہیں|(?:اس|ان)\s+کے)[^۔]){0,60}?(?:قتل|ہلاک|شہید|مار|اغوا|لاپتہ|اٹھا|فائرنگ|گولی|گولیاں|بمباری|ڈرون|حمل|گولہ)|"
    r"(?:کے|کی)\s+(?:[^\s۔]+\s+)?(?:ڈرون|کواڈ|ہیلی|گن\s?شپ|طیار|مارٹر|گولہ|گولے|شیلنگ|بمباری|فائرنگ)(?![^۔]{0,40}?\s(?:کو|پر|مار\s+گر))|"
    r"کے\s+ہاتھوں|(?:کا|کے)\s+(?:\S+\s+)?(?:کام|ہاتھ|کارندے|کارندوں)|(?:ہی\s+)?(?:اس\s+(?:\S+\s+)?)?(?:میں\s+)?ملوث|(?:اس\s+کی\s+|اس\s+کے\s+)?(?:پیچھے|ذمہ\s?دار)|پر\s+(?:\S+\s+){0,3}?الزام)"
    rf"|[^۔]{{0,60}}?(?:الزام|ذمہ\s?داری)\s+(?:[^\s۔]+\s+){{0,2}}?{_FORCES_URDU}\s+پر\s+(?:[^\s۔]+\s+)?(?:عائد|ڈال|لگا|دھر|تھوپ)"
    rf"|[^۔]{{0,60}}?{_FORCES_URDU}\s+(?:پر\s+(?:\S+\s+){{0,4}}?الزام|کو\s+(?:\S+\s+){{0,4}}?(?:ذمہ\s?دار|قصوروار)))"
)


def lays_on_others(text: str, sentence: Sentence, group: ActorSpan) -> re.Match[str] | None:
    """Find the words in which a group says that forces did something.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    group
        The group, which may be the speaker.
    """
    end = min(sentence.end, group.end + _LAID_REACH)
    found = _LAID.match(text, group.end, end) or _LAID_URDU.match(text, group.end, end)
    if found is not None or _SAID_BEHIND.match(text, group.end, sentence.end) is None:
        return found
    start = max(sentence.start, group.start - _LAID_REACH)
    return _LAID_BEFORE.search(text, start, group.start)


_HARM = Pattern(
    r"\b(?:kill|shot|shoot|murder|execut|martyr|assassinat|abduct|kidnap|picked|taken|disappear|tortur|bomb|shell|struck|fired|fire|behind|responsib|dumped|"
    r"work|handiwork|blam|accus)\w*|قتل|ہلاک|شہید|مار|اغوا|لاپتہ|اٹھا|فائرنگ|گول|بمباری|ڈرون|ہاتھ|کام|ملوث|ذمہ|الزام",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:last\s+(?:week|month|year)|earlier\s+this|previous(?:ly)?|in\s+(?:19|20)\d\d|years?\s+ago|months?\s+ago|"
    r"of\s+(?:violating|breaching|breaking|failing|not|using|harassing|harbou?ring|oppressing|looting|plundering|lying|hiding))\b",
    re.IGNORECASE,
)


def group_accuses(text: str, scene: Scene) -> re.Match[str] | None:
    """Find where a group lays what happened on the forces, of now and not of another time."""
    if not scene.names_group or _HARM.inside(text, scene.sentence) is None:
        return None
    if _OTHER_TIME.search(text, scene.sentence.start, scene.sentence.end):
        return None
    groups = (actor for actor in scene.actors if actor.kind == "group")
    told = (lays_on_others(text, scene.sentence, group) for group in groups)
    return next((one for one in told if one is not None), None)
