package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.files.MonthFile;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.months.MonthStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * A final file, whole or a range of its bytes as in RFC 9110. Its digest is its strong entity tag, so that a download
 * that broke goes on with If-Range; of several ranges asked for at once the whole is answered.
 */
final class FileDownload {

    private final MonthFiles files;
    private final BillingMonth month;
    private final MonthFile file;

    FileDownload(MonthFiles files, BillingMonth month, MonthFile file) {
        this.files = files;
        this.month = month;
        this.file = file;
    }

    private record Stretch(long from, long until) {}

    void answer(String fileName, HttpServletRequest request, HttpServletResponse response) {
        CsvDownload.head(response, fileName, MonthStatus.FINAL);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag());
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            response.setContentLengthLong(file.bytes());
            return;
        }
        var ranges = rangesAsked(request);
        if (ranges == null || ranges.size() != 1) send(new Stretch(0, file.bytes()), response);
        else sendPart(ranges.getFirst(), response);
    }

    private String tag() {
        return "\"" + file.sha256() + "\"";
    }

    private boolean isKnown(@Nullable String tags) {
        return tags != null && (tags.equals("*") || tags.contains(tag()));
    }

    /** Null where the whole is asked for, also by a range that cannot be read or of another file. */
    private @Nullable List<HttpRange> rangesAsked(HttpServletRequest request) {
        var range = request.getHeader(HttpHeaders.RANGE);
        var ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        boolean isOfAnother = ifRange != null && !ifRange.equals(tag());
        if (range == null || isOfAnother) return null;
        try {
            return HttpRange.parseRanges(range);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private void sendPart(HttpRange range, HttpServletResponse response) {
        var stretch = stretchOf(range);
        if (stretch == null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
                HttpHeaders.CONTENT_RANGE,
                "bytes " + stretch.from() + "-" + (stretch.until() - 1) + "/" + file.bytes());
        send(stretch, response);
    }

    /** Null where the file has no such bytes. */
    private @Nullable Stretch stretchOf(HttpRange range) {
        try {
            long from = range.getRangeStart(file.bytes());
            long until = range.getRangeEnd(file.bytes()) + 1;
            return from < file.bytes() && from < until ? new Stretch(from, until) : null;
        } catch (IllegalArgumentException beyond) {
            return null;
        }
    }

    private void send(Stretch stretch, HttpServletResponse response) {
        response.setContentLengthLong(stretch.until() - stretch.from());
        try {
            files.write(month, file, stretch.from(), stretch.until(), response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (IllegalStateException damaged) {
            if (!response.isCommitted()) response.reset(); // what says so has another length
            throw damaged;
        }
    }
}
