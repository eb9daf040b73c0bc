"""An explanation as one HTML page that needs nothing else: no request, no script."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from ..lines import Line, Role
from ..model import Article, Bullet, Caption, Subheading
from .explained import Explained, counted, numbered
from .palette import DARK_PAGE, GROUPS, LIGHT_PAGE, LOOKS
from .visible import visible

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but its own style."""


def to_html(explanation: Explained) -> str:
    """The whole page as text that can be encoded in UTF-8.

    The reason and the rule of a line show on hover, on keyboard focus, and stay when the line is opened.
    """
    counts = Counter(line.role for line in explanation.lines)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            "<html lang=en>",
            "<head>",
            "<meta charset=utf-8>",
            f'<meta http-equiv=Content-Security-Policy content="{_POLICY}">',
            "<meta name=viewport content='width=device-width, initial-scale=1'>",
            f"<title>{_safe(_heading(explanation))}</title>",
            f"<style>{_style(counts)}</style>",
            "</head>",
            "<body>",
            *_top(explanation, counts),
            "<main>",
            "<section class=read aria-label='What was read'>",
            *_articles(explanation),
            "</section>",
            "<section class=source aria-label='The text, line by line'>",
            *_lines(explanation),
            "</section>",
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _safe(text: str) -> str:
    return html.escape(visible(text))


def _heading(explanation: Explained) -> str:
    titles = [article.title for article in explanation.articles if article.title]
    return f"Every line of “{titles[0]}”" if titles else "Every line of a text"


def _style(counts: Counter[Role]) -> str:
    """The style sheet, with the colours of all roles and a switch for each role of this page."""
    light = " ".join(f"--{role}: {look.light};" for role, look in LOOKS.items())
    dark = " ".join(f"--{role}: {look.dark};" for role, look in LOOKS.items())
    colors = "\n".join(f".{role} {{ --c: var(--{role}); }}" for role in LOOKS)
    switches = "\n".join(
        f"body:has(#show-{role}:not(:checked)) .line.{role} {{ display: none; }}" for role in Role if counts[role]
    )
    sheet = files(__package__).joinpath("page.css").read_text("utf-8")
    return (
        f":root {{ --page: {LIGHT_PAGE}; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ --page: {DARK_PAGE}; {dark} }} }}\n"
        f"{colors}\n{sheet}{switches}\n"
    )


def _top(explanation: Explained, counts: Counter[Role]) -> Iterator[str]:
    """Heading, totals, the strip of roles and the legend."""
    articles, removed = len(explanation.articles), len(explanation.removed)
    blank = counts[Role.BLANK]
    kept = len(explanation.lines) - removed - blank
    yield f"<header><h1>{_safe(_heading(explanation))}</h1>"
    yield (
        f"<p class=sum>{counted(len(explanation.lines), 'line')}: {kept} kept, {removed} removed, {blank} blank. "
        f"{counted(articles, 'article')} read. Point at a line, or open it, to see why.</p>"
    )
    present = [role for _, roles in GROUPS for role in roles if counts[role]]
    strip = "".join(f"<i class={role} style='flex-grow:{counts[role]}'></i>" for role in present if role != Role.BLANK)
    yield f"<div class=strip aria-hidden=true>{strip}</div>"
    yield "<fieldset class=legend aria-label='Roles: show or hide their lines'>"
    for heading, roles in GROUPS:
        if any(counts[role] for role in roles):
            yield f"<div><span class=of>{heading}</span>"
            yield from (_chip(role, counts[role]) for role in roles if counts[role])
            yield "</div>"
    yield "<div><label class='chip all'><input type=checkbox id=reasons>show every reason</label></div>"
    yield "</fieldset></header>"


def _chip(role: Role, count: int) -> str:
    return f"<label class='chip {role}'><input type=checkbox id=show-{role} checked>{role} <b>{count}</b></label>"


