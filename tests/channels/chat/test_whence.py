"""What is kept of a page's address."""

import pytest

from channels.chat.whence import page_of, source_of

SHOP = "https://shop.example/a"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        (f"{SHOP}?email=zoe@x.example&utm_source=Ads", "ads"),
        (f"{SHOP}?utm_medium=CPC&utm_source=Google&gclid=Cj0KCQ", "google / cpc"),
        (f"{SHOP}?utm_source=google&utm_term=my+illness&utm_content=zoe", "google"),
        (f"{SHOP}?utm_medium=email", SHOP),
        (f"{SHOP}?utm_source=zoe@x.example&utm_medium=email", SHOP),
        (f"{SHOP}?utm_source=%2B34+612+345+678", SHOP),
        (f"{SHOP}?utm_source=612-345-678", SHOP),
        (f"{SHOP}?utm_source=news&utm_medium=zoe%40x.example", "news"),
        (f"{SHOP}?utm_source={'x' * 61}", SHOP),
        (f"{SHOP}?{'a&' * 200}a=1&b={'c=1&' * 200}utm_source=ads", SHOP),
        (f"{SHOP}?gclid=1#utm_source=ads", SHOP),
        (f"{SHOP}#access_token=abc", SHOP),
        (f"{SHOP};jsessionid=1F?x", SHOP),
        ("https://zoe:secret@Shop.example:8443/a?b", "https://shop.example:8443/a"),
        ("/pricing?email=zoe@x.example", "/pricing"),
        ("/pricing?back=https://x.example/", "/pricing"),
        ("shop.example/a#b", "shop.example/a"),
        ("ads", "ads"),
        ("file:///home/zoe/shop.html", None),
        ("http://[", None),
        ("?email=zoe@x.example", None),
        ("", None),
        (None, None),
    ],
)
def test_a_source_is_what_a_campaign_says_else_the_page(
    address: str | None, source: str | None
) -> None:
    assert source_of(address) == source


def test_a_page_is_a_page_whatever_a_campaign_says() -> None:
    assert page_of(f"{SHOP}?utm_source=ads#x") == SHOP
