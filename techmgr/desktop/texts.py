"""The language of the window: Qt's catalogue of our screens and Qt's own, chosen at the start.

install(app, settings.language)     "" follows the system
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from techmgr.core.paths import resource
from techmgr.core.texts import LANGUAGES
from techmgr.desktop.showing import showing


def install(app: QCoreApplication, wanted: str = "") -> str:
    """Load the catalogues of the wanted language and return it; English when there is none."""
    language = wanted if wanted in LANGUAGES else system_language()
    showing.language = language
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language != "en":
        _load(app, f"techmgr_{language}", str(resource("translations")))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(app, f"qtbase_{language}", folder)
    return language


def system_language() -> str:
    """The language of the system where we have it, else English."""
    name = QLocale.system().name()
    if name in LANGUAGES:
        return name
    return "zh_CN" if name.startswith("zh") else "en"


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
