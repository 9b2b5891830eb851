import { writeFile } from "node:fs/promises";
import { runTimed } from "../programs/run-timed.ts";
import { exportPreset } from "./export-preset.ts";
import { failureCodes, type ProgramWay } from "./program-way.ts";

/** Ansible, with the playbook that `presets export` writes. */
export const ansibleWay = (ansiblePlaybook: string): ProgramWay => ({
  name: "Ansible",
  prepare: async (job) => {
    const { folder, username, password, signal } = job;
    const text = await exportPreset(job, "ansible");
    await writeFile(`${folder}/service-account.yml`, text);
    const run = (...words: readonly string[]) =>
      runTimed(ansiblePlaybook, [...words, "service-account.yml"], {
        ...{ cwd: folder, expected: failureCodes, signal },
        variables: {
          ...{ KEYCLOAK_ADMIN: username, KEYCLOAK_ADMIN_PASSWORD: password },
          ANSIBLE_HOME: folder,
        },
      });
    return {
      text,
      apply: () => run(),
      preview: () => run("--check", "--diff"),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});
