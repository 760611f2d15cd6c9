"""The round trip of evidence: every quotation stands in the text it points to, at the place it names."""

from collections.abc import Iterator, Mapping

from kg.check.facts import Facts, value, values, words
from kg.check.findings import Fault
from kg.rdf.vocab import kgo, oa, rdf, schema


def wrong_quotes(facts: Facts, texts: Mapping[str, str] | None) -> Iterator[Fault]:
    """Yield a fault for every stretch whose words are not those of its text.

    `texts` leads from a SHA-256 (64 hex digits) to the text; None says that no texts are at hand, and nothing is found.
    A text that is withheld has no file and is passed over, unless it is at hand: then a quotation that ends in "…" must
    be the beginning of the words.
    """
    if texts is None:
        return
    by_target = {t: a for a, described in facts.items() for t in described.get(oa.hasTarget, ())}
    for target, annotation in sorted(by_target.items()):
        for message in _faults(facts, target, texts):
            thing = value(facts, annotation, oa.hasBody) or annotation
            yield Fault("quotation", thing, message, passage=target)


def _faults(facts: Facts, target: str, texts: Mapping[str, str]) -> Iterator[str]:
    source = value(facts, target, oa.hasSource)
    selectors = values(facts, target, oa.hasSelector)
    if any(oa.FragmentSelector in values(facts, selector, rdf.type) for selector in selectors):
        return  # a place in a data file, which is not among the texts
    sha256 = words(value(facts, source, kgo.sha256))
    text, withheld = texts.get(sha256), not value(facts, source, schema.contentUrl)
    if text is None:
        if not source or not withheld or not sha256:
            yield f"The text {source.strip('<>') or '(none named)'} is not there, so its quotations cannot be checked."
        return
    start, end = (next((int(words(v)) for s in selectors for v in values(facts, s, p)), -1) for p in (oa.start, oa.end))
    exact = next((words(v) for s in selectors for v in values(facts, s, oa.exact)), "")
    if not 0 <= start < end <= len(text):
        yield f"The place {start}-{end} does not lie in the text, which has {len(text)} characters."
        return
    if text[start:end] != exact and not (withheld and _begins(text[start:end], exact)):
        yield f"At {start}-{end} the text says {text[start:end]!r}, not {exact!r}."
    for selector in selectors:
        prefix, suffix = (words(value(facts, selector, p)) for p in (oa.prefix, oa.suffix))
        if not (text.endswith(prefix, 0, start) and text.startswith(suffix, end)):
            yield f"Around {start}-{end} the text does not read {prefix!r} … {suffix!r}."


def _begins(passage: str, exact: str) -> bool:
    """Say whether a quotation was cut from a passage: some of its beginning, and "…" for the rest."""
    return len(exact) > 1 and exact.endswith("…") and passage.startswith(exact[:-1])
