import { expect, test } from "vitest";
import { deploymentsMarkdown } from "../../../../lab/deployments/deployments-markdown.ts";

test("each story is listed with its deployment and result", () => {
  const page = deploymentsMarkdown(
    [
      { titles: ["Two | nodes", "is applied"], outcome: "passed" },
      { titles: ["Two | nodes", "is upgraded"], outcome: "failed" },
    ],
    { version: "26.7.3", day: "2026-11-25" },
  );
  expect(page).toContain(
    "| Two \\| nodes | is applied | passed |\n|  | is upgraded | **failed** |",
  );
  expect(page).toContain("on 2026-11-25: Keycloak 26.7.3");
});
