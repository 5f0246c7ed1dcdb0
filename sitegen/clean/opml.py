"""A list of feeds (OPML) among the sources: it gives no article, but lines for the configuration."""

import json

from lxml import etree

from sitegen.clean.characters import one_line
from sitegen.clean.feed_items import web_address
from sitegen.clean.outcome import Outcome
from sitegen.clean.refusal import Refusal
from sitegen.clean.xml_source import Xml, local_name, parse_xml
from sitegen.model.article import SourceDocument
from sitegen.model.diagnostic import Severity

_SHOWN = 50
_SHOWN_FAULTS = 5
_NAME_LENGTH = 80


def opml_note(source: SourceDocument, text: str) -> Outcome:
    """Say which feeds the list has and how they are followed."""
    xml = parse_xml(text, "list of feeds")
    if isinstance(xml, Refusal):
        return Outcome(told=(xml,))
    if xml.fault or local_name(xml.root) != "opml":
        return Outcome(told=(xml.fault or Refusal(code="seed-kind", message="this is no list of feeds"),))
    feeds, told = _feeds(xml)
    return Outcome(told=(*([_note(source, feeds)] if feeds or not told else ()), *told))


def _feeds(xml: Xml) -> tuple[dict[str, str], tuple[Refusal, ...]]:
    """Return the names of the feeds by their addresses, and why some outlines are none."""
    found: dict[str, str] = {}
    told: list[Refusal] = []
    for outline in xml.root.iter("outline"):
        values = {key.lower(): value for key, value in outline.attrib.items()}
        address = values.get("xmlurl")
        if address is None:
            told += [_refused("includes another list", outline)] if values.get("type") == "include" else []
        elif url := web_address(address, None):
            found.setdefault(url, one_line(values.get("title") or values.get("text"))[:_NAME_LENGTH])
        else:
            told.append(_refused(f"names what is no address of the web: {one_line(address)[:80]!r}", outline))
    return found, tuple(told[:_SHOWN_FAULTS])


def _refused(what: str, outline: etree._Element) -> Refusal:
    hint = "follow each list and each feed by its own address"
    return Refusal(code="opml-outline", message=f"the list {what}", line=outline.sourceline or 1, hint=hint)


def _note(source: SourceDocument, feeds: dict[str, str]) -> Refusal:
    counted = f"{len(feeds)} feed{'s' if len(feeds) != 1 else ''}"
    tables = "\n".join(_table(url, name) for url, name in list(feeds.items())[:_SHOWN])
    more = f"\n(and {len(feeds) - _SHOWN} more)" if len(feeds) > _SHOWN else ""
    follow = f"to follow them: sitegen fetch --opml seeds/{source.path}, or add to sitegen.toml:"
    hint = f"{follow}\n{tables}{more}" if feeds else "it names no feed"
    message = f"a list of {counted}, not an article"
    return Refusal(code="opml-feeds", message=message, severity=Severity.NOTE, hint=hint)


def _table(url: str, name: str) -> str:
    """Return the lines of the configuration that follow a feed."""
    named = f"\nname = {json.dumps(name, ensure_ascii=False)}" if name else ""
    return f"[[feeds]]\nurl = {json.dumps(url)}{named}"
