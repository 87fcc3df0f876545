import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What nearly every page uses: the language, the buttons and fields, the frame of the site. */
const SHARED =
  /\/app\/(?:i18n\/(?:[^/]+|messages\/(?:common|notices)[^/]*)|components\/(?:(?:ui|announcements)\/)?[^/]+|components\/contest\/phase-badge\.tsx|core\/rounds\/round-phase\.ts|http\/paths\.ts)$/

const ICONS = /\/node_modules\/lucide-react\//
const ICON = /\/lucide-react\/dist\/esm\/icons\/([a-z0-9-]+)\.m?js$/
/** Where the icons stand that visitors and participants load; the many others belong to the console. */
const FOLDERS_WITH_SHARED_ICONS = ['', 'account', 'announcements', 'board', 'contest', 'exam', 'result', 'ui']

/** The paper's own modules, which the preview for organizers shares. */
const EXAM = /\/app\/(?:components\/exam\/|i18n\/messages\/exam\b)[^/]*$/

/** Changes only when it is upgraded: browsers keep it over our releases. */
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/[^/]+)\//

/**
 * Puts the small modules of the whole site into one file. Left alone the build makes dozens of files of a few hundred
 * bytes, and each costs a request with its headers before the paper can be worked on (150 kB in all).
 */
export function sharedChunk(): Plugin {
  const sharedIcons = readSharedIcons()

  return {
    name: 'hoi-thi-shared-chunk',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? undefined
        : {
            build: {
              rollupOptions: {
                output: { manualChunks: (id) => chunkOf(id, sharedIcons) },
              },
            },
          },
  }
}

function chunkOf(id: string, sharedIcons: ReadonlySet<string>): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'

  if (SHARED.test(id)) return 'shared'

  if (ICONS.test(id)) {
    const icon = ICON.exec(id)?.[1]

    return icon === undefined || sharedIcons.has(icon) ? 'shared' : 'icons'
  }

  // Named first, or the boards would load the paper for it.
  if (id.endsWith('/app/core/ranking/prediction.ts')) return 'prediction'

  return EXAM.test(id) ? 'exam' : undefined
}

/** File names of the icons that components outside of the console import, such as "circle-check". */
function readSharedIcons(): ReadonlySet<string> {
  const icons = new Set<string>()
  for (const folder of FOLDERS_WITH_SHARED_ICONS.map((name) => join('app/components', name)))
    for (const name of readdirSync(folder).filter((file) => /\.tsx?$/.test(file))) {
      const names = /import \{([^}]*)\} from 'lucide-react'/.exec(
        readFileSync(join(folder, name), 'utf8'),
      )?.[1]
      for (const icon of names?.split(',') ?? []) if (icon.trim()) icons.add(fileNameOf(icon.trim()))
    }

  return icons
}

const ICON_FOLDER = 'node_modules/lucide-react/dist/esm/icons'
const RENAMED = /export \{ default \} from '\.\/([a-z0-9-]+)\.m?js'/

/** "CircleCheck" → "circle-check"; the file of an icon under an older name only passes the newer one on. */
function fileNameOf(icon: string): string {
  const name = icon
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

  return RENAMED.exec(readFileSync(join(ICON_FOLDER, `${name}.mjs`), 'utf8'))?.[1] ?? name
}
