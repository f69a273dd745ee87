"""Charts and boxes drawn on paper, each as wide as its column."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus import Flowable

from techmgr.documents.charts import Bars, Part, Ranked, SplitBar, Stacked, Waterfall
from techmgr.documents.fonts import Weight, width
from techmgr.documents.typeset import BODY, BRAND, QUIET, Type, draw_line, fitted, ink

_DARK_SERIES = 3  # white text on the first three of the palette, dark on the rest
_LABEL = QUIET.coloured("text_primary")
_GAP = 1.5
_INSIDE = (8.5, 8.0, 7.5)  # sizes tried for words inside a bar; amounts are larger
_LARGER = 2.0


class Drawn(Flowable):  # type: ignore[misc]  # the PDF library has no types
    """A drawing as wide as its column and as high as it says once it knows that width."""

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        self.width = room
        self.height = self.measured()
        return room, self.height

    def measured(self) -> float:
        raise NotImplementedError

    def box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        self.canv.setFillColor(ink(colour))
        self.canv.rect(x, y, wide, high, stroke=0, fill=1)

    def line(self, x: float, y: float, to_x: float, colour: str, thick: float = 0.5) -> None:
        self.canv.setStrokeColor(ink(colour))
        self.canv.setLineWidth(thick)
        self.canv.line(x, y, to_x, y)

    def text(self, x: float, y: float, words: str, kind: Type) -> None:
        draw_line(self.canv, x, y, words, kind)


class DrawnSplitBar(Drawn):
    """One bar in parts. Words that do not fit into their part make all of them a list below."""

    def __init__(self, chart: SplitBar) -> None:
        super().__init__()
        self.chart = chart

    def measured(self) -> float:
        sizes = _INSIDE if self.chart.labelled_inside else ()
        self.size, self.labels = 0.0, [[part.label] for part in self.chart.parts]
        for size in sizes:
            labels = [self._broken(at, size) for at in range(len(self.chart.parts))]
            if all(labels):
                self.size, self.labels = size, labels
                break
        if not self.size:
            return 14.0 + 15 * len(self.chart.parts) + 4
        return 24.0 + 11 * max(len(lines) for lines in self.labels)

    def _broken(self, at: int, size: float) -> list[str]:
        """Break a label, at a comma if need be, so that it fits into its part; [] if it cannot."""
        part, room = self.chart.parts[at], self._room(at) - 10
        if width(part.shown, size + _LARGER, Weight.STRONG) > room:
            return []
        words, _, rate = part.label.rpartition(", ")
        for lines in ([part.label], [f"{words},", rate] if words else []):
            if lines and all(width(line, size) <= room for line in lines):
                return lines
        return []

    def _room(self, at: int) -> float:
        edges = self.chart.edges()
        return float(edges[at + 1] - edges[at]) * self.width - _GAP

    def draw(self) -> None:
        high = self.height if self.size else 14.0
        for at, part in enumerate(self.chart.parts):
            left = float(self.chart.edges()[at]) * self.width
            if part.size:
                last = at == len(self.chart.parts) - 1
                wide = self._room(at) + (_GAP if last else 0)
                self.box(left, self.height - high, wide, high, f"series_{at}")
            if self.size:
                self._write_inside(at, part, left + 6)
            else:
                self._list(at, part, self.height - high - 15 * (at + 1))

    def _write_inside(self, at: int, part: Part, x: float) -> None:
        colour = "white" if at % 6 < _DARK_SERIES else "text_primary"
        for down, line in enumerate(self.labels[at]):
            self.text(x, self.height - 13 - 11 * down, line, Type(self.size, colour=colour))
        self.text(x, 8, part.shown, Type(self.size + _LARGER, Weight.STRONG, colour))

    def _list(self, at: int, part: Part, y: float) -> None:
        kind = BODY.sized(9.25)
        taken = width(part.shown, kind.size) + 24
        self.box(0, y - 0.5, 7, 7, f"series_{at}")
        self.text(13, y, fitted(part.label, kind, self.width - taken), kind)
        self.text(self.width, y, part.shown, kind.right())


class DrawnBars(Drawn):
    """Upright bars with their values above and their names below; the last one is dark."""

    _foot, _tallest = 16.0, 100.0

    def __init__(self, chart: Bars) -> None:
        super().__init__()
        self.chart = chart

    def measured(self) -> float:
        return 132.0

    def draw(self) -> None:
        count = len(self.chart.bars)
        pitch = self.width / max(count, 1)
        lowest = min([0.0, *map(float, self.chart.heights())])
        scale = self._tallest / (1 - lowest)
        ground = self._foot - lowest * scale
        for at, bar in enumerate(self.chart.bars):
            high = float(self.chart.heights()[at]) * scale
            self._bar(bar, (at + 0.5) * pitch, pitch, (ground, high), is_last=at == count - 1)
        self.line(0, ground, self.width, "line_strong")

    def _bar(
        self, bar: Part, middle: float, pitch: float, span: tuple[float, float], *, is_last: bool
    ) -> None:
        ground, high = span
        wide = min(pitch * 0.68, 40)
        self.box(middle - wide / 2, ground, wide, high, BRAND if is_last else "context")
        label = _LABEL.strong() if is_last else QUIET
        centred = Type(label.size, label.weight, label.colour, "center")
        self.text(middle, ground + max(high, 0) + 4, bar.shown, centred)
        below = Type(QUIET.size, colour=QUIET.colour, align="center")
        self.text(middle, 3, fitted(bar.label, below, pitch), below)


class DrawnStacked(Drawn):
    """Upright bars cut into series, the total above and the name below; the series are listed."""

    _foot, _tallest = 16.0, 110.0

    def __init__(self, chart: Stacked) -> None:
        super().__init__()
        self.chart = chart

    def measured(self) -> float:
        return self._foot + self._tallest + 16 + 14 * len(self.chart.series)

    def draw(self) -> None:
        ground = self.height - self._tallest - 14
        pitch = self.width / max(len(self.chart.columns), 1)
        for at in range(len(self.chart.columns)):
            self._column(at, (at + 0.5) * pitch, pitch, ground)
        self.line(0, ground, self.width, "line_strong")
        for at, (label, _) in enumerate(self.chart.series):
            y = ground - self._foot - 14 * (at + 1)
            self.box(0, y, 7, 7, f"series_{at % 6}")
            self.text(13, y, fitted(label, QUIET, self.width - 20), QUIET)

    def _column(self, at: int, middle: float, pitch: float, ground: float) -> None:
        wide = min(pitch * 0.68, 40)
        edges = [float(edge) * self._tallest for edge in self.chart.edges(at)]
        for series, (low, high) in enumerate(pairwise(edges)):
            colour = f"series_{series % 6}"
            self.box(middle - wide / 2, ground + low, wide, high - low, colour)
        small = Type(7, colour=_LABEL.colour, align="center")
        self.text(middle, ground + edges[-1] + 4, self.chart.shown[at], small)
        below = Type(QUIET.size, colour=QUIET.colour, align="center")
        self.text(middle, ground - 12, fitted(self.chart.columns[at], below, pitch), below)


class DrawnRanked(Drawn):
    """One line per bar: its words, the bar, its amount."""

    _row = 18.0

    def __init__(self, chart: Ranked) -> None:
        super().__init__()
        self.chart = chart

    def measured(self) -> float:
        return self._row * len(self.chart.bars) + 4

    def draw(self) -> None:
        kind = BODY.sized(9.25)
        names = self.width * 0.42
        amounts = max((width(bar.shown, kind.size) for bar in self.chart.bars), default=0) + 12
        room = self.width - names - amounts
        for at, (bar, length) in enumerate(zip(self.chart.bars, self.chart.lengths(), strict=True)):
            y = self.height - self._row * (at + 1) + 5
            self.text(0, y, fitted(bar.label, kind, names - 10), kind)
            self.text(self.width, y, bar.shown, kind.right())
            self.box(names, y - 2, max(float(length) * room, 0.75), 10, "series_0")


class DrawnWaterfall(Drawn):
    """One line per step: its name, its bar where it begins and ends, its amount."""

    _row = 18.0

    def __init__(self, chart: Waterfall) -> None:
        super().__init__()
        self.chart = chart

    def measured(self) -> float:
        return self._row * len(self.chart.steps) + 4

    def draw(self) -> None:
        spans = self.chart.spans()
        low, high = _reach(spans)
        kind = BODY.sized(9.25)
        names = self.width * 0.36
        amounts = max((width(step.shown, kind.size) for step in self.chart.steps), default=0) + 12
        scale = (self.width - names - amounts) / (high - low or 1)
        for at, (step, (start, end)) in enumerate(zip(self.chart.steps, spans, strict=True)):
            y = self.height - self._row * (at + 1) + 5
            shown = kind.strong() if at in self.chart.totals else kind
            self.text(0, y, fitted(step.label, shown, names - 10), shown)
            self.text(self.width, y, step.shown, shown.right())
            left = names + (min(start, end) - low) * scale
            self.box(left, y - 2, max(abs(end - start) * scale, 0.75), 10, self._colour(at))

    def _colour(self, at: int) -> str:
        if at in self.chart.totals or at == 0:
            return BRAND
        return "context" if self.chart.steps[at].size >= 0 else "series_3"


def _reach(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    ends = [end for span in spans for end in span]
    return min([*ends, 0]), max([*ends, 0])


class TickBoxes(Drawn):
    """Boxes to tick with a pen, set to the right."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = words

    def measured(self) -> float:
        return 18.0

    def draw(self) -> None:
        right = self.width
        for word in reversed(self.words):
            self.text(right, 5, word, BODY.sized(9).right())
            right -= width(word, 9) + 12
            self.canv.setStrokeColor(ink("text_secondary"))
            self.canv.setLineWidth(0.6)
            self.canv.rect(right, 4, 8.5, 8.5, stroke=1, fill=0)
            right -= 8


