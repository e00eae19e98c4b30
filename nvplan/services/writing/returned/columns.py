"""Which columns of a document are filled in, and how what is written there is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import ValidationError

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column, QuestionKind
from nvplan.model.kinds.meaning import pieces
from nvplan.model.kinds.rendering import ByKind
from nvplan.model.numbers import SMALLEST_GROUP, stored_number, ungrouped, without_unit
from nvplan.model.objects import ABOUT, ACTOR_TYPE
from nvplan.model.question import Question
from nvplan.model.values import Value, check_value
from nvplan.services.documents.mailing_parts import PROPOSAL
from nvplan.services.documents.mailing_questions import ROW
from nvplan.services.reading.object_fields import FieldSpec, fields, fields_by_name
from nvplan.services.reading.object_references import Documents
from nvplan.services.reading.object_values import fault_sentence, read_fields
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ACTORS
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.form import Returned
from nvplan.texts import common as common_texts
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import units as units_texts

ASSESSMENT, QUESTION = "kravbedomning", "fraga"
#: What a row is about that is a part of an answer, or a proposal for one; `answer_rows` reads them.
ANSWER_ROWS = (ROW, PROPOSAL)
#: What a key begins with, by what its row is about; the rest of the key is the id.
_PREFIXES = {"krav": ASSESSMENT, QUESTION: QUESTION, "insats": "insats", "underlag": "underlag", "beslut": "beslut",
             ROW: ROW, PROPOSAL: PROPOSAL}
#: The kinds to which someone can add a row of their own.
GROWING = ("insats", "underlag")
#: The kinds whose posts are an actor's own, and may be taken away with their row.
REMOVABLE = ("insats", "underlag", "beslut")
_ASSESSMENT = {
    documents_texts.LABEL_JUDGEMENT: "judgement",
    documents_texts.LABEL_WORK: "work",
    documents_texts.LABEL_EVIDENCE: "evidence",
    documents_texts.LABEL_REASON: "reason",
}
_ATTACHMENT = {
    documents_lists_texts.COLUMN_ATTACHMENT: "title",
    documents_lists_texts.COLUMN_KIND: "kind",
    documents_lists_texts.COLUMN_STATUS: "status",
    documents_lists_texts.COLUMN_REFERENCE: "reference",
    documents_lists_texts.COLUMN_OWNER: "actor",
    documents_lists_texts.COLUMN_DATE: "date",
    documents_lists_texts.COLUMN_REVIEW: "review",
    documents_lists_texts.COLUMN_VALID_TO: "valid_to",
    documents_plans_texts.COLUMN_REQUIREMENT: "requirements",
    documents_lists_texts.COLUMN_FOR: "questions",
    documents_lists_texts.COLUMN_NOTE: "note",
}
#: What people put before each line of a list.
_LIST_SIGN = re.compile(r"(?m)^[ \t]*[•·*–-][ \t]+")
#: The columns of documents that do not call their columns what the fields are called.
_NAMED: Mapping[str, Mapping[str, str]] = {ASSESSMENT: _ASSESSMENT, "underlag": _ATTACHMENT}
#: Words that the checklist has for codes, beside those of the code lists.
_CODE_WORDS: Mapping[str, Mapping[str, str]] = {
    "judgement": documents_texts.JUDGEMENT,
    "work": documents_texts.WORK_STATUS,
}


def split_key(key: str) -> tuple[str, str] | None:
    """Return what a row is about and its id, `("kravbedomning", "ok-01@0764")`; None for a key that is not ours."""
    prefix, dash, identity = key.partition("-")
    return (_PREFIXES[prefix], identity) if dash and identity and prefix in _PREFIXES else None


def kind_of_key(key: str) -> str:
    """Return what rows with such a key are about; an empty row to add to has only that part of one (`insats-`)."""
    return _PREFIXES.get(key.partition("-")[0], "")


def is_free(key: str) -> bool:
    """Tell whether a row has no post yet: it has no key, or only what a new one would be about."""
    return not key or (key.endswith("-") and bool(kind_of_key(key)))


@cache
def fillable_columns(kind: str) -> Mapping[str, str]:
    """Return the columns that are filled in for a kind: the field by the column's title, of today or formerly."""
    if kind == QUESTION:
        return {documents_texts.ANSWER_LABEL: "value"}
    if kind in ANSWER_ROWS:
        return {}
    named = _NAMED.get(kind) or {spec.label: spec.name for spec in fields(kind) if not spec.system}
    former = {title: spec.name for spec in fields(kind) for title in spec.former if spec.name in named.values()}
    return {**former, **named}


@cache
def later_titles(kind: str) -> frozenset[str]:
    """Return the columns that the forms of 0.1.0 did not have for a kind."""
    about = ABOUT.get(kind)
    return frozenset(spec.label for spec in fields(kind) if spec.name in about.later) if about else frozenset()


@cache
def former_titles(kind: str) -> Mapping[str, str]:
    """Return today's title of each column that a form of an earlier version called something else."""
    if kind == QUESTION or kind in ANSWER_ROWS:
        return {}
    columns = fillable_columns(kind)
    former = {title for spec in fields(kind) for title in spec.former}
    now = {name: title for title, name in columns.items() if title not in former}
    return {title: now[name] for title, name in columns.items() if title in former and name in now}


