package org.sitrep.acquire.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request and its answer, within limits of size and time. For use by one thread. */
final class Asking implements AutoCloseable {
    private final Manners manners;
    private HttpClient client;

    /**
     * An answer.
     *
     * @param whole whether the body came as long as it was promised
     */
    record Reply(int status, HttpHeaders headers, byte[] body, boolean whole) {}

    /** An answer that is larger than any page; asking again is of no use. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("the answer has more than 16 MB, which is the limit");
        }
    }

    Asking(Manners manners) {
        this.manners = manners;
        this.client = client(manners);
    }

    private static HttpClient client(Manners manners) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(manners.patience())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** @throws IOException saying in words what went wrong */
    Reply get(URI address, Fetched.Visit visit) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", manners.agent())
                .header(
                        "Accept",
                        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5")
                .header("Accept-Encoding", "gzip");
        visit.tag().ifPresent(t -> request.header("If-None-Match", t));
        visit.modified().ifPresent(m -> request.header("If-Modified-Since", m));
        AtomicReference<@Nullable Collecting> begun = new AtomicReference<>();
        CompletableFuture<HttpResponse<Body>> answer = client.sendAsync(request.build(), info -> {
            Collecting body = new Collecting(info);
            begun.set(body);
            return body;
        });
        try {
            return answer.thenApply(HttpResponse::body)
                    .exceptionallyCompose(failure -> brokenOff(begun.get(), failure))
                    .get(manners.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .reply();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the answer took longer than " + words(manners.patience()), e);
        } catch (ExecutionException | CancellationException e) {
            // The JDK's client keeps the connection open whose answer was no HTTP, until it is shut down itself.
            client.shutdownNow();
            client = client(manners);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new IOException("no answer (" + message + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * What came before an answer broke off. The client reports a connection that closes too early either to the one who
     * collects the body or, when it closes sooner than that one is told, for the whole answer; the bytes that came
     * reach the one who collects in both cases.
     */
    private static CompletionStage<Body> brokenOff(@Nullable Collecting begun, Throwable failure) {
        return begun == null ? CompletableFuture.failedStage(failure) : begun.getBody();
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record Body(HttpResponse.ResponseInfo info, byte[] bytes, boolean whole, boolean limit) {
        Reply reply() throws TooLarge {
            if (limit) throw new TooLarge();
            return new Reply(info.statusCode(), info.headers(), bytes, whole);
        }
    }

    /** Takes a body as far as it comes, at most to the limit: a server that breaks off has still sent a page. */
    private static final class Collecting implements HttpResponse.BodySubscriber<Body> {
        private final HttpResponse.ResponseInfo info;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Body> result = new CompletableFuture<>();

        private volatile Flow.@Nullable Subscription source;

        Collecting(HttpResponse.ResponseInfo info) {
            this.info = info;
        }

        @Override
        public CompletionStage<Body> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] some = new byte[Math.min(part.remaining(), Manners.ANSWER_LIMIT + 1 - bytes.size())];
                part.get(some);
                bytes.writeBytes(some);
            }
            if (bytes.size() <= Manners.ANSWER_LIMIT) return;
            Flow.Subscription open = source;
            if (open != null) open.cancel();
            result.complete(new Body(info, new byte[0], false, true));
        }

        @Override
        public void onError(Throwable problem) {
            if (bytes.size() > 0) result.complete(new Body(info, bytes.toByteArray(), false, false));
            else result.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            result.complete(new Body(info, bytes.toByteArray(), true, false));
        }
    }
}
