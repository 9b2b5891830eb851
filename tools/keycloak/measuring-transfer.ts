import { Transform } from "node:stream";

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
