"""Which of the groups of a sentence it is about, and whether one speaks of its own deed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ActorSpan, Basis
from geomap.text.culprits import says_which
from geomap.text.group_words import tells_its_deed
from geomap.text.sentences import Sentence

__all__ = ["first_of_joined", "main_groups", "speaks_for_itself"]

_APPOSITION = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,\s+(?:an?|the|one\s+of|itself|part\s+of|formerly|once)\s[^,;.]{3,160}[,.]"
    r"|\s*(?:نے\s*)?[،,]\s*جو\s[^،,۔]{3,160}[،,]"
)
_SPLINTER_OF = re.compile(
    r"(?<!local\s)(?<!regional\s)(?<!Khorasan\s)(?<!Pakistani\s)(?<!Pakistan\s)(?<!Afghan\s)(?<!Asian\s)\b(?:splinter|breakaway|offshoot|faction|affiliate|ally|wing|branch|rival)s?\s+(?:group\s+|faction\s+)?"
    r"(?:of|from|to)\s+(?:the\s+)?(?:(?:banned|outlawed|proscribed|defunct)\s+)?\Z",
    re.IGNORECASE,
)
_SPLINTER_REACH = 75
_SEVERAL = 2


def main_groups(text: str, groups: Sequence[ActorSpan]) -> Sequence[ActorSpan]:
    """Leave out groups that only say what another one is; none where either could be meant."""
    if len(groups) < _SEVERAL:
        return groups
    main = [group for group in groups if not _is_aside(text, group, groups)]
    return main if says_which(text, main) else []


def _is_aside(text: str, group: ActorSpan, groups: Sequence[ActorSpan]) -> bool:
    """Whether a group says what another one is: "the IMP, an alliance that includes ..., has"."""
    if _is_parent(text, group):
        return any(other.name != group.name for other in groups)
    for other in groups:
        words = _APPOSITION.match(text, other.end) if other.end <= group.start else None
        if words is None or group.end > words.end() or other.name == group.name:
            continue
        if not _is_parent(text, other):  # "a splinter of the TTP, the Jamaat-ul-Ahrar, took"
            return True
    return False


def _is_parent(text: str, group: ActorSpan) -> bool:
    """Whether a group is only the one from which another broke away."""
    return (
        _SPLINTER_OF.search(text[max(0, group.start - _SPLINTER_REACH) : group.start]) is not None
    )


_AND = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:,|,?\s+and|\s+as\s+well\s+as|\s+together\s+with|\s+اور|،)\s+(?:the\s+)?"
    r"(?:(?:banned|outlawed|proscribed|rival|کالعدم)\s+)?"
)


_JOINS = re.compile(r"\b(?:and|as\s+well\s+as|together\s+with)\b|(?<!\w)اور(?!\w)")


def first_of_joined(
    text: str, actors: Sequence[ActorSpan], group: ActorSpan, cue: Basis | None
) -> ActorSpan:
    """Return the first of several groups that claim one thing: "both the BLF and the BLA claimed".

    Parameters
    ----------
    text
        The article's text.
    actors
        Those whom the sentence names.
    group
        The group that stands next to the claim.
    cue
        The words that tie it to the event.
    """
    if cue is None or cue.word != "claimed" or cue.start < group.end:
        return group
    first, pair = group, group
    for one in reversed([one for one in actors if one.end <= group.start]):
        joined = _AND.fullmatch(text, one.end, first.start) is not None
        if one.kind != "group" or not joined or _is_parent(text, one):
            break
        first = one
        if _JOINS.search(text, one.end, group.start):
            pair = one
    return pair


_FOES = (
    r"(?:soldiers?|troops|personnel|policemen|policewomen|constables?|officers?|guards?|officials?|occupiers|enem(?:y|ies)|agents?|informers?|"
    r"spies|engineers?|military\s+men|army\s+men|FC\s+men|levies\s+men|security\s+men|commandos?|(?:men|members|workers|employees)\s+of\s+the\s+[\w-]+)"
)
"""Whom a group counts as its own deed; other people may have died by others' hands."""
_NUMBER = (
    r"(?:an?\s+(?:dozen|score|further)|at\s+least|more\s+than|over|up\s+to|nearly|some|all|both|many|several|dozens|scores|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)(?:-\w+)?|\w+teen|\d{1,3}|one|an?)"
)
_SAYS = (
    r"(?:(?:has|had|have|also|later|itself|in\s+turn)\s+){0,2}"
    r"(?:sa(?:id|ys?)|claim(?:ed|s)?|assert(?:ed|s)|maintain(?:ed|s)|boast(?:ed|s))"
)
_TOLL = re.compile(
    rf"\s*(?:\([^)]{{1,20}}\)\s*)?{_SAYS}\s+(?:that\s+)?{_NUMBER}\s+(?:(?:[\w\"“”‘’'-]+\s+){{0,4}}?{_FOES}[\"”’']?\s+|of\s+them\s+)?"
    r"(?:(?:had|have|has|was|were|been|also)\s+){0,3}(?:died|dead|killed|slain|eliminated|wounded|injured|hurt)\b"
    r"(?!\s+(?:by|in\s+(?:an?|the)\s+(?:army|military|police|drone|air|raid|operation|strike))\b)"
    rf"|\s*(?:\([^)]{{1,20}}\)\s*)?(?:,\s+(?:an?|the)\s[^,;.]{{3,80}},\s+)?{_SAYS}\s+(?:(?:late|early)\s+)?(?:on\s+[A-Z]\w+\s+)?(?:that\s+)?"
    r"(?:he|she|they|(?:(?:the|both|all)\s+)?(?:m[ae]n|dead|slain|deceased|victims?|barbers?|labourers?|workers?|traders?|drivers?|(?:two|three|four|five)\s+\w+)(?:\s+(?:\w+\s+)?(?:men|man|people|person))?)\s+"
    r"(?:was|were|had\s+been)\s+(?:\w+ly\s+)?[\"“‘]?(?:working|spying|helping|serving|informing|(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:spies|spy|informers?|agents?|collaborators?|members|personnel))\b"
    rf"|\s*(?:\([^)]{{1,20}}\)\s*)?{_SAYS}\s+(?:(?:late|early)\s+)?(?:on\s+[A-Z]\w+\s+)?(?:that\s+)?(?:the|it|he|she|they|its|both)\s+(?:[\w-]+\s+){{0,4}}?"
    r"(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:targeted|attacked|hit|struck|bombed|killed|shot|punished|executed|chosen|ambushed)\s+(?:because|as\b|since|for\s+(?:\w+ing|his|her|their|its)|in\s+(?:revenge|retaliation|response|reply)|to\s+avenge)"
    r"|\s*(?:\([^)]{1,20}\)\s*)?(?:(?:has|had|have|also|later)\s+){0,2}(?:puts?|put)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:toll|dead|deaths|losses|casualties|number)\b"
    r"|\s*(?:\([^)]{1,20}\)\s*)?(?:(?:has|had|later)\s+)?(?:named|identified|introduced)\s+(?:him|her|them|(?:its|all|both|the)\s+"
    r"(?:\w+\s+)?(?:attackers?|fighters?|bombers?|men|two|three|four|five|six|seven|eight)\b)",
    re.IGNORECASE,
)
"""A group's own toll of what it did: "the BLF said nine soldiers had died"."""
_BY_OTHERS = re.compile(
    r"\b(?:custody|drones?|shell\w*|jets?|by\s+(?:the\s+)?(?:army|military|forces|government|state|police|FC)|conspiracy)\b",
    re.IGNORECASE,
)
_OWN_LOSS = re.compile(
    r"\b(?:its|their|his)\s+(?:own\s+)?(?:\w+\s+)?(?:men|fighters|members|cadres)\b"
)
_SAID_LAST = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:(?:has|had)\s+)?(?:said|says|told\s+(?:the\s+)?(?:media|reporters|journalists|newsmen|\w+\s+by\s+phone))"
    r"(?:\s+(?:on|late\s+on|early\s+on)\s+\w+|\s+in\s+an?\s+(?:\w+\s+)?(?:statement|message|post|e-?mail)|\s+later)?\s*\Z"
)
_BEFORE_LAST = re.compile(
    r",\s*[\"”’']?\s*(?:[A-Z][\w’-]+\s+(?:[A-Z][\w’-]+\s+)?(?:of|for)\s+)?(?:the\s+)?(?:(?:banned|outlawed|proscribed)\s+)?\Z"
)
_DENIES = re.compile(
    r"\b(?:not|no|never|denied|nothing|neither|army|military|forces\s+(?:had|were)|police\s+had|government|agenc(?:y|ies)|state|custody|"
    r"drones?|shell\w*|jets?|conspiracy)\b",
    re.IGNORECASE,
)


