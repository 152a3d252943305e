package io.minutebook.server.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Measures each command by its name, whoever sent it. */
public record WatchedCommands(ObservationRegistry observations)
        implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        var command = unit.getMessage().getPayloadType().getSimpleName();
        return Observation.createNotStarted("minutebook.command", observations)
                .contextualName(command)
                .lowCardinalityKeyValue("command", command)
                .observeChecked(chain::proceed);
    }
}
