/// Files in YAML that people write.
///
/// In: text. Out: mappings, lists and words, or one sentence that says what is wrong, and where.
@NullMarked
package org.mxcensus.analyzer.yaml;

import org.jspecify.annotations.NullMarked;
