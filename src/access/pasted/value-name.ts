/** What an expression of code is called where it stands for a value in an address: `user['id']` is `userid`. */
export function valueName(expression: string): string {
  return expression.replace(/[^\w.-]/g, "");
}

/** The last name in an expression, as variables are compared: `$this->baseUrl` is `baseurl`. */
export function lastName(expression: string): string {
  return (/(\w+)\W*$/.exec(expression)?.[1] ?? "").toLowerCase();
}
