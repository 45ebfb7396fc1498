"""Which words mean the same to somebody who asks to be left alone? English."""

from agent.cues.table import phrases

_DATA_OF_MINE = "number name phone email address details surname mobile cell"
_GIVEN = "give giving share sharing"

CLASSES = {
    "TELL": tuple(
        f"{give}{you} {mine} {datum}"
        for give in _GIVEN.split()
        for you in ("", " you", " u", " out", " away")
        for mine in ("my", "our", "any")
        for datum in _DATA_OF_MINE.split()
    ),
    "STOP": phrases(
        """
        stop, stahp, quit, cease, cease and desist, halt, discontinue, end, terminate, leave it out
        with, suspend, kill, knock off, lay off, cut out, refrain from, desist from, cease and
        desist from, abstain from, stop with, quit with, cut it out with, knock it off with, lay off
        with, lay off the, stop it with, give it a rest with, give up, pack in, pack it in with,
        chill with, ease up on, enough with, enough of, put an end to, put a stop to, stop all,
        cease all, quit all, cool it with, lay off me with, back off with, avoid, stopping, ceasing
        """
    ),
    "WRITING": phrases(
        """
        texting, messaging, contacting, writing, writing to, emailing, e mailing, mailing, phoning,
        bothering, spamming, harassing, pestering, annoying, bugging, disturbing, hassling, pinging,
        hounding, nagging, ringing, chasing, reaching out, reaching out to, following up, following
        up with, talking to, blowing up, hitting up, badgering, stalking, irritating, molesting,
        bombarding, flooding, dming, sliding into, getting in touch, getting in touch with,
        communicating with, soliciting, trying to reach, trying to contact, sliding in, messaging or
        calling, calling or texting, texting or calling, filling up, clogging up, clogging,
        cluttering, replying to, replying, buzzing, trying to sell, troubling, mithering, dialing,
        dialling, whatsapping, smsing, approaching, targeting, marketing to, selling to, pushing
        """
    ),
    "CALLING": phrases("calling"),
    "SENDING": phrases("sending, shooting, forwarding, delivering, giving, dropping, firing off"),
    "WRITE": phrases(
        """
        text, message, contact, write, write to, email, e mail, mail, phone, ring, bother, harass,
        pester, annoy, bug, disturb, hassle, ping, reach out, reach out to, get in touch, get in
        touch with, talk to, hmu, dm me, follow up, follow up with, chase, hit up, badger, blow up,
        approach, communicate with, dm, solicit, make contact with, make contact, trouble, target,
        whatsapp, sms, call or text, text or call, call or email, email or call, call or message,
        message or call, contact or call, text or email, bombard, reply to, hound, nag, be in touch,
        be in touch with, mither, come near
        """
    ),
    "CALL": phrases("call"),
    "GET": phrases("get, getting"),
    "AWAY": phrases(
        """
        back off, knock it off, cut it out, pack it in, bugger off, shove off, give it a rest, piss
        off, sod off, jog on, naff off, get bent, beat it, get lost, hop off, buzz off, go away,
        clear off, push off, take a hike, leave off, get out of here
        """
    ),
    "NEWS": phrases(
        "newsletter, newsletters, subscription, subscriptions, newsletter subscription"
    ),
    "SEND": phrases("send, shoot, forward, deliver, send out, share, give"),
    "CALLED": phrases(
        """
        contacted, texted, messaged, emailed, e mailed, bothered, spammed, harassed, pestered,
        disturbed, mailed, written to, approached, reached, solicited, hassled, bugged, annoyed,
        targeted, marketed to, reached out to, followed up with
        """
    ),
    "RUNG": phrases("called, phoned, rung"),
    "MSGS": phrases(
        """
        messages, texts, text messages, emails, e mails, mails, calls, notifications, promotions,
        offers, ads, adverts, advertising, communications, updates, mailings, alerts, reminders,
        follow ups, followups, phone calls, sales calls, cold calls, marketing, marketing messages,
        marketing emails, marketing texts, spam, junk, junk mail, crap, stuff, rubbish, garbage, bs,
        bullshit, nonsense, solicitations, correspondence, communication, outreach, whatsapps, sms
        messages, text message, blasts, promos, campaign messages, spam messages, spam texts, spam
        emails, automated messages, pitches, sales pitches, sales messages, bulletins, marketing
        material, marketing stuff, sales stuff, propaganda, pings, voicemails, sms marketing, email
        marketing
        """
    ),
    "NEVER": phrases(
        """
        don t, do not, never, never ever, not to, must not, don t you dare, do not ever, don t ever,
        dare not, no need to, shall not, may not, should not, shouldn t, cannot, can t, would rather
        you didn t, d rather you didn t, d rather you not, prefer you didn t, prefer you not, prefer
        that you don t, prefer that you not, prefer if you didn t, never again, no longer, please
        not, ask you not to, better not, kindly not, would you not, could you not, can you not, will
        you not, wish you wouldn t, stop trying to, not, nobody, no one, forbid you to, ur not to,
        don t try to, do not try to, don t even, don t even try to, don t bother to, don t go
        """
    ),
    "UNWANTED": phrases(
        """
        don t want, do not want, don t wish, do not wish, no longer want, no longer wish, don t
        need, do not need, don t like, do not like, no longer need, rather not, prefer not, would
        prefer not, have no wish, have no desire, have no interest in, am not interested in, not
        interested in, m not interested in, don t care for, do not care for, didn t want, never
        wanted, never asked, didn t ask, did not ask, no longer consent, don t consent, do not
        consent, never consented, did not consent, didn t consent, don t agree, do not agree, never
        agreed, did not agree, didn t agree, no longer agree, object, no longer interested in, don t
        appreciate, do not appreciate, do not authorize, do not authorise, don t authorize, refuse,
        ve no interest in, no desire, no wish, could do without, can do without, never gave you
        permission, didn t give you permission, did not give you permission, no interest in, not
        willing, wouldn t like, would not like, not keen on, not happy, don t accept, not okay, not
        ok, don t fancy, never signed up, didn t sign up, did not sign up, hate
        """
    ),
    "FEDUP": phrases(
        """
        sick of, tired of, fed up with, fed up of, done with, sick and tired of, annoyed by, annoyed
        with, had enough of, so done with, had it with, so over, bored of, irritated by
        """
    ),
    "RECEIVE": phrases(
        """
        receive, have, see, hear, receiving, seeing, hearing, having, be sent, being sent, read,
        reading, be receiving, be getting, be hearing, keep getting, keep receiving
        """
    ),
    "ME": phrases(
        """
        me, us, this number, that number, my number, my telephone, my telephone number, this
        telephone, this telephone number, this phone, my phone, my cell, my mobile, my wife, my
        husband, my partner, my mother, my mom, my mum, my dad, my father, my parents, my son, my
        daughter, my kids, my family, my girlfriend, my boyfriend, my office, my work, my home, my
        house, our office, my staff, my inbox, my email, this email, this address, this line, my
        company, our company, our number, our phone, our inbox, his phone, her phone, his number,
        her number, me or my family, my employees, my assistant, my secretary, my landline, this
        landline, my line, my whatsapp, my work phone, my work number, my cell phone, my phone
        number, this phone number, my email address, this email address, my sister, my brother, my
        son s phone, my mother s phone, my business, our business, this mobile, this cell, my
        messages, my dms, this device, my device, these numbers, this mailbox, my mailbox, this
        inbox, this account, my notifications, my voicemail
        """
    ),
    "DATA": phrases(
        """
        my details, my data, my info, my information, my contact details, my contact, my contact
        info, my name, my personal data, my personal details, my personal information, my record, my
        records, my profile, my digits, all my data, all my details, all my info, all my
        information, our details, our data, my entry, my name and number, my number and email, any
        data you hold on me, everything you have on me, everything about me, everything on me, any
        info you have on me, all information about me, all data about me, the data you have on me,
        the info you have on me, any trace of me, my contact information, my credentials, my file
        """
    ),
    "TAKE": phrases(
        """
        take, drop, strike, cross, pull, scratch, leave, kick, bump
        """
    ),
    "REMOVE": phrases(
        """
        remove, delete, erase, scrub, wipe, exclude, purge, withdraw, deregister, unlist, omit
        """
    ),
    "LOSE": phrases(
        """
        lose, ditch, burn, forget, trash, destroy, bin, toss, dump, get rid of, block, shred, throw
        away, throw out, chuck, forget you have, forget you had, rip up
        """
    ),
    "TAKEN": phrases(
        """
        removed, deleted, erased, taken, dropped, scrubbed, wiped, struck, excluded, purged,
        unsubscribed, opted out, withdrawn, left off, kept off, gone
        """
    ),
    "OFF": phrases(
        """
        off, off of, from, out of, out, away from, of
        """
    ),
    "LIST": phrases(
        """
        list, lists, mailing list, mailing lists, database, databases, system, systems, records,
        distribution, crm, books, contact list, call list, calling list, phone list, text list,
        email list, subscriber list, marketing list, distribution list, rotation, campaign,
        campaigns, file, spreadsheet, directory, roster, broadcast list, rolodex, sms list, contact
        book, address book, contact lists, group, thread, chat, broadcast, sequence, cadence
        """
    ),
    "YOUR": phrases(
        """
        your, these, those, this, that, the, any, any further, all these, all of these, all the, all
        your, such, any of your, more, this kind of, any other, more of your, more of these, any
        more of your, any more of these, your stupid, your damn, your bloody, your fucking, another,
        whatever, whichever, whatever that, every, each of your, so many, all this, all that,
        unsolicited, a single
        """
    ),
    "AGAIN": phrases(
        """
        again, nemore, agn, anymoar, any more, anymore, ever, ever again, further, in future, in the
        future, no more, any longer, for good, forever, permanently, at all, from now on, going
        forward, moving forward, henceforth, once and for all, nor ever, henceforward, another time,
        from here on, from here on out, in any way
        """
    ),
    "HUSH": phrases(
        """
        please, just, kindly, all, immediately, ffs, tf, the f, doing, fucking, bloody, damn, the
        hell, already, seriously, guys, bro, dude, man, mate, ok, okay, thanks, thank you, god, for
        god s sake, god damn, freaking, always, constantly, always be, literally, pls, yall, y all,
        plain, promptly, at once, today, even
        """
    ),
    "THEY": phrases(
        """
        they, he, she, people, contacts, reps, salespeople, agents, nobody ever, everyone,
        everybody, competitors, our team, my team, the team, staff, our staff, our sales team, our
        agents, our reps, our salespeople, sales team, colleagues, someone, anyone, somebody,
        anybody, who, most, many, half of them, some of them, that person, the other company, the
        competition, a rival, employees, our people, my people, my reps, my boss, my colleague,
        agency, the agency, the last agency, suppliers
        """
    ),
    "BUYERS": phrases(
        """
        customers, customer, clients, client, leads, lead, users, user, prospects, patients, guests,
        subscribers, buyers, callers, tenants, students, members, visitors, our customers, our
        leads, our clients, homeowners, shoppers, my customers, my clients
        """
    ),
    "THEM": phrases(
        """
        him, her, our list, our lists, our database, our crm, our newsletter, our emails, our
        messages, our texts, our calls, our system, our records, our follow ups, leads by, our
        campaigns, our reminders, our customer, our lead, our own, cold leads, bad leads, old leads,
        dead leads, by hand, manually
        """
    ),
    "WE": phrases("we, i, we re, we ve, i ve, i m"),
    "NOW": phrases("now, right now"),
    "THING": phrases(
        """
        pdf, pdfs, links, link, files, brochure, brochures, voice notes, voice messages, audio,
        audios, catalog, catalogue, attachments, pictures, photos, videos, prices, a price, quotes,
        a quote, invoices, documents, forms, memes, emojis, long messages, long texts, long emails,
        codes
        """
    ),
    "LATER": phrases(
        """
        until, till, before, after, between, during, while, when, if, unless, tonight, tomorrow, now
        but, yet, this week, next week, next month, this month, weekends, weekdays, mondays,
        tuesdays, wednesdays, thursdays, fridays, sundays, saturdays, monday, tuesday, wednesday,
        thursday, friday, saturday, sunday, mornings, evenings, nights, at night, at work, at lunch,
        so late, so early, this late, this early, late at night, past, in the morning, in the
        evening, in the middle, on weekends, for now, for today, for a while, for a bit, right away,
        so often, so much, too often, in the afternoon, every five minutes
        """
    ),
    "INSTEAD": phrases(
        """
        instead, rather, better, only, just email, just text, just call, just whatsapp, but email,
        but text, but call, use email, use whatsapp, use text, by email, by phone, by text, by
        whatsapp, over the phone, on whatsapp, via email, via phone, via text, via whatsapp, in
        spanish, in english, in caps, in german, in french, by post, on here, email is, text is,
        texts are, whatsapp is, email please, over sms, by mail, on this channel, just phone, just
        message, just sms, only phone, only email, is full, deaf
        """
    ),
}
ORDINARY = phrases(
    """
    dripping, shopping, shop, step, stock, store, story, stops, slot, spot, test, tests, next, tent,
    taxes, bell, cell, hall, hell, tall, fall, mall, wall, lost, lasts, past, fast, cost, most,
    task, tale, tape, time, tree, drop, crop, dress, house, horse, mouse, there, their, other,
    mother, things, thing, think, thinking, fitting, meeting, heating, setting, selling, telling,
    calling, filling, feeling, dealing, dating, hosting, testing, renting, rating, waiting,
    painting, working, waking, walking, making, taking, money, monthly, sales, sale, mall, small,
    place, price, prices, pipes, kitchen, roof, floor, doors, drawers, lease, least, leads, heads,
    beds, rooms, paint, point, points, seats, seat, plans, plan, trucks, tracks, tricks, deal, dear,
    read, ready, really, sport, sent, spent, rent, went, want, wants, paid, said, same, some, come,
    comes, contract, contracts, contractor, concept, contain, contest, content, connect, convert,
    concert, customize, ending, sending, lending, spending, bending, vending, reading, boarding,
    bonding
    """
)
SOUNDS = (("ph", "f"), ("ck", "k"), ("kn", "n"), ("ght", "t"))
"""Letters that sound alike."""
