"""What the tests of intake share: a plausible target, and files written on the spot."""

from pathlib import Path

import pytest

from techmgr.core.texts import say
from techmgr.intake.fields import Field, Kind, Target
from techmgr.intake.normalising import APPLICATION_NUMBER, NO_DAY, PATENT_NUMBER

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def data():
    return DATA


@pytest.fixture
def cases():
    return Target(
        "cases",
        say("Cases"),
        (
            Field("number", say("Case number"), names=("case no", "案号"), required=True),
            Field("title", say("Title"), names=("发明名称",)),
            Field(
                "status",
                say("Status"),
                Kind.CHOICE,
                choices={"Issued": "issued", "Application": "application"},
            ),
            Field("centre", say("Centre"), names=("center",)),
            Field("patent_number", say("Patent number"), rules=PATENT_NUMBER),
            Field(
                "application_number",
                say("Application number"),
                names=("application sn",),
                rules=APPLICATION_NUMBER,
            ),
            Field(
                "expires",
                say("Expiry date"),
                Kind.DAY,
                names=("patent expiration date",),
                rules=(NO_DAY,),
            ),
            Field("trl", say("TRL"), Kind.NUMBER),
            Field("inventors", say("Inventors"), Kind.SHARES),
            Field("fee", say("Fee"), Kind.MONEY, currency_field="currency"),
            Field("currency", say("Currency")),
        ),
        ("number",),
    )


@pytest.fixture
def written(tmp_path):
    """Write a file from text or bytes and return its path."""

    def write(content, name="portfolio.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write
