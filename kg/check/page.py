"""A page of a report: it stands by itself, and is read from disk."""

from html import escape
from typing import Final

_PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
  body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }}
  h1 {{ font-size: 1.6rem; font-weight: normal; line-height: 1.25; }}
  table {{ border-collapse: collapse; width: 100%; }}
  th, td {{ border-bottom: 1px solid #ccc; padding: .4rem; text-align: left; vertical-align: top; }}
  td {{ overflow-wrap: anywhere; }}
  .violation td:first-child {{ color: #a00; font-weight: bold; }}
  article {{ font: 1.05rem/1.6 Georgia, serif; max-width: 46rem; overflow-wrap: break-word; white-space: pre-wrap; }}
  b.used {{ background: #cfe8cf; font-weight: normal; }}
</style>
<h1>{title}</h1>
{body}
</html>
"""


def page(title: str, body: str) -> str:
    """Return a page; `body` is HTML."""
    return _PAGE.format(title=escape(title), body=body)
