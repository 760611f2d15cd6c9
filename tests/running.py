"""Run the command as a person types it, in this process."""

from click.testing import CliRunner, Result

from kg.cli import main


def kg(*words: object, keys: str = "") -> Result:
    """Type `kg WORDS…`, and then `keys` where it asks for more."""
    return CliRunner().invoke(main, [str(word) for word in words], input=keys)
