"""The table of admin units and what is read from it."""

import csv
import re
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import SchemaError, SettingsError
from geomap.paths import data_file
from geomap.places import units
from geomap.places.names import fold_name
from geomap.places.units import (
    LEVELS,
    children,
    current_units,
    division_districts,
    find_units,
    fold_to,
    load_units,
    names_of,
    parents,
    unit,
    units_at,
)

ALL = load_units()
CODES = [one.pcode for one in ALL]
DISTRICTS = current_units("admin2")
PROVINCES_IN_CENSUS = {
    "Balochistan": "PK2",
    "Islamabad": "PK4",
    "Kpk": "PK5",
    "Punjab": "PK6",
    "Sindh": "PK7",
}


def test_codes_are_unique_and_sorted():
    assert len(set(CODES)) == len(CODES)
    order = [(one.pcode[:3], LEVELS.index(one.level), one.pcode) for one in ALL]
    assert order == sorted(order)


def test_the_file_has_unix_lines_and_no_stray_spaces():
    raw = data_file("boundaries/units.csv").read_bytes()
    assert b"\r" not in raw
    for row in csv.reader(raw.decode("utf-8").splitlines()):
        for field in row:
            for part in field.split("|"):
                assert part == " ".join(part.split())


@pytest.mark.parametrize(
    ("level", "number"), [("admin1", 7), ("division", 40), ("admin2", 177), ("agency", 0)]
)
def test_as_many_units_as_exist_today(level, number):
    assert len(current_units(level)) == number


def test_districts_and_divisions_of_each_province():
    districts = Counter(one.province for one in DISTRICTS)
    assert districts == {
        "PK1": 10, "PK2": 41, "PK3": 14, "PK4": 1, "PK5": 40, "PK6": 41, "PK7": 30,
    }  # fmt: skip
    divisions = Counter(one.province for one in current_units("division"))
    assert divisions == {"PK1": 3, "PK2": 11, "PK3": 3, "PK5": 7, "PK6": 10, "PK7": 6}


def test_own_codes_are_the_province_a_dash_and_a_slug():
    for one in ALL:
        assert one.level in LEVELS
        if one.pcode_source == "own":
            assert re.fullmatch(r"PK[1-7](-[a-z]+)+", one.pcode), one.pcode
            assert (one.level == "division") == one.pcode.endswith("-division")
        else:
            assert one.pcode_source == "cod"
            assert re.fullmatch(r"PK\d(\d\d)?", one.pcode), one.pcode


def test_parents_exist_and_nest():
    for one in ALL:
        if one.level == "admin1":
            assert one.division is None
            assert one.province is None
            continue
        province = unit(one.province)
        assert province is not None, one.pcode
        assert province.level == "admin1"
        assert province.pcode[:3] == one.pcode[:3]
        if one.division is not None:
            division = unit(one.division)
            assert division is not None, one.pcode
            assert division.level == "division"
            assert division.province == one.province
            assert division.is_current or not one.is_current
        if one.is_current:
            assert province.is_current


def test_every_current_district_has_a_division_but_islamabad():
    assert [one.pcode for one in DISTRICTS if one.division is None] == ["PK401"]


def test_every_current_division_has_districts():
    for division in current_units("division"):
        assert any(one.level == "admin2" for one in children(division.pcode)), division.pcode


def test_every_unit_has_an_urdu_name_in_urdu_script():
    for one in ALL:
        assert one.names_ur, one.pcode
        for name in one.names_ur:
            assert re.fullmatch(r"[\u0620-\u06ff ]+", name), (one.pcode, name)
            assert not set("يىكهة") & set(name), (one.pcode, name)


def test_latin_names_are_latin():
    for one in ALL:
        for name in (one.name, *one.aliases):
            assert name.isascii(), (one.pcode, name)


def test_every_current_district_and_division_has_headquarters():
    for one in (*DISTRICTS, *current_units("division"), *current_units("admin1")):
        assert one.headquarters, one.pcode


def test_a_name_means_one_unit_at_its_level():
    bearers = defaultdict(set)
    for one in ALL:
        assert len(set(names_of(one))) == len(names_of(one)), one.pcode
        for name in names_of(one):
            bearers[one.level, fold_name(name)].add(one.pcode)
    assert {key: codes for key, codes in bearers.items() if len(codes) > 1} == {}


