"""Made-up records of the national format, for the tests of the import."""

import json


def record(number=1, **changes):
    """Return a record; a change to None leaves a field out."""
    found = {
        "id": f"vraag-{number}",
        "type": "vraag en antwoord",
        "canonical": f"https://bron.example/kaart/vraag-{number}",
        "dataurl": f"https://data.bron.example/faq/vraag-{number}",
        "question": f"Waar haal ik kaart {number} op?",
        "introduction": f"<p>Kaart {number} haal je op bij het loket.</p>",
        "content": [
            {"paragraphtitle": "Meenemen", "paragraph": '<p>Neem een <a href="/kaart/foto">foto</a> mee.</p>'},
            {"paragraphtitle": "Kosten", "paragraph": "<h2>Voor een kind</h2><p>Gratis.</p>"},
        ],
        "authorities": ["Ministerie van Kaarten"],
        "subjects": ["Overlijden"],
        "themes": ["Overheid en democratie"],
        "lastmodified": "2024-03-01T23:30:00.123Z",
        "license": "CC0 1.0 Universal",
        "rightsholders": ["Ministerie van Rechten"],
        "language": "nl-NL",
        **changes,
    }
    return {name: value for name, value in found.items() if value is not None}


def lines(*records):
    """Return JSON lines; what is text already stays as it is."""
    return "\n".join(one if isinstance(one, str) else json.dumps(one) for one in records).encode()


def mixed(good=125):
    """Return JSON lines with so many good records, and five broken ones among them, on known lines."""
    found = [record(number) for number in range(good)]
    found.insert(3, '{"id": "half", ')
    found.insert(10, record(900, question=""))
    found.insert(40, record(901, introduction=None, content=None))
    found.insert(70, "geen json")
    found.insert(100, record(902, lastmodified="gisteren"))
    return lines(*found), (4, 11, 41, 71, 101)
