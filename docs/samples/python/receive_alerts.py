"""Takes alerts, trusts none that is not signed with the webhook's secret, and counts each one once."""
import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, secret = sys.argv[1:]
key = base64.b64decode(secret.removeprefix("whsec_"))
seen = set()  # keep it in a database: an alert may come again, days later


def is_genuine(headers, body):
    if abs(time.time() - int(headers.get("webhook-timestamp", "0"))) > 300:
        return False
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    ours = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    return any(
        hmac.compare_digest(signature, "v1," + ours)
        for signature in headers.get("webhook-signature", "").split()
    )


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        genuine = is_genuine(self.headers, body)
        if genuine and self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            print(json.loads(body)["type"], json.loads(body)["data"]["message"], flush=True)
        self.send_response(204 if genuine else 401)
        self.end_headers()


ThreadingHTTPServer(("127.0.0.1", int(port)), Receiver).serve_forever()
