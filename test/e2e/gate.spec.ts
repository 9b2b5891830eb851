import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { chooseDocuments } from "../../lab/gate/document/random-documents.ts";
import { loadCheck } from "../../lab/gate/product/load-check.ts";
import { wrongLines } from "../../lab/gate/report/tally.ts";
import { runGate } from "../../lab/gate/run-gate.ts";
import { root } from "../../tools/test/root.ts";
import { seed } from "./run/seed.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";

const count = 15;

// No story: the command line is asked what it says of documents, and no page is opened.
base(
  `No realm file with power passes presets check, of ${count} random ones (SEED=${seed})`,
  async () => {
    // It may be the first to need its Keycloak.
    base.setTimeout(600_000);
    const server = await obtainDeployment("usual");
    const outfile = join(base.info().outputDir, "check.mjs");
    const lines: string[] = [];
    let powerful = 0;
    await runGate({
      ...{ server, documents: chooseDocuments(seed, count) },
      checks: [await loadCheck(root, outfile)],
      onResult: (_, result) => {
        lines.push(...wrongLines(result));
        if (result.judgement.isPowerful) powerful += 1;
      },
    });
    expect(lines).toEqual([]);
    expect(powerful).toBeGreaterThan(count / 10);
  },
);
