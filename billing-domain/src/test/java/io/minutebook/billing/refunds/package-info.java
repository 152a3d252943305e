@NullMarked
package io.minutebook.billing.refunds;

import org.jspecify.annotations.NullMarked;
