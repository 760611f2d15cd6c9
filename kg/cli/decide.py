"""`kg decide` and `kg review`: people say who is the same."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Literal as OneOf
from typing import cast

import click
from pyoxigraph import Literal, NamedNode

from kg import ids
from kg.errors import KgError
from kg.extract.archives import archives
from kg.identity import deciding, decisions, registry
from kg.model import Decision
from kg.query.explain import explain
from kg.query.run import Rows, run
from kg.query.store import Data, open_data, sparql
from kg.rdf.vocab import PREFIXES

Verdict = OneOf["same", "different", "unsure"]
Pair = tuple[str, str, str, str]
"""Left and right (names of ours, or Wikidata items), score and reason."""

_VERDICTS = {"s": "same", "d": "different", "u": "unsure"}
_QUOTES = 3

_OUTPUT = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The build that is decided on.",
)
_FILE = click.option(
    "--file",
    "-f",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The corpus folder, or the decisions.jsonl, to write to; by default this folder.",
)
_WHO = click.option("--who", required=True, help="Who decides.")


@click.command()
@click.argument("names", nargs=2, metavar="LEFT RIGHT")
@click.argument("verdict", required=False, type=click.Choice(["same", "different", "unsure"]))
@click.option("--why", default="", help="The reason, for those who come after.")
@click.option("--who", default="", help="Who decides.")
@_OUTPUT
@_FILE
@click.option("--undo", is_flag=True, help="Take back the last decision about the two.")
def decide(
    names: tuple[str, str], verdict: str | None, why: str, who: str, output: Path, file: Path, *, undo: bool
) -> None:
    """Say that two names mean the same, or different things.

    LEFT and RIGHT are names of the build (person/...), their IRIs, or Wikidata items. The next build follows.

    To split what was put together wrongly, LEFT is a form of RIGHT's name, as written or by its IRI; or a document
    (document/...) that means somebody else by the name; or one mention, by the IRI of its evidence (kg explain --json).

    \b
    Example:
      kg decide person/weiss person/anna-weiss same --who "A. Editor" --why "Same office in both letters" -f examples
      kg decide "A. Weiss" person/anna-weiss different --who "A. Editor" --why "Her brother Albert" -f examples
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    path = _path(file)
    data = open_data(output)
    left, right = (ids.local(data.base, name) for name in names)
    known = _known(output)
    left, right = deciding.part_named(left, known.get(right)), deciding.part_named(right, known.get(left))
    if undo:
        taken = deciding.undo(path, left, right)
        click.echo(f"No longer {taken.verdict}: {taken.left} and {taken.right} ({path})")
        return
    if not verdict or not who.strip():
        raise click.UsageError("Say same, different or unsure, and with --who who decides; or --undo.")
    deciding.add(path, _decision(left, right, verdict, who, why), known)
    click.echo(f"{left} and {right} are decided: {verdict} ({path})")


