import rdflib
from rdflib import RDF, RDFS, SH

from kg.query.described import described
from kg.query.library import names, question


def test_every_question_is_described_with_its_parameters() -> None:
    text = described(question(name) for name in names())
    graph = rdflib.Graph().parse(data=text, format="turtle", publicID="http://localhost/queries")
    for name in names():
        node = rdflib.URIRef(f"http://localhost/queries#{name}")
        assert (node, RDF.type, SH.SPARQLSelectExecutable) in graph
        assert graph.value(node, SH.select) == rdflib.Literal(question(name).text)
        assert str(graph.value(node, RDFS.label)) == question(name).title
        parameters = {str(graph.value(each, SH.name)) for each in graph.objects(node, SH.parameter)}
        assert parameters == {parameter.name for parameter in question(name).parameters}
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]
