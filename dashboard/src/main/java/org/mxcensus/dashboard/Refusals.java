package org.mxcensus.dashboard;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Objects;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.warehouse.Crowded;
import org.mxcensus.analyzer.warehouse.Overtime;
import org.mxcensus.dashboard.api.Json;
import org.mxcensus.dashboard.census.NothingYet;
import org.mxcensus.dashboard.census.TooBusy;
import org.mxcensus.dashboard.live.TooManyListeners;
import org.mxcensus.dashboard.page.Pages;
import org.mxcensus.dashboard.page.Reader;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is answered instead: always one sentence, never a stack trace; JSON below `/api/`, a page elsewhere.
///
/// @param pages renders the pages
/// @param tier what outsiders see; only who sees everything is told of files and commands
record Refusals(Pages pages, Tier tier) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    void add(JavalinDefaultRoutingApi routes) {
        routes.exception(NothingYet.class, this::nothingYet);
        routes.exception(
                HttpResponseException.class,
                (e, context) -> refuse(
                        context,
                        Objects.requireNonNullElse(HttpStatus.forStatus(e.getStatus()), HttpStatus.BAD_REQUEST),
                        message(e)));
        routes.exception(TooBusy.class, (e, context) -> later(context, 30, message(e)));
        routes.exception(Crowded.class, (e, context) -> later(context, 5, message(e)));
        routes.exception(TooManyListeners.class, (e, context) -> later(context, 60, message(e)));
        routes.exception(Overtime.class, (e, context) -> refuse(context, HttpStatus.SERVICE_UNAVAILABLE, message(e)));
        routes.exception(UserError.class, this::unreadable);
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("no answer for {}", bare(context.path()), e);
            refuse(
                    context,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "This could not be answered because of a fault of ours; the log of the server says more.");
        });
    }

    private void later(Context context, int seconds, String sentence) {
        context.header(Header.RETRY_AFTER, Integer.toString(seconds));
        refuse(context, HttpStatus.SERVICE_UNAVAILABLE, sentence);
    }

    private void unreadable(UserError error, Context context) {
        if (tier != Tier.FULL) {
            LOG.warn("no answer for {}: {}", bare(context.path()), error.getMessage());
        }
        refuse(
                context,
                HttpStatus.SERVICE_UNAVAILABLE,
                tier == Tier.FULL
                        ? message(error)
                        : "The data cannot be read at the moment; the log of the server says more.");
    }

    /// As it may stand in a log.
    private static String bare(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    static void noSuchAddress(Context context) {
        throw new NotFoundResponse("There is no page at this address.");
    }

    private void nothingYet(NothingYet nothing, Context context) {
        if (isApi(context)) {
            Json.refuse(context, HttpStatus.NOT_FOUND, message(nothing));
        } else {
            Reader.reading(context, () -> pages.empty(context, nothing.absence()));
        }
    }

    private void refuse(Context context, HttpStatus status, String sentence) {
        if (isApi(context)) {
            Json.refuse(context, status, sentence);
        } else {
            Reader.reading(context, () -> pages.problem(context.status(status), title(status), sentence));
        }
    }

    private static boolean isApi(Context context) {
        return context.path().startsWith("/api/");
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static String title(HttpStatus status) {
        return switch (status.getCode()) {
            case 400 -> "That cannot be answered";
            case 403 -> "Not published";
            case 404 -> "Not found";
            case 503 -> "Not at the moment";
            default -> "No answer";
        };
    }
}
