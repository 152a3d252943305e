package io.minutebook.server.api;

import org.jspecify.annotations.Nullable;

/** How many terms more, of a number and of chat how many months; one when left out. */
record RenewalBody(@Nullable Long periods) {}
