# SPDX-License-Identifier: GPL-2.0-or-later
"""Build the user's guide in resources/help: pages from Markdown, and a page for every tool from itself.

``make manual`` writes resources/help/en and resources/help/zh; a test holds them against their sources.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
HELP = ROOT / "resources" / "help"
LANGUAGES = ("en", "zh")
TOOL = "tool_"
#: A line break inside a Chinese paragraph, which a browser would show as a space.
BETWEEN_HAN = re.compile("(?<=[\u201d\u3000-\u9fff\uff00-\uffef])\n *(?=[\u201c\u3000-\u9fff\uff00-\uffef])")
#: Words of the frame around the pages.
WORDS = {
    "en": {
        "lang": "en",
        "product": "Dual Carbon Planner",
        "guide": "Guide",
        "tools": "Tools",
        "parameters": "Parameters",
        "outputs": "Outputs",
        "parameter": "Parameter",
        "meaning": "Meaning",
        "output": "Output",
        "optional": "optional",
        "choices": "Choices",
        "default": "Default",
        "command": "In batch",
    },
    "zh": {
        "lang": "zh-CN",
        "product": "双碳国土空间规划",
        "guide": "指南",
        "tools": "工具",
        "parameters": "参数",
        "outputs": "输出",
        "parameter": "参数",
        "meaning": "含义",
        "output": "输出",
        "optional": "可选",
        "choices": "可选值",
        "default": "默认值",
        "command": "批处理",
    },
}


@dataclass(frozen=True)
class Page:
    """A page: the stem of its file, its title and its body as HTML."""

    stem: str
    title: str
    body: str


@dataclass(frozen=True)
class ToolPage(Page):
    """The page of a tool, with the group in which the toolbox shows it."""

    group: str


def guide_pages(language: str) -> list[Page]:
    """The written pages, in the order of their numbers (``2_data.md`` becomes data.html)."""
    render = MarkdownIt("commonmark", {"html": False}).enable("table").render
    pages = []
    for source in sorted((HELP / "source" / language).glob("*.md")):
        text = BETWEEN_HAN.sub("", source.read_text(encoding="utf-8"))
        title = text.splitlines()[0].removeprefix("# ")
        pages.append(Page(source.stem.split("_", 1)[1], title, render(text)))
    return pages


def tool_pages(language: str, plugin: ModuleType) -> list[ToolPage]:
    """A page for every algorithm, in the order of the provider, spoken in ``language``."""
    plugin.i18n.remove_translator()
    if language == "zh":
        plugin.i18n.install_translator("zh_CN")
    pages = []
    for algorithm in (kind() for kind in plugin.algorithms.provider.ALGORITHMS):
        algorithm.initAlgorithm({})
        body = "\n".join(_tool_body(algorithm, WORDS[language]))
        pages.append(ToolPage(TOOL + algorithm.name(), algorithm.displayName(), body, algorithm.group()))
    plugin.i18n.remove_translator()
    return pages


def _tool_body(algorithm: Any, words: dict[str, str]) -> Iterator[str]:
    yield f"<h1>{html.escape(algorithm.displayName())}</h1>"
    for paragraph in algorithm.shortHelpString().split("\n\n"):
        yield f"<p>{html.escape(paragraph)}</p>"
    yield f"<h2>{words['parameters']}</h2>"
    yield f"<table><tr><th>{words['parameter']}</th><th>{words['meaning']}</th></tr>"
    for definition in algorithm.parameterDefinitions():
        yield (
            f"<tr><td><b>{html.escape(definition.description())}</b><br><code>{definition.name()}</code>"
            f"{_optional(definition, words)}</td>"
            f"<td>{html.escape(definition.help())}{_choices(definition, words)}</td></tr>"
        )
    yield "</table>"
    yield f"<h2>{words['outputs']}</h2>"
    yield f"<table><tr><th>{words['output']}</th><th>{words['meaning']}</th></tr>"
    for output in algorithm.outputDefinitions():
        yield (f"<tr><td><code>{output.name()}</code></td><td>{html.escape(output.description())}</td></tr>")
    yield "</table>"
    yield f"<h2>{words['command']}</h2>"
    yield f"<pre>qgis_process run dualcarbon:{algorithm.name()} -- …</pre>"


def _optional(definition: Any, words: dict[str, str]) -> str:
    optional = bool(definition.flags() & type(definition).Flag.FlagOptional)
    return f"<br><i>{words['optional']}</i>" if optional else ""


def _choices(definition: Any, words: dict[str, str]) -> str:
    texts = []
    if hasattr(definition, "options"):
        texts.append(f"{words['choices']}: {', '.join(f'<code>{c}</code>' for c in definition.options())}")
    default = definition.defaultValue()
    if default not in (None, "", [], False):
        texts.append(f"{words['default']}: <code>{html.escape(str(default))}</code>")
    return f"<br><small>{'; '.join(texts)}</small>" if texts else ""


def with_tool_names(page: Page, tools: list[ToolPage]) -> Page:
    """The page with the names of tools in links that have no text: ``[](tool_sinkbaseline.html)``."""
    body = page.body
    for tool in tools:
        link = f'<a href="{tool.stem}.html">'
        body = body.replace(f"{link}</a>", f"{link}{html.escape(tool.title)}</a>")
    return replace(page, body=body)


def frame(page: Page, guide: list[Page], tools: list[ToolPage], words: dict[str, str]) -> str:
    """A page with title, navigation and body as one HTML document."""
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{words["lang"]}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{html.escape(page.title)} · {words['product']}</title>",
            '<link rel="stylesheet" href="../help.css">',
            "</head>",
            "<body>",
            "<nav>",
            *_navigation(page, guide, tools, words),
            "</nav>",
            "<main>",
            page.body.strip(),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _navigation(page: Page, guide: list[Page], tools: list[ToolPage], words: dict[str, str]) -> Iterator[str]:
    yield f'<p class="product">{words["product"]}</p>'
    yield f"<p>{words['guide']}</p>"
    yield from _links(page, guide)
    for group in dict.fromkeys(tool.group for tool in tools):
        yield f"<p>{words['tools']} · {html.escape(group)}</p>"
        yield from _links(page, [tool for tool in tools if tool.group == group])


def _links(page: Page, targets: list[Any]) -> Iterator[str]:
    yield "<ul>"
    for target in targets:
        here = ' aria-current="page"' if target.stem == page.stem else ""
        yield f'<li><a href="{target.stem}.html"{here}>{html.escape(target.title)}</a></li>'
    yield "</ul>"


def build(plugin: ModuleType) -> dict[str, str]:
    """All pages by their place under resources/help."""
    pages = {}
    for language in LANGUAGES:
        tools = tool_pages(language, plugin)
        guide = [with_tool_names(page, tools) for page in guide_pages(language)]
        for page in [*guide, *tools]:
            pages[f"{language}/{page.stem}.html"] = frame(page, guide, tools, WORDS[language])
    return pages


def load_plugin() -> ModuleType:
    """The plugin package of this clone, whatever its folder is called."""
    from importlib import import_module
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("dualcarbon", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    if spec is None:
        raise ImportError(ROOT)
    sys.modules["dualcarbon"] = module_from_spec(spec)
    import_module("dualcarbon.plugin.algorithms.provider")
    import_module("dualcarbon.plugin.i18n")
    return import_module("dualcarbon.plugin")


def main() -> None:
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    pages = build(load_plugin())
    for language in LANGUAGES:
        for old in (HELP / language).glob("*.html"):
            old.unlink()
    for name, text in pages.items():
        (HELP / name).parent.mkdir(exist_ok=True)
        (HELP / name).write_text(text, encoding="utf-8")
    print(f"manual: {len(pages)} pages in {HELP.relative_to(ROOT)}")
    application.exitQgis()


if __name__ == "__main__":
    main()
