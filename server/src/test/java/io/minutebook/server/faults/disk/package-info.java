/** What becomes of a ledger when the power fails or a disk is full, tried on file systems made for it. */
@NullMarked
package io.minutebook.server.faults.disk;

import org.jspecify.annotations.NullMarked;
