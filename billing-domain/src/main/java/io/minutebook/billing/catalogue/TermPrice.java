package io.minutebook.billing.catalogue;

import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;

/** The price of one piece for one month or one year, and how many of them are paid for at once. */
public record TermPrice(Term term, UnitPrice price, Periods periods) {}
