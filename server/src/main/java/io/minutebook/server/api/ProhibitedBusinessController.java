package io.minutebook.server.api;

import io.minutebook.billing.conduct.ProhibitedBusiness;
import io.minutebook.billing.conduct.ProhibitedBusinessFile;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which businesses are not served. */
@RestController
@Tag(name = ApiTag.CONDUCT)
class ProhibitedBusinessController {

    private final ProhibitedBusinesses list = new ProhibitedBusinesses(ProhibitedBusinessFile.shipped());

    @GetMapping("/api/v1/prohibited-business")
    @Operation(
            operationId = "listProhibitedBusiness",
            summary = "The businesses that are not served",
            description = "The list is whole: it has no further pages. What is not listed is decided when a number is"
                    + " applied for.")
    ProhibitedBusinesses list() {
        return list;
    }

    /** All of them, by id. */
    record ProhibitedBusinesses(List<ProhibitedBusiness> items) {}
}
