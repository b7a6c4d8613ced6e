"""data/subjects.ttl, read back by a parser that is not ours."""

import pytest
from rdflib import FOAF, RDF, SKOS, Graph, Literal, URIRef

from jianbao.archive.terms import Term
from jianbao.authority import shipped
from jianbao.exports import skos
from jianbao.subjects import Subject

SITE = "file:///archive/site/"
BASE = SITE + "data/subjects.ttl"
LIST = (
    Subject("劳动权益", related=("社会保险",)),
    Subject("劳动报酬", "劳动权益", ("讨薪",), '工资“支付”\\与\n欠薪"', ("血汗钱",)),
    Subject("社会保险", related=("劳动权益",)),
)


def read(subjects: tuple[Subject, ...], in_use: dict[str, Term] | None = None) -> Graph:
    return Graph().parse(data=skos.turtle(subjects, in_use or {}, '“试” "\\'), format="turtle", publicID=BASE)


def zh(text: str) -> Literal:
    return Literal(text, lang="zh-Hans")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read(LIST, {"劳动报酬": Term("劳动报酬", "劳动报酬", "tags/lao-dong-bao-chou/index.html")})


def test_a_concept_has_its_names_and_its_note(graph: Graph) -> None:
    pay = URIRef(BASE + "#lao-dong-bao-chou")
    assert graph.value(pay, SKOS.prefLabel) == zh("劳动报酬")
    assert graph.value(pay, SKOS.altLabel) == zh("讨薪")
    assert graph.value(pay, SKOS.hiddenLabel) == zh("血汗钱")
    assert graph.value(pay, SKOS.scopeNote) == zh('工资“支付”\\与\n欠薪"')


def test_a_concept_stands_in_the_tree(graph: Graph) -> None:
    pay, rights = URIRef(BASE + "#lao-dong-bao-chou"), URIRef(BASE + "#lao-dong-quan-yi")
    scheme = graph.value(predicate=RDF.type, object=SKOS.ConceptScheme)
    assert graph.value(pay, SKOS.broader) == rights and graph.value(rights, SKOS.narrower) == pay
    assert (scheme, SKOS.hasTopConcept, rights) in graph and (rights, SKOS.topConceptOf, scheme) in graph
    assert (scheme, SKOS.hasTopConcept, pay) not in graph and (pay, SKOS.inScheme, scheme) in graph
    assert (rights, SKOS.related, URIRef(BASE + "#she-hui-bao-xian")) in graph


def test_a_concept_in_use_leads_to_its_page(graph: Graph) -> None:
    assert {str(page) for page in graph.objects(None, FOAF.page)} == {SITE + "tags/lao-dong-bao-chou/index.html"}


def test_the_shipped_list_is_skos() -> None:
    graph = read(shipped().subjects)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(shipped().subjects)
    assert all(len(list(graph.objects(one, SKOS.prefLabel))) == 1 for one in concepts)
    labels = [
        label for name in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel) for label in graph.objects(None, name)
    ]
    assert len(labels) == len(set(labels))
    assert set(graph.subject_objects(SKOS.broader)) == {
        (low, high) for high, low in graph.subject_objects(SKOS.narrower)
    }
    assert set(graph.objects(None, SKOS.related)) == set(graph.subjects(SKOS.related)) <= concepts
