import { expect, test } from "vitest";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { loadKnowledge } from "../../../../src/panel/context/load-knowledge.ts";

const listUsers = { method: "GET", path: "/users" } as const;

test("calls are named in the person's language, and in English where that has no name", async () => {
  const own = { [callKey(listUsers)]: "Benutzer auflisten" };
  const { nameOf } = await loadKnowledge(undefined, new Set(), async () => own);
  expect(nameOf(listUsers)).toBe("Benutzer auflisten");
  expect(nameOf({ method: "GET", path: "/events" })).toContain("events");
});

test("where the language can't be loaded, everything is named in English", async () => {
  const broken = () => Promise.reject(new Error("The script is gone."));
  const { nameOf, familyName } = await loadKnowledge(undefined, new Set(), broken);
  expect(nameOf(listUsers)).toBe("List or search users");
  expect(familyName("users")).toBe("Users");
});

test("what has no name is called by what it is", async () => {
  const { nameOf, describeEscalation } = await loadKnowledge(
    undefined,
    new Set(),
    async () => ({}),
  );
  expect(nameOf({ method: "GET", path: "/new" })).toBe("GET /new");
  expect(describeEscalation({ id: "new" })).toBe("new");
});
