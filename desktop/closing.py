"""Closing the window: no work is lost by it, and nothing that goes wrong holds the window for good."""

from collections.abc import Callable

from desktop import ask, mishaps
from desktop.background import stop_all
from desktop.workplace import Workplace


def may_close(window: Workplace, may_leave: Callable[[], bool]) -> bool:
    """Whether the analyst leaves: unsaved work is saved or given up by then, or kept for the next start."""
    try:
        window.panel.commit()
        if not may_leave():
            return False
    except Exception as error:  # noqa: BLE001  # else the window could never be closed again
        mishaps.note(error)
        leaves = _leaves_all_the_same(window, error)
        if leaves:
            _try(window.company.leave_all)
        return leaves
    for step in (
        lambda: _remember_place(window),
        stop_all,
        window.journaling.close,
        window.company.leave_all,
        window.shelf.close,
        window.arrivals.close,
    ):
        _try(step)
    return True


def _remember_place(window: Workplace) -> None:
    window.settings.geometry = window.saveGeometry()


def _leaves_all_the_same(window: Workplace, error: Exception) -> bool:
    names = [article.name for article in window.session.unsaved]
    return ask.close_all_the_same(window, mishaps.in_short(error), names, is_kept=_keep(window))


def _keep(window: Workplace) -> bool:
    """Whether all that is unsaved is in the journal, where the next start finds it."""
    unsaved = window.session.unsaved
    if not unsaved:
        return True
    try:
        stop_all()
        window.journaling.flush()
    except Exception as error:  # noqa: BLE001  # whatever it is: it is not kept, and the analyst has to know
        mishaps.note(error)
        for article in unsaved:
            article.tell_again()
        window.journaling.note(unsaved)
        return False
    return True


def _try(step: Callable[[], object]) -> None:
    try:
        step()
    except Exception as error:  # noqa: BLE001  # the analyst has decided to leave, and the work is safe
        mishaps.note(error)
