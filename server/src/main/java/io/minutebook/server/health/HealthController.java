package io.minutebook.server.health;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Health checks for whoever runs the process; open to everybody, so they tell no more than what is missing.
 */
@RestController
class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/health/live")
    Health live() {
        return Health.of(List.of());
    }

    @GetMapping("/health/ready")
    ResponseEntity<Health> ready() {
        var missing = readiness.missing();
        return ResponseEntity.status(missing.isEmpty() ? 200 : 503).body(Health.of(missing));
    }

    /** UP, or DOWN with what is missing. */
    record Health(String status, List<String> missing) {

        static Health of(List<String> missing) {
            return new Health(missing.isEmpty() ? "UP" : "DOWN", missing);
        }
    }
}
