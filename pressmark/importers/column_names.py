"""What media databases and newsrooms call the columns of their exports, in several languages."""

import re
import unicodedata
from collections.abc import Mapping

_CAMEL = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-Z])")
_SEPARATOR = re.compile(r"[\W_]+")

_NAMES: Mapping[str, str] = {
    "headline": (
        "headline, title, article title, news title, story title, headline main, web title, head line, "
        "news headline, "
        "document title, hd, titel, überschrift, schlagzeile, artikeltitel, hauptüberschrift, titre, "
        "titre de l article, titular, título, titulo, titolo, tytuł, заголовок, назва, назва статті"
    ),
    "outlet": (
        "outlet, outlet name, publication, publication name, source name, media outlet, media name, "
        "newspaper, newspaper name, source title, news source, medium, sn, source, media, publisher, "
        "site name, source common name, sourcecommonname, source domain, domain, website, journal, quelle, "
        "quellenname, zeitung, publikation, medienname, nom de la source, nom du média, média, journaux, "
        "fuente, medio, periódico, testata, джерело, видання, змі, медіа"
    ),
    "author": (
        "author, authors, author name, author names, byline, byline original, by, writer, journalist, "
        "reporter, creator, autor, autoren, autor in, verfasser, auteur, auteurs, journaliste, autore, "
        "autores, автор, автори, журналіст"
    ),
    "published": (
        "published, publication date, publish date, published date, date published, published at, "
        "published on, pub date, date publish, web publication date, first publication date, news date, "
        "article date, date, pd, seendate, seen date, datum, erscheinungsdatum, veröffentlicht, "
        "veröffentlichungsdatum, erschienen am, date de publication, date de parution, date parution, "
        "fecha, fecha de publicación, data, data di pubblicazione, дата, дата публікації, опубліковано, "
        "date time, datetime, timestamp, created at, load date, alternate date format"
    ),
    "language": "language, lang, language code, la, sprache, langue, idioma, lingua, język, мова",
    "url": (
        "url, article url, web url, link, permalink, article link, web address, document url, source url, "
        "story url, canonical url, href, document identifier, documentidentifier, short url, webadresse, "
        "adresse, lien, lien url, enlace, посилання, адреса"
    ),
    "text": (
        "full text, fulltext, article text, news text, article body, body text, body, text, main text, "
        "maintext, content, article content, story text, story, article, document text, td, hlead, volltext, "
        "artikeltext, haupttext, inhalt, texte intégral, texte complet, texte, corps, contenu, "
        "texto completo, texto, cuerpo, contenido, testo, treść, tekst, повний текст, текст, "
        "текст статті, вміст"
    ),
    "lead": (
        "lead, lead paragraph, lp, lede, standfirst, trail text, teaser, intro, introduction, opening text, "
        "abstract, summary, description, excerpt, snippet, hit sentence, vorspann, anrisstext, anreißer, "
        "zusammenfassung, chapeau, chapô, résumé, extrait, entradilla, resumen, sumario, occhiello, "
        "анотація, лід, короткий зміст, опис"
    ),
}
"""The surest first."""

_RANKS = {
    field: {name.strip(): rank for rank, name in enumerate(names.split(","))}
    for field, names in _NAMES.items()
}


def rank(field: str, header: str) -> int | None:
    """How sure a name stands for a field, 0 for the surest; None where it does not.

    Of a dotted name (`fields.bodyText`) the whole counts, and its end a little less.
    """
    ranks = _RANKS[field]
    parts = header.split(".")
    for less, start in enumerate((0, *range(max(0, len(parts) - 2), len(parts)))):
        found = ranks.get(_plain(".".join(parts[start:])))
        if found is not None:
            return found + 30 * bool(less)
    return None


def is_known(header: str) -> bool:
    """True for a name that stands for any field."""
    return any(rank(field, header) is not None for field in _NAMES)


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFC", name[:100])
    return _SEPARATOR.sub(" ", _CAMEL.sub(" ", name)).strip().casefold()
