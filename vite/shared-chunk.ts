import type { Plugin } from 'vite'

/** What nearly every page uses: the language, the buttons and fields, the icons, the frame of the site. */
const SHARED =
  /\/app\/(?:i18n\/(?:[^/]+|messages\/(?:common|notices)[^/]*)|components\/(?:ui\/|announcements\/)?[^/]+|http\/paths\.ts)$|\/node_modules\/lucide-react\//

/** Changes only when it is upgraded: browsers keep it over our releases. */
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/[^/]+)\//

/**
 * Puts the small modules of the whole site into one file. Left alone the build makes dozens of files of a few hundred
 * bytes, and each costs a request with its headers before the paper can be worked on (150 kB in all).
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

  return SHARED.test(id) ? 'shared' : undefined
}
