"""Rating an answer: the general rating, moved by the question's own model where one is adopted."""

from chalicelib.foundation.values import load
from chalicelib.interviewing import question_rating
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.service import question_models, rating_queue


def rate(words: str, dimension: Dimension, language: str, question_id: str) -> AnswerRating:
    """Rate the words of an answer to a question, by its own model where a person adopted one."""
    # Here, not above: only functions with the inference layer rate, and they alone have numpy.
    from chalicelib.interviewing import counterfactual, scoring

    general = counterfactual.rate(words, dimension, language)
    row = rating_queue.calibration(question_id, language)
    if row is None or not int(row.in_force):
        return general
    version = int(row.in_force)
    kept = question_models.one_version(question_id, language, version)
    from chalicelib.interviewing import encoding, neutral, question_model, telling
    from chalicelib.interviewing.question_features import Asked, Text

    if kept.encoder != encoding.ENCODER or kept.scorer != general.scorer:
        return general  # fitted for an earlier rater: it says nothing of this one's vectors

    model = load(question_model.QuestionModel, kept.model)

    def finds(added: str, view: AnswerRating) -> float:
        text = neutral.level(words[: telling.once(words)] + added)
        said = Text(text, encoding.embed([text])[0].astype(float))
        return question_model.predict(model, said, Asked(), view)

    def again(added: str) -> AnswerRating:
        return scoring.rate(words + added, dimension, language)

    rmse = float(kept.validation["rmse"])
    return question_rating.calibrated(general, version, finds, rmse, again)
