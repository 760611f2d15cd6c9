"""The library in RDF, as SHACL describes questions, for catalogues and query editors."""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal

from kg.query.library import Parameter, Question
from kg.rdf.vocab import PREFIXES

_USED: Final = ("rdfs", "sh", "xsd")
_KINDS: Final = {
    "iri": "sh:nodeKind sh:IRI",
    "string": "sh:datatype xsd:string",
    "date": "sh:datatype xsd:date",
    "integer": "sh:datatype xsd:integer",
}


def described(questions: Iterable[Question]) -> str:
    """Return Turtle: each question a sh:SPARQLSelectExecutable, its names relative to where the file is published."""
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in _USED)
    return prefixes + "".join("".join(_question(question)) for question in questions)


def _question(question: Question) -> Iterator[str]:
    """Yield the statements about one question and its parameters."""
    yield f"\n<#{question.name}> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;\n"
    yield f"  rdfs:label {_quoted(question.title)} ;\n  rdfs:comment {_quoted(question.description)} ;\n"
    if question.parameters:
        listed = " , ".join(f"<#{question.name}/{parameter.name}>" for parameter in question.parameters)
        yield f"  sh:parameter {listed} ;\n"
    yield f"  sh:select {_quoted(question.text)} .\n"
    for parameter in question.parameters:
        yield _parameter(question, parameter)


def _parameter(question: Question, parameter: Parameter) -> str:
    """Return the statements about one parameter; as SHACL has it, the last part of its path is the variable."""
    node, kind = f"<#{question.name}/{parameter.name}>", _KINDS[parameter.kind]
    return (
        f"{node} a sh:Parameter ; sh:path <#{parameter.name}> ; {kind} ; sh:optional true ;\n"
        f"  sh:name {_quoted(parameter.name)} ; sh:description {_quoted(parameter.text)} ;\n"
        f"  rdfs:comment {_quoted(f'For example: {parameter.example}')} .\n"
    )


def _quoted(text: str) -> str:
    """Return a text as a literal."""
    return str(Literal(text))
