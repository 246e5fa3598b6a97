"""A statement that fits nowhere points at the line that lacks an opening brace."""

import pytest
from tests.corpus.reading import read_bytes

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
OF_QUESTION = """record case {
  question 1 "Seen?" {
    prompt a "Early?"
      guidance "Look."
    }
    prompt b "Late?"
  }
}
"""
FURTHER_UP = """record case {
  question 1 "Seen?" {
    prompt a "Early?"
      guidance "Look."
    }
  }
  fact woman: yes or no
}
record interview { plural interviews }
fact age: whole 0 to 120
"""
BELOW_A_HEAD = """record case {
  fact age: whole 0 to 120
  question 1
      "Seen?"
    guidance "Look."
    asked when age above 17
  }
}
"""
ON_ONE_LINE = """record case {
  fact age: whole 0 to 120 guidance "Years." }
  fact woman: yes or no
}
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [(OF_QUESTION, 4), (FURTHER_UP, 4), (BELOW_A_HEAD, 5), (ON_ONE_LINE, 3)],
)
def test_the_line_is_shown(text: str, line: int) -> None:
    found = read_bytes((HEAD + text).encode())[1]
    related = [other for one in found for other in one.related]
    missing = [one.span.first.line for one in related if "missing here" in one.label]

    assert line in missing


def test_a_title_on_a_line_of_its_own_does_not_move_a_block() -> None:
    text = """record case {
  question one
      "Is it seen?" {
    guidance "Look."
  }
  question two "Is it heard?" {
    guidance "Listen."
}
"""
    (found,) = read_bytes((HEAD + text).encode())[1]

    assert "UNCLOSED-BLOCK" == found.code
    assert found.related[0].span.first.line == 7
