"""What the audit trail records, in words: actions, kinds of record, fields and states."""

from techmgr.core.texts import Text, say

STATES = {
    "active": say("under way"),
    "done": say("done"),
    "draft": say("draft"),
    "approved": say("approved"),
    "posted": say("posted"),
    "paid": say("paid"),
    "reversed": say("reversed"),
    "ended": say("ended"),
    "extended": say("extended"),
    "invoiced": say("invoiced"),
    "met": say("met"),
    "missed": say("missed"),
    "not_started": say("not started"),
    "open": say("open"),
    "planned": say("planned"),
    "recoverable": say("to recover"),
    "recovered": say("recovered"),
    "accepted": say("accepted"),
    "received": say("received"),
    "sent_back": say("sent back"),
    "signed": say("signed"),
    "settled": say("settled"),
    "terminated": say("terminated"),
    "expired": say("expired"),
    "waiting": say("waiting"),
    "waived": say("waived"),
    "withdrawn": say("withdrawn"),
    "written_off": say("written off"),
}


def action_words(action: str) -> Text:
    """Return an action's words: `royalty.post_run` is "Post run"."""
    return Text(_capital(action.partition(".")[2]))


def record_words(kind: str) -> Text:
    """Return a kind of record in words; the table of cases is named for their technology."""
    return Text(_capital("case" if kind == "technology" else kind))


def field_words(field: str) -> Text:
    """Return a field's words: `manager_id` is "Manager"."""
    return Text(_capital(field.removesuffix("_id")))


def state_words(state: str) -> Text:
    """Return a state's words; one that has none stands as it is recorded."""
    return STATES.get(state, Text(state))


def _capital(name: str) -> str:
    return name.replace("_", " ").capitalize()
