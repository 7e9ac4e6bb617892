"""The charts, in the order of the page. A new one is a function under `@chart(...)` in here."""

from chalicelib.analytics.charts import scores, weeks, flow, times, work  # noqa: F401, I001
from chalicelib.analytics.charts import outcomes, groups, person  # noqa: F401
