package io.minutebook.reporting.resources;

import io.minutebook.billing.ResourceId;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.chat.ChatExpired;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatTrialEnded;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatTrialEnded;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.SeatsExpired;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run of events leaves of resources: new ones, and what has changed of those that were there before. */
final class ResourceChanges {

    private final Map<ResourceId, ResourceRow> added = new LinkedHashMap<>();
    private final Map<ResourceId, ResourceChange> changed = new LinkedHashMap<>();

    Collection<ResourceRow> added() {
        return added.values();
    }

    /** Of resources that were there before this run. */
    Map<ResourceId, ResourceChange> changed() {
        return changed;
    }

    void add(SeatEvent event) {
        switch (event) {
            case PlanBought bought -> add(ResourceRow.of(bought));
            case AddOnBought bought -> add(ResourceRow.of(bought));
            case SeatTrialStarted started -> add(ResourceRow.of(started));
            case SeatsRenewed renewed ->
                change(event.resourceId(), ResourceChange.paidUntil(renewed.term().until(), renewed.renewedAt()));
            case SeatsUpgraded upgraded -> change(event.resourceId(), ResourceChange.upgraded(upgraded.product()));
            case SeatsExpiryAnnounced said ->
                change(event.resourceId(), ResourceChange.reminded(said.announcedAt(), said.validUntil(), said.daysBefore()));
            case SeatsExpired _, SeatTrialEnded _ -> change(event.resourceId(), ResourceChange.EXPIRED);
            case SeatsRefunded refunded -> {
                change(refunded.resourceId(), ResourceChange.REFUNDED);
                refunded.addOns().forEach(addOn -> change(addOn, ResourceChange.REFUNDED));
            }
        }
    }

    void add(ChatEvent event) {
        switch (event) {
            case ChatPlanBought bought -> add(ResourceRow.of(bought));
            case LicencesBought bought -> add(ResourceRow.of(bought));
            case MessagePackBought bought -> add(ResourceRow.of(bought));
            case ChatTrialStarted started -> add(ResourceRow.of(started));
            case ChatRenewed renewed ->
                change(event.resourceId(), ResourceChange.paidUntil(renewed.term().until(), renewed.renewedAt()));
            case ChatUpgraded upgraded -> change(event.resourceId(), ResourceChange.upgraded(upgraded.product()));
            case ChatExpiryAnnounced said ->
                change(event.resourceId(), ResourceChange.reminded(said.announcedAt(), said.validUntil(), said.daysBefore()));
            case ChatExpired _, ChatTrialEnded _ -> change(event.resourceId(), ResourceChange.EXPIRED);
        }
    }

    void add(NumberEvent event) {
        switch (event) {
            case NumberRented rented -> add(ResourceRow.of(rented));
            case NumberRenewed renewed ->
                change(event.resourceId(), ResourceChange.paidUntil(renewed.term().until(), renewed.renewedAt()));
            case AutoRenewalSet set -> change(event.resourceId(), ResourceChange.renewedByItself(set.autoRenew()));
            case NumberExpiryAnnounced said ->
                change(event.resourceId(), ResourceChange.reminded(said.announcedAt(), said.validUntil(), said.daysBefore()));
            case NumberLapsed _ -> {}
            case NumberExpired _ -> change(event.resourceId(), ResourceChange.EXPIRED);
            case NumberDeregistered _ -> change(event.resourceId(), ResourceChange.DEREGISTERED);
            case NumberRefunded _ -> change(event.resourceId(), ResourceChange.REFUNDED);
        }
    }

    private void add(ResourceRow row) {
        added.put(row.id(), row);
    }

    private void change(ResourceId id, ResourceChange change) {
        if (added.computeIfPresent(id, (_, row) -> row.with(change)) == null) {
            changed.merge(id, change, ResourceChange::then);
        }
    }
}
