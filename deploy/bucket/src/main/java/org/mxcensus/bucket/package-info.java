/// Object storage for tests: S3Proxy, in memory, behind a front that fails as real storage does now and then.
///
/// In: requests of any S3 client. Out: their answers, errors, or an answer that never comes. The front also keeps
/// conditional writes (`If-None-Match: *`), which this S3Proxy passes over. No other main code knows this room.
package org.mxcensus.bucket;
