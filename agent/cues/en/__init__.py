"""By what words does a message show what it means? English."""

from agent.cues.en import answering, leaving, people, stop_words, stops, us
from agent.cues.table import Table, merged, phrases

SHORTHAND = {
    "u": "you", "r": "are", "ur": "your", "pls": "please", "plz": "please", "plss": "please",
    "dont": "don t", "cant": "can t", "wont": "won t", "didnt": "didn t", "isnt": "isn t",
    "doesnt": "doesn t", "aint": "are not", "im": "i m", "ive": "i ve", "youre": "you re",
    "whats": "what s", "whos": "who s", "thats": "that s", "its": "it s", "lets": "let s",
    "wanna": "want to", "gonna": "going to", "gimme": "give me", "lemme": "let me",
    "stpo": "stop", "sotp": "stop", "stp": "stop", "stopp": "stop", "stoop": "stop",
    "satop": "stop", "txt": "text", "txts": "texts", "txting": "texting", "msg": "message",
    "msgs": "messages", "msging": "messaging", "thx": "thanks", "tks": "thanks",
    "ty": "thank you", "n": "and", "unsub": "unsubscribe", "unsuscribe": "unsubscribe",
    "nmbr": "number", "ppl": "people", "lke": "like", "tol": "to", "ho": "how", "abt": "about",
    "smth": "something", "fck": "fuck", "fuckin": "fucking", "asap": "now", "rn": "right now",
    "tmrw": "tomorrow", "bc": "because", "w": "with",
    "fu": "fuck you", "cuz": "because", "tmr": "tomorrow", "emial": "email", "lsit": "list",
    "remvoe": "remove", "contcat": "contact", "nr": "number", "dnt": "don t",
    "txtin": "texting", "textng": "texting", "conatct": "contact", "alon": "alone",
    "cal": "call", "mre": "more",
    "mor": "more", "moar": "more", "num": "number", "nething": "anything",
    "nemore": "any more", "neone": "anyone",
    "nebody": "anybody",
}  # fmt: skip
SPELLING = phrases(
    """
    unsubscribe, unsubscribing, newsletter, subscription, messages, messaging, texting, contacting,
    bothering, person, operator, representative, customer, service, account, support, repeat,
    language, robot, machine, number, database, mailing, transfer, connect, removing, remove,
    delete, cancel, closing, cancelling, canceling, deletion, people, manager, english, spanish,
    artificial, intelligence, computer, interested, agents
    """
)
"""Words whose neighbours in the dictionary mean no other thing."""

TABLE = Table(
    whole=merged(stops.WHOLE, leaving.WHOLE, people.WHOLE, us.WHOLE, answering.WHOLE),
    sentence=stops.SENTENCE,
    anywhere=merged(
        stops.ANYWHERE, leaving.ANYWHERE, people.ANYWHERE, us.ANYWHERE, answering.ANYWHERE
    ),
    unless=merged(stops.UNLESS, leaving.UNLESS, people.UNLESS, us.UNLESS),
    groups={**stop_words.GROUPS, **leaving.GROUPS, **people.GROUPS},
    denials=phrases(
        """
        doesn, don, dont, isn, ni, never, no, not, wasn, without
        """
    ),
    asking=phrases(
        """
        (look|listen|c mon|come on)? (just|please|simply)? (tell|give|send|show) me
        (the|a|how|what|your|if|when|where|about), what, which, how, when, where, who, do you, does,
        is there, are there, can i, can we, can you, could you, could i, could we, can it, will
        they, would you, should i, have you got, got any, any chance, would it, is it, are you, will
        it, will you, i d like to know, i want to know, i was wondering, wondering, tell me, by the
        way, do i, do we, whats, wheres, hows, whos, whens
        """
    ),
    statements=phrases(
        """
        when the, when we, when our, when i, when it, when my, when they, what we, what i, what our,
        what bothers, what matters, how we, how i, how our, where we, where i, who we, which we,
        which is, tell me about it, do i have to tell, will you stop
        """
    ),
    not_yet=phrases(
        """
        yet, for now, right now, at the moment, so far
        """
    ),
    shorthand=SHORTHAND,
    spelling=SPELLING,
)
