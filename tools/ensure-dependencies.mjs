/**
 * Runs before the commands of package.json: makes sure that Node is new enough and that `node_modules` holds what
 * `package-lock.json` says, so that a fresh clone, or one whose lock file changed by a pull, needs no other
 * command. Plain JavaScript without dependencies, as it runs before there are any.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldestNode = 20;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What a lock file of npm holds, without the project itself. npm notes what it installed in
 * `node_modules/.package-lock.json`: package-lock.json, "Hidden lockfiles",
 * https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles.
 *
 * @param {string} file
 * @returns {Map<string, { integrity?: string, optional?: boolean }>} packages by path; none where there is no such file
 */
function packagesIn(file) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  return new Map(Object.entries(JSON.parse(text).packages ?? {}).filter(([path]) => path !== ""));
}

/** Tells whether what is installed is what is locked. Optional packages are for one system each. */
function dependenciesAreInstalled() {
  const locked = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json"));
  const isThere = (/** @type {string} */ path) =>
    installed.get(path)?.integrity === locked.get(path)?.integrity && existsSync(join(root, path));
  return (
    [...installed.keys()].every((path) => locked.has(path)) &&
    [...locked].every(([path, { optional }]) =>
      optional && !installed.has(path) ? true : isThere(path),
    )
  );
}

/**
 * Installs what is locked, with a line of progress every five seconds.
 *
 * @returns {Promise<boolean>} whether that worked; npm itself has said why not
 */
function install() {
  console.log("Installing the locked dependencies (npm ci) …");
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"];
  // The npm that runs us, where there is one: it need not be in PATH, and on Windows npm is a
  // script that only a shell can start.
  const { npm_execpath: npm } = process.env;
  const child =
    npm === undefined
      ? spawn("npm", options, { cwd: root, stdio: "inherit", shell: process.platform === "win32" })
      : spawn(process.execPath, [npm, ...options], { cwd: root, stdio: "inherit" });
  const startedAt = Date.now();
  const progress = setInterval(() => {
    console.log(`  npm at work for ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 5_000);
  return new Promise((resolve) => {
    const end = (/** @type {number | Error | null} */ code) => {
      clearInterval(progress);
      resolve(code === 0);
    };
    child.once("error", end);
    child.once("close", end);
  });
}

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  console.error(
    `This needs Node.js ${oldestNode} or newer, but this is ${process.version}: install a current one (https://nodejs.org), then run this again.`,
  );
  process.exitCode = 1;
} else if (!dependenciesAreInstalled() && !(await install())) {
  console.error(
    "The dependencies could not be installed, see above. If npm does not reach its registry, connect to the network (or set npm's `proxy` or `registry`), then run this again.",
  );
  process.exitCode = 1;
}
