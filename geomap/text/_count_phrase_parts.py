"""What the phrases that tell of an outcome are made of: wounds, limbs, missiles, numbers."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ALIVE",
    "CLINIC",
    "HURT",
    "LIMB",
    "LOST",
    "MEN",
    "MISSILE",
    "MOVED",
    "NUMBER",
    "SHOOTERS",
    "SORTS",
    "THEIR",
    "TRUNK",
    "WORD",
    "WORDS",
    "WOUND",
    "Phrase",
]


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


WORD = (
    r"(?:(?!(?:no|any|not|nor|neither|without|when|while|after|that|which|who|by|in|from|to|with|"
    r"of) )[a-z\d][\w'-]* )"
)
WORDS = rf"{WORD}{{0,5}}?"
HURT = (
    r"(?:injur(?:y|ies)|wounds?|burns?|splinters?|shrapnel|pellets?|bullets?|fractures?|bruises|"
    r"cuts|lacerations|concussions?|graz(?:e|es)|gash(?:es)?|blisters|sprains?)"
    r"(?: (?:injur(?:y|ies)|wounds?))?\b"
)
DAMAGED = (
    r"(?:broken|fractured|grazed|sprained|shattered|crushed|dislocated|bruised|burnt|burned|"
    r"wounded|injured|severed|amputated|bleeding)"
)
MISSILE = (
    r"(?:bullets?|shrapnel|splinters?|pellets?|gunfire|gunshots?|rounds?|fragments?|shots?|stones?|"
    r"shells?)\b"
)
SHOOTERS = r"(?:snipers?|gunm[ae]n|assassins?|marksm[ae]n)\b"
LIMB = (
    r"(?:legs?|foot|feet|arms?|hands?|shoulders?|thighs?|knees?|hip|ankle|elbow|wrist|fingers?|"
    r"toes?|limbs?|palms?|heels?|thumbs?|forearms?|shins?|calf)\b"
)
TRUNK = (
    r"(?:head|chest|neck|face|back|stomach|abdomen|belly|jaw|torso|groin|ribs?|eyes?|skull|spine|"
    r"waist|forehead|cheeks?|ears?|nose|pelvis|collarbones?|lungs?)\b"
)
WOUND = (
    rf"(?:{HURT}|{DAMAGED} (?:(?:left|right|upper|lower) )?(?:{LIMB}|{TRUNK}|bones?\b|vertebrae\b))"
)
"""A wound by its name, or a part of the body that is broken, grazed or burnt."""
THEIR = r"(?:(?:a|an|one|both|two|the|his|her|their|its|left|right|upper|lower) ){0,3}"
SORTS = (
    r"(?:(?:an?|his|her|their|one|two|three|several|multiple|many|serious|severe|minor|slight|grave|"
    r"light|deep|bad|critical|fatal|bullet|gunshot|splinter|shrapnel|pellet|burn|head|facial|"
    r"chest|leg|multiple|compound|second-degree|third-degree) ){0,4}?"
)
NUMBER = (
    r"(?:(?:at least|about|some|over|nearly|more than|around|up to|as many as) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty[\w-]*|thirty[\w-]*|"
    r"forty[\w-]*|fifty[\w-]*|sixty|dozens|scores|several|many)"
)
MEN = (
    r"(?:men|man|soldiers?|fighters?|personnel|members?|militants?|policem[ae]n|jawans?|comrades?|"
    r"cadres?|troops|officers?|associates?|commanders?|sarmachars?|guards?|constables?|captain|"
    r"major|lieutenant|sepoys?|naiks?|havildars?|subedars?)\b"
)
CLINIC = (
    r"(?:hospitals?|dhq|thq|bhu|cmh|infirmary|clinic|trauma cent(?:re|er)|"
    r"medical (?:complex|cent(?:re|er)))\b"
)
ALIVE = r"(?:(?!(?:dead|died|body|bodies|corpses?) )[a-z\d(][\w'-]* |[,()] )"
MOVED = "shifted taken moved rushed brought airlifted flown evacuated referred ferried carried"
LOST = "lost lose loses losing"
