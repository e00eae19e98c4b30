"""What can be looked up besides figures: counties, requirements, questions, reports and reference material."""

from __future__ import annotations

from nvplan.catalog.counties import counties
from nvplan.catalog.documents import documents
from nvplan.catalog.questions import plan_form
from nvplan.catalog.reference import code_lists, codes, examples, links, terms, year_dates
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.requirement import PLANS, Requirement, RequirementSet
from nvplan.services.look_up_topic import (
    SOURCE,
    Column,
    Row,
    Topic,
    as_text,
    code_words,
    coded,
    county_names,
    plain,
)
from nvplan.services.question_list import questions_json
from nvplan.texts import catalog as texts
from nvplan.texts import reference as texts_reference


def _counties() -> list[Row]:
    return [{**county.model_dump(mode="json", exclude={"municipalities"}), "municipalities": len(county.municipalities),
             "one_body": county.is_one_body} for county in counties()]


def _municipalities() -> list[Row]:
    return [{**one.model_dump(mode="json"), "county": county.name} for county in counties()
            for one in county.municipalities]


def requirement_json(row: Requirement, its_set: RequirementSet) -> Row:
    """Return a requirement as JSON: the contract's fields, its set's label, and how binding it is in words.

    A requirement of a proposed set is FÖRESLAGET, whatever it will be if the proposal comes into force.
    """
    return {**row.model_dump(mode="json"), "set_label": its_set.label, "set_standing": its_set.standing,
            "binding": texts.PROPOSED if its_set.is_proposed else codes("modalitet").label(row.modality)}


def _requirements() -> list[Row]:
    sets = requirement_sets()
    return [requirement_json(row, sets[row.set]) for row in requirements().values()]


def _requirement_section(row: Row) -> str:
    label = str(row["set_label"])
    return texts.SECTION_PROPOSED.format(label=label) if row["binding"] == texts.PROPOSED else label


def _who(row: Row) -> str:
    who = code_words("adressat", row["addressees"])
    return who if row["stated"] else texts.NOT_STATED.format(who=who)


def _sets() -> list[Row]:
    count = [row.set for row in requirements().values()]
    return [{**row.model_dump(mode="json"), "requirements": count.count(row.id)} for row in requirement_sets().values()]


def _questions() -> list[Row]:
    rows = []
    for plan in PLANS:
        form = plan_form(plan)
        for row, question in zip(questions_json(plan), form.questions, strict=True):
            guidance = question.model_dump(mode="json", include={"asks", "why", "example", "group", "hint", "sources"})
            rows.append({**row, **guidance, "chapter_title": form.chapter(question.chapter).title})
    return rows


def _chapters() -> list[Row]:
    rows = []
    for plan in PLANS:
        form = plan_form(plan)
        steps = {step.id: step.title for step in form.steps}
        for chapter in form.chapters:
            asked = form.of_chapter(chapter.id)
            rows.append({**chapter.model_dump(mode="json"), "step_title": steps[chapter.step], "questions": len(asked),
                         "core_questions": sum(question.core for question in asked)})
    return rows


def _examples() -> list[Row]:
    order = {code.id: place for place, code in enumerate(codes("omrade").codes)}
    rows = [{**row.model_dump(mode="json"), "counties": county_names(row.county_codes), "standing": "historik"}
            for row in examples()]
    return sorted(rows, key=lambda row: order[row["area"]])


def _code_rows() -> list[Row]:
    return [{**code.model_dump(mode="json"), "list_title": known.title} for known in code_lists().values()
            for code in known.codes]


def _report_rows() -> list[Row]:
    rows = []
    for form in report_forms().values():
        about = {"form_title": form.title, "receiver": form.receiver, "form_year": form.year, "origin": form.origin,
                 "form_actors": list(form.actors), "form_note": form.note}
        rows += [{**item.model_dump(mode="json"), **about} for item in report_items(form.id)]
    return rows


def _form_section(row: Row) -> str:
    about = [code_words("formularstatus", row["origin"]).lower()]
    if row["origin"] == "disposition":
        about = [texts_reference.FORM_DERIVED]
    elif row["origin"] == "ur_kraven":
        about = [texts_reference.FORM_FROM_REQUIREMENTS]
    return texts.SECTION.format(name=row["form_title"], about=" ".join(about))


