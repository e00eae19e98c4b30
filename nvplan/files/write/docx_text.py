"""WordprocessingML as text: runs, paragraphs and the counters that a document needs while it is written.

Everything a person wrote passes through `runs`, `attribute` or `escape`, and is text from there on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr

from nvplan.files.write.characters import one_line, visible
from nvplan.files.write.pictures import Drawn
from nvplan.model.document import Shape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
#: The beginning of a paragraph, with those of its properties that must stand before a page break.
_FIRST_PARAGRAPH = re.compile(r"^<w:p>(?:<w:pPr>((?:<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?:<w:keepLines/>)?))?")
_HEADING = re.compile(r'^(<w:p><w:pPr><w:pStyle w:val="Heading1"/>(?:<w:keepNext/>)?)</w:pPr>')
#: The beginning of a paragraph that is not kept with the next.
_LOOSE = re.compile(r"<w:p>(?:<w:pPr>((?:<w:pStyle [^>]*/>)?)(?!<w:keepNext/>|<w:pStyle)|(?!<w:pPr>))")
TWIPS_PER_MM = 1440 / 25.4
#: The paragraph property that keeps a paragraph, or a table's row, on the page of the next.
KEEP_NEXT = "<w:keepNext/>"
#: ... and the one that keeps its lines on one page.
KEEP_LINES = "<w:keepLines/>"


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, the unit of Word files."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass
class Writing:
    """What is counted while a document is written: bookmarks, numbered lists and headings for the contents."""

    width: int
    """Width of the text on the page, in twips."""
    shape: Shape = "book"
    """The document's shape: one of a few pages has small headings."""
    high: bool = False
    """Whether a form's fields are few enough to be high."""
    bookmarks: int = 0
    controls: int = 0
    numbered_lists: int = 0
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, anchor and text of each heading so far."""
    pictures: dict[int, tuple[str, Drawn]] = field(default_factory=dict)
    """The relation of each picture that was drawn and the picture itself, by the identity of its block."""
    drawings: int = 0
    names: dict[str, str] = field(default_factory=dict)
    """Bookmark names already used, in small letters (Word does not tell case apart), with the key behind each."""

    def bookmark(self, name: str, content: str) -> str:
        """Put a bookmark around the content."""
        self.bookmarks += 1
        return (f'<w:bookmarkStart w:id="{self.bookmarks}" w:name={quoteattr(name)}/>{content}'
                f'<w:bookmarkEnd w:id="{self.bookmarks}"/>')


def escape(text: str) -> str:
    """Return the text as XML text, control characters made visible."""
    return escape_xml(visible(text))


def attribute(text: str) -> str:
    """Return the text as a quoted XML attribute on one line."""
    return quoteattr(one_line(text))


def runs(text: str, style: str = "", properties: str = "") -> str:
    """Return a run with the text; its line breaks and tabs are kept. `style` is a character style's id."""
    marks = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties
    marks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    pieces = []
    for number, line in enumerate(visible(text).split("\n")):
        if number:
            pieces.append("<w:br/>")
        for tab, piece in enumerate(line.split("\t")):
            pieces.append("<w:tab/>" if tab else "")
            pieces.append(f'<w:t xml:space="preserve">{escape_xml(piece)}</w:t>' if piece else "")
    return f"<w:r>{marks}{''.join(pieces)}</w:r>"


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph around runs; `properties` are further paragraph properties in the schema's order."""
    marks = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{marks}</w:pPr>' if marks else ''}{content}</w:p>"


def break_before(content: str) -> str:
    """Let the content, which begins with a paragraph, begin on a new page; a heading has no room above it there."""
    content = _HEADING.sub(r'\1<w:spacing w:before="0"/></w:pPr>', content, count=1)
    return _FIRST_PARAGRAPH.sub(lambda match: f"<w:p><w:pPr>{match[1] or ''}<w:pageBreakBefore/>"
                                + ("" if match[1] is not None else "</w:pPr>"), content, count=1)


def keep_with_next(content: str) -> str:
    """Let the content's paragraphs, and a table's rows, stay on the page of what follows it."""
    return _LOOSE.sub(lambda match: f"<w:p><w:pPr>{match[1]}{KEEP_NEXT}" if match[1] is not None
                      else f"<w:p><w:pPr>{KEEP_NEXT}</w:pPr>", content)


def complex_field(instruction: str, shown: str, properties: str = "") -> str:
    """Return a field, such as a page number, with what it shows until the program has counted."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (f'<w:r>{marks}<w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r>{marks}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
            f'<w:r>{marks}<w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r>{marks}<w:t>{escape_xml(shown)}</w:t></w:r>"
            f'<w:r>{marks}<w:fldChar w:fldCharType="end"/></w:r>')
