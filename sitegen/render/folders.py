"""Where is the default theme? Imports nothing heavy, for a build in which nothing changed asks too."""

from pathlib import Path


def template_folders() -> tuple[Path, ...]:
    """Return where the default theme may be: in the package of a wheel, beside the package in a checkout."""
    package = Path(__file__).parent.parent
    return package / "templates", package.parent / "templates"
