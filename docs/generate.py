#!/usr/bin/env python3
"""Write docs/views.md from the views themselves, so that it is never wrong: docs/generate.py (a test says when it is due)."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    "sitegen/model/page.py",
    "sitegen/model/feeds.py",
    "sitegen/model/machine_pages.py",
    "sitegen/model/data_pages.py",
    "sitegen/model/search_pages.py",
    "sitegen/model/shown.py",
    "sitegen/model/pictures.py",
    "sitegen/model/text.py",
)
HEAD = """\
# Templates and views

A page is made by one template from one value, its *view*; a template can see nothing else and fetch nothing. That is why a page is made again exactly when what it shows, its templates, or
sitegen itself changed.

A file in the site's `templates/` replaces the theme's file of the same name; `{% extends "theme/article.html" %}` reaches the one it replaces: [themes](themes.md) has examples. Templates are Jinja with autoescape; a name
that does not exist is an error with its line. They see two names: `view` and `here` (the address of the page), and the functions `_` and `ngettext`. Macros that make links are imported `with context`.

Files of the theme that end in `.css`, `.js`, `.svg` or `.webmanifest` are copied (style sheets without comments and white space; not what is in `parts/`, which other files include), under an address that holds a fingerprint of their bytes (`style.3f2a9c1b.css`): a browser may keep them for
good, and never shows a page with the wrong one. A template says `{{ "style.css" | asset }}`. What a style sheet names by `url(…)` or `@import`, and a web manifest by `"src"`, is found under
its address too. `sitegen serve` leaves the plain names, so that an edit of a style sheet changes no page.

## Words

What a template says itself it says in English through `_`, and the [catalogue](languages.md) of the site's language has the rest: `{{ _("Topics") }}`, `{{ _("By <bdi>%(names)s</bdi>", names=view.byline | listed) }}`,
`{{ ngettext("%(num)s article", "%(num)s articles", count) }}`. A phrase is whole, with what is filled in named (`%(names)s`), for other languages order it otherwise. A phrase may hold HTML; what is filled in is
escaped. A per cent sign is written `%%`. Dates and sentences in a view are in the site's language already.

## Filters

| filter | does |
|---|---|
| `href` | an address of the site -> a link from this page |
| `asset` | the name of a file of the theme that is copied -> a link to it from this page |
| `absolute` | an address of the site -> its absolute URL |
| `markdown(marks)` | a body -> HTML, with marks around their words |
| `json_ld` | a view -> what the page says of itself in the vocabulary of schema.org, as JSON |
| `json_script` | JSON made safe inside `<script>` |
| `web_url` | an http(s) URL, or nothing |
| `flowed` | words -> a paragraph of plain mail: lines of at most 72, each that goes on ends with a space (RFC 3676) |
| `direction` | a language -> `ltr` or `rtl` |
| `counted(noun)` | a number with its noun, in the plural: `articles`, `events`, `quotations`, `statements`; another noun stands as it is |
| `number` | a number in the figures of the language: `1,204` |
| `listed` | names one after another: `A, B and C` |
| `role` | a speaker's role and affiliation in one phrase |
| `by_article` | quotations grouped by the article that has them |
| `by_speaker(speakers)` | quotations grouped by who said them |

## Views and their parts

Addresses are relative to the site's root (`articles/x/`, empty for the home page).
"""


def first_line(text: str | None) -> str:
    """Return the first line of a docstring."""
    return (text or "").strip().splitlines()[0] if text else ""


def fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and meaning of each field: the docstring that follows it."""
    for i, item in enumerate(node.body):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            after = node.body[i + 1] if i + 1 < len(node.body) else None
            told = after.value if isinstance(after, ast.Expr) else None
            meaning = told.value if isinstance(told, ast.Constant) and isinstance(told.value, str) else ""
            yield item.target.id, ast.unparse(item.annotation), " ".join(meaning.split())


def section(node: ast.ClassDef) -> Iterator[str]:
    """Yield the Markdown of one view."""
    yield f"\n### {node.name}\n\n{first_line(ast.get_docstring(node))}\n"
    rows = list(fields(node))
    if rows:
        yield "\n| field | type | meaning |\n|---|---|---|\n"
        for name, kind, meaning in rows:
            shown = kind.replace("|", "\\|")
            yield f"| `{name}` | `{shown}` | {meaning.replace('|', chr(92) + '|')} |\n"


def views() -> str:
    """Return the text of docs/views.md."""
    parts = [HEAD]
    for source in SOURCES:
        tree = ast.parse((ROOT / source).read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                parts += section(node)
    return "".join(parts)


if __name__ == "__main__":
    (ROOT / "docs" / "views.md").write_text(views(), encoding="utf-8")
