package org.mxcensus.crawler.preflight;

import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;

/// Whether answers are validated: a good signature must be vouched for and a bad one be refused (RFC 4035 §5).
final class ResolverJudge {
    private static final String VALIDATE =
            "Use a resolver that validates (deploy/resolver sets one up), or give the root's DS records with"
                    + " --trust-anchor FILE to validate in this process.";
    private static final String OTHER_NAMES =
            "Try again, or give another signed name with --signed-name and another badly signed one with --bogus-name.";

    private ResolverJudge() {}

    /// A name of whose signature something is known, and what was answered.
    record Tried(String name, Answer<?> answer) {}

    /// @param signed a name whose signature is good
    /// @param bogus a name whose signature is bad
    static Finding judge(Tried signed, Tried bogus) {
        Result good = signed(signed.answer());
        Result bad = bogus(bogus.answer());
        Result result = good.and(bad);
        return switch (result) {
            case PASSED ->
                Finding.passed(
                        Check.RESOLVER,
                        "Answers are validated: %s is signed, and the bad signature of %s is seen."
                                .formatted(signed.name(), bogus.name()));
            case FAILED -> Finding.failed(Check.RESOLVER, failed(signed, good, bogus), VALIDATE);
            case COULD_NOT_TELL ->
                Finding.unknown(
                        Check.RESOLVER,
                        "Whether answers are validated could not be told: %s gave %s and %s gave %s."
                                .formatted(signed.name(), text(signed), bogus.name(), text(bogus)),
                        OTHER_NAMES);
        };
    }

    private static Result signed(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> found -> vouched(found.security());
            case Answer.NoData<?> noData -> vouched(noData.security());
            // A name that is not there has no signature.
            case Answer.NxDomain<?> _ -> Result.COULD_NOT_TELL;
            case Answer.Failed<?> failed ->
                failed.failure() == DnsFailure.BOGUS ? Result.FAILED : Result.COULD_NOT_TELL;
        };
    }

    private static Result vouched(Security security) {
        return switch (security) {
            case SECURE -> Result.PASSED;
            case INSECURE -> Result.FAILED;
            case UNKNOWN -> Result.COULD_NOT_TELL;
        };
    }

    private static Result bogus(Answer<?> answer) {
        return switch (answer) {
            // Somebody mended it, if somebody vouches for it.
            case Answer.Found<?> found -> found.security() == Security.SECURE ? Result.COULD_NOT_TELL : Result.FAILED;
            case Answer.NoData<?> _, Answer.NxDomain<?> _ -> Result.COULD_NOT_TELL;
            case Answer.Failed<?> failed ->
                failed.failure() == DnsFailure.BOGUS ? Result.PASSED : Result.COULD_NOT_TELL;
        };
    }

    private static String failed(Tried signed, Result good, Tried bogus) {
        return good == Result.FAILED
                ? "Answers are not validated: %s is signed, and gave %s.".formatted(signed.name(), text(signed))
                : "Answers are not validated: %s is badly signed, and is answered all the same."
                        .formatted(bogus.name());
    }

    private static String text(Tried tried) {
        return switch (tried.answer()) {
            case Answer.Found<?> found -> "an answer that is " + found.security();
            case Answer.NoData<?> noData -> "nothing, which is " + noData.security();
            case Answer.NxDomain<?> _ -> "no such name";
            case Answer.Failed<?> failed -> failed.failure().toString();
        };
    }
}
