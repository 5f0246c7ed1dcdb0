"""Why a source cannot be used, in one line each, with what helps."""

from dataclasses import dataclass

from sitegen.model.diagnostic import Diagnostic, Severity

HINTS = {
    "seed-empty": "paste the article into the file, or delete the file",
    "seed-binary": "save the page as HTML or text; pictures, PDF and archives are not read",
    "seed-charset": "save the file as UTF-8",
    "seed-no-text": "save the article page itself, complete, not a list of articles or a page made by a script",
    "seed-too-large": "give the article alone: one source may have 20 MB, a text 4 million characters, a page 30,000 elements",
    "seed-too-deep": "save the page again from the browser, or paste its text into a .txt file",
    "seed-kind": "save the article as HTML, Markdown or plain text",
    "seed-front-matter": "write one `key: value` to a line between two lines `---`",
    "seed-date": "write the date as YYYY-MM-DD",
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

    def at(self, path: str) -> Diagnostic:
        """Return it as the error of the source with this path."""
        return Diagnostic(
            severity=Severity.ERROR,
            code=self.code,
            path=path,
            line=self.line,
            column=self.column,
            message=self.message,
            hint=HINTS.get(self.code, ""),
            source=self.source,
            width=self.width,
        )
