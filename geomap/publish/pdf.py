"""Pages as PDF, printed by a Chromium that is installed; the same page gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from geomap.errors import RenderError
from geomap.whole_file import whole_file

__all__ = ["BROWSERS", "find_browser", "print_pdf", "the_browser"]

BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
    "microsoft-edge", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)  # fmt: skip
"""Programs that can print a page, by name or by where they stand on a Mac."""

_PATIENCE_S = 300
_DATES = re.compile(rb"(/(?:CreationDate|ModDate) \()D:\d{14}[^)]*(\))")
_NODES = re.compile(rb"(?<=\(node)\d{8}(?=\))")
_IDS = re.compile(rb"(/ID \[<)([0-9A-Fa-f]{32})(> <)([0-9A-Fa-f]{32})(>\])")


def find_browser() -> str | None:
    """Return the path of a Chromium, Google Chrome or Edge, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def the_browser(path: Path) -> str:
    """Return the path of the browser that prints a file.

    Raises
    ------
    RenderError
        If there is none.
    """
    browser = find_browser()
    if browser is None:
        raise RenderError(
            f"{path.name}: a PDF is printed by Chromium, Google Chrome or Edge, and none is "
            "installed: install one, or write .html or .docx and print that",
        )
    return browser


def print_pdf(page: str, path: Path, *, until: date | None) -> None:
    """Print a page that loads nothing, and write it as PDF.

    Parameters
    ----------
    page
        The page's HTML, in ASCII.
    path
        The file to write.
    until
        The date of the file's stamps; None is the first of 1980.

    Raises
    ------
    RenderError
        If there is no browser, or it does not print the page.
    """
    browser = the_browser(path)
    with tempfile.TemporaryDirectory(prefix="geomap-pdf-", ignore_cleanup_errors=True) as folder:
        content = _printed(browser, page, Path(folder), path.name)
    with whole_file(path) as new:
        new.write_bytes(_stamped(content, until or date(1980, 1, 1)))


def _printed(browser: str, page: str, folder: Path, name: str) -> bytes:
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="ascii", newline="\n")
    command = [
        browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-sync", "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}",
        *(["--no-sandbox"] if _is_root() else []), source.as_uri(),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603 - no shell, our own words
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RenderError(f"{name}: {browser} did not print the page: {error}") from error
    if done.returncode or not target.is_file():
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1] if lines else f"it ended with {done.returncode}"
        raise RenderError(f"{name}: {browser} did not print the page: {why}")
    return target.read_bytes()


def _is_root() -> bool:
    """Say whether the browser would refuse its own sandbox; the page runs no script."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _stamped(content: bytes, day: date) -> bytes:
    """Return a PDF with one day for its dates and tags numbered from 1, at its own length.

    The browser names a tag after its own count of nodes, which a slow machine shifts.
    """

    def dated(match: re.Match[bytes]) -> bytes:
        room = len(match.group()) - len(match[1]) - len(match[2])
        stamp = f"D:{day:%Y%m%d}000000+00'00'".encode()
        return match[1] + stamp.ljust(room)[:room] + match[2]

    content = _DATES.sub(dated, content)
    nodes = {node: b"%08d" % at for at, node in enumerate(sorted(set(_NODES.findall(content))), 1)}
    content = _NODES.sub(lambda match: nodes[match.group()], content)
    own = hashlib.md5(_IDS.sub(b"", content), usedforsecurity=False).hexdigest().upper().encode()
    return _IDS.sub(rb"\g<1>" + own + rb"\g<3>" + own + rb"\g<5>", content)
