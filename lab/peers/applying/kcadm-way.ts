import { join } from "node:path";
import { runTimed } from "../programs/run-timed.ts";
import { failureCodes, type ProgramWay } from "./program-way.ts";

/** The admin CLI of the server in `home`; it is signed in once, before it is measured. */
export const kcadmWay = (home: string): ProgramWay => ({
  name: "kcadm.sh",
  prepare: async ({ realm, clientId, server, username, password, folder, edit, signal }) => {
    const kcadm = join(home, "bin", "kcadm.sh");
    const config = ["--config", join(folder, "kcadm.config")];
    await runTimed(
      kcadm,
      [
        ...["config", "credentials", "--server", server, "--realm", "master"],
        ...["--user", username, "--password", password, ...config],
      ],
      { signal },
    );
    const text = edit(
      `add-roles -r ${realm} --uusername service-account-${clientId} --cclientid realm-management --rolename query-users --rolename view-users`,
    );
    return {
      text,
      apply: () =>
        runTimed(kcadm, [...text.split(" "), ...config], { expected: failureCodes, signal }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});
