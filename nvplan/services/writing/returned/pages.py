"""Proposes what a returned document with pages says: its boxes, and what is typed at its items."""

from __future__ import annotations

from dataclasses import dataclass, field

from nvplan.model.collation import fold
from nvplan.model.document import Cell, Fact, TickItem
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.writing.returned.beside import is_ours, only_figures_differ, own_texts, without_figures, word
from nvplan.services.writing.returned.columns import ASSESSMENT, QUESTION, fillable_columns, former_titles, split_key
from nvplan.services.writing.returned.exported import as_now, plain
from nvplan.services.writing.returned.form import Given, Line
from nvplan.services.writing.returned.former import differs_in_words_only, is_former
from nvplan.services.writing.returned.found import Told, emptied
from nvplan.services.writing.returned.not_asked import NotAsked, no_longer_asked
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.texts import documents as documents_texts
from nvplan.texts import returned as returned_texts

#: What people put in a box that they tick, and in one that they leave.
_TICKED = {"x", "☒", "☑", "✓", "✔", "✗", "✘", "√", "v", "ja", "[x]", "(x)", "■", "●", "⊠"}
_UNTICKED = {"", "☐", "[]", "[ ]", "()", "( )", "nej", "□", "-", "–"}
_BOX = "☐□"


def propose_pages(reader: CellReader) -> None:
    """Propose what stands at every item, and list what is typed elsewhere."""
    _Pages(reader).run()


@dataclass
class _ReadItem:
    """An item as it came back: its box and the lines below it, by label."""

    key: str
    item: TickItem
    first: Line
    details: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


