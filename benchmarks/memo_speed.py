"""What a memo costs as it grows, beside plain Platypus without tags, WeasyPrint with PDF/UA-1, and Typst.

    python benchmarks/memo_speed.py [--pages 1 10 100] [--runs 3]

All set the same text: the same outline as headings and bullets, on A4.  Each figure is one process of its own from
start to end, import included: the least processor seconds of so many runs, the most memory held, the file's size.
"untagged" is deckmaker's own memo without its structure tree: what is left is the cost of the text.  Needs
`pip install weasyprint typst`; a tool that is missing is left out.
"""

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckmaker.outline import Outline

HERE = Path(__file__).resolve().parent
POINTS_A_PAGE = 20
WORDS = (
    "harbour quay crane storm minister budget region treaty export railway committee programme security transport "
    "agreement investment administration development international responsibility of the and in with for between after"
).split()


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds, megabytes and kilobytes of one run."""

    seconds: float
    megabytes: float
    kilobytes: float


def main() -> None:
    """Print the table, or, with --one, do one tool's work and print its cost."""
    options = _options()
    if options.one:
        sys.stdout.write(json.dumps(_work(options.one, options.pages[0])))
        return
    sys.stdout.write(f"{'pages':>5} " + " ".join(f"{tool:>30}" for tool in TOOLS) + "\n")
    for pages in options.pages:
        costs = {tool: _least(tool, pages, options.runs) for tool in TOOLS}
        sys.stdout.write(f"{pages:5} " + " ".join(_cell(cost, costs["deckmaker"]) for cost in costs.values()) + "\n")
        sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 10, 100], help="sizes of the memo")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the quickest counts")
    parser.add_argument("--one", choices=TOOLS, help=argparse.SUPPRESS)
    return parser.parse_args()


def _cell(cost: Cost | None, own: Cost | None) -> str:
    if cost is None or own is None:
        return "not installed".rjust(30)
    said = f"{cost.seconds:6.2f} s {cost.megabytes:4.0f} MB {cost.kilobytes:5.0f} kB {cost.seconds / own.seconds:4.1f}x"
    return said.rjust(30)


def _least(tool: str, pages: int, runs: int) -> Cost | None:
    """The cost of the quickest run; None when the tool is missing."""
    costs = [_cost(tool, pages) for _ in range(runs)]
    done = [cost for cost in costs if cost]
    return min(done, key=lambda cost: cost.seconds) if done else None


def _cost(tool: str, pages: int) -> Cost | None:
    command = [sys.executable, __file__, "--one", tool, "--pages", str(pages)]
    path = os.pathsep.join([str(HERE.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONPATH": path}, check=False)
    if b"ModuleNotFoundError" in done.stderr:
        return None
    done.check_returncode()
    return Cost(**json.loads(done.stdout))


def _work(tool: str, pages: int) -> dict[str, float]:
    """Do a tool's whole work; what this process used from its start."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "memo.pdf"
        TOOLS[tool](_outline(pages), made)
        size = made.stat().st_size / 1024
    used = resource.getrusage(resource.RUSAGE_SELF)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return {"seconds": used.ru_utime + used.ru_stime, "megabytes": kilobytes / 1024, "kilobytes": size}


def _points(count: int) -> Iterator[str]:
    """Points of one to three lines, each different."""
    for number in range(count):
        length = 8 + number * 7 % 23
        yield " ".join(WORDS[(number * 31 + at * at) % len(WORDS)] for at in range(length)).capitalize()


def _outline(pages: int) -> "Outline":
    from deckmaker.outline import Bullet, Outline, Section

    points = [Bullet(text) for text in _points(pages * POINTS_A_PAGE)]
    sections = [
        Section(f"Part {at // 5 + 1} of the briefing", tuple(points[at : at + 5])) for at in range(0, len(points), 5)
    ]
    return Outline("A memo that grows", tuple(sections), language="en", summary=Bullet("It grows"))


def _deckmaker(outline: "Outline", path: Path) -> None:
    from deckmaker.memo import make_memo

    make_memo(outline, path)


def _untagged(outline: "Outline", path: Path) -> None:
    """The same memo with everything an artifact: no marked content and no structure tree."""
    from deckmaker.memo import canvas, tags

    class NoPen(canvas._Pen):  # noqa: SLF001 - what is measured is its absence
        def mark(self, element: object, actual: str = "") -> None:
            """Mark nothing."""

    canvas._Pen = NoPen  # type: ignore[misc]  # noqa: SLF001
    tags.Tree.write = lambda _self, _document: None  # type: ignore[method-assign]
    _deckmaker(outline, path)


def _platypus(outline: "Outline", path: Path) -> None:
    """What reportlab's manual shows: paragraphs in styles, FiraGO embedded, page numbers, no tags."""
    import io

    import pymupdf_fonts
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    for name, key in (("Fira", "figo"), ("FiraBold", "figbo")):
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(pymupdf_fonts.myfont(key))))
    body = ParagraphStyle("body", fontName="Fira", fontSize=10.2, leading=15, leftIndent=14, spaceAfter=3.5)
    head = ParagraphStyle("head", fontName="FiraBold", fontSize=12, leading=16, spaceBefore=13, keepWithNext=1)
    story = [Paragraph(outline.title, head)]
    for section in outline.sections:
        story.append(Paragraph(section.heading, head))
        story += [Paragraph(html.escape(bullet.text), body, bulletText="–") for bullet in section.bullets]
    margin = 26 * 72 / 25.4
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=margin, rightMargin=margin).build(story)


def _weasyprint(outline: "Outline", path: Path) -> None:
    from weasyprint import HTML

    style = "@page{size:A4;margin:22mm 26mm 24mm;@bottom-right{content:'Page ' counter(page)}}body{font-size:10.2pt}"
    parts = [f"<html lang=en><head><title>{outline.title}</title><style>{style}</style></head><body>"]
    parts.append(f"<h1>{outline.title}</h1>")
    for section in outline.sections:
        points = "".join(f"<li>{html.escape(bullet.text)}</li>" for bullet in section.bullets)
        parts.append(f"<h2>{section.heading}</h2><ul>{points}</ul>")
    HTML(string="".join(parts)).write_pdf(str(path), pdf_variant="pdf/ua-1")


def _typst(outline: "Outline", path: Path) -> None:
    import typst

    lines = [
        f'#set document(title: "{outline.title}")',
        '#set page(paper: "a4", margin: (x: 26mm, top: 22mm, bottom: 24mm), numbering: "1")',
        '#set text(size: 10.2pt, lang: "en")',
        f"= {outline.title}",
    ]
    for section in outline.sections:
        lines.append(f"== {section.heading}")
        lines += [f"- {bullet.text}" for bullet in section.bullets]
    source = path.with_suffix(".typ")
    source.write_text("\n".join(lines), encoding="utf-8")
    typst.compile(str(source), output=str(path), pdf_standards=["ua-1"])


TOOLS: "dict[str, Callable[[Outline, Path], None]]" = {
    "deckmaker": _deckmaker,
    "untagged": _untagged,
    "Platypus": _platypus,
    "WeasyPrint": _weasyprint,
    "Typst": _typst,
}

if __name__ == "__main__":
    main()
