"""The small words of English that the grammar of casualties goes by.

Closed classes, not lexicons: what a person would extend (victims, outcomes, speakers) lies in
``geomap/data``.
"""

from __future__ import annotations

__all__ = [
    "ACCUSED",
    "ADVERBS",
    "ATTACKERS",
    "AUXILIARIES",
    "BE",
    "BREAKS",
    "CONJUNCTIVE",
    "DEAD_OR_HURT",
    "FAMILY",
    "FINITE",
    "HAVE",
    "INCLUDING",
    "LIFE_TAKEN",
    "MODALS",
    "NOT_ADVERBS",
    "PLANNED",
    "PREPOSITIONS",
    "SAYS",
    "STOPS",
    "TOLL_HEADS",
    "UPDATES",
    "VERBS",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


ATTACKER_WORDS = word_set(
    "attackers militants terrorists assailants insurgents gunmen raiders khwarij khawarij outlaws "
    "bandits dacoits robbers intruders rebels fighters"
)
"""Those who attack."""
ATTACKERS = rf"(?:{'|'.join(sorted(ATTACKER_WORDS))})"
"""The same as a part of an expression."""
BE = {
    "was": "one",
    "is": "one",
    "has": "one",
    "were": "many",
    "are": "many",
    "have": "many",
    "be": "",
    "been": "",
    "being": "",
    "get": "",
    "gets": "",
    "got": "",
    "getting": "",
    "had": "",
    "having": "",
    "wasn't": "one",
    "weren't": "many",
    "isn't": "one",
    "aren't": "many",
}
"""Forms of to be and to have: how many they agree with, "" where they do not tell."""

HAVE = word_set("has have had having")
MODALS = word_set(
    "would could might may can will shall should wouldn't couldn't won't can't cannot if "
    "unless whether"
)
AUXILIARIES = frozenset({*BE, *MODALS, "did", "does", "do", "didn't", "doesn't", "don't", "not"})
ADVERBS = word_set(
    "also all both each either later then subsequently already still now instantly almost "
    "well once again reported confirmed left found declared pronounced feared believed there "
    "too even thus first soon just alive so yet presumed brought together thought alone"
)
NOT_ADVERBS = word_set("family july italy assembly ally only tally rally bodily")
FINITE = word_set(
    "escaped fled managed remained opened took went tried fought retaliated survived returned "
    "surrendered attacked fired began started came later"
)
"""Verbs that, after a coordinated group, show that it is the subject of a clause of its own."""

SAYS = word_set(
    "said says say told tells confirmed confirms confirm added adds stated states reported "
    "reports announced announces claimed claims alleged alleges maintained insisted disclosed "
    "revealed explained recalled testified believed feared noted acknowledged admitted conceded"
)
"""Verbs that tell what somebody says: whoever stands before one is a speaker, not a victim."""

PREPOSITIONS = word_set(
    "in at on from by with of near for to against between under over via inside outside "
    "during towards toward around across along into onto behind beside besides among amongst "
    "within without after before since until upon through amid following per about off beyond "
    "above below opposite despite"
)
BREAKS = word_set("; : but when while after before because although though whereas that which if")
"""Words at which a subject cannot stand on the other side."""

VERBS = word_set(
    "said says told tells was were had has have did does went came took left got made fell "
    "hit shot struck lost found gave put ran drove fled fought held kept knew led met paid "
    "read rode rose sat sent set shook shut sold spoke stood stole swept threw wore won wrote "
    "broke brought built caught chose cut drew felt blew began became saw sought say tell "
    "stop attack target ambush storm open fire hits targets attacks storms ambushes leaves "
    "fires foil foils kill kills stops belong belongs claim claims escape flee flees remain "
    "remains carry carries carrying bore bent bit bled bound burst clung crept dealt dug drank ate "
    "fed flung forgot froze grew hid hung knelt lay leapt lit meant overcame overtook quit rang "
    "sang sank "
    "slept slid sped spent spun sprang stuck stung strode swam swung swore taught tore threw "
    "understood woke wept withdrew lies dies sits stands comes goes"
)
"""Verbs that do not show it by their ending."""

STOPS = (
    frozenset(AUXILIARIES)
    | PREPOSITIONS
    | word_set(
        "and or but nor as than the a an this that these those who whom whose which where "
        "when while why how because although though if unless whether he she it they we you i "
        "him them us me his her their its our my your himself themselves itself there here "
        "both all another each every any no not only also too then later soon now today "
        "yesterday tonight tomorrow late early last next again still yet even so thus however "
        "meanwhile including includes included include reportedly allegedly critically "
        "seriously instantly immediately separately respectively monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august "
        "september october november december overnight onboard aboard alive alone apart away back "
        "down out up outright nearby elsewhere "
        "& + ago said says told adding added died apiece combined amounting"
    )
)
"""Words that end a noun phrase."""

DEAD_OR_HURT = word_set(
    "dead deceased injured wounded killed victims slain casualties hurt martyrs"
)
FAMILY = word_set("family household tribe clan families relatives")
CONJUNCTIVE = word_set("after before since until till as than")
"""Prepositions that also begin a clause: "after two men were killed"."""

INCLUDING = word_set("including included include includes comprising")
PLANNED = word_set(
    "plan plans planned planning plot plots plotted plotting attempt attempts attempted "
    "attempting tried trying try intend intended intending intention intent aim aims aimed "
    "aiming threat threats threaten threatens threatened threatening vow vowed vows "
    "conspiracy conspired conspiring want wants sought seek seeks failed ordered "
    "capable unable refused bid foiled"
)
"""Words after which "to kill" or "at killing" is no killing."""

ACCUSED = word_set(
    "accused charged convicted sentenced indicted wanted acquitted confessed nominated booked "
    "implicated allegations blamed guilty trial"
)

LIFE_TAKEN = word_set(
    "claimed claim claims claiming took take takes taken taking cost costing costs lost loss "
    "lose losing snuffed perished"
)
TOLL_HEADS = word_set(
    "toll tally number figure figures count total fatalities deaths casualties dead"
)
UPDATES = word_set(
    "rose risen rises rise rising climbed climbs climb climbing jumped jumps increased "
    "increases surged surges soared soars swelled mounted mounts reached reaches reach "
    "reaching gone went goes going comes came totalled totaled totals amounts amounted revised "
    "updated raised raising raises taking takes taken took brought bringing brings put puts "
    "putting pushed pushing stood stand stands standing corrected lowered reduced dropped crossed "
    "topped passed"
)
