-- Whether a domain lies within another; null where one of them is not known.
CREATE MACRO within(domain, other) AS domain = other OR ends_with(domain, '.' || other);
-- RFC 8461 §4.1: every host is named by a pattern, in which a wildcard stands for exactly one whole label.
CREATE MACRO covers(patterns, hosts) AS
    len([h FOR h IN hosts IF NOT list_contains(patterns, h)
        AND NOT list_contains(patterns, '*' || regexp_extract(h, '^[^.]+(\..*)$', 1))]) = 0