@click.command()
@_OUTPUT
@_FILE
@_WHO
@click.option("--proposals", type=click.Path(path_type=Path), help="Those of a service too (kg authority reconcile).")
@click.option("--merges", is_flag=True, help="Go through what the machine put together, and split what is wrong.")
def review(output: Path, file: Path, who: str, proposals: Path | None, *, merges: bool) -> None:
    """Go through proposed pairs with their sentences, and decide.

    Keys: s same, d different, u unsure, k skip, z undo the last one, q quit. What was decided is kept at once.
    With --merges each form of a name stands beside the thing it was put with; d sets it apart at the next build.

    \b
    Example:
      kg review -o output -f examples --who "A. Editor"
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    path = _path(file)
    data = open_data(output)
    known = _known(output)
    done = {frozenset((d.left, d.right)) for d in decisions.load(path)}
    asked = "walk/merges" if merges else "walk/proposals"
    proposed = [*_pairs(data, asked), *(_from_file(data, proposals) if proposals else [])]
    if merges:  # archives come from their table
        proposed = [pair for pair in proposed if known[pair[1]].attested]
    pairs = [pair for pair in proposed if frozenset(pair[:2]) not in done]
    made: list[tuple[int, Pair]] = []
    place = 0
    while place < len(pairs):
        pair = pairs[place]
        _show(data, pair, f"{place + 1} of {len(pairs)}")
        key = click.prompt("s/d/u, k skip, z undo, q quit", type=click.Choice([*_VERDICTS, "k", "z", "q"]))
        if key == "q":
            break
        if key == "z":
            if made:
                place, last = made.pop()
                deciding.undo(path, last[0], last[1])
            continue
        if key in _VERDICTS:
            why = click.prompt("why", default="", show_default=False)
            deciding.add(path, _decision(pair[0], pair[1], _VERDICTS[key], who, why), known)
            made.append((place, pair))
        place += 1
    click.echo(f"{len(made)} decided, {len(pairs) - len(made)} left ({path})")


def _decision(left: str, right: str, verdict: str, who: str, why: str) -> Decision:
    when = dt.datetime.now(dt.UTC).date().isoformat()  # noqa: TID251 - a person's act has its day; builds only repeat it
    return Decision(left=left, right=right, verdict=cast("Verdict", verdict), who=who.strip(), when=when, why=why)


def _path(file: Path) -> Path:
    """Return the file of decisions: the one named, or the one of the folder named."""
    path = file / decisions.FILENAME if file.is_dir() else file
    if not path.parent.is_dir():
        raise KgError(f"There is no folder {path.parent}. Name the corpus folder, or the file, with --file.")
    return path


def _known(output: Path) -> dict[str, registry.Entry]:
    """Return all names that the build gave, tombstones too; archives are named by their key."""
    folder = output if output.is_dir() else output.parent
    path = folder / registry.FILENAME
    if not path.is_file():
        raise KgError(f"There is no {registry.FILENAME} in {folder}. Name a build folder with --output.")
    named = {ids.archive(name): registry.Entry(name=ids.archive(name), attested=()) for name in archives()}
    return named | {entry.name: entry for entry in registry.load(path)}


def _pairs(data: Data, question: str) -> list[Pair]:
    """Return the pairs of the build that a question finds, in its order."""
    found = cast("Rows", run(data, sparql(question)))
    rows: Sequence[dict[str, str]] = [
        {name: cast("NamedNode | Literal", term).value for name, term in zip(found.variables, row, strict=True) if term}
        for row in found.rows
    ]
    return [
        (ids.local(data.base, r["left"]), ids.local(data.base, r["right"]), r.get("score", ""), r.get("reason", ""))
        for r in rows
    ]


def _from_file(data: Data, path: Path) -> list[Pair]:
    """Return the pairs of a file, as a service's candidates are written, in its order."""
    if not path.is_file():
        raise KgError(f"There are no proposals at {path}. Write them with kg authority reconcile.")
    return [(ids.local(data.base, d.left), ids.local(data.base, d.right), "", d.why) for d in decisions.load(path)]


def _show(data: Data, pair: Pair, count: str) -> None:
    """Print both sides of a pair, each with a few of its sentences."""
    left, right, score, reason = pair
    click.secho(f"\n{count}  {left}  =?  {right}  {score}", bold=True)
    click.echo(f"  {reason}")
    for name in (left, right):
        if "/" not in name or "://" in name:
            click.echo(f"\n{name if '://' in name else PREFIXES['wd'] + name}")
            continue
        told = explain(data, name)
        click.secho(f"\n{told.label or name}", bold=True)
        whole = right if decisions.is_part(name, right) else ""  # of a form, only what reads so
        sentences = dict.fromkeys(
            f"  {q.document}: …{q.prefix}[{q.exact}]{q.suffix}…".replace("\n", " ")
            for q in told.quotes
            if q.exact and (not whole or ids.name_form(whole, " ".join(q.exact.split())) == name)
        )
        for sentence in list(sentences)[:_QUOTES]:
            click.echo(sentence)
        if len(sentences) > _QUOTES:
            click.echo(f"  and {len(sentences) - _QUOTES} more: kg explain {data.path} {name}")
