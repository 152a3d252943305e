# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -pl server -am -DskipTests package \
    && java -Djarmode=tools -jar server/target/minutebook-app.jar extract --destination /build/app

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --uid 10001 minutebook && install -d -o minutebook /var/lib/minutebook
COPY --from=build /build/app /opt/minutebook
USER minutebook
WORKDIR /var/lib/minutebook
VOLUME /var/lib/minutebook
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/minutebook/minutebook-app.jar"]
CMD ["up", "--data", "/var/lib/minutebook"]
