import { hasPending } from './answer-sync.ts'
import type { ExamState } from './exam-state.ts'

/** What the page says about the safety of the answers; one of these is always on the screen. */
export type SaveStatus =
  | { kind: 'nothing_to_save' }
  | { kind: 'saving' }
  | { kind: 'saved'; savedAt: string }
  /** No connection; `waitingCount` answers are kept in the browser. */
  | { kind: 'offline'; waitingCount: number }
  | { kind: 'server_trouble'; waitingCount: number }
  | { kind: 'signed_out'; waitingCount: number }
  | { kind: 'elsewhere' }
  | { kind: 'ended' }
  | { kind: 'unavailable' }

export function saveStatusOf({ sync }: Pick<ExamState, 'sync'>): SaveStatus {
  switch (sync.phase) {
    case 'ended':
    case 'unavailable':
      return { kind: sync.phase }
    case 'asking':
    case 'elsewhere':
    case 'working':
      break
    default:
      return sync.phase satisfies never
  }
  const waitingCount = Object.keys(sync.pending).length
  switch (sync.trouble) {
    case 'network':
      return { kind: 'offline', waitingCount }
    case 'server':
      return { kind: 'server_trouble', waitingCount }
    case 'signed_out':
      return { kind: 'signed_out', waitingCount }
    case null:
      break
    default:
      return sync.trouble satisfies never
  }
  if (sync.phase !== 'working') return { kind: 'elsewhere' }
  if (hasPending(sync) || sync.inFlight) return { kind: 'saving' }

  return sync.savedAt === null ? { kind: 'nothing_to_save' } : { kind: 'saved', savedAt: sync.savedAt }
}

/** Statuses in which answers are not safe on the server, said aloud when they begin. */
export type Trouble = Extract<SaveStatus, { waitingCount: number }>

export function isTrouble(status: SaveStatus): status is Trouble {
  return status.kind === 'offline' || status.kind === 'server_trouble' || status.kind === 'signed_out'
}
