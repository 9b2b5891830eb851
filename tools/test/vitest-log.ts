import type { Reporter, TestCase, TestModule } from "vitest/node";
import { logTest } from "./test-log.ts";

const messageOf = (errors: readonly { readonly message: string }[]) =>
  errors.map(({ message }) => message).join("\n");

/**
 * Notes vitest's tests in a log. One that was skipped, or is still to be written, has failed.
 *
 * @see [Vitest's reporters](https://vitest.dev/api/advanced/reporters)
 */
export default class VitestLog implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    const titles = [test.module.relativeModuleId, test.fullName];
    if (state === "passed") logTest({ titles, outcome: "passed" });
    else logTest({ titles, outcome: "failed", message: messageOf(errors) });
  }

  onTestModuleEnd(module: TestModule): void {
    const errors = module.errors();
    if (errors.length === 0) return;
    logTest({ titles: [module.relativeModuleId], outcome: "error", message: messageOf(errors) });
  }

  onTestRunEnd(_: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    if (errors.length === 0) return;
    logTest({ titles: ["outside of any test"], outcome: "error", message: messageOf(errors) });
  }
}
