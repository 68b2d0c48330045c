"""The dead and the hurt of short reports, several sentences each.

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
QUETTA: A tribal elder and his driver were gunned down by armed motorcyclists in Kalat on
Tuesday. The elder's son, who was also in the car, was seriously hurt. He was moved to Quetta
for treatment.
=> 2 dead, 1 hurt
PISHIN: At least three persons were martyred and 18 others wounded when an explosive-laden
motorcycle went off near a hotel in Pishin bazaar on Monday. Two of the injured are stated to
be in critical condition. Dr Wasim Baig of the trauma centre in Quetta told reporters that 21
injured had been received.
=> 3 dead, 21 hurt
LORALAI: Militants stormed a Levies checkpost in Loralai late on Sunday night and, after
overpowering the personnel, took away their weapons. The Levies men were later released
unhurt.
=> 0 dead, 0 hurt
TURBAT: Unknown persons lobbed a hand grenade at the residence of a contractor in Turbat on
Monday evening. It went off in the courtyard, shattering windowpanes. Luckily, no one was
hurt.
=> 0 dead, 0 hurt
NUSHKI: The body of a man, who had been missing for two weeks, was found in Nushki on Sunday.
Hospital sources said the deceased had received three bullets.
=> 1 dead, None hurt
PESHAWAR: Security forces killed five khwarij during an intelligence-based operation in Tank
on Monday, the ISPR said. A soldier also embraced martyrdom. Two others were wounded.
=> 6 dead, 2 hurt
BANNU: Twelve soldiers were martyred when a suicide bomber rammed an explosives-laden vehicle
into the wall of a post in Bannu on Tuesday. All six attackers were killed in the ensuing
exchange of fire. Five civilians, among them two women, also lost their lives when nearby
houses collapsed. Over 30 were injured.
=> 23 dead, 30 hurt
KHUZDAR: The death toll from Sunday's blast in Khuzdar has gone up to six, as one more injured
person succumbed to his wounds at a Karachi hospital, hospital sources said on Tuesday. Four
of the wounded are still in critical condition.
=> 6 dead, 4 hurt
HUB: Two labourers hailing from Sadiqabad were shot dead and a third was injured in Hub on
Monday. The injured labourer told police that the assailants had asked for their identity
cards.
=> 2 dead, 1 hurt
PANJGUR: Gunmen barged into a barber's shop in Panjgur on Monday and opened fire. Three
persons died on the spot, while another, who was hit in the stomach, breathed his last on the
way to hospital. One more was injured.
=> 4 dead, 1 hurt
CHAMAN: Four people, including two children, lost their lives and nine others sustained
injuries in a landmine explosion in Chaman on Tuesday. The deceased were identified as members
of the same family. The injured were shifted to the civil hospital, where the condition of
three was stated to be critical.
=> 4 dead, 9 hurt
KARACHI: A traffic police constable was shot and killed in Orangi Town on Monday. His
colleague, who returned fire, was wounded. One of the attackers was also hit but his
accomplices took him away.
=> 1 dead, 1 hurt
SIBI: An improvised device exploded on the railway track near Sibi on Monday. Four bogies of a
goods train derailed. No loss of life was reported, but the engine driver and his assistant
were slightly injured.
=> 0 dead, 2 hurt
DERA BUGTI: Armed men blew up a gas pipeline in Dera Bugti on Sunday night. Supply to the
plant was suspended.
=> None dead, None hurt
MIRAMSHAH: A drone dropped a bomb on a house in Miramshah on Monday. Residents said a woman
and her three children had been killed. The district administration said it had no information
about any casualties.
=> 4 dead, None hurt
LAKKI MARWAT: Two cops were martyred, one got injured when their mobile van came under attack
in Lakki Marwat on Monday. The injured cop was rushed to the DHQ hospital. The slain cops were
named as Head Constable Ayub and Constable Nasir.
=> 2 dead, 1 hurt
GWADAR: Armed assailants kidnapped four anglers off the coast of Gwadar on Monday. Their boat
was set ablaze.
=> None dead, None hurt
MACH: A security guard of a coal company was killed and two colliers were abducted in Mach on
Monday. The bodies of both colliers were found a day later.
=> 3 dead, None hurt
WANA: A remote-controlled bomb went off as a peace committee leader's vehicle passed through
Wana on Monday. He and two of his guards were killed instantly, whereas a passer-by and a
schoolboy received wounds.
=> 3 dead, 2 hurt
KOHLU: Levies personnel exchanged fire with outlaws in Kohlu on Monday. Two outlaws were
gunned down and a third was captured in injured condition. A Levies sepoy received a bullet in
the arm.
=> 2 dead, 2 hurt
QUETTA: Protesters clashed with police in Quetta on Monday after the funeral of a student
killed last week. Eleven policemen and at least nine protesters were hurt. Dr Ali of the civil
hospital said 23 people had been brought in with injuries.
=> None dead, 23 hurt
TANK: Five militants were killed as forces repelled an assault on a fort in Tank on Monday
night. There was no loss on the side of the forces. The TTP claimed that it had killed 18
soldiers.
=> 5 dead, 0 hurt
AWARAN: Baloch Liberation Front spokesman said in a statement that its fighters had attacked
an army post in Awaran on Monday. He claimed that seven soldiers were killed and nine injured.
The ISPR has not commented.
=> 7 dead, 9 hurt
AWARAN: The BLF said in a statement that its fighters had attacked an army post in Awaran on
Monday, killing seven soldiers. However, security officials put the toll at two, adding that
four others were wounded.
=> 2 dead, 4 hurt
BAJAUR: The chief of a peace committee was assassinated along with his nephew in Bajaur on
Monday. Three other people travelling with him remained unhurt.
=> 2 dead, 0 hurt
QUETTA: Hazara community members staged a sit-in on the Western Bypass in Quetta on Monday
with the bodies of the 11 coal miners killed in Mach. They demanded the arrest of the killers.
=> None dead, None hurt
DERA ISMAIL KHAN: Four customs officials were martyred in Dera Ismail Khan on Thursday night
when their vehicle was sprayed with bullets. Three others sustained injuries. One of them
succumbed at the hospital on Friday, taking the number of the martyred to five.
=> 5 dead, 2 hurt
کوئٹہ: ضلع پشین میں منگل کو سڑک پر چھپایا گیا بم پھٹنے سے دو راہگیر جاں بحق اور سات زخمی ہو گئے۔
زخمیوں میں سے دو کی حالت نازک ہے۔
=> 2 dead, 7 hurt
پشاور: ضلع ٹانک میں پیر کی شب چوکی پر حملے میں تین اہلکار شہید ہو گئے۔ فورسز کی جوابی کارروائی
میں پانچ دہشت گرد مارے گئے۔ دو اہلکار زخمی بھی ہوئے۔
=> 8 dead, 2 hurt
تربت: تربت میں پیر کو نامعلوم افراد نے ایک ٹھیکیدار کے گھر پر دستی بم پھینکا۔ دھماکے سے دیوار
کو نقصان پہنچا تاہم گھر کے تمام افراد محفوظ رہے۔
=> 0 dead, 0 hurt
خضدار: خضدار میں پیر کو مسلح افراد نے فائرنگ کر کے ایک شخص کو قتل کر دیا اور اس کے بیٹے کو
زخمی کر دیا۔ زخمی لڑکے کو ہسپتال منتقل کیا گیا۔
=> 1 dead, 1 hurt
مستونگ: مستونگ میں اتوار کو ہونے والے دھماکے میں جاں بحق افراد کی تعداد چھ ہو گئی۔ ایک اور
زخمی ہسپتال میں چل بسا۔ اس وقت بارہ زخمی زیر علاج ہیں۔
=> 6 dead, 12 hurt
گوادر: گوادر میں پیر کو پولیس کی گاڑی پر فائرنگ سے ایک کانسٹیبل موقع پر شہید ہو گیا جبکہ دوسرا
زخمی ہوا۔
=> 1 dead, 1 hurt
بنوں: بنوں میں پیر کو خودکش حملہ آور نے بارود سے بھری گاڑی تھانے سے ٹکرا دی جس سے چار پولیس
اہلکار شہید اور دس افراد زخمی ہوئے۔ حملہ آور بھی موقع پر ہلاک ہو گیا۔
=> 5 dead, 10 hurt
قلات: قلات میں پیر کو مسلح افراد نے معدنیات لے جانے والے تین ٹرکوں کو آگ لگا دی۔ ڈرائیوروں کو
کوئی نقصان نہیں پہنچایا گیا۔
=> 0 dead, 0 hurt
پنجگور: پنجگور میں پیر کو دو نوجوانوں کی لاشیں ملی ہیں جنہیں گولیاں مار کر قتل کیا گیا تھا۔
دونوں ایک ہفتہ قبل لاپتہ ہوئے تھے۔
=> 2 dead, None hurt
کراچی: کراچی کے علاقے لیاری میں پیر کو فائرنگ سے ایک تاجر جاں بحق اور اس کے دو ملازم زخمی ہو
گئے۔ مقتول کا تعلق چنیوٹ سے تھا۔
=> 1 dead, 2 hurt
باجوڑ: باجوڑ میں پیر کو امن کمیٹی کے سربراہ کی گاڑی کے قریب دھماکا ہوا۔ سربراہ اور ان کے دو
محافظ جاں بحق ہو گئے جبکہ تین راہگیر زخمی ہوئے۔
=> 3 dead, 3 hurt
آواران: آواران میں پیر کو فورسز کے قافلے پر حملہ ہوا۔ بی ایل ایف کے ترجمان نے دعویٰ کیا کہ
حملے میں نو اہلکار ہلاک ہوئے۔ ضلعی انتظامیہ نے دو اہلکاروں کی شہادت کی تصدیق کی۔
=> 2 dead, None hurt
سبی: سبی کے قریب پیر کو ریلوے ٹریک پر دھماکے سے مال گاڑی کی دو بوگیاں پٹری سے اتر گئیں۔ خوش
قسمتی سے عملہ محفوظ رہا۔
=> 0 dead, 0 hurt
لکی مروت: لکی مروت میں پیر کو پولیو ٹیم کی حفاظت پر مامور پولیس اہلکار کو گولی مار کر شہید کر
دیا گیا۔ پولیو ورکر محفوظ رہیں۔
=> 1 dead, 0 hurt
کوئٹہ: کوئٹہ میں پیر کو بم دھماکے میں زخمی ہونے والوں کی تعداد 25 ہو گئی ہے۔ تین افراد موقع پر
ہی دم توڑ گئے تھے۔
=> 3 dead, 25 hurt
ژوب: ژوب میں پیر کو سکیورٹی فورسز کے آپریشن میں کمانڈر سمیت چار شدت پسند مارے گئے۔ فائرنگ کے
تبادلے میں ایک جوان نے جام شہادت نوش کیا۔
=> 5 dead, None hurt
ڈیرہ بگٹی: ڈیرہ بگٹی میں پیر کو بارودی سرنگ کی زد میں آ کر چرواہا شدید زخمی ہو گیا۔ اس کی ایک
ٹانگ ضائع ہو گئی۔
=> None dead, 1 hurt
چمن: چمن میں پیر کو سرحد پار سے گولہ باری سے ایک خاتون سمیت تین افراد جاں بحق ہوئے اور آٹھ بچے
زخمی ہوئے۔ ہسپتال حکام کے مطابق دس زخمی لائے گئے۔
=> 3 dead, 10 hurt
TURBAT: A constable was martyred and two passers-by suffered bullet wounds in Turbat on Monday
as gunmen targeted a patrol. The two were out of danger, doctors said.
=> 1 dead, 2 hurt
KHARAN: A Levies risaldar was among three people killed in Kharan on Monday. His guard and a
shopkeeper were the other two.
=> 3 dead, None hurt
HARNAI: Militants attacked a coal mine in Harnai on Monday, killing four colliers. A fifth
died on the way to Quetta. Six more were injured, one of whom lost both legs.
=> 5 dead, 6 hurt
MASTUNG: The driver of a passenger van was shot in the arm when robbers fired at his vehicle
in Mastung on Monday. None of the 14 passengers was hurt.
=> 0 dead, 1 hurt
CHARSADDA: A motorcycle bomb killed one policeman and wounded nine people, five of them
policemen, in Charsadda on Monday. By evening, two of the wounded policemen had died.
=> 3 dead, 7 hurt
PARACHINAR: Gunmen ambushed a convoy of vehicles in Kurram on Monday, killing 12 people,
including three women. Rescue 1122 said it had shifted 20 injured to hospital. Officials in
the evening said the number of the dead had risen to 15.
=> 15 dead, 20 hurt
NORTH WAZIRISTAN: Unknown militants blew up a girls' school in Mir Ali on Sunday night. The
building was empty at the time and no one was harmed.
=> 0 dead, 0 hurt
SWAT: A peace committee member escaped a bomb attack in Swat on Monday but one of his guards
was killed.
=> 1 dead, 0 hurt
QUETTA: Police recovered the bullet-riddled bodies of three men from Sariab in Quetta on
Monday. One of them was identified as a student of the Balochistan University.
=> 3 dead, None hurt
KARACHI: Two suspected extortionists were shot dead by police in an encounter in Malir on
Monday. A passer-by received a bullet in the crossfire and died later.
=> 3 dead, None hurt
JACOBABAD: Nine people were killed and as many wounded in an armed clash between two tribes in
Jacobabad on Monday. Six of the dead were from one side.
=> 9 dead, 9 hurt
ISLAMABAD: At least 12 people, two policemen among them, lost their lives when a suicide
bomber exploded himself outside the courts in Islamabad on Tuesday. Of the 27 wounded, five
were in critical condition, the hospital's spokesman said.
=> 12 dead, 27 hurt
RAWALPINDI, March 3 - On night 2/3 March, khwarij attacked a Security Forces post in Datta
Khel, North Waziristan District. Own troops fought bravely and killed eight khwarij. During
the fire exchange, Havildar Asif (age: 38 years, resident of Attock District) and Sepoy Bilal
(age: 24 years, resident of Haripur District) embraced shahadat.
=> 10 dead, None hurt
RAWALPINDI: On 2 March, Security Forces conducted an intelligence based operation in Kulachi,
Dera Ismail Khan District, on reported presence of khwarij. Resultantly, nine khwarij were
sent to hell including ring leader, while four khwarij got injured. Weapons and ammunition
were recovered.
=> 9 dead, 4 hurt
QUETTA: Four soldiers, including a lieutenant, embraced martyrdom as militants attacked a camp
in Nushki on Monday. The ISPR said nine militants were also killed in the clearance operation.
Fifteen soldiers were wounded.
=> 13 dead, 15 hurt
QUETTA: Ten coal miners were killed and seven wounded when gunmen attacked their quarters in
Duki on Monday. Three of the dead and four of the wounded are Afghan nationals. The bodies
were shifted to the district headquarters hospital.
=> 10 dead, 7 hurt
KARACHI: A suspected robber was killed and his accomplice held in wounded condition after a
shootout with police in Korangi on Monday.
=> 1 dead, 1 hurt
SUKKUR: Dacoits fired rockets at a police picket in Kashmore on Monday, martyring a DSP and
four constables. Seven policemen were wounded, two critically. One dacoit was also killed in
the retaliatory firing.
=> 6 dead, 7 hurt
QUETTA: The Frontier Corps foiled an attack on its headquarters in Panjgur on Monday. "Six
terrorists have been killed so far," a security official said. Later in the evening another
official said the number of terrorists killed had reached nine, while three FC men had been
martyred.
=> 12 dead, None hurt
PESHAWAR: Nine people, including two minor girls, were hurt when a mortar shell landed near a
wedding in Tirah on Monday. "All of them are stable," said Dr Noor at the hospital.
=> None dead, 9 hurt
QUETTA: Unidentified persons hurled a cracker at a shop in Sibi on Monday and escaped. The
shop was slightly damaged. No one was inside.
=> None dead, None hurt
CHAGAI: Gunmen intercepted two mineral-laden trucks in Chagai on Monday, shot at their tyres
and set them ablaze. The drivers fled and remained unharmed.
=> 0 dead, 0 hurt
KECH: Two men riding a motorbike shot dead Abdul Rauf, 45, a teacher at a madressah, in Kech
on Monday. A pupil who was with him was also hit and is being treated in Turbat.
=> 1 dead, 1 hurt
BARKHAN: Seven passengers bound for Lahore were killed after being taken off a coach in
Barkhan on Tuesday night. According to the deputy commissioner, gunmen stopped several buses
and checked identity cards. "They took seven men to a nearby hill and shot them dead," he
added.
=> 7 dead, None hurt
QUETTA: A Hazara vegetable vendor was gunned down in Hazar Ganji, Quetta, on Monday. Two
others were with him; one was wounded, the other survived.
=> 1 dead, 1 hurt
MUZAFFARABAD: A woman was killed and three members of her family were injured when Indian
troops shelled a village near Chakothi on Monday. Four goats also perished.
=> 1 dead, 3 hurt
GILGIT: Eight people were killed and over 20 injured when gunmen fired on a bus near Chilas on
Saturday. Among the dead are two army men, while 16 of the injured were shot and the rest were
hurt when the bus collided with a truck.
=> 8 dead, 20 hurt
TURBAT: A vehicle of the customs was attacked in Turbat on Monday. Two officials were hurt,
one of whom passed away in hospital. The assailants got away.
=> 1 dead, 1 hurt
QUETTA: Seven FC personnel received injuries in an IED attack in Mastung on Monday. Two of
them, said to be critical, were airlifted to Karachi, where one expired in the evening.
=> 1 dead, 6 hurt
QUETTA: Twenty-six persons, among them 14 soldiers, were killed and 62 injured in a suicide
blast at the railway station in Quetta on Saturday. The death toll rose to 31 on Sunday as
five more people died. Hospital officials said 48 were still being treated.
=> 31 dead, 48 hurt
PASNI: Fishermen found the body of an unidentified person in the sea off Pasni on Monday.
Police said that the man had been shot in the head.
=> 1 dead, None hurt
QUETTA: A bomb planted in a motorcycle exploded in Quetta on Monday. Four policemen were among
the seven killed. At least 23 were wounded.
=> 7 dead, 23 hurt
QUETTA: A bomb planted in a motorcycle exploded in Quetta on Monday, wounding at least 14
people, five of whom are in a critical condition, Dr Rabia said. The toll could rise.
=> None dead, 14 hurt
HUB: A guard was tied up and thrashed by militants who set fire to a mobile phone tower in Hub
on Monday. He was otherwise unharmed.
=> 0 dead, 0 hurt
KALAT: At least three Levies personnel lost their lives while two went missing after an
assault on their post in Kalat on Monday.
=> 3 dead, None hurt
NASIRABAD: Seven members of a family were killed when a tractor trolley ran over a landmine in
Nasirabad on Monday. The only survivor, an infant, is in hospital.
=> 7 dead, 1 hurt
LANDI KOTAL: A cleric was assassinated and his guard injured in Landi Kotal on Friday. He was
the third cleric killed in the district this year.
=> 1 dead, 1 hurt
DALBANDIN: Assailants threw a grenade at a police van in Dalbandin on Monday; it fell wide.
The policemen in it were not hurt.
=> 0 dead, 0 hurt
PISHIN: A roadside bomb meant for a convoy of the FC exploded prematurely in Pishin on Monday,
killing the two militants who were planting it.
=> 2 dead, None hurt
MIRAMSHAH: Security forces shot a would-be bomber dead at a checkpost in Miramshah on Monday.
His vest was defused. Nobody else was harmed.
=> 1 dead, 0 hurt
QUETTA: The toll from Friday's attack on a bus in Harnai rose to 17 on Sunday when two
passengers, who were in a coma, died at a Quetta hospital. Doctors say nine others remain
under treatment, four of them in intensive care.
=> 17 dead, 9 hurt
PESHAWAR: Rescuers pulled three more bodies out of the rubble of a police station in Bannu on
Tuesday, raising to 14 the number of people killed in Monday's suicide bombing. As many as 40
were hurt.
=> 14 dead, 40 hurt
KHUZDAR: Nobody died when a bomb attached to an electricity pylon went off in Khuzdar on
Sunday night, but a linesman was hurt during repairs.
=> 0 dead, 1 hurt
QUETTA: Gunmen riding motorcycles shot at a pick-up in Kuchlak on Monday, wounding its driver.
He succumbed to his injuries at a hospital.
=> 1 dead, None hurt
ZIARAT: Militants released two of the five picnickers whom they had abducted in Ziarat on
Sunday. The bullet-riddled bodies of the remaining three were found in a gorge on Tuesday.
=> 3 dead, None hurt
GWADAR: A navy man and a coast guard were martyred on Monday when an explosive device blew up
their boat off Gwadar. Four of their colleagues are missing.
=> 2 dead, None hurt
WASHUK: A convoy carrying mineral ore came under fire in Washuk on Sunday. Two guards lost
their lives. The militants too suffered losses, officials claimed, without giving a number.
=> 2 dead, None hurt
QUETTA: Up to 40 people were feared trapped after militants set off a bomb beneath a bridge in
Bolan on Monday. Six bodies had been retrieved by evening and 22 persons rescued alive, 13 of
them wounded.
=> 6 dead, 13 hurt
TANK: The son of a former senator and three of his friends were gunned down in Tank on Monday.
A fifth man in the car was taken to hospital in a precarious condition.
=> 4 dead, 1 hurt
PESHAWAR: A bomb disposal expert lost both hands while defusing a device in Matani, Peshawar,
on Monday. A second policeman was slightly injured.
=> None dead, 2 hurt
SUI: One of the two labourers wounded in Saturday's landmine blast in Sui died on Monday. The
other is out of danger.
=> 1 dead, 1 hurt
MASTUNG: Masked men opened indiscriminate fire on a tea stall in Mastung on Monday, leaving
its owner and two customers dead. Another customer and a waiter were hit; the waiter is
critical.
=> 3 dead, 2 hurt
LASBELA: A patrol of the highway police came under attack in Lasbela on Monday. The officer in
charge and his driver were hit by bullets and both died before they reached the hospital.
=> 2 dead, None hurt
QUETTA: Police said they had killed four "terrorists" in a raid in Quetta on Monday. Relatives
said the four were missing persons who had been in custody for months.
=> 4 dead, None hurt
UPPER DIR: At least one person was killed and scores hurt as police fired in the air to
disperse a crowd protesting over power cuts in Dir on Monday.
=> 1 dead, None hurt
KARAK: Unknown miscreants targeted a gas van of a company in Karak on Monday with a
remote-controlled bomb, killing the driver and injuring four others, said the DPO. Doctors at
the KDA hospital said they had received one dead and six injured.
=> 1 dead, 6 hurt
HARNAI: "We lost three men and have eight wounded," a Levies officer said after a clash with
militants in Harnai on Monday. He said the attackers carried away their dead.
=> 3 dead, 8 hurt
CHAMAN: Two Afghans were killed and five Pakistani civilians wounded in cross-border shelling
near Chaman on Sunday.
=> 2 dead, 5 hurt
DUKI: Four coal mines were set on fire and a chowkidar shot dead by armed men in Duki on
Monday.
=> 1 dead, None hurt
QUETTA: Twin blasts rocked Quetta on Monday, killing 12 people and leaving over 50 injured.
The first bomb killed three; when rescuers arrived, a second, more powerful, took nine lives.
=> 12 dead, 50 hurt
BANNU: A jirga member who survived an attack in January was killed in Bannu on Monday by two
men on a motorcycle. His eight-year-old grandson was with him and was not hurt.
=> 1 dead, 0 hurt
KECH: Security forces raided a house in Kech on Sunday night. In the exchange of fire three
men inside were killed; two soldiers were hurt. Family members said the dead were students.
=> 3 dead, 2 hurt
DERA MURAD JAMALI: A pressure cooker bomb left at a tailor's shop in Dera Murad Jamali was
defused on Monday, hours after a similar device had wounded three people in the same bazaar.
=> None dead, 3 hurt
KANDHKOT: Nine policemen, including an SHO, were taken hostage by dacoits in Kandhkot on
Monday. One who resisted was shot dead.
=> 1 dead, None hurt
QUETTA: At least eight people sustained burn injuries when protesters torched a bus in Quetta
on Monday.
=> None dead, 8 hurt
نوشکی: نوشکی میں پیر کو سکیورٹی فورسز کے کیمپ پر حملے میں چار اہلکار شہید ہو گئے۔ آئی ایس پی
آر کے مطابق جوابی کارروائی میں آٹھ دہشت گرد ہلاک کر دیے گئے۔ زخمی اہلکاروں کی تعداد سات ہے۔
=> 12 dead, 7 hurt
ہرنائی: ہرنائی میں کوئلہ کانوں پر حملے میں دس کان کن جاں بحق اور پانچ زخمی ہو گئے۔ مرنے والوں
میں تین کا تعلق افغانستان سے تھا۔
=> 10 dead, 5 hurt
بولان: بولان میں پیر کو مسافر بس پر فائرنگ سے ڈرائیور جاں بحق ہو گیا جبکہ چار مسافر زخمی ہوئے
جن میں دو خواتین شامل ہیں۔
=> 1 dead, 4 hurt
حب: حب میں پیر کو پولیس مقابلے میں تین ڈاکو مارے گئے۔ ایک پولیس اہلکار کو بازو میں گولی لگی۔
=> 3 dead, 1 hurt
پشین: پشین میں پیر کو موٹر سائیکل میں نصب بم پھٹنے سے ایک بچے سمیت تین افراد جاں بحق اور درجن
سے زائد زخمی ہو گئے۔
=> 3 dead, 12 hurt
کوئٹہ: کوئٹہ میں ہفتے کو ہونے والے خودکش دھماکے کے مزید دو زخمی چل بسے جس کے بعد جاں بحق افراد
کی تعداد 28 ہو گئی ہے۔ اب بھی 35 زخمی ہسپتالوں میں زیر علاج ہیں۔
=> 28 dead, 35 hurt
دالبندین: دالبندین میں اتوار کو مسلح افراد نے معدنیات سے لدی پانچ گاڑیوں کے ٹائر برسٹ کر دیے۔
ڈرائیور محفوظ رہے۔
=> 0 dead, 0 hurt
شمالی وزیرستان: میر علی میں پیر کو گھر پر ڈرون گرنے سے ایک ہی خاندان کے چار بچے جاں بحق اور
پانچ افراد زخمی ہوئے۔
=> 4 dead, 5 hurt
کرک: کرک میں پیر کو پولیس وین پر حملے میں ایس ایچ او سمیت تین اہلکار شہید ہو گئے۔ وین کا
ڈرائیور معجزانہ طور پر محفوظ رہا۔
=> 3 dead, 0 hurt
ژوب: ژوب میں پیر کو فورسز نے سرحد پار سے دراندازی کی کوشش ناکام بناتے ہوئے گیارہ خوارج کو ہلاک
کر دیا۔ فورسز کا کوئی جانی نقصان نہیں ہوا۔
=> 11 dead, None hurt
گوادر: گوادر کے ساحل کے قریب پیر کو کشتی پر فائرنگ سے دو ماہی گیر جاں بحق ہو گئے۔ تیسرے ماہی
گیر کو زخمی حالت میں ہسپتال پہنچایا گیا۔
=> 2 dead, 1 hurt
مردان: مردان میں پیر کو نامعلوم افراد نے مدرسے کے مہتمم کو فائرنگ کر کے شہید کر دیا۔ ان کے
محافظ کی جوابی فائرنگ سے ایک حملہ آور ہلاک ہو گیا۔
=> 2 dead, None hurt
تربت: تربت میں پیر کو ایک نوجوان کی تشدد زدہ لاش ملی۔ لواحقین کے مطابق وہ دس روز قبل لاپتہ ہوا
تھا۔
=> 1 dead, None hurt
جعفر آباد: جعفر آباد میں پیر کو زمین کے تنازع پر دو قبائل میں تصادم ہوا جس میں دونوں جانب سے
پانچ افراد ہلاک اور نو زخمی ہوئے۔
=> 5 dead, 9 hurt
لورالائی: لورالائی میں پیر کو گاڑی بارودی سرنگ سے ٹکرا گئی۔ گاڑی میں سوار پانچ میں سے تین
افراد موقع پر دم توڑ گئے جبکہ دو شدید زخمی ہیں۔
=> 3 dead, 2 hurt
سوات: سوات میں پیر کو امن لشکر کے رکن پر قاتلانہ حملہ ہوا۔ وہ محفوظ رہے تاہم ان کا بھتیجا جاں
بحق ہو گیا۔
=> 1 dead, 0 hurt
کوئٹہ: کوئٹہ میں پیر کو پولیس اور مظاہرین کے درمیان جھڑپوں میں چھ پولیس اہلکار اور گیارہ
مظاہرین زخمی ہو گئے۔
=> None dead, 17 hurt
پنجگور: پنجگور میں پیر کو پولیس تھانے پر دستی بم پھینکا گیا جو صحن میں پھٹا۔ کسی اہلکار کے
زخمی ہونے کی اطلاع نہیں۔
=> None dead, 0 hurt
بنوں: بنوں میں پیر کو بکا خیل کے قریب سڑک کنارے بم پھٹنے سے گاڑی میں سوار باپ بیٹا جاں بحق ہو
گئے۔ ایک راہگیر خاتون بھی زخمی ہوئی۔
=> 2 dead, 1 hurt
آواران: تنظیم کے ترجمان نے کہا کہ آواران میں پیر کو فوجی قافلے پر حملے میں بارہ اہلکار ہلاک
ہوئے۔ سرکاری طور پر تین اہلکاروں کی شہادت کی تصدیق کی گئی ہے۔
=> 3 dead, None hurt
ڈی آئی خان: ڈیرہ اسماعیل خان میں پیر کو 45 سالہ ڈاکٹر اور ان کا 12 سالہ بیٹا فائرنگ سے جاں بحق
ہو گئے۔
=> 2 dead, None hurt
"""

_CASE = re.compile(r"(.+?)\n=> (\w+) dead, (\w+) hurt\n", re.DOTALL)


def cases(table):
    """Read the reports of a table, each with its two figures."""
    return [
        (match[1].replace("\n", " "), match[2], match[3]) for match in _CASE.finditer(table[1:])
    ]


@pytest.mark.parametrize(("text", "dead", "hurt"), cases(CASES))
def test_a_report_has_its_figures(text, dead, hurt):
    article = Article(id="a", text=text, published=date(2026, 3, 4), published_source="metadata")
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    assert (str(account.fatalities_best), str(account.injured_best)) == (dead, hurt)
