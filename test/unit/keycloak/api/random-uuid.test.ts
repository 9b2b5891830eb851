import { expect, test } from "vitest";
import { randomUuid } from "../../../../src/keycloak/api/random-uuid.ts";

test("a UUID has the form of version 4 and comes only once", () => {
  const made = Array.from({ length: 500 }, randomUuid);
  for (const uuid of made) {
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(made).size).toBe(made.length);
});

test("every digit that is not fixed takes every value", () => {
  const seen = Array.from({ length: 36 }, () => new Set<string>());
  for (let made = 0; made < 500; made += 1) {
    [...randomUuid()].forEach((digit, place) => {
      seen[place]?.add(digit);
    });
  }
  // Dashes, the version, and the variant with its two free bits.
  const counts = seen.map(({ size }) => size);
  const expected = [..."xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx"].map((sign) =>
    sign === "x" ? 16 : sign === "y" ? 4 : 1,
  );
  expect(counts).toEqual(expected);
});
