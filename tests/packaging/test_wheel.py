"""The built wheel, not the checkout: it carries data/ and runs from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=CHECKOUT,
                   check=True, capture_output=True)
    (wheel,) = folder.glob("nvplan-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, *arguments: str) -> str:
    """Run the wheel's nvplan far from the checkout and return what it prints."""
    script = "import nvplan, sys; assert nvplan.__file__.startswith(sys.argv[1]); from nvplan.cli import run; " \
             "sys.exit(run(sys.argv[2:]))"
    done = subprocess.run([sys.executable, "-P", "-c", script, str(site), *arguments], cwd=site.parent, check=True,
                          capture_output=True, text=True, encoding="utf-8",
                          env={**os.environ, "PYTHONPATH": str(site)})
    return done.stdout


def test_the_wheel_holds_the_data_and_every_style(unpacked: Path) -> None:
    names = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
    checkout = {f"nvplan/_data/{path.relative_to(CHECKOUT / 'data')}" for path in (CHECKOUT / "data").rglob("*")
                if path.is_file()}
    assert checkout <= names
    for style in (CHECKOUT / "nvplan").rglob("*.tcss"):
        assert str(style.relative_to(CHECKOUT)) in names
    assert not any("/tests/" in name or name.startswith("tests") for name in names)


def test_the_wheel_goes_from_nothing_to_a_checklist(unpacked: Path) -> None:
    assert run(unpacked, "katalog", "kommuner", "--json").count('"code"') == 290
    run(unpacked, "ny", "a.nvplan", "--lan", "07")
    run(unpacked, "svara", "a.nvplan", "1.0.struktur", "finns")
    printed = run(unpacked, "exportera", "a.nvplan", "checklista", "--format", "md,docx", "--till", "ut")
    for line in printed.splitlines():
        assert (unpacked.parent / line).stat().st_size > 1000


def test_dependencies_have_upper_bounds() -> None:
    import tomllib

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    everything = [*project["dependencies"], *extras]
    assert [one for one in everything if "<" not in one and "==" not in one] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the command for Windows is another")
def test_the_start_command_needs_no_network_where_all_is_installed(tmp_path: Path) -> None:
    """The second time nothing is fetched: the program that is there is opened, without pip and without python."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    command = readme.partition("<!-- start -->")[2].partition("```sh\n")[2].partition("```")[0]
    program = tmp_path / ".venv" / "bin" / "nvplan"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho öppnad\n", encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, env={"PATH": str(tmp_path)}, check=True,
                          capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("öppnad\n", "")


def test_the_version_is_the_same_everywhere_so_that_an_upgrade_does_something() -> None:
    import tomllib

    import nvplan

    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changes = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert nvplan.__version__ == version
    assert changes.partition("\n## [")[2].startswith(version), "the topmost section tells of this version"
