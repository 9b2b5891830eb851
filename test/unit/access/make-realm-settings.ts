import type { RealmSettings } from "../../../src/access/model/realm-settings.ts";

/** The settings of a realm that keeps nothing from getting a token. */
export function makeRealmSettings(part: Partial<RealmSettings> = {}): RealmSettings {
  return {
    isEnabled: true,
    notBefore: 0,
    sslRequired: "external",
    lifespan: 300,
    sessionLifespan: 36_000,
    ...part,
  };
}
