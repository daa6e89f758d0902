package org.mxcensus.dashboard;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Objects;
import org.mxcensus.dashboard.api.Json;
import org.mxcensus.dashboard.census.NothingYet;
import org.mxcensus.dashboard.census.TooBusy;
import org.mxcensus.dashboard.page.Pages;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is answered instead: always one sentence, never a stack trace; JSON below `/api/`, a page elsewhere.
///
/// @param pages renders the pages
record Refusals(Pages pages) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    void add(JavalinDefaultRoutingApi routes) {
        routes.exception(NothingYet.class, this::nothingYet);
        routes.exception(
                HttpResponseException.class,
                (e, context) -> refuse(
                        context,
                        Objects.requireNonNullElse(HttpStatus.forStatus(e.getStatus()), HttpStatus.BAD_REQUEST),
                        message(e)));
        routes.exception(TooBusy.class, (e, context) -> {
            context.header(Header.RETRY_AFTER, "30");
            refuse(context, HttpStatus.SERVICE_UNAVAILABLE, message(e));
        });
        routes.exception(UserError.class, (e, context) -> refuse(context, HttpStatus.SERVICE_UNAVAILABLE, message(e)));
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("no answer for {}", context.path().replaceAll("\\p{Cntrl}", "?"), e);
            refuse(
                    context,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "This could not be answered because of a fault of ours; the log of the server says more.");
        });
    }

    static void noSuchAddress(Context context) {
        throw new NotFoundResponse("There is no page at this address.");
    }

    private void nothingYet(NothingYet nothing, Context context) {
        if (isApi(context)) {
            Json.refuse(context, HttpStatus.NOT_FOUND, message(nothing));
        } else {
            pages.empty(context, nothing.absence());
        }
    }

    private void refuse(Context context, HttpStatus status, String sentence) {
        if (isApi(context)) {
            Json.refuse(context, status, sentence);
        } else {
            pages.problem(context.status(status), title(status), sentence);
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
            case 404 -> "Not found";
            case 503 -> "Not at the moment";
            default -> "No answer";
        };
    }
}
