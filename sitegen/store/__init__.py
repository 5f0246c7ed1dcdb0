"""The disk: the only modules that touch files."""
