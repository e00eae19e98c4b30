"""No screen knows another: where to go is a value, and the router alone knows which screen opens it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from textual.dom import DOMNode

import nvplan.tui.screens
from nvplan.tui.commands import Command
from nvplan.tui.screens.shared.base import PlaceScreen
from tests.architecture.test_cycles import _package, imports

SCREENS = "nvplan.tui.screens."
#: What every screen may be made of.
FOR_ALL = ("shared", "boxes")
ROUTER = "nvplan.tui.router"


def _folder(module: str) -> str:
    """Return the folder of screens that a module stands in; empty for one outside them."""
    return module.removeprefix(SCREENS).partition(".")[0] if module.startswith(SCREENS) else ""


def leads_aside(sources: dict[str, str]) -> list[str]:
    """Return each import of a screen's module from outside its folder, in-function imports included."""
    return [f"{module} -> {imported}" for module, others in imports(sources).items() for imported in others
            if module != ROUTER and _folder(imported) not in ("", *FOR_ALL, _folder(module))]


def test_the_router_alone_knows_the_screens() -> None:
    package = _package()
    assert sum(_folder(module) != "" for module in imports(package)[ROUTER]) >= 20
    assert leads_aside(package) == []


@pytest.mark.parametrize(("module", "found"), [
    ("nvplan.tui.screens.b.y", True), ("nvplan.tui.app", True), ("nvplan.tui.screens.shared.y", True),
    ("nvplan.tui.screens.a.y", False), (ROUTER, False)])
def test_a_screen_that_is_known_elsewhere_is_seen(module: str, found: bool) -> None:
    sources = {"nvplan.tui.screens.a.x": "", module: "def f():\n    from nvplan.tui.screens.a.x import Screen"}
    assert bool(leads_aside(sources)) is found


def test_what_is_for_all_screens_is_known_to_all() -> None:
    assert leads_aside({"nvplan.tui.screens.boxes.x": "",
                        "nvplan.tui.screens.a.y": "from nvplan.tui.screens.boxes.x import Box"}) == []


#: A screen is a place; a list or a question is a kind of place; what helps it is held by it and not inherited.
MOST_LEVELS = 3


def _screens() -> Iterator[type[PlaceScreen]]:
    for module in pkgutil.walk_packages(nvplan.tui.screens.__path__, SCREENS):
        for screen in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(screen) and issubclass(screen, PlaceScreen) and screen.__module__ == module.name:
                yield screen


def _own(screen: type) -> list[type]:
    return [ancestor for ancestor in screen.__mro__ if ancestor.__module__.startswith("nvplan.tui")]


def test_screens_hold_their_helpers_and_inherit_little() -> None:
    screens = list(_screens())
    assert len(screens) > 20
    assert [screen.__name__ for screen in screens if len(_own(screen)) > MOST_LEVELS] == []
    assert [screen.__name__ for screen in screens if any(not issubclass(ancestor, DOMNode) for ancestor in _own(screen))
            ] == []


def test_a_reason_stands_beside_an_action_that_it_is_about() -> None:
    """A reason whose action has another name would never be asked for."""
    known = {command.action.partition("(")[0] for screen in _screens() for module in [inspect.getmodule(screen)]
             for command in (*screen.OFFERS, *vars(module).values()) if isinstance(command, Command)}
    known |= {command.action for command in PlaceScreen.OFFERS} | {name.removeprefix("action_") for name in vars(
        PlaceScreen) if name.startswith("action_")}
    reasons = {(screen.__name__, name) for screen in _screens() for name in dir(screen) if name.startswith("why_not_")}
    assert len(reasons) > 30
    assert [(screen, name) for screen, name in reasons if name.removeprefix("why_not_") not in known] == []
