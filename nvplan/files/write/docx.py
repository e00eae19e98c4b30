"""Word documents: own template, real headings and lists, boxes to tick, same bytes for the same document."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from nvplan.files.read.docx_reading import DOCUMENT_PROPERTY, FACT_PROPERTY
from nvplan.files.write.characters import one_line, shorten
from nvplan.files.write.docx_blocks import FIRST_NUMBERED_LIST, blocks_xml, facts_xml
from nvplan.files.write.docx_controls import hashed_keys
from nvplan.files.write.docx_package import pack, saved_parts, template
from nvplan.files.write.docx_pictures import add_pictures
from nvplan.files.write.docx_tables import AFTER_TABLE
from nvplan.files.write.docx_text import (
    NAMESPACES,
    Writing,
    attribute,
    break_before,
    complex_field,
    escape,
    paragraph,
    runs,
    twips,
)
from nvplan.files.write.identity import county, heading_line, keywords, moment
from nvplan.files.write.layout import contents_fit_on_cover, has_room, is_long, parts
from nvplan.model.document import Document, Fact, Shape
from nvplan.texts import exports as exports_texts

#: Page size and margins in millimetres, left and right: A4 standing, and lying for chapters with wide tables.
PAGE = {False: (210, 297, 25, 20), True: (297, 210, 14, 14)}
TOP, BOTTOM, HEADER, FOOTER = 23, 20, 11, 10
#: Less room above and below on a page that lies: it is low, and as much of a table as can be stands together.
WIDE_TOP, WIDE_BOTTOM, WIDE_HEADER, WIDE_FOOTER = 17, 14, 8, 7
#: The same of a few pages that are read at once, as in the pdf.
SHORT_TOP, SHORT_BOTTOM = 21, 17
#: The same of a form, which is to stand on one page.
FORM_TOP, FORM_BOTTOM, FORM_HEADER, FORM_FOOTER, FORM_MARGIN = 13, 9, 6, 4, 18
#: How many characters of the running header fit on one line, standing and lying, and the most of a title there.
HEADER_CHARACTERS, MOST_HEADER = {False: 106, True: 165}, 180
#: The size of a title, in half points, where it is not the template's.
_TITLES = {"book": "", "short": '<w:sz w:val="36"/>', "signed": '<w:sz w:val="28"/>'}
#: Room above the title on a cover, in twips.
COVER_SPACE = 1100
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_NAMESPACES = ('xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
                      'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"')
_FORMAT_IDENTITY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
#: Levels of headings in the list of contents, where they fit on the cover.
CONTENTS_LEVELS = 2
#: The least that the paragraph after a last table takes.
_LAST = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
#: How a field that is filled in begins.
_FIELD = "<w:sdt>"
#: Longest text of a document property.
MOST_PROPERTY = 255


def render(document: Document) -> bytes:
    """Return the document as a .docx file that Word and LibreOffice open."""
    opened: Any = python_docx.Document(io.BytesIO(template()))
    writing = Writing(width=_text_width(wide=False, shape=document.shape), shape=document.shape,
                      high=has_room(document))
    add_pictures(opened, document.blocks, writing)
    content = _content(document, writing)
    # The whole part is made anew: lxml needs longer for moving a large body into another tree than for reading it.
    empty = etree.tostring(opened.element, encoding="unicode")
    # A list that comes back as it was handed over, with nothing to fill in, says nothing of the file on its page.
    facts = document.meta if _FIELD in content else tuple(one for one in document.meta if not one.comes_back)
    opened.part._element = parse_xml(empty.replace("<w:sectPr/>", _front(document, facts, writing) + content, 1))
    opened = opened.part.document
    for section in opened.sections:
        _header_and_footer(section, document)
    opened.sections[0].different_first_page_header_footer = is_long(document)
    _numbering(opened, writing.numbered_lists)
    _properties(opened, document)
    read_back = {f"{FACT_PROPERTY}{one.label}": one.value for one in document.meta if one.comes_back}
    _custom_properties(opened, {DOCUMENT_PROPERTY: document.name} | read_back | hashed_keys(writing))
    return pack(saved_parts(opened))


def _text_width(wide: bool, shape: Shape) -> int:
    width, _, left, right = _page(wide, shape)
    return twips(width - left - right)


def _page(wide: bool, shape: Shape) -> tuple[int, int, int, int]:
    """Return a page's width and height and its margins to the left and the right, in millimetres."""
    width, height, left, right = PAGE[wide]
    return (width, height, FORM_MARGIN, FORM_MARGIN) if shape == "signed" else (width, height, left, right)


def _section(wide: bool, shape: Shape) -> str:
    """Return a section's properties: a part of the document on pages of one orientation."""
    width, height, left, right = _page(wide, shape)
    if shape == "signed":
        top, bottom, header, footer = FORM_TOP, FORM_BOTTOM, FORM_HEADER, FORM_FOOTER
    elif wide:
        top, bottom, header, footer = WIDE_TOP, WIDE_BOTTOM, WIDE_HEADER, WIDE_FOOTER
    else:
        top, bottom = (SHORT_TOP, SHORT_BOTTOM) if shape == "short" else (TOP, BOTTOM)
        header, footer = HEADER, FOOTER
    turned = ' w:orient="landscape"' if wide else ""
    return (f'<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" '
            f'w:bottom="{twips(bottom)}" w:left="{twips(left)}" '
            f'w:header="{twips(header)}" w:footer="{twips(footer)}" w:gutter="0"/></w:sectPr>')


