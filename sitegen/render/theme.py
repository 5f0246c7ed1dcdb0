"""What a theme is: the templates that come with sitegen and a site's own, given as text.

A site's file wins over the one of its name in the chosen theme, which wins over the default one; `theme/NAME` always reaches the
chosen theme's, `default/NAME` the default one.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from jinja2 import Environment, Template, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from sitegen import fingerprint
from sitegen.model.diagnostic import Checked, Diagnostic
from sitegen.render import assets
from sitegen.render.environment import environment
from sitegen.render.mistakes import THEMES, Sources, missing_template, syntax_mistake
from sitegen.render.wording import words_of
from sitegen.words import Words

TEMPLATE_SUFFIXES = frozenset({".html", ".xml", ".txt"})
STYLESHEET = "style.css"
_PARTS = "parts/"
"""What is only a part of other files of the theme."""

_MARK = 8
"""Hexadecimal digits of a file's mark."""

_References = nodes.Extends | nodes.FromImport | nodes.Import | nodes.Include
_REFERENCES = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)


def _below(folder: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts of a folder by their names in it."""
    return {name.removeprefix(folder): text for name, text in texts.items() if name.startswith(folder)}


class Theme:
    """Templates by name, and the words in which they speak."""

    def __init__(
        self, shipped: Mapping[str, str], overrides: Mapping[str, str], chosen: str = "", language: str = "en"
    ) -> None:
        """Take the files that come with sitegen, those of other themes below themes/, the name of one of these, and the site's language."""
        self._given = shipped, overrides, chosen, language
        self.sources = Sources(
            default={name: text for name, text in shipped.items() if not name.startswith(THEMES)},
            chosen=_below(f"{THEMES}{chosen}/", shipped),
            overrides=overrides,
            name=chosen,
        )
        self._closures: dict[str, str] = {}
        self._trees: dict[str, nodes.Template] = {}

    def __reduce__(self) -> tuple[type["Theme"], tuple[Mapping[str, str], Mapping[str, str], str, str]]:
        """Let it travel to other processes as the texts that it is made of."""
        return Theme, self._given

    @property
    def words(self) -> Words:
        """Return the site's words."""
        return self._words.value

    @cached_property
    def _words(self) -> Checked[Words]:
        return words_of(self._given[-1], self.sources)

    @cached_property
    def _environment(self) -> Environment:
        return environment(self.sources.texts, self.words)

    @property
    def assets(self) -> tuple[str, ...]:
        """Return the names of the files that are copied as they are."""
        named = (n for n in self._names() if not n.startswith(_PARTS))
        return tuple(sorted(n for n in named if PurePosixPath(n).suffix in assets.SUFFIXES))

    def mark(self, asset: str) -> str:
        """Return what stands for the bytes of a copied file in its address: other bytes, there or in a file that it names, another mark."""
        texts, reached, waiting = self.sources.texts, set[str](), [asset]
        while waiting:
            name = waiting.pop()
            reached.add(name)
            waiting += set(assets.named_in(name, texts[name], self.assets)) - reached
        parts = (part for n in sorted(reached) for part in (n, fingerprint.of_bytes(assets.published(n, texts[n]))))
        return fingerprint.combined(parts)[:_MARK]

    def styled(self, sheet: str) -> "Theme":
        """Return the theme with this stylesheet."""
        shipped, overrides, *more = self._given
        return Theme(shipped, {**overrides, STYLESHEET: sheet}, *more)

    def text(self, name: str) -> str | None:
        """Return the text of a file of the theme; None where there is none."""
        return self.sources.texts.get(name)

    def template(self, name: str) -> Template:
        """Return a template ready to be rendered; raises what Jinja raises."""
        return self._environment.get_template(name)

    def closure(self, template: str) -> str:
        """Return the fingerprint of a template, of all that it can reach, and of the words that it speaks."""
        if template not in self._closures:
            self._closures[template] = self._fingerprint(self._reached(template))
        return self._closures[template]

    def check(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong in the templates themselves, before any page is made."""
        return (*self._words.diagnostics, *(d for name in sorted(self._templates()) for d in self._check(name)))

    def _names(self) -> Iterable[str]:
        """Yield the names of the files in use, those hidden from listings left out."""
        return (n for n in self.sources.in_use if not any(part.startswith(".") for part in n.split("/")))

    def _templates(self) -> set[str]:
        return {n for n in self._names() if PurePosixPath(n).suffix in TEMPLATE_SUFFIXES}

    def _check(self, name: str) -> tuple[Diagnostic, ...]:
        try:
            self.template(name)  # compiled once, here
        except TemplateSyntaxError as error:
            return (syntax_mistake(error, self.sources),)
        return tuple(
            missing_template(wanted, self.sources, (name, reference.lineno))
            for reference, wanted in self._references(name)
            if wanted not in self.sources.texts
        )

    def _references(self, name: str) -> Iterable[tuple[_References, str]]:
        """Yield the fixed references of a template that must be there."""
        for node in self._parsed(name).find_all(_REFERENCES):
            optional = isinstance(node, nodes.Include) and node.ignore_missing
            if isinstance(node, _REFERENCES) and isinstance(node.template, nodes.Const) and not optional:
                yield node, str(node.template.value)

    def _parsed(self, name: str) -> nodes.Template:
        if name not in self._trees:
            self._trees[name] = self._environment.parse(self.sources.texts[name])
        return self._trees[name]

    def _reached(self, template: str) -> set[str]:
        """Return the names that a template can reach, missing ones too; a dynamic reference reaches all."""
        reached, waiting = set[str](), [template]
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            found = self._referenced(name)
            if None in found:
                return reached | set(self.sources.texts)
            waiting += [n for n in found if n is not None]
        return reached

    def _referenced(self, name: str) -> tuple[str | None, ...]:
        if PurePosixPath(name).suffix not in TEMPLATE_SUFFIXES or name not in self.sources.texts:
            return ()
        try:
            return tuple(find_referenced_templates(self._parsed(name)))
        except TemplateSyntaxError:
            return ()

    def _fingerprint(self, names: set[str]) -> str:
        texts = self.sources.texts
        parts = [part for n in sorted(names) for part in (n, fingerprint.of_text(texts.get(n, "")))]
        speaks = any(PurePosixPath(n).suffix in TEMPLATE_SUFFIXES for n in names)
        return fingerprint.combined((*parts, *([self.words.fingerprint] if speaks else ())))
