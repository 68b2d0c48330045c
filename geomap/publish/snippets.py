"""Snippets: what a person pastes into a page, a notebook or a document to show a map."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import quote

from jinja2 import Template

from geomap.maps.assets import escape_text
from geomap.maps.frame import LEAST, framed, framed_page
from geomap.summary_tables import markdown_text

__all__ = ["Snippets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippets:
    """The snippets of one map, all text in them escaped for where it stands.

    `title` and `alt` are plain text on one line. `names` are the names of the files: page, srcdoc,
    png and svg. `base` is the address of their folder with its last slash, or nothing. `height` is
    the frame's greatest height and `pixels` the picture's width and height.
    """

    title: str
    alt: str
    names: Mapping[str, str]
    base: str
    height: int
    pixels: tuple[int, int]

    def address(self, name: str) -> str:
        """Return the address of a file, ``"page"`` or ``"png"``."""
        return self.base + quote(self.names[name])

    @property
    def frame(self) -> str:
        """The page in a frame."""
        return framed(self.address("page"), title=self.title, height=self.height)

    def srcdoc(self, page: str) -> str:
        """Return the page, ASCII, inside the tag of its frame."""
        return framed_page(page, title=self.title, height=self.height)

    @property
    def picture(self) -> str:
        """The picture that leads to the page."""
        return _template("embed_picture.html").render(
            page=escape_text(self.address("page")),
            picture=escape_text(self.address("png")),
            alt=escape_text(self.alt),
            width=self.pixels[0],
            height=self.pixels[1],
        )

    @property
    def markdown(self) -> str:
        """The picture that leads to the page, in Markdown."""
        alt, page, png = markdown_text(self.alt), self.address("page"), self.address("png")
        return f"[![{alt}](<{png}>)](<{page}>)"

    def guide(self, kilobytes: Mapping[str, int]) -> str:
        """Return the text that says what to paste where; `kilobytes` are the sizes of the pages."""
        longest = max(map(len, re.findall("`+", self.title + self.alt)), default=0)
        return _template("embed_snippets.md").render(
            title=markdown_text(self.title),
            alt=self.alt,
            markdown_alt=markdown_text(self.alt),
            names=self.names,
            addresses={name: self.address(name) for name in self.names},
            python_page=json.dumps(self.address("page")),
            base=self.base,
            kilobytes=kilobytes,
            frame=self.frame,
            picture=self.picture,
            markdown=self.markdown,
            height=self.height,
            least=min(LEAST, self.height),
            fence="`" * max(3, longest + 1),
        )


@cache
def _template(name: str) -> Template:
    text = (resources.files("geomap.publish") / "templates" / name).read_text(encoding="utf-8")
    template: Template = Template(text)
    return template
