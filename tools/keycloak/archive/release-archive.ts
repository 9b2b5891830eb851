import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ArchiveRequest, ArchiveSource } from "./archive-source.ts";
import { DamagedArchiveError } from "./archive-source.ts";
import { hashOfFile } from "./hash-of-file.ts";
import { reasonOf } from "./reason-of.ts";

const releases = "https://github.com/keycloak/keycloak/releases/download";

/**
 * The official release archive, `<base>/<version>/keycloak-<version>.tar.gz`, with its published
 * SHA-1 beside it (Keycloak downloads, https://www.keycloak.org/downloads).
 *
 * It has `answerWithin` milliseconds for the first byte; a transfer that then pauses for
 * `pauseWithin` milliseconds is given up.
 */
export function releaseArchive(
  options: { base?: string; answerWithin?: number; pauseWithin?: number } = {},
): ArchiveSource {
  const { base = releases, answerWithin = 5_000, pauseWithin = 30_000 } = options;
  return {
    name: "The release archive on GitHub",
    async take(request) {
      const url = `${base}/${request.version}/keycloak-${request.version}.tar.gz`;
      await download({ url, request, answerWithin, pauseWithin });
      const published = await publishedSha1(`${url}.sha1`, answerWithin);
      if (published === undefined) {
        request.report("No published checksum answered; the archive is checked by unpacking it.");
      } else if ((await hashOfFile(request.target, "sha1")) !== published) {
        throw new DamagedArchiveError("its checksum is not the published one");
      }
    },
  };
}

async function download(options: {
  url: string;
  request: ArchiveRequest;
  answerWithin: number;
  pauseWithin: number;
}): Promise<void> {
  const { url, request, answerWithin, pauseWithin } = options;
  const abort = new AbortController();
  let timer = setTimeout(
    () => abort.abort(new Error(`no answer in ${answerWithin / 1000} s`)),
    answerWithin,
  );
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => abort.abort(new DamagedArchiveError(`nothing came for ${pauseWithin / 1000} s`)),
      pauseWithin,
    );
  };
  let started = false;
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || response.body === null) {
      throw new Error(`it answered ${response.status}`);
    }
    const total = Number(response.headers.get("content-length")) || undefined;
    const measure = measuringTransfer({
      total,
      report: request.report,
      onBytes: () => {
        started = true;
        alive();
      },
    });
    await pipeline(response.body, measure.stream, createWriteStream(request.target), {
      signal: abort.signal,
    });
    if (total !== undefined && measure.bytes() !== total) {
      throw new DamagedArchiveError(`only ${measure.bytes()} of ${total} bytes came`);
    }
  } catch (error) {
    const cause = abort.signal.aborted ? abort.signal.reason : error;
    throw started && !(cause instanceof DamagedArchiveError)
      ? new DamagedArchiveError(`the transfer broke off (${reasonOf(cause)})`)
      : cause;
  } finally {
    clearTimeout(timer);
  }
}

async function publishedSha1(url: string, answerWithin: number): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerWithin) });
    const text = response.ok ? await response.text() : "";
    return /^[0-9a-f]{40}\b/i.exec(text.trim())?.[0].toLowerCase();
  } catch {
    return undefined;
  }
}

const reportEveryMilliseconds = 2_000;
const megabyte = 1_000_000;

/**
 * A stream to put between a download and its file. It counts the bytes, calls `onBytes` for each
 * piece, and reports "40 of 176 MB" every two seconds (without "of …" when the total is unknown).
 */
export function measuringTransfer(options: {
  total: number | undefined;
  report: (line: string) => void;
  onBytes: () => void;
}): { readonly stream: Transform; readonly bytes: () => number } {
  const total = options.total === undefined ? "" : `of ${Math.ceil(options.total / megabyte)} `;
  let bytes = 0;
  let reportedAt = Date.now();
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      options.onBytes();
      if (Date.now() - reportedAt >= reportEveryMilliseconds) {
        reportedAt = Date.now();
        options.report(`  ${Math.floor(bytes / megabyte)} ${total}MB`);
      }
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}
