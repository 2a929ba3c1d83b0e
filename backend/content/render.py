"""Turns a card's Markdown into safe HTML, and into the plain sentences that a reader sees.

Invariant: only the few tags below and https links come out, whatever the source says.
Two safeguards on purpose: markdown-it escapes raw HTML, nh3 removes whatever is not allowed.
"""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "blockquote", "br"}

_escaping = MarkdownIt("commonmark", {"html": False})
_html_aware = MarkdownIt("commonmark", {"html": True})


def to_html(markdown: str) -> str:
    """Safe HTML for the body of a card."""
    return sanitise(str(_escaping.render(markdown)))


def sanitise(html: str) -> str:
    """Removes every tag, attribute and link that is not allowed."""
    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https"})


@lru_cache(maxsize=256)
def to_plain_text(markdown: str) -> str:
    """One line a paragraph, list item or heading, each ended as a sentence."""
    lines = []
    for token in _escaping.parse(markdown):
        if token.type != "inline":
            continue
        words = "".join(part.content or " " for part in token.children or [] if _is_read(part.type))
        lines.append(ended(words))
    return "\n".join(lines)


def _is_read(kind: str) -> bool:
    return kind in {"text", "code_inline", "softbreak", "hardbreak"}


def ended(line: str) -> str:
    """The line, with a full stop unless it already ends a sentence."""
    line = line.strip()
    bare = line.rstrip("\"'”\u2019)")
    return line if not bare or bare[-1] in ".!?:" else line + "."


def has_raw_html(markdown: str) -> bool:
    """Whether the writer used a tag or a comment."""
    tokens = _html_aware.parse(markdown)
    every = [part for token in tokens for part in (token, *(token.children or []))]
    return any(part.type in {"html_block", "html_inline"} for part in every)
