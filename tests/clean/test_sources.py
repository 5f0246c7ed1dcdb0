"""Every kind of source becomes articles: feeds, lists of feeds, mails; what is hostile is refused in one line."""

import json
import time

import pytest

from sitegen.clean import clean
from sitegen.clean.feed_dates import written_date
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Checked, Severity
from tests.clean import sample_letters as letters

ITEM = """<item><title>Bridge &amp;amp; ferry</title><link>https://courier.example/bridge</link><guid isPermaLink="false">id-1</guid>
<dc:creator>Ann Example and Bob Sample</dc:creator><pubDate>Tue, 11 Mar 2025 08:00:00 +0100</pubDate>
<description>The council approved the bridge. [...]</description>
<content:encoded><![CDATA[<p>The council approved <a href="/bridge/plan">the plan</a>.</p><script>alert(1)</script><p>Work begins in June.</p>
<p>The post <a href="x">Bridge</a> appeared first on <a href="y">Courier</a>.</p>]]></content:encoded></item>"""
HEAD = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title><link>https://courier.example/</link><language>en-gb</language>'


def rss(*items: str, before: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    return f"{before}{HEAD}{''.join(items)}</channel></rss>"


def read(data: str | bytes, name: str = "source.xml", **more: str) -> Checked[tuple[Article, ...]]:
    given = data if isinstance(data, bytes) else data.encode()
    return clean(SourceDocument(path=name, data=given, **more))


def codes(checked: Checked[tuple[Article, ...]]) -> list[str]:
    return [d.code for d in checked.diagnostics]


def test_an_item_of_rss_is_an_article() -> None:
    (article,) = read(rss(ITEM)).value
    assert article.seeds == ("source.xml#id-1",)
    assert article.title == "Bridge & ferry"
    assert article.byline == ("Ann Example", "Bob Sample")
    assert article.url == "https://courier.example/bridge"
    assert (article.published.value, article.published.how) == ("2025-03-11T08:00:00+01:00", "feed")
    assert [(p.name, p.url) for p in article.publishers] == [("The Courier", "https://courier.example/")]
    assert article.body == (
        "The council approved [the plan](https://courier.example/bridge/plan).\n\nWork begins in June."
    )
    assert article.removed == ("The post Bridge appeared first on Courier.",)


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/"><title>Herald</title><id>f</id><updated>2025-03-12T00:00:00Z</updated>
<entry><title type="html">&lt;b&gt;Ferry&lt;/b&gt; stops</title><id>urn:1</id><link href="ferry"/><author><name>Cleo Third</name></author>
<published>2025-03-10T09:00:00Z</published><updated>2025-03-11T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">The ferry stops on <em>Sunday</em>.</p></div></content></entry></feed>"""


def test_an_entry_of_atom_says_when_it_was_published_and_updated() -> None:
    (article,) = read(ATOM, "news.atom").value
    assert article.title == "Ferry stops"
    assert article.url == "https://herald.example/ferry"
    assert article.published.value == "2025-03-10T09:00:00+00:00"
    assert article.updated.value == "2025-03-11T10:00:00+00:00"
    assert article.byline == ("Cleo Third",)
    assert article.body == "The ferry stops on *Sunday*."


def test_rdf_is_a_feed_too() -> None:
    source = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="c"><title>Old feed</title></channel>'
        '<item rdf:about="https://old.example/1"><title>A story</title><link>https://old.example/1</link><description>It was told.</description></item></rdf:RDF>'
    )
    (article,) = read(source, "feed.rdf").value
    assert (article.title, article.text, article.url) == ("A story", "It was told.", "https://old.example/1")


def test_a_json_feed_gives_articles() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Gazette",
        "home_page_url": "https://gazette.example/",
        "items": [
            {"id": 7, "url": "https://gazette.example/7", "title": "Seven", "content_html": "<p>Seven <b>words</b>.</p><script>x</script>",
             "date_published": "2025-03-09T07:00:00+01:00", "authors": [{"name": "Dora Fourth"}]},
            {"id": "8", "content_text": "One paragraph.\n\nAnother one."},
            {"id": "9"},
        ],
    }  # fmt: skip
    checked = read(json.dumps(feed), "feed.json")
    seven, eight = checked.value
    assert (seven.seeds, seven.body, seven.byline) == (("feed.json#7",), "Seven **words**.", ("Dora Fourth",))
    assert (eight.title, eight.body) == ("One paragraph", "One paragraph.\n\nAnother one.")
    assert codes(checked) == ["seed-items"]
    assert checked.diagnostics[0].severity is Severity.NOTE


def test_a_headline_with_a_link_is_an_article_of_its_words() -> None:
    (article,) = read(rss("<item><title>Pier closed</title><link>https://courier.example/pier</link></item>")).value
    assert (article.text, article.url) == ("Pier closed", "https://courier.example/pier")


def test_items_keep_their_names_when_others_come() -> None:
    other = ITEM.replace("id-1", "id-2").replace("bridge", "pier")
    before, after = read(rss(ITEM)).value, read(rss(other, ITEM)).value
    assert before[0].seeds == after[1].seeds
    twice = [a.seeds[0] for a in read(rss(ITEM, ITEM)).value]
    assert len(set(twice)) == 2


