"""What does the first field of a JSON object say so far? Decodes the bridge while the object is
still coming.
"""

import json
import re

_HEAD_AT_MOST = 200
_PART = re.compile(
    r'[^"\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{4}|\\[^u]'
)
_HIGH_SURROGATE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u[0-9a-fA-F]{0,3})?)?$")


class FirstField:
    """Feeds on the pieces of an object; gives the text of its first field, if it is this one.

    Nothing of an escape that is still incomplete is given out.
    """

    def __init__(self, name: str) -> None:
        self._head = re.compile(rf'\s*(?:```(?:json)?\s*)?\{{\s*"{name}"\s*:\s*"')
        self._rest = ""
        self._inside = False
        self.done = False
        """The field is complete, or will never come."""

    def feed(self, piece: str) -> str:
        """Take a piece; the new text of the field that it completes, often none."""
        if self.done:
            return ""
        self._rest += piece
        if not self._inside:
            self._enter()
        return self._decoded() if self._inside else ""

    def _enter(self) -> None:
        opening = self._head.match(self._rest)
        if opening is not None:
            self._rest = self._rest[opening.end() :]
            self._inside = True
        elif len(self._rest) > _HEAD_AT_MOST:
            self.done = True

    def _decoded(self) -> str:
        position, parts = 0, []
        while part := _PART.match(self._rest, position):
            if _HIGH_SURROGATE.match(self._rest, position):
                break
            parts.append(part[0])
            position = part.end()
        if self._rest[position : position + 1] == '"':
            self.done = True
        self._rest = self._rest[position:]
        try:
            text: str = json.loads(f'"{"".join(parts)}"', strict=False)
        except ValueError:
            self.done = True
            return ""
        return text
