"""The ids that a plan and its content have, for tests that hold that a person is never shown one."""

from __future__ import annotations

import re
from functools import cache

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reference import code_lists, examples, links, year_dates
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.catalog.requirements import requirements
from nvplan.model.kinds.field import Field
from nvplan.model.plan import PlanState
from nvplan.services.reading.object_fields import fields, kinds

#: An id that is no ordinary word: something joins its parts. `mal` and `andel` may stand in a sentence as words.
_JOINED = re.compile(r"\w[.:_-]\w")
_LETTER = re.compile(r"[^\W\d_]")
#: Where an id may begin and end in a text; an address has parts that look like them.
_WORD = re.compile(r"(?<![\w/.-])\w[\w.:-]*\w")
#: A code that is the word itself.
_WORDS = ("e-brev",)


@cache
def content_ids() -> frozenset[str]:
    """Return the ids of the questions, their columns and choices, the report's items, the codes and the library.

    A requirement's code is none of them, for it is shown, last.
    """
    asked: list[Field] = [part for question in all_questions().values() for part in (question, *question.columns)]
    specs = [spec for kind in kinds() for spec in fields(kind)]
    coded = [option for part in (*asked, *specs) for option in part.options]
    items = [item for form in report_forms() for item in report_items(form)]
    codes = [code for known in code_lists().values() for code in known.codes]
    found = {one.id for rows in (asked, specs, coded, items, codes) for one in rows}
    found |= {*code_lists(), *(one.id for one in links()), *(one.id for one in examples()),
              *(one.id for one in year_dates())}
    return frozenset(found - {*requirements(), *_WORDS})


def ids_shown(text: str, state: PlanState) -> list[str]:
    """Return the ids that stand in a text: the content's and the plan's own."""
    own = {identity for objects in state.objects.values() for identity in objects}
    words = [part for word in _WORD.findall(text) for part in dict.fromkeys((word, *word.split(":")))]
    return [word for word in words if _JOINED.search(word) and _LETTER.search(word)
            and (word in content_ids() or word in own)]
