"""The command line: reads arguments, calls one service, prints the result. A service is imported where it is used."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from nvplan.cli.output import complain, use_utf8
from nvplan.cli.parser import build_parser
from nvplan.model.errors import NvplanError
from nvplan.store.notices import listening
from nvplan.texts import cli as cli_texts

#: Exit codes: the job was done; the input or the plan has errors; the command was written wrongly.
DONE, FAILED, MISUSED = 0, 1, 2
#: Set by a developer who wants the traceback instead of the sentence.
DEBUG_VARIABLE = "NVPLAN_FELSOK"


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; every error becomes one Swedish sentence on stderr."""
    use_utf8()
    options = build_parser().parse_args(arguments)
    try:
        with listening(complain):
            return int(options.run(options) or DONE)
    except NvplanError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        complain(cli_texts.INTERRUPTED)
        return FAILED
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        complain(cli_texts.UNEXPECTED.format(kind=type(error).__name__))
        return FAILED
