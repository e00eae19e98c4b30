"""A fault anywhere in data/ is told by file, row and remedy, and stops the command that would have used it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nvplan.catalog.checking import catalog_faults
from nvplan.catalog.checking_sources import SourceText, row_files
from nvplan.catalog.documents import documents
from nvplan.catalog.location import data_folder, data_from
from nvplan.catalog.questions import find_question, plan_form
from nvplan.catalog.requirements import find_set, latest_verified, requirements, requirements_in_force
from nvplan.services.data_check import data_faults
from tests.catalog.copies import add_line, change_line, change_row, copy_of_data, row_number
from tests.cli.runner import nvplan

REMEDY = re.compile(r"(Rätt är|Spara|Välj|Rätta|Skriv|Lägg|Ta bort|Ge |Fyll|Kontrollera|Ändra|Flytta|ska |behöver|"
                    r"Högst|Jämför|Täck)")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/."""
    return copy_of_data(tmp_path)


def test_all_of_data_holds() -> None:
    assert data_faults() == []


Change = Callable[[Path], None]


def row(number: int, **values: object) -> Change:
    return lambda path: change_row(path, number, **values)


def line(number: int, text: str | bytes) -> Change:
    return lambda path: change_line(path, number, text)


def last(text: str) -> Change:
    return lambda path: add_line(path, text)


