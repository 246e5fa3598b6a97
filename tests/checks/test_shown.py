"""A figure that is shown as one band's and rated as another's, replayed."""

from fractions import Fraction

from tests.corpus.reading import read_bytes

TEXT = b"""methodology example "Example" { version 1 language 1 }
scale rating { 0 poor  1 fair }
bands share: percent -> rating {
  exact
  shown half up to whole
  below 65 poor
  65 and over fair
}
"""


def test_the_smallest_count_is_shown_as_a_figure_of_another_band() -> None:
    rules, found = read_bytes(TEXT)
    (one,) = (one for one in found if one.code == "SHOWN-CONTRADICTS")
    assert rules is not None
    bands = rules.bands["share"]
    yes, _, base = str(one.data["count"]).partition(" of ")
    share = Fraction(int(yes), int(base))
    band = bands.find(share)

    assert band is not None
    assert ("poor", Fraction(65)) == (band.level.id, bands.show(share))


def test_no_smaller_base_has_such_a_count() -> None:
    rules, found = read_bytes(TEXT)
    (one,) = (one for one in found if one.code == "SHOWN-CONTRADICTS")
    assert rules is not None
    bands = rules.bands["share"]
    base = int(str(one.data["count"]).partition(" of ")[2])
    shares = [Fraction(y, b) for b in range(1, base) for y in range(b + 1)]

    assert [] == [s for s in shares if s * 100 < 65 <= bands.show(s)]
