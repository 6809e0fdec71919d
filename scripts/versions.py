"""Write versions.cfg, which buildout reads, from constraints.txt, which pip reads."""

from pathlib import Path

import re


ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([^=\s]+)==([^;\s]+)(?:\s*;\s*(.+))?$")
HEAD = """\
# Made from constraints.txt by scripts/versions.py. Change that one.
"""


def sections(lines):
    """Return {condition: [(name, version)]}; no condition is the empty one."""
    found = {"": []}
    for line in lines:
        pin = PIN.match(line.strip())
        if pin:
            name, version, condition = pin.groups()
            found.setdefault(condition or "", []).append((name, version))
    return found


def render(constraints):
    """Return the text of versions.cfg for the text of constraints.txt."""
    parts = [HEAD]
    for condition, pins in sections(constraints.splitlines()).items():
        title = f"versions:{condition}" if condition else "versions"
        rows = "".join(f"{name} = {version}\n" for name, version in pins)
        parts.append(f"[{title}]\n{rows}")
    return "\n".join(parts)


def main():
    text = render((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    target = ROOT / "versions.cfg"
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
        print("versions.cfg is made anew")


if __name__ == "__main__":
    main()
