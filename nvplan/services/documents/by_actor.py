"""Answers that each actor gives, told as numbers and exceptions by name; tables with a row or more for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from nvplan.catalog.counties import first_word
from nvplan.model.collation import sort_key
from nvplan.model.dates import date_order
from nvplan.model.document import Block, Paragraph
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.own_words import code_of, shown_beside, words_beside
from nvplan.model.plan import Answer
from nvplan.model.question import Question
from nvplan.model.telling import ANSWER, NO, YES, Telling
from nvplan.model.values import show_value
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.chapters import Given, actor_table, number_text, shown, who_said_what
from nvplan.services.documents.figure_sources import sources_of_actors
from nvplan.services.documents.view import View
from nvplan.texts import common as common_texts
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_statements as statements_texts

#: Texts with at most so many characters are told by what they say (”Socialchef: Ljungby och Älmhult”), longer ones by
#: who says it, on a line each.
SHORT = 70


@dataclass(frozen=True)
class Asked:
    """One question to several actors: who answered what, and who is silent."""

    question: Question
    telling: Telling
    given: tuple[Given, ...]
    asked: tuple[str, ...]
    noun: str
    """The word for those who were asked."""
    region: str = ""
    """The region among them, which a group that is only counted names: its own board looks for it first."""
    whom: str = ""
    """The word for those who were asked, with who they are, where the word alone does not tell that."""
    names: frozenset[str] = frozenset()
    """What the county's bodies are called, by the first word of each: a text that begins with one keeps its capital."""


def short_name(view: View, identity: str) -> str:
    """Return what an actor is called in running text: a kommun by its short name."""
    shorts = {one.code: one.short for one in view.session.county.municipalities}
    name = view.actor_name(identity)
    if name == common_texts.RSS_DEFAULT.format(county=view.session.county.name):
        return statements_texts.RSS
    return shorts[identity] if name.endswith(statements_texts.KOMMUN_SUFFIX) and identity in shorts else name


def noun_for(view: View, asked: Sequence[str]) -> str:
    """Return the word for those who were asked."""
    kinds = {found.type for one in asked if (found := view.state.actor(one)) is not None}
    if kinds <= {"kommun"}:
        return statements_texts.KOMMUNER
    return statements_texts.PRINCIPALS if kinds <= {"kommun", "region"} else statements_texts.ACTORS


def told_by_actor(view: View, one: Asked, appendix: Appendix, *, silent_told: bool = False) -> list[Block]:
    """Return what the actors answered: sentences for a choice or short texts, a list for long ones, or a table.

    Who has not answered ends it, where that is not told elsewhere in the section (`silent_told`).
    """
    noun, one = one.noun, replace(one, region=_region(view, one.asked), names=_first_words(view),
                             whom=_whom(view, one))
    silent = silent_in(view, one.asked, one.given)
    end = "" if silent_told else statements_texts.silent(silent, noun, len(one.asked), _among(one, silent))
    heading = one.telling.heading
    if one.question.columns:
        question = as_told(one.question, one.telling)
        table = actor_table(view, question, one.given, heading, lambda actor: short_name(view, actor))
        return [*appendix.place(table, always=one.telling.appendix),
                *([Paragraph(text=end, tone="missing")] if end else [])]
    if kind_of(one.question).is_countable:
        options = _by_option(view, one)
        sentences = _counted(one, options, some_silent=bool(silent))
        return _with_where(Paragraph(lead=heading, text=" ".join([*sentences, end]).strip()),
                           _unnamed(one, options, silent, appendix))
    actors = [each.actor for each in one.given]
    names = [short_name(view, actor) for actor in actors]
    sources = sources_of_actors(view, one.telling, actors, names, noun, len(one.asked))
    end = " ".join([*sources, *([end] if end else [])])
    return _in_words(one, list(_grouped(view, one).items()), silent, end, appendix)


def _region(view: View, asked: Sequence[str]) -> str:
    """Return the name of the region among those asked; empty where it is not asked, or where there are several."""
    found = [each for each in asked if (actor := view.state.actor(each)) is not None and actor.type == "region"]
    return short_name(view, found[0]) if len(found) == 1 and len(asked) > 1 else ""


