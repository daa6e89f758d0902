package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.dashboard.census.UnderWay;

/// How crawls under way come along, as people read it. The script that hears of more says it in the same words.
final class Progress {
    private Progress() {}

    /// A sentence for each; empty where there is none.
    static String sentence(List<UnderWay> crawls) {
        return crawls.stream()
                .map(crawl -> Texts.of(
                        "live.progress",
                        crawl.crawl(),
                        Numbers.count(crawl.domains()),
                        Numbers.count(crawl.frame()),
                        Numbers.count(crawl.mxHosts()),
                        Numbers.count(crawl.addresses())))
                .collect(Collectors.joining(" "));
    }
}
