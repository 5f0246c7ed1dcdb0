"""Article text -> TIMEX3: every time expression with its value, as precise as the text is and no more.

Patterns over pieces of text (rules.py, rules_relative.py), screened by spaCy's tags, read into meanings, and resolved
in text order against the publication date and the dates told before.
"""

from sitegen.annotate.timex.expressions import time_expressions

__all__ = ["time_expressions"]
