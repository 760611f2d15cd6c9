"""The dataset as a whole: what it is and holds (VoID, DCAT), the run that made it, its dumps with their checksums."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kg import ids
from kg.rdf.declared import compact
from kg.rdf.terms import each, integer, ref, string, triples, typed
from kg.rdf.vocab import dcat, dcterms, kgo, prov, rdf, rdfs, schema, void, xsd
from kg.settings import Settings

PROGRAM: Final = "archival-kg"

_TYPE: Final = f" {rdf.type} "


@dataclass(slots=True)
class Tally:
    """How many statements there are, and how many things of each class (a term); filled line by line, addable."""

    statements: int = 0
    classes: Counter[str] = field(default_factory=Counter)

    def add(self, lines: Iterable[str]) -> None:
        """Count lines of N-Quads."""
        for line in lines:
            self.statements += 1
            if _TYPE in line:
                _, predicate, kind, *_ = line.split(" ", 3)
                if predicate == rdf.type:
                    self.classes[kind] += 1


def dataset(settings: Settings, date: str, version: str, tally: Tally) -> list[str]:
    """Map the dataset and the run. `tally` counts all statements but these; `date` is an ISO day."""
    base = settings.base
    licence = settings.licence
    address = licence if licence.startswith(("http:", "https:")) else ""
    described = triples(
        ref(base, ids.dataset()),
        (rdf.type, dcat.Dataset),
        (rdf.type, void.Dataset),
        (dcterms.title, string(settings.title)),
        (rdfs.label, string(settings.title)),
        (dcterms.description, string(settings.description)),
        (dcterms.publisher, string(settings.publisher)),
        (dcterms.license, f"<{address}>" if address else ""),
        (dcterms.rights, "" if address else string(licence)),
        (dcterms.issued, typed(date, xsd.date)),
        (dcat.version, string(version)),
        (prov.wasGeneratedBy, ref(base, ids.run(version))),
        (void.uriSpace, string(base)),
        (void.subset, ref(base, ids.linkset())),
        *each(dcterms.language, map(string, settings.languages)),
    )
    described += run(base, version) + _partitions(base, tally)
    # this very statement counts itself, so that the number is that of the dump
    return described + triples(
        ref(base, ids.dataset()), (void.triples, integer(tally.statements + len(set(described)) + 1))
    )


def _partitions(base: str, tally: Tally) -> list[str]:
    statements = []
    for kind, count in sorted(tally.classes.items()):
        part = ref(base, ids.class_partition(compact(kind)))
        statements += triples(ref(base, ids.dataset()), (void.classPartition, part))
        statements += triples(part, (void.class_, kind), (void.entities, integer(count)))
    return statements


def run(base: str, version: str) -> list[str]:
    """Map the run of this version of the program, to which all evidence points; without a time, so that it repeats."""
    program = ref(base, ids.agent(PROGRAM))
    return [
        *triples(
            ref(base, ids.run(version)),
            (rdf.type, prov.Activity),
            (rdfs.label, string(f"Reading of the texts by {PROGRAM} {version}")),
            (prov.wasAssociatedWith, program),
        ),
        *triples(
            program,
            (rdf.type, prov.SoftwareAgent),
            (rdfs.label, string(PROGRAM)),
            (schema.softwareVersion, string(version)),
        ),
    ]


@dataclass(frozen=True, slots=True)
class Dump:
    """A published file: its name, media type, size in bytes and SHA-256."""

    name: str
    media_type: str
    size: int
    sha256: str
    compression: str = ""  # media type of the packing, where packed


def distributions(base: str, dumps: Iterable[Dump]) -> list[str]:
    """Map the dumps. Only `dataset.ttl` says this: a checksum cannot stand inside the file that it is of."""
    statements = []
    for dump in dumps:
        subject = ref(base, ids.distribution(dump.name))
        statements += triples(ref(base, ids.dataset()), (dcat.distribution, subject), (void.dataDump, subject))
        statements += triples(
            subject,
            (rdf.type, dcat.Distribution),
            (dcterms.title, string(dump.name)),
            (dcat.downloadURL, subject),
            (dcterms.format, string(dump.media_type)),
            (dcat.compressFormat, string(dump.compression)),
            (dcat.byteSize, integer(dump.size)),
            (kgo.sha256, string(dump.sha256)),
        )
    return statements
