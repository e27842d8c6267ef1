"""A page in a notebook: in a frame of its own, which reaches nothing of the notebook."""

import html as escaping

HEIGHT = 640
"""In pixels."""

_ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""Not allow-same-origin: with that the page could read the notebook. Popups are the links to sources."""


def frame(page: str, title: str) -> str:
    """HTML that shows a whole page; nothing of it is markup outside of its frame."""
    return (
        f'<iframe sandbox="{_ALLOWED}" srcdoc="{escaping.escape(page)}" title="{escaping.escape(title)}"'
        f' style="width: 100%; height: {HEIGHT}px; border: 1px solid #8888"></iframe>'
    )
