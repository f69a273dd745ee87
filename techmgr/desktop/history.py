"""Where the user has been: back and forward, as in a browser."""

from dataclasses import dataclass, field

from techmgr.desktop.pages import Place

_MOST = 200


@dataclass(slots=True)
class History:
    """`here` is the present place; going somewhere forgets what lay forward."""

    places: list[Place] = field(default_factory=list)
    here: int = -1

    def go(self, place: Place) -> None:
        """Add a place, unless it is the present one."""
        if self.places and self.places[self.here] == place:
            return
        self.places = [*self.places[: self.here + 1], place][-_MOST:]
        self.here = len(self.places) - 1

    def can_step(self, by: int) -> bool:
        """Whether there is a place that many steps away."""
        return 0 <= self.here + by < len(self.places)

    def step(self, by: int) -> Place:
        """Move and return the place there."""
        self.here += by
        return self.places[self.here]

    def replace(self, place: Place) -> None:
        """Exchange the present place, such as a new record that has got its number."""
        if self.places:
            self.places[self.here] = place
