"""Commands for people: words on stdout, progress and diagnostics on stderr."""
