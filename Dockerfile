# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -pl server -am -Dmaven.test.skip=true package \
    && ops/image/assemble.sh "$JAVA_HOME" server/target/minutebook-app.jar /opt/minutebook

FROM ubuntu:24.04
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Minutebook" \
    org.opencontainers.image.description="An event-sourced usage metering and billing ledger for cloud contact centres" \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="$VERSION" \
    org.opencontainers.image.revision="$REVISION"
COPY --from=build /opt/minutebook /opt/minutebook
# a ledger gets ready on this runtime or there is no image; PostgreSQL wants no root, what is learnt no other owner
RUN useradd --system --create-home --uid 10001 minutebook \
    && install -d -o minutebook /var/lib/minutebook /tmp/learn \
    && setpriv --reuid=10001 --clear-groups env HOME=/tmp/learn XDG_CACHE_HOME=/tmp/learn TMPDIR=/tmp/learn \
        /opt/minutebook/learn.sh /opt/minutebook/java/bin/java /opt/minutebook/app/minutebook-app.jar \
        /tmp/learn/minutebook.aot \
    && install -m 0644 /tmp/learn/minutebook.aot /opt/minutebook/minutebook.aot \
    && rm -rf /tmp/learn
USER 10001
WORKDIR /var/lib/minutebook
VOLUME /var/lib/minutebook
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m --retries=3 CMD ["/opt/minutebook/healthy.sh"]
ENTRYPOINT ["/opt/minutebook/java/bin/java", "@/opt/minutebook/java.options", "-XX:MaxRAMPercentage=70", \
    "-XX:AOTCache=/opt/minutebook/minutebook.aot", "-jar", "/opt/minutebook/app/minutebook-app.jar"]
CMD ["up", "--data", "/var/lib/minutebook"]
