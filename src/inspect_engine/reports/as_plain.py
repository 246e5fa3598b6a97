"""For ears: full sentences, a line each, and no drawing characters."""

from collections.abc import Iterator

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports.look import Look
from inspect_engine.reports.tables import (
    OverallRow,
    Page,
    QuestionRow,
    Shown,
    StandardRow,
    any_of,
    page,
)


def render(result: Result, look: Look) -> str:
    """The sentences, without a line end after the last."""
    return "\n".join(map(_stopped, _sentences(page(result), look.is_verbose)))


def _sentences(shown: Page, is_verbose: bool) -> Iterator[str]:
    yield shown.name
    yield f"{shown.methodology}, version {shown.identity.rpartition(' ')[2]}"
    if shown.date:
        yield f"Fieldwork on {shown.date}"
    if shown.records:
        yield f"Records: {shown.records}"
    if shown.overall:
        yield from _overall(shown.overall)
    for domain in shown.domains:
        if domain.heading:
            yield f"Domain {domain.id}, {domain.title}"
        for row in domain.standards:
            yield from _standard(row)
    yield from map(_question, shown.questions)
    for name, text in shown.values if is_verbose else ():
        yield f"Value {name}: {text}"
    for notice in shown.notices:
        yield f"{notice.severity.capitalize()}, {notice.code}: {notice.message}"
    yield f"Digest {shown.digest}"


def _overall(overall: OverallRow) -> Iterator[str]:
    yield f"{overall.title}: {_rating(overall.rating)}"
    if overall.score:
        yield f"Score: {overall.spoken_score}"
    if overall.decision:
        yield f"Decision on the {overall.title}: {overall.decision}"


def _standard(row: StandardRow) -> Iterator[str]:
    how = f", {row.how}" if row.how else ""
    yield f"Standard {row.id}, {row.title}: {_rating(row.rating)}{how}"
    if row.decision:
        yield f"Decision on {row.id}: {row.decision}"
    yield from map(_question, row.questions)


def _question(row: QuestionRow) -> str:
    parts = [
        row.percent.replace("%", " percent"),
        row.choices or row.base,
        row.word,
        _rating(row.rating) if row.rating else "",
        "decides the rating" if row.is_driver else "",
    ]
    kind = "Prompt" if row.depth else "Question"
    return f"{kind} {row.id}: {row.title} {', '.join(filter(None, parts))}"


def _rating(rating: Shown) -> str:
    if rating.possible:
        return f"undetermined, {any_of(rating.possible)} still possible"
    return rating.text


def _stopped(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
