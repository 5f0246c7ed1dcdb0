"""Why a source cannot be used, in one line each, with what helps."""

from dataclasses import dataclass

from sitegen.model.diagnostic import Diagnostic, Severity

HINTS = {
    "seed-empty": "paste the article into the file, or delete the file",
    "seed-binary": "save the page as HTML or text; pictures, PDF and office documents are not read",
    "seed-charset": "save the file as UTF-8",
    "seed-no-text": "save the article page itself, complete, not a list of articles or a page made by a script",
    "seed-too-large": "give the article alone: one source may have 20 MB, a text 4 million characters, a page 30,000 elements",
    "seed-too-deep": "save the page again from the browser, or paste its text into a .txt file",
    "seed-kind": "give articles as HTML, Markdown, plain text, feed, mail or web archive, or a zip or tar of these",
    "seed-front-matter": "write one `key: value` to a line between two lines `---`; a value with a colon stands in quotation marks",
    "seed-date": "write the date as YYYY-MM-DD",
    "seed-damaged": "get the file again from where it came from; what could be read of it is taken",
    "seed-entities": "save the feed without its DOCTYPE: a document may not bring entities of its own",
    "seed-encrypted": "unpack the archive yourself and put the files into seeds/",
    "seed-limit": "unpack the archive yourself and put the articles into seeds/",
    "seed-unsafe": "unpack the archive yourself and put the articles into seeds/",
    "seed-index": "",
    "seed-items": "",
    "seed-pages": "",
    "seed-crashed": "give the article alone, or paste its text into a .txt file",
    "opml-feeds": "",
    "opml-outline": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A source that gives no article, and where in it the reason stands."""

    code: str
    message: str
    line: int = 1
    column: int = 1
    source: str = ""
    width: int = 1
    severity: Severity = Severity.ERROR
    hint: str = ""
    """Where the code's own does not say it."""

    def at(self, path: str) -> Diagnostic:
        """Return it as what is to be said of the source with this path."""
        return Diagnostic(
            severity=self.severity,
            code=self.code,
            path=path,
            line=self.line,
            column=self.column,
            message=self.message,
            hint=self.hint or HINTS.get(self.code, ""),
            source=self.source,
            width=self.width,
        )
