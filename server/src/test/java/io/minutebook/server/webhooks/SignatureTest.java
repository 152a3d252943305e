package io.minutebook.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** From the specification of Standard Webhooks. */
    @Test
    void signsAsThePublishedExampleDoes() {
        var secret = new Secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = Signature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330L), "{\"test\": 2432232314}", secret);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSealedSecretIsReadUnderTheSameNumberKeyOnly() {
        var secret = Secret.next();
        var sealed = new SecretBox(key('a')).seal(secret);

        assertThat(new SecretBox(key('a')).open(sealed)).isEqualTo(secret);
        assertThat(sealed).doesNotContain(secret.base64());
        assertThatThrownBy(() -> new SecretBox(key('b')).open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        var secret = Secret.next();
        var box = new SecretBox(key('a'));
        assertThat(box.seal(secret)).isNotEqualTo(box.seal(secret));
    }

    private static byte[] key(char letter) {
        return Character.toString(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
    }
}
