"""Whether a name that is also a word, a person or a people is used as a place name.

"حب" is Hub and love, "Tank" a town and a vehicle, "Wazir" a town and a tribe. Such a name needs a
cue: a level word, a preposition or postposition, a list with other places, an institution named
after it, a dateline. Which cues suffice is data (`data/common_words.csv`); some phrases never name
the place ("صحت مند"; `data/ordinary_use.csv`). One certain use in the article or its title is a
cue for the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.places.names import fold_name
from geomap.text._name_spans import NameSpan
from geomap.text._role_actors import is_actor_urdu
from geomap.text.expressions import guarded
from geomap.text.patterns import Pattern

__all__ = ["accepted_names", "certain_keys", "needs_cue"]

_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sardar|Nawab|Nawabzada|Mir|Haji|Syed|Sayed|Mufti|Maulana|Maulvi|Justice|"
    r"Senator|Prof|Professor|Engineer|Barrister|Advocate|Chaudhry|Chaudhary|Sheikh|Mullah|Molvi|"
    r"Muhammad|Mohammad|Mohammed|Abdul|Ghulam|Sir|Begum|Pir|Gen|Lt|Maj|Col|Brig|Capt|Captain|Major|"
    r"Subedar|Naik|Havildar|Sepoy|Constable)\.?\s+$",
)
_SURNAMES = re.compile(
    r"\s+(?:Khan|Ali|Baloch|Bugti|Marri|Mengal|Ahmed|Ahmad|Hussain|Shah|Raisani|Langove|Zehri|"
    r"Rind|Achakzai|Kakar|Bizenjo|Magsi|Jamali|Mehsud|Wazir|Afridi|Singh|Iqbal|Malik|ur-Rehman|"
    r"Rehman|Kamal|Akhtar|Aziz|Naqvi|Chaudhry|Qureshi|Butt|Sharif|Bhutto|Zardari|Lal|Kumar|Das|Ram|"
    r"Devi|Masih|Bibi|Begum|Jan|Zaman|Badini|Notezai|Yousafzai|Khattak|Marwat|Gandapur|Kasi|Tareen|"
    r"Umrani|Khosa|Domki|Lehri|Shahwani|Sasoli|Mohammad|Muhammad|Mohammed|Hassan|Abbasi)\b"
    r"(?!\s*(?:district|road|chowk|tehsil|area))",
)
_SHORT_LATIN, _SHORT_URDU = 3, 2
_MAY_END_LOW = frozenset(
    {"district", "tehsil", "taluka", "division", "province", "agency", "subdivision"}
)

_CUE_BEFORE = guarded(
    r"\b(?:in|at|near|from|to|outside|around|between|towards?|via|through|across|reach(?:ed|ing)?|"
    r"including|namely|of|into|beyond|inside|above|below|past|off|overlooking|rural|urban|area|town|city|village|district|tehsil|hit|hits|hitting|rocked|"
    r"struck|left|leaving|enter(?:ed)?|visit(?:ed)?|PS|DHQ|THQ|DC|DPO|linking|links|connecting|"
    r"neighbouring|nearby|divisional|deputy\s+commissioner|assistant\s+commissioner)\s+"
    r"(?:the\s+)?(?:(?:nearby|neighbouring|downtown|central|southern|northern|eastern|western|remote|"
    r"mountainous|hilly|restive|border|coastal|troubled|volatile|industrial|mining)\s+)?$"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{1,2})?(?:,?\s+\d{4})?\s*[:–—.]\s+$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+\d{1,2}\s*[:–—.]\s+$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"\s+(?:district|tehsil|division|province|town|city|area|bazaar|bazar|village|valley|jail|"
    r"coalfield|coal|station|railway|road|highway|bypass|cantonment|dam|crossing|border|pass|"
    r"airport|port|sector|subdivision|sub-division|agency|taluka|residents|region|range|police|levies|administration|"
    r"deputy\s+commissioner|assistant\s+commissioner|university|college|hospital|civil\s+hospital|"
    r"press\s+club|chamber|traders|scouts|rifles|militia|gas\s+field|Southern\s+Gas|Northern\s+Gas|"
    r"industrial|river|Valley\s+[A-Z]|bound|attack|blast|bombing|incident|operation)\b|\s*:\s|"
    r",\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s+(?:district|tehsil|division)\b|-based\b|-bound\b|"
    r"['’]s\s|\s+\([A-Z]|-[A-Z][a-z]+\s+(?:road|highway|track|railway|line)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(
    r"\b(?:in|at|near|from|In|At|Near)\s+(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+['’]s\s+$"
)
_STRICT_BEFORE = re.compile(
    r"\b(?:in|at|near|from|outside|around|towards?|reach(?:ed|ing)?|area|town|city|village|district|"
    r"tehsil)\s+(?:the\s+|nearby\s+|downtown\s+)?$",
    re.IGNORECASE,
)
_STRICT_AFTER = re.compile(
    r"\s+(?:district|tehsil|town|area|bazaar|village|valley|subdivision|union\s+council|road)\b"
)
_SENTENCE_END = re.compile(
    r"\s*(?:[.,;:)]|$|\s(?:on|and|at|late|early|when|where|who|was|were|during)\b)"
)
_LIST_GAP = re.compile(r"\s*(?:,|،|and|or|,\s+and|اور|-|–|to|یا)\s*")

_URDU_LEVEL = (
    r"(?:ضلع|تحصیل|علاقے|علاقہ|شہر|قصبے|قصبہ|صوبے|صوبہ|وادی|گاؤں|ضلعے|مقام|موضع|گوٹھ|دیہات|درہ|درۂ)"
)
_URDU_LEVEL_BEFORE = Pattern(rf"(?:^|\s){_URDU_LEVEL}\s+$")
_URDU_CUE_BEFORE = re.compile(rf"(?:^|\s)(?:{_URDU_LEVEL}|میں|کے|سے|تعلق)\s+$")
_PLACE_AFTER = (
    r"شہر|بازار|تھان[ےہ]|ڈویژن|تحصیل|ضلع\s+(?:میں|کے|کی)|سیکٹر|ٹاؤن|کینٹ|چھاؤنی|ریلوے|اسٹیشن|ٹول\s+پلازہ|پل\s+(?:کے|پر)|بائی\s?پاس|روڈ|ایئرپورٹ|چوک|ندی|کے\s+(?:\S+\s+){0,2}?(?:علاق|نواح|مضافات|قریب|مقام|درمیان|"
    r"بازار|پہاڑ|گاؤں|کچے|صنعتی|سرحدی|وسط|مرکز|سول\s+ہسپتال|ہسپتال|ضلعی|رہائشی|راستے|داخلی)|کی\s+(?:\S+\s+){0,2}?(?:تحصیل|طرف|جانب|حدود|کان|سڑک|"
    r"پہاڑ|بندرگاہ|سرحد|وادی|مقامی|ضلعی)|جانے|سمیت|تک(?!\S)"
)
_URDU_PLACE_AFTER = re.compile(rf"\s*(?::|،)|\s+\(|\s+(?:{_PLACE_AFTER})")
_URDU_IN_AFTER = re.compile(r"\s+(?:میں|پر|سے)(?!\S)")
_URDU_ANY_AFTER = re.compile(r"\s+(?:میں|پر|سے|کے|کی|کا|کو|تک|نے|منتقل|روانہ|اور)(?!\S)")


def accepted_names(
    text: str, names: Sequence[NameSpan], upper_keys: frozenset[str], certain: frozenset[str]
) -> list[NameSpan]:
    """Keep the names that are written and used as place names.

    Parameters
    ----------
    text
        The article's text.
    names
        Names found in it, in text order.
    upper_keys
        Keys that stand for a place only in capitals.
    certain
        Keys that the article's title uses for places.
    """
    written = [name for name in names if _is_written_as_name(text, name, upper_keys)]
    free = [not needs_cue(name) for name in written]
    sure = [
        not is_ordinary(text, name) and (free[index] or _has_cue(text, name))
        for index, name in enumerate(written)
    ]
    _spread_over_lists(text, written, sure)
    known = certain | {name.key for name, is_sure in zip(written, sure, strict=True) if is_sure}
    return [
        name
        for name, is_sure in zip(written, sure, strict=True)
        if is_sure or (name.key in known and _may_repeat(text, name))
    ]


def certain_keys(
    title: str, names: Sequence[NameSpan], upper_keys: frozenset[str]
) -> frozenset[str]:
    """Return the keys of the names that a title uses for places."""
    found = accepted_names(title, names, upper_keys, frozenset())
    return frozenset(name.key for name in found)


def needs_cue(name: NameSpan) -> bool:
    """Whether a name alone does not tell that a place is meant."""
    if name.key in _common_words():
        return True
    if len(name.key) <= _SHORT_URDU and not name.key.isascii():
        return True
    return all(entry.ambiguous for entry in name.entries)


@per_lexicons
def _common_words() -> dict[str, str]:
    """Return the folded names that are also everyday words, and the cue that each needs."""
    rows = reversed(lexicon_rows("common_words.csv"))  # the first of a word counts
    return {fold_name(row["word"]): row["cue"] for row in rows}


@per_lexicons
def _ordinary_use() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    """Return for each word what before or after it makes it no place."""
    found = {}
    for row in reversed(lexicon_rows("ordinary_use.csv")):
        before, after = (
            "|".join(map(re.escape, row[side].split("|"))) for side in ("before", "after")
        )
        found[fold_name(row["word"])] = (
            re.compile(rf"(?:^|\s)(?:{before})\s+$") if before else None,
            re.compile(rf"[\s\u200c]*(?:{after})") if after else None,
        )
    return found


def is_ordinary(text: str, name: NameSpan) -> bool:
    """Whether a name stands in a phrase in which it names no place."""
    use = _ordinary_use().get(name.key)
    if use is None:
        return False
    before, after = use
    left = text[max(0, name.start - 30) : name.start]
    return bool(
        (before is not None and before.search(left))
        or (after is not None and after.match(text, name.end))
    )


_ALSO_AS_A_WORD = frozenset({"fata"})
"""Letters that newspapers also write like a word: "elsewhere in Fata"."""


def _is_written_as_name(text: str, name: NameSpan, upper_keys: frozenset[str]) -> bool:
    if not name.key.isascii():
        return True
    source = text[name.start : name.end]
    if not source[0].isupper():
        return source[0].isdigit()
    if not source.replace(".", "").isupper() and (
        len(name.key) < _SHORT_LATIN or (name.key in upper_keys and name.key not in _ALSO_AS_A_WORD)
    ):
        return False
    words = source.split()
    if len(words) > 1 and not (words[-1][0].isupper() or _may_end_low(words[-1], name)):
        return False
    before = text[max(0, name.start - 16) : name.start]
    if _TITLES.search(before) or text.startswith("$", name.end):
        return False
    if len(words) == 1 and _is_surname(text, name):
        return False
    return not (len(words) == 1 and _SURNAMES.match(text, name.end))


_NO_FIRST_NAME = (
    r"(?!(?:In|At|On|Near|From|To|Of|For|By|And|But|While|When|After|The|State|Police|Levies|Hospital|"
    r"Jail|University|College|District|Tehsil|City|Upper|Lower|North|South|East|West|Greater|New|Dera|"
    r"Mir|Killa|Qila|Fort|Commissioner|Officer|Superintendent|General|Minister|Secretary|Governor|Inspector|"
    r"Chief|Mayor|Nazim|Department|Administration|Government|Corps|Command|Division|Court|Council|Club|"
    r"Association|Union|Party|Range|Region|Agency|Province|Front|Movement|Army|Force|Board|Authority|Islamic)\s)"
)
_FIRST_NAME = re.compile(
    rf"[a-z,.;:]\s{_NO_FIRST_NAME}[A-Z][a-z]+\s(?:{_NO_FIRST_NAME}[A-Z][a-z]+\s)?$"
)
_PERSON_AFTER = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,4}?(?:officer|official|superintendent|spokes\w+|chief|head|minister|leader|"
    r"member|commander|lawyer|activist|doctor|journalist|relative|commissioner|constable|police)\b"
    r"|,\s+(?:who|whose)\b|\s+(?:said|told|added)\b"
)
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]f|[Nn]ear|[Ff]rom|[Tt]o|the|and|or)\s[A-Z][a-z]+\s(?:[A-Z][a-z]+\s)?$"
)


def _is_surname(text: str, name: NameSpan) -> bool:
    """Whether a name ends a person's, whose post or words follow: "Karim Mohmand, a doctor"."""
    left = text[max(0, name.start - 40) : name.start]
    if not left.endswith(" ") or _FIRST_NAME.search(left) is None or _PLACED.search(left):
        return False
    return _PERSON_AFTER.match(text, name.end) is not None