def test_a_figure_or_a_reason():
    for one in ALL:
        assert (one.population_2023 is None) == (one.area_km2 is None), one.pcode
        assert one.population_2023 is not None or one.figures_note, one.pcode
        assert one.population_2023 is None or one.population_2023 > 0


def test_dates_are_iso_and_in_order():
    for one in ALL:
        for when in (one.created, one.ended):
            assert when is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", when), one.pcode
            assert when is None or "1998" <= when[:4] <= "2026"
        if one.created and one.ended:
            assert one.created[:4] <= one.ended[:4]
        assert bool(one.ended) == bool(one.merged_into), one.pcode


def test_a_new_unit_says_where_it_came_from():
    for one in ALL:
        assert one.source
        assert bool(one.created) == bool(one.split_from), one.pcode


def test_lineage_exists_stays_in_the_province_and_keeps_its_level():
    for one in ALL:
        for pcode in (*one.split_from, *one.merged_into):
            other = unit(pcode)
            assert other is not None, (one.pcode, pcode)
            assert other.pcode[:3] == one.pcode[:3]
            if one.level in {"admin1", "admin2"}:
                assert other.level == one.level
        for pcode in one.merged_into:
            assert one.level != "division" or unit(pcode).level == "admin2"
            assert one.level != "agency" or unit(pcode).level == "admin2"


@pytest.mark.parametrize("lineage", ["split_from", "merged_into"])
def test_lineage_has_no_loop(lineage):
    state = {}

    def visit(pcode):
        assert state.get(pcode) != "open", f"{lineage} runs in a circle at {pcode}"
        if pcode not in state:
            state[pcode] = "open"
            for other in getattr(unit(pcode), lineage):
                visit(other)
            state[pcode] = "done"

    for pcode in CODES:
        visit(pcode)


@pytest.mark.parametrize(
    ("pcode", "available", "expected"),
    [
        ("PK2-hub", {"PK217"}, "PK217"),
        ("PK2-usta-muhammad", {"PK207", "PK222"}, "PK207"),
        ("PK218", {"PK209", "PK228"}, "PK228"),
        ("PK2-quetta-west", {"PK226"}, "PK226"),
        ("PK226", {"PK2-quetta-east", "PK2-quetta-west"}, None),
        ("PK530", {"PK5-south-waziristan-lower"}, None),
        ("PK5-south-waziristan-lower", {"PK530"}, "PK530"),
        ("PK517", {"PK5-kohistan"}, "PK5-kohistan"),
        ("PK7-keamari", {"PK7-karachi"}, "PK7-karachi"),
        ("PK712", {"PK704", "PK714"}, "PK704"),
        ("PK5-north-waziristan-agency", {"PK525"}, "PK525"),
        ("PK5-fr-peshawar", {"PK528"}, "PK528"),
        ("PK5-fata", {"PK5"}, "PK5"),
        ("PK308", {"PK305"}, "PK305"),
        ("PK999", {"PK217"}, None),
        ("PK999", {"PK999"}, "PK999"),
    ],
)
def test_fold_to(pcode, available, expected):
    assert fold_to(pcode, available) == expected


@given(
    pcode=st.sampled_from(CODES), available=st.lists(st.sampled_from(CODES), max_size=60).map(set)
)
def test_fold_to_gives_an_available_unit_and_folds_no_further(pcode, available):
    folded = fold_to(pcode, frozenset(available))
    assert folded is None or folded in available
    if folded is not None:
        assert fold_to(folded, available) == folded
        assert unit(folded).pcode[:3] == pcode[:3]
    if pcode in available:
        assert folded == pcode


def test_fold_to_takes_any_iterable():
    assert fold_to("PK2-hub", iter(["PK207", "PK217"])) == "PK217"


