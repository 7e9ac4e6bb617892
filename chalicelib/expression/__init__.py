"""Image-frame reading: lawful, consented, kept apart; it never reaches a decision.

frame     picture -> reading (every measure says "not measured": there is no model yet)
summary   readings -> figures of one answer
service   the only door: the policy is asked first, and a barred frame is never opened
"""
