"""The folders that travel with the program are found in a checkout and once installed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg import resources

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built as pip would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("archival_kg-*.whl"))


def shipped_from_checkout() -> set[str]:
    """The names in the wheel of all that must be in it."""
    files = [path.relative_to(ROOT) for top in ("kg", "ontology", "shapes") for path in (ROOT / top).rglob("*.*")]
    names = {str(path) for path in files if not any(part.startswith((".", "__pycache__")) for part in path.parts)}
    return {name if name.startswith("kg/") else f"kg/_data/{name}" for name in names if not name.startswith("kg/dev/")}


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resources.folder("ontology") == ROOT / "ontology"
    assert resources.folder("shapes") == ROOT / "shapes"


def test_the_wheel_ships_every_file_but_the_developers_tools(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("kg/")}
    assert names == shipped_from_checkout()


def test_an_installed_program_finds_its_own(wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "kg/_data/shapes").mkdir(parents=True)
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from kg import resources; print(resources.folder('shapes'))"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(tmp_path / "kg/_data/shapes")
