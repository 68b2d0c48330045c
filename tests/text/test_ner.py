"""A spaCy pipeline as a second opinion; the pipelines here are rulers made in the test."""

from __future__ import annotations

import builtins
import json

import pytest

import geomap
from geomap import pipeline
from geomap.errors import MissingDependencyError, SettingsError
from geomap.records import Article, Mention
from geomap.text import ner
from geomap.text.mentions import mentions_in
from geomap.text.ner import Pipeline, Tag, load_pipeline, named_places, with_opinion
from geomap.text.reading import read_scenes
from tests.runs import call, contents, lines

__all__ = ["call"]

pytestmark = pytest.mark.usefixtures("blank_prints")


def tagged(text, *named):
    """Return tags on the first occurrence of words."""
    return [Tag(text.index(words), text.index(words) + len(words), kind) for words, kind in named]


def read(text, *named):
    tags = tagged(text, *named)
    reading = read_scenes(Article(id="a", text=text))
    mentions = mentions_in(reading, also=named_places(text, tags))
    return {mention.toponym: mention for mention in with_opinion(text, mentions, tags)}


ORG = "Two men of the Turbat lantern circle were shot dead on Monday."


def test_a_name_inside_an_organisation_becomes_an_actor():
    start = ORG.index("Turbat")
    plain = Mention(
        article_id="a", start=start, end=start + 6, sentence=0, paragraph=0, toponym="Turbat",
        name_key="turbat", role="incident_site", score=1.0, rules=("name:gazetteer",),
    )  # fmt: skip
    (seen,) = with_opinion(ORG, [plain], tagged(ORG, ("Turbat lantern circle", "organisation")))
    assert (seen.role, seen.score) == ("actor", 0.5)
    assert seen.rules == ("name:gazetteer", "ner: organisation")


def test_a_person_s_name_becomes_an_actor():
    text = "Two men, Panjgur among them by name, were shot dead on Monday."
    assert read(text, ("Panjgur", "person"))["Panjgur"].rules[-1] == "ner: person"


@pytest.mark.parametrize(
    ("text", "toponym"),
    [
        ("Two men were shot dead in Turbat on Monday.", "Turbat"),
        ("Two men were shot dead in Turbat's bazaar on Monday.", "Turbat"),
        ("Gunmen attacked Kech district on Monday, killing two men.", "Kech district"),
        ("TURBAT: Two men were shot dead on Monday.", "TURBAT"),
        ("Two men were shot dead 12 km south of Turbat on Monday.", "Turbat"),
        ("پیر کو تربت میں فائرنگ سے دو افراد جاں بحق ہوئے۔", "تربت"),
    ],
)
@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_strong_rules_win(text, toponym, kind):
    name = toponym.removesuffix(" district")
    assert read(text, (name, kind))[toponym] == read(text)[toponym]


def test_a_preposition_before_a_longer_name_is_no_strong_rule():
    text = "Two men were shot dead in Turbat lantern circle on Monday."
    assert read(text, ("Turbat lantern circle", "organisation"))["Turbat"].role == "actor"


def test_a_place_gains_score_and_one_that_was_left_out_becomes_a_mention():
    text = "Gunmen struck. Sui mourned the two labourers shot dead on Monday."
    assert "Sui" not in read(text)
    (new,) = read(text, ("Sui", "place")).values()
    assert (new.toponym, new.rules[0]) == ("Sui", "ner: place")
    text = "Two men were shot dead in Turbat on Monday."
    assert read(text, ("Turbat", "place"))["Turbat"].rules[-1] == "ner: place"


def test_what_the_gazetteer_lacks_is_not_made_a_place():
    text = "Gunmen struck. Qzarabad mourned on Monday."
    assert read(text, ("Qzarabad", "place")) == {}


def test_mentions_without_a_tag_stay_as_they_are():
    assert read(ORG, ("Monday", "place")) == read(ORG)


@pytest.fixture(scope="module")
def ruler(tmp_path_factory):
    """Return the folder of a blank pipeline with three patterns."""
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "ORG", "pattern": "Turbat lantern circle"},
            {"label": "PERSON", "pattern": "Panjgur"},
            {"label": "GPE", "pattern": "Sui"},
            {"label": "DATE", "pattern": "Monday"},
        ],
    )
    folder = tmp_path_factory.mktemp("pipelines") / "mine"
    nlp.to_disk(folder)
    return folder


