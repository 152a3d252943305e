import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes one usage record and ends only when Kafka has acknowledged it. */
public class PublishCall {

    private static final byte[] STRUCTURED = "application/cloudevents+json".getBytes(StandardCharsets.UTF_8);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\"\\s*:\\s*\"([0-9]+)\"");

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) throw new IllegalArgumentException("say which FILE, and HOST:PORT of Kafka");
        var record = Files.readString(Path.of(arguments[0]));
        var kafka = arguments[1];
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all", // what was acknowledged is not lost
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true); // and keeps its order
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>("usage-records", accountOf(record), record);
            message.headers().add("content-type", STRUCTURED);
            var place = producer.send(message).get(); // fails if it was not acknowledged
            System.out.println("acknowledged at " + place);
        }
    }

    /** The key is the account, so that the account's records keep their order. */
    private static String accountOf(String record) {
        var subject = SUBJECT.matcher(record);
        if (!subject.find()) throw new IllegalArgumentException("the record has no subject");
        return subject.group(1);
    }
}
