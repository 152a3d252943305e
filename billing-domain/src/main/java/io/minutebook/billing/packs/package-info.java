/** Pools of packs, of minutes by meter and of bot messages by application: granted, drawn, given back, expired. */
@NullMarked
package io.minutebook.billing.packs;

import org.jspecify.annotations.NullMarked;
