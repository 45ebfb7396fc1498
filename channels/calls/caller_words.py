"""What has the caller said? First as much as is known, then all of it, each word once.

Frames come twice, overtake each other and get lost: what is known of a sentence may be all there
ever is of it.
"""

from channels.calls.relay_frames import Prompt

TWICE_WITHIN = 0.6
"""Two utterances cannot end closer together (Twilio docs: speechTimeout is 600 ms at least): the
same words so soon are the same frame once more.
"""


class CallerWords:
    """Puts together what the prompts of one call say."""

    def __init__(self) -> None:
        self._last = ""
        self._at = float("-inf")
        self._unfinished = ""
        self._guessed = ""
        """Words that were taken though their end had not come."""

    def hear(self, prompt: Prompt, now: float) -> str | None:
        """All that they said, when this is the end of it and not known yet. `now`: in seconds."""
        text = prompt.voice_prompt
        just_said = now - self._at < TWICE_WITHIN
        if not prompt.last:
            if not (just_said and self._last.startswith(text)):  # overtaken by its end
                self._unfinished = text
            return None
        known = text == self._guessed or (text == self._last and just_said)
        self._last, self._at = text, now
        self._guessed, self._unfinished = "", ""
        return None if known else text

    def unfinished(self) -> str:
        """As far as they came, where the end of it does not come any more; empty otherwise."""
        if self._unfinished:
            self._guessed, self._unfinished = self._unfinished, ""
            return self._guessed
        return ""
