"""The command for meetings, so that a co-facilitator can type beside the one who projects."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.cli import meeting_scoring, meeting_survey
from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import read_input, say, say_json, say_table
from nvplan.model.numbers import json_number
from nvplan.texts import cli as cli_texts
from nvplan.texts import meetings as meetings_texts
from nvplan.texts import objects as objects_texts

if TYPE_CHECKING:
    from nvplan.model.objects import Meeting
    from nvplan.services.writing.session import PlanSession

_NEW = "ny"


def register(add: Commands) -> None:
    """Add the command."""
    command = add("mote", run, meetings_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("id", metavar="ID", nargs="?", default="", help=meetings_texts.ARGUMENT_MEETING)
    command.add_argument("gor", metavar="|".join(_DOES), nargs="?", default="", choices=("", *_DOES),
                         help=meetings_texts.ARGUMENT_DO)
    command.add_argument("vad", metavar="VAD", nargs="?", default="", help=meetings_texts.ARGUMENT_WHAT)
    command.add_argument("vart", metavar="VART", nargs="?", default="", help=meetings_texts.ARGUMENT_WHERE)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    meeting_survey.register(command)


def run(options: argparse.Namespace) -> int:
    """List the meetings, begin one, show one, or do something in it; return the exit code."""
    from nvplan.services.meetings.course import find_meeting

    session = open_session(options.fil)
    if not options.id:
        _list(session, options)
    elif options.id == _NEW and not options.gor:
        _begin(session, options)
    elif not options.gor:
        _show(session, find_meeting(session.state, options.id), options)
    else:
        return _DOES[options.gor](session, find_meeting(session.state, options.id), options) or 0
    return 0


def _list(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.model.dates import format_date
    from nvplan.services.meetings.telling import list_json

    rows = list_json(session)
    if options.json:
        say_json(rows)
    elif not rows:
        say(meetings_texts.NO_MEETINGS)
    else:
        say_table(meetings_texts.LIST_COLUMNS, [
            (row["id"], format_date(row["date"]) if row["date"] else "", row["title"], str(row["items"]),
             str(row["agreed"]), str(row["open"])) for row in rows], widest=40)


def _begin(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands_meetings import BeginMeeting

    fields = _read_fields()
    own = {name: str(fields.pop(name)) for name in ("title", "date", "agenda", "question") if name in fields}
    identity = session.do(BeginMeeting(**own, fields=fields))
    _told(options, identity, meetings_texts.BEGUN)


def _show(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.telling import meeting_json, meeting_lines

    if options.json:
        say_json(meeting_json(session, meeting))
        return
    say(meeting.title)
    for line in meeting_lines(session, meeting):
        say(line)


# -- preparing -------------------------------------------------------------------------------------------------------
def _agenda(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands_meetings import UseAgenda

    say(session.do(UseAgenda(meeting.id, _need(options))))


def _item(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import ITEMS, find_item
    from nvplan.services.writing.commands import SetObject
    from nvplan.services.writing.commands_meetings import AddItem

    if options.vad:
        item = find_item(session.state, meeting, options.vad)
        say(session.do(SetObject(ITEMS, item.id, _read_fields())))
    else:
        _told(options, session.do(AddItem(meeting.id, _read_fields())), objects_texts.SAVED_AS)


def _move(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Move an item by so many places, or a contribution by so many places or to another item."""
    from nvplan.services.meetings.course import find_contribution, find_item
    from nvplan.services.writing.commands_meetings import MoveContribution, MoveItem

    wanted = _need(options)
    if not _is_contribution(session, meeting, wanted):
        say(session.do(MoveItem(find_item(session.state, meeting, wanted).id, _steps(options.vart))))
        return
    said = find_contribution(session.state, meeting, wanted)
    if options.vart.lstrip("+-").isdecimal() and not options.vart.isdecimal():
        say(session.do(MoveContribution(said.id, _steps(options.vart))))
    else:
        say(session.do(MoveContribution(said.id, item=find_item(session.state, meeting, options.vart).id)))


