import { index, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

/** The URL map: Vietnamese addresses to English-named modules. */
export default [
  index('routes/public/home.tsx'),

  route('tuy-chon', 'routes/api/preferences.ts'),
  route('duy-tri-dang-nhap', 'routes/api/stay-signed-in.ts'),
] satisfies RouteConfig
