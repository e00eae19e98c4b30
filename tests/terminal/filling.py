"""A person who fills a plan by keyboard: reads on the screen what is asked, and answers it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.number import bounded
from nvplan.model.question import Question
from nvplan.texts import planner as planner_texts
from tests.terminal.terminal import LOOK, PATIENCE, Terminal

#: The question is what stands above the line that says whether it is of the core; no code is on the screen.
_ASKED = re.compile(r"\n\s*\n(.*?)\n\s*(?:Kärnfråga|Fördjupning) · fråga (\d+) av", re.DOTALL)
_ACTOR = re.compile(r"Svar för .* · (\d+) av \d+|(\S.*) svarar:")
_IN_PLACE = " svarar:"
DAY = "2027-03-01"
#: The last question of the core, and how long what is said there may be waited for.
_LAST = re.compile(r"fråga (\d+) av \1\b")
_READ = 6.0
#: Kinds that show what is entered elsewhere: nothing is typed in them.
SEEN: tuple[str, ...] = ("register",)
#: The button that a row's box has, and no place.
_ROW_SAVES = f"{planner_texts.ROW_SAVE} (F8)"


def _number(question: Question) -> str:
    """Return a number that the question takes: with a decimal comma where it takes decimals."""
    least = int(question.least or 0)
    return f"{least},5" if question.decimals != 0 else str(least + 26)


def _question(asked: str, shown: str) -> str:
    """Return the question of the plan at hand whose words stand first in what is asked; empty where there is none."""
    words, place = " ".join(asked.replace("▐", " ").split()), shown.split("\n")[1]  # without the scrollbar beside it
    found = [one for one in all_questions().values() if words.startswith(" ".join(one.label.split()))
             and planner_texts.PLAN_SHORT[one.plan] in place]
    return max(found, key=lambda one: len(one.label)).id if found else ""


@dataclass
class Filler:
    """Answers one stop after another, and remembers the texts it typed."""

    screen: Terminal
    typed: list[str] = field(default_factory=list)

    def fill_core(self, most: int) -> int:
        """Answer from the shown stop to the last one of the core; return how many stops there were."""
        for count in range(1, most + 1):
            before = self._where()
            self._answer(all_questions()[before[0]], count)
            if self._go_on(before):
                return count
        raise AssertionError(f"more than {most} stops:\n{self.screen.screen()}")

    def _where(self) -> tuple[str, str, str]:
        """Return which question is asked, which number it has and of which of the actors, as the screen says it."""
        until = time.monotonic() + PATIENCE
        while True:
            shown = self.screen.screen()
            asked, actor = _ASKED.search(shown), _ACTOR.search(shown)
            question = _question(asked[1], shown) if asked else ""
            if asked and question:  # a screen that is being painted may show half of it
                return question, asked[2], (actor[1] or actor[2]) if actor else ""
            assert time.monotonic() < until, shown
            time.sleep(LOOK)

    def _go_on(self, before: tuple[str, str, str]) -> bool:
        """Go to the next stop; tell whether there was none."""
        if self._where() != before:  # a figure in the list of the actors has gone on already
            return False
        kind = all_questions()[before[0]].kind
        key = "F8" if kind in ("langtext", "flerval", "tabell", *SEEN) else "Enter"
        self.screen.keys(key)
        until, again = time.monotonic() + PATIENCE, time.monotonic() + _READ
        while time.monotonic() < until:
            if time.monotonic() > again and _LAST.search(self.screen.screen()):
                self.screen.keys(key)  # what is said stands for seconds alone, and a busy machine may look too late
                again = time.monotonic() + _READ
            if planner_texts.LAST_QUESTION in self.screen.screen():
                return True
            if self._where()[1:] != before[1:]:  # these are shown once the field is there
                return False
            time.sleep(LOOK)
        raise AssertionError(f"no way on from {before}:\n{self.screen.screen()}")

    def _answer(self, question: Question, number: int) -> None:
        text = f"Svar {number} om ö, å och [b]ä[/b]"
        if question.kind in SEEN:
            return
        if _IN_PLACE in self.screen.screen():
            before = self._where()
            self.screen.keys("1")
            self.screen.wait_until(lambda shown: "✓ Sparat" in shown or self._where() != before)
            return
        if question.kind == "val":
            self.screen.keys("Down", "Enter")
        elif question.kind == "ja_nej":
            self.screen.keys("j")
        elif question.kind == "flerval":
            self.screen.keys("Down", "Space", "Down", "Space")
        elif question.kind == "tabell":
            self._fill_table(question, text)
        elif question.kind == "langtext":
            self._type(text)
            self.screen.keys("Enter")
            self._type(f"Rad två av svar {number}")
        elif question.kind == "text":
            self._type(text)
        else:
            self.screen.type(_number(question) if question.kind == "tal" else DAY)
        self.screen.wait_for("✓ Sparat")

    def _type(self, text: str) -> None:
        self.screen.type(text)
        self.typed.append(text)

    def _fill_table(self, question: Question, text: str) -> None:
        """Fill what the table asks for: the required cells of each row that it starts from, or one row of one's own."""
        if not question.headings:
            self.screen.keys("+")
            self._fill_row(planner_texts.ROW_NEW, question.columns, text, every=True)
        for number in range(1, len(question.headings) + 1):
            self.screen.keys("Down", "Enter")  # the first arrow marks the first row
            self._fill_row(planner_texts.ROW_TITLE.format(number=number), question.columns[1:], f"{text}, rad {number}",
                           every=False)

    def _fill_row(self, title: str, columns: tuple[Column, ...], text: str, *, every: bool) -> None:
        """Fill the cells of the row whose box is open, and close it; all of them, or those that count."""
        self.screen.wait_for(_ROW_SAVES)
        assert title in self.screen.screen()
        needed = [column for column in columns if column.required] or list(columns[:1])
        for place, column in enumerate(columns):
            if place:
                self.screen.keys("Tab")
            if every or column in needed:
                self._fill_cell(column, f"{text}, cell {place + 1}")
        self.screen.keys("F8")
        self.screen.wait_until_gone(_ROW_SAVES)

    def _fill_cell(self, column: Column, text: str) -> None:
        if column.kind in ("val", "ja_nej"):
            self.screen.keys("Down", "Space")
        elif column.kind == "tal":
            least, most = bounded(column).least or 0, bounded(column).most
            self.screen.type(str(max(12, int(least))) if most is None or most >= 12 else "0,5")
        elif column.kind == "datum":
            self.screen.type(DAY)
        else:
            self._type(text)
