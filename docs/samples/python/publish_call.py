"""Publishes one usage record and ends only when Kafka has acknowledged it."""
import json
import sys

from confluent_kafka import Producer

file, kafka = sys.argv[1:]
with open(file, encoding="utf-8") as text:
    record = text.read()


def acknowledged(error, message):
    if error is not None:
        sys.exit(f"not acknowledged: {error}")
    print(f"acknowledged at {message.topic()}-{message.partition()}@{message.offset()}")


producer = Producer({"bootstrap.servers": kafka, "acks": "all", "enable.idempotence": True})
producer.produce(
    "usage-records",
    key=json.loads(record)["subject"],  # the account, so that its records keep their order
    value=record.encode("utf-8"),
    headers={"content-type": "application/cloudevents+json"},
    on_delivery=acknowledged,
)
if producer.flush(30) > 0:
    sys.exit("not acknowledged within 30 seconds")
