"""A real Chromium for the tests of pages, and what it is asked to notice."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field

import pytest

__all__ = ["SWITCHES", "Visit", "browser", "missing", "visit"]

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Visit:
    """One page that was opened, with all that it said and asked for."""

    page: object
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def hear(self, message):
        """Note what the page complains of; that tests read pixels back is not its fault."""
        if message.type in {"error", "warning"} and "willReadFrequently" not in message.text:
            self.errors.append(message.text)

    def assert_quiet(self):
        """Nothing was logged as an error, and nothing was asked for but the file itself."""
        assert self.errors == []
        assert len(self.requests) == 1, self.requests


def missing(message):
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium, or skip; CI requires it (REQUIRE_BROWSER=1)."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing("no Chromium is installed: install it to test the page")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture
def visit(browser):
    """Return a function that opens a file and watches it."""
    contexts = []

    def open_file(path, *, width=1280, height=800, fragment="", ready=True, **options):
        route = options.pop("route", None)
        options = {"reduced_motion": "reduce", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        if route is not None:
            page.route(re.compile("^https:"), route)
        seen = Visit(page)
        page.on("console", seen.hear)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on(
            "request",
            lambda r: not r.url.startswith("data:") and seen.requests.append(r.url),
        )
        page.goto(path.resolve().as_uri() + fragment)
        if ready:
            page.locator(".gm[data-ready]").wait_for()
        return seen

    yield open_file
    for context in contexts:
        context.close()
