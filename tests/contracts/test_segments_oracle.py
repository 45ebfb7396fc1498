"""qualification.segments counts as Twilio's own calculator does, in both languages."""

import json
import random
import subprocess

from qualification.segments import segments
from tests.contracts.node import SEGMENTS, need_node

COUNT = f"""
const {{ SegmentedMessage }} = require({json.dumps(str(SEGMENTS))});
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => new SegmentedMessage(text).segmentsCount)));
"""
PLAIN = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJ 0123456789 .,;:¿?¡!ñÑüéàè'\"()@£$¥\n"
EXTENDED = "^{}[]~|\\€"
ACCENTED = "áíóúÁÍÓÚçÇ"
OTHER = "“”‘’—…👍🎉😀漢字ж"
"""Nothing that joins with what is beside it (flags, families): the calculator keeps such a whole
together, the networks do not.
"""


def test_the_counts_agree() -> None:
    need_node(SEGMENTS)
    chance = random.Random(4)
    texts = list[str]()
    for letters in (PLAIN, PLAIN + EXTENDED, PLAIN + ACCENTED, PLAIN + ACCENTED + OTHER, OTHER):
        for length in (1, 69, 70, 71, 133, 134, 135, 152, 153, 154, 159, 160, 161, 305, 306, 307):
            texts += ["".join(chance.choices(letters, k=length)) for _ in range(10)]
        texts += ["".join(chance.choices(letters, k=chance.randint(1, 900))) for _ in range(100)]
    counted = subprocess.run(
        ["node", "-e", COUNT],  # noqa: S607 - wherever it is installed
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(counted.stdout)
    wrong = [
        (text, segments(text), count)
        for text, count in zip(texts, theirs, strict=True)
        if segments(text) != count
    ]
    assert wrong == []
