"""What asks for a fact beside the questions: the fields of the shared objects, and the items of the reports.

A field is told by its type and name (`beslut.in_force`), an item by its form and number (`ekonomi2023:2.1`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from nvplan.catalog.location import remembered
from nvplan.catalog.report_links import report_links, same_matters
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.model.objects import ABOUT
from nvplan.model.question import Question
from nvplan.model.reporting import ReportItem
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import fields as fields_texts
from nvplan.texts import objects as objects_texts

#: Two that have as much of their words in common, from 0 to 1, may ask for the same fact.
ALIKE = 0.5
#: The kinds of field that hold a fact of their own; the others say what an object is about, and whose it is.
_FACTS = ("datum", "tal", "langtext")
#: A question that has so much of what a field is called may ask for it.
_NAMED = 0.75
#: So few words of a field can be in a question by chance.
_LEAST = 2
_WORD = re.compile(r"[a-zåäö0-9]+")
#: So much of a word tells it from others, whatever its ending.
_STEM = 6
_SMALL = frozenset(catalog_texts.SMALL_WORDS.split())
#: What is signed by hand.
_INK = ("underskrift",)


def words_of(text: str) -> frozenset[str]:
    """Return what a text is about: its words, the small ones left out, without their endings."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts ask in so many of the same words that they may ask for the same fact.

    Every two texts of the catalogue are compared, and nearly all have no word in common: that is looked at first.
    """
    return not one.isdisjoint(other) and len(one & other) >= ALIKE * len(one | other)


@cache
def asked_fields() -> Mapping[str, tuple[frozenset[str], frozenset[str], str]]:
    """Return the fields that hold facts: what each is called, what it is said to be, and its kind."""
    found = {}
    for kind, about in ABOUT.items():
        named = words_of(objects_texts.KINDS[kind][0])
        for field in about.fields:
            if field.kind in _FACTS and not (field.system or field.retired):
                label, about_it = fields_texts.FIELDS[kind][field.name]
                found[f"{kind}.{field.name}"] = words_of(label) | named, words_of(f"{label} {about_it}"), field.kind
    return found


@cache
def every_field() -> frozenset[str]:
    """Return every field of the shared objects, also those that say what an object is about."""
    return frozenset(f"{kind}.{field.name}" for kind, about in ABOUT.items() for field in about.fields)


@remembered
def asked_items() -> Mapping[str, ReportItem]:
    """Return the items of the reports that somebody hands in and that a person answers, save what is signed."""
    return {item.id: item for form in report_forms().values() if not form.is_derived
            for item in report_items(form.id) if item.is_answered and item.value not in _INK}


@remembered
def _item_words() -> Mapping[str, frozenset[str]]:
    return {name: words_of(item.text) for name, item in asked_items().items()}


def alike_beside(questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    """Yield what sounds alike and is not one fact already: questions, fields and items, two and two."""
    yield from _questions_and_fields(questions)
    yield from _questions_and_items(questions)
    yield from _fields()
    yield from _items()


def _questions_and_fields(questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    fields = asked_fields()
    for identity, question in questions.items():
        asked = words_of(question.label)
        for name, (called, told, _) in fields.items():
            if question.bound is not None and question.bound.type == name.partition(".")[0]:
                continue
            common = 0 if called.isdisjoint(asked) else len(called & asked)
            if same_words(asked, told) or (common >= _LEAST and common >= _NAMED * len(called)):
                yield identity, name


def _questions_and_items(questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    drawn = {name: link.questions for name, link in report_links().items()}
    for identity, question in questions.items():
        asked = words_of(question.label)
        for name, about in _item_words().items():
            if same_words(asked, about) and identity not in drawn.get(name, ()):
                yield identity, name


def _fields() -> Iterator[tuple[str, str]]:
    for (one, (_, told, kind)), (other, (_, also, same)) in combinations(asked_fields().items(), 2):
        if kind == same and one.partition(".")[0] != other.partition(".")[0] and (
                same_words(told, also) and len(told & also) >= _LEAST):
            yield one, other


def _items() -> Iterator[tuple[str, str]]:
    """Yield items that one body is asked for twice for the same year."""
    forms = report_forms()
    matters, words = [set(matter.items) for matter in same_matters()], _item_words()
    for (one, item), (other, also) in combinations(asked_items().items(), 2):
        if item.form == also.form or not same_words(words[one], words[other]):
            continue
        first, second = forms[item.form], forms[also.form]
        same_body = set(item.actors or first.actors) & set(also.actors or second.actors)
        if first.year == second.year and same_body and not any({one, other} <= row for row in matters):
            yield one, other
