"""Build what the documentation shows, from ``seeds/``: the gallery's pictures and the notebook.

Run it as ``make gallery``, or ``python docs/build.py``. The same reports give the same pictures.
Those of pages need Chromium and playwright and stay as they are without them. Figures for print are
made half as large as they are saved, and every picture gets at most 128 colours, so that all of
them together stay under a megabyte.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import nbformat
from nbclient import NotebookClient
from PIL import Image

import geomap
from geomap.maps.charts import draw_chart
from geomap.maps.figures import Look, StaticFigure
from geomap.maps.static import draw_symbols, draw_units
from geomap.publish.pdf import find_browser

DOCS = Path(__file__).resolve().parent
SEEDS = DOCS.parent / "seeds"
PICTURES = DOCS / "gallery"
NOTEBOOK = DOCS / "example.ipynb"
TITLE = "Incidents in the example reports"
COLOURS = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A page as a reader sees it: width and height in pixels, state, and what is done in it."""

    page: str
    width: int
    height: int
    state: str = ""
    dark: bool = False
    opens: str = ""  # text of the list's row that is opened


SHOTS = {
    "page": Shot(page="map.html", width=1100, height=680),
    "card": Shot(page="map.html", width=1100, height=680, state="#q=loralai", opens="Loralai"),
    "areas": Shot(
        page="map.html", width=1100, height=680, state="#areas=fatalities,number,province"
    ),
    "urdu": Shot(page="urdu.html", width=1100, height=680),
    "phone": Shot(page="map.html", width=360, height=640, dark=True),
    "article": Shot(page="article.html", width=800, height=760),
}
PAPER = {
    "symbols": Look(title=TITLE),
    "rates": Look(),
    "balochistan": Look(size="column", within="PK2", lang="ur"),
    "time": Look(size="column"),
    "districts": Look(size="column"),
    "actors": Look(size="column"),
}


def incidents_of_the_seeds() -> gpd.GeoDataFrame:
    """Return the incident table of ``seeds/``."""
    articles = geomap.read_articles(SEEDS)
    accounts = geomap.extract_accounts(articles, geomap.resolve(geomap.find_mentions(articles)))
    return geomap.incident_table(geomap.merge_accounts(accounts, articles=articles))


def figure(name: str, incidents: gpd.GeoDataFrame) -> StaticFigure:
    """Return one of the figures for print."""
    look = PAPER[name]
    if name == "rates":
        table = geomap.summarize(incidents, by="admin1")
        return draw_units(table, value="incidents_per_100k", look=look)
    if name in {"symbols", "balochistan"}:
        return draw_symbols(incidents, look=look)
    return draw_chart(incidents, name, period="quarter", look=look)


def shrink(path: Path, target: Path, *, part: int) -> None:
    """Write a picture with fewer colours, and a `part` of its width and height."""
    with Image.open(path) as image:
        size = (image.width // part, image.height // part)
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def draw_figures(incidents: gpd.GeoDataFrame, folder: Path) -> None:
    """Draw the figures for print."""
    for name in PAPER:
        whole = folder / f"{name}.png"
        figure(name, incidents).save(whole)
        shrink(whole, PICTURES / f"{name}.png", part=2)


def write_pages(incidents: gpd.GeoDataFrame, folder: Path) -> None:
    """Write the pages that are looked at: the map, the map in Urdu, and an article with a frame."""
    geomap.draw_map(incidents, title=TITLE).save(folder / "map.html")
    geomap.draw_map(incidents, title="نمونے کی خبروں کے واقعات", lang="ur").save(
        folder / "urdu.html"
    )
    written = geomap.write_embed(incidents, folder, title=TITLE)
    article = (DOCS / "gallery" / "article.html").read_text(encoding="utf-8")
    text = article.replace("<!-- the frame -->", written.frame)
    (folder / "article.html").write_text(text, encoding="utf-8")


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a running Chromium, or None where there is none."""
    path = find_browser()
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 # may be missing
    except ImportError:
        path = None
    if path is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def take(browser: Any, shot: Shot, folder: Path, target: Path) -> None:
    """Take the picture of a page."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page.goto((folder / shot.page).as_uri() + shot.state)
    framed = page.frame_locator("iframe") if shot.page == "article.html" else page
    framed.locator(".gm[data-ready]").wait_for()
    if shot.opens:
        page.locator(".gm-list .gm-row", has_text=shot.opens).first.click()
        page.locator(".gm-card .gm-sources").wait_for()
    page.wait_for_timeout(600)
    page.screenshot(path=target)
    page.close()


def run_notebook(path: Path, folder: Path) -> nbformat.NotebookNode:
    """Return the notebook of `path`, run in `folder`, without a trace of when and where."""
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    notebook = nbformat.read(path, as_version=4)
    runs = NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )  # fmt: skip
    runs.execute()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"]}
    return notebook


def main() -> None:
    """Build everything."""
    incidents = incidents_of_the_seeds()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        draw_figures(incidents, folder)
        write_pages(incidents, folder)
        with chromium() as browser:
            if browser is None:
                print("no Chromium with playwright: the pictures of pages stay as they are")
            for name, shot in SHOTS.items() if browser is not None else ():
                take(browser, shot, folder, folder / f"{name}.png")
                shrink(folder / f"{name}.png", PICTURES / f"{name}.png", part=1)
    nbformat.write(run_notebook(NOTEBOOK, DOCS), NOTEBOOK)
    total = sum(path.stat().st_size for path in PICTURES.glob("*.png"))
    print(f"{len(SHOTS) + len(PAPER)} pictures, {total / 1000:.0f} kB; {NOTEBOOK.name} run")


if __name__ == "__main__":
    main()
