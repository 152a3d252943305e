/** What is paid in place of the list price: own prices of an account, and promotions for all. */
@NullMarked
package io.minutebook.billing.discounts;

import org.jspecify.annotations.NullMarked;
