"""What does code look like in a message, and what others are made to say? Patterns, one a line;
agent/hostile/masking.py blanks out what they find. All are bounded: none looks on for long.
"""

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.MULTILINE | re.DOTALL)


CODE = _any_of(
    # markup
    r"```.*?(?:```|\Z)",
    r"<(script|style)\b.*?(?:</\1[^>]{0,20}>|\Z)",
    r"<([a-z][a-z0-9_-]{0,20})\b[^<>]{0,300}>[^<]{0,600}</\2\s?>",
    r"</?[a-z!?][^<>]{0,300}/?>",
    r"<[a-z!?/][^<>\n]{0,300}(?:[=:\"'`][^<>\n]{0,300})?$",
    r"&#x?[0-9a-f]+;?",
    # objects and templates
    r"\{{1,2}[^{}]{0,2000}\}{1,2}",
    r"\[[^\[\]\n]{0,400}[\"'{=][^\[\]\n]{0,400}\]",
    r"\$\{[^{}]{0,200}\}|^[ \t]{0,20}\$[a-z_]\w*[ \t]{0,20}$",
    r"(?<!\w)%[dnsx]\b",
    r"\\x[0-9a-f]{2}\S*",
    # programs
    r"\b(?:javascript|vbscript)\s*:\S+|\bon(?:error|load|click|mouseover)\s*=\S+",
    r"\b(?:[a-z_]\w{0,40}\.){1,6}[a-z_]\w{0,40}\([^()\n]{0,200}\)*",
    r"\b(?:alert|eval|exec|popen|system|exit|print|lambda|sleep|require|confirm)\([^\n]{0,400}",
    r"\bimport +\w+\s*;.{0,200}|\(\s*(?:lambda|function)\b.{0,4000}",
    r"\b__\w{1,40}__\b\S*",
    r"^[ \t]{0,20}(?:perl|python3?|bash|sh|curl|wget|sudo|rm|nc) +-[^\n]{0,300}",
    r"^[ \t]{0,20}--[a-z][\w-]{1,30}[ \t]{0,20}$",
    r"(?<!\w)/(?:etc|proc|var|usr|bin|dev)/\S+|\.\./\S*",
    # data bases
    r"\b(?:drop|truncate|alter)\s+(?:table|database)\b[^\n]{0,200}",
    r"\bunion\s+(?:all\s+)?select\b[^\n]{0,200}",
    r"\binsert\s+into\b[^\n]{0,200}\bvalues\b[^\n]{0,200}",
    r"\bselect\b[^\n]{0,200}\b(?:from \w+ where|case when|from users)\b[^\n]{0,200}",
    r"\bselect case when\b[^\n]{0,200}|\bdelete\s+from\s+\w+[^\n]{0,200}",
    r"['\"]\s*(?:or|and)\s*['\"]?\d['\"]?\s*=\s*['\"]?\d[^\n]{0,80}",
    # what only a machine writes as a number
    r"\b0x[0-9a-f]+\b|\b\d+(?:[.,]\d+)?e[+-]?\d{2,}\b|[+-]?\b\d?#(?:ind|inf|qnan)\b",
    r"\d{16,}|\d\ufe0f?\u20e3",
    r"^[ \t]{0,20}(?:\(null\)|[+-]?(?:nan|inf|infinity)|null|nil|undefined|true|false)\s{0,20}$",
    r"^[ \t]{0,20}(?:-\s?\d[\d.,]*|0/0|[\d.,]+/0[\d.,]*)[ \t]{0,20}$",
    # letters broken in transit
    r"â€\S?",
)
_ROLE = r"(?:system|sistema|assistant|asistente|developer)"
_OURS = (
    r"(?:qualif|cualific|calific|lead|score|puntuac|verdict|veredict|instruc|rule|regla|ignor|"
    r"user|usuario|prospect|budget|presupuest|override|approved|aprobad|you are|eres)"
)
FEIGNED = _any_of(
    r"<\|?\s*(?:im_start|im_end|endoftext|system|assistant|developer|/?inst)\b",
    rf"\[/?(?:inst|{_ROLE}|admin)\b[^\]\n]{{0,40}}\]",
    rf"^[^\w\n]{{0,20}}{_ROLE}(?: (?:message|prompt|note|override|mensaje))?"
    rf"\W{{0,4}}:(?=[^:]{{0,400}}\b{_OURS})",
    r"^[^\w\n]{0,20}(?:on [^\n]{3,80} wrote|el [^\n]{3,80} escribio) {0,3}:",
    r"-{3} {0,3}(?:original message|mensaje original|forwarded|reenviado|begin|end|system|fin)\b",
)
"""From here on somebody else seems to speak, to the end of the message."""
_SAID = r"[^.!?\n\"']{0,60}[\"'][^\"\n]{0,400}[\"']"
OTHERS = _any_of(
    r"^ {0,20}(?:>|&gt;) ?\S[^\n]*$",
    r"\b(?:another|other|previous|last|one of your|different) "
    rf"(?:customers?|clients?|users?|leads?|prospects?|company|person)\b{_SAID}",
    r"\b(?:otro|otra|anterior|un|una) (?:cliente|usuario|prospecto|persona|empresa|lead)"
    rf"(?: anterior)?(?: me| le| os| te)? (?:dijo|dice|escribio|conto|ha dicho)\b{_SAID}",
)
"""What somebody else wrote, quoted."""
