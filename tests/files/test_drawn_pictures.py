"""Insatser over time and need against capacity: the shape says it, nothing runs outside, the words say it too."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.files.write.need_svg import drawn as need_parts
from nvplan.files.write.pictures import Drawn, drawn_of
from nvplan.files.write.registry import render
from nvplan.files.write.svg import WIDTH
from nvplan.model.document import Picture
from nvplan.model.drawn import Need, NeedRow, TimeLine, TimeSpan
from nvplan.model.objects import EFFORT_STATES
from nvplan.texts import pictures as pictures_texts
from tests.files.samples import document

_SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<b>Lista</b> & [X] =1+1 \x1b[31m"


def line(*spans: TimeSpan) -> Picture:
    return Picture(title="Insatserna över tid", alternative="Varje insats står med start och slut.",
                   drawn=TimeLine(spans=spans, first="2026-01-01", last="2027-12-31", today="2026-09-07"))


def need(*rows: tuple[str, int, int]) -> Picture:
    return Picture(title="Behov och kapacitet", alternative="Läkarna räcker till 6 600 av 8 800 listade.", drawn=Need(
        rows=tuple(NeedRow(label=label, need=Decimal(wanted), capacity=Decimal(had), need_text=str(wanted),
                           capacity_text=str(had)) for label, wanted, had in rows)))


def drawn(picture: Picture) -> Drawn:
    found = drawn_of(picture)
    assert found is not None
    return found


def parts(picture: Picture, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn(picture).svg).iter(f"{_SVG}{name}"))


def test_each_state_has_a_shape_of_its_own() -> None:
    def shape(state: str) -> str:
        whole = drawn(line(TimeSpan(label="x", state=state, start="2026-03-01", end="2026-06-30"))).svg
        return whole.partition(">x</text>")[2].partition("<text")[0]

    shapes = {state: shape(state) for state in (*EFFORT_STATES, "")}
    assert shapes["paborjad"] == shapes["pagaende"]
    assert shapes[""] == shapes["planerad"]
    assert len(set(shapes.values())) == len(EFFORT_STATES) - 1


def test_what_goes_on_outside_the_picture_has_an_arrow() -> None:
    def arrows(start: str, end: str) -> int:
        return len(parts(line(TimeSpan(label="x", state="pagaende", start=start, end=end)), "path")) - 1  # the key's

    assert arrows("2026-03-01", "2026-06-30") == 0
    assert arrows("2024-03-01", "2026-06-30") == 1
    assert arrows("2026-03-01", "") == 1
    assert arrows("2024-03-01", "2030-01-01") == 2
    assert arrows("2020-01-01", "2021-01-01") == 1
    assert arrows("2030-01-01", "2031-01-01") == 1


days = st.dates(min_value=dt.date(2015, 1, 1), max_value=dt.date(2040, 1, 1))


@given(st.lists(st.tuples(days, days, st.sampled_from([*EFFORT_STATES, ""])), min_size=1, max_size=12))
def test_nothing_is_drawn_outside(rows: list[tuple[object, object, str]]) -> None:
    spans = [TimeSpan(label="En insats", state=state, start=str(min(a, b, key=str)), end=str(max(a, b, key=str)))
             for a, b, state in rows]
    for box in parts(line(*spans), "rect"):
        assert float(box.attrib["x"]) >= 0
        assert float(box.attrib["width"]) > 0
        assert float(box.attrib["x"]) + float(box.attrib["width"]) <= WIDTH


@pytest.mark.parametrize(("wanted", "had", "shapes"), [(8800, 6600, "hatched"), (6600, 8800, "room"), (0, 0, "none"),
                                                      (5, 5, "even")])
def test_need_and_capacity_are_told_apart_by_shape(wanted: int, had: int, shapes: str) -> None:
    row = "".join(need_parts(need(("Egen regi", wanted, had)).drawn)).partition("Egen regi</text>")[2]  # type: ignore[arg-type]
    boxes = row.partition("<text")[0]
    assert boxes.count("<rect") == {"hatched": 2, "room": 2, "none": 0, "even": 1}[shapes]
    assert ("<line" in boxes) is (shapes == "hatched")
    assert f"{had} av {wanted}" in row


def test_the_longest_numbers_stay_inside() -> None:
    found = parts(need(("Sammanlagt i hela länet och alla dess kommuner", 1_987_654, 1_987_655)), "text")
    row = next(one for one in found if "av" in (one.text or ""))
    assert float(row.attrib["x"]) + 6.2 * len(row.text or "") <= WIDTH
    assert any((one.text or "").endswith("…") for one in found), "a name that is too long is cut with an ellipsis"


@pytest.mark.parametrize("picture", [line(TimeSpan(label=HOSTILE, state="pausad", start="2026-01-01")),
                                     need((HOSTILE, 3, 2))], ids=["tid", "behov"])
def test_every_format_has_the_words_and_no_text_becomes_code(picture: Picture) -> None:
    assert drawn(picture).svg == drawn(picture).svg
    made = document(picture)
    html = render(made, "html").decode()
    assert picture.alternative in html
    assert "<b>Lista" not in html
    assert re.search(r"<svg[^>]*role=\"img\"", html)
    with zipfile.ZipFile(io.BytesIO(render(made, "docx"))) as archive:
        body = archive.read("word/document.xml").decode()
        assert any(name.endswith(".png") for name in archive.namelist())
    assert f'descr="{picture.title}. ' in body
    assert picture.alternative in render(made, "md").decode()
    assert render(made, "pdf").startswith(b"%PDF")
    assert render(made, "xlsx")


@pytest.mark.parametrize("today", ["2026-01-01", "2026-09-07", "2026-12-28", "2027-12-31"])
def test_the_day_stands_on_a_patch_inside_the_picture_wherever_in_the_years_it_is(today: str) -> None:
    shown = line(TimeSpan(label="x", state="pagaende", start="2026-03-01", end="2026-06-30"))
    shown = shown.model_copy(update={"drawn": shown.drawn.model_copy(update={"today": today})})
    children = list(ElementTree.fromstring(drawn(shown).svg))
    place, text = next((number, one) for number, one in enumerate(children) if one.get("font-weight"))
    patch, middle = children[place - 1], float(text.get("x", "0"))
    left, width = float(patch.get("x", "0")), float(patch.get("width", "0"))
    assert patch.tag == f"{_SVG}rect"
    assert patch.get("fill") == "#ffffff"
    assert left >= 0
    assert left + width <= WIDTH
    assert left + width / 2 == pytest.approx(middle, abs=0.2)
    after = [one for one in children[place + 1:] if one.tag == f"{_SVG}line"]
    assert not [one for one in after if float(one.get("y1", "0")) < float(text.get("y", "0"))], "no line over the words"


def test_no_letter_is_cut_by_the_halo_of_the_next() -> None:
    """The pdf draws letter by letter: a stroke of the page's colour around one lies over the one before it."""
    for picture in (line(TimeSpan(label="Mobilt team", state="pagaende", start="2026-03-01", end="")),
                    need(("Egen regi", 8800, 6600))):
        texts = parts(picture, "text")
        assert texts
        assert not [one for one in texts if one.get("stroke")]


def test_the_key_explains_the_fillings_that_are_drawn_and_no_other() -> None:
    def key(picture: Picture) -> set[str]:
        return {one.text or "" for one in parts(picture, "text")} & {
            pictures_texts.ENOUGH, pictures_texts.BEYOND, pictures_texts.ROOM}

    assert key(need(("Egen regi", 8800, 6600))) == {pictures_texts.ENOUGH, pictures_texts.BEYOND}
    assert key(need(("Egen regi", 6600, 8800))) == {pictures_texts.ENOUGH, pictures_texts.ROOM}
    assert key(need(("Egen regi", 8800, 8800))) == {pictures_texts.ENOUGH}
    assert key(need(("Egen regi", 8800, 0))) == {pictures_texts.BEYOND}
    assert key(need(("Egen regi", 8800, 6600), ("Privat regi", 50, 90))) == {
        pictures_texts.ENOUGH, pictures_texts.BEYOND, pictures_texts.ROOM}
