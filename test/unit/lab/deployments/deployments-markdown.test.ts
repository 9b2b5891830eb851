import { expect, test } from "vitest";
import { deploymentsMarkdown } from "../../../../lab/deployments/deployments-markdown.ts";

test("each story stands beside its deployment, with what came of it", () => {
  const spec = (title: string, ok: boolean) => ({ title, ok });
  const report = {
    suites: [
      {
        title: "cluster.spec.ts",
        suites: [
          { title: "Two | nodes", specs: [spec("is applied", true), spec("is upgraded", false)] },
        ],
      },
      { title: "empty.spec.ts" },
    ],
  };
  const page = deploymentsMarkdown(report, { version: "26.7.3", day: "2026-11-25" });
  expect(page).toContain(
    "| Two \\| nodes | is applied | passed |\n|  | is upgraded | **failed** |",
  );
  expect(page).toContain("on 2026-11-25: Keycloak 26.7.3");
});
