import fc from "fast-check";
import type { CustomPreset, CustomRole } from "../../../../src/access/custom/custom-preset.ts";
import { anyText } from "../any-text.ts";

const anyRole: fc.Arbitrary<CustomRole> = fc.record(
  {
    client: anyText({ minLength: 1, maxLength: 20 }),
    role: anyText({ minLength: 1, maxLength: 20 }),
  },
  { requiredKeys: ["role"], noNullPrototype: true },
);

const anyRoles = fc.uniqueArray(anyRole, {
  minLength: 1,
  maxLength: 5,
  selector: ({ client, role }) => JSON.stringify([client ?? null, role]),
});

/** Any custom preset that may be stored, with any texts in it. */
export const anyCustomPreset: fc.Arbitrary<CustomPreset> = fc
  .record(
    {
      id: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,5}[a-z0-9])?$/),
      name: anyText({ minLength: 1, maxLength: 80 }),
      purpose: anyText({ maxLength: 300 }),
      roles: anyRoles,
      earlier: fc.array(anyRoles, { maxLength: 5 }),
    },
    { noNullPrototype: true },
  )
  .map(({ earlier, ...preset }) => ({
    ...preset,
    revision: earlier.length + 1,
    formerly: earlier.map((roles, place) => ({ revision: earlier.length - place, roles })),
  }));
