# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Adoption over time
#
# From a release of an mxcensus dataset (`mxcensus export`) to charts, in three steps: read the figures that the release
# comes with, draw them with what could not be measured, and derive them a second time from the rows beneath.
#
# Set `MXCENSUS_RELEASE` to the release's directory.

# %%
import json
import os
from pathlib import Path

import altair as alt
import duckdb

release = Path(os.environ["MXCENSUS_RELEASE"])
db = duckdb.connect()
db.execute("SET TimeZone = 'UTC'")

manifests = [json.loads(path.read_text()) for path in sorted((release / "manifests").glob("crawl=*.json"))]
simulated = any(source["simulated"] for manifest in manifests for source in manifest["sources"])
world = "a simulated world" if simulated else "the internet"
print(f"{len(manifests)} crawls of {world}, {manifests[0]['crawl']} to {manifests[-1]['crawl']}, "
      f"by {manifests[-1]['program']['name']} {manifests[-1]['program']['version']}")

# %% [markdown]
# ## The figures of the release
#
# The files below `csv/adoption`, one of each crawl, have a row for each group, weighting and metric. Of the domains to which a
# metric applies, some were measured (the denominator), and of the others we could not tell. The share is taken of the measured
# ones only; how large the rest is must be shown beside it.

# %%
db.execute(f"""
    CREATE VIEW adoption AS
    SELECT * FROM read_csv('{release}/csv/adoption/*/*.csv.gz', types = {{'crawl': 'DATE', 'source': 'VARCHAR', 'tld': 'VARCHAR', 'provider': 'VARCHAR'}})
""")
trends = db.sql("""
    SELECT
        crawl, metric, numerator, denominator, unmeasured,
        numerator / nullif(denominator, 0) AS share,
        unmeasured / nullif(denominator + unmeasured, 0) AS unmeasured_share
    FROM adoption
    WHERE scope = 'all' AND weighting = 'domains'
    ORDER BY crawl, metric
""").df()
trends[trends["crawl"] == trends["crawl"].max()]

# %% [markdown]
# ## Trends, and what is not known
#
# The line is the share of the domains that were measured. The band around it is what the share would be if all the domains
# of which we could not tell had the property (its upper edge), or none of them (its lower edge).

# %%
names = {
    "dnssec": "DNSSEC",
    "starttls": "STARTTLS",
    "tls13": "TLS 1.3",
    "dane": "DANE",
    "mta_sts": "MTA-STS",
    "tlsrpt": "TLS reporting",
}
# Okabe and Ito's colours, which colour-blind readers tell apart.
colours = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9"]

shown = trends[trends["metric"].isin(names)].copy()
shown["name"] = shown["metric"].map(names)
applicable = shown["denominator"] + shown["unmeasured"]
shown["least"] = shown["numerator"] / applicable
shown["most"] = (shown["numerator"] + shown["unmeasured"]) / applicable


def trend_chart(data, title, subtitle):
    colour = alt.Color("name:N", scale=alt.Scale(domain=list(names.values()), range=colours), legend=None)
    base = alt.Chart(data).encode(x=alt.X("crawl:T", title=None, axis=alt.Axis(format="%b %Y")))
    band = base.mark_area(opacity=0.25).encode(
        y=alt.Y("least:Q", title="share of domains", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1])),
        y2="most:Q",
        color=colour,
    )
    line = base.mark_line(point=True).encode(
        y="share:Q",
        color=colour,
        tooltip=[
            alt.Tooltip("name:N", title="metric"),
            alt.Tooltip("crawl:T", title="crawl"),
            alt.Tooltip("share:Q", format=".1%"),
            alt.Tooltip("numerator:Q"),
            alt.Tooltip("denominator:Q", title="measured"),
            alt.Tooltip("unmeasured:Q", title="could not tell"),
        ],
    )
    # Its name stands at the end of each line, pushed away from the next one where they would touch.
    ends = data[data["crawl"] == data["crawl"].max()].sort_values("share").copy()
    places, below = [], -1.0
    for share in ends["share"]:
        below = max(share, below + 0.035)
        places.append(below)
    too_high = max(0.0, places[-1] - 1.0)
    ends["place"] = [place - too_high if place > 0.5 else place for place in places]
    label = (
        alt.Chart(ends).mark_text(align="left", dx=8).encode(x="crawl:T", y="place:Q", text="name:N", color=colour)
    )
    return (band + line + label).properties(title=alt.Title(title, subtitle=subtitle), width=640, height=360)


trend_chart(shown, "Protection of incoming mail", f"Share of the measured domains of {world}; bands: what could not be told")

