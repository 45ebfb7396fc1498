"""console.scripts.contexts: a template sees its page, and uses all of it."""

from dataclasses import fields

import pytest

from console.rendering import Pages
from console.scripts import contexts


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("list", contexts.ScriptsPage),
        ("editor", contexts.EditorPage),
        ("preview", contexts.PreviewPage),
        ("conflict", contexts.ConflictPage),
        ("texts", contexts.TextsPage),
        ("tests", contexts.TestsPage),
        ("what_if", contexts.WhatIfPage),
        ("versions", contexts.VersionsPage),
        ("compare", contexts.ComparePage),
        ("publish", contexts.PublishPage),
    ],
)
def test_a_template_uses_all_of_its_page_and_nothing_else(template: str, page: type) -> None:
    used = Pages().names_used(f"scripts/{template}.html")
    assert used == {field.name for field in fields(page)}
