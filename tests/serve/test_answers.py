"""What stands in where the site has no answer of its own, and under which lock answers are read."""


def test_what_is_missing_is_answered_where_the_site_has_no_page_for_it(running):
    answer = running.get("/definitely-not-here")
    assert answer.status_code == 404
    assert "definitely" not in answer.text


def test_before_anything_is_published_a_page_stands_in(start, desk, stream):
    desk.hold.clear()
    desk.write("index.html", "wrong <i>here</i>")
    one = start()
    assert desk.entered.wait(10)
    waiting = one.get("/some/page/")
    assert (waiting.status_code, "It is being built." in waiting.text) == (503, True)
    desk.hold.set()
    one.report()
    failed = one.get("/")
    assert failed.status_code == 503
    assert "content/index.html:3:1: error: &lt;b&gt;this&lt;/b&gt; is wrong" in failed.text
    assert 'data-page="*"' in failed.text
    with stream(one) as events:
        events.next()
        desk.write("index.html", "<body>fine</body>")
        assert [events.next()[0], events.next()[0]] == ["clear", "reload"]
    assert one.get("/").status_code == 200


def test_reads_happen_under_the_lock_of_publication(start):
    held = []

    class Reading:
        def __enter__(self):
            held.append("enter")

        def __exit__(self, *_exception):
            held.append("exit")

    one = start(reading=Reading)
    one.report()
    one.get("/")
    assert held == ["enter", "exit"]
