/** Money back: what a refund comes to, what stands against it, and how it is carried out. */
@NullMarked
package io.minutebook.billing.refunds;

import org.jspecify.annotations.NullMarked;
