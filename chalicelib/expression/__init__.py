"""Image-frame reading: lawful, consented, kept apart; it never reaches a decision.

reading      what one frame gives, each measure or None with its reason
frame        picture -> reading
facing       head and eyes -> facing the phone; a calibration -> looking at the lens
answer       what the frames of one answer give
summary      readings -> figures of one answer
composites   what is visible, against the person's own usual
service      the only door: the policy is asked first, and a barred frame is never opened
"""
