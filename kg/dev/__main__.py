"""Write what is generated (`python -m kg.dev vocab`), check that it is current (`… check`), or measure (`… bench`).

`… starter FILE` brings the facts of the starter authority up to those of a larger one.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kg.dev import questions, vocab
from kg.dev.bench import bench
from kg.dev.starter import starter

ROOT: Final = Path(__file__).parents[2]

GENERATORS: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {"vocab": vocab.files, "questions": questions.files}
"""Name -> a function that returns the files it makes: path from the project's root -> content."""


def stale(files: Mapping[str, str]) -> list[str]:
    """Return the paths whose file is missing or differs from what would be generated."""
    return [
        path
        for path, content in sorted(files.items())
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != content
    ]


def check() -> int:
    """Name the files that are not current, and how to write them anew; 0 if there is none."""
    behind = [(name, path) for name, generate in GENERATORS.items() for path in stale(generate())]
    for name, path in behind:
        print(f"{path} is not current. Run: python -m kg.dev {name}")
    return 1 if behind else 0


def write(name: str) -> int:
    """Write the files of one generator that are not current."""
    files = GENERATORS[name]()
    for path in stale(files):
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(files[path], encoding="utf-8")
        print(f"{path} written")
    return 0


def main(arguments: list[str]) -> int:
    """Run `check`, `bench`, or the generator named; exit code 2 and the names that exist for anything else."""
    match arguments:
        case ["check"]:
            return check()
        case ["bench", *rest]:
            return bench(rest)
        case ["starter", path]:
            return starter(Path(path))
        case [name] if name in GENERATORS:
            return write(name)
        case _:
            commands = ["check", "bench [NAME [OPTION…]]", "starter FILE", *GENERATORS]
            print(f"usage: python -m kg.dev {' | '.join(commands)}", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
