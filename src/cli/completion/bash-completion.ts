import { quoteForShell } from "../../formats/quote-for-shell.ts";
import type { CommandToComplete } from "./completions.ts";

const reply = (words: readonly string[]) =>
  `COMPREPLY=($(compgen -W ${quoteForShell(words.join(" "))} -- "$word"))`;

/** Values of options, by command and option; files for options with any value. */
function optionCases({ name, options }: CommandToComplete): readonly string[] {
  return options.flatMap(({ flag, takesValue, values }) =>
    takesValue
      ? [
          `    ${quoteForShell(`${name} ${flag}`)}) ${values === undefined ? 'COMPREPLY=($(compgen -f -- "$word"))' : reply(values)}; return ;;`,
        ]
      : [],
  );
}

function commandCase({ name, options, values, takesFiles }: CommandToComplete): string {
  const words = [...values, ...options.map(({ flag }) => flag)];
  const files = takesFiles ? ' COMPREPLY+=($(compgen -f -- "$word"))' : "";
  return `    ${quoteForShell(name)}) ${reply(words)};${files} ;;`;
}

/** A script that completes `presets` in bash. */
export function bashCompletion(commands: readonly CommandToComplete[]): string {
  return `_presets() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${reply([...commands.map(({ name }) => name), "help", "--help", "--version"])}
    return
  fi
  case "$command $before" in
${commands.flatMap(optionCases).join("\n")}
  esac
  case "$command" in
${commands.map(commandCase).join("\n")}
  esac
}
complete -F _presets presets
`;
}

/** A script that completes `presets` in zsh, which runs that of bash. */
export function zshCompletion(commands: readonly CommandToComplete[]): string {
  return `autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bashCompletion(commands)}`;
}