def _lines(explanation: Explained) -> Iterator[str]:
    yield "<h2>The text, line by line</h2>"
    for number, line, begins in numbered(explanation):
        if begins is not None:
            title = _safe(explanation.articles[begins].title)
            yield f"<p class=begin>Article {begins + 1}: <bdi>{title}</bdi></p>"
        yield _line(number, line)
    if not explanation.lines:
        yield "<p class=none>The text is empty.</p>"


def _line(number: int, line: Line) -> str:
    look = f"line {line.role}" + (" out" if line.removed else "")
    return (
        f"<details class='{look}'><summary><span class=no>{number}</span><span class=role>{line.role}</span>"
        f"<span class=text dir=auto>{_safe(line.text)}</span>"
        f"<span class=why>{_safe(line.why)} <code>{_safe(line.rule)}</code></span></summary>"
        f"<p class=where>Characters {line.start} to {line.end} of the text.</p></details>"
    )


def _articles(explanation: Explained) -> Iterator[str]:
    yield "<h2>What was read</h2>"
    for article in explanation.articles:
        yield from _article(article)
    if not explanation.articles:
        yield "<p class=none>No article was found in the text.</p>"


def _article(article: Article) -> Iterator[str]:
    lang = f' lang="{_safe(article.language)}"' if article.language else ""
    yield f"<article{lang} dir=auto>"
    if article.section:
        yield f"<p class=meta>{_safe(article.section)}</p>"
    yield f"<h3 dir=auto>{_safe(article.title)}</h3>"
    yield from _meta(article)
    if article.summary is not None:
        yield f"<p class=standfirst dir=auto>{_safe(article.summary)}</p>"
    if article.bullets:
        yield "<ul class=highlights>"
        yield from (f"<li dir=auto>{_safe(bullet.text)}</li>" for bullet in article.bullets)
        yield "</ul>"
    yield from map(_figure, article.captions)
    yield from _body(article)
    if article.keywords:
        yield f"<p class=meta dir=auto>{_safe(', '.join(article.keywords))}</p>"
    yield "</article>"


def _meta(article: Article) -> Iterator[str]:
    """Who, when and where from, in one row; nothing when nothing of it is known."""
    facts = (
        ("By", _safe(", ".join(article.authors))),
        ("Published", _time(article.published)),
        ("Updated", _time(article.updated)),
        ("Publisher", _safe(article.publisher or "")),
        ("Language", _safe(article.language or "")),
        ("Address", _safe(article.url or "")),
    )
    shown = "".join(f"<span>{name} <bdi>{fact}</bdi></span>" for name, fact in facts if fact)
    if shown:
        yield f"<p class=meta lang=en dir=ltr>{shown}</p>"


def _time(moment: date | None) -> str:
    if moment is None:
        return ""
    printed = moment.isoformat()
    return f'<time datetime="{printed}">{printed.replace("T", " ")}</time>'


def _figure(caption: Caption) -> str:
    credit = f" <cite>{_safe(caption.credit)}</cite>" if caption.credit else ""
    return f"<figure dir=auto><figcaption>{_safe(caption.text)}{credit}</figcaption></figure>"


def _body(article: Article) -> Iterator[str]:
    """The blocks in order; neighbouring bullets share one list, and the dateline is set apart."""
    head = str(article.dateline) if article.dateline else ""
    listed = False
    for block in article.body:
        if listed != isinstance(block, Bullet):
            listed = not listed
            yield "<ul>" if listed else "</ul>"
        if isinstance(block, Bullet):
            yield f"<li dir=auto>{_safe(block.text)}</li>"
        elif isinstance(block, Subheading):
            yield f"<h4 dir=auto>{_safe(block.text)}</h4>"
        else:
            printed = head if head and block.text.startswith(head) else ""
            place = f"<span class=dateline>{_safe(printed)}</span>" if printed else ""
            head = "" if printed else head
            yield f"<p dir=auto>{place}{_safe(block.text[len(printed) :])}</p>"
    if listed:
        yield "</ul>"
