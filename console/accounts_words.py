"""What are roles, areas and doings called on the pages of users, keys and the log?"""

from collections.abc import Mapping

from console.bearer import Area
from console.translations import N_
from storage.users import Role

ROLE_WORDS: Mapping[Role, str] = {
    "sales": N_("Sales: works on leads"),
    "admin": N_("Admin: also changes scripts, settings and users"),
    "auditor": N_("Auditor: reads everything, changes nothing"),
}
AREA_WORDS: Mapping[Area, str] = {
    "leads": N_("Leads"),
    "events": N_("Events"),
    "outcomes": N_("Outcomes"),
    "reports": N_("Reports"),
    "jobs": N_("Jobs"),
    "routing": N_("Routing"),
    "scripts": N_("Scripts"),
}
ACTION_WORDS: Mapping[str, str] = {
    "account.changed": N_("Changed their own account"),
    "api.changed": N_("Changed something by the API"),
    "api.read": N_("Read by the API"),
    "audit.exported": N_("Downloaded this log"),
    "audit.viewed": N_("Looked at this log"),
    "codes.asked_of_all": N_("Asked everybody for codes"),
    "codes.asked_of_none": N_("No longer asks everybody for codes"),
    "codes.renewed": N_("Made new recovery codes"),
    "codes.reset": N_("Took away somebody's second step"),
    "codes.set_up": N_("Set up codes by telephone"),
    "codes.switched_off": N_("Switched off codes by telephone"),
    "demo.removed": N_("Removed the made-up leads"),
    "delivery.retried": N_("Sent a delivery again"),
    "key.created": N_("Made an API key"),
    "key.revoked": N_("Revoked an API key"),
    "lead.accepted": N_("Accepted a lead"),
    "lead.answered": N_("Wrote to a lead"),
    "lead.assigned": N_("Assigned a lead"),
    "lead.erased": N_("Erased a person"),
    "lead.exported": N_("Exported a person"),
    "lead.given_back": N_("Gave a lead back to the agent"),
    "lead.merged": N_("Merged two people"),
    "lead.noted": N_("Wrote a private note"),
    "lead.rejected": N_("Rejected a lead"),
    "lead.reviewed": N_("Reviewed a near miss"),
    "lead.separated": N_("Separated two people"),
    "lead.snoozed": N_("Put a lead off"),
    "lead.taken_over": N_("Took a lead over"),
    "lead.viewed": N_("Looked at a lead"),
    "link.made": N_("Made a link for a password"),
    "password.changed": N_("Changed their password"),
    "recovery_code.used": N_("Used a recovery code"),
    "script.begun": N_("Began a script"),
    "script.discarded": N_("Discarded a draft"),
    "script.published": N_("Published a script"),
    "script.rolled_back": N_("Rolled a script back"),
    "script.saved": N_("Saved a draft"),
    "script.suggestion_asked": N_("Asked for a suggestion for a script"),
    "script.suggestion_opened": N_("Opened a suggestion for a script"),
    "script.tests_saved": N_("Saved the tests of a script"),
    "script.tried_on_leads": N_("Tried a draft on past leads"),
    "script.uploaded": N_("Uploaded a script"),
    "session.begun": N_("Signed in"),
    "session.ended": N_("Signed out"),
    "user.activated": N_("Let somebody in again"),
    "user.added": N_("Added a user"),
    "user.deactivated": N_("Closed an account"),
    "user.recognised": N_("Came by single sign-on for the first time"),
    "user.role_changed": N_("Changed a role"),
    "users.viewed": N_("Looked at the users"),
    "widget.added": N_("Added a website chat"),
    "widget.changed": N_("Changed a website chat"),
    "widget.removed": N_("Removed a website chat"),
    "widget.secret_made": N_("Made a new secret for a website chat"),
}
"""What is not here is shown by its own name."""
ACTOR_WORDS: Mapping[str, str] = {
    "api-token": N_("API_TOKEN of the server"),
    "terminal": N_("The command line"),
    "system": N_("Banter itself"),
}
