"""Sends the pages of a document to a printer: the same pages that the preview and the PDF show."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from guidance.domain.errors import KnownError

PRINT_DPI = 200


def choose_printer(parent: QWidget, title: str) -> QPrinter | None:
    """A printer that the person chose, or None when they went back.

    Raises KnownError where there is no printer to choose.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print your plan")
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    if not printer.isValid():
        raise KnownError("That printer cannot be used.", "Save the plan as a PDF instead.")
    return printer


def print_pages(printer: QPrinter, pages: tuple[bytes, ...]) -> int:
    """Draw every page on the printer, as large as its paper allows; gives how many were drawn.

    ``pages`` are PNG pictures. It takes a while, and may be called from the worker: Qt lets any
    thread draw on a printer. Raises KnownError when the printer does not start or stops.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("The printer did not start.", "Check it, or save the plan as a PDF.")
    try:
        for number, png in enumerate(pages):
            if number and not printer.newPage():
                raise KnownError("The printer stopped.", "Check its paper, then print again.")
            _draw(painter, printer, QImage.fromData(png))
    finally:
        painter.end()
    return len(pages)


def _draw(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """One page, in the middle of the paper, its shape kept."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(image.size())
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    size = size * scale
    left = paper.x() + (paper.width() - size.width()) / 2
    top = paper.y() + (paper.height() - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
