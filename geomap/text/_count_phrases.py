"""Outcomes told in a phrase: "received a bullet in the leg", "is fighting for his life".

Such phrases vary in their middle ("sustained two serious bullet wounds"), so each `Phrase` is a
pattern over the lower-case words of a sentence, one space between two words. Single words and fixed
phrases lie in ``data/outcomes.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geomap.text._count_words import word_set

__all__ = ["PHRASE_WORDS", "Found", "find_phrases", "names_phrase"]

_TELLING = word_set(
    "injury injuries wound wounds burn burns splinter splinters shrapnel pellet pellets bullet "
    "bullets fracture fractures fractured amputated gunfire gunshot gunshots condition critical "
    "unconscious stable recovering critically ventilator treatment surgery danger admitted "
    "hospitalised hospitalized treated treating treats martyr martyrs throat throats escape "
    "narrowly miraculously luckily survived escaped survives escapes survive icu saved fatality "
    "bruises cuts lacerations kia wia cut felled"
)
_ACTS = word_set(
    "hit struck grazed pierced shot shots stones fragments lost lose loses losing fighting "
    "battling struggling shifted taken moved rushed brought airlifted flown evacuated referred "
    "ferried carried put puts putting lay lying lie found sustained suffered received incurred "
    "intensive hospital took cost costing costs did didn't could couldn't only sole kia wia "
    "cut felled"
)
_AT = word_set(
    "leg legs foot feet arm arms hand hands shoulder shoulders thigh thighs knee knees hip ankle "
    "elbow wrist finger fingers toe toes limb limbs head chest neck face back stomach abdomen "
    "belly jaw torso groin ribs eye eyes eyesight hearing life lives care hospital hospitals dhq "
    "thq bhu cmh infirmary clinic medical trauma death dead broken rounds men man soldier soldiers "
    "fighter fighters personnel member members militant militants policeman policemen jawan jawans "
    "comrade comrades cadre cadres troops officer officers associate associates commander "
    "commanders sarmachar sarmachars guard guards hit struck grazed pierced centre center survive "
    "saved die killed sniper snipers gunman gunmen assassin assassins marksman marksmen"
)
PHRASE_WORDS = _TELLING | _ACTS
"""A sentence without any of these words has no such phrase."""


def names_phrase(found: set[str]) -> bool:
    """Whether a set of words can hold a phrase: a quick look before reading."""
    return not (_TELLING.isdisjoint(found) and (_ACTS.isdisjoint(found) or _AT.isdisjoint(found)))


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at words ``first`` to ``last`` (not included); `rule` goes to the count's rules."""

    first: int
    last: int
    outcome: str
    form: str
    known_noun_only: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that a phrase can begin with, what follows them, and what it says.

    `span`: whether ``all`` its words carry the outcome, or only the ``last`` ("a bullet hit").
    """

    starts: str
    follows: str
    outcome: str
    form: str
    span: str = "all"
    known: bool = False
    rule: str = ""


_WORD = (
    r"(?:(?!(?:no|any|not|nor|neither|without|when|while|after|that|which|who|by|in|from|to|with|"
    r"of) )[a-z\d][\w'-]* )"
)
_WORDS = rf"{_WORD}{{0,5}}?"
_HURT = (
    r"(?:injur(?:y|ies)|wounds?|burns?|splinters?|shrapnel|pellets?|bullets?|fractures?|bruises|"
    r"cuts|lacerations|concussions?)"
    r"(?: (?:injur(?:y|ies)|wounds?))?\b"
)
_MISSILE = (
    r"(?:bullets?|shrapnel|splinters?|pellets?|gunfire|gunshots?|rounds?|fragments?|shots?|stones?|"
    r"shells?)\b"
)
_SHOOTERS = r"(?:snipers?|gunm[ae]n|assassins?|marksm[ae]n)\b"
_LIMB = (
    r"(?:legs?|foot|feet|arms?|hands?|shoulders?|thighs?|knees?|hip|ankle|elbow|wrist|fingers?|"
    r"toes?|limbs?)\b"
)
_TRUNK = r"(?:head|chest|neck|face|back|stomach|abdomen|belly|jaw|torso|groin|ribs|eyes?)\b"
_THEIR = r"(?:(?:a|an|one|both|two|the|his|her|their|its|left|right|upper|lower) ){0,3}"
_NUMBER = (
    r"(?:(?:at least|about|some|over|nearly|more than|around|up to|as many as) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|"
    r"several|many|twenty|thirty|forty|fifty)"
)
_MEN = (
    r"(?:men|man|soldiers?|fighters?|personnel|members?|militants?|policem[ae]n|jawans?|comrades?|"
    r"cadres?|troops|officers?|associates?|commanders?|sarmachars?|guards?)\b"
)
_CLINIC = (
    r"(?:hospitals?|dhq|thq|bhu|cmh|infirmary|clinic|trauma cent(?:re|er)|"
    r"medical (?:complex|cent(?:re|er)))\b"
)
_ALIVE = r"(?:(?!(?:dead|died|body|bodies|corpses?) )[a-z\d(][\w'-]* |[,()] )"
_MOVED = "shifted taken moved rushed brought airlifted flown evacuated referred ferried carried"
_LOST = "lost lose loses losing"

_PHRASES = (
    # Injuries that somebody gets.
    Phrase(
        "sustained sustaining sustains sustain suffered suffering suffers suffer incurred "
        "received receiving receives receive",
        rf" {_WORDS}(?:{_HURT}|broken|fractured|amputated)",
        "injured",
        "subject",
    ),
    Phrase(
        "took taking got caught stopped",
        rf" (?:an?|one|two|three|several|multiple) {_WORD}{{0,2}}?"
        r"(?:bullets?|splinters?|pellets?|rounds?)\b",
        "injured",
        "subject",
    ),
    Phrase(_LOST, rf" {_THEIR}(?:{_LIMB}|eyes?\b|eyesight|hearing)", "injured", "subject"),
    Phrase(
        "hit struck grazed pierced wounded injured cut burnt burned",
        rf" (?:by|with) {_WORDS}(?:{_MISSILE}|glass\b)"
        rf"| (?:in|on|through) {_THEIR}(?:{_LIMB}|{_TRUNK})",
        "injured",
        "verb",
        known=True,
    ),
    Phrase(
        "hit",
        r"(?= (?:[.,;]|and|but|while|as|when)|$)",
        "injured",
        "passive",
        known=True,
    ),
    Phrase("shot", rf" (?:in|through) {_THEIR}{_LIMB}", "injured", "verb", known=True),
    Phrase(
        "shot hit",
        rf"(?= (?:[\w'-]+ ){{1,4}}?(?:in|through) {_THEIR}{_LIMB})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        "bullet bullets shrapnel splinter splinters pellet pellets gunfire shot shots stone stones "
        "fragments",
        r" (?:hit|struck|grazed|pierced)\b",
        "injured",
        "gerund",
        "last",
        known=True,
    ),
    Phrase(
        "left leaving leaves",
        rf"(?= (?:[\w'-]+ ){{1,8}}?with {_WORDS}{_HURT})",
        "injured",
        "gerund",
        known=True,
    ),
    Phrase(
        f"{_MOVED} admitted hospitalised hospitalized escaped survived",
        rf" {_ALIVE}{{0,9}}?with {_WORDS}{_HURT}",
        "injured",
        "subject",
    ),
    # The state that the wounded are in.
    Phrase(
        "in under",
        r" (?:an? |his |her |their )?(?:\w+ ){0,2}?(?:critical|serious|precarious|grave|stable|"
        r"unstable|injured|wounded|delicate|life-threatening) condition\b",
        "injured",
        "subject",
        rule="condition",
    ),
    Phrase(
        "critical unconscious stable recovering critically",
        r"(?: ill)?(?= (?:[.,;:)]|and|but|while|at|in|with|after|since)|$)",
        "injured",
        "passive",
        known=True,
        rule="condition",
    ),
    Phrase(
        "fighting battling struggling",
        r" for (?:his|her|their|dear) li(?:fe|ves)\b",
        "injured",
        "subject",
        rule="condition",
    ),
    Phrase(
        "in on under undergoing receiving needing out",
        r"(?<=\bin) (?:the )?(?:intensive care|icu|critical care)\b"
        r"|(?<=\bon) (?:a )?(?:ventilators?|life support)\b"
        r"|(?<=under) (?:medical )?treatment\b"
        r"|(?<=oing|ving) (?:medical )?(?:treatment|surgery)\b"
        r"|(?<=\bout) of danger\b",
        "injured",
        "subject",
        rule="condition",
    ),
    # Care: what hospitals say of the people whom they took in.
    Phrase(
        "admitted hospitalised hospitalized",
        r"(?! to (?:the )?(?:bail|school|college|university|jail|prison|party|court))",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase(
        "treated",
        r"(?= (?:[.,;:)]|and|at|in|for|by|there|on|here)|$)",
        "injured",
        "passive",
        rule="care",
    ),
    Phrase("treated treating treats", rf"(?= {_NUMBER} )", "injured", "gerund", rule="care"),
    Phrase("in", r" hospital\b", "injured", "passive", rule="care"),
    Phrase("remain remains remained still", r" in hospital\b", "injured", "subject", rule="care"),
    Phrase(
        _MOVED,
        rf" (?:[a-z]+ly |later |first |then |by \w+ ){{0,2}}?(?:to|in) {_ALIVE}{{0,5}}?{_CLINIC}",
        "injured",
        "passive",
        known=True,
        rule="moved",
    ),
    Phrase(
        _MOVED,
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{0,4}}?(?:to|in) {_ALIVE}{{0,5}}?{_CLINIC})",
        "injured",
        "gerund",
        known=True,
        rule="moved",
    ),
    # Deaths.
    Phrase("put puts putting", r"(?= (?:[\w'-]+ ){1,6}?to death\b)", "killed", "gerund"),
    Phrase(
        "riddled sprayed peppered",
        r"(?= (?:[\w'-]+ ){1,6}?with bullets)",
        "killed",
        "gerund",
        known=True,
        rule="weak",
    ),
    Phrase(
        "riddled sprayed peppered",
        r" with (?:\w+ )?bullets",
        "killed",
        "verb",
        known=True,
        rule="weak",
    ),
    Phrase(
        "cut felled",
        rf"(?:(?<=cut) down|(?<=felled)) by {_WORD}{{0,3}}?(?:{_MISSILE}|{_SHOOTERS})",
        "killed",
        "verb",
        known=True,
    ),
    Phrase("kia", r"(?= .*\bwia\b)", "killed", "verb"),
    Phrase(
        "soldiers jawans troops policemen personnel militants",
        r" kia(?= (?:[.,;)]|and|in|at|near|during|after)|$)",
        "killed",
        "verb",
        "last",
    ),
    Phrase("wia", r"(?= (?:[.,;)]|and|in|at|near|during|after)|$)", "injured", "verb"),
    Phrase("slit slitting cut cutting", r" the throats? of\b", "killed", "of"),
    Phrase("had", r" (?:his|her|their) throats? (?:slit|cut)\b", "killed", "subject"),
    Phrase("fell", r" (?:an? )?martyrs?\b| to (?:\w+ ){0,3}bullets?\b", "killed", "subject"),
    Phrase("lay lying lie found", r" dead\b", "killed", "subject"),
    Phrase("did didn't", r" (?:not )?survive\b(?: the \w+)?", "killed", "subject"),
    Phrase("could couldn't", r" (?:not )?be saved\b", "killed", "subject"),
    Phrase("only sole", r" (?:fatality|one to die|one killed|one dead)\b", "killed", "subject"),
    Phrase(
        "cost costing costs",
        rf"(?= {_NUMBER} (?:[\w'-]+ ){{0,3}}?(?:his|her|their) li(?:fe|ves)\b)",
        "killed",
        "gerund",
    ),
    Phrase(
        _LOST,
        rf"(?= {_NUMBER} (?:of (?:its|their|his) )?{_WORD}{{0,2}}?{_MEN})",
        "killed",
        "gerund",
        known=True,
        rule="lost_men",
    ),
    # Nobody hurt.
    Phrase(
        "narrowly miraculously luckily", r" (?:escaped|survived)\b", "injured", "spared", known=True
    ),
    Phrase(
        "had",
        r" an? (?:\w+ )?(?:narrow|miraculous|lucky) escape\b",
        "injured",
        "spared",
        known=True,
    ),
    Phrase(
        "escaped survived escapes survives escape survive",
        r" (?:(?:the|an?) )?(?:\w+ )?(?:attempt|attack|bid|blast|ambush|assault)\b",
        "injured",
        "spared",
        known=True,
    ),
)


@cache
def _table() -> dict[str, list[tuple[re.Pattern[str], Phrase]]]:
    """Return the phrases by the word that they begin with."""
    table: dict[str, list[tuple[re.Pattern[str], Phrase]]] = {}
    for phrase in _PHRASES:
        follows = re.compile(phrase.follows)
        for word in phrase.starts.split():
            table.setdefault(word, []).append((follows, phrase))
    return table


def find_phrases(words: Sequence[str]) -> Iterator[Found]:
    """Find the phrases of a sentence, from left to right.

    Parameters
    ----------
    words
        Its lower-case words and marks.
    """
    if not names_phrase(set(words)):
        return
    table = _table()
    starts = [index for index, word in enumerate(words) if word in table]
    if not starts:
        return
    joined = " ".join(words)
    at, after, previous = 0, 0, 0
    for index in starts:
        at += sum(len(word) + 1 for word in words[previous:index])
        previous = index
        if index < after:
            continue
        end = at + len(words[index])
        for follows, phrase in table[words[index]]:
            match = follows.match(joined, end)
            if match is not None:
                after = index + 1 + match.group().count(" ")
                first = after - 1 if phrase.span == "last" else index
                yield Found(first, after, phrase.outcome, phrase.form, phrase.known, phrase.rule)
                break