def _content(document: Document, writing: Writing) -> str:
    written = []
    found = parts(document.blocks)
    for part in found:
        writing.width = _text_width(part.wide, document.shape)
        written.append(blocks_xml(part.blocks, writing).removesuffix(AFTER_TABLE))
        if part is not found[-1]:
            written.append(paragraph("", "NvAfterTable", _section(part.wide, document.shape)))
    if document.is_form:
        about = paragraph(runs(exports_texts.ABOUT_DOCUMENT), "Heading2")
        written.append(AFTER_TABLE + about + facts_xml(document.meta))
    if not written or not written[-1].endswith("</w:p>"):  # Word wants a paragraph last; it may not need a page
        written.append(paragraph("", "NvAfterTable", _LAST))
    written.append(_section(found[-1].wide if found else False, document.shape))
    if is_long(document) and not found[0].wide:  # after the cover
        begins = written[0].startswith("<w:p>")
        written[0] = break_before(written[0] if begins else paragraph("", "NvAfterTable") + written[0])
    return "".join(written)


def _front(document: Document, facts: tuple[Fact, ...], writing: Writing) -> str:
    """Return what stands before the content: a cover and a list of contents, or only a title for a short document."""
    cover = is_long(document)
    space = f'<w:spacing w:before="{COVER_SPACE}"/>' if cover else ""
    written = [paragraph(runs(one_line(document.title), properties=_TITLES[document.shape]), "Title", space)]
    if document.subtitle.strip():
        dense = '<w:spacing w:before="0" w:after="40"/>' if document.shape == "signed" else ""
        written.append(paragraph(runs(document.subtitle), "Subtitle", dense))
    if document.example and document.shape != "signed":  # a form has it above on every page, and no room for more
        written.append(paragraph(runs(exports_texts.EXAMPLE_MARK), "NvExample"))
    if not document.is_form:
        written.append(facts_xml(facts))
    if cover:
        written.append(_contents(writing, CONTENTS_LEVELS if contents_fit_on_cover(document) else 1))
        if parts(document.blocks)[0].wide:
            written.append(paragraph("", "NvAfterTable", _section(wide=False, shape=document.shape)))
    return "".join(written)


def _contents(writing: Writing, levels: int) -> str:
    """Return a list of contents with a link and a page number for each heading.

    A page number is a field of its own, with nothing in it from the start: only the program that lays out the pages
    knows it, and a number that may be wrong is worse than none. LibreOffice counts them as it opens the file, Word when
    it prints, makes a pdf or is asked to (Ctrl+A, F9). In a TOC field LibreOffice would leave them as they are written,
    and a setting that lets Word count as it opens asks every reader whether "other files" may be read.
    """
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{writing.width}"/></w:tabs>'
    lines = [paragraph(runs(exports_texts.CONTENTS), "TOCHeading")]
    for level, anchor, text in writing.headings:
        if level <= levels:
            number = complex_field(f"PAGEREF {anchor} \\h", "")
            lines.append(paragraph(f"<w:hyperlink w:anchor={attribute(anchor)} w:history=\"1\">{runs(text)}"
                                   f"<w:r><w:tab/></w:r>{number}</w:hyperlink>", f"TOC{level}", tab))
    return "".join(lines)


def _header_and_footer(section: Any, document: Document) -> None:
    """Give a section its header (title, county, whether it is an example) and its footer (subtitle, page number)."""
    wide = section.page_width > section.page_height
    width = _text_width(wide, document.shape)
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="9070"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    title = shorten(heading_line(document), MOST_HEADER)
    example = runs(exports_texts.EXAMPLE_MARK, "Strong") if document.example else ""
    beside = len(title) + len(exports_texts.EXAMPLE_MARK) <= HEADER_CHARACTERS[wide]
    header = f"{runs(title)}<w:r>{'<w:tab/>' if beside else '<w:br/>'}</w:r>{example}" if example else runs(title)
    page, of = exports_texts.PAGE_OF
    number = runs(page) + complex_field("PAGE", "1") + runs(of) + complex_field("NUMPAGES", "1")
    footer = f"{runs(one_line(document.subtitle))}<w:r><w:tab/></w:r>{number}"
    for place, style, content in ((section.header, "Header", header), (section.footer, "Footer", footer)):
        place.is_linked_to_previous = False
        element = place.paragraphs[0]._p
        element.getparent().replace(element, parse_xml(
            paragraph(content, style, tabs).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _numbering(opened: Any, lists: int) -> None:
    """Let every numbered list begin at 1."""
    root = opened.part.numbering_part.element
    for number in range(FIRST_NUMBERED_LIST, FIRST_NUMBERED_LIST + lists):
        root.append(parse_xml(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="1"/>'
                              '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'))


def _properties(opened: Any, document: Document) -> None:
    properties = opened.core_properties
    properties.title = one_line(document.title)[:MOST_PROPERTY]
    properties.subject = one_line(document.subtitle)[:MOST_PROPERTY]
    properties.keywords = ", ".join(keywords(document))[:MOST_PROPERTY]
    properties.author = (county(document) or "nvplan")[:MOST_PROPERTY]
    properties.language = document.language
    properties.created = properties.modified = moment(document).replace(tzinfo=None)


def _custom_properties(opened: Any, values: dict[str, str]) -> None:
    """Store texts that only the program reads back, such as which key a hashed bookmark stands for."""
    listed = "".join(
        f"<property fmtid={attribute(_FORMAT_IDENTITY)} pid=\"{number}\" name={attribute(name)}>"
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>" for number, (name, value) in enumerate(values.items(), 2))
    content = f'<?xml version="1.0" encoding="UTF-8"?><Properties {_CUSTOM_NAMESPACES}>{listed}</Properties>'
    package = opened.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, content.encode("utf-8"), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
