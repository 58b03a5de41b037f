"""The finished pages as a PDF file that is PDF/UA-1 and PDF/A-3a."""

from collections.abc import Iterable, Mapping

from exporters.pdf import archive
from exporters.pdf.embedding import EmbeddedFont
from exporters.pdf.file import File, ref, refs, text, tree
from exporters.pdf.outline import outline
from exporters.pdf.pages import Page, Places
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import Element, Tree
from pressmark.brief import Brief


class Document:
    """One PDF file in the making; the same brief gives the same bytes."""

    def __init__(self, brief: Brief, file: File) -> None:
        self.file = file
        self.tree = Tree(file)
        self.places = Places()
        self.pages: list[Page] = []
        self._brief = brief
        self._bodies: list[int] = []
        self._page_tree = file.reserve()
        self._resources = file.reserve()

    def start(self, sheet: Sheet) -> Page:
        page = Page(sheet, len(self.pages), self.tree, self.places)
        self.pages.append(page)
        return page

    def finish(self, page: Page, settled: Iterable[Element]) -> None:
        """Writes what is drawn on the page so far; what is drawn later comes above it."""
        self._bodies.append(self._written(page))
        for element in settled:
            element.settle(self.file)

    def close(self, fonts: Iterable[EmbeddedFont], pictures: Mapping[str, int]) -> None:
        """Writes all that waits for the pages to be known."""
        for page, body in zip(self.pages, self._bodies, strict=True):
            for draw in page.late:
                draw()
            self._put_page(page, [body, self._written(page)])
        kids = refs(page.number for page in self.pages)
        self.file.put(f"<</Type/Pages/Count {len(self.pages)}/Kids{kids}>>", self._page_tree)
        named = " ".join(f"/{font.resource} {ref(font.put(self.file))}" for font in fonts)
        drawn = " ".join(f"/{name} {ref(number)}" for name, number in pictures.items())
        self.file.put(f"<</Font<<{named}>>/XObject<<{drawn}>>>>", self._resources)
        self.file.close(self._catalog(), archive.information(self._brief, self.file))

    def _written(self, page: Page) -> int:
        page.leave()
        under = ["q", "/Artifact BMC", *page.under, "EMC", "Q"] if page.under else []
        drawn = [*under, "q", *page.content, "Q"] if page.content else under
        number = self.file.stream("\n".join(drawn).encode("ascii"))
        page.under, page.content, page.text_state = [], [], ()
        return number

    def _put_page(self, page: Page, contents: list[int]) -> None:
        notes = f"/Annots{refs(page.annotations)}" if page.annotations else ""
        owners = self.file.put(refs(page.owners))
        self.file.put(
            f"<</Type/Page/Parent {ref(self._page_tree)}/MediaBox[0 0 {page.sheet.width} {page.sheet.height}]"
            f"/Resources {ref(self._resources)}/Contents{refs(contents)}/Tabs/S"
            f"/StructParents {self.tree.key(owners)}{notes}>>",
            page.number,
        )

    def _catalog(self) -> int:
        file = self.file
        targets = sorted(self.places.targets.items())
        heights = ((name, self.pages[target.page], target.top) for name, target in targets)
        destinations = [
            (text(name), f"[{ref(page.number)} /XYZ {page.sheet.left - 12:.0f} {top:.2f} null]")
            for name, page, top in heights
        ]
        dests = file.put(tree(file, destinations, "Names"))
        entries = outline(self.places.entries, file)
        attached, attached_names = archive.attachments(self._brief, file)
        return file.put(
            f"<</Type/Catalog/Pages {ref(self._page_tree)}/StructTreeRoot {ref(self.tree.close())}"
            f"/MarkInfo<</Marked true/UserProperties true>>/Lang{text(archive.language(self._brief))}"
            f"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {ref(archive.metadata(self._brief, file))}"
            f"/OutputIntents[{archive.output_intent(file)}]{attached}{entries}"
            f"/Names<</Dests {ref(dests)}{attached_names}>>>>"
        )
