"""The order of things: which stage is called when, what is asked of the disk, what is told to the caller."""
