package io.minutebook.server.api;

import io.minutebook.ingest.record.PublishedContract;
import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of usage records for producers to fetch, without a key. */
@RestController
@RequestMapping("/api")
class ContractController {

    @GetMapping("/schemas/{name}.json")
    ResponseEntity<byte[]> schema(@PathVariable String name) {
        var schema = PublishedContract.schema(name).orElseThrow(() -> unknown(PublishedContract.SCHEMAS));
        return file(schema, "application/schema+json");
    }

    @GetMapping("/samples/{name}.json")
    ResponseEntity<byte[]> sample(@PathVariable String name) {
        var sample = PublishedContract.sample(name).orElseThrow(() -> unknown(PublishedContract.SAMPLES));
        return file(sample, "application/cloudevents+json");
    }

    private static Rejected unknown(List<String> known) {
        return new Rejected(ProblemCode.NOT_FOUND, "Ask for one of " + String.join(", ", known) + ".");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String mediaType) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType)).body(content);
    }
}
