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
# # Who receives the mail, and who could protect it
#
# Most domains do not run a mail server of their own. Their MX record in the DNS names the server of a *provider*, and what
# that provider does or leaves undone decides about the mail of all its customers. This notebook counts how few providers
# have most of the mail, and what would come of it if the largest of them switched on DANE.
#
# DANE lets a receiving server prove who it is: its operator publishes a digest of its certificate (a TLSA record) in the
# DNS, and signs that zone with DNSSEC. Three things must be so for one domain: the domain's own zone is signed, the zone of
# each of its MX hosts is signed, and each MX host has right TLSA records. The first is the customer's matter (or the DNS
# operator's), the other two the provider's.
#
# Set `MXCENSUS_RELEASE` to a release of tier `domains` or `full`. Where `MXCENSUS_STATISTICS` names a directory with what
# `mxcensus concentration` and `mxcensus what-if` say of the same crawl (`notebooks/run` makes them), the results are
# compared with these, number by number.

# %%
import json
import os
from pathlib import Path

import altair as alt
import duckdb
import pandas as pd

release = Path(os.environ["MXCENSUS_RELEASE"])
manifests = [json.loads(path.read_text()) for path in sorted((release / "manifests").glob("crawl=*.json"))]
crawl = manifests[-1]["crawl"]
world = "a simulated world" if any(source["simulated"] for source in manifests[-1]["sources"]) else "the internet"
source = f"Source: mxcensus release, crawl of {crawl}, {world}"