#: The file that is broken, how, the row that is to be named (0: none), words of the sentence, and the part of the
#: catalogue that then stops (empty where nothing but the check reads it).
FAULTS: list[tuple[str, Change, int, str, str]] = [
    ("lan.csv", line(3, "3,Uppsala län,Uppsala,Region Uppsala,,"), 3, "2 siffror", "lan"),
    ("lan.csv", line(1, "kod,lan"), 0, "Rätt är: code, county", "kommuner"),
    ("lan.csv", line(3, "03,Uppsala län,Uppsala,Region Uppsala,Kronoberg,"), 7, "betyder redan Uppsala län", ""),
    ("kommuner.csv", line(2, "0114,Upplands Väsby kommun,Upplands Väsby,99"), 2, "länskoden ”99”", "kommuner"),
    ("kommuner.csv", line(2, "0314,Upplands Väsby kommun,Upplands Väsby,01"), 2, "börjar inte med", "lan"),
    ("kommuner.csv", line(2, "0114,Upplands Väsby kommun"), 2, "ska ha 4 fält", "lan"),
    ("kommuner.csv", line(2, '0114,"Upplands Väsby kommun,Upplands Väsby,01'), 0, "citattecknen", "lan"),
    ("kommuner.csv", line(2, "0114,Upplands V\xe4sby".encode("latin-1")), 0, "UTF-8", "lan"),
    ("fakta.jsonl", row(1, place="mal.baseline"), 1, "Rätta place", ""),
    ("fakta.jsonl", row(1, asked=["1.0.finns-inte"]), 1, "”1.0.finns-inte” finns inte", ""),
    ("fakta.jsonl", row(1, differs="De är två."), 0, "saknas. Lägg till en rad", ""),
    ("fakta.jsonl", row(1, place="aktor", asked=["beslut.finns_inte"]), 1, "”beslut.finns_inte” finns inte", ""),
    ("fragor/gemensam.jsonl", row(1, label="Från vilken dag gäller beslutet?"), 0,
     "1.0.aktorer och beslut.in_force liknar varandra", ""),
    ("fragor/gemensam.jsonl", row(1, label="Vad är bankgiro eller plusgiro?"), 0,
     "1.0.aktorer och rekvisition2023:3.1 liknar varandra", ""),
    ("fragor/kontinuitet.jsonl", row(1, label="Hur många företrädare för patienter är utbildade för uppdraget?"), 0,
     "liknar varandra", ""),
    ("borttagna_fragor.jsonl", row(1, id="1.0.agare"), 1, "finns kvar i data/fragor", ""),
    ("borttagna_fragor.jsonl", row(1, to="3.13.finns-inte"), 1, "”3.13.finns-inte” finns inte", ""),
    ("bindningar.jsonl", row(2, question="1.1.beslut"), 2, "bunden på en tidigare rad", "fragor"),
    ("bindningar.jsonl", row(1, question="1.1.finns-inte"), 1, "”1.1.finns-inte” finns inte", ""),
    ("bindningar.jsonl", row(1, type="bestut"), 1, "inte är ett delat objekt", ""),
    ("bindningar.jsonl", row(1, field="utfall"), 1, "finns inte hos beslut", ""),
    ("bindningar.jsonl", row(1, field=""), 1, "ett av dem", ""),
    ("bindningar.jsonl", row(1, codes={"kanske": "vantar"}), 1, "inte är ett av frågans alternativ", ""),
    ("kravmangder.jsonl", row(2, label="Överenskommelsen 2023"), 2, "”avslutad”", "kravmangder"),
    ("kravmangder.jsonl", row(7, label="Prop. 2025/26:19"), 7, "”föreslagen”", "krav"),
    ("kravmangder.jsonl", row(7, label_in_force="Gäller nu"), 7, "{reference}", "krav"),
    ("kravmangder.jsonl", row(2, standing="upphord"), 2, "gallande, avslutad, foreslagen", "krav"),
    ("kravmangder.jsonl", row(3, id="OK2023"), 3, "finns redan", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, modality="måste"), 2, "ska, bor, kan, central, lag, mal", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, title=...), 2, "fältet ”title” saknas", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, bindning="ska"), 2, "fältet ”bindning” är okänt", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, addressees="region"), 2, "hakparenteser", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, stated="kanske"), 2, "true eller false", "krav"),
    ("krav/OK2023-nara-vard.jsonl", row(2, set="OK2033"), 2, "”OK2033” finns inte", "krav"),
    ("krav/OK2023-ovriga.jsonl", row(2, id="SAM-01"), 2, "i en annan fil", "krav"),
    ("krav/OK2023-ovriga.jsonl", line(4, '{"id":"MED-04"'), 4, "inte giltig JSON", "krav"),
    ("krav/OK2023-ovriga.jsonl", last('{"id":"A"},{"id":"B"}'), 34, "inte giltig JSON", "krav"),
    ("krav/PROP2025-26-19.jsonl", row(1, text="Ni ska samverka."), 1, "börja med ”Föreslagen”", "krav"),
    ("krav/PROP2025-26-19.jsonl", row(1, text_in_force=...), 1, "text_in_force", "krav"),
    ("krav/SKR.jsonl", row(1, area="rymden"), 1, "området ”rymden”", ""),
    ("krav/SKR.jsonl", row(1, covers=["R999-001"]), 1, "”R999-001”", ""),
    ("krav/SKR.jsonl", row(1, replaces=["XX-1"]), 1, "kravet ”XX-1”", ""),
    ("krav/SKR.jsonl", row(1, sources=[{"document": "009", "heading": "X", "lines": [1, 2]}]), 1, "”009”", ""),
    ("krav/SKR.jsonl", row(1, sources=[{"document": "001", "heading": "X"}]), 1, "första raden", ""),
    ("krav/SKR.jsonl", row(1, sources=[{"document": "S3", "heading": "X", "lines": [1, 2]}]), 1, "reference", ""),
    ("kallrader.csv", last("R002-999,002,10,region"), 468, "täcks inte", ""),
    ("kallrader.csv", last("R002-001,002,10,skr"), 468, "finns redan", ""),
    ("kallrader.csv", last("R002-998,007,x,alla"), 468, "dokumentet ”007”", ""),
    ("utelamnade.csv", last("R003-001,"), 6, "skälet saknas", ""),
    ("kallor.jsonl", row(3, kind="avtal"), 3, "overenskommelse", "kallor"),
    ("kallor.jsonl", row(3, id="001"), 3, "finns redan", "kallor"),
    ("steg/gemensam.jsonl", row(3, order=1), 3, "högre tal än 2", "fragor"),
    ("kapitel/kontinuitet.jsonl", row(4, step="k99"), 4, "steget ”k99”", "kapitel"),
    ("kapitel/kontinuitet.jsonl", row(18, id="2.18"), 0, "kapitel 2.17 saknas", "fragor"),
    ("fragor/gemensam.jsonl", row(1, chapter="1.99"), 1, "kapitlet ”1.99”", "fragor"),
    ("fragor/gemensam.jsonl", row(1, id="aktorer"), 1, "kapitlets nummer", "fragor"),
    ("fragor/gemensam.jsonl", row(1, requirements=["SAM-99"]), 1, "kravet ”SAM-99”", "fragor"),
    ("fragor/gemensam.jsonl", row(2, options=[]), 2, "minst två alternativ", "fragor"),
    ("fragor/gemensam.jsonl", row(1, unit="st"), 1, "slaget register", "fragor"),
    ("fragor/gemensam.jsonl", row(1, condition=[{"question": "1.18.aret", "operator": "besvarad"}]), 1, "tidigare",
     "fragor"),
    ("fragor/gemensam.jsonl", row(3, condition=[{"question": "1.0.struktur", "operator": "ar", "values": ["x"]}]), 3,
     "anvands, finns, byggs, saknas", "fragor"),
    ("fragor/gemensam.jsonl", row(1, why=""), 1, "fältet ”why” är tomt", ""),
    ("fragor/gemensam.jsonl", row(1, draws_on="bil"), 1, "draws_on är ”bil”", ""),
    ("fragor/patientkontrakt.jsonl", row(1, least=3, kind="tal", options=[], most=1), 1, "det största", "fragor"),
    ("mal.jsonl", row(1, set="OK1999"), 1, "”OK1999”", ""),
    ("mal.jsonl", row(1, kind="minst"), 1, "andel_minst", "mal"),
    ("indikatorer.jsonl", row(4, year=...), 4, "date eller year", "indikatorer"),
    ("bakgrund.jsonl", row(4, value="många"), 4, "decimalpunkt", "bakgrund"),
    ("medel.jsonl", row(3, total=1), 3, "delarna blir 40929465", "medel"),
    ("medel_underlag.jsonl", row(3, names=["a", "b"]), 3, "names", "medel"),
    ("medel_summor.jsonl", row(19, holds=True), 19, "299999998", "medelsummor"),
    ("medel_regler.jsonl", row(1, base_amount=-1), 1, "minst 0", "medelregler"),
    ("medel_tidslinje.jsonl", row(5, value=1), 5, "2919000000", "medeltidslinje"),
    ("historik.jsonl", row(9, text=None), 9, "missing", "historik"),
    ("exempel.jsonl", row(2, county_codes=["77"]), 2, "”77”", "exempel"),
    ("begrepp.jsonl", row(2, source=...), 2, "source", "begrepp"),
    ("lankar.jsonl", row(2, area="x"), 2, "omrade", "lankar"),
    ("kodlistor.jsonl", row(2, list="okand"), 2, "okand", "kodlistor"),
    ("bedomningsmatt.jsonl", row(2, id="person"), 2, "finns redan", "bedomningsmatt"),
    ("bedomningsmatt.jsonl", row(9, value="fem"), 9, "”fem”", "bedomningsmatt"),
    ("dagordningar.jsonl", row(2, id="forsta-motet"), 2, "finns redan", "dagordningar"),
    ("dagordningar.jsonl", row(2, items=[{"title": "X", "minutes": 5, "question": "9.9.x"}]), 2, "”9.9.x”",
     "dagordningar"),
    ("datum.jsonl", row(2, date="2023-02-30"), 2, "2023-02-30", "datum"),
    ("datum.jsonl", row(2, form="okant"), 2, "”okant”", ""),
    ("redovisning/formular.jsonl", row(1, origin="egen"), 1, "officiell", "redovisning"),
    ("redovisning/vfu2023.jsonl", row(2, parent="x"), 2, "”x”", "redovisning"),
    ("dokument/gemensam.jsonl", row(2, question="1.0.finns-inte"), 2, "”1.0.finns-inte” finns inte", ""),
    ("dokument/gemensam.jsonl", row(2, question="1.0.aktorer"), 2, "finns redan", ""),
    ("dokument/gemensam.jsonl", row(2, heading="Vad gäller?"), 2, "är en fråga", ""),
    ("dokument/gemensam.jsonl", row(2, sentence="Utan plats."), 2, "saknar plats för svaret", ""),
    ("dokument/gemensam.jsonl", row(2, joins="1.1.lage"), 2, "samma kapitel", ""),
    ("dokument/gemensam.jsonl", row(2, says={"kanske": "Kanske."}), 2, "inte är ett av frågans alternativ", ""),
    ("dokument/gemensam.jsonl", row(2, role="rubrik"), 2, "innehall, arbetsfraga, egen_plats", ""),
    ("dokument/avsnitt.jsonl", row(2, chapters=["1.99"]), 2, "kapitlet ”1.99” finns inte", ""),
    ("dokument/avsnitt.jsonl", row(2, chapters=["1.1", "1.2"]), 2, "finns redan", ""),
    ("motsagelser.jsonl", row(2, against_answers=["pengar"]), 2, "”pengar”", ""),
    ("motsagelser.jsonl", row(8, requirement="SAM-99"), 8, "”SAM-99”", ""),
    ("motsagelser.jsonl", row(8, requirement=""), 8, "against eller requirement", ""),
    ("redovisning/samma_fraga.jsonl", row(1, items=["region2021:9.9"]), 1, "region2021:9.9", ""),
    ("granskningsregler.jsonl", row(2, level="allvarligt"), 2, "fel, varning, info", ""),
    ("exempellan/svar.jsonl", row(1, question="1.0.finns-inte"), 1, "”1.0.finns-inte”", ""),
    ("exempellan/svar.jsonl", row(49, value="kanske"), 49, "varken ja eller nej", ""),
    ("krav/OK2023-ovriga.jsonl", row(2, text=" "), 2, "fältet ”text” är tomt", "krav"),
    ("krav/OK2023-ovriga.jsonl", row(2, title=""), 2, "fältet ”title” är tomt", "krav"),
    ("krav/OK2023-ovriga.jsonl", row(2, id="MED-å 2"), 2, "bokstäver a–z", "krav"),
    ("mal.jsonl", row(7, id="KON-RV å"), 7, "bokstäver a–z", ""),
    ("mal.jsonl", row(7, text=""), 7, "fältet ”text” är tomt", ""),
    ("fragor/gemensam.jsonl", row(1, id="1.0.aktörer nu"), 1, "bokstäver a–z", "fragor"),
    ("fragor/gemensam.jsonl", row(1, asks="Enligt {lag} ska ni."), 1, "asks har en klammer", ""),
    ("kravmangder.jsonl", row(2, named="överenskommelsen 2023"), 2, "named ska innehålla ”avslutad”", "kravmangder"),
    ("kravmangder.jsonl", row(2, forms=["okant"]), 2, "”okant”", ""),
    ("krav/NYA.json", last("{}"), 0, "läses inte av programmet", ""),
]


