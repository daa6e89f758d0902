package org.mxcensus.bucket;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/// A running S3 endpoint on loopback with one bucket. It checks signatures.
public final class S3Endpoint implements AutoCloseable {
    /// The name of the bucket.
    public static final String BUCKET = "census";

    private static final String ACCESS_KEY = "test-access-key";
    private static final String SECRET_KEY = "test-secret-key";

    private final BlobStoreContext context;
    private final S3Proxy proxy;
    private final Front front;

    private S3Endpoint(BlobStoreContext context, S3Proxy proxy, Front front) {
        this.context = context;
        this.proxy = proxy;
        this.front = front;
    }

    /// Starts one with an empty bucket.
    public static S3Endpoint start(Faults faults) {
        // Of objects in memory and not in files: a walk through files fails where one of them goes meanwhile.
        BlobStoreContext context =
                ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
        BlobStore store = context.getBlobStore();
        store.createContainerInLocation(null, BUCKET);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            proxy.start();
            return new S3Endpoint(
                    context, proxy, new Front(proxy.getPort(), path -> store.blobExists(BUCKET, key(path)), faults));
        } catch (Exception e) { // S3Proxy declares no narrower one
            throw new IllegalStateException("S3Proxy does not start", e);
        }
    }

    private static String key(String path) {
        return URLDecoder.decode(path.substring(BUCKET.length() + 2).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Where it listens.
    public URI url() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    /// The same as system properties, for this JVM.
    public static void grantToThisProcess() {
        System.setProperty("aws.accessKeyId", ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", SECRET_KEY);
        System.setProperty("aws.region", "us-east-1");
    }

    /// How many requests have failed.
    public long failed() {
        return front.failed();
    }

    @Override
    public void close() {
        try {
            front.close();
            proxy.stop();
        } catch (Exception e) { // S3Proxy declares no narrower one
            throw new IllegalStateException("S3Proxy does not stop", e);
        } finally {
            context.close();
        }
    }
}
