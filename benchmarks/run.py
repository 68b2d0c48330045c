"""Run every benchmark of this folder, one after the other: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each script in a process of its own, say which failed, and return the exit code."""
    here = Path(__file__).resolve()
    failed = []
    for script in sorted(here.parent.glob("*.py")):
        if script == here:
            continue
        print(f"== {script.name}", flush=True)
        if subprocess.run([sys.executable, script], check=False).returncode:
            failed.append(script.name)
    print(f"failed: {', '.join(failed)}" if failed else "every benchmark passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
