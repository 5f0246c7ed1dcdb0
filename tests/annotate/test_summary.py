"""A summary is a whole sentence of the text that can be read alone."""

import pytest

from sitegen.annotate import language
from sitegen.annotate.summary import summary


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "The council of Port Ellery approved the bridge on Tuesday. Work begins soon.",
            "The council of Port Ellery approved the bridge on Tuesday.",
        ),
        (
            "PORT ELLERY\n\nHe said that nothing had been decided about the bridge.\n\nThe council will decide about the bridge in the spring.",
            "The council will decide about the bridge in the spring.",
        ),
        ("Too short to say anything.", ""),
        ("A long row of words without a clause, all about bridges, harbours and ferries.", ""),
        ("“We will not wait for the next flood, said the mayor of Port Ellery to the council.", ""),
        ("", ""),
    ],
)
def test_summary(text: str, made: str) -> None:
    assert summary(language.load()(text)) == made
