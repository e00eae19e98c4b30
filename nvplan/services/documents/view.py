"""What a document looks at: the plan as the reader may see it, remembering what has been shown.

What a pdf embeds is made from that memory, so that it never holds more than the pages do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from nvplan.catalog.questions import PlanForm
from nvplan.catalog.requirements import sets_told
from nvplan.catalog.tellings import sections, tellings, tellings_of_one_body
from nvplan.model.county import Actor
from nvplan.model.document import Block, Cell, DateEvent, Document, Fact
from nvplan.model.objects import SharedObject
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanState
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.model.telling import Section, Telling
from nvplan.services.documents.embedded import embedded
from nvplan.services.documents.frame import asked_of, meta
from nvplan.services.documents.registry import COMES_BACK, Request
from nvplan.services.documents.words import Words, belongs, called, given
from nvplan.services.reading.answers import shown_actor
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts

#: Facts that are about the file and not about what it says.
_INSIDE = (documents_texts.META_UNANSWERED, documents_texts.META_EXAMPLE)
Kind = TypeVar("Kind", bound=SharedObject)


@dataclass
class Shown:
    """What the pages of a document show: answers by actor and question, and fields of objects by type and id."""

    answers: set[tuple[str, str]] = field(default_factory=set)
    objects: dict[str, dict[str, set[str]]] = field(default_factory=dict)


class View:
    """A plan as one document shows it: the whole county's, or one actor's part of it."""

    def __init__(self, session: OpenPlan, request: Request) -> None:
        self.session, self.request = session, request
        self.shown = Shown()
        self.words = Words(session.state, self._hidden())

    @property
    def state(self) -> PlanState:
        """The plan's state."""
        return self.session.state

    @property
    def actor(self) -> Actor | None:
        """The actor whose part is shown, None for the whole county."""
        return self.request.actor

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors whose answers and assessments are shown."""
        return self.state.actors if self.actor is None else (self.actor,)

    @property
    def is_one_body(self) -> bool:
        """Whether the county's region is its only kommun too: it plans and decides alone."""
        return self.session.county.is_one_body

    def tellings(self, plan: PlanKey) -> Mapping[str, Telling]:
        """Return how a plan's answers are told in this county, by question."""
        return tellings_of_one_body(plan) if self.is_one_body else tellings(plan)

    def sections(self, plan: PlanKey) -> Sequence[Section]:
        """Return the sections of a plan's document in this county, in order."""
        found = sections(plan)
        return [one.of_one_body() for one in found] if self.is_one_body else found

    def _hidden(self) -> dict[str, frozenset[str]]:
        if self.request.actor is None:
            return {}
        actor = self.request.actor.id
        return {kind: frozenset(one.id for one in objects.values() if not belongs(one, actor))
                for kind, objects in self.session.state.objects.items()}

    def objects(self, model: type[Kind]) -> list[Kind]:
        """Return the objects of a type that the reader may see, in the order in which they came."""
        found = self.state.objects.get(model.about.name, {}).values()
        return [one for one in found
                if isinstance(one, model) and (self.actor is None or belongs(one, self.actor.id))]

    def asked(self, question: Question, form: PlanForm) -> list[str]:
        """Return for whom the question applies, of those whose answers are shown."""
        return asked_of(question, form, self.state, self.actor)

    def answer(self, question: Question, actor: str = WHOLE_COUNTY) -> Answer:
        """Return an answer that the document is about to show."""
        found = self.state.answer(question.id, actor)
        if found.value is not None:
            self.shown.answers.add((actor, question.id))
        return found

    def text(self, one: SharedObject, *names: str) -> str:
        """Return fields that the document is about to show, in words, one under the other."""
        kind = one.about.name
        self.show(one, *names)
        if len(names) == 1:
            return self.words.show(kind, names[0], getattr(one, names[0]))
        return "\n".join(text for name in names if (text := self.words.show(kind, name, getattr(one, name))))

    def titled(self, one: SharedObject, *names: str) -> str:
        """Return an object's title with other fields below it; that nobody has confirmed it since last year is said."""
        title = self.text(one, "title")
        rest = self.text(one, *names)
        return "\n".join(
            part for part in (title + documents_texts.CARRIED if title and one.carried else title, rest) if part
        )

    def told(self, one: SharedObject, name: str) -> str:
        """Return a field in words without saying that it is shown; `show` says so, when it turns out to be."""
        return self.words.show(one.about.name, name, getattr(one, name))

    def show(self, one: SharedObject, *names: str) -> None:
        """Remember that these fields of an object are shown."""
        self.shown.objects.setdefault(one.about.name, {}).setdefault(one.id, set()).update(names)

    def cell(self, one: SharedObject, *names: str) -> Cell:
        """Return fields as a table cell that says where nothing is given."""
        return given(self.text(one, *names))

    def named(self, one: SharedObject, *names: str) -> str:
        """Return references that the document is about to show by what they are called, one under the other.

        A requirement has its title and a question what it is about; their ids are for those who fill in a list.
        """
        self.show(one, *names)
        found = [called(fields_by_name(one.about.name)[name].target, str(identity))
                 for name in names for identity in getattr(one, name) or ()]
        return "\n".join(dict.fromkeys(found))

    def listed(self, one: SharedObject, name: str) -> str:
        """Return references by the names that they are chosen by, one a line, as a list is filled in."""
        self.show(one, name)
        target = fields_by_name(one.about.name)[name].target
        return "\n".join(self.words.chosen(target, str(identity)) for identity in getattr(one, name) or ())

    def fact(self, one: SharedObject, name: str, *, always: bool = False) -> list[Fact]:
        """Return a field with its label: none where it is empty, unless it is to be said that it is."""
        text = self.text(one, name)
        label = fields_by_name(one.about.name)[name].label
        if text:
            return [Fact(label=label, value=text)]
        return [Fact(label=label, value=documents_texts.NOT_GIVEN, missing=True)] if always else []

    def actor_name(self, identity: str) -> str:
        """Return an actor's name."""
        found = self.state.actor(identity)
        return found.name if found else identity

    def document(self, name: str, title: str, blocks: Sequence[Block], plans: Sequence[PlanKey] = PLANS,
                 extra: Sequence[Fact] = (), events: Sequence[DateEvent] = (), grid_blocks: Sequence[Block] = (),
                 mark: str = "", outside: bool = False
                 ) -> Document:
        """Return the document with what every document says about itself.

        One that is for readers `outside` says nothing about the file that it was made from; that it is an example its
        header says.
        """
        state = self.state
        facts = meta(self.session, shown_actor(self.actor), plans, self.actor)
        if name in COMES_BACK:  # a form that comes back is read against the plan as it was when it was written out
            facts += (Fact(label=documents_texts.META_NUMBER, value=str(state.revision), comes_back=True),)
        if outside:
            whole = documents_texts.WHOLE_COUNTY
            facts = tuple(one.model_copy(update={"value": sets_told(state.info)})
                          if one.label == documents_texts.META_SET else one
                          for one in facts if one.label not in _INSIDE and one.value != whole)
        return Document(
            name=name, title=title, mark=mark, example=state.info.example, generated=state.changed,
            subtitle=documents_texts.SUBTITLE.format(county=self.session.county.name, year=state.info.years_told),
            meta=(*facts, *extra),
            blocks=tuple(blocks), events=tuple(events), grid_blocks=tuple(grid_blocks),
            data="" if self.request.without_data else embedded(self.session, self.actor, self.shown,
                                                               without_names=self.request.without_names),
        )
