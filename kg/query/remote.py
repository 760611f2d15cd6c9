"""Ask a SPARQL endpoint somewhere else, by SPARQLWrapper."""

import math
import time
import urllib.error
from collections.abc import Mapping
from http.client import HTTPException
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results
from SPARQLWrapper import BASIC, JSON, N3, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import (
    EndPointInternalError,
    EndPointNotFound,
    QueryBadFormed,
    SPARQLWrapperException,
    Unauthorized,
    URITooLong,
)

from kg.credentials import credentials
from kg.errors import QueryError
from kg.query.run import Answer, Result, Rows, Term, Triples
from kg.query.text import bound, declared, form_of

LONGEST_GET: Final = 2000  # characters; servers and those between cut longer addresses off
TRIES: Final = 3
PAUSE: Final = 1.0  # seconds before the second try; twice as long before the third
_AGAIN: Final = (429, 500, 502, 503, 504)
_LONGEST: Final = 500  # characters of a server's own words
_CODES: Final[dict[type, int]] = {
    QueryBadFormed: 400,
    Unauthorized: 401,
    EndPointNotFound: 404,
    URITooLong: 414,
    EndPointInternalError: 500,
}
_GRAPHS: Final = frozenset({"default-graph-uri", "named-graph-uri"})
_GRAPH: Final = "application/n-triples, text/turtle;q=0.9"


def ask(url: str, text: str, values: Mapping[str, Term], limit: int | None, timeout: float | None) -> Result:
    """Ask an endpoint; what it says of SELECT and ASK is read as JSON, a graph as N-Triples or Turtle.

    The name and password come from KG_STORE_USER and KG_STORE_PASSWORD, else from the netrc file. `timeout` is the
    seconds that one try may take. A server that is busy or breaks off is asked again, `TRIES` times in all.

    Raises:
        QueryError: the server cannot be reached, refuses, is too slow, or answers what is no result of SPARQL.

    """
    asked = declared(bound(text, values))
    for attempt in range(1, TRIES + 1):
        try:
            return _read(_request(url, asked, timeout), limit)
        except (SPARQLWrapperException, OSError, HTTPException) as fault:
            code = _code(fault)
            if attempt == TRIES or not (code in _AGAIN or (code is None and not _late(fault))):
                raise QueryError(_told(url, fault, timeout)) from fault
        time.sleep(PAUSE * attempt)
    raise AssertionError


def _request(url: str, text: str, timeout: float | None) -> SPARQLWrapper:
    """Return the request, ready to be sent."""
    address = urlsplit(url)
    if address.scheme not in {"http", "https"}:
        raise QueryError(f"{url} is no address of an endpoint: it should begin with http or https.")
    request = SPARQLWrapper(address._replace(query="").geturl())  # it would put a second "?" behind a first
    request.setQuery(text)
    request.queryType = form_of(text)  # its own guess takes words of comments for SPARQL
    request.setReturnFormat(JSON if form_of(text) in {"SELECT", "ASK"} else N3)
    if form_of(text) not in {"SELECT", "ASK"}:
        request.addCustomHttpHeader("Accept", _GRAPH)
    given = parse_qsl(address.query, keep_blank_values=True)
    if _GRAPHS.isdisjoint(dict(given)):
        given.append(("union-default-graph", ""))  # Oxigraph's; others pass it over
    for name, value in given:
        request.addParameter(name, value)
    if len(text) > LONGEST_GET:
        request.setMethod(POST)
    if timeout is not None:
        request.setTimeout(math.ceil(timeout))
    known = credentials(address.hostname or "")
    if known:
        request.setHTTPAuth(BASIC)
        request.setCredentials(*known)
    return request


def _read(request: SPARQLWrapper, limit: int | None) -> Result:
    """Send the request and read the answer."""
    body = request.query().response.read()
    try:
        if form_of(request.queryString) not in {"SELECT", "ASK"}:
            triples = {quad.triple for quad in parse(body, RdfFormat.TURTLE)}  # N-Triples is Turtle
            return Triples(tuple(sorted(triples, key=str)[:limit]))
        found = parse_query_results(body, QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return Answer(bool(found))
        rows = tuple(tuple(row) for row in found)
    except SyntaxError as fault:
        raise QueryError(f"{request.endpoint} did not answer with results of SPARQL: {fault.msg}.") from fault
    return Rows(tuple(variable.value for variable in found.variables), rows[:limit])


def _code(fault: Exception) -> int | None:
    """Return the HTTP status that a fault stands for, None where the server gave none."""
    return fault.code if isinstance(fault, urllib.error.HTTPError) else _CODES.get(type(fault))


def _late(fault: Exception) -> bool:
    """Tell whether the time was over."""
    return isinstance(fault, TimeoutError) or isinstance(getattr(fault, "reason", None), TimeoutError)


def _told(url: str, fault: Exception, timeout: float | None) -> str:
    """Return what went wrong, and what to do."""
    if _late(fault):
        return f"{url} did not answer within {timeout or 0:g} s. Give it longer with --timeout, or ask for less."
    code = _code(fault)
    if code in {401, 403}:
        return (
            f"{url} wants a name and password ({code}): set KG_STORE_USER and KG_STORE_PASSWORD, or write a line into "
            "~/.netrc."
        )
    if code == 404:
        return f"There is no endpoint at {url} (404). Many stores have it at /sparql or /query."
    if code == 400:
        return f"{url} refuses the question: {' '.join(str(fault).split())[:_LONGEST]}"
    if code is not None:
        return f"{url} answers with error {code}, at {TRIES} tries: {' '.join(str(fault).split())[:_LONGEST]}"
    return f"{url} cannot be asked: {getattr(fault, 'reason', fault)}. Does the server run, and is the address right?"
