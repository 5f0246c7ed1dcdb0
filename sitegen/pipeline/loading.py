"""What a site holds, read and checked: settings, content, theme, ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitegen.content import ledger, settings
from sitegen.model.article import Entry
from sitegen.model.config import Config, Settings
from sitegen.model.diagnostic import Checked, Diagnostic
from sitegen.model.ledger import Promise
from sitegen.pipeline.inputs import LEDGER, SETTINGS, Scan, engine, records, scan
from sitegen.pipeline.knowing import Known, decode
from sitegen.pipeline.staying import staying
from sitegen.pipeline.workspace import Request
from sitegen.render.theme import STYLESHEET, Theme
from sitegen.store import tree
from sitegen.store.manifest import FileRecord, Manifest

EDITORS = ("content/topics.toml", "content/people.toml")


def load_settings(request: Request, current: Scan) -> Checked[Settings]:
    """Return what the editor set; a base URL of the command wins."""
    names = [n for n in (*SETTINGS, *EDITORS) if n in current.stats]
    texts = tree.read_texts(request.site, names)
    read = settings.settings(texts.value)
    made = read.value or Settings()
    if request.base_url:
        url = request.base_url.rstrip("/") + "/"
        made = replace(made, config=replace(made.config, base_url=url))
    return Checked(value=made, diagnostics=(*texts.diagnostics, *read.diagnostics))


def load_texts(request: Request, current: Scan) -> Checked[dict[str, str]]:
    """Return the Markdown files of content/ by path in the site."""
    names = [f"content/{n}" for n in current.names("content") if n.endswith((".md", ".markdown"))]
    return tree.read_texts(request.site, names)


def load_theme(current: Scan, config: Config) -> Checked[Theme | None]:
    """Return the templates, the site's own before those of its theme, with the editor's values in the stylesheet and the words of its language."""
    shipped = tree.read_texts(current.roots["theme"], current.names("theme"), "templates/")
    own = (
        tree.read_texts(current.roots["templates"], current.names("templates"), "templates/")
        if "templates" in current.roots
        else Checked(value={})
    )
    problems = (*shipped.diagnostics, *own.diagnostics)
    if problems:
        return Checked(value=None, diagnostics=problems)
    styled = _styled(Theme(shipped.value, own.value, config.theme, config.language), config)
    return Checked(value=styled.value, diagnostics=(*styled.diagnostics, *styled.value.check()))


def _styled(theme: Theme, config: Config) -> Checked[Theme]:
    """Return the theme with the editor's values in its stylesheet."""
    if not config.tokens:
        return Checked(value=theme)
    from sitegen.render.tokens import with_tokens

    sheet = with_tokens(theme.text(STYLESHEET) or "", config.tokens)
    return Checked(value=theme.styled(sheet.value), diagnostics=sheet.diagnostics)


def tokens_in_use(request: Request) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the values of the stylesheet in light, and those that dark changes."""
    from sitegen.render.tokens import declared

    current = scan(request)
    theme = load_theme(current, load_settings(request, current).value.config).value
    sheet = (theme.text(STYLESHEET) if theme else None) or ""
    return declared(sheet, dark=False), declared(sheet, dark=True)


def load_ledger(request: Request, current: Scan) -> Checked[tuple[Promise, ...]]:
    """Return the addresses that were given before."""
    texts = tree.read_texts(request.site, [LEDGER] if LEDGER in current.stats else [])
    read = ledger.read(LEDGER, texts.value.get(LEDGER, ""))
    return Checked(value=read.value, diagnostics=(*texts.diagnostics, *read.diagnostics))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """All inputs, read."""

    current: Scan
    records: Mapping[str, FileRecord]
    scanned_ns: int
    """The disk's clock before the inputs were looked at."""
    settings: Settings
    theme: Theme | None
    promises: tuple[Promise, ...]
    texts: Mapping[str, str]
    """Of the content files, by path."""
    known: Mapping[str, Known]
    """What is known of the content files that could be decoded, by path."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries, ordered by path."""
        return tuple(known.entry for known in self.known.values())


def load(request: Request, old: Manifest | None) -> Loaded:
    """Read all inputs and what is wrong with them; what the old record knows is not hashed again."""
    scanned = tree.disk_clock(request.site)
    current = scan(request)
    settings = load_settings(request, current)
    theme = load_theme(current, settings.value.config)
    promises = load_ledger(request, current)
    texts = load_texts(request, current)
    inputs = records(current, old)
    with staying():
        decoded = decode(request.site, texts.value, engine(inputs))
    parts = (settings, theme, promises, texts, decoded)
    return Loaded(
        current=current,
        records=inputs,
        scanned_ns=scanned,
        settings=settings.value,
        theme=theme.value,
        promises=promises.value,
        texts=texts.value,
        known=decoded.value,
        diagnostics=tuple(d for part in parts for d in part.diagnostics),
    )
