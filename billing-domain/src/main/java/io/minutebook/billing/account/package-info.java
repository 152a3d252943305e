/** An account, its funds by kind and its vouchers. */
@NullMarked
package io.minutebook.billing.account;

import org.jspecify.annotations.NullMarked;
