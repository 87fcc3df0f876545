import type { Plugin } from 'vite'

/** What nearly every page uses: the language, the buttons and fields, the icons, the frame of the site. */
const SHARED =
  /\/app\/(?:i18n\/(?:[^/]+|messages\/(?:common|notices)[^/]*)|components\/(?:(?:ui|announcements)\/)?[^/]+|components\/contest\/phase-badge\.tsx|core\/round-phase\.ts|http\/paths\.ts)$|\/node_modules\/lucide-react\//

/** The paper's own modules, which the preview for organizers shares. */
const EXAM = /\/app\/(?:components\/exam\/|i18n\/messages\/exam\b)[^/]*$/

/** Changes only when it is upgraded: browsers keep it over our releases. */
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/[^/]+)\//

/**
 * Puts the small modules of the whole site into one file. Left alone the build makes dozens of files of a few hundred
 * bytes, and each costs a request with its headers before the paper can be worked on (152 kB in all).
 */
export function sharedChunk(): Plugin {
  return {
    name: 'hoi-thi-shared-chunk',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? undefined
        : {
            build: {
              rollupOptions: {
                output: { manualChunks: chunkOf },
              },
            },
          },
  }
}

function chunkOf(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return 'framework'

  if (SHARED.test(id)) return 'shared'

  // Named first, or the boards would load the paper for it.
  if (id.endsWith('/app/core/prediction.ts')) return 'prediction'

  return EXAM.test(id) ? 'exam' : undefined
}
