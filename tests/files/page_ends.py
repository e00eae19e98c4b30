"""What stands last on each page of a tagged pdf, and how full a page is: by what an element is, not by its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

#: What a page may end with before anything: text in a table or a list, and a list of contents.
_INSIDE = {"Table", "L", "TOC"}
Chain = tuple[str, ...]


def parted(pdf: Any) -> list[str]:
    """Return the headings, and the texts right before a table or a list, that stand last on a page."""
    found = []
    for (above, page), (below, after) in pairwise(_leaves(pdf)):
        if after == page:
            continue
        heading = any(kind[0] == "H" and kind[1:].isdigit() for kind in above)
        leading = not _INSIDE & set(above) and bool(_INSIDE & set(below))
        if heading or leading:
            found.append(f"page {page + 1}: {'/'.join(above)} before {'/'.join(below)}")
    return found


def _leaves(pdf: Any) -> Iterator[tuple[Chain, int]]:
    """Yield what each piece of the text stands in, outermost first, with its page counted from 0, in reading order."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for kinds, page in _below(pdf.Root.StructTreeRoot.K, (), 0, pages):
        if "Artifact" not in kinds:
            yield kinds, page


def _below(element: Any, kinds: Chain, page: int, pages: dict[Any, int]) -> Iterator[tuple[Chain, int]]:
    if isinstance(element, pikepdf.Array):
        for one in element:
            yield from _below(one, kinds, page, pages)
    elif isinstance(element, pikepdf.Dictionary):
        page = pages[element.Pg.objgen] if "/Pg" in element else page
        kind = (str(element.S).lstrip("/"),) if "/S" in element else ()
        if "/MCID" in element:
            yield kinds, page
        elif "/K" in element:
            yield from _below(element.K, kinds + kind, page, pages)
    else:  # the number of a piece of text on the page
        yield kinds, page


def lowest(page: Any) -> float:
    """Return how far down a page (pymupdf) its matter reaches, as a part of its height; its footer does not count."""
    ends = [line["bbox"][3] for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
    above_footer = [end for end in ends if end < page.rect.height - 42]
    return float(max(above_footer, default=0.0) / page.rect.height)