def test_fold_to_ends_where_lineage_runs_in_a_circle(use_table):
    header = data_file("boundaries/units.csv").read_text(encoding="utf-8").splitlines()[0]
    rows = [
        "PK2-a,own,admin2,A,ا,,,,,,,none,2001,PK2-b,2002,PK2-b,own",
        "PK2-b,own,admin2,B,ب,,,,,,,none,2001,PK2-a,2002,PK2-a,own",
    ]
    use_table([header, *rows])
    assert fold_to("PK2-a", {"PK2-c"}) is None
    assert fold_to("PK2-a", {"PK2-b"}) == "PK2-b"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["pcode,name"], "must have the columns"),
        ([None, "PK2,cod"], "row 2: 2 fields"),
        ([None, "PK2,cod,admin1,B,ب,,,,,many,,,,,,,own"], "'many' is no whole number"),
    ],
)
def test_a_damaged_table_is_refused(use_table, lines, message):
    header = data_file("boundaries/units.csv").read_text(encoding="utf-8").splitlines()[0]
    use_table([line or header for line in lines])
    with pytest.raises(SchemaError, match=message):
        load_units()


@pytest.fixture
def use_table(tmp_path, monkeypatch):
    """Let `units` read another table; the caches are emptied before and after."""

    def use(lines):
        path = tmp_path / "units.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        monkeypatch.setattr(units, "data_file", {"boundaries/units.csv": path}.__getitem__)
        clear_caches()

    yield use
    clear_caches()


def clear_caches():
    for cached in (load_units, units._by_pcode, units._by_name):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("pcode", "expected"),
    [
        ("PK211", ["PK2-makran-division", "PK2"]),
        ("PK401", ["PK4"]),
        ("PK2-makran-division", ["PK2"]),
        ("PK5-khyber-agency", ["PK5-fata", "PK5"]),
        ("PK2", []),
        ("PK999", []),
    ],
)
def test_parents(pcode, expected):
    assert [one.pcode for one in parents(pcode)] == expected


def test_children_of_provinces_and_divisions():
    assert {one.name for one in children("PK2-rakhshan-division")} == {
        "Chagai", "Kharan", "Nushki", "Washuk",
    }  # fmt: skip
    assert {one.level for one in children("PK2")} == {"division"}
    assert [one.pcode for one in children("PK4")] == ["PK401"]
    assert children("PK5-fata") == ()
    assert children("PK999") == ()


def test_division_districts_serve_old_and_new_sets():
    quetta = set(division_districts("PK2-quetta-division"))
    assert {"PK226", "PK2-quetta-east", "PK2-quetta-west", "PK220"} <= quetta
    assert "PK228" not in quetta
    kalat = division_districts("PK2-kalat-division")
    assert {"PK201", "PK210", "PK213", "PK217", "PK220", "PK233"} <= set(kalat)
    assert division_districts("PK226") == ()
    assert division_districts("PK999") == ()


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("Bolan", "admin2", ["PK209"]),
        ("D. I. Khan", "admin2", ["PK509"]),
        ("KPK", None, ["PK5"]),
        ("آزاد کشمیر", None, ["PK1"]),
        ("كوئٹه", "admin2", ["PK226"]),
        ("North Waziristan Agency", None, ["PK5-north-waziristan-agency"]),
        ("Sevi", None, ["PK228", "PK2-sibi-division"]),
        ("Bar Swat", None, ["PK5-upper-swat"]),
        ("Quetta", "admin1", []),
        ("Nowhere", None, []),
    ],
)
def test_find_units(name, level, expected):
    assert [one.pcode for one in find_units(name, level=level)] == expected


def test_units_at_a_day():
    def codes(when):
        return {one.pcode for one in units_at("admin2", when)}

    assert {"PK5-chitral", "PK218", "PK530"} <= codes("2015")
    assert codes("2022-08-31").isdisjoint({"PK2-hub"})
    assert {"PK2-hub", "PK226"} <= codes("2022-09-01")
    assert "PK226" in codes("2026-07-07")
    assert "PK226" not in codes("2026-07-08")
    assert codes("2026-12-31") == {one.pcode for one in DISTRICTS}
    assert len(units_at("agency", "2017")) == 13


def test_an_unknown_level_is_refused():
    for ask in (current_units, lambda level: units_at(level, "2020")):
        with pytest.raises(SettingsError, match="'district'; allowed: admin1"):
            ask("district")
    with pytest.raises(SettingsError):
        find_units("Quetta", level="city")


# --- against the reference files ---------------------------------------------------------------


@pytest.fixture(scope="module")
def reference(reference_dir):
    return reference_dir / "reference"


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tehsils(reference):
    return read(reference / "census2023_tehsils.csv")


def sums(rows):
    """Return (population, area) of tehsils; what the table does not give counts nothing."""
    return tuple(
        sum(round(float(row[column] or 0)) for row in rows)
        for column in ("population_2023", "area_km2")
    )


