r"""Where a line may be broken: never at a space that is to keep two things together, as in `38 750 000 kr`.

Python's `\s` takes a no-break space for any space, and both libraries that break the lines of the planner look for
words with it: Rich, which breaks what is shown, and Textual, which breaks what is typed. Neither has a setting for it,
so the pattern is put in their place; `tests/tui/test_wrapping.py` sees that they still ask it.
"""

from __future__ import annotations

import re

import rich._wrap
import textual._wrap

#: A space, but for those that keep what stands on both sides of them together.
_SPACE = "[^\\S\u00a0\u202f\u2007]"
_OTHER = "[\\S\u00a0\u202f\u2007]"


def keep_together() -> None:
    """Break no line at a no-break space from now on."""
    rich._wrap.re_word = re.compile(f"{_SPACE}*{_OTHER}+{_SPACE}*")
    textual._wrap.re_chunk = re.compile(f"{_OTHER}+{_SPACE}*|{_SPACE}+")
