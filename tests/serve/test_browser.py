"""What an editor sees: a real browser with open pages, while files change. Each page reports what it shows.

The pages send a word to a second server of the test whenever they were loaded, were coloured anew, or got an overlay.
"""

import contextlib
import http.server
import os
import queue
import shutil
import signal
import subprocess
import threading
from urllib.parse import unquote

import pytest

PATIENCE = 60.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>{name}</title><link rel="stylesheet" href="/style.css"></head>
<body><p>{text}</p>{more}
<script>
  const report = (words) => fetch("http://127.0.0.1:{port}/?" + encodeURIComponent("{name} " + words), {{ mode: "no-cors" }});
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {{
    const root = attach.call(this, options);
    const tell = () => report(`overlay ${{options.mode}} ${{root.querySelectorAll("b").length}} ${{root.textContent}}`);
    queueMicrotask(() => queueMicrotask(tell));
    new MutationObserver(() => this.isConnected || report("overlay gone")).observe(document.documentElement, {{ childList: true }});
    return root;
  }};
  let colour = getComputedStyle(document.body).color;
  setInterval(() => {{
    const now = getComputedStyle(document.body).color;
    if (now !== colour) report("colour " + (colour = now));
  }}, 20);
  report("loaded {text}");
</script></body></html>
"""


class Reports(http.server.BaseHTTPRequestHandler):
    """Takes the words of the pages."""

    timeout = 1  # seconds: a browser opens connections in advance, and each is a thread of ours

    def do_GET(self):
        self.server.words.put(unquote(self.path.partition("?")[2]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def reports():
    """What the pages report, in its order; and where they report it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Reports)
    server.words = queue.Queue()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def says(reports):
    """The next thing that a page reports."""
    return lambda: reports.words.get(timeout=PATIENCE)


@pytest.fixture
def page(desk, reports):
    """Write a page that reports."""

    def write(name, text, more=""):
        desk.write(f"{name}/index.html", PAGE.format(name=name, text=text, more=more, port=reports.server_port))

    return write


@pytest.fixture
def browse(tmp_path):
    """Open a browser; it is closed, with its helpers, after the test."""
    running = []
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert program, f"these tests need one of {', '.join(BROWSERS)}; leave them out with: pytest -m 'not browser'"

    def begin(address):
        profile = tmp_path / f"profile{len(running)}"
        command = [
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
        ]
        command += ["--disable-background-networking", "--disable-extensions", f"--user-data-dir={profile}"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        running.append(subprocess.Popen([*command, address], **quiet, start_new_session=True))

    yield begin
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


pytestmark = pytest.mark.browser


@pytest.fixture(params=["", "<script>delete self.SharedWorker</script>"], ids=["shared worker", "alone"])
def one_page(page, request):
    """Write a page of a browser that has shared workers, or has not."""
    return lambda name, text: page(name, text, request.param)


def test_a_page_follows_the_site(desk, start, one_page, says, browse):
    desk.write("style.css", "body { color: rgb(1, 2, 3) }")
    desk.write("c.html", "wrong")
    one_page("a", "one")
    one_page("b", "one")
    one = start()
    one.report()
    browse(f"{one.client.base_url}a/")
    one.until_streams(1)  # of the page that stands in for a site that could not be built yet
    desk.write("c.html", "right")
    assert says() == "a loaded one"

    one_page("b", "two")  # another page: nothing to be seen here
    desk.write("style.css", "body { color: rgb(4, 5, 6) }")
    assert says() == "a colour rgb(4, 5, 6)"  # and the page was not loaded again

    one_page("a", "two")
    assert says() == "a loaded two"

    desk.write("c.html", "this is wrong")
    words = says()
    assert words.startswith("a overlay closed 0 ")  # no <b> in it: text is text
    assert "content/c.html:3:9<b>this</b> is wrong" in words
    assert "this is wrong\n        ^^^^^make it right" in words

    desk.write("c.html", "right")
    assert says() == "a overlay gone"

    one.server.stop()
    one.thread.join(PATIENCE)
    one_page("a", "three")
    start(port=one.client.base_url.port)
    assert says() == "a loaded three"


def test_many_open_pages_share_one_stream(desk, start, page, says, browse):
    names = [f"t{number}" for number in range(9)]
    for name in names:
        page(name, "one")
    page("all", "one", "".join(f'<iframe src="/{name}/"></iframe>' for name in names))
    one = start()
    one.report()
    browse(f"{one.client.base_url}all/")
    assert {says() for _ in range(10)} == {f"{name} loaded one" for name in (*names, "all")}
    one.until_streams(1)
    page("t3", "two")
    assert says() == "t3 loaded two"
    page("t8", "two")
    assert says() == "t8 loaded two"
    assert one.streams == 1
