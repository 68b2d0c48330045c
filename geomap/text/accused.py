"""Whom residents or relatives accuse: forces that nobody else ties to what happened."""

from __future__ import annotations

import re

from geomap.text.actors import ARMED_KINDS
from geomap.text.culprits import Blame
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern

__all__ = ["accused_forces"]

_FORCES = (
    r"(?:the\s+)?(?:Pakistani\s+|security\s+|law\s+enforcement\s+|paramilitary\s+|state\s+)?"
    r"(?:forces|army|military|troops|Frontier\s+Corps|FC|CTD|agencies|intelligence\s+agencies)"
)
_FORCES_URDU = r"(?:فورسز|فوج|ایف\s?سی|فرنٹیئر\s+کور|سی\s?ٹی\s?ڈی|ریاستی\s+اداروں|خفیہ\s+اداروں)"
_KIN = (
    r"(?:residents?|villagers?|locals?|relatives?|famil(?:y|ies)|elders?|neighbours|mothers?|fathers?|brothers?|sisters?|"
    r"widows?|wi(?:fe|ves)|cousins?|uncles?|they|he|she|we|I|BYC|VBMP|PTM|HRCP|(?:eye-?)?witnesses|protesters|marchers|organisers|"
    r"activists|lawyers|opposition|(?:rights|local|political|nationalist)\s+(?:groups?|bod(?:y|ies)|activists|organi[sz]ations?|part(?:y|ies))|"
    r"Yakjehti\s+Committee|Tahaf?fuz\s+Movement|(?:action|peace|joint)\s+committee|jirga)"
)
_ACCUSED = Pattern(
    rf"(?P<guess>\b{_KIN}\s+(?:[\w,]+\s+){{0,14}}?suspect(?:ed|s)?\s+(?:that\s+)?{_FORCES}\b(?!\s+\w*informers?))"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,2}}?h[eo]ld\s+{_FORCES}\s+(?:to\s+blame|responsible)\b"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,4}}?(?:accus|blam)(?:ed|es?|ing)\s+{_FORCES}\s+(?:of|for)\s+(?:\w+ly\s+)?(?:the\s+)?"
    r"(?:kill|shoot|fir|abduct|kidnap|bomb|shell|carry|murder|detain|pick|tak|disappear|strike|attack|raid)\w*"
    rf"|(?P<held>\b{_KIN}\s+(?:believes?|fears?|thinks?)\s+(?:that\s+)?(?:\w+\s+){{1,5}}?"
    r"(?:held|taken|detained|abducted|seized|(?:picked|taken)\s+up)\s+by\s+(?:an?\s+|the\s+)?"
    r"(?:(?:security|intelligence|state)\s+(?:agency|agencies|forces)|forces|army|Frontier\s+Corps|FC|CTD))"
    rf"|\b{_KIN}\s+(?:[\w,]+\s+){{0,4}}?(?:blam(?:ed|es?)|hold|held)\s+{_FORCES}\b(?!\s+(?:\w+\s+){{0,2}}?(?:for|of)\s+(?:not|failing|failure|delay|ignoring|their\s+failure))"
    rf"|(?P<they>\b{_FORCES}\b[^.;]{{0,60}}?\band\s+(?:it\s+is\s+)?{_KIN}\s+(?:whom\s+)?(?:\w+\s+)?suspect\s+them\b)"
    rf"|\b{_KIN}\s+(?:\w+\s+){{0,2}}?sa(?:id|ys?)\s+(?:that\s+)?(?:\w+\s+){{1,5}}?"
    rf"(?:come|came|fired|launched|lobbed|dropped)\s+(?:from|by)\s+(?:an?\s+)?(?:nearby\s+)?{_FORCES}\b"
    rf"|\b{_KIN}\s+(?:\w+\s+){{0,2}}?sa(?:id|ys?)\s+(?:that\s+)?{_FORCES}\s+(?:had\s+|have\s+)?(?:\w+ly\s+)?"
    r"(?:fired|shelled|bombed|struck|launched|shot|opened\s+fire|carried\s+(?:it|this)\s+out|did\s+it|(?:was|were)\s+(?:behind|responsible))\b"
    r"|\b(?:fired|launched|came|lobbed)\s+from\s+(?:an?\s+|the\s+)?(?:nearby\s+)?(?:military|army|security|FC|Frontier\s+Corps|paramilitary)\s+"
    r"(?:\w+\s+)?(?:post|camp|fort|base|checkpost|check-post|outpost|picket)\b"
    r"|(?P<agency>\b(?:believed|said|thought|suspected|presumed|understood|alleged)\s+to\s+(?:be|belong\s+to|have\s+been|have\s+come\s+from|be\s+from|work\s+for)\s+"
    r"(?:an?\s+|the\s+|some\s+|members\s+of\s+|personnel\s+of\s+|from\s+|of\s+)*(?:intelligence|security|law\s+enforcement|state|spy)\s+"
    r"(?:agency|agencies|personnel|officials|men|services?|forces)\b)"
    r"|\b(?:strike|raid|bombardment|shelling)\s+(?:was\s+|had\s+been\s+)?(?:carried\s+out\s+|conducted\s+)?"
    rf"by\s+{_FORCES}\b"
    rf"|{_FORCES_URDU}\s+(?:ہی\s+)?کو\s+(?:\S+\s+){{0,3}}?ذمہ\s?دار\s+(?:ٹھہرا|قرار|سمجھ|گردان)"
    r"|قریبی\s+(?:فوجی\s+|سیکیورٹی\s+)?(?:چوکی|کیمپ|چیک\s?پوسٹ|قلعے|مورچے)\s+سے\s+(?:\S+\s+){0,3}?(?:داغ|فائر|پھینک)"
    rf"|الزام\s+(?:\S+\s+){{0,4}}?{_FORCES_URDU}\s+پر|{_FORCES_URDU}\s+پر\s+(?:\S+\s+){{0,3}}?الزام",
    re.IGNORECASE,
)


_FROM_CAMP = re.compile(r"(?:fired|launched|came|lobbed)\s+from\b", re.IGNORECASE)


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
    for scene in (*draft.scenes, *draft.asides):
        found = _ACCUSED.inside(text, scene.sentence)
        if found is not None and not (armed and _FROM_CAMP.match(found[0])):
            return Blame(
                actor="security forces",
                basis="suspected"
                if found["guess"] or found["held"] or found["they"] or found["agency"]
                else "attributed",
                start=found.start(),
                end=found.end(),
                score=0.7,
                rule="actor:forces accused",
            )
    return None
