/// What must be in order before a census calls at the servers of strangers.
///
/// In: our name, the addresses that we call from, whom to ask, whom to call at for a trial.
/// Out: a finding for each check (passed, failed, could not tell) with what to do about it, and the report that a
/// crawl of the internet asks for. What is looked up and what follows from it are told by different classes.
@NullMarked
package org.mxcensus.crawler.preflight;

import org.jspecify.annotations.NullMarked;
