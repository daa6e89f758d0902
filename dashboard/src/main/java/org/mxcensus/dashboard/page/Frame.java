package org.mxcensus.dashboard.page;

import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.assets.Assets;

/// What surrounds every page.
///
/// @param simulated the sentence of the banner; empty where every source is the real world
/// @param chosen the sentence of the banner of recrawls; empty where the crawls are full
/// @param scanned the sentence of the banner of scans that were taken in; empty where the newest crawl is our own
/// @param notice the sentence of the banner about what cannot be read; empty where all can be
/// @param provenance which crawl and which program the numbers are from; empty where there is no crawl
/// @param tier what outsiders see
/// @param query what the search box holds
/// @param origin where this is, as the reader has it: scheme, host and port
public record Frame(
        Assets assets,
        String simulated,
        String chosen,
        String scanned,
        String notice,
        String provenance,
        Tier tier,
        String query,
        String origin) {

    /// A text of the pages.
    ///
    /// @param key in `texts.properties`
    public String text(String key, Object... parts) {
        return Texts.of(key, parts);
    }

    /// How the reader writes numbers and dates, for scripts; empty where he does not say.
    public String locale() {
        return Reader.locale().equals(Reader.NOBODY) ? "" : Reader.locale().toLanguageTag();
    }

    /// The language in which the page is written.
    public String language() {
        return Texts.language();
    }

    /// The address of the script with the texts in that language.
    public String texts() {
        return assets.texts(Texts.language());
    }

    /// The address of an asset.
    public String asset(String name) {
        return assets.address(name);
    }
}
