import { FontFace, type FaceSource, versionOf } from './font-faces.ts';
import { Typesetter } from './typesetter.ts';

const sans = '@fontsource/ibm-plex-sans';
const mono = '@fontsource/ibm-plex-mono';
const han = '@fontsource-variable/noto-sans-sc';

const sources = {
  sansBold: { package: sans, weight: 600 },
  sans: { package: sans, weight: 400 },
  mono: { package: mono, weight: 400 },
  hanBold: { package: han, weight: 600, isVariable: true },
  han: { package: han, weight: 400, isVariable: true },
  math: { package: '@fontsource/noto-sans-math', weight: 400, isWhole: true },
} as const satisfies Record<string, FaceSource>;

/** The hands that set a card. */
export interface CardTypesetters {
  readonly title: Typesetter;
  readonly label: Typesetter;
}

/** Their faces are read from packages, never from the system, so that a card is the same everywhere. */
export function cardTypesetters(): CardTypesetters {
  const face = (name: keyof typeof sources): FontFace => new FontFace(sources[name]);
  const [math, sansText] = [face('math'), face('sans')];
  const [titleLatin, titleHan] = [face('sansBold'), face('hanBold')];
  const [labelLatin, labelHan] = [face('mono'), face('han')];
  return {
    title: new Typesetter([titleLatin, titleHan, math], [titleHan, titleLatin, math]),
    label: new Typesetter([labelLatin, sansText, labelHan, math], [labelHan, labelLatin, sansText, math]),
  };
}

/** Names and versions of the packages that the faces are from. */
export const faceVersions = (): string[] => [...new Set(Object.values(sources).map(versionOf))];
