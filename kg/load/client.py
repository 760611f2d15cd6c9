"""A connection to one HTTP server: kept open, tried again where that may help, with a password if the server asks.

The password comes from the environment (KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN) or from the netrc file,
and goes to the server alone, in the form that it asks for: Basic (RFC 7617), Digest (RFC 7616) or Bearer (RFC 6750).
"""

import base64
import hashlib
import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final
from urllib.parse import urlsplit

from kg.credentials import credentials
from kg.errors import LoadError

WAITS: Final = (0.5, 1.0, 2.0)
"""Seconds before the second, third and fourth try."""

_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
"""Answers that another try may better; all that we send may be sent twice (Virtuoso answers 500 to a deadlock)."""

_DONE: Final = (200, 201, 204)
_UNAUTHORISED: Final = 401
_FORBIDDEN: Final = 403
_MOVED: Final = range(300, 400)
_CHALLENGE: Final = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]*))')
_TAGS: Final = re.compile(r"<[^<>]*>|\s+")
_SHOWN: Final = 300  # characters of a server's own words
_HASHES: Final = {"MD5": "md5", "SHA-256": "sha256"}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, its headers in order, its body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Client:
    """Asks one server. `timeout` is how many seconds it may stay silent, `waits` the pauses before further tries."""

    def __init__(self, url: str, *, timeout: float, waits: Sequence[float] = WAITS) -> None:
        """Take the address of the store; nothing is sent yet.

        Raises:
            LoadError: it is no address of a web server, or a password stands in it.

        """
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise LoadError(f"{url} is no address of a store. It should begin with the protocol, and name a server.")
        if parts.username or parts.password:
            raise LoadError(
                "A password does not belong into an address, where others can see it. Set KG_STORE_USER and "
                "KG_STORE_PASSWORD, or write a line into ~/.netrc."
            )
        self.url = url.rstrip("/")
        self._host = parts.hostname
        self._path = parts.path.rstrip("/")
        self._waits = waits
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(parts.hostname, parts.port, timeout=timeout)
        self._challenge: Mapping[str, str] = {}
        self._known: tuple[str, str] | None = None
        self._count = 0
        self._met: set[str] = set()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        what: str,
        fine: Sequence[int] | None = _DONE,
    ) -> Reply:
        """Send a request, again if need be, and return the answer. `what` names in a message that which was tried.

        Raises:
            LoadError: the server cannot be reached, breaks off, refuses, or answers with none of the `fine` statuses
                (None: any answer will do).

        """
        fault = ""
        for wait in (0.0, *self._waits):
            time.sleep(wait)
            try:
                reply = self._authorised(method, path, body, headers or {})
            except (OSError, HTTPException) as error:
                self._connection.close()
                self._met.clear()
                fault = _words(error)
                continue
            if fine is None or reply.status in fine:
                return reply
            fault = _told(reply, known=self._known is not None)
            if reply.status not in _AGAIN:
                break
        raise LoadError(f"{self.url}: {what} failed: {fault}.")

    def _authorised(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Send a request, and once more with the password if the server asks for it.

        Where there is a password, the first request to a place goes without its body: a server that wants the password
        hangs up while a long body is still on its way, and then its answer is lost.
        """
        place = path.partition("?")[0]
        if body and place not in self._met and credentials(self._host):
            self._heed(self._once(method, path, b"", headers))
        self._met.add(place)
        reply = self._once(method, path, body, headers)
        return self._once(method, path, body, headers) if self._heed(reply) else reply

    def _heed(self, reply: Reply) -> bool:
        """Remember how a server asks for a password; tell whether it did and there is one."""
        if reply.status != _UNAUTHORISED:
            return False
        self._known = self._known or credentials(self._host)
        if self._known is None:
            return False
        asked = next((value for name, value in reply.headers if name.lower() == "www-authenticate"), "")
        scheme, _, rest = asked.partition(" ")
        self._challenge = {"scheme": scheme.lower(), **{k.lower(): a or b for k, a, b in _CHALLENGE.findall(rest)}}
        self._count = 0
        return True

    def _once(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        target = (self._path + path) or "/"
        self._connection.request(method, target, body or None, {**headers, **self._authorisation(method, target)})
        answer = self._connection.getresponse()
        return Reply(answer.status, tuple(answer.getheaders()), answer.read())

    def _authorisation(self, method: str, target: str) -> dict[str, str]:
        """Return the header that proves who asks, none before the server has asked for it."""
        token, known = os.environ.get("KG_STORE_TOKEN"), self._known
        if token:
            return {"Authorization": f"Bearer {token}"}
        if not self._challenge or known is None:
            return {}
        if self._challenge["scheme"] == "basic":
            return {"Authorization": "Basic " + base64.b64encode(":".join(known).encode()).decode()}
        if self._challenge["scheme"] == "digest" and self._challenge.get("algorithm", "MD5").upper() in _HASHES:
            self._count += 1
            return {"Authorization": digest(self._challenge, known, (method, target), self._count, os.urandom(8).hex())}
        return {}


def digest(
    challenge: Mapping[str, str], known: tuple[str, str], request: tuple[str, str], count: int, nonce: str
) -> str:
    """Return the header for a Digest challenge (RFC 7616, quality of protection `auth`).

    `known` is name and password, `request` method and target, `count` the number of the request under this challenge,
    `nonce` a word of our own that was not used before.
    """
    algorithm = challenge.get("algorithm", "MD5")

    def hashed(*parts: str) -> str:
        return hashlib.new(_HASHES[algorithm.upper()], ":".join(parts).encode(), usedforsecurity=False).hexdigest()

    realm, theirs = challenge.get("realm", ""), challenge.get("nonce", "")
    proof = hashed(known[0], realm, known[1]), theirs, f"{count:08x}", nonce, "auth", hashed(*request)
    fields = {
        "username": known[0],
        "realm": realm,
        "nonce": theirs,
        "uri": request[1],
        "response": hashed(*proof),
        **({"opaque": challenge["opaque"]} if "opaque" in challenge else {}),
    }
    quoted = ", ".join(f'{name}="{value}"' for name, value in fields.items())
    return f'Digest {quoted}, cnonce="{nonce}", qop=auth, nc={count:08x}, algorithm={algorithm}'


def _words(error: OSError | HTTPException) -> str:
    """Return what went wrong with a connection."""
    if isinstance(error, TimeoutError):
        return "it did not answer in time (--timeout gives it longer)"
    if isinstance(error, ConnectionRefusedError):
        return "nobody answers there. Start the store, or check the address"
    return f"the connection broke ({(error.strerror if isinstance(error, OSError) else '') or str(error) or 'closed'})"


def _told(reply: Reply, *, known: bool) -> str:
    """Return what a server answered, in our words where they help, else in its own."""
    if reply.status == _UNAUTHORISED and known:
        return "it refuses the name and password that it was given. Check them"
    if reply.status == _UNAUTHORISED:
        return "it asks for a name and a password: set KG_STORE_USER and KG_STORE_PASSWORD, or write them into ~/.netrc"
    if reply.status == _FORBIDDEN:
        return "it forbids that to you (403). Ask its keeper for the right to write"
    if reply.status in _MOVED:
        where = next((value for name, value in reply.headers if name.lower() == "location"), "another address")
        return f"it sends us on ({reply.status}) to {where}. Name that address"
    text = " ".join(_TAGS.sub(" ", reply.body.decode(errors="replace")).split())
    return f"it answered {reply.status}" + (f": {text[:_SHOWN].rstrip('. ')}" if text else "")
