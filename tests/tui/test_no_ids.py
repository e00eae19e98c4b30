"""No id is told anywhere in the example county: beside a question, a report's item, a finding, a hit or a change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.errors import InputError
from nvplan.model.requirement import PLANS
from nvplan.services.reading.change_log import change_facts, change_rows
from nvplan.services.reading.change_words import documents_of
from nvplan.services.reading.due import due
from nvplan.services.reading.guide import stops
from nvplan.services.reading.library import library
from nvplan.services.reading.search import search_rows
from nvplan.services.reports.pages import report_pages
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.questions.question_guidance import guidance_on
from nvplan.tui.screens.review.review_rows import about_finding
from nvplan.tui.widgets.object_facts import about_object, object_history
from nvplan.tui.widgets.report_page import draft_content
from tests.example import example_plan
from tests.program_ids import content_ids, ids_shown


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county."""
    path = tmp_path_factory.mktemp("ids") / "kronoberg.nvplan"
    example_plan(path)
    return PlanSession.open(path)


def drafts(session: PlanSession) -> Iterator[str]:
    for occasion in session.state.objects["rapporttillfalle"]:
        pages = report_pages(session, occasion)
        yield from (f"{page.item.text}\n{page.same}\n{draft_content(page, pages.before_title).plain}"
                    for page in pages.pages)


def questions(session: PlanSession) -> Iterator[str]:
    for plan in PLANS:
        form = plan_form(plan)
        yield from ("\n".join([stop.question.label, *(part.plain for part in guidance_on(session, form, stop))])
                    for stop in stops(form, session.state, everything=True))


def findings(session: PlanSession) -> Iterator[str]:
    yield from (about_finding(one, session.state, 60).plain for one in review(session))


def hits(session: PlanSession) -> Iterator[str]:
    yield from (f"{row.text}\n{row.detail}" for row in search_rows(session))


def objects(session: PlanSession) -> Iterator[str]:
    for kind, known in session.state.objects.items():
        for identity in known:
            yield about_object(session.state, kind, identity).plain
            yield object_history(session, kind, identity, 60).plain


def changes(session: PlanSession) -> Iterator[str]:
    yield from (f"{row.what}\n{row.values}" for row in change_rows(session))
    documents = documents_of(session.repository)
    yield from (f"{label}: {value}" for entry in session.repository.history()
                for label, value in change_facts(entry, documents))


def entries(session: PlanSession) -> Iterator[str]:
    yield from ("\n".join((row.title, row.whence, *(value for _, value in row.facts)))
                for row in library(session.state.info))


def days(session: PlanSession) -> Iterator[str]:
    yield from (one.what for one in due(session.state, session.today()))


@pytest.mark.parametrize("told", [drafts, questions, findings, hits, objects, changes, entries, days],
                         ids=lambda told: told.__name__)
def test_no_id_is_told(county: PlanSession, told: object) -> None:
    assert callable(told)
    texts = list(told(county))
    assert len(texts) > 5
    assert [(found, text[:200]) for text in texts if (found := ids_shown(text, county.state))] == []


def test_the_ids_that_are_looked_for_are_those_that_files_and_commands_use(county: PlanSession) -> None:
    assert {"1.1.lage", "region2021:1.3", "D2023-01"} <= content_ids()
    assert len(content_ids()) > 1500
    assert ids_shown("Svara på fraga:1.1.lage, mål index-alla", county.state) == ["1.1.lage", "index-alla"]
    assert ids_shown("Samordnare, e-brev och möte 2026-09-01 om 1.2.3", county.state) == []


@pytest.mark.parametrize(("question", "value"), [("1.3.oenighet", "Om listor."), ("1.1.malbild", "God och nära vård.")])
def test_why_a_question_is_not_asked_is_told_by_the_other_questions_words(
        tmp_path_factory: pytest.TempPathFactory, question: str, value: str) -> None:
    session = PlanSession.open(_empty(tmp_path_factory))
    with pytest.raises(InputError) as refused:
        session.do(SetAnswer(question, value))
    assert ids_shown(str(refused.value), session.state) == []
    depends_on = [condition.question for condition in plan_form("gemensam").by_id[question].condition]
    assert any(plan_form("gemensam").by_id[one].label in str(refused.value) for one in depends_on)


def _empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    from nvplan.services.writing.creating import create_plan

    path = tmp_path_factory.mktemp("tom") / "tom.nvplan"
    create_plan(path, "07", 2027).close()
    return str(path)