REPORT = f"date 2026-03-04 Attack\n\n{ORG} Sui mourned. Police in Mach said so.\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_pipeline_is_loaded_by_its_path_and_gives_tags(ruler):
    one = load_pipeline(str(ruler))
    assert one.name == "en_pipeline"
    assert one.tags("Monday in Sui") == [Tag(10, 13, "place")]
    long = "word " * 10_000 + "Sui"
    assert one.tags(long) == [Tag(50_000, 50_003, "place")]
    assert one.tags("x" * 50_000 + " Sui") == [Tag(50_001, 50_004, "place")]


def test_a_run_with_a_pipeline(ruler, report, tmp_path, call):
    plain = geomap.run(report, tmp_path / "plain").out
    seen = geomap.run(report, tmp_path / "seen", ner=str(ruler)).out
    old = {row["toponym"]: row for row in lines(plain / "mentions.jsonl")}
    new = {row["toponym"]: row for row in lines(seen / "mentions.jsonl")}
    assert new["Turbat"]["role"] == "actor"
    assert new["Turbat"]["rules"][-1] == "ner: organisation"
    assert new["Turbat"]["score"] < old["Turbat"]["score"]
    assert new["Mach"] == old["Mach"]
    assert ("Sui" in old, "Sui" in new) == (False, True)
    record = json.loads((seen / "run.json").read_bytes())
    assert record["ner"] == {"pipeline": "en_pipeline", "version": "0.0.0", "articles_not_read": 0}
    assert record["settings"]["ner"] == "mine"
    assert "ner" not in json.loads((plain / "run.json").read_bytes())
    said = call("run", report, "-o", tmp_path / "again", "--ner", ruler, "-q")
    assert said.code == 0
    assert contents(tmp_path / "again") == contents(seen)


def test_a_person_s_correction_wins_over_a_pipeline(ruler, report, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("what,article_id,quote,field,correct_value\n"
                    "toponym,*,Turbat,role,incident_site\n", encoding="utf-8")  # fmt: skip
    out = geomap.run(report, tmp_path / "out", ner=str(ruler), corrections=file).out
    (row,) = [row for row in lines(out / "mentions.jsonl") if row["toponym"] == "Turbat"]
    assert row["role"] == "incident_site"


def test_a_pipeline_that_fails_on_a_text_costs_no_article(ruler, report, tmp_path, monkeypatch):
    def fail(_text):
        raise RuntimeError("no")

    one = load_pipeline(str(ruler))
    monkeypatch.setattr(one, "_nlp", type("Broken", (), {"select_pipes": fail})())
    monkeypatch.setattr(pipeline, "load_pipeline", lambda _: one)
    result = geomap.run(report, tmp_path / "out", ner="broken")
    assert (result.articles, result.dropped, one.failures) == (1, (), 1)


def test_a_pipeline_with_a_ruler_keeps_its_other_parts():
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", name="senter")
    assert Pipeline(nlp)._idle == ["senter"]
    nlp.add_pipe("entity_ruler")
    assert Pipeline(nlp)._idle == []


def test_what_is_refused_is_one_clear_line(tmp_path, report, call):
    spacy = pytest.importorskip("spacy")
    with pytest.raises(SettingsError, match="spaCy has no pipeline 'xx_none' that can be loaded"):
        load_pipeline("xx_none")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="names no entities; it has nothing"):
        load_pipeline(str(tmp_path / "blank"))
    (tmp_path / "empty").mkdir()
    said = call("run", report, "-o", tmp_path / "out", "--ner", tmp_path / "empty")
    assert said.code == 1
    assert "that can be loaded" in said.problem
    with pytest.raises(SettingsError, match="ner is 5; it must be a name or a path"):
        geomap.run(report, tmp_path / "out", ner=5)


def test_without_spacy_the_install_line_is_given(monkeypatch):
    def missing(_name):
        raise ImportError("No module named 'spacy'")

    monkeypatch.setattr(ner, "import_module", missing)
    with pytest.raises(MissingDependencyError, match=r"pip install 'geomap-pk\[ner\]'"):
        load_pipeline("en_core_web_sm")


def test_a_run_without_a_pipeline_does_not_load_spacy(report, tmp_path, monkeypatch):
    real = builtins.__import__

    def guarded(name, *rest):
        assert name.partition(".")[0] != "spacy"
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", guarded)
    monkeypatch.setattr(ner, "import_module", pytest.fail)
    geomap.run(report, tmp_path / "out")
