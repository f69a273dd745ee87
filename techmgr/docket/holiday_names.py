"""Names of public holidays as texts, so that each reader sees them in their language."""

import re

from techmgr.core.texts import Text, say

_OBSERVED = re.compile(r"(.+) \(observed\)")
_SWAPPED = re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)")

# Of the largest offices' calendars; other names stay in English. The catalogues hold them because they stand here.
NAMES = (
    say("Ascension Day"), say("Autumnal Equinox Day"), say("Children's Day"),
    say("Chinese New Year (Spring Festival)"), say("Chinese New Year's Eve"), say("Christmas Day"),
    say("Columbus Day"), say("Coming of Age Day"), say("Constitution Day"), say("Corpus Christi"),
    say("Culture Day"), say("Dragon Boat Festival"), say("Easter Monday"), say("Emperor's Birthday"),
    say("Epiphany"), say("Foundation Day"), say("German Unity Day"), say("Good Friday"),
    say("Greenery Day"), say("Independence Day"), say("Juneteenth National Independence Day"),
    say("Labor Day"), say("Labor Thanksgiving Day"), say("Marine Day"),
    say("Martin Luther King Jr. Day"), say("Memorial Day"), say("Mid-Autumn Festival"),
    say("Mountain Day"), say("National Day"), say("National Holiday"), say("New Year's Day"),
    say("Pentecost Monday"), say("Respect for the Aged Day"), say("Second Day of Christmas"),
    say("Showa Day"), say("Sports Day"), say("Substitute Holiday"), say("Thanksgiving Day"),
    say("Tomb-Sweeping Day"), say("Vernal Equinox Day"), say("Veterans Day"),
    say("Washington's Birthday"), say("All Saints' Day"),
)  # fmt: skip


def holiday_words(name: str) -> Text:
    """Return a closed day's name as a text: `Christmas Day (observed)` is 圣诞节（补休）.

    A name an office has written itself stays as it is.
    """
    if "; " in name:  # two on one day
        return say("{holidays}", holidays=tuple(map(holiday_words, name.split("; "))))
    if found := _OBSERVED.fullmatch(name):
        return say("{holiday} (observed)", holiday=Text(found[1]))
    if found := _SWAPPED.fullmatch(name):
        month, day, year = found.groups()
        return say("day off in exchange for {day}", day=f"{year}-{month}-{day}")
    return Text(name)
