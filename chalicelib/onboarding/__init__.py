"""From pass to first day: background check, pre-hire pool, offer, checklist, employee."""
