"""Evidence as the product would have kept it: a short résumé, its findings, a scorecard."""

from chalicelib.foundation import clock
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.scorecard import DimensionScore, ScorecardResult
from chalicelib.interviewing.tables import Scorecard
from chalicelib.records import service as records
from chalicelib.screening import reading
from chalicelib.screening.resume import read_facts
from chalicelib.screening.scoring import Fit
from chalicelib.screening.tables import ScreeningResult

#: A short true résumé, for evidence and for uploads alike.
RESUME = """Lin Mei
Phone: 13800138000  Email: lin.mei@example.com
Work experience
2021.03 - 2025.06  Morning Light Stores, Shanghai  Store sales associate
Served customers and kept the till.
Education
2017.09 - 2021.06  Jiangnan University, Bachelor, Marketing
Skills: customer service, sales, Excel
"""


def screening_of(row: records.Application) -> ScreeningResult:
    """The findings on an application's résumé, all in its favour."""
    fit, lines = Fit(8800, 100, (), (), 0, ()), reading.read(RESUME.encode(), "resume.txt").lines
    return ScreeningResult(
        row.person_id,
        f"screening#{row.application_id}",
        application_id=row.application_id,
        requisition_id=row.requisition_id,
        upload_id=f"{row.person_id}-x",
        sha256="ab" * 32,
        reader_version="1",
        rules_version="1",
        scorer_version="1",
        facts=dump(read_facts(lines, today=clock.now().date())),
        fit=dump(fit),
        fit_points=88,
    )


def scorecard_of(row: records.Application, session_id: str, composite: float) -> Scorecard:
    """The scorecard of an interview that came to this composite."""
    model = interviewing.current_model(row.job_family)
    parts = tuple(
        DimensionScore(item.key, item.weight, 3 + place / 4, 50 + 6.25 * place, 1000, None)
        for place, item in enumerate(model.dimensions)
    )
    result = ScorecardResult(row.job_family, model.version, composite, None, 100, parts)
    card = Scorecard(row.person_id, f"scorecard#{session_id}", session_id=session_id)
    card.application_id, card.job_family = row.application_id, row.job_family
    card.model_version, card.scorer, card.composite = model.version, "test", composite
    card.result = dump(result)
    return card
