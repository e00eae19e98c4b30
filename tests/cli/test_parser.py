"""A start reads the commands it needs, and no fewer."""

from __future__ import annotations

from nvplan.cli.parser import _MODULES, SwedishParser, build_parser, with_command
from tests.cli.runner import nvplan


def _commands(parser: SwedishParser) -> list[str]:
    assert parser._subparsers is not None
    return list(parser._subparsers._group_actions[0].choices or ())


def test_every_command_is_found_in_the_module_that_the_table_names() -> None:
    for names in _MODULES.values():
        for name in names:
            assert _commands(build_parser([name, "x"])) == list(names)


def test_help_and_what_is_no_command_of_ours_know_every_command() -> None:
    every = [name for names in _MODULES.values() for name in names]
    for arguments in (None, ["--help"], ["oppnna"]):
        assert _commands(build_parser(arguments)) == every


def test_a_plans_file_alone_is_opened() -> None:
    assert with_command(["kronoberg.nvplan"]) == ("oppna", "kronoberg.nvplan")
    assert with_command(["Mapp med mellanrum/LÄNET.NVPLAN"]) == ("oppna", "Mapp med mellanrum/LÄNET.NVPLAN")
    for left in ([], ["status"], ["--help"], ["-x.nvplan"], ["status", "kronoberg.nvplan"]):
        assert with_command(left) == left
    told = nvplan("saknas-helt.nvplan")
    assert (told.code, "finns inte" in told.err) == (1, True)
