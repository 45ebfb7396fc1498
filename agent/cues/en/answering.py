"""By what words does somebody greet, decline a question or correct themselves? English."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.HELP: phrases("help, help me, i need help, info"),
    Signal.REFUSES: phrases(
        """
        skip, next, next question, pass, no comment, rather not, skip it, (i ll|i will|we ll|we
        will|ill) (give|send|tell|share) (you|it|that|them)? (it|that|them|to you|with you)?
        (later|then|another time|when we talk|some other time|once we talk|when we speak)
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        (maybe|perhaps|possibly) (it is|so|not|yes|no|i do|i am|we do|we are)?, it (might|may|could)
        be, could be, might be, who knows, (i)? (can t|cannot|couldn t|don t) (really)?
        (say|tell|have an answer|have an answer for that|have the answer|have an answer to that|be
        sure) (for sure|yet|right now)?, (i am|i m)? (really)? (undecided|unsure|uncertain|not
        certain|not too sure|not so sure|torn), good question, (i)? (haven t|have not) (a clue|made
        up my mind|decided), your guess is as good as mine, ask me later, we ll see, no clue, no
        idea, dunno, idk, i don t know, not sure, it depends
        """
    ),
    Signal.PLEASANTRY: phrases(
        """
        (thanks|thank you|many thanks|i would like to thank you|want to thank you|d like to thank
        you) (very much|so much|a lot|a bunch|a million|for your help|for the help|for helping|for
        helping me|for your time|for that|for everything|for this|for the info|for the
        information|for your assistance|for the answer|ai|kindly|anyway|all|again|guys|i appreciate
        it|i appreciate that|bot|man|buddy)?, (i)? (really)? appreciate (it|that|your help|the
        help), (you re|you are) (the best|great|very kind|so kind|awesome), (much|greatly)
        appreciated, (i need to know|tell me|so)? (how|how s) (you|everything|it|things|life|your
        day|are you) (are|s|is)? (doing|going|been)? (today|now|so far)?, how (have you been|is your
        day|are things|are you feeling) (today|going)?, are you (good|ok|okay|well|doing well|doing
        good|alright) (today)?, nice to meet you, pleased to meet you, (long time)? no see, see
        (you|ya) (later|soon)?, take care, have a (nice|good|great) (day|one|evening|weekend), got
        it, understood, i see, fair enough, good to know, makes sense, wow, oh, ah, hmm, hm, mm,
        mhm, aha, uh huh, hahaha, hehe, lmao, rofl, xd, yay, welcome, no worries, np, ok
        (great|cool|perfect|good|got it|then|sure), okay (great|cool|perfect|good|got it|then), k,
        kk, (very)? good, good (night|job|one|stuff|bot), (hello|hi|hey) again, greetings, yo, g
        day, what s (up|new|going on|good), hi, hello, hey, hi there, hello there, good morning,
        good afternoon, good evening, thanks, thank you, thanks a lot, ok thanks, ok, okay, great,
        perfect, cool, nice, bye, goodbye, lol, haha, one moment, hold on, how are you, hi how are
        you, hey there, hiya, howdy, good day, morning, cheers, ta, thanks so much, many thanks,
        awesome, sounds good, sure, alright, hello how are you, information, more info, more
        information, info please, just a sec, just a second, one sec, what s up, sup,
        wassup, wazzup, whassup,
        (no|nope|yes|ok|okay|great|perfect|alright|well)? (thanks|thank you)? (that s|that is|that
        was|that ll be|that will be) (all|it|everything) (i need|i needed|for now|for today|then)?
        (thanks|thank you)? (very much|so much)? (bye|goodbye|bye bye|take care)?,
        (no|nope|yes|ok|okay|great|perfect|alright|well)? (thanks|thank you)? (nothing else|that s
        right|i m done|we re done)? (thanks|thank you)? (bye|goodbye|bye bye|bye now),
        (no|nope)? nothing (else|more) (for now|for today)? (thanks|thank you)?
        """
    ),
}

ANYWHERE: Cues = {
    Signal.REFUSES: phrases(
        """
        (don t|do not|won t|rather not|prefer not to|not going to) (want to|wanna|wish to|like to)?
        answer (that|this|it|those|the question|your question|such|personal),
        (don t|do not|rather not|prefer not to) (want|like|wish)? (to)? (be|get)
        (called|phoned|rung), (i)? (don t|do not) (want|like) (phone)? calls, (i d|i would|id|would)
        (rather|prefer to) (keep|not share|not disclose) …, (move|go|let s go|let s move) (on)? to
        the next (one|question)?, (skip|pass on) (it|this|that|the question), rather not, prefer
        not, that s personal, it s personal, private matter, won t say, won t tell, not going to
        say, not going to tell, not telling, don t want to say, don t want to share, don t want to
        give, not comfortable, none of (your|ur) (business|beeswax|concern|damn business), not your
        business, that s private, it s private, confidential, can t share, cannot share, can t
        disclose, can t say, can t tell you, keep that to myself, no comment, skip that, skip this,
        won t share, not giving
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        don t know, do not know, dont know, not sure, no idea, no clue, beats me, depends on, it
        depends, hard to tell, haven t a clue, couldn t tell you, haven t decided, have not decided,
        haven t thought, not decided, undecided, hard to say, couldn t say, can t say yet, not
        clear, to be determined, tbd, unsure, have to ask, need to ask, need to check, have to
        check, i d have to check, don t remember, haven t figured, dunno, idk
        """
    ),
    Signal.CORRECTS: phrases(
        """
        (you|u|you ve|you have) (got it wrong|got me wrong|misunderstood|misread), (i m|we re|i
        am|we are) not selling (anything)?, that s not what (i|we) (meant|said), actually, i meant,
        i mean, correction, scratch that, make that, make it, no wait, wait no, sorry it s, sorry
        the, sorry that s, sorry i, my mistake, my bad, i was wrong, i made a mistake, i misspoke,
        let me correct, change that to, change it to, on second thought, rather it s, that s wrong,
        that s not right, that s not correct, not quite, should be, instead of
        """
    ),
    Signal.PLEASANTRY: phrases(
        """
        d like some information, like some info, like more info, like more information, want some
        info, want some information, want more info, want more information, want info, need some
        info, need some information, need more info, send me info, send me some info, get some info,
        get some information, get more information, know more about your, learn more about your
        """
    ),
}
