import type { RegradePreview } from '../core/regrades/regrade-preview.ts'
import type { PreviewTask } from './regrades/regrade-figures.server.ts'
import type { ResultToStore } from './results/store-result.server.ts'

/** What may be given to the thread for slow work, and what comes back. */
export type SlowOrders = { store_result: ResultToStore; preview_regrade: PreviewTask }
export type SlowResults = { store_result: boolean; preview_regrade: RegradePreview | null }
export type SlowOrder = { [K in keyof SlowOrders]: { kind: K; order: SlowOrders[K] } }[keyof SlowOrders]
