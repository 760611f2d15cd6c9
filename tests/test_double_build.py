"""Same input, same bytes: the examples, built twice under two hash seeds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def build(output: Path, seed: str) -> dict[str, bytes]:
    """Build the examples from nothing; every file written, by its path."""
    command = [sys.executable, "-m", "kg", "build", "examples", "-o", str(output), "--no-cache"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.mark.skipif(not (ROOT / "kg/cli/build.py").exists(), reason="kg build is not written yet")
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    first, second = build(tmp_path / "first", "1"), build(tmp_path / "second", "2")
    assert "data.ttl" in first
    assert first.keys() == second.keys()
    assert [path for path, content in first.items() if second[path] != content] == []
