/** The ledger's figures as Prometheus reads them; no label ever carries an account, a record or a person. */
@NullMarked
package io.minutebook.server.metrics;

import org.jspecify.annotations.NullMarked;