class _Pages:
    def __init__(self, reader: CellReader) -> None:
        self._reader, self._found, self._was = reader, reader.found, reader.was
        self._known = reader.was.known_items
        self._by_text = {word(item.text): key for key, item in self._known.items()}
        self._ours = own_texts(self._was.document)
        if self._was.besides is not None:
            self._ours |= own_texts(self._was.besides.document)
        self._shapes = {without_figures(text) for text in self._ours}

    def run(self) -> None:
        items = self._items()
        for item in items:
            self._item(item)
        found = {item.key for item in items}
        earlier = bool(found - self._was.items.keys())
        gone = sum(key not in found and (not earlier or is_former(item.text)) for key, item in self._was.items.items())
        if gone:
            self._found.notes.append(returned_texts.items_gone(gone))
        lines = sum(self._lines_gone(item) for item in items)
        if lines:
            self._found.notes.append(returned_texts.lines_gone(lines))
        if self._reader.form.tracked:
            self._found.notes.append(returned_texts.tracked(self._reader.form.tracked))

    # -- which lines belong together -------------------------------------------------------------------------------
    def _items(self) -> list[_ReadItem]:
        """Return the items with their lines; a line that belongs to none and was not there before is listed."""
        found: list[_ReadItem] = []
        current: _ReadItem | None = None
        label = ""
        gone: NotAsked | None = None
        for line in self._reader.form.lines:
            text = line.text.strip()
            if key := self._key(line):
                current, label, gone = self._begun(found, key, line), "", None
            elif (begun := no_longer_asked(text)) is not None:
                current, label, gone = None, "", begun
                self._not_asked(gone, text.partition(gone.text)[0], line)
            elif gone is not None and text and not is_ours(text, self._ours) and not is_former(text):
                self._not_asked(gone, text.partition(":")[2] or text, line)
            elif current is not None and (named := self._label(current, text)) and named[0] not in current.details:
                label, written = named
                current.details[label] = text[len(written) + 1:].strip()
                current.faults[label] = line.fault
            elif not text:
                label = ""
            elif is_ours(text, self._ours) or is_former(text) or only_figures_differ(text, self._shapes):
                current, label = None, ""
            elif current is not None and label and self._name(current, label):
                current.details[label] += f"\n{text}"
                current.faults[label] = current.faults[label] or line.fault
            else:
                where = returned_texts.AT_ITEM.format(item=current.item.text) if current else returned_texts.IN_TEXT
                self._found.unclear(where, text, line.fault or returned_texts.WRITTEN_BESIDE)
        return found

    def _not_asked(self, gone: NotAsked, written: str, line: Line) -> None:
        """Refuse what is filled in at an item that is asked no more; nothing filled in says nothing."""
        bare = "".join(written.split()).strip(_BOX).casefold()
        empty = bare in _UNTICKED or differs_in_words_only(written.strip(), documents_texts.NOT_ANSWERED)
        question = gone.text.rpartition("(")[2].rstrip(")")
        if not line.fault and (asked := self._reader.was.answered.get((question, WHOLE_COUNTY))) and (
                bare in _TICKED or word(written) in {word(shown) for shown in asked}):
            return  # it was answered so, and ticked for that, when the form was written out
        if line.fault or not empty or line.ticked:
            self._found.refuse(gone.text, line.text.strip(), line.fault or gone.reason)

    def _begun(self, found: list[_ReadItem], key: str, line: Line) -> _ReadItem | None:
        if any(one.key == key for one in found):
            self._found.unclear(self._known[key].text, line.text.strip(), returned_texts.ITEM_TWICE)
            return None
        found.append(_ReadItem(key, self._known[key], line))
        return found[-1]

    def _key(self, line: Line) -> str:
        """Return the item that a line begins: by its mark, or where that is lost, by its text."""
        if line.key in self._known:
            return line.key
        text = line.text
        _, tab, rest = text.partition("\t")
        for candidate in (rest if tab else text, text.lstrip(f"{_BOX}☑☒xX[]() \t")):
            if (key := self._by_text.get(word(candidate), "")):
                return key
        return ""

    def _label(self, current: _ReadItem, text: str) -> tuple[str, str] | None:
        """Return the label that a line begins with, as it is today and as it stands; None where it begins with none."""
        known = [fact.label for fact in current.item.details]
        known += [title for title in (*self._fillable(current), *returned_texts.FORMER_FACTS) if title not in known]
        written = next((label for label in sorted(known, key=len, reverse=True)
                        if fold(text).startswith(f"{fold(label)}:")), "")
        return (former_titles(ASSESSMENT).get(written, written), written) if written else None

    def _fillable(self, current: _ReadItem) -> list[str]:
        target = split_key(current.key)
        if target is None or target[0] != ASSESSMENT or target[1].endswith(f"@{WHOLE_COUNTY}"):
            return []
        return list(fillable_columns(ASSESSMENT))

    def _name(self, current: _ReadItem, label: str) -> tuple[tuple[str, str], str] | None:
        """Return what a labelled line fills in: the kind and id, and the field; None where it is only read."""
        target = split_key(current.key)
        if target is None:
            return None
        if target[0] == QUESTION:
            asked = target[1].rpartition("@")[0]
            if label == documents_texts.ANSWER_LABEL:
                return (QUESTION, f"{asked}@{WHOLE_COUNTY}"), "value"
            actor = next((one.id for one in self._reader.session.state.actors if one.name == label), "")
            return ((QUESTION, f"{asked}@{actor}"), "value") if actor else None
        if label in self._fillable(current):
            return target, fillable_columns(ASSESSMENT)[label]
        return None

    def _lines_gone(self, current: _ReadItem) -> int:
        """Return how many lines with something filled in are missing at an item; no empty one says anything."""
        gone = 0
        for fact in current.item.details:
            named = self._name(current, fact.label)
            if named is not None and fact.label not in current.details and not fact.missing:
                gone += not self._reader.means_same(*named, Cell(text=fact.value), Given())
        return gone

    # -- one item --------------------------------------------------------------------------------------------------
    def _item(self, current: _ReadItem) -> None:
        before = len(self._found.weighed)
        facts: dict[str, Fact] = {}
        for fact in current.item.details:
            facts.setdefault(fact.label, fact)
        ticked = self._tick(current)
        for label, text in current.details.items():
            shown = facts.get(label)
            named = self._name(current, label)
            same = not current.faults[label] and (self._same(shown, text) or self._as_answered(named, text))
            by_box = named is not None and named[1] == "judgement" and ticked is not None
            if same and (named is None or by_box or not self._reader.may_be_taken_back(*named)):
                continue
            where = returned_texts.AT_LABEL.format(item=current.item.text, label=label)
            if current.faults[label]:
                self._found.unclear(where, text, current.faults[label])
            elif named is None and (
                    is_former(text, of=current.key.partition("@")[0], label=label)
                    or (shown is not None and differs_in_words_only(text, shown.value))):
                continue
            elif named is None:
                self._found.refuse(where, emptied(plain(text)), returned_texts.READ_ONLY)
            else:
                self._detail(current, named, shown, text, label, ticked)
        if ticked is not None:
            self._weigh_tick(current, ticked, answered=len(self._found.weighed) > before)

    def _as_answered(self, named: tuple[tuple[str, str], str] | None, text: str) -> bool:
        """Tell whether a form of 0.1.0 showed this as the answer when it was written out."""
        if named is None or named[0][0] != QUESTION:
            return False
        question, _, actor = named[0][1].rpartition("@")
        return self._reader.as_answered_then(question, actor, Given(text))

    def _same(self, fact: Fact | None, text: str) -> bool:
        shown = "" if fact is None else fact.value
        written = self._reader.form.as_written(shown)
        return plain(text) in (plain(written), plain(shown)) or word(as_now(text)) == word(shown) or (
            fact is not None and fact.missing and not plain(text))

    def _detail(self, current: _ReadItem, named: tuple[tuple[str, str], str], fact: Fact | None, text: str, label: str,
                ticked: bool | None) -> None:
        target, name = named
        typed = plain(text)
        if fact is not None and fact.missing and typed.startswith(fact.value.strip()):
            rest = typed.removeprefix(fact.value.strip()).strip(" \n.,;:")
            typed = rest or typed
        where = returned_texts.AT_LABEL.format(item=current.item.text, label=label)
        told: tuple[Told, ...] = (Told(where, emptied(text)),)
        if name == "judgement" and ticked is not None:
            if fold(typed) != fold(documents_texts.JUDGEMENT["uppfyllt"]) or not ticked:
                self._found.refuse(where, emptied(text), returned_texts.TICK_AND_TEXT)
                self._found.refuse(returned_texts.AT_BOX.format(item=current.item.text), _box_word(ticked),
                                   returned_texts.TICK_AND_TEXT)
                return
            told = (*told, Told(returned_texts.AT_BOX.format(item=current.item.text), _box_word(ticked)))
        was = Cell(text="" if fact is None else fact.value, missing=fact is None or fact.missing)
        self._reader.filled(target, name, Given(typed), told, was)

    # -- boxes -----------------------------------------------------------------------------------------------------
    def _tick(self, current: _ReadItem) -> bool | None:
        """Return what the box says where that is new; None where it is not, or cannot be read, which is told."""
        line = current.first
        before, found, after = line.text.partition(current.item.text)
        if not found:
            before, _, after = line.text.partition("\t")
            if word(after) == word(current.item.text) or is_former(after):
                after = ""
        box = "".join(before.split()).strip().casefold()
        bare = box.strip(_BOX)
        extra = after.strip()
        if extra.casefold() in _TICKED:
            bare, extra = extra.casefold(), ""
        if extra or line.fault:
            self._found.unclear(returned_texts.AT_ITEM.format(item=current.item.text), line.text.strip(),
                                line.fault or returned_texts.WRITTEN_BESIDE)
        if bare not in _TICKED | _UNTICKED:
            self._found.unclear(returned_texts.AT_BOX.format(item=current.item.text), before.strip(),
                                returned_texts.BOX_UNREADABLE)
            return None
        was = current.item.ticked
        # Someone ticks in the box, or writes over its sign; either is a change, whatever the other says.
        changed = (bare in _TICKED) != was or line.ticked not in (None, was)
        return (not was) if changed else None

    def _weigh_tick(self, current: _ReadItem, ticked: bool, *, answered: bool) -> None:
        target = split_key(current.key)
        where = returned_texts.AT_BOX.format(item=current.item.text)
        if target is None:
            return
        kind, identity = target
        if kind == QUESTION:
            self._question_tick(current, where, identity, ticked, answered=answered)
        elif identity.endswith(f"@{WHOLE_COUNTY}"):
            self._found.refuse(where, _box_word(ticked), returned_texts.WHOLE_COUNTY_TICKS)
        elif not any(label == documents_texts.LABEL_JUDGEMENT and not self._same(
                next((one for one in current.item.details if one.label == label), None), text)
                for label, text in current.details.items()):
            self._reader.field(kind, identity, "judgement", Given("uppfyllt" if ticked else ""),
                               (Told(where, _box_word(ticked)),))

    def _question_tick(self, current: _ReadItem, where: str, identity: str, ticked: bool, *, answered: bool) -> None:
        """A tick at a question says that it is answered: it comes with the answer, or says nothing that can be kept."""
        state = self._reader.session.state
        asked, _, actor = identity.rpartition("@")
        if ticked and answered:
            self._found.taken_along(where, _box_word(ticked))
        elif ticked != (state.answer(asked, actor).value is not None):
            self._found.refuse(where, _box_word(ticked), returned_texts.QUESTION_TICK)


def _box_word(ticked: bool) -> str:
    return returned_texts.TICKED if ticked else returned_texts.UNTICKED
