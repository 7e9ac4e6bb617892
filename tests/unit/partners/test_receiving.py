"""A partner's message is a command of its own, and nobody else's."""

from chalicelib.partners.service.receiving import command_of
from chalicelib.partners.signature import Signed


def id_of(partner: str, message: str) -> str:
    return command_of(partner, Signed(message, 0), "mark").id


def test_the_same_message_of_the_same_partner_is_the_same_command():
    assert id_of("acme", "x-1") == id_of("acme", "x-1")


def test_names_that_run_together_are_different_commands():
    assert id_of("acme", "x-1") != id_of("acme-x", "1")


def test_another_partner_may_use_the_same_message_id():
    assert id_of("acme", "1") != id_of("other", "1")


def test_who_speaks_is_the_partner():
    assert "acme" == command_of("acme", Signed("1", 0), "mark").actor.scope.partner_id
