"""What did the answers show?

competencies   dimensions with five anchors and a weight; a model is a set of them
drafting · unfinished · differences   a model being written: steps, what is wrong, what changed
anchors        the built-in dimensions, in zh and en        library     the built-in models
questions      a question, its gentler wording, follow-ups     bank        the built-in questions
choosing       questions proposed for a requisition     usage       how a question fared
transcript     the uploaded answer document -> Transcript
vocabulary     a model's key terms -> what a recogniser should expect
recognised     a recogniser's result -> the words of an answer
sound · voice  a WAV file -> samples -> where somebody speaks
delivery       speech time, pauses, pace, loudness: feedback, never scored
heard          who recognised the words, how surely, how they sound
signal         does the sound carry the words? else a person, please
gate           is there enough to rate at all?
cues · discounts   the wordings listened for     clauses · labels   words -> S, T, A, R or O
points         what was told -> whole hundredths of a rating
scoring        clauses + dimension -> rating 1-5 with quotes and exact contributions
counterfactual what would have changed the rating, checked by rating again
margin         confidence of ratings -> the band of a composite
overriding     a person's rating beside the machine's     rescoring   old and new side by side
report         a candidate's own report: reasons, quotes, what would help
raters         a company's raters: severity, agreement     question_model   a question's own ridge
question_features · question_rating   what it looks at · a general rating moved by it
encoding       sentences -> vectors
scorecard      ratings + weights -> composite 0-100
service        the only door; tables are its own
"""
