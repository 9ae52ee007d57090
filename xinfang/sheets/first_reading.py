"""Run as a program of its own by trial.py: reads every sheet of a workbook and keeps nothing.

Arguments: the file, and the most bytes of memory to use. Imports nothing of ours, so that it starts at once.
Ends with 0 when all is read, with 1 when calamine refuses the file; however else it ends, the file cannot be read.
"""

import sys
from contextlib import suppress
from pathlib import Path


def main(path: Path, bytes_at_most: int) -> None:
    """Read the file at `path`. Raises what calamine raises."""
    if sys.platform != "win32":
        from resource import RLIMIT_AS, RLIMIT_CORE, setrlimit

        # A system may have a lower limit already, or none to set.
        with suppress(ValueError, OSError):
            setrlimit(RLIMIT_AS, (bytes_at_most, bytes_at_most))
        # It may well be aborted, and what it read is personal data.
        setrlimit(RLIMIT_CORE, (0, 0))
    from python_calamine import CalamineWorkbook

    with path.open("rb") as file:
        book = CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names:
            book.get_sheet_by_name(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