@pytest.mark.parametrize(("name", "change", "number", "says", "topic"), FAULTS,
                         ids=[f"{fault[0]} {fault[3][:24]}" for fault in FAULTS])
def test_a_fault_names_file_row_and_remedy_and_stops_the_command(
    copy: Path, name: str, change: Change, number: int, says: str, topic: str,
) -> None:
    change(copy / name)
    checked = nvplan("katalog", "kontrollera", "--data", str(copy))
    assert checked.code == 1
    assert "fel i data/" in checked.err
    found = [sentence for sentence in checked.out.splitlines() if says in sentence]
    assert found, checked.out[:600]
    where = f"Filen data/{name}, rad {number}: " if number else "Filen data/"
    assert found[0].startswith(where), found[0]
    assert REMEDY.search(found[0]), found[0]
    if topic:
        with data_from(copy):
            printed = nvplan("katalog", topic, "--json")
        assert (printed.code, printed.out) == (1, "")
        assert printed.err.startswith("Filen data/")
        assert len(printed.err.splitlines()) == 1


def test_every_kind_of_file_is_broken_above() -> None:
    broken = {fault[0].split("/")[0] for fault in FAULTS}
    present = {path.relative_to(data_folder()).parts[0] for path in data_folder().rglob("*") if path.is_file()}
    assert present - {"README.md"} <= broken
    assert len(row_files()) > 30


