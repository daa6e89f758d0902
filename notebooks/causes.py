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
# # Why DANE and MTA-STS break
#
# Both protect mail on its way between servers, and both can be set up wrongly. Then it is worse than without: senders that
# follow the standard keep the mail back.
#
# - **DANE** (RFC 7672): the receiving server's operator publishes, in TLSA records in a DNS zone signed with DNSSEC, which
#   certificate the server shows. It breaks when the certificate is renewed and the record is not, when the server offers no
#   TLS, or when the zone does not answer as it should.
# - **MTA-STS** (RFC 8461): the domain announces in the DNS that it has a policy, and serves that policy over HTTPS: which
#   servers take its mail, and that they must show a valid certificate. It breaks when the policy cannot be had, does not
#   name a server, or a server does not do what the policy says.
#
# This notebook counts what is broken, why, and at whose customers. What we could not find out is never counted as broken, and
# drawn by itself.
#
# Set `MXCENSUS_RELEASE` to a release of tier `domains` or `full`. Where `MXCENSUS_STATISTICS` names a directory with what
# `mxcensus causes` says of the same crawl (`notebooks/run` makes it), a number that the release does not carry is compared
# with it too.

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
for table in ("frame", "domain_verdicts"):
    db.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{release}/{table}/crawl={crawl}/*.parquet')")
columns = "'crawl': 'DATE', 'source': 'VARCHAR', 'tld': 'VARCHAR', 'provider': 'VARCHAR', 'dns_operator': 'VARCHAR'"
db.execute(f"""
    CREATE VIEW adoption AS
    SELECT * FROM read_csv('{release}/csv/adoption/crawl={crawl}/*.csv.gz', types = {{{columns}}})
    WHERE weighting = 'domains'
""")
# A domain of the frame that was not looked at has no verdict: it could not be told.
db.execute("""
    CREATE TABLE domains AS
    SELECT v.*, f.domain AS name, v.domain IS NULL AS unseen
    FROM (SELECT DISTINCT domain FROM frame) AS f
    LEFT JOIN domain_verdicts AS v USING (domain)
""")
print(source)

# %% [markdown]
# ## DANE: how it stands
#
# Of the domains that accept mail. Most have no DANE, which is no fault. `HOST_READY_DOMAIN_INSECURE` is the commonest near miss:
# the provider has done everything, and the customer's own zone is not signed, so that a sender cannot trust which server is named.

# %%
meanings = {
    "VALID": "valid at every server",
    "PARTIAL": "valid at some servers only",
    "MISMATCH": "no record matches the certificate",
    "STARTTLS_MISSING": "records, and a server without TLS",
    "HANDSHAKE_FAILED": "records, and TLS fails",
    "UNUSABLE": "records of which none can be used",
    "FAILS_SOMEWHERE": "fails at some server, others could not be told",
    "LOOKUP_FAILED": "the zone does not answer for the records",
    "HOST_READY_DOMAIN_INSECURE": "servers ready, domain not signed",
    "NOT_DEPLOYED": "no DANE",
    "UNMEASURED": "could not be told",
}
stands = db.sql("""
    SELECT
        CASE
            WHEN unseen THEN 'UNMEASURED'
            -- Our own network, and nothing that the zone's owner could mend.
            WHEN dane = 'LOOKUP_FAILED' AND dane_cause NOT IN ('LOOKUP_SERVFAIL', 'LOOKUP_BOGUS') THEN 'UNMEASURED'
            ELSE dane
        END AS status,
        count(*) AS domains
    FROM domains
    WHERE unseen OR dane IS NOT NULL
    GROUP BY ALL
""").df()
stands["meaning"] = stands["status"].map(meanings)
stands["share"] = stands["domains"] / stands["domains"].sum()
stands["order"] = stands["status"].map(list(meanings).index)
stands = stands.sort_values("order").drop(columns="order")
tried = stands[~stands["status"].isin(["NOT_DEPLOYED"])]


def bars(data, x, y, title, subtitle, x_title, colours, order, row_height=18):
    """Horizontal bars, with the number at the end of each."""
    base = alt.Chart(data).encode(
        x=alt.X(f"{x}:Q", title=x_title, axis=alt.Axis(format=",d", tickMinStep=1)), y=alt.Y(f"{y}:N", sort=order, title=None, axis=alt.Axis(labelLimit=320))
    )
    bar = base.mark_bar().encode(color=alt.Color(f"{y}:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=None))
    text = base.mark_text(align="left", dx=4).encode(text=alt.Text(f"{x}:Q", format=","))
    return (bar + text).properties(title=alt.Title(title, subtitle=subtitle, anchor="start", frame="group"), width=420, height=alt.Step(row_height))


good, bad, near, unknown = "#009E73", "#D55E00", "#E69F00", "#999999"
kinds = {meanings[status]: good if status == "VALID" else near if status == "HOST_READY_DOMAIN_INSECURE" else unknown if status == "UNMEASURED" else bad for status in meanings}
bars(
    tried,
    "domains",
    "meaning",
    "DANE where somebody has set it up",
    ["Green: works. Red: broken. Orange: wants a signature of the domain's zone. Grey: could not be told.", source],
    "domains",
    kinds,
    list(kinds),
)

# %% [markdown]
# ## DANE: the causes
#
# The verdict's cause says what is at fault at the address or host that decided. Each name is explained in the release's
# `SCHEMA.md` (`DaneCause`), and by `mxcensus causes` with how to mend it. The commonest: `LOOKUP_BOGUS`, the zone's answer does
# not pass DNSSEC's checks; `LOOKUP_SERVFAIL`, its servers give no answer at all; `NO_MATCH`, none of the records fits the certificate
# (often one that was renewed); `SOME_ADDRESSES_FAIL`, one server of several; `STARTTLS_NOT_OFFERED`, the server gives no TLS.

# %%
DANE_BROKEN = "dane IN ('PARTIAL', 'MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED', 'UNUSABLE') OR (dane = 'LOOKUP_FAILED' AND dane_cause IN ('LOOKUP_SERVFAIL', 'LOOKUP_BOGUS'))"
STS_BROKEN = "mta_sts = 'BROKEN'"


def causes(broken, cause):
    return db.sql(f"SELECT coalesce({cause}, 'not told') AS cause, count(*) AS domains FROM domains WHERE {broken} GROUP BY ALL ORDER BY domains DESC, cause").df()


def cause_bars(data, title, deployed):
    order = list(data["cause"])
    broken = int(data["domains"].sum())
    subtitle = [f"{broken:,} domains at which it is broken, of {deployed:,} that have deployed it or tried to", source]
    return bars(data, "domains", "cause", title, subtitle, "domains", dict.fromkeys(order, bad), order)


# Where the look-up of the records fails nobody knows whether there are any; there too somebody has signed the servers' zone.
dane_deployed = db.sql(f"SELECT count(*) FROM domains WHERE dane_deployed = 'YES' OR {DANE_BROKEN}").fetchall()[0][0]
dane_causes = causes(DANE_BROKEN, "dane_cause")
cause_bars(dane_causes, "Why DANE breaks", dane_deployed)

# %% [markdown]
# ## MTA-STS: how it stands, and the causes
#
# `ENFORCING` policies have senders keep mail back rather than deliver it unprotected; `TESTING` ones only have failures reported.
# Causes that begin with `MX_` lie with the mail servers: `MX_CERTIFICATE`, not valid for the server's name; `MX_NOT_COVERED`, a server
# that the policy does not name; `MX_WITHOUT_TLS`. The others lie with the web server that should hand out the policy.

# %%
sts = db.sql("""
    SELECT CASE WHEN unseen THEN 'UNMEASURED' ELSE mta_sts END AS status, count(*) AS domains
    FROM domains
    WHERE unseen OR mta_sts IS NOT NULL
    GROUP BY ALL
    ORDER BY domains DESC
""").df()
sts

# %%
sts_causes = causes(STS_BROKEN, "mta_sts_cause")
sts_deployed = int(sts[~sts["status"].isin(["NOT_DEPLOYED", "UNMEASURED"])]["domains"].sum())
cause_bars(sts_causes, "Why MTA-STS breaks", sts_deployed)

# %% [markdown]
# ## At whose customers
#
# One fault of a provider shows at all its customers, so causes come in clumps. Below, the providers with most broken domains
# (by who runs the most preferred MX host) and the DNS operators (by who runs the domain's name servers; a zone that two serve
# counts at both). For MTA-STS the DNS operator often decides, since the policy's record lies in the zone.

# %%
def clumps(party):
    data = db.sql(f"""
        SELECT party, mechanism || ': ' || cause AS fault, count(*) AS domains
        FROM (
            SELECT {party} AS party, 'DANE' AS mechanism, coalesce(dane_cause, 'not told') AS cause FROM domains WHERE {DANE_BROKEN}
            UNION ALL
            SELECT {party}, 'MTA-STS', coalesce(mta_sts_cause, 'not told') FROM domains WHERE {STS_BROKEN}
        )
        WHERE party IS NOT NULL
        GROUP BY ALL
        ORDER BY party, fault
    """).df()
    most = data.groupby("party")["domains"].sum().sort_values(ascending=False, kind="stable").head(12)
    data = data[data["party"].isin(most.index)].copy()
    data["order"] = data["party"].map(list(most.index).index)
    return data.sort_values(["order", "fault"]).drop(columns="order")


def clump_chart(data, title):
    if data.empty:
        return f"{title}: nowhere"
    order = list(dict.fromkeys(data["party"]))
    base = alt.Chart(data).encode(
        x=alt.X("fault:N", title=None, axis=alt.Axis(labelAngle=-35, labelLimit=260)),
        y=alt.Y("party:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
    )
    cells = base.mark_rect().encode(color=alt.Color("domains:Q", title="domains", scale=alt.Scale(scheme="oranges", domainMin=0)))
    numbers = base.mark_text().encode(text=alt.Text("domains:Q", format=","))
    return (cells + numbers).properties(title=alt.Title(title, subtitle=["Domains at which DANE or MTA-STS is broken, by cause; the twelve with most", source], anchor="start", frame="group"), width=alt.Step(52), height=alt.Step(22))


by_provider = clumps("provider")
clump_chart(by_provider, "At whose customers it breaks: mail providers")

# %%
by_operator = clumps("unnest(dns_operators)")
clump_chart(by_operator, "At whose customers it breaks: DNS operators")

# %% [markdown]
# ## A signature away
#
# Where all MX hosts are ready, the domain's zone need only be signed. Whoever runs the name servers of most of these can help
# most domains with one decision.

# %%
ready = db.sql("""
    SELECT array_to_string(dns_operators, ' + ') AS operators, count(*) AS domains
    FROM domains
    WHERE dane = 'HOST_READY_DOMAIN_INSECURE' AND len(dns_operators) > 0
    GROUP BY ALL
    ORDER BY domains DESC, operators
""").df()
largest = ready.head(12)
bars(
    largest,
    "domains",
    "operators",
    "Domains that want nothing but DNSSEC",
    [f"By DNS operator, the largest of {len(ready):,}; {ready['domains'].sum():,} domains in all", source],
    "domains whose MX hosts are ready for DANE",
    dict.fromkeys(largest["operators"], near),
    list(largest["operators"]),
)

# %% [markdown]
# ## The same numbers as the release's
#
# Each metric of `csv/adoption` that tells of a fault is counted again from the verdicts: for all domains, by provider and by
# DNS operator.

# %%
faults = {
    "dane_partial": "dane = 'PARTIAL'",
    "dane_mismatch": "dane = 'MISMATCH'",
    "dane_starttls_missing": "dane = 'STARTTLS_MISSING'",
    "dane_handshake_failed": "dane = 'HANDSHAKE_FAILED'",
    "dane_unusable": "dane = 'UNUSABLE'",
    "dane_lookup_failed": "dane = 'LOOKUP_FAILED' AND dane_cause IN ('LOOKUP_SERVFAIL', 'LOOKUP_BOGUS')",
    "dane_host_ready": "dane = 'HOST_READY_DOMAIN_INSECURE'",
    "dane_broken": "dane IN ('MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED')",
    "mta_sts_broken": STS_BROKEN,
}
counted = ", ".join(f"count(*) FILTER ({condition}) AS {metric}" for metric, condition in faults.items())
compared = 0
for scope, party, relation in (
    ("all", "''", "domains"),
    ("provider", "provider", "domains"),
    ("dns_operator", "operator", "(SELECT *, unnest(dns_operators) AS operator FROM domains)"),
):
    named = "''" if scope == "all" else scope
    ours = db.sql(f"UNPIVOT (SELECT {party} AS party, {counted} FROM {relation} GROUP BY ALL) ON {', '.join(faults)} INTO NAME metric VALUE numerator").df()
    theirs = db.sql(f"SELECT {named} AS party, metric, numerator FROM adoption WHERE scope = '{scope}' AND metric IN {tuple(faults)}").df()
    both = theirs.merge(ours, on=["party", "metric"], suffixes=("_published", "_derived"), validate="one_to_one")
    assert len(both) == len(theirs) and len(theirs) > 0, (scope, len(both), len(theirs))
    different = both[both["numerator_published"] != both["numerator_derived"]]
    assert different.empty, different
    compared += len(both)
assert dane_causes["domains"].sum() == db.sql(f"SELECT sum(numerator) FROM adoption WHERE scope = 'all' AND metric IN ('dane_partial', 'dane_broken', 'dane_unusable', 'dane_lookup_failed')").fetchall()[0][0]
print(f"csv/adoption: {compared:,} figures of faults, all equal")

folder = os.environ.get("MXCENSUS_STATISTICS")
file = Path(folder, "causes.jsonl") if folder else None
if file and file.exists():
    said = [json.loads(line) for line in file.read_text().splitlines()]
    unsigned = {one["party"]: one["domains"] for one in said if one.get("cause") == "MX_INSECURE"}
    assert unsigned == dict(zip(ready["operators"], ready["domains"])), unsigned
    print(f"mxcensus causes: {len(unsigned):,} DNS operators with domains that want a signature alone, all equal")
