"""What the open pages are told, and when."""

import queue
import time
import webbrowser

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.serve import bulletin

NOTICE = Diagnostic(severity=Severity.WARNING, code="watch-limit", path="serve", message="polling")


def test_a_stream_begins_with_all_that_is_known(running, stream):
    with stream(running) as events:
        name, state = events.next()
    assert name == "state"
    assert state["changes"] == [[state["version"], ["index.html"]]]
    assert state["oldest"] == state["version"] - 1
    assert state["wrong"] == {"build": 1, "total": 0, "errors": []}
    assert f'data-version="{state["version"]}"' in running.get("/").text


def test_a_save_tells_which_pages_changed(running, stream):
    with stream(running) as events:
        version = events.next()[1]["version"]
        running.desk.write("a/index.html", "A")
        assert events.next() == ("reload", {"version": version + 1, "paths": ["a/index.html"]})
        (running.desk.content / "a/index.html").unlink()
        assert events.next() == ("reload", {"version": version + 2, "paths": ["a/index.html"]})


def test_a_style_sheet_is_told_apart(running, stream):
    with stream(running) as events:
        version = events.next()[1]["version"]
        running.desk.write("style.css", "p {}")
        assert events.next() == ("css", {"version": version + 1, "paths": ["style.css"]})


def test_a_build_that_changes_nothing_tells_nothing(running, stream):
    with stream(running) as events:
        events.next()
        running.desk.write("index.html", (running.desk.output / "index.html").read_text())
        assert running.report().published
        running.desk.write("b.html", "B")
        assert events.next()[1]["paths"] == ["b.html"]


def test_errors_come_as_text_and_go_when_they_are_mended(running, stream):
    with stream(running) as events:
        events.next()
        running.desk.write("a.html", "\tthis is wrong")
        assert events.next() == (
            "errors",
            {
                "build": 2,
                "total": 1,
                "errors": [
                    {
                        "place": "content/a.html:3:10",
                        "message": "<b>this</b> is wrong",
                        "source": "\tthis is wrong",
                        "carets": "\t        ^^^^^",
                        "hint": "make it right",
                    }
                ],
            },
        )
        running.desk.write("a.html", "right")
        assert events.next() == ("clear", {})
        assert events.next()[0] == "reload"


def test_a_page_opened_while_something_is_wrong_is_told_at_once(running, stream):
    running.desk.write("a.html", "wrong")
    running.report()
    with stream(running) as events:
        assert events.next()[1]["wrong"]["total"] == 1
    assert running.get("/").status_code == 200


def test_no_more_errors_are_sent_than_anybody_reads(running, stream):
    running.desk.write_at_once([f"{number}.html" for number in range(bulletin.MOST_ERRORS + 7)], "wrong")
    running.report()
    with stream(running) as events:
        wrong = events.next()[1]["wrong"]
    assert (wrong["total"], len(wrong["errors"])) == (bulletin.MOST_ERRORS + 7, bulletin.MOST_ERRORS)


def test_a_build_that_raises_is_one_error_and_the_preview_goes_on(running, stream):
    with stream(running) as events:
        events.next()
        running.desk.write("a.html", "crash")
        name, told = events.next()
        assert (name, told["errors"][0]["message"]) == ("errors", "the build failed: KeyError: 'boom'")
        assert running.report().diagnostics[0].code == "internal-error"
        running.desk.write("a.html", "fine")
        assert [events.next()[0], events.next()[0]] == ["clear", "reload"]


def test_a_change_of_very_many_files_is_one_of_everything(running, stream):
    with stream(running) as events:
        events.next()
        running.desk.write_at_once([f"{number}.txt" for number in range(bulletin.MOST_PATHS + 1)], "text")
        assert events.next()[1]["paths"] is None


def test_who_fell_behind_is_told_everything_again():
    board = bulletin.Bulletin()
    told, _ = board._catch_up(-1)
    for number in range(3 * bulletin.MOST_CHANGES):
        board._tell_change((f"{number}.html",))
    _, text = board._catch_up(told)
    assert "event: state" in text
    assert len(board._changes) == bulletin.MOST_CHANGES
    assert board._oldest == board.version - bulletin.MOST_CHANGES


def test_a_page_of_another_site_may_not_listen(running):
    assert running.get("/.sitegen/events", origin="http://evil.example").status_code == 403
    assert running.get("/.sitegen/events", origin="null").status_code == 403
    assert running.get("/.sitegen/events", sec_fetch_site="cross-site").status_code == 403
    assert running.get("/.sitegen/events", sec_fetch_site="same-site").status_code == 403


def test_a_page_of_ours_may_listen_and_is_forgotten_when_it_leaves(running, stream):
    ours = str(running.client.base_url).rstrip("/")
    with stream(running, origin=ours) as first, stream(running) as second:
        assert (first.next()[0], second.next()[0]) == ("state", "state")
        assert running.streams == 2
    running.until_streams(0)


def test_open_streams_end_with_the_preview(running, stream):
    with stream(running) as first, stream(running) as second:
        first.next()
        second.next()
        running.server.stop()
        assert first.ended.wait(2)
        assert second.ended.wait(2)


def test_changes_during_a_build_make_exactly_one_more(running, stream, wait):
    desk, builder = running.desk, running.server._builder
    desk.hold.clear()
    desk.entered.clear()
    desk.write("a.html", "one")
    assert desk.entered.wait(10)
    for text in ("two", "three", "four"):
        desk.write("a.html", text)
    with stream(running) as events:
        events.next()
        wait(lambda: builder._pending and time.monotonic() > builder._last + 0.3)
        desk.hold.set()
        events.next()
        running.report()
        running.report()
    assert (desk.builds, desk.most) == (3, 1)
    assert (desk.output / "a.html").read_text() == "four"


def test_a_browser_is_opened_at_the_address(start, monkeypatch):
    opened = queue.Queue()
    monkeypatch.setattr(webbrowser, "open", opened.put)
    one = start(open_browser=True)
    assert opened.get(timeout=10) == str(one.client.base_url)


def test_notices_of_the_watch_come_with_the_next_report(running):
    running.server._notices.append(NOTICE)
    running.desk.write("a.html", "A")
    assert [d.code for d in running.report().diagnostics] == ["watch-limit"]
    running.desk.write("a.html", "B")
    assert running.report().diagnostics == ()
