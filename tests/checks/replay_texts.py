"""Rules whose verdicts are replayed, beside those of the corpus and the pages."""

HEAD = 'methodology example "Example" { version 1 language 1 }\n'

SCALE = "scale rating { 0 poor  1 fair  2 good }\n"

VARIANTS = {
    "a part beside not applicable": """
record case {
  fact risk: one of low, medium, high or not_applicable
  question planned "Is it planned?" {
    asked when risk is not low and (risk is medium or risk is high)
  }
}
""",
    "a part of three": """
input a: one of x, y, z
input b: yes or no
note "Both." when (a is x or a is y or a is not z) and b is yes
""",
    "a part that questions decide": """
record case {
  fact risk: one of low, high
  question met "Were they met?" { asked when risk is high }
}
note "Some." when count of cases where (met is yes and risk is high) at least 1
""",
    "a clause of an answer": """
record case {
  fact age: whole 0 to 99
  question grown "Is it done?" {
    asked when age at least 16
    yes when age at least 18
    no when age at least 21
    otherwise no
  }
}
""",
    "a clause between names": """
record case {
  fact sort: one of a, b, c
  derive kind: one of early, late {
    early when sort is one of (a, b)
    late when sort is b
    otherwise late
  }
}
""",
    "a clause against its question": """
record case {
  fact risk: one of low, high
  question planned "Is it planned?" {
    asked when risk is high
    no when risk is low
    otherwise yes
  }
}
""",
    "a step by nothing to move": SCALE
    + """
input n: whole 0 to 9
standard A "One" {
  judged on rating
  adjust in order {
    keep at least poor when n below 3
    keep at most good when n above 3
    lower by 1 level when n is 9
  }
}
""",
    "a step after one that settles it": SCALE
    + """
input n: whole 0 to 9
standard A "One" {
  judged on rating
  adjust in order {
    raise by 2 levels when n above 6
    keep at least fair when n above 7
    keep at most fair when n below 3
    lower by 1 level when n below 2
    keep at most poor when n below 1
  }
}
""",
    "a step that a limit does the work of": SCALE
    + """
input n: whole 0 to 9
standard A "One" {
  judged on rating
  adjust in order { keep at most fair when n above 5 }
  limit at most fair when n above 3 because "Many."
}
""",
    "a step of the whole": SCALE
    + """
input n: whole 0 to 9
standard A "One" { judged on rating }
standard B "Two" { judged on rating }
overall {
  rating lowest of standards
  adjust in order { keep at most good when n above 5 }
  limit at most poor when n above 8 because "Many."
  limit at least fair when n above 7 because "Most."
}
""",
    "limits of a score": SCALE
    + """
bands total: whole 0 to 4 -> rating { 0 to 1 poor  2 fair  3 to 4 good }
input n: whole 0 to 9
standard A "One" { judged on rating }
standard B "Two" { judged on rating }
overall {
  score sum of standards
  limit score at most 1 when n above 5 because "Many."
  limit score at least 3 when n above 7 because "Most."
  rating score by total
}
""",
    "limits by a judgement": SCALE
    + """
standard A "One" { judged on rating }
standard B "Two" {
  judged on rating
  limit at most poor when standard A is poor because "Poor."
  limit at least good when standard A is not good because "Not good."
}
""",
    "rows of a record": """
record case {
  fact n: whole 0 to 9
  fact m: one of a, b, c
  table size of n, m -> yes or no {
    first match
    up to 5, a or b -> no
    3 to 8, b or c -> yes
    any, a -> no
    any, any -> no
  }
}
""",
    "rows of three columns": """
input n: whole 0 to 9
input m: one of 0, 5, 10
input k: yes or no
table size of n, m, k -> yes or no {
  first match
  up to 4, up to 5, yes -> no
  up to 2, 5 or 10, any -> yes
  any, any, any -> no
}
""",
    "rows that touch": """
input n: percent
input m: yes or no
table size of n, m -> yes or no {
  below 30, yes -> no
  30 to 60, yes -> no
  above 60, yes -> yes
  any, no -> yes
}
""",
    "rows that follow one another": """
input m: one of a, b, c, d
table size of m -> yes or no {
  first match
  a -> no
  b -> no
  c or d -> yes
}
""",
    "sets of a choice": SCALE
    + """
record case { fact plan: one of early, late, both }
standard A "One" {
  judged on rating
  question set first when plan is not late { question y1 "Is it  assessed?" }
  question set last when plan is not early { question g1 "Is it Assessed?" }
}
""",
    "a prompt that only a note looks at": SCALE
    + """
record case { }
standard A "One" {
  judged on rating
  key question 1.1 "Is it assessed?" {
    prompt a "Early?"
    prompt b "Well?"
    prompt c "Much?"
    yes when at least 1 of (prompt a, prompt c) are yes
    note "Not well." when prompt b is no
  }
}
""",
    "a key question beside a judgement": SCALE
    + """
bands share: percent -> rating {
  exact
  below 40 poor
  40 to below 60 fair
  60 and over good
}
record case { fact risk: one of low, high }
standard A "One" {
  key question 1.1 "Is it assessed?"
  key question 1.2 "Is it planned?" { asked when risk is high }
  rating percent of yes to 1.1 where (risk is high) by share
}
standard B "Two" { judged on rating }
overall { rating lowest of standards }
""",
    "bands of whole numbers": SCALE
    + """
bands size: whole 0 to 20 -> rating { 0 to 9 poor  10 to 20 good }
bands part: whole 0 to 9 -> rating {
  0 to 4 poor
  above 4 to below 5 fair
  5 to 9 good
}
""",
    "bands of rounded percents": SCALE
    + """
bands share: percent -> rating {
  round half up to nearest 10
  below 45 poor
  above 51 to 59 fair
  45 to 51 fair
  above 59 good
}
""",
    "percents shown in tens": SCALE
    + """
bands share: percent -> rating {
  round half up to whole
  shown half up to nearest 10
  below 45 poor
  45 to 64 fair
  65 and over good
}
bands other: percent -> rating {
  exact
  shown half down to whole
  below 33.3 poor
  33.3 to below 66.7 fair
  66.7 and over good
}
""",
    "a weighted sum": SCALE
    + """
bands total: whole 0 to 6 -> rating { 0 to 2 poor  3 to 4 fair  5 to 6 good }
standard A "One" { judged on rating  weight 3 }
standard B "Two" { judged on rating }
overall { score weighted sum of standards  rating score by total }
""",
    "a sum of computed standards": SCALE
    + """
bands share: percent -> rating {
  exact
  below 40 poor
  40 to below 60 fair
  60 and over good
}
bands total: whole 0 to 6 -> rating { 0 to 2 poor  3 to 4 fair  5 to 6 good }
record case { }
standard A "One" {
  key question 1.1 "Is it assessed?"
  rating lowest of key questions by share
}
standard B "Two" { judged on rating }
overall { score sum of standards  rating score by total }
""",
}

