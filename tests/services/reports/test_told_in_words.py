"""A report tells what the plan knows: insatser by name, goals, decisions, and one answer in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Bullets, Document, Heading, Paragraph
from nvplan.services.reports.drafting import drafts
from nvplan.services.reports.effort_lines import overview
from nvplan.services.reports.opening import open_reports
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.writing.commands_reports import WriteReportText
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import answer, handed_in, new_county, page, put


def below(document: Document, number: str) -> str:
    """Return what stands between a question's heading and the next question's, a line each."""
    blocks = list(document.blocks)
    first = next(place for place, one in enumerate(blocks)
                 if isinstance(one, Heading) and one.text.startswith(f"{number} "))
    told = []
    for one in blocks[first + 1:]:
        if isinstance(one, Heading) and one.text[:1].isdigit():
            break
        if isinstance(one, Paragraph):
            told.append(f"{one.lead} {one.text}".strip())
        elif isinstance(one, Bullets):
            told += one.items
        elif isinstance(one, Heading):
            told.append(one.text)
    return "\n".join(told)


def part(session: PlanSession, item: str, kind: str) -> tuple[str, ...]:
    """Return the lines of a part of a draft in the region's report; none where it has no such part."""
    parts = drafts(open_reports(session, "redovisning-region")[0])[f"region2021:{item}"].parts
    return next((one.lines for one in parts if one.kind == kind), ())


def effort(session: PlanSession, title: str, state: str, **fields: object) -> None:
    """Add an insats, of the region and to avoid hospital care where `fields` say no other."""
    put(session, "insats", f"i{len(session.state.objects.get('insats', {}))}", title=title, state=state,
        **{"area": "slutenvard", "actor": "region", "spread": "pilot"} | fields)


