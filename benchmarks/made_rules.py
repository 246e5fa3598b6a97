"""Rule sets of any size, made for measuring: every construct, in realistic shares.

The names are those of no inspectorate. A rule set of few standards is what the
seeding of faults starts from; one of many is what checking is timed with.
"""

from collections.abc import Iterator

HEAD = """methodology made/large "Made for measuring" {
  version   2024.1
  language  1
  in force  from 2024-04-01
  publisher "Nobody"
  source manual "The manual, with every figure in it" at "https://example.org/manual"
  assumed "all of it, since nobody publishes it"
}

scale rating "Rating" {
  0 inadequate           "Inadequate"
  1 requires_improvement "Requires improvement"
  2 good                 "Good"
  3 outstanding          "Outstanding"
  cite manual "page 1"
}
scale progress "Progress" {
  0 none_made   "None"
  1 some_made   "Some"
  2 enough_made "Enough"
  cite manual "page 1"
}
answers extent "To what extent?" in order {
  hardly "Hardly" also "little"
  partly "Partly"
  fully  "Fully" counts as yes
  not_applicable
  cite manual "page 2"
}
bands case_percent: percent -> rating "Share of cases" {
  round half up to whole
  below 50    inadequate           "minority"
  50 to 64    requires_improvement "too few"
  65 to 79    good                 "reasonable majority"
  80 and over outstanding          "large majority"
  cite manual "page 3"
}
bands met_share: percent -> progress {
  exact
  below 25       none_made
  25 to below 75 some_made
  75 and over    enough_made
  cite manual "page 3"
}
record case "Case" {
  plural cases
  fact risk "Risk": one of low, medium, high, very_high in order
  fact sentence "Sentence": one of community, licence, custody
  fact age "Age": whole 10 to 110
  fact harmed "Somebody was harmed": yes or no
  fact begun_on "Begun": date
  fact reviewed_on "Reviewed": date
  fact settled "Settled": yes or no
  derive urgent "Urgent": yes or no {
    yes when risk is at least high and harmed is yes
    otherwise no
  }
  let open_days "Days between" = days from begun_on to reviewed_on
  cite manual "page 4"
}
record recommendation "Recommendation" {
  plural recommendations
  fact topic "Topic": text
  fact state "State": one of not_begun, under_way, done in order
  cite manual "page 5"
}
input places "Places": whole 0 to 400
input region "Region": one of north, south, west
input staffed "Fully staffed": yes or no
parameter most_places "Places at most": whole by region {
  from 2024-04-01 to 2025-03-31 for north: 120 { cite manual "page 6" }
  from 2024-04-01 to 2025-03-31 for south: 150
  from 2024-04-01 to 2025-03-31 for west: 90
  from 2025-04-01 for north: 130
  from 2025-04-01 for south: 160
  from 2025-04-01 for west: 100
}
parameter fee "Fee": number {
  from 2024-04-01 to 2025-03-31: 4.5
  from 2025-04-01: 5
  cite manual "page 6"
}
let places_left "Places left" = (most_places for region) - places
let fees "Fees" = fee * places { cite manual "page 7" }
let urgent_cases "Urgent cases" = count of cases where (urgent is yes)
  { cite manual "page 7" }
let long_cases "Long cases" = count of cases where (open_days above 90)
  { cite manual "page 7" }
let settled_share "Settled" = percent of cases where (settled is yes)
  { cite manual "page 7" }
let topics_done "Done"
  = count of recommendations where (state is done and topic is not "none")
  { cite manual "page 7" }
note "The oldest is very old." when count of cases where (age above 100) above 0
"""
DISCRETION = """discretion on standards of domain {number} {{
  may move by 1 level
  when within 5 points of a boundary,
    or one case would change the rating,
    or fewer than 6 relevant cases
  needs reason, authority, date
  cite manual "page 90"
}}
"""
JUDGED = """  standard {id} "Standard {id}" {{
    statement "It is led well enough for everybody who depends on it."
    characteristic good "What good looks like: people know what is expected."
    characteristic outstanding "What outstanding looks like: others come to learn."
    judged on rating
    limit at most good when staffed is no because "Too few." {{ cite manual "page 8" }}
    cite manual "page 8"
  }}
"""
STANDARD = """  standard {id} "Standard {id}" {{
    statement "It is done well enough for everybody who depends on it."
    asked of case
    key question {id}.1 "Is it enough for the person?" {{
      prompt a "Is it early?"
      prompt b "Is it written down?" {{ guidance "Look at the dates of the records." }}
      prompt c "Is it agreed?" {{ asked when sentence is not custody }}
      yes when at least 2 of prompts are yes and prompt c is not no
      otherwise no
      cite manual "page {page}"
    }}
    key question {id}.2 "Is it enough for everybody else?" {{
      prompt a "Is the risk weighed?"
      prompt b "Is somebody told?"
      asked when risk is not low
      note "Yes, though nothing is" when {id}.2 is yes and none of prompts are yes
      cite manual "page {page}"
    }}
    key question {id}.3 "Does it come in time?" {{
      answered by extent
      asked when age at least 18 or harmed is yes
      cite manual "page {page}"
    }}
    question {id}.4 "Was it said to the person?" {{
      cite manual "page {page}"
    }}
    rating lowest of key questions by case_percent
    limit at most requires_improvement
      when percent of yes to {id}.4 below 20 percent
      because "Hardly anybody was told." {{ cite manual "page {page}" }}
    cite manual "page {page}"
  }}
"""
SETS = """  standard {id} "Standard {id}" {{
    asked of case
    question set young_{page} "For the young" when age below 18 {{
      key question {id}.1 "Is school looked at?"
      key question {id}.2 "Is the family heard?"
    }}
    question set grown_{page} "For adults" when age at least 18 {{
      key question {id}.3 "Is work looked at?"
    }}
    rating lowest of key questions by case_percent
    cite manual "page {page}"
  }}
"""
TABLE = """table staffing_{number} "Staffing" of places, region -> progress {{
  up to 50, any            -> enough_made
  51 to 200, north or west -> some_made
  51 to 200, south         -> enough_made
  above 200, not south     -> none_made
  above 200, south         -> some_made
  cite manual "page {page}"
}}
table pace_{number} "Pace" of urgent_cases, staffed -> progress {{
  first match
  0, any           -> enough_made
  1 to 20, yes     -> enough_made
  up to 40, any    -> some_made
  any, any         -> none_made
  cite manual "page {page}"
}}
"""
END = """overall "Overall rating" {{
  score  sum of standards
  rating score by overall_score
  limit at most good when standard D1.1 is inadequate because "It weighs."
  adjust in order {{
    lower by 1 level when urgent_cases above 200 because "Too many."
    keep at least requires_improvement when standard D1.1 is outstanding
  }}
  cite manual "page 95"
}}
property "one more satisfactory case never lowers a rating" {{ monotone }}
property "every score has one rating" {{
  complete bands overall_score
  complete table staffing_1
}}
property "led badly is never outstanding" {{
  never overall is outstanding and standard D1.1 is inadequate
}}
"""


