# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # TLS: versions, keys agreed on, certificates
#
# Which TLS the addresses of MX hosts speak, how many agree on keys that withstand quantum computers, and when certificates
# end. From the rows of a release of tier `domains` or `full`; the key numbers are compared with the release's own figures.
#
# Set `MXCENSUS_RELEASE` to the release's directory.

# %%
import os
from pathlib import Path

import altair as alt
import duckdb

release = Path(os.environ["MXCENSUS_RELEASE"])
db = duckdb.connect()
db.execute("SET TimeZone = 'UTC'")
for table in ("smtp", "host_verdicts", "domain_verdicts", "certificates"):
    db.execute(f"""
        CREATE VIEW {table} AS
        SELECT * FROM read_parquet('{release}/{table}/*/*.parquet', hive_partitioning = true, union_by_name = true)
    """)
db.execute(f"""
    CREATE VIEW adoption AS
    SELECT * FROM read_csv('{release}/csv/adoption/*/*.csv.gz', types = {{'crawl': 'DATE', 'source': 'VARCHAR', 'tld': 'VARCHAR', 'provider': 'VARCHAR'}})
""")
newest = db.sql("SELECT max(crawl) FROM domain_verdicts").fetchall()[0][0]
newest

# %% [markdown]
# ## Versions
#
# Of the addresses with which a session came about. Whoever gave no answer is in the last line, and is no TLS version.

# %%
versions = db.sql("""
    SELECT
        crawl,
        CASE WHEN outcome = 'TLS_ESTABLISHED' THEN tls.version ELSE 'no session' END AS version,
        count(*) AS addresses
    FROM smtp
    GROUP BY ALL
    ORDER BY crawl, version
""").df()
alt.Chart(versions).mark_bar().encode(
    x=alt.X("crawl:T", title=None),
    y=alt.Y("addresses:Q", stack="normalize", axis=alt.Axis(format="%"), title="share of addresses"),
    color=alt.Color("version:N", scale=alt.Scale(range=["#0072B2", "#E69F00", "#56B4E9", "#CC79A7", "#999999"])),
    tooltip=["version", "crawl:T", "addresses"],
).properties(title="TLS versions of MX addresses", width=500)

# %% [markdown]
# ## Keys agreed on
#
# The groups of the key exchange in the newest crawl; those with ML-KEM withstand quantum computers as far as is known.

# %%
groups = db.sql(f"""
    SELECT coalesce(tls."group", 'not told') AS key_exchange, count(*) AS addresses
    FROM smtp
    WHERE outcome = 'TLS_ESTABLISHED' AND crawl = DATE '{newest}'
    GROUP BY ALL
    ORDER BY addresses DESC
""").df()
groups

# %% [markdown]
# ## Certificates
#
# How many days the leaf certificates of the newest crawl still had when they were seen.

# %%
days = db.sql(f"""
    SELECT CAST(date_diff('day', s.observed_at, c.not_after) AS INTEGER) AS days, count(DISTINCT c.sha256) AS certificates
    FROM smtp AS s
    JOIN certificates AS c ON c.sha256 = s.chain[1] AND c.crawl = s.crawl
    WHERE s.crawl = DATE '{newest}' AND c.not_after IS NOT NULL
    GROUP BY ALL
""").df()
alt.Chart(days).mark_bar(color="#0072B2").encode(
    x=alt.X("days:Q", bin=alt.Bin(maxbins=30), title="days left"),
    y=alt.Y("sum(certificates):Q", title="certificates"),
).properties(title="Days that certificates still had", width=500)

# %% [markdown]
# ## The same figures as the release's
#
# Each share counted from the verdicts must be the one that the release publishes.

# %%
for metric, column in (("tls13", "tls13"), ("post_quantum", "post_quantum"), ("certificate_trusted", "certificate_trusted")):
    counted = db.sql(f"""
        SELECT
            crawl,
            count(*) FILTER ({column} = 'YES') AS numerator,
            count(*) FILTER ({column} IN ('YES', 'NO')) AS denominator,
            count(*) FILTER ({column} = 'UNMEASURED') AS unmeasured
        FROM domain_verdicts
        GROUP BY ALL
        ORDER BY crawl
    """).fetchall()
    published = db.sql(f"""
        SELECT crawl, numerator, denominator, unmeasured
        FROM adoption
        WHERE scope = 'all' AND weighting = 'domains' AND metric = '{metric}'
        ORDER BY crawl
    """).fetchall()
    # Domains without a row were not looked at; they are unmeasured too, and known from the frame alone.
    assert [row[:3] for row in counted] == [row[:3] for row in published], (metric, counted, published)
    assert all(ours[3] <= theirs[3] for ours, theirs in zip(counted, published)), (metric, counted, published)
    print(metric, counted[-1][1], "of", counted[-1][2])