def read_field(kind: str, name: str, given: Returned, documents: Documents) -> Any:
    """Return what is written in a cell as the field's value.

    Raises:
        InputError: it does not fit the field.
    """
    spec = fields_by_name(kind)[name]
    prepared = _prepared(spec, given)
    if isinstance(prepared, str) and spec.many:
        prepared = _LIST_SIGN.sub("", prepared) if kind_of(spec).is_text else "\n".join(
            pieces(prepared, lambda item: read_fields(kind, "", {name: item}, {}, documents)))
    read = read_fields(kind, "", {name: prepared}, {}, documents)[name]
    try:
        return as_value(kind, name, read)
    except ValidationError as error:
        raise InputError(fault_sentence(kind, error, name)) from None


def _prepared(spec: FieldSpec, given: Returned) -> str | Decimal:
    if isinstance(given, Decimal) and kind_of(spec).is_number:
        return given
    text = as_text(given)
    if kind_of(spec).is_number:
        return _bare_number(spec, text)
    known = {fold(label): code for label, code in returned_texts.FORMER_WORDS.get(spec.name, {}).items()}
    known.update({fold(label): code for code, label in _CODE_WORDS.get(spec.name, {}).items()})
    return known.get(fold(text.strip()), text)


def _bare_number(spec: FieldSpec, text: str) -> str:
    """Return a number without the field's own unit.

    Raises:
        InputError: another unit stands there; 50 % of the kommuner are not 50 kommuner.
    """
    bare = without_unit(text, spec.unit)
    if any(fold(bare).endswith(unit) for unit in ("%", "kr")):
        raise InputError(objects_texts.FIELD_FAULT.format(
            field=spec.label, fault=common_texts.NUMBER_UNREADABLE.format(text=bare)))
    return bare


def as_text(given: Returned) -> str:
    """Return a cell as text; a number in its own digits, as a diary number is no amount to be grouped by thousands."""
    if isinstance(given, bool):
        return common_texts.YES if given else common_texts.NO
    return ungrouped(given) if isinstance(given, Decimal) else given


def read_answer(question: Question, given: Returned) -> Value | None:
    """Return what is written in a cell as an answer.

    Raises:
        InputError: it does not fit the question.
    """
    if isinstance(given, str):
        given = given.strip().removesuffix(documents_texts.CARRIED.strip()).strip()
    return check_value(question, _READ[question](question, given))


def read_part(column: Column, given: Returned) -> object:
    """Return what is written in a cell of a table as its column's kind takes it, to be checked."""
    kind = kind_of(column)
    if kind.is_number:
        return given if isinstance(given, str) else _words_or(Decimal, given)
    return _words_or(bool, given) if kind.is_one_choice and not kind.has_options else as_text(given)


def _words(question: Question, given: Returned) -> object:
    return as_text(given)


def _number(question: Question, given: Returned) -> object:
    return given if isinstance(given, str) else _words_or(Decimal, given)


def _yes_or_no(question: Question, given: Returned) -> object:
    return _words_or(bool, given)


def _words_or(kept: type, given: Returned) -> object:
    return given if isinstance(given, kept) else as_text(given)


def _several(question: Question, given: Returned) -> object:
    return kind_of(question).in_pieces(question, as_text(given))


def _in_plan(question: Question, given: Returned) -> object:
    raise InputError(returned_texts.TABLE_IN_PLAN)


#: What of a cell each kind of question reads.
_READ: ByKind[Callable[[Question, Returned], object]] = ByKind(QuestionKind, {
    "text": _words, "langtext": _words, "datum": _words, "val": _words, "tal": _number, "ja_nej": _yes_or_no,
    "flerval": _several, "tabell": _in_plan, "register": _in_plan,
})


def is_day(kind: str, name: str) -> bool:
    """Tell whether a field is a day."""
    return kind_of(fields_by_name(kind)[name]).is_day


def is_share(question: Question) -> bool:
    """Tell whether a number counts from 0 to 1, so that 33 % is 0,33."""
    return kind_of(question).is_number and question.most == 1


def is_few_persons(asked: Question | Column, value: object) -> bool:
    """Tell whether a value counts so few persons that it may point someone out."""
    number = stored_number(value) if kind_of(asked).is_number and asked.unit in units_texts.UNITS_OF_PERSONS else None
    return number is not None and 0 < number < SMALLEST_GROUP


def says_few_persons(asked: Question | Column, text: str) -> bool:
    """Tell whether a cell for a number of persons says in words that they are too few to be told."""
    return asked.unit in units_texts.UNITS_OF_PERSONS and fold(text.strip()).startswith(
        tuple(map(fold, returned_texts.FEW_WORDS)))


def title_column(kind: str) -> str:
    """Return the heading of the column with what a post is called, empty for a kind that has none."""
    columns = fillable_columns(kind) if kind in GROWING else {}
    return next((title for title, name in columns.items() if name == "title"), "")


def documents_of(session: OpenPlan) -> Documents:
    """Return the plan's documents by the type of object, for references."""
    return lambda kind: session.repository.list(ACTORS if kind == ACTOR_TYPE else kind)
