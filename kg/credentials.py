"""Name and password for a server: from the environment or the netrc file, never from a command line."""

import netrc
import os
from pathlib import Path

from kg.errors import KgError


def credentials(host: str) -> tuple[str, str] | None:
    """Return $KG_STORE_USER and $KG_STORE_PASSWORD, else what $NETRC or ~/.netrc says of the host; None without either.

    Raises:
        KgError: the netrc file cannot be used.

    """
    name, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD")
    if name and password is not None:
        return name, password
    path = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return None
    try:
        found = netrc.netrc(str(path)).authenticators(host)
    except (netrc.NetrcParseError, OSError) as fault:
        raise KgError(f"The passwords in {path} cannot be read. Put the file right, or remove it.") from fault
    return (found[0], found[2] or "") if found else None
