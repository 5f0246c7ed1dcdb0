"""What did the editor set? Texts of sitegen.toml, pyproject.toml, topics.toml and people.toml in, checked settings out."""

from collections.abc import Mapping
from dataclasses import fields

from sitegen.content.config_checks import is_base_url, is_hub, is_language, is_timezone
from sitegen.content.config_tables import read_feeds, read_fetch, read_publishers
from sitegen.content.editor_lists import read_people, read_topics
from sitegen.content.findings import Findings
from sitegen.content.theme_tokens import read_tokens
from sitegen.content.toml_table import TomlTable
from sitegen.content.toml_text import before_sections, load, section
from sitegen.model.config import Config, Settings
from sitegen.model.diagnostic import Checked, Diagnostic, has_errors

CONFIG = "sitegen.toml"
PROJECT = "pyproject.toml"
TOPICS = "content/topics.toml"
PEOPLE = "content/people.toml"

_DEFAULT = Config()
_SHARE = (0.0, 1.0)
_PROJECT_TABLE = "tool.sitegen"


def settings(files: Mapping[str, str]) -> Checked[Settings | None]:
    """Return what is set in those of the files that there are; None where something is wrong with them."""
    config = _config(files)
    topics = Findings(TOPICS, _text(files, TOPICS))
    people = Findings(PEOPLE, _text(files, PEOPLE))
    made = Settings(config=config.value, topics=read_topics(topics), people=read_people(people))
    diagnostics = (*config.diagnostics, *topics.diagnostics, *people.diagnostics)
    return Checked(value=None if has_errors(diagnostics) else made, diagnostics=diagnostics)


def is_configured(project: str) -> bool:
    """Say whether the text of a pyproject.toml configures a site."""
    table = _project_table(Findings(PROJECT, project))
    return table is not None and bool(table.values)


def _text(files: Mapping[str, str], name: str) -> str:
    return files.get(name, "").removeprefix("\ufeff")


def _config(files: Mapping[str, str]) -> Checked[Config]:
    """Return the configuration; sitegen.toml wins over pyproject.toml."""
    own = _table(Findings(CONFIG, _text(files, CONFIG))) if CONFIG in files else None
    project = _project_table(Findings(PROJECT, _text(files, PROJECT)))
    if own is None:
        config = _read(project) if project else _DEFAULT
        return Checked(value=config, diagnostics=project.findings.diagnostics if project else ())
    config = _read(own)
    return Checked(value=config, diagnostics=(*own.findings.diagnostics, *_overruled(project)))


def _table(findings: Findings) -> TomlTable:
    values = load(findings)
    return TomlTable(values or {}, findings, before_sections(findings.text))


def _project_table(findings: Findings) -> TomlTable | None:
    """Return [tool.sitegen], or an empty table where the file is not sound; None where nothing is set there."""
    values = load(findings)
    tool = values.get("tool") if values else None
    table = tool.get("sitegen") if isinstance(tool, dict) else None
    where = section(findings.text, _PROJECT_TABLE)
    if isinstance(table, dict):
        return TomlTable(table, findings, where, _PROJECT_TABLE)
    return TomlTable({}, findings, where) if findings.diagnostics else None


def _overruled(project: TomlTable | None) -> tuple[Diagnostic, ...]:
    """Say that [tool.sitegen] is not read."""
    if project is None or not project.values:
        return ()
    findings = Findings(PROJECT, project.findings.text)
    hint = f"delete one of the two; {CONFIG} is read"
    findings.warning("config-twice", project.at(""), f"[tool.sitegen] is not read beside {CONFIG}", hint)
    return findings.diagnostics


def _read(table: TomlTable) -> Config:
    table.note_unknown([field.name for field in fields(Config)])
    return Config(
        title=table.text("title", _DEFAULT.title),
        description=table.text("description", _DEFAULT.description),
        base_url=_checked(table, "base_url", _DEFAULT.base_url).rstrip("/") + "/",
        language=_checked(table, "language", _DEFAULT.language),
        timezone=_checked(table, "timezone", _DEFAULT.timezone),
        body=table.choice("body", _DEFAULT.body),
        min_confidence=table.number("min_confidence", _DEFAULT.min_confidence, _SHARE),
        per_page=table.whole("per_page", _DEFAULT.per_page, 1),
        feed_items=table.whole("feed_items", _DEFAULT.feed_items, 1),
        hub=_checked(table, "hub", _DEFAULT.hub),
        max_topics=table.whole("max_topics", _DEFAULT.max_topics, 0),
        editions=table.choice("editions", _DEFAULT.editions),
        theme=table.choice("theme", _DEFAULT.theme),
        tokens=read_tokens(table.table("tokens")),
        share_images=table.flag("share_images", default=_DEFAULT.share_images),
        search=table.flag("search", default=_DEFAULT.search),
        feeds=read_feeds(table.tables("feeds")),
        publishers=read_publishers(table.tables("publishers")),
        fetch=read_fetch(table.table("fetch")),
    )


_CHECKS = {
    "base_url": (is_base_url, "an address as https://example.org/digest/"),
    "language": (is_language, "a language tag as en or pt-BR"),
    "hub": (is_hub, "the address of a WebSub hub as https://hub.example.org/"),
    "timezone": (is_timezone, "a time zone as Europe/Berlin or UTC"),
}


def _checked(table: TomlTable, name: str, default: str) -> str:
    """Return a text that is of a certain form."""
    words = table.text(name, default)
    is_sound, wanted = _CHECKS[name]
    if is_sound(words):
        return words
    table.mistyped(name, wanted)
    return default
