#!/usr/bin/env bash
# Runs `presets check` in a workflow: findings become annotations, and the summary of the job lists who holds what.
# The inputs are in FILES, ALLOW, ACCEPT and OPTIONS, one a line, and in POLICY, BASELINE and SARIF.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
presets="$root/dist/presets.mjs"
if [ ! -f "$presets" ]; then
  npm --prefix "$root" run build >&2 || exit 2
fi

words=()
# Adds each line of a text, with an option before it where one is given.
add() {
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    [ -z "$line" ] && continue
    [ -n "$2" ] && words+=("$2")
    words+=("$line")
  done <<<"$1"
}
add "${ALLOW:-}" --allow
add "${ACCEPT:-}" --accept
add "${POLICY:-}" --policy
add "${BASELINE:-}" --baseline
add "${OPTIONS:-}" ""
words+=(--)
add "${FILES:-}" ""

check() {
  node "$presets" check --format "$1" "${words[@]}"
}

# What a workflow command can't hold as it is.
escape() {
  local text="${1//'%'/%25}"
  printf '%s' "${text//$'\r'/%0D}"
}
escape_property() {
  local text
  text="$(escape "$1")"
  text="${text//:/%3A}"
  printf '%s' "${text//,/%2C}"
}

errors="$(mktemp)"
trap 'rm -f "$errors"' EXIT
check github 2>"$errors"
code=$?
cat "$errors" >&2

if [ "$code" -ne 0 ] && [ "$code" -ne 1 ]; then
  # Files that can't be judged have no findings: what is wrong with them is told in their place.
  while IFS= read -r line; do
    if [[ "$line" =~ ^(.+):([0-9]+):\ (.*)$ ]] && [ -f "${BASH_REMATCH[1]}" ]; then
      file="$(escape_property "${BASH_REMATCH[1]}")"
      number="${BASH_REMATCH[2]}"
      echo "::error file=$file,line=$number,title=CANNOT TELL::$(escape "${BASH_REMATCH[3]}")"
    elif [[ "$line" != "Passed over "* ]]; then
      echo "::error title=CANNOT TELL::$(escape "$line")"
    fi
  done <"$errors"
fi

if [ -n "${SARIF:-}" ]; then
  check sarif >"$SARIF" 2>/dev/null
  # Without a result there is no file: an empty one would be no SARIF.
  [ -s "$SARIF" ] || rm -f "$SARIF"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  # Indented, it is shown as it is, whatever names it has.
  {
    echo "### presets check"
    echo
    check text 2>&1 | sed 's/^/    /'
  } >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
