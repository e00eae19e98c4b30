"""Two ways for everything: what the planner does a command does, and the other way round.

The tables are whole: an action or a command that stands in neither fails here, and so does one that is gone.
"""

from __future__ import annotations

import pytest

from nvplan.cli.parser import build_parser
from nvplan.services.reading.places import LISTED
from nvplan.tui.commands import EVERYWHERE
from tests.tui.test_commands import places

#: What only shows, moves, marks or narrows down on the screen; nothing of the plan is told or changed by it.
SCREEN = {
    "actor", "answer", "assess", "back", "jump", "begin", "beside", "cards", "choose", "column", "copy", "down",
    "draws_on", "edit_cell", "everything", "facts", "fields", "filter", "focus_next", "go_back", "go_forward",
    "group", "leave", "light", "list", "look", "mark_down", "mark_row", "mark_up", "next", "next_plan", "next_post",
    "next_question", "open_item", "open_marked", "page", "present", "previous", "previous_post", "read",
    "show_commands", "sort", "start_page", "tick", "tick_all", "turn", "up", "all_fields",
}
#: What the screen alone needs: its colours, its tour, and the clock that a room looks at.
NO_COMMAND = {
    "change_theme": "colours are the screen's", "tour": "shows the planner itself",
    "time": "a clock that a room looks at",
    "own_setting('contacts')": "a file that `exportera --uppgifter` names, or the one beside the settings",
}
#: A command line that does what an action does.
BY_COMMAND = {
    "sign": "kvar p.nvplan --godkann 1.2 --av r",
    "change_ticked": "objekt p.nvplan insats satt i", "duplicate": "objekt p.nvplan insats dubblera i",
    "new_effort": "objekt p.nvplan insats satt", "remind": "saknas p.nvplan --paminnelse",
    "survey": "mote p.nvplan m enkat f.csv", "write_questions": "mote p.nvplan m enkat",
    "zero": "mote p.nvplan m enkat f.csv --noll 1", "doubles": "mote p.nvplan m enkat f.csv --alla-svar",
    "labels": "mote p.nvplan m enkat f.csv --poang bra=5", "acknowledge": "granska p.nvplan --lat-sta 1 --skal s",
    "add": "mote p.nvplan m punkt", "agenda": "mote p.nvplan m dagordning d",
    "cancel_round": "mote p.nvplan m avbryt 1", "carry": "tillfalle p.nvplan kopiera r 1.1 --fran q.nvplan",
    "cast": "mote p.nvplan m rosta 1", "choose_judgement": "objekt p.nvplan kravbedomning satt",
    "choose_state": "objekt p.nvplan insats satt i", "clear_cell": "svara p.nvplan 1.1.lage -",
    "close_round": "mote p.nvplan m stang 1", "comments": "objekt p.nvplan kommentar satt",
    "compare": "tillfalle p.nvplan jamfor r", "confirm": "bekrafta p.nvplan 1.1.lage",
    "confirm_chapter": "bekrafta p.nvplan --kapitel 1.1", "confirm_one": "krav p.nvplan bekrafta SAM-01",
    "confirm_several": "krav p.nvplan bekrafta --allt", "count": "index besok.csv", "create": "ny p.nvplan --lan 07",
    "decide": "mote p.nvplan m besluta 1", "dots": "mote p.nvplan m prickar 1", "edit": "mote p.nvplan m inlagg 1",
    "export": "exportera p.nvplan checklista --till m", "fill_down": "svara p.nvplan 1.1.lage x --aktor 0760",
    "follow_next": "uppfoljning p.nvplan nasta", "freeze": "tillfalle p.nvplan frys r",
    "go_by_title": "importera p.nvplan f --efter-rubrik", "go_through": "krav p.nvplan bedomningar",
    "go_to": "fragor --plan gemensam", "in_field": "svara p.nvplan 1.1.lage x",
    "in_force": "krav p.nvplan galler PROP2025-26-19", "judge": "objekt p.nvplan kravbedomning satt",
    "level": "objekt p.nvplan hinder satt h", "matrix": "saknas p.nvplan", "meet": "mote p.nvplan ny",
    "minutes": "mote p.nvplan m punkt 1", "missing": "saknas p.nvplan", "move_down": "mote p.nvplan m flytta 1 1",
    "move_up": "mote p.nvplan m flytta 1 -1", "new": "objekt p.nvplan insats satt",
    "new_plan": "ny p.nvplan --lan 07", "new_round": "mote p.nvplan m oppna 1",
    "next_year": "ny q.nvplan --fran p.nvplan", "not_ours": "datum p.nvplan avfarda d",
    "other_plan": "oppna p.nvplan", "own_setting('about')": "diagnos", "own_setting('keys')": "tangenter F9 Alt+X",
    "own_setting('role')": "roll handläggare", "own_way": "objekt p.nvplan beslut satt",
    "park": "mote p.nvplan m parkera i", "parts": "objekt p.nvplan delmal satt", "redo": "gorom p.nvplan",
    "remove": "objekt p.nvplan insats bort i", "requirement_set": "krav p.nvplan byt OK2023 --forhandsvisa",
    "restore": "aterstall p.nvplan --nr 1 --ja", "save": "lage p.nvplan remiss",
    "save_as": "kopiera p.nvplan q.nvplan", "save_years": "uppfoljning p.nvplan ar 2024-2030",
    "search": "sok p.nvplan ord", "sent": "tillfalle p.nvplan lamnat r 2027-01-01",
    "settle": "importera p.nvplan f --krock deras", "show_help": "katalog fragor --sok ord",
    "skip": "hoppa p.nvplan 1.1.lage", "standing": "lage p.nvplan", "start": "exportera p.nvplan allt --till m",
    "state": "objekt p.nvplan insats satt i", "switch_set": "krav p.nvplan byt OK2023 --ja",
    "take_back": "angra p.nvplan --nr 1", "take_in": "importera p.nvplan f", "take_in_file": "importera p.nvplan f",
    "take_row_as_new": "importera p.nvplan f --nya-rader 7", "undo": "angra p.nvplan",
    "ungroup": "mote p.nvplan m isar i", "use_draft": "tillfalle p.nvplan svara r 1.1 -",
    "visit_index": "index besok.csv",
}
#: Where in the planner a command has its like: an action, or a place by its kind.
BY_PLANNER = {
    "oppna": "other_plan", "demo": "begin", "ny": "new_plan", "status": "place:oversikt", "fragor": "go_to",
    "svara": "in_field", "visa": "go_to", "bekrafta": "confirm", "hoppa": "skip", "exportera": "export",
    "lamna-in": "place:oversikt", "historik": "place:historik", "angra": "undo", "gorom": "redo",
    "aterstall": "restore", "jamfor": "look", "kopiera": "save_as", "importera": "take_in",
    "katalog": "place:bibliotek", "bibliotek": "place:bibliotek", "kvar": "sign",
    "framat": "place:framat", "sok": "search", "lage": "standing", "saknas": "place:laget", "objekt": "new",
    "tillfalle": "freeze", "datum": "place:datum", "medel": "place:medel", "krav": "requirement_set",
    "uppfoljning": "follow_next", "granska": "place:granska", "index": "visit_index", "mal": "place:mal",
    "indikatorer": "place:bibliotek", "bemanning": "in_field", "mote": "meet", "tangenter": "own_setting('keys')",
    "diagnos": "own_setting('about')", "roll": "own_setting('role')",
}


def actions() -> set[str]:
    """Return everything that the planner can do, a digit's or an arrow's actions as one."""
    commands = [command for place in places() for command in (*place.OFFERS, *EVERYWHERE)]
    return {action if action.startswith("own_setting") else action.partition("(")[0]
            for action in (command.action for command in commands)}


def test_every_action_of_the_planner_has_a_command_or_is_about_the_screen_alone() -> None:
    known = [*SCREEN, *NO_COMMAND, *BY_COMMAND]
    assert len(known) == len(set(known))
    assert actions() - set(known) == set()
    assert set(known) - actions() == set()


@pytest.mark.parametrize("line", sorted(set(BY_COMMAND.values())))
def test_the_command_line_of_an_action_is_one(line: str) -> None:
    assert build_parser().parse_args(line.split()).run


def test_every_command_has_its_like_in_the_planner() -> None:
    chosen = next(action for action in build_parser()._actions if action.choices)
    assert set(chosen.choices or ()) == set(BY_PLANNER)
    kinds = {*LISTED, "oversikt", "historik", "framat", "laget", "granska", "datum", "bibliotek"}
    for command, where in BY_PLANNER.items():
        assert where in actions() or where.removeprefix("place:") in kinds, command
