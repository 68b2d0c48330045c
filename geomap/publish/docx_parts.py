"""The parts of a Word document that python-docx does not know by itself.

Captions that count themselves, links, header rows that repeat, texts for pictures, page numbers,
and right-to-left paragraphs and tables.
"""

from __future__ import annotations

import io
from datetime import datetime
from importlib import import_module
from typing import Any

from geomap.maps.figures import is_urdu
from geomap.maps.texts import cut
from geomap.publish.blocks import Document, Grid, Picture

__all__ = ["WordFile"]

_LANGUAGES = {"en": ("en-GB", "ur-PK"), "ur": ("en-GB", "ur-PK")}
_PAGE_CM = (21.0, 29.7)
_MARGIN_CM = 2.0
_WIDEST_IN, _TALLEST_IN = 6.6, 8.7
_ROOM_CM, _NUMBER_CM = _PAGE_CM[0] - 2 * _MARGIN_CM, 2.5
_LONGEST_PROPERTY = 255  # characters that python-docx takes
_SMALL, _TABLE = 9, 8.5  # points
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
               "w:jc", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr")  # fmt: skip
_AFTER_BIDI_VISUAL = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc",
                      "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
                      "w:tblCellMar", "w:tblLook")  # fmt: skip
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class WordFile:
    """A Word document that is being written; `file` is python-docx's own."""

    def __init__(self, file: Any, document: Document) -> None:
        self.file = file
        self.right_to_left = document.direction == "rtl"
        self._numbers: dict[str, int] = {}
        self._shared: Any = import_module("docx.shared")
        self._oxml: Any = import_module("docx.oxml")
        self._ns: Any = import_module("docx.oxml.ns")
        self._set_up(document)

    def heading(self, text: str, *, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self._directed(self.file.add_heading("", level), text)

    def paragraph(
        self, text: str, *, style: str | None = None, small: bool = False, bold: str = "",
        after: str = "",
    ) -> Any:  # fmt: skip
        """Add a paragraph, with a bold part and a part after it where they are given."""
        paragraph = self.file.add_paragraph(style=style)
        self._directed(paragraph, text, size=_SMALL if small else None)
        if bold:
            self.run(paragraph, bold, bold=True)
        if after:
            self.run(paragraph, after)
        return paragraph

    def run(
        self, paragraph: Any, text: str, *, bold: bool = False, size: float | None = None
    ) -> Any:
        """Add text to a paragraph."""
        run = paragraph.add_run(text)
        run.bold = run.font.cs_bold = bold or None
        if size is not None:
            run.font.size = self._shared.Pt(size)
        if is_urdu(text):
            run.font.rtl = True
        return run

    def link(self, paragraph: Any, text: str, address: str | None) -> None:
        """Add text to a paragraph, as a link where there is an address."""
        run = self.run(paragraph, text)
        if address is None:
            return
        run.font.color.rgb = self._shared.RGBColor(0x0B, 0x57, 0xA4)
        run.font.underline = True
        relation = paragraph.part.relate_to(address, _LINK, is_external=True)
        link = self._element("w:hyperlink", **{"r:id": relation})
        paragraph._p.append(link)  # noqa: SLF001 - no public way
        link.append(run._r)  # noqa: SLF001

    def caption(self, word: str, text: str, *, above: bool) -> None:
        """Add a caption with a number that Word can count anew and list."""
        number = self._numbers[word] = self._numbers.get(word, 0) + 1
        paragraph = self.file.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        self._directed(paragraph, f"{word} ")
        self._field(paragraph, f"SEQ {word} \\* ARABIC", str(number))
        self.run(paragraph, f". {text}")

    def table(self, grid: Grid) -> None:
        """Add a table whose first row repeats on every page and whose rows are not divided."""
        table = self.file.add_table(len(grid.rows) + 1, len(grid.columns), style="Table Grid")
        table.autofit = False
        if self.right_to_left:
            self._insert(table._tbl.tblPr, "w:bidiVisual", _AFTER_BIDI_VISUAL)  # noqa: SLF001
        for column, width in zip(table.columns, self._widths(grid), strict=True):
            column.width = width
        titles = tuple(column.title for column in grid.columns)
        first_of_foot = len(grid.rows) - grid.foot + 1
        for number, (row, cells) in enumerate(zip(table.rows, (titles, *grid.rows), strict=True)):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001
            properties.append(self._element("w:cantSplit"))
            if not number:
                properties.append(self._element("w:tblHeader"))
            self._fill(row, cells, grid, bold=not number or number >= first_of_foot)
        self.file.add_paragraph().paragraph_format.space_after = self._shared.Pt(2)

    def _widths(self, grid: Grid) -> list[Any]:
        """Return the width of each column: what names a row gets the most room."""
        numeric = sum(column.numeric for column in grid.columns)
        named = len(grid.columns) - numeric
        each = min(_NUMBER_CM, _ROOM_CM * 0.7 / max(numeric, 1))
        rest = (_ROOM_CM - each * numeric) / max(named, 1)
        return [self._shared.Cm(each if column.numeric else rest) for column in grid.columns]

    def picture(self, picture: Picture) -> None:
        """Add a picture with its text for those who cannot see it."""
        share = min(1.0, _WIDEST_IN / picture.width_in, _TALLEST_IN / picture.height_in)
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        width = self._shared.Inches(picture.width_in * share)
        shape = run.add_picture(io.BytesIO(picture.png), width=width)
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("descr", picture.alt)
        properties.set("title", picture.caption)
        properties.set("name", picture.name)

    def stamp(self, moment: datetime) -> None:
        """Set every date of the file to one moment."""
        core = self.file.core_properties
        core.created = core.modified = moment.replace(tzinfo=None)

    def _set_up(self, document: Document) -> None:
        """Set page, language, fonts, title and page numbers."""
        section = self.file.sections[0]
        section.page_width, section.page_height = map(self._shared.Cm, _PAGE_CM)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, self._shared.Cm(_MARGIN_CM))
        core = self.file.core_properties
        title = cut(document.title, _LONGEST_PROPERTY)
        core.title, core.author, core.comments = title, "geomap", ""
        core.last_modified_by, core.revision, core.keywords = "geomap", 1, ""
        core.language = document.lang
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", self._shared.Pt(10.5)
        latin, complex_script = _LANGUAGES[document.lang]
        properties = normal.element.get_or_add_rPr()
        properties.rFonts.set(self._ns.qn("w:cs"), "Noto Sans Arabic")
        properties.append(self._element("w:lang", **{"w:val": latin, "w:bidi": complex_script}))
        foot = section.footer.paragraphs[0]
        foot.alignment = 1  # the middle
        self._field(foot, "PAGE", "1")

    def _fill(self, row: Any, cells: tuple[str, ...], grid: Grid, *, bold: bool) -> None:
        widths = self._widths(grid)
        for cell, text, column, width in zip(row.cells, cells, grid.columns, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = self._shared.Pt(0)
            self._directed(paragraph, text, size=_TABLE, bold=bold)
            if column.numeric:
                paragraph.alignment = 0 if self.right_to_left else 2  # where digits end

    def _directed(
        self, paragraph: Any, text: str, *, size: float | None = None, bold: bool = False
    ) -> None:
        """Add text to an empty paragraph, from the right where the document runs so."""
        if self.right_to_left:
            self._insert(paragraph._p.get_or_add_pPr(), "w:bidi", _AFTER_BIDI)  # noqa: SLF001
        self.run(paragraph, text, size=size, bold=bold)

    def _field(self, paragraph: Any, instruction: str, shown: str) -> None:
        """Add a field that Word computes; `shown` stands there until it does."""
        field = self._element("w:fldSimple", **{"w:instr": instruction})
        paragraph._p.append(field)  # noqa: SLF001
        field.append(paragraph.add_run(shown)._r)  # noqa: SLF001

    def _insert(self, parent: Any, name: str, followers: tuple[str, ...]) -> None:
        """Add an element where the format wants it: before those that may follow it."""
        parent.insert_element_before(self._element(name), *followers)

    def _element(self, name: str, **attributes: str) -> Any:
        element = self._oxml.OxmlElement(name)
        for key, value in attributes.items():
            element.set(self._ns.qn(key), value)
        return element
