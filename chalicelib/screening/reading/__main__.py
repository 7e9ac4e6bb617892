"""One file, one process: a file on standard input, its outcome as JSON on standard output."""

import sys

from chalicelib.screening.reading.kinds import MAX_BYTES
from chalicelib.screening.reading.server import limit_this_process
from chalicelib.screening.reading.wire import outcome

if __name__ == "__main__":
    limit_this_process()
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.stdout.buffer.write(outcome(sys.stdin.buffer.read(MAX_BYTES + 1), name))
