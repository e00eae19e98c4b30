"""What is done with several posts of a list at once: ticking them, changing one field of all, taking them away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from nvplan.model.kinds import kind_of
from nvplan.services.reading.object_fields import FieldSpec, fields, fields_by_name
from nvplan.services.reading.object_list import show_field
from nvplan.services.reading.object_rows import objects_of
from nvplan.services.writing.commands import DuplicateObject, RemoveMany, SetMany
from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.screens.boxes.box import AskBox, Choice, PickBox
from nvplan.tui.screens.boxes.choosing import OneBox, SeveralBox
from nvplan.tui.screens.boxes.typing import TypeBox
from nvplan.tui.screens.objects.object_choices import options_of
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.frame import KeyBar

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.objects import ObjectsScreen

TICK = Command("tick", "space", lists_texts.KEY_TICK, lists_texts.HELP_TICK, english="select mark")
TICK_ALL = Command("tick_all", "ctrl+a", lists_texts.KEY_TICK_ALL, lists_texts.HELP_TICK_ALL, shown=False,
                   english="select all")
CHANGE = Command("change_ticked", "ctrl+e", lists_texts.KEY_CHANGE, lists_texts.HELP_CHANGE, shown=False,
                 english="bulk edit change many")
CHANGE_NOW = Command("change_ticked", "ctrl+e", lists_texts.KEY_CHANGE, lists_texts.HELP_CHANGE,
                     english="bulk edit change many")
DUPLICATE = Command("duplicate", "ctrl+d", lists_texts.KEY_DUPLICATE, lists_texts.HELP_DUPLICATE, shown=False,
                    english="duplicate copy clone")


class Several:
    """The ticked posts of a list."""

    def __init__(self, place: ObjectsScreen) -> None:
        self._place = place
        self._ticked: dict[str, None] = {}

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked and still there, in the order in which they were."""
        known = objects_of(self._place.session.state, self._place.kind)
        self._ticked = {one: None for one in self._ticked if one in known}
        return tuple(self._ticked)

    @property
    def told(self) -> str:
        """How many are ticked, in words; empty where none is."""
        return lists_texts.ticked(len(self.ticked)) if self._ticked else ""

    def show(self) -> None:
        """Draw the ticks and say how many there are."""
        self._place.table.ticked = frozenset(self.ticked)
        self._place.table.refresh()
        self._place.query_one(KeyBar).commands = self._place.commands
        self._place.show_frame()

    def clear(self) -> None:
        """Take every tick away."""
        self._ticked.clear()
        self.show()

    def turn(self) -> None:
        """Tick the marked row, or take its tick away, and go on to the next."""
        marked = self._place.table.marked
        if not marked:
            return
        if marked in self._ticked:
            del self._ticked[marked]
        else:
            self._ticked[marked] = None
        self.show()
        self._place.table.action_move(1)

    def turn_all(self) -> None:
        """Tick every row that is shown; where all are, take their ticks away."""
        shown = self._place.table.ids
        if all(one in self._ticked for one in shown):
            self._ticked = {one: None for one in self._ticked if one not in shown}
        else:
            self._ticked.update(dict.fromkeys(shown))
        self.show()

    # -- one field of all ------------------------------------------------------------------------------------------
    def choose_field(self) -> None:
        """Ask which field is to be changed, and then to what.

        What the posts are called by is not among them: one name in all of them would leave nothing to tell them by.
        """
        kind = self._place.kind
        choices = [Choice(spec.label, "", spec.name, spec.name) for spec in fields(kind)
                   if not spec.system and spec.name not in _CALLED]

        def chosen(name: object) -> None:
            if isinstance(name, str):
                self._ask(fields_by_name(kind)[name])

        self._place.app.push_screen(PickBox(lists_texts.CHANGE_FIELD, choices), chosen)

    def _ask(self, spec: FieldSpec) -> None:
        place, state = self._place, self._place.session.state
        seen = {one: {spec.name: getattr(objects_of(state, place.kind)[one], spec.name)} for one in self.ticked}
        title = lists_texts.CHANGE_TO.format(
            field=spec.label, count=planner_objects_texts.counted(place.kind, len(seen)))
        values = {one[spec.name] or None for one in seen.values()}
        same = values.pop() if len(values) == 1 else None
        title = lists_texts.DIFFERENT_TODAY.format(title=title) if values else title
        take = partial(self._change_or_ask, spec, seen)
        if not kind_of(spec).is_chosen:
            text = kind_of(spec).typed(spec, same) if same is not None else ""
            text = "" if "\n" in text else text
            place.app.push_screen(TypeBox(title, text, lists_texts.CHANGE_EMPTY, spec.help), _given(take))
            return
        choices = [Choice(one.label, one.help, "", one.id, code=one.id) for one in options_of(state, spec)]
        if not choices:
            place.planner.say(planner_objects_texts.PICK_EMPTY_DATA)
        elif spec.many:
            standing = list(same or ())
            place.app.push_screen(SeveralBox(title, choices, standing), _given(take, unless=standing))
        else:
            nothing = [] if spec.required else [Choice(planner_objects_texts.PICK_NONE, "", "", "")]
            place.app.push_screen(OneBox(title, [*nothing, *choices], same or ""), _given(take))

    def _change_or_ask(self, spec: FieldSpec, seen: dict[str, dict[str, Any]], given: Any) -> None:
        """Change the field in all; where that would empty it, ask first, with how many have something there."""
        with_any = sum(bool(one[spec.name]) for one in seen.values())
        if (given.strip() if isinstance(given, str) else given) or not with_any:
            self._change(spec.name, seen, given)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self._change(spec.name, seen, given)

        kind = self._place.kind
        self._place.app.push_screen(AskBox(
            lists_texts.EMPTY_TICKED.format(field=spec.label, count=planner_objects_texts.counted(kind, len(seen))),
            lists_texts.EMPTY_YES, lines=(lists_texts.with_something(with_any, len(seen)),
                                          planner_objects_texts.REMOVE_UNDO)), answered)

    def _change(self, name: str, seen: dict[str, dict[str, Any]], given: Any) -> None:
        self._place.do_and_tell(SetMany(self._place.kind, tuple(seen), {name: given}, seen))

    # -- all away, and one more ------------------------------------------------------------------------------------
    def ask_remove(self) -> None:
        """Ask, naming them, and take all that are ticked away."""
        place, ticked = self._place, self.ticked
        named = fields_by_name(place.kind)
        called = next((spec for name, spec in named.items() if name in _CALLED), None)
        lines = [show_field(place.session.state, called, getattr(objects_of(place.session.state, place.kind)[one],
                                                                 called.name)) for one in ticked[:_NAMED]
                 ] if called is not None else []
        more = [planner_objects_texts.MORE.format(count=len(ticked) - _NAMED)] if len(ticked) > _NAMED else []

        def answered(sure: bool | None) -> None:
            if sure:
                place.do_and_tell(RemoveMany(place.kind, ticked))
                self.clear()

        title = lists_texts.REMOVE_TICKED.format(count=planner_objects_texts.counted(place.kind, len(ticked)))
        place.app.push_screen(AskBox(title, planner_objects_texts.REMOVE_YES,
                                     lines=[*lines, *more, planner_objects_texts.REMOVE_UNDO]), answered)

    def duplicate(self) -> None:
        """Add a copy of the marked post and open it."""
        place = self._place
        identity = place.session.do(DuplicateObject(place.kind, place.table.marked))
        place.mark(identity)
        place.show_list()
        place.show_over(ObjectForm(place.kind, identity, among=place.table.ids))


#: The fields that posts are called by.
_CALLED = ("title", "name")
#: So many of what is to be taken away are named.
_NAMED = 5


def _given(take: Callable[[Any], None], unless: object = None) -> Callable[[object], None]:
    """Return what takes what a box gives; one that was closed gives nothing, or what stood in it."""
    def taken(given: object) -> None:
        if given not in (None, unless):
            take(given)

    return taken
