"""Entry <-> Markdown with YAML front matter, and the editor's settings; no disk, texts in and out."""
