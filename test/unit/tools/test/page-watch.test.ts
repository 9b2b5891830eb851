import { expect, it } from "vitest";
import { isAnnounced } from "../../../e2e/page-watch/expected-response.ts";
import { findLeaks } from "../../../e2e/page-watch/find-leaks.ts";

const line = {
  text: "Failed to load resource: the server responded with a status of 403 (Forbidden)",
  url: "http://localhost:8080/admin/realms/lab/clients?first=0",
};

it("excuses the browser's line about a response that the story announced", () => {
  expect(isAnnounced(line, [{ status: 403, path: "/lab/clients" }])).toBe(true);
  expect(isAnnounced(line, [{ status: 403, path: /clients$/ }])).toBe(true);
});

it("excuses neither another status, nor another path, nor another line", () => {
  expect(isAnnounced(line, [])).toBe(false);
  expect(isAnnounced(line, [{ status: 404, path: "/lab/clients" }])).toBe(false);
  expect(isAnnounced(line, [{ status: 403, path: "/lab/users" }])).toBe(false);
  const thrown = { ...line, text: "TypeError: status of 403" };
  expect(isAnnounced(thrown, [{ status: 403, path: "/lab/clients" }])).toBe(false);
});

it("finds a plain or percent-encoded secret and names only the place", () => {
  const places = [
    { name: "the address", text: "https://app.example.org/?code=a%2Bb%3D" },
    { name: "localStorage", text: '{"token":"a+b="}' },
    { name: "the page", text: "nothing of interest" },
  ];
  expect(findLeaks(places, ["a+b="])).toEqual(["the address", "localStorage"]);
});
