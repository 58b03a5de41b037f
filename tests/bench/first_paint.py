"""Shows a window, waits until it is painted, prints how long that took and what it holds, and ends.

Two numbers: milliseconds since PRESSMARK_T0, megabytes of memory (resident, the most so far).
"""

import os
import resource
import time

from PySide6.QtWidgets import QApplication, QMainWindow


def report_first_paint(app: QApplication, window: QMainWindow) -> None:
    window.show()
    app.processEvents()
    window.grab()
    took = (time.monotonic() - float(os.environ["PRESSMARK_T0"])) * 1000
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
    os._exit(0)
