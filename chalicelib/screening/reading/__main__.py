"""The reading process: a file on standard input, its lines as JSON on standard output."""

from chalicelib.screening.reading import main

if __name__ == "__main__":
    main()
