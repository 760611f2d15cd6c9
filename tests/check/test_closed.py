"""Nothing under our base points into the void, and no term is made up."""

from kg.check.closed import dangling, undeclared
from kg.check.facts import facts_of
from kg.rdf.vocab import kgo, rdf, rdfs, rico, schema, xsd

DOCUMENT, PERSON = "<http://x/document/d>", "<http://x/person/weiss>"


def test_a_name_that_nothing_describes_is_found() -> None:
    (found,) = dangling(facts_of([(DOCUMENT, schema.mentions, PERSON)]), known=(), base="http://x/")
    assert "schema:mentions points to <http://x/person/weiss>" in found.message
    assert not list(dangling(facts_of([(DOCUMENT, schema.mentions, PERSON)]), known={PERSON}, base="http://x/"))


def test_a_name_elsewhere_on_the_web_does_not_dangle() -> None:
    facts = facts_of([(PERSON, schema.sameAs, "<http://www.wikidata.org/entity/Q1>")])
    assert not list(dangling(facts, known=(), base="http://x/"))


def test_properties_classes_and_datatypes_must_be_declared() -> None:
    facts = facts_of(
        [
            (PERSON, rdf.type, rico.Person),
            (PERSON, rdfs.label, '"Weiss"'),
            (PERSON, kgo.order, f'"1"^^{xsd.integer}'),
            (PERSON, "<http://www.w3.org/2000/01/rdf-schema#lable>", '"a ^^<http://not.a/datatype>"'),
            (PERSON, rdf.type, "<https://w3id.org/archival-kg/ontology#Persn>"),
            (PERSON, kgo.number, '"1"^^<http://x/number>'),
        ]
    )
    assert [f.message.split()[2] for f in undeclared(facts)] == ["rdfs:lable", "<http://x/number>", "kgo:Persn"]
