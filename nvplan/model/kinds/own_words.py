"""Words of one's own beside an option: «Annan målgrupp: människor i riskzon» in a list that cannot be complete.

Stored as the option's id, a colon and the words (`annan:människor i riskzon`); an id holds no colon, so the words are
never taken for an option.
"""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Option
from nvplan.model.kinds.meaning import option_meant
from nvplan.model.safetext import clean
from nvplan.texts import choices as choices_texts
from nvplan.texts import common as common_texts

#: How long the words may be; they name something, and do not tell about it.
MOST_WORDS = 300
_BETWEEN = ":"


def code_of(stored: str) -> str:
    """Return the id of the option in a stored choice."""
    return stored.partition(_BETWEEN)[0]


def words_beside(stored: str) -> str:
    """Return the words in a stored choice, empty where there are none."""
    return stored.partition(_BETWEEN)[2]


def beside(code: str, words: str) -> str:
    """Return a choice as it is given, with what was typed beside it."""
    return f"{code}{_BETWEEN}{words}" if words.strip() else code


def with_words(code: str, words: str) -> str:
    """Return a choice as it is stored.

    Raises:
        InputError: the words are too many.
    """
    line = " ".join(clean(words).split())
    if len(line) > MOST_WORDS:
        raise InputError(common_texts.VALUE_TOO_LONG.format(length=len(line), most=MOST_WORDS))
    return beside(code, line)


def read_beside(options: Sequence[Option], typed: str) -> str | None:
    """Return a choice with words as it is stored; None where it does not begin with an option that takes words."""
    named, between, words = typed.partition(_BETWEEN)
    option = option_meant(options, named) if between else None
    return with_words(option.id, words) if option is not None and option.own else None


def is_one_in_cell(options: Sequence[Option], typed: str) -> bool:
    """Whether what stands in a cell is one choice with its words: nothing after a semicolon is another choice."""
    return not any(option_meant(options, part) or read_beside(options, part) for part in typed.split(";")[1:])


def joined(chosen: Sequence[str]) -> list[str]:
    """Return choices with one for each option: words that were given apart for the same stand together.

    Raises:
        InputError: the words are too many together.
    """
    found: dict[str, list[str]] = {}
    for one in chosen:
        words = found.setdefault(code_of(one), [])
        if words_beside(one) and words_beside(one) not in words:
            words.append(words_beside(one))
    return [with_words(code, "; ".join(words)) for code, words in found.items()]


def shown_beside(label: str, stored: str) -> str:
    """Return a choice as it is read: its label, and the words after it."""
    words = words_beside(stored)
    return choices_texts.OPTION_WITH_WORDS.format(option=label, words=words) if words else label
