package io.minutebook.billing.refunds;

import io.minutebook.billing.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about a resource that is asked to be refunded.
 *
 * @param resource null of what nobody paid for
 * @param notes what whoever asks should know besides
 */
record RefundFile(
        Account account, RefundCase asked, @Nullable RefundedResource resource, List<String> notes) {}
