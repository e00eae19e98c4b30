"""Pictures of what moves: drawn from the numbers alone, told in words, and with the numbers beside."""

from __future__ import annotations

import io
import json
import re
import zipfile
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pikepdf
import pytest
import typst

from nvplan.files.write import docx_pictures
from nvplan.files.write.curve_svg import BOTTOM, LEFT, RIGHT, TOP, curve_svg, described, has_picture
from nvplan.files.write.grids import numbers_beside
from nvplan.files.write.pdf import describe
from nvplan.files.write.pdf_worker import typeset
from nvplan.files.write.png import png_of
from nvplan.files.write.registry import render
from nvplan.model.document import Chart, Curve, Point
from tests.files.samples import curve_chart, document

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(curve_svg(chart))


def words(chart: Chart) -> list[str]:
    return [one.text or "" for one in drawn(chart).iter(f"{_SVG}text")]


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert curve_svg(curve_chart()) == curve_svg(curve_chart())
    assert len(curve_svg(curve_chart())) < 8000


def test_it_has_a_title_and_a_description_with_every_number() -> None:
    root = drawn(curve_chart())
    assert root.find(f"{_SVG}title").text == "Kontinuitetsindex, läkare"  # type: ignore[union-attr]
    told = root.find(f"{_SVG}desc").text  # type: ignore[union-attr]
    assert told == ("Linjediagram: Kontinuitetsindex, läkare. 0,305 31 december 2024; 0,322 31 december 2025; "
                    "0,34 30 juni 2026; mål 0,366 31 december 2027. Listade.")
    assert root.get("role") == "img"


def test_marks_differ_in_form_and_the_key_says_what_they_are() -> None:
    root = drawn(curve_chart())
    assert len(root.findall(f"{_SVG}circle")) == 4
    assert len(root.findall(f"{_SVG}path")) == 2
    assert {line.get("stroke-dasharray") for line in root.findall(f"{_SVG}line")} == {None, "6 4", "1.5 3.5"}
    assert {"mätt", "mål", "rak linje till målet, ingen prognos", "Skalan börjar inte vid noll.", "Mål 0,366", "0,305",
            "0,322", "0,34"} <= set(words(curve_chart()))


def test_everything_lies_within_the_picture() -> None:
    for chart in (curve_chart(), of("0", "1500"), of("560", "504"), of("-3", "3"), of("5", "5")):
        for circle in drawn(chart).findall(f"{_SVG}circle"):
            assert LEFT <= float(circle.get("cx", "0")) <= RIGHT
            assert TOP <= float(circle.get("cy", "0")) <= BOTTOM + 40


def of(base: str, target: str) -> Chart:
    """Return a chart with a base and a target alone."""
    first = Point(day="2025-12-31", value=Decimal(base), text=base)
    last = Point(day="2028-12", value=Decimal(target), text=target)
    return Chart(title="a", alternative="", bars=(), most=Decimal(1), curve=Curve(measured=(), base=first, target=last))


def test_no_two_values_stand_on_each_other() -> None:
    points = tuple(Point(day=f"2025-{month:02d}-01", value=Decimal(month % 5), text=f"{month % 5},00")
                   for month in range(1, 13))
    chart = Chart(title="a", alternative="", bars=(), most=Decimal(5), curve=Curve(measured=points))
    values = sorted(float(one.get("x", "0")) for one in drawn(chart).iter(f"{_SVG}text") if one.get("font-weight"))
    assert all(second - first > 25 for first, second in pairwise(values))


@pytest.mark.parametrize("points", [(), (Point(day="2025-01-01", value=Decimal(1), text="1"),)])
def test_one_point_is_no_picture(points: tuple[Point, ...]) -> None:
    chart = curve_chart().model_copy(update={"curve": Curve(measured=points)})
    assert not has_picture(chart)
    assert "<svg" not in render(document(chart), "html").decode()
    assert "<svg" in render(document(curve_chart()), "html").decode()


