"""The command line: reads arguments, calls one service, prints the result. A service is imported where it is used."""

from __future__ import annotations

import os
from collections.abc import Sequence

from nvplan.cli.opening import closing_plans
from nvplan.cli.output import complain, drop_output, end_output, use_utf8
from nvplan.cli.parser import build_parser, with_command
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
    try:
        code = _carry_out(arguments)
        end_output()
    except NvplanError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:  # who read has had enough
        drop_output()
        return DONE
    except KeyboardInterrupt:
        complain(cli_texts.INTERRUPTED)
        return FAILED
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        complain(_sentence(error))
        drop_output()
        return FAILED
    return code


def _carry_out(arguments: Sequence[str]) -> int:
    arguments = with_command(arguments)
    try:
        options = build_parser(arguments).parse_args(arguments)
    except SystemExit:
        end_output()
        raise
    with listening(complain), closing_plans():
        return int(options.run(options) or DONE)


def _sentence(error: Exception) -> str:
    """Return what a person can do about what no command has foreseen: the system refused, or it is ours to mend."""
    if isinstance(error, OSError):
        return cli_texts.system_error(os.fspath(error.filename or ""), error.errno)
    if isinstance(error, RecursionError | MemoryError):
        return cli_texts.TOO_MUCH
    return cli_texts.UNEXPECTED.format(kind=type(error).__name__)