@pytest.mark.parametrize("name", ["mal.jsonl", "datum.jsonl", "kapitel/gemensam.jsonl", "redovisning/kopplingar.jsonl",
                                  "krav/SKR.jsonl", "kallrader.csv", "exempellan/svar.jsonl"])
def test_an_emptied_file_is_a_fault(copy: Path, name: str) -> None:
    (copy / name).write_text("\n", encoding="utf-8")
    with data_from(copy):
        assert any(one.startswith(f"Filen data/{name} är tom. ") for one in data_faults())


def test_every_broken_row_is_told_with_line_and_sign(copy: Path) -> None:
    path = copy / "krav" / "OK2023-ovriga.jsonl"
    change_line(path, 4, '{"id":"MED-04"')
    change_line(path, 6, '{"id":"MED-06",}')
    change_row(path, 2, modality="måste", stated="kanske")
    with data_from(copy):
        told = [one for one in data_faults() if "OK2023-ovriga.jsonl, rad" in one]
        printed = nvplan("katalog", "krav")
    assert [one.partition("rad ")[2][:1] for one in told] == ["2", "2", "4", "6"]
    assert "från tecken 14" in told[2]
    assert "från tecken 16" in told[3]
    assert len(printed.err.splitlines()) == 1


def test_a_missing_file_is_told(copy: Path) -> None:
    (copy / "fragor" / "gemensam.jsonl").unlink()
    with data_from(copy):
        assert "Filen data/fragor/gemensam.jsonl går inte att läsa. Kontrollera att den finns." in catalog_faults()


