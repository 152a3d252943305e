/** Chat plans by region, their licences, trials, and the bot messages that plans include and packs add. */
@NullMarked
package io.minutebook.billing.chat;

import org.jspecify.annotations.NullMarked;