def _whom(view: View, one: Asked) -> str:
    """Return what ten actors are, where they are the region, an RSS and kommuner; empty where the word tells it."""
    kinds = Counter(found.type for each in one.asked if (found := view.state.actor(each)) is not None)
    if one.noun != statements_texts.ACTORS or not kinds.keys() <= {"region", "rss", "kommun"} or kinds["region"] > 1:
        return ""
    return statements_texts.actors_of(bool(kinds["region"]), kinds["rss"], kinds["kommun"])


def _first_words(view: View) -> frozenset[str]:
    names = [*(actor.name for actor in view.state.actors), view.session.county.name, view.session.county.region]
    return frozenset(first_word(name) for name in names)


def _among(one: Asked, names: Sequence[str]) -> str:
    """Return the region where it is one of a group; empty where it is not."""
    return one.region if one.region in names else ""


def _in_words(one: Asked, groups: Sequence[tuple[str, list[str]]], silent: Sequence[str], end: str,
              appendix: Appendix) -> list[Block]:
    """Return texts, numbers and days with those who gave them; `end` says who is silent."""
    heading, kind = one.telling.heading, kind_of(one.question)
    if len(one.asked) == 1:
        return [Paragraph(lead=heading, text=f"{statements_texts.whole(groups[0][0])} {end}".strip())]
    if not _are_named(one, [*groups, ("", silent)]):
        groups = _in_order(one, groups)
    where = statements_texts.WHO_IN_APPENDIX
    if kind.is_number:
        told = _written(one, groups)
        if not _are_named(one, groups):
            told, where = _ranged(one, groups), statements_texts.EACH_IN_APPENDIX
        text = " ".join([*told, end]).strip()
    elif all(len(text) <= SHORT for text, _ in groups):
        text = " ".join([*_written(one, groups), end]).strip()
    else:
        lines = _written(one, groups)
        text = "\n".join([*lines, end] if end else lines)
    return _with_where(Paragraph(lead=heading, text=text), _unnamed(one, groups, silent, appendix, where))


