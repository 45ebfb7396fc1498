"""How does a page become HTML? A dataclass is all that its template sees; nothing is missing."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, meta
from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """What templates were compiled to, for all environments of a process: their options are the
    same, and compiling takes longer than anything else that happens before a first page.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """jinja2.BytecodeCache."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """jinja2.BytecodeCache."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Templates:
    """The templates of one folder. Every value is escaped; an unknown name is an error."""

    def __init__(self, folder: Path, **helpers: Any) -> None:
        self._loader = FileSystemLoader(folder)
        self._environment = Environment(
            loader=self._loader,
            bytecode_cache=_COMPILED,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(helpers)

    def render(self, template: str, page: object) -> str:
        """The page's HTML; `page` is the dataclass that is this template's context."""
        return self.render_with(template, context_of(page))

    def render_block(self, template: str, block: str, page: Mapping[str, object]) -> str:
        """One block of a template, for who asks for a part of the page. Imports at the top of the
        template are not seen in it: macros belong to the helpers.
        """
        found = self._environment.get_template(template)
        return "".join(found.blocks[block](found.new_context(dict(page))))

    def render_with(self, template: str, page: Mapping[str, object]) -> str:
        """The page's HTML, from names and values."""
        return self._environment.get_template(template).render(page)

    def offer(self, module: str, *names: str) -> None:
        """Make macros of a template helpers of all."""
        macros = self._environment.get_template(module).module
        self._environment.globals.update({name: getattr(macros, name) for name in names})

    def names_used(self, template: str) -> frozenset[str]:
        """The context that a template and its parents ask for: its page must have just these."""
        source = self._loader.get_source(self._environment, template)[0]
        tree = self._environment.parse(source)
        used = set(meta.find_undeclared_variables(tree)) - set(self._environment.globals)
        for other in meta.find_referenced_templates(tree):
            if other is not None:
                used |= self.names_used(other)
        return frozenset(used)


def context_of(page: object) -> dict[str, object]:
    """What a template sees of its page."""
    if not is_dataclass(page) or isinstance(page, type):
        raise TypeError("a page is an instance of its dataclass")
    return {field.name: getattr(page, field.name) for field in fields(page)}
