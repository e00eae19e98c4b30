"""What cannot both be so: an answer and another answer, or an answer and a requirement judged as met."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from nvplan.model.base import Frozen


class Contradiction(Frozen):
    """An answer with what it does not go together with: some answers to another question, or a requirement as met.

    Answers are the codes that `Kind.codes` gives: an option's id, or `ja` and `nej`.
    """

    question: str
    answers: tuple[str, ...]
    against: str = ""
    """The other question; empty where the row is about a requirement."""
    against_answers: tuple[str, ...] = ()
    requirement: str = ""
    """The requirement that nobody can meet with such an answer; empty where the row is about another question."""
