"""Shows a window, waits until it is painted, prints how long that took and what it holds, and ends.

Two numbers: milliseconds since PRESSMARK_T0, megabytes of memory (resident, the most so far).
"""

import os
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow


def report_first_paint(app: QApplication, window: QMainWindow) -> None:
    window.show()
    app.processEvents()  # paints into the window's own store, as on a screen
    memory = _most_resident()  # before the picture below, another 5 MB that nobody's window has
    window.grab()
    took = (time.monotonic() - float(os.environ["PRESSMARK_T0"])) * 1000
    print(took, memory, flush=True)
    os._exit(0)


def _most_resident() -> float:
    """The peak of this process since it began; `getrusage` would count what its parent held at the fork."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
