"""What a plan says that it lacks: as many questions on its page as in the list that the page points at."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.document import Bullets, Document, Heading, Paragraph
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.frame import progress_shown
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from tests.services.documents.plans import build

_PLANS: dict[str, tuple[PlanKey, ...]] = {
    "gemensam-plan": ("gemensam",), "kontinuitet": ("kontinuitet",), "patientkontrakt": ("patientkontrakt",),
    "handlingsplaner": ("kontinuitet", "patientkontrakt")}


def listed(document: Document) -> list[str]:
    """Return what stands under the heading that the page names, one question each."""
    start, level = next((place, block.level) for place, block in enumerate(document.blocks)
                        if isinstance(block, Heading) and block.text == documents_plans_texts.UNANSWERED)
    found: list[str] = []
    for block in document.blocks[start + 1:]:
        if isinstance(block, Heading) and block.level <= level:
            break
        if isinstance(block, Paragraph) and block.lead:
            found += block.text.split("; ")
        elif isinstance(block, Bullets):
            found += block.items
    return found


@pytest.mark.parametrize("county", ["example", "island", "western"])
@pytest.mark.parametrize("name", [*_PLANS])
def test_the_page_says_how_many_are_left_and_the_place_it_names_lists_as_many(
        request: pytest.FixtureRequest, county: str, name: str) -> None:
    session: PlanSession = request.getfixturevalue(county)
    document = build(session, name)
    left = 0
    for plan in _PLANS[name]:
        found = progress_shown(plan_form(plan), session.state, None)
        left += found.applicable - found.whole
        said = page_texts.answered_of(found.whole, found.applicable)
        assert documents_plans_texts.UNANSWERED in said
        assert said in [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert left, "a county that has answered everything shows nothing here"
    assert len(listed(document)) == left


def test_what_is_answered_in_part_is_said_to_be_so(example: PlanSession) -> None:
    found = listed(build(example, "kontinuitet"))
    assert "Länets mål (besvarat till en del)" in found
    assert "Fasta kontakter i särskilt boende (Lessebo, Markaryd och Tingsryd samt Älmhult till en del)" in found
    assert "Arbete mot riktvärdet" not in found, "only the first of a section has a capital"
    assert "arbete mot riktvärdet" in found


def test_of_many_the_one_who_has_answered_in_part_is_told_beside_those_who_have_answered(western: PlanSession) -> None:
    assert "Fasta kontakter i särskilt boende (alla utom Härryda, Munkedal, Sotenäs och Stenungsund, men Tjörn " \
           "till en del)" in listed(build(western, "kontinuitet"))


def test_who_is_left_is_told_in_every_number() -> None:
    asked = [f"K{number}" for number in range(1, 31)]
    told = statements_texts.not_answered
    assert told("A", asked, asked, "kommuner") == "A (ingen har svarat)"
    assert told("A", asked[:2], asked, "kommuner", asked[2:4]) == "A (K1 och K2 samt K3 och K4 till en del)"
    assert told("A", [], asked, "kommuner", asked[:1]) == "A (K1 till en del)"
    assert told("A", asked[:15], asked, "kommuner") == "A (15 av 30 kommuner)"
    assert told("A", asked[:15], asked, "kommuner", asked[15:16]) == "A (15 av 30 kommuner samt K16 till en del)"
    assert told("A", [], asked, "kommuner", asked[:15]) == "A (15 till en del)"
    assert told("A", asked[:29], asked, "kommuner") == "A (alla utom K30)"
    assert told("A", asked[:28], asked, "kommuner", asked[28:29]) == "A (alla utom K30, men K29 till en del)"
    assert told("A", [], asked, "kommuner", asked[:29]) == "A (till en del: alla utom K30)"
    assert told("A", asked[:29], asked, "kommuner", asked[29:]) == "A (29 av 30 kommuner samt K30 till en del)"
