r"""What every match of a regular expression must hold, read off the expression.

`needed_words` gives words of which each match has one: where none stands, the expression need not
be tried. `guarded` compiles one with a look ahead at the first letter, for many alternatives: a
place that begins none of them is passed over at once, not after each alternative was tried there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from string import ascii_lowercase
from typing import Any

__all__ = ["commonness", "guarded", "is_rare", "lower_case", "needed_words"]

_SAME_CASE = {"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"}
"""Letters that expressions without case take for others, but `str.lower` does not."""


def lower_case(text: str) -> str:
    """Return a text in lower case, of the same length, as expressions without case read it."""
    if not text.isascii():
        for letter, plain in _SAME_CASE.items():
            if letter in text:
                text = text.replace(letter, plain)
    return text.lower()


_TOO_COMMON = 1.2
"""Words are no help where together they stand in most sentences: "in", "of"."""
_SHARES = {
    2: "a an the in of on to and we is are th he ed er",
    0.5: "was for his not had has who at re nd en ha se es",
    0.25: "from with that this were have been said aid ing ere",
    0.2: "day men ted led ill ation",
    0.1: "attack attacks killed killing kill police polic olice people district operation "
    "operations incident incidents report two off over our her ies",
    0.05: "area road home near here other when which after before last their they them there "
    "three four five injured injur wounded wound fire bomb dead state security force forces "
    "militant militants official officials officer group government person work resident "
    "claim claimed spokes spoke call called came come would ould will told days hour hours side "
    "hospital office quetta balochistan",
    0.03: "according army around behind being bodies closed close condemn condemned death died "
    "explo explosive fired firing house injuries left local media men members member minister "
    "mine month name named night outside part pass personnel place province railway reported "
    "separate seven shot since six some suspected suspect taken take took town traffic truck "
    "vehicle vehicles victims week went where workers worker year",
    0.01: "gas bull ox oxen train horse camel",
}
_COMMON_WORDS: dict[str, float] = dict.fromkeys(ascii_lowercase, 2)
_COMMON_WORDS |= {word: share for share, words in _SHARES.items() for word in words.split()}
"""The share of sentences of news that hold a word, or letters of one, where it is not as others."""


def commonness(words: Iterable[str]) -> float:
    """Estimate how many sentences hold one of the words: short ones are common."""
    return sum(
        _COMMON_WORDS.get(word.lstrip())
        or (4.0 ** (1 - len(word)) if word[0] != " " else 4.0 ** (1.5 - len(word)))
        for word in words
    )


def is_rare(words: frozenset[str]) -> bool:
    """Whether words stand in few enough sentences to be of help."""
    return bool(words) and commonness(words) < _TOO_COMMON


def needed_words(expression: str, flags: int = 0) -> frozenset[str]:
    """Return words of which every match holds one, in lower case; none where unknown.

    A space before a word says that a word begins there; before it may stand any mark.
    """
    return _needed(parser.parse(expression, flags))


_Tree = Iterable[tuple[Any, Any]]
_ZERO_WIDTH = {code.AT, code.ASSERT, code.ASSERT_NOT}
_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT}


def _needed(tree: _Tree, *, at_word: bool = False) -> frozenset[str]:
    """Return the needed words of a parsed expression; `at_word`: it begins where a word does.

    In a sequence one part's words are enough: those that are rarest, as longer words are.
    """
    choices: list[frozenset[str]] = []
    run = " " if at_word else ""
    for operation, argument in (*tree, (None, None)):
        if operation is code.LITERAL:
            letter = lower_case(chr(argument))
            run = letter if run == " " and not letter.isalnum() else run + letter
        elif operation in _ZERO_WIDTH:
            run = _at_word(run, operation, argument)
        else:
            choices.append(frozenset({run} - {"", " "}))
            choices.append(_needed_part(operation, argument, at_word=run == " "))
            run = ""
    choices = [words for words in choices if words]
    best = min(choices, key=commonness, default=frozenset())
    return best if is_rare(best) else frozenset()


def _at_word(run: str, operation: Any, argument: Any) -> str:
    r"""Return letters read so far, with a space before them if this says that a word begins.

    It does: ``\b`` before a letter, ``(?<!\w)`` before it, ``(?<!\w\w)`` after it.
    """
    if operation is code.AT:
        return " " if argument is code.AT_BOUNDARY and not run else run
    if operation is code.ASSERT_NOT and argument[0] < 0:
        behind = [kind is code.IN and list(inner) == [_WORD_LETTER] for kind, inner in argument[1]]
        if behind == [True] and not run:
            return " "
        if behind == [True, True] and len(run) == 1 and run.isalnum():
            return " " + run
    return run


_WORD_LETTER = (code.CATEGORY, code.CATEGORY_WORD)


def _needed_part(operation: Any, argument: Any, *, at_word: bool) -> frozenset[str]:
    """Return the needed words of an alternation, a group or a repetition."""
    if operation is code.BRANCH:
        branches = [_needed(branch, at_word=at_word) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if operation is code.SUBPATTERN:
        return _needed(argument[3], at_word=at_word)
    if operation in _REPEATS and argument[0] > 0:
        return _needed(argument[2], at_word=at_word)
    return frozenset()


_Start = tuple[bool, int]
"""A letter that a match may begin with, and whether a word must begin there."""
_FEWEST = 3
"""So many alternatives must begin differently for a look ahead to be worth it."""
_WIDEST = 300
"""The largest range of letters that is looked at one by one."""


def guarded(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression with a look ahead at its first letter, where that helps."""
    ahead = _guard(expression, flags)
    return re.compile(f"{ahead}(?:{expression})" if ahead else expression, flags)


