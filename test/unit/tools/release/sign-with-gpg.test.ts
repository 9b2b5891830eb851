/** docs/releasing.md has the commands that sign with a real key; here is what is made of gpg's answers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { signWithGpg } from "../../../../tools/release/sign-with-gpg.ts";
import { fakeProgram, noPrograms } from "./fake-program.ts";

const contents = new TextEncoder().encode("a file");

/** Signs by repeating what it signs; `verdict` is the exit code of a verification. */
const gpgScript = (verdict: number) => `
import { appendFileSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
const words = process.argv.slice(2);
appendFileSync(dirname(fileURLToPath(import.meta.url)) + "/calls", words.join(" ") + "\\n");
if (words.includes("--verify")) {
  const [signature, file] = words.slice(-2).map((path) => readFileSync(path, "utf8"));
  if (signature !== "signed: " + file) throw new Error("not the signature");
  if (${verdict} !== 0) console.error("BAD signature");
  process.exit(${verdict});
}
process.stdout.write("signed: " + readFileSync(words.at(-1), "utf8"));
`;

test("a file is signed with the key that is named, and the signature is verified", async () => {
  const program = fakeProgram("gpg", gpgScript(0));
  const signature = await signWithGpg("ABCD1234")(contents);
  expect(new TextDecoder().decode(signature)).toBe("signed: a file");
  const [signed, verified] = readFileSync(join(program, "calls"), "utf8").trim().split("\n");
  expect(signed).toContain("--local-user ABCD1234 --armor --detach-sign");
  expect(verified).toContain("--verify");
});

test("a signature that gpg itself doesn't accept isn't used", async () => {
  fakeProgram("gpg", gpgScript(1));
  await expect(signWithGpg("ABCD1234")(contents)).rejects.toThrow("gpg failed: BAD signature");
});

test("where there is no gpg, that is told", async () => {
  noPrograms();
  await expect(signWithGpg("ABCD1234")(contents)).rejects.toThrow("no program gpg");
});
