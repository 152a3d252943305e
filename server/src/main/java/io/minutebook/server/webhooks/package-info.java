/** Alerts on their way to whoever asked for them: addresses, deliveries and signatures. */
@NullMarked
package io.minutebook.server.webhooks;

import org.jspecify.annotations.NullMarked;
