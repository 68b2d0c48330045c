"""What a person does with the page, for the tests that drive it."""

from __future__ import annotations

from geomap.maps.incident_map import draw_map
from tests.maps.samples import town


def saved(tmp_path, frame, **options):
    path = tmp_path / "map.html"
    draw_map(frame, **options).save(path)
    return path


def spot(page, lon, lat):
    """Return the window position of a place on the map."""
    return page.evaluate(
        """([lon, lat]) => {
            const { map } = geomap.pages[0];
            const at = map.latLngToContainerPoint([lat, lon]);
            const box = map.getContainer().getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }""",
        [lon, lat],
    )


def at(page, name):
    """Return the window position of a town."""
    return spot(page, *town(name))


def go_to(page, name, zoom):
    """Show a town in the middle of the map."""
    lon, lat = town(name)
    page.evaluate("v => geomap.pages[0].map.setView([v[0], v[1]], v[2])", [lat, lon, zoom])
    settle(page)


def settle(page):
    """Wait until what was asked for is painted."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
    )


def open_row(page, text):
    page.locator(".gm-list .gm-row", has_text=text).first.click()
    card = page.locator(".gm-card")
    card.wait_for()  # the page draws it in its next frame
    return card


def fact(card, term):
    return card.locator(".gm-facts > div", has=card.page.locator("dt", has_text=term)).locator("dd")


def open_filters(page, *titles):
    """Open the filters, and the boxes of those that are named."""
    page.locator(".gm-filters > summary").click()
    for title in titles:
        page.locator(".gm-facet > summary", has_text=title).first.click()


def count(page):
    """Return how many incidents are shown."""
    return int(page.locator(".gm-count span").inner_text().split(" of ")[0].replace(",", ""))


def painted(page, position, pane="incidents"):
    """Return the colour of a canvas at a window position: red, green, blue, alpha."""
    return page.evaluate(
        """([x, y, pane]) => {
            const canvas = document.querySelector(`.leaflet-geomap-${pane}-pane canvas`);
            const box = canvas.getBoundingClientRect();
            const scale = canvas.width / box.width;
            const ctx = canvas.getContext("2d");
            return [...ctx.getImageData((x - box.x) * scale, (y - box.y) * scale, 1, 1).data];
        }""",
        [*position, pane],
    )


def tip_at(page, lon, lat):
    """Return the words beside the pointer over a place."""
    page.mouse.move(0, 0)
    page.mouse.move(*spot(page, lon, lat))
    return page.locator(".gm-tip").text_content()


def marks(page):
    """Return the symbols, stacks and clusters that the map shows."""
    return page.evaluate(
        """() => geomap.pages[0].incidents.marks.map(
            ({ kind, count, killed, members }) => ({ kind, count, killed, members }))""",
    )


def choose(page, **choices):
    """Choose in the box of layers, which is opened if need be."""
    box = page.locator(".gm-layers")
    if not box.evaluate("node => node.open"):
        box.locator("summary").click()
    for name, value in choices.items():
        page.locator(f"[id$=_{name}]").select_option(value)
    settle(page)
