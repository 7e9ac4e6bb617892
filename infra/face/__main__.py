"""`python -m infra.face`: make what is missing of the models that read a face."""

import sys

from infra.assets import WrongFile
from infra.face.making import make


def main() -> int:
    """Make, say what was made; 1 with one sentence when a file is wrong."""
    try:
        made = make()
    except WrongFile as error:
        print(error, file=sys.stderr)
        return 1
    for source in made:
        print(f"{source.name} from {source.package}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
