// The import rule of docs/architecture.md ("Rooms"), enforced: `npm run rooms`.
// Type-only imports count too: a type is as much of a coupling as a value.

/** Rooms under app/ and the rooms each may import (besides itself). */
const ROOMS = {
  core: [],
  config: [],
  i18n: ['core'],
  styles: [],
  db: ['config'],
  auth: ['db', 'config', 'core'],
  services: ['db', 'core'],
  pictures: ['core', 'styles'],
  jobs: ['services', 'core'],
  http: ['core', 'i18n', 'config'],
  components: ['core', 'i18n', 'http/paths'],
  routes: ['components', 'http', 'auth', 'services', 'pictures', 'core', 'i18n'],
}

const TEST_FILE = '\\.test\\.tsx?$'

const roomRules = Object.entries(ROOMS).map(([room, mayImport]) => ({
  name: `room-${room}`,
  comment: `app/${room} may import: ${mayImport.join(', ') || 'nothing of the other rooms'}`,
  severity: 'error',
  from: { path: `^app/${room}/` },
  to: { path: '^(app|prisma|tests)/', pathNot: roomPaths([room, ...mayImport]) },
}))

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'room-root',
      comment: 'Entry and root files import what routes may, and config.',
      severity: 'error',
      from: { path: '^app/[^/]+$' },
      to: {
        path: '^(app|prisma|tests)/',
        pathNot: ['^app/[^/]+$', ...roomPaths([...ROOMS.routes, 'config', 'styles'])],
      },
    },
    {
      name: 'room-server',
      comment: 'The Node entry may import everything but routes and components.',
      severity: 'error',
      from: { path: '^app/server/' },
      to: { path: '^(app/(routes|components)|prisma|tests)/' },
    },
    {
      name: 'known-rooms-only',
      comment: 'A new folder under app/ needs a line in ROOMS.',
      severity: 'error',
      from: { path: '^app/[^/]+/', pathNot: [...roomPaths(Object.keys(ROOMS)), '^app/server/'] },
      to: {},
    },
    {
      name: 'core-imports-only-zod',
      severity: 'error',
      from: { path: '^app/core/', pathNot: TEST_FILE },
      to: { pathNot: ['^app/core/', '^node_modules/zod/'] },
    },
    {
      name: 'config-only-in-server-files-of-http',
      comment: 'The environment must not reach the browser.',
      severity: 'error',
      from: { path: '^app/http/', pathNot: '\\.server\\.tsx?$' },
      to: { path: '^app/config/' },
    },
    {
      name: 'routes-import-no-other-routes',
      comment: 'Only the URL map names route modules; a page may import the pieces in its own folder.',
      severity: 'error',
      from: { path: '^app/routes/([^/]+)/[^/]+$' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/[^/]+$' },
    },
    {
      name: 'grouped-routes-import-no-other-group',
      comment:
        'In a group of pages: the pieces of its own folder, and those of the whole area right above it.',
      severity: 'error',
      from: { path: '^app/routes/([^/]+)/([^/]+)/[^/]+$' },
      to: { path: '^app/routes/', pathNot: ['^app/routes/$1/[^/]+$', '^app/routes/$1/$2/[^/]+$'] },
    },
    {
      name: 'nobody-imports-routes',
      severity: 'error',
      from: { pathNot: ['^app/routes/', '^app/routes\\.ts$', '^tests/'] },
      to: { path: '^app/routes/' },
    },
    {
      name: 'only-auth-knows-lucia',
      comment: 'Lucia is no longer developed and will be replaced: see docs/decisions.',
      severity: 'error',
      from: { pathNot: '^app/auth/' },
      to: { path: '^node_modules/(lucia|oslo|@lucia-auth)/' },
    },
    {
      name: 'no-test-packages-in-the-app',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: TEST_FILE },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'no-tests-in-the-app',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: TEST_FILE },
      to: { path: TEST_FILE },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: ['^app/db/generated/', '^tests/setup/'] },
      // Remix makes this module up while it builds.
      to: { couldNotResolve: true, pathNot: '^virtual:remix/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^app/db/generated/'] },
    exclude: { path: ['^build/', '\\.css$', '\\.css[?]'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}

/** 'core' is the whole room, 'http/paths' the one file of it. */
function roomPaths(rooms) {
  return rooms.map((room) => (room.includes('/') ? `^app/${room}\\.tsx?$` : `^app/${room}/`))
}
