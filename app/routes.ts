import { index } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

export default [index('routes/public/home.tsx')] satisfies RouteConfig
