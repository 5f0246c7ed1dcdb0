"""The editor's tokens in a stylesheet: each takes the place of the theme's value, and nothing else changes."""

import pytest

from sitegen.model.config import Token
from sitegen.model.diagnostic import Severity
from sitegen.render.contrast import contrast
from sitegen.render.tokens import declared, with_tokens

SHEET = """/* :root { --none: 1; } */
:root { color-scheme: light dark;
  --ground: #fff; --surface: #eee; --ink: #111; /* --ink: red; */ --link: #1a4f8a;
  --serif: Georgia, serif
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #111; --surface: #222; --ink: #eee; --link: #8fbcf0; }
}
@media print { :root { --ink: #000; } }
"""


def styled(*tokens: Token, sheet: str = SHEET) -> str:
    made = with_tokens(sheet, tokens)
    assert [d for d in made.diagnostics if d.severity is not Severity.NOTE] == []
    return made.value


def told(*tokens: Token) -> list[tuple[str, str, str]]:
    return [(d.severity, d.code, d.message) for d in with_tokens(SHEET, tokens).diagnostics]


def test_a_token_takes_the_place_of_the_value_and_nothing_else_changes() -> None:
    assert styled(Token(name="link", value="#003366")) == SHEET.replace("--link: #1a4f8a", "--link: #003366")
    assert styled(Token(name="serif", value="Charter")) == SHEET.replace("Georgia, serif", "Charter")


def test_one_for_dark_changes_dark_alone() -> None:
    assert styled(Token(name="link", value="#fff", dark=True)) == SHEET.replace("#8fbcf0", "#fff")


def test_what_dark_did_not_have_is_added_there() -> None:
    made = styled(Token(name="serif", value="Charter", dark=True))
    assert declared(made, dark=True)["serif"] == "Charter"
    assert declared(made, dark=False) == declared(SHEET, dark=False)


def test_a_stylesheet_without_dark_gets_a_rule_for_it() -> None:
    made = styled(Token(name="ink", value="#eee", dark=True), sheet=":root { --ink: #111 }\n")
    assert declared(made, dark=True) == {"ink": "#eee"}
    assert declared(made, dark=False) == {"ink": "#111"}


def test_an_unknown_name_is_an_error_at_its_line_with_a_suggestion() -> None:
    made = with_tokens(SHEET, (Token(name="lnik", value="red", line=7, column=3),))
    (found,) = made.diagnostics
    assert (str(found), found.code, found.hint) == (
        "sitegen.toml:7:3: error: the stylesheet has no token lnik",
        "token-unknown",
        "did you mean link?",
    )
    assert made.value == SHEET
    (bare,) = with_tokens("body {}", (Token(name="link", value="red"),)).diagnostics
    assert bare.hint == "the stylesheet has no :root rule with tokens"


def test_text_that_is_hard_to_read_is_a_warning() -> None:
    assert told(Token(name="link", value="#999")) == [
        (
            "warning",
            "token-contrast",
            "link on ground in light: the contrast is 2.8:1, and 4.5:1 is the least that can be read by most",
        ),
        (
            "warning",
            "token-contrast",
            "link on surface in light: the contrast is 2.5:1, and 4.5:1 is the least that can be read by most",
        ),
    ]


def test_a_ground_is_measured_against_all_that_stands_on_it() -> None:
    made = told(Token(name="ground", value="#777", dark=True))
    assert [message.split(":")[0] for _, _, message in made] == ["ink on ground in dark", "link on ground in dark"]


def test_what_cannot_be_measured_is_said() -> None:
    severities = {
        (severity, message.partition(": ")[2])
        for severity, _, message in told(Token(name="link", value="oklch(40% 0.1 250)"))
    }
    assert severities == {("note", "the contrast cannot be told")}


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("#000", "#fff", 21.0), ("white", "rgb(255, 255, 255)", 1.0), ("#777", "#fff", 4.48)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, wanted: float) -> None:
    assert contrast(one, other) == pytest.approx(wanted, abs=0.01)