# %%
unmeasured_chart = (
    alt.Chart(shown)
    .mark_line(point=True)
    .encode(
        x=alt.X("crawl:T", title=None, axis=alt.Axis(format="%b %Y")),
        y=alt.Y("unmeasured_share:Q", title="share of domains", axis=alt.Axis(format="%"), scale=alt.Scale(zero=True)),
        color=alt.Color("name:N", title=None, scale=alt.Scale(domain=list(names.values()), range=colours)),
        tooltip=["name:N", "crawl:T", alt.Tooltip("unmeasured_share:Q", format=".1%"), "unmeasured:Q"],
    )
    .properties(
        title=alt.Title("What could not be told", subtitle="Share of the domains to which a metric applies"),
        width=640,
        height=200,
    )
)
unmeasured_chart

# %% [markdown]
# ## Who moves the numbers
#
# A step in a trend is often one provider that changes something for all of its customers at once.

# %%
steps = db.sql("""
    SELECT provider, crawl, numerator AS domains_with_dane, denominator AS measured, unmeasured,
        numerator - lag(numerator) OVER (PARTITION BY provider ORDER BY crawl) AS change
    FROM adoption
    WHERE scope = 'provider' AND weighting = 'domains' AND metric = 'dane'
    QUALIFY change IS NOT NULL
    ORDER BY abs(change) DESC, provider, crawl
    LIMIT 10
""").df()
steps


# %% [markdown]
# ## The same figures from the rows beneath
#
# Nothing so far proves that `csv/adoption` says what the verdicts say. So here the figures of the whole frame are derived a
# second time, from the tables `frame` and `domain_verdicts` of every crawl, and compared. A domain of the frame that has no
# verdict is unmeasured wherever a metric may apply to it.

# %%
def files(table):
    paths = [str(release / file["path"]) for manifest in manifests for file in manifest["files"] if file["table"] == table]
    assert paths, f"the manifests list no file of table {table}"
    return paths


rows = db.sql(f"""
    WITH frame AS (
        SELECT DISTINCT crawl, domain
        FROM read_parquet({files("frame")}, hive_partitioning = true, hive_types = {{'crawl': DATE}})
    ),
    verdicts AS (
        SELECT *
        FROM read_parquet({files("domain_verdicts")}, hive_partitioning = true, hive_types = {{'crawl': DATE}})
    ),
    findings AS (
        SELECT
            crawl,
            coalesce(v.dnssec, 'UNMEASURED') AS dnssec,
            CASE WHEN v.domain IS NULL THEN 'UNMEASURED' ELSE v.starttls END AS starttls,
            CASE WHEN v.domain IS NULL THEN 'UNMEASURED' ELSE v.tlsrpt END AS tlsrpt,
            CASE
                WHEN v.domain IS NULL OR v.dane IN ('UNMEASURED', 'LOOKUP_FAILED') THEN 'UNMEASURED'
                WHEN v.dane = 'VALID' THEN 'YES'
                WHEN v.dane IS NOT NULL THEN 'NO'
            END AS dane,
            CASE
                WHEN v.domain IS NULL OR v.mta_sts = 'UNMEASURED' THEN 'UNMEASURED'
                WHEN v.mta_sts IN ('ENFORCING', 'TESTING') THEN 'YES'
                WHEN v.mta_sts IS NOT NULL THEN 'NO'
            END AS mta_sts
        FROM frame LEFT JOIN verdicts v USING (crawl, domain)
    )
    SELECT
        crawl,
        metric,
        count(*) FILTER (finding = 'YES') AS numerator,
        count(*) FILTER (finding IN ('YES', 'NO')) AS denominator,
        count(*) FILTER (finding = 'UNMEASURED') AS unmeasured
    FROM (UNPIVOT findings ON dnssec, starttls, tlsrpt, dane, mta_sts INTO NAME metric VALUE finding)
    GROUP BY ALL
    ORDER BY ALL
""").df()

published = trends[["crawl", "metric", "numerator", "denominator", "unmeasured"]]
both = rows.merge(published, on=["crawl", "metric"], suffixes=("_derived", "_published"), validate="one_to_one")
assert len(both) == len(manifests) * 5, "a metric is missing from a crawl"
for column in ["numerator", "denominator", "unmeasured"]:
    different = both[both[f"{column}_derived"] != both[f"{column}_published"]]
    assert different.empty, f"{column} differs:\n{different}"
print(f"{len(both)} figures of {len(manifests)} crawls, derived from {len(files('domain_verdicts'))} files: all equal")

# %% [markdown]
# Every domain of the frame is accounted for: measured, not measured, or outside the question.

# %%
frame = db.sql("""
    SELECT crawl, metric, frame, denominator, unmeasured
    FROM adoption
    WHERE scope = 'all' AND weighting = 'domains'
""").df()
assert (frame["denominator"] + frame["unmeasured"] <= frame["frame"]).all()
dnssec = frame[frame["metric"] == "dnssec"]
assert (dnssec["denominator"] + dnssec["unmeasured"] == dnssec["frame"]).all(), "DNSSEC applies to every domain"
dnssec
