"""What becomes of items whose bearers are known: `python -m kg.dev bench linking FOLDER…` tells it of each.

The items are those of `checked-qids.csv` beside the authority (columns name and qid).
"""

import csv
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from kg.build.reading import How, Read, read_file
from kg.identity.across import Findings, resolve
from kg.identity.authority import Authority, names_of, open_authority
from kg.identity.linking import link
from kg.identity.lookup import name_key
from kg.identity.sorts import by_kind
from kg.model import Decision, Entities
from kg.read.preference import preference

_FATES: Final = ("linked", "proposed", "missed", "read as another kind", "not mentioned", "not in the authority")


def read_folders(folders: Sequence[Path], cache: Path) -> list[Findings]:
    """Read and extract all documents of some folders, one text of each; what cannot be read is left out."""
    reads = [
        read
        for folder in folders
        for path in sorted(folder.glob("[!R]*.*"))
        for read in read_file(path, f"{folder.name}/{path.name}", How(cache, "read"))
        if isinstance(read, Read)
    ]
    reads.sort(key=lambda read: (preference(read.reader), read.source), reverse=True)
    return list({read.document: read.findings for read in reads}.values())


def fates(items: Path, found: Entities, made: Sequence[Decision], authority: Authority) -> dict[str, str]:
    """Say of each item of a list, by its name, what became of it: one of `_FATES`.

    Mentioned is what the documents call by a whole name of the item; a bare surname that is no name of it says nothing.
    """
    verdicts = defaultdict(set)
    for decision in made:
        verdicts[decision.right].add(decision.verdict)
    kinds = defaultdict(set)
    for kind, forms in (
        *((entity.kind, entity.forms) for entity in found.entities),
        *(("event", (event.label,)) for event in found.events),
    ):
        for form in forms:
            kinds[name_key(form)].add(kind)
    with items.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["name"]: _fate(row["qid"], verdicts[row["qid"]], kinds, authority) for row in rows}


def _fate(qid: str, verdicts: Collection[str], kinds: dict[str, set[str]], authority: Authority) -> str:
    if verdicts:
        return "linked" if "same" in verdicts else "proposed"
    records = authority.item(qid)
    if not records:
        return "not in the authority"
    named = {kind for name in names_of(records[0]) for kind in kinds.get(name_key(name), ())}
    if any(by_kind(kind, records[0]) for kind in named):
        return "missed"
    return "read as another kind" if named else "not mentioned"


def tell(folders: Sequence[Path], authority: Path) -> int:
    """Read some folders, link what they name, and print the fate of each item; 1 if one was missed."""
    with tempfile.TemporaryDirectory() as cache, closing(open_authority(authority, Path(cache))) as opened:
        corpus = read_folders(folders, Path(cache))
        found, _ = resolve(corpus)
        told = fates(authority.with_name("checked-qids.csv"), found, link(found, corpus, opened, who="bench"), opened)
    counts = Counter(told.values())
    for fate in _FATES:
        print(f"{counts[fate]:>4}  {fate}")
        if fate not in ("linked", "proposed"):
            print("".join(f"        {name}\n" for name, its in told.items() if its == fate), end="")
    return int(counts["missed"] > 0)
