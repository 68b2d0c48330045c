"""What Chromium needs to open a map, to filter and to move it: CPU time of the page's thread."""

from __future__ import annotations

import re
import shutil
import statistics
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

__all__ = ["Chromium", "PlaywrightError", "open_chromium"]

_FRAME = """await new Promise((done) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = done;
    after.port2.postMessage(0);
}));"""
_TASK = "await new Promise((done) => setTimeout(() => { %s; done(); }));"  # counted as script
_OURS = {
    "ready": "document.querySelector('.gm[data-ready]') !== null",
    "filter": """const page = geomap.pages[0], facet = page.filters.facet("event_type");
        facet.on.clear();
        if (step % 2 === 0) facet.on.add(step % 6);
        page.filters.apply();""",
    "map": "geomap.pages[0].map",
}
_PEER = {
    "ready": "document.readyState === 'complete' && document.images.length > 0",
    "filter": """const of = (one) => one instanceof L.MarkerClusterGroup;
        const cluster = Object.values(window).find(of);
        window.all = window.all || cluster.getLayers();
        cluster.clearLayers();
        cluster.addLayers(window.all.filter((_, k) => step % 2 || k % 6 === step % 6));""",
    "map": "Object.values(window).find((one) => one instanceof L.Map)",
}
_STEPS = 5


class Chromium:
    """A running browser that measures pages; `files` answer what peers load, by file name."""

    def __init__(self, browser: Browser, files: Mapping[str, bytes]) -> None:
        self._browser = browser
        self._files = files

    def measure(self, path: Path, *, ours: bool, given: Namespace) -> dict[str, float]:
        """Return the medians over `given.rounds` visits, which may open for twice `given.limit`.

        Raises
        ------
        PlaywrightError
            If a page takes longer, or the browser does not bear it.
        """
        way = _OURS if ours else _PEER
        visits = [self._visit(path, way, 2 * given.limit) for _ in range(given.rounds)]
        return {name: round(statistics.median(v[name] for v in visits), 3) for name in visits[0]}

    def _visit(self, path: Path, way: Mapping[str, str], limit: int) -> dict[str, float]:
        page = self._browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(1000 * limit)
        page.route(re.compile("^https?:"), self._answer)
        trouble: list[str] = []
        if way is _OURS:
            page.on("request", lambda one: one.url[:5] != "file:" and trouble.append(one.url))
            page.on("console", lambda one: one.type == "error" and trouble.append(one.text))
            page.on("pageerror", lambda one: trouble.append(str(one)))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def figures() -> dict[str, float]:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return {one["name"]: one["value"] for one in metrics}

        page.goto(path.resolve().as_uri(), wait_until="commit")
        page.wait_for_function("() => " + way["ready"])
        page.evaluate(f"async () => {{ {_FRAME} }}")
        result = {
            "open_wall_s": page.evaluate("() => performance.now()") / 1000,
            "open_cpu_s": figures()["TaskDuration"],
        }
        page.wait_for_timeout(800)
        moved = f"{way['map']}.panBy([step % 2 ? 300 : -300, 40], {{ animate: false }});"
        for name, action in (("filter", way["filter"]), ("pan", moved)):
            result |= self._steps(page, figures, name=name, action=action)
        session.send("HeapProfiler.enable")
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")  # typed arrays stand in the backing storage
        result["heap_mb"] = (heap["usedSize"] + heap.get("backingStorageSize", 0)) / 1e6
        page.close()
        if trouble:
            raise SystemExit(f"{path.name} is not self-contained: {trouble[:3]}")
        return result

    def _steps(self, page: Page, figures: Any, *, name: str, action: str) -> dict[str, float]:
        script, task = [], []
        for step in range(_STEPS):
            before = figures()
            page.evaluate(f"async (step) => {{ {_TASK % action} {_FRAME} }}", step)
            after = figures()
            script.append(1000 * (after["ScriptDuration"] - before["ScriptDuration"]))
            task.append(1000 * (after["TaskDuration"] - before["TaskDuration"]))
            page.wait_for_timeout(300)
        return {
            f"{name}_script_ms": statistics.median(script),
            f"{name}_frame_ms": statistics.median(task),
        }

    def _answer(self, route: Any) -> None:
        name = re.sub(r"-[\d.]+(?=\.min\.js$)", "", route.request.url.rpartition("/")[2])
        content = self._files.get(name)
        kind = {"js": "text/javascript", "css": "text/css"}.get(name.rpartition(".")[2])
        if content is None or kind is None:
            route.abort()
        else:
            route.fulfill(body=content, content_type=kind)


@contextmanager
def open_chromium(files: Mapping[str, bytes]) -> Iterator[Chromium]:
    """Run the installed Chromium."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=switches)
        yield Chromium(browser, files)
        browser.close()
