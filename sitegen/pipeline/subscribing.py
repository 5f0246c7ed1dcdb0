"""Lists of subscriptions -> sitegen.toml: feeds that are not followed yet are appended, nothing else is touched."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.content import config_text, settings
from sitegen.content.config_checks import is_web_address
from sitegen.fetch import opml
from sitegen.model.config import FeedSetting
from sitegen.model.diagnostic import Diagnostic, RefusedError, Severity, has_errors
from sitegen.pipeline.fetching import read_config
from sitegen.pipeline.workspace import Request
from sitegen.store import tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribed:
    """What became of a list."""

    config: str = settings.CONFIG
    """The file to which feeds were added."""
    added: tuple[FeedSetting, ...] = ()
    known: int = 0
    """Feeds that were followed already."""
    diagnostics: tuple[Diagnostic, ...] = ()


def subscribe(request: Request, path: Path) -> Subscribed:
    """Add the feeds of an OPML list to the configuration."""
    try:
        read = read_config(request)
        if has_errors(read.diagnostics):
            return Subscribed(diagnostics=read.diagnostics)
        found = opml.read(path.as_posix(), tree.read_bytes(path))
        sound = [feed for feed in found.value if is_web_address(feed.url)]
        odd = [_odd(path, feed) for feed in found.value if not is_web_address(feed.url)]
        followed = {_key(feed.url) for feed in read.value.feeds}
        new = {_key(feed.url): feed for feed in sound if _key(feed.url) not in followed}
        written = _write(request, tuple(new.values()))
    except RefusedError as error:
        return Subscribed(diagnostics=(error.diagnostic,))
    told = (*found.diagnostics, *odd, *written.diagnostics)
    known = len(sound) - len(new)
    return Subscribed(config=written.config, added=written.added, known=known, diagnostics=told)


def _key(url: str) -> str:
    """Return what two ways to write one address have in common."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{path}".rstrip("/")


def _odd(path: Path, feed: FeedSetting) -> Diagnostic:
    message = f"{feed.url[:80]} is no address of the web, and left out"
    return Diagnostic(severity=Severity.WARNING, code="opml-address", path=path.as_posix(), message=message)


def _write(request: Request, feeds: tuple[FeedSetting, ...]) -> Subscribed:
    """Append the feeds where the site is configured, unless the file would not be sound afterwards."""
    name, header = _place(request)
    path = request.site / name
    before = tree.read_bytes(path).decode("utf-8") if tree.is_file(path) else ""
    after = config_text.with_feeds(before, feeds, header)
    read = settings.settings({name: after})
    if has_errors(read.diagnostics):
        message = f"{len(feeds)} feeds cannot be added at the end of this file"
        hint = "feeds = [...] in one line takes no [[feeds]] after it: write each as a [[feeds]] table"
        told = Diagnostic(severity=Severity.ERROR, code="opml-unwritable", path=name, message=message, hint=hint)
        return Subscribed(config=name, diagnostics=(told,))
    if feeds:
        tree.write_durably(path, after.encode("utf-8"))
    return Subscribed(config=name, added=feeds)


def _place(request: Request) -> tuple[str, str]:
    """Return the file that configures the site, and how a feed's table is called there."""
    project = request.site / settings.PROJECT
    if not tree.is_file(request.site / settings.CONFIG) and tree.is_file(project):
        text = tree.read_bytes(project).decode("utf-8")
        if settings.is_configured(text):
            return settings.PROJECT, "tool.sitegen.feeds"
    return settings.CONFIG, "feeds"
