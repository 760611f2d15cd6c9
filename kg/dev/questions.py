"""The library of questions as a page, from the questions themselves (`python -m kg.dev questions`)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.query.library import Question, names, question

PAGE: Final = "docs/questions.md"
_HEAD: Final = """# The library of questions

<!-- Made by `python -m kg.dev questions` from kg/query/library; do not edit. -->

{count} questions that `kg query` knows by name. `kg queries` lists them, `kg queries --json` and `kg queries --rdf`
describe them for programs (RDF: each a `sh:SPARQLSelectExecutable`).

    kg query output participants --param person="Andrei Gromyko" --evidence

- A parameter is set with `--param NAME=VALUE`, and may be left out. For a thing give its IRI, `prefix:name`, its path
  (`person/…`), its label, or a name that it alone bears. A value is bound as a term; it is never pasted into the
  SPARQL.
- `--evidence` adds `quotation`, `file`, `from` and `to` (code points) to each row that stands for a fact; rows that
  count have none. `--limit`, `--timeout`, `--format`, `--explain` work with every question.
- Several builds are asked together: `kg query first/output second/output same-person`. Builds with different bases
  meet in `schema:sameAs` (`same-person`) and `kgo:shelfmark` (`same-file`); two builds of one base must share their
  registry.
- An endpoint is asked with `--endpoint URL`; name and password come from `KG_STORE_USER` and `KG_STORE_PASSWORD` or the
  netrc file.
- In Python: `kg.open("output").query("participants", person="Andrei Gromyko")` gives rows, `.dataframe(…)` the same for
  pandas, `.graph` an rdflib Dataset over the same store.
- Over a million statements in memory, 65 of 67 answer under 100 ms with a parameter set, the two others fit thousands
  of rows (`about-document` by kind 239 ms, `mentions` by class 172 ms). With nothing set and LIMIT 100, 24 of 31 do;
  `about-document`, `dates`, `events`, `mentions`, `named-together`, `present-together` (150 to 600 ms) and `same-file`
  (1.1 s) sort all their rows first. `python -m kg.dev bench queries` measures it.
"""
_EXPRESSION: Final = re.compile(r"\((?:[^()]|\([^()]*\))* AS (\?\w+)\)")


def files() -> Mapping[str, str]:
    """Return the page: path from the project's root -> content."""
    library = [question(name) for name in names()]
    return {PAGE: _HEAD.format(count=len(library)) + "".join("".join(_entry(each)) for each in library)}


def _entry(asked: Question) -> Iterator[str]:
    """Yield the parts of one question's entry."""
    yield f"\n## {asked.name}\n\n**{asked.title}.** {asked.description}\n\n"
    yield f"Columns: {', '.join(f'`{column}`' for column in _columns(asked))}."
    yield " Each row stands for a fact.\n" if asked.fact else "\n"
    if asked.parameters:
        yield "\n| parameter | kind | | for example |\n|---|---|---|---|\n"
    for parameter in asked.parameters:
        yield f"| `{parameter.name}` | {parameter.kind} | {parameter.text} | `{parameter.example}` |\n"


def _columns(asked: Question) -> list[str]:
    """Return the variables of the SELECT; of an expression, its name."""
    select = asked.text.partition("\nSELECT")[2].partition(" WHERE")[0]
    return re.findall(r"\?(\w+)", _EXPRESSION.sub(r"\1", select))
