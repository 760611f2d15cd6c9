"""The pages that people read: the start, one thing, a text, the answer to a question. Plain HTML, no scripts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Final
from urllib.parse import urlencode

from jinja2 import DictLoader, Environment
from pyoxigraph import NamedNode, Quad

from kg import ids
from kg.query import library
from kg.query.evidence import quotes
from kg.query.run import Rows, Term, run
from kg.query.store import Data, sparql
from kg.query.things import short, spoken, term
from kg.rdf.vocab import dcterms, kgo, rdf, rico, schema
from kg.serve.reading import marks, woven
from kg.serve.shown import MOST, groups, has_files, label, plain, root, value

_LISTED: Final = """# title: {}
# description: Each with the number of documents that name it.
SELECT ?name (COUNT(DISTINCT ?document) AS ?documents) WHERE {{
  ?name a {} . OPTIONAL {{ ?document schema:mentions ?name }}
}} GROUP BY ?name ORDER BY DESC(?documents) ?name"""


def _asked(question: str) -> str:
    """Return the address at which a question in SPARQL is asked."""
    return f"/sparql?{urlencode({'query': question})}"


_KINDS: Final = (
    ("documents", rico.Instantiation, "/questions/documents"),
    ("people", rico.Person, _asked(_LISTED.format("People", "rico:Person"))),
    ("organisations", rico.CorporateBody, _asked(_LISTED.format("Organisations", "rico:CorporateBody"))),
    ("places", rico.Place, _asked(_LISTED.format("Places", "rico:Place"))),
    ("meetings and other events", rico.Event, "/questions/events"),
    ("archival citations", kgo.ArchivalCitation, "/questions/archival-citations"),
    ("citations of works", kgo.WorkCitation, "/questions/works"),
    ("statements of speakers", kgo.Statement, "/questions/speech"),
)
"""What the start page counts: in words, the class, and where the question is asked that lists them."""
_FORMS: Final = {
    False: (("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML")),
    True: (("turtle", "Turtle"), ("nt", "N-Triples"), ("jsonld", "JSON-LD")),
}
"""Whether an answer is a graph -> the formats that a page offers it in."""
_TITLE: Final = term(dcterms.title)
_TYPE: Final = term(rdf.type)
_TEXT: Final = term(rico.hasOrHadInstantiation)
_FILE: Final = term(schema.contentUrl)
"""Where a text is published; one that is withheld has none."""
_LANGUAGE: Final = term(schema.inLanguage)

_TEMPLATES: Final = {
    file.name: file.read_text(encoding="utf-8") for file in files("kg.serve").joinpath("templates").iterdir()
}
_PAGES: Final = Environment(loader=DictLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_QUESTIONS: Final = tuple(library.question(name) for name in library.names())
"""All files are read at once: a worker can open none."""


@lru_cache(maxsize=1)
def home(data: Data) -> str:
    """Return the start page: what there is, where to ask, what may be asked, and the documents.

    It takes a third of a second a million quads, and so is made once, by the process that the workers come from.
    """
    found = run(data, sparql("walk/documents"))
    rows = found.rows if isinstance(found, Rows) else ()
    counts = [
        (words, sum(1 for _ in data.store.quads_for_pattern(None, _TYPE, term(kind))), address)
        for words, kind, address in _KINDS
    ]
    return _PAGES.get_template("home.html").render(
        title=_whole(data) or "Linked data",
        base=data.base,
        root=root(data),
        counts=[*filter(lambda counted: counted[1], counts), ("statements in the graph", len(data.store), "")],
        questions=_QUESTIONS,
        dumps=has_files(data),
        documents=[(value(data, document), spoken(date, data.base)) for document, _, date in rows],
    )


def thing(data: Data, about: NamedNode, referring: Iterable[Quad], heir: Term | None) -> str:
    """Return the page of a thing: what is said of it, what refers to it, and the passages that speak for it."""
    said = [quad.triple for quad in data.store.quads_for_pattern(about, None, None)]
    passages = quotes(data, about)
    types = {plain(kind.value) for _, what, kind in said if what == _TYPE and isinstance(kind, NamedNode)}
    return _PAGES.get_template("thing.html").render(
        iri=about.value,
        root=root(data),
        whole=_whole(data),
        title=label(data, about) or short(about.value, data.base),
        types=sorted(types),
        texts=[
            value(data, triple.object)
            for triple in said
            if triple.predicate == _TEXT and has_files(data) and _first(data, triple.object, _FILE)
        ],
        facts=groups(data, ((triple.predicate, triple.object) for triple in said if triple.predicate != _TYPE)),
        referring=groups(data, ((quad.predicate, quad.subject) for quad in referring), backwards=True),
        quotes=passages[:MOST],
        readable=has_files(data),
        passages=len(passages),
        heir=value(data, heir) if heir is not None else None,
        questions=list(_questions(short(about.value, data.base))),
    )


def text(data: Data, about: NamedNode, words: str) -> str:
    """Return a text for reading; all that was found in it is marked where it stands, and leads to what it means."""
    document = next(quad.subject for quad in data.store.quads_for_pattern(None, _TEXT, about))
    return _PAGES.get_template("text.html").render(
        root=root(data),
        whole=_whole(data),
        title=label(data, document),
        document=value(data, document),
        language=_first(data, document, _LANGUAGE),
        file=root(data) + ids.local(data.base, _first(data, about, _FILE)),
        coverage=f"{root(data)}report/coverage/{about.value.rpartition('/')[2]}.html",
        body=woven(words, marks(data, about)),
    )


def table(
    data: Data, asked: str, header: Sequence[str], rows: Iterator[Sequence[Term | None]], *, graph: bool
) -> Iterator[str]:
    """Yield, part by part, the page of an answer; the first row is found before anything is yielded."""
    first = [row for row in (next(rows, None),) if row is not None]
    title, description = library.heading(asked)
    yield from _PAGES.get_template("answer.html").generate(
        title=title or "Answer",
        description=description,
        text=asked,
        link=_asked(asked),
        forms=_FORMS[graph],
        root=root(data),
        whole=_whole(data),
        header=header,
        rows=([value(data, cell) for cell in row] for row in chain(first, rows)),
    )


def search(sought: str, found: Mapping[str, Sequence[tuple[str, str, str]]], home: str) -> str:
    """Return the page of what was found: by its kind the label, a few words about it, and the address of each."""
    return _PAGES.get_template("search.html").render(
        title=f"Search: {sought}" if sought else "Search", root=home, sought=sought, found=found, most=MOST
    )


def preview(*, label: str, kind: str, description: str, others: Sequence[str], quotes: Sequence[str], link: str) -> str:
    """Return a small page of a thing: what it is, its other names, words that name it, and the way to its own page."""
    return _PAGES.get_template("preview.html").render(
        label=label, kind=kind, description=description, others=others, quotes=quotes, link=link
    )


@lru_cache(maxsize=1)
def _whole(data: Data) -> str:
    """Return the title of the data set."""
    return _first(data, NamedNode(ids.iri(data.base, ids.dataset())), _TITLE) if data.base else ""


def _first(data: Data, thing: Term, property_: NamedNode) -> str:
    """Return a value of a thing's property, `""` where it has none."""
    quads = data.store.quads_for_pattern(thing, property_, None) if isinstance(thing, NamedNode) else ()
    return next((spoken(quad.object, "") for quad in quads), "")


def _questions(path: str) -> Iterator[tuple[str, str]]:
    """Yield the questions that may be asked of things of this kind alone, with the addresses that ask them of this."""
    kind, depth = path.partition("/")[0], path.count("/") > 1
    for question in _QUESTIONS:
        for parameter in question.parameters:
            alike = parameter.example.startswith(f"{kind}/") and (parameter.example.count("/") > 1) == depth
            if parameter.kind == "iri" and (alike or (not depth and f"{kind} " in f"{parameter.text} ")):
                yield question.title, f"/questions/{question.name}?{urlencode({parameter.name: path})}"
                break
