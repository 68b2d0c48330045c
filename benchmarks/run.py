"""Run every benchmark of this folder, one after the other: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run each script in a process of its own and stop at the first that fails."""
    here = Path(__file__).resolve()
    for script in sorted(here.parent.glob("*.py")):
        if script != here:
            print(f"== {script.name}", flush=True)
            subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
