"""Boxes to tick and lists to choose from in a Word file, found again by bookmarks when the file comes back.

LibreOffice drops a control's tag when it saves, but keeps bookmarks (`measured.md` 1c); so the bookmark is the key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from nvplan.files.write.characters import one_line
from nvplan.files.write.docx_text import Writing, attribute, runs
from nvplan.texts import exports as exports_texts

TICK_PREFIX = "nv_chk_"
CHOICE_PREFIX = "nv_cho_"
ROW_PREFIX = "nv_row_"
#: Word's limit for a bookmark's name.
MOST_NAME = 40
TICKED_SIGN, UNTICKED_SIGN = "☑", "☐"
_CONTROL_FONT = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'
_PLAIN = re.compile(r"[A-Za-z0-9]")
_CODED = re.compile(r"_([0-9a-f]{2})")
_HASHED = "_h_"
#: What stands in a field that nobody has written in.
EMPTY_FIELD = "\u00a0" * 12
#: Control numbers count from here, well away from zero, which some programs take for none.
FIRST_CONTROL = 1000


def bookmark_name(prefix: str, key: str) -> str:
    """Return the bookmark's name for a key: letters, digits and `_xx` for others, or a hash if that is too long."""
    coded = prefix + "".join(sign if _PLAIN.match(sign) else f"_{ord(sign):02x}" for sign in key)
    if key.isascii() and len(coded) <= MOST_NAME:
        return coded
    return hashed_name(prefix, key)


def hashed_name(prefix: str, key: str) -> str:
    """Return a name made of the key's hash; the file says in a property which key it stands for."""
    return f"{prefix}{_HASHED}{hashlib.sha256(key.encode('utf-8')).hexdigest()[:24]}"


def key_of(name: str, prefix: str, hashed: dict[str, str]) -> str | None:
    """Return the key behind a bookmark's name; `hashed` is the file's own table. None if it is not one of ours."""
    if not name.startswith(prefix):
        return None
    coded = name.removeprefix(prefix)
    if coded.startswith(_HASHED):
        return hashed.get(name)
    return _CODED.sub(lambda match: chr(int(match[1], 16)), coded)


def _claim(writing: Writing, prefix: str, key: str) -> str | None:
    """Return a free bookmark name for the key, or None if this key already has one in the document."""
    for name in (bookmark_name(prefix, key), hashed_name(prefix, key)):
        if name.lower() not in writing.names:
            writing.names[name.lower()] = key
            return name
        if writing.names[name.lower()] == key:
            return None
    return None


def hashed_keys(writing: Writing) -> dict[str, str]:
    """Return the names that are hashes with their keys, to be stored in the file."""
    return {name: key for name, key in writing.names.items() if _HASHED in name}


def marked(writing: Writing, prefix: str, key: str, content: str) -> str:
    """Put the key's bookmark around the content; the second time a key comes, its content has no bookmark."""
    name = _claim(writing, prefix, key) if key else None
    return writing.bookmark(name, content) if name else content


def _control(writing: Writing, label: str, key: str, inner: str, content: str) -> str:
    tag = f"<w:tag w:val={attribute(key[:64])}/>" if key else ""
    alias = f"<w:alias w:val={attribute(one_line(label)[:64])}/>"
    writing.controls += 1
    return (f'<w:sdt><w:sdtPr>{alias}{tag}<w:id w:val="{FIRST_CONTROL + writing.controls}"/>{inner}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>")


def tick_box(writing: Writing, key: str, ticked: bool, label: str) -> str:
    """Return a box that can be ticked, inside its bookmark. `label` is read aloud by a screen reader."""
    inner = (f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
             '<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
             '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>')
    sign = runs(TICKED_SIGN if ticked else UNTICKED_SIGN, properties=_CONTROL_FONT)
    return marked(writing, TICK_PREFIX, key, _control(writing, label, key, inner, sign))


def choice_list(writing: Writing, key: str, chosen: str, choices: Sequence[str], label: str,
                placeholder: str) -> str:
    """Return a list to choose from inside its bookmark; what is chosen is always among its items.

    It can be typed in too: an option may take words of one's own, and what is no choice is told of when it comes back.
    `placeholder` is what is shown, as no choice, when nothing is chosen.
    """
    chosen = one_line(chosen)
    items = dict.fromkeys([one_line(choice) for choice in choices] + [chosen])
    listed = "".join(f"<w:listItem w:displayText={attribute(item)} w:value={attribute(item)}/>"
                     for item in items if item)
    inner = ("" if chosen else "<w:showingPlcHdr/>") + f"<w:comboBox>{listed}</w:comboBox>"
    shown = runs(chosen) if chosen else runs(one_line(placeholder) or exports_texts.MISSING, "PlaceholderText")
    return marked(writing, CHOICE_PREFIX, key, _control(writing, label, key, inner, shown))


def typing_field(writing: Writing, text: str, label: str) -> str:
    """Return a field of a table to type in, with what stands there; it comes back as its row's cell.

    An empty one is filled with blanks that the first key takes away: a control without room cannot be clicked.
    """
    empty = not text.strip()
    inner = ("<w:showingPlcHdr/>" if empty else "") + '<w:richText/>'
    return _control(writing, label, "", inner, runs(EMPTY_FIELD, "PlaceholderText") if empty else runs(text))


def blank(writing: Writing, label: str, hint: str) -> str:
    """Return a field to type in that says what goes there until somebody does; it does not come back."""
    return _control(writing, label, "", "<w:showingPlcHdr/><w:text w:multiLine=\"1\"/>",
                    runs(one_line(hint) or "\u00a0", "PlaceholderText"))