def _guard(expression: str, flags: int) -> str:
    """Return a look ahead that holds wherever a match can begin; "" where it would not help."""
    tree = list(parser.parse(expression, flags))
    if flags & re.VERBOSE or not (flags & re.IGNORECASE or _hides_starts(tree)):
        return ""  # where case counts the search itself looks at first letters
    starts = _starts(tree, at_word=False)
    if starts is None or len(starts) < _FEWEST:
        return ""
    parts = []
    for at_word, boundary in ((True, r"\b"), (False, "")):
        begun = [letter for word, letter in sorted(starts) if word == at_word]
        letters = "".join(re.escape(chr(letter)) for letter in begun)
        parts += [f"{boundary}[{letters}]"] if letters else []
    return f"(?={'|'.join(parts)})"


def _hides_starts(tree: Sequence[tuple[Any, Any]]) -> bool:
    """Whether alternatives begin with what has no width: no search looks at their first letters."""
    if len(tree) != 1 or tree[0][0] is not code.BRANCH:
        return False
    branches = tree[0][1][1]
    return len(branches) >= _FEWEST and any(
        branch[0][0] in _ZERO_WIDTH for branch in branches if len(branch)
    )


def _starts(tree: Sequence[tuple[Any, Any]], *, at_word: bool) -> set[_Start] | None:
    """Return the letters that a match may begin with; None where it may be any, or none at all."""
    for place, (operation, argument) in enumerate(tree):
        if operation in _ZERO_WIDTH:
            at_word = at_word or argument is code.AT_BOUNDARY
        elif operation in _REPEATS and argument[0] == 0:
            first = _starts(list(argument[2]), at_word=at_word)
            rest = _starts(tree[place + 1 :], at_word=at_word)
            return None if first is None or rest is None else first | rest
        else:
            return _starts_of(operation, argument, at_word=at_word)
    return None


def _starts_of(operation: Any, argument: Any, *, at_word: bool) -> set[_Start] | None:
    """Return the letters that one part of an expression may begin with."""
    if operation is code.LITERAL:
        return {(at_word, argument)}
    if operation is code.IN:
        return _letters_of(argument, at_word=at_word)
    if operation is code.SUBPATTERN:
        both_cases = argument[1] & re.IGNORECASE  # as letters they would be of one only
        return None if both_cases else _starts(list(argument[3]), at_word=at_word)
    if operation in _REPEATS:
        return _starts(list(argument[2]), at_word=at_word)
    if operation is not code.BRANCH:
        return None
    starts: set[_Start] = set()
    for branch in argument[1]:
        own = _starts(list(branch), at_word=at_word)
        if own is None:
            return None
        starts |= own
    return starts


def _letters_of(items: _Tree, *, at_word: bool) -> set[_Start] | None:
    """Return the letters of a class; None where it is open or wide."""
    letters: set[_Start] = set()
    for operation, argument in items:
        if operation is code.LITERAL:
            letters.add((at_word, argument))
        elif operation is code.RANGE and argument[1] - argument[0] < _WIDEST:
            letters |= {(at_word, letter) for letter in range(argument[0], argument[1] + 1)}
        else:
            return None
    return letters
