from __future__ import annotations

import dataclasses

import pytest

from geomap.errors import MissingDataError, SettingsError
from geomap.settings import Settings, load_settings


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "geomap.toml"
    path.write_text('title = "from the file"\nquotes = false\n', encoding="utf-8")
    return path


def test_without_sources_there_are_the_defaults():
    assert load_settings(environment={}) == Settings()
    assert Settings() == Settings(boundaries=None, quotes=True, title=None)


def test_a_later_source_wins(file):
    variables = {"GEOMAP_TITLE": "from the environment", "GEOMAP_OTHER": "ignored"}
    assert load_settings(file, environment={}).title == "from the file"
    assert load_settings(file, environment=variables).title == "from the environment"
    assert load_settings(file, environment=variables, title="given").title == "given"
    assert load_settings(file, environment=variables).quotes is False
    assert load_settings(file, environment=variables, quotes=True).quotes is True


def test_none_and_an_empty_variable_mean_not_given(file):
    settings = load_settings(file, environment={"GEOMAP_TITLE": ""}, title=None, quotes=None)
    assert settings == Settings(title="from the file", quotes=False)


def test_the_process_environment_is_read(monkeypatch):
    monkeypatch.setenv("GEOMAP_TITLE", "from outside")
    assert load_settings().title == "from outside"


@pytest.mark.parametrize(
    ("word", "value"), [("yes", True), ("1", True), ("True", True), ("no", False), ("0", False)]
)
def test_quotes_as_a_word(word, value):
    assert load_settings(environment={"GEOMAP_QUOTES": word}).quotes is value


def test_a_number_as_a_word():
    assert load_settings(environment={"GEOMAP_MAX_FILE_MB": "7"}).max_file_mb == 7
    with pytest.raises(SettingsError, match="max_file_mb is 'seven'"):
        load_settings(environment={"GEOMAP_MAX_FILE_MB": "seven"})


def test_settings_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().title = "other"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'titel = "x"',
            "unknown setting 'titel'; known are boundaries, corrections, lexicons, max_file_mb",
        ),
        ("title = 5", "title is 5; it must be text"),
        ("max_file_mb = 0", "max_file_mb is 0; it must be a whole number of megabytes"),
        ("max_file_mb = true", "max_file_mb is True; it must be a whole number"),
        ("max_file_mb = 1.5", "max_file_mb is 1.5; it must be a whole number"),
        ('quotes = "no"', "quotes is 'no'; it must be true or false"),
        ("quotes = 1", "quotes is 1; it must be true or false"),
        ("boundaries = []", "boundaries is .*; it must be the name"),
        ("title = ", "geomap.toml: not a TOML file"),
    ],
)
def test_a_wrong_file_is_one_clear_error(file, text, message):
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load_settings(file, environment={})


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(MissingDataError, match="there is no such settings file"):
        load_settings(tmp_path / "none.toml", environment={})
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, environment={})
    (tmp_path / "latin.toml").write_bytes(b'title = "caf\xe9"')
    with pytest.raises(SettingsError, match="not a TOML file"):
        load_settings(tmp_path / "latin.toml", environment={})


def test_wrong_values_from_elsewhere():
    with pytest.raises(SettingsError, match="quotes is 'maybe'"):
        load_settings(environment={"GEOMAP_QUOTES": "maybe"})
    with pytest.raises(SettingsError, match="unknown setting 'colour'"):
        load_settings(environment={}, colour="red")
    with pytest.raises(SettingsError, match="quotes is 'no'"):
        Settings(quotes="no")
