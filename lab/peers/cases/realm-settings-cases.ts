import type { CaseRealm } from "./case-realm.ts";
import type { PeerCase } from "./peer-case.ts";

/** A realm as it ought to be. */
const plain: CaseRealm = {
  ...{ realm: "peers-realm-plain", enabled: true, sslRequired: "external" },
  ...{ registrationAllowed: false, verifyEmail: true, bruteForceProtected: true },
  ...{ revokeRefreshToken: true, refreshTokenMaxReuse: 0, accessTokenLifespan: 300 },
  ...{ offlineSessionMaxLifespanEnabled: true, passwordPolicy: "length(12)" },
};

const changes: Readonly<Record<string, { what: string; change: Partial<CaseRealm> }>> = {
  registration: { what: "anyone may register", change: { registrationAllowed: true } },
  email: { what: "email addresses aren't verified", change: { verifyEmail: false } },
  guessing: { what: "no brute force protection", change: { bruteForceProtected: false } },
  password: { what: "no password policy", change: { passwordPolicy: "" } },
  hashing: {
    what: "too few iterations for password hashes",
    change: { passwordPolicy: "hashAlgorithm(pbkdf2-sha512) and hashIterations(1000)" },
  },
  reuse: { what: "refresh tokens aren't revoked after use", change: { revokeRefreshToken: false } },
  "long-tokens": {
    what: "access tokens valid for an hour",
    change: { accessTokenLifespan: 3_600 },
  },
  "no-tls": { what: "HTTPS isn't required", change: { sslRequired: "none" } },
};

const nameOf = (id: string) => `peers-realm-${id}`;

export const realmSettingsCases: readonly PeerCase[] = Object.entries(changes).map(
  ([id, { what }]) => ({
    ...{ id: nameOf(id), topic: "settings", what },
    subjects: [{ realm: nameOf(id), kind: "realm", name: nameOf(id) }],
    twin: { realm: plain.realm, kind: "realm", name: plain.realm },
  }),
);

export const settingsRealms: readonly CaseRealm[] = [
  plain,
  ...Object.entries(changes).map(([id, { change }]) => ({
    ...{ ...plain, ...change, realm: nameOf(id) },
  })),
];
