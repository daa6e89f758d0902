package org.mxcensus.datasets.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The requests that a store makes of its bucket. Every failure is a sentence.
///
/// @param location below which all names are
record Bucket(S3Client client, S3Location location) {
    /// Metadata of each object: the digest of its bytes, in hex.
    private static final String SHA256 = "sha256";
    /// Metadata of each object: which attempt to publish made it.
    private static final String PUBLICATION = "publication";

    /// As the SDK begins to say it.
    private static final String BROKEN_OFF = "Unable to unmarshall response";

    private static final int ATTEMPTS = 8;

    private static final int PRECONDITION_FAILED = 412;
    /// Somebody else is putting the same object at this moment.
    private static final int CONFLICT = 409;

    /// What came with an object's bytes.
    ///
    /// @param sha256 what they were when they were put; empty where another program has put them
    record Fetched(Sighting sighting, Optional<String> sha256) {}

    /// Puts an object, whatever is there.
    void put(Path file, String name) {
        ask(() -> client.putObject(request(file, name).build(), RequestBody.fromFile(file)));
    }

    /// Puts an object where there is none.
    ///
    /// @return whether the object is now this file
    boolean putFirst(Path file, String name) {
        String publication = UUID.randomUUID().toString();
        PutObjectRequest request = request(file, name)
                .ifNoneMatch("*")
                .metadata(Map.of(SHA256, Checksums.sha256(file), PUBLICATION, publication))
                .build();
        return ask(() -> {
            while (true) {
                try {
                    client.putObject(request, RequestBody.fromFile(file));
                    return true;
                } catch (S3Exception e) {
                    if (e.statusCode() == PRECONDITION_FAILED) {
                        // It may be our own, put by an attempt of which the answer was lost.
                        return publication.equals(found(name).metadata().get(PUBLICATION));
                    } else if (e.statusCode() != CONFLICT) {
                        throw e;
                    }
                }
            }
        });
    }

    private HeadObjectResponse found(String name) {
        return client.headObject(head -> head.bucket(location.bucket()).key(location.key(name)));
    }

    private PutObjectRequest.Builder request(Path file, String name) {
        return PutObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key(name))
                .contentType("application/octet-stream")
                // The storage takes no bytes but these.
                .contentMD5(Checksums.md5(file))
                .metadata(Map.of(SHA256, Checksums.sha256(file)));
    }

    /// Looks at an object; empty where there is none.
    Optional<Sighting> look(String name) {
        return ask(() -> {
            try {
                HeadObjectResponse found = found(name);
                return Optional.of(sighting(found.eTag(), found.lastModified()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /// Fetches an object into a new local file; empty where there is none.
    Optional<Fetched> fetch(String name, Path file) {
        return ask(() -> {
            try {
                Files.deleteIfExists(file);
                GetObjectResponse got = client.getObject(
                        get -> get.bucket(location.bucket()).key(location.key(name)), ResponseTransformer.toFile(file));
                if (whole(got.contentLength()) != Files.size(file)) {
                    throw SdkClientException.create(BROKEN_OFF + ": its body broke off");
                }
                return Optional.of(new Fetched(
                        sighting(got.eTag(), got.lastModified()),
                        Optional.ofNullable(got.metadata().get(SHA256))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UserError(
                        "Cannot write %s (%s); free space, or name another directory with --cache."
                                .formatted(file, e.getMessage()),
                        e);
            }
        });
    }

    private static Sighting sighting(@Nullable String etag, @Nullable Instant modified) {
        return new Sighting(whole(etag), whole(modified));
    }

    /// The objects below a folder of the location, by name.
    ///
    /// @param folder empty for all; else with `/` at its end
    SortedMap<String, Sighting> list(String folder) {
        return ask(() -> {
            SortedMap<String, Sighting> found = new TreeMap<>();
            ListObjectsV2Request request = ListObjectsV2Request.builder()
                    .bucket(location.bucket())
                    .prefix(location.prefix() + folder)
                    .build();
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(request)) {
                whole(page.name());
                page.contents()
                        .forEach(object ->
                                found.put(location.name(object.key()), sighting(object.eTag(), object.lastModified())));
            }
            return found;
        });
    }

    /// Whether there is anything at all.
    boolean isEmpty() {
        return ask(() -> {
            ListObjectsV2Response page = client.listObjectsV2(list ->
                    list.bucket(location.bucket()).prefix(location.prefix()).maxKeys(1));
            whole(page.name());
            return page.contents().isEmpty();
        });
    }

    void delete(String name) {
        ask(() -> client.deleteObject(object -> object.bucket(location.bucket()).key(location.key(name))));
    }

    /// @throws UserError where the storage does not do as asked
    private <T> T ask(Supplier<T> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (SdkException e) {
                if (!brokeOff(e) || attempt == ATTEMPTS) {
                    throw new Failures(location).of(e);
                }
            } catch (UncheckedIOException e) {
                // So the SDK tells of a list that broke off.
                if (attempt == ATTEMPTS) {
                    throw new Failures(location).of(SdkClientException.create(BROKEN_OFF, e));
                }
            }
        }
    }

    /// Java's HTTP client takes a head that breaks off for a whole one; what must stand in it may be missing then.
    private static <T> T whole(@Nullable T part) {
        if (part == null) {
            throw SdkClientException.create(BROKEN_OFF + ": its head broke off");
        }
        return part;
    }

    private static boolean brokeOff(SdkException e) {
        return e instanceof SdkClientException
                && (Objects.requireNonNullElse(e.getMessage(), "").startsWith(BROKEN_OFF) || isHalfAnAnswer(e));
    }

    /// An answer that is no XML: it ended before its end, which Java's HTTP client does not always notice.
    private static boolean isHalfAnAnswer(SdkException e) {
        return Stream.<@Nullable Throwable>iterate(
                        e,
                        Objects::nonNull,
                        cause -> Objects.requireNonNull(cause).getCause())
                .anyMatch(XMLStreamException.class::isInstance);
    }
}
