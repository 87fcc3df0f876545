import type { RegradePreview } from '../core/regrade-preview.ts'
import type { PreviewTask } from './regrade-figures.server.ts'
import type { ResultToStore } from './store-result.server.ts'

/** What may be given to the thread for slow work, and what comes back. */
export type SlowOrders = { store_result: ResultToStore; preview_regrade: PreviewTask }
export type SlowResults = { store_result: boolean; preview_regrade: RegradePreview | null }
export type SlowOrder = { [K in keyof SlowOrders]: { kind: K; order: SlowOrders[K] } }[keyof SlowOrders]
