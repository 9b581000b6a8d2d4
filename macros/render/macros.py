"""Every macro that a page can call, by its name: the functions that the register names."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ..macro import MACROS as DECLARED

MACROS: dict[str, Callable[..., str]] = {
    name: getattr(import_module(f".{macro.module}", __package__), name) for name, macro in DECLARED.items()
}
