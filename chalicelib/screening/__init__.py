"""Screening: does this résumé meet the requisition?"""