def test_a_field_that_stands_twice_is_found_though_json_allows_it(copy: Path) -> None:
    path = copy / "begrepp.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    change_line(path, 3, lines[2].replace('{"id"', '{"term":"x","id"', 1))
    with data_from(copy):
        assert data_faults() == [
            "Filen data/begrepp.jsonl, rad 3: fältet ”term” står två gånger på raden. Ta bort det ena."]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(copy: Path) -> None:
    for name in ("lan.csv", "kommuner.csv", "mal.jsonl", "krav/SKR.jsonl", "kallrader.csv"):
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    with data_from(copy):
        assert data_faults() == []


def test_too_many_rows_left_out_is_a_fault(copy: Path) -> None:
    asked = [row for row in csv.DictReader(io.StringIO((copy / "kallrader.csv").read_text(encoding="utf-8")))
             if row["actor"] != "skr"]
    for found in asked[:40]:
        add_line(copy / "utelamnade.csv", f"{found['id']},Ett skäl")
    with data_from(copy):
        found_faults = [sentence for sentence in catalog_faults() if "utelamnade.csv" in sentence]
    assert any("Högst 41 får vara det" in sentence for sentence in found_faults)
    assert any("täcks också av ett krav" in sentence for sentence in found_faults)


def test_a_core_that_is_too_large_is_a_fault(copy: Path) -> None:
    path = copy / "fragor" / "gemensam.jsonl"
    for number, question in enumerate(plan_form("gemensam").questions[:20], 1):
        change_row(path, row_number(path, question.id), core=number > 0)
    with data_from(copy):
        told = catalog_faults()
    assert any("planen har 41 kärnfrågor. Den ska ha 15–30" in sentence for sentence in told)
    assert any("planerna har 92 kärnfrågor tillsammans. De får ha högst 80" in sentence for sentence in told)


def test_a_demand_or_a_goal_that_no_core_question_asks_about_is_a_fault(copy: Path) -> None:
    path = copy / "fragor" / "patientkontrakt.jsonl"
    change_row(path, row_number(path, "3.12.belastning"), core=False)
    with data_from(copy):
        assert [sentence for sentence in catalog_faults() if "PK-06" in sentence] == [
            "Filen data/fragor/patientkontrakt.jsonl: ingen kärnfråga hör till kravet PK-06, Underlätta för "
            "personalen, utan merarbete. Lägg till kravet i fältet ”requirements” för en kärnfråga."]