def made(standards: int) -> str:
    """A rule set of so many standards, about 31 lines each, that checks clean."""
    return HEAD + "".join(_parts(standards))


def _parts(standards: int) -> Iterator[str]:
    domains = [range(at, min(at + 6, standards)) for at in range(0, standards, 6)]
    for number, inside in enumerate(domains, 1):
        yield f'domain {number} "Domain {number}" {{\n'
        for place, at in enumerate(inside, 1):
            yield _shape_of(place).format(id=f"D{number}.{place}", page=at + 10)
        yield "}\n"
        yield TABLE.format(number=number, page=number + 70)
    yield DISCRETION.format(number=1)
    yield _overall_bands(3 * standards)
    yield END.format()


def _shape_of(place: int) -> str:
    return {1: JUDGED, 6: SETS}.get(place, STANDARD)


def _overall_bands(most: int) -> str:
    first, second, third = most // 6, most // 2, most * 5 // 6
    return f"""bands overall_score: whole 0 to {most} -> rating {{
  0 to {first} inadequate
  {first + 1} to {second} requires_improvement
  {second + 1} to {third} good
  {third + 1} to {most} outstanding
  cite manual "page 94"
}}
"""


# --- the same with mistakes in it -------------------------------------------------

MISTAKES: tuple[tuple[str, str], ...] = (
    ('prompt a "Is it early?"', 'promt a "Is it early?"'),
    ("asked when risk is not low", "asked when risc is not low"),
    ("by case_percent", "by case_percents"),
    ("limit at most requires_improvement", "limit at most some_made"),
    ("prompt c is not no\n", "prompt c is not no or prompt a is yes\n"),
    ("asked when age at least 18", "asked when age >= 18"),
    ('prompt b "Is somebody told?"', 'prompt a "Is somebody told?"'),
    ("below 20 percent", "below 20"),
    ('statement "It is done', 'statment "It is done'),
    ("answered by extent", "answered by extend"),
)
"""What stands in every standard with questions, and a mistake in its place."""


def with_mistakes(text: str, count: int) -> str:
    """The text with so many mistakes, kind after kind, at most two in a standard."""
    pieces = text.split("  standard ")
    done = 0
    for at in range(len(pieces)):
        # The first half of the kinds, then the second, so that two never touch.
        for right, wrong in (MISTAKES[at % 5], MISTAKES[5 + at % 5]):
            if done < count and right in pieces[at]:
                pieces[at] = pieces[at].replace(right, wrong, 1)
                done += 1
    if done < count:
        raise ValueError(f"there is room for {done} of {count} mistakes")
    return "  standard ".join(pieces)
