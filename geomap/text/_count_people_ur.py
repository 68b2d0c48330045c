"""Words, outcome phrases and groups of people in an Urdu sentence.

Words are compared without vowel marks and joiners, and with the Arabic forms of yeh, kaf and heh
read as the Urdu ones; offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from geomap.lexicons import per_lexicons
from geomap.text._count_groups import Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_numbers_ur import STARTERS_UR, read_quantity_ur
from geomap.text._count_tokens import Noun, Outcome, Trigger, Words, nouns, outcomes
from geomap.text._count_words import word_set

__all__ = [
    "fold_word",
    "has_urdu",
    "is_noun",
    "read_groups_ur",
    "read_triggers_ur",
    "read_words_ur",
]

_MARKS = "\u064b-\u065f\u0670\u0610-\u061a\u200b-\u200f\u00ad\ufeff"
_TOKEN = re.compile(rf"\d+(?:,\d{{2,3}}(?!\d))*(?:[-–]\d+)?|(?:[^\W\d_]|[{_MARKS}])+|[^\w\s]|_")
_STRIP = re.compile(f"[{_MARKS}]")
_FORMS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۀ": "ہ", "ۂ": "ہ", "أ": "ا", "إ": "ا"}
)
_BORROWED_ROWS = """
two دو|three تین|four چار|five پانچ|six چھ|seven سات|eight آٹھ|nine نو|ten دس|eleven گیارہ
twelve بارہ|fifteen پندرہ|twenty بیس|dozen درجن|dead ہلاک|killed ہلاک|martyred شہید|injured زخمی
hurt زخمی|wounded زخمی|abducted اغوا|kidnapped اغوا|arrested گرفتار|missing لاپتہ|personnel اہلکار
official اہلکار|officials اہلکار|constable کانسٹیبل|constables کانسٹیبلز|soldier سپاہی
soldiers سپاہی
cop اہلکار|cops اہلکار|policeman اہلکار|policemen اہلکار|guard گارڈ|guards گارڈز
terrorist دہشتگرد|terrorists دہشتگرد|attacker درانداز|attackers درانداز|gunman درانداز
militant درانداز
militants درانداز|khwarij خوارج|civilian شہری|civilians شہری|person شخص|persons افراد|people افراد
passenger مسافر|passengers مسافر|driver ڈرائیور|drivers ڈرائیور|labourer مزدور|labourers مزدور
worker ورکر|workers ورکرز|engineer انجینئر|engineers انجینئرز|student طالبہ|students طلبہ
child بچی|children بچے|woman خاتون|women خواتین|volunteer رضاکار|volunteers رضاکار
"""
_BORROWED = dict(pair.split() for pair in _BORROWED_ROWS.replace("\n", "|").split("|") if pair)
"""English words that Urdu sentences borrow, with an Urdu word of the same number and side."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_MAX_MODIFIERS = 4
_STOPS = frozenset(
    [
        "میں",
        "سے",
        "پر",
        "کو",
        "نے",
        "کے",
        "کی",
        "کا",
        "اور",
        "و",
        "تک",
        "جبکہ",
        "جب",
        "کہ",
        "تو",
        "تاہم",
        "لیکن",
        "مگر",
        "بھی",
        "ہی",
        "سمیت",
        "نہیں",
        "نہ",
        "ہوا",
        "ہوئے",
        "ہوئی",
        "ہو",
        "گئے",
        "گیا",
        "گئی",
        "ہیں",
        "ہے",
        "تھے",
        "تھا",
        "تھی",
        "کر",
        "دیا",
        "دیے",
        "جن",
        "جس",
        "وہ",
        "یہ",
        "ان",
        "اس",
        "ایک",
        "یا",
    ]
)
_WOUNDED = frozenset({"زخمی", "مجروح"})
_ORDINAL_FORMS = """
3 تیسرا تیسرے تیسری|4 چوتھا چوتھے چوتھی|5 پانچواں پانچویں|6 چھٹا چھٹے چھٹی|7 ساتواں ساتویں
8 آٹھواں آٹھویں|9 نواں نویں|10 دسواں دسویں|11 گیارہواں گیارہویں|12 بارہواں بارہویں
"""
_ORDINALS = {
    word: int(row.split()[0])
    for row in _ORDINAL_FORMS.replace("\n", "|").split("|")
    if row
    for word in row.split()[1:]
}
_OBLIQUE_ONE = frozenset({"بیٹے", "بھتیجے", "بھانجے", "لڑکے", "چرواہے", "بچے", "نواسے", "پوتے"})
"""Plurals that before a postposition are the singular: "a boy was ..."."""
_POSTPOSITIONS = frozenset({"کو", "نے", "کی", "کا", "کے", "سمیت", "پر"})
_OTHERS = frozenset({"دوسرا", "دوسری", "تیسرا", "تیسری", "چوتھا", "چوتھی"})
_OTHER_REACH = 9
_BEFORE_OUTCOME = frozenset({"میں", "بعد", "پر", "سے", "دوران", "شدید", "معمولی", "بھی"})
_OF_KIN = word_set(
    "کمسن کم سن بڑا بڑے بڑی چھوٹا چھوٹے چھوٹی جوان معصوم شیرخوار حاملہ ضعیف نوعمر ننھی ننھا "
    "نوجوان عمر اکلوتا اکلوتی سگا سگی"
)
_ENDING = frozenset(
    {"اور", "جبکہ", "جس", "جو", "کہ", "ہوا", "ہوئی", "گیا", "گئی", "ہے", "کا", "نے"}
)
_OWNERS = frozenset({"ان", "اس", "جس", "جن"})
_OWNED = frozenset({"کا", "کی", "کے"})
_MEMBERS = word_set("ارکان رکن کارکن کارکنان کارکنوں ساتھی ساتھیوں افراد لوگ کمانڈر کمانڈرز جنگجو")
_ARMED_GROUPS = (
    *(("بی", "ایل", "اے"), ("بی", "ایل", "ایف"), ("بی", "آر", "اے"), ("یو", "بی", "اے")),
    *(("ٹی", "ٹی", "پی"), ("ایس", "آر", "اے"), ("بی", "آر", "جی"), ("بی", "این", "اے")),
    *(("داعش",), ("طالبان",), ("الخوارج",), ("الہندوستان",), ("الاحرار",), ("کالعدم", "تنظیم")),
)
"""Names of armed groups, as they end: whoever is "of" them is a militant."""


