"""Archival documents into linked data: people, events, citations and works, each fact tied to the words that say it."""

__version__ = "0.1.0"
