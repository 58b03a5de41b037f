"""The app with an article: prints the milliseconds from the start of the process to its first paint.

In the order of the app itself: what is imported before Qt and what after it does not cost the same.
"""

import sys
from pathlib import Path

from desktop.app import make_app, make_window


def main() -> None:
    app = make_app()
    from first_paint import report_first_paint

    from desktop.settings import Settings

    window = make_window(app, Settings(Path(sys.argv[2])))
    window.open_paths([Path(sys.argv[1])])
    window.show()
    while window.session.current is None:
        app.processEvents()
    report_first_paint(app, window)
    window.close()


main()