def has_urdu(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has letters of the Arabic script."""
    return _ARABIC.search(text, start, end) is not None


def fold_word(word: str) -> str:
    """Return an Urdu word without marks, in the usual letters."""
    if word.isascii():
        return word.lower()
    return _STRIP.sub("", word).translate(_FORMS)


def read_words_ur(text: str, start: int, end: int) -> Words:
    """Cut ``text[start:end]`` into folded words and marks."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentence = text[start:end]
    marked = _STRIP.search(sentence) is not None
    if not marked:
        sentence = sentence.translate(_FORMS)
    for match in _TOKEN.finditer(sentence):
        word = match.group()
        if word.isascii():
            word = word.lower()
            if word in _BORROWED and _stands_in_urdu(sentence, *match.span()):
                word = _BORROWED[word]
        elif marked:
            word = fold_word(word)
        if word:
            words.append(word)
            starts.append(start + match.start())
            ends.append(start + match.end())
    return Words(text, words, starts, ends)


_NEXT_IS_URDU = re.compile("\\s+[\u0620-\u06ff]")
_URDU_BEFORE = re.compile("[\u0620-\u06ff]\\s+$")
_GAP = 4


def _stands_in_urdu(sentence: str, start: int, end: int) -> bool:
    """Whether an Urdu word stands right before or behind an English one."""
    if _NEXT_IS_URDU.match(sentence, end) is not None:
        return True
    return _URDU_BEFORE.search(sentence, max(0, start - _GAP), start) is not None


@per_lexicons
def _outcomes() -> Mapping[str, list[Outcome]]:
    table: dict[str, list[Outcome]] = {}
    for phrases in outcomes("ur").values():
        for phrase in phrases:
            words = tuple(fold_word(word) for word in phrase.words)
            folded = Outcome(words, phrase.outcome, phrase.form, phrase.known_noun_only)
            table.setdefault(words[0], []).append(folded)
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return table


@per_lexicons
def _nouns() -> Mapping[str, list[tuple[tuple[str, ...], Noun]]]:
    table: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for phrase, noun in nouns("ur").items():
        words = tuple(fold_word(word) for word in phrase.split())
        table.setdefault(words[0], []).append((words, noun))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return table


def read_triggers_ur(words: Words) -> dict[int, Trigger]:
    """Find the outcome phrases of a sentence, by the index of their first word."""
    table = _outcomes()
    found: dict[int, Trigger] = {}
    after = 0
    for index, word in enumerate(words.words):
        if index < after or word not in table:
            continue
        for phrase in table[word]:
            last = index + len(phrase.words)
            if tuple(words.words[index:last]) == phrase.words:
                found[index] = Trigger(
                    index, last, phrase.outcome, phrase.form, phrase.known_noun_only
                )
                after = last
                break
    return found


def read_groups_ur(words: Words, triggers: Mapping[int, Trigger]) -> list[Group]:
    """Find the numbered and singular noun phrases of a sentence, in order."""
    groups: list[Group] = []
    after = 0
    for index, word in enumerate(words.words):
        if index < after:
            continue
        group = None
        if word in STARTERS_UR or word[0].isdigit():
            group = _numbered(words, index, triggers)
        elif word in {"کوئی", "کسی"}:
            group = _nobody(words, index, triggers)
        elif word in _ORDINALS:
            group = _ordinal(words, index, triggers)
        if group is None and word in _OTHERS and _is_other_dead(words, index, triggers):
            one = Quantity(index, index + 1, 1, 1, 1)
            group = Group(
                index, index + 1, one, (index + 1,) * 2, "person", "unknown", implied=True
            )
        if group is None:
            group = _bare(words, index)
        if group is not None:
            groups.append(group)
            after = group.last
    return groups


def _is_other_dead(words: Words, index: int, triggers: Mapping[int, Trigger]) -> bool:
    """Whether "the other" is a man: an outcome follows, maybe after "on the way to hospital"."""
    for at in range(index + 1, index + _OTHER_REACH):
        if at in triggers:
            return at == index + 1 or words.at(at - 1) in _BEFORE_OUTCOME
        word = words.at(at)
        if not word[:1].isalpha() or word in _ENDING or word in STARTERS_UR or is_noun(word):
            return False
    return False


def is_noun(word: str) -> bool:
    """Whether a list has a word: as a victim, an animal or a thing."""
    return any(phrase == (word,) for phrase, _ in _nouns().get(word, ()))


def _noun_at(words: Words, at: int) -> tuple[int, Noun] | None:
    """Return where the longest victim noun that begins at a word ends."""
    for phrase, noun in _nouns().get(words.at(at), ()):
        if tuple(words.words[at : at + len(phrase)]) == phrase:
            return at + len(phrase), noun
    return None


def _head(words: Words, at: int, triggers: Mapping[int, Trigger]) -> tuple[int, Noun] | None:
    """Find the noun that a number counts, past a few modifiers."""
    found = None
    for index in range(at, min(at + _MAX_MODIFIERS, len(words.words))):
        word = words.words[index]
        if word in _STOPS or not word[0].isalpha():
            break
        if index in triggers:
            if _is_attribute(words, triggers[index]):
                continue
            break
        noun = _noun_at(words, index)
        if noun is None:
            if found is not None:
                break
            continue
        found = noun
        further = _noun_at(words, noun[0])
        thing = further is not None and further[1].side in {"thing", "animal"}
        counted = thing and noun[1].side not in {"thing", "animal"}
        if further is not None and words.at(noun[0]) not in _STOPS and not counted:
            found = further
        break
    return found


def _is_attribute(words: Words, trigger: Trigger) -> bool:
    """Whether an outcome word stands before its noun: "two wounded policemen"."""
    states = trigger.outcome in {"injured", "missing"} and trigger.last == trigger.first + 1
    return states and trigger.form == "verb" and _noun_at(words, trigger.last) is not None


def _is_owned(words: Words, index: int) -> bool:
    """Whether "his", "her" stands before a word: "his mother"."""
    return words.at(index - 1) in _OWNED and words.at(index - 2) in _OWNERS


def _owner_at(words: Words, index: int) -> int | None:
    """Return where "his young daughter" begins, before the noun and its adjectives."""
    at = index
    while at > index - _MAX_MODIFIERS and words.at(at - 1) in _OF_KIN:
        at -= 1
    owned = words.at(at - 1) in _OWNED and words.at(at - 2) in _OWNERS
    return at - 2 if owned else None


def _numbered(words: Words, index: int, triggers: Mapping[int, Trigger]) -> Group | None:
    quantity = read_quantity_ur(words.words, index)
    if quantity is None:
        return None
    at = quantity.last
    aged = _aged(words, index, at + 1, triggers) if words.at(at) == "سالہ" else None
    if aged is not None:
        return aged
    head = _head(words, at, triggers)
    if head is None:
        return Group(index, at, quantity, (at, at), "none", "unknown")
    last, noun = head
    kind = noun.side if noun.side in {"thing", "animal"} else "person"
    homeland = "وطن" in words.words[max(index - 2, 0) : last]
    side = "security_forces" if homeland and noun.side == "civilians" else noun.side
    if words.words[last - 1] in _MEMBERS and words.at(index - 1) in _OWNED:
        named = tuple(words.words[max(index - 4, 0) : index - 1])
        side = "militants" if any(named[-len(n) :] == n for n in _ARMED_GROUPS) else side
    return Group(index - 2 * _is_owned(words, index), last, quantity, (at, last), kind, side)


def _aged(words: Words, index: int, at: int, triggers: Mapping[int, Trigger]) -> Group | None:
    """Read "a teacher aged 35": the number is an age, and counts one."""
    head = _head(words, at, triggers)
    if head is None or not head[1].singular or head[1].side in {"thing", "animal"}:
        return None
    one = Quantity(index, head[0], 1, 1, 1)
    first = index - 2 * _is_owned(words, index)
    return Group(first, head[0], one, (at, head[0]), "person", head[1].side, implied=True)


def _ordinal(words: Words, index: int, triggers: Mapping[int, Trigger]) -> Group | None:
    """Read "the fifth policeman", "a sixth of the wounded"."""
    head = _head(words, index + 1, triggers)
    wounded = words.at(index + 1) in _WOUNDED
    if head is None and not wounded:
        return None
    last, side = (head[0], head[1].side) if head else (index + 2, "unknown")
    if side in {"thing", "animal"}:
        return None
    one = Quantity(index, index + 1, 1, 1, 1)
    group = Group(index, last, one, (index + 1, last), "person", side, implied=True)
    group.ordinal = _ORDINALS[words.words[index]]
    return group


def _nobody(words: Words, index: int, triggers: Mapping[int, Trigger]) -> Group | None:
    head = _head(words, index + 1, triggers)
    last = head[0] if head else index + 1
    side = head[1].side if head else "unknown"
    if side in {"thing", "animal"}:
        return None
    zero = Quantity(index, index + 1, 0, 0, 0)
    return Group(index, last, zero, (index + 1, last), "person", side)


def _bare(words: Words, index: int) -> Group | None:
    """Read a noun without a number; only a singular one can count, as one."""
    noun = _noun_at(words, index)
    if noun is None or (noun[1].side in {"thing", "animal"}):
        return None
    last, found = noun
    owner = _owner_at(words, index)
    first = index if owner is None else owner
    one_of_them = words.words[last - 1] in _OBLIQUE_ONE and words.at(last) in _POSTPOSITIONS
    single = found.pair or (found.singular and not found.plural) or one_of_them
    kind = "person" if single else "many"
    number = 2 if found.pair else 1
    one = Quantity(index, last, number, number, number)
    return Group(first, last, one, (index, last), kind, found.side, implied=True, bare=True)
