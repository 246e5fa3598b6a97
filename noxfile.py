"""The gate on every supported Python; `make ci` runs it on one."""

import nox

PYTHONS = ["3.11", "3.12", "3.13"]
CONSTRAINED = ("--constraint", "constraints.txt")

nox.options.sessions = ["tests", "lint", "package"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run all tests."""
    _install(session, "tests")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check layout, types and layering."""
    _install(session, "dev")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and the sdist."""
    _install(session, "build")
    session.run("python", "-m", "build", "--no-isolation")


def _install(session: nox.Session, group: str) -> None:
    # As in the Makefile: first a pip that knows --group, last the project,
    # built by the pinned backend.
    session.install(*CONSTRAINED, "--upgrade", "pip")
    session.install(*CONSTRAINED, "--group", group)
    session.install(*CONSTRAINED, "--no-build-isolation", "--editable", ".")
