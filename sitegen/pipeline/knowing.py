"""What is known of each content file: its entry, its card, whose its keys are; remembered by its text."""

from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sitegen import fingerprint, values
from sitegen.content import cards, codec, revision
from sitegen.content.revision import Ownership
from sitegen.model.article import Entry
from sitegen.model.diagnostic import Checked, Diagnostic
from sitegen.model.site import Card
from sitegen.store.memo import Memo

_STAGE = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A content file, read."""

    entry: Entry
    card: Card
    ownership: Ownership
    diagnostics: tuple[Diagnostic, ...]


def decode(site: Path, texts: Mapping[str, str], engine: str) -> Checked[dict[str, Known]]:
    """Return what is known of each file, and what is wrong with any; a file with errors is not remembered."""
    keys = {path: fingerprint.combined((path, engine, text)) for path, text in sorted(texts.items())}
    with closing(Memo(site)) as memo:
        before = memo.get_many(_STAGE, keys.values())
        remembered = {path: values.loads(Known, before[key]) for path, key in keys.items() if key in before}
        read = {path: _read(path, texts[path]) for path in keys if path not in remembered}
        memo.put_many(_STAGE, {keys[path]: values.dumps(new) for path, new in read.items() if isinstance(new, Known)})
        _impress(memo, [new for new in read.values() if isinstance(new, Known)], engine)
        memo.sweep()
    found = {path: remembered.get(path) or read[path] for path in keys}
    return Checked(
        value={path: known for path, known in found.items() if isinstance(known, Known)},
        diagnostics=tuple(d for f in found.values() for d in (f.diagnostics if isinstance(f, Known) else f)),
    )


def _impress(memo: Memo, new: Collection[Known], engine: str) -> None:
    """Find out what new texts are about, in numbers, while they are at hand: linking finds it remembered."""
    if new:
        from sitegen.pipeline.library import Part, library_of

        library = library_of(memo, ((known.entry, known.card) for known in new), engine)
        for part in Part:
            library.impressions(library.cards, part)


def _read(path: str, text: str) -> Known | tuple[Diagnostic, ...]:
    decoded = codec.decode(path, text)
    if decoded.value is None:
        return decoded.diagnostics
    owned = revision.ownership(text)
    return Known(
        entry=decoded.value,
        card=cards.card(decoded.value, own_summary="summary" in owned.kept),
        ownership=owned,
        diagnostics=decoded.diagnostics,
    )
