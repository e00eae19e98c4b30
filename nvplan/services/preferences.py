"""What a person would want remembered between two sittings: recent plans, the place in each, the theme."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from nvplan import __version__
from nvplan.store.settings import (
    KEYS_FILE,
    has_beside,
    read_settings,
    settings_folder,
    write_beside,
    write_crash,
    write_settings,
)

#: How many recent plans the start screen offers.
MOST_RECENT = 9


@dataclass(frozen=True)
class RecentPlan:
    """A plan that was open lately: where it is, what it was called, and where it stood when it was left.

    Where it stood is how far it was decided, how many of its core questions were answered of how many, and when it was
    last changed, as ISO 8601; nothing of it is known of a plan that has not been left since 0.2.0.
    """

    address: str
    title: str
    standing: str = ""
    done: int | None = None
    asked: int = 0
    changed: str = ""


def folder() -> Path:
    """Return the folder of the settings."""
    return settings_folder()


def recent_plans() -> list[RecentPlan]:
    """Return the plans that were open lately and still exist, latest first."""
    rows = read_settings().get("recent", [])
    if not rows:
        return []
    from nvplan.store.opening import store_of  # the first frame of a first start does not wait for it

    found = [_recent(row) for row in rows if isinstance(row, dict)]
    return [row for row in found if row.address and store_of(row.address).has(row.address)][:MOST_RECENT]


def _recent(row: dict[str, object]) -> RecentPlan:
    done, asked = row.get("done"), row.get("asked")
    path, title, standing, changed = (str(row.get(name, "")) for name in ("path", "title", "standing", "changed"))
    if type(done) is int and type(asked) is int:
        return RecentPlan(path, title, standing, done, asked, changed)
    return RecentPlan(path, title, standing, changed=changed)


def remember_plan(address: str, title: str) -> None:
    """Put a plan first among the recent ones."""
    settings = read_settings()
    known = [row for row in settings.get("recent", []) if isinstance(row, dict)]
    before = next((row for row in known if row.get("path") == address), {})
    rows = [row for row in known if row.get("path") != address]
    settings["recent"] = [{**before, "path": address, "title": title}, *rows][:MOST_RECENT]
    write_settings(settings)


def remember_standing(address: str, standing: str, done: int, asked: int, changed: str) -> None:
    """Remember where a recent plan stands, for the start screen to tell without opening it."""
    settings = read_settings()
    told = {"standing": standing, "done": done, "asked": asked, "changed": changed}
    settings["recent"] = [{**row, **told} if row.get("path") == address else row
                          for row in settings.get("recent", []) if isinstance(row, dict)]
    write_settings(settings)


def place(address: str) -> str:
    """Return where a person last was in the plan, as the planner wrote it; empty for a plan never opened."""
    places = read_settings().get("places", {})
    return str(places.get(address, "")) if isinstance(places, dict) else ""


def remember_place(address: str, where: str, revision: int) -> None:
    """Remember where a person is in the plan, and which revision of it they have seen."""
    settings = read_settings()
    for name, value in (("places", where), ("seen", revision)):
        known = settings.get(name)
        settings[name] = {**(known if isinstance(known, dict) else {}), address: value}
    write_settings(settings)


def seen_revision(address: str) -> int | None:
    """Return the latest revision of the plan that a person has seen here, None for a plan never opened."""
    seen = read_settings().get("seen")
    found = seen.get(address) if isinstance(seen, dict) else None
    return found if type(found) is int else None


def theme() -> str:
    """Return the theme that was chosen last, empty where none was."""
    return str(read_settings().get("theme", ""))


def remember_theme(name: str) -> None:
    """Remember the chosen theme."""
    write_settings({**read_settings(), "theme": name})


def tour_seen() -> bool:
    """Return whether the tour has been begun on this computer."""
    return bool(read_settings().get("tour"))


def remember_tour() -> None:
    """Remember that the tour has been begun, so that it is not offered first again."""
    if not tour_seen():
        write_settings({**read_settings(), "tour": True})


def has_keys() -> bool:
    """Return whether the person has written which keys are to be others."""
    return has_beside(KEYS_FILE)


def visit_columns(headings: str) -> dict[str, int]:
    """Return the columns that were said last time of a file with visits, by the signature of its headings."""
    known = read_settings().get("visit_columns")
    found = known.get(headings) if isinstance(known, dict) else None
    return {str(name): at for name, at in found.items() if type(at) is int} if isinstance(found, dict) else {}


def remember_visit_columns(headings: str, columns: dict[str, int]) -> None:
    """Remember which column of a file with visits is what: numbers alone, and nothing of what stands in the file."""
    settings = read_settings()
    known = settings.get("visit_columns")
    rows = dict(known) if isinstance(known, dict) else {}
    earlier = rows.pop(headings, {})
    rows[headings] = {**(earlier if isinstance(earlier, dict) else {}), **columns}
    settings["visit_columns"] = dict(list(rows.items())[-MOST_RECENT:])
    write_settings(settings)


def log_crash(error: BaseException | None) -> None:
    """Keep where in the program an unforeseen error happened: files and lines, never values: those are the plan's."""
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    write_crash("\n".join([f"nvplan {__version__}", type(error).__name__, *lines, ""]))


def keep_unsaved(name: str, text: str) -> Path | None:
    """Keep texts that could not be saved in a file, and remember to tell of it; None where that failed too."""
    path = write_beside(name, text)
    if path is not None:
        write_settings({**read_settings(), "unsaved": str(path)})
    return path


def take_unsaved() -> Path | None:
    """Return where texts lie that could not be saved, once."""
    settings = read_settings()
    path = settings.pop("unsaved", "")
    if not path:
        return None
    write_settings(settings)
    return Path(str(path))
