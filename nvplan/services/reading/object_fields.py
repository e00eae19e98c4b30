"""The fields of the shared objects, declared once: forms, tables and documents are generated from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nvplan.catalog.location import remembered
from nvplan.catalog.reference import code_lists
from nvplan.model.kinds.field import Field, ObjectKind, Option, Target
from nvplan.texts import fields as fields_texts


class FieldSpec(Field):
    """One field of a shared object: what it is called, what it takes and where its values come from."""

    kind: ObjectKind
    help: str = ""
    codes: str = ""
    """For `val` and `flerval`: the code list, in data/kodlistor.jsonl or texts_fields.OPTIONS."""
    target: Target | None = None
    """For `referens`: what it points at; services.object_references has the choices."""
    many: bool = False
    """Whether it holds a list: of texts, one a line, of codes, or of references."""
    system: bool = False
    """Whether the program writes it and a person only reads it."""
    column: bool = False
    """Whether it stands in the short table."""

    @property
    def name(self) -> str:
        """What the model calls it."""
        return self.id

    @property
    def points_at(self) -> Target | None:
        """What a reference points at; nothing for other kinds."""
        return self.target


@remembered
def code_options(codes: str) -> tuple[Option, ...]:
    """Return the codes of a list with their words and meanings.

    Raises:
        KeyError: neither data/ nor the program has such a list.
    """
    known = code_lists().get(codes)
    if known is not None:
        return tuple(Option(id=code.id, label=code.label, help=code.meaning) for code in known.codes)
    return tuple(Option(id=code, label=label) for code, label in fields_texts.OPTIONS[codes].items())


@dataclass(frozen=True)
class _Draft:
    """A field before its words are looked up."""

    name: str
    kind: ObjectKind
    codes: str = ""
    target: Target | None = None
    many: bool = False
    unit: str = ""
    required: bool = False
    system: bool = False
    column: bool = False


def _text(name: str, *, required: bool = False, column: bool = False, many: bool = False, system: bool = False
          ) -> _Draft:
    return _Draft(name, "text", required=required, column=column, many=many, system=system)


def _long(name: str, *, required: bool = False, column: bool = False) -> _Draft:
    return _Draft(name, "langtext", required=required, column=column)


def _number(name: str, unit: str = "", *, column: bool = False) -> _Draft:
    return _Draft(name, "tal", unit=unit, column=column)


def _date(name: str, *, column: bool = False, system: bool = False) -> _Draft:
    return _Draft(name, "datum", column=column, system=system)


def _choice(name: str, codes: str, *, required: bool = False, column: bool = False, system: bool = False) -> _Draft:
    return _Draft(name, "val", codes, required=required, column=column, system=system)


def _several(name: str, codes: str, *, system: bool = False) -> _Draft:
    return _Draft(name, "flerval", codes, many=True, system=system)


def _refer(name: str, target: Target, *, many: bool = False, required: bool = False, column: bool = False) -> _Draft:
    return _Draft(name, "referens", target=target, many=many, required=required, column=column)


_DRAFTS: Mapping[str, tuple[_Draft, ...]] = {
    "insats": (
        _text("title", required=True, column=True), _long("purpose"), _several("plans", "plan"),
        _choice("area", "omrade"), _choice("kind", "insatstyp"), _choice("horizon", "sikt"),
        _choice("state", "genomforandestatus", column=True), _choice("spread", "spridning", column=True),
        _long("state_reason"), _date("start"), _date("end", column=True), _long("after_project"),
        _refer("actor", "aktor", column=True), _refer("participants", "aktor", many=True), _text("role"),
        _long("resources"), _text("funding"), _number("cost", "kr"), _choice("provider", "regi"),
        _number("reached"), _number("reach_of"), _text("reach_unit"), _several("target_groups", "malgrupp"),
        _choice("level", "samverkansniva"), _refer("goals", "mal", many=True),
        _refer("requirements", "krav", many=True), _long("output"), _long("effect"), _long("effect_known_by"),
        _long("equality"), _long("obstacles"), _long("lessons"), _text("history", many=True, system=True),
    ),
    "mal": (
        _text("title", required=True, column=True), _several("plans", "plan"), _choice("area", "omrade"),
        _refer("national", "nationellt_mal"), _choice("set_by", "satt_av"), _choice("measure", "matt"),
        _refer("indicator", "indikator"), _choice("unit", "enhet"), _text("unit_text"),
        _choice("direction", "riktning"), _choice("denominator", "namnare"), _long("inclusion"),
        _number("baseline", column=True), _number("baseline_year"), _text("baseline_source"),
        _number("target", column=True), _date("date", column=True), _refer("actor", "aktor"), _text("role"),
        _refer("requirements", "krav", many=True), _long("note"),
    ),
    "matning": (
        _text("title", column=True), _refer("goal", "mal"), _choice("measure", "matt", column=True),
        _refer("indicator", "indikator"), _number("value", column=True), _choice("unit", "enhet", column=True),
        _text("unit_text"), _number("numerator"), _number("count"), _choice("denominator", "namnare"),
        _long("inclusion"), _number("least_visits"), _date("period_start"), _date("date", column=True),
        _text("source"), _choice("quality", "datakvalitet"), _refer("actor", "aktor"), _number("active_choice", "%"),
        _number("women"), _number("men"), _long("note"),
    ),
    "kravbedomning": (
        _refer("requirement", "krav", required=True, column=True), _refer("actor", "aktor", required=True, column=True),
        _choice("work", "arbetsstatus", column=True), _choice("judgement", "bedomning", column=True), _long("reason"),
        _text("evidence", many=True), _text("assessed_by"), _date("assessed"),
    ),
    "beslut": (
        _text("title", required=True, column=True), _choice("subject", "beslutsamne"), _text("body", column=True),
        _refer("actor", "aktor"), _choice("kind", "beslutstyp"), _choice("outcome", "beslutsutfall", column=True),
        _date("date", column=True), _date("date_to"), _date("in_force"), _text("diary_number"), _number("adopted"),
        _number("bodies"), _long("note"),
    ),
    "hinder": (
        _text("title", required=True, column=True), _long("description"), _several("plans", "plan"),
        _choice("area", "omrade"), _choice("level", "hinderniva", column=True), _long("cause"),
        _refer("actor", "aktor"), _text("owner", column=True), _refer("efforts", "insats", many=True),
        _long("solution"), _date("raised", column=True), _date("answer_due"), _date("answered"), _long("answer"),
        _date("solved", column=True), _text("history", many=True, system=True),
    ),
    "aktor": (
        _text("name", required=True, column=True), _choice("type", "aktorsslag", required=True, column=True),
        _several("answers_as", "aktorsslag", system=True),
    ),
    "underlag": (
        _text("title", required=True, column=True), _choice("kind", "underlagsslag", column=True), _text("reference"),
        _refer("actor", "aktor"), _choice("status", "underlagsstatus", column=True), _date("date", column=True),
        _date("review"), _date("valid_to", column=True), _refer("requirements", "krav", many=True),
        _refer("questions", "fraga", many=True), _text("sha256"), _long("note"),
    ),
    "mote": (
        _text("title", required=True, column=True), _choice("kind", "motesslag", column=True),
        _date("date", column=True), _long("purpose"), _text("participants", many=True),
        _refer("actors", "aktor", many=True), _refer("chapters", "kapitel", many=True), _long("agreed"),
        _long("dissent"), _long("parked"), _long("note"),
    ),
    "rapporttillfalle": (
        _text("title", required=True, column=True), _refer("form", "formular"), _text("receiver", column=True),
        _refer("actor", "aktor"), _date("period_start"), _date("period_end"), _date("deadline", column=True),
        _choice("deadline_standing", "datumlage", column=True), _text("diary_numbers", many=True),
        _text("signer_roles", many=True), _number("received", "kr"), _number("costs", "kr"), _number("unused", "kr"),
        _date("repayment_date"), _choice("certificate", "intyg"), _refer("previous", "rapporttillfalle"),
        _date("sent"), _long("note"), _date("frozen", system=True, column=True), _text("snapshot", system=True),
    ),
    "kommentar": (
        _text("body", required=True, column=True), _refer("actor", "aktor"), _refer("question", "fraga", column=True),
        _choice("plan", "plan"), _long("text", required=True, column=True), _date("received"),
        _choice("outcome", "remissutfall", column=True), _long("handled"),
    ),
    "medel": (
        _text("title", required=True, column=True), _refer("actor", "aktor", required=True, column=True),
        _number("year", column=True), _choice("item", "medelspost"), _number("granted", "kr"),
        _number("received", "kr", column=True), _date("received_date"), _number("used", "kr", column=True),
        _text("costs", many=True), _refer("efforts", "insats", many=True), _date("repay_by", column=True),
        _date("repaid"), _number("repaid_amount", "kr"), _text("decision"), _long("note"),
    ),
    "datum": (
        _text("title", required=True, column=True), _date("date", column=True),
        _choice("standing", "datumstallning", column=True), _text("receiver", column=True), _refer("actor", "aktor"),
        _refer("form", "formular"), _long("note"),
    ),
    "kvittens": (
        _refer("rule", "granskningsregel", required=True, column=True), _text("place", required=True, column=True),
        _long("reason", required=True, column=True), _text("role", system=True),
        _date("date", system=True, column=True),
    ),
}


@cache
def fields(kind: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a type of shared object, in the order of a form.

    Raises:
        KeyError: there is no such type.
    """
    words = fields_texts.FIELDS[kind]
    return tuple(
        FieldSpec(
            id=draft.name, label=words[draft.name][0], kind=draft.kind, help=words[draft.name][1], codes=draft.codes,
            options=code_options(draft.codes) if draft.codes else (), target=draft.target, many=draft.many,
            unit=draft.unit, required=draft.required, system=draft.system, column=draft.column)
        for draft in _DRAFTS[kind])


@cache
def fields_by_name(kind: str) -> Mapping[str, FieldSpec]:
    """Return the fields of a type by name."""
    return {spec.name: spec for spec in fields(kind)}


def kinds() -> tuple[str, ...]:
    """Return every type that a person edits, actors included, in the order in which they are told."""
    return tuple(_DRAFTS)