def _in_order(one: Asked, groups: Sequence[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Return what many wrote as a reader looks it up: numbers and days in order, texts by how many wrote them."""
    kind, values = kind_of(one.question), {shown(one.question, each.answer): each.answer.value for each in one.given}
    if kind.is_number:
        return sorted(groups, key=lambda item: Decimal(str(values[item[0]])))
    return [*groups] if kind.is_day else sorted(groups, key=lambda item: (-len(item[1]), sort_key(item[0])))


def _are_named(one: Asked, groups: Sequence[tuple[str, Sequence[str]]]) -> bool:
    return all(statements_texts.are_named(names, len(one.asked)) for _, names in groups)


def _ranged(one: Asked, groups: Sequence[tuple[str, list[str]]]) -> list[str]:
    """Return the numbers of many actors as the least and the largest of them; the region's own is told before."""
    own = [(text, names) for text, names in groups if names == [one.region]]
    numbers = sorted((Decimal(str(each.answer.value)) for each in one.given), key=lambda number: number)
    if len(groups) == 1:
        return _written(one, groups)
    high = number_text(str(numbers[-1]), one.question.unit)
    return [*_written(one, own), statements_texts.ranged(
        len(one.given), len(one.asked), one.noun, number_text(str(numbers[0]), ""), high)]


def _written(one: Asked, groups: Sequence[tuple[str, list[str]]]) -> list[str]:
    return [statements_texts.written_by(names, _after_colon(one, text), one.noun, len(one.asked), _among(one, names))
            for text, names in groups]


def _after_colon(one: Asked, text: str) -> str:
    """Return a text as it stands after who wrote it: a role without its capital, a sentence or a name with it."""
    is_name = first_word(text) in one.names
    return text if is_name or not statements_texts.is_said(text, SHORT) else statements_texts.inside(text)


def written_in_short(view: View, one: Asked, longest: int) -> str:
    """Return what actors wrote and who they are, as one line; empty where it is longer or a group is not named."""
    one, groups = replace(one, names=_first_words(view)), list(_grouped(view, one).items())
    named = _are_named(one, groups)
    text = " ".join(_written(one, groups))
    return text if named and len(text) <= longest else ""


def silent_in(view: View, asked: Sequence[str], given: Sequence[Given]) -> tuple[str, ...]:
    """Return the actors that were asked and have not answered, by their short names."""
    answered = {each.actor for each in given}
    return tuple(short_name(view, actor) for actor in asked if actor not in answered)


def _with_where(told: Paragraph, unnamed: Sequence[Block]) -> list[Block]:
    """Return what is told, with where the names stand at its end; where there is no appendix the table stands below."""
    if len(unnamed) == 1 and isinstance(unnamed[0], Paragraph):
        between = "\n" if "\n" in told.text else " "
        return [told.model_copy(update={"text": f"{told.text}{between}{unnamed[0].text}",
                                        "points_at": unnamed[0].points_at})]
    return [told, *unnamed]


def as_told(question: Question, telling: Telling) -> Question:
    """Return a question whose columns are called what they are called in a document."""
    if not telling.columns:
        return question
    columns = tuple(column.model_copy(update={"label": telling.columns.get(column.id, column.label)})
                    for column in question.columns)
    return question.model_copy(update={"columns": columns})


def _grouped(view: View, one: Asked) -> dict[str, list[str]]:
    """Return what was answered and by whom; days in their order."""
    groups: dict[str, list[str]] = {}
    is_day = kind_of(one.question).is_day
    for each in sorted(one.given, key=lambda given: date_order(str(given.answer.value))) if is_day else one.given:
        groups.setdefault(shown(one.question, each.answer), []).append(short_name(view, each.actor))
    return groups


def _unnamed(one: Asked, groups: Sequence[tuple[str, list[str]]], silent: Sequence[str], appendix: Appendix,
             where: str = statements_texts.WHO_IN_APPENDIX) -> list[Block]:
    """Return where it stands which actors a number in the text means, where they are too many to be named there."""
    if _are_named(one, [*groups, ("", silent)]):
        return []
    told = [(statements_texts.start(said), names) for said, names in groups]
    return appendix.behind(who_said_what(one.telling.heading, told, silent), where)


def _by_option(view: View, one: Asked) -> list[tuple[str, list[str]]]:
    """Return what is said and of whom, the largest group first, those of one size in the order of the options."""
    groups: dict[str, list[str]] = {}
    for each in one.given:
        for code in codes_of(one.question, each.answer):
            named = _named(one, code)
            if each.answer.carried:
                named += documents_texts.CARRIED
            groups.setdefault(named, []).append(short_name(view, each.actor))
    order = {_named(one, code): place for place, code in enumerate(
        [option.id for option in one.question.options] or [YES, NO])}
    return sorted(groups.items(), key=lambda item: (-len(item[1]), order.get(item[0], len(order))))


def _counted(one: Asked, groups: Sequence[tuple[str, list[str]]], *, some_silent: bool) -> list[str]:
    """Return the answers to a choice as sentences: the largest group with its number, the others by name."""
    noun, asked = one.noun, len(one.asked)
    if not one.telling.says:
        return [statements_texts.by_answer(statements_texts.start(said), names, noun, asked, _among(one, names))
                for said, names in groups]
    first, *rest = groups
    if len(one.asked) == 1:
        lead = statements_texts.others(first[1], noun, first[0], asked)
    elif not rest and some_silent and len(first[1]) > 1:
        lead = statements_texts.all_who_answered(len(first[1]), first[0])
    else:
        lead = statements_texts.group(len(first[1]), asked, one.whom or noun, first[0], first[1],
                                      _among(one, first[1]))
    return [lead, *(statements_texts.others(names, noun, said, asked, _among(one, names)) for said, names in rest)]


def codes_of(question: Question, answer: Answer) -> list[str]:
    """Return the coded values of an answer to a choice, in the order in which they are kept."""
    value = answer.value
    if isinstance(value, bool):
        return [YES if value else NO]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _named(one: Asked, code: str) -> str:
    """Return what is said of the actors that chose an option, with their own words where they wrote such."""
    words, own = words_beside(code), one.telling.own.get(code_of(code), "")
    if words and own:
        return own.replace(ANSWER, statements_texts.unended(words))
    return one.telling.says.get(code, "") or _label(one.question, code)


def _label(question: Question, code: str) -> str:
    if not question.options:
        return show_value(question, code == YES)
    return shown_beside(next((one.label for one in question.options if one.id == code_of(code)), code), code)
