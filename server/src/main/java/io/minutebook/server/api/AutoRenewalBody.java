package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a number is renewed by itself. */
record AutoRenewalBody(@Schema(requiredMode = REQUIRED) @Nullable Boolean autoRenew) {}
