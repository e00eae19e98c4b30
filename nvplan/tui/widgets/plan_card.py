"""A plan's card: its name and how far it is, a bar with a part for each step, what is met, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size

from nvplan.model.progress import Progress
from nvplan.model.requirement import PlanKey
from nvplan.model.safetext import one_line
from nvplan.texts import overview as overview_texts
from nvplan.texts import planner as planner_texts
from nvplan.tui.widgets.blocks import Block, filled, sides

#: The lines of a card: in one column, and where the cards stand side by side with air inside them.
LOW, HIGH = 3, 10
#: Filled and unfilled, where a row stands above and below and in a card of its own.
_THIN, _STANDING = ("━", "─"), ("▄", "▁")
_NAME = 18


@dataclass(frozen=True)
class CardWords:
    """What a card tells."""

    plan: PlanKey
    done: Progress
    steps: tuple[Progress, ...]
    met: tuple[tuple[str, int, int], ...]
    """Requirements that must be met: what they are called, how many are met and how many there are."""
    following: str = ""
    """The next question; empty where every one is answered."""
    answered: tuple[int, int] = (0, 0)
    """How many of the actors have answered it, and how many are asked."""
    name: str = ""
    """What the county calls the plan."""


def step_bar(steps: Sequence[Progress], width: int, glyphs: tuple[str, str]) -> Content:
    """Return a bar with a part for each step, in so many cells.

    A step that is begun shows at least one filled cell, and one that is not done is never quite full.
    """
    if not steps:
        return Content("")
    part = max(2, (width + 1) // len(steps) - 1)
    parts = []
    for step in steps:
        full = filled(step.answered / step.applicable, part)
        parts.append(Content.assemble((glyphs[0] * full, "$primary"), (glyphs[1] * (part - full), "$edge")))
    return Content(" ").join(parts)


class PlanCard(Block):
    """A card for one plan; Enter goes to the next question of it."""

    def __init__(self, plan: PlanKey) -> None:
        super().__init__(planner_texts.PLAN_SHORT[plan], id=f"card-{plan}")
        self.plan = plan
        self.words: CardWords | None = None

    def tell(self, words: CardWords) -> None:
        """Show where the plan stands."""
        self.words, self.title = words, words.name or self.title
        self.refresh()

    @property
    def target(self) -> object:
        """The plan: it leads to its next question."""
        return self.plan

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the card's text has."""
        return LOW

    def enter_from(self, y: int) -> None:
        """A card has no cursor of its own."""

    def action_step(self, x: int, y: int) -> None:
        """Go on to what lies there."""
        self.post_message(self.Leave(self, x, y))

    def on_click(self) -> None:  # type: ignore[override]
        """Let a click lead there."""
        self.action_choose()

    def copied(self) -> str:
        """Return the card as text."""
        return self.render().plain

    def render(self) -> Content:
        """Return the card: three lines in one column, more where it stands beside the others."""
        if self.words is None:
            return Content(self.title)
        return self._low(self.words) if self.size.height <= LOW else self._high(self.words)

    def _low(self, words: CardWords) -> Content:
        width = self.size.width
        name = max(_NAME, len(self.title) + 2)
        head = Content.assemble((f"{self.title:<{name}}", "bold"), step_bar(words.steps, width - name, _THIN))
        following = sides(self._next(words), Content.styled(overview_texts.answered(*words.answered), "$quiet"), width)
        return Content("\n").join([head, sides(_told(words), _met(words, width), width), following])

    def _high(self, words: CardWords) -> Content:
        width = self.size.width
        first, *rest = _wrapped(self._next(words).plain, width) or [""]
        below = Content(rest[0]) if rest else Content.styled(f"  {overview_texts.answered(*words.answered)}", "$quiet")
        arrow = Content.styled(first[:1], "$primary") if words.following else Content(first[:1])
        lines = [Content.styled(self.title, "bold"), step_bar(words.steps, width, _STANDING), Content(""),
                 _told(words, width), _met(words, width),
                 Content(""), Content.assemble(arrow, first[1:]), below]
        return Content("\n").join(line.truncate(width, ellipsis=True) if line.cell_length > width else line
                                  for line in lines)

    def _next(self, words: CardWords) -> Content:
        if not words.following:
            return Content(overview_texts.ALL_DONE)
        return Content.assemble((overview_texts.NEXT, "$primary"), f" {one_line(words.following)}")


def _told(words: CardWords, room: int = 99) -> Content:
    """Return how far the core questions are, as whole questions."""
    done = words.done
    number, rest = overview_texts.whole(done.whole, done.applicable)
    parts = [Content.assemble((number, "bold"), (rest, "$quiet"))]
    parts += [Content.styled(overview_texts.begun(done.started), "$quiet")] if done.started else []
    parts += [Content.styled(overview_texts.to_confirm(done.to_confirm), "$quiet")] if done.to_confirm else []
    told = Content.styled(" · ", "$quiet").join(parts)
    return told if told.cell_length <= room else Content.styled(" · ", "$quiet").join(parts[:1] + parts[2:])


def _met(words: CardWords, room: int) -> Content:
    """Return what is met of what must be; the verb is left out where it has no room."""
    parts = overview_texts.met(words.met)
    told = [(part, "bold" if place % 3 == 1 else "$quiet") for place, part in enumerate(parts)]
    whole = Content.assemble(*told, (overview_texts.MET if parts else "", "$quiet"))
    return whole if whole.cell_length <= room else Content.assemble(*told)


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text over two lines, the second under the first's words, cut with `…` where it goes on."""
    import textwrap

    lines = textwrap.wrap(text, max(10, width), subsequent_indent="  ") or [""]
    if len(lines) > 2:
        rest = " ".join(line.strip() for line in lines[1:])
        lines = [lines[0], f"  {one_line(rest, width - 2)}"]
    return lines
