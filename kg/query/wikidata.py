"""Records of Wikidata items by SPARQL, in batches: named to the server, as slow as it asks, and resumed where it broke.

Limits of the public endpoint: sixty seconds a question; a client that ignores `Retry-After` is shut out for a day.
"""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Final
from urllib.error import HTTPError, URLError

from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg.errors import QueryError
from kg.identity.authority import Record
from kg.query.polite import BUSY, TRIES, agent, pause, read
from kg.query.store import sparql

BATCH: Final = 100
LANGUAGES: Final = ("en", "ru", "de", "hu", "fr", "pl", "cs", "zh")
TIMEOUT: Final = 70  # seconds; the public server gives up at sixty


def fetch(
    endpoint: str,
    items: Sequence[str],
    *,
    batch: int = BATCH,
    timeout: int = TIMEOUT,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[tuple[Record, ...]]:
    """Yield the records of items ("Q42"), a batch at a time; an item that the server does not know gives none.

    Raises:
        QueryError: the server refuses, answers rubbish, or stays busy; what was yielded before holds.

    """
    for start in range(0, len(items), batch):
        asked = items[start : start + batch]
        yield _records(asked, _ask(endpoint, asked, timeout, wait), endpoint)


def _ask(endpoint: str, items: Sequence[str], timeout: int, wait: Callable[[float], None]) -> list[dict[str, Any]]:
    """Ask for one batch, and again where the server is busy, after the time that it names."""
    client = SPARQLWrapper(endpoint, agent=agent(), returnFormat=JSON)
    client.setMethod(POST)
    client.setTimeout(timeout)
    values, languages = " ".join(f"wd:{item}" for item in items), ", ".join(f'"{code}"' for code in LANGUAGES)
    client.setQuery(sparql("wikidata").replace("$items", values).replace("$languages", languages))
    for attempt in range(TRIES):
        try:
            with closing(client.query().response) as reply:
                answer: Any = json.loads(read(reply, endpoint, timeout))
            return list(answer["results"]["bindings"])
        except HTTPError as fault:
            fault.close()
            if fault.code not in BUSY:
                raise QueryError(f"{endpoint} refuses ({fault.code} {fault.reason}). Check the address.") from fault
            seconds = pause(fault.headers.get("retry-after"), attempt)
        except (SPARQLWrapperException, URLError, OSError) as fault:
            if isinstance(fault.__context__, HTTPError):
                fault.__context__.close()
            seconds = pause(None, attempt)
        except (ValueError, KeyError, TypeError) as fault:
            raise QueryError(f"{endpoint} answers something that is no result of SPARQL. Check the address.") from fault
        if attempt < TRIES - 1:
            wait(seconds)
    raise QueryError(f"{endpoint} did not answer in {TRIES} tries. What came before is kept; ask again later.")


def _records(items: Sequence[str], rows: Sequence[Mapping[str, Any]], source: str) -> tuple[Record, ...]:
    said: defaultdict[str, defaultdict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        item = row["item"]["value"].rpartition("/")[2]
        said[item][row["what"]["value"]].append((row["value"].get("xml:lang", ""), row["value"]["value"]))
    return tuple(_record(item, said[item], source) for item in items if said[item]["name"])


def _record(item: str, said: Mapping[str, list[tuple[str, str]]], source: str) -> Record:
    by_language: defaultdict[str, list[str]] = defaultdict(list)
    for language, name in said["name"]:
        by_language[language].append(name)
    first = min(by_language, key=lambda code: LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES))
    classes = tuple(sorted({value for _, value in said.get("class", ())}))
    return Record(
        label=by_language[first][0],
        qid=item,
        alias_lang={code: tuple(sorted(set(names))) for code, names in sorted(by_language.items())},
        kind="person" if "human" in classes else None,
        birth=_year(said.get("birth", ())),
        death=_year(said.get("death", ())),
        description=next((value for _, value in said.get("description", ())), None),
        p31=classes,
        sources=(source,),
        identifiers={name: min(value for _, value in said[name]) for name in ("isil", "viaf") if said.get(name)},
    )


def _year(values: Sequence[tuple[str, str]]) -> int | None:
    years = sorted(int(value[:4]) for _, value in values if value[:4].isdigit())
    return years[0] if years else None