def test_a_core_question_that_nothing_requires_and_that_decides_nothing_is_a_fault(copy: Path) -> None:
    path = copy / "fragor" / "patientkontrakt.jsonl"
    change_row(path, row_number(path, "3.0.term"), decision="")
    with data_from(copy):
        assert any("kärnfrågan ”3.0.term” har inget krav" in sentence for sentence in catalog_faults())


def readme_row(start: str) -> str:
    """Return the line of data/README.md that begins like this: the examples are tried as they stand."""
    lines = (data_folder() / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(start))


def test_a_set_a_requirement_and_a_question_are_added_as_the_readme_shows_without_code(copy: Path) -> None:
    add_line(copy / "kravmangder.jsonl", readme_row('{"id":"OK2026"'))
    add_line(copy / "kallor.jsonl", readme_row('{"id":"S41"'))
    add_line(copy / "krav" / "OK2026.jsonl", readme_row('{"id":"KON-30"'))
    add_line(copy / "fragor" / "kontinuitet.jsonl", readme_row('{"id":"2.13.arsmatning"'))
    add_line(copy / "dokument" / "kontinuitet.jsonl", readme_row('{"question":"2.13.arsmatning"'))
    with data_from(copy):
        assert data_faults() == []
        assert find_set("OK2026").label == "Överenskommelsen 2026"
        assert requirements()["KON-30"].replaces == ("KON-17",)
        assert "KON-30" in {row.id for row in requirements_in_force("OK2026", "kontinuitet")}
        assert find_question("2.13.arsmatning").requirements == ("KON-30",)
        assert plan_form("kontinuitet").of_chapter("2.13")[-1].id == "2.13.arsmatning"
        assert "S41" in documents()
        assert latest_verified() == "OK2023", "a set that is not complete is not chosen on its own"
        printed = nvplan("katalog", "krav", "--sok", "KON-30", "--json")
        assert [row["set_label"] for row in printed.json] == ["Överenskommelsen 2026"]
        change_row(copy / "kravmangder.jsonl", 8, complete=True)
    with data_from(copy):
        assert latest_verified() == "OK2026"
    assert "KON-30" not in requirements(), "the program's own data/ is read again"


def test_another_year_of_dates_is_added_without_code(copy: Path) -> None:
    path = copy / "datum.jsonl"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    add_line(path, first.replace("D2023-01", "D2027-01").replace('"year":2023', '"year":2027').replace(
        '"date":"2023-01-27"', '"date":"2027-01-27"'))
    with data_from(copy):
        assert data_faults() == []
        assert [row["year"] for row in nvplan("katalog", "datum", "--sok", "D2027-01", "--json").json] == [2027]


def test_the_source_texts_are_looked_up_when_they_are_at_hand(tmp_path: Path) -> None:
    for document in documents().values():
        if document.has_lines and document.id != "004":
            (tmp_path / f"{document.id}_kort.txt").write_text("Första raden\n\nTredje raden\n", encoding="utf-8")
    found = catalog_faults(tmp_path)
    assert any(sentence.startswith("Källan 004 finns inte i") for sentence in found)
    assert any("002 rad 453–456 finns inte, källan har 4 rader. Rätta lines." in sentence for sentence in found)
    assert any(sentence.startswith("Filen data/kallrader.csv, rad 2: 002 rad 62–62 finns inte") for sentence in found)


def test_a_heading_is_looked_for_before_its_lines_with_gaps_and_notes_left_out(tmp_path: Path) -> None:
    path = tmp_path / "002_x.txt"
    path.write_text("2.1 Insatser för att\nstödja om-\nställningen till nära vård\n\ntext\nSenare rubrik\n",
                    encoding="utf-8")
    text = SourceText(path)
    assert text.is_blank(4)
    assert not text.is_blank(5)
    assert text.has_heading("2.1 Insatser för att stödja omställningen till nära vård", 5)
    assert text.has_heading("2.1 Insatser för att stödja …", 5)
    assert text.has_heading("2.1 Insatser … – fotnot 4", 5)
    assert not text.has_heading("Senare rubrik", 5)
    assert text.has_heading("Senare rubrik", None), "a slide's heading can stand below its text"
    assert not text.has_heading("2.1 Insatser för att hindra …", 5)
