import { type Browser, chromium } from "@playwright/test";
import { browserArguments } from "./browser-arguments.ts";

/** Launches a Chrome or Chromium that uses the network for nothing but its pages. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments() });
}
