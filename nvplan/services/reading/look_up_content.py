"""What can be looked up besides figures: counties, requirements, questions, reports and reference material."""

from __future__ import annotations

from nvplan.catalog.agendas import agendas, dimensions
from nvplan.catalog.counties import counties
from nvplan.catalog.documents import documents
from nvplan.catalog.questions import plan_form
from nvplan.catalog.reference import code_lists, codes, examples, links, terms, year_dates
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.dates import format_date
from nvplan.model.requirement import PLANS, Requirement, RequirementSet
from nvplan.services.reading.look_up_topic import (
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
from nvplan.services.reading.question_list import questions_json
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import reference as reference_texts


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
            "binding": catalog_texts.PROPOSED if its_set.is_proposed else codes("modalitet").label(row.modality)}


def _requirements() -> list[Row]:
    sets = requirement_sets()
    return [requirement_json(row, sets[row.set]) for row in requirements().values()]


def _requirement_section(row: Row) -> str:
    label = str(row["set_label"])
    return catalog_texts.SECTION_PROPOSED.format(label=label) if row["binding"] == catalog_texts.PROPOSED else label


def _who(row: Row) -> str:
    who = code_words("adressat", row["addressees"])
    return who if row["stated"] else catalog_texts.NOT_STATED.format(who=who)


def _sets() -> list[Row]:
    count = [row.set for row in requirements().values()]
    return [{**row.model_dump(mode="json"), "requirements": count.count(row.id)} for row in requirement_sets().values()]


def _questions() -> list[Row]:
    rows = []
    for plan in PLANS:
        form = plan_form(plan)
        for row, question in zip(questions_json(plan), form.questions, strict=True):
            if question.guest:
                continue
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
        about = [reference_texts.FORM_DERIVED]
    elif row["origin"] == "ur_kraven":
        about = [reference_texts.FORM_FROM_REQUIREMENTS]
    return catalog_texts.SECTION.format(name=row["form_title"], about=" ".join(about))