def test_insatser_by_area_are_told_by_name_and_not_counted(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    effort(session, "Samtal", "pagaende")
    effort(session, "Mätning", "planerad")
    effort(session, "Buss", "avslutad", area="landsbygd")
    assert part(session, "1.1", "oversikt") == (
        "Slutenvård som går att undvika: ”Samtal” pågår. ”Mätning” planeras.",
        "Primärvård i landsbygd: ”Buss” har genomförts.")


@pytest.mark.parametrize(("count", "told"), [
    (1, "”I0” pågår."), (2, "”I0” och ”I1” pågår."), (3, "”I0”, ”I1” och ”I2” pågår."),
    (7, "”I0”, ”I1”, ”I2” och 4 till pågår."),
])
def test_of_many_insatser_the_first_are_named(tmp_path: Path, count: int, told: str) -> None:
    session = new_county(tmp_path)
    for number in range(count):
        effort(session, f"I{number}", "pagaende")
    efforts = list(session.state.objects["insats"].values())
    assert overview(efforts) == [f"Slutenvård som går att undvika: {told}"]  # type: ignore[arg-type]


def test_the_bodys_own_goals_stand_where_their_area_is_asked_about(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    effort(session, "Samtal", "pagaende")
    put(session, "mal", "m", title="Slutenvården minskar.", plans=["gemensam"], area="slutenvard", measure="annat",
        indicator="IND-06", unit="annan", unit_text="vårdtillfällen", direction="lagre", baseline="560",
        baseline_year=2025, target="504", date="2028-12-31", actor="region")
    put(session, "mal", "kommunens", title="Kommunens mål", plans=["gemensam"], area="slutenvard", measure="annat",
        unit="antal", baseline="1", target="2", actor="0780")
    assert part(session, "1.2.3", "mal") == (
        "Slutenvården minskar: Utgångsläge 560 (2025). Målet är 504 vårdtillfällen senast 31 december 2028. "
        "Inget är mätt än.",)
    for identity, value, day in (("a", "547,5", "2026-06-30"), ("b", "530", "2027-03-31")):
        put(session, "matning", identity, title=f"Mätning {identity}", measure="annat", indicator="IND-06",
            value=value, unit="annan", unit_text="vårdtillfällen", date=day, goal="m")
    assert part(session, "1.2.3", "mal")[0].endswith("Senast mätt 530 (31 mars 2027).")
    put(session, "rapporttillfalle", "r", title="R", form="region2021", actor="region", period_start="2026-01-01",
        period_end="2026-12-31")
    assert part(session, "1.2.3", "mal")[0].endswith("Senast mätt 547,5 (30 juni 2026)."), "not after the period"


def test_a_goal_alone_is_no_answer(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "mal", "m", title="Slutenvården minskar", plans=["gemensam"], area="slutenvard", measure="annat",
        unit="antal", baseline="5", target="2", actor="region")
    assert part(session, "1.2.3", "mal") == ()
    assert by_item(standings(open_reports(session, "redovisning-region")[0]))["region2021:1.2.3"].standing == "saknas"


def test_the_plan_that_is_adopted_is_named_with_its_diary_number(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "beslut", "k", title="Handlingsplan för kontinuitet", subject="kontinuitet", actor="region",
        body="Styrgruppen", date="2026-06-15", outcome="antagen", diary_number="RK 2026/52")
    put(session, "beslut", "annans", title="Kommunens beslut", subject="kontinuitet", actor="0780", outcome="antagen")
    assert "Handlingsplan för kontinuitet: Styrgruppen, 15 juni 2026, antagen, diarienummer RK 2026/52" in below(
        handed_in(session, "redovisning-region"), "1.5.2")
    assert part(session, "1.5.2", "planbeslut") == (
        "Handlingsplan för kontinuitet: Styrgruppen, 15 juni 2026, antagen, diarienummer RK 2026/52",)


def test_an_answer_that_two_questions_ask_for_is_told_once_and_referred_to(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    answer(session, "1.7.insatser", "Vi delar scheman.")
    document = handed_in(session, "redovisning-region")
    assert "Vi delar scheman." in below(document, "3.1")
    assert below(document, "3.2.2") == "Insatser för kompetens och arbetsplats Se svaret på 3.1."
    put(session, "rapporttillfalle", "r", title="R", form="region2021", actor="region")
    session.do(WriteReportText("r", "3.1", "Egna ord."))
    assert "Vi delar scheman." in below(handed_in(session, "redovisning-region"), "3.2.2"), "3.1 does not tell it"


def test_digital_insatser_are_told_under_e_halsa_whatever_their_area(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    effort(session, "Chatt", "avslutad", kind="digitalt", output="Öppen vardagar")
    effort(session, "Val av läkare", "planerad", kind="digitalt")
    document = handed_in(session, "redovisning-region")
    assert "”Chatt” har genomförts. ”Val av läkare” planeras." in below(document, "4.1")
    assert below(document, "4.1.1") == "Infört under året\nChatt: Öppen vardagar."
    assert "Chatt" not in below(document, "4.2")


@pytest.mark.parametrize(("fields", "asked"), [
    ({"period_start": "2026-01-01", "period_end": "2026-12-31"}, True),
    ({"period_start": "2026-07-01", "period_end": "2026-12-31"}, False),
    ({"period_start": "2021-01-01", "period_end": "2021-12-31"}, False),
    ({}, False),
])
def test_a_report_of_a_whole_year_that_is_the_only_one_asks_everything(
        tmp_path: Path, fields: dict[str, str], *, asked: bool) -> None:
    session = new_county(tmp_path)
    put(session, "rapporttillfalle", "mars", title="Mars", form="region2021", actor="region", deadline="2027-03-31",
        **fields)
    said = below(handed_in(session, "redovisning-region", occasion="mars"), "1.5.1")
    assert said == ("○ Inte besvarad" if asked else "Besvaras i redovisningen i september.")


def test_where_a_report_in_september_is_set_up_its_questions_are_left_to_it(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    for identity, end, day in (("mars", "2026-12-31", "2027-03-31"), ("sept", "2026-06-30", "2026-09-30")):
        put(session, "rapporttillfalle", identity, title=identity, form="region2021", actor="region", deadline=day,
            period_start="2026-01-01", period_end=end)
    assert below(handed_in(session, "redovisning-region", occasion="mars"), "1.5.1") == (
        "Besvaras i redovisningen i september.")


def test_equality_in_the_whole_report_says_at_which_questions_it_is_told(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    assert page(handed_in(session, "redovisning-region")).endswith("Jämställdhet i hela redovisningen\n○ Inte besvarad")
    effort(session, "Samtal", "pagaende", equality="Fler kvinnor svarade.")
    assert page(handed_in(session, "redovisning-region")).endswith("Jämställdhet tas upp i svaret på 1.2.3.")
    answer(session, "1.18.jamstalldhet", "Lika för alla.")
    assert page(handed_in(session, "redovisning-region")).endswith("Lika för alla.")


def test_what_rests_ends_an_answer(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    effort(session, "Pilot", "pausad", area="samverkan")
    answer(session, "1.18.aret", "Vi möts varje vecka.")
    said = below(handed_in(session, "redovisning-region"), "1.2.1").splitlines()
    assert said[0].endswith("Vi möts varje vecka.")
    assert said[1] == "Pausade åtgärder"


def test_few_are_named_and_actors_are_said_to_be_who_they_are(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    kommuner = [one.id for one in session.state.actors if one.type == "kommun"]
    for one in kommuner[:4]:
        answer(session, "2.1.deltar", "ja", one)
    answer(session, "2.1.deltar", "nej", kommuner[4])
    for one in ("region", "rss"):
        answer(session, "1.4.samordnare", "finns", one)
    answer(session, "1.4.samordnare", "nej", kommuner[0])
    document = handed_in(session, "redovisning-region")
    assert "Fyra av åtta kommuner har varit med och tagit fram planen: " in below(document, "1.5.2")
    assert "Två av tio aktörer (regionen, RSS och åtta kommuner) har en samordnare" in below(document, "1.3")


def test_the_rss_tells_an_insats_of_e_halsa_where_it_has_no_question_of_its_own(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    effort(session, "Journal i NPÖ", "pausad", area="ehalsa", actor="rss")
    assert "Journal i NPÖ" in below(handed_in(session, "redovisning-rss"), "1.1")


def test_vfu_is_told_in_a_line_of_the_regions_own_and_of_the_kommuner_together(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    kommuner = [one.id for one in session.state.actors if one.type == "kommun"]
    for actor, weeks, places in (("region", 420, 84), (kommuner[0], 95, 19), (kommuner[1], 40, 1)):
        answer(session, "1.7.vfu", [
            {"termin": "Föregående vårtermin, genomfört", "ar": "2026", "veckor": str(weeks), "platser": str(places)},
            {"termin": "Vårterminen därefter, uppskattat", "ar": "2027", "veckor": str(weeks + 5),
             "platser": str(places + 1)}], actor)
    assert below(handed_in(session, "redovisning-region"), "3.2.3").endswith(
        "Våren 2026: 420 veckor och 84 platser. Våren 2027: 425 veckor och 85 platser, uppskattat.")
    assert below(handed_in(session, "redovisning-rss"), "3.2.3").endswith(
        "Våren 2026: 135 veckor och 20 platser. Våren 2027: 145 veckor och 22 platser, uppskattat. "
        "Två av åtta kommuner har svarat.")
