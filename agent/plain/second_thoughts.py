"""Does a yes or a no take itself back in the same breath? PURE.

"No. Well, my mum does have some" and "sí... bueno, la verdad es que no" are neither: it is asked
what they come to.
"""

import re

from agent.cues import words

_BUT = r"(?:^| )(?:well|bueno|pero|but|although|though|aunque|actually|la verdad es que|a ver|or)"
_YES_AFTER_ALL = re.compile(
    _BUT + r"(?: \S+){0,6}? (?:yes|si|yeah|do|does|did|has|have|tengo|tiene|tienen|tenemos|hay)"
    r"(?= |$)(?! (?:no|not)(?= |$))"
)
_NO_AFTER_ALL = re.compile(
    _BUT + r"(?: \S+){0,4}? (?:no|not|nope|don t|doesn t|haven t|isn t)(?= |$)"
)
_DENIED = re.compile(r"(?:^| )(?:no|not|don t|doesn t|haven t|never|nunca) ")
_FEW = 14
"""Words in which a second thought follows; later, another story is told."""


def takes_itself_back(rest: str, yes: bool) -> bool:
    """Whether what follows a yes (or a no) says the contrary."""
    said = " ".join(words(rest).split()[:_FEW])
    if yes:
        return _NO_AFTER_ALL.match(said) is not None
    found = _YES_AFTER_ALL.match(said)
    return found is not None and _DENIED.search(found[0]) is None
