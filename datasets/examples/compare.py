"""Asks the five questions in every way that this machine has, and fails where two of them answer otherwise.

    python compare.py [--require WAY] RELEASE      and fails where this way cannot be gone here
"""

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
parser = argparse.ArgumentParser(description="Asks the five questions in every way that this machine has.")
parser.add_argument("--require", metavar="WAY", choices=["DuckDB", "pyarrow", "Spark", "R"])
parser.add_argument("release", type=Path)
arguments = parser.parse_args()
release = arguments.release.resolve()


def questions(file):
    """The statements of an SQL file that follow a numbered comment, and those before them."""
    parts = re.split(r"(?m)^-- \d .*$", (here / file).read_text())
    return [statement for statement in parts[0].split(";") if "CREATE" in statement], parts[1:]


def plain(rows):
    return [[value if isinstance(value, str) else int(value) for value in row] for row in rows]


def with_duckdb():
    import duckdb

    os.chdir(release)
    connection = duckdb.connect()
    return [plain(connection.execute(question).fetchall()) for question in questions("duckdb.sql")[1]]


def with_spark():
    from pyspark.sql import SparkSession

    os.chdir(release)
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    views, asked = questions("spark.sql")
    for view in views:
        spark.sql(view)
    return [plain(spark.sql(question.strip().rstrip(";")).collect()) for question in asked]


def lines(*command):
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def has_r():
    libraries = 'for (name in c("arrow", "dplyr", "tidyr", "jsonlite")) stopifnot(requireNamespace(name, quietly = TRUE))'
    return shutil.which("Rscript") and subprocess.run(["Rscript", "-e", libraries], capture_output=True).returncode == 0


ways = {
    "DuckDB": (with_duckdb, True),
    "pyarrow": (lambda: lines(sys.executable, str(here / "arrow.py"), str(release)), True),
    "Spark": (with_spark, importlib.util.find_spec("pyspark")),
    "R": (lambda: lines("Rscript", str(here / "arrow.R"), str(release)), has_r()),
}

answers = {}
for name, (way, present) in ways.items():
    if present or name == arguments.require:
        answers[name] = way()
        print(f"examples: {name} answers five questions")
    else:
        print(f"examples: {name} is not installed here, so its answers are not compared")

expected = answers["DuckDB"]
assert len(expected) == 5 and all(expected), "each question has an answer with rows"
for name, answer in answers.items():
    assert answer == expected, f"{name} answers {answer}, DuckDB {expected}"
print(f"examples: {', '.join(answers)} agree")
