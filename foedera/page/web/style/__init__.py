"""The style of the page."""
