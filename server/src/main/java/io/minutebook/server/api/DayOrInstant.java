package io.minutebook.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An instant that may be written as a day, which stands for the midnight in Asia/Shanghai with which it begins. */
@Schema(type = "string")
record DayOrInstant(Instant instant) {}
