import type { Preset } from "../../../catalog/presets/presets.ts";
import { longestClientId } from "../../../keycloak/new-client/create-client.ts";

/** The ways in which a new client can prove who it is, the usual one first. */
export const credentialKinds = ["secret", "keyPair", "jwksUrl"] as const;

/** What a person wants of a new client. */
export interface Wish {
  readonly clientId: string;
  readonly description: string;
  readonly presets: readonly Preset[];
  readonly credential: (typeof credentialKinds)[number];
  readonly jwksUrl: string;
}

/** What the form begins with. */
export const emptyWish: Wish = {
  clientId: "",
  description: "",
  presets: [],
  credential: "secret",
  jwksUrl: "",
};

/** What is wrong with a client ID before the server is asked; undefined where nothing is. */
export function flawOfClientId(clientId: string): "blank" | "spaces" | "tooLong" | undefined {
  if (clientId.trim() === "") return "blank";
  if (clientId !== clientId.trim()) return "spaces";
  return clientId.length > longestClientId ? "tooLong" : undefined;
}

/** Whether a text is an address that Keycloak can read keys from. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
