"""Applies flask-smorest's decorators, which have no types, to a view without losing the view's own types.

Must not have behaviour of its own.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def endpoint(*described: Callable[..., Any]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Applies the decorators in the order in which they would be stacked: the first one is outermost."""

    def wrap(view: Callable[P, R]) -> Callable[P, R]:
        wrapped = view
        for decorate in reversed(described):
            wrapped = decorate(wrapped)
        return wrapped

    return wrap
