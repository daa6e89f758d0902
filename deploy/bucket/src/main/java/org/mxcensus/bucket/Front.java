package org.mxcensus.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Stands before the storage: takes one request a connection, passes it on, and lets it fail where it is to.
final class Front implements AutoCloseable {
    private final ServerSocket listener;
    private final int storage;
    private final Predicate<String> exists;
    private final Faults faults;
    private final Map<String, Lock> objects = new ConcurrentHashMap<>();
    private final AtomicLong failed = new AtomicLong();

    /// @param storage the port behind
    /// @param exists whether there is an object at a path
    Front(int storage, Predicate<String> exists, Faults faults) throws IOException {
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.storage = storage;
        this.exists = exists;
        this.faults = faults;
        Thread.ofPlatform().daemon().name("front of the bucket").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    long failed() {
        return failed.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = Request.read(client.getInputStream());
            if (request.awaitsContinue()) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            byte[] body = client.getInputStream().readNBytes(request.bodyLength());
            answer(request, body, client.getOutputStream());
        } catch (IOException e) {
            // One of the two sides has hung up; the other is told by the end of its connection.
        }
    }

    private void answer(Request request, byte[] body, OutputStream client) throws IOException {
        switch (fate()) {
            case NONE -> client.write(done(request, body));
            case INTERNAL_ERROR -> error(client, "500 Internal Server Error", "InternalError");
            case SLOW_DOWN -> error(client, "503 Service Unavailable", "SlowDown");
            case HALF_UPLOAD ->
                begun(request, Arrays.copyOf(body, body.length / 2)).close();
            case LOST_ANSWER -> done(request, body);
            case HALF_ANSWER -> {
                byte[] answer = done(request, body);
                client.write(answer, 0, answer.length / 2);
            }
        }
    }

    private Fault fate() {
        synchronized (faults) {
            Fault fate = faults.next();
            if (fate != Fault.NONE) {
                failed.incrementAndGet();
            }
            return fate;
        }
    }

    private static void error(OutputStream client, String status, String code) throws IOException {
        client.write(error(status, code));
    }

    private static byte[] error(String status, String code) {
        String xml = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code);
        return "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, xml.length(), xml)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// One at a time for each object, as storage that keeps conditional writes does it.
    private byte[] done(Request request, byte[] body) throws IOException {
        Lock object = objects.computeIfAbsent(request.path(), _ -> new ReentrantLock());
        object.lock();
        try {
            if (request.isConditionalPut() && exists.test(request.path())) {
                return error("412 Precondition Failed", "PreconditionFailed");
            }
            try (Socket behind = begun(request, body);
                    InputStream answer = behind.getInputStream()) {
                return answer.readAllBytes();
            }
        } finally {
            object.unlock();
        }
    }

    /// Passes on a request or its beginning. Close the connection.
    private Socket begun(Request request, byte[] body) throws IOException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), storage);
        behind.getOutputStream().write(request.forwarded());
        behind.getOutputStream().write(body);
        return behind;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
