"""The stages in order: read, resolve, map, check, publish. Only this package opens files and knows the order.

source files ─▶ readings (each file alone, cached) ─▶ who is who ─▶ lines of N-Quads (each record alone)
             ─▶ checks (each record, then what they share) ─▶ a new folder, swapped in whole
"""

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg import __version__, ids, tables
from kg.build.inputs import fingerprint, newest
from kg.build.job import Failed, Job, Summary
from kg.build.mapping import (
    Ground,
    Mapped,
    Task,
    Unchecked,
    check_lines,
    load_texts,
    map_record,
    merged,
    prepare_checks,
    prepare_mapping,
    triples_of,
)
from kg.build.pool import map_all
from kg.build.reading import How, Read, read_file
from kg.build.resolving import Known, Records, who_is_who
from kg.build.withheld import unquoted, withheld_records, withhold
from kg.check.check import check_all
from kg.check.facts import Facts, facts_of
from kg.check.findings import Finding
from kg.check.report import as_text, stops
from kg.check.shacl import sampled
from kg.errors import CheckError, ReadError
from kg.extract.archives import archives
from kg.identity import registry
from kg.model import Analysis, Document, Entities, Issue
from kg.publish.folder import replacing
from kg.publish.output import Output, write_output
from kg.rdf import confidence
from kg.rdf.dataset import Tally
from kg.rdf.mapping import map_dataset, map_entities, map_links
from kg.rdf.page import Names, names_by_document
from kg.rdf.terms import ref
from kg.read.preference import preference
from kg.settings import FILENAME, build_date

NOT_READ: Final = "not-read"
"""The issue of a file that could not be read."""


def run(job: Job) -> Summary:
    """Do all stages of a build.

    Raises:
        KgError: nothing could be read, the output folder cannot be used, or a check failed.

    """
    tables.use(job.settings.tables)
    with replacing(job.output) as (new, work):
        how = How(
            job.options.cache or work,
            job.settings.collection,
            job.options.reader,
            job.options.model,
            job.settings.tables,
        )
        reads, failed = _read(job, how)
        with _seldom_collected():
            output = _made_of(job, how, work, reads, failed)
            write_output(new, output)
    by_code = Counter(issue.code for issue in output.issues if issue.code != NOT_READ)
    return Summary(output.counts, dict(by_code), failed, from_cache=sum(read.from_cache for read in reads))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for rings of garbage seldom: lines and facts form none, and its usual pace takes a tenth longer.

    Not while reading: a language model leaves much of it.
    """
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _made_of(job: Job, how: How, work: Path, reads: Sequence[Read], failed: Sequence[Failed]) -> Output:
    """Do all that follows reading; the lines of the documents lie in the folder `work`."""
    records = _records(reads)
    known = who_is_who(job, records, how.cache)
    names = names_by_document(known.entities)
    ground = _ground(job, how, work)
    mapped = _map(job, ground, records, names)
    hidden = withheld_records(reads, job.settings.texts)
    known = replace(known, registry=registry.hidden(known.registry, hidden))
    mapped, common = withhold(job, ground, records, mapped, _shared_lines(job, known, names, mapped), hidden)
    shared = _with_dataset(job, common, mapped)
    findings = _check(job, ground, records, mapped, shared)
    doubts = [*known.doubts, *(i for read in reads for i in read.issues)]
    issues = _about_settings(job) + unquoted(doubts, {read.source for read in reads if read.document in hidden})
    return Output(
        settings=job.settings,
        inputs=fingerprint(job, _next_registry(job, known.registry)),
        lines=_in_order(job.settings.base, shared, mapped),
        dataset=_of_dataset(job.settings.base, shared),
        pages=_pages(how.cache, {key: texts for key, texts in records.items() if key not in hidden}),
        registry=known.registry,
        decisions=known.entities.decisions,
        issues=[*(Issue(NOT_READ, f.message, f.source) for f in failed), *issues],
        findings=findings,
        counts=_counts(known.entities, records, mapped, shared),
    )


def _ground(job: Job, how: How, work: Path) -> Ground:
    settings = job.settings
    return Ground(
        settings.base, __version__, how.cache, work, confidence.load(), rights=settings.rights, donor=settings.donor
    )


def _read(job: Job, how: How) -> tuple[list[Read], tuple[Failed, ...]]:
    """Read all files; a file that cannot be read is told, and the others go on."""
    tasks = [(path, name, how) for path, name in job.corpus.files]
    by_file = map_all("read", _read_task, tasks, workers=job.options.workers, progress=job.progress)
    results = [result for of_file in by_file for result in of_file]
    reads = [result for result in results if isinstance(result, Read)]
    failed = tuple(result for result in results if isinstance(result, Failed))
    if not reads:
        raise ReadError("Nothing could be read.\n" + "\n".join(f.message for f in failed))
    return reads, failed


def _read_task(task: tuple[Path, str, How]) -> list[Read | Failed]:
    return read_file(*task)


def _records(reads: Sequence[Read]) -> Records:
    records: defaultdict[str, list[Read]] = defaultdict(list)
    for read in sorted(reads, key=lambda r: (r.document, preference(r.reader), r.source)):
        if read.sha256 not in {other.sha256 for other in records[read.document]}:
            records[read.document].append(read)
    return dict(records)


def _map(job: Job, ground: Ground, records: Records, names: dict[str, Names]) -> list[Mapped]:
    tasks = [
        Task(number, tuple(text.key for text in texts), names.get(key, Names()))
        for number, (key, texts) in enumerate(records.items())
    ]
    return map_all(
        "map",
        map_record,
        tasks,
        workers=job.options.workers,
        progress=job.progress,
        prepare=prepare_mapping,
        given=(ground,),
    )


def _shared_lines(job: Job, known: Known, names: dict[str, Names], mapped: Sequence[Mapped]) -> list[str]:
    """Return the lines of what documents share, and of the links."""
    base, entities = job.settings.base, known.entities
    lines = map_entities(base, entities, names, [m.shared for m in mapped], archives())
    return lines + map_links(base, replace(entities, decisions=(*entities.decisions, *known.links)))


def _with_dataset(job: Job, lines: Sequence[str], mapped: Sequence[Mapped]) -> list[str]:
    """Return the lines with those of the dataset itself, which counts all others, sorted."""
    tally = Tally()
    tally.add(lines)
    for one in mapped:
        tally.statements += one.tally.statements
        tally.classes += one.tally.classes
    return sorted(
        [*lines, *map_dataset(job.settings, build_date(job.settings, newest(job.corpus)), __version__, tally)]
    )


def _check(
    job: Job, ground: Ground, records: Records, mapped: Sequence[Mapped], shared: Sequence[str]
) -> list[Finding]:
    """Check each record, then what they share; events were checked with the documents that tell of them.

    Raises:
        CheckError: something was found that must not be published.

    """
    facts = facts_of(triples_of(shared))
    tasks = [
        Unchecked(
            lines, one.lines[0], tuple(text.key for text in texts), thorough=sampled(number, one.tally.statements)
        )
        for number, (one, texts) in enumerate(zip(mapped, records.values(), strict=True))
        for lines in one.lines
    ]
    by_batch = map_all(
        "check",
        check_lines,
        tasks,
        workers=job.options.workers,
        progress=job.progress,
        prepare=prepare_checks,
        given=(ground, facts, frozenset(facts)),
    )
    told = {event for one in mapped for event in one.told}
    rest: Facts = {subject: described for subject, described in facts.items() if subject not in told}
    findings = [finding for found in by_batch for finding in found]
    findings += check_all(rest, {}, known=told, base=ground.base)
    if stops(findings):
        raise CheckError("Nothing was published, because checks failed.\n\n" + as_text(findings))
    return findings


def _next_registry(job: Job, entries: Sequence[registry.Entry]) -> bytes:
    """Return the registry that the next build will start from: the corpus folder's own, else the one published now."""
    own = job.registry.is_file() and job.registry.parent == job.corpus.folder
    return job.registry.read_bytes() if own else registry.dump(entries).encode()


