import fc from "fast-check";
import type { Handover } from "../../../src/formats/handover.ts";

/** Names of just those characters that some format gives a meaning to. */
export const anyName = fc.string({
  unit: fc.constantFrom(
    ..."abZ09 -_.,;:'\"`$\\{}[]()<>|&!?*#%@=~^/\n\r\t",
    "${",
    "%{",
    "{{",
    "{%",
    "$(",
    "ä",
    "\u{1f600}",
    "\u2028",
  ),
  minLength: 1,
  maxLength: 12,
});

/** Roles to be handed over, with names that may be anything. */
export const anyHandover: fc.Arbitrary<Handover> = fc.record({
  serverUrl: fc.constant("https://kc.example.org/auth"),
  realm: anyName,
  clientId: anyName,
  adminClientId: fc.constantFrom("realm-management", "it's-realm"),
  adminRoles: fc.uniqueArray(fc.oneof(anyName, fc.constant("view-users")), {
    minLength: 1,
    maxLength: 3,
  }),
  realmRoles: fc.uniqueArray(fc.constantFrom("create-realm", "admin"), { maxLength: 2 }),
  isScoped: fc.boolean(),
});

/** What most presets are handed over as. */
export const userLookup: Handover = {
  serverUrl: "https://kc.example.org",
  realm: "demo",
  clientId: "Billing",
  adminClientId: "realm-management",
  adminRoles: ["query-users", "view-users"],
  realmRoles: [],
  isScoped: true,
};
