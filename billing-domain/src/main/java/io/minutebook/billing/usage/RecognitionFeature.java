package io.minutebook.billing.usage;

/** What speech recognition was used for. */
public enum RecognitionFeature {
    TRANSCRIPTION,
    IVR_NAVIGATION,
    RECORDING
}
