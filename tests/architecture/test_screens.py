"""No screen knows another: where to go is a value, and the router alone knows which screen opens it."""

from __future__ import annotations

import pytest

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
