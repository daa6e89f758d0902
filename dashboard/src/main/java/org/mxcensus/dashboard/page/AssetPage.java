package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.mxcensus.dashboard.assets.Assets;

/// `/assets/{digest}/{name}`: script and style, to be kept by the browser for good.
///
/// @param assets what there is
public record AssetPage(Assets assets) {

    public void show(Context context) {
        Assets.Asset asset = assets.at(context.path())
                .orElseThrow(
                        () -> new NotFoundResponse("There is no such file; the page that named it is an old one."));
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .result(asset.bytes())
                .contentType(asset.contentType());
    }
}
