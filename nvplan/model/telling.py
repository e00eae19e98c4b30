"""How a plan document tells an answer: a question is for asking, and a reader of the plan is to see a statement.

What is told stands in data (data/dokument/), a row for each question, so that a county officer may change the words.
"""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a document is made.

from collections.abc import Mapping
from typing import Literal, Self

from nvplan.model.base import Frozen
from nvplan.model.requirement import PlanKey

#: Where the answer stands in a sentence.
ANSWER = "{svar}"
#: Where a date stands in a sentence with the word before it: `i mars 2027`, `den 15 april 2027`, `våren 2027`.
WHEN = "{när}"
#: What a sentence for yes and one for no are named in `says`.
YES, NO = "ja", "nej"

#: `innehall` is told in its section; `arbetsfraga` is about the work with the plan and never printed in it;
#: `egen_plats` is told by a part of the plan that is written for it, such as the goals or the decisions.
Role = Literal["innehall", "arbetsfraga", "egen_plats"]
#: What is told in a section beside its chapters' answers, by the part of the program that is written for it.
Part = Literal["mal", "laget", "insatser", "kontakter", "hinder", "beslut", "malar", "kallor", "andra_planer", "glapp",
               "tjanster", "borda"]


class OneBody(Frozen):
    """What is told otherwise where one body is both region and kommun (Gotland), in the words of `Telling`."""

    heading: str = ""
    sentence: str = ""
    says: Mapping[str, str] = {}


class Telling(Frozen):
    """How one question's answer is told."""

    question: str
    role: Role
    heading: str
    """The lead word before the answer, and what is said to be missing where there is none."""
    source: str = ""
    """For a number: the question that says of which year it is and where it comes from, which is told after it."""
    event: str = ""
    """For a day: what happens then, as a calendar says it, with places for the row's other cells (`{risk}`) and for
    whose day it is (`{aktor}`). Empty where the heading says it."""
    joins: str = ""
    """The question whose paragraph this answer is told in: owner, term and review date are one paragraph."""
    sentence: str = ""
    """A sentence with a place for the answer (`{svar}`); empty where the answer stands as it is."""
    one: str = ""
    """For a choice of several: the sentence where one thing is chosen and `sentence` speaks of several."""
    says: Mapping[str, str] = {}
    """For a choice: the sentence for each option. For one that every actor makes: what is said of the actors."""
    own: Mapping[str, str] = {}
    """For a choice of one: the sentence for an option with words of one's own beside it, which stand at `{svar}`."""
    columns: Mapping[str, str] = {}
    """For a table: what a column is called in a document, where its own words ask."""
    appendix: bool = False
    """Whether a table stands in the appendix however short it is, because the section says what it shows."""
    words: Mapping[str, str] = {}
    """For a choice of several: what an option is called inside a sentence, where its own words do not fit there."""
    one_body: OneBody = OneBody()
    """What speaks of region and kommuner as several, where they are one."""

    def of_one_body(self) -> Self:
        """Return how the answer is told where region and kommun are one body."""
        other = self.one_body
        return self.model_copy(update={"heading": other.heading or self.heading, "says": {**self.says, **other.says},
                                       "sentence": other.sentence or self.sentence})


class Section(Frozen):
    """A section of a plan document: its heading, the chapters whose answers it tells, and parts written for it."""

    plan: PlanKey
    id: str
    title: str
    chapters: tuple[str, ...] = ()
    before: tuple[Part, ...] = ()
    """What stands before the answers."""
    after: tuple[Part, ...] = ()
    """What stands after them."""
    new_page: bool = False
    one_body: str = ""
    """Its heading where region and kommun are one body and `title` speaks of several."""

    def of_one_body(self) -> Self:
        """Return the section where region and kommun are one body."""
        return self.model_copy(update={"title": self.one_body or self.title})
