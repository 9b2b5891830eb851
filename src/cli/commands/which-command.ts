import { type Command, Option } from "@commander-js/extra-typings";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { examples } from "../arguments/examples.ts";
import { jsonOption, keycloakOption, organizationsOption } from "../arguments/shared-options.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { answer, answerAsJson, answerAsLines } from "../output/which-answer.ts";
import { readQuestion } from "../question/read-question.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * Adds `presets which`, which prints the presets and roles that the calls in a text need: a path, an
 * address, a command, code, a log, a HAR file, or words such as "reset password".
 */
export function addWhichCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("which")
    .argument(
      "[question...]",
      "a path, an address, a command, code or words; - reads standard input",
    )
    .description("show which presets and roles a call needs")
    .addOption(
      new Option(
        "--file <file>",
        "code, logs, or a browser recording (HAR), from which only methods and paths are kept",
      )
        .argParser((path, all: readonly string[]) => [...all, path])
        .default([], "none"),
    )
    .addOption(organizationsOption())
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        'presets which "POST /users"',
        "presets which 'keycloak.realm(\"demo\").users().get(id).logout()'",
        "presets which role-mappings/clients",
        'presets which "I get 403 when listing group members"',
        "presets which --file access.log --file recorded.har",
        "pbpaste | presets which -",
      ),
    )
    .action(async (words, { file, organizations, keycloak, json = false }, command) => {
      if (words.length + file.length === 0) {
        command.error("error: missing required argument 'question'");
      }
      const question = {
        text: await readQuestion(words, file, host),
        matrix: await loadMatrix(keycloak, organizations),
        presets: presetsForProvider(organizations),
      };
      const answered = answer(question);
      finish(json ? answerAsJson(question, answered) : answerAsLines(question, answered));
    });
}
