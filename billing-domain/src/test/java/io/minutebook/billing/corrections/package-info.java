@NullMarked
package io.minutebook.billing.corrections;

import org.jspecify.annotations.NullMarked;
