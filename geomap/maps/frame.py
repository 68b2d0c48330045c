"""The frame in which a page stands inside another one, a notebook included."""

from __future__ import annotations

from functools import cache

from jinja2 import Template

from geomap.maps.assets import escape_text, web_file

__all__ = ["HEIGHT", "LEAST", "SANDBOX", "framed", "framed_page"]

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a frame may do: run its scripts, open links, hand out its table. Not: act as its host."""

HEIGHT = 520
"""Greatest height of a frame in pixels, unless another one is asked for."""

LEAST = 360
"""Height in pixels that a frame keeps on a low screen, where it may be that high."""


def framed(address: str, *, title: str, height: int = HEIGHT) -> str:
    """Return the tag of a frame that shows the page at an address.

    Examples
    --------
    >>> framed("map.html", title="A <map>")[:50]
    '<iframe src="map.html" title="A &lt;map&gt;" width'
    """
    return _frame(f'src="{escape_text(address)}"', title, height)


def framed_page(page: str, *, title: str, height: int = HEIGHT) -> str:
    """Return the tag of a frame that holds a page, ASCII, in itself."""
    quoted = page.replace("&", "&amp;").replace('"', "&quot;")
    return _frame(f'srcdoc="{quoted}"', title, height)


def _frame(source: str, title: str, height: int) -> str:
    return _template().render(
        source=source,
        title=escape_text(title),
        height=height,
        least=min(LEAST, height),
        sandbox=SANDBOX,
    )


@cache
def _template() -> Template:
    template: Template = Template(web_file("frame.html"))
    return template
