"""The same five questions with pyarrow and pandas. Run it with the release's folder: python arrow.py RELEASE

Each answer is a line of JSON: a list of rows.
"""

import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

release = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
by_crawl = ds.partitioning(pa.schema([("crawl", pa.string())]), flavor="hive")


def table(name, *columns):
    return ds.dataset(release / name, format="parquet", partitioning=by_crawl).to_table(columns=list(columns)).to_pandas()


def answer(frame):
    print(json.dumps([[value if isinstance(value, str) else int(value) for value in row] for row in frame.itertuples(index=False)]))


verdicts = table("domain_verdicts", "crawl", "domain", "mail", "starttls", "dane_valid", "provider")
newest = verdicts[verdicts["crawl"] == verdicts["crawl"].max()]

# 1 Of the domains that accept mail in the newest crawl: at how many does every address take it over TLS?
mail = newest[newest["mail"] == "YES"]
answer(mail["starttls"].fillna("NONE").value_counts().rename_axis("starttls").reset_index().sort_values("starttls"))

# 2 For how many domains of each crawl is DANE valid, for how many is it not, and of how many can that not be told?
valid = verdicts.groupby("crawl")["dane_valid"].value_counts().unstack(fill_value=0)
answer(valid.reindex(columns=["YES", "NO", "UNMEASURED"], fill_value=0).sort_index().reset_index())

# 3 Who receives the mail of most domains in the newest crawl?
providers = newest["provider"].dropna().value_counts().rename_axis("provider").reset_index(name="domains")
answer(providers.sort_values(["domains", "provider"], ascending=[False, True]).head(10))

# 4 Which versions of TLS do addresses of MX hosts speak?
smtp = table("smtp", "outcome", "tls")
sessions = smtp[smtp["outcome"] == "TLS_ESTABLISHED"]["tls"].map(lambda session: session["version"])
answer(sessions.value_counts().rename_axis("version").reset_index().sort_values("version"))

# 5 How many domains have each MX host among their MX records, the ten with most?
mx = table("domains", "domain", "mx").explode("mx").dropna(subset=["mx"])
mx["host"] = mx["mx"].map(lambda record: record["host"])
hosts = mx.groupby("host")["domain"].nunique().reset_index(name="domains")
answer(hosts.sort_values(["domains", "host"], ascending=[False, True]).head(10))
