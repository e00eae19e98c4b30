"""Documents on their way to a folder: every format asked for, the whole package, and nothing that should not leave."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import docx
import pikepdf
import pytest

from nvplan.catalog.questions import plan_form
from nvplan.files.ports import WRITER
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import Piece, export, file_stem, pieces
from nvplan.services.exchange.package import export_package
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import decode
from nvplan.texts import documents_lists as documents_lists_texts
from tests.example import example_session
from tests.services.documents.plans import KOMMUN, mark, marked_plan


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county; no test may change it."""
    return example_session(tmp_path_factory.mktemp("plan") / "exempel.nvplan")


def _content(path: Path) -> Iterator[str]:
    """Yield every text inside a file: the parts of a zip, what a pdf carries, or the file itself."""
    content = path.read_bytes()
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    elif path.suffix == ".pdf":
        with pikepdf.open(path) as opened:
            for attached in opened.attachments.values():
                yield attached.get_file().read_bytes().decode("utf-8")
    else:
        yield content.decode("utf-8")


def test_a_document_is_written_once_in_each_format_asked_for(example: PlanSession, tmp_path: Path) -> None:
    paths = [*export(example, [DOCUMENTS["insatser"]], ["md", "xlsx", " MD "], tmp_path, Request(), writer=WRITER)]
    assert [path.name for path in paths] == ["insatser Kronoberg 2027.md", "insatser Kronoberg 2027.xlsx"]
    assert all(path.is_file() for path in paths)


def test_an_existing_file_is_kept_unless_told_otherwise(example: PlanSession, tmp_path: Path) -> None:
    (tmp_path / "underlag Kronoberg 2027.md").write_text("mitt", encoding="utf-8")
    first = next(iter(export(example, [DOCUMENTS["underlag"]], ["md"], tmp_path, Request(), writer=WRITER)))
    assert first.name == "underlag Kronoberg 2027 (2).md"
    assert (tmp_path / "underlag Kronoberg 2027.md").read_text(encoding="utf-8") == "mitt"
    again = next(iter(export(example, [DOCUMENTS["underlag"]], ["md"], tmp_path, Request(), replace=True,
                             writer=WRITER)))
    assert again.name == "underlag Kronoberg 2027.md"


