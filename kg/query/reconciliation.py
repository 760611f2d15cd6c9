"""A client of the Reconciliation API: asks a service of other people who or what a name may mean.

It speaks the versions 0.1 and 0.2 of the W3C Community Group's reports, by the service's own description: a batch of
queries is sent as a form, and each answer is a list of candidates. What was answered once is kept on disk. All that
comes back is a proposal: the scores of a service are its own, and change.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from socket import gaierror
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

import msgspec

from kg.errors import QueryError
from kg.ids import WIKIDATA
from kg.model import Decision
from kg.query.polite import BUSY, TRIES, agent, pause, read

TIMEOUT: Final = 30.0
_VERSIONS: Final = ("0.2", "0.1")
_BATCH: Final = 10  # queries at once, where the service wants no fewer
_IRI: Final = "/:#?&=,;@+~%"  # stand as they are in the IRI of a candidate

Wait = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Service:
    """A service as it describes itself; `space` and the id of a candidate make its IRI. `version` is what we speak.

    `batch` is how many queries it is sent at once.
    """

    url: str
    name: str
    version: str
    space: str
    batch: int = _BATCH


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate: `score` is on the service's own scale, `match` says that the service is sure of it."""

    id: str
    name: str
    score: float | None = None
    match: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    result: tuple[Match, ...]


def open_service(url: str, *, timeout: float = TIMEOUT, wait: Wait = time.sleep) -> Service:
    """Ask a service at its address what it is.

    Raises:
        QueryError: it is no address of a web server, nobody answers there, or it is no service that we can speak with.

    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise QueryError(f"{url} is no address of a service. It should begin with the protocol, and name a server.")
    try:
        told: Any = json.loads(_fetch(url, None, timeout, wait))
    except ValueError:
        told = None
    if not isinstance(told, dict) or not isinstance(told.get("identifierSpace"), str):
        raise QueryError(f"{url} does not describe itself as a reconciliation service does. Check the address.")
    spoken = told.get("versions", ["0.1"])  # only from 0.2 on must they be named
    version = next((v for v in _VERSIONS if isinstance(spoken, list) and v in spoken), "")
    if not version:
        raise QueryError(f"{url} speaks {spoken} of the Reconciliation API; we speak {' and '.join(_VERSIONS)}.")
    most = told.get("batchSize")
    batch = min(most, _BATCH) if isinstance(most, int) and most > 0 else _BATCH
    return Service(url, str(told.get("name", url)), version, told["identifierSpace"], batch)


def ask(
    service: Service,
    names: Sequence[str],
    *,
    kind: str = "",
    limit: int = 3,
    cache: Path,
    timeout: float = TIMEOUT,
    wait: Wait = time.sleep,
) -> Iterator[tuple[Match, ...]]:
    """Yield the candidates for each name, in the order of the names; `kind` is a type that the service knows.

    Raises:
        QueryError: the service refuses, answers rubbish, or stays silent; what was answered before is in the cache.

    """
    for start in range(0, len(names), service.batch):
        chosen = names[start : start + service.batch]
        queries = [{"query": name, "limit": limit} | ({"type": kind} if kind else {}) for name in chosen]
        paths = [_kept(cache, service, query) for query in queries]
        found = {f"q{at}": answer for at, path in enumerate(paths) if (answer := _remembered(path)) is not None}
        new = {f"q{at}": query for at, query in enumerate(queries) if f"q{at}" not in found}
        for key, answer in (_answers(service, new, timeout, wait) if new else {}).items():
            _keep(paths[int(key[1:])], answer)
            found[key] = answer
        yield from (found[f"q{at}"].result for at in range(len(chosen)))


def proposals(service: Service, name: str, matches: Sequence[Match]) -> Iterator[Decision]:
    """Yield the candidates for a thing of ours, by its registry name, as decisions that nobody has taken yet."""
    for match in matches:
        item = match.id if service.space in WIKIDATA else quote(f"{service.space}{match.id}", safe=_IRI)
        about = f" ({match.description})" if match.description else ""
        score = "" if match.score is None else f", with a score of {match.score:g}"
        yield Decision(
            left=name,
            right=item,
            verdict="unsure",
            who=service.name,
            when="",
            why=f"{match.name}{about}: {'a match' if match.match else 'a candidate'} for the service{score}",
            source=service.url,
        )


def _kept(cache: Path, service: Service, query: Mapping[str, object]) -> Path:
    """Return where the answer to a query is, or will be, kept."""
    asked = "\0".join((service.url, service.version, json.dumps(query, sort_keys=True)))
    name = sha256(asked.encode()).hexdigest()
    return cache / "reconciliation" / name[:2] / f"{name}.json"


def _remembered(path: Path) -> _Answer | None:
    """Return what was kept; what is damaged is asked for again, as everything in the cache may be."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Answer)
    except (OSError, msgspec.DecodeError):
        return None


def _keep(path: Path, answer: _Answer) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new-{os.getpid()}")
    new.write_bytes(msgspec.json.encode(answer))
    new.replace(path)


def _answers(service: Service, queries: Mapping[str, object], timeout: float, wait: Wait) -> dict[str, _Answer]:
    """Send a batch; return what was answered to each of its queries."""
    body = urlencode({"queries": json.dumps(queries, ensure_ascii=False)}).encode()
    content = _fetch(service.url, body, timeout, wait)
    try:
        answers = msgspec.json.decode(content, type=dict[str, _Answer], strict=False)
    except msgspec.DecodeError as fault:
        raise QueryError(f"{service.url} answers something that is no list of candidates ({fault}).") from fault
    if missing := sorted(queries.keys() - answers.keys()):
        raise QueryError(f"{service.url} left {len(missing)} of {len(queries)} names without an answer.")
    return {key: answers[key] for key in queries}


def _fetch(url: str, body: bytes | None, timeout: float, wait: Wait) -> bytes:
    """Ask by POST, or by GET where there is no body; again where the server is busy, after the time that it names."""
    request = Request(url, body, {"User-Agent": agent(), "Accept": "application/json"})
    for attempt in range(TRIES):
        try:
            with urlopen(request, timeout=timeout) as reply:
                return read(reply, url, timeout)
        except HTTPError as fault:
            fault.close()
            if fault.code not in BUSY:
                raise QueryError(f"{url} refuses ({fault.code} {fault.reason}). Check the address.") from fault
            seconds = pause(fault.headers.get("retry-after"), attempt)
        except (OSError, HTTPException) as fault:
            if isinstance(fault, URLError) and isinstance(fault.reason, ConnectionRefusedError | gaierror):
                raise QueryError(f"Nobody answers at {url}. Check the address, and whether you are online.") from fault
            seconds = pause(None, attempt)
        if attempt < TRIES - 1:
            wait(seconds)
    raise QueryError(f"{url} did not answer in {TRIES} tries. What came before is kept; ask again later.")
