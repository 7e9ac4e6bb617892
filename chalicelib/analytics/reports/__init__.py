"""A report of charts as files that people pass on: a workbook, a printable document."""

from chalicelib.analytics.reports.book import workbook
from chalicelib.analytics.reports.content import Report
from chalicelib.analytics.reports.paper import document

__all__ = ["Report", "document", "workbook"]
