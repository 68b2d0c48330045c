"""Maps of the seeds, of labelled reports and of 100,000 incidents: no request and no complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

import geomap
from tests.maps.page import choose, count, go_to, open_filters, saved, settle
from tests.maps.samples import many_incidents

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def drawn_from(path, tmp_path, **options):
    """Read reports, draw their map as a run does, and return the file and the number of rows."""
    articles = geomap.read_articles(path)
    accounts = geomap.extract_accounts(articles, geomap.resolve(geomap.find_mentions(articles)))
    table = geomap.incident_table(geomap.merge_accounts(accounts, articles=articles))
    return saved(tmp_path, table, **options), len(table)


def use_all(page, shown):
    """Do once what each part of the page offers."""
    assert count(page) == shown
    page.locator(".gm-list .gm-row").first.click()
    page.locator(".gm-card .gm-sources, .gm-card .gm-note").first.wait_for()
    page.keyboard.press("Escape")
    if page.locator(".gm-off").count():
        page.locator(".gm-off").click()
        page.keyboard.press("Escape")
    open_filters(page, "Event type")
    page.locator(".gm-tick input[type=checkbox]").nth(1).check()
    assert 0 < count(page) < shown
    page.get_by_role("button", name="Reset").click()
    for name in ("Heat: where incidents are dense", "No points", "Symbols and clusters"):
        choose(page, measure="incidents")
        page.get_by_label(name).check()
        settle(page)
    go_to(page, "Quetta", 11)
    go_to(page, "Lahore", 6)
    page.get_by_role("searchbox").fill("a")
    page.wait_for_function("() => !geomap.pages[0].filters.isSearching()")


def test_the_map_of_the_seeds_is_quiet(visit, tmp_path):
    path, n = drawn_from(SEEDS, tmp_path)
    assert n > 10
    seen = visit(path)
    use_all(seen.page, n)
    seen.assert_quiet()


@pytest.mark.reference
def test_the_map_of_labelled_reports_is_quiet(visit, tmp_path, reference_dir):
    reports = reference_dir / "evaluation" / "dev" / "articles.jsonl"
    path, n = drawn_from(reports, tmp_path)
    assert n > 50
    seen = visit(path)
    use_all(seen.page, n)
    seen.assert_quiet()


def test_a_hundred_thousand_incidents_stay_light(visit, tmp_path):
    path = saved(tmp_path, many_incidents(100_000, prose=False))
    assert path.stat().st_size < 3e6
    seen = visit(path)
    page = seen.page
    assert "100,000 of 100,000 shown" in page.locator(".gm-count").inner_text()
    assert page.evaluate("() => document.querySelectorAll('*').length") < 800
    page.locator(".gm-list .gm-row").first.focus()
    page.keyboard.press("End")
    assert page.locator("li:has(> .gm-row:focus)").get_attribute("aria-posinset") == "100000"
    use_all(page, 100_000)
    seen.assert_quiet()