class StepStrip(Drawn):
    """The states of the steps, set to the right. Each state has its own shape, not colour alone."""

    _cell, _high = 9.0, 6.5

    def __init__(self, states: Sequence[str]) -> None:
        super().__init__()
        self.states = states

    def measured(self) -> float:
        return 16.0

    def draw(self) -> None:
        right = self.width - len(self.states) * self._cell
        for at, state in enumerate(self.states):
            self.step(right + at * self._cell, state)

    def step(self, x: float, state: str) -> None:
        wide, fill = self._cell - 1.5, f"step_{state}"
        match state:
            case "not_started" | "waived":
                self.box(x, 6.5, wide, 1.5, fill)
            case "planned" | "waiting":
                self.box(x, 4, wide * 0.4, self._high, fill)
                self.box(x + wide * 0.6, 4, wide * 0.4, self._high, fill)
            case "overdue" | "missed":
                self.box(x, 2, wide, self._high + 4, fill)
                mark = Type(7, Weight.STRONG, "white", "center")
                self.text(x + wide / 2, 4.8, "!" if state == "overdue" else "×", mark)
            case _:
                self.box(x, 4, wide, self._high, fill)


def drawn(chart: Bars | SplitBar | Waterfall | Stacked | Ranked) -> Drawn:
    """Return the drawing of a chart."""
    match chart:
        case SplitBar():
            return DrawnSplitBar(chart)
        case Bars():
            return DrawnBars(chart)
        case Waterfall():
            return DrawnWaterfall(chart)
        case Stacked():
            return DrawnStacked(chart)
        case Ranked():
            return DrawnRanked(chart)
