"""The output folder is ours or it is left alone; it is replaced whole or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.publish import folder
from kg.publish.folder import GENERATOR, MANIFEST, replacing


def publish(output: Path, name: str, words: str) -> None:
    with replacing(output) as (new, _):
        (new / name).write_text(words)
        (new / MANIFEST).write_text(json.dumps({"generator": GENERATOR, "written": [name]}))


def test_a_new_output_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, "one.ttl", "1")
    publish(output, "two.ttl", "2")
    assert sorted(p.name for p in output.iterdir()) == [MANIFEST, "two.ttl"]
    assert [p.name for p in tmp_path.iterdir()] == ["output"], "nothing is left over beside it"


def test_a_build_that_fails_leaves_the_old_output_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, "one.ttl", "1")

    def fail() -> None:
        with replacing(output) as (new, _):
            (new / "half.ttl").write_text("…")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (output / "one.ttl").read_text() == "1"
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_the_readme_that_git_keeps_survives(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "README.md").write_text("kept")
    publish(output, "one.ttl", "1")
    publish(output, "one.ttl", "2")
    assert (output / "README.md").read_text() == "kept"


def test_a_folder_of_somebody_else_is_refused_and_untouched(tmp_path: Path) -> None:
    output = tmp_path / "photos"
    output.mkdir()
    (output / "wedding.jpg").write_text("…")
    with pytest.raises(OutputError, match=r"holds files that no build wrote \(wedding.jpg\)"):
        publish(output, "one.ttl", "1")
    assert [p.name for p in output.iterdir()] == ["wedding.jpg"]


def test_a_file_put_beside_our_own_is_not_deleted(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, "one.ttl", "1")
    (output / "my notes.txt").write_text("…")
    with pytest.raises(OutputError, match=r"my notes\.txt"):
        publish(output, "one.ttl", "2")
    assert (output / "my notes.txt").exists()


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_text("…")
    with pytest.raises(OutputError, match="is a file"):
        publish(output, "one.ttl", "1")


def test_a_mount_point_gets_a_clear_message() -> None:
    with pytest.raises(OutputError, match="is a mount point"):
        publish(Path("/proc"), "one.ttl", "1")


def test_the_second_build_in_a_folder_stops(tmp_path: Path) -> None:
    output = tmp_path / "output"
    script = "import pathlib, sys, kg.publish.folder as f\nwith f.replacing(pathlib.Path(sys.argv[1])): pass"
    with replacing(output) as (new, _):
        second = subprocess.run(
            [
                sys.executable,
                "-c",
                script,
                str(output),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        (new / MANIFEST).write_text("{}")
    assert second.returncode != 0
    assert "Another build is writing" in second.stderr


def test_a_crash_between_two_renames_is_put_right_at_the_next_start(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, "one.ttl", "1")
    output.rename(tmp_path / ".output.old")
    (tmp_path / ".output.new").mkdir()
    folder.recover(output)
    assert (output / "one.ttl").read_text() == "1"
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_where_folders_cannot_be_exchanged_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    publish(output, "one.ttl", "1")
    monkeypatch.setattr(folder, "_exchange", lambda *_: False)
    publish(output, "two.ttl", "2")
    assert (output / "two.ttl").read_text() == "2"
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_parent_that_cannot_be_written_gets_a_clear_message(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        publish(tmp_path / "output", "one.ttl", "1")
