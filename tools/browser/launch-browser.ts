import { type Browser, chromium } from "@playwright/test";

/** Launches a Chrome or Chromium that uses the network for nothing but its pages. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments() });
}

/**
 * The arguments with which every tool and test of this project launches Chrome or Chromium:
 * nothing but the page under test uses the network, and no graphics card is needed.
 *
 * @param isRoot Chromium refuses to start as root with its sandbox on, so only root goes without.
 */
export function browserArguments(isRoot: boolean = process.getuid?.() === 0): string[] {
  return [
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}
