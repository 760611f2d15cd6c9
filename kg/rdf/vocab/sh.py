"""The terms of `sh:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: A001, N816 (the names are those of the vocabulary)

from typing import Final

Info: Final = "<http://www.w3.org/ns/shacl#Info>"
ValidationReport: Final = "<http://www.w3.org/ns/shacl#ValidationReport>"
ValidationResult: Final = "<http://www.w3.org/ns/shacl#ValidationResult>"
Violation: Final = "<http://www.w3.org/ns/shacl#Violation>"
Warning: Final = "<http://www.w3.org/ns/shacl#Warning>"
conforms: Final = "<http://www.w3.org/ns/shacl#conforms>"
focusNode: Final = "<http://www.w3.org/ns/shacl#focusNode>"
message: Final = "<http://www.w3.org/ns/shacl#message>"
path: Final = "<http://www.w3.org/ns/shacl#path>"
result: Final = "<http://www.w3.org/ns/shacl#result>"
resultMessage: Final = "<http://www.w3.org/ns/shacl#resultMessage>"
resultPath: Final = "<http://www.w3.org/ns/shacl#resultPath>"
resultSeverity: Final = "<http://www.w3.org/ns/shacl#resultSeverity>"
severity: Final = "<http://www.w3.org/ns/shacl#severity>"
sourceConstraintComponent: Final = "<http://www.w3.org/ns/shacl#sourceConstraintComponent>"
sourceShape: Final = "<http://www.w3.org/ns/shacl#sourceShape>"
value: Final = "<http://www.w3.org/ns/shacl#value>"
