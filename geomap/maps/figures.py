"""Figures for print: their sizes and fonts, and how they are saved.

Matplotlib is loaded when a figure is drawn, and none of its global settings are touched. The same
figure gives the same bytes: every stamp in a file is the date that it was given. Latin text is set
in DejaVu Sans, which comes with matplotlib, Urdu in Noto Sans Arabic (SIL Open Font License 1.1)
from the package ``fontpkg-noto-sans-arabic``; matplotlib shapes and orders it.
"""

from __future__ import annotations

import io
import logging
import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap.errors import RenderError, SettingsError
from geomap.maps.texts import clean_text, cut
from geomap.maps.words import Words, is_urdu, words_of
from geomap.whole_file import whole_file

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "LANGUAGES",
    "SIZES",
    "Look",
    "Size",
    "StaticFigure",
    "Words",
    "drawing",
    "is_urdu",
    "words_of",
]

LANGUAGES = ("en", "ur")
DPI = 300
_SCREEN_DPI = 110
URDU_FONT = "Noto Sans Arabic"
_LATIN_FONT = "DejaVu Sans"
_SALT = "geomap"
_LONGEST = 400  # letters that any line of a figure may need
NAME_LETTERS = 80  # letters of a name in a text alternative


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A figure's width and height in inches, and its size of text in points."""

    width: float
    height: float
    text: float


SIZES: Mapping[str, Size] = {
    "page": Size(width=6.7, height=8.6, text=8.0),
    "slide": Size(width=13.33, height=7.5, text=12.0),
    "column": Size(width=3.4, height=4.9, text=5.6),
}
"""An A4 page between its margins, a slide of 16 to 9, a column of a two-column page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a figure looks.

    `size` is one of `SIZES`, `lang` one of `LANGUAGES`. `title` is plain text; None makes one.
    `subtitle` is the line below it. `within` is the p-code of a province, or for
    symbols of a district, to which a map is confined; None shows the country.
    """

    size: str = "page"
    lang: str = "en"
    title: str | None = None
    subtitle: str | None = None
    within: str | None = None

    def __post_init__(self) -> None:
        if self.size not in SIZES:
            raise SettingsError(f"size is {self.size!r}; it must be one of {', '.join(SIZES)}")
        if self.lang not in LANGUAGES:
            raise SettingsError(f"lang is {self.lang!r}; allowed are {', '.join(LANGUAGES)}")
        for name in ("title", "subtitle"):
            text = getattr(self, name)
            if text is not None:
                object.__setattr__(self, name, cut(clean_text(text), _LONGEST))

    @property
    def inches(self) -> Size:
        """The figure's size in inches."""
        return SIZES[self.size]

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from the right."""
        return self.lang == "ur"


@dataclass(slots=True)
class StaticFigure:
    """A finished map or chart.

    `alt` says in a sentence or two what is to be seen, for those who cannot; `notes` are the lines
    under the figure. `figure` is matplotlib's own.
    """

    figure: Figure
    look: Look
    title: str
    alt: str
    notes: tuple[str, ...] = ()
    data_until: date | None = None

    def save(self, path: str | Path) -> None:
        """Write the figure as PNG (300 dots per inch), SVG or PDF, after the file's ending.

        Raises
        ------
        RenderError
            If the ending is another one, or the file cannot be written.
        """
        file = Path(path)
        kind = file.suffix.lower().removeprefix(".")
        if kind not in _METADATA:
            raise RenderError(f"{file.name}: a figure is written as .png, .svg or .pdf")
        metadata = _METADATA[kind](self)
        try:
            with drawing(self.look):
                more: dict[str, Any] = (
                    {"pil_kwargs": {"compress_level": 2}} if kind == "png" else {}
                )
                with whole_file(file) as new:
                    self.figure.savefig(new, format=kind, dpi=DPI, metadata=metadata, **more)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise RenderError(f"{file}: cannot be written: {reason}") from error

    def _repr_png_(self) -> tuple[bytes, dict[str, str]]:
        """Return the figure as a notebook shows it, with its text alternative."""
        content = io.BytesIO()
        with drawing(self.look):
            self.figure.savefig(
                content, format="png", dpi=_SCREEN_DPI, metadata=_METADATA["png"](self)
            )
        return content.getvalue(), {"alt": self.alt}


def _stamp(figure: StaticFigure) -> datetime | None:
    """Return the only date that a file may carry."""
    if figure.data_until is not None:
        return datetime.combine(figure.data_until, datetime.min.time(), tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdecimal() else None


def _svg_metadata(figure: StaticFigure) -> dict[str, Any]:
    stamp = _stamp(figure)
    return {
        "Title": figure.title,
        "Description": figure.alt,
        "Date": stamp.date().isoformat() if stamp else None,
        "Creator": "geomap",
    }


def _pdf_metadata(figure: StaticFigure) -> dict[str, Any]:
    return {
        "Title": figure.title,
        "Subject": figure.alt,
        "CreationDate": _stamp(figure),
        "Creator": "geomap",
        "Producer": None,
    }


_METADATA: Mapping[str, Callable[[StaticFigure], dict[str, Any]]] = {
    "png": lambda figure: {"Software": None, "Title": figure.title, "Description": figure.alt},
    "svg": _svg_metadata,
    "pdf": _pdf_metadata,
}


@contextmanager
def drawing(look: Look) -> Iterator[None]:
    """Draw with the look's fonts and with file settings that give the same bytes each time."""
    matplotlib = import_module("matplotlib")
    _add_urdu_font()
    with warnings.catch_warnings(), matplotlib.rc_context(
        {
            "font.family": [URDU_FONT, _LATIN_FONT] if look.right_to_left else [
                _LATIN_FONT, URDU_FONT,
            ],
            "font.size": look.inches.text,
            "axes.unicode_minus": False,
            "svg.hashsalt": _SALT,
            "svg.fonttype": "path",
            "pdf.fonttype": 3,
            "hatch.linewidth": 0.5,
            "text.hinting": "none",
            "text.usetex": False,
            "text.parse_math": False,
            "path.simplify": True,
        },
    ):  # fmt: skip
        warnings.filterwarnings(
            "ignore", message="(?s)Glyph .* missing from"
        )  # a box is drawn for it
        yield


