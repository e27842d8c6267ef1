"""The core dataset beside ATOP, COW Formal Alliances, DCAD and the COW IGO file: what differs, and why.

It reads the user's own copies of those files and holds no row of them. docs/differences.md is its report.
"""
