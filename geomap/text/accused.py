"""Whom residents or relatives accuse: forces that nobody else ties to what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.accusers import forces_named, squad_named
from geomap.text.actors import ARMED_KINDS
from geomap.text.branded import is_branding
from geomap.text.counter_blame import group_accuses
from geomap.text.culprits import Blame
from geomap.text.custody_deaths import custody_death
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.tellers import FORCES, FORCES_URDU, TELLERS, TELLERS_URDU

__all__ = ["accused_forces", "branded_dead", "died_in_custody"]

_KIN = (
    rf"(?:{TELLERS}|demonstrators|they|he|she|we|I|protesters|marchers|organi[sz]ers?|"
    r"lawyers|opposition|(?:rights|local|political|nationalist)\s+(?:groups?|bod(?:y|ies)|activists|organi[sz]ations?|part(?:y|ies))|"
    r"Yakjehti\s+Committee|Tahaf?fuz\s+Movement|(?:action|peace|joint)\s+committee|jirga)"
)
_TOLD_BY_KIN = (
    rf"\b{_KIN},?\s+(?:(?!not\b|never\b)[\w’'-]+\s+){{0,8}}?"
    r"(?:sa(?:id|ys?)|told|tell|claim(?:ed|s)?|alleg(?:ed?|es)|insist(?:ed|s)?|accus(?:ed?|es))\b"
)
"""What residents or relatives tell, before whom they tell it of."""
_KIN_URDU = (
    rf"(?:{TELLERS_URDU}|"
    r"مکینوں|عینی\s+شاہد(?:ین)?|مظاہرین|منتظمین|بیو[یہ]|گاؤں\s+والوں|شہریوں)(?!\w)"
)
_ACCUSED = Pattern(
    rf"(?P<guess>\b{_KIN}\s+(?:[\w,]+\s+){{0,14}}?suspect(?:ed|s)?\s+(?:that\s+)?{FORCES}\b(?!\s+\w*informers?))"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,2}}?h[eo]ld\s+{FORCES}\s+(?:to\s+blame|responsible)\b"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,4}}?(?:accus|blam)(?:ed|es?|ing)\s+{FORCES}\s+(?:of|for)\s+(?:\w+ly\s+)?(?:the\s+)?"
    r"(?:kill|shoot|fir|abduct|kidnap|bomb|shell|carry|murder|detain|pick|tak|disappear|strike|attack|raid)\w*"
    rf"|(?P<held>\b{_KIN}\s+(?:believes?|fears?|thinks?)\s+(?:that\s+)?(?:\w+\s+){{1,5}}?"
    r"(?:held|taken|detained|abducted|seized|(?:picked|taken)\s+up)\s+by\s+(?:an?\s+|the\s+)?"
    r"(?:(?:security|intelligence|state)\s+(?:agency|agencies|forces)|forces|army|Frontier\s+Corps|FC|CTD))"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,4}}?(?:blam(?:ed|es?)|hold|held)\s+{FORCES}\b(?!\s+(?:\w+\s+){{0,2}}?(?:for|of)\s+(?:not|failing|failure|delay|ignoring|their\s+failure))"
    rf"|(?P<they>\b{FORCES}\b[^.;]{{0,60}}?\band\s+(?:it\s+is\s+)?{_KIN}\s+(?:whom\s+)?(?:\w+\s+)?suspect\s+them\b)"
    rf"|\b{_KIN}\s+(?:\w+\s+){{0,2}}?sa(?:id|ys?)\s+(?:that\s+)?(?:\w+\s+){{1,5}}?"
    rf"(?:come|came|fired|launched|lobbed|dropped)\s+(?:from|by)\s+(?:an?\s+)?(?:nearby\s+)?{FORCES}\b"
    rf"|\b{_KIN}\s+(?:\w+\s+){{0,2}}?sa(?:id|ys?)\s+(?:that\s+)?{FORCES}\s+(?:had\s+|have\s+)?(?:\w+ly\s+)?"
    r"(?:fired|shelled|bombed|struck|launched\s+(?:it|the\s+(?:shell|strike|attack|rocket|missile))|shot|opened\s+fire|carried\s+(?:it|this)\s+out|"
    r"did\s+it|(?:was|were)\s+(?:behind\s+(?:it|this|the)|responsible(?=\W|$)(?!\s+for(?!\s+(?:it|this|(?:the|their|his)\s+"
    r"(?:deaths?|killings?|attack|blast|shelling|firing|strike|murders?)))))\b)(?!\s+back\b)"
    r"(?!\s+(?:(?:at|on|upon)\s+)?(?:[\w'’-]+\s+){0,3}?(?:militants?|attackers?|assailants?|gunm[ae]n|terrorists?|insurgents?|bombers?|robbers?|dacoits?)\b)"
    r"|\b(?:fired|launched|came|lobbed)\s+from\s+(?:an?\s+|the\s+)?(?:nearby\s+)?(?:military|army|security|FC|Frontier\s+Corps|paramilitary)\s+"
    r"(?:\w+\s+)?(?:post|camp|fort|base|checkpost|check-post|outpost|picket)\b"
    r"|(?P<agency>\b(?:believed|said|thought|suspected|presumed|understood|alleged)\s+to\s+(?:be|belong\s+to|have\s+been|have\s+come\s+from|be\s+from|work\s+for)\s+"
    r"(?:an?\s+|the\s+|some\s+|members\s+of\s+|personnel\s+of\s+|from\s+|of\s+)*(?:intelligence|security|law\s+enforcement|state|spy)\s+"
    r"(?:agency|agencies|personnel|officials|men|services?|forces)\b)"
    r"|\b(?:strike|raid|bombardment|shelling)\s+(?:was\s+|had\s+been\s+)?(?:carried\s+out\s+|conducted\s+)?"
    rf"by\s+{FORCES}\b"
    rf"|(?P<squad>(?:\b{_KIN}|\b(?:Movement|nationalists|colleagues|friends))\s+(?:[\w,]+\s+){{0,4}}?(?P<how>accus\w+|blam\w+|suspect\w*|sa(?:id|ys?)|h[eo]ld)\s+"
    r"(?:(?!\b(?:not|against)\b)[\w'’-]+\s+){0,5}?(?:(?:state|army|military|government)-(?:backed|sponsored|supported|run)\s+|local\s+|private\s+|pro-(?:government|state)\s+)*(?:death\s+squads?|militia(?:men|s)?)\b"
    rf"|{_KIN_URDU}[^۔]{{0,80}}?ڈیتھ\s+ا?سکواڈ)"
    r"|\bwhat\s+(?:the\s+)?(?:police|CTD|army|military|officials?|forces|counter-?\s?terrorism\s+\w+|ISPR|Frontier\s+Corps|FC)\s+(?:\w+\s+)?"
    r"(?:call(?:ed|s)?|describ(?:ed|es)\s+as|term(?:ed|s)|sa(?:id|ys)\s+was|claim(?:ed|s)\s+was)\s+an?\s+(?:\w+\s+)?(?:gun\s?-?(?:battle|fight)|encounter|shoot-?out|exchange\s+of\s+fire|clash|raid)"
    rf"|(?P<took>(?:\b{_KIN}|\bMissing\s+Persons)\s+(?:\([^)]*\)\s+)?(?:\w+\s+){{0,3}}?(?:sa(?:id|ys?)|alleg(?:ed?|es)|claim(?:ed|s)?|insist(?:ed|s)?)\s+(?:that\s+)?"
    rf"(?:{FORCES}|counter-?\s?terrorism|intelligence|plainclothes\s+security)\s*(?:officials?|personnel|men|police|officers?|agents|agency|agencies|department)?\s+"
    r"(?:had\s+|have\s+)?(?:tak(?:en|e)|took|pick(?:ed)?|abduct(?:ed)?|detain(?:ed)?|whisked|seized|arrested|disappeared)\b)"
    rf"|\b{_KIN}\s+(?:\w+\s+){{0,2}}?sa(?:id|ys?)\s+(?:that\s+)?(?:it\s+was\s+)?{FORCES}['’]s?\s+(?:\w+\s+)?"
    r"(?:drones?|quadcopters?|jets?|helicopters?|gunships?|shells?|mortars?|artillery|rockets?|guns?|fire|bullets?)\b"
    rf"|{FORCES_URDU}\s+(?:ہی\s+)?کو\s+(?:\S+\s+){{0,3}}?ذمہ\s?دار\s+(?:ٹھہرا|قرار|سمجھ|گردان)"
    r"|قریبی\s+(?:فوجی\s+|سیکیورٹی\s+)?(?:چوکی|کیمپ|چیک\s?پوسٹ|قلعے|مورچے)\s+سے\s+(?:\S+\s+){0,3}?(?:داغ|پھینک)"
    rf"|{_TOLD_BY_KIN}[^.;]{{0,40}}?\b(?:men|people|persons|those|gunmen|attackers|assailants|personnel)\s+"
    rf"(?:(?:dressed\s+|clad\s+)?in|wearing)\s+(?:the\s+)?(?:uniforms?\s+of\s+{FORCES}\b|{FORCES}['’]?s?\s+(?:uniforms?|fatigues)\b)"
    rf"|(?:{_KIN_URDU}[^۔]{{0,60}}?(?:کہنا|دعو\S+|موقف|بیان|کہا|بتایا|مطابق)|الزام)(?:\s+(?!کہ\s)\S+){{0,4}}?(?:\s+کہ)?\s+[^۔]{{0,80}}?{FORCES_URDU}\s+"
    rf"(?:(?:(?:کے|کی)\s+)?(?:اہلکاروں|اہلکار|جوانوں|والوں|سپاہیوں)\s+)?(?:نے\s+(?:(?!نہیں|ہوائی|حملہ\s?آور|دہشت|شدت\s?پسند|خودکش|عسکریت)[^۔]){{0,70}}?"
    r"(?:چلائ|فائر|گول[یہے]|گولیاں|مار\s+(?:دی|ڈال)|قتل|ہلاک|شہید|اٹھا\s|اٹھای|لے\s+گئ|اغوا|لاپتہ|بمباری|ڈرون)|کے\s+ہاتھوں\s+(?:\S+\s+){0,3}?(?:مار|قتل|ہلاک|شہید|جاں))"
    rf"|الزام[^۔]{{0,40}}?\s(?:حملہ|بمباری|گولہ\s?باری|فائرنگ|کارروائی|دھماکہ)\s+(?:\S+\s+){{0,4}}?{FORCES_URDU}\s+نے\s+(?:\S+\s+)?کی[اے]?(?!\w)"
    rf"|الزام\s+(?:\S+\s+){{0,4}}?{FORCES_URDU}\s+پر|{FORCES_URDU}\s+پر\s+(?:\S+\s+){{0,3}}?الزام",
    re.IGNORECASE,
)


_HELD_FOR_IT = Pattern(
    r"\b(?:constables?|police(?:m[ae]n|\s+(?:officials?|officers?|party|personnel))|soldiers?|guards|(?:levies|FC|rangers?|CTD)\s+(?:m[ae]n|personnel|officials?|soldiers?))\b"
    r"(?:(?!\b(?:said|told|by|who|say|says)\b)[^.;]){0,40}?\b(?:has\s+been|have\s+been|was|were|are|is)\s+(?:suspended\s+and\s+)?(?:(?:are|is|were|was|later)\s+){0,2}(?:also\s+)?"
    r"(?:arrested|detained|under\s+arrest|taken\s+into\s+custody|booked\s+(?:for|on)\s+(?:[\w-]+\s+){0,3}?(?:murder|manslaughter|killing)|"
    r"charged\s+with\s+(?:murder|manslaughter))\b",
    re.IGNORECASE,
)
"""Men of the forces who are held for shots that nobody else fired."""
_FROM_CAMP = re.compile(r"(?:fired|launched|came|lobbed)\s+from\b", re.IGNORECASE)


_UNTRACED = Pattern(
    r"\b(?:killers?|culprits?|murderers?|perpetrators?|who\s+(?:had\s+)?killed)\b[^.;]{0,40}?\b(?:not|never|yet\s+to|unknown|untraced|unidentified|unclear)\b"
    r"|(?:قاتلوں|ملزمان|ملزموں)\s[^۔]{0,40}?(?:نہیں|نہ\s)",
    re.IGNORECASE,
)
"""Where police do not know the killers, those who once detained the dead need not be they."""
_BEHIND = 120
_DEATH_SQUAD = "death squad"


def died_in_custody(text: str, draft: Draft) -> Blame | None:
    """Return the forces in whose hands somebody died, as the first sentence says.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    """
    if draft.group != "violent":
        return None
    died = custody_death(text, draft.scenes[0].sentence)
    return None if died is None else _blame_at(died, "actor:died in custody")


def accused_forces(text: str, draft: Draft) -> Blame | None:
    """Return the forces whom residents or relatives suspect or accuse, or None.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event, which no group is tied to.
    """
    if draft.group != "violent":
        return None
    armed = any(one.kind in ARMED_KINDS for one in draft.scenes[0].actors)
    scenes = (*draft.scenes, *draft.asides)
    last = max(scene.sentence.end for scene in scenes) + _BEHIND
    untraced = _UNTRACED.search(text, scenes[0].sentence.start, last) is not None
    for scene in scenes:
        found = _ACCUSED.inside(text, scene.sentence)
        if found is not None and not (armed and _FROM_CAMP.match(found[0])):
            guess = any(found[name] for name in ("guess", "held", "they", "agency"))
            guess = guess or (found["how"] or "").lower().startswith("suspect")
            basis = "suspected" if guess else "attributed"
            return _blame_at(found, "actor:forces accused", basis, squad=bool(found["squad"]))
        said = squad_named(text, scene)
        named = said or (None if armed or untraced else forces_named(text, scene))
        if named is not None:
            return _blame_at(named, "actor:forces accused", squad=said is not None)
    laid = None if _hit_forces(draft) else _laid_by_group(text, scenes)
    return laid or (None if armed else _held_forces(text, draft))


def _hit_forces(draft: Draft) -> bool:
    """Whether an event killed or hurt men of the forces."""
    counts = [count for scene in draft.scenes for count in scene.counts if count.best]
    return any(count.side == "security_forces" for count in counts)


def _laid_by_group(text: str, scenes: Sequence[Scene]) -> Blame | None:
    """Return the forces on whom a group lays the deed, where nobody else says who did it."""
    laid = next(filter(None, (group_accuses(text, scene) for scene in scenes)), None)
    if laid is None:
        return None
    return _blame_at(laid, "actor:forces accused", squad=_SQUAD.search(laid[0]) is not None)


_SQUAD = re.compile(r"death\s+squad|ڈیتھ\s+ا?سکوا?ڈ", re.IGNORECASE)


def _blame_at(
    found: re.Match[str], rule: str, basis: str = "attributed", *, squad: bool = False
) -> Blame:
    """Return the forces, or a death squad, that the words of a match name."""
    return Blame(
        actor=_DEATH_SQUAD if squad else "security forces",
        basis=basis,
        start=found.start(),
        end=found.end(),
        score=0.7,
        rule=rule,
    )


def _held_forces(text: str, draft: Draft) -> Blame | None:
    """Return the forces whose men were arrested after they had shot at people."""
    if not any(trigger.family == "armed" for trigger in draft.triggers):
        return None
    own = any(
        count.side == "security_forces" and count.best and count.outcome in {"killed", "injured"}
        for scene in draft.scenes
        for count in scene.counts
    )
    for scene in () if own else draft.scenes[1:]:
        found = _HELD_FOR_IT.inside(text, scene.sentence)
        if found is not None:
            return Blame(
                actor="security forces",
                basis="attributed",
                start=found.start(),
                end=found.end(),
                score=0.7,
                rule="actor:forces held",
            )
    return None


_BODIES = Pattern(r"\bbod(?:y|ies)\b|لاش|میت", re.IGNORECASE)
_FOLLOWING = 4
"""Sentences behind the first in which forces may say who the dead were."""


def branded_dead(text: str, draft: Draft) -> Blame | None:
    """Return the forces that call the dead, whose bodies are told of first, militants.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    """
    first = draft.scenes[0]
    if not first.families <= {"killing", "body"} or _BODIES.inside(text, first.sentence) is None:
        return None
    for scene in draft.scenes[1 : _FOLLOWING + 1]:
        if is_branding(text, scene):
            return Blame(
                actor="security forces",
                basis="attributed",
                start=scene.sentence.start,
                end=scene.sentence.end,
                score=0.7,
                rule="actor:forces call them militants",
            )
    return None
