const registry = globalThis as Record<symbol, unknown>;

/**
 * A value that exists once in a process, made on first use. The command, Astro's configuration, the
 * content loader and the middleware are separate module graphs in one process under Vite, so what
 * they share cannot live in a module.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`downlink.${name}`);
  registry[key] ??= make();
  return registry[key] as Value;
}
