/// What `mxcensus bench` measured, as text and as JSON.
///
/// In: results of the crawler's loads. Out: lines for a person, or one JSON document for a program. The
/// fields of the JSON are a contract: other tools compare runs by them.
@NullMarked
package org.mxcensus.cli.bench;

import org.jspecify.annotations.NullMarked;
