"""What holds for any changes: undo takes back exactly, merging disjoint changes is commutative, twice is once."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.commands import Command, Redo, RemoveObject, SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.merging import proposals
from nvplan.services.writing.session import PlanSession
from nvplan.store.frozen import plan_at
from tests.robust.plans import said, text_questions

#: The full run: `NVPLAN_EXEMPEL=300 pytest -n 0 tests/robust/test_properties.py`.
FEW = settings(max_examples=int(os.environ.get("NVPLAN_EXEMPEL", "15")), deadline=None,
               suppress_health_check=list(HealthCheck))
QUESTIONS = text_questions()[:6]
EACH = [question.id for question in all_questions().values()
        if question.per == "aktor" and question.kind in ("text", "langtext")
        and (not question.actors or "kommun" in question.actors) and not question.condition][:2]
WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
IDS = ["a1", "b2", "c3"]


def changes(questions: list[str], ids: list[str]) -> st.SearchStrategy[Command[str]]:
    """Return any change to these questions and insatser."""
    answers = st.builds(SetAnswer, st.sampled_from(questions), WORDS)
    per_actor = st.builds(SetAnswer, st.sampled_from(EACH), WORDS, st.sampled_from(["0764", "0761"]))
    skips = st.builds(SkipQuestion, st.sampled_from(questions), st.booleans(), clears=st.just(True))
    titles = st.builds(SetObject, st.just("insats"), st.sampled_from(ids),
                       st.fixed_dictionaries({"title": WORDS.map(lambda word: "x" + word)}))
    fields = st.builds(SetObject, st.just("insats"), st.sampled_from(ids),
                       st.fixed_dictionaries({"title": st.just("x"), "purpose": WORDS}))
    dates = st.builds(SetObject, st.just("insats"), st.sampled_from(ids), st.dictionaries(
        st.sampled_from(["start", "end"]), st.sampled_from(["2027-01-01", "2027-02-01", "2027-03", ""])))
    removals = st.builds(RemoveObject, st.just("insats"), st.sampled_from(ids))
    return st.one_of(answers, skips, titles, fields, dates, removals, *([per_actor] if ids == IDS else []))


@contextmanager
def plan() -> Iterator[PlanSession]:
    """Return a new plan in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield create_plan(Path(folder) / "lan.nvplan", "07", 2027)


def do(session: PlanSession, command: Command[str]) -> bool:
    """Carry out a command if it can be; tell whether it changed anything."""
    before = session.state.revision
    try:
        session.do(command)
    except Exception as error:
        if type(error).__name__ not in ("InputError", "UnknownNameError"):
            raise
    return session.state.revision != before


@FEW
@given(st.lists(changes(QUESTIONS, IDS), max_size=8))
def test_undo_after_do_is_the_identity(commands: list[Command[str]]) -> None:
    with plan() as session:
        states = [said(session.repository)]
        for command in commands:
            if do(session, command):
                states.append(said(session.repository))
        for state in reversed(states[:-1]):
            session.do(Undo())
            assert said(session.repository) == state
        for state in states[1:]:
            session.do(Redo())
            assert said(PlanSession.open(session.address).repository) == state


@FEW
@given(st.lists(changes(QUESTIONS, IDS), max_size=4), st.lists(changes(QUESTIONS[:3], ["a1"]), max_size=5),
       st.lists(changes(QUESTIONS[3:], ["b2"]), max_size=5))
def test_merging_disjoint_changes_is_commutative_and_complete(
        base: list[Command[str]], ours: list[Command[str]], theirs: list[Command[str]]) -> None:
    with plan() as left, tempfile.TemporaryDirectory() as folder:
        for command in base:
            do(left, command)
        shutil.copy(Path(left.address), Path(folder) / "b.nvplan")
        right = PlanSession.open(Path(folder) / "b.nvplan", "kommun")
        for command in ours:
            do(left, command)
        for command in theirs:
            do(right, command)
        shutil.copy(Path(left.address), Path(folder) / "a.nvplan")
        before_merge = PlanSession.open(Path(folder) / "a.nvplan")
        assert all(one.kind != "contradicts" for one in left.do(MergePlan(right)))
        right.do(MergePlan(before_merge))
        assert said(left.repository) == said(right.repository)
        assert proposals(left.repository, right.repository) == proposals(right.repository, left.repository) == []


@FEW
@given(st.lists(changes(QUESTIONS, IDS), max_size=5), st.lists(changes(QUESTIONS, IDS), max_size=5))
def test_importing_twice_is_importing_once(ours: list[Command[str]], theirs: list[Command[str]]) -> None:
    with plan() as left, tempfile.TemporaryDirectory() as folder:
        shutil.copy(Path(left.address), Path(folder) / "b.nvplan")
        right = PlanSession.open(Path(folder) / "b.nvplan", "kommun")
        for command in ours:
            do(left, command)
        for command in theirs:
            do(right, command)
        first = left.do(MergePlan(right))
        once, revision = said(left.repository), left.state.revision
        PlanSession.open(left.address)
        second = left.do(MergePlan(right))
        assert said(left.repository) == once
        assert left.state.revision == revision
        assert {one.place for one in second} <= {one.place for one in first if one.kind == "contradicts"}


@FEW
@given(st.lists(changes(QUESTIONS, IDS), max_size=8))
def test_the_log_tells_every_earlier_revision_exactly(commands: list[Command[str]]) -> None:
    with plan() as session:
        states = {session.state.revision: said(session.repository)}
        for command in commands:
            if do(session, command):
                states[session.state.revision] = said(session.repository)
        for revision, state in states.items():
            then = plan_at(session.repository, revision)
            assert then is not None
            assert {table: rows for table, rows in said(then).items() if rows} == {
                table: rows for table, rows in state.items() if rows}
