"""Site -> pages: which files there are, and exactly what each shows."""

from sitegen.plan.planner import plan

__all__ = ["plan"]
