"""By what words does a message show what it means? English."""

from agent.cues.table import Table, phrases
from qualification.signals import Signal

TABLE = Table(
    whole={
        Signal.OPT_OUT: phrases(
            """
            stop, stopall, stop all, stop now, stop stop, stop thanks, stop thank you,
            unsubscribe, cancel, end, quit, revoke, optout, opt out, remove me, stop please,
            please stop, stop it
            """
        ),
        Signal.OPT_IN: phrases(
            """
            start, unstop, resume, let s continue, go on, continue
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            no thanks, no thank you, not interested, nope not interested
            """
        ),
        Signal.WHY: phrases("why, what for, how come, why is that, and why"),
        Signal.REPEAT: phrases(
            """
            what, sorry, pardon, huh, come again, i don t understand
            """
        ),
        Signal.REFUSES: phrases(
            """
            skip, next, next question, pass, no comment, rather not, skip it
            """
        ),
        Signal.DOES_NOT_KNOW: phrases(
            """
            no idea, dunno, idk, i don t know, not sure, it depends, who knows
            """
        ),
        Signal.LATER: phrases(
            """
            not now, later, maybe later, some other time, another time
            """
        ),
        Signal.WANTS_HUMAN: phrases(
            """
            human, agent, person, operator, representative, human please
            """
        ),
        Signal.PLEASANTRY: phrases(
            """
            hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening,
            thanks, thank you, thanks a lot, ok thanks, ok, okay, great, perfect, cool, nice,
            bye, goodbye, lol, haha, one moment, hold on, how are you, hi how are you, hey
            there, hiya, howdy, good day, morning, cheers, ta, thanks so much, many thanks,
            awesome, sounds good, sure, alright, hello how are you, info, information, more
            info, more information, info please, just a sec, just a second, one sec, what s up,
            sup
            """
        ),
    },
    anywhere={
        Signal.PLEASANTRY: phrases(
            """
            d like some information, like some info, like more info, like more information, want
            some info, want some information, want more info, want more information, want info,
            need some info, need some information, need more info, send me info, send me some
            info, get some info, get some information, get more information, know more about
            your, learn more about your
            """
        ),
        Signal.OPT_OUT: phrases(
            """
            stop texting ., stop texting me, stop texting us, stop messaging ., stop messaging
            me, stop messaging us, stop contacting ., stop contacting me, stop contacting us,
            stop writing ., stop writing me, stop writing to me, stop sending me, stop sending
            messages ., stop sending texts ., stop sending these, stop emailing ., stop emailing
            me, stop calling ., stop calling me, stop calling us, stop bothering me, stop
            spamming, don t text me, do not text me, don t message me, do not message me, don t
            contact me, do not contact me, don t write to me, do not write to me, don t call me,
            do not call me, don t email me, do not email me, dont text me, dont call me, dont
            message me, dont contact me, never contact me, never text me, never write to me, no
            more messages, no more texts, unsubscribe me, take me off, remove me from, remove my
            number, remove my details, delete my data, delete my number, opt me out, leave me
            alone, quit texting, quit messaging, wish to opt out, want to opt out
            """
        ),
        Signal.WANTS_HUMAN: phrases(
            """
            talk to anybody, talk to anyone, speak to anyone, talk to a … person, talk to a …
            human, talk to someone, talk to somebody, talk to an agent, talk to a rep, talk to a
            representative, talk to a sales, talk to sales, talk with a … person, talk with a …
            human, talk with someone, speak to a … person, speak to a … human, speak to someone,
            speak to somebody, speak to an agent, speak to a rep, speak to a representative,
            speak to sales, speak to a sales, speak with a … person, speak with a … human, speak
            with someone, speak with an agent, speak with sales, a real person please, real
            human, human being please, human please, person please, get me a human, get me a
            person, connect me with, connect me to, put me through, transfer me, have someone
            call, someone call me, somebody call me, can someone call, can you call me, please
            call me, give me a call, rather talk to, rather speak, want a human, want a person,
            want a real person, need a human, need a real person
            """
        ),
        Signal.WANTS_DEMO: phrases(
            """
            want a demo, like a demo, want to see a demo, like to see a demo, see a demo, need a
            demo, do a demo, try a demo, see it in action, book a demo, schedule a demo, request
            a demo, get a demo, have a demo, set up a demo, arrange a demo, show me a demo, give
            me a demo, give us a demo, want the demo, product demo, demo please, want to buy,
            ready to buy, ready to sign, where do i sign, want to sign up, like to sign up, like
            to buy, want to purchase, ready to purchase, see the product in action, a live
            demonstration, a demonstration
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            not interested, no interest, don t need anything, don t want anything, not looking
            for anything, don t want to buy, no longer interested, we re good thanks, i m good
            thanks
            """
        ),
        Signal.LATER: phrases(
            """
            write me in, write to me in, contact me in, contact me next, text me in, text me
            next, message me in, message me next, call me in, call me next, reach out in, reach
            out next, get back to me in, get back to me next, ping me in, check back in, talk
            in, not a good time, bad time, i m busy, i am busy, in a meeting, another time, some
            other time, maybe later, not right now, can t talk now, can t talk right now, let s
            talk in, let s talk later, try me again in, come back to me in, follow up in, follow
            up next
            """
        ),
        Signal.SUPPORT: phrases(
            """
            already a customer, existing customer, i m a customer, i am a customer, we re a
            customer, we are customers, we re customers, current customer, my account is, log in
            to my, log into my, can t log in, cannot log in, can t sign in, my invoice, my
            password, my order, my subscription, stopped working, not working, doesn t work,
            support ticket, technical support, tech support, was charged, been charged, a
            refund, my contract with you
            """
        ),
        Signal.WRONG_PERSON: phrases(
            """
            wrong number, wrong person, have the wrong, got the wrong, i didn t ask for, never
            asked for, that s not me, not the right person to contact, i m a student, i am a
            student, school project, homework, for my thesis, for my class, for a class,
            university project, offer you our, offer our services, offer my services, we sell, i
            sell, looking for a job, job application, my resume, my cv, are you hiring
            """
        ),
        Signal.REFUSES: phrases(
            """
            rather not, prefer not, that s personal, it s personal, private matter, won t say,
            won t tell, not going to say, not going to tell, not telling, don t want to say, don
            t want to share, don t want to give, not comfortable, none of your business, not
            your business, that s private, it s private, confidential, can t share, cannot
            share, can t disclose, can t say, can t tell you, keep that to myself, no comment,
            skip that, skip this, won t share, not giving
            """
        ),
        Signal.DOES_NOT_KNOW: phrases(
            """
            don t know, do not know, dont know, not sure, no idea, no clue, beats me, depends
            on, it depends, hard to tell, haven t a clue, couldn t tell you, haven t decided,
            have not decided, haven t thought, not decided, undecided, hard to say, couldn t
            say, can t say yet, not clear, to be determined, tbd, unsure, have to ask, need to
            ask, need to check, have to check, i d have to check, don t remember, haven t
            figured, dunno, idk
            """
        ),
        Signal.CORRECTS: phrases(
            """
            actually, i meant, i mean, correction, scratch that, make that, make it, no wait,
            wait no, sorry it s, sorry the, sorry that s, sorry i, my mistake, my bad, i was
            wrong, i made a mistake, i misspoke, let me correct, change that to, change it to,
            on second thought, rather it s, that s wrong, that s not right, that s not correct,
            not quite, should be, instead of
            """
        ),
        Signal.WHY: phrases(
            """
            why do you ask, why do you need, why do you want, why are you asking, why would you,
            why does it matter, why does that matter, why is that important, what do you need …
            for, what do you need it for, what does that matter, why should i tell, what s it to
            you, why do you care, what do you care
            """
        ),
        Signal.REPEAT: phrases(
            """
            say that again, say it again, repeat that, repeat the question, repeat please, can
            you repeat, could you repeat, please repeat, what do you mean, don t understand the
            question, didn t understand, didn t get that, didn t catch, what was the question,
            come again, rephrase
            """
        ),
        Signal.ABUSIVE: phrases(
            """
            idiot, moron, asshole, fuck, fucking, fuck you, fuck off, bullshit, shit, stupid
            bot, you re stupid, you are stupid, dumb bot, piece of crap, screw you, go to hell,
            bitch, bastard, useless bot, dumbass
            """
        ),
        Signal.IS_BOT_QUESTION: phrases(
            """
            are you a bot, who are you, who is this, who s this, who am i talking to, who am i
            speaking, are you a robot, are you a machine, are you an ai, are you ai, are you
            human, are you a human, are you a person, are you a real, are you real, are you
            actually, is this a bot, is this a robot, is this an ai, is this a real, is this a
            human, is this a person, is this automated, am i talking to a, am i talking to an,
            am i speaking to a, am i speaking with a, am i chatting with a, talking to a bot,
            talking to a machine, you a bot, a bot or, chatgpt, a computer or, a machine or, a
            robot or
            """
        ),
        Signal.LANGUAGE_SWITCH: phrases(
            """
            in english, speak english, en ingles, english please, hablas ingles, habla ingles,
            hablan ingles, hablais ingles
            """
        ),
        Signal.OPT_IN: phrases(
            """
            you can write to me again, want to talk again, you can text me again
            """
        ),
    },
    denials=phrases(
        """
        doesn, don, dont, isn, ni, never, no, not, wasn, without
        """
    ),
    asking=phrases(
        """
        what, which, how, when, where, who, do you, does, is there, are there, can i, can we,
        can you, could you, could i, could we, can it, will they, would you, should i, have you
        got, got any, any chance, would it, is it, are you, will it, will you, i d like to know,
        i want to know, i was wondering, wondering, tell me, by the way, do i, do we
        """
    ),
    statements=phrases(
        """
        when the, when we, when our, when i, when it, when my, when they, what we, what i, what
        our, what bothers, what matters, how we, how i, how our, where we, where i, who we,
        which we, which is, tell me about it, do i have to tell, will you stop
        """
    ),
    not_yet=phrases(
        """
        yet, for now, right now, at the moment, so far
        """
    ),
)