def speaks_for_itself(text: str, sentence: Sentence, group: ActorSpan) -> bool:
    """Whether a group tells of its own deed: its toll, or the whole sentence in its words.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    group
        The group.
    """
    if _IN_ITS_WORDS.search(text, max(sentence.start, group.start - 30), group.start):
        return _ITS_MEN.match(text, group.end, sentence.end) is not None
    if tells_its_deed(text, sentence, group.end):
        return True
    if group.start - sentence.start <= _OPENS and _ITS_SPOKESMAN.search(
        text, group.end, sentence.end
    ):
        return True
    told = _TOLL.match(text, group.end, sentence.end)
    if told is not None and _BY_OTHERS.search(text, told.end(), sentence.end) is not None:
        return False
    if told is not None:
        return _OWN_LOSS.search(text, group.end, told.end()) is None
    if _SAID_LAST.match(text[group.end : sentence.end].rstrip(" .\n")) is None:
        return False
    before = text[sentence.start : group.start]
    return _BEFORE_LAST.search(before) is not None and _DENIES.search(before) is None


_OPENS = 16
_ITS_SPOKESMAN = re.compile(
    r",\s+(?:its|the\s+group['’]s)\s+spokes(?:man|person|woman)\s+(?:[A-Z]\w+\s+){0,3}?(?:said|told|announced|claimed)\b"
)
_IN_ITS_WORDS = re.compile(
    r"\b(?:according\s+to|in\s+the\s+words\s+of)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_ITS_MEN = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,\s+(?:its|their)\s+(?:\w+\s+)?(?:fighters|men|units?|squads?|guerrillas|bombers?|sarmachars)\b"
)