def figures(one):
    return one.population_2023, one.area_km2


@pytest.mark.reference
def test_names_and_codes_agree_with_cod(reference):
    published = {}
    for row in read(reference / "cod_pcodes_tehsils.csv"):
        published[row["Province_Code"]] = ("admin1", row["Province"], None)
        published[row["District_Code"]] = ("admin2", row["District"], row["Province_Code"])
    assert {one.pcode for one in ALL if one.pcode_source == "cod"} == set(published)
    for pcode, (level, name, province) in published.items():
        one = unit(pcode)
        assert (one.level, one.province) == (level, province)
        assert fold_name(name) in map(fold_name, names_of(one)), (pcode, name)


@pytest.mark.reference
def test_districts_agree_with_the_census(tehsils):
    groups = defaultdict(list)
    for row in tehsils:
        groups[PROVINCES_IN_CENSUS[row["province"]], row["district"]].append(row)
    seen = set()
    for (province, name), rows in groups.items():
        (one,) = (one for one in find_units(name, level="admin2") if one.province == province)
        assert figures(one) == sums(rows), name
        assert "census 2023" in one.source
        seen.add(one.pcode)
    assert len(seen) == len(groups) == 136
    others = [one for one in ALL if one.level == "admin2" and one.pcode not in seen]
    for one in others:
        assert "census 2023" not in one.source
        assert one.population_2023 is None or one.figures_note.startswith("from its tehsils")


PARTS = {
    "PK2-hub": ("Lasbela", {"Hub", "Gaddani", "Dureji", "Sonmiani/Winder"}),
    "PK2-usta-muhammad": ("Jaffarabad", {"Usta Muhammad", "Gandakha"}),
    "PK2-tump": ("Kech", {"Tump", "Mand"}),
    "PK2-wadh": ("Khuzdar", {"Wadh", "Nal", "Ornach"}),
    "PK5-south-waziristan-lower": ("South Waziristan", {"Birmil", "Toi Khulla", "Wana"}),
    "PK5-south-waziristan-upper": (
        "South Waziristan",
        {"Ladha", "Makin", "Sararogha", "Serwekai", "Shaktoi", "Tiarza"},
    ),
    "PK5-upper-swat": ("Swat", {"Matta", "Behrain", "Khawazakhela"}),
    "PK5-paharpur": ("Dera Ismail Khan", {"Paharpur"}),
    "PK5-allai": ("Batagram", {"Ai"}),
    "PK6-murree": ("Rawalpindi", {"Murree", "Kotli Sattian"}),
    "PK6-talagang": ("Chakwal", {"Tala Gang", "Lawa"}),
    "PK6-taunsa": ("Dera Ghazi Khan", {"Taunsa", "Koh-E-Suleman"}),
    "PK6-wazirabad": ("Gujranwala", {"Wazirabad"}),
}


@pytest.mark.reference
def test_districts_newer_than_the_census_are_sums_of_its_tehsils(tehsils):
    for pcode, (district, names) in PARTS.items():
        rows = [row for row in tehsils if row["district"] == district and row["tehsil"] in names]
        assert len(rows) == len(names), pcode
        assert figures(unit(pcode)) == sums(rows), pcode
    derived = {one.pcode for one in ALL if one.figures_note.startswith("from its tehsils")}
    assert derived == set(PARTS)


@pytest.mark.reference
def test_divisions_and_provinces_agree_with_the_census(tehsils):
    divisions, provinces = defaultdict(list), defaultdict(list)
    for row in tehsils:
        province = PROVINCES_IN_CENSUS[row["province"]]
        provinces[province].append(row)
        divisions[province, row["division"]].append(row)
    for pcode, rows in provinces.items():
        assert figures(unit(pcode)) == sums(rows)
    del divisions["PK4", "Islamabad"]  # a division on paper only: the territory has none
    seen = set()
    for (province, name), rows in divisions.items():
        (one,) = (one for one in find_units(name, level="division") if one.province == province)
        assert figures(one) == sums(rows), name
        seen.add(one.pcode)
    for one in ALL:
        if one.level == "division" and one.pcode not in seen and one.population_2023 is not None:
            assert one.figures_note.startswith("from its districts"), one.pcode
