/** The entry of the command line, and its only file that uses the process. */
import { buffer } from "node:stream/consumers";
import { runCli } from "./run-cli.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    // The reader has closed its end, as `head` does. This isn't a failure.
    if (code !== "EPIPE") process.exit(2);
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  readInput: () => buffer(process.stdin),
  writeOutput: (written) => process.stdout.write(written),
  writeError: (written) => process.stderr.write(written),
  environment: process.env,
});
