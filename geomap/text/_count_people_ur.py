"""Outcome phrases and groups of people in an Urdu sentence."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text._count_groups import Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_numbers_ur import STARTERS_UR, read_quantity_ur
from geomap.text._count_tokens import Noun, Outcome, Trigger, Words, nouns, outcomes
from geomap.text._count_words import word_set
from geomap.text._count_words_ur import fold_word

__all__ = [
    "is_noun",
    "read_groups_ur",
    "read_triggers_ur",
    "titles",
]

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
_UNLISTED_WORDS = 2
_SPOT = word_set("موقع موقعے موقعہ")
_HOW = _SPOT | word_set("شدید معمولی بھی ہی کو بری طرح کل سب تمام بعد ازاں")
"""What may stand between the people and the word of harm: "on the spot", "gravely", "also"."""
_MEASURES = word_set(
    "گھنٹے گھنٹوں دن دنوں روز سال سالوں سالہ ماہ مہینے مہینوں ہفتے ہفتوں منٹ منٹوں بجے بار مرتبہ "
    "دفعہ فیصد کلو کلومیٹر میٹر فٹ میل روپے گنا بڑے تازہ مختلف الگ دیگر"
)
"""What a number counts that is no people: time, money, distance."""
_NO_PEOPLE = ("یاں", "یوں")
"""How the plural of many animals and things ends, and that of few people whom no list has."""
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


@per_lexicons
def titles() -> frozenset[str]:
    """Return words for one man of rank, whose verb stands in the plural."""
    rows = lexicon_rows("victims.csv")
    return frozenset(fold_word(row["word"]) for row in rows if row["form"] == "title")


def read_triggers_ur(words: Words) -> dict[int, Trigger]:
    """Find the outcome phrases of a sentence, by the index of their first word.

    The first word of "اغوا کار", a noun, is none.
    """
    table = _outcomes()
    found: dict[int, Trigger] = {}
    after = 0
    for index, word in enumerate(words.words):
        if index < after or word not in table:
            continue
        noun = _noun_at(words, index)
        if noun is not None and noun[0] > index + 1:
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
            one = Quantity(index, index + 1, 1, 1, 1, more=True)
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
        unlisted = _unlisted(words, at, triggers)
        if unlisted:
            return Group(index, unlisted, quantity, (at, unlisted), "person", "unknown")
        return Group(index, at, quantity, (at, at), "none", _whole_side(words, index))
    last, noun = head
    kind = noun.side if noun.side in {"thing", "animal"} else "person"
    homeland = "وطن" in words.words[max(index - 2, 0) : last]
    side = "security_forces" if homeland and noun.side == "civilians" else noun.side
    if words.words[last - 1] in _MEMBERS and words.at(index - 1) in _OWNED:
        named = tuple(words.words[max(index - 4, 0) : index - 1])
        side = "militants" if any(named[-len(n) :] == n for n in _armed_groups()) else side
    return Group(index - 2 * _is_owned(words, index), last, quantity, (at, last), kind, side)


def _unlisted(words: Words, at: int, triggers: Mapping[int, Trigger]) -> int:
    """Return where a noun that no list has ends: only people are killed or hurt; 0 if none does."""
    last = at
    while last - at < _UNLISTED_WORDS and _is_content(words.at(last)) and last not in triggers:
        last += 1
    if last == at or words.at(at) in _MEASURES or words.at(last - 1).endswith(_NO_PEOPLE):
        return 0
    behind = last
    while words.at(behind) in _HOW or (words.at(behind) == "پر" and words.at(behind - 1) in _SPOT):
        behind += 1
    harm = triggers.get(behind)
    told = harm is not None and harm.form == "verb" and harm.outcome in {"killed", "injured"}
    return last if told else 0


def _is_content(word: str) -> bool:
    return word[:1].isalpha() and not word.isascii() and word not in _STOPS | _HOW | STARTERS_UR


def _whole_side(words: Words, index: int) -> str:
    """Return the side of "two of the attackers"."""
    if (words.at(index - 2), words.at(index - 1)) != ("میں", "سے"):
        return "unknown"
    for first in range(index - 3, max(index - 6, -1), -1):
        noun = _noun_at(words, first)
        if noun is not None and noun[0] == index - 2 and noun[1].side not in {"thing", "animal"}:
            return noun[1].side
    return "unknown"


@per_lexicons
def _armed_groups() -> frozenset[tuple[str, ...]]:
    """Return the Urdu names of armed groups: whoever is "of" them is a militant."""
    rows = [row for row in lexicon_rows("actors.csv") if row["side"] == "militants"]
    names = [name for row in rows for name in row["name_ur"].split("|") if name]
    return frozenset(tuple(fold_word(word) for word in name.split()) for name in names)


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
