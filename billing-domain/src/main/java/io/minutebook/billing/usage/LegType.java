package io.minutebook.billing.usage;

/** What a call leg connects. */
public enum LegType {
    MAIN,
    AGENT_MOBILE,
    EXTERNAL_TRANSFER,
    AGENT_WEB,
    AGENT_SIP,
    AGENT_MINIPROGRAM,
    INTERNAL
}
