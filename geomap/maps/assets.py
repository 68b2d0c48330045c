"""Self-contained pages: escaping, embedded data, inlined Leaflet, script hashes, stable ids.

A page made here loads nothing. Text of unknown origin enters it in one of two ways only: as JSON
in a data block (`json_block`), which the page's scripts hand to ``textContent``, or through
`escape_text` into a string that folium puts into its own scripts.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Template
from xstatic.pkg import leaflet

from geomap.errors import MissingDataError, RenderError

__all__ = [
    "AssetChoice",
    "Page",
    "build_page",
    "embed_json",
    "escape_text",
    "inline_assets",
    "json_block",
    "leaflet_script",
    "leaflet_style",
    "packed_block",
    "safe_script",
    "stable_ids",
    "web_file",
    "web_script",
]

AssetChoice = Mapping[str, str | Path] | str | None
"""Files of other plugins: ``{url: path}`` puts them into the page, ``"cdn"`` lets it load them."""

MODULES = (
    "base.js",
    "decode.js",
    "words.js",
    "symbols.js",
    "canvas.js",
    "labels.js",
    "basemap.js",
    "store.js",
    "ids.js",
    "prose.js",
    "filters.js",
    "areas.js",
    "clusters.js",
    "heat.js",
    "incidents.js",
    "choropleth.js",
    "card.js",
    "list.js",
    "timeline.js",
    "facets.js",
    "places.js",
    "panel.js",
    "layerbox.js",
    "legend.js",
    "summary.js",
    "download.js",
    "state.js",
    "main.js",
    "pointer.js",
)
"""The page's own scripts in ``web/``, in the order in which they are put together."""

_HTML_SPECIALS = {ord(char): f"&#{ord(char)};" for char in "`$\\{}"}
_FOLIUM_ID = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")
_CSS_IMAGE = re.compile(r"url\((?:['\"]?)(images/[\w.-]+)(?:['\"]?)\)")
_COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"^\s+", re.MULTILINE)
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=\S*\s*$")
_JSON_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of one page; `scripts` run in order and alone may run.

    `body` and `head` are finished markup. `remote` are the addresses of scripts and styles that
    the page may load, empty for a self-contained page; `images` are further image sources for the
    policy, such as the host of a tile layer. `data` is markup without scripts that run.
    """

    title: str
    lang: str
    head: str
    body: str
    data: str
    scripts: tuple[str, ...]
    remote: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


def escape_text(value: object) -> str:
    """Return text that is safe in HTML, in a template literal and in a template.

    Folium puts popup and tooltip strings into a JavaScript template literal and reads its own
    output once more as a Jinja template: backticks, ``$``, backslashes and braces are therefore
    escaped beside the characters of HTML.

    Examples
    --------
    >>> escape_text("<b>`${1}`</b>")
    '&lt;b&gt;&#96;&#36;&#123;1&#125;&#96;&lt;/b&gt;'
    """
    return html.escape(str(value)).translate(_HTML_SPECIALS)


def embed_json(value: object) -> str:
    r"""Return `value` as ASCII JSON that cannot end the script element it stands in.

    Examples
    --------
    >>> embed_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    for char, escaped in _JSON_ESCAPES.items():
        text = text.replace(char, escaped)
    return text


def json_block(element_id: str, value: object) -> str:
    """Return a data element: JSON that no browser runs and scripts find by `element_id`."""
    return f'<script type="application/json" id="{element_id}">{embed_json(value)}</script>\n'


def packed_block(element_id: str, packed: str) -> str:
    """Return a data element of packed data (`geomap.maps.packing`), which is base64."""
    return f'<script type="text/plain" id="{element_id}">{packed}</script>\n'


def stable_ids(page: str, name: str) -> str:
    """Replace folium's random ids, 32 hex digits after ``_``, by stable ones.

    Parameters
    ----------
    page
        Markup and scripts as folium renders them.
    name
        The map's name; maps of different names keep apart on one page.

    Returns
    -------
    str
        The text with each id replaced by a hash of `name` and the order of its first use.

    Examples
    --------
    >>> a, b = "map_" + "0f" * 16, "map_" + "a1" * 16
    >>> stable_ids(a, "seeds") == stable_ids(b, "seeds")
    True
    """
    seen: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        found = match.group()
        if found not in seen:
            digest = hashlib.sha256(f"{name}\x00{len(seen)}".encode("utf-8", "surrogatepass"))
            seen[found] = digest.hexdigest()[:32]
        return seen[found]

    return _FOLIUM_ID.sub(replace, page)


