import fc from "fast-check";
import { anyText } from "../any-text.ts";

/** A field that is mostly right. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.jsonValue() });

const someRoles = fc.array(
  mostly(
    fc.record(
      { client: mostly(fc.constantFrom("a", "b")), role: mostly(fc.constantFrom("a", "b", "c")) },
      { requiredKeys: ["role"] },
    ),
  ),
  { maxLength: 3 },
);

/** Documents that are near to a preset: each field is right, wrong or missing. */
export const nearlyPresets = fc.record(
  {
    id: mostly(fc.constant("billing-sync")),
    name: mostly(anyText({ maxLength: 90 })),
    purpose: mostly(anyText({ maxLength: 310 })),
    roles: mostly(someRoles),
    revision: mostly(fc.integer({ min: 0, max: 9 })),
    formerly: mostly(
      fc.array(fc.record({ revision: fc.integer({ min: 0, max: 4 }), roles: someRoles }), {
        maxLength: 2,
      }),
    ),
  },
  { requiredKeys: ["id", "name", "roles"] },
);
