"""Events beside words of sport, films, drills, illness and denial are read all the same."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import COUNTED_KINDS, Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

TOLD = (
    (
        "Security forces killed nine terrorists in an operation in Zhob on Thursday, the ISPR"
        " said. The president, speaking at the closing ceremony of a military exercise held "
        "in Quetta, praised the troops. Four soldiers were martyred in the clash."
    ),
    (
        "Gunmen killed three policemen in Mach on Thursday. Two workers were killed in a bomb"
        " attack in Hub on Wednesday. A drill was conducted at the port on Tuesday."
    ),
    (
        "Gunmen attacked a polling station in Kech on Thursday and killed two men. The "
        "electoral exercise ended early."
    ),
    (
        "Militants attacked a training centre in Quetta on Thursday and killed 60 cadets. The"
        " cadets had finished a drill held in the afternoon."
    ),
    (
        "A suicide bomber struck an election rally in Mastung on Thursday, killing 128 people"
        " in the audience. Party tickets had been handed out."
    ),
    ("Gunmen attacked a museum in Peshawar on Thursday, killing two guards and taking paintings."),
    (
        "Actor Sardar Khan and three other actors were shot dead in Mingora on Thursday. The "
        "actress Shabana was wounded."
    ),
    (
        "Gunmen shot dead three labourers in Turbat on Thursday. They were working on a "
        "museum. An exhibition was planned there."
    ),
    ("جمعرات کو پشاور میں فلم کے سیٹ پر فائرنگ سے دو اداکار ہلاک ہو گئے، ڈرامے کی شوٹنگ جاری تھی۔"),
    "Two policemen died when gunmen attacked a polio vaccination team in Pishin on Thursday.",
    "The death toll from Thursday's bomb attack on a polio team in Quetta rose to 15.",
    "Ten people died on Thursday when a bomb went off at a cancer hospital in Quetta.",
    (
        "Nine people died and one man suffered a heart attack when a suicide bomber blew "
        "himself up in Quetta on Thursday."
    ),
    "A protest rally was staged in Gwadar on Thursday against enforced disappearances.",
    "Gunmen shot dead a trader in Karachi on Thursday, as shown in CCTV footage.",
    (
        "A suicide bomber blew himself up as passengers were being screened at the railway "
        "station in Quetta on Thursday, killing 20 people."
    ),
    "Gunmen killed a documentary maker in Turbat on Thursday.",
    (
        "A roadside bomb killed three Levies men in Turbat on Thursday and a second bomb was "
        "destroyed by bomb disposal experts."
    ),
    ("A student was killed by FC personnel who mistook him for a militant in Turbat on Thursday."),
    (
        "A suicide bomber killed nine soldiers near Sui on Thursday, hours after a false "
        "alarm in Quetta."
    ),
    "A landmine killed two members of a demining team in Bajaur on Thursday.",
    (
        "A grenade thrown at a house was taken for a firecracker, but killed two children in "
        "Turbat on Thursday."
    ),
    "The bridge was blown up by the BLA's explosives experts in Bolan on Thursday.",
    (
        "A bomb killed three men in Quetta on Thursday; officials announced compensation for "
        "the families in separate statements."
    ),
    (
        "Families of eight men killed by gunmen in Noshki on Thursday refused compensation "
        "and staged a sit-in at different points."
    ),
    (
        "Militants killed a soldier in Kech on Thursday; families of five other soldiers were"
        " given plots of land."
    ),
    (
        "The ISPR said eight soldiers were martyred when terrorists attacked a post in Kech "
        "on Thursday and dismissed militants' claims as baseless."
    ),
    (
        "The army rejected as baseless a claim that it suffered losses, but said five "
        "soldiers were killed when a bomb exploded in Kech on Thursday."
    ),
    (
        "A bomb killed six people in Quetta on Thursday, and the minister rejected the false "
        "impression that security had lapsed."
    ),
    ("Gunmen killed four men in Bolan on Thursday at what police described as a fake checkpost."),
    (
        "The rights group called it a fake encounter after CTD killed four men in Mastung on "
        "Thursday."
    ),
    "جمعرات کو مستونگ میں بے بنیاد الزام لگا کر ہجوم نے ایک شخص کو قتل کر دیا۔",
    (
        "An explosion killed four people in Quetta on Thursday. Police said a suicide bomber "
        "did it and a transformer exploded in the blast."
    ),
    (
        "A blast killed eight people in Quetta on Thursday. Cylinders exploded in nearby "
        "shops after the bomb went off, police said."
    ),
    "A policeman was killed by his own gun when militants seized it in Hub on Thursday.",
    "جمعرات کو خاران میں دہشت گرد درندے مسافر بس پر فائرنگ کر کے پانچ افراد کو قتل کر گئے۔",
    (
        "Police arrested a man for killing a shopkeeper in Karachi on Thursday, the victim's "
        "family said."
    ),
    "Police arrested five protesters without warrants in Gwadar on Thursday.",
    (
        "A clash between rival tribes left 12 people dead in Kurram on Thursday; a truce was "
        "agreed at night."
    ),
    (
        "Twelve people were killed when fighting erupted in Kurram on Thursday. Elders "
        "brokered a ceasefire."
    ),
    "Gunmen shot dead a suspected army informer in Turbat on Thursday.",
    "A raid by CTD men killed four people in Mastung on Thursday.",
    "Five people were killed in a raid by Frontier Corps men in Kech on Thursday.",
    "Five people were killed on Thursday when a bomb exploded at Sui Gas Field of Dera Bugti.",
    (
        "The deputy commissioner escaped an attack in Panjgur on Thursday but two of his "
        "guards from Levies were killed."
    ),
    (
        "A senator said on a point of order that gunmen had killed five labourers in Turbat "
        "on Thursday."
    ),
    (
        "The minister paid tribute to a Levies man who had been shot a day earlier in Gulistan "
        "when gunmen fired at his post."
    ),
    (
        "An anti-terrorism court adjourned the hearing of the market bombing on Wednesday. The "
        "prosecutor told the court that two of the accused were killed on Tuesday night in Badaber "
        "when they fired at a patrol."
    ),
    (
        "The shooting of a feature film near Hingol was called off after gunmen opened fire on "
        "the crew on Tuesday evening, killing two."
    ),
    (
        "Unknown men opened fire on a bus near Chilas on Wednesday; it then collided with a lorry "
        "and nine people lost their lives."
    ),
    (
        "A thousand men walked to the port gate in Gwadar on Wednesday and shouted slogans for the"
        " release of the missing."
    ),
    "Armed men stopped three lorries outside Gandawah on Wednesday and set all three alight.",
    (
        "Messages went round that a school had been bombed, and police later confirmed on "
        "Wednesday that two guards were killed in Tank."
    ),
    "A rumour that a girl was taken drew a mob that burned a police post in Loralai on Wednesday.",
    "A van hit by a roadside bomb in Kech on Wednesday went up in flames; two people died.",
    "A lorry struck a landmine near Dera Bugti on Wednesday and its driver died.",
    (
        "The can that a caller had warned of on Wednesday in Topi held 5kg of explosives, and it "
        "took the squad an hour to make it safe."
    ),
    "Pakistan condemned the shelling on Wednesday that killed four of its citizens near Chaman.",
    "Police baton-charged protesters in Gwadar on Wednesday; shops closed in fear.",
    "Families sent home by the army were attacked on Wednesday near Bara; two people were killed.",
    "Militants attacked a museum in Mingora on Wednesday and hurt two guards, an author said.",
    "The Foreign Office condemned Wednesday's suicide attack in Quetta, in which nine died.",
)
SILENT = (
    "Police arrested two thieves in Hub on Thursday, residents said.",
    (
        "Levies arrested the driver who killed a child in a road accident in Sibi on "
        "Thursday, villagers said."
    ),
    "Smugglers drove trucks across the border near Chaman on Thursday.",
    "Farmers brought tractors on the field near Sibi on Thursday for the harvest.",
    "A student ended his own life in Turbat on Thursday.",
    "The government engaged a number of consultants in Quetta on Thursday.",
    "Fishermen made peace with the customs officials in Gwadar on Thursday.",
    "جمعرات کو کوئٹہ میں آواز آئی اور لوگ نکلے۔",
    "جمعرات کو بارش کے باعث کوئٹہ میں سڑکوں پر گاڑیاں کھڑی رہیں۔",
    (
        "The ministry summoned the envoy on Wednesday to lodge a protest over the firing at Chaman,"
        " as it had done last year."
    ),
    (
        "Two rumours had reached the station by Wednesday: that a bomb had gone off in Rohri, and "
        "that eleven people were dead. Neither was true."
    ),
    "Messages had gone round that militants had mined a bridge in Hub and killed ten on Wednesday.",
    "Bids are invited for six robots able to defuse or destroy an IED for the police of Panjgur.",
    "Two buyers met on Wednesday in Quetta; the drones can drop bombs and fire rockets.",
    "Five members of a family died when a train struck their rickshaw on Wednesday.",
    "منگل کی شام پٹاخوں کے گودام میں دھماکے ہوئے جن میں تین افراد جاں بحق ہو گئے۔",
    "Pakistan has strongly condemned Wednesday's bombing in Mogadishu, in which 38 were killed.",
    "Eleven posts are reserved for sons of men killed on duty, an officer said on Wednesday.",
    "A flight was held up on Wednesday after a caller said there was a bomb in the hold.",
    "Traders pulled down their shutters in panic on Wednesday.",
    "The province suffered 139 attacks between October and December, police said on Wednesday.",
    "Kidnappings in the katcha had come down by 60 per cent, the cabinet was told on Wednesday.",
)


def events(text: str) -> int:
    """Return how many events a report of these words tells."""
    article = Article(
        id="a", text=f"QUETTA: {text}\n", published=date(2026, 2, 6), published_source="metadata"
    )
    accounts = extract_accounts(article, resolve(list(find_mentions(article))))
    return sum(account.kind in {*COUNTED_KINDS, "operation"} for account in accounts)


@pytest.mark.parametrize("text", TOLD)
def test_an_event_is_not_silenced_by_a_word_beside_it(text):
    assert events(text)


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_life_is_no_event(text):
    assert not events(text)
