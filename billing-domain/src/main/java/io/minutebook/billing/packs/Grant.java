package io.minutebook.billing.packs;

/** Something to put into a pool. */
public sealed interface Grant permits GrantPack, GrantMessages {

    /** The name of the pool's stream. */
    String pool();
}
