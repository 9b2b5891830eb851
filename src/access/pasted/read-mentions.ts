import type { Mention } from "./mention.ts";
import { joinContinuedLines } from "./one-line-text.ts";
import { readClientCalls } from "./read-client-calls.ts";
import { readCurl } from "./read-curl.ts";
import { readHttpie } from "./read-httpie.ts";
import { readKcadm } from "./read-kcadm.ts";
import { ProseReader, readLonePath } from "./read-prose.ts";
import { readShellCommand } from "./read-shell-command.ts";

/** The commands of a text each on one line, without the escapes of Windows' command prompt. */
const inCommandLines = (text: string) => {
  const joined = joinContinuedLines(text);
  return /\^"/.test(joined) ? joined.replace(/\^(.)/g, "$1") : joined;
};

/** The commands that are known: curl, kcadm under any path or in a variable, HTTPie at the beginning of a command. */
const command =
  /\b(curl)(?:\.exe)?(?=\s)|[\w./\\$"{}-]{0,80}(kcadm)[\w.}"]{0,8}(?=\s)|(?:^|[\n;|&(`]|\$ )[ \t]*(https?|xh)(?=\s+[\w:/'"$-])/gi;

/** Of commands that only have options and names: what looks like one may be none, and is read again. */
const longestCommand = 600;

/** What a command asks for. */
function requestsOf(name: string, words: readonly string[]): readonly Mention[] {
  if (name === "curl") {
    const { method, addresses } = readCurl(words);
    return addresses.map((address) => ({ method, address }));
  }
  if (name === "kcadm") return readKcadm(words);
  const request = readHttpie(words);
  return request === undefined ? [] : [request];
}

/** All addresses of a text in their order, and the calls of Keycloak's own clients behind them. */
export function readMentions(pasted: string): readonly Mention[] {
  const text = inCommandLines(pasted);
  const alone = readLonePath(text);
  if (alone !== undefined) return [alone];
  const reader = new ProseReader();
  let end = 0;
  for (let found = command.exec(text); found !== null; found = command.exec(text)) {
    const name = found.slice(1).find(Boolean)?.toLowerCase() ?? "";
    const shell = readShellCommand(
      name === "curl" ? text : text.slice(0, command.lastIndex + longestCommand),
      command.lastIndex,
    );
    const requests = requestsOf(name, shell.words);
    // What only looks like such a command is read as what it is.
    if (requests.length === 0 && name !== "curl") continue;
    reader.read(text.slice(end, found.index));
    for (const { method, address } of requests) reader.add(method, address);
    end = shell.end;
    command.lastIndex = end;
  }
  reader.read(text.slice(end));
  return [...reader.mentions, ...readClientCalls(text)];
}
