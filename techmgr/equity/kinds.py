"""The kinds of share classes, holders and events, with their words."""

from enum import StrEnum

from techmgr.core.texts import Text, say


class ClassKind(StrEnum):
    """What a class of shares is. Warrants and options are no shares yet: they are exercised."""

    COMMON = "common"
    PREFERRED = "preferred"
    WARRANT = "warrant"
    OPTION = "option"

    @property
    def is_right(self) -> bool:
        """Tell whether it is only a right to shares."""
        return self in (ClassKind.WARRANT, ClassKind.OPTION)


class HolderKind(StrEnum):
    """Who holds: the university itself, its office or fund, an inventor, or somebody else."""

    UNIVERSITY = "university"
    OFFICE = "office"
    FUND = "fund"
    INVENTOR = "inventor"
    FOUNDER = "founder"
    INVESTOR = "investor"
    POOL = "pool"
    OTHER = "other"

    @property
    def is_ours(self) -> bool:
        """Tell whether the university has the certificate and can sell it."""
        return self in (HolderKind.UNIVERSITY, HolderKind.OFFICE, HolderKind.FUND)


class EventKind(StrEnum):
    """What happens to shares."""

    ISSUE = "issue"
    ROUND = "round"
    SPLIT = "split"
    EXERCISE = "exercise"
    CONVERSION = "conversion"
    DISTRIBUTION = "distribution"
    SALE = "sale"
    DIVIDEND = "dividend"
    WRITE_OFF = "write_off"


CLASS_WORDS: dict[str, Text] = {
    ClassKind.COMMON: say("Common shares"),
    ClassKind.PREFERRED: say("Preferred shares"),
    ClassKind.WARRANT: say("Warrants"),
    ClassKind.OPTION: say("Options"),
}
HOLDER_WORDS: dict[str, Text] = {
    HolderKind.UNIVERSITY: say("University"),
    HolderKind.OFFICE: say("Licensing office"),
    HolderKind.FUND: say("Managed fund"),
    HolderKind.INVENTOR: say("Inventor"),
    HolderKind.FOUNDER: say("Founder"),
    HolderKind.INVESTOR: say("Investor"),
    HolderKind.POOL: say("Employees' pool"),
    HolderKind.OTHER: say("Other holders"),
}
EVENT_WORDS: dict[str, Text] = {
    EventKind.ISSUE: say("Issue"),
    EventKind.ROUND: say("Financing round"),
    EventKind.SPLIT: say("Share split"),
    EventKind.EXERCISE: say("Exercise"),
    EventKind.CONVERSION: say("Conversion"),
    EventKind.DISTRIBUTION: say("Shares distributed"),
    EventKind.SALE: say("Sale"),
    EventKind.DIVIDEND: say("Dividend"),
    EventKind.WRITE_OFF: say("Write-off"),
}