def _in_order(base: str, shared: Sequence[str], mapped: Sequence[Mapped]) -> Iterator[str]:
    """Yield all lines: what sorts before documents, documents by key, the rest. A subject stands in one place."""
    documents = f"<{ids.iri(base, 'document/')}"
    yield from (line for line in shared if line < documents)
    for one in mapped:
        yield from merged(one.lines)
    yield from (line for line in shared if line >= documents)


def _of_dataset(base: str, shared: Sequence[str]) -> list[str]:
    end = f"{ref(base, ids.graph('dataset'))} .\n"
    return [line for line in shared if line.endswith(end)]


def _pages(readings: Path, records: Records) -> Iterator[tuple[Document, Analysis]]:
    for texts in records.values():
        for reading in load_texts(readings, [text.key for text in texts]):
            yield reading.document, reading.analysis


def _about_settings(job: Job) -> list[Issue]:
    if not job.settings.made_up:
        return []
    words = f"The base IRI is {job.settings.base}, the title {job.settings.title!r}."
    return [Issue("settings-missing", words, FILENAME)]


def _counts(entities: Entities, records: Records, mapped: Sequence[Mapped], shared: Sequence[str]) -> dict[str, int]:
    """Return how many things of each kind were found, for the summary and the manifest."""
    found = Counter(entity.kind for entity in entities.entities)
    totals = Counter[str]()
    for texts in records.values():
        totals.update(texts[0].counts)
    return {
        "documents": len(records),
        "people": found["person"],
        "organisations": found["organisation"],
        "places": found["place"],
        "works": len(entities.works),
        "events": len(entities.events),
        "archival units": len({unit for one in mapped for unit in one.shared.units}),
        **totals,
        "quads": len(shared) + sum(one.tally.statements for one in mapped),
    }
