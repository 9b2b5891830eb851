import type { Caller } from "./caller.ts";
import { Refusal } from "./refusal.ts";

/**
 * Makes sure that one of these addresses answers with the text. Throws a Refusal, which says how each
 * is answered, when none does.
 */
export async function assertReads(
  caller: Caller,
  paths: readonly string[],
  text: string,
): Promise<void> {
  const answers: string[] = [];
  for (const path of paths) {
    const answer = await answerOf(caller, path);
    if (answer.includes(text)) return;
    answers.push(`${path}: ${answer.slice(0, 80)}`);
  }
  throw new Refusal(`It isn't in any answer: ${answers.join("; ")}`);
}

async function answerOf(caller: Caller, path: string): Promise<string> {
  try {
    return (await caller.send("GET", path)).text;
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}
