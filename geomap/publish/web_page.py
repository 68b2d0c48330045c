"""Reports as HTML: jinja2 templates with autoescape, a folder of the user's before geomap's own."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateSyntaxError,
)

from geomap.errors import RenderError
from geomap.maps.frame import SANDBOX
from geomap.publish.blocks import Document, LiveMap, Picture
from geomap.publish.words import report_words
from geomap.whole_file import whole_file

__all__ = ["NO_SCRIPTS", "page_policy", "render_page", "write_page"]

NO_SCRIPTS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy of a page that runs no script and loads nothing."""


def render_page(name: str, *, templates: str | Path | None, lang: str, **values: Any) -> str:
    """Return a page as ASCII: what a template makes of its values.

    Parameters
    ----------
    name
        The template's name, such as ``report.html``.
    templates
        A folder whose templates are taken before geomap's own; None takes those alone.
    lang
        The language of the words that a template can ask for.
    **values
        What the template is given.

    Raises
    ------
    RenderError
        If a template of the user's cannot be read or run, whatever it does wrong; the message
        names it.
    """
    loaders: list[Any] = [] if templates is None else [FileSystemLoader(str(templates))]
    environment = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("geomap.publish", "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=report_words(lang), image=_image, sandbox=SANDBOX)
    try:
        text = environment.get_template(name).render(**values)
    except TemplateSyntaxError as error:
        where = f"{error.name or name}, line {error.lineno}"
        raise RenderError(f"template {where}: {error.message}") from error
    except Exception as error:
        if templates is None:
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise RenderError(f"template {name}: {said}") from error
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def write_page(text: str, path: Path) -> None:
    """Write a page that `render_page` gave."""
    with whole_file(path) as new:
        new.write_text(text, encoding="ascii", newline="\n")


def _image(picture: Picture) -> str:
    """Return a picture as a data address."""
    return f"data:image/png;base64,{base64.b64encode(picture.png).decode('ascii')}"


def page_policy(document: Document) -> str:
    """Return the policy of a page: that of the map in it, or one that lets no script run."""
    blocks = (block for section in document.sections for block in section.blocks)
    live = [block.policy for block in blocks if isinstance(block, LiveMap)]
    return live[0] if live else NO_SCRIPTS
