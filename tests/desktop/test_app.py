import os
import subprocess
import sys


def said_by(code: str) -> str:
    """What a Python of its own prints: what it has imported is what the code imports."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", f"from desktop.app import make_app\napp = make_app()\n{code}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def test_the_source_of_the_windows_modules_is_not_read_to_import_them():
    code = "import linecache, desktop.window; print([name for name in linecache.cache if 'desktop' in name])"
    assert said_by(code) == "[]"


def test_what_most_days_nobody_needs_is_not_loaded_with_the_window(tmp_path):
    code = (
        "import sys; from pathlib import Path; from desktop.app import make_window;"
        "from desktop.settings import Settings;"
        f"window = make_window(app, Settings(Path({str(tmp_path / 's.ini')!r})));"
        "print({'logging.handlers', 'html', '_hashlib', 'desktop.views.tables_view'} & set(sys.modules))"
    )
    assert said_by(code) == "set()"