def new_figure(look: Look) -> Figure:
    """Return an empty figure of the look's size."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 # slow to load
    from matplotlib.figure import Figure as NewFigure  # noqa: PLC0415

    size = look.inches
    figure = NewFigure(figsize=(size.width, size.height), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    return figure


@cache
def _add_urdu_font() -> None:
    """Make the Urdu font known to matplotlib.

    Its file varies in weight, and matplotlib takes the regular one. It says so at every bold
    word, which is of no use to whoever made the figure.
    """
    manager = import_module("matplotlib.font_manager").fontManager
    log = logging.getLogger("matplotlib.font_manager")
    log.addFilter(lambda record: not _is_on_weight(record.getMessage()))
    folder = resources.files("fontpkg_noto_sans_arabic") / "files"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".ttf"):
            manager.addfont(str(file))


def _is_on_weight(message: str) -> bool:
    """Whether a message says that the Urdu font has no weight of its own."""
    return message.startswith("findfont: Failed to find font weight") and URDU_FONT in message


def lettering(text: str) -> dict[str, Any]:
    """Return the fonts and the line spacing that suit the script of a text.

    Examples
    --------
    >>> lettering("12")["fontfamily"][0], lettering("\u06a9\u0648")["fontfamily"][0]
    ('DejaVu Sans', 'Noto Sans Arabic')
    """
    urdu = is_urdu(text)
    family = [URDU_FONT, _LATIN_FONT] if urdu else [_LATIN_FONT, URDU_FONT]
    return {"fontfamily": family, "linespacing": 0.95 if urdu else 1.25}


def wrap(figure: Figure, text: str, *, width: float, size: float, weight: str = "normal") -> str:
    """Return a text with line breaks, so that no line is wider than `width` inches.

    A word that is wider by itself is cut, with an ellipsis. In an Urdu text every line runs from
    the right, whatever it begins with.
    """
    lines: list[str] = []
    line, length = "", 0.0
    space = ink(figure, "n n", size=size, weight=weight).width
    space -= 2 * ink(figure, "n", size=size, weight=weight).width
    for word in clean_text(text, isolates=True).split():
        wide = ink(figure, word, size=size, weight=weight).width
        if line and length + space + wide > width:
            lines.append(line)
            line, length = word, wide
        else:
            line, length = f"{line} {word}".strip(), length + space * bool(line) + wide
    mark = _FROM_THE_RIGHT if is_urdu(text) else ""
    return "\n".join(
        mark + shorten(figure, one, width=width, size=size, weight=weight) for one in [*lines, line]
    )


_FROM_THE_RIGHT = "\u200f"


def shorten(figure: Figure, text: str, *, width: float, size: float, weight: str = "normal") -> str:
    """Return a text cut to `width` inches, with an ellipsis where something was cut."""
    text = clean_text(text, isolates=True)[:_LONGEST]
    if ink(figure, text, size=size, weight=weight).width <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        part = text[:middle].rstrip() + "…"
        wide = ink(figure, part, size=size, weight=weight).width
        low, high = (middle, high) if wide <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Ink:
    """The letters of one line in inches; `below` is how far they reach under the line."""

    width: float
    height: float
    below: float


def ink(figure: Figure, text: str, *, size: float, weight: str = "normal") -> Ink:
    """Return how much room the letters of one line take."""
    return _ink(text, size, weight, figure.dpi)


@lru_cache(maxsize=8192)
def _ink(text: str, size: float, weight: str, dpi: float) -> Ink:
    font = _font(tuple(lettering(text)["fontfamily"]), weight)
    font.set_size(size, dpi)
    font.set_text(text, 0.0, flags=import_module("matplotlib.ft2font").LoadFlags.NO_HINTING)
    width, height = font.get_width_height()
    return Ink(width / 64 / dpi, height / 64 / dpi, font.get_descent() / 64 / dpi)


@cache
def _font(family: tuple[str, ...], weight: str) -> Any:
    """Return a font that shapes text as matplotlib draws it, other families behind the first."""
    manager = import_module("matplotlib.font_manager")
    wanted = [manager.FontProperties(family=one, weight=weight) for one in family]
    return manager.get_font([manager.findfont(one) for one in wanted])


def block_height(figure: Figure, text: str, *, size: float, weight: str = "normal") -> float:
    """Return the height of a text of one or more lines, as it will be drawn, in inches."""
    return _block_height(text, size, weight, figure.dpi)


@lru_cache(maxsize=1024)
def _block_height(text: str, size: float, weight: str, dpi: float) -> float:
    probe = _probe(dpi)
    letters = probe.text(0, 0, text, fontsize=size, fontweight=weight, **lettering(text))
    box = letters.get_window_extent(probe.canvas.get_renderer())  # type: ignore[attr-defined]
    letters.remove()
    return float(box.height / dpi)


@cache
def _probe(dpi: float) -> Figure:
    """Return the figure on which texts are measured."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 # slow to load
    from matplotlib.figure import Figure as NewFigure  # noqa: PLC0415

    figure = NewFigure(figsize=(1, 1), dpi=dpi)
    FigureCanvasAgg(figure)
    return figure


def panel(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Return bare axes whose units are inches, their corner at the bottom left."""
    size = figure.get_size_inches()
    axes = figure.add_axes(
        (left / size[0], bottom / size[1], width / size[0], height / size[1]),
    )
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.axis("off")
    return axes
