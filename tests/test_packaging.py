"""What a built package holds, that it runs on its own, and that layering holds."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ONE_WAY = "The pipeline runs one way, and every module has a place in it"
NO_COMMAND_LINE = "The engine does not know its command line"
LARK = "Lark stays in syntax"
CATTRS = "Cattrs stays in records"
IBIS = "Ibis and DuckDB stay in the vectorised evaluator"
CHECKS = "Only the api runs checks"
REPORTS = "Reports see outcomes and reasons, not evaluators"
KIRKLEES = "hmi-probation/examples/kirklees-2024.yaml"
# A plain environment: nothing of this checkout, nor the caller's Python settings.
CLEAN = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PIP_"))}


def run(
    *command: str | Path, cwd: Path, expected: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """Run a command and show all it said where its exit code is another."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=CLEAN,
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    if expected is not None:
        assert expected == done.returncode, f"{done.stdout}\n{done.stderr}"
    return done


def shipped(folder: str, suffix: str) -> set[str]:
    """List the files of a checkout's folder as the wheel should name them."""
    return {
        f"inspect_engine/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob(f"*{suffix}")
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from the sdist the wheel, as an upload would be."""
    folder = tmp_path_factory.mktemp("built")
    build = ["-m", "build", "--no-isolation", "--outdir"]
    run(sys.executable, *build, folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    [path] = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own; return where its scripts lie."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths("venv", vars={"base": str(folder)})
    python = Path(paths["scripts"], "python")
    install = ["install", "--quiet", "--no-index", "--no-deps"]
    run(sys.executable, "-m", "pip", "--python", python, *install, wheel, cwd=folder)
    # The dependencies are those of this environment, so that no network is needed.
    # A .pth inside a folder that a .pth names is not read, so the editable install
    # of the checkout stays out of sight.
    here = "\n".join(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    Path(paths["purelib"], "dependencies.pth").write_text(here, "utf-8")
    return Path(paths["scripts"])


def test_a_wheel_holds_both_packages_and_nothing_else_at_the_top(
    names: set[str],
) -> None:
    tops = {name.split("/")[0] for name in names}

    assert {
        "inspect_engine",
        "inspect_engine_cli",
        "inspect_engine-0.1.0.dist-info",
    } == tops


def test_a_wheel_holds_every_grammar_file(names: set[str]) -> None:
    grammar = shipped("grammar", ".lark")

    assert "inspect_engine/grammar/methodology.lark" in grammar
    assert grammar == {name for name in names if name.endswith(".lark")}


def test_a_wheel_holds_every_rule_file_and_example(names: set[str]) -> None:
    rules = shipped("rules", ".inspect") | shipped("rules", ".yaml")

    assert f"inspect_engine/rules/{KIRKLEES}" in rules
    assert rules <= names


def test_a_wheel_says_that_it_is_typed(names: set[str]) -> None:
    assert "inspect_engine/py.typed" in names


def test_a_wheel_carries_its_licence(names: set[str]) -> None:
    assert "inspect_engine-0.1.0.dist-info/licenses/LICENSE" in names


def test_an_sdist_holds_the_tests_and_what_they_need(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        files = {name.partition("/")[2] for name in archive.getnames()}

    assert {
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "constraints.txt",
        "pyproject.toml",
        "grammar/methodology.lark",
        "src/inspect_engine/py.typed",
        "tests/test_packaging.py",
    } <= files


def test_an_installed_wheel_is_found_away_from_the_checkout(
    scripts: Path, tmp_path: Path
) -> None:
    code = "from inspect_engine import resources as r; "
    code += "print(r.grammar_folder(), r.rules_folder(), sep='\\n')"
    shown = run(scripts / "python", "-c", code, cwd=tmp_path).stdout.splitlines()

    assert ["grammar", "rules"] == [Path(line).name for line in shown]
    assert all(Path(line).is_relative_to(scripts.parent) for line in shown)


def test_an_installed_wheel_scores_kirklees_away_from_the_checkout(
    scripts: Path, tmp_path: Path
) -> None:
    bundle = shutil.copy(ROOT / "rules" / KIRKLEES, tmp_path)
    score = ["score", "hmi-probation/pdu", bundle, "--format", "json"]
    done = run(scripts / "inspect-engine", *score, cwd=tmp_path)

    overall = json.loads(done.stdout)["overall"]
    assert ("inadequate", 3, 21) == (
        overall["rating"],
        overall["score"],
        overall["max"],
    )


def test_importing_resources_imports_no_dependency(
    scripts: Path, tmp_path: Path
) -> None:
    code = "import sys, runpy; runpy.run_path(sys.argv[1]); "
    code += "print(sorted({'lark', 'attr', 'click', 'yaml'} & set(sys.modules)))"
    path = ROOT / "src/inspect_engine/resources.py"
    done = run(scripts / "python", "-c", code, path, cwd=tmp_path)

    assert "[]" == done.stdout.strip()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy what import-linter reads, so that a test may spoil it."""
    for root in ("src", "cli"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / root, tmp_path / root, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(copy: Path, expected: int) -> str:
    """Check the layering of a copy, which must win over the installed sources."""
    code = "import sys; sys.path[:0] = ['src', 'cli']; "
    code += "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run(sys.executable, "-c", code, "--no-cache", cwd=copy, expected=expected)
    return done.stdout


def test_the_layering_holds(copy: Path) -> None:
    assert "0 broken" in lint_imports(copy, expected=0)


def write_module(copy: Path, name: str, text: str) -> None:
    """Write a module, and the package around it where there is none yet."""
    root = "cli" if name.startswith("inspect_engine_cli") else "src"
    path = copy.joinpath(root, *name.split(".")).with_suffix(".py")
    path.parent.mkdir(exist_ok=True)
    path.with_name("__init__.py").touch()
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("importer", "imported", "contract"),
    [
        ("inspect_engine.model", "inspect_engine.binding.good", ONE_WAY),
        ("inspect_engine.checks", "inspect_engine.records.good", ONE_WAY),
        ("inspect_engine.shed", "os", ONE_WAY),
        ("inspect_engine.binding", "inspect_engine_cli.good", NO_COMMAND_LINE),
        ("inspect_engine.reports", "click", NO_COMMAND_LINE),
        ("inspect_engine.binding", "lark", LARK),
        ("inspect_engine_cli", "lark", LARK),
        ("inspect_engine.evaluation", "cattrs", CATTRS),
        ("inspect_engine.evaluation", "ibis", IBIS),
        ("inspect_engine.reports", "duckdb", IBIS),
        ("inspect_engine.evaluation", "inspect_engine.checks.good", CHECKS),
        ("inspect_engine_cli", "inspect_engine.checks.good", CHECKS),
        ("inspect_engine.reports", "inspect_engine.evaluation.good", REPORTS),
    ],
)
def test_a_bad_import_breaks_its_contract(
    copy: Path, importer: str, imported: str, contract: str
) -> None:
    if imported.endswith(".good"):
        write_module(copy, imported, "")
    write_module(copy, f"{importer}.bad", f"import {imported}\n")

    assert f"{contract} BROKEN" in lint_imports(copy, expected=1)


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("inspect_engine.syntax.good", "lark"),
        ("inspect_engine.records.good", "cattrs"),
        ("inspect_engine.evaluation.vectorised", "ibis"),
        ("inspect_engine.reports.good", "inspect_engine.evaluation.outcome"),
        ("inspect_engine_cli.good", "click"),
    ],
)
def test_an_import_in_its_own_place_breaks_nothing(
    copy: Path, importer: str, imported: str
) -> None:
    write_module(copy, importer, f"import {imported}\n")

    assert "0 broken" in lint_imports(copy, expected=0)
