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
# # From raw evidence to one verdict
#
# Every number of a census can be traced to what was seen. Here one domain whose DANE is valid is followed from the frame to its
# verdict, and the decisive comparison, of a TLSA record with the certificate that the server sent, is made a second time with
# nothing but a digest. It needs a release of tier `full`.
#
# Set `MXCENSUS_RELEASE` to the release's directory.

# %%
import hashlib
import os
from pathlib import Path

import duckdb

release = Path(os.environ["MXCENSUS_RELEASE"])
db = duckdb.connect()
db.execute("SET TimeZone = 'UTC'")
for table in ("frame", "domains", "mx_hosts", "smtp", "certificates", "domain_verdicts", "host_verdicts"):
    db.execute(f"""
        CREATE VIEW {table} AS
        SELECT * FROM read_parquet('{release}/{table}/*/*.parquet', hive_partitioning = true, union_by_name = true)
    """)

# %% [markdown]
# ## A domain with valid DANE, in the newest crawl that has one

# %%
crawl, domain = db.sql("""
    SELECT crawl, domain FROM domain_verdicts WHERE dane = 'VALID' ORDER BY crawl DESC, domain LIMIT 1
""").fetchall()[0]
print(domain, crawl)
db.sql(f"SELECT * EXCLUDE (crawl) FROM frame WHERE crawl = '{crawl}' AND domain = '{domain}'").df()

# %% [markdown]
# ## What the DNS said: MX hosts, over an answer that is secure

# %%
mx_security, hosts = db.sql(f"""
    SELECT mx_security, list_transform(mx, lambda record: record.host)
    FROM domains
    WHERE crawl = '{crawl}' AND domain = '{domain}'
""").fetchall()[0]
assert mx_security == "SECURE"
hosts

# %% [markdown]
# ## What each MX host published, and what each of its addresses sent

# %%
addresses = db.sql(f"""
    SELECT h.host, h.tlsa_status, h.tlsa, s.ip, s.outcome, s.chain
    FROM mx_hosts AS h
    JOIN smtp AS s ON s.host = h.host AND s.crawl = h.crawl
    WHERE h.crawl = '{crawl}' AND list_contains({hosts}, h.host)
    ORDER BY h.host, s.ip
""").fetchall()
assert addresses
addresses

# %% [markdown]
# ## The comparison, once more
#
# A record of usage 3 names the server's own certificate: all of it (selector 0), or its key (selector 1), as it is (matching 0) or
# by a digest (1: SHA-256). One match is enough (RFC 7672 §3.1). A record of usage 2 names an authority; whether the chain leads
# there is not told by a digest alone, and is left to the judge.

# %%
def certificate(sha256):
    der, spki = db.sql(f"SELECT der, spki_sha256 FROM certificates WHERE crawl = '{crawl}' AND sha256 = '{sha256}'").fetchall()[0]
    assert hashlib.sha256(der).hexdigest() == sha256, "the bytes are those that the digest names"
    return der, spki


def matches(record, chain):
    certificates = [certificate(sha256) for sha256 in (chain if record["usage"] == 2 else chain[:1])]
    shown = {
        (0, 0): [der.hex() for der, _ in certificates],
        (0, 1): [hashlib.sha256(der).hexdigest() for der, _ in certificates],
        (0, 2): [hashlib.sha512(der).hexdigest() for der, _ in certificates],
        (1, 1): [spki for _, spki in certificates],
    }
    return record["data"] in shown.get((record["selector"], record["matching"]), [])


for host, status, records, ip, outcome, chain in addresses:
    assert status == "FOUND" and outcome == "TLS_ESTABLISHED", (host, ip, status, outcome)
    found = [record for record in records if record["usage"] in (2, 3) and matches(record, chain)]
    print(host, ip, "matches", [f"{r['usage']} {r['selector']} {r['matching']} {r['data'][:16]}…" for r in found])
    assert found or any((r["selector"], r["matching"]) not in ((0, 0), (0, 1), (0, 2), (1, 1)) for r in records), (host, ip)

# %% [markdown]
# ## The verdict says the same

# %%
verdicts = db.sql(f"""
    SELECT host, ip, dane, dane_match
    FROM host_verdicts
    WHERE crawl = '{crawl}' AND list_contains({hosts}, host)
    ORDER BY host, ip
""").df()
assert (verdicts["dane"] == "VALID").all()
verdicts
