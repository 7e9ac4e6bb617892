"""The launcher: clear refusals, state that outlives a kill, mail a person can read."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from infra import bundle, deploy, emulator, local, mailbox

HOLDER = """
import sys, time
from pathlib import Path
from infra import emulator
emulator.start(Path(sys.argv[1]), int(sys.argv[2]), persist=True, auth=False)
print("ready", flush=True)
time.sleep(60)
"""


def launch(**environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "infra.local"],
        cwd=bundle.ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("name", ["HIRELOOP_PORT", "HIRELOOP_AWS_PORT"])
def test_a_taken_port_is_one_sentence_with_a_way_out(name, tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ports = {"HIRELOOP_PORT": str(emulator.free_port()), "HIRELOOP_STATE": str(tmp_path)}
        taken = str(other.getsockname()[1])
        done = launch(**ports | {name: taken})
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {taken} is taken by another program")
    assert f"{name}=" in done.stderr


def test_a_port_that_is_no_number_is_one_sentence():
    done = launch(HIRELOOP_PORT="eight")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "HIRELOOP_PORT=eight is no port number" in done.stderr


def test_a_state_folder_that_cannot_be_is_one_sentence():
    done = launch(HIRELOOP_STATE="/dev/null/state")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "/dev/null/state cannot be written" in done.stderr


def test_a_full_disk_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(local.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 5 << 20}))
    with pytest.raises(local.CannotStart, match=r"Only 5 MB are free .* needs 500 MB"):
        local.check_machine(local.Settings(state=tmp_path))


def test_a_second_launcher_on_the_same_state_is_told_of_the_first(tmp_path):
    settings = local.Settings(state=tmp_path)
    with (
        local.alone(settings),
        pytest.raises(local.CannotStart, match=f"already runs .*process {os.getpid()}"),
        local.alone(settings),
    ):
        pass


def test_what_was_written_outlives_the_launchers_sudden_death(tmp_path):
    port = emulator.free_port()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path), str(port)],
        cwd=bundle.ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "ready\n"
    queues = deploy.client(f"http://127.0.0.1:{port}", "sqs")
    queues.create_queue(QueueName="kept")
    queues.close()
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    running = emulator.start(tmp_path, emulator.free_port(), persist=True, auth=False)
    try:
        again = deploy.client(running.endpoint, "sqs")
        assert [Path(url).name for url in again.list_queues()["QueueUrls"]] == ["kept"]
        again.close()
        assert emulator.port_is_free(port)
    finally:
        running.stop()


def test_mail_and_text_messages_can_be_read_newest_first_with_their_links(tmp_path):
    running = emulator.start(tmp_path, emulator.free_port(), persist=False, auth=False)
    try:
        mail = deploy.client(running.endpoint, "sesv2")
        mail.create_email_identity(EmailIdentity="hr@example.com")
        mail.send_email(
            FromEmailAddress="hr@example.com",
            Destination={"ToAddresses": ["lin@example.com"]},
            Content={
                "Simple": {
                    "Subject": {"Data": "面试 <b>"},
                    "Body": {"Text": {"Data": "See http://127.0.0.1:8000/interview?t=a&b=1."}},
                }
            },
        )
        time.sleep(1.1)
        texts = deploy.client(running.endpoint, "sns")
        texts.publish(PhoneNumber="+8613800000000", Message="您的链接：http://127.0.0.1:8000/x。")
        found = mailbox.messages(running.endpoint)
        page = mailbox.page(running.endpoint).decode()
        mail.close()
        texts.close()
    finally:
        running.stop()
    assert [(m.kind, m.to) for m in found] == [
        ("sms", "+8613800000000"),
        ("mail", "lin@example.com"),
    ]
    assert found[0].links == ["http://127.0.0.1:8000/x"]
    assert found[1].links == ["http://127.0.0.1:8000/interview?t=a&b=1"]
    assert "面试 &lt;b&gt;" in page
    assert '<a href="http://127.0.0.1:8000/interview?t=a&amp;b=1">' in page
