import type { DiskCache } from '../renditions/disk-cache.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';
import { hashOf } from './article-trace.ts';

/** Results of one kind of work, kept on disk under all that they depend on. */
export class DiskMemo {
  readonly #disk: DiskCache | undefined;
  readonly #modules: readonly URL[];
  #fingerprints: readonly (string | undefined)[] | undefined;

  /**
   * @param disk without one, nothing is kept.
   * @param modules those that do the work.
   */
  constructor(disk: DiskCache | undefined, modules: readonly URL[]) {
    this.#disk = disk;
    this.#modules = modules;
  }

  /**
   * The result for an input, from an earlier run where there was one.
   *
   * @param input plain data; all that the result depends on besides the modules.
   * @param work gives plain data.
   * @param isLasting whether a result is worth keeping.
   */
  async of<Result>(
    input: unknown,
    work: () => Promise<Result>,
    isLasting: (result: Result) => boolean = () => true,
  ): Promise<Result> {
    if (!this.#disk) return work();
    this.#fingerprints ??= this.#modules.map((module) => fingerprintOf(module));
    if (this.#fingerprints.includes(undefined)) return work();
    const key = `w${hashOf([this.#fingerprints, input])}`;
    const known = this.#disk.get(key);
    if (known !== undefined) return JSON.parse(known) as Result;
    const result = await work();
    if (isLasting(result)) this.#disk.set(key, JSON.stringify(result));
    return result;
  }
}
