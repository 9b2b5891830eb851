import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  messageTypes,
  messageTypesPath,
  readMessageTypes,
} from "../../../../tools/build/message-types.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

test("the types that are committed are those of the English texts: `npm run build` writes them", async () => {
  expect(readFileSync(`${root}${messageTypesPath}`, "utf8")).toBe(await readMessageTypes(root));
});

test("a key has its gaps, each once, and a plural pair is one key with a count", () => {
  const types = messageTypes({
    messages: new Map([
      ["loading", "Loading"],
      ["role.missing", "{{role}}: {{role}} of {{client}} is not held"],
      ["roles_one", "1 role of {{client}}"],
      ["roles_other", "{{count}} roles of {{client}}"],
    ]),
    calls: new Map([
      ["family.users", "Users"],
      ["GET/users", "List users"],
    ]),
    escalations: new Map([["escalation.read-secret", "Read a secret"]]),
  });
  expect(types).toContain('  readonly "loading": never;\n');
  expect(types).toContain('  readonly "role.missing": "role" | "client";\n');
  expect(types).toContain('  readonly "roles": "count" | "client";\n');
  expect(types).toContain('export type FamilyKey =\n  | "family.users";\n');
  expect(types).toContain('export type EscalationKey =\n  | "escalation.read-secret";\n');
});
