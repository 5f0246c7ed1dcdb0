"""What the preview answers: files of output/ under pretty addresses, and nothing else."""

import os

import pytest

PAGE = "<!doctype html><html><body><p>Grüße</p></body></html>"


def test_a_page_is_served_with_the_script_and_stays_as_it_is_on_disk(shared):
    shared.publish("a/index.html", PAGE)
    answer = shared.get("/a/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert '<p>Grüße</p><script src="/.sitegen/reload.js?' in answer.text
    assert answer.text.endswith('data-page="a/index.html" defer></script></body></html>')
    assert (shared.desk.output / "a/index.html").read_text("utf-8") == PAGE


def test_a_page_without_a_body_tag_gets_the_script_at_its_end(shared):
    shared.publish("a.html", "<title>A</title>")
    assert shared.get("/a.html").text.startswith("<title>A</title><script ")


def test_the_script_is_there(shared):
    answer = shared.get("/.sitegen/reload.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_a_folder_asked_for_like_a_file_is_redirected(shared):
    shared.publish("grüße an/index.html", PAGE)
    answer = shared.get("/gr%C3%BC%C3%9Fe%20an?a=1&b=%20")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/gr%C3%BC%C3%9Fe%20an/?a=1&b=%20"
    assert shared.get("/gr%C3%BC%C3%9Fe%20an/").status_code == 200


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("feed.xml", "application/xml; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("feed.json", "application/json"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("what.ever", "application/octet-stream"),
    ],
)
def test_media_types_do_not_depend_on_the_machine(shared, name, media_type):
    (shared.desk.output / name).write_text("x")
    answer = shared.get(f"/{name}")
    assert (answer.headers["content-type"], answer.text) == (media_type, "x")


def test_what_is_missing_is_answered_by_the_sites_own_page(shared):
    shared.publish("404.html", "<body>No such page</body>")
    answer = shared.get("/definitely-not-here")
    assert (answer.status_code, answer.text[:18]) == (404, "<body>No such page")
    assert 'data-page="404.html"' in answer.text


@pytest.mark.parametrize(
    "target",
    [
        b"/../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/..%2fsecret.txt",
        b"/plain/..%2f..%2fsecret.txt",
        b"/plain%2fpage.txt",
        b"/..%5csecret.txt",
        b"//secret.txt",
        b"/plain//page.txt",
        b"/plain/./page.txt",
        b"/plain/page.txt/",
        b"/plain/page.txt%00",
        b"/plain",
        b"/plain/",
        b"/.hidden",
        b"/.hidden/page.txt",
        b"/link.txt",
        b"/folder/secret.txt",
        b"/%ff%fe",
        b"/" + b"a" * 8000,
        b"/pipe",
        b"*",
        b"http://127.0.0.1/plain/page.txt",
    ],
)
def test_nothing_but_the_sites_files_is_served(shared, target):
    desk = shared.desk
    outside = desk.site / "private"
    for path in (
        desk.site / "secret.txt",
        outside / "secret.txt",
        desk.output / "plain/page.txt",
        desk.output / ".hidden",
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text("SECRET")
    if not (desk.output / "pipe").exists():
        (desk.output / "link.txt").symlink_to(desk.site / "secret.txt")
        (desk.output / "folder").symlink_to(outside)
        os.mkfifo(desk.output / "pipe")
    answer = shared.raw(target)
    assert answer.status_code == 404
    assert "SECRET" not in answer.text
    assert shared.get("/plain/page.txt").text == "SECRET"


@pytest.mark.parametrize(
    ("asked", "status", "body", "content_range"),
    [
        ("bytes=2-4", 206, "cde", "bytes 2-4/10"),
        ("bytes=7-", 206, "hij", "bytes 7-9/10"),
        ("bytes=-3", 206, "hij", "bytes 7-9/10"),
        ("bytes=-99", 206, "abcdefghij", "bytes 0-9/10"),
        ("bytes=0-99", 206, "abcdefghij", "bytes 0-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=-0", 416, "", "bytes */10"),
        ("bytes=5-1", 200, "abcdefghij", None),
        ("bytes=-", 200, "abcdefghij", None),
        ("bytes=0-1,4-5", 200, "abcdefghij", None),
        ("lines=1-2", 200, "abcdefghij", None),
    ],
)
def test_a_part_of_a_file(shared, asked, status, body, content_range):
    (shared.desk.output / "a.txt").write_text("abcdefghij")
    answer = shared.get("/a.txt", range=asked)
    assert (answer.status_code, answer.text, answer.headers.get("content-range")) == (status, body, content_range)


def test_a_part_of_a_file_that_is_another_one_by_now_is_the_whole_file(shared):
    (shared.desk.output / "a.txt").write_text("abcdefghij")
    tag = shared.get("/a.txt").headers["etag"]
    assert shared.get("/a.txt", range="bytes=0-1", if_range=tag).status_code == 206
    assert shared.get("/a.txt", range="bytes=0-1", if_range='"other"').status_code == 200


def test_a_large_file_is_streamed_in_parts_too(shared):
    with (shared.desk.output / "film.mp4").open("wb") as film:
        film.seek(20_000_000)
        film.write(b"end")
    answer = shared.get("/film.mp4", range="bytes=-3")
    assert (answer.status_code, answer.content) == (206, b"end")
    assert answer.headers["content-type"] == "video/mp4"


def test_a_browser_that_has_the_file_does_not_get_it_again(shared):
    first = shared.get("/")
    tag = first.headers["etag"]
    again = shared.get("/", if_none_match=f'"x", W/{tag}')
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    shared.publish("index.html", "<body>New</body>")
    assert shared.get("/", if_none_match=tag).status_code == 200


def test_a_page_that_did_not_change_is_sent_again_after_another_did(shared):
    tag = shared.get("/").headers["etag"]
    shared.publish("other.html", "other")
    # It carries the version of the site: what it was served at decides what it still has to be told.
    assert shared.get("/", if_none_match=tag).status_code == 200


def test_head_is_get_without_the_body(shared):
    whole, head = shared.get("/"), shared.client.head("/")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert shared.client.head("/.sitegen/events").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"])
def test_the_preview_is_read_only(shared, method):
    assert shared.client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example:8000", "169.254.169.254", "0.0.0.0:8000", "a@localhost", ""]
)
def test_a_name_that_is_not_ours_is_refused(shared, host):
    assert shared.get("/", host=host).status_code == 400
    assert shared.get("/.sitegen/events", host=host).status_code == 400


@pytest.mark.parametrize("host", ["localhost:9000", "LOCALHOST", "127.0.0.1", "[::1]:8000"])
def test_our_own_names_are_known(shared, host):
    assert shared.get("/", host=host).status_code == 200
