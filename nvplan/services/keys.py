"""Keys that a person has changed: a line each in a text file beside the settings, checked before any of it holds.

Some laptops and remote desktops take the function keys for themselves. A key of nvplan means one thing in all places:
that key is changed, and not one command after another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.errors import InputError
from nvplan.store.settings import KEYS_FILE, read_beside, settings_folder, write_own
from nvplan.texts import keys as keys_texts
from nvplan.texts import planner as planner_texts

#: A key that is turned off, as its new name.
OFF = ""
#: What cannot be turned off: help and the list of all that can be done lead to everything else.
_ALWAYS = ("f1", "ctrl+p")
_NAMED = {"vänster": "left", "höger": "right", "vänsterpil": "left", "högerpil": "right", "←": "left", "→": "right"}
_MODIFIERS = {"ctrl": "ctrl", "kontroll": "ctrl", "alt": "alt", "skift": "shift", "shift": "shift"}


@dataclass(frozen=True)
class KeyChoices:
    """What a file of keys says: the keys that are changed, as Textual names them, and what was wrong, in sentences."""

    changed: Mapping[str, str]
    faults: tuple[str, ...] = ()


def keys_path() -> Path:
    """Return where a person writes which keys are to be others."""
    return settings_folder() / KEYS_FILE


def key_choices() -> KeyChoices:
    """Return the keys that the person has changed; without a file none, and of a faulty line nvplan's own holds."""
    try:
        text = read_beside(KEYS_FILE)
    except (OSError, ValueError):
        return KeyChoices({}, (keys_texts.NOT_READ.format(path=keys_path()),))
    return read_choices(text)


def read_choices(text: str) -> KeyChoices:
    """Return what a file of keys says, each faulty line with its number and what is wrong with it."""
    lines: dict[int, tuple[str, str]] = {}
    faults: dict[int, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                lines[number] = _read_line(line)
            except InputError as error:
                faults[number] = str(error)
    found = _faulty(lines)
    while found:  # a key that is not moved after all is no room for another
        faults |= found
        lines = {number: pair for number, pair in lines.items() if number not in found}
        found = _faulty(lines)
    told = [keys_texts.FAULT.format(line=number, file=KEYS_FILE, fault=faults[number]) for number in sorted(faults)]
    return KeyChoices(dict(lines.values()), tuple(told))


def _faulty(lines: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """Return which lines cannot stand beside the others, and why."""
    faults: dict[int, str] = {}
    for number, (key, new) in lines.items():
        before = [pair for other, pair in lines.items() if other < number]
        sentence = _why_not(key, new, before, {one for one, _ in lines.values()})
        if sentence:
            faults[number] = sentence
    return faults


def _why_not(key: str, new: str, before: Sequence[tuple[str, str]], moved: Set[str]) -> str:
    """Return why a key cannot become another, empty where it can: it stands twice, or is taken by one that stays."""
    if any(one == key for one, _ in before):
        return keys_texts.TWICE.format(key=planner_texts.key_name(key))
    if new == OFF:
        return keys_texts.ALWAYS.format(key=planner_texts.key_name(key)) if key in _ALWAYS else ""
    if any(one == new for _, one in before):
        return keys_texts.TWICE.format(key=planner_texts.key_name(new))
    if new in keys_texts.MEANINGS and new != key and new not in moved:
        return keys_texts.IN_USE.format(key=planner_texts.key_name(new), meaning=keys_texts.MEANINGS[new])
    return ""


def change_key(typed: str, new: str) -> str:
    """Change a key, turn it off or give back nvplan's own; return what that means in a sentence.

    Raises:
        InputError: there is no such key, or it is taken.
        OSError: the file cannot be read or written.
    """
    key = _key(typed)
    changed = dict(read_choices(read_beside(KEYS_FILE)).changed)
    changed.pop(key, None)
    chosen = key if new.strip().casefold() == keys_texts.USUAL else _new(new)
    if chosen != key:
        changed[key] = chosen
    lines = dict(enumerate(changed.items()))
    for sentence in _faulty(lines).values():
        raise InputError(sentence)
    written = [f"{planner_texts.key_name(one)} = {planner_texts.key_name(other) if other else keys_texts.OFF}\n"
               for one, other in changed.items()]
    write_own(KEYS_FILE, keys_texts.FILE_HEAD + "".join(written))
    if chosen == key:
        return keys_texts.RESTORED.format(key=planner_texts.key_name(key))
    told = keys_texts.TURNED_OFF if chosen == OFF else keys_texts.CHANGED
    return told.format(key=planner_texts.key_name(key), new=planner_texts.key_name(chosen))


def _read_line(line: str) -> tuple[str, str]:
    left, separator, right = line.partition("=")
    if not separator or not left.strip() or not right.strip():
        raise InputError(keys_texts.NO_EQUALS)
    return _key(left), _new(right)


def _key(typed: str) -> str:
    key = _textual(typed)
    if key not in keys_texts.MEANINGS:
        every = ", ".join(planner_texts.key_name(one) for one in keys_texts.MEANINGS)
        raise InputError(keys_texts.UNKNOWN.format(key=typed.strip(), keys=every))
    return key


def _new(typed: str) -> str:
    if typed.strip().casefold() == keys_texts.OFF:
        return OFF
    key = _textual(typed)
    if len(key.removeprefix("shift+")) == 1:
        raise InputError(keys_texts.WRITES.format(key=typed.strip()))
    if key in keys_texts.SAME_AS:
        raise InputError(keys_texts.SAME.format(key=planner_texts.key_name(key), other=keys_texts.SAME_AS[key]))
    if key in keys_texts.IN_FIELDS:
        raise InputError(keys_texts.COPIES.format(key=planner_texts.key_name(key)))
    if not _is_key(key):
        raise InputError(keys_texts.NOT_A_KEY.format(key=typed.strip()))
    return key


def _textual(typed: str) -> str:
    """Return a key as Textual names it: `Ctrl + N` is `ctrl+n`, `Alt+←` is `alt+left`."""
    *modifiers, last = [part.strip().casefold() for part in typed.strip().strip("\"'”").split("+")]
    return "+".join([*sorted(_MODIFIERS.get(one, one) for one in modifiers), _NAMED.get(last, last)])


def _is_key(key: str) -> bool:
    """Whether a terminal sends the key as one of its own: a function key, Ctrl or Alt with a letter or an arrow."""
    *modifiers, last = key.split("+")
    function = last.startswith("f") and last[1:].isascii() and last[1:].isdecimal() and 1 <= int(last[1:]) <= 24
    letter = len(last) == 1 and "a" <= last <= "z"
    if not modifiers:
        return function
    known = len(set(modifiers)) == len(modifiers) and set(modifiers) <= {"ctrl", "alt", "shift"}
    if not known:
        return False
    return function or (modifiers in (["ctrl"], ["alt"]) and (letter or last in ("left", "right")))
