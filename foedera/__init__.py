"""Foedera: who has promised what to whom, since when, how firmly, and who says so."""

__version__ = "0.1.0"
