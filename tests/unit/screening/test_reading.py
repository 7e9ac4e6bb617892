"""Bytes to lines: what is read, what is refused, and that the reader cannot hurt its caller."""

import subprocess
import sys
import time
import tracemalloc

import pytest

from chalicelib.foundation.messages import MESSAGES
from chalicelib.screening import reading
from chalicelib.screening.reading import sandbox, unreadable
from chalicelib.screening.reading.unreadable import REASONS, ResumeUnreadable
from infra.resume_samples import bad, files
from infra.resumes import Sample, bad_samples, generate

TEXT = "王伟\n电话：13800138000\n教育背景\n2015.09 - 2019.06   东湖大学   软件工程   本科\n"


def word(*paragraphs: str) -> bytes:
    return files.word_file("".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs))


@pytest.mark.parametrize("sample", bad_samples(), ids=lambda s: s.file_name)
def test_a_bad_file_ends_in_its_typed_error(sample: Sample) -> None:
    with pytest.raises(ResumeUnreadable) as problem:
        sandbox.read_safely(sample.content, sample.file_name)
    assert sample.truth["error"] == problem.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [(bad.zip_bomb(), "resume-too-large"), (bad.entity_bomb(), "resume-unreadable")],
    ids=["zip bomb", "entity expansion"],
)
def test_a_bomb_ends_in_a_typed_error_within_five_seconds(content: bytes, code: str) -> None:
    started = time.monotonic()
    with pytest.raises(ResumeUnreadable) as problem:
        sandbox.read_safely(content, "resume.docx")
    assert code == problem.value.code
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("seconds", [0.0, 0.001])
def test_a_reader_that_takes_too_long_is_ended_and_the_caller_lives_on(seconds: float) -> None:
    with pytest.raises(unreadable.ResumeTooCostly):
        sandbox.read_safely(word(*TEXT.splitlines()), "resume.docx", wall_seconds=seconds)


def test_content_and_not_the_name_decides_the_kind() -> None:
    assert reading.read(TEXT.encode(), "resume.pdf").lines[0].text == "王伟"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_text_is_read_in_each_encoding(encoding: str) -> None:
    assert reading.read(TEXT.encode(encoding)).lines[0].text == "王伟"


def test_compatibility_radicals_become_plain_characters() -> None:
    assert reading.clean("北京⼤学") == "北京大学"


def test_script_style_and_hidden_text_of_a_page_are_not_read() -> None:
    page = (
        "<html><head><style>Django{}</style><script>Django</script></head><body><h1>王伟</h1>"
        "<p>电话：13800138000</p><p style='display: none'>Django</p><h2>教育背景</h2></body></html>"
    )
    assert "Django" not in " ".join(line.text for line in reading.read(page.encode()).lines)


def test_table_rows_of_a_word_file_become_lines() -> None:
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in ("东湖大学", "本科")
    )
    head = "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in TEXT.splitlines())
    body = f"{head}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert reading.read(files.word_file(body)).lines[-1].text == "东湖大学   本科"


def test_an_old_word_file_is_unsupported() -> None:
    with pytest.raises(unreadable.ResumeUnsupported):
        reading.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_zip_that_is_no_word_file_is_unsupported() -> None:
    with pytest.raises(unreadable.ResumeUnsupported):
        reading.read(files.zipped({"a.txt": TEXT}))


def test_a_zip_is_told_from_its_first_bytes_however_long_its_directory() -> None:
    many = files.zipped({f"word/media/{n}.xml": "" for n in range(20_000)})
    tracemalloc.start()
    kind = reading.kind_of(many)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kind == "docx"
    assert peak_bytes < len(many) + 100_000


def test_a_pages_file_is_named_by_the_process_that_reads_it() -> None:
    content = files.zipped({"Index/Document.iwa": "x"})
    assert reading.kind_of(content) == "docx"
    with pytest.raises(unreadable.ResumeUnsupported) as refused:
        sandbox.read_safely(content)
    assert refused.value.detail["kind"] == "pages"


def test_the_side_column_is_read_before_the_main_one() -> None:
    [sample] = [s for s in generate(3, 60) if s.truth["format"] == "pdf-columns"][:1]
    assert sample.truth["name"] == reading.read(sample.content).lines[0].text


def test_every_reason_has_both_sentences_and_a_next_step() -> None:
    missing = [
        k for code in REASONS for k in (f"error.{code}", f"next.{code}") if k not in MESSAGES
    ]
    assert missing == []


def test_the_reader_starts_without_the_cloud_libraries() -> None:
    code = (
        "import sys, chalicelib.screening.reading, chalicelib.screening.reading.pdf;"
        "sys.exit(bool({'boto3', 'botocore', 'pynamodb', 'chalice'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sandbox._import_path())}
    )
    assert done.returncode == 0


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert [s.content for s in generate(1, 21)] == [s.content for s in generate(1, 21)]


@pytest.mark.parametrize(
    "hostile",
    [
        "<!---->" * 500 + "x",
        "# 王伟\n# 教育\n# 工作\n" + "-" * 20_000 + "x",
        "# 王伟\n# 教育\n# 工作\n# a" + " " * 20_000 + "x",
        "# 王伟\n# 教育\n# 工作\n**a**" + " " * 20_000 + "x",
        "# 王伟\n# 教育\n# 工作\n" + "\u3000" * 20_000 + "x",
    ],
    ids=["comments", "rule", "heading", "strong line", "blanks"],
)
def test_text_read_without_a_process_of_its_own_takes_no_longer_than_its_length(
    hostile: str,
) -> None:
    started = time.process_time()
    with pytest.raises(ResumeUnreadable):
        sandbox.read_safely(hostile.encode(), "resume.md")
    assert time.process_time() - started < 1
