"""The wheel: installed away from the repository, with the network unreachable, it makes, builds and checks a site."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]

NO_NETWORK = """\
import socket, sys
def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError("the network is unreachable")
sys.addaudithook(refuse)
"""


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "COV"))}
    return subprocess.run(
        [str(c) for c in command], cwd=cwd, env=kept, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command as plain pip installs it from the wheel into a new environment, in the locked versions."""
    folder = tmp_path_factory.mktemp("wheel")
    built = _run(
        sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, REPOSITORY, cwd=folder
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    venv = folder / "venv"
    assert _run(sys.executable, "-m", "venv", venv, cwd=folder).returncode == 0
    python = venv / "bin/python"
    locked = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line.rstrip(" \\") for line in locked if re.match(r"[a-z0-9]", line)]
    (folder / "constraints.txt").write_text("\n".join(pins) + "\n")
    installed = _run(python, "-m", "pip", "install", "--quiet", "-c", folder / "constraints.txt", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    packages = Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).stdout.strip()
    )
    (packages / "sitecustomize.py").write_text(NO_NETWORK)
    where = _run(python, "-c", "import sitegen; print(sitegen.__file__)", cwd=folder).stdout
    assert where.startswith(str(packages))
    return venv / "bin/sitegen"


def test_init_build_check(program: Path, tmp_path: Path) -> None:
    assert _run(program, "init", "demo", cwd=tmp_path).returncode == 0
    demo = tmp_path / "demo"
    built = _run(program, "build", cwd=demo)
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.splitlines()[-1] == "the site is at output/index.html"
    assert "1 article," in built.stdout
    checked = _run(program, "check", cwd=demo)
    assert (checked.returncode, checked.stdout) == (0, "0 errors, 0 warnings\n")


def test_a_build_in_which_nothing_changed_loads_no_language_tools(program: Path, tmp_path: Path) -> None:
    _run(program, "init", "demo", cwd=tmp_path)
    _run(program, "build", cwd=tmp_path / "demo")
    python = program.with_name("python")
    code = "import sys; from sitegen.cli.main import main; main(standalone_mode=False)"
    watch = f"import atexit, sys; atexit.register(lambda: print(sorted({{m.split('.')[0] for m in sys.modules}} & {{'spacy', 'thinc', 'trafilatura'}}))); {code}"
    done = _run(python, "-c", watch, "build", cwd=tmp_path / "demo")
    assert "nothing changed" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
