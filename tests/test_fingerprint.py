"""Different values have different fingerprints; the same value has the same one."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import fingerprint


@dataclass(frozen=True)
class A:
    x: object


@dataclass(frozen=True)
class B:
    x: object


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | inner.map(A) | inner.map(B),
    max_leaves=6,
)


@given(_VALUES, _VALUES)
def test_equal_only_where_the_values_are(one: object, other: object) -> None:
    same = repr(one) == repr(other)
    assert (fingerprint.of_value(one) == fingerprint.of_value(other)) == same


def test_order_of_a_mapping_does_not_matter() -> None:
    assert fingerprint.of_value({"a": 1, "b": 2}) == fingerprint.of_value({"b": 2, "a": 1})


def test_parts_do_not_run_together() -> None:
    assert fingerprint.combined(["ab", "c"]) != fingerprint.combined(["a", "bc"])


def test_what_has_no_fingerprint_is_refused() -> None:
    with pytest.raises(TypeError, match="no fingerprint for a object"):
        fingerprint.of_value(object())
