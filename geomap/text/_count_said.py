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
    "counted counts recorded listed lists treated received admitted admits conceded concedes puts "
    "owned owns"
)
_ACCOUNTS = frozenset({"account", "count", "reckoning"})
"""What figures are told by: "two soldiers died, by the group's account"."""
_OWNERS = 3
_CARES = frozenset({"treated", "received", "admitted"})
_SAID_OF_THEM = [["said", "to", "be"], ["said", "to", "have"]]
"""Of whom this is said, he does not speak: "two militants said to be Afghans"."""
_ADMITS = frozenset({"admitted", "admits"})
_OF_LOSS = word_set("loss losses losing that only it having")
"""What is admitted by one who speaks: "admitted the loss of two"."""
_OWNS = frozenset({"owned", "owns"})
_CLAIMS = frozenset({"claimed", "claims", "claim", "claiming", "responsibility"})
_DENIES = frozenset({"denied", "denies", "deny", "rejected", "refuted", "dismissed", "denying"})
_OTHERS = frozenset({";", "while", "but", "whereas"})
"""Words that part a figure from a speaker after it."""
_REVERSAL = frozenset(
    {"but", "however", ";", ":", "though", "although", "saying", "adding", "insisting"}
)
"""Words after which the one who denies tells what is so."""
_DENIER = frozenset({"who", "and", "he", "she", "it", "they", "also", "instead"})
"""Words for the one who denies, before a verb of saying: "dismissed by officials, who said"."""
_NO_PART = frozenset({"any", "involvement", "responsibility"})
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "being"})
_ALSO_OF_MEN = frozenset({"dismissed", "rejected"})
_WORD_OF_IT = word_set(
    "claim claims report reports rumour rumours rumor rumors assertion assertions allegation "
    "allegations figure figures toll number statement statements impression suggestion "
    "suggestions propaganda news that"
)
"""What is dismissed or rejected where something is denied."""
_NEXT_CLAIM = _WORD_OF_IT - {"that", "number", "toll", "figure"} | {";", ":"}
"""Between a figure and a denial in the passive: another thing is denied."""
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
            if word in _ACCOUNTS and "by" in self.words[max(at - _OWNERS, 0) : at]:
                self.verbs.append((at, _strongest(self.words[max(at - _OWNERS, 0) : at])))
            if word in _SAYS and [word, *self.words[at + 1 : at + 3]] not in _SAID_OF_THEM:
                who = self._speaker(at)
                if self.verbs and self.words[at - 1] in {"and", "also"}:
                    who = self.verbs[-1][1] or who
                if not self._is_word_of(at, who):
                    continue
                self.verbs.append((at, who))

    def _is_word_of(self, at: int, who: str) -> bool:
        """Whether a verb of speech is one here: "admitted losing two", not "admitted to a ward"."""
        following = self.words[at + 1 : at + 3]
        if self.words[at] in _OWNS:
            return following[:1] == ["to"]
        if self.words[at] not in _CARES or who == "hospital":
            return True
        if self.words[at] in _ADMITS and not _OF_LOSS.isdisjoint(following):
            return True
        return who == "claimant" and self.words[at] == "admitted"

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
        """Whether what begins at a word is said not to be so.

        A denial in the passive is of the claim before it, one in the active of what comes after it,
        until the one who denies tells what is so.
        """
        for at, _ in self.verbs:
            if self.words[at] not in _DENIES or not self._is_of_word(at):
                continue
            passive = at > 0 and self.words[at - 1] in _PASSIVE
            if at > first:
                return passive and _NEXT_CLAIM.isdisjoint(self.words[first:at])
            if not passive and not self._reverses(at, first):
                return True
        return False

    def _is_of_word(self, at: int) -> bool:
        """Whether it is words that are dismissed or rejected, not people or an appeal."""
        return self.words[at] not in _ALSO_OF_MEN or not _WORD_OF_IT.isdisjoint(self.words)

    def _reverses(self, at: int, first: int) -> bool:
        """Whether, between a denial and a figure, the one who denies begins to tell what is so."""
        between = self.words[at + 1 : first]
        if not _REVERSAL.isdisjoint(between) or (between[:1] and between[0] in _NO_PART):
            return True
        return any(
            at < verb < first
            and self.words[verb] not in _DENIES | _CLAIMS
            and self.words[verb - 1] in _DENIER
            for verb, _ in self.verbs
        )

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
_OTHERS_UR = word_set("تاہم لیکن مگر جبکہ")
_ANSWERS = frozenset({"official", "hospital"})


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
        self.who = self._speaker(0)
        claimed = [at for at, word in enumerate(self.words) if word == "دعوی"]
        breaks = [at for at, word in enumerate(self.words) if word in _OTHERS_UR]
        after = [at for at in breaks if claimed and at > claimed[0]]
        self.turn = after[0] if after else len(self.words)
        self.then = self._speaker(self.turn) if after else self.who

    def speaker(self, first: int) -> str:
        """Return who gives the figures of the sentence, another one behind a claim and "but"."""
        if first >= self.turn and self.then in _ANSWERS:
            return self.then
        return self.who

    def denied(self, first: int) -> bool:
        """Whether the sentence says that it is not so."""
        return "تردید" in self.words[first:]

    def _speaker(self, start: int) -> str:
        cues = [at for at, word in enumerate(self.words) if word in _SAYS_UR and at >= start]
        for at in cues:
            window = f" {' '.join(self.words[max(at - _CUE_REACH, start) : at])} "
            found = {speaker for phrase, speaker in _speakers_ur() if phrase in window}
            if self.words[at] == "دعوی" and "official" not in found:
                return "claimant"
            if found:
                told = self.words[start:]
                claims = "دعوی" in told or "قبول" in told
                order = _OVERRIDES if claims else _OFFICIAL_FIRST
                return next(speaker for speaker in order if speaker in found)
        if "دعوی" in self.words[start:]:
            return "claimant"
        return "unstated"
