"""`kg authority`: what can be linked to: look into an authority, search it, grow one."""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

import click
import msgspec

from kg.cli import LazyGroup
from kg.errors import SettingsError
from kg.identity.authority import (
    Record,
    dump_records,
    life_of,
    make_index,
    names_of,
    open_authority,
    read_records,
)
from kg.identity.decisions import FILENAME, dump, load
from kg.identity.lookup import person_name
from kg.identity.names import compare, fullness
from kg.identity.registry import is_cut
from kg.identity.registry import load as load_registry
from kg.identity.starter import STARTER
from kg.identity.tables import read_table
from kg.ids import WIKIDATA_ENDPOINT, bare, is_item
from kg.query.reconciliation import TIMEOUT, ask, open_service, proposals
from kg.settings import cache_folder

_TABLE: Final = {
    "info": ("kg.cli.authority:info", "Say what an authority holds."),
    "search": ("kg.cli.authority:search", "Find who or what bears a name."),
    "build": ("kg.cli.authority:grow", "Make an authority from tables, or by asking Wikidata."),
    "reconcile": ("kg.cli.authority:reconcile", "Ask a reconciliation service whom the names of a build may mean."),
}
_ANY_BEARER: Final = 0.6  # likeness of names, as `kg.identity.names` measures it
_ONE_NAME: Final = 0.8
_FILE = click.option(
    "--authority", default=STARTER, type=click.Path(path_type=Path), help="The file; the one that ships if none."
)


