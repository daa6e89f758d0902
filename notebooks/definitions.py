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
# # One world, several figures: the definitions of others
#
# "So many per cent of domains have DANE" can mean a dozen things. Of which domains: all of a zone, those that accept mail, those
# that are signed? At which servers: all, the preferred ones, those that answered? Here the shares that others publish are counted
# by their own definitions over our rows, set beside what they published, and the way from one definition to another is walked one
# rule at a time, so that a difference between two surveys stops being a mystery.
#
# (DANE lets a mail server prove who it is, by TLSA records in a DNS zone that is signed with DNSSEC: RFC 7672.)
#
# Set `MXCENSUS_RELEASE` to a release of tier `domains` or `full`. Where `MXCENSUS_STATISTICS` names a directory with what
# `mxcensus reconcile` says of the same crawl (`notebooks/run` makes it), every figure is compared with it.

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
for table in ("frame", "domains", "mx_hosts", "domain_verdicts", "exchange_verdicts", "host_verdicts"):
    db.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{release}/{table}/crawl={crawl}/*.parquet')")
db.execute(f"""
    CREATE VIEW adoption AS
    SELECT * FROM read_csv('{release}/csv/adoption/crawl={crawl}/*.csv.gz', types = {{'crawl': 'DATE', 'source': 'VARCHAR', 'tld': 'VARCHAR', 'provider': 'VARCHAR'}})
    WHERE weighting = 'domains' AND scope = 'all'
""")
print(source)

# %% [markdown]
# ## The definitions as rules
#
# Each definition is five rules. A domain has one of four outcomes: `YES` (in the numerator), `NO` (in the denominator only),
# `UNMEASURED` (it could not be told) and `NOT_COUNTED` (no matter of this definition). Where several MX hosts decide, one that
# surely fails decides for `NO`; else one of which it could not be told makes the whole `UNMEASURED`.

# %%
definitions = {
    # name: which domains, which MX hosts, what passes, names in certificates below a trust anchor, the domain's own MX answer
    "signed_share": ("delegated", "every", "delegation_signed", "reference_identifier", "secure"),
    "dane_survey": ("validated_mx", "primary_accepting", "tlsa_matches", "reference_identifier", "secure"),
    "internet_nl_dane": ("names_mx", "accepting", "tlsa_matches", "any", "any"),
    "internet_nl_rollover": ("names_mx", "accepting", "tlsa_rollover", "any", "any"),
    "internet_nl": ("names_mx", "every", "tlsa_and_tls", "any", "any"),
    "usenix_2020": ("publishes_tlsa", "publishing", "tlsa_validated", "any", "any"),
    "mxcensus": ("accepts_mail", "every", "tlsa_matches", "reference_identifier", "secure"),
}
subjects = ("domains", "hosts", "check", "names", "mx_answer")
sentences = {
    "signed_share": "A registry: delegations with a DS record, of all delegations",
    "dane_survey": "DANE survey: every primary server that answers has matching records, of domains with a validated MX answer",
    "internet_nl_dane": "Internet.nl, DANE: every server that answers has matching records, of domains that name servers",
    "internet_nl_rollover": "Internet.nl, roll-over: records by which the next certificate can take over",
    "internet_nl": "Internet.nl, STARTTLS and DANE: sound TLS at every server as well",
    "usenix_2020": "USENIX Security 2020: all records validated, of domains that name a server with records",
    "mxcensus": "mxcensus: every server has matching records over a chain of secure answers, of domains that accept mail",
}
pd.DataFrame(definitions, index=subjects).T

# %% [markdown]
# ## What was seen of each domain and each of its hosts
#
# An MX host may have several addresses. `whole` is over all of them, `reached` over those that gave an answer. A certificate that
# fails by its name alone (`NAME`) passes where a definition does not look at names.

# %%
db.execute("""
    CREATE TABLE hosts AS
    WITH answers AS (
        SELECT
            host,
            CASE
                WHEN dane = 'MISMATCH' THEN CASE WHEN dane_cause IS NULL THEN 'PERHAPS_NAME' WHEN dane_cause = 'NAME' THEN 'NAME' ELSE 'FAILS' END
                WHEN dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
                WHEN dane = 'VALID' THEN 'VALID'
                ELSE 'FAILS'
            END AS dane
        FROM host_verdicts
        WHERE starttls IN ('YES', 'NO')
    ),
    reached AS (
        SELECT
            host,
            CASE
                WHEN bool_or(dane = 'FAILS') THEN 'FAILS'
                WHEN bool_or(dane = 'UNMEASURED') THEN 'UNMEASURED'
                WHEN bool_or(dane = 'PERHAPS_NAME') THEN 'PERHAPS_NAME'
                WHEN bool_or(dane = 'NAME') THEN 'NAME'
                ELSE 'VALID'
            END AS dane
        FROM answers
        GROUP BY host
    ),
    by_name AS (
        SELECT host
        FROM host_verdicts
        GROUP BY host
        HAVING bool_and(coalesce(dane = 'VALID' OR (dane = 'MISMATCH' AND dane_cause = 'NAME'), FALSE))
    )
    SELECT
        e.host,
        e.dane IS NOT NULL AS takes_mail,
        CASE WHEN e.measured > 0 THEN 'YES' ELSE 'NO' END AS accepting,
        CASE
            WHEN e.dane = 'PARTIAL' AND n.host IS NOT NULL THEN 'NAME'
            -- What could not be told may fail otherwise than by the name.
            WHEN e.dane = 'FAILS_SOMEWHERE' AND coalesce(e.dane_cause, 'NAME') = 'NAME' THEN 'PERHAPS_NAME'
            WHEN e.dane = 'MISMATCH' THEN CASE WHEN e.dane_cause IS NULL THEN 'PERHAPS_NAME' WHEN e.dane_cause = 'NAME' THEN 'NAME' ELSE 'FAILS' END
            WHEN e.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
            WHEN e.dane = 'VALID' THEN 'VALID'
            ELSE 'FAILS'
        END AS whole_dane,
        CASE
            WHEN e.starttls = 'NO' OR e.tls_sound = 'NO' THEN 'NO'
            WHEN e.starttls = 'YES' AND e.tls_sound = 'YES' THEN 'YES'
            ELSE 'UNMEASURED'
        END AS whole_tls,
        r.dane AS reached_dane,
        e.dane_deployed AS validated,
        CASE
            WHEN h.tlsa_status IN ('FOUND', 'FOUND_INSECURE') THEN 'YES'
            WHEN h.tlsa_status = 'ABSENT' THEN 'NO'
            WHEN h.tlsa_status = 'NOT_ASKED' AND h.a_status <> 'FAILED' AND h.aaaa_status <> 'FAILED' THEN 'NO'
            ELSE 'UNMEASURED'
        END AS publishes,
        CASE
            WHEN h.host IS NULL OR h.tlsa_status = 'FAILED' THEN 'UNMEASURED'
            WHEN len([t FOR t IN h.tlsa IF t.usage = 3]) > 1 THEN 'YES'
            WHEN list_contains([t.usage FOR t IN h.tlsa], 3) AND list_contains([t.usage FOR t IN h.tlsa], 2) THEN 'YES'
            ELSE 'NO'
        END AS rollover
    FROM exchange_verdicts AS e
    LEFT JOIN reached AS r USING (host)
    LEFT JOIN by_name AS n USING (host)
    LEFT JOIN mx_hosts AS h USING (host);

    -- Verdicts of a host hold for a domain too, whose name its certificate may bear: for certain, not at all, or nobody knows.
    CREATE TABLE seen AS
    SELECT
        f.domain, f.signed, v.mail, o.mx_status, v.dnssec, v.dane,
        CASE
            WHEN v.dane IN ('VALID', 'HOST_READY_DOMAIN_INSECURE') THEN 'YES'
            WHEN v.dane IN ('LOOKUP_FAILED', 'UNMEASURED') THEN 'UNMEASURED'
            ELSE 'NO'
        END AS named,
        -- A null MX among others counts for nothing (RFC 7505 §3).
        CASE
            WHEN o.mx_status = 'IMPLICIT' THEN [{'host': o.domain, 'preferred': TRUE}]
            WHEN o.mx_status IN ('HOSTS', 'NULL_MX_MIXED') THEN [
                {'host': m.host, 'preferred': m.preference = list_min([n.preference FOR n IN o.mx IF n.host <> ''])}
                FOR m IN o.mx IF m.host <> ''
            ]
        END AS mx
    FROM (SELECT domain, bool_or(delegation_ds) AS signed FROM frame GROUP BY domain) AS f
    LEFT JOIN domain_verdicts AS v USING (domain)
    LEFT JOIN domains AS o USING (domain);

    -- A host without an address that takes mail is left out; one that was not seen could not be told.
    CREATE TABLE members AS
    SELECT
        m.domain, m.named, m.member.preferred AS preferred,
        'YES' AS among_every,
        coalesce(h.accepting, 'UNMEASURED') AS among_accepting,
        CASE WHEN m.member.preferred THEN coalesce(h.accepting, 'UNMEASURED') ELSE 'NO' END AS among_primary_accepting,
        coalesce(h.publishes, 'UNMEASURED') AS among_publishing,
        coalesce(h.validated, 'UNMEASURED') AS validated,
        coalesce(h.rollover, 'UNMEASURED') AS rollover,
        coalesce(h.whole_dane, 'UNMEASURED') AS whole_dane,
        coalesce(h.whole_tls, 'UNMEASURED') AS whole_tls,
        coalesce(h.reached_dane, 'UNMEASURED') AS reached_dane
    FROM (SELECT domain, named, unnest(mx) AS member FROM seen WHERE mail = 'YES') AS m
    LEFT JOIN hosts AS h ON h.host = m.member.host
    WHERE h.host IS NULL OR h.takes_mail;
""")
named, seen = db.sql("SELECT count(DISTINCT host), count(*) FILTER (WHERE accepting = 'YES') FROM hosts").fetchall()[0]
print(f"{named:,} MX hosts, of which {seen:,} took a connection")

# %% [markdown]
# ## The rules in SQL

# %%
def both(one, other):
    return f"CASE WHEN ({one}) = 'NO' OR ({other}) = 'NO' THEN 'NO' WHEN ({one}) = 'YES' AND ({other}) = 'YES' THEN 'YES' ELSE 'UNMEASURED' END"


def check_of_host(check, names, over):
    """Whether a host passes, over all its addresses or over those that were reached."""
    name, perhaps = ("named", "named") if names == "reference_identifier" else ("'YES'", "'UNMEASURED'")
    matches = (
        f"CASE WHEN named = 'YES' THEN 'YES' ELSE CASE {over}_dane WHEN 'VALID' THEN 'YES' WHEN 'FAILS' THEN 'NO'"
        f" WHEN 'NAME' THEN {name} WHEN 'PERHAPS_NAME' THEN {perhaps} ELSE 'UNMEASURED' END END"
    )
    return {
        "tlsa_matches": matches,
        "tlsa_validated": "validated",
        "tlsa_rollover": both("validated", "rollover"),
        "tlsa_and_tls": both(matches, f"{over}_tls"),
    }[check]


NAMES_MX = "CASE WHEN mail IS NULL OR mx_status = 'UNMEASURED' THEN 'UNMEASURED' WHEN mx_status IN ('HOSTS', 'NULL_MX_MIXED') THEN 'YES' ELSE 'NO' END"
population = {
    "delegated": "CASE WHEN signed IS NULL THEN 'UNMEASURED' ELSE 'YES' END",
    "validated_mx": "CASE WHEN mail IS NULL THEN 'UNMEASURED' ELSE dnssec END",
    "accepts_mail": "CASE WHEN mail IS NULL THEN 'UNMEASURED' WHEN mail = 'YES' AND dane IS NULL THEN 'NO' ELSE mail END",
    "names_mx": NAMES_MX,
    "publishes_tlsa": f"CASE ({NAMES_MX}) WHEN 'YES' THEN coalesce(published, 'NO') ELSE ({NAMES_MX}) END",
}


def outcome(rules):
    """A query: each domain of the frame with its outcome by these rules."""
    counted, among, check, names, mx_answer = rules
    if check == "delegation_signed":
        finding, passes = "NULL", "CASE WHEN signed IS NULL THEN 'UNMEASURED' WHEN signed THEN 'YES' ELSE 'NO' END"
    else:
        over = "reached" if among in ("accepting", "primary_accepting") else "whole"
        passing = check_of_host(check, names, over)
        # A host of which it is not known whether it must pass may pass, and decides nothing by failing.
        told = f"CASE WHEN among_{among} = 'NO' THEN NULL WHEN among_{among} = 'YES' OR ({passing}) = 'YES' THEN ({passing}) ELSE 'UNMEASURED' END"
        eligible = "preferred" if among == "primary_accepting" else "TRUE"
        finding = f"""
            CASE
                WHEN count({told}) > 0 THEN
                    CASE WHEN bool_or(({told}) = 'NO') THEN 'NO' WHEN bool_and(({told}) = 'YES') THEN 'YES' ELSE 'UNMEASURED' END
                -- No host that must pass is left: one that was left out might have passed, or none could.
                WHEN bool_or(({check_of_host(check, names, "whole")}) <> 'NO' AND {eligible}) THEN 'UNMEASURED'
                ELSE 'NO'
            END
        """
        hosts = "coalesce(finding, 'NO')"
        passes = f"CASE mail WHEN 'YES' THEN ({both(hosts, 'dnssec') if mx_answer == 'secure' else hosts}) WHEN 'NO' THEN 'NO' ELSE 'UNMEASURED' END"
    return f"""
        SELECT s.domain, CASE ({population[counted]}) WHEN 'YES' THEN ({passes}) WHEN 'NO' THEN 'NOT_COUNTED' ELSE 'UNMEASURED' END AS outcome
        FROM seen AS s
        LEFT JOIN (
            SELECT
                domain,
                {finding} AS finding,
                CASE
                    WHEN bool_or(among_publishing = 'YES') THEN 'YES' WHEN bool_and(among_publishing = 'NO') THEN 'NO' ELSE 'UNMEASURED'
                END AS published
            FROM members
            GROUP BY domain
        ) AS f USING (domain)
    """


parts = {"numerator": ("YES",), "denominator": ("YES", "NO"), "unmeasured": ("UNMEASURED",), "not_counted": ("NOT_COUNTED",)}


def figure(rules):
    told = dict(db.sql(f"SELECT outcome, count(*) FROM ({outcome(rules)}) GROUP BY outcome").fetchall())
    return {part: sum(told.get(one, 0) for one in outcomes) for part, outcomes in parts.items()}


figures = {name: figure(rules) for name, rules in definitions.items()}
table = pd.DataFrame(figures).T
frame = db.sql("SELECT count(DISTINCT domain) FROM frame").fetchall()[0][0]
assert (table["denominator"] + table["unmeasured"] + table["not_counted"] == frame).all(), "every domain of the frame has one outcome"
table

# %% [markdown]
# ## All of them from the same rows
#
# The bar is the share of the domains that could be told. The thin line beside it is where the share could lie if we knew of
# those that could not: from none of them to all.

# %%
shown = table.reset_index(names="definition")
shown["says"] = shown["definition"].map(sentences)
shown["share"] = shown["numerator"] / shown["denominator"].where(shown["denominator"] > 0)
shown["least"] = shown["numerator"] / (shown["denominator"] + shown["unmeasured"]).clip(lower=1)
shown["most"] = (shown["numerator"] + shown["unmeasured"]) / (shown["denominator"] + shown["unmeasured"]).clip(lower=1)
base = alt.Chart(shown).encode(
    y=alt.Y("says:N", sort=list(sentences.values()), title=None, axis=alt.Axis(labelLimit=330, labelExpr="split(datum.label, ': ')[0]")),
    tooltip=["says", alt.Tooltip("share:Q", format=".1%"), *[alt.Tooltip(f"{part}:Q", format=",") for part in parts]],
)
axis = alt.Axis(format="%")
bar = base.mark_bar(color="#0072B2", height=12).encode(x=alt.X("share:Q", title="share of the domains that the definition counts", axis=axis, scale=alt.Scale(domain=[0, 1])))
span = base.mark_rule(color="#999999", strokeWidth=3).encode(x=alt.X("least:Q", axis=axis), x2="most:Q")
text = base.mark_text(align="left", dx=6, dy=-10).encode(x="most:Q", text=alt.Text("share:Q", format=".1%"))
(bar + span + text).properties(
    title=alt.Title("The same crawl by seven definitions", subtitle=["Grey: where the share may lie, given what could not be told", source], anchor="start", frame="group"),
    width=420,
    height=alt.Step(34),
)

# %% [markdown]
# ## What others have published
#
# Figures of the field, each with its source, beside ours by the same or the nearest definition. They are of other domains and
# other days, so a difference is to be expected; a definition that differs as well is said so. Beside a simulated world the
# comparison shows the method and no more.

# %%
published = pd.DataFrame(
    [
        ("DANE survey", "2020-10-01", 2303613 / 12743720, "dane_survey", "https://mail.sys4.de/pipermail/dane-users/2020-October/000586.html"),
        ("DANE survey", "2021-09-01", 2779500 / 16107719, "dane_survey", "https://mail.sys4.de/pipermail/dane-users/2021-September/000605.html"),
        ("DANE survey", "2022-08-01", 3584050 / 19130407, "dane_survey", "https://mail.sys4.de/pipermail/dane-users/2022-August/000639.html"),
        ("DANE survey", "2023-04-01", 3757347 / 21668375, "dane_survey", "https://mail.sys4.de/pipermail/dane-users/2023-April/000650.html"),
        ("DANE survey", "2024-01-01", 3988988 / 23098096, "dane_survey", "https://list.sys4.de/hyperkitty/list/dane-users@list.sys4.de/message/OFVR5SSK36IOBVORLYLUCBM3HAVZZDWK"),
        ("USENIX Security 2020: validated", "2019-10-01", 1 - 0.36, "usenix_2020", "https://www.usenix.org/conference/usenixsecurity20/presentation/lee-hyeonmin (of record sets at MX hosts, not of domains)"),
        ("SIDN: .nl signed", "2022-12-01", 0.60, "signed_share", "https://stats.sidnlabs.nl/en/dnssec.html (of one zone)"),
    ],
    columns=["who", "date", "published", "definition", "source"],
)
beside = published.merge(shown[["definition", "share", "numerator", "denominator", "unmeasured"]], on="definition").rename(columns={"share": "ours"})
long = beside.assign(label=beside["who"] + ", " + beside["date"].str[:4])
order = list(long["label"])
who = ["published", f"ours, {crawl}"]
points = pd.concat([long.assign(share=long["published"], whose=who[0]), long.assign(share=long["ours"], whose=who[1])])
y = alt.Y("label:N", sort=order, title=None, axis=alt.Axis(labelLimit=330))
link = alt.Chart(long).mark_rule(color="#cccccc").encode(y=y, x="published:Q", x2="ours:Q")
ends = alt.Chart(points).mark_point(filled=True, size=90, opacity=1).encode(
    y=y,
    x=alt.X("share:Q", title="share by the definition", axis=axis, scale=alt.Scale(domain=[0, 1])),
    color=alt.Color("whose:N", title=None, scale=alt.Scale(domain=who, range=["#D55E00", "#0072B2"])),
    shape=alt.Shape("whose:N", title=None, scale=alt.Scale(domain=who, range=["diamond", "circle"])),
    tooltip=["who", "date", "whose", "definition", alt.Tooltip("share:Q", format=".1%"), "source"],
)
(link + ends).properties(
    title=alt.Title("Published figures beside ours", subtitle=["By the same definition; of other domains, on other days", source], anchor="start", frame="group"),
    width=420,
    height=alt.Step(26),
)

# %% [markdown]
# ## The way from one definition to another
#
# Internet.nl's DANE test and the metric `dane` of this census differ in four rules: whether domains without an MX record count that
# get their mail at their own address (`domains`); whether servers count that did not answer (`hosts`); whether a certificate below a
# trust anchor must name the server (`names`); and whether the answer that named the server must itself be validated (`mx_answer`), without
# which an attacker names another server. `DEFINITIONS.md` of the program says each in full. One rule after the other is exchanged, in a
# fixed order; each step moves domains into the numerator or out of it, and the denominator too. The last step ends at the other
# definition, to the last domain.

# %%
def waterfall(start, end):
    rules, rows = list(definitions[start]), [{"step": start, "in": 0, "out": 0, **figures[start]}]
    for place, subject in enumerate(subjects):
        if rules[place] == definitions[end][place]:
            continue
        before, said = outcome(tuple(rules)), f"{subject}: {rules[place]} → {definitions[end][place]}"
        rules[place] = definitions[end][place]
        came, went = db.sql(f"""
            SELECT
                count(*) FILTER (WHERE a.outcome = 'YES' AND b.outcome <> 'YES'),
                count(*) FILTER (WHERE b.outcome = 'YES' AND a.outcome <> 'YES')
            FROM ({before}) AS b
            JOIN ({outcome(tuple(rules))}) AS a USING (domain)
        """).fetchall()[0]
        rows.append({"step": said, "in": came, "out": went, **figure(tuple(rules))})
    return pd.DataFrame(rows)


way = waterfall("internet_nl_dane", "mxcensus")
way["share"] = way["numerator"] / way["denominator"].where(way["denominator"] > 0)
way

# %%
steps = list(way["step"])
bars = way.assign(low=0, high=way["numerator"], kind="by the definition")
moves = pd.concat(
    [
        way.iloc[1:].assign(low=way["numerator"].shift().iloc[1:] - way["out"].iloc[1:], high=way["numerator"].shift().iloc[1:], kind="goes out"),
        way.iloc[1:].assign(low=way["numerator"].shift().iloc[1:] - way["out"].iloc[1:], high=way["numerator"].iloc[1:], kind="comes in"),
    ]
)
final = pd.DataFrame([{**way.iloc[-1].to_dict(), "step": "mxcensus", "out": 0}]).assign(low=0, high=way["numerator"].iloc[-1], kind="by the definition")
drawn = pd.concat([bars.head(1), moves, final])
drawn["step"] = drawn["step"].replace("internet_nl_dane", "Internet.nl, DANE")
names = ["Internet.nl, DANE", *steps[1:], "mxcensus"]
told = pd.concat([bars.head(1), way.iloc[1:], final]).replace({"step": {"internet_nl_dane": "Internet.nl, DANE"}})
told["label"] = [f"{row.numerator:,} of {row.denominator:,}" for row in told.itertuples()]
told["at"] = told["numerator"] + told["out"]
y = alt.Y("step:N", sort=names, title=None, axis=alt.Axis(labelLimit=330))
boxes = alt.Chart(drawn).mark_bar(height=18).encode(
    y=y,
    x=alt.X("low:Q", title="domains in the numerator", axis=alt.Axis(format=",d", tickMinStep=1), scale=alt.Scale(domain=[0, max(1, 1.35 * way["numerator"].max())])),
    x2="high:Q",
    color=alt.Color("kind:N", title=None, legend=alt.Legend(orient="bottom"), scale=alt.Scale(domain=["by the definition", "comes in", "goes out"], range=["#0072B2", "#009E73", "#D55E00"])),
    tooltip=["step", alt.Tooltip("in:Q", format=","), alt.Tooltip("out:Q", format=","), alt.Tooltip("unmeasured:Q", format=",")],
)
labels = alt.Chart(told).mark_text(align="left", dx=6).encode(y=y, x="at:Q", text="label:N")
(boxes + labels).properties(
    title=alt.Title("From Internet.nl's DANE test to the metric dane", subtitle=["Domains in the numerator, rule by rule; at the right what is left after the step, of how many", source], anchor="start", frame="group"),
    width=420,
    height=alt.Step(30),
)

# %% [markdown]
# ## The same numbers as the program's
#
# Two of the definitions are metrics of the release too.

# %%
for name, metric in (("mxcensus", "dane"), ("signed_share", "delegation_signed")):
    theirs = db.sql(f"SELECT numerator, denominator, unmeasured FROM adoption WHERE metric = '{metric}'").fetchall()[0]
    ours = tuple(figures[name][part] for part in ("numerator", "denominator", "unmeasured"))
    assert ours == theirs, (name, ours, theirs)
    print(f"csv/adoption: {metric} is {name}, {ours[0]:,} of {ours[1]:,}")
assert figure(tuple(definitions["mxcensus"])) == way.iloc[-1][list(parts)].to_dict(), "the way ends at the other definition"

folder = os.environ.get("MXCENSUS_STATISTICS")
if folder and Path(folder, "definitions.jsonl").exists():
    said = [json.loads(line) for line in Path(folder, "definitions.jsonl").read_text().splitlines()]
    for one in said:
        assert figures[one["definition"]] == {part: one[part] for part in parts}, (one, figures[one["definition"]])
    assert {one["definition"] for one in said} == set(definitions)
    rows = [json.loads(line) for line in Path(folder, "waterfall.jsonl").read_text().splitlines()]
    rows = [row for row in rows if "subject" in row]
    assert len(rows) == len(way) - 1
    for row, ours in zip(rows, way.iloc[1:].to_dict("records")):
        assert ours["step"] == f"{row['subject']}: {row['from']} → {row['to']}", (ours, row)
        assert row["numerator"] == {"in": ours["in"], "out": ours["out"]}, (ours, row)
        assert row["after"] == {part: ours[part] for part in parts}, (ours, row)
    print(f"mxcensus reconcile: {len(said)} definitions and {len(rows)} steps between two of them, all equal")
