"""Voices from a survey: the shapes that services hand out, what is asked, dropped, and hidden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.model.errors import InputError, NvplanError
from nvplan.services.meetings.course import contributions, find_meeting, items, lines
from nvplan.services.meetings.scoring import latest, rounds
from nvplan.services.meetings.survey.taken import Choices
from nvplan.services.meetings.survey.telling import survey_result
from nvplan.services.writing.commands import Undo
from nvplan.services.writing.commands_rounds import TakeInSurvey
from nvplan.services.writing.session import PlanSession
from tests import survey_samples as samples
from tests.services.meetings.surveying import seen, told, with_meeting

JOINED, PERSON = samples.JOINED, samples.PERSON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return with_meeting(tmp_path)


@pytest.fixture
def session(path: Path) -> PlanSession:
    return PlanSession.open(path)


def scored(count: int, first: int = 0, score: int | str = 3) -> bytes:
    return samples.rows_of(["ID", PERSON], *([first + number, score if number else 0] for number in range(count)))


# -- the shapes ------------------------------------------------------------------------------------------------------
SHAPES = {"microsoft.xlsx": samples.microsoft_forms, "tysk.csv": samples.german_forms,
          "google.csv": samples.google_forms, "lime.csv": samples.limesurvey}


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_comes_to_the_same_scores_and_texts(session: PlanSession, tmp_path: Path, name: str) -> None:
    found = seen(session, tmp_path, SHAPES[name](), name=name)
    assert (found.answers, found.doubles, found.open_scales) == (6, 0, ())
    assert {one.dimension: one.whole for one in found.scores} == {
        "person": [0, 0, 1, 1, 3, 1, 0], "samordnat": [1, 1, 2, 1, 1, 0, 0]}
    texts = next(one for one in found.texts if one.item == "motespunkt-2").texts
    assert texts == ("=2+2 är inte alltid fyra", "Läkarlinjen svarar på kvällen (2 svar)",
                     "Vi saknar rehab; den är full")


@pytest.mark.parametrize("name", SHAPES)
def test_who_answered_is_dropped_and_said_to_be(session: PlanSession, path: Path, tmp_path: Path, name: str) -> None:
    found = seen(session, tmp_path, SHAPES[name](), name=name)
    assert "sparas inte: " in told(session, found)
    session.do(TakeInSurvey("mote-1", found))
    stored = path.read_text(encoding="utf-8") + json.dumps(survey_result(
        session, find_meeting(session.state, "mote-1"), found), ensure_ascii=False)
    for word in (*samples.NAMES, "exempel.se", "2026-11-20", "20.11.2026", "2026/11/20", "1000000"):
        assert word not in stored, word


def test_several_choices_are_counted_and_headings_lose_what_services_put_in_them(session: PlanSession,
                                                                               tmp_path: Path) -> None:
    found = seen(session, tmp_path, samples.microsoft_forms(), name="svar.xlsx")
    assert [one.texts for one in found.texts if one.title == "Vilka tider passar?"] == [
        ("kväll (6 svar)", "helg (3 svar)")]
    assert [one.heading for one in found.columns][5:] == [
        "Varifrån kommer ni?", f"Hur långt har ni kommit?.{PERSON}", f"Hur långt har ni kommit?.{JOINED}",
        "Vad fungerar bra i dag?", "Vilka tider passar?", "Kommentar", "Kommentar"]
    assert found.registered == {"region": 1, "kommun": 5}


def test_the_latest_answer_of_a_person_counts_and_english_days_tell_which_it_is(session: PlanSession,
                                                                              tmp_path: Path) -> None:
    found = seen(session, tmp_path, samples.english_forms())
    assert (found.answers, found.doubles) == (6, 1)
    assert "1 äldre svar från samma person räknas inte" in told(session, found)
    assert {one.dimension: one.whole for one in found.scores}["person"] == [1, 0, 1, 1, 2, 1, 0]
    every = seen(session, tmp_path, samples.english_forms(), Choices(keep_doubles=True))
    assert (every.answers, every.doubles) == (7, 0)


def test_columns_are_told_by_place_and_content_where_the_headings_say_nothing(session: PlanSession,
                                                                            tmp_path: Path) -> None:
    rows = [[number, f"2026-11-20 08:0{number}", samples.mail(name), name, "en god sak", f"10.0.0.{number}", 4]
            for number, name in enumerate(samples.NAMES, 1)]
    found = seen(session, tmp_path, samples.rows_of(["A", "B", "C", "D", "E", "F", JOINED], *rows),
                 Choices(zero=0))
    assert [one.use for one in found.columns] == ["id", "tid", "mejl", "namn", "val", "teknik", "poang"]


# -- scales ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("given", "row"), [
    (("4", "0", "5 ", "4,0", "1", "2"), [1, 1, 1, 0, 2, 1, 0]),
    (("4 - bra", "0 – dåligt", "5. bäst", "4 = bra", "1 (nja)", "avstår"), [1, 1, 0, 0, 2, 1, 1]),
    (("Vi håller ihop det, också mellan huvudmännen.", "0", "1", "2", "3", "vet ej"), [1, 1, 1, 1, 0, 1, 1]),
])
def test_scores_are_numbers_numbers_with_words_and_our_own_words(session: PlanSession, tmp_path: Path,
                                                                given: tuple[str, ...], row: list[int]) -> None:
    found = seen(session, tmp_path, samples.rows_of([JOINED], *([one] for one in given), between="\t"))
    assert [one.whole for one in found.scores] == [row]


def test_where_no_answer_is_nought_it_is_asked_which_is_and_nothing_is_shifted_in_silence(session: PlanSession,
                                                                                         tmp_path: Path) -> None:
    content = samples.rows_of([JOINED, PERSON], *([number % 6 + 1, 6 - number % 6] for number in range(6)))
    found = seen(session, tmp_path, content)
    assert len(found.open_scales) == 2
    assert f"”{JOINED}” har svar från 1 till 6 och ingen nolla. Vilken siffra är 0?" in told(session, found)
    with pytest.raises(InputError, match="Säg först hur skalorna ska läsas"):
        session.do(TakeInSurvey("mote-1", found))
    assert rounds(session.state, "mote-1") == []
    up = seen(session, tmp_path, content, Choices(zero=1))
    assert [one.whole for one in up.scores] == [[1, 1, 1, 1, 1, 1, 0]] * 2
    low = samples.rows_of([JOINED], *([number] for number in (1, 1, 2, 3, 6)))
    assert [one.whole for one in seen(session, tmp_path, low, Choices(zero=1)).scores] == [[2, 1, 1, 0, 0, 1, 0]]
    assert [one.whole for one in seen(session, tmp_path, low, Choices(zero=6)).scores] == [[1, 0, 0, 1, 1, 2, 0]]
    assert "så 3 kan inte vara 0" in told(session, seen(session, tmp_path, low, Choices(zero=3)))


def test_a_nought_in_another_question_tells_nothing_of_a_scale(session: PlanSession, tmp_path: Path) -> None:
    rows = [[number % 4, number % 5 + 1, 0, number % 5 + 1] for number in range(7)]
    headings = ["Hur många möten har ni haft?", JOINED, "Hur går det?.Bra a", "Hur går det?.Bra b"]
    found = seen(session, tmp_path, samples.rows_of(headings, *rows))
    assert [one.heading for one in found.open_scales] == [JOINED]


def test_labels_are_asked_one_by_one(session: PlanSession, tmp_path: Path) -> None:
    content = samples.rows_of([JOINED], *([one] for one in ("Dåligt", "Bra", "Bra", "Bäst", "Dåligt", "Kan inte säga")))
    found = seen(session, tmp_path, content, Choices({JOINED: "samordnat"}))
    assert found.scales[0].asked == ("Dåligt", "Bra", "Bäst", "Kan inte säga")
    known = seen(session, tmp_path, content, Choices({"1": "skala"}, scores={
        "Dåligt": 1, "Bra": 3, "Bäst": 5, "Kan inte säga": None}))
    assert [one.whole for one in known.scores] == [[0, 2, 0, 2, 0, 1, 1]]


@pytest.mark.parametrize("value", ["7", "9 - bäst", "2,5", "-1", "100"])
def test_a_score_out_of_range_is_told_and_nothing_is_taken_in(session: PlanSession, tmp_path: Path, value: str) -> None:
    content = samples.rows_of([JOINED], *([one] for one in ("0", "1", "2", "3", value)), between="\t")
    found = seen(session, tmp_path, content)
    assert "är ingen poäng från 0 till 5" in told(session, found)
    assert not found.is_ready


def test_a_blank_is_no_abstention_and_an_abstention_is_no_nought(session: PlanSession, tmp_path: Path) -> None:
    content = samples.rows_of([JOINED, PERSON], *([one, 0] for one in ("0", "", "avstår", "1", "1", "1", "1")))
    found = next(one for one in seen(session, tmp_path, content).scores if one.dimension == "samordnat")
    assert (found.whole, found.answered) == ([1, 4, 0, 0, 0, 0, 1], 6)


# -- what comes in ---------------------------------------------------------------------------------------------------
def test_what_is_taken_in_is_a_closed_round_and_contributions_in_one_change(session: PlanSession,
                                                                          tmp_path: Path) -> None:
    before = len(session.repository.history())
    found = seen(session, tmp_path, samples.microsoft_forms(), name="svar.xlsx")
    assert session.do(TakeInSurvey("mote-1", found)) == "Infört ur 6 svar: 2 mått och 5 texter."
    assert len(session.repository.history()) == before + 1
    one = latest(session.state, "mote-1")[0].round
    assert (one.item, one.source, one.number, one.voted, one.registered, one.groups) == (
        "motespunkt-1", "enkat", 1, 6, 6, ())
    assert [item.title for item in items(session.state, "mote-1")] == [
        "Bedöm tillsammans", "Vad fungerar bra i dag?", "Vilka tider passar?"]
    item = items(session.state, "mote-1")[1]
    assert next(line.one.text for line in lines(session.state, item)) == "=2+2 är inte alltid fyra"
    session.do(Undo())
    assert rounds(session.state, "mote-1") == []
    assert contributions(session.state, "mote-1") == []


def test_the_same_file_again_is_nothing_new_and_says_so(session: PlanSession, tmp_path: Path) -> None:
    found = seen(session, tmp_path, samples.limesurvey())
    session.do(TakeInSurvey("mote-1", found))
    revision = session.repository.revision
    again = seen(session, tmp_path, samples.limesurvey())
    assert f"”{PERSON}” är infört förut med samma svar." in told(session, again)
    assert session.do(TakeInSurvey("mote-1", again)) == "Inget nytt: svaren är införda förut."
    assert session.repository.revision == revision


@pytest.mark.parametrize("more", [1, 4])
def test_a_later_export_with_fewer_than_five_new_answers_is_left_out(session: PlanSession, tmp_path: Path,
                                                                   more: int) -> None:
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, scored(8))))
    found = seen(session, tmp_path, scored(8 + more))
    assert "skiljer sig från det som är infört förut med färre än fem svar" in told(session, found)
    assert session.do(TakeInSurvey("mote-1", found)).startswith("Inget är infört: färre än fem svar är nya.")
    assert len(rounds(session.state, "mote-1")) == 1
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, scored(13))))
    assert [one.number for one in rounds(session.state, "mote-1")] == [1, 2]


def test_what_was_undone_gives_nobody_away_either_and_the_same_file_comes_in_again(session: PlanSession,
                                                                                 tmp_path: Path) -> None:
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, scored(8))))
    session.do(Undo())
    one_more = seen(session, tmp_path, scored(9))
    assert "färre än fem svar" in told(session, one_more)
    session.do(TakeInSurvey("mote-1", one_more))
    assert rounds(session.state, "mote-1") == []
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, scored(8))))
    assert [one.counts for one in rounds(session.state, "mote-1")] == ["1,0,0,7,0,0"]


def test_how_many_chose_something_gives_nobody_away(session: PlanSession, tmp_path: Path) -> None:
    def chosen(evenings: int) -> bytes:
        return samples.rows_of(["ID", "När?"], *([number, "kväll" if number < evenings else "helg"]
                                                 for number in range(evenings + 6)))

    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, chosen(6))))
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, chosen(7))))
    assert [one.text for one in contributions(session.state, "mote-1")] == ["helg (6 svar)", "kväll (6 svar)"]
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, chosen(11))))
    assert "kväll (11 svar)" in [one.text for one in contributions(session.state, "mote-1")]


def test_a_kind_of_actor_is_not_told_apart_where_an_earlier_export_would_give_one_answer_away(
        session: PlanSession, tmp_path: Path) -> None:
    def content(kommuner: int, regions: int) -> bytes:
        rows = [["Kommunerna", number % 2] for number in range(kommuner)]
        rows += [["Regionen", 4] for _ in range(regions)]
        return samples.rows_of(["Varifrån kommer ni?", PERSON], *rows)

    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, content(6, 6))))
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, content(7, 12))))
    first, second = rounds(session.state, "mote-1")
    assert len(first.groups) == 2
    assert second.groups == ()


def test_one_to_sixty_answers(session: PlanSession, tmp_path: Path) -> None:
    for count in range(1, 61):
        found = seen(session, tmp_path, scored(count))
        assert [sum(one.whole) for one in found.scores] == ([count] if count >= 5 else [])
        assert ("Poäng förs in från fem svar" in told(session, found)) is (count < 5)


def test_fewer_than_five_scores_on_one_scale_are_left_out_and_the_rest_comes_in(session: PlanSession,
                                                                              tmp_path: Path) -> None:
    rows = [[0, 1 if number < 3 else ""] for number in range(7)]
    found = seen(session, tmp_path, samples.rows_of([PERSON, JOINED], *rows))
    assert [one.dimension for one in found.scores] == ["person"]
    assert f"Färre än fem har bedömt ”{JOINED}”" in told(session, found)


def test_a_text_with_a_number_or_a_mail_of_a_person_is_left_out_by_row(session: PlanSession, tmp_path: Path) -> None:
    texts = ["Bra läkarlinje", "Ring 19121212-1212", "Mejla anna@exempel.se", "Jag nås på 0470-12 34 56", "x" * 2001]
    content = samples.rows_of(["ID", "Vad fungerar bra i dag?"], *([number, one] for number, one in enumerate(texts)))
    found = seen(session, tmp_path, content)
    assert [one.texts for one in found.texts] == [("Bra läkarlinje",)]
    said = told(session, found)
    assert "raderna 3, 4, 5 har personnummer, e-post eller telefon och förs inte in" in said
    assert "rad 6 har fler än 2000 tecken" in said


def test_a_scale_about_something_else_becomes_a_round_of_its_own(session: PlanSession, tmp_path: Path) -> None:
    content = samples.rows_of(["Hur nöjda är ni?.Med mötena", "Hur nöjda är ni?.Med läkarlinjen"],
                              *([number, 5 - number] for number in range(6)))
    session.do(TakeInSurvey("mote-1", seen(session, tmp_path, content)))
    assert [one.title for one in latest(session.state, "mote-1")] == ["Med läkarlinjen", "Med mötena"]


# -- bad input -------------------------------------------------------------------------------------------------------
def test_a_survey_without_a_scale_is_told_and_its_texts_come_in(session: PlanSession, tmp_path: Path) -> None:
    found = seen(session, tmp_path, samples.rows_of(["ID", "Vad fungerar bra i dag?"], [1, "Läkarlinjen"], [2, "Allt"]))
    assert "Enkäten har ingen skala, så inget bedöms." in told(session, found)
    assert session.do(TakeInSurvey("mote-1", found)) == "Infört ur 2 svar: 2 texter."


@pytest.mark.parametrize(("content", "sentence"), [
    (b"", "är tom"), (b"\n \n", "är tom"), (b"ID;Fr\xc3\xa5ga\n", "rubriker men inga svar"),
    (b"a;b\n1;2;3;4\n", "fler celler"), (b'a;b\n1;"2\n', "citattecken"), (b"bara text", "inga kolumner"),
    (b"{\\rtf1 abc}", "inget kalkylblad"), (b"PK\x03\x04skadad", "inget kalkylblad"),
    (b"\x89PNG\r\n\x1a\n", "inget kalkylblad"),
])
def test_a_file_that_is_no_survey_is_told_in_a_sentence(session: PlanSession, tmp_path: Path, content: bytes,
                                                       sentence: str) -> None:
    with pytest.raises(NvplanError, match=sentence):
        seen(session, tmp_path, content)


def test_what_fits_no_column_is_told(session: PlanSession, tmp_path: Path) -> None:
    for choices, sentence in ((Choices({"99": "text"}), "Kolumnen ”99” finns inte"),
                              (Choices({"1": "mejl"}), "kan inte vara ”mejl”")):
        with pytest.raises(InputError, match=sentence):
            seen(session, tmp_path, scored(5), choices)
    assert not seen(session, tmp_path, scored(5), Choices({PERSON: "inte"})).is_ready
