"""The rules of the house that no linter knows."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "kg").rglob("*.py"))]

MAY_SAY_HTTP = {
    "kg/ids.py": "every IRI of ours is minted here",
    "kg/rdf/vocab": "generated from ontology/",
    "kg/settings.py": "the base address of a corpus that names none",
    "kg/dev/": "generates the vocabulary; not shipped",
}
GENERATED = ("kg/rdf/vocab",)
LONGEST_MODULE = 320
LONGEST_FUNCTION = 50
HEAVY = {"edtf", "lxml", "numpy", "pyoxigraph", "pyshacl", "rdflib", "rich", "shacl", "spacy", "SPARQLWrapper"}


def parse(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every string of the code that is not a docstring: one that stands alone as a statement."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(parse(module))


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith(tuple(MAY_SAY_HTTP))])
def test_no_web_address_stands_in_the_code(module: str) -> None:
    found = [line for line, text in strings(parse(module)) if "http://" in text or "https://" in text]
    assert not found, f"{module}, lines {found}: IRIs of things come from kg/ids.py, terms from kg/rdf/vocab"


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith(GENERATED)])
def test_modules_and_functions_are_short(module: str) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{module} has {lines} lines"
    for node in ast.walk(parse(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{module}:{node.lineno}: {node.name} has {length} lines"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from kg.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"print('imported:', sorted({HEAVY!r} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "imported: []"


def test_a_build_that_has_nothing_to_do_loads_no_rules() -> None:
    code = "import sys, kg.build\nprint([m for m in sys.modules if m.startswith(('kg.extract', 'kg.rdf', 'spacy'))])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
