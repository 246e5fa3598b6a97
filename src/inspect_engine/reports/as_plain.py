"""For ears: full sentences, a line each, and no drawing characters."""

from collections.abc import Iterator

from inspect_engine.evaluation.outcome import Result
from inspect_engine.reports.look import Look
from inspect_engine.reports.rows import (
    OverallRow,
    Page,
    QuestionRow,
    Shown,
    StandardRow,
)
from inspect_engine.reports.tables import page
from inspect_engine.reports.wording import any_of


def render(result: Result, look: Look) -> str:
    """The sentences, without a line end after the last."""
    return "\n".join(map(_stopped, _sentences(page(result), look.is_verbose)))


def _sentences(shown: Page, is_verbose: bool) -> Iterator[str]:
    yield from _head(shown, is_verbose)
    for domain in shown.domains:
        rows = domain.standards if is_verbose else domain.rated
        if domain.heading and rows:
            yield f"Domain {domain.id}, {domain.title}"
        for row in rows:
            yield from _standard(row, is_verbose)
    yield from map(_question, shown.questions if is_verbose else ())
    for value in shown.values:
        if value.is_known or is_verbose:
            yield f"{value.name}: {value.text.replace('%', ' percent')}"
    for notice in shown.notices:
        yield f"{notice.severity.capitalize()}, {notice.code}: {notice.message}"
    yield f"Digest {shown.digest}"


def _head(shown: Page, is_verbose: bool) -> Iterator[str]:
    yield shown.name
    yield f"{shown.methodology}, version {shown.identity.rpartition(' ')[2]}"
    if shown.date:
        yield f"Fieldwork began on {shown.date}"
    if shown.records and is_verbose:
        yield f"Records: {shown.records}"
    if shown.overall:
        yield from _overall(shown.overall)


def _overall(overall: OverallRow) -> Iterator[str]:
    yield f"{overall.title}: {_rating(overall.rating)}"
    if overall.why and overall.rating.possible:
        yield f"It is open because {overall.why}"
    if overall.score:
        yield f"Score: {overall.spoken_score}"
    if overall.decision:
        yield f"Decision on the {overall.title}: {overall.decision}"


def _standard(row: StandardRow, is_verbose: bool) -> Iterator[str]:
    how = f", {row.how}" if row.how else ""
    yield f"Standard {row.id}, {row.title}: {_rating(row.rating)}{how}"
    if row.why:
        yield f"It is open: {row.why}"
    if row.decision:
        yield f"Decision on {row.id}: {row.decision}"
    for question in (*row.key_questions, *(row.questions if is_verbose else ())):
        yield _question(question)
        for prompt in question.prompts if is_verbose else ():
            yield _question(prompt, "Prompt")


def _question(row: QuestionRow, kind: str = "Question") -> str:
    parts = [
        row.percent.replace("%", " percent"),
        row.choices or row.base,
        row.left,
        row.word,
        _rating(row.rating) if row.rating else "",
        "decides the rating" if row.is_driver else "",
    ]
    return f"{kind} {row.id}: {row.title} {', '.join(filter(None, parts))}"


def _rating(rating: Shown) -> str:
    if rating.possible:
        return f"undetermined, {any_of(rating.possible)} still possible"
    return rating.text


def _stopped(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
