"""What is still to be done before prospects write? PURE: made of how things stand, never ticked off
by hand.
"""

from dataclasses import dataclass

from console.translations import N_


@dataclass(frozen=True, slots=True)
class Standing:
    """How it is set up now."""

    model: bool
    """A language model is configured."""
    address: bool
    """We are reached by https under a name."""
    script: bool
    """Somebody has published a script of the firm's own."""
    teams: bool
    """A plan of teams holds that was written here."""
    place: bool
    """Qualified leads are delivered somewhere, or told of."""
    site: bool
    """A site's chat has been set up, or a telephone account is there."""
    colleague: bool
    """A second admin can come in."""
    codes: bool
    """Whoever looks signs in with a second step."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do, and where."""

    done: bool
    text: str
    why: str
    link: str


def first_steps(now: Standing) -> tuple[FirstStep, ...]:
    """All of them, in the order in which they are best done."""
    return (
        FirstStep(
            now.script,
            N_("Publish a script of your own"),
            N_("What the agent asks, what qualifies, and what it may say of you."),
            "/console/scripts",
        ),
        FirstStep(
            now.model,
            N_("Name a language model"),
            N_("OPENAI_API_KEY. Without one, answers are read by plain rules alone."),
            "#OPENAI_API_KEY",
        ),
        FirstStep(
            now.teams,
            N_("Write down who sells"),
            N_("So that every qualified lead has somebody who must accept it."),
            "/console/teams/plan",
        ),
        FirstStep(
            now.place,
            N_("Say where leads go"),
            N_("A CRM, an e-mail address, Slack or your own system."),
            "#WEBHOOK_URL",
        ),
        FirstStep(
            now.site,
            N_("Put the chat on a site, or connect a number"),
            N_("A snippet for each site; calls, SMS and WhatsApp by Twilio."),
            "/console/widget",
        ),
        FirstStep(
            now.address,
            N_("Be reached by https"),
            N_("PUBLIC_BASE_URL. Links in messages and signatures rest on it."),
            "#PUBLIC_BASE_URL",
        ),
        FirstStep(
            now.colleague,
            N_("Let in a second admin"),
            N_("Who can help you in when you cannot come in yourself."),
            "/console/users",
        ),
        FirstStep(
            now.codes,
            N_("Sign in with a second step"),
            N_("A code of your telephone beside the password."),
            "/console/account",
        ),
    )
