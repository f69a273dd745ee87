"""Kills a process at random moments during actions: no acknowledged action is lost, the office stays whole.

`torture.py` kills 10,000 times, or as often as TECHMGR_KILLS says. A child acknowledges each action
on a pipe once it is saved; the parent stops it with SIGKILL and looks the acknowledged ones up.
"""

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from techmgr import schema
from techmgr.people import searching
from techmgr.people.model import Person
from techmgr.storage.audit import AuditEntry
from techmgr.storage.check import check
from techmgr.storage.unit import Undo, Unit, action

assert searching  # persons are searched, so that killing meets the index as well

LONGEST = 0.04  # seconds a child may live after its first acknowledged action
CHECKED_EVERY = 50  # kills
SHOWN_EVERY = 1_000


@action(undo=Undo.RESTORE)
def take_on(unit: Unit, request: list[str]) -> int:
    """Add persons, so that the whole list or none of it must be there after a kill."""
    unit.session.add_all([Person(name=name, sort_name=name) for name in request])
    return len(request)


def work(place: str, seed: int, told: int) -> None:
    """In the child: act without end, and tell each entry's number and size once it is saved."""
    chance = random.Random(seed)
    office = schema.open_office(place, officer="Ada")
    while True:
        if chance.random() < 0.2:
            number = office.undo_last().entry if office.read(_can_undo) else None
        else:
            names = [f"{seed} {each}" for each in range(chance.choice((1, 2, 40)))]
            number = office.act(take_on, names).entry
        if number is not None:
            os.write(told, number.to_bytes(8, "big"))


def _can_undo(session) -> bool:
    newest = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).first()
    return newest is not None and newest.undoes is None


@dataclass
class Torture:
    """One office under kills. Always true: `acknowledged` is the highest number a child was told."""

    place: str
    acknowledged: int = 0
    kills: int = 0
    chance: random.Random = field(default_factory=random.Random)

    def kill_once(self) -> None:
        """Start a child, let it act, kill it, and check what it was told."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                work(self.place, self.kills, writing)
            finally:
                os._exit(1)
        os.close(writing)
        time.sleep(self.chance.uniform(0, LONGEST))
        first = os.read(reading, 8) if self.chance.random() < 0.8 else b""
        time.sleep(self.chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        _child, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child ended by itself: see what it said above"
        self._hear(first + _rest(reading))
        self.kills += 1
        self.look()

    def _hear(self, told: bytes) -> None:
        numbers = [int.from_bytes(told[at : at + 8], "big") for at in range(0, len(told), 8)]
        self.acknowledged = max([self.acknowledged, *numbers])

    def look(self) -> None:
        """Compare with the office; now and then with the full check."""
        office = schema.open_office(self.place, officer="Ada")
        newest = (
            office.read(lambda session: session.scalar(select(func.max(AuditEntry.number)))) or 0
        )
        unclean = office.was_unclean
        office.close()
        assert newest >= self.acknowledged, f"entry {self.acknowledged} was lost, {newest} is left"
        # At most one action was saved whose acknowledgement the kill cut off.
        assert newest <= self.acknowledged + 1, (
            f"{newest - self.acknowledged} entries nobody was told of"
        )
        assert unclean or self.kills == 0 or newest == self.acknowledged
        self.acknowledged = newest
        if self.kills % CHECKED_EVERY == 0:
            found = check(self.place)
            assert not found, [str(finding.text) for finding in found]


def _rest(reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read()


def main(kills: int, seed: int) -> None:
    """Torture a fresh office and say how it went."""
    with tempfile.TemporaryDirectory(prefix="techmgr-torture-") as folder:
        place = str(Path(folder) / "office.techmgr")
        schema.create(place)
        torture = Torture(place, chance=random.Random(seed))
        for kill in range(1, kills + 1):
            torture.kill_once()
            if kill % SHOWN_EVERY == 0:
                print(f"{kill} kills, {torture.acknowledged} entries", flush=True)
        assert check(place) == []
        assert torture.acknowledged > kills // 2, "the children hardly came to act"
    print(f"{kills} kills: {torture.acknowledged} actions saved, none lost (seed {seed})")


if __name__ == "__main__":
    main(
        int(os.environ.get("TECHMGR_KILLS", "10000")),
        int(os.environ.get("TECHMGR_SEED", str(random.SystemRandom().randrange(1_000_000)))),
    )
    sys.stdout.flush()