def _remove(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import CONTRIBUTIONS, find_item
    from nvplan.services.writing.commands import RemoveObject
    from nvplan.services.writing.commands_meetings import RemoveItem

    wanted = _need(options)
    if _is_contribution(session, meeting, wanted):
        say(session.do(RemoveObject(CONTRIBUTIONS, wanted)))
    else:
        say(session.do(RemoveItem(find_item(session.state, meeting, wanted).id)))


# -- in the meeting --------------------------------------------------------------------------------------------------
def _contribute(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Add a contribution, or with its id change one."""
    from nvplan.services.meetings.course import CONTRIBUTIONS, find_contribution, find_item
    from nvplan.services.writing.commands import SetObject
    from nvplan.services.writing.commands_meetings import Contribute

    fields = _read_fields("text", "item", "hidden")
    text = str(fields.get("text", ""))
    if options.vad:
        said = find_contribution(session.state, meeting, options.vad)
        say(session.do(SetObject(CONTRIBUTIONS, said.id, {"text": text})))
        return
    item = find_item(session.state, meeting, str(fields["item"])).id if fields.get("item") else ""
    identity = session.do(Contribute(meeting.id, text, item, bool(fields.get("hidden"))))
    _told(options, identity, objects_texts.SAVED_AS)


def _group(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import find_contribution
    from nvplan.services.writing.commands_meetings import Group

    under = find_contribution(session.state, meeting, options.vart).id if options.vart else ""
    say(session.do(Group(find_contribution(session.state, meeting, _need(options)).id, under)))


def _ungroup(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import find_contribution
    from nvplan.services.writing.commands_meetings import Ungroup

    say(session.do(Ungroup(find_contribution(session.state, meeting, _need(options)).id)))


def _park(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import find_contribution
    from nvplan.services.writing.commands_meetings import Park

    said = find_contribution(session.state, meeting, _need(options))
    say(session.do(Park(said.id, options.gor == "parkera")))


def _show_hidden(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import find_item
    from nvplan.services.writing.commands_meetings import ShowHidden

    say(session.do(ShowHidden(find_item(session.state, meeting, _need(options)).id)))


def _decide(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.model.objects import ITEM_OUTCOMES
    from nvplan.services.meetings.course import find_item
    from nvplan.services.writing.commands_meetings import Decide

    item = find_item(session.state, meeting, _need(options))
    fields = _read_fields("outcome", "agreed", "dissent", "replaces", "actor", "role", "due")
    outcome = next((one for one in ITEM_OUTCOMES if one == fields.get("outcome", "enig")), None)
    if outcome is None:
        raise InputError(objects_texts.field_fault("outcome", "literal_error", {"expected": ", ".join(ITEM_OUTCOMES)}))
    say(session.do(Decide(item.id, outcome, str(fields.get("agreed", "")), str(fields.get("dissent", "")),
                          fields.get("replaces") is True, str(fields.get("actor", "")),
                          *(str(fields[name]) if name in fields else None for name in ("role", "due")))))


def _become(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.course import find_contribution
    from nvplan.services.writing.commands_meetings import Become

    said = find_contribution(session.state, meeting, _need(options))
    identity = session.do(Become(said.id, options.gor, _read_fields()))
    _told(options, identity, objects_texts.SAVED_AS)


# -- shared ----------------------------------------------------------------------------------------------------------
def _is_contribution(session: PlanSession, meeting: Meeting, wanted: str) -> bool:
    from nvplan.services.meetings.course import contributions

    return wanted in {one.id for one in contributions(session.state, meeting.id)}


def _need(options: argparse.Namespace) -> str:
    """Return what the person means to do something with.

    Raises:
        InputError: it is not said.
    """
    from nvplan.model.errors import InputError

    if not options.vad:
        raise InputError(meetings_texts.NEED_WHAT.format(do=options.gor))
    return str(options.vad)


def _steps(typed: str) -> int:
    from nvplan.model.errors import InputError

    try:
        return int(typed)
    except ValueError:
        raise InputError(meetings_texts.NEED_STEPS.format(typed=typed)) from None


def _told(options: argparse.Namespace, identity: str, sentence: str) -> None:
    if options.json:
        say_json({"id": identity})
    else:
        say(sentence.format(id=identity))


def _read_fields(*known: str) -> dict[str, Any]:
    """Read the fields from standard in; where names are given no other field may stand there.

    Raises:
        InputError: it is no JSON object, or has a field that does not belong.
    """
    from nvplan.model.errors import InputError

    try:
        fields = json.loads(read_input(), parse_float=json_number)
    except (ValueError, RecursionError):
        raise InputError(meetings_texts.NOT_FIELDS.format()) from None
    if not isinstance(fields, dict):
        raise InputError(meetings_texts.NOT_FIELDS.format())
    for name in fields:
        if known and name not in known:
            raise InputError(meetings_texts.FIELD_UNKNOWN.format(field=name, known=", ".join(known)))
    return fields


#: What can be done in a meeting, by its word on the command line.
_DOES: Mapping[str, Callable[[PlanSession, Meeting, argparse.Namespace], int | None]] = {
    "dagordning": _agenda, "punkt": _item, "flytta": _move, "bort": _remove, "inlagg": _contribute, "ihop": _group,
    "isar": _ungroup, "parkera": _park, "tillbaka": _park, "visa-tysta": _show_hidden, "besluta": _decide,
    "insats": _become, "hinder": _become, "oppna": meeting_scoring.open_scoring, "prickar": meeting_scoring.open_dots,
    "rosta": meeting_scoring.cast,
    "stang": meeting_scoring.close, "avbryt": meeting_scoring.cancel, "slutsats": meeting_scoring.settle,
    "enkat": meeting_survey.survey,
}
