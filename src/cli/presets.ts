import { runCli } from "./run-cli.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    // Whoever reads this has read enough, as `head` has: that is no failure.
    if (code !== "EPIPE") process.exit(2);
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  variables: process.env,
});
