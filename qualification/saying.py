"""How is a sentence said in more than one language? With its gaps apart: as text it is English."""

import re
from collections.abc import Mapping

_COLON = re.compile(r": (?=[^`]*(?:`[^`]*`[^`]*)*$)")
"""A colon between sentences, none within what is to be typed: `hot: 70`."""


class Said(str):
    """An English sentence that remembers the form it was made of and what filled its gaps.

    The forms are gettext's (`%(name)s`); a gap may hold another of these. `%` is written twice
    where there are gaps.
    """

    template: str
    gaps: Mapping[str, object]

    def __new__(cls, template: str = "", /, **gaps: object) -> "Said":
        """The sentence, whole."""
        made = super().__new__(cls, template % gaps if gaps else template)
        made.template, made.gaps = template, gaps
        return made

    def filled(self, **gaps: object) -> "Said":
        """The same form with its gaps filled."""
        return Said(self.template, **gaps)

    def parted(self) -> tuple["Said", "Said"]:
        """What is wrong, and what to do about it: what stands before the form's colon and after."""
        parts = _COLON.split(self.template, maxsplit=1)
        before, after = parts if len(parts) > 1 else (*parts, "")
        return Said(before, **self.gaps), Said(after, **self.gaps)
