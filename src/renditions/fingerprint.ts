import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Types are gone when code runs. */
const typeImport = /^(?:import|export) type [^;]*;/gmu;
/** Modules that are imported, or whose address is made for a thread; folders are no modules, and `Buffer.from` has text. */
const importPath = /(?<!\.)\b(?:from\b|import\b|new URL(?=\(\s*'\.[^']*\.[jt]s'))\s*\(?\s*'([^']+)'/gu;

const packageOf = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier;

/** Adds `name@version` of a package and of all that it depends on. */
function addPackage(name: string, base: string, found: Map<string, string>): void {
  const file = findPackageJSON(name, base);
  if (file === undefined || found.has(file)) return;
  const { version, dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  found.set(file, `${name}@${version}`);
  for (const dependency of Object.keys(dependencies)) {
    if (!dependency.startsWith('@types/')) addPackage(dependency, file, found);
  }
}

function addModule(url: URL, found: Map<string, string>): void {
  if (found.has(url.href)) return;
  const source = readFileSync(url, 'utf8');
  found.set(url.href, source);
  for (const [, specifier = ''] of source.replace(typeImport, '').matchAll(importPath)) {
    if (specifier.startsWith('node:')) continue;
    if (specifier.startsWith('.')) addModule(new URL(specifier, url), found);
    else addPackage(packageOf(specifier), fileURLToPath(url), found);
  }
}

/**
 * A short name for all that the results of modules depend on besides their input: their source, that of the
 * modules they import, and the versions of Node and of packages, with those that they depend on in turn.
 * A changed plugin or an upgraded package gives another name.
 *
 * Where a source or a package is not at hand there is no name, and nothing should be kept.
 */
export function fingerprintOf(...modules: readonly URL[]): string | undefined {
  const found = new Map<string, string>();
  try {
    for (const module of modules) addModule(module, found);
  } catch {
    return undefined;
  }
  const parts = [process.version, ...[...found.values()].toSorted()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}
