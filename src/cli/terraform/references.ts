import { fieldsOf } from "../wrapped/fields.ts";
import type { ModuleCode, Plan, PlanResource } from "./plan.ts";

/** Why a plan doesn't tell something. */
export class NotTold extends Error {
  override readonly name = "NotTold";
}

/** An attribute of another resource, which an argument refers to. */
export interface Target {
  readonly resource: PlanResource;
  readonly attribute: string;
}

/** What a plan says of an argument: its value, or else what it refers to. */
export interface Argument {
  /** Undefined where it is known only after the plan is applied, and where it isn't set. */
  readonly value: unknown;
  readonly targets: readonly Target[];
  /** Whether all that it refers to was found. */
  readonly isWhole: boolean;
  /** Whether it is written at all. */
  readonly isSet: boolean;
}

/** Where an expression stands. */
interface Scope {
  readonly modules: readonly string[];
  /** Undefined where instances of the module can't be told apart any more. */
  readonly moduleAddress: string | undefined;
}

function codeOf(root: ModuleCode, modules: readonly string[]): ModuleCode | undefined {
  let code: ModuleCode | undefined = root;
  for (const name of modules) code = code?.calls.get(name)?.code;
  return code;
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What an expression names, without what it names more exactly beside: `a.b` beside `a.b.id`. */
function referencesOf(expression: unknown): readonly string[] {
  const named = fieldsOf(expression).get("references");
  const all = Array.isArray(named) ? named.filter((it) => typeof it === "string") : [];
  return all.filter(
    (it) => !all.some((other) => other.startsWith(`${it}.`) || other.startsWith(`${it}[`)),
  );
}

const resourceReference =
  /^((?:data\.)?[\w-]+\.[\w-]+)((?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?)(?:\.(\w+))?$/;

/** The module that calls the one of a scope. */
function outside({ modules, moduleAddress }: Scope): Scope {
  return {
    modules: modules.slice(0, -1),
    moduleAddress: moduleAddress?.replace(/\.?module\.[\w-]+(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?$/, ""),
  };
}

/** Finds what expressions of a plan refer to, through inputs and outputs of modules. */
export function referencesIn({ resources, code }: Plan) {
  const byKey = new Map<string, PlanResource[]>();
  for (const resource of resources) {
    const ofKey = byKey.get(resource.key) ?? [];
    ofKey.push(resource);
    byKey.set(resource.key, ofKey);
  }
  /** The one resource that a reference names; nothing where it may be one of several. */
  const targetOf = (reference: string, scope: Scope): readonly Target[] => {
    const [, key = "", index = "", attribute] = resourceReference.exec(reference) ?? [];
    if (attribute === undefined) return [];
    const instances = (byKey.get(key) ?? []).filter(
      (it) =>
        isSame(it.modules, scope.modules) &&
        (scope.moduleAddress === undefined || it.moduleAddress === scope.moduleAddress) &&
        (index === "" || it.address.endsWith(`${key}${index}`)),
    );
    const [resource, ...others] = instances;
    return resource === undefined || others.length > 0 ? [] : [{ resource, attribute }];
  };
  const follow = (expression: unknown, scope: Scope, depth: number): Target[] | undefined => {
    // Modules refer to each other in no circle, but a file may say anything.
    if (depth > 50) return undefined;
    const references = referencesOf(expression);
    const found: Target[] = [];
    for (const reference of references) {
      const [kind, name = "", output = ""] = reference.split(".");
      let targets: readonly Target[] | undefined;
      if (kind === "var") {
        const around = outside(scope);
        const call = codeOf(code, around.modules)?.calls.get(scope.modules.at(-1) ?? "");
        targets = call && follow(call.inputs.get(name), around, depth + 1);
      } else if (kind === "module") {
        const within = { modules: [...scope.modules, name], moduleAddress: undefined };
        const expressionOf = codeOf(code, within.modules)?.outputs.get(output);
        targets = follow(expressionOf, within, depth + 1);
      } else {
        targets = targetOf(reference, scope);
      }
      if (targets === undefined || targets.length === 0) return undefined;
      found.push(...targets);
    }
    return found;
  };
  /** What is known of an argument of a resource. */
  return (resource: PlanResource, name: string): Argument => {
    const expression = codeOf(code, resource.modules)?.resources.get(resource.key)?.get(name);
    const value =
      resource.values.get(name) ?? fieldsOf(expression).get("constant_value") ?? undefined;
    const targets = follow(expression, resource, 0);
    return {
      value,
      targets: targets ?? [],
      isWhole: targets !== undefined && targets.length > 0,
      isSet: value !== undefined || expression !== undefined,
    };
  };
}
