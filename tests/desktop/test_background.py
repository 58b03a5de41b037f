import sys
import threading

from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop.background import Job, stop_all


def test_work_is_done_off_the_windows_thread_and_answers_in_it(qtbot):
    job = Job(lambda tick: threading.get_ident())
    with qtbot.waitSignal(job.succeeded) as answer:
        job.start()
    assert answer.args[0] != threading.get_ident()


def test_a_cancelled_job_stops_at_its_next_tick_and_says_so(qtbot):
    started = threading.Event()

    def work(tick):
        for step in range(10_000_000):
            tick(step / 10_000_000)
            started.set()

    job = Job(work)
    outcomes = []
    job.succeeded.connect(lambda _: outcomes.append("succeeded"))
    with qtbot.waitSignal(job.cancelled):
        job.start()
        started.wait(5)
        job.cancel()
    assert not outcomes


def test_an_error_is_handed_on_whole(qtbot):
    def work(tick):
        raise ValueError("the quay is closed")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failure:
        job.start()
    assert str(failure.args[0]) == "the quay is closed"


def test_progress_arrives_in_order(qtbot):
    seen = []
    job = Job(lambda tick: [tick(part / 4) for part in range(5)])
    job.progressed.connect(seen.append)
    with qtbot.waitSignal(job.succeeded):
        job.start()
    assert seen == [0, 0.25, 0.5, 0.75, 1]
    assert stop_all()


def test_a_job_whose_dialog_is_gone_ends_in_silence(qtbot):
    may_end, dialog = threading.Event(), QObject()
    job = Job(lambda tick: may_end.wait(5), dialog).start()
    said = []
    job.succeeded.connect(said.append)
    delete(dialog)
    may_end.set()
    assert stop_all()
    qtbot.wait(20)
    assert not said


def test_work_that_would_end_the_program_ends_itself_alone(qtbot):
    job = Job(lambda tick: sys.exit("out of here"))
    with qtbot.waitSignal(job.failed) as failure:
        job.start()
    assert isinstance(failure.args[0], SystemExit)