db = duckdb.connect()
for table in ("frame", "domain_verdicts", "exchange_verdicts", "host_verdicts", "host_providers"):
    db.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{release}/{table}/crawl={crawl}/*.parquet')")
db.execute(f"""
    CREATE VIEW adoption AS
    SELECT * FROM read_csv('{release}/csv/adoption/crawl={crawl}/*.csv.gz', types = {{'crawl': 'DATE', 'source': 'VARCHAR', 'tld': 'VARCHAR', 'provider': 'VARCHAR'}})
    WHERE weighting = 'domains'
""")


def statistics(name):
    """What a command of mxcensus said with --json; None where nobody has asked it."""
    folder = os.environ.get("MXCENSUS_STATISTICS")
    file = Path(folder, name) if folder else None
    return [json.loads(line) for line in file.read_text().splitlines()] if file and file.exists() else None


print(source)

# %% [markdown]
# ## The providers, largest first
#
# A domain belongs to the provider that runs its most preferred MX host. Whoever receives the mail of his own domain alone
# is a provider of one. Domains that accept no mail are not counted, and those whose provider could not be told are counted by
# themselves.

# %%
db.execute("""
    CREATE TABLE holders AS
    SELECT
        row_number() OVER largest AS place,
        provider,
        domains,
        (sum(domains) OVER largest)::BIGINT AS cumulated
    FROM (SELECT provider, count(*) AS domains FROM domain_verdicts WHERE provider IS NOT NULL GROUP BY provider)
    WINDOW largest AS (ORDER BY domains DESC, provider ROWS UNBOUNDED PRECEDING)
""")
providers, domains, weight = db.sql(
    "SELECT count(*), coalesce(sum(domains), 0)::BIGINT, coalesce(sum(place * domains), 0)::BIGINT FROM holders"
).fetchall()[0]
frame = db.sql("SELECT count(DISTINCT domain) FROM frame").fetchall()[0][0]
no_mail = db.sql("SELECT count(*) FROM domain_verdicts WHERE provider IS NULL AND mail = 'NO'").fetchall()[0][0]
untold = frame - domains - no_mail
print(f"{frame:,} domains: {domains:,} with {providers:,} providers, {no_mail:,} accept no mail, {untold:,} could not be told")

holders = db.sql("SELECT * FROM holders ORDER BY place").df()
holders["share"] = holders["domains"] / domains
holders["held"] = holders["cumulated"] / domains
alt.Chart(holders.head(15)).mark_bar(color="#0072B2").encode(
    x=alt.X("share:Q", title="share of domains that accept mail and whose provider is known", axis=alt.Axis(format="%")),
    y=alt.Y("provider:N", sort=None, title=None),
    tooltip=["provider", alt.Tooltip("domains:Q", format=","), alt.Tooltip("share:Q", format=".1%")],
).properties(
    title=alt.Title("The largest mail providers", subtitle=[f"{domains:,} domains; of {untold:,} more it could not be told", source], anchor="start", frame="group"),
    width=520,
)

# %% [markdown]
# ## How few have how much
#
# Read the curve from the left: so many of the largest providers have so much of the mail together. The axis below is drawn
# in powers of ten, since there are thousands of providers and the first ten matter most.
#
# The *Gini coefficient* puts the same into one number: 0 if all providers had equally many domains, near 1 if one had nearly
# all. From the places $i$ of the $n$ providers and their domains $d_i$, with $D$ domains in all:
# $\left(n + 1 - \frac{2}{D} \sum i \cdot d_i\right) / n$.

# %%
gini = (providers + 1 - 2 * weight / domains) / providers
half = int((2 * holders["cumulated"] < domains).sum()) + 1
top = {n: holders["held"].iloc[min(n, providers) - 1] for n in (1, 5, 10, 100)}
for n, held in top.items():
    print(f"the largest {n:>3}: {held:.1%}")
print(f"half of all domains: {half} providers; Gini coefficient: {gini:.3f}")

points = holders[holders["place"].isin({round(10 ** (step / 20)) for step in range(200)} | {providers})]
marks = pd.DataFrame([{"place": min(n, providers), "held": held, "label": f"{n}: {held:.0%}"} for n, held in top.items() if n <= providers])
x = alt.X("place:Q", scale=alt.Scale(type="log"), title="providers, from the largest on", axis=alt.Axis(values=[1, 10, 100, 1000, 10000, 100000, 1000000], format=","))
y = alt.Y("held:Q", title="share of domains held together", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]))
alt.layer(
    alt.Chart(points).mark_line(color="#0072B2").encode(x=x, y=y),
    alt.Chart(marks).mark_point(color="#D55E00", filled=True, size=60, opacity=1).encode(x=x, y=y),
    alt.Chart(marks).mark_text(align="left", dx=6, dy=12).encode(x=x, y=y, text="label"),
).properties(
    title=alt.Title("How few providers have how much of the mail", subtitle=[f"Gini coefficient {gini:.2f}; {half} of {providers:,} providers have half of the domains", source], anchor="start", frame="group"),
    width=520,
    height=300,
)

# %% [markdown]
# ## What if the largest switched on DANE?
#
# One provider after the other does its part, the one first whose deed gains most domains. How far that leads depends on how
# much is done:
#
# - **TLSA records**: it publishes right TLSA records for those of its MX hosts whose zone is signed already;
# - **+ signed hosts**: it also signs the zones of its MX hosts;
# - **+ signed customers**: the zones of its customers' domains are signed too.
#
# A domain whose MX hosts belong to several providers needs all of them. And TLSA records help nobody where the server
# gives no TLS, or its certificate could not be read: such a host goes on failing here whatever is published.
#
# Each MX host plays a part for its domains, now and after each deed. Parts add up by bits over a domain's hosts: 8 or 2 (it
# fails, or has no records) decides, then 4 (it could not be told), then 1 (valid). This is how the judge combines them.

# %%
db.execute("""
    CREATE MACRO answer(parts) AS
        CASE WHEN parts & 10 > 0 THEN 'NO' WHEN parts & 4 = 4 THEN 'UNMEASURED' WHEN parts & 1 = 1 THEN 'YES' END;

    CREATE TABLE parts AS
    WITH addresses AS (
        SELECT
            host,
            bool_or(dane = 'VALID') AS valid,
            bool_or(dane_cause = 'NAME') AS named,
            bool_or(starttls = 'YES' AND certificate_fault = 'MALFORMED') AS unreadable,
            bool_or(starttls = 'YES' AND certificate_trusted = 'UNMEASURED') AS lost,
            bool_or(starttls = 'YES' AND certificate_trusted <> 'UNMEASURED') AS shown
        FROM host_verdicts
        GROUP BY host
    ),
    told AS (
        SELECT
            e.host,
            p.provider,
            e.dane_cause AS cause,
            CASE WHEN e.dane_deployed = 'YES' THEN 'YES' ELSE e.dnssec END AS secure,
            CASE
                WHEN e.dane IS NULL THEN 0
                WHEN e.dane = 'VALID' THEN 1
                WHEN e.dane = 'NOT_DEPLOYED' THEN 2
                WHEN a.named OR e.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 4 + coalesce(a.valid, FALSE)::INTEGER
                ELSE 8
            END AS now,
            CASE
                WHEN e.dane IS NULL THEN 0
                WHEN e.dane_deployed = 'UNMEASURED' THEN 4
                WHEN e.starttls = 'NO' OR a.unreadable THEN 8
                WHEN e.starttls IS DISTINCT FROM 'YES' OR a.lost THEN 4 + coalesce(a.shown, FALSE)::INTEGER
                ELSE 1
            END AS ready
        FROM exchange_verdicts AS e
        LEFT JOIN addresses AS a USING (host)
        LEFT JOIN host_providers AS p USING (host)
    )
    SELECT
        host, provider, cause, now,
        CASE WHEN now IN (0, 1) OR secure = 'NO' THEN now WHEN secure = 'YES' THEN ready ELSE 4 END AS published,
        CASE WHEN now IN (0, 1) THEN now ELSE ready END AS signed
    FROM told;

    -- How each domain of the frame stands. One that was not looked at could not be told.
    CREATE TABLE stands AS
    SELECT
        f.domain, v.hosts, v.provider,
        coalesce(v.dnssec = 'YES', FALSE) AS secure,
        CASE WHEN v.domain IS NULL THEN 'UNMEASURED' ELSE v.dane_valid END AS today
    FROM (SELECT DISTINCT domain FROM frame) AS f
    LEFT JOIN domain_verdicts AS v USING (domain);

    -- The MX hosts of each domain. TLSA records in the domain's own unsigned zone begin to count when it is signed, and
    -- whether they are right nobody has looked.
    CREATE TABLE uses AS
    SELECT
        d.domain,
        coalesce(p.provider, d.provider) AS party,
        coalesce(p.now, 4) AS now,
        coalesce(p.published, 4) AS published,
        coalesce(p.signed, 4) AS signed,
        CASE
            WHEN p.cause = 'INSECURE_TLSA' AND NOT d.secure AND (d.host = d.domain OR ends_with(d.host, '.' || d.domain)) THEN 4
            ELSE coalesce(p.now, 4)
        END AS in_signed_zone
    FROM (SELECT domain, provider, secure, unnest(hosts) AS host FROM stands) AS d
    LEFT JOIN parts AS p USING (host)
""")

# For each deed: the part of the hosts of whoever did it, the part of all others, and which domains it can help.
deeds = {
    "tlsa": ("TLSA records", "published", "now", "secure"),
    "signed_hosts": ("+ signed hosts", "signed", "now", "secure"),
    "together": ("+ signed customers", "signed", "in_signed_zone", "TRUE"),
}


def curve(own, others, reaches):
    """How many domains have valid DANE when the first provider, the first two, and so on have done it."""
    after = f"CASE WHEN d.today IN ('NO', 'UNMEASURED') AND {reaches} THEN answer(s.parts) ELSE d.today END"
    db.execute(f"""
        CREATE OR REPLACE TABLE ranked AS
        WITH alone AS (
            SELECT q.domain, q.party, bit_or(CASE WHEN u.party = q.party THEN u.{own} ELSE u.{others} END) AS parts
            FROM (SELECT DISTINCT domain, party FROM uses WHERE party IS NOT NULL) AS q
            JOIN uses AS u USING (domain)
            GROUP BY q.domain, q.party
        )
        SELECT party, row_number() OVER (ORDER BY gained DESC, domains DESC, party) AS place
        FROM (
            SELECT
                s.party,
                count(*) FILTER (WHERE {after} = 'YES' AND d.today <> 'YES') AS gained,
                count(d.today) AS domains
            FROM alone AS s
            JOIN stands AS d USING (domain)
            GROUP BY s.party
        )
    """)
    return db.sql(f"""
        WITH used AS (SELECT u.*, r.place FROM uses AS u LEFT JOIN ranked AS r USING (party)),
        steps AS (
            SELECT q.domain, q.place, bit_or(CASE WHEN u.place <= q.place THEN u.{own} ELSE u.{others} END) AS parts
            FROM (SELECT DISTINCT domain, place FROM used WHERE place IS NOT NULL) AS q
            JOIN used AS u USING (domain)
            GROUP BY q.domain, q.place
        ),
        answers AS (
            SELECT s.place, {after} AS after, coalesce(lag({after}) OVER (PARTITION BY s.domain ORDER BY s.place), d.today) AS before
            FROM steps AS s
            JOIN stands AS d USING (domain)
        ),
        changes AS (
            SELECT
                place,
                sum((after = 'YES')::INTEGER - (before = 'YES')::INTEGER) AS yes,
                sum((after = 'UNMEASURED')::INTEGER - (before = 'UNMEASURED')::INTEGER) AS unmeasured
            FROM answers
            WHERE after IS NOT NULL AND before IS NOT NULL
            GROUP BY place
        ),
        today AS (
            SELECT
                count(*) FILTER (WHERE today = 'YES') AS numerator,
                count(*) FILTER (WHERE today IN ('YES', 'NO')) AS denominator,
                count(*) FILTER (WHERE today = 'UNMEASURED') AS unmeasured
            FROM stands
        )
        SELECT
            r.place,
            r.party,
            (t.numerator + sum(coalesce(c.yes, 0)) OVER up_to)::BIGINT AS numerator,
            (t.denominator - sum(coalesce(c.unmeasured, 0)) OVER up_to)::BIGINT AS denominator,
            (t.unmeasured + sum(coalesce(c.unmeasured, 0)) OVER up_to)::BIGINT AS unmeasured
        FROM ranked AS r
        CROSS JOIN today AS t
        LEFT JOIN changes AS c USING (place)
        WINDOW up_to AS (ORDER BY r.place ROWS UNBOUNDED PRECEDING)
        ORDER BY r.place
    """).df()


today = dict(zip(("numerator", "denominator", "unmeasured"), db.sql("""
    SELECT
        count(*) FILTER (WHERE today = 'YES'),
        count(*) FILTER (WHERE today IN ('YES', 'NO')),
        count(*) FILTER (WHERE today = 'UNMEASURED')
    FROM stands
""").fetchall()[0]))
curves = {lever: curve(own, others, reaches) for lever, (_, own, others, reaches) in deeds.items()}

# %%
# Of all domains to which the question applies, those of which it could not be told among them: so no curve rises because
# domains left the denominator.
applicable = today["denominator"] + today["unmeasured"]
start = pd.DataFrame([{"place": 0, "party": "nobody yet", **today}])
shown = pd.concat(
    pd.concat([start, curves[lever].head(100)]).assign(deed=title) for lever, (title, *_) in deeds.items()
)
shown["share"] = shown["numerator"] / applicable
shown["most"] = (shown["numerator"] + shown["unmeasured"]) / applicable
order = [title for title, *_ in deeds.values()]
colour = alt.Color("deed:N", scale=alt.Scale(domain=order, range=["#0072B2", "#E69F00", "#009E73"]), legend=None)
ends = shown.groupby("deed").tail(1).sort_values("share").copy()
places, below = [], -1.0
for share in ends["share"]:
    below = max(share, below + 0.05 * shown["share"].max())
    places.append(below)
ends["label_at"] = places
x = alt.X("place:Q", title="providers that have done it, the one first that gains most")
band = alt.Chart(shown).mark_area(interpolate="step-after", opacity=0.15).encode(x=x, y="share:Q", y2="most:Q", color=colour)
line = alt.Chart(shown).mark_line(interpolate="step-after", strokeWidth=2.5).encode(
    x=x,
    y=alt.Y("share:Q", title="share of domains with valid DANE", axis=alt.Axis(format="%")),
    color=colour,
    tooltip=["deed", "place", "party", alt.Tooltip("share:Q", format=".1%"), alt.Tooltip("unmeasured:Q", title="could not be told", format=",")],
)
labels = alt.Chart(ends).mark_text(align="left", dx=6).encode(x="place:Q", y="label_at:Q", text="deed:N", color=colour)
(band + line + labels).properties(
    title=alt.Title(
        "What if providers switched on DANE, one after the other?",
        subtitle=[
            f"Of {applicable:,} domains that accept mail or of which that could not be told; valid today: {today['numerator']:,}",
            f"Bands: those of which it cannot be told whether DANE is valid ({today['unmeasured']:,} today)",
            source,
        ],
        anchor="start",
        frame="group",
    ),
    width=520,
    height=300,
)

# %% [markdown]
# ## The same numbers as the program's
#
# `csv/adoption` belongs to the release and has the domains of each provider, and how many have valid DANE today. What is not
# in it is compared with the program's own commands, where these were asked.

# %%
published = db.sql("SELECT provider, numerator AS domains FROM adoption WHERE scope = 'provider' AND metric = 'mail'").df()
both = published.merge(holders, on="provider", suffixes=("_published", "_derived"), validate="one_to_one")
assert len(both) == len(published), "a provider of csv/adoption has no domains here"
assert (both["domains_published"] == both["domains_derived"]).all(), both[both["domains_published"] != both["domains_derived"]]
dane = db.sql("SELECT numerator, denominator, unmeasured FROM adoption WHERE scope = 'all' AND metric = 'dane'").fetchall()[0]
assert dane == tuple(today.values()), (dane, today)
print(f"csv/adoption: {len(both):,} providers and the domains with valid DANE today, all equal")

said = statistics("concentration.jsonl")
if said:
    sums, places = said[0], said[1:]
    assert sums["crawl"] == crawl
    assert (sums["providers"], sums["domains"], sums["unmeasured"], sums["not_applicable"], sums["half"]) == (providers, domains, untold, no_mail, half)
    assert abs(sums["gini"] - gini) < 1e-12, (sums["gini"], gini)
    for one in places:
        ours = holders.iloc[one["place"] - 1]
        assert (ours["provider"], ours["domains"], ours["cumulated"]) == (one["provider"], one["domains"], one["cumulated"]), (ours, one)
    print(f"mxcensus concentration: the sums, the Gini coefficient and {len(places):,} points of the curve, all equal")
for lever in deeds:
    steps = [one for one in statistics(f"what-if-{lever}.jsonl") or [] if "curve" in one]
    for one in steps:
        ours = curves[lever].iloc[one["place"] - 1]
        for column, key in (("party", "provider"), ("numerator", "numerator"), ("denominator", "denominator"), ("unmeasured", "unmeasured")):
            assert ours[column] == one[key], (lever, one, dict(ours))
    if steps:
        print(f"mxcensus what-if --lever {lever}: {len(steps):,} points of the curve, all equal")
