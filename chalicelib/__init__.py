"""HireLoop: one loop from the phone interview to the employee and back into the weights.

records        the electronic HR record: one person, one file, for life
screening      does this résumé meet the requisition?
interviewing   what did the answers show?
expression     image-frame reading: lawful, consented, kept apart
selection      the machine recommends, a named person disposes
onboarding     from pass to first day
appraisal      how does the employee really do?
calibration    did the interview predict the work?
analytics      what HR should know
partners       other companies' systems
entrypoints    every way in; thin; nothing is decided here
foundation     what every domain stands on
"""
