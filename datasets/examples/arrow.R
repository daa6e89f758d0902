# The same five questions in R with arrow and dplyr. Run it with the release's folder: Rscript arrow.R RELEASE
#
# Each answer is a line of JSON: a list of rows.

suppressPackageStartupMessages({
  library(arrow)
  library(dplyr)
  library(tidyr)
  library(jsonlite)
})

arguments <- commandArgs(trailingOnly = TRUE)
release <- if (length(arguments) > 0) arguments[1] else "."

table <- function(name, ...) {
  open_dataset(file.path(release, name), partitioning = hive_partition(crawl = utf8())) |>
    select(...) |>
    collect()
}

answer <- function(rows) {
  cat(toJSON(lapply(seq_len(nrow(rows)), function(i) unname(as.list(rows[i, ]))), auto_unbox = TRUE), "\n", sep = "")
}

verdicts <- table("domain_verdicts", crawl, domain, mail, starttls, dane_valid, provider)
newest <- filter(verdicts, crawl == max(crawl))

# 1 Of the domains that accept mail in the newest crawl: at how many does every address take it over TLS?
newest |> filter(mail == "YES") |> mutate(starttls = coalesce(starttls, "NONE")) |> count(starttls) |> arrange(starttls) |> answer()

# 2 For how many domains of each crawl is DANE valid, for how many is it not, and of how many can that not be told?
verdicts |>
  group_by(crawl) |>
  summarise(
    valid = sum(dane_valid == "YES", na.rm = TRUE),
    not_valid = sum(dane_valid == "NO", na.rm = TRUE),
    unmeasured = sum(dane_valid == "UNMEASURED", na.rm = TRUE)
  ) |>
  arrange(crawl) |>
  answer()

# 3 Who receives the mail of most domains in the newest crawl?
newest |> filter(!is.na(provider)) |> count(provider, name = "domains") |> arrange(desc(domains), provider) |> head(10) |> answer()

# 4 Which versions of TLS do addresses of MX hosts speak?
table("smtp", outcome, tls) |>
  filter(outcome == "TLS_ESTABLISHED") |>
  mutate(version = tls$version) |>
  count(version) |>
  arrange(version) |>
  answer()

# 5 How many domains have each MX host among their MX records, the ten with most?
table("domains", domain, mx) |>
  unnest(mx) |>
  distinct(domain, host) |>
  count(host, name = "domains") |>
  arrange(desc(domains), host) |>
  head(10) |>
  answer()
