/** Orders: priced, paid and delivered in one transaction. */
@NullMarked
package io.minutebook.billing.orders;

import org.jspecify.annotations.NullMarked;