def safe_script(source: str) -> str:
    r"""Return a script that cannot end its element; strings in it keep their value.

    Examples
    --------
    >>> safe_script("x = '</script>'")
    "x = '<\\/script>'"
    """
    source = re.sub(r"<(/script|script(?=[\s/>])|!--)", r"<\\\1", source, flags=re.IGNORECASE)
    return "".join(char if ord(char) < 128 else _js_escape(char) for char in source)


def _js_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))


@cache
def web_file(name: str) -> str:
    """Return a file of ``geomap/maps/web`` as text."""
    text: str = (resources.files("geomap.maps") / "web" / name).read_text(encoding="utf-8")
    return text


@cache
def web_script() -> str:
    """Return the page's own scripts put together, in the order of `MODULES`.

    Comments of their own lines and indentation stay out, a fifth of the text; the scripts hold no
    template literals, in which either would mean something.
    """
    text = "\n".join(web_file(name).strip() for name in MODULES)
    return _BLANK.sub("", _COMMENT.sub("", text))


@cache
def leaflet_script() -> str:
    """Return Leaflet's script, without the pointer to its source map (a request when debugging)."""
    return _SOURCE_MAP.sub("", _leaflet_bytes("leaflet.js").decode("utf-8"))


@cache
def leaflet_style() -> str:
    """Return Leaflet's style sheet with the images it shows as data addresses."""
    css = _leaflet_bytes("leaflet.css").decode("utf-8")
    css = css.replace("behavior: url(#default#VML);", "")
    return _CSS_IMAGE.sub(lambda match: f"url({leaflet_image(match.group(1))})", css)


@cache
def leaflet_image(name: str) -> str:
    """Return one of Leaflet's images (``"images/marker-icon.png"``) as a data address."""
    encoded = base64.b64encode(_leaflet_bytes(name)).decode("ascii")
    return f"data:image/png;base64,{encoded}"


def _leaflet_bytes(name: str) -> bytes:
    path = Path(leaflet.BASE_DIR) / name
    if not path.is_file():
        raise MissingDataError(f"Leaflet's {name} is not at {path}: reinstall xstatic-leaflet")
    return path.read_bytes()


def inline_assets(urls: Iterable[str], assets: AssetChoice) -> dict[str, str]:
    """Return the text of every remote file that a plugin's layer needs, by address.

    Parameters
    ----------
    urls
        Addresses of scripts and styles that layers ask for.
    assets
        See `AssetChoice`; with ``"cdn"`` nothing is read and the result is empty.

    Raises
    ------
    RenderError
        If a file is not given, or cannot be read.
    """
    wanted = sorted(set(urls))
    if assets == "cdn":
        return {}
    if isinstance(assets, str):
        raise RenderError(f"assets={assets!r} is not known: give 'cdn' or a dict {{url: path}}")
    given = dict(assets or {})
    missing = [url for url in wanted if url not in given]
    if missing:
        raise RenderError(
            f"a layer on this map needs {', '.join(missing)}: give assets={{url: path}} to put "
            'the file into the page, or assets="cdn" to let the page load it',
        )
    try:
        return {url: Path(given[url]).read_text(encoding="utf-8") for url in wanted}
    except (OSError, UnicodeDecodeError) as error:
        raise RenderError(f"an asset cannot be read: {error}") from error


def build_page(page: Page) -> str:
    """Return the page as one ASCII document whose policy lets only `page.scripts` run."""
    text: str = Template(web_file("page.html")).render(
        page=page,
        title=html.escape(page.title.replace("\x00", "")),
        lang=html.escape(page.lang),
        policy=_policy(page),
    )
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _policy(page: Page) -> str:
    digests = (hashlib.sha256(script.encode("ascii")).digest() for script in page.scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
    remote = "".join(f" {html.escape(url)}" for url in page.remote)
    images = "".join(f" {html.escape(host)}" for host in page.images)
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {hashes}{remote}",
            f"style-src 'unsafe-inline'{remote}",
            f"img-src data: blob:{images}",
            *([f"font-src data:{remote}"] if remote else []),
            "base-uri 'none'",
            "form-action 'none'",
        ],
    )
