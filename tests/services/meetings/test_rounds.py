"""Scoring together: rounds that nobody sees into while they are open, and what is kept of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.meetings.ballots import (
    KINDS,
    all_together,
    new_key,
    open_round,
    seal,
    shown_groups,
    unseal,
    with_ballot,
)
from nvplan.services.meetings.course import find_meeting
from nvplan.services.meetings.scoring import (
    came_later,
    chosen_dimensions,
    last_time,
    latest,
    rounds,
    standing_round,
    told,
)
from nvplan.services.meetings.telling import meeting_json
from nvplan.services.writing.commands import SetAnswer, Undo
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute
from nvplan.services.writing.commands_rounds import CancelRound, CastBallot, CloseRound, OpenScoring, Settle
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

ITEM = "motespunkt-1"
TWO = ("person", "samordnat")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "plan.nvplan"
    with create_plan(found, "07", 2027) as session:
        session.do(BeginMeeting("Självskattning", "2026-12-04"))
        session.do(AddItem("mote-1", {"title": "Bedöm", "form": "bedom"}))
    return found


@pytest.fixture
def session(path: Path) -> PlanSession:
    return PlanSession.open(path)


def begin(session: PlanSession, meeting: str = "mote-1", item: str = ITEM, dimensions: tuple[str, ...] = TWO,
          **voters: int) -> None:
    session.do(OpenScoring(meeting, item, dimensions, voters or {"region": 6, "kommun": 8}))


def vote(session: PlanSession, kind: str, *ballots: tuple[int | None, ...]) -> str:
    told_last = ""
    for scores in ballots:
        told_last = session.do(CastBallot("mote-1", kind, scores))
    return told_last


def key_of(path: Path) -> Path:
    """Return the file of the key that lies beside a plan with an open round."""
    return next(path.parent.glob(f".{path.name}.*.nyckel"))


# -- an open round ---------------------------------------------------------------------------------------------------
def test_only_how_many_have_voted_is_told(session: PlanSession) -> None:
    begin(session)
    assert vote(session, "kommun", (3, 5)) == "1 av 14 har röstat"
    assert vote(session, "region", (0, None), (1, 1)) == "3 av 14 har röstat"
    assert meeting_json(session, find_meeting(session.state, "mote-1"))["open_round"] == {
        "item": ITEM, "dimensions": list(TWO), "voted": 3, "voters": 14, "dots": None}
    assert rounds(session.state, "mote-1") == []


COMMANDS = (("mote", "{}"), ("mote", "{}", "mote-1"), ("mote", "{}", "--json"), ("mote", "{}", "mote-1", "--json"),
            ("objekt", "{}", "omgang", "lista", "--json"), ("objekt", "{}", "mote", "lista", "--json"),
            ("historik", "{}"), ("historik", "{}", "--json"), ("granska", "{}", "--json"), ("status", "{}", "--json"),
            ("framat", "{}"), ("sok", "{}", "bedöm"), ("visa", "{}", "1.1.lage"))
DOCUMENTS = ("protokoll", "workshop-underlag", "arkiv", "gemensam-plan", "kalender")


def test_nothing_anywhere_depends_on_what_was_given_before_the_round_is_closed(path: Path, tmp_path: Path) -> None:
    """Two copies in which everything is the same but the scores say the same in every command, document and file."""
    with PlanSession.open(path) as session:
        begin(session)
    copies = [tmp_path / name / "plan.nvplan" for name in ("a", "b")]
    for one in copies:
        one.parent.mkdir()
        shutil.copy(path, one)
        shutil.copy(key_of(path), one.parent)
    for one, scores in zip(copies, ((0, 0), (5, None)), strict=True):
        with PlanSession.open(one) as session:
            vote(session, "kommun", *[scores] * 6)
            vote(session, "region", *[scores] * 5)
    for command in COMMANDS:
        said = [nvplan(*(part.replace("{}", str(one)) for part in command)) for one in copies]
        assert (said[0].code, said[0].out.replace(str(copies[0]), "")) == (
            said[1].code, said[1].out.replace(str(copies[1]), "")), command
    for document in DOCUMENTS:
        written = []
        for one in copies:
            folder = one.parent / document
            shape = {"arkiv": "json", "kalender": "ics"}.get(document, "md")
            meeting = ("--mote", "mote-1") if document in ("protokoll", "workshop-underlag") else ()
            assert nvplan("exportera", str(one), document, "--format", shape, "--till", str(folder), *meeting).code == 0
            written.append([found.read_bytes() for found in sorted(folder.iterdir())])
        assert written[0] == written[1], document
    stored = [json.loads(one.read_bytes()) for one in copies]
    sealed = [next(iter(one.pop("rostomgangar").values())) for one in stored]
    for one in stored:
        del one["nvplan"]["1"]["checksum"]
    assert stored[0] == stored[1]
    texts = [one.pop("sealed") for one in sealed]
    assert sealed[0] == sealed[1]
    assert len(texts[0]) == len(texts[1])
    for text in texts:
        assert not any(word in text for word in (*KINDS, *TWO))


def test_an_archive_a_copy_for_an_actor_and_next_year_have_no_open_round(path: Path, tmp_path: Path) -> None:
    with PlanSession.open(path) as session:
        begin(session)
        vote(session, "kommun", (1, 2))
    assert nvplan("exportera", str(path), "arkiv", "--format", "json", "--till", str(tmp_path / "ut")).code == 0
    assert b"rostomgangar" not in next((tmp_path / "ut").iterdir()).read_bytes()


def test_the_history_hears_of_nothing_before_the_round_is_closed_and_once_then(session: PlanSession) -> None:
    before = len(session.repository.history())
    begin(session)
    vote(session, "kommun", *[(2, 3)] * 8)
    assert len(session.repository.history()) == before
    session.do(CloseRound("mote-1"))
    assert len(session.repository.history()) == before + 1
    assert session.repository.history()[-1].get("command") == "omgang"


def test_two_saves_of_the_same_counts_have_nothing_in_common() -> None:
    counts = with_ballot({}, "kommun", {"person": 3})
    _, key = new_key()
    first, second = seal(counts, key), seal(counts, key)
    assert first[:40] != second[:40]
    assert unseal(first, key) == unseal(second, key) == counts
    assert len(seal({}, key)) == len(first)
    assert unseal(first[:-8] + "AAAAAAA=", key) is None
    assert unseal("inget", key) is None
    assert unseal(first, new_key()[1]) is None
    assert unseal(first, None) is None
    assert open_round({"item": "x"}) is None


def test_what_is_sealed_is_read_with_the_key_beside_the_plan_and_with_nothing_else(path: Path, tmp_path: Path) -> None:
    with PlanSession.open(path) as session:
        begin(session)
        vote(session, "kommun", (5, 5))
    key, copy = key_of(path), tmp_path / "skickad" / "plan.nvplan"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    assert key.read_bytes() not in path.read_bytes()
    with PlanSession.open(copy) as other:
        with pytest.raises(InputError, match="Nyckeln till omgången ligger inte bredvid planen"):
            vote(other, "kommun", (1, 1))
        with pytest.raises(InputError, match="Nyckeln till omgången"):
            other.do(CloseRound("mote-1"))
        found = standing_round(other, "mote-1")
        assert found is not None
        assert found.voted == 1
        assert other.do(CancelRound("mote-1")) == "Omgången är avbruten. Inget av den är visat eller sparat."
    with PlanSession.open(path) as session:
        vote(session, "kommun", (5, 5))
        session.do(CloseRound("mote-1"))
        assert latest(session.state, "mote-1")[0].counts == (0, 0, 0, 0, 0, 2)
    assert list(path.parent.glob(".*.nyckel")) == []


def test_a_key_goes_with_its_round_also_where_the_power_went_between(path: Path) -> None:
    with PlanSession.open(path) as session:
        session.repository.secrets.keep("0123456789abcdef", b"left behind")
        begin(session)
        assert session.repository.secrets.get("0123456789abcdef") is None
        session.do(BeginMeeting("Ett till", "2026-12-05"))
        item = session.do(AddItem("mote-2", {"title": "Bedöm"}))
        begin(session, "mote-2", item)
        assert len(session.repository.secrets.names()) == 2
        session.do(CancelRound("mote-2"))
        assert len(session.repository.secrets.names()) == 1
        assert vote(session, "kommun", (1, 1)) == "1 av 14 har röstat"


def test_an_open_round_goes_on_after_the_program_was_killed(path: Path) -> None:
    with PlanSession.open(path) as session:
        begin(session)
        vote(session, "kommun", *[(4, 2)] * 5)
    again = PlanSession.open(path)
    assert not again.state.set_aside
    assert vote(again, "region", (4, None)) == "6 av 14 har röstat"
    again.do(CloseRound("mote-1"))
    assert [list(one.counts) for one in latest(again.state, "mote-1")] == [[0, 0, 0, 0, 6, 0], [0, 0, 5, 0, 0, 0]]


# -- closed rounds ---------------------------------------------------------------------------------------------------
def test_abstaining_is_its_own_answer_and_not_zero(session: PlanSession) -> None:
    begin(session)
    vote(session, "kommun", (0, None), (0, None), (0, 0), (0, 0), (0, 0))
    session.do(CloseRound("mote-1"))
    person, joined = latest(session.state, "mote-1")
    assert (person.counts[0], person.round.abstained) == (5, 0)
    assert (joined.counts[0], joined.round.abstained) == (3, 2)
    assert "2 avstod" in list(told(joined))
    assert joined.verdict == "for_fa"


def test_a_new_vote_is_a_new_round_and_the_earlier_ones_and_other_dimensions_stay(session: PlanSession) -> None:
    begin(session)
    vote(session, "kommun", *[(1, 4)] * 5)
    session.do(CloseRound("mote-1"))
    begin(session, dimensions=("person",), kommun=6)
    vote(session, "kommun", *[(3,)] * 6)
    session.do(CloseRound("mote-1"))
    found = rounds(session.state, "mote-1")
    assert [(one.dimension, one.number, one.counts) for one in found] == [
        ("person", 1, "0,5,0,0,0,0"), ("samordnat", 1, "0,0,0,0,5,0"), ("person", 2, "0,0,0,6,0,0")]
    assert [(one.round.dimension, one.round.number) for one in latest(session.state, "mote-1")] == [
        ("person", 2), ("samordnat", 1)]


def test_who_comes_late_counts_from_the_next_round_and_the_time_is_kept(session: PlanSession) -> None:
    begin(session, kommun=5)
    vote(session, "kommun", *[(2, 2)] * 5)
    with pytest.raises(InputError, match="Alla 5 från kommunerna har röstat"):
        vote(session, "kommun", (2, 2))
    with pytest.raises(InputError, match="Ingen därifrån"):
        vote(session, "region", (2, 2))
    session.do(CloseRound("mote-1"))
    begin(session, kommun=5, region=2)
    vote(session, "region", (2, 2))
    session.do(CloseRound("mote-1"))
    last = rounds(session.state, "mote-1")[-1]
    assert (last.number, last.registered, came_later(session.state, last)) == (2, 7, 2)
    assert last.opened[11:13].isdecimal()


def test_the_last_meeting_is_told_beside_with_who_took_part(session: PlanSession) -> None:
    begin(session)
    vote(session, "kommun", *[(2, 2)] * 5)
    session.do(CloseRound("mote-1"))
    session.do(BeginMeeting("Ett år senare", "2027-12-04"))
    session.do(AddItem("mote-2", {"title": "Bedöm"}))
    session.do(OpenScoring("mote-2", "motespunkt-2", ("person",), {"kommun": 5}))
    for _ in range(5):
        session.do(CastBallot("mote-2", "kommun", (4,)))
    session.do(CloseRound("mote-2"))
    before = last_time(session.state, "mote-2", "person")
    assert before is not None
    said = list(told(latest(session.state, "mote-2")[0], before))
    assert said[-1] == "förra gången 2 (5 röster: regionen, kommunerna)"
    assert last_time(session.state, "mote-1", "person") is None


def test_the_room_may_settle_otherwise_with_a_reason_and_both_are_kept(session: PlanSession) -> None:
    begin(session)
    vote(session, "kommun", *[(1, 3)] * 4, *[(3, 3)] * 4)
    session.do(CloseRound("mote-1"))
    one = latest(session.state, "mote-1")[0]
    assert one.verdict == "delat"
    with pytest.raises(InputError, match="Skriv varför"):
        session.do(Settle(one.round.id, "enig", " "))
    session.do(Settle(one.round.id, "enig", "Vi läste frågan olika.", "Ljungby står kvar vid 1"))
    again = latest(session.state, "mote-1")[0]
    assert (again.verdict, again.round.settled, again.round.reason, again.round.dissent) == (
        "delat", "enig", "Vi läste frågan olika.", "Ljungby står kvar vid 1")
    session.do(Undo())
    assert latest(session.state, "mote-1")[0].round.settled is None


def test_a_dimension_that_the_county_has_not_chosen_is_not_offered(session: PlanSession) -> None:
    session.do(SetAnswer("3.0.delar", "tre"))
    assert "pk-innehall" not in {one.id for one in chosen_dimensions(session.state)}
    session.do(SetAnswer("3.0.delar", "fyra"))
    assert {"pk-innehall", "pk-tid", "systemledning", "kontinuitet", "uppfoljning", *TWO} <= {
        one.id for one in chosen_dimensions(session.state)}


# -- bad input -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("voters", "told_of"), [({}, "Ingen är anmäld"), ({"kommun": 0}, "Ingen är anmäld"),
                                                 ({"kommun": -1}, "heltal"), ({"kommun": 501}, "Högst 500"),
                                                 ({"okand": 3}, "Slaget")])
def test_a_round_needs_people(session: PlanSession, voters: dict[str, int], told_of: str) -> None:
    with pytest.raises(InputError, match=told_of):
        session.do(OpenScoring("mote-1", ITEM, TWO, voters))
    assert standing_round(session, "mote-1") is None


@pytest.mark.parametrize("scores", [(6, 1), (-1, 1), (1,), (1, 2, 3), (1.5, 2), ("3", 2), (True, 2)])
def test_scores_out_of_range_are_refused_and_nothing_is_lost(session: PlanSession, scores: tuple[object, ...]) -> None:
    begin(session)
    vote(session, "kommun", (1, 1))
    with pytest.raises(InputError):
        session.do(CastBallot("mote-1", "kommun", scores))  # type: ignore[arg-type]
    found = standing_round(session, "mote-1")
    assert found is not None
    assert found.voted == 1


def test_one_round_at_a_time_and_none_is_closed_without_votes(session: PlanSession) -> None:
    with pytest.raises(InputError, match="Ingen omgång är öppen"):
        session.do(CloseRound("mote-1"))
    with pytest.raises(InputError, match="Ingen omgång är öppen"):
        vote(session, "kommun", (1, 1))
    begin(session)
    with pytest.raises(ConflictError, match="redan öppen"):
        begin(session)
    with pytest.raises(InputError, match="Ingen har röstat än"):
        session.do(CloseRound("mote-1"))
    session.do(CancelRound("mote-1"))
    assert standing_round(session, "mote-1") is None
    with pytest.raises(InputError, match="finns inte"):
        begin(session, dimensions=("person", "okant"))
    with pytest.raises(InputError, match="minst ett mått"):
        begin(session, dimensions=())


# -- anonymity -------------------------------------------------------------------------------------------------------
#: How many of each kind of actor abstained and gave each score, few enough to be a meeting.
ROWS = st.dictionaries(st.sampled_from(KINDS), st.lists(st.integers(0, 4), min_size=7, max_size=7))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_no_group_under_five_is_told_nor_can_be_had_by_subtraction(rows: dict[str, list[int]]) -> None:
    counts = {kind: {"d": row} for kind, row in rows.items()}
    whole = all_together(counts, "d")
    groups = shown_groups(counts, "d")
    assert all(sum(row) >= 5 for row in groups.values())
    rest = sum(whole[:6]) - sum(sum(row) for row in groups.values())
    assert rest == 0 or rest >= 5 or not groups
    for kind, row in groups.items():
        assert row == rows[kind][:6]


def test_what_is_stored_of_a_closed_round_is_counts_and_no_small_group(session: PlanSession, path: Path) -> None:
    begin(session, region=1, kommun=8, patient=5)
    vote(session, "region", (5, 5))
    vote(session, "kommun", *[(2, 2)] * 8)
    vote(session, "patient", *[(3, 3)] * 5)
    session.do(CloseRound("mote-1"))
    one = rounds(session.state, "mote-1")[0]
    assert one.counts == "0,0,8,5,0,1"
    assert one.groups == ("kommun:0,0,8,0,0,0",)
    content = json.loads(path.read_bytes())
    assert content["rostomgangar"] == {} if "rostomgangar" in content else True
    assert "region:0,0,0,0,0,1" not in path.read_text(encoding="utf-8")


# -- the protocol and the command ------------------------------------------------------------------------------------
def test_by_command_and_in_the_protocol(path: Path, tmp_path: Path) -> None:
    def mote(*words: str, **fields: object) -> str:
        done = nvplan("mote", str(path), *words, stdin=json.dumps(fields))
        assert done.code == 0, done.err
        return done.out

    assert mote("mote-1", "oppna", "1", dimensions=list(TWO), voters={"kommun": 7, "region": 6}) == (
        "0 av 13 har röstat\n")
    for score in (2, 2, 2, 3, 3, 3, 3):
        mote("mote-1", "rosta", kind="kommun", scores=[score, None])
    for score in (2, 3, 3, 4, 4, 5):
        mote("mote-1", "rosta", kind="region", scores=[score, 1])
    assert "Öppen omgång: 13 av 13 har röstat." in mote("mote-1")
    assert mote("mote-1", "stang") == "Omgången är stängd. 13 av 13 har röstat.\n"
    assert "Fokus på person och relation: ENIGA · median 3 · 12 av 13 inom ett steg" in mote("mote-1")
    mote("mote-1", "slutsats", "samordnat", settled="oenig", reason="Vi vet för lite.")
    found = nvplan("mote", str(path), "mote-1", "--json").json["rounds"]
    assert (found[0]["counts"], found[0]["median"], found[0]["verdict"]) == ([0, 0, 4, 6, 2, 1], 3.0, "enig")
    assert found[0]["groups"] == {"region": [0, 0, 1, 2, 2, 1], "kommun": [0, 0, 3, 4, 0, 0]}
    done = nvplan("exportera", str(path), "protokoll", "--mote", "mote-1", "--format", "md",
                  "--till", str(tmp_path / "ut"))
    assert done.code == 0
    minutes = next((tmp_path / "ut").iterdir()).read_text(encoding="utf-8")
    for words in ("| **Fokus på person och relation, omgång 1** | 4 på 2, 6 på 3, 2 på 4, 1 på 5 | 0 | Eniga |",
                  "Rummet är inte överens: Vi vet för lite.", "13 av 13 har röstat",
                  "| Regionen | 1 på 2, 2 på 3, 2 på 4, 1 på 5 |"):
        assert words in minutes, words
    assert "en röst till" not in minutes
    assert "Anmälda till bedömningen: regionen 6, kommunerna 7." in minutes


@pytest.mark.parametrize(("words", "stdin", "told_of"), [
    (("oppna", "1"), "{}", "Ingen är anmäld"), (("oppna", "1"), '{"voters": {"kommun": "5"}}', "Ingen är anmäld"),
    (("rosta",), '{"kind": "kommun", "scores": [1]}', "Ingen omgång är öppen"), (("rosta",), "[]", "JSON"),
    (("rosta",), '{"kind": "kommun"}', "JSON"), (("stang",), "", "Ingen omgång är öppen"),
    (("slutsats", "person"), '{"reason": "x"}', "är inget bedömt mått"), (("avbryt",), "", "Ingen omgång är öppen"),
])
def test_what_a_command_cannot_do_is_a_sentence(path: Path, words: tuple[str, ...], stdin: str, told_of: str) -> None:
    done = nvplan("mote", str(path), "mote-1", *words, stdin=stdin)
    assert (done.code, done.out) == (1, "")
    assert told_of in done.err


def test_contributions_and_scores_live_side_by_side(session: PlanSession) -> None:
    begin(session)
    session.do(Contribute("mote-1", "Vi läser frågan olika", ITEM))
    vote(session, "kommun", (1, 2))
    session.do(Undo())
    found = standing_round(session, "mote-1")
    assert found is not None
    assert found.voted == 1
