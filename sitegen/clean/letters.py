"""A mail as articles: a newsletter is parted into its stories, an ordinary letter stays one."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.clean.draft import Draft
from sitegen.clean.feed_items import without_tail
from sitegen.clean.fragment import Body, body_of_blocks, body_of_text, fragment_blocks
from sitegen.clean.headline import is_headline, made_headline
from sitegen.clean.language import language_of
from sitegen.clean.letter_pieces import (
    Piece,
    pieces_of_html,
    pieces_of_text,
    private,
    with_run_in_heads,
    without_furniture,
)
from sitegen.clean.letter_stories import Story, stories
from sitegen.clean.mail import Letter, read_mail
from sitegen.clean.names import byline_names
from sitegen.clean.outcome import Outcome
from sitegen.clean.plain_text import text_draft
from sitegen.clean.refusal import Refusal
from sitegen.markup import visible_text
from sitegen.model.article import SourceDocument

_MUCH_MORE = 2
"""Plain text is taken where it says more than twice as much as the HTML beside it."""
_SALUTATION = "A letter to its readers"
_NO_TEXT = Refusal(code="seed-no-text", message="the mail has no text")


def mail_articles(source: SourceDocument) -> Outcome:
    """Return the articles of a mail."""
    letter = read_mail(source.data, source.fetched)
    if isinstance(letter, Refusal):
        return Outcome(told=(letter,))
    html = fragment_blocks(letter.html, None)
    if isinstance(html, Refusal) and not letter.plain.strip():
        return Outcome(told=(html,))
    blocks = () if isinstance(html, Refusal) else tuple(map(private, html))
    if blocks and _MUCH_MORE * sum(len(b.text) for b in blocks) >= len(" ".join(letter.plain.split())):
        return _from_pieces(letter, pieces_of_html(blocks))
    return _from_text(letter)


def _from_text(letter: Letter) -> Outcome:
    pieces, removed = without_furniture(pieces_of_text(letter.plain))
    intro, parted = stories(pieces)
    if parted:
        return Outcome(drafts=_story_drafts(letter, parted, (*(p.text for p in intro), *removed)))
    return _plain(letter)


def _plain(letter: Letter) -> Outcome:
    """Read an ordinary letter as a pasted text under its subject."""
    headline = letter.subject if is_headline(letter.subject) else _SALUTATION
    made = text_draft(f"{headline}\n\n{letter.plain}", letter.url)
    if isinstance(made, Refusal):
        return Outcome(told=(made,))
    text = made.text or visible_text(made.body)
    if text.strip() == headline:
        return Outcome(told=(_NO_TEXT,))
    title = letter.subject or made_headline(text)
    removed = tuple(line for line in made.removed if line != _SALUTATION)
    return Outcome(drafts=(_addressed(replace(made, title=title, removed=removed), letter),))


def _from_pieces(letter: Letter, found: Sequence[Piece]) -> Outcome:
    pieces, removed = without_furniture(found)
    for form in (pieces, with_run_in_heads(pieces)):
        intro, parted = stories(form)
        if parted:
            return Outcome(drafts=_story_drafts(letter, parted, (*(p.text for p in intro), *removed)))
    return _one(letter, pieces, removed)


def _one(letter: Letter, pieces: Sequence[Piece], removed: tuple[str, ...]) -> Outcome:
    """Return the letter as one article; its own headline leads to it on the web."""
    headed = bool(pieces) and pieces[0].text == letter.subject and len(pieces) > 1
    told = pieces[1:] if headed else pieces
    byline = byline_names(told[0].text) if len(told) > 1 else ()
    kept, tail = without_tail([p.block for p in (told[1:] if byline else told) if p.block])
    body = body_of_blocks(kept)
    if not any(c.isalnum() for c in body.text):
        return Outcome(told=(_NO_TEXT,))
    draft = _draft(letter, letter.subject, body, (*tail, *removed))
    url = letter.url or (next(iter(pieces[0].links), None) if headed else None)
    return Outcome(drafts=(replace(draft, byline=byline, url=url),))


def _story_drafts(letter: Letter, parted: Sequence[Story], removed: tuple[str, ...]) -> tuple[Draft, ...]:
    """Return an article of each story; the letter's own lines are noted at the first."""
    drafts = [_story_draft(letter, story) for story in parted]
    return tuple(
        replace(draft, part=str(number), removed=(*(removed if number == 1 else ()), *draft.removed))
        for number, draft in enumerate(drafts, 1)
    )


def _story_draft(letter: Letter, story: Story) -> Draft:
    told = [p for p in story.pieces if not p.more]
    byline = byline_names(told[0].text) if told and not told[0].prose else ()
    told = told[1:] if byline and len(told) > 1 else told
    blocks = [p.block for p in told if p.block]
    kept, tail = without_tail(blocks)
    body = body_of_blocks(kept) if blocks else body_of_text([p.text for p in told])
    draft = _draft(letter, story.head.text, body, (*tail, *(p.text for p in story.pieces if p.more)))
    return replace(draft, byline=byline or (), url=story.url)


def _draft(letter: Letter, title: str, body: Body, removed: tuple[str, ...]) -> Draft:
    draft = Draft(
        title=title or made_headline(body.text),
        body=body.markdown,
        text=body.text,
        url=letter.url,
        language=language_of(body.text, ""),
        removed=removed,
    )
    return _addressed(draft, letter)


def _addressed(draft: Draft, letter: Letter) -> Draft:
    """Add who sent the letter and when."""
    published = letter.date if letter.date.value else draft.published
    return replace(draft, publisher=letter.sender or draft.publisher, published=published)
