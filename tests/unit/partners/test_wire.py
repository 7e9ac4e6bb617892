"""Where we send, and where we never do."""

import pytest

from chalicelib.foundation.errors import Unavailable
from chalicelib.partners.wire import AddressRefused, Place, check_url, is_public, place


def names(**table):
    return lambda host, port: table.get(host.replace(".", "_").replace("-", "_"), [])


PUBLIC = names(partner_example=["93.184.215.14"])


def test_a_public_https_address_is_where_we_send():
    wanted = Place("partner.example", "93.184.215.14", 443, "/hook?a=1", True)
    assert wanted == place("https://partner.example/hook?a=1", "public", PUBLIC)


def test_the_port_of_the_address_is_kept():
    assert 8443 == place("https://partner.example:8443/", "public", PUBLIC).port


@pytest.mark.parametrize(
    "url",
    [
        "http://partner.example/",
        "ftp://partner.example/",
        "file:///etc/passwd",
        "gopher://partner.example/",
        "https://",
        "https:///hook",
        "not an address",
        "https://user:pass@partner.example/",
        "https://user@partner.example/",
        "https://partner.example:99999/",
        "https://partner.example/a b",
        "https://[::1/",
    ],
)
def test_an_address_that_is_not_plain_https_is_refused(url):
    with pytest.raises(AddressRefused):
        check_url(url, "public")


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "224.0.0.1",
        "255.255.255.255",
        "198.51.100.7",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:0:7f00:1::",
    ],
)
def test_an_address_inside_a_network_is_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111"])
def test_an_address_of_the_open_internet_is_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
    ],
)
def test_a_private_address_is_refused_at_registration_already(url):
    with pytest.raises(AddressRefused):
        check_url(url, "public")


def test_a_public_name_that_leads_inside_is_refused():
    with pytest.raises(AddressRefused):
        place("https://inside.example/", "public", names(inside_example=["10.1.2.3"]))


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    both = names(both_example=["93.184.215.14", "127.0.0.1"])
    with pytest.raises(AddressRefused):
        place("https://both.example/", "public", both)


def test_a_number_that_hides_an_address_is_judged_by_where_it_leads():
    with pytest.raises(AddressRefused):
        place("https://2130706433/", "public", lambda host, port: ["127.0.0.1"])


def test_a_name_that_leads_nowhere_is_a_neighbour_that_is_down():
    with pytest.raises(Unavailable):
        place("https://nowhere.example/", "public", names())


def test_the_embedded_stack_may_send_to_its_own_machine_in_the_clear():
    here = names(localhost=["127.0.0.1"])
    assert Place("localhost", "127.0.0.1", 8010, "/", False) == place(
        "http://localhost:8010/", "any", here
    )


def test_even_the_embedded_stack_refuses_what_is_not_http():
    with pytest.raises(AddressRefused):
        check_url("file:///etc/passwd", "any")
