"""Exports as media databases write them: their names of columns, their ways with dates, our own words."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

LEAD = "The harbour board agreed on Saturday to pay for the new ferry, which will sail by spring."
MORE = "“We have waited long enough,” said the mayor of Northmouth, who had voted against the old one twice."
TEXT = f"{LEAD}\n\n{MORE}"


def comma_separated(rows: Iterable[Sequence[Any]], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def workbook(*sheets: tuple[str, Iterable[Sequence[Any]]]) -> bytes:
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return file.getvalue()


FACTIVA = [
    ("SN", "HD", "BY", "PD", "WC", "LA", "LP", "TD"),
    ("The Gazette", "Ferry, at last", "By Jane Doe", "14 November 2026", 42, "EN", LEAD, MORE),
]
MELTWATER = [
    ("Date", "Headline", "URL", "Opening Text", "Hit Sentence", "Source", "Country", "Language", "Reach"),
    ("14-Nov-2026 09:30AM", "Ferry, at last", "https://gazette.example/ferry", f"{LEAD}...",
     "...will sail by spring...", "The Gazette", "GB", "English", 12000),
]  # fmt: skip
CISION = [
    ("News Date", "News Headline", "Outlet Name", "Medium", "Author Name", "Article Text", "Link"),
    (datetime(2026, 11, 14), "Ferry, at last", "The Gazette", "Online", "Jane Doe", TEXT,
     "https://gazette.example/ferry"),
]  # fmt: skip
NEXIS = [
    ("Publication", "Headline", "Byline", "Published Date", "Hlead", "Language"),
    ("The Gazette", "Ferry, at last", "Jane Doe", "November 14, 2026 Saturday", TEXT, "ENGLISH"),
]
GENIOS = [
    ("Titel", "Quelle", "Autor", "Datum", "Sprache", "Vorspann", "Volltext"),
    ("Ferry, at last", "The Gazette", "Jane Doe", "14.11.2026", "Englisch", LEAD, MORE),
]
EUROPRESSE = [
    ("Titre", "Nom de la source", "Auteur", "Date de publication", "Langue", "Texte intégral"),
    ("Ferry, at last", "The Gazette", "Jane Doe", "samedi 14 novembre 2026", "anglais", TEXT),
]
SPANISH = [
    ("Titular", "Medio", "Autor", "Fecha", "Idioma", "Texto completo"),
    ("Ferry, at last", "The Gazette", "Jane Doe", "14 de noviembre de 2026", "inglés", TEXT),
]
UKRAINIAN = [
    ("Заголовок", "Видання", "Автор", "Дата публікації", "Мова", "Повний текст"),
    ("Ferry, at last", "The Gazette", "Jane Doe", "14 листопада 2026 р.", "англійська", TEXT),
]
TABLES = {
    "Factiva": FACTIVA, "Meltwater": MELTWATER, "Cision": CISION, "Nexis": NEXIS, "genios": GENIOS,
    "Europresse": EUROPRESSE, "Spanish": SPANISH, "Ukrainian": UKRAINIAN,
}  # fmt: skip

NEWSAPI = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "The Gazette"},
            "author": "Jane Doe",
            "title": "Ferry, at last",
            "description": LEAD,
            "url": "https://gazette.example/ferry",
            "urlToImage": "https://gazette.example/ferry.jpg",
            "publishedAt": "2026-11-14T09:30:00Z",
            "content": f"{TEXT[:150]}… [+1234 chars]",
        }
    ],
}
NEW_YORK = {
    "response": {
        "docs": [
            {
                "web_url": "https://gazette.example/ferry",
                "lead_paragraph": TEXT,
                "source": "The Gazette",
                "headline": {"main": "Ferry, at last", "kicker": None},
                "byline": {"original": "By Jane Doe", "person": [{"firstname": "Jane", "rank": 1}]},
                "pub_date": "2026-11-14T09:30:00+0000",
                "keywords": [{"name": "subject", "value": "Ferries"}],
            }
        ],
        "meta": {"hits": 1},
    }
}
LONDON = {
    "response": {
        "status": "ok",
        "results": [
            {
                "id": "uk/ferry",
                "webTitle": "Ferry, at last",
                "webPublicationDate": "2026-11-14T09:30:00Z",
                "webUrl": "https://gazette.example/ferry",
                "fields": {
                    "byline": "Jane Doe",
                    "publication": "The Gazette",
                    "body": f"<p>{LEAD}</p><p>{MORE}</p>",
                    "bodyText": f"{LEAD} {MORE}",
                },
            }
        ],
    }
}
ELASTIC = {
    "took": 3,
    "hits": {
        "total": {"value": 1},
        "hits": [
            {
                "_id": "x",
                "_source": {
                    "title": "Ferry, at last",
                    "maintext": TEXT,
                    "authors": ["Jane Doe"],
                    "source_domain": "The Gazette",
                    "date_publish": "2026-11-14 09:30:00",
                    "url": "https://gazette.example/ferry",
                },
            }
        ],
    },
}
RECORDS: dict[str, Any] = {
    "NewsAPI": NEWSAPI, "New York": NEW_YORK, "London": LONDON, "Elastic": ELASTIC,
    "one article": ELASTIC["hits"]["hits"][0]["_source"],  # type: ignore[index]
    "a list": [ELASTIC["hits"]["hits"][0]["_source"]],  # type: ignore[index]
}  # fmt: skip


def as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
