/// A dataset in object storage that speaks the protocol of Amazon S3.
///
/// In: finished local files, of which each becomes an object by one PUT; a part of a crawl only where there is none yet
/// (`If-None-Match: *`). Out: objects as local files, fetched once a version and checked against the digest that was
/// stored with them.
@NullMarked
package org.mxcensus.datasets.store.s3;

import org.jspecify.annotations.NullMarked;
