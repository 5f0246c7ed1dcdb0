"""The live preview: serve output/, build again on every save, tell the open pages what changed."""
