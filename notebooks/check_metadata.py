"""Checks what a release says of itself by each standard's own checker, and fails where one finds a fault.

    python check_metadata.py RELEASE
"""

import json
import os
import sys
from pathlib import Path

release = Path(sys.argv[1]).resolve()
os.chdir(release)


def croissant():
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=str(release / "croissant.json"))
    sets = [records.id for records in dataset.metadata.record_sets]
    assert "adoption" in sets, sets
    return f"{len(dataset.metadata.distribution)} files and sets of files, tables {', '.join(sets)}"


def data_package():
    from frictionless import Package, Resource

    package = Package("datapackage.json")
    figures = [resource for resource in package.resources if resource.path.startswith("csv/adoption/")]
    assert len(figures) == len(list(Path("manifests").iterdir())), "each crawl has its figures"
    for resource in figures:
        report = Resource.from_descriptor(resource.to_descriptor(), basepath=str(release)).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:10]
    for resource in package.resources:
        assert resource.schema.fields, resource.name
    return f"{len(package.resources)} resources; the {len(figures)} of csv/adoption keep to their schema"


def citation():
    from cffconvert import Citation

    cited = Citation((release / "CITATION.cff").read_text())
    cited.validate()
    return cited.as_apalike().strip()


def dcat():
    import rdflib

    graph = rdflib.Graph().parse("dcat.jsonld", format="json-ld")
    vocabulary = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    files = list(graph.subjects(rdflib.RDF.type, vocabulary.Distribution))
    assert len(list(graph.subjects(rdflib.RDF.type, vocabulary.Dataset))) == 1
    described = json.loads(Path("datapackage.json").read_text())["resources"]
    assert len(files) == len(described), (len(files), len(described))
    return f"{len(graph)} triples, {len(files)} distributions"


for check in (croissant, data_package, citation, dcat):
    print(f"metadata: {check.__name__}: {check()}")
