"""Invented people, their résumés in several layouts, and the files they send."""
