"""Article -> Annotations: who said what, what happened when, and a summary."""
