"""The words that number figures and tables, in the brief's language."""

from enum import StrEnum

from exporters.language import locale


class Kind(StrEnum):
    """What is numbered; the values are the names under which Word counts them."""

    FIGURE = "Figure"
    TABLE = "Table"


_WORDS = {
    "ar": ("شكل", "جدول"),
    "de": ("Abbildung", "Tabelle"),
    "es": ("Figura", "Tabla"),
    "fr": ("Figure", "Tableau"),
    "he": ("איור", "טבלה"),
    "it": ("Figura", "Tabella"),
    "nl": ("Figuur", "Tabel"),
    "pl": ("Rysunek", "Tabela"),
    "pt": ("Figura", "Tabela"),
    "ru": ("Рисунок", "Таблица"),
    "tr": ("Şekil", "Tablo"),
    "uk": ("Рисунок", "Таблиця"),
}


def word(kind: Kind, language: str) -> str:
    """“Figure” or “Table”; in English where the brief's language is none that we know."""
    figure, table = _WORDS.get(locale(language).language, (Kind.FIGURE.value, Kind.TABLE.value))
    return figure if kind is Kind.FIGURE else table
