import { expect, test } from "vitest";
import { ownershipIn } from "../../../../src/access/ownership/ownership.ts";

test("whose a client is stands in its attributes, and an empty attribute says nothing", () => {
  const attributes = new Map([
    ["owner", "Team Billing"],
    ["purpose", ""],
    ["review-date", "soon"],
    ["reviewed-by", "anna"],
    ["access.token.lifespan", "60"],
  ]);
  expect(ownershipIn(attributes)).toEqual({
    owner: "Team Billing",
    purpose: undefined,
    reviewDate: "soon",
    reviewedBy: "anna",
    reviewedAt: undefined,
  });
});
