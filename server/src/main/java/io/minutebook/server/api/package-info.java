/**
 * The HTTP API, version 1: requests are understood, handed to the ledger, and answered in the API's own
 * shapes.
 */
@NullMarked
package io.minutebook.server.api;

import org.jspecify.annotations.NullMarked;
