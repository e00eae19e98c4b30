"""Answers on a line or two: for a list where a question stands beside its answer, and the whole stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.table import rows_of
from nvplan.model.plan import Answer
from nvplan.model.question import Question
from nvplan.model.values import show_value
from nvplan.services.documents.chapters import shown
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_short as short_texts
from nvplan.texts import documents_statements as statements_texts

#: What people put before each line of a list.
_LIST_SIGN = re.compile(r"^\s*[•·*–-]\s+")
#: Where a sentence ends and another begins; not after an abbreviation (”t.ex. Alvesta”).
_SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)”%]{2}[.!?])\s+(?=[A-ZÅÄÖ”])")
#: A text that is cut keeps at least this share of its room; else the cut is made between words.
_LEAST = 0.4


def in_short(question: Question, answer: Answer, longest: int) -> str:
    """Return an answer in at most about `longest` characters: whole, or cut where something ends, saying so.

    A table is told by how many rows it has and what they are about, several choices as a sentence lists them.
    """
    kind = kind_of(question)
    if kind.has_columns:
        text = _table(question, answer, longest)
    elif kind.is_counted:
        text = _listed([one for one in show_value(question, answer.value).splitlines() if one], longest)
    elif kind.is_text:
        text = _sentences(str(answer.value), longest)
    else:
        return shown(question, answer)
    return text + (documents_texts.CARRIED if answer.carried else "")


def _table(question: Question, answer: Answer, longest: int) -> str:
    rows = rows_of(answer.value)
    first = question.columns[0]
    names = dict.fromkeys(statements_texts.unended(show_value(first, value)) for row in rows
                          if (value := row.get(first.id)) is not None)
    room = longest - len(short_texts.table(len(rows), ""))
    return short_texts.table(len(rows), _listed(list(names), room))


def _listed(items: Sequence[str], longest: int) -> str:
    """Return things as they stand in a sentence; of those that find no room, how many they are."""
    # What has a comma of its own is told apart by another sign.
    listed = "; ".join if any("," in one for one in items) else documents_texts.listed
    words = [one if place == 0 else statements_texts.inside(one) for place, one in enumerate(items)]
    for kept in range(len(words), 1, -1):
        told = listed([*words[:kept], *short_texts.others(len(words) - kept)])
        if len(told) <= longest:
            return told
    return listed([*words[:1], *short_texts.others(len(words) - 1)])


def _sentences(text: str, longest: int) -> str:
    """Return a text on one line: all of it, its first sentences, or its first words."""
    sentences = list(_sentences_of(text))
    if len(line := " ".join(sentences)) <= longest:
        return line
    room = longest - len(short_texts.REST)
    kept = ""
    for sentence in sentences:
        if len(kept) + len(sentence) > room:
            break
        kept = f"{kept} {sentence}".strip()
    if len(kept) < room * _LEAST:
        kept = f"{line[:room].rpartition(' ')[0].rstrip(' ,;:.–-')} …"
    return f"{kept} {short_texts.REST}"


def _sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a line of several that has no end of its own gets a full stop."""
    lines = [found for line in text.splitlines() if (found := " ".join(_LIST_SIGN.sub("", line).split()))]
    for line in lines:
        yield from _SENTENCE_END.split(statements_texts.whole(line) if len(lines) > 1 else line)
