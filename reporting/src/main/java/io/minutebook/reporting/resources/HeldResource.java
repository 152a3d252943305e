package io.minutebook.reporting.resources;

/** A resource with what it is, which never changes. */
public record HeldResource(ResourcePart part, ResourceView view) {}
