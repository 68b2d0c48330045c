"""Deaths in the custody of police or other forces, by torture or unexplained: forces did it.

"A trader died in police custody", "was tortured to death by police", "پولیس حراست میں ... جاں بحق".
A death by illness, in a jail, or one of which a court or a report speaks in general is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["custody_death", "with_custody_death"]

_FORCES = (
    r"(?:police|CTD|counter-?\s?terrorism\s+(?:department|police)|FC|Frontier\s+Corps|Levies|Rangers|army|military|"
    r"security\s+forces|soldiers|troops|(?:intelligence|security|law\s+enforcement)\s+(?:agency|agencies|personnel|officials))"
)
_DIED = r"(?:die[sd]|dead|killed|murdered|passed\s+away|succumbed|lost\s+his\s+life)"
_DIED_URDU = (
    r"(?:جاں\s?بحق|جان\s?بحق|ہلاک|دم\s+توڑ|جان\s+کی\s+بازی|"
    r"چل\s+بس|انتقال\s+کر|قتل|مارا\s+گیا|مر\s+گیا|شہید)"
)
_FORCES_URDU = r"(?:پولیس|سی\s?ٹی\s?ڈی|ایف\s?سی|لیویز|رینجرز|فورسز|فوج|اہلکاروں|خفیہ\s+اداروں)"
_DEATH = Pattern(
    rf"\b{_DIED}\s+(?:[\w-]+\s+){{0,6}}?(?:in|under|inside|during)\s+(?:the\s+)?(?:{_FORCES}['’]?s?\s+(?:custody|detention|lock-?\s?up)"
    rf"|(?:custody|detention|lock-?\s?up)\s+(?:of|at|with)\s+(?:the\s+|an?\s+)?(?:local\s+|city\s+)?{_FORCES})\b"
    rf"|\b{_DIED}\s+(?:[\w-]+\s+){{0,6}}?(?:in|inside)\s+(?:its|their|the\s+(?:\w+\s+)?(?:police|CTD|Levies))\s+(?:custody|lock-?\s?up|cells?)\b"
    rf"|\b{_DIED}\b[^.;]{{0,60}}?\bafter\s+(?:(?:he|she|they)\s+(?:was|were|had\s+been)\s+|being\s+|having\s+been\s+)?(?:\w+ly\s+)?(?:tortured|beaten|thrashed)\s+"
    rf"(?:up\s+)?(?:[\w-]+\s+){{0,3}}?(?:by\s+(?:the\s+)?(?:\w+\s+)?{_FORCES}|(?:in|at|inside)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?police\s+(?:station|custody|lock-?up))\b"
    rf"|\b{_DIED}\s+(?:at|in|inside)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?police\s+(?:station|lock-?up)\b[^.;]{{0,70}}?\btortured?\b"
    rf"|\b(?:tortured|beaten)\s+to\s+death\s+(?:[\w-]+\s+){{0,3}}?(?:by\s+(?:the\s+)?(?:\w+\s+)?{_FORCES}|in\s+(?:{_FORCES}\s+)?custody)\b"
    rf"|\b{_DIED}\s+(?:\w+\s+)?(?:of|from|due\s+to|because\s+of|as\s+a\s+result\s+of|under)\s+(?:\w+\s+)?(?:{_FORCES}\s+torture|torture\s+(?:by|in\s+(?:the\s+)?custody)\b[^.;]{{0,20}}?)"
    rf"|{_FORCES_URDU}\s+(?:(?:کی|کے)\s+)?(?:زیرِ?\s*)?(?:حراست|تحویل)\s+(?:میں|کے\s+دوران)\s[^۔]{{0,70}}?{_DIED_URDU}"
    rf"|(?:زیرِ?\s*حراست|دورانِ?\s*حراست)\s[^۔]{{0,60}}?{_DIED_URDU}"
    rf"|{_FORCES_URDU}\s+(?:(?:کے|کی)\s+)?(?:\S+\s+)?(?:مبینہ\s+(?:طور\s+پر\s+)?)?تشدد\s+(?:سے|کے\s+باعث|کے\s+نتیجے\s+میں)\s[^۔]{{0,70}}?{_DIED_URDU}"
    rf"|(?:تھانے|حوالات|لاک\s?اپ)\s+(?:میں|کے\s+اندر)\s[^۔]{{0,50}}?تشدد\s[^۔]{{0,50}}?{_DIED_URDU}",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:heart|cardiac|illness|disease|natural(?:ly)?|kidney|suicide|hanged|jail|prison|covid|cancer|asthma|overdose|inquir\w+\s+into|"
    r"judge|tribunal|law|bill|act|every\s+year|cases\s+of|accomplices?|not\s+(?:died|killed))\b|دل\s+کا|بیمار|طبعی|خودکشی|جیل|ساتھیوں\s+کی",
    re.IGNORECASE,
)
_REACH = 80


def custody_death(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Find the words of a sentence that tell of a death in the hands of forces."""
    found = _DEATH.inside(text, sentence)
    if found is None:
        return None
    start = max(sentence.start, found.start() - _REACH)
    end = min(sentence.end, found.end() + _REACH)
    return None if _OTHERWISE.search(text, start, end) else found


_KNOWN = {"arrest", "body", "killing"}


def with_custody_death(
    text: str, sentence: Sentence, triggers: tuple[Trigger, ...]
) -> tuple[Trigger, ...]:
    """Let a death in custody be what a sentence reports, where it tells of no other attack.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    triggers
        Its triggers.
    """
    unrest = tuple(one for one in triggers if one.family in {"protest", "riot"})
    violent: Sequence[Trigger] = [one for one in triggers if one not in unrest]
    if any(one.family not in _KNOWN and one.family != "armed" for one in violent):
        return triggers
    found = custody_death(text, sentence)
    if found is None:
        return triggers
    kind = "Violence against civilians"
    death = Trigger(
        found.start(), found.end(), "killing", kind, "Attack", definite=False, is_noun=False
    )
    return (death,)
