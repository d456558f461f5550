"""Printing: the same pages that the preview shows, as large as the paper allows."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from guidance.domain.errors import KnownError
from guidance.ui.printing import print_pages


def picture(shade: str) -> bytes:
    """A page of one colour as PNG."""
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(QColor(shade))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def test_every_page_comes_out(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    assert print_pages(printer_to(path), (picture("red"), picture("blue"), picture("white"))) == 3
    with pikepdf.open(path) as printed:
        assert len(printed.pages) == 3


def test_every_page_holds_its_picture(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    print_pages(printer_to(path), (picture("red"), picture("blue")))
    with pikepdf.open(path) as printed:
        assert all(len(page.get_images()) == 1 for page in printed.pages)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_start_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "no" / "such" / "out.pdf")
    with pytest.raises(KnownError, match="did not start"):
        print_pages(printer, (picture("red"),))
