"""Newsletters and ordinary mails, written for the tests in the manner of those that arrive."""

from email.message import EmailMessage

HEADLINES = (
    "Council approves harbour bridge",
    "Ferry company warns of lost jobs",
    "School roof to be mended by autumn",
    "Hospital opens a second ward",
    "Museum finds a lost map of the delta",
)
PROSE = (
    "The council of Port Ellery approved the new harbour bridge on Tuesday after a debate that lasted until midnight.",
    "The Ellery Ferry Company said that the bridge would cost forty jobs. “Nobody has asked us,” said its director, Miriam Vale.",
    "Rain has come into the classrooms of the Quay Street school since January. The work is to begin in June and last ten weeks.",
    "Twenty beds have been added to the hospital on the hill. “We can breathe again,” said Dr. Jonas Brandt, who runs the emergency room.",
    "A drawer that nobody had opened for eighty years held the map that surveyors made before the great flood of 1931.",
)
MORE = "The second paragraph says what happens next, and when the people of the town will hear more about it."
FOOTER = (
    '<p>You are receiving this email because you signed up on our website.</p><p><a href="https://news.example/u/42">Unsubscribe</a> | '
    '<a href="https://news.example/p/42">Manage your preferences</a></p><p>The Ellery Courier, 1 Quay Street, Port Ellery</p>'
)
TOP = '<p><a href="https://news.example/view/42">View this email in your browser</a></p>'
SOCIAL = '<p><a href="https://fb.example/x">Facebook</a> <a href="https://tw.example/x">Twitter</a> <a href="https://ig.example/x">Instagram</a></p>'


def address(number: int) -> str:
    return f"https://news.example/2025/story-{number}?utm_source=letter&utm_medium=email"


def framed() -> str:
    """Layout tables, each story in its own, with a linked headline and a button."""
    stories = "".join(
        f'<tr><td><table width="100%"><tr><td><h2><a href="{address(n)}">{head}</a></h2><p>{prose}</p><p>{MORE}</p>'
        f'<p><a href="{address(n)}">Read more</a></p></td></tr></table></td></tr>'
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    top = f"<tr><td>{TOP}<h1>The Ellery Morning</h1><p>Good morning. Here is what the town talks about today.</p></td></tr>"
    return f'<html><body><table width="600">{top}{stories}<tr><td>{SOCIAL}{FOOTER}</td></tr></table></body></html>'


def flat() -> str:
    """One column, headlines in bold that are links, sections above some, no buttons."""
    stories = "".join(
        ("<h3>IN THE TOWN</h3>" if n in {1, 4} else "")
        + f'<p><b><a href="{address(n)}">{head}</a></b></p><p>{prose}</p><p>{MORE}</p>'
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    return f"<html><body>{TOP}<p>Good morning.</p>{stories}{SOCIAL}{FOOTER}</body></html>"


def columns() -> str:
    """A picture to the left of each story, the byline on the headline's heels."""
    stories = "".join(
        f'<table width="100%"><tr><td width="120"><a href="{address(n)}"><img src="x.jpg" alt="picture"></a></td><td><a href="{address(n)}" style="font-size:18px">'
        f'<strong>{head}</strong></a><br><span>By Ann Example</span><p>{prose}</p><p>{MORE}</p><a href="{address(n)}">Read more &raquo;</a></td></tr></table><hr>'
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    return f"<html><body><center><table><tr><td>{TOP}<img src=logo></td></tr><tr><td>{stories}</td></tr><tr><td>{SOCIAL}{FOOTER}</td></tr></table></center></body></html>"


def run_in() -> str:
    """A paragraph each, its headline the bold beginning."""
    stories = "".join(
        f'<p><b>{n}. {head}.</b> {prose} <a href="{address(n)}">Courier</a></p>'
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    return f"<html><body><h2>Five things to know</h2>{stories}{FOOTER}</body></html>"


def unlinked() -> str:
    """Stories without links, each in a frame of its own."""
    stories = "".join(
        f"<div class=card><h3>{head}</h3><p>{prose}</p><p>{MORE}</p></div>"
        for head, prose in zip(HEADLINES, PROSE, strict=True)
    )
    return f"<html><body><div>{stories}</div>{FOOTER}</body></html>"


def essay() -> str:
    """One long letter with subheads and a few links."""
    parts = "".join(
        f"<h2>{head}</h2><p>{prose}</p><p>{MORE} As I wrote <a href='https://blog.example/{n}'>last month</a>, it was to be expected.</p><p>{prose}</p>"
        for n, (head, prose) in enumerate(zip(HEADLINES[:3], PROSE, strict=False), 1)
    )
    return f"<html><body>{TOP}<h1>What the bridge means</h1><p>{PROSE[0]}</p>{parts}{FOOTER}</body></html>"


def plain() -> str:
    """Five stories as plain text."""
    stories = "\n\n".join(
        f"{n}. {head}\n\n{prose}\n{MORE}\n\nRead more: {address(n)}"
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    return f"View this email in your browser: https://news.example/view/42\n\nGood morning.\n\n{stories}\n\n-----\nUnsubscribe: https://news.example/u/42\n"


def mail(html: str = "", text: str = "", **headers: str) -> bytes:
    """Return a mail with these bodies."""
    message = EmailMessage()
    given = {
        "From": "The Ellery Courier <news@news.example>",
        "Subject": "The Ellery Morning",
        "Date": "Tue, 11 Mar 2025 07:00:00 +0100",
    }
    for name, value in {**given, **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
        message[name] = value
    message.set_content(text or "Your mail program shows no HTML.\n")
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def underlined() -> str:
    """Plain text with capitals over dashes and bare addresses."""
    stories = "\n\n".join(
        f"{head}\n{'-' * 30}\n{prose}\n{MORE}\n{address(n)}"
        for n, (head, prose) in enumerate(zip(HEADLINES, PROSE, strict=True), 1)
    )
    return f"THE ELLERY MORNING\n==================\n\n{stories}\n\nTo unsubscribe click here: https://news.example/u/42\nThe Courier, 1 Quay Street\n"


def one_story() -> str:
    """A letter that is one story, with a page of its own."""
    told = "".join(f"<p>{p}</p>" for p in PROSE)
    return f'<html><body>{TOP}<h1><a href="{address(1)}">{HEADLINES[0]}</a></h1><p>By Ann Example</p>{told}<p><a href="{address(1)}">Read in app</a></p>{FOOTER}</body></html>'
