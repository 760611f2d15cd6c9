"""`kg query`, `kg queries`, `kg explain`: ask a build or a dump."""

import json
import shutil
from dataclasses import asdict
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

import click

from kg.errors import QueryError
from kg.query.asking import Asking, answer, plan
from kg.query.described import described
from kg.query.evidence import Quote
from kg.query.explain import Explanation
from kg.query.explain import explain as explained
from kg.query.formats import FORMATS
from kg.query.library import Question, names, question, read_question
from kg.query.limit import interruptible, within
from kg.query.run import check
from kg.query.store import Data, has_evidence, open_data
from kg.query.things import short
from kg.rdf.parse import FORMATS as DUMPS

_OUTPUT: Final = "output"
_SPARQL: Final = frozenset("\n{?")
_VERBS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX"})
_WIDTH: Final = 120  # columns where there is no terminal
_LONGEST: Final = 300  # characters of a quotation that are shown; --json has all


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[DATA]... QUERY")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), help="Default: table; turtle for a graph.")
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Set a parameter; repeat for more.")
@click.option("--limit", "-n", type=click.IntRange(min=0), help="At most so many rows.")
@click.option("--timeout", "-t", type=click.FloatRange(min=0, min_open=True), help="Give up after so many seconds.")
@click.option("--evidence", is_flag=True, help="Beside each fact the words that say it, their file and their place.")
@click.option("--explain", "shown", is_flag=True, help="Show the SPARQL that would be asked, and ask nothing.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint, not a build.")
def query(words: tuple[str, ...], endpoint: str | None, *, shown: bool, timeout: float | None, **how: Any) -> None:  # noqa: ANN401 - what Asking says
    """Ask a question of builds, dumps or a SPARQL endpoint.

    DATA is a build folder or a dump, by default "output"; of several, and of all their graphs, the question is asked
    together. QUERY is the name of a question (see "kg queries"), a file with SPARQL, or SPARQL itself; the usual
    prefixes (rico:, kgo:, oa: ...) need no declaration. For an IRI give it whole, or prefix:name, its path
    (person/...), or its label. An endpoint takes IRIs whole or as prefix:name; its name and password come from
    KG_STORE_USER and KG_STORE_PASSWORD or the netrc file.

    \b
    Examples:
      kg query participants
      kg query output mentions --param class=rico:Person --format csv
      kg query first/output second/output same-file
      kg query output/data.ttl "SELECT ?p ?name { ?p a rico:Person ; rdfs:label ?name }"
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    if endpoint and len(words) > 1:
        raise click.UsageError("Give a DATA or an --endpoint, not both; SPARQL with spaces needs quotes around it.")
    for word in words[:-1]:
        if (word in names() or word.upper() in _VERBS) and not Path(word).exists():
            raise click.UsageError(
                f"{word} is a question. Give one, as the last word; SPARQL with spaces needs quotes around it."
            )
    asked = _question(words[-1])
    check(asked.text)
    asking = Asking(
        asked=asked,
        paths=tuple(map(Path, words[:-1] or [_OUTPUT])),
        endpoint=endpoint,
        form=how["form"],
        pairs=_pairs(how["params"]),
        limit=how["limit"],
        timeout=timeout,
        evidence=how["evidence"],
        width=shutil.get_terminal_size((_WIDTH, 0)).columns,
    )
    with interruptible():
        work = partial(plan if shown else answer, asking)
        said = within(timeout, work) if timeout and not endpoint else work()
    for warning in said.warnings:
        click.echo(warning, err=True)
    click.echo(said.text, nl=False)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Everything about every question, as one JSON array.")
@click.option("--rdf", "as_rdf", is_flag=True, help="The same as RDF (Turtle, sh:SPARQLSelectExecutable).")
def queries(*, as_json: bool, as_rdf: bool) -> None:
    """List the questions of the library.

    These are the names that "kg query" knows, with what may be set.

    \b
    Example:
      kg queries
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    library = [question(name) for name in names()]
    if as_rdf:
        click.echo(described(library), nl=False)
        return
    if as_json:
        click.echo(json.dumps([asdict(each) for each in library], ensure_ascii=False, indent=2))
        return
    for each in library:
        click.echo(f"{click.style(each.name, bold=True)}: {each.title}\n  {each.description}")
        for parameter in each.parameters:
            click.echo(f"  --param {parameter.name}=…  {parameter.text} ({parameter.kind}, e.g. {parameter.example})")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[DATA] THING")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def explain(words: tuple[str, ...], *, as_json: bool) -> None:
    """Walk a thing back to the sentences that speak of it.

    DATA is a build folder or a dump, by default "output". THING is an IRI, its path (person/...), prefix:name, or a
    name that only one thing bears.

    \b
    Example:
      kg explain output person/lindqvist-anna
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    if len(words) > 2:
        raise click.UsageError("Give one DATA and one THING; a label with spaces needs quotes around it.")
    data = open_data(Path(words[0] if len(words) > 1 else _OUTPUT))
    explanation = explained(data, words[-1])
    if as_json:
        click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=2))
        return
    if not has_evidence(data):
        click.echo(f"{data.path} has no evidence; ask the build folder or data.ttl for the words.", err=True)
    _show(explanation, data)


def _question(words: str) -> Question:
    """Return the question that is meant: SPARQL itself, a name of the library, or a file."""
    if _SPARQL & set(words):
        return read_question("given", words)
    file = Path(words)
    if words not in names():
        if file.is_dir() or file.suffix in {*DUMPS, ".gz"}:
            raise QueryError(
                f"What should {file} be asked? Give SPARQL, or the name of a question (kg queries lists them)."
            )
        if file.is_file() or file.suffix in {".rq", ".sparql"}:
            return read_question(words, _read(file))
        if " " in words:  # DESCRIBE <…> has no brace
            return read_question("given", words)
    return question(words)


def _read(file: Path) -> str:
    """Return the text of a file with SPARQL."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as fault:
        raise QueryError(f"The question {file} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError as fault:
        raise QueryError(f"The question {file} cannot be read: it is not UTF-8 text.") from fault


def _pairs(params: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters by name."""
    pairs = dict[str, str]()
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--param {param} should be NAME=VALUE.")
        pairs[name] = value
    return pairs


def _show(explanation: Explanation, data: Data) -> None:
    """Print an explanation for people."""
    kinds = ", ".join(explanation.types)
    click.secho(explanation.label or short(explanation.iri, data.base), bold=True)
    click.echo(f"{kinds}  <{explanation.iri}>" if kinds else f"<{explanation.iri}>")
    for fact in explanation.facts:
        label = f"  ({fact.label})" if fact.label else ""
        click.echo(f"  {fact.property}  {fact.value}{label}")
    for judged in explanation.judgements:
        by = " · ".join(part for part in (judged.by, judged.score) if part)
        click.echo(f"  {judged.verdict}: {judged.label or judged.other} ({by})  {judged.reason}")
    places = groupby(explanation.quotes, attrgetter("title", "document", "file", "withheld"))
    for (title, document, file, withheld), quotes in places:
        click.echo(f"\n{title or 'Evidence that is in no text'}  {document}".rstrip())
        if file:
            click.echo(f"{data.folder / file if data.folder else file}")
        if withheld:
            click.echo(
                "The text is withheld: long quotations are cut, and the places count characters of the keeper's copy."
            )
        for quote in quotes:
            _show_quote(quote)
    count = len(explanation.quotes)
    click.echo(f"\n{count} {'passage speaks' if count == 1 else 'passages speak'} for it.")


def _show_quote(quote: Quote) -> None:
    """Print one quotation with its place, the words around it, and who read it."""
    if quote.start is not None:
        words, (before, after) = " ".join(quote.exact.split()), quote.around
        if len(words) > _LONGEST:
            words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
        click.echo(f"  {quote.start}-{quote.end}  …{before}[{click.style(words, bold=True)}]{after}…")
    read = [quote.about_label or quote.about, quote.via, f"rule {quote.rule}" if quote.rule else "", quote.confidence]
    click.echo(f"      {' · '.join(part for part in read if part)}")
