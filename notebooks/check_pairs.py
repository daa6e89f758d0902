"""Each notebook lies there twice, as .ipynb to open and as .py to read and to compare; fails where the two differ.

    python check_pairs.py          jupytext --sync NOTEBOOK.py brings a pair together
"""

from pathlib import Path

import jupytext

here = Path(__file__).resolve().parent
for notebook in sorted(here.glob("*.ipynb")):
    cells = [[(cell.cell_type, cell.source) for cell in jupytext.read(file).cells] for file in (notebook, notebook.with_suffix(".py"))]
    assert cells[0] == cells[1], f"{notebook.name} and its .py differ"
print("notebooks: every notebook and its text say the same")
