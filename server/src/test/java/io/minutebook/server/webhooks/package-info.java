@NullMarked
package io.minutebook.server.webhooks;

import org.jspecify.annotations.NullMarked;
