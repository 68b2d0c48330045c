"""Reports that hold the words of an incident and tell none, and incidents told amid such words."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import COUNTED_KINDS, Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

NONE = {
    "gas explained two sentences later": (
        "LORALAI: An explosion on Monday killed three colliers in a pit near Chamalang. One of "
        "them was a boy. Methane had quietly gathered at the face, the inspector wrote."
    ),
    "a transformer that was taken for a bomb": (
        "SUKKUR: A loud explosion on Jail Road on Monday evening was at once reported as a cracker "
        "attack. A transformer, long overloaded, had burst."
    ),
    "an illness that claims lives": (
        "MULTAN: Teams were sent out against the mosquito on Monday. The enemy has claimed five "
        "lives at Nishtar Hospital."
    ),
    "a coach that leaves the road": (
        "BESHAM: Nine passengers were killed on Monday when a coach left the highway at Shang and "
        "dropped 60 metres into a gorge."
    ),
    "fire opened on a budget": (
        "LAHORE: The opposition opened fire on the provincial budget on Monday and did not let up "
        "until midnight."
    ),
    "a claim called a fable": (
        "TURBAT: Officials dismissed as propaganda a claim that fighters had overrun a post at "
        "Tump on Sunday and killed nine soldiers."
    ),
    "a claim that was rejected": (
        "TURBAT: The group's claim that its men killed nine soldiers at Tump on Sunday was "
        "rejected by the home department."
    ),
    "vehicles that collide, in Urdu": (
        "کرک میں پیر کو مسافر کوچ اور ٹرک میں تصادم سے چھ افراد جاں بحق ہو گئے، جن میں ایف سی "
        "کا ایک اہلکار شامل ہے۔"
    ),
    "a drill that is practised": (
        "Rescuers in Swabi practised for the worst on Monday: a volunteer blew himself up at the "
        "gate of a college."
    ),
    "a killer who gives himself up": (
        "SHIKARPUR: The driver, who had fled after the crash, gave himself up in Sukkur on Monday."
    ),
    "prices that explode": (
        "PESHAWAR: Shelling of a gentler kind began in Namak Mandi on Monday with the first "
        "walnuts. Prices exploded at once."
    ),
    "a bang like a bomb": (
        "ISLAMABAD: The new petrol tariff went off like a bomb on Monday, and pumps in "
        "Aabpara shut for an hour."
    ),
    "locusts that are bombed": (
        "RAHIM YAR KHAN: Sixty teams launched an operation against locusts at Cholistan on "
        "Monday. Two aircraft bombed them with pesticide."
    ),
    "a pile-up": (
        "MULTAN: On Monday 17 vehicles piled into a tanker that had braked in fog near "
        "Shujabad. Seven people are dead and 32 hurt."
    ),
    "a vat that bursts": (
        "FAISALABAD: A vat at a mill on Sargodha Road exploded on Monday night, and two women died."
    ),
    "dead who had eaten mushrooms": (
        "CHARSADDA: A woman and her four children were found dead in Tangi on Monday. They "
        "had eaten mushrooms."
    ),
    "a raid for statues": (
        "MARDAN: Three Buddhist statues were recovered in a raid on a house in Takht Bhai on "
        "Monday."
    ),
    "pistols among liquor": (
        "JACOBABAD: Police raided 14 gambling dens on Monday, arrested 61 men and seized 900 "
        "litres of liquor and two pistols."
    ),
    "a play": (
        "LAHORE: In the first act of the piece, which opened at Alhamra on Friday, a bomb "
        "goes off in a shrine. The cast were given an ovation."
    ),
    "what people thought": (
        "GILGIT: A lake burst through the ice at Shisper on Monday. People in Aliabad thought"
        " that the border had been bombed."
    ),
    "recruits who storm a house": (
        "NOWSHERA: Recruits stormed a house at the school on Monday and killed four cardboard"
        " terrorists."
    ),
    "an old mine lifted": (
        "PISHIN: The last mine of an old war was blown up by the army in a field at Barshore "
        "on Monday."
    ),
    "a church abroad": (
        "KARACHI: The Foreign Office on Monday condemned the killing of 41 people in a blast "
        "at a church in Damascus."
    ),
    "a cheque for a family": (
        "QUETTA: The minister visited the family of a constable who was killed in a blast on "
        "Sariab Road and gave them a cheque."
    ),
    "a transformer, in Urdu": (
        "سکھر: جیل روڈ پر پیر کی رات زور دار دھماکہ ہوا اور چینلز نے کریکر حملے کی خبر چلا "
        "دی۔ پولیس کے مطابق ٹرانسفارمر پھٹا تھا۔"
    ),
    "shots of joy, in Urdu": (
        "ملتان: شادی میں پیر کو فائرنگ سے ایک لڑکا جاں بحق ہوگیا۔ پولیس کے مطابق خوشی میں "
        "ہوائی فائرنگ کی گئی تھی۔"
    ),
    "a drill, in Urdu": (
        "صوابی: ریسکیو نے پیر کو مشق کی جس میں ایک رضاکار نے خودکش حملہ آور بن کر دھماکہ کیا۔"
    ),
    "a road shut by snow": (
        "ZIARAT: The highway was blocked on Monday by snow, and people spent the night in "
        "their cars."
    ),
    "wagons that jump the rails": (
        "KHANEWAL: Traffic was held up on Monday after 11 wagons of a goods train jumped the "
        "rails near Jahanian. Saboteurs can be ruled out, the superintendent said."
    ),
    "a bull": ("SHIKARPUR: A bull named Toofan killed his owner on Monday at the fair of Lakhi."),
    "buses that race": (
        "GUJRAT: Two buses raced each other from Lala Musa on Monday until they touched. Nine"
        " are dead."
    ),
}

TOLD = {
    "a bomb in a mine": (
        "DUKI: Two labourers were killed in a blast at a coal mine in Duki on Monday. Militants"
        " had planted a bomb at the mouth, and gas had gathered there too."
    ),
    "a coach under fire": (
        "LORALAI: Five people were killed when gunmen fired at a coach near Mekhtar on Sunday. The "
        "driver lost control and the coach fell into a ravine."
    ),
    "a bomb that throws a bus off the road": (
        "A bus left the road and fell into a ditch near Turbat on Monday after a roadside bomb "
        "exploded beside it, killing four passengers."
    ),
    "a cylinder that was blamed at first": (
        "KARACHI: An explosion in Saddar on Monday killed two people. Police first blamed a gas "
        "cylinder, but the bomb disposal squad found ball bearings."
    ),
    "a health worker who is shot": (
        "PESHAWAR: A health worker was shot dead in Badaber on Monday while spraying against "
        "dengue."
    ),
    "an office where the budget is made": (
        "QUETTA: Gunmen opened fire on the budget office of the finance department in Quetta on "
        "Monday and injured a guard."
    ),
    "a bomb beside a match": (
        "KHUZDAR: The match was in its last minutes on Saturday. A bomb had gone off outside the "
        "gate of the stadium, and three players were killed."
    ),
    "a protest after a crash": (
        "SUKKUR: A dumper crushed a student on the National Highway on Monday. Relatives staged a "
        "sit-in in Sukkur on Tuesday."
    ),
    "a mob after a crash": (
        "KARACHI: A tanker ran over two sisters in Korangi on Monday. A mob set fire to the tanker "
        "and pelted the police with stones."
    ),
    "an attack after a rejected claim": (
        "The BLA's claim that its fighters captured Mach was rejected by the home department. On "
        "Monday militants attacked a post in Mach and killed two soldiers."
    ),
    "militants who surrender": (
        "DERA BUGTI: Nine militants gave themselves up in Sui on Monday with their rifles."
    ),
    "another accident below": (
        "KARACHI: Two policemen were shot dead in Lyari on Monday. In another incident a bus fell "
        "into a nullah and its brakes had failed."
    ),
    "unpaid nurses who march": (
        "BANNU: Nurses marched to the press club on Monday: none had been paid since July."
    ),
    "black armbands": (
        "TIMERGARA: Hundreds of townspeople with black armbands marched through the bazaar on "
        "Sunday to demand peace."
    ),
    "a real find after a drill": (
        "SWABI: Rescuers held a drill at the college on Monday.\n\nIn the evening the squad was"
        " needed in earnest: a bomb beside a culvert at Topi was defused on Monday."
    ),
    "rifles hauled out of a well": (
        "KHARAN: Snow fell on the old fort in January. The Frontier Corps searched a well near "
        "Kharan on Monday and hauled out 11 rifles and six rockets."
    ),
    "pylons brought down by charges": (
        "KACHHI: Two pylons were brought down by charges near Bibi Nani on Monday by men nobody"
        " saw."
    ),
    "explosives driven into a wall": (
        "PISHIN: A truck loaded with explosives rammed into a wall of a police station in "
        "Pishin on Monday, and seven men were killed."
    ),
    "an arrest below yearly figures, in Urdu": (
        "مردان: پولیس افسر نے منگل کو بتایا کہ 2025 کے دوران 19 واقعات میں آٹھ اہلکار شہید "
        "ہوئے۔ ان واقعات میں 41 مطلوب افراد مارے گئے۔ ان کے مطابق سی ٹی ڈی نے پیر کی رات تخت "
        "بھائی میں ایک مکان پر چھاپہ مار کر داعش کے دو کارندوں کو گرفتار کر لیا اور ان سے دو "
        "کلاشنکوفیں برآمد کیں۔"
    ),
    "a tanker hit by a rocket": (
        "LORALAI: A tanker exploded on the highway near Loralai on Monday after militants "
        "fired a rocket at it, killing the driver."
    ),
    "people who thought of a transformer": (
        "KARACHI: A blast was heard in Saddar on Monday. Residents thought that a transformer"
        " had burst, but a bomb in a car had killed a man."
    ),
    "who thought they were safe": (
        "PESHAWAR: They thought they were safe when gunmen opened fire on their van in Matani"
        " on Monday and killed three."
    ),
    "a day like a war": (
        "BANNU: It was like a war, residents said, after militants attacked a police station "
        "in Bannu on Monday and killed four policemen."
    ),
    "militants beside statues": (
        "MULTAN: The statue had been unveiled on Sunday. On Monday police raided a house in "
        "Multan, arrested two TTP militants and seized a suicide vest."
    ),
    "an attack on those who set prices": (
        "QUETTA: Militants attacked the convoy of the price control magistrate in Kharan on Monday."
    ),
    "a tax that people march against": (
        "GWADAR: Hundreds of fishermen rallied in Gwadar on Monday against the tax on boats."
    ),
    "players taken off a van": (
        "LAKKI MARWAT: The volleyball match was abandoned on Friday for want of players: half"
        " of one side never came. Militants had taken five of its players off a van in Lakki "
        "Marwat."
    ),
    "a banner that says we": (
        "SUKKUR: About 150 nurses marched through Sukkur on Monday behind a banner that read "
        '"We are dying too".'
    ),
    "a mine under Levies": (
        "A patrol of the Levies ran over a mine buried in a track near Barkhan on Monday."
    ),
    "a bomb in garbage": ("QUETTA: A bomb planted in garbage in Quetta went off on Monday."),
    "rights activists": ("QUETTA: Militants attacked rights activists in Turbat on Monday."),
    "a road shut by people": (
        "GILGIT: The highway was shut on Monday by 300 people of Chilas, who want a university."
    ),
    "a bomb taken apart": (
        "BUNER: A dog sat down before a flower pot in Daggar on Monday: it held explosives "
        "and a clock, which the bomb squad took apart."
    ),
    "a riot after shots in the air, in Urdu": (
        "پسنی: ماہی گیر پیر کو پسنی کی سڑکوں پر نکل آئے۔ محافظوں نے ہوائی فائرنگ کی تو مشتعل "
        "ہجوم نے دفتر کو آگ لگا دی۔"
    ),
    "a train off the rails after a bomb": (
        "JACOBABAD: A train jumped the rails on Monday near Jacobabad after a bomb exploded "
        "on the track; nine passengers were injured."
    ),
    "a train held up by gunmen": (
        "SUKKUR: A train was held up by gunmen on Monday near Rohri and its passengers were robbed."
    ),
    "a crush after a bomb": (
        "LAHORE: Ten people were trampled to death on Monday when a suicide bomber blew "
        "himself up at a shrine in Lahore."
    ),
    "camels that gunmen took": (
        "SIBI: Gunmen killed a herder and took his camels near Sibi on Monday."
    ),
    "mourners under fire": (
        "QUETTA: Gunmen opened fire on mourners at the grave of an inspector in Quetta on "
        "Monday and killed two."
    ),
}


def _accounts(text):
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    accounts = extract_accounts(article, resolve(list(find_mentions(article))))
    return [one for one in accounts if one.kind in COUNTED_KINDS or one.kind == "operation"]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_only_looks_like_an_incident_is_none(text):
    assert _accounts(text) == []


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
def test_an_incident_amid_words_of_none_is_told_once(text):
    assert len(_accounts(text)) == 1