CONTENT = (
    Topic("lan", _counties, (
        plain(texts.HEAD_CODE, "code"), plain(texts.HEAD_COUNTY, "name"), plain(texts.HEAD_REGION, "region"),
        plain(texts.HEAD_MUNICIPALITIES, "municipalities"), plain(texts.HEAD_OTHER_NAMES, "aliases"))),
    Topic("kommuner", _municipalities, (
        plain(texts.HEAD_CODE, "code"), plain(texts.HEAD_MUNICIPALITY, "name"), plain(texts.HEAD_COUNTY, "county"))),
    Topic("krav", _requirements, (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_BINDING, "binding"), Column(texts.HEAD_WHO, _who),
        plain(texts.HEAD_REQUIREMENT, "title"), plain(texts.HEAD_MEANING, "text", detail=True), SOURCE),
        _requirement_section,
        (texts.NOTE_PROPOSED, texts.NOTE_OWN_READING, texts.NOTE_SOURCES, texts.NOTE_MORE)),
    Topic("kravmangder", _sets, (
        plain(texts.HEAD_ID, "id"), coded(texts.HEAD_STANDING, "standing", "kravmangdsstatus"),
        plain(texts.HEAD_COUNT, "requirements"), plain(texts.HEAD_PERIOD, "period"), plain(texts.HEAD_SET, "label"))),
    Topic("fragor", _questions, (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_KIND, "kind"),
        Column(texts.HEAD_CORE, lambda row: texts.CORE if row["core"] else ""),
        Column(texts.HEAD_PER, lambda row: texts.PER[row["per"]]), plain(texts.HEAD_QUESTION, "label"),
        plain(texts.HEAD_ASKS, "asks", detail=True)),
        lambda row: f"{row['chapter']} {row['chapter_title']}", (texts.NOTE_MORE,)),
    Topic("kapitel", _chapters, (
        plain(texts.HEAD_CHAPTER, "id"), plain(texts.HEAD_TITLE, "title"), plain(texts.HEAD_STEP, "step_title"),
        plain(texts.HEAD_QUESTIONS, "questions"), plain(texts.HEAD_CORE_QUESTIONS, "core_questions")),
        lambda row: code_words("plan", row["plan"])),
    Topic("exempel", _examples, (
        plain(texts.HEAD_ID, "id"),
        Column(texts.HEAD_COUNTY, lambda row: as_text(row["counties"]) or texts.NO_COUNTY),
        coded(texts.HEAD_KIND, "kind", "exempeltyp"),
        Column(texts.HEAD_YEAR, lambda row: texts_reference.example_year(row["year"], row["reported"])),
        plain(texts.HEAD_EXAMPLE, "text"), SOURCE),
        lambda row: code_words("omrade", row["area"]), (texts_reference.EXAMPLE_HISTORY, texts.NOTE_SOURCES)),
    Topic("begrepp", lambda: [row.model_dump(mode="json") for row in terms()], (
        plain(texts.HEAD_TERM, "term"),
        Column(texts.HEAD_DEFINITION, lambda row: " ".join(filter(None, (row["definition"], row["note"])))), SOURCE),
        None, (texts.NOTE_SOURCES,)),
    Topic("lankar", lambda: [row.model_dump(mode="json") for row in links()], (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_TITLE, "title"), plain(texts.HEAD_PURPOSE, "purpose"),
        plain(texts.HEAD_ADDRESS, "address")), None, (texts_reference.LINK_UNCHECKED,)),
    Topic("kodlistor", _code_rows, (
        plain(texts.HEAD_CODE, "id"), plain(texts.HEAD_WORD, "label"), plain(texts.HEAD_DEFINITION, "meaning")),
        lambda row: f"{row['list_title']} ({row['list']})"),
    Topic("redovisning", _report_rows, (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_KIND, "type"), plain(texts.HEAD_DUE, "due"),
        plain(texts.HEAD_TEXT, "text"), SOURCE), _form_section, (texts.NOTE_SOURCES,)),
    Topic("datum", lambda: [row.model_dump(mode="json") for row in year_dates()], (
        plain(texts.HEAD_DATE, "date"), plain(texts.HEAD_WHAT, "what"), plain(texts.HEAD_BY_WHOM, "who"),
        plain(texts.HEAD_RECEIVER, "receiver"), SOURCE), lambda row: str(row["year"]),
        (texts.NOTE_DATES, texts.NOTE_SOURCES)),
    Topic("kallor", lambda: [row.model_dump(mode="json") for row in documents().values()], (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_TITLE, "title"), plain(texts.HEAD_PUBLISHER, "publisher"),
        plain(texts.HEAD_DATE, "published"))),
)
