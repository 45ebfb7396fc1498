"""Where the caller cut in is found in what was spoken."""

from channels.calls.utterances import Cut, Sentence, Utterances, sentences_of

FIRST = Sentence("m1", "It is €25.", "It is twenty-five euros.")
SECOND = Sentence("m1", "What is your budget?", "What is your budget?")
FILLER = Sentence(None, "One moment.", "One moment.")


def said(*sentences: Sentence) -> Utterances:
    utterances = Utterances()
    for one in sentences:
        utterances.add(one)
    return utterances


def test_a_sentence_heard_whole_is_kept_as_it_was_written() -> None:
    cut = said(FIRST, SECOND).cut("it is twenty five euros. What")
    assert cut == Cut({"m1": "It is €25. What"}, (SECOND,), late=False)


def test_nothing_heard_is_nothing() -> None:
    assert said(FIRST, SECOND).cut("") == Cut({"m1": ""}, (FIRST, SECOND), late=False)


def test_what_was_heard_to_its_end_was_not_cut() -> None:
    assert said(FIRST).cut("It is twenty-five euros") == Cut({}, (), late=False)


def test_the_words_may_begin_at_any_sentence() -> None:
    assert said(FIRST, SECOND).cut("What is your").heard == {"m1": "It is €25. What is your"}


def test_a_filler_is_no_part_of_a_message() -> None:
    cut = said(FILLER, FIRST).cut("One moment. It is")
    assert cut == Cut({"m1": "It is"}, (FIRST,), late=False)


def test_words_that_were_transcribed_otherwise_are_counted() -> None:
    assert said(FIRST, SECOND).cut("Iris 25").heard == {"m1": "It is"}


def test_words_from_before_the_caller_spoke_come_late() -> None:
    utterances = said(FIRST)
    utterances.caller_spoke()
    utterances.add(SECOND)
    assert utterances.cut("It is") == Cut({"m1": "It is"}, (FIRST,), late=True)


def test_each_message_is_cut_by_itself() -> None:
    other = Sentence("m2", "Are you there?", "Are you there?")
    cut = said(FIRST, other).cut("It is twenty-five euros. Are")
    assert cut.heard == {"m2": "Are"}


def test_a_figure_or_an_address_ends_no_sentence() -> None:
    assert sentences_of("Write to a.b@acme.com. It is 3.000 €! Yes…  Bye") == [
        "Write to a.b@acme.com.",
        "It is 3.000 €!",
        "Yes…",
        "Bye",
    ]
