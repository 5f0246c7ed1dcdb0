"""Page -> bytes: pure functions of a page and a theme."""
