"""How our clients treat the servers of others: who asks, which refusals are worth another try, how long to wait."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from kg import __version__

AGENT: Final = f"archival-kg/{__version__} (contact: see the package's home page)"
TRIES: Final = 5
BUSY: Final = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT: Final = 300.0


def pause(header: str | None, attempt: int) -> float:
    """Return the seconds to wait: what `Retry-After` asks (seconds or a date), else one, two, four and so on."""
    if header and header.isdigit():
        return min(float(header), _LONGEST_WAIT)
    if header:
        try:
            until = parsedate_to_datetime(header)
        except ValueError:
            return float(2**attempt)
        now = datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)
        return max(1.0, min((until - now).total_seconds(), _LONGEST_WAIT))
    return float(2**attempt)
