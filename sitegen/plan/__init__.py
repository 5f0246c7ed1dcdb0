"""Site -> pages: which files there are, and exactly what each shows."""

from sitegen.plan.planner import Given, plan

__all__ = ["Given", "plan"]
