"""console.wording: keys as names."""

from console.wording import named


def test_a_key_is_a_name() -> None:
    assert named("company_size") == "Company size"
