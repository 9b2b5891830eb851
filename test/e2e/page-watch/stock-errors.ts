import type { DeploymentName } from "../servers/deployment.ts";

/**
 * Errors that a browser prints on the console as it is shipped, without this product, found by
 * signing in and opening pages of clients on each deployment.
 */
export const stockErrors: Readonly<Record<DeploymentName, readonly RegExp[]>> = {
  // What it prints of a client that is not there.
  usual: [/^Error: Could not find the resource that you are looking for/],
  oldest: [],
  split: [],
};

/**
 * Chromium's line about the frame in which this product signs in on split hosts: its sandbox runs
 * no scripts, which is the point of it.
 */
export const blockedScript = /^Blocked script execution in /;
