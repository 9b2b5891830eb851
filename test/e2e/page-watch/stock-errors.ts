import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import type { Deployment } from "../servers/deployment.ts";
import { testedVersion } from "../servers/tested-version.ts";

/** What some versions print beside that. */
const ofVersion: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ["26.6", [/^Could not find client 404 /]],
  // To somebody without any right.
  ["26.0", [/^zr: No realm access/]],
]);

/** Seen once on the login page of a server that had just started: it answered for a style of its own without one. */
const missingStyle =
  /^Refused to apply style from '[^']*\/resources\/[^/']+\/common\/keycloak\/vendor\//;

/**
 * Errors that a browser prints on the console as it is shipped, without this product, found by
 * signing in and opening pages of clients on each deployment.
 */
export const stockErrors: Readonly<Record<Deployment["name"], readonly RegExp[]>> = {
  // What it prints of a client that is not there.
  usual: [
    missingStyle,
    /^Error: Could not find the resource that you are looking for/,
    ...(ofVersion.get(minorOf(testedVersion)) ?? []),
  ],
  oldest: [missingStyle],
  split: [missingStyle],
  // Said on pages that came over plain http.
  other: [missingStyle, /^requestStorageAccess: May not be used in an insecure context/],
};

/**
 * Chromium's line about the frame in which this product signs in on split hosts: its sandbox runs
 * no scripts, which is the point of it.
 */
export const blockedScript = /^Blocked script execution in /;

/** Chromium's line about that frame where the login leads on to an identity provider, as one story lets it. */
export const blockedFrame = /^Framing 'https:\/\/provider\.example\.org\/' violates /;
