"""What is checked before a change goes in: ``nox`` runs all of it, ``nox -s lint`` one part.

Tests run against the built wheel, as users get it, never against the source tree.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
EXTRAS = PROJECT["project"]["optional-dependencies"]
DIST = Path("dist")
NU_HTML_CHECKER = "vnu-jar@26"

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "layers", "build", "tests", "coverage", "docs", "quality", "demo"]


def _runs(program: Path, version: str) -> bool:
    """Whether a program is really a Python of that version: a version manager's stand-in may only print an error."""
    try:
        answer = subprocess.run(  # noqa: S603 - a program of the developer's own path
            [program, "-c", "import sys; print('{}.{}'.format(*sys.version_info))"],
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == version


def _folder_of(version: str) -> str | None:
    """The folder of the first Python of that version that runs: on the path, or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    folders = [Path(entry) for entry in os.get_exec_path()]
    folders += sorted(pyenv.glob(f"{version}*/bin"), reverse=True)
    programs = (folder / f"python{version}" for folder in folders)
    return next((str(program.parent) for program in programs if program.exists() and _runs(program, version)), None)


def _put_pythons_first() -> None:
    """Let nox find a Python that runs before a stand-in of the same name."""
    found = [folder for version in PYTHONS if (folder := _folder_of(version))]
    os.environ["PATH"] = os.pathsep.join(dict.fromkeys([*found, *os.get_exec_path()]))


_put_pythons_first()


def _install_wheel(session: nox.Session, *extras: str) -> None:
    wheels = list(DIST.glob("*.whl"))
    if len(wheels) != 1:
        session.error(f"expected one wheel in {DIST}/, found {len(wheels)}: run `nox -s build`")
    session.install(f"{wheels[0]}[{','.join(extras)}]" if extras else str(wheels[0]))


@nox.session
def lint(session: nox.Session) -> None:
    session.install(*EXTRAS["lint"])
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    session.install(".[types]")
    session.run("mypy", *session.posargs)
    session.run("mypy", "conftest.py")  # apart, as the tests have a module of that name too


@nox.session
def build(session: nox.Session) -> None:
    session.install("build")
    shutil.rmtree(DIST, ignore_errors=True)
    for old in Path().glob(".coverage.*"):  # coverage is judged on this wheel alone
        old.unlink()
    session.run("python", "-m", "build")


@nox.session(requires=["build"])
def layers(session: nox.Session) -> None:
    _install_wheel(session)
    session.install(*EXTRAS["lint"])
    session.run("lint-imports")


def _html_checker(session: nox.Session) -> dict[str, str]:
    """Install the Nu HTML Checker, and say in the environment where it is; without npm its test is skipped or fails."""
    if shutil.which("npm") is None:
        session.warn("no npm: the Nu HTML Checker is not installed")
        return {}
    folder = Path(session.create_tmp()).resolve()
    session.run("npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), NU_HTML_CHECKER, external=True)
    return {"ARTICLEKIT_VNU": str(folder / "node_modules/vnu-jar/build/dist/vnu.jar")}


@nox.session(python=PYTHONS, requires=["build"])
def tests(session: nox.Session) -> None:
    # One Python looks hard, and with all the libraries that articles are handed to; on the others the same tests with
    # fewer examples show what differs between versions.
    first = session.python == PYTHONS[0]
    _install_wheel(session, "test", *(["interchange-tests"] if first else []))
    profile = "ci" if first else "default"
    env = {
        "COVERAGE_FILE": f".coverage.{session.python}",
        "HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", profile),
        **(_html_checker(session) if first else {}),
    }
    arguments = session.posargs or ["--ignore=tests/quality"]
    session.run("coverage", "run", "-m", "pytest", *arguments, env=env)


@nox.session
def coverage(session: nox.Session) -> None:
    """Judge what all Pythons together have run."""
    session.install("coverage[toml]")
    session.run("coverage", "combine", "--keep")
    session.run("coverage", "report")


@nox.session(requires=["build"])
def docs(session: nox.Session) -> None:
    _install_wheel(session, "strategies")  # the reference documents them, and importing them needs Hypothesis
    session.install(*EXTRAS["docs"])
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session(requires=["build"])
def quality(session: nox.Session) -> None:
    """Hold the floors on the corpus; skipped, with the reason, where there is no corpus."""
    _install_wheel(session, "test")
    session.run("pytest", "tests/quality", *session.posargs)


@nox.session(requires=["build"])
def demo(session: nox.Session) -> None:
    """Do what the README shows, with the wheel and nothing else installed."""
    _install_wheel(session)
    session.run("articlekit", "parse", "seeds/")
    session.run("articlekit", "explain", "seeds/arab-news-pakistan.txt")
