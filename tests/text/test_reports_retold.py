"""The dead and the hurt of reports that tell a toll twice, in parts, by names or from a hospital.

A case is a report, ``=>``, the dead and the hurt of its one event; None is a figure that the report
does not give.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

CASES = """
PISHIN: At least nine people, two schoolboys and a traffic constable among them, were killed by a
bomb in Pishin on Monday.
=> 9 dead, None hurt
PISHIN: Six people were killed by a bomb in Pishin on Monday, a boy and two clerks among them.
=> 6 dead, None hurt
PISHIN: Two clerks and a constable were killed by a bomb in Pishin on Monday.
=> 3 dead, None hurt
ZIARAT: Forces stormed a den in Ziarat on Monday. In the gunfight four Pakistani Taliban were killed
and a constable wounded.
=> 4 dead, 1 hurt
ZIARAT: Forces stormed a den in Ziarat on Monday. In the gunfight the Taliban fled.
=> None dead, None hurt
KALAT: Three soldiers were martyred and seven wounded in an ambush near Kalat on Monday. The forces
killed five attackers and wounded eight.
=> 8 dead, 15 hurt
KALAT: Three soldiers were martyred and seven wounded in an ambush near Kalat on Monday. Two
passers-by were hit by bullets.
=> 3 dead, 7 hurt
HARNAI: A bomb hit a bus near Harnai on Monday, killing four guards and injuring over two dozen
people. An official put the injured at 38.
=> 4 dead, 38 hurt
HARNAI: A bomb hit a bus near Harnai on Monday, killing four guards and injuring over two dozen
people. Nine had been injured in the same town in May.
=> 4 dead, 24 hurt
SIBI: Two persons were killed and seven others hurt by a bomb in Sibi on Monday. Seven other
shoppers were also hurt, some of them badly.
=> 2 dead, 7 hurt
SIBI: Two persons were killed and seven others hurt by a bomb in Sibi on Monday. Three guards were
also hurt.
=> 2 dead, 10 hurt
HUB: A grocer was killed by a bomb in Hub on Monday. Gravely wounded, he was rushed to a clinic,
where doctors pronounced him dead.
=> 1 dead, None hurt
HUB: A grocer was killed by a bomb in Hub on Monday. A boy was wounded and is in a clinic.
=> 1 dead, 1 hurt
TANK: A policeman was martyred in Tank on Monday. Constable Sher Zaman was shot and injured near a
mill; he was being taken to Bannu when he succumbed to his injuries. Doctors said the policeman was
brought to the hospital dead.
=> 1 dead, None hurt
TANK: Gunmen fired at a van in Tank on Monday. Two men died on the spot and three others, including
a 12-year-old girl, were injured. The girl succumbed to her wounds at the hospital.
=> 3 dead, 2 hurt
TANK: Gunmen fired at a van in Tank on Monday. Two men died on the spot and three others, including
a 12-year-old girl, were injured. The girl is at the hospital.
=> 2 dead, 3 hurt
HANGU: The death toll of Monday's blast in Hangu has reached 41. At present 22 injured are admitted
at the hospital. In all 130 injured had been brought there.
=> 41 dead, 130 hurt
ORANGI: Six militants fired at two constables in Orangi Town of Karachi on Monday and they died on
the spot.
=> 2 dead, None hurt
ORANGI: Two constables were fired at in Orangi Town of Karachi on Monday and they died on the spot.
=> 2 dead, None hurt
MASTUNG: Wali Jan lost his life while Asad Ullah sustained injuries when armed men fired at their
car in Mastung on Monday.
=> 1 dead, 1 hurt
MASTUNG: Gunmen killed Wali Jan, Asad Ullah and Noor Khan in Mastung on Monday and three others got
injuries.
=> 3 dead, 3 hurt
MASTUNG: Gunmen killed Punjabi and Sindhi workers in Mastung on Monday.
=> None dead, None hurt
SUKKUR: A blast on the track near Sukkur injured a passenger on Monday. In January two coaches left
the rails after a blast near Sibi. Nobody was hurt.
=> None dead, 1 hurt
SUKKUR: A blast shook the track near Sukkur on Monday. Two coaches left the rails. Nobody was hurt.
=> 0 dead, 0 hurt
KULACHI: Two constables were martyred in an attack in Kulachi on Monday. In Tank alone, one militant
was eliminated this week and six others were killed in Daraban over the weekend.
=> 2 dead, None hurt
KULACHI: Local people found guns on Monday after a raid in Kulachi. A jet had killed militants and
wounded many others. The military put the number killed by the forces at 19.
=> 19 dead, None hurt
KALAT: One sepoy was martyred when raiders stormed a camp in Kalat on Monday. Troops were at once
moved up, and all six raiders were killed.
=> 7 dead, None hurt
KALAT: One sepoy was martyred when raiders stormed a camp in Kalat on Monday. Raiders once killed
six guards there.
=> 1 dead, None hurt
HANGU: Three guards were martyred in an ambush in Hangu on Monday. At first only one had been
reported dead, but another died of his wounds at night.
=> 3 dead, None hurt
SWABI: Hundreds of people staged a sit-in in Swabi on Monday. Elders condemned the firing on a rally
in which two people were killed.
=> None dead, None hurt
TURBAT: The BLA said on Tuesday that it had attacked a convoy in Turbat on Monday. Four soldiers
were killed, by the group's account. Officials put the dead at two.
=> 2 dead, None hurt
SIBI: Gunmen fired at a van near Sibi on Monday. In all seven people have been killed.
=> 7 dead, None hurt
DARGAI: Four people, including a levies man, were killed by a bomb in Dargai on Monday. The dead
were identified as Noor Gul, Hamid Khan and Amir Zada, while Abdul Manan, a levies officer, was also
killed.
=> 4 dead, None hurt
DARGAI: Four people were killed in an attack on a post in Dargai on Monday. The martyred persons
included two policemen and a soldier, whereas a grocer also lost his life. Three terrorists were
killed in the operation.
=> 7 dead, None hurt
DARGAI: Four people were killed by a bomb in Dargai on Monday. They included two policemen. A boy
was also killed by a shell.
=> 5 dead, None hurt
NUSHKI: Two guards were martyred by a bomb in Nushki on Monday. More than 30 paramilitary force
members were wounded, police said.
=> 2 dead, 30 hurt
NUSHKI: Fighters attacked a post in Nushki on Monday and used a sniper to kill one guard.
=> 1 dead, None hurt
NUSHKI: Fighters attacked a post in Nushki on Monday and managed to kill two guards.
=> 2 dead, None hurt
NUSHKI: Fighters attacked a post in Nushki on Monday. They had planned to kill two ministers.
=> None dead, None hurt
SADDA: Tribesmen fought near Sadda on Monday, and 12 people were hurt. The death toll has now risen
to 23, with 61 people wounded.
=> 23 dead, 61 hurt
KALAT: Militants attacked a post near Kalat on Monday, killing two guards. Five militants - besides
the bomber - were killed in immediate retaliatory action.
=> 8 dead, None hurt
KALAT: Militants attacked a post near Kalat on Monday, killing two guards and injuring another. The
army said later that troops had chased the attackers and killed four of them.
=> 6 dead, 1 hurt
خضدار میں پیر کو دھماکے میں 5 افراد جاں بحق اور 9 افراد زخمی ہو گئے۔ پولیس کے مطابق جاں بحق
افراد میں دو اہلکار بھی شامل ہیں، دھماکے میں جاں بحق پانچوں افراد کی لاشیں ہسپتال منتقل کر دی
گئیں۔
=> 5 dead, 9 hurt
سبی میں پیر کو دھماکا ہوا جس میں چارافراد جاں بحق اور چھ زخمی ہوئے۔
=> 4 dead, 6 hurt
کوہاٹ میں پیر کو پولیس وین کے قریب بم دھماکہ ہوا۔ دھماکے میں نشانہ بننے والے 3 اہلکاروں کی حالت
انتہائی تشویش ناک بتائی جاتی ہے۔
=> None dead, 3 hurt
کوہاٹ میں پیر کو ایک اہلکار کو گولی مار کر شہید کر دیا گیا۔ ملزم شہید اہلکار گل زمان کا اسلحہ
چھین کر فرار ہو گئے۔
=> 1 dead, None hurt
کوہاٹ میں پیر کو فائرنگ سے 2 اہلکار جاں بحق ہو گئے۔ پولیس کے مطابق موبائل میں موجود 2 اہلکار
شدید زخمی ہوئے جو ہسپتال لے جاتے ہوئے دم توڑ گئے۔
=> 2 dead, None hurt
کوہاٹ میں پیر کو ایک اہلکار کو گولی مار کر شہید کر دیا گیا۔ واضح رہے کہ شہر میں یکم جنوری سے
ابتک 7 اہلکار شہید ہو چکے ہیں۔
=> 1 dead, None hurt
"""

_CASE = re.compile(r"(.+?)\n=> (\w+) dead, (\w+) hurt\n", re.DOTALL)


def cases(table):
    """Read the reports of a table, each with its two figures."""
    return [
        (match[1].replace("\n", " "), match[2], match[3]) for match in _CASE.finditer(table[1:])
    ]


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(CASES))
def test_a_toll_told_again_is_counted_once(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    account, *more = extract_accounts(article, resolve(find_mentions(article)))
    assert not [one for one in more if one.kind != "statistic"]
    assert (str(account.fatalities_best), str(account.injured_best)) == (dead, hurt)


SEVERAL = """
SKARDU: Traders went on strike in all of Baltistan on Monday, a day after gunmen fired at a coach
near the town of Gilgit, killing four people and injuring nine. "All traders of Baltistan are on
strike today," their head said. The attack took place near Gilgit at 9pm, the police said.
=> None dead, None hurt; 4 dead, 9 hurt
ATHMUQAM: Shells hit a bus in Athmuqam on Monday, killing six people and wounding 12. In all eight
people were killed on Monday and 17 wounded, the army said. In a separate incident at Nakyal two
people were killed and five injured.
=> 6 dead, 12 hurt; 2 dead, 5 hurt
BANNU: Jets struck a hideout in Bannu on Monday, local people said. The military put the number of
militants killed in the two districts at 23. In Lakki Marwat 14 militants were killed in a raid on
Monday. In Tank, nine militants were killed in another raid.
=> None dead, None hurt; 14 dead, None hurt; 9 dead, None hurt
PARACHINAR: The number of people killed by two blasts in Parachinar rose to 19 on Monday, which
brings the dead of Sunday's two attacks in Pakistan to 22. Three people died on Sunday when a
bomb went off
in Quetta.
=> 19 dead, None hurt; 3 dead, None hurt
ZHOB: Militants blew up a post in Pakistan's town of Zhob on Sunday and killed six guards. Before
dawn on Monday forces raided a den in Mardan. In the shootout two Pakistani Taliban were killed.
=> 6 dead, None hurt; 2 dead, None hurt
BANNU: Jets struck a hideout in Bannu on Monday. The military put the number of militants killed at
23. In Lakki Marwat 14 militants were killed in a raid on Monday. In Tank, two militants were killed
in another raid.
=> 23 dead, None hurt; 14 dead, None hurt; 2 dead, None hurt
"""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (match[1].replace("\n", " "), match[2])
        for match in re.finditer(r"(.+?)\n=> (.+?)\n", SEVERAL[1:], re.DOTALL)
    ],
)
def test_a_toll_of_several_events_is_none_of_one(text, figures):
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    accounts = extract_accounts(article, resolve(find_mentions(article)))
    told = (f"{one.fatalities_best} dead, {one.injured_best} hurt" for one in accounts)
    assert "; ".join(told) == figures


def test_a_weapon_used_to_kill_is_read():
    text = "The rifle that was used to kill two policemen in Quetta was recovered on Monday."
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    assert find_mentions(article)
