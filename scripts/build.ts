import { keepCompiled } from './keep-compiled.ts';
import { readOptions, withSettings } from './options.ts';

readOptions('build', 'Checks the content and builds the site.');
keepCompiled();
const { buildSite } = await withSettings(() => import('../src/build/build-site.ts'));
process.exit((await buildSite()) === 'built' ? 0 : 1);
