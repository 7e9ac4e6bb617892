"""Did the interview predict the work?"""
