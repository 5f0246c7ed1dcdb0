"""The preview as a process: signals, ports, exit codes."""

import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest

PROGRAM = """
import sys
from pathlib import Path
from sitegen.model.report import BuildReport, Outcome, PageReport
from sitegen.serve.server import Preview, serve

site = Path(sys.argv[1])

def build():
    (site / "output").mkdir(exist_ok=True)
    (site / "output/index.html").write_text("<body>Home</body>")
    return BuildReport(pages=(PageReport(path="index.html", outcome=Outcome.WRITTEN, reason=""),), published=True)

preview = Preview(site=site, output=site / "output", watched=(site / "content",), port=int(sys.argv[2]))
say = lambda report: print("report", *report.diagnostics, flush=True)
sys.exit(serve(preview, build, say, lambda address: print(address, flush=True)))
"""


@pytest.fixture
def program(tmp_path):
    """Start the preview in a process of its own."""
    running = []

    def begin(port):
        command = [sys.executable, "-W", "error", "-c", PROGRAM, str(tmp_path), str(port)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_good_order(program, number):
    process = program(0)
    address = process.stdout.readline().strip()
    assert process.stdout.readline() == "report\n"
    with httpx.Client(timeout=10) as client, client.stream("GET", f"{address}.sitegen/events") as response:
        lines = response.iter_lines()
        assert next(lines) == "retry: 500"
        begin = time.monotonic()
        process.send_signal(number)
        assert process.wait(10) == 0
        assert time.monotonic() - begin < 3  # it takes 0.3 s on an idle machine
    assert process.communicate() == ("", "")


def test_a_taken_port_is_answered_with_the_next(program):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = program(port)
        address = process.stdout.readline().strip()
    assert port < int(address.rstrip("/").rpartition(":")[2]) <= port + 20
    assert httpx.get(address).status_code in {200, 503}


def test_where_it_cannot_listen_it_says_so(program):
    process = program(70_000)
    said, wrong = process.communicate(timeout=20)
    assert (process.returncode, wrong) == (2, "")
    assert said.startswith("report serve:1:1: error: cannot listen on 127.0.0.1, port 70000: ")