HOSTILE = {
    "entities": (rss(ITEM, before='<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), "seed-entities"),
    "a file as entity": (rss(ITEM, before='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "seed-entities"),
    "depth": (rss("<a>" * 30_000 + "</a>" * 30_000), "seed-too-deep"),
    "charset": (rss(ITEM, before='<?xml version="1.0" encoding="x-none-such"?>'), "seed-charset"),
    "no feed": ("<svg xmlns='http://www.w3.org/2000/svg'/>", "seed-kind"),
    "an error page": ("<!doctype html><html><body>404 Not Found</body></html>", "seed-kind"),
    "no xml": ("this is not xml <<<", "seed-kind"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_feeds_are_refused_at_once(what: str) -> None:
    source, code = HOSTILE[what]
    began = time.perf_counter()
    checked = read(source)
    assert (checked.value, codes(checked)) == ((), [code])
    assert time.perf_counter() - began < 2


def test_of_a_damaged_feed_the_whole_items_are_taken_and_the_damage_is_told() -> None:
    cut = rss(ITEM, ITEM.replace("id-1", "id-2"))[:-200]
    checked = read(cut)
    assert [a.seeds for a in checked.value] == [("source.xml#id-1",)]
    assert codes(checked) == ["seed-damaged"]


def test_what_feeds_commonly_get_wrong_is_read_without_a_word() -> None:
    checked = read(rss(ITEM.replace("Bridge &amp;amp; ferry", "Fish & chips&nbsp;– cafés")).replace("<?xml", "\n<?xml"))
    assert [a.title for a in checked.value] == ["Fish & chips – cafés"]
    assert not checked.diagnostics
    old = rss(
        ITEM,
        before='<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">',
    )
    assert len(read(old).value) == 1


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Fri, 02 Jan 26 03:04 GMT", "2026-01-02T03:04:00+00:00"),
        ("2026-01-02", "2026-01-02"),
        ("Fri, 02 Jan 2026 03:04:05", "2026-01-02T03:04:05"),
        ("yesterday", None),
        ("Fri, 32 Foo 2026 99:99:99 +9999", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Fri, 02 Jan 9999 03:04:05 +0000", None),
        ("", None),
    ],
)
def test_dates_of_feeds_are_read_as_written_or_not_at_all(words: str, value: str | None) -> None:
    assert written_date(words) == value


def test_nothing_was_published_after_it_was_captured() -> None:
    later = read(rss(ITEM), fetched="2025-03-01T00:00:00+00:00", url="https://courier.example/feed").value
    assert later[0].published.value is None


def test_a_list_of_feeds_is_no_article_but_says_how_to_follow_them() -> None:
    source = (
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" text="The &quot;Courier&quot;" xmlUrl="https://courier.example/feed"/>'
        '<outline text="Herald" xmlUrl="https://herald.example/feed"/></outline></body></opml>'
    )
    (note,) = read(source, "list.opml").diagnostics
    assert (note.code, note.severity, note.message) == (
        "opml-feeds",
        Severity.NOTE,
        "a list of 2 feeds, not an article",
    )
    assert '[[feeds]]\nurl = "https://courier.example/feed"\nname = "The \\"Courier\\""' in note.hint


@pytest.mark.parametrize(
    "outline", ['xmlUrl="file:///etc/passwd"', 'xmlUrl="javascript:x"', 'type="include" url="loop.opml"']
)
def test_a_list_names_only_feeds_of_the_web(outline: str) -> None:
    checked = read(f'<opml version="2.0"><body><outline text="x" {outline}/></body></opml>', "list.opml")
    assert codes(checked) == ["opml-outline"]


@pytest.mark.parametrize("make", [letters.framed, letters.flat, letters.unlinked, letters.columns, letters.run_in])
def test_a_newsletter_of_five_stories_is_five_articles(make: object) -> None:
    assert callable(make)
    checked = read(letters.mail(make()), "letter.eml")
    assert [a.title for a in checked.value] == list(letters.HEADLINES)
    assert [a.seeds[0] for a in checked.value] == [f"letter.eml#{n}" for n in range(1, 6)]
    for article, prose in zip(checked.value, letters.PROSE, strict=True):
        assert article.text == (prose if make is letters.run_in else f"{prose}\n\n{letters.MORE}")
        assert [p.name for p in article.publishers] == ["The Ellery Courier"]
        assert article.published.value == "2025-03-11T07:00:00+01:00"
    if make is not letters.unlinked:
        assert [a.url for a in checked.value] == [f"https://news.example/2025/story-{n}" for n in range(1, 6)]
    removed = " ".join(line for a in checked.value for line in a.removed)
    assert "Unsubscribe" in removed
    assert "signed up on our website" in removed


@pytest.mark.parametrize("text", [letters.plain(), letters.underlined()])
def test_a_newsletter_of_plain_text_is_parted_too(text: str) -> None:
    checked = read(letters.mail(text=text), "letter.eml")
    assert [a.title for a in checked.value] == list(letters.HEADLINES)
    assert checked.value[2].url == "https://news.example/2025/story-3"
    assert checked.value[2].text == f"{letters.PROSE[2]} {letters.MORE}"


def test_a_long_letter_with_subheads_stays_one() -> None:
    (article,) = read(letters.mail(letters.essay(), Subject="What the bridge means"), "letter.eml").value
    assert article.title == "What the bridge means"
    assert "## Ferry company warns" in article.body
    assert "Unsubscribe" not in article.text


def test_a_letter_of_one_story_leads_to_its_page() -> None:
    (article,) = read(letters.mail(letters.one_story(), Subject=letters.HEADLINES[0]), "letter.eml").value
    assert (article.title, article.byline, article.url) == (
        letters.HEADLINES[0],
        ("Ann Example",),
        "https://news.example/2025/story-1",
    )
    assert article.text == "\n\n".join(letters.PROSE)


def test_links_do_not_tell_who_reads() -> None:
    told = '<p>The council approved <a href="https://x.example/plan?id=7&utm_source=a&mc_eid=me">the plan</a> on Tuesday, and that is all.</p>'
    (article,) = read(letters.mail(f"<html><body>{told}</body></html>"), "letter.eml").value
    assert "(https://x.example/plan?id=7)" in article.body


def test_an_ordinary_mail_is_one_article() -> None:
    text = f"Dear editor,\n\n{letters.PROSE[0]}\n\n{letters.PROSE[1]}\n"
    (article,) = read(letters.mail(text=text, Subject="Fwd: About the bridge"), "letter.eml").value
    assert article.seeds == ("letter.eml",)
    assert article.title == "About the bridge"
    assert letters.PROSE[1] in article.text


def test_mails_in_other_charsets_and_codings_are_read() -> None:
    head = b"From: =?iso-8859-2?Q?Kurier_=B3=F3dzki?= <k@kurier.example>\nSubject: =?utf-8?B?TW9zdCBuYWQgcnpla8SF?=\nDate: Tue, 11 Mar 2025 07:00:00 +0100\nMIME-Version: 1.0\n"
    body = b"Content-Type: text/html; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable\n\n<p>Most zosta=B3 zamkni=EAty we wtorek po d=B3ugiej debacie =\nw radzie miasta.</p>\n"
    (article,) = read(head + body, "list.eml").value
    assert article.title == "Most nad rzeką"
    assert article.text == "Most został zamknięty we wtorek po długiej debacie w radzie miasta."
    assert [p.name for p in article.publishers] == ["Kurier łódzki"]


def test_attachments_are_not_read() -> None:
    source = (
        "From: a@x.example\nSubject: Hello there\nDate: not a date\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nThe words of the mail.\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=../../x.html\n\n<p>secret</p>\n--b--\n"
    )
    (article,) = read(source, "m.eml").value
    assert (article.text, article.published.value) == ("The words of the mail.", None)


BAD_MAILS = {
    "parts in parts": "MIME-Version: 1.0\nSubject: x\nFrom: y\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000)),
    "letters in letters": "MIME-Version: 1.0\nSubject: x\nFrom: y\n" + "Content-Type: message/rfc822\n\n" * 2000,
    "too many parts": "MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + "--a\nx:y\n\n" * 60_000,
    "no header": "\r\n\r\njust text\r\n",
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_MAILS)
def test_hostile_mails_are_refused_at_once(what: str) -> None:
    began = time.perf_counter()
    checked = read(BAD_MAILS[what], "m.eml")
    assert not checked.value
    assert [d.severity for d in checked.diagnostics] == [Severity.ERROR]
    assert time.perf_counter() - began < 3


BROKEN_HEADERS = {
    "not closed": "title: x\n\nbody\n",
    "a list": "- a\n- b\n---\nbody\n",
    "a text": "just text\n---\nbody\n",
    "a colon in a value": "title: a: b: c\n---\nbody\n",
    "a quotation mark that stays open": 'title: "never closed\n---\nbody\n',
    "a key twice": "title: a\ntitle: b\n---\nbody\n",
    "a tab": "title: x\n\tbad: tab\n---\nbody\n",
    "a tag": "title: !!python/name:os.system ''\n---\nbody\n",
    "an alias": "tags: &t [*t]\n---\nbody\n",
    "half a character": 'title: "x \\ud800"\n---\nbody\n',
}


@pytest.mark.parametrize("what", BROKEN_HEADERS)
def test_broken_front_matter_holds_a_source_back(what: str) -> None:
    checked = read(f"---\n{BROKEN_HEADERS[what]}", "a.md")
    assert (checked.value, codes(checked)) == ((), ["seed-front-matter"])


@pytest.mark.parametrize("fence", ["+++", ";;;"])
def test_front_matter_of_another_kind_is_told(fence: str) -> None:
    assert codes(read(f"{fence}\ntitle = 'x'\n{fence}\nbody\n", "a.md")) == ["seed-front-matter"]


def test_a_rule_above_a_text_is_no_front_matter() -> None:
    (article,) = read("---\n\nThe council of Ellery met.\n\n---\n\nIt decided nothing.\n", "a.md").value
    assert "The council of Ellery met." in article.text