CONTENT = (
    Topic(
        "lan",
        _counties,
        (
            plain(catalog_texts.HEAD_CODE, "code"),
            plain(catalog_texts.HEAD_COUNTY, "name"),
            plain(catalog_texts.HEAD_REGION, "region"),
            plain(catalog_texts.HEAD_MUNICIPALITIES, "municipalities"),
            plain(catalog_texts.HEAD_OTHER_NAMES, "aliases"),
        ),
    ),
    Topic(
        "kommuner",
        _municipalities,
        (
            plain(catalog_texts.HEAD_CODE, "code"),
            plain(catalog_texts.HEAD_MUNICIPALITY, "name"),
            plain(catalog_texts.HEAD_COUNTY, "county"),
        ),
    ),
    Topic(
        "krav",
        _requirements,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_BINDING, "binding"),
            Column(catalog_texts.HEAD_WHO, _who),
            plain(catalog_texts.HEAD_REQUIREMENT, "title"),
            plain(catalog_texts.HEAD_MEANING, "text", detail=True),
            SOURCE,
        ),
        _requirement_section,
        (
            catalog_texts.NOTE_PROPOSED,
            catalog_texts.NOTE_OWN_READING,
            catalog_texts.NOTE_SOURCES,
            catalog_texts.NOTE_MORE,
        ),
    ),
    Topic(
        "kravmangder",
        _sets,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            coded(catalog_texts.HEAD_STANDING, "standing", "kravmangdsstatus"),
            plain(catalog_texts.HEAD_COUNT, "requirements"),
            plain(catalog_texts.HEAD_PERIOD, "period"),
            plain(catalog_texts.HEAD_SET, "label"),
        ),
    ),
    Topic(
        "fragor",
        _questions,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_KIND, "kind"),
            Column(catalog_texts.HEAD_CORE, lambda row: catalog_texts.CORE if row["core"] else ""),
            Column(catalog_texts.HEAD_PER, lambda row: catalog_texts.PER[row["per"]]),
            plain(catalog_texts.HEAD_QUESTION, "label"),
            plain(catalog_texts.HEAD_ASKS, "asks", detail=True),
        ),
        lambda row: f"{row['chapter']} {row['chapter_title']}",
        (catalog_texts.NOTE_MORE,),
    ),
    Topic(
        "kapitel",
        _chapters,
        (
            plain(catalog_texts.HEAD_CHAPTER, "id"),
            plain(catalog_texts.HEAD_TITLE, "title"),
            plain(catalog_texts.HEAD_STEP, "step_title"),
            plain(catalog_texts.HEAD_QUESTIONS, "questions"),
            plain(catalog_texts.HEAD_CORE_QUESTIONS, "core_questions"),
        ),
        lambda row: code_words("plan", row["plan"]),
    ),
    Topic(
        "exempel",
        _examples,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            Column(catalog_texts.HEAD_COUNTY, lambda row: as_text(row["counties"]) or catalog_texts.NO_COUNTY),
            coded(catalog_texts.HEAD_KIND, "kind", "exempeltyp"),
            Column(catalog_texts.HEAD_YEAR, lambda row: reference_texts.example_year(row["year"], row["reported"])),
            plain(catalog_texts.HEAD_EXAMPLE, "text"),
            SOURCE,
        ),
        lambda row: code_words("omrade", row["area"]),
        (reference_texts.EXAMPLE_HISTORY, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "begrepp",
        lambda: [row.model_dump(mode="json") for row in terms()],
        (
            plain(catalog_texts.HEAD_TERM, "term"),
            Column(catalog_texts.HEAD_DEFINITION, lambda row: " ".join(filter(None, (row["definition"], row["note"])))),
            SOURCE,
        ),
        None,
        (catalog_texts.NOTE_SOURCES,),
    ),
    Topic(
        "dagordningar",
        lambda: [{**row.model_dump(mode="json"), "minutes": row.minutes} for row in agendas()],
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_TITLE, "title"),
            plain(catalog_texts.HEAD_MINUTES, "minutes"),
            plain(catalog_texts.HEAD_PURPOSE, "purpose"),
            Column(catalog_texts.HEAD_ITEMS, lambda row: "; ".join(item["title"] for item in row["items"]), True),
        ),
    ),
    Topic(
        "bedomningsmatt",
        lambda: [row.model_dump(mode="json") for row in dimensions()],
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_TITLE, "title"),
            plain(catalog_texts.HEAD_LOW, "low"),
            plain(catalog_texts.HEAD_HIGH, "high"),
        ),
    ),
    Topic(
        "lankar",
        lambda: [row.model_dump(mode="json") for row in links()],
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_TITLE, "title"),
            plain(catalog_texts.HEAD_PURPOSE, "purpose"),
            plain(catalog_texts.HEAD_ADDRESS, "address"),
        ),
        None,
        (reference_texts.LINK_UNCHECKED,),
    ),
    Topic(
        "kodlistor",
        _code_rows,
        (
            plain(catalog_texts.HEAD_CODE, "id"),
            plain(catalog_texts.HEAD_WORD, "label"),
            plain(catalog_texts.HEAD_DEFINITION, "meaning"),
        ),
        lambda row: f"{row['list_title']} ({row['list']})",
    ),
    Topic(
        "redovisning",
        _report_rows,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_KIND, "type"),
            plain(catalog_texts.HEAD_DUE, "due"),
            plain(catalog_texts.HEAD_TEXT, "text"),
            SOURCE,
        ),
        _form_section,
        (catalog_texts.NOTE_SOURCES,),
    ),
    Topic(
        "datum",
        lambda: [row.model_dump(mode="json") for row in year_dates()],
        (
            Column(catalog_texts.HEAD_DATE, lambda row: format_date(row["date"] or "")),
            plain(catalog_texts.HEAD_WHAT, "what"),
            plain(catalog_texts.HEAD_BY_WHOM, "who"),
            plain(catalog_texts.HEAD_RECEIVER, "receiver"),
            SOURCE,
        ),
        lambda row: str(row["year"]),
        (catalog_texts.NOTE_DATES, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "kallor",
        lambda: [row.model_dump(mode="json") for row in documents().values()],
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_TITLE, "title"),
            plain(catalog_texts.HEAD_PUBLISHER, "publisher"),
            Column(catalog_texts.HEAD_DATE, lambda row: format_date(row["published"] or "")),
        ),
    ),
)
