import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTerraformFolder } from "../../../test/handover/terraform/terraform-folder.ts";
import type { TimedRun } from "../programs/run-timed.ts";
import { exportPreset } from "./export-preset.ts";
import type { ProgramWay } from "./program-way.ts";

/** Terraform or OpenTofu, with the module that `presets export` writes; `init` runs before it is measured. */
export const terraformWay: ProgramWay = {
  name: "Terraform",
  prepare: async (job) => {
    const { server, username, password } = job;
    const text = await exportPreset(job, "terraform");
    const folder = await makeTerraformFolder(
      (path) => writeFile(join(path, "service-account.tf"), text),
      {
        ...{ name: "other", consoleUrl: server, loginUrl: server, apiUrl: server },
        ...{ adminUsername: username, adminPassword: password },
      },
    );
    const run = async (...words: readonly string[]): Promise<TimedRun> => {
      const begun = performance.now();
      const done = (exitCode: number, stdout: string) => ({
        ...{ exitCode, stdout, stderr: "" },
        milliseconds: performance.now() - begun,
      });
      try {
        return done(0, await folder.run(...words, "-no-color"));
      } catch (error) {
        return done(1, error instanceof Error ? error.message : String(error));
      }
    };
    return {
      text,
      apply: () => run("apply", "-auto-approve"),
      preview: () => run("plan"),
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  },
};
