"""All that lies beside the project becomes one graph that passes every check, whatever stands on pages nobody read."""

import random
from collections.abc import Callable
from pathlib import Path

from kg.build import Options, build

DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    lambda page, _: page,
    lambda page, _: " ".join(page.split()),  # flattened
    lambda page, _: page.replace("\n", ""),
    lambda page, _: page.replace(". ", ".\n\n"),
    lambda page, chance: "".join(letter for letter in page if chance.random() > 0.02),  # badly scanned
    lambda page, chance: "\n".join(chance.sample(lines := page.split("\n"), len(lines))),
    lambda page, chance: " ".join(chance.sample(words := page.split(" "), len(words))),
)


def test_the_whole_corpus_is_built_and_what_is_no_document_refused(shared: Path, tmp_path: Path) -> None:
    files = [path for path in (shared / "corpus").rglob("*") if path.is_file()]
    summary = build([shared / "corpus"], tmp_path / "output", Options(cache=tmp_path / "cache", model="none"))
    assert summary.counts["documents"] > len(files) / 2  # there are tables and notices among them
    assert all("no reader knows" in failed.message for failed in summary.failed)


def test_pages_cut_damaged_and_run_together_break_no_rule_and_pass_all_checks(shared: Path, tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311 - the same pages at every run
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(shared.rglob("*.txt"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "golden").rglob("*.txt"))]
    for number in range(300):
        page = "\n".join(_cut(chance.choice(texts), chance) for _ in range(chance.choice((1, 1, 4))))
        damaged = DAMAGES[number % len(DAMAGES)](page, chance)
        (tmp_path / f"page-{number:03}.txt").write_text(damaged, encoding="utf-8")
    options = Options(cache=tmp_path / "cache", model="none", reader="plain-text")
    summary = build([tmp_path / "*.txt"], tmp_path / "output", options)
    assert summary.counts["documents"] > 250  # some are cut to the same words
    assert not summary.failed


def _cut(text: str, chance: random.Random) -> str:
    begins = chance.randrange(max(1, len(text) - 200))
    return text[begins : begins + chance.randint(200, 5_000)]