def _may_end_low(word: str, name: NameSpan) -> bool:
    """Whether the last word of a name may be small: "Hub dam", "Kech district"."""
    return word.lower() in _MAY_END_LOW or any(
        entry.level in {"line", "site", "tehsil"} for entry in name.entries
    )


_LINE_START = re.compile(r"(?:^|\n)[ \t*]*$")
_DATELINE_AFTER = re.compile(r"\s{0,2}(?::|\(|۔|،\s*[\d۰-۹])")


def _has_cue(text: str, name: NameSpan) -> bool:
    left = text[max(0, name.start - 40) : name.start]
    if not name.key.isascii():
        return _has_urdu_cue(text, name, left)
    if _common_words().get(name.key) == "strict":
        if _STRICT_AFTER.match(text, name.end):
            return True
        if name.entries[0].level == "line" and left.endswith(" the "):
            return re.match(r"\s+[A-Z]", text[name.end : name.end + 2]) is None
        placed = _STRICT_BEFORE.search(left) is not None
        return placed and _SENTENCE_END.match(text, name.end) is not None
    return bool(
        _CUE_BEFORE.search(left) or _POSSESSED.search(left) or _CUE_AFTER.match(text, name.end)
    )


def _has_urdu_cue(text: str, name: NameSpan, left: str) -> bool:
    cue = _common_words().get(name.key, "after")
    if _URDU_LEVEL_BEFORE.search(left):
        return True
    start = max(0, name.start - 40)
    if cue != "level" and is_actor_urdu(text, name.start, name.end, sentence_start=start):
        return True
    if _DATELINE_AFTER.match(text, name.end) and _LINE_START.search(left):
        return True
    if cue == "level":
        return False
    if _URDU_PLACE_AFTER.match(text, name.end):
        return True
    if cue == "in":
        return re.match(r"\s+میں(?!\S)", text[name.end : name.end + 6]) is not None
    if _URDU_IN_AFTER.match(text, name.end):
        return True
    if name.key in _common_words():
        return _URDU_ANY_AFTER.match(text, name.end) is not None
    return _URDU_CUE_BEFORE.search(left) is not None


def _spread_over_lists(text: str, names: Sequence[NameSpan], sure: list[bool]) -> None:
    """Mark names that stand in a list with a certain one: "Nal, Bela and Mand"."""
    last = len(names) - 1
    order = [(index, index + 1) for index in range(last)]
    order += [(index, index - 1) for index in range(last, 0, -1)]
    for known, other in order:
        if not sure[known] or sure[other]:
            continue
        name = names[other]
        if _common_words().get(name.key) in {"level", "strict"} or is_ordinary(text, name):
            continue
        first, second = sorted((names[known], name), key=lambda one: one.start)
        sure[other] = _LIST_GAP.fullmatch(text, first.end, second.start) is not None


def _may_repeat(text: str, name: NameSpan) -> bool:
    """Whether a name that stands for a place elsewhere in the article may do so here."""
    if is_ordinary(text, name):
        return False
    cue = _common_words().get(name.key)
    if cue in {None, "after", "usual"}:
        return True
    return not name.key.isascii() and _URDU_IN_AFTER.match(text, name.end) is not None
