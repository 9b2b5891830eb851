/**
 * Runs before `npm start`, `npm run build` and `npm test`: makes sure that Node is new enough and
 * that `node_modules` holds exactly what `package-lock.json` says, so that a fresh clone, or one
 * whose lock file changed by a pull, needs no other command. Plain JavaScript without dependencies,
 * as it runs before there are any.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldestNode = 20;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/**
 * Tells whether what is installed is what is locked. npm notes what it installed in
 * `node_modules/.package-lock.json`, written last: package-lock.json, "Hidden lockfiles",
 * https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles.
 *
 * @param {string} root the folder of package-lock.json
 * @returns {boolean}
 */
export function dependenciesAreInstalled(root) {
  const locked = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json"));
  if (locked === undefined || installed === undefined) {
    return false;
  }
  for (const [path, wanted] of locked) {
    const found = installed.get(path);
    if (found === undefined ? isNeededHere(wanted) : !isSame(found, wanted)) {
      return false;
    }
    if (found !== undefined && !existsSync(join(root, path))) {
      return false;
    }
  }
  return [...installed.keys()].every((path) => locked.has(path));
}

/**
 * @param {string} file a lock file of npm
 * @returns {Map<string, LockedPackage> | undefined} by path, without the project itself
 */
function packagesIn(file) {
  try {
    /** @type {{ packages?: Record<string, LockedPackage> }} */
    const lock = JSON.parse(readFileSync(file, "utf8"));
    return new Map(Object.entries(lock.packages ?? {}).filter(([path]) => path !== ""));
  } catch {
    return undefined; // not there, or half written
  }
}

/**
 * @param {LockedPackage} one
 * @param {LockedPackage} other
 */
function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity;
}

/**
 * Optional packages are programs for one system each; the one for this system is needed. Those that
 * name a C library are not judged: Node doesn't tell quickly which one it runs on.
 *
 * @param {LockedPackage} wanted
 */
function isNeededHere(wanted) {
  if (!wanted.optional) {
    return true;
  }
  const { os, cpu, libc } = wanted;
  return (
    libc === undefined &&
    os !== undefined &&
    os.includes(process.platform) &&
    (cpu === undefined || cpu.includes(process.arch))
  );
}

/**
 * Installs what is locked, with a line of progress every five seconds.
 *
 * @param {string} root
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function install(root) {
  console.log("Installing the locked dependencies (npm ci) …");
  // The npm that runs us, where there is one: it need not be in PATH, and on Windows npm is a
  // script that only a shell can start.
  const { npm_execpath: npm } = process.env;
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"];
  const child =
    npm === undefined
      ? spawn("npm", options, { cwd: root, shell: process.platform === "win32" })
      : spawn(process.execPath, [npm, ...options], { cwd: root });
  const startedAt = Date.now();
  const progress = setInterval(() => {
    console.log(`  npm at work for ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 5_000);
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  child.stderr.on("data", (data) => {
    output += data;
  });
  return new Promise((resolve) => {
    const end = (/** @type {number | null} */ code) => {
      clearInterval(progress);
      resolve({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      end(null);
    });
    child.once("close", end);
  });
}

/**
 * One sentence on why npm could not install, and what to do.
 *
 * @param {string} output what npm printed
 */
export function installationFailure(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/.test(
      output,
    )
  ) {
    return "The dependencies could not be installed because npm does not reach its registry: connect to the network (or set npm's `proxy` or `registry`), then run this again.";
  }
  const errors = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  return `The dependencies could not be installed; npm says:\n${errors.slice(0, 8).join("\n") || output.trim()}\nMend that, then run this again.`;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    console.error(
      `This needs Node.js ${oldestNode} or newer, but this is ${process.version}: install a current one (https://nodejs.org), then run this again.`,
    );
    return 1;
  }
  if (dependenciesAreInstalled(root)) {
    return 0;
  }
  const { code, output } = await install(root);
  if (code === 0) {
    return 0;
  }
  console.error(installationFailure(output));
  return 1;
}

// Run as a program, not imported by a test; the real path, as the clone may lie behind a link.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main();
}
