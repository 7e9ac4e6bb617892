"""Evidence to advice: what HR might do, why, and the chart that shows it. Silent without proof."""

from chalicelib.analytics.advice import results, process  # noqa: F401, I001 - lists every rule
from chalicelib.analytics.advice.core import Advice, Tone, advise

__all__ = ["Advice", "Tone", "advise"]
