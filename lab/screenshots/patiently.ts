import { expect } from "@playwright/test";

/** How long a condition is waited for, in milliseconds: a server that has just started takes its time. */
export const patience = 180_000;

/** Playwright's `expect` for programs that no test runner gives its patience. */
export const patiently = expect.configure({ timeout: patience });
