"""Files of kinds that nothing reads yet, which are refused by name, and the analyst's own kinds, forged."""

from collections.abc import Callable
from email.message import EmailMessage

from tests.hostile.html_files import NEWS
from tests.hostile.package_files import MB, package
from tests.hostile.pdf_files import FORGED_PDFS
from tests.hostile.xml_files import LAUGHS, NS, XML

Made = Callable[[str], bytes]


def pdf(inside: str = "") -> bytes:
    return f"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R{inside}>>endobj\ntrailer<</Root 1 0 R>>".encode()


def mail(uri: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "editor@northmouth.example", "Towns agree"
    message.set_content(NEWS)
    message.add_alternative(f"<p>{NEWS}<img src='{uri}'></p>", subtype="html")
    return message


def nested_mail(levels: int) -> bytes:
    heads = (f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(levels))
    return f"MIME-Version: 1.0\r\n{''.join(heads)}\r\n{NEWS}".encode()


def attached(name: str) -> Made:
    def made(uri: str) -> bytes:
        message = mail(uri)
        message.add_attachment(b"MZ\0", maintype="application", subtype="octet-stream", filename=name)
        return bytes(message)

    return made


PDF_FILES: dict[str, Made] = {
    "runs a script": lambda _: pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "starts a program": lambda _: pdf("/OpenAction<</S/Launch/F(cmd.exe)>>"),
    "opens a local file": lambda uri: pdf(f"/OpenAction<</S/URI/URI({uri})>>"),
    "holds itself": lambda _: pdf("/Kids[2 0 R 2 0 R]") * 1000,
    "packs pages of zeros": lambda _: pdf(f"/Length {10**12}") + bytes(20 * MB),
    "has a million objects": lambda _: b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * MB,
    "begins late": lambda _: b"\n" * 900 + pdf(),
    "is cut off": lambda _: b"%PDF-",
    **FORGED_PDFS,
}

RTF_FILES: dict[str, Made] = {
    "is 100,000 deep": lambda _: b"{\\rtf1" + b"{" * 100_000,
    "holds an object": lambda _: b"{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}}",
    "includes a local file": lambda uri: (
        f'{{\\rtf1{{\\field{{\\*\\fldinst INCLUDETEXT "{uri}"}}}}}}'.encode()
    ),
    "says 10 GB of bytes": lambda _: b"{\\rtf1\\bin9999999999 x}",
    "is half characters": lambda _: b"{\\rtf1" + b"\\u-10179?" * 10_000 + b"}",
}

MAIL_FILES: dict[str, Made] = {
    "has a picture of a local file": lambda uri: bytes(mail(uri)),
    "has a name that climbs": attached("..\\..\\evil.exe"),
    "has a name from the root": attached("/etc/cron.d/evil"),
    "is 5,000 deep": lambda _: nested_mail(5_000),
    "says an encoding that nobody knows": lambda _: bytes(mail()).replace(b"utf-8", b"klingon"),
    "has a head of 20 MB": lambda _: b"Subject: x\r\n" + b"X-A: b\r\n" * 2 * MB,
    "has one head of 20 MB": lambda _: b"Received: " + b"x" * 20 * MB + b"\r\n\r\nx",
    "has a folded head of 5 MB": lambda _: b"Subject: x\r\n" + b" x\r\n" * MB + b"\r\nMIME-Version: 1.0\r\n",
}


def opendocument(content: str) -> bytes:
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


OPEN_DOCUMENT_FILES: dict[str, Made] = {
    "is a local file": lambda uri: opendocument(f'<!DOCTYPE a [<!ENTITY f SYSTEM "{uri}">]><a>&f;</a>'),
    "laughs a billion times": lambda _: opendocument(f"<!DOCTYPE a [{LAUGHS}]><a>&i;</a>"),
    "unpacks to a thousand times its size": lambda _: opendocument(" " * 60 * MB),
    "has names that climb": lambda _: package({"content.xml": "<a/>", "../../evil": NEWS}),
}

ZIP_FILES: dict[str, Made] = {
    "has names that climb": lambda _: package({"../../evil.txt": NEWS, "C:\\evil.txt": NEWS}),
    "unpacks to a thousand times its size": lambda _: package({"a.txt": bytes(60 * MB)}),
    "has 50,000 members": lambda _: package({f"{number}.txt": "" for number in range(50_000)}),
}


def codebook(inside: str, before: str = "", attributes: str = "") -> bytes:
    return (
        f'{XML}{before}<pressmark-codebook xmlns="{NS}" version="1"{attributes}><codebook>{inside}</codebook>'
        "</pressmark-codebook>"
    ).encode()


def label(name: object, more: str = "") -> str:
    return f'<label name="{name}" title="Actor" colour="#aabbcc"{more}/>'


CODEBOOK_FILES: dict[str, Made] = {
    "is a good one": lambda _: codebook(label("actor")),
    "laughs a billion times": lambda _: codebook(label("&i;"), f"<!DOCTYPE x [{LAUGHS}]>"),
    "is a local file": lambda uri: codebook(label("&f;"), f'<!DOCTYPE x [<!ENTITY f SYSTEM "{uri}">]>'),
    "has a document type in a local file": lambda uri: codebook(label("a"), f'<!DOCTYPE x SYSTEM "{uri}">'),
    "has a schema in a local file": lambda uri: codebook(
        label("a"),
        attributes=' xmlns:s="http://www.w3.org/2001/XMLSchema-instance"'
        f' s:schemaLocation="{NS} {uri}" s:noNamespaceSchemaLocation="{uri}"',
    ),
    "includes a local file": lambda uri: codebook(
        f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{uri}"/>'
    ),
    "has 20,000 labels": lambda _: codebook("".join(label(f"l{number}") for number in range(20_000))),
    "has 20,000 labels of one name": lambda _: codebook(label("a") * 20_000),
    "has 2,000 labels one below the other": lambda _: codebook(
        "".join(label(f"l{number}", f' parent="l{number + 1}"') for number in range(2_000))
    ),
    "has labels in a ring": lambda _: codebook(label("a", ' parent="b"') + label("b", ' parent="a"')),
    "is 100,000 deep": lambda _: codebook("<label>" * 100_000),
    "has 100,000 attributes": lambda _: codebook(
        label("a", "".join(f' a{number}=""' for number in range(100_000)))
    ),
    "has a name of 4 MB": lambda _: codebook(label("x" * 4 * MB)),
    "has a shortcut of 4 MB": lambda _: codebook(label("a", f' key="{"9" * 4 * MB}"')),
    "has a version of 4 MB": lambda _: codebook("").replace(
        b'version="1"', b'version="%s"' % (b"9" * 4 * MB)
    ),
    "is too large": lambda _: codebook(" " * 6 * MB),
    "is zeros": lambda _: bytes(MB),
    "is empty": lambda _: b"",
    "is a table of 4 MB of one cell": lambda _: b"name,title,colour\n" + b"x" * 4 * MB,
    "is a table of 4 MB of quotes": lambda _: b"name,title,colour\n" + b'"' * 4 * MB,
    "is a table of 4 MB of line ends": lambda _: b"name,title,colour\n" + b"\n" * 4 * MB,
    "is a table of a million columns": lambda _: b"," * MB + b"\n" + b"," * MB,
    "is a table of formulas": lambda _: b"name,title,colour\n=1+1,@SUM(A1),+1\n",
    "is a table of NULs": lambda _: b"name,title,colour\na\0b,c\0,\0\n",
    "is a table in no encoding": lambda _: b"name,title,colour\n\xff\xfe\x81,\x8d,\x8f\n",
}


def template(more: str) -> Made:
    return lambda _: f'title = "Brief"\n{more}\n[[section]]\nname = "gaps"\n'.encode()


TEMPLATE_FILES: dict[str, Made] = {
    "has a logo elsewhere": lambda uri: f'title = "x"\nlogo = "{uri}"\n'.encode(),
    "has a logo that climbs": lambda _: b'title = "x"\nlogo = "../../elsewhere/secret.txt"\n',
    "has a logo by its path": lambda uri: (
        f'title = "x"\nlogo = "{uri.removeprefix("file://")}"\nword_model = "{uri}"\n'.encode()
    ),
    "has a model that climbs": lambda _: b'title = "x"\nword_model = "../../elsewhere/secret.txt"\n',
    "has itself for a logo": lambda _: b'title = "x"\nlogo = "hostile.toml"\n',
    "has a key of 900 kB": template(f"{'x' * MB} = 1"),
    "has a title of 900 kB": lambda _: b'title = "' + b"x" * 900_000 + b'"',
    "has a number of 900,000 digits": template("margin = " + "9" * 900_000),
    "has tables in tables": template("a" + ".a" * 3_000 + " = 1"),
    "has lists in lists": template("sections = " + "[" * 100_000),
    "has 20,000 closed lists": template("sections = " + "[" * 20_000 + "]" * 20_000),
    "has 50,000 sections": template('[[section]]\nname = "quotations"\n' * 50_000),
    "is 60 MB": lambda _: b"#" * 60 * MB,
    "is zeros": lambda _: bytes(MB),
    "is empty": lambda _: b"",
    "is no characters": lambda _: bytes(range(256)) * 100,
    "has a quotation without end": template('x = """' + "\\" * MB),
}
