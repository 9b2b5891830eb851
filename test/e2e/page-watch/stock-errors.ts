import type { Deployment } from "../servers/deployment.ts";

/**
 * Errors that a browser prints on the console as it is shipped, without this product, found by
 * signing in and opening pages of clients on each deployment.
 */
export const stockErrors: Readonly<Record<Deployment["name"], readonly RegExp[]>> = {
  // What it prints of a client that is not there.
  usual: [
    /^Error: Could not find the resource that you are looking for/,
    // 26.6
    /^Could not find client 404 /,
    // 26.0, to somebody without any right.
    /^zr: No realm access/,
  ],
  oldest: [],
  split: [],
  // Said on pages that came over plain http.
  other: [/^requestStorageAccess: May not be used in an insecure context/],
};

/**
 * Chromium's line about the frame in which this product signs in on split hosts: its sandbox runs
 * no scripts, which is the point of it.
 */
export const blockedScript = /^Blocked script execution in /;
