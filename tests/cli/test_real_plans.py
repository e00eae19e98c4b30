"""Plans as real counties have made them, entered by commands, and every item of them found again in what comes out.

What they look like was read from seven counties' public pages; the texts and most of the figures are invented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from nvplan.catalog.counties import find_county
from tests.cli.runner import nvplan

#: What must be found again: the words of each item.
Items = list[str]


class County:
    """A county's plan, entered by commands; `items` are the words that must be found again."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.items = str(path), Items()
        self.kommuner = [one.code for one in find_county(name).municipalities]
        assert nvplan("ny", self.path, "--lan", name, "--ar", "2027").code == 0

    def put(self, kind: str, *words: str, **fields: Any) -> str:
        """Set an object and return its id; the words beside its title must be found again."""
        given = {name.rstrip("_"): value for name, value in fields.items()}
        result = nvplan("objekt", self.path, kind, "satt", "--json", stdin=json.dumps(given))
        assert (result.code, result.err) == (0, ""), result.err
        self.items += [str(given.get("title") or given.get("name")), *words]
        return str(result.json.get("id") or result.json["ids"])

    def answer(self, question: str, value: str, *words: str, actor: str = "") -> None:
        """Answer a question."""
        result = nvplan("svara", self.path, question, value, *(["--aktor", actor] if actor else []))
        assert result.code == 0, result.err
        self.items += words


def kalmar(county: County) -> None:
    """The assignment by every kommun in an autumn, a decision on condition, priorities of the county's own."""
    county.put("beslut", "hösten 2023", title="Uppdrag att ta fram en gemensam plan", subject="uppdrag",
               kind_="politiskt", outcome="antagen", date="hösten 2023",
               each=[{"actor": code, "diary_number": f"KS 2023/{number}"}
                     for number, code in enumerate(county.kommuner, 1)])
    county.items += [f"KS 2023/{number}" for number in range(1, len(county.kommuner) + 1)]
    county.put("beslut", "Antagen på villkor", "4 februari 2026", "0 av 12 har antagit", title="Regionens beslut",
               subject="gemensam", actor="region", outcome="antagen_villkor", date="4 februari 2026",
               condition_actors=county.kommuner)
    for number, title in enumerate(("Barn och unga", "Psykisk ohälsa", "Äldre personer", "De som ingen har mött"), 1):
        county.put("malomrade", "Prioriterat område", title=title, number=str(number), term="Prioriterat område")
    county.answer("1.2.malgrupper", '["aldre", "barn_unga", "psykisk_ohalsa", "annan: De som ingen har sökt upp"]',
                  "Äldre", "De som ingen har sökt upp")
    county.answer("1.6.prioriterade", '["aldre", "barn-unga", "annat: Uppsökande arbete"]', "Uppsökande arbete")
    county.put("insats", "Människor i riskzon utan vårdkontakt", title="Uppsökande samtal", plans=["gemensam"],
               structure=["malomrade-4"], other_target_groups=["Människor i riskzon utan vårdkontakt"])


def stockholm(county: County) -> None:
    """Seven years, five målområden with eighteen inriktningar, milestones, a decision by a political group."""
    county.put("beslut", "Politisk styrgrupp", "2024–2030", title="Handlingsplan", subject="gemensam",
               body="Politisk styrgrupp", outcome="antagen", date="2023-11", in_force="2024–2030")
    for number in range(1, 6):
        county.put("malomrade", title=f"Målområde {number}", number=str(number), term="Målområde",
                   areas=["samverkan"], time="2024–2030")
    for number in range(18):
        above, place = number % 5 + 1, number // 5 + 1
        title = f"Inriktning nummer {number + 1}"
        county.put("malomrade", f"{above}.{place} {title}", title=title, number=f"{above}.{place}",
                   term="Strategisk inriktning", parent=f"malomrade-{above}")
    county.put("insats", title="Lokalt närvårdsteam", plans=["gemensam"], structure=["malomrade-6", "malomrade-9"],
               start="2024", end="2030", priority="hog", yearly_costs=["2027: 2 500 000", "2028: 3 000 000"])
    county.items += ["2024–2030", "Prioritet: hög", "2 500 000", "3 000 000"]
    county.put("matkalla", "SKR", "Varje kvartal", "30 juni 2026", title="Primärvårdskvalitet", body="SKR",
               interval="kvartal", date="2026-06-30", measures=["coc_lakare"])
    county.put("annanplan", "beslutad 3 november 2026", "RS 2026/77", "Lokalt närvårdsteam", title="Ambulansplan",
               kind_="ambulans", state="galler", actor="region", date="2026-11-03", diary_number="RS 2026/77",
               efforts=["insats-1"])
    for number in range(1, 23):
        county.put("insats", title=f"Åtgärd {number} i strategin", plans=["gemensam"], parent="Lokalt närvårdsteam",
                   structure=[f"malomrade-{5 + number % 18 + 1}"], end="2030")
        county.put("delmal", "31 december 2027", title=f"Delmål för åtgärd {number}", effort=f"insats-{number + 1}",
                   date="31/12 2027", role="Avdelningschef")
    county.put("mal", title="Fler får vård nära hemmet", plans=["gemensam"], structure=["malomrade-1"], unit="procent",
               denominator="befolkning", baseline="40", baseline_year=2024, target="55", date="2030")


