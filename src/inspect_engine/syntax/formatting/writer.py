"""Lines as they are written: tokens put one after another, regions broken at need."""

from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.regions import STEP, WIDTH, Region, Tree


class Writer:
    """Holds the lines so far and the one being written, with its trailing comment."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.lines: list[tuple[str, str]] = []
        self.line = ""
        self.comment = ""
        self.base = 0
        self.told: set[int] = set()
        self.width = WIDTH

    def new_line(self, indent: int) -> None:
        """End the line, if anything is on it, and begin another."""
        if self.line.strip():
            self.lines.append((self.line, self.comment))
            self.comment = ""
        self.line = " " * indent

    def blank_line(self) -> None:
        """Leave a line blank."""
        self.new_line(0)
        self.lines.append(("", ""))

    def remark(self, text: str, indent: int) -> None:
        """Write a comment on a line of its own."""
        self.new_line(indent)
        self.line += text
        self.new_line(indent)

    def text(self, text: str, last: int) -> None:
        """Write tokens whose layout is settled; `last` is the last of them."""
        self.line += text
        self.comment = self.pieces.remarks[last].trailing

    def piece(self, at: int, indent: int) -> None:
        """Write a token behind the one before it, or below that one's comment."""
        remarks = self.pieces.remarks[at]
        below = max(indent, self.base + STEP)
        if self.comment:
            self.new_line(below)
        if at not in self.told:
            for words, _ in remarks.before:
                self.remark(words, below)
        is_fresh = not self.line.strip()
        self.line += ("" if is_fresh else self.pieces.space(at)) + self.pieces.texts[at]
        self.comment = remarks.trailing

    def fits(self, start: int, end: int, tail: int = 0, width: int = WIDTH) -> bool:
        """Whether tokens can follow on this line, with so much room after them."""
        if self.comment or self.pieces.has_comment(start, end):
            return False
        if start not in self.told and self.pieces.remarks[start].before:
            return False
        before = len(self.line) + 1 if self.line.strip() else len(self.line)
        whole = before + len(self.pieces.flat(start, end)) + tail
        return whole <= max(width, self.width)

    def put(self, tree: Tree, indent: int, tail: int = 0) -> None:
        """Write a region on this line or, where it does not fit, on several."""
        region = tree.region
        if self.fits(region.start, region.end, tail, region.width):
            space = self.pieces.space(region.start) if self.line.strip() else ""
            flat = self.pieces.flat(region.start, region.end)
            self.text(space + flat, region.end - 1)
        elif region.is_text:
            self._put_text(region, indent)
        else:
            self._put_broken(tree, indent, tail)

    def _put_text(self, region: Region, indent: int) -> None:
        self.piece(region.start, indent)
        column = len(self.line) - len(self.pieces.texts[region.start])
        for at in range(region.start + 1, region.end):
            self.new_line(column)
            self.piece(at, column)

    def _put_broken(self, tree: Tree, indent: int, tail: int) -> None:
        region, at, here = tree.region, tree.region.start, indent
        inside = {child.region.start: child for child in tree.inside}
        breaks = self._breaks(region, indent)
        while at < region.end:
            if at in breaks and self._is_break(region, breaks, at, tail):
                is_back = region.is_bracket and at == region.end - 1
                here = indent + (0 if is_back else region.nest)
                self.new_line(here)
            if at in region.columns:
                self.line = self.line.ljust(here + region.columns[at] - 1)
            if at in inside:
                end = inside[at].region.end
                self.put(inside[at], here, self._tail(region, breaks, end, tail))
                at = end
            else:
                self.piece(at, here)
                at += 1

    def _breaks(self, region: Region, indent: int) -> list[int]:
        """Where the region is broken; nowhere, if that would save too little."""
        breaks = sorted(region.breaks)
        if region.only_beyond:
            before = self.pieces.flat(region.start, breaks[0])
            if len(self.line) + len(before) - indent < region.only_beyond:
                return []
        return breaks

    def _is_break(self, region: Region, breaks: list[int], at: int, tail: int) -> bool:
        """Whether a line ends here; of a filled region, only where it is full."""
        if not region.is_filled or self.pieces.remarks[at].is_first:
            return True
        end = next((one for one in breaks if one > at), region.end)
        return not self.fits(at, end, tail if end == region.end else 0)

    def _tail(self, region: Region, breaks: list[int], at: int, tail: int) -> int:
        """The width of what must follow on the same line."""
        end = next((one for one in breaks if one >= at), region.end)
        width = len(self.pieces.flat(at, end))
        space = len(self.pieces.space(at)) if end > at else 0
        return space + width + (tail if end == region.end else 0)
