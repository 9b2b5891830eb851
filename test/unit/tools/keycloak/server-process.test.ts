import { tmpdir } from "node:os";
import { execa } from "execa";
import { describe, expect, it, vi } from "vitest";
import { startServerProcess } from "../../../../tools/keycloak/server/server-process.ts";

/** A server with a process of its own, which both ignore that their parent ends; it prints its group's number. */
const server = {
  program: "sh",
  arguments: ["-c", "echo group $$; sleep 300 & wait"],
  directory: tmpdir(),
  environment: process.env,
};

const groupIn = (log: string) => Number(/group (\d+)/.exec(log)?.[1]);

function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

const waitForGroup = (log: () => string) =>
  vi.waitFor(() => {
    const group = groupIn(log());
    expect(isRunning(group)).toBe(true);
    return group;
  }, 30_000);

describe.skipIf(process.platform === "win32")("a server's process group", () => {
  it("has ended when stopping it has ended", async () => {
    const { log, stop, exited } = startServerProcess(server);
    const group = await waitForGroup(log);
    await stop();
    expect(isRunning(group)).toBe(false);
    expect(await exited).toBeNull();
    await stop();
  });

  it("ends when the process that started it is killed", async () => {
    const module = new URL("../../../../tools/keycloak/server/server-process.ts", import.meta.url);
    const script = `
      import { startServerProcess } from ${JSON.stringify(module.href)};
      const { log } = startServerProcess(${JSON.stringify({ ...server, environment: undefined })});
      setInterval(() => process.stdout.write(log()), 100);`;
    const parent = execa("node", ["--import", "tsx", "--input-type=module", "-e", script], {
      reject: false,
    });
    let printed = "";
    parent.stdout.on("data", (chunk) => {
      printed += chunk;
    });
    const group = await waitForGroup(() => printed);
    parent.kill("SIGKILL");
    await parent;
    await vi.waitFor(() => expect(isRunning(group)).toBe(false), 30_000);
  });

  it("says in its log what could not be started", async () => {
    const { log, exited, stop } = startServerProcess({ ...server, program: "/no/such/program" });
    expect(await exited).toBeNull();
    expect(log()).toContain("ENOENT");
    await stop();
  });
});
