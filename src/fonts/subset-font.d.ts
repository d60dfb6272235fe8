declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2';
    /** Tags of the OpenType features that stay; all without it. */
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }

  /** Cuts a font down to the characters of a text. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
