import { expect, test } from "vitest";
import packageJson from "../../../../package.json" with { type: "json" };
import { listEntry } from "../../../../tools/release/list-entry.ts";
import { repository } from "./any-release.ts";

const entry: Readonly<Record<string, string>> = JSON.parse(listEntry(packageJson, repository));

test("the entry of Keycloak's list has exactly the three fields of entries there", () => {
  expect(Object.keys(entry)).toEqual(["name", "description", "website"]);
});

test("its description is that of package.json, in one sentence", () => {
  expect(entry["description"]).toBe(packageJson.description);
  expect(entry["description"]).toMatch(/^[A-Z][^.!?]*\.$/);
});

test("its website is the repository on GitHub", () => {
  expect(new URL(entry["website"] ?? "").href).toBe("https://github.com/Some-Owner/some_repo.js");
});
