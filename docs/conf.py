"""How Sphinx builds the documentation: ``sphinx-build -n -W docs docs/_build/html``. Needs no network."""

from __future__ import annotations

from typing import Any

import articlekit

project = "articlekit"
author = "the articlekit maintainers"
copyright = "the articlekit maintainers"
version = release = articlekit.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"articlekit {version}"

myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
maximum_signature_line_length = 80
python_display_short_literal_types = True

# Names of the standard library and of other projects: their documentation is elsewhere, and building needs no network.
nitpick_ignore_regex = [
    ("py:.*", r"(attrs|cattrs|collections|datetime|hypothesis|importlib|os|pathlib|types)\..*"),
    ("py:.*", r"(pyarrow|zyte_common_items)\..*"),
    (
        "py:class",
        "date|Converter|Document",
    ),  # datetime's, cattrs', LangChain's and LlamaIndex's, as annotations name them
]


def setup(app: Any) -> None:  # noqa: ANN401 - typing Sphinx's application needs Sphinx where types are checked
    """Let annotations find the public names."""
    app.connect("missing-reference", _public_name)


def _public_name(app: Any, env: Any, node: Any, content: Any) -> Any:  # noqa: ANN401 - what Sphinx passes
    """Resolve ``articlekit.model.Article`` and ``Article`` as ``articlekit.Article``, under which it is documented."""
    name = str(node.get("reftarget", "")).rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in articlekit.__all__:
        return None
    return env.get_domain("py").resolve_xref(
        env, node["refdoc"], app.builder, "obj", f"articlekit.{name}", node, content
    )
