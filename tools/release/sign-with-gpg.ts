import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { ExpectedError } from "../command/expected-error.ts";
import type { Sign } from "./central-files.ts";

/**
 * Signs with a key of the person's own gpg, which asks for its passphrase itself, and verifies each signature.
 *
 * @param key its fingerprint, or what else gpg finds it by
 * @throws ExpectedError where gpg is missing, has no such key, or doesn't accept what it made
 * @see [GPG on Maven Central](https://central.sonatype.org/publish/requirements/gpg/)
 */
export function signWithGpg(key: string): Sign {
  return async (contents) => {
    const folder = await mkdtemp(join(tmpdir(), "presets-signature-"));
    try {
      const file = join(folder, "file");
      const signature = join(folder, "file.asc");
      await writeFile(file, contents);
      const made = await gpg(["--local-user", key, "--armor", "--detach-sign", "--output=-", file]);
      await writeFile(signature, made);
      await gpg(["--verify", signature, file]);
      return made;
    } finally {
      await rm(folder, { recursive: true });
    }
  };
}

async function gpg(words: readonly string[]): Promise<Uint8Array> {
  // The terminal stays its own: pinentry may ask there.
  const { failed, code, stdout, stderr } = await execa("gpg", ["--quiet", ...words], {
    ...{ stdin: "inherit", encoding: "buffer", reject: false },
  });
  if (code === "ENOENT") throw new ExpectedError("There is no program gpg in PATH: install GnuPG.");
  if (failed) throw new ExpectedError(`gpg failed: ${new TextDecoder().decode(stderr).trim()}`);
  return stdout;
}