def orebro(county: County) -> None:
    """A målbild adopted in a season, a färdplan over years, a theme for each year."""
    county.put("beslut", "våren 2022", title="Länets målbild", subject="malbild", outcome="antagen", date="våren 2022",
               body="Länets samverkansorgan")
    for number, theme in enumerate(("Trygg hemgång", "Barns hälsa", "Digitala möten", "Jämlik vård"), 2023):
        county.put("malomrade", f"Fokustema, {number}", title=theme, term="Fokustema", time=str(number))
    county.put("insats", "2023–2026", title="Färdplanens genomförande", plans=["gemensam"], start="2023", end="2026",
               structure=["malomrade-1"])


def gavleborg(county: County) -> None:
    """Three-year plans, seven programområden, all of it done by 2030."""
    for number in range(1, 8):
        county.put("malomrade", title=f"Programområde om sak {number}", number=str(number), term="Programområde",
                   time="2025–2027")
        county.put("insats", "2030", title=f"Omställning {number}", plans=["gemensam"], end="2030",
                   structure=[f"malomrade-{number}"])


def skane(county: County) -> None:
    """A målbild on a day, and sub-county bodies with plans of their own each year."""
    county.put("beslut", "24 september 2021", title="Målbild och handlingsplan", subject="malbild", outcome="antagen",
               date="24 september 2021", body="Centralt samverkansorgan")
    for number in range(1, 4):
        members = county.kommuner[number * 3:number * 3 + 3]
        body = county.put("aktor", type="delregion", name=f"Delregionalt organ {number}", members=members)
        county.put("insats", f"Delregionalt organ {number}", title=f"Genomförandeplan för del {number}",
                   plans=["gemensam"], actor=body, start="2027", end="2027")
        county.put("beslut", title=f"Genomförandeplanen antas i del {number}", subject="gemensam", actor=body,
                   outcome="antagen", date="våren 2027")


def sormland(county: County) -> None:
    """A ceiling of listed for each specialist of the county's own, and a number of doctors by a year."""
    county.put("mal", "1 500", title="Listningstak för varje specialist", plans=["gemensam"], unit="annan",
               unit_text="listade per specialist", direction="lagre", target="1500", date="2024")
    county.put("tjanst", "Listningstjänst", "I drift", "mars 2026", title="Vårdcentralen Ekan", service="listning",
               state="i_drift", date="2026-03", actor="region")
    county.put("mal", "2024", title="Fler specialister i länet", plans=["gemensam"], unit="antal", target="40",
               date="2024")


def without_numbers(county: County) -> None:
    """Goals that have no number."""
    county.put("mal", "utan tal", "På väg", "hösten 2027", "Alla använder samma rapport",
               title="Ett gemensamt system för uppföljning är utvecklat", plans=["gemensam"], form="lage",
               state="pagar", date="hösten 2027", known_by="Alla använder samma rapport")


PLANS: dict[str, tuple[str, Callable[[County], None]]] = {
    "kalmar": ("Kalmar", kalmar), "stockholm": ("Stockholm", stockholm), "orebro": ("Örebro", orebro),
    "gavleborg": ("Gävleborg", gavleborg), "skane": ("Skåne", skane), "sormland": ("Södermanland", sormland),
    "utan-tal": ("Uppsala", without_numbers),
}


def bare(text: str) -> str:
    """Return a text without what a page may break lines with."""
    return re.sub(r"[\s\u00ad\u2010*|\\-]|<br>", "", text)


def word_texts(path: Path) -> Iterator[str]:
    """Yield the paragraphs and cells of a Word document."""
    document = docx.Document(str(path))
    yield from (one.text for one in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def pdf_words(path: Path) -> str:
    """Return the text of a pdf's pages."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("name", PLANS)
def test_a_real_plan_is_entered_and_every_item_is_found_again(name: str, tmp_path: Path) -> None:
    called, enter = PLANS[name]
    county = County(tmp_path / f"{name}.nvplan", called)
    enter(county)
    out = tmp_path / "ut"
    printed = nvplan("exportera", county.path, "gemensam-plan", "--format", "md,docx,pdf", "--till", str(out))
    assert printed.code == 0, printed.err
    assert nvplan("exportera", county.path, "arkiv", "--format", "json", "--till", str(out)).code == 0
    files = {one.suffix: one for one in out.iterdir()}
    archive = json.loads(files[".json"].read_text(encoding="utf-8"))
    stored = bare(json.dumps(archive, ensure_ascii=False))
    pages = {".md": bare(files[".md"].read_text(encoding="utf-8")),
             ".docx": bare("\n".join(word_texts(files[".docx"]))),
             ".pdf": bare(pdf_words(files[".pdf"]))}
    for suffix, page in pages.items():
        missing = [item for item in county.items if bare(item) not in page]
        assert not missing, (suffix, missing[:5])
    titles = [json.loads(nvplan("objekt", county.path, kind, "lista", "--json").out)
              for kind in ("insats", "malomrade", "delmal", "mal", "beslut", "matkalla", "annanplan", "tjanst")]
    for one in (row for rows in titles for row in rows):
        assert bare(one["title"]) in stored
