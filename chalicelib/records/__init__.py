"""The electronic HR record: one person, one file, for life."""