def test_user_text_is_text() -> None:
    root = drawn(curve_chart("</title><script>x</script>&\x1b[31m", '"><image href="x"/>'))
    assert {element.tag for element in root.iter()} == {
        f"{_SVG}{name}" for name in ("svg", "title", "desc", "text", "line", "circle", "path", "polyline", "rect")}
    assert "\x1b" not in curve_svg(curve_chart("\x1b[31m"))


def test_the_web_page_has_the_picture_and_the_numbers() -> None:
    page = render(document(curve_chart()), "html").decode()
    assert page.index("<svg") < page.index("Talen i diagrammet") < page.index('<span class="cell">0,366</span>')
    assert 'class="bar"' not in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:href|src)="(?!#)', page)


def test_the_pdf_reads_the_picture_aloud_and_no_picture_goes_without_words() -> None:
    content = render(document(curve_chart()), "pdf")
    with pikepdf.open(io.BytesIO(content)) as opened:
        told = [str(one.get("/Alt")) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert described(curve_chart()) in told
    description = describe(document(curve_chart()))
    for part in description["parts"]:
        for block in part["blocks"]:
            if block["type"] == "picture":
                block["described"] = None
    with pytest.raises(typst.TypstError, match="alt"):
        typeset(json.dumps(description))


def test_word_has_the_picture_with_its_words_and_the_same_bytes() -> None:
    content = render(document(curve_chart(), curve_chart("Andra")), "docx")
    assert content == render(document(curve_chart(), curve_chart("Andra")), "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read("word/document.xml").decode()
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
        assert all(package.read(name).startswith(b"\x89PNG") for name in pictures)
        assert 'Extension="png"' in package.read("[Content_Types].xml").decode()
    assert pictures == ["word/media/image1.png"]  # the same picture is kept once
    assert body.count("<w:drawing>") == 2
    assert re.findall(r'<wp:docPr id="(\d+)" name="[^"]+" descr="([^"]+)"', body) == [
        ("1", described(curve_chart())), ("2", described(curve_chart("Andra")))]
    assert body.count(">Talen i diagrammet<") == 2


def test_word_draws_bars_where_pictures_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_pictures, "png_of", lambda pictures: None)
    with zipfile.ZipFile(io.BytesIO(render(document(curve_chart()), "docx"))) as package:
        body = package.read("word/document.xml").decode()
    assert "<w:drawing>" not in body
    assert "NvBar" in body
    assert "0,366" in body


def test_what_is_no_picture_becomes_none() -> None:
    assert png_of([]) == []
    assert png_of(["<svg"]) is None


@pytest.mark.parametrize("form", ["md", "xlsx", "csv", "json"])
def test_formats_without_pictures_keep_every_number(form: str) -> None:
    content = render(document(curve_chart()), form)
    if form == "md":
        assert all(number in content.decode() for number in ("0,305", "0,322", "0,34", "0,366", "█"))
    assert [row[1].number for row in numbers_beside(curve_chart()).rows] == [
        Decimal(one) for one in ("0.305", "0.322", "0.34", "0.366")]


def test_on_paper_numbers_that_a_table_has_anyhow_do_not_stand_twice() -> None:
    chart = curve_chart()
    twice, once = document(chart), document(chart.model_copy(update={"told_elsewhere": True}))
    assert [describe(one)["parts"][-1]["blocks"][-1]["numbers"] is None for one in (twice, once)] == [False, True]
    assert "Talen i diagrammet" in render(once, "html").decode(), "a page without paper has room for both"
    with (zipfile.ZipFile(io.BytesIO(render(twice, "docx"))) as first,
          zipfile.ZipFile(io.BytesIO(render(once, "docx"))) as second):
        found = ["Talen i diagrammet" in opened.read("word/document.xml").decode() for opened in (first, second)]
    assert found == [True, False]


def test_a_value_stands_on_a_patch_of_the_page_and_on_no_halo() -> None:
    texts = list(drawn(curve_chart()).iter(f"{_SVG}text"))
    assert not [one for one in texts if one.get("stroke")]
    patches = [one for one in drawn(curve_chart()).iter(f"{_SVG}rect") if one.get("fill") == "#ffffff"]
    assert len(patches) == len([one for one in texts if one.get("font-weight")])
