"""Who gives a figure, and whether it is denied, from the reporting words of its sentence."""

from __future__ import annotations

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text._count_tokens import Words
from geomap.text._count_words import PREPOSITIONS, word_set
from geomap.text._count_words_ur import fold_word

__all__ = ["Said", "SaidUrdu"]

_SAYS = word_set(
    "said says say told tells claimed claims claim claiming confirmed confirms confirming "
    "reported reports announced announces announcing stated states added adds according put "
    "maintained disclosed revealed informed declared asserted acknowledged admitted "
    "quoted insisted denied denies rejected refuted dismissed gave gives given spoke speaks spoken "
    "counted counts recorded listed lists treated received admitted"
)
_CARES = frozenset({"treated", "received", "admitted"})
_CLAIMS = frozenset({"claimed", "claims", "claim", "claiming", "responsibility"})
_DENIES = frozenset({"denied", "denies", "deny", "rejected", "refuted", "dismissed", "denying"})
_OTHERS = frozenset({";", "while", "but", "whereas"})
"""Words that part a figure from a speaker after it."""
_REVERSAL = frozenset(
    {"but", "however", ";", "though", "although", "saying", "adding", "insisting"}
)
"""Words after which the one who denies tells what is so."""
_OVERRIDES = ("hospital", "claimant", "company", "residents", "official", "spokesman")
_LIFE = frozenset({"life", "lives"})
_CLAUSE_STARTS = frozenset({"that", "when", "after", "but", "while", ";", "as"})
_INVERTS = frozenset({",", "”", '"', "’", "'", "."})
_ASIDES = frozenset({"who", "which", "requesting", "quoting", "citing", "also", "then"})
_SUBJECT_REACH = 14
_OBJECT_REACH = 7


@per_lexicons
def _speakers() -> dict[str, str]:
    rows = lexicon_rows("speakers.csv")
    return {row["word"]: row["speaker"] for row in rows if row["language"] == "en"}


class Said:
    """The reporting words of an English sentence."""

    def __init__(self, words: Words) -> None:
        self.words = words.words
        self.verbs: list[tuple[int, str]] = []
        for at, word in enumerate(self.words):
            if word in _SAYS:
                who = self._speaker(at)
                if self.verbs and self.words[at - 1] in {"and", "also"}:
                    who = self.verbs[-1][1] or who
                if word in _CARES and who != "hospital":
                    continue
                self.verbs.append((at, who))

    def speaker(self, first: int) -> str:
        """Return who gives the figure that begins at a word.

        The last reporting word before it decides, else the first after it.
        """
        known = [(at, who) for at, who in self.verbs if who]
        before = [who for at, who in known if at <= first]
        if before:
            return before[-1]
        if not known or not _OTHERS.isdisjoint(self.words[first : known[0][0]]):
            return "unstated"
        return known[0][1]

    def denied(self, first: int) -> bool:
        """Whether what begins at a word is said not to be so."""
        for at, _ in self.verbs:
            if self.words[at] in _DENIES and at > first:
                return at > 0 and self.words[at - 1] in {"was", "were", "been", "is"}
            if self.words[at] in _DENIES:
                between = self.words[at + 1 : first]
                aside = between[:1] and between[0] in {"any", "involvement", "responsibility"}
                if _REVERSAL.isdisjoint(between) and not aside:
                    return True
        return False

    def _speaker(self, at: int) -> str:
        """Return who stands before a reporting word, or right after it."""
        word = self.words[at]
        if word != "according":
            found = self._subject(at)
            if found == "spokesman" and word in _CLAIMS:
                return "claimant"
            if found:
                return found
            if word in _CLAIMS:
                following = self.words[at + 1 : at + 4]
                return "claimant" if _LIFE.isdisjoint(following) else ""
            if at and self.words[at - 1] not in _INVERTS:
                return ""
        following = []
        for after in self.words[at + 1 : at + 1 + _OBJECT_REACH]:
            if after == ";" or (following and after in {",", "."}):
                break
            following.append(after)
        return _strongest(following)

    def _subject(self, at: int) -> str:
        """Return the speaker nearest before a reporting word, part by part between commas."""
        part: list[str] = []
        for index in range(at - 1, max(at - _SUBJECT_REACH, 0) - 1, -1):
            word = self.words[index]
            if word in _SAYS and word not in _CLAIMS:
                break
            if word in _CLAUSE_STARTS:
                break
            if word == ",":
                found = _strongest(part)
                aside = not part or part[-1] in PREPOSITIONS or part[-1] in _ASIDES
                if found or not (aside or part[-1].endswith("ing")):
                    return found
            if word in {"no", "nobody"}:
                return "unstated"
            part = [] if word == "," else [*part, word]
        return _strongest(part)


def _strongest(words: list[str]) -> str:
    table = _speakers()
    found = {
        table[stem]
        for word in words
        if (stem := word.removesuffix("'s").removesuffix("’s")) in table
    }
    for speaker in _OVERRIDES:
        if speaker in found:
            return speaker
    return ""


_SAYS_UR = word_set("مطابق کہا بتایا دعوی بیان تصدیق کہنا اعلان بتائی قبول")
_OFFICIAL_FIRST = ("hospital", "residents", "company", "claimant", "official", "spokesman")
_CUE_REACH = 12


@per_lexicons
def _speakers_ur() -> list[tuple[str, str]]:
    rows = [row for row in lexicon_rows("speakers.csv") if row["language"] == "ur"]
    return [
        (f" {' '.join(fold_word(word) for word in row['word'].split())} ", row["speaker"])
        for row in rows
    ]


class SaidUrdu:
    """The reporting words of an Urdu sentence."""

    def __init__(self, words: Words) -> None:
        self.words = words.words
        self.who = self._speaker()

    def speaker(self, first: int) -> str:
        """Return who gives the figures of the sentence."""
        del first
        return self.who

    def denied(self, first: int) -> bool:
        """Whether the sentence says that it is not so."""
        return "تردید" in self.words[first:]

    def _speaker(self) -> str:
        cues = [at for at, word in enumerate(self.words) if word in _SAYS_UR]
        for at in cues:
            window = f" {' '.join(self.words[max(at - _CUE_REACH, 0) : at])} "
            found = {speaker for phrase, speaker in _speakers_ur() if phrase in window}
            if self.words[at] == "دعوی" and "official" not in found:
                return "claimant"
            if found:
                claims = "دعوی" in self.words or "قبول" in self.words
                order = _OVERRIDES if claims else _OFFICIAL_FIRST
                return next(speaker for speaker in order if speaker in found)
        if "دعوی" in self.words:
            return "claimant"
        return "unstated"