@click.group(cls=LazyGroup, table=_TABLE)
def authority() -> None:
    """Look into an authority, search it, or grow one.

    \b
    Example:
      kg authority search "Soviet Union"
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is


@click.command("info")
@_FILE
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def info(authority: Path, *, as_json: bool) -> None:
    """Say what an authority holds.

    \b
    Example:
      kg authority info --authority my-authority.jsonl.gz
    """  # noqa: D301 - as above
    with closing(open_authority(authority, cache_folder())) as opened:
        records = opened.records()
    kinds = Counter(record.kind or "of unknown kind" for record in records)
    linked = sum(record.qid is not None for record in records)
    if as_json:
        click.echo(json.dumps({"records": len(records), "items": linked, "kinds": dict(sorted(kinds.items()))}))
        return
    click.echo(f"{len(records):,} records, {linked:,} of them with a Wikidata item")
    for kind, number in kinds.most_common():
        click.echo(f"{number:>8,}  {kind}")


@click.command("search")
@click.argument("words")
@_FILE
@click.option("--limit", "-n", default=10, show_default=True, type=click.IntRange(min=1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def search(words: str, authority: Path, limit: int, *, as_json: bool) -> None:
    """Find who or what bears a name, or one that begins so.

    \b
    Example:
      kg authority search "Hungarian"
    """  # noqa: D301 - as above
    with closing(open_authority(authority, cache_folder())) as opened:
        bearing = [record for record in opened.bearing(person_name(words).surname) if _sounds_so(record, words)]
        found = (*opened.item(words), *opened.named(words), *bearing, *opened.starting(words, limit))
        if not found:  # all are looked through, for another spelling
            found = tuple(record for record in opened.records() if _sounds_so(record, words))
    once = list({(record.qid, record.label): record for record in found}.values())[:limit]
    for record in once:
        click.echo(json.dumps(msgspec.to_builtins(record), ensure_ascii=False) if as_json else _line(record))
    if not once:
        click.echo(f"Nothing in {authority} is called {words}.", err=True)


def _sounds_so(record: Record, words: str) -> bool:
    """Whether somebody may be called so, in another spelling or order; a bare surname is met by any bearer."""
    least = _ANY_BEARER if len(words.split()) < 2 else _ONE_NAME
    return record.kind in ("person", None) and any(compare(words, n).score >= least for n in names_of(record))


def _line(record: Record) -> str:
    birth, death = life_of(record)
    life = f" ({birth or '?'}-{death or '?'})" if birth or death else ""
    return "  ".join(filter(None, (f"{record.qid or '-':<12}{record.label}{life}", record.kind, record.description)))


@click.command("build")
@click.argument("output", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--table", "tables", multiple=True, type=click.Path(path_type=Path), help="CSV, TSV, OpenRefine export.")
@click.option("--lines", "files", multiple=True, type=click.Path(path_type=Path), help="JSON lines, plain or gzipped.")
@click.option("--items", type=click.Path(path_type=Path), help="A list of items, one a line: ask Wikidata about them.")
@click.option("--endpoint", default=WIKIDATA_ENDPOINT, show_default=True, help="The SPARQL endpoint to ask.")
@click.option("--timeout", default=70, show_default=True, type=click.IntRange(min=1), help="Seconds to wait for it.")
def grow(
    output: Path, tables: tuple[Path, ...], files: tuple[Path, ...], items: Path | None, endpoint: str, timeout: int
) -> None:
    """Make an authority from tables and lines, or by asking Wikidata.

    OUTPUT is a file of JSON lines, or with the ending .sqlite an index. Only --items opens the network; what was
    fetched before a fault lies beside OUTPUT, and the same command goes on from there. Servers like to know whom they
    may write to: put an address into KG_CONTACT.

    \b
    Example:
      kg authority build harbour.jsonl --table harbour.csv
    """  # noqa: D301 - as above
    if not (tables or files or items):
        raise click.UsageError("Name at least one of --table, --lines and --items.")
    if not output.parent.is_dir():
        raise SettingsError(f"There is no folder {output.parent}. Make it, or name another file to write.")
    records = [record for path in files for record in read_records(path)]
    records += [record for path in tables for record in read_table(path)]
    part = output.with_name(f"{output.name}.part")
    if items:
        records += _fetched(items, endpoint, timeout, part)
    if output.suffix == ".sqlite":
        make_index(records, output)
    else:
        new = output.with_name(f"{output.name}.new")
        new.write_text(dump_records(records), encoding="utf-8", newline="\n")
        new.replace(output)
    part.unlink(missing_ok=True)
    click.echo(f"{len(records):,} records written to {output}.")


def _fetched(items: Path, endpoint: str, timeout: int, part: Path) -> list[Record]:
    """Ask for the items that an earlier run did not get; each batch is kept as soon as it is there."""
    from kg.query.wikidata import fetch  # noqa: PLC0415 - a second of imports, for those who ask the network

    wanted = _listed(items)
    if part.is_file():
        whole = part.read_bytes()
        part.write_bytes(whole[: whole.rfind(b"\n") + 1])  # the last line may be cut, where an earlier run was ended
    known = {record.qid for record in read_records(part)} if part.is_file() else set()
    for batch in fetch(endpoint, [item for item in wanted if item not in known], timeout=timeout):
        with part.open("a", encoding="utf-8", newline="\n") as file:
            file.write(dump_records(batch))
        click.echo(f"{len(batch)} records fetched", err=True)
    found = list(read_records(part)) if part.is_file() else []
    missing = sorted(set(wanted) - {record.qid for record in found}, key=wanted.index)
    if missing:
        click.echo(f"The server knows nothing of {', '.join(missing)}.", err=True)
    return found


def _listed(items: Path) -> list[str]:
    """Return the numbers of items in a list, one a line, as numbers or addresses."""
    if not items.is_file():
        raise SettingsError(f"There is no list of items at {items}. Write one item a line, like Q42.")
    wanted: dict[str, None] = {}
    for line, words in enumerate(items.read_text(encoding="utf-8").splitlines(), start=1):
        item = bare(words.strip())
        if item and not is_item(item):
            raise SettingsError(
                f"{items}:{line}: {words!r} is no number of a Wikidata item. Write one a line, like Q42."
            )
        wanted |= {item: None} if item else {}
    return list(wanted)


@click.command("reconcile")
@click.argument("url")
@click.argument("registry", type=click.Path(path_type=Path))
@click.option("--kind", default="person", show_default=True, help="Ask for the names of this kind: the path's start.")
@click.option("--type", "type_", default="", help="What the service calls that kind, like Q5 for people.")
@click.option("--limit", "-n", default=3, show_default=True, type=click.IntRange(min=1), help="Candidates of a name.")
@click.option("--timeout", default=TIMEOUT, show_default=True, type=click.FloatRange(min=0.1), help="Seconds to wait.")
def reconcile(url: str, registry: Path, kind: str, type_: str, limit: int, timeout: float) -> None:
    """Ask a reconciliation service whom the names of a build may mean.

    URL is its address; it is asked in batches, and never twice for the same. REGISTRY is the registry.jsonl of a
    build. The candidates are printed as decisions with the verdict "unsure": nothing is linked by this.

    \b
    Example:
      kg authority reconcile http://localhost:8000/reconcile output/registry.jsonl > proposals.jsonl
    """  # noqa: D301 - as above
    if not registry.is_file():
        raise SettingsError(f"There is no registry at {registry}. Name the registry.jsonl of a build.")
    settled = {(d.left, d.right) for d in load(registry.with_name(FILENAME))}
    named = {
        entry.name: _fullest(forms)
        for entry in load_registry(registry)
        if entry.name.startswith(f"{kind}/")
        and not entry.merged_into
        and (forms := [form for _, form in entry.attested if not is_cut(form)])  # of a withheld text, names are cut
    }
    service = open_service(url, timeout=timeout)
    click.echo(f"{service.name} (version {service.version}) is asked for {len(named):,} names.", err=True)
    found = ask(service, list(named.values()), kind=type_, limit=limit, cache=cache_folder(), timeout=timeout)
    for name, matches in zip(named, found, strict=True):
        new = [d for d in proposals(service, name, matches) if (d.left, d.right) not in settled]
        click.echo(dump(tuple(new)), nl=False)


def _fullest(forms: Sequence[str]) -> str:
    """Return the form that says most, the first of the alphabet among equals."""
    return max(sorted(forms), key=fullness)