MENDED = {
    "CONDITION-CONTRADICTS": ("asked when risk is high", "asked when risk is low "),
    "CONDITION-SUBSUMED": ("n above 3 and", "n below 9 and"),
    "CLAUSE-MASKED": ("age below 12", "age below 22"),
    "ROW-PARTLY-MASKED": ("3 to 8 ", "6 to 8 "),
    "ROWS-MERGE": ("blue -> no", "blue ->yes"),
    "LIMIT-WITHOUT-EFFECT": ("at most good", "at most poor"),
    "LIMITS-CONTRADICT": ("when praised is yes", "when praised is no "),
    "QUESTION-ASKED-TWICE": ("at least 16", "at least 18"),
    "PROMPT-IGNORED": ("prompt a is yes", "prompt b is yes"),
    "KEY-QUESTION-WITHOUT-EFFECT": ("percent of yes to 1.1", "percent of yes to 1.2"),
    "BAND-UNREACHABLE": ("to below 60 good", "to below 65 good"),
    "LEVEL-WITHOUT-BAND": ("5 to 7 good", "5 to 7 fair"),
    "SHOWN-CONTRADICTS": ("65", "64"),
    "SCORE-EXTENT": ("whole 0 to 1 ", "whole 0 to 2 "),
}
"""A few letters of the wrong example on a page, and others of which it is not true.

They are as many, so that the verdict still points at the same place.
"""
