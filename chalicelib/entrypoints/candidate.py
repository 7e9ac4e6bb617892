"""The candidate's page: one link, from consent to the first day."""

from chalicelib.entrypoints.typed import Door

door = Door(__name__, "candidate")