def test_a_format_that_the_document_lacks_is_refused_before_anything_is_written(example: PlanSession,
                                                                                tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gemensam-plan"):
        list(export(example, [DOCUMENTS["insatser"], DOCUMENTS["gemensam-plan"]], ["xlsx"], tmp_path, Request(),
                    writer=WRITER))
    assert not list(tmp_path.iterdir())


def test_the_archive_is_the_plan_itself(example: PlanSession, tmp_path: Path) -> None:
    path = next(iter(export(example, [DOCUMENTS["arkiv"]], ["json"], tmp_path, Request(), writer=WRITER)))
    opened = PlanSession.open(path)
    assert opened.state.answers == example.state.answers
    assert opened.state.objects == example.state.objects


def test_the_file_s_name_says_whose_part_and_which_meeting(example: PlanSession) -> None:
    request = Request(actor=find_actor(example.state, KOMMUN), meeting="mellanrum")
    piece = Piece(DOCUMENTS["protokoll"], request)
    assert file_stem(example, piece) == "protokoll Workshop om mellanrum Kronoberg 2027 Växjö kommun"


def test_a_pdf_carries_only_what_it_shows_and_may_carry_nothing(example: PlanSession, tmp_path: Path) -> None:
    chosen = [DOCUMENTS["kontinuitet"]]
    with_data = next(iter(export(example, chosen, ["pdf"], tmp_path / "med", Request(), writer=WRITER)))
    without = next(iter(export(example, chosen, ["pdf"], tmp_path / "utan", Request(without_data=True), writer=WRITER)))
    carried = decode(next(_content(with_data)).encode("utf-8"), "pdf").tables
    own = {question.id for question in plan_form("kontinuitet").questions}
    assert {question for table in carried["answers"].values() for question in table["answers"]} <= own
    assert not list(_content(without))


# -- the whole package -----------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def package(example: PlanSession, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The whole package of the example county."""
    return [*export_package(example, tmp_path_factory.mktemp("allt"), Request(), writer=WRITER)]


def test_the_package_has_every_document_in_the_formats_it_is_handed_on_in(example: PlanSession, package: list[Path]
                                                                           ) -> None:
    names = {path.name for path in package}
    for document in DOCUMENTS.values():
        for piece in pieces(example, document, Request()):
            for format_name in document.packed or ("docx", "pdf", "xlsx"):
                if format_name in document.formats and not document.nothing(example, piece.request):
                    assert f"{file_stem(example, piece)}.{format_name}" in names
    assert {"kalender Kronoberg 2027.ics", "arkiv Kronoberg 2027.json", "innehåll.docx", "innehåll.html"} <= names


def test_what_would_be_empty_is_left_out_and_the_contents_page_says_why(package: list[Path]) -> None:
    assert not [path.name for path in package if path.name.startswith(("jämförelse", "workshop-underlag"))]
    page = next(path for path in package if path.name == "innehåll.html").read_text(encoding="utf-8")
    for reason in (documents_lists_texts.COMPARISON_NONE, documents_lists_texts.WORKSHOP_NO_MEETING):
        assert f": {reason[0].lower()}{reason[1:]}" in page
    assert "Sist står vilka dokument som inte är med, och varför." in page


def test_the_contents_page_calls_each_document_what_it_calls_itself(example: PlanSession, package: list[Path]) -> None:
    page = next(path for path in package if path.name == "innehåll.html").read_text(encoding="utf-8")
    for name in ("patientkontrakt", "redovisning-region", "tjansteskrivelse", "rekvisition"):
        piece = pieces(example, DOCUMENTS[name], Request())[0]
        title = piece.document.build(example, piece.request).title
        assert f">{title}" in page, name


def test_the_contents_page_has_no_column_for_a_format_that_no_file_has(example: PlanSession, tmp_path: Path) -> None:
    paths = [*export_package(example, tmp_path, Request(), ["docx"], writer=WRITER)]
    page = next(path for path in paths if path.name == "innehåll.html").read_text(encoding="utf-8")
    assert ">Word<" in page
    assert ">Excel<" not in page


def test_the_contents_page_leads_to_every_file(package: list[Path]) -> None:
    page = next(path for path in package if path.name == "innehåll.html").read_text(encoding="utf-8")
    links = {unquote(link).removeprefix("./") for link in re.findall(r'href="(\./[^"]+)"', page)}
    assert links == {path.name for path in package if not path.name.startswith("innehåll")}
    assert all((package[0].parent / link).is_file() for link in links)
    word = next(path for path in package if path.name == "innehåll.docx")
    instructions = "".join(node.text or "" for node in docx.Document(str(word)).element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText"))
    assert {f'"{link}"' in instructions for link in links} == {True}


def test_the_package_is_the_same_bytes_twice(example: PlanSession, package: list[Path], tmp_path: Path) -> None:
    again = {path.name: path.read_bytes()
             for path in export_package(example, tmp_path, Request(), ["docx", "xlsx"], writer=WRITER)}
    for path in package:
        if path.suffix != ".pdf" and not path.name.startswith("innehåll"):  # which tells of other files
            assert again[path.name] == path.read_bytes(), path.name


def test_an_empty_plan_has_a_package_too_and_says_what_could_not_be_made(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "tom.nvplan", "07", 2027)
    names = {path.name for path in export_package(session, tmp_path / "ut", Request(), ["md"], writer=WRITER)}
    assert {"gemensam-plan Kronoberg 2027.md", "innehåll.html", "arkiv Kronoberg 2027.json"} <= names


def test_an_unknown_format_is_refused_before_anything_is_written(example: PlanSession, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(export_package(example, tmp_path, Request(), ["odt"], writer=WRITER))
    assert not list(tmp_path.iterdir())


def test_one_actor_s_package_has_no_other_s_part_in_any_file(tmp_path: Path) -> None:
    session = marked_plan(tmp_path / "alla.nvplan")
    request = Request(actor=find_actor(session.state, KOMMUN))
    paths = [*export_package(session, tmp_path / "ut", request, ["docx", "xlsx", "html", "csv", "md"], writer=WRITER)]
    paths += export(session, [DOCUMENTS["checklista"]], ["pdf"], tmp_path / "ut", request, writer=WRITER)
    others = [mark(actor.id) for actor in session.state.actors if actor.id != KOMMUN]
    own = 0
    for path in paths:
        # what a board decides on is the plan with its goals, and those that are the region's are the county's too
        told = [mark("region")] if path.name.startswith("tjänsteskrivelse") else []
        for text in _content(path):
            assert not [other for other in others if other in text and other not in told], path.name
            own += mark(KOMMUN) in text
    assert own > 10
    page = next(path for path in paths if path.name == "innehåll.html").read_text(encoding="utf-8")
    assert documents_lists_texts.PACKAGE_ABOUT_ACTOR.format(actor="Växjö kommun") in page
