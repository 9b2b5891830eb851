import { spawn } from "node:child_process";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ArchiveRequest, ArchiveSource } from "./archive-source.ts";

const reportEveryMilliseconds = 5_000;

/**
 * The distribution as Maven has it, `org.keycloak:keycloak-quarkus-dist:<version>:tar.gz`, copied by
 * the person's own `mvn` with the person's own settings (mirrors, proxies, local repository).
 *
 * Maven checks the checksums of what it downloads, strictly. It has `answerWithin` milliseconds for
 * a first sign of life.
 */
export function mavenArchive(
  options: { command?: string; answerWithin?: number } = {},
): ArchiveSource {
  const { command = "mvn", answerWithin = 5_000 } = options;
  return {
    name: "Maven",
    async take(request) {
      // An own empty folder: a pom.xml or .mvn of wherever we were started is not meant.
      const folder = `${request.target}.maven`;
      await mkdir(folder);
      try {
        await copyDependency({ command, answerWithin, folder, request });
        const [name] = (await readdir(folder)).filter((file) => file.endsWith(".tar.gz"));
        if (name === undefined) {
          throw new Error("it ended without giving an archive");
        }
        await rename(join(folder, name), request.target);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function copyDependency(options: {
  command: string;
  answerWithin: number;
  folder: string;
  request: ArchiveRequest;
}): Promise<void> {
  const { command, answerWithin, folder, request } = options;
  const child = spawn(command, mavenArguments(request.version, folder), {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32", // there it is mvn.cmd, which only a shell can start
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  const startedAt = Date.now();
  const lines: string[] = [];
  let silent = true;
  const silence = setTimeout(stop, answerWithin);
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    request.report(`  Maven at work for ${seconds} s${transferIn(lines.at(-1) ?? "")}`);
  }, reportEveryMilliseconds);
  const listen = (data: Buffer) => {
    silent = false;
    clearTimeout(silence);
    lines.push(
      ...String(data)
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== ""),
    );
    lines.splice(0, lines.length - 200);
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) {
      throw new Error(silent && code === null ? silenceOf(answerWithin) : failureIn(lines));
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw missing ? new Error(`there is no program ${command} in PATH`) : error;
  } finally {
    clearTimeout(silence);
    clearInterval(progress);
    process.removeListener("exit", stop);
  }
}

function mavenArguments(version: string, folder: string): string[] {
  return [
    "--strict-checksums",
    "--no-snapshot-updates",
    "-Dstyle.color=never",
    // A repository that a firewall swallows shall not hold Maven up: 5 s to connect.
    "-Daether.connector.connectTimeout=5000",
    "dependency:copy",
    `-Dartifact=org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`,
    `-DoutputDirectory=${folder}`,
  ];
}

function silenceOf(answerWithin: number): string {
  return `no sign of life in ${answerWithin / 1000} s`;
}

/** Maven writes "Progress (1): 12/176 MB" while it downloads. */
function transferIn(line: string): string {
  const transfer = /Progress \(\d+\): (\S+)\/(\d+ \S+)/.exec(line);
  return transfer === null ? "" : `, ${transfer[1]} of ${transfer[2]}`;
}

function failureIn(lines: readonly string[]): string {
  const error = lines.find((line) => line.startsWith("[ERROR]")) ?? lines.at(-1);
  return error?.replace("[ERROR] ", "").slice(0, 300) ?? "it failed without a word";
}
