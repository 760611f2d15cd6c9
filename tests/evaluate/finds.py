"""Finds and sheets as short as tests want them."""

from kg.evaluate.sheet import Find, Sheet


def find(*spans: tuple[int, int], value: str = "", thing: str = "", optional: bool = False) -> Find:
    """Return a find of the rule that is called as the value is."""
    return Find(spans=spans, value=value, thing=thing, optional=optional, rule=f"rule/{value}")


def sheet(name: str, *finds: Find) -> Sheet:
    """Return the sheet of a text with finds of one class."""
    return Sheet(name="text", sha256="0", finds={name: finds})
